"""A date expression while it is being read: what its words say, before its neighbours are looked at."""

from dataclasses import dataclass

from nepalint.facts.dates.lexicon import Kind
from nepalint.facts.dates.model import Calendar, DateType, Duration, Moment, YearDigits


@dataclass(slots=True, kw_only=True)
class Draft:
    """See `DateFact`; offsets are those of the folded text.

    `from_birth` marks an age that the birth of the subject can date (पाँच वर्षको उमेर). `cued` says that words or
    signs around it show that it is a date. `following` is the kind of what comes next, and `following_end` where that
    ends.
    """

    start: int
    end: int
    type: DateType
    calendar: Calendar = Calendar.UNKNOWN
    first: Moment | None = None
    last: Moment | None = None
    duration: Duration | None = None
    years: tuple[YearDigits, ...] = ()
    about: bool = False
    inherited: bool = False
    from_birth: bool = False
    cued: bool = True
    following: Kind = Kind.END
    following_end: int = 0
    edtf: str | None = None

    @property
    def single(self) -> bool:
        """Whether it names one year, month or day, which may be an end of a range."""
        return self.type in (DateType.YEAR, DateType.MONTH, DateType.DAY) and self.first is not None
