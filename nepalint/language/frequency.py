"""How common a word is. The counts are raw: Nepali out of 0.81 million tokens, Hindi out of 0.98 million.

They count surface forms of edited and unedited text, so a common misspelling has a count too, and a count of 0 means
rare, never wrong.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from nepalint.knowledge.frequencies import frequencies


def nepali(word: str) -> int:
    """How often `word` was seen in Nepali texts; 0 when fewer than two or three times."""
    return frequencies().nepali.get(word, 0)


def hindi(word: str) -> int:
    """How often `word` was seen in Hindi texts; 0 when fewer than two times."""
    return frequencies().hindi.get(word, 0)


def known(word: str, at_least: int = 2) -> bool:
    """Whether `word` was seen in Nepali texts `at_least` times."""
    return frequencies().nepali.get(word, 0) >= at_least


def among(words: frozenset[str], suspicious: Callable[[str], object]) -> set[str]:
    """Those of `words` for which `suspicious` holds; of the listed words it is asked once a process."""
    return {word for word in words - listed() if suspicious(word)} | (words & _listed_with(suspicious))


@lru_cache(maxsize=16)
def _listed_with(suspicious: Callable[[str], object]) -> frozenset[str]:
    return frozenset(filter(suspicious, listed()))


@cache
def listed() -> frozenset[str]:
    """All words that either language's list holds."""
    return frozenset(frequencies().nepali.keys() | frequencies().hindi.keys())
