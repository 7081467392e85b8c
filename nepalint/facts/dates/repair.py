"""Mending a range of years that runs backwards: which single slip explains it, and what in the document says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from nepalint.document import Document
from nepalint.facts.dates.context import beside
from nepalint.facts.dates.find import DocumentDates
from nepalint.facts.dates.intervals import read_range
from nepalint.facts.dates.model import Calendar, DateFact, DateType
from nepalint.text.spans import Edit

NEEDED_SUPPORTS: Final = 2
"""How many independent places of the document must support a repair before it is offered as a fix."""

_MOST_ALTERNATIVES: Final = 4
_ABOUT_SHARE: Final = 0.15
_MOST_NEIGHBOURS: Final = 10
_NEAR_YEARS: Final = 30


class Support(NamedTuple):
    """A place of the document, `[start, end)` in code points, that limits the range, and what it says.

    `hard` ones must hold for every repair; the others choose among what is left. `first` and `last` bound the years;
    `length` is a stated number of years.
    """

    kind: str
    start: int
    end: int
    hard: bool
    first: int | None = None
    last: int | None = None
    length: float | None = None
    about: bool = False

    def allows(self, first: int, last: int) -> bool:
        """Whether the years `first` to `last` fit. A length may count the first and last year both, or one of them."""
        if self.first is not None and first < self.first:
            return False
        if self.last is not None and last > self.last:
            return False
        if self.length is None:
            return True
        slack = self.length * _ABOUT_SHARE if self.about else 0
        return any(abs(years - self.length) <= slack for years in (last - first, last - first + 1))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A repair: what to replace, the range as it would be written, and its years."""

    edits: tuple[Edit, ...]
    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Repair:
    """What the document says about a backward range. `decided` is the one repair that it allows and supports."""

    supports: tuple[Support, ...]
    candidates: tuple[Candidate, ...]
    decided: Candidate | None


def repair_range(document: Document, dates: DocumentDates, place: int) -> Repair:
    """The repair of the backward range `dates.facts[place]`."""
    fact = dates.facts[place]
    supports = [
        *_stated_length(document.text, dates.facts, place),
        *_life(dates, fact),
        *_neighbours(document.text, dates.facts, place),
    ]
    hard = [support for support in supports if support.hard]
    candidates = [
        candidate
        for candidate in _candidates(document.text, fact)
        if all(support.allows(candidate.first, candidate.last) for support in hard)
    ]

    def held(candidate: Candidate) -> int:
        return sum(support.allows(candidate.first, candidate.last) for support in supports)

    candidates.sort(key=lambda one: (-held(one), len(one.edits) == 1, one.last - one.first, one.text))
    decided = candidates[0] if candidates and hard and held(candidates[0]) >= NEEDED_SUPPORTS else None
    if decided is None or any(held(other) == held(decided) for other in candidates[1:]):
        return Repair(tuple(hard), tuple(candidates[:_MOST_ALTERNATIVES]), None)
    agreeing = (support for support in supports if support.allows(decided.first, decided.last))
    return Repair(tuple(agreeing), tuple(candidates[:_MOST_ALTERNATIVES]), decided)


def _candidates(text: str, fact: DateFact) -> Iterator[Candidate]:
    """The forward ranges one slip away: another digit, two neighbouring digits exchanged, or the years exchanged."""
    start, end = fact.years
    seen: set[tuple[str, str]] = set()
    changed = [(slip, end.text) for slip in _slips(start.text)]
    changed += [(start.text, slip) for slip in _slips(end.text)]
    if len(start.text) == len(end.text):
        changed.append((end.text, start.text))
    for first, last in changed:
        if (first, last) in seen:
            continue
        seen.add((first, last))
        reading = read_range(first, last)
        if reading is None or not reading.first < reading.last:
            continue
        edits = tuple(
            Edit(digits.start, digits.end, new) for digits, new in ((start, first), (end, last)) if new != digits.text
        )
        written = text[fact.start : start.start] + first + text[start.end : end.start] + last + text[end.end : fact.end]
        yield Candidate(edits, written, reading.first, reading.last)


def _slips(digits: str) -> Iterator[str]:
    zero = "०" if digits[0] >= "०" else "0"
    for place, digit in enumerate(digits):
        for value in range(10):
            other = chr(ord(zero) + value)
            if other != digit and not (place == 0 and value == 0 and len(digits) > 2):
                yield digits[:place] + other + digits[place + 1 :]
    for place in range(len(digits) - 1):
        if digits[place] != digits[place + 1]:
            yield digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def _stated_length(text: str, facts: tuple[DateFact, ...], place: int) -> Iterator[Support]:
    """A duration in whole years directly before or after the range."""
    fact = facts[place]
    for other in (place - 1, place + 1):
        if not 0 <= other < len(facts):
            continue
        stated = facts[other]
        if stated.type is not DateType.DURATION or stated.duration is None or not stated.duration.years:
            continue
        first, second = (stated, fact) if other < place else (fact, stated)
        if beside(text, first.end, second.start):
            years = stated.duration.years + stated.duration.months / 12
            yield Support("duration", stated.start, stated.end, True, length=years, about=stated.about)


def _life(dates: DocumentDates, fact: DateFact) -> Iterator[Support]:
    """The subject's death if it is known, else the birth: one support, however much is known of the life."""
    birth, death = (
        event if event is not None and event.calendar.agrees(fact.calendar) else None
        for event in (dates.life.birth, dates.life.death)
    )
    event = death or birth
    if event is not None:
        told = dates.facts[event.told_by]
        yield Support(
            "death" if death else "birth",
            told.start,
            told.end,
            True,
            first=birth.year if birth else None,
            last=death.year if death else None,
        )


def _neighbours(text: str, facts: tuple[DateFact, ...], place: int) -> Iterator[Support]:
    """The years told before and after in the paragraph, where they are in order and near each other.

    Narrative order is never hard: it can only decide between repairs that a hard support leaves.
    """
    fact = facts[place]
    before = _near_year(facts, range(place - 1, max(-1, place - _MOST_NEIGHBOURS - 1), -1), fact.calendar)
    after = _near_year(facts, range(place + 1, min(len(facts), place + _MOST_NEIGHBOURS + 1)), fact.calendar)
    if before is None or after is None or before.year is None or after.year is None:
        return
    if 0 <= after.year - before.year <= _NEAR_YEARS and "\n" not in text[before.end : after.start]:
        yield Support("neighbours", before.start, before.end, False, first=before.year, last=after.year)


def _near_year(facts: tuple[DateFact, ...], places: range, calendar: Calendar) -> DateFact | None:
    """The first fact at `places` that lies in a single, written year of the calendar."""
    for place in places:
        fact = facts[place]
        if fact.year is not None and not fact.inherited and fact.calendar.agrees(calendar):
            return fact
    return None
