"""Lines written in another language, told by the closed classes of each. A single word never decides."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from nepalint.document import Document
from nepalint.knowledge.passages import ForeignLanguage, Markers, markers
from nepalint.language.frequency import hindi, nepali
from nepalint.text.script import WORD
from nepalint.text.spans import Span

LINE_READ = 2000
"""Code points of a line that are read: enough to tell the language of a longer one."""
SHORT = 3
"""Code points up to which an ending of a word shows nothing."""
LEAST = 2
"""Different words of a language that a line holds to be told by itself."""
DENSE = 12
"""Tokens for one marker of a language at the most."""
MANY = 0.05
"""Share of foreign lines from which the other lines are read too."""
PREVAILING = 2
"""Foreign lines for each Nepali one from which lines without a marker count as the foreign lines around them."""
KINDRED = 2
"""How many times the markers of the language around a line its own may have, and the line still be of that one."""
GAP = 3
"""Lines without a marker of either side that two lines of one language may enclose."""


class Passage(NamedTuple):
    """Whole lines in a row in a language other than Nepali, without the last line ending."""

    start: int
    end: int
    language: ForeignLanguage

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class _Weighed(NamedTuple):
    """The markers in a line, and how many words were read."""

    foreign: int
    different: int
    nepali: int
    words: int

    @property
    def is_foreign(self) -> bool:
        return self.different >= LEAST and self.foreign > self.nepali and self.foreign * DENSE >= self.words


@lru_cache(maxsize=1)
def foreign_passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a document that are in another language than Nepali, in order."""
    known = markers()
    present = known.sure & document.words
    if not present:
        return ()
    lines = document.source.lines
    candidates = {lines.line_of(place) for word in present for place in _places(document.text, word)}
    told = {number: language for number in sorted(candidates) if (language := _told(document, number, known))}
    if len(set(told.values())) > 1:
        told = _as_around(document, told)
    if told and len(told) >= MANY * lines.count:
        told = _where_prevailing(document, told)
    elif told:
        told = _with_neighbours(document, told)
    return _joined(document, told)


def _places(text: str, word: str) -> Iterator[int]:
    """Where `word` stands in `text` as a word of its own."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (WORD.match(text, end) or (start and WORD.match(text, start - 1))):
            yield start
        start = text.find(word, end)


def _words_of(document: Document, number: int) -> list[str]:
    line = document.source.lines.span(number)
    return WORD.findall(document.text, line.start, min(line.end, line.start + LINE_READ))


def _told(document: Document, number: int, known: Markers) -> ForeignLanguage | None:
    """The language of a line that tells it by itself."""
    words = _words_of(document, number)
    best, most = None, 0
    for language in known.languages:
        if not language.sure.isdisjoint(words):
            weighed = _weigh(words, language, known)
            if weighed.is_foreign and weighed.foreign > most:
                best, most = language, weighed.foreign
    return best


def _weigh(words: list[str], language: ForeignLanguage, known: Markers) -> _Weighed:
    """The markers of `language` and of Nepali among `words`."""
    found: list[str] = []
    against = 0
    for word in words:
        if word in language.words:
            found.append(word)
        elif word in known.nepali:
            against += 1
        elif len(word) > SHORT:
            if word.endswith(language.endings) and not nepali(word):
                found.append(word)
            elif word.endswith(language.nepali_endings) and not hindi(word):
                against += 1
    return _Weighed(len(found), len(set(found)), against, len(words))


def _as_around(document: Document, told: dict[int, ForeignLanguage]) -> dict[int, ForeignLanguage]:
    """The lines told; one between lines of a kindred language is of that one, if nearly as much speaks for it."""
    known = markers()
    kept = dict(told)
    numbers = list(told)
    for previous, number, following in zip(numbers, numbers[1:], numbers[2:], strict=False):
        before, language = told[previous], told[number]
        if before is told[following] and before is not language:
            words = _words_of(document, number)
            around, own = _weigh(words, before, known), _weigh(words, language, known)
            if around.is_foreign and around.foreign * KINDRED >= own.foreign:
                kept[number] = before
    return kept


def _where_prevailing(document: Document, told: Mapping[int, ForeignLanguage]) -> Mapping[int, ForeignLanguage]:
    """The lines told, and those without a marker of Nepali if Nepali lines are few: of the language told before them."""
    known = markers()
    near = next(iter(told.values()))
    others: dict[int, ForeignLanguage] = {}
    count = document.source.lines.count
    for number in range(count):
        near = told.get(number, near)
        if number not in told:
            weighed = _weigh(_words_of(document, number), near, known)
            if weighed.nepali <= weighed.foreign:
                others[number] = near
    if len(told) < PREVAILING * (count - len(told) - len(others)):
        return _with_neighbours(document, told)
    return {number: told.get(number) or others[number] for number in sorted((*told, *others))}


def _with_neighbours(document: Document, told: Mapping[int, ForeignLanguage]) -> Mapping[int, ForeignLanguage]:
    """The lines told, lines beside them that have as many markers but no sure one, and short gaps between these."""
    known = markers()
    count = document.source.lines.count
    whole = dict(told)
    for start, language in told.items():
        for step in (-1, 1):
            gap: list[int] = []
            number = start + step
            while 0 <= number < count and number not in told and len(gap) <= GAP:
                weighed = _weigh(_words_of(document, number), language, known)
                if weighed.is_foreign:
                    whole.update(dict.fromkeys((*gap, number), language))
                    gap = []
                elif weighed.nepali:
                    break
                else:
                    gap.append(number)
                number += step
            else:
                if told.get(number) is language:
                    whole.update(dict.fromkeys(gap, language))
    return dict(sorted(whole.items()))


def _joined(document: Document, told: Mapping[int, ForeignLanguage]) -> tuple[Passage, ...]:
    """Lines of one language that follow each other as one passage."""
    lines = document.source.lines
    passages: list[Passage] = []
    previous = -2
    for number, language in told.items():
        span = lines.span(number)
        if number == previous + 1 and passages and passages[-1].language is language:
            passages[-1] = passages[-1]._replace(end=span.end)
        elif span.start < span.end:
            passages.append(Passage(span.start, span.end, language))
        previous = number
    return tuple(passages)
