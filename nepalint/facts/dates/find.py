"""From a document to its dates: anchors, drafts, context, facts."""

from collections.abc import Collection
from functools import cached_property
from typing import Final
from weakref import WeakKeyDictionary

from nepalint.document import Document
from nepalint.facts.dates.anchors import find_anchors
from nepalint.facts.dates.calendars import edtf, is_possible, iso_duration
from nepalint.facts.dates.context import drop_uncued, inherit_years, join_neighbours, note_approximations, open_ends
from nepalint.facts.dates.draft import Draft
from nepalint.facts.dates.durations import read_clock, read_from_unit, read_next_day
from nepalint.facts.dates.expressions import read_from_month, read_from_number
from nepalint.facts.dates.folding import FoldedText
from nepalint.facts.dates.lexicon import Kind
from nepalint.facts.dates.life import Life, LifeReader, age_interval
from nepalint.facts.dates.model import DateFact, DateType, Moment, YearDigits
from nepalint.text.spans import SpanSet
from nepalint.text.zones import ZoneKind


class DocumentDates:
    """The dates of one document, read once; the subject's life when first asked for."""

    def __init__(self, document: Document) -> None:
        self._folded = FoldedText(document.text, document.words)
        text = self._folded.text
        self._drafts = _read(text, self._folded.words)
        if not self._drafts:
            self.facts: tuple[DateFact, ...] = ()
            return
        drafts = drop_uncued(text, join_neighbours(text, self._drafts))
        inherit_years(text, drafts)
        open_ends(drafts)
        note_approximations(text, drafts)
        hidden = SpanSet(zone.span for zone in document.zones.zones if zone.kind is not ZoneKind.QUOTATION)
        place = self._folded
        self._drafts = [
            draft for draft in drafts if not hidden.overlaps(place.start(draft.start), place.end(draft.end))
        ]
        self._date_ages()
        self.facts = tuple(self._fact(draft, document.text) for draft in self._drafts)

    @cached_property
    def life(self) -> Life:
        """Birth and death of the subject; an event's `told_by` is the place of its fact among `facts`."""
        return self._reader.read()

    @cached_property
    def _reader(self) -> LifeReader:
        return LifeReader(self._folded.text, self._folded.words, self._drafts)

    def _date_ages(self) -> None:
        """Say when the subject had the ages told of it, if its birth is known."""
        for draft in self._drafts:
            if not draft.from_birth or draft.duration is None or draft.duration.months:
                continue
            birth = self.life.birth
            if birth is None:
                return
            if self._reader.tells_of_subject(draft.start):
                draft.first, draft.last = age_interval(birth, draft.duration.years)
                draft.calendar = birth.calendar

    def _fact(self, draft: Draft, text: str) -> DateFact:
        at = self._folded
        start, end = at.start(draft.start), at.end(draft.end)
        return DateFact(
            start=start,
            end=end,
            text=text[start:end],
            type=draft.type,
            calendar=draft.calendar,
            edtf=_value(draft),
            first=draft.first,
            last=draft.last,
            duration=draft.duration,
            years=tuple(YearDigits(at.start(digits.start), at.end(digits.end), digits.text) for digits in draft.years),
            about=draft.about,
            inherited=draft.inherited,
        )


_known: Final[WeakKeyDictionary[Document, DocumentDates]] = WeakKeyDictionary()


def dates_of(document: Document) -> DocumentDates:
    """The dates of `document`; they are read once."""
    dates = _known.get(document)
    if dates is None:
        dates = _known[document] = DocumentDates(document)
    return dates


def find_dates(document: Document) -> tuple[DateFact, ...]:
    """The date expressions of `document` in order; none overlap. Quoted text is read too, code and markup are not."""
    return dates_of(document).facts


def _read(text: str, words: Collection[str]) -> list[Draft]:
    drafts: list[Draft] = []
    floor = 0
    for anchor in find_anchors(text, words):
        if anchor.start < floor:
            continue
        draft = _read_one(text, anchor.start, anchor.kind, floor)
        if draft is not None:
            drafts.append(draft)
            floor = draft.end
    return drafts


def _read_one(text: str, start: int, kind: Kind, floor: int) -> Draft | None:
    match kind:
        case Kind.NUMBER:
            return read_from_number(text, start, floor)
        case Kind.UNIT | Kind.UNIT_ADJECTIVE:
            return read_from_unit(text, start, floor)
        case Kind.HOUR_WORD:
            return read_clock(text, start, floor)
        case Kind.NEXT_DAY:
            return read_next_day(text, start)
        case _:
            return read_from_month(text, start)


def _value(draft: Draft) -> str:
    """The draft in EDTF or ISO 8601; see `DateFact`."""
    about = "~" if draft.about else ""
    first, last = draft.first, draft.last
    if draft.type is DateType.CLOCK:
        day = edtf(first) if first is not None and first.whole else ""
        return f"{day}{draft.edtf}"
    if draft.duration is not None and first is None:
        return iso_duration(draft.duration) + about
    if draft.edtf is not None:
        return draft.edtf + about if draft.edtf else ""
    if (first is None and last is None) or first == Moment():
        return ""
    if draft.type is DateType.SEASON and first is not None and first.year is None:
        return ""  # EDTF has no season of an unknown year
    if not all(moment is None or is_possible(draft.calendar, moment) for moment in (first, last)):
        return ""
    if first == last and first is not None:
        return edtf(first) + about
    return f"{_end(first, about)}/{_end(last, about)}"


def _end(moment: Moment | None, about: str) -> str:
    return ".." if moment is None else edtf(moment) + about
