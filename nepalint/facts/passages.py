"""Lines written in Hindi, told by the closed classes of both grammars. A single word never decides."""

from collections import Counter
from functools import lru_cache

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


@lru_cache(maxsize=1)
def hindi_passages(document: Document) -> tuple[Span, ...]:
    """The stretches of a document, whole lines in a row, that are Hindi; in order, without their last line ending."""
    known = markers()
    if document.words.isdisjoint(SURE):
        return ()
    lines = document.source.lines
    markers_of: Counter[int] = Counter()
    sure: set[int] = set()
    for word, start, _ in document.occurrences(known.hindi):
        number = lines.line_of(start)
        markers_of[number] += 1
        if word in SURE:
            sure.add(number)
    marked = {number for number in sure if _is_hindi(document, lines.span(number), markers_of[number])}
    if len(marked) >= MANY * lines.count:
        nepali = {
            number
            for number in range(lines.count)
            if number not in marked and _nepali_markers(document, lines.span(number))[0] > markers_of[number]
        }
        if len(marked) >= PREVAILING * len(nepali):
            marked = set(range(lines.count)) - nepali
    return _joined(document, sorted(marked))


def _is_hindi(document: Document, line: Span, found: int) -> bool:
    nepali, tokens = _nepali_markers(document, line)
    return found > nepali and found * DENSE >= tokens


def _nepali_markers(document: Document, line: Span) -> tuple[int, int]:
    """How many words of the line are Nepali by form, and how many words were read."""
    known = markers()
    words = WORD.findall(document.text, line.start, min(line.end, line.start + LINE_READ))
    endings = known.nepali_endings
    nepali = 0
    for word in words:
        if word in known.nepali or (len(word) > SHORT and word.endswith(endings) and not hindi(word)):
            nepali += 1
    return nepali, len(words)


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
