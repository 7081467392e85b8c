"""The check before every write: a fixed text keeps each promise, or it is not written.

It trusts nothing that the fixer did and works from the two texts and the composed edits alone: protected text is where
it was, character for character; numbers are the same, save where a rule that may change them was at work; and the
ledger leads from each text to the other, byte for byte.
"""

from collections.abc import Container

from nepalint.engine.composition import placed
from nepalint.engine.fixer import ComposedEdit, FixOutcome
from nepalint.engine.numbers import changed_number
from nepalint.errors import UnstableError, VerificationError
from nepalint.text.spans import Edit

__all__ = ["verify"]


def verify(outcome: FixOutcome, changes_numbers: Container[str] = ()) -> None:
    """Make sure that `outcome.after` may be written in place of `outcome.before`.

    Args:
        outcome: what the fixer made.
        changes_numbers: codes of the rules that may change numbers.

    Raises:
        UnstableError: the fixes did not settle.
        VerificationError: a rule did not run to its end, or a promise would be broken.
    """
    if outcome.status == "unchecked":
        rules = ", ".join(sorted({f"{one.code} ({one.detail or one.reason})" for one in outcome.failures}))
        raise VerificationError(f"not checked to the end, so not fixed: {rules}")
    if outcome.status != "stable":
        how = "come back to an earlier text" if outcome.status == "cycle" else f"go on after {outcome.rounds} rounds"
        raise UnstableError(f"the fixes of {', '.join(outcome.firing)} {how}")
    _check_protected(outcome)
    _check_numbers(outcome, changes_numbers)
    _check_ledger(outcome)


def _check_protected(outcome: FixOutcome) -> None:
    before, after = outcome.before.text, outcome.after.text
    protected = outcome.first.untouchable
    for edit in outcome.edits:
        if protected.overlaps(edit.start, edit.end):
            raise VerificationError(f"{_codes(edit)} would change protected text at code point {edit.start}")
    index = grown = 0
    for start, end in protected:
        while index < len(outcome.edits) and outcome.edits[index].end <= start:
            grown += len(outcome.edits[index].after) - len(outcome.edits[index].before)
            index += 1
        if before[start:end] != after[start + grown : end + grown]:
            raise VerificationError(f"protected text at code point {start} would be changed")


def _check_numbers(outcome: FixOutcome, changes_numbers: Container[str]) -> None:
    bound = [
        edit
        for edit in outcome.edits
        if not any(code in changes_numbers for cause in edit.causes for code in cause.codes)
    ]
    changed = changed_number(outcome.before.text, [Edit(edit.start, edit.end, edit.after) for edit in bound])
    if changed is not None:
        at_fault = next(edit for edit in bound if edit.start == changed.start)
        raise VerificationError(f"{_codes(at_fault)} would change a number at code point {changed.start}")


def _check_ledger(outcome: FixOutcome) -> None:
    if outcome.after is outcome.before and not outcome.edits:
        return
    for source in (outcome.before, outcome.after):
        try:
            whole = source.text.encode() == source.raw
        except UnicodeEncodeError:
            whole = False
        if not whole:
            raise VerificationError("a document that is not valid UTF-8 has no ledger")
    if not _joins(outcome):
        raise VerificationError("the ledger does not lead from one text to the other")


def _joins(outcome: FixOutcome) -> bool:
    """Whether the places and texts of the ledger lead from each text to the other, code point for code point.

    The same as `ledger.replay` and `ledger.undo` making the other text, without making the entries and the texts.
    """
    before, after = outcome.before.text, outcome.after.text
    last = after_last = 0
    for edit, after_start, after_end in placed(outcome.edits):
        if not (
            last <= edit.start <= edit.end
            and before[last : edit.start] == after[after_last:after_start]
            and before[edit.start : edit.end] == edit.before
            and after[after_start:after_end] == edit.after
        ):
            return False
        last, after_last = edit.end, after_end
    return before[last:] == after[after_last:]


def _codes(edit: ComposedEdit) -> str:
    return ", ".join(dict.fromkeys(cause.code for cause in edit.causes))
