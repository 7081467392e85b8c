"""Reading past how a text is typed: vowels in pieces and joiners at the edge of words, with the offsets kept."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import Final

import regex

from nepalint.text.script import WORD, ZWJ, ZWNJ
from nepalint.text.spelling import SPLIT_VOWELS

_JOINERS: Final = regex.compile(f"[{ZWNJ}{ZWJ}]++")
_PIECES: Final = regex.compile("|".join(sorted(SPLIT_VOWELS, key=len, reverse=True)))


class FoldedText:
    """A text as it is read with its distinct words, and where each place lies in the document (code points)."""

    __slots__ = ("_ends", "_shifts", "_starts", "text", "words")

    def __init__(self, original: str, words: Collection[str]) -> None:
        """Fold `original`, whose distinct words are `words`."""
        self.text = original
        self.words = words
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shifts: list[int] = []
        together = " ".join(words)
        unusual = list(_unusual(together, pieces=any(piece in together for piece in SPLIT_VOWELS)))
        if not unusual:
            return
        self.words = frozenset(_folded(together, unusual).split(" "))
        parts: list[str] = []
        last = length = 0
        for start, end, read in sorted(_unusual(original, pieces=any(read for *_, read in unusual))):
            parts += (original[last:start], read)
            length += start - last + len(read)
            last = end
            # From `_starts` on, a start lies further on in the document; an end only once it is past `_ends`, so
            # that it includes a vowel read from two pieces but not a joiner that was dropped behind it.
            self._starts.append(length)
            self._ends.append(length - len(read))
            self._shifts.append(last - length)
        parts.append(original[last:])
        self.text = "".join(parts)

    def start(self, position: int) -> int:
        """Where a stretch that starts at `position` of the folded text starts in the document."""
        index = bisect_right(self._starts, position)
        return position + self._shifts[index - 1] if index else position

    def end(self, position: int) -> int:
        """Where a stretch that ends at `position` of the folded text ends in the document."""
        index = bisect_right(self._ends, position - 1)
        return position + self._shifts[index - 1] if index else position


def _unusual(text: str, *, pieces: bool) -> Iterator[tuple[int, int, str]]:
    """What is read otherwise than written: start, end, and how it is read. Vowels in pieces, if there are `pieces`."""
    if pieces:
        for match in _PIECES.finditer(text):
            yield match.start(), match.end(), SPLIT_VOWELS[match[0]]
    if ZWJ in text or ZWNJ in text:
        for match in _JOINERS.finditer(text):
            start, end = match.span()
            if not start or not WORD.match(text, start - 1) or not WORD.match(text, end):
                yield start, end, ""


def _folded(text: str, unusual: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end, read in sorted(unusual):
        parts += (text[last:start], read)
        last = end
    return "".join((*parts, text[last:]))
