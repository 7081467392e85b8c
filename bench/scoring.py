"""Findings and mended text against the gold: what `check` shows by default, and what `--fix` then makes of it."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bench.edits import Judge, Mending, overlap
from bench.gold import CALQUE, FAMILIES, HINDI, GoldDocument, Mark
from nepalint.batch import Plan, check, mend
from nepalint.diagnostic import Applicability, Diagnostic, Severity
from nepalint.engine.choice import edits_of
from nepalint.engine.fixer import FixOutcome
from nepalint.text.script import WORD
from nepalint.text.spans import Edit

EXPLAINED_BY = {
    "uni": frozenset(("uni", "ort", "typ")),
    "dat": frozenset(("dat", "typ")),
    "nam": frozenset(("nam", "hin", "ort")),
    "hin": frozenset(("hin", "ort", "nam", "uni")),  # a nukta is of the spelling of Hindi
    "corrupt": frozenset(("hin", "ort", "nam", "uni", "mrk")),
    "ort": frozenset(("ort", "hin", "uni", "nam")),
    "mrk": frozenset(("mrk", "typ", "uni")),
    "typ": frozenset(("typ", "mrk", "uni", "ort")),
    CALQUE: frozenset(("hin",)),
}
"""Families whose findings find a defect: its own, and those that own the word where several explain it."""
LONGER = 20
"""Code points by which a finding may be longer than a defect that it finds and does not mend."""
READ_AS_WORDS = frozenset(("hin", "ort", "uni", "mrk"))
"""Families whose false alarms nobody can tell where words were not read."""
NEPALI = "ne"
ALL = "all"
"""The row under which every defect is counted once."""


class ScoringError(Exception):
    """A gold document that nepalint could not check or mend."""


class Verdict(StrEnum):
    """What a finding is worth."""

    RIGHT = "right"
    """It finds a marked defect of a family that it explains."""
    ASTRAY = "astray"
    """It touches a defect, but of another family, or says much more than is wrong."""
    FALSE = "false"
    """It touches no defect, or offers an edit in a quotation."""
    NEUTRAL = "neutral"
    """It finds a defect in a quotation and leaves it alone, or stands where nobody read the words."""


@dataclass(slots=True)
class RuleScore:
    """The findings of one rule, the fixes that they offer, and the edits that `--fix` made for it."""

    findings: Counter[Verdict] = field(default_factory=Counter)
    fixes: Counter[Mending] = field(default_factory=Counter)
    edits: Counter[Mending] = field(default_factory=Counter)
    remarks: int = 0
    """Findings of severity info, which fail no run; they are counted and not judged."""

    @property
    def right(self) -> int:
        """Findings that find a defect."""
        return self.findings[Verdict.RIGHT]

    @property
    def judged(self) -> int:
        """Findings that are right or not; precision is the share of `right` in them."""
        return self.findings.total() - self.findings[Verdict.NEUTRAL]

    def __iadd__(self, other: "RuleScore") -> "RuleScore":
        self.findings += other.findings
        self.fixes += other.fixes
        self.edits += other.edits
        self.remarks += other.remarks
        return self


@dataclass(slots=True)
class Silence:
    """Documents in which nothing is to be found."""

    documents: int = 0
    silent: int = 0
    tokens: int = 0
    findings: int = 0
    edits: int = 0


@dataclass(slots=True)
class Score:
    """What came of one set of documents. `sought` and `found` count defects by what `kinds_of` says of them."""

    documents: int = 0
    tokens: int = 0
    rules: dict[str, RuleScore] = field(default_factory=dict)
    sought: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    safe: int = 0
    """Defects marked as safe to mend."""
    mended: int = 0
    """How many of those have their right form after `--fix`."""
    silence: dict[str, Silence] = field(default_factory=dict)
    """By language for documents in other languages, and `clean` for Nepali ones without a defect."""
    harm: Counter[str] = field(default_factory=Counter)
    """Safe fixes that are wrong, by rule: made by `--fix`, or offered where another one came first."""
    places: list[str] = field(default_factory=list)
    """What a person should look at, with the text; empty unless asked for."""

    def rule(self, code: str) -> RuleScore:
        """The score of a rule, a new one at first."""
        return self.rules.setdefault(code, RuleScore())

    def family(self, family: str = "") -> RuleScore:
        """The sum of the rules of a family, or of all."""
        total = RuleScore()
        for code, one in self.rules.items():
            if code.lower().startswith(family):
                total += one
        return total


def score(documents: Iterable[GoldDocument], plan: Plan, *, quoting: bool) -> Score:
    """Checks and mends every document; only where `quoting`, the score holds words of theirs.

    Raises:
        ScoringError: a document could not be checked, or its fixes do not settle.
    """
    total = Score()
    for document in documents:
        _Reading(document, plan, total, quoting).count()
    return total


class _Reading:
    """One document, counted into `total`."""

    def __init__(self, document: GoldDocument, plan: Plan, total: Score, quoting: bool) -> None:
        self._document = document
        self._total = total
        self._quoting = quoting
        source = document.source
        checked = check(source, plan)
        mended = mend(source, plan)
        if not checked.checked or checked.result is None or not mended.checked or mended.outcome is None:
            failures = sorted({failure.code for failure in (*checked.failures, *mended.failures)})
            reason = ", ".join(failures) or type(checked.error or mended.error).__name__
            raise ScoringError(f"{document.path.name} could not be checked: {reason}")
        if mended.outcome.status != "stable":
            raise ScoringError(f"{document.path.name} does not settle: {', '.join(mended.outcome.firing)}")
        self._shown = [one for one in checked.result.diagnostics if one.severity is not Severity.INFO]
        self._remarks = [one for one in checked.result.diagnostics if one.severity is Severity.INFO]
        self._untouchable = checked.result.untouchable
        self._outcome: FixOutcome = mended.outcome
        self._defects = [mark for mark in document.marks if mark.is_defect]
        self._harmed: set[tuple[str, Edit]] = set()

    def count(self) -> None:
        """Add what is in the document to the total."""
        total = self._total
        total.documents += 1
        tokens = sum(1 for _ in WORD.finditer(self._document.text))
        total.tokens += tokens
        found = {mark for one in self._shown for mark in self._finding(one)}
        for one in self._remarks:
            total.rule(one.code).remarks += 1
        self._count_defects(found)
        self._count_edits()
        for code, _ in self._harmed:
            total.harm[code] += 1
        if self._document.language != NEPALI or not self._defects:
            kind = "clean" if self._document.language == NEPALI else self._document.language
            silence = total.silence.setdefault(kind, Silence())
            silence.documents += 1
            silence.silent += not self._shown
            silence.tokens += tokens
            silence.findings += len(self._shown)
            silence.edits += len(self._outcome.edits)

    def _finding(self, one: Diagnostic) -> list[Mark]:
        """Judge a finding and the fix that it offers; the defects that it finds."""
        tally = self._total.rule(one.code)
        edits = edits_of(one)
        judge = Judge(self._document, edits)
        judged = [judge.edit(edit) for edit in edits]
        mended = {mark for mending, marks in judged if mending <= Mending.PART for mark in marks}
        touched = [mark for mark in self._defects if overlap(mark, one.span) or mark in mended]
        about = [mark for mark in touched if mark in mended or one.end - one.start <= mark.end - mark.start + LONGER]
        found = [mark for mark in about if not mark.is_quoted and _explains(one, mark)]
        verdict = Verdict.RIGHT if found else self._elsewhere(one, touched)
        tally.findings[verdict] += 1
        if edits:
            mending = max(mending for mending, _ in judged)
            if mending is Mending.WRONG and (
                verdict is Verdict.NEUTRAL or self._is_unread(one.code, one.start, one.end)
            ):
                mending = Mending.UNKNOWN
            tally.fixes[mending] += 1
            self._note_fix(one, mending)
        if verdict in (Verdict.FALSE, Verdict.ASTRAY):
            self._note(f"{verdict} {one.code}", one.start, one.end, one.fix.title_en if one.fix else None)
        return found

    def _elsewhere(self, one: Diagnostic, touched: Sequence[Mark]) -> Verdict:
        """What a finding is worth that finds none of the defects that it touches."""
        if any(not mark.is_quoted for mark in touched):
            return Verdict.ASTRAY
        if (touched and one.fix is None) or self._is_unread(one.code, one.start, one.end):
            return Verdict.NEUTRAL
        return Verdict.FALSE

    def _is_unread(self, code: str, start: int, end: int) -> bool:
        return code[:3].lower() in READ_AS_WORDS and self._document.unread.overlaps(start, end)

    def _note_fix(self, one: Diagnostic, mending: Mending) -> None:
        """Keep what a wrong fix would do; where it is offered as safe, that is harm, made by `--fix` or not."""
        if mending is not Mending.WRONG or one.fix is None:
            return
        self._note(f"wrong fix {one.code}", one.start, one.end, one.fix.title_en)
        if one.fix.applicability is Applicability.SAFE:
            for edit in edits_of(one):
                if not self._untouchable.overlaps(edit.start, edit.end):
                    self._harm(one.code, edit)

    def _count_defects(self, found: Container[Mark]) -> None:
        for mark in self._defects:
            if mark.is_quoted:
                continue
            for kind in kinds_of(mark):
                self._total.sought[kind] += 1
                self._total.found[kind] += mark in found
            if mark not in found:
                right = "/".join(mark.rights) if mark.rights else None
                self._note(f"missed {'/'.join(sorted(mark.families))}", mark.start, mark.end, right)

    def _count_edits(self) -> None:
        """What `--fix` made of the document."""
        edits = [Edit(edit.start, edit.end, edit.after) for edit in self._outcome.edits]
        judge = Judge(self._document, edits)
        for edit, composed in zip(edits, self._outcome.edits, strict=True):
            mending, _ = judge.edit(edit)
            for code in sorted({cause.code for cause in composed.causes}):
                unread = mending is Mending.WRONG and self._is_unread(code, edit.start, edit.end)
                self._total.rule(code).edits[Mending.UNKNOWN if unread else mending] += 1
                if mending is Mending.WRONG and not unread:
                    self._harm(code, edit)
        for mark in self._defects:
            if "safe" in mark.labels and not mark.is_quoted:
                self._total.safe += 1
                self._total.mended += judge.mark(mark) is Mending.RIGHT

    def _harm(self, code: str, edit: Edit) -> None:
        if (code, edit) not in self._harmed:
            self._harmed.add((code, edit))
            self._note(f"HARM {code}", edit.start, edit.end, edit.replacement)

    def _note(self, what: str, start: int, end: int, then: str | None) -> None:
        """Keep a place with what it becomes or should: ∅ where it goes, ? where nobody knows."""
        if self._quoting:
            text = self._document.text
            around = text[max(0, start - 12) : start], text[start:end], text[end : end + 12]
            shown = "⟦".join((around[0], "⟧".join(around[1:]))).replace("\n", "⏎")
            self._total.places.append(
                f"{self._document.place(start)}: {what}: {shown} → {'?' if then is None else then or '∅'}"
            )


def kinds_of(mark: Mark) -> Iterator[str]:
    """The rows under which a defect is counted: all of them, its families, and its labels of code-mixing."""
    yield ALL
    yield from (family for family in (*FAMILIES, CALQUE) if family in mark.families)
    yield from (label for label in HINDI if label in mark.labels)


def _explains(one: Diagnostic, mark: Mark) -> bool:
    """Whether a finding is of a family that may own the defect."""
    families = mark.families | (mark.labels & {"corrupt"})
    explained: set[str] = set().union(*(EXPLAINED_BY[family] for family in families))
    return any(code[:3].lower() in explained for code in (one.code, *one.also))
