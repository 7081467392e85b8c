"""How common a word is. The counts are raw: Nepali out of 0.81 million tokens, Hindi out of 0.98 million.

They count surface forms of edited and unedited text, so a common misspelling has a count too, and a count of 0 means
rare, never wrong.
"""

from collections.abc import Set
from functools import cache

from nepalint.knowledge.frequencies import frequencies

HEAD = 4
"""Code points at the beginning of a word by which it is known that no counted word begins like it."""


def nepali(word: str) -> int:
    """How often `word` was seen in Nepali texts; 0 when fewer than two or three times."""
    return frequencies().nepali.get(word, 0)


def hindi(word: str) -> int:
    """How often `word` was seen in Hindi texts; 0 when fewer than two times."""
    return frequencies().hindi.get(word, 0)


def known(word: str, at_least: int = 2) -> bool:
    """Whether `word` was seen in Nepali texts `at_least` times."""
    return frequencies().nepali.get(word, 0) >= at_least


def rare(words: Set[str]) -> frozenset[str]:
    """Those of `words` that neither language's list holds."""
    known = frequencies()
    return frozenset(words).difference(known.nepali, known.hindi)


def unheard(word: str) -> bool:
    """Whether no word seen in Nepali texts begins with the first `HEAD` code points of `word`, which has so many."""
    return len(word) >= HEAD and word[:HEAD] not in _heads()


@cache
def _heads() -> frozenset[str]:
    return frozenset([word[:HEAD] for word in frequencies().nepali])
