"""One document at a time, isolated from the next: what came of each of many files, errors included."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nepalint.engine.level import Level
from nepalint.engine.run import Lint, LintResult, RuleFailure
from nepalint.errors import NepalintError, defect
from nepalint.files import printable
from nepalint.text.source import Source

if TYPE_CHECKING:
    from nepalint.engine.fixer import FixOutcome


@dataclass(frozen=True, slots=True)
class FileResult:
    """What came of one document. `name` is the label shown: a path as given, or what stands for standard input.

    `result` are the findings of a check; `outcome` what fixing did, where it was asked for; `error` why there is
    neither. `error` beside `outcome` means that a mended text was made but may not or could not be written.
    """

    name: str
    result: LintResult | None = None
    outcome: "FixOutcome | None" = None
    error: NepalintError | None = None

    @property
    def remaining(self) -> LintResult | None:
        """The findings that stand in the document as it is now, or None where it could not be checked."""
        if self.outcome is not None:
            return self.outcome.last if self.error is None else self.outcome.first
        return self.result

    @property
    def failures(self) -> Sequence[RuleFailure]:
        """The rules that did not run to their end."""
        if self.outcome is not None and self.outcome.failures:
            return self.outcome.failures
        return self.remaining.failures if self.remaining is not None else ()

    @property
    def checked(self) -> bool:
        """Whether the document was read and every rule ran to its end."""
        return self.error is None and self.remaining is not None and not self.failures

    @property
    def mended(self) -> "FixOutcome | None":
        """The outcome, where there is one that changes the document and may be written."""
        outcome = self.outcome
        return outcome if outcome is not None and self.checked and outcome.edits else None


@dataclass(frozen=True)
class Plan:
    """How one document is to be treated.

    Args:
        lint: finds what is wrong.
        level: which fixes are applied where fixing is asked for.
        promoted: codes whose unsafe fixes are applied as if they were safe.
        changes_numbers: codes whose fixes may change numbers.
        strict_internal: let a defect through as it is, with its traceback.
    """

    lint: Lint
    level: Level = Level.SAFE
    promoted: frozenset[str] = frozenset()
    changes_numbers: frozenset[str] = frozenset()
    strict_internal: bool = False


def check(source: Source, plan: Plan) -> FileResult:
    """The findings in `source`."""
    return _isolated(source.name, plan, lambda: FileResult(source.name, result=plan.lint(source)))


def mend(source: Source, plan: Plan) -> FileResult:
    """What fixing makes of `source`, verified; nothing is written."""

    from nepalint.engine.fixer import fix  # not needed to check
    from nepalint.engine.verification import verify

    def mended() -> FileResult:
        outcome = fix(source, plan.lint, level=plan.level, promoted=plan.promoted, changes_numbers=plan.changes_numbers)
        if outcome.status != "unchecked":  # those findings say themselves which rule did not finish
            try:
                verify(outcome, plan.changes_numbers)
            except NepalintError as error:
                return FileResult(source.name, outcome=outcome, error=error)
        return FileResult(source.name, outcome=outcome)

    return _isolated(source.name, plan, mended)


def _isolated(name: str, plan: Plan, work: Callable[[], FileResult]) -> FileResult:
    """The result of `work`, or the error that it ended in: one document must not take the others down."""
    try:
        return work()
    except NepalintError as error:
        return FileResult(name, error=error)
    except Exception as error:
        if plan.strict_internal:
            raise
        return FileResult(name, error=defect(error))


def unhandled(name: str, path: Path, error: NepalintError) -> FileResult:
    """The result of a document that could not be read or written; the error no longer begins with its path."""
    reason = str(error).removeprefix(f"{printable(path)}: ")
    return FileResult(name, error=type(error)(reason, hint=error.hint))
