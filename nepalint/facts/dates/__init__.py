"""The dates that a document names: `find_dates` gives them as facts, in order."""

from nepalint.facts.dates.find import find_dates
from nepalint.facts.dates.model import Calendar, DateFact, DateType, Duration, Moment, YearDigits

__all__ = ["Calendar", "DateFact", "DateType", "Duration", "Moment", "YearDigits", "find_dates"]
