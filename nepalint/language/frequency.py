"""How common a word is. The counts are raw: Nepali out of 0.81 million tokens, Hindi out of 0.98 million.

They count surface forms of edited and unedited text, so a common misspelling has a count too, and a count of 0 means
rare, never wrong.
"""

from collections.abc import Set
from functools import cache

from nepalint.knowledge.frequencies import frequencies

LONG_HEAD, SHORT_HEAD = 6, 4
"""How many code points at the beginning of a word are looked at to know that no counted word begins like it."""


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


def head_length(word: str) -> int:
    """How many code points of `word` are compared with how other words begin; 0 if it is too short for that."""
    length = len(word)
    return LONG_HEAD if length >= LONG_HEAD else SHORT_HEAD if length >= SHORT_HEAD else 0


def unheard(word: str) -> bool:
    """Whether no word seen in Nepali texts begins like `word`, as far as that is compared."""
    length = head_length(word)
    return length > 0 and word[:length] not in _heads(length)


@cache
def _heads(length: int) -> frozenset[str]:
    return frozenset([word[:length] for word in frequencies().nepali])
