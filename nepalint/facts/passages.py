"""Lines written in another language, told by the closed classes of each. A single word never decides."""

from functools import cache, lru_cache
from typing import NamedTuple

from nepalint.document import Document
from nepalint.knowledge.passages import ForeignLanguage, markers
from nepalint.language.frequency import hindi, nepali
from nepalint.text.script import WORD, ZWJ, ZWNJ
from nepalint.text.spans import Span

_JOINERS = ZWJ + ZWNJ
LINE_READ = 2000
"""Code points of a line that are read: enough to tell the language of a longer one."""
MEMO_WORDS = 1 << 16
"""Words of a language that are remembered with what they show."""
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


Told = dict[int, ForeignLanguage]
"""The lines that are not Nepali, by number, in order."""


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
    present = markers().sure & document.words
    if not present:
        return ()
    lines = document.source.lines
    candidates = {lines.line_of(start) for _, start, _ in document.occurrences(present)}
    told = {number: language for number in sorted(candidates) if (language := _told(document, number))}
    if not told:
        return ()
    told = _as_around(document, told)
    prevailing = len(told) >= MANY * lines.count
    return _joined(document, (_where_prevailing if prevailing else _with_neighbours)(document, told))


def _words_of(document: Document, number: int) -> list[str]:
    """The words of a line, without joiners at their ends."""
    line = document.source.lines.span(number)
    text = document.text[line.start : min(line.end, line.start + LINE_READ)]
    words = WORD.findall(text)
    return [word.strip(_JOINERS) for word in words] if ZWJ in text or ZWNJ in text else words


def _told(document: Document, number: int) -> ForeignLanguage | None:
    """The language of a line that tells it by itself."""
    words = _words_of(document, number)
    distinct = frozenset(words)
    best, most = None, 0
    for language in markers().languages:
        if language.sure.isdisjoint(distinct):
            continue
        if language.endings or len(language.words & distinct) >= LEAST:
            weighed = _weigh(words, language)
            if weighed.is_foreign and weighed.foreign > most:
                best, most = language, weighed.foreign
    return best


class _Shown(dict[str, int]):
    """What a word shows: 1 the language, -1 Nepali, 0 neither. Worked out once a word."""

    def __init__(self, language: ForeignLanguage) -> None:
        self._language = language
        self._nepali = markers().nepali

    def __missing__(self, word: str) -> int:
        if len(self) > MEMO_WORDS:
            self.clear()
        self[word] = shown = self._shown(word)
        return shown

    def _shown(self, word: str) -> int:
        language = self._language
        if word in language.words:
            return 1
        if word in self._nepali:
            return -1
        if len(word) > SHORT:
            if word.endswith(language.endings) and not nepali(word):
                return 1
            if word.endswith(language.nepali_endings) and not hindi(word):
                return -1
        return 0


@cache
def _shown_by(language: ForeignLanguage) -> _Shown:
    return _Shown(language)


def _weigh(words: list[str], language: ForeignLanguage) -> _Weighed:
    """The markers of `language` and of Nepali among `words`."""
    by = _shown_by(language)
    shown = [by[word] for word in words]
    foreign = shown.count(1)
    different = len({word for word in words if by[word] == 1}) if foreign >= LEAST else foreign
    return _Weighed(foreign, different, shown.count(-1), len(words))


def _as_around(document: Document, told: Told) -> Told:
    """The lines told; one between lines of a kindred language is of that one, if nearly as much speaks for it."""
    kept = dict(told)
    numbers = list(told)
    for previous, number, following in zip(numbers, numbers[1:], numbers[2:], strict=False):
        before, language = told[previous], told[number]
        if before is told[following] and before is not language:
            words = _words_of(document, number)
            around, own = _weigh(words, before), _weigh(words, language)
            if around.is_foreign and around.foreign * KINDRED >= own.foreign:
                kept[number] = before
    return kept


def _where_prevailing(document: Document, told: Told) -> Told:
    """The lines told, and those that do not show Nepali if such as do are few: of the language told before them."""
    near = next(iter(told.values()))
    others: Told = {}
    count = document.source.lines.count
    for number in range(count):
        near = told.get(number, near)
        if number not in told:
            weighed = _weigh(_words_of(document, number), near)
            if weighed.nepali <= weighed.foreign:
                others[number] = near
    if len(told) < PREVAILING * (count - len(told) - len(others)):
        return _with_neighbours(document, told)
    return {number: told.get(number) or others[number] for number in sorted((*told, *others))}


def _with_neighbours(document: Document, told: Told) -> Told:
    """The lines told, lines beside them that have as many markers but no sure one, and short gaps between these."""
    count = document.source.lines.count
    whole = dict(told)
    for start, language in told.items():
        for step in (-1, 1):
            gap: list[int] = []
            number = start + step
            while 0 <= number < count and number not in told and len(gap) < GAP:
                weighed = _weigh(_words_of(document, number), language)
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


def _joined(document: Document, told: Told) -> tuple[Passage, ...]:
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
