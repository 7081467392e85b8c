"""What a rule says of a document: a `Diagnostic` with its evidence and, where there is one, its `Fix`.

They are named tuples, not frozen dataclasses, because a corpus has millions and these are made three times as fast.
"""

from enum import StrEnum
from typing import NamedTuple

from nepalint.text.spans import Edit, Span


class Severity(StrEnum):
    """How much a finding matters; `info` never fails a run unless asked."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _SEVERITY_RANK[self]


_SEVERITY_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Certainty(StrEnum):
    """How sure the finding is; `suspect` implies the severity info."""

    CERTAIN = "certain"
    LIKELY = "likely"
    SUSPECT = "suspect"


class Applicability(StrEnum):
    """Whether a fix may be applied without a person looking (safe), on request (unsafe), or never (display)."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


FAMILIES = {
    "UNI": "encoding",
    "DAT": "date",
    "NAM": "translit",
    "HIN": "code-mix",
    "ORT": "orthography",
    "MRK": "markup",
    "TYP": "typography",
    "SUP": "suppression",
}
"""Rule families in the order in which they own a word that several explain, with the category each has in outputs."""

HINDI_PASSAGE, FOREIGN_PASSAGE = PASSAGES = ("HIN006", "HIN007")
"""The rules that report whole passages; their category stands apart from that of single words."""

FAMILY_ORDER = {family: rank for rank, family in enumerate(FAMILIES)}


class Evidence(NamedTuple):
    """A place in the document, `[start, end)` in code points, that supports a finding, and why."""

    start: int
    end: int
    text: str
    why: str
    why_en: str


class Fix(NamedTuple):
    """Edits that mend a finding; they are applied together or not at all."""

    edits: tuple[Edit, ...]
    applicability: Applicability
    title: str
    title_en: str


class Diagnostic(NamedTuple):
    """One finding. `start` and `end` are code points of the decoded document, end exclusive."""

    code: str
    name: str
    severity: Severity
    certainty: Certainty
    start: int
    end: int
    message: str
    message_en: str
    fix: Fix | None = None
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The stretch that the finding is about."""
        return Span(self.start, self.end)

    def moved(self, by: int) -> "Diagnostic":
        """The finding `by` code points further on, with its edits and evidence.

        Made by `tuple.__new__`, which passes the named tuples' constructors by, and with one number for one place: a
        long document has hundreds of thousands of findings.
        """
        code, name, severity, certainty, start, end, message, message_en, fix, evidence, alternatives, also = self
        first, last = start + by, end + by

        def shifted(place: int) -> int:
            return first if place == start else last if place == end else place + by

        if fix is not None:
            edits, applicability, title, title_en = fix
            edits = tuple([tuple.__new__(Edit, (shifted(at), shifted(to), text)) for at, to, text in edits])
            fix = tuple.__new__(Fix, (edits, applicability, title, title_en))
        if evidence:
            evidence = tuple(
                [
                    tuple.__new__(Evidence, (shifted(at), shifted(to), text, why, why_en))
                    for at, to, text, why, why_en in evidence
                ]
            )
        return tuple.__new__(
            Diagnostic,
            (code, name, severity, certainty, first, last, message, message_en, fix, evidence, alternatives, also),
        )

    @property
    def category(self) -> str:
        """The name of the rule's family in outputs; whole passages have one of their own."""
        return "code-mix-passage" if self.code in PASSAGES else FAMILIES[self.code[:3]]
