"""The fixer: choose among fixes, keep off protected text, apply, look again, until nothing is left to do.

Which of overlapping fixes comes first is said in `choice`. Promises kept here, whichever rule made a fix:

- None is applied that meets protected text or what a suppression speaks of, be it now or in the original.
- None is applied that changes a number, unless its rule is one of those that may.
- Fixing the result changes nothing more. A fix may lay bare what a quotation protected, by taking a mark away or the
  space beside it; what others would mend there must wait, for it was protected in the original, and would be mended
  when fixing again. Then it is the fix that laid it bare which is left out.
- A text whose fixes do not settle stays as it was.
"""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nepalint.diagnostic import Applicability, Diagnostic, Evidence
from nepalint.engine.choice import choose, edits_of
from nepalint.engine.composition import Cause, ComposedEdit, Composition
from nepalint.engine.level import Level
from nepalint.engine.numbers import changed_number
from nepalint.engine.run import LintResult, RuleFailure
from nepalint.errors import VerificationError
from nepalint.text.source import Source
from nepalint.text.spans import SpanSet, apply_edits

__all__ = ["Cause", "ComposedEdit", "FixOutcome", "Status", "fix"]

ATTEMPTS = 20
"""How often fixing starts anew without a fix that lays protected text bare."""

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
    first = lint(source)
    terms = _Terms(level, promoted, changes_numbers, limit)
    for _ in range(ATTEMPTS):
        attempt = _Attempt(source, first, terms)
        outcome = attempt.run(lint)
        waiting = attempt.waiting() if outcome.status == "stable" else []
        if not waiting:
            return outcome
        terms.left_out.update(attempt.culprits(waiting))
    return _unchanged(source, first, "limit", outcome.rounds, (one.code for one in waiting))


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
        last = 0
        point = -1
        for start, end, replacement in edits:
            if not last <= start <= end <= len(text) or start == end == point or _unwritable(replacement):
                raise VerificationError(f"{one.code} offers a fix that cannot be applied, at code point {one.start}")
            last = end
            point = start if start == end else -1
        if any(protected.overlaps(start, end) for start, end, _ in edits):
            return False
        if any(code in self.changes_numbers for code in (one.code, *one.also)):
            return True
        return changed_number(text, edits, reach=LONGEST_NUMBER) is None


class _Attempt:
    """One way from the original to a text without fixes."""

    def __init__(self, source: Source, first: LintResult, terms: _Terms) -> None:
        self._source = source
        self._first = first
        self._terms = terms
        self._current = source
        self._result = first
        self._composition = Composition()
        self._applied: list[_Place] = []

    def run(self, lint: Callable[[Source], LintResult]) -> FixOutcome:
        """Apply round after round."""
        source, first = self._source, self._first
        seen = {source.sha256: 0}
        fired: list[set[str]] = []
        while True:
            if self._result.failures:
                return _unchanged(source, first, "unchecked", len(fired), failures=self._result.failures)
            text = self._current.text
            protected = self._result.untouchable
            if fired:
                protected = protected.union(self._composition.carried(first.untouchable))
            admitted = self._open(protected)
            if not admitted:
                break
            if len(fired) == self._terms.limit:
                return _unchanged(source, first, "limit", len(fired), (one.code for one in admitted))
            chosen = choose(admitted, len(text))
            fired.append({one.code for _, findings in chosen for one in findings})
            self._applied += {self._place(one) for _, findings in chosen for one in findings}
            edited = apply_edits(text, [edit for edit, _ in chosen])
            self._composition.add([(edit, self._causes(findings)) for edit, findings in chosen])
            self._current = self._current.with_text(edited)
            digest = self._current.sha256
            if digest in seen:
                return _unchanged(source, first, "cycle", len(fired), set().union(*fired[seen[digest] :]))
            seen[digest] = len(fired)
            self._result = lint(self._current)
        edits = self._composition.edits(source.text, self._current.text)
        return FixOutcome(source, self._current, "stable", len(fired), edits, first, self._result)

    def waiting(self) -> list[Diagnostic]:
        """The findings whose fixes only the protection of the original holds back, after a run that settled."""
        return self._open(self._result.untouchable) if self._applied else []

    def culprits(self, waiting: Iterable[Diagnostic]) -> set[_Place]:
        """The applied fixes that laid bare where `waiting` are: the nearest one before each, else the nearest after.

        Zones are read from left to right, and between such a fix and what it laid bare all was protected.
        """
        applied = sorted(self._applied)
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
        return _Place(*self._composition.original_span(edits[0].start, edits[-1].end), one.code)

    def _causes(self, findings: Iterable[Diagnostic]) -> tuple[Cause, ...]:
        """The findings as causes, their evidence moved to where it stands in the original."""
        causes = []
        for one in findings:
            applicability = one.fix.applicability if one.fix else Applicability.DISPLAY
            evidence = tuple(
                Evidence(*self._composition.original_span(piece.start, piece.end), piece.text, piece.why, piece.why_en)
                for piece in one.evidence
            )
            promoted = self._terms.level is Level.SAFE and applicability is not Applicability.SAFE
            causes.append(
                Cause(one.code, one.name, applicability, promoted, one.message, one.message_en, evidence, one.also)
            )
        return tuple(causes)


def _unchanged(
    source: Source,
    first: LintResult,
    status: Status,
    rounds: int,
    firing: Iterable[str] = (),
    failures: tuple[RuleFailure, ...] = (),
) -> FixOutcome:
    """The outcome of fixes that came to nothing."""
    return FixOutcome(source, source, status, rounds, (), first, first, tuple(sorted(set(firing))), failures)


def _unwritable(replacement: str) -> bool:
    """Whether a replacement holds half a surrogate pair, which no UTF-8 document can."""
    try:
        replacement.encode()
    except UnicodeEncodeError:
        return True
    return False
