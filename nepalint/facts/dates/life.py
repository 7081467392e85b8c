"""When the person a document is about was born and died, where the document says so plainly."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import islice
from typing import Final, NamedTuple

import regex

from nepalint.facts.dates.draft import Draft
from nepalint.facts.dates.items import LETTER, SPACE, token_before
from nepalint.facts.dates.model import Calendar, DateType, Moment
from nepalint.knowledge.dates import date_words
from nepalint.text.script import WORD

_SENTENCE_END: Final = regex.compile(r"[।॥?!\r\n]")
_SENTENCE_START: Final = regex.compile(r"(?r)[।॥?!\r\n]")
_LINE: Final = regex.compile(r"[^\r\n]*\S[^\r\n]*")
_LETTER_BEFORE: Final = regex.compile(f"(?r){LETTER}")
_LETTER_AFTER: Final = regex.compile(LETTER)
_LEAD_LINES: Final = 2
_LEAD_WORDS: Final = 8
_LEAD_CODE_POINTS: Final = 400
_NEAR: Final = 1000
"""How far, in code points, a sentence or the naming of its subject is looked for to either side."""

_SHORTEST_LIFE: Final = 15
_LONGEST_LIFE: Final = 120
_DATED: Final = frozenset((DateType.YEAR, DateType.MONTH, DateType.DAY))


class LifeEvent(NamedTuple):
    """A birth or death: its date, and the number of the draft (and fact) that tells it."""

    moment: Moment
    calendar: Calendar
    told_by: int

    @property
    def year(self) -> int:
        """The year."""
        return self.moment.year or 0


@dataclass(frozen=True, slots=True)
class Life:
    """Birth and death of the document's subject; None for what the document does not say, or says in two ways."""

    birth: LifeEvent | None = None
    death: LifeEvent | None = None


def age_interval(birth: LifeEvent, years: int) -> tuple[Moment, Moment]:
    """From when to when a person is `years` old: to the day where the birth is known to the day."""
    moment = birth.moment
    if birth.calendar is Calendar.GREGORIAN and moment.month and moment.day and (moment.month, moment.day) != (2, 29):
        turned = Moment(birth.year + years, moment.month, moment.day)
        until = date(birth.year + years + 1, moment.month, moment.day) - timedelta(days=1)
        return turned, Moment(until.year, until.month, until.day)
    return Moment(birth.year + years), Moment(birth.year + years + 1)


