"""A skeleton of consonants, coarser than the phonetic key: a quick way to see that a word cannot be a name."""

from collections.abc import Iterable

_DROPPED = (*range(0x0903, 0x0915), *range(0x093A, 0x0958), *range(0x0960, 0x0964), 0x200C, 0x200D)
"""Vowels, their signs and joiners."""
_FOLDED = {
    "न": "\u0900\u0901\u0902ङञणनम\u0929",  # any nasal may stand for any other
    "": "ग\u095a",  # ङ stands for ंग
    "व": "बभव",
    "स": "शषस",
    "क": "\u0958",
    "ख": "\u0959",
    "ज": "\u095b",
    "ड": "\u095c",
    "ढ": "\u095d",
    "फ": "\u095e",
    "य": "\u095f",
    "र": "\u0931",
    "ळ": "\u0934",
}
_TABLE = dict.fromkeys(_DROPPED, "") | {
    ord(letter): folded for folded, letters in _FOLDED.items() for letter in letters
}


def skeletons(words: Iterable[str]) -> list[str]:
    """The skeletons of `words`, none of which may hold a line feed.

    Words with the same phonetic key have the same skeleton, and the skeleton of a stem begins that of its forms.
    """
    joined = "\n".join(words)
    return joined.translate(_TABLE).split("\n") if joined else []
