"""The skeleton of a word, a little coarser than its phonetic key and much quicker to have."""

from collections.abc import Iterable

_FOLDED = {
    "": "\u094d\u093c\u0949\u094b\u200c\u200dग\u095a",  # what the key drops; ग, because ङ stands for ंग
    "न": "\u0900\u0901\u0902ङञणनम\u0929",  # any nasal may stand for any other
    "अ": "ऑओ",
    "इ": "ई",
    "उ": "ऊ",
    "\u093f": "\u0940",
    "\u0941": "\u0942",
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
_TABLE = {ord(letter): folded for folded, letters in _FOLDED.items() for letter in letters}


def skeletons(words: Iterable[str]) -> list[str]:
    """The skeletons of `words`, none of which may hold a line feed.

    Words with the same phonetic key have the same skeleton, and the skeleton of a stem begins that of its forms.
    """
    joined = "\n".join(words)
    return joined.translate(_TABLE).split("\n") if joined else []
