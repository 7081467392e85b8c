"""Lines written in Hindi, told by the closed classes of both grammars. A single word never decides."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from nepalint.document import Document
from nepalint.knowledge.passages import markers
from nepalint.language.frequency import hindi
from nepalint.text.script import WORD
from nepalint.text.spans import Span

SURE = frozenset({"है", "हैं", "में", "नहीं", "और", "करें"})
"""One of these stands in nearly every Hindi line, and a line without any is not Hindi by itself."""
LINE_READ = 2000
"""Code points of a line that are read for Nepali markers: enough to tell the language of a longer one."""
SHORT = 3
"""Code points up to which an ending of a word shows nothing."""
DENSE = 12
"""Tokens for one Hindi marker at the most."""
MANY = 0.05
"""Share of Hindi lines from which the other lines are read too."""
PREVAILING = 2
"""Hindi lines for each Nepali one from which lines without a marker of either language count as Hindi."""


class _Weighed(NamedTuple):
    """The markers of both languages in a line, and how many words were read."""

    hindi: int
    nepali: int
    words: int

    @property
    def is_hindi(self) -> bool:
        return self.hindi > self.nepali and self.hindi * DENSE >= self.words


@lru_cache(maxsize=1)
def hindi_passages(document: Document) -> tuple[Span, ...]:
    """The stretches of a document, whole lines in a row, that are Hindi; in order, without their last line ending."""
    lines = document.source.lines
    candidates = {lines.line_of(place) for word in SURE & document.words for place in _places(document.text, word)}
    marked = {number for number in candidates if _weigh(document, number).is_hindi}
    if marked and len(marked) >= MANY * lines.count:
        others = {number: _weigh(document, number) for number in range(lines.count) if number not in marked}
        nepali = {number for number, weighed in others.items() if weighed.nepali > weighed.hindi}
        if len(marked) >= PREVAILING * len(nepali):
            marked = set(range(lines.count)) - nepali
    return _joined(document, sorted(marked))


def _places(text: str, word: str) -> Iterator[int]:
    """Where `word` stands in `text`, inside longer words too."""
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + len(word))


def _weigh(document: Document, number: int) -> _Weighed:
    """The markers of a line; one without a word that is surely Hindi does not count as Hindi."""
    known = markers()
    line = document.source.lines.span(number)
    words = WORD.findall(document.text, line.start, min(line.end, line.start + LINE_READ))
    endings = known.nepali_endings
    nepali = 0
    for word in words:
        if word in known.nepali or (len(word) > SHORT and word.endswith(endings) and not hindi(word)):
            nepali += 1
    return _Weighed(sum(word in known.hindi for word in words) if not SURE.isdisjoint(words) else 0, nepali, len(words))


def _joined(document: Document, numbers: list[int]) -> tuple[Span, ...]:
    """Lines that follow each other as one passage."""
    lines = document.source.lines
    passages: list[Span] = []
    previous = -2
    for number in numbers:
        span = lines.span(number)
        if number == previous + 1 and passages:
            passages[-1] = Span(passages[-1].start, span.end)
        elif span.start < span.end:
            passages.append(Span(*span))
        previous = number
    return tuple(passages)