class LifeReader:
    """Reads the subject's life from a text, its distinct words, and its drafts, which are in order."""

    def __init__(self, text: str, words: Collection[str], drafts: Sequence[Draft]) -> None:
        self._text = text
        self._words = words
        self._drafts = drafts
        self._starts = [draft.start for draft in drafts]

    def read(self) -> Life:
        """Birth and death as the sentences tell them, and as the span in parentheses after the name does."""
        births = list(self._events(date_words().words("life", "birth")))
        deaths = list(self._events(date_words().words("life", "death")))
        span = self._life_span()
        if span is not None:
            births.append(span[0])
            deaths.append(span[1])
        birth, death = _agreed(births), _agreed(deaths)
        if birth is None or death is None or not birth.calendar.agrees(death.calendar):
            return Life(birth, death)
        return Life(birth, death) if 0 <= death.year - birth.year <= _LONGEST_LIFE else Life()

    def tells_of_subject(self, position: int) -> bool:
        """Whether the paragraph names the subject before `position` and the sentence names nobody of the family."""
        nearest = max(0, position - _NEAR)
        start = max(self._text.rfind("\n", nearest, position) + 1, nearest)
        words = (_bare(match[0]) for match in WORD.finditer(self._text, start, position))
        return any(word in self._lead_names for word in words) and not self._names_kin(*self._sentence(position))

    @cached_property
    def _lead_names(self) -> frozenset[str]:
        """The first words of the first lines, without endings: the title and the subject's name are among them."""
        names: set[str] = set()
        for line in islice(_LINE.finditer(self._text), _LEAD_LINES):
            words = WORD.finditer(self._text, line.start(), min(line.end(), line.start() + _LEAD_CODE_POINTS))
            names.update(_bare(word[0]) for word in islice(words, _LEAD_WORDS))
        return frozenset(names)

    def _events(self, nouns: tuple[str, ...]) -> Iterator[LifeEvent]:
        for noun in nouns:
            at = self._text.find(noun) if noun in self._words else -1
            while at >= 0:
                after = at + len(noun)
                if not _LETTER_BEFORE.match(self._text, 0, at) and not _LETTER_AFTER.match(self._text, after):
                    start, end = self._sentence(at)
                    if _happened().search(self._text, after, end) and self._is_subjects(at, start, end):
                        event = self._only_date(start, end)
                        if event is not None:
                            yield event
                at = self._text.find(noun, after)

    def _only_date(self, start: int, end: int) -> LifeEvent | None:
        """The date of a sentence that has just one."""
        found: LifeEvent | None = None
        for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            draft = self._drafts[number]
            if draft.type not in _DATED or draft.inherited or draft.first is None or draft.first.year is None:
                continue
            if found is not None and found.moment != draft.first:
                return None
            found = found or LifeEvent(draft.first, draft.calendar, number)
        return found

    def _is_subjects(self, position: int, start: int, end: int) -> bool:
        """Whether the birth or death at `position` is the subject's: “<name>को”, or a pronoun's; never of kin."""
        if self._names_kin(start, end):
            return False
        words = date_words()
        for _ in range(2):  # an adjective may stand between (…को आकस्मिक निधन)
            token = token_before(self._text, position, start)
            if token is None:
                return False
            if token.text in words.words("life", "pronouns"):
                return True
            if token.text.endswith(words.words("endings", "of")):
                return _bare(token.text) in self._lead_names
            position = token.start
        return False

    def _names_kin(self, start: int, end: int) -> bool:
        kin = date_words().words("life", "kin")
        return any(_bare(match[0]) in kin for match in WORD.finditer(self._text, start, end))

    def _life_span(self) -> tuple[LifeEvent, LifeEvent] | None:
        """Birth and death in parentheses in the lead, in a sentence that speaks of a person in the honoured form."""
        for number, draft in enumerate(self._drafts):
            if draft.start > _LEAD_CODE_POINTS:
                return None
            if draft.type is not DateType.RANGE or draft.first is None or draft.last is None:
                continue
            years = (draft.last.year or 0) - (draft.first.year or 0)
            if (
                _SHORTEST_LIFE <= years <= _LONGEST_LIFE
                and self._text[max(0, draft.start - 2) : draft.start].rstrip().endswith("(")
                and self._text.startswith(")", draft.end)
                and _honoured().search(self._text, draft.end, self._sentence(draft.start)[1])
            ):
                return LifeEvent(draft.first, draft.calendar, number), LifeEvent(draft.last, draft.calendar, number)
        return None

    def _sentence(self, position: int) -> tuple[int, int]:
        first, last = max(0, position - _NEAR), min(len(self._text), position + _NEAR)
        before = _SENTENCE_START.search(self._text, first, position)
        after = _SENTENCE_END.search(self._text, position, last)
        return (before.end() if before else first, after.start() if after else last)


def _agreed(events: list[LifeEvent]) -> LifeEvent | None:
    """The most exact of events that all fall into one year; None where they differ."""
    if not events or len({event.year for event in events}) > 1:
        return None
    return max(events, key=lambda event: (event.moment.month is not None, event.moment.day is not None, -event.told_by))


def _bare(word: str) -> str:
    """The word without one case ending."""
    for ending in date_words().words("life", "case_endings"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending)
    return word


@cache
def _happened() -> regex.Pattern[str]:
    """A finite verb that says it took place; it ends its word, so that भएपछि is none."""
    return _whole_words(date_words().words("life", "happened"))


@cache
def _honoured() -> regex.Pattern[str]:
    return _whole_words(date_words().words("life", "honoured"))


def _whole_words(forms: tuple[str, ...]) -> regex.Pattern[str]:
    alternatives = "|".join(regex.escape(form).replace(r"\ ", f"{SPACE}+") for form in forms)
    return regex.compile(rf"(?<!{LETTER})(?:{alternatives})(?!{LETTER})")
