"""The fixer: choose among fixes, keep off protected text, apply, look again, until nothing is left to do.

Which of overlapping fixes comes first is said in `choice`. Promises kept here, whichever rule made a fix:

- None is applied that meets protected text or what a suppression speaks of, be it now or in the original.
- None is applied that changes a number, unless its rule is one of those that may.
- Fixing the result changes nothing more. A fix may lay bare what a quotation protected, by taking a mark away or the
  space beside it; what others would mend there must wait, for it was protected in the original, and would be mended
  when fixing again. Then it is the fix that laid it bare which is left out.
- A text whose fixes do not settle stays as it was.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from nepalint.diagnostic import Applicability, Diagnostic, Evidence
from nepalint.engine.choice import choose, edits_of
from nepalint.engine.composition import Cause, ComposedEdit, Composition
from nepalint.engine.level import Level
from nepalint.engine.numbers import changed_number
from nepalint.engine.packed import PackedEdits, PackedFindings
from nepalint.engine.run import LintResult, RuleFailure
from nepalint.errors import VerificationError
from nepalint.text.source import Source
from nepalint.text.spans import Edit, SpanSet, apply_sorted

__all__ = ["Cause", "ComposedEdit", "FixOutcome", "Status", "fix"]

ATTEMPTS = 20
"""How often fixing starts anew without a fix that lays protected text bare."""

PACKED_FROM = 10_000
"""Findings from which those of the original are packed while the next text is looked at."""

LONGEST_NUMBER = 64
"""How many digits on either side of a fix are looked at; the check before writing looks at all."""


Status = Literal["stable", "cycle", "limit", "unchecked"]
"""How fixing ended: nothing left to fix; a text seen before; too many rounds; a rule that did not run to its end."""


@dataclass(frozen=True, slots=True)
class FixOutcome:
    """What fixing made of a source. Unless `status` is stable, `after` is `before` and there are no edits.

    `edits` are in code points of `before`, sorted, neither overlapping nor touching. `first` and `last` are the
    results of linting `before` and `after`. `firing` names the codes that kept an unstable text from settling,
    `failures` the rules that did not finish in whichever round that was.
    """

    before: Source
    after: Source
    status: Status
    rounds: int
    edits: tuple[ComposedEdit, ...]
    first: LintResult
    last: LintResult
    firing: tuple[str, ...] = ()
    failures: tuple[RuleFailure, ...] = ()


def fix(
    source: Source,
    lint: Callable[[Source], LintResult],
    *,
    level: Level,
    promoted: Container[str] = (),
    changes_numbers: Container[str] = (),
    limit: int = 10,
) -> FixOutcome:
    """Apply the fixes that `level` admits, round by round, until none is left.

    Args:
        source: what to fix; it is not changed.
        lint: finds what is to be mended; it is called once a round.
        level: which fixes to apply.
        promoted: codes whose unsafe fixes are applied as if they were safe.
        changes_numbers: codes of the rules whose fixes may change numbers.
        limit: the most rounds of edits before the text counts as never settling.

    Raises:
        VerificationError: a rule offered a fix that is none: outside the text, or overlapping itself.
    """
    origin = _Origin(source, lint(source))
    terms = _Terms(level, promoted, changes_numbers, limit)
    outcome = _settle(origin, lint, terms)
    if terms.left_out and outcome.edits:
        again = _settle(_Origin(outcome.after, outcome.last), lint, replace(terms, left_out=set()))
        if again.edits:  # better leave the text than have it move once more the next time
            return origin.unchanged("stable", 0)
    return outcome


def _settle(origin: "_Origin", lint: Callable[[Source], LintResult], terms: "_Terms") -> FixOutcome:
    """Start anew without the fixes that lay protected text bare, until none does."""
    for _ in range(ATTEMPTS):
        attempt = _Attempt(origin, terms)
        outcome = attempt.run(lint)
        waiting = attempt.waiting() if outcome.status == "stable" else []
        if not waiting:
            return outcome
        terms.left_out.update(attempt.culprits(waiting))
    return origin.unchanged("limit", outcome.rounds, (one.code for one in waiting))


@dataclass(slots=True)
class _Origin:
    """What is fixed, and the findings in it."""

    source: Source
    first: LintResult

    def pack(self) -> None:
        """Make many findings small, once nobody looks at them one by one."""
        findings = self.first.diagnostics
        if len(findings) > PACKED_FROM and not isinstance(findings, PackedFindings):
            self.first = replace(self.first, diagnostics=PackedFindings(findings))

    def unchanged(
        self, status: Status, rounds: int, firing: Iterable[str] = (), failures: tuple[RuleFailure, ...] = ()
    ) -> FixOutcome:
        """The outcome of fixes that came to nothing."""
        source, first = self.source, self.first
        return FixOutcome(source, source, status, rounds, (), first, first, tuple(sorted(set(firing))), failures)


class _Place(NamedTuple):
    """A fix in terms of the original: the stretch that its edits span there, and the code of its rule."""

    start: int
    end: int
    code: str


@dataclass(slots=True)
class _Terms:
    """What may be applied, and how long; `left_out` grows from attempt to attempt."""

    level: Level
    promoted: Container[str]
    changes_numbers: Container[str]
    limit: int
    left_out: set[_Place] = field(default_factory=set)

    def admit(self, one: Diagnostic) -> bool:
        """Whether a finding has a fix that may be applied without asking anyone."""
        if one.fix is None or not one.fix.edits or one.fix.applicability is Applicability.DISPLAY:
            return False
        if one.fix.applicability is Applicability.SAFE or self.level is Level.UNSAFE:
            return True
        return any(code in self.promoted for code in (one.code, *one.also))

    def permit(self, one: Diagnostic, text: str, protected: SpanSet) -> bool:
        """Whether a fix keeps off protected text and leaves the numbers alone.

        Raises:
            VerificationError: the fix cannot be applied at all.
        """
        edits = edits_of(one)
        if len(edits) == 1:
            start, end, replacement = edits[0]
            if not 0 <= start <= end <= len(text) or _unwritable(replacement):
                raise _inapplicable(one)
            if protected.overlaps(start, end):
                return False
            return self._counts_alike(one, text, edits)
        last = 0
        point = -1
        for start, end, replacement in edits:
            if not last <= start <= end <= len(text) or start == end == point or _unwritable(replacement):
                raise _inapplicable(one)
            last = end
            point = start if start == end else -1
        if any(protected.overlaps(start, end) for start, end, _ in edits):
            return False
        return self._counts_alike(one, text, edits)

    def _counts_alike(self, one: Diagnostic, text: str, edits: tuple[Edit, ...]) -> bool:
        """Whether a fix leaves the numbers alone, or its rule may change them."""
        if changed_number(text, edits, reach=LONGEST_NUMBER) is None:
            return True
        return any(code in self.changes_numbers for code in (one.code, *one.also))


class _Attempt:
    """One way from the original to a text without fixes."""

    def __init__(self, origin: _Origin, terms: _Terms) -> None:
        self._origin = origin
        self._terms = terms
        self._current = origin.source
        self._result = origin.first
        self._protected = origin.first.untouchable
        self._composition = Composition()
        self._applied = _Places()
        self._plain: dict[tuple[object, ...], tuple[Cause, ...]] = {}

    def run(self, lint: Callable[[Source], LintResult]) -> FixOutcome:
        """Apply round after round."""
        origin = self._origin
        seen = {origin.source.sha256: 0}
        fired: list[set[str]] = []
        while True:
            if self._result.failures:
                return origin.unchanged("unchecked", len(fired), failures=self._result.failures)
            self._protected = self._result.untouchable
            if fired:
                self._protected = self._protected.union(self._composition.carried(origin.first.untouchable))
            admitted = self._open(self._protected)
            if not admitted:
                break
            if len(fired) == self._terms.limit:
                return origin.unchanged("limit", len(fired), (one.code for one in admitted))
            codes = self._apply(admitted)
            digest = self._current.sha256
            if digest in seen:
                return origin.unchanged("cycle", len(fired) + 1, set().union(codes, *fired[seen[digest] :]))
            fired.append(codes)
            seen[digest] = len(fired)
            self._result = lint(self._current)
        edits = self._composition.edits(origin.source.text, self._current.text)
        return FixOutcome(origin.source, self._current, "stable", len(fired), edits, origin.first, self._result)

    def _apply(self, admitted: list[Diagnostic]) -> set[str]:
        """Make one round of edits; the codes that had a part in it.

        The findings, of which `admitted` is emptied, are let go before the next text is made: both together would
        weigh more than all else.
        """
        chosen = choose(admitted, len(self._current.text))
        admitted.clear()
        codes = set()
        for _, findings in chosen:
            for one in findings:
                codes.add(one.code)
                self._applied.add(self._place(one))
        self._composition.add((edit, self._causes(findings)) for edit, findings in chosen)
        edits = PackedEdits(edit for edit, _ in chosen)
        chosen.clear()
        self._origin.pack()
        self._result = self._origin.first
        self._current = self._current.with_text(apply_sorted(self._current.text, edits))
        return codes

    def waiting(self) -> list[Diagnostic]:
        """The findings whose fixes only the protection of the original holds back, after a run that settled."""
        now = self._result.untouchable
        return self._open(now) if self._applied and now != self._protected else []

    def culprits(self, waiting: Iterable[Diagnostic]) -> set[_Place]:
        """The applied fixes that laid bare where `waiting` are: the nearest one before each, else the nearest after.

        Zones are read from left to right, and between such a fix and what it laid bare all was protected.
        """
        applied = sorted(set(self._applied))
        found = set()
        for one in waiting:
            index = bisect_right(applied, self._place(one))
            found.add(applied[max(index - 1, 0)])
        return found

    def _open(self, protected: SpanSet) -> list[Diagnostic]:
        """The findings in the current text whose fixes may be applied."""
        terms, text = self._terms, self._current.text
        return [
            one
            for one in self._result.diagnostics
            if terms.admit(one)
            and terms.permit(one, text, protected)
            and not (terms.left_out and self._place(one) in terms.left_out)
        ]

    def _place(self, one: Diagnostic) -> _Place:
        edits = edits_of(one)
        if not self._composition:
            return _Place(edits[0].start, edits[-1].end, one.code)
        return _Place(*self._composition.original_span(edits[0].start, edits[-1].end), one.code)

    def _causes(self, findings: Sequence[Diagnostic]) -> tuple[Cause, ...]:
        """The findings as causes, their evidence moved to where it stands in the original."""
        if len(findings) > 1 or findings[0].evidence:
            return tuple([self._cause(one) for one in findings])
        one = findings[0]
        alike = (one.code, one.fix and one.fix.applicability, one.message, one.message_en, one.also)
        causes = self._plain.get(alike)
        if causes is None:
            causes = self._plain[alike] = (self._cause(one),)
        return causes

    def _cause(self, one: Diagnostic) -> Cause:
        applicability = one.fix.applicability if one.fix else Applicability.DISPLAY
        evidence = one.evidence
        if evidence and self._composition:
            evidence = tuple(
                Evidence(*self._composition.original_span(piece.start, piece.end), piece.text, piece.why, piece.why_en)
                for piece in evidence
            )
        promoted = self._terms.level is Level.SAFE and applicability is not Applicability.SAFE
        return Cause(one.code, one.name, applicability, promoted, one.message, one.message_en, evidence, one.also)


class _Places:
    """Places kept small: there is one for every fix that was applied."""

    __slots__ = ("_codes", "_ends", "_starts")

    def __init__(self) -> None:
        self._starts = array("q")
        self._ends = array("q")
        self._codes: list[str] = []

    def add(self, place: _Place) -> None:
        self._starts.append(place.start)
        self._ends.append(place.end)
        self._codes.append(place.code)

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[_Place]:
        return map(_Place, self._starts, self._ends, self._codes)


def _inapplicable(one: Diagnostic) -> VerificationError:
    return VerificationError(f"{one.code} offers a fix that cannot be applied, at code point {one.start}")


@lru_cache(maxsize=1 << 14)
def _unwritable(replacement: str) -> bool:
    """Whether a replacement holds half a surrogate pair, which no UTF-8 document can."""
    try:
        replacement.encode()
    except UnicodeEncodeError:
        return True
    return False
