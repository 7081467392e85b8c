from dataclasses import replace

import pytest

from nepalint.diagnostic import Applicability
from nepalint.engine.composition import Cause, ComposedEdit
from nepalint.engine.fixer import FixOutcome, fix
from nepalint.engine.level import Level
from nepalint.engine.numbers import changed_number
from nepalint.engine.run import LintResult, RuleFailure
from nepalint.engine.verification import verify
from nepalint.errors import UnstableError, VerificationError
from nepalint.text.source import Source
from nepalint.text.spans import Edit, SpanSet, apply_edits
from tests.mock_lint import MockLint, Replacing, page


def outcome(
    before: str, *edits: tuple[int, int, str, str], protected: SpanSet | None = None, after: str | None = None
) -> FixOutcome:
    """The outcome of a fixer that did these edits, with (start, end, replacement, code), and checked nothing."""
    source = Source.from_text(before)
    if after is None:
        after = apply_edits(before, [Edit(start, end, new) for start, end, new, _ in edits])
    composed = tuple(
        ComposedEdit(
            start,
            end,
            before[start:end],
            new,
            (Cause(code, code.lower(), Applicability.SAFE, False, "सन्देश", "message", ()),),
        )
        for start, end, new, code in edits
    )
    result = LintResult(page(source, protected or SpanSet()), ())
    return FixOutcome(source, Source.from_text(after), "stable", 1, composed, result, result)


def test_a_sound_outcome_passes() -> None:
    verify(outcome("\ufeffक“ख”ग १९१७\r\n", (1, 2, "कक", "ORT001"), (5, 6, "", "TYP001"), protected=SpanSet([(3, 4)])))
    verify(outcome("नेपाल"))
    real = fix(Source.from_text("गर्यो।"), MockLint((Replacing("ORT001", "गर्यो", "गर्‍यो"),)), level=Level.SAFE)
    verify(real)


@pytest.mark.parametrize(("edit", "place"), [((3, 4), 3), ((2, 4), 2), ((4, 4), 4), ((0, 7), 0)])
def test_an_edit_of_protected_text_is_refused(edit: tuple[int, int], place: int) -> None:
    with pytest.raises(VerificationError, match=f"ORT001 would change protected text at code point {place}"):
        verify(outcome("क“खगघङ”", (*edit, "य", "ORT001"), protected=SpanSet([(2, 6)])))


def test_protected_text_that_is_not_where_it_should_be_is_refused() -> None:
    with pytest.raises(VerificationError, match="protected text at code point 2 would be changed"):
        verify(outcome("क“ख”", (0, 1, "कक", "ORT001"), protected=SpanSet([(2, 3)]), after="कक“ग”"))


@pytest.mark.parametrize(
    ("before", "edits"),
    [
        ("१९१७", [(3, 4, "८", "TYP001")]),
        ("१९ १७", [(2, 3, "", "TYP001")]),
        ("१९१७", [(2, 2, "-", "TYP001")]),
        ("१क२ख३", [(1, 2, "", "TYP001"), (3, 4, "", "ORT001")]),
        ("दुई", [(0, 3, "2", "TYP001")]),
        ("क१२", [(0, 1, "ख", "ORT001"), (2, 3, "ग२", "TYP001")]),
        # a rule that may change numbers excuses nothing beside it
        ("१९१७ क ५", [(0, 4, "१९१८", "DAT001"), (7, 8, "६", "TYP001")]),
        ("१९२८-२०", [(2, 3, "१", "DAT001"), (6, 7, "१", "TYP001")]),
    ],
)
def test_a_changed_number_is_refused(before: str, edits: list[tuple[int, int, str, str]]) -> None:
    with pytest.raises(VerificationError, match=r"(TYP|ORT)001 would change a number"):
        verify(outcome(before, *edits), changes_numbers={"DAT001"})


@pytest.mark.parametrize(
    ("before", "edits"),
    [
        ("१९१७", [(0, 4, "1917", "TYP001")]),
        ("१९ १७", [(2, 3, "  ", "TYP001")]),
        ("१९-१७", [(0, 5, "१७-१९", "TYP001")]),
        ("१९२८-२०", [(0, 4, "1918", "DAT001")]),
        # the same number on both sides of an edit that leaves numbers alone, while another rule changes it
        ("१९२८-२०", [(2, 3, "१", "DAT001"), (4, 5, "–", "TYP001")]),
    ],
)
def test_numbers_that_are_the_same_or_may_change_pass(before: str, edits: list[tuple[int, int, str, str]]) -> None:
    verify(outcome(before, *edits), changes_numbers={"DAT001"})


def test_a_rule_that_agrees_with_one_that_may_change_numbers_may_change_them() -> None:
    one = outcome("१९१७", (0, 4, "१९१८", "UNI001"))
    edit = one.edits[0]
    agreed = edit._replace(causes=(replace(edit.causes[0], also=("DAT001",)),))
    verify(replace(one, edits=(agreed,)), changes_numbers={"DAT001"})


def test_numbers_at_both_ends_of_a_long_run_of_digits_are_seen() -> None:
    text = "१" * 50_000 + "क" + "२" * 50_000
    assert changed_number(text, [Edit(50_000, 50_001, "")]) == Edit(50_000, 50_001, "")
    assert changed_number(text, [Edit(50_000, 50_001, "ख")]) is None
    edits = [Edit(at, at + 1, "1") for at in range(0, 50_000, 2)]
    assert changed_number(text, edits) is None


def test_a_ledger_that_does_not_lead_to_the_text_is_refused() -> None:
    with pytest.raises(VerificationError, match="ledger"):
        verify(outcome("कखग", (0, 1, "य", "ORT001"), after="यखगघ"))
    with pytest.raises(VerificationError, match="ledger"):
        verify(outcome("कखग", after="कखघ"))
    overlapping = outcome("कखग", (0, 1, "य", "ORT001"))
    wrong = overlapping.edits[0]._replace(before="ग")
    with pytest.raises(VerificationError, match="ledger"):
        verify(replace(overlapping, edits=(wrong,)))


def test_unstable_fixes_are_refused_by_name() -> None:
    cycle = fix(
        Source.from_text("क"),
        MockLint((Replacing("ORT001", "क", "ख"), Replacing("HIN001", "ख", "क"))),
        level=Level.SAFE,
    )
    with pytest.raises(UnstableError, match="HIN001, ORT001 come back"):
        verify(cycle)
    endless = fix(Source.from_text("क"), MockLint((Replacing("TYP001", "$", "।"),)), level=Level.SAFE, limit=3)
    with pytest.raises(UnstableError, match="TYP001 go on after 3 rounds"):
        verify(endless)


def test_an_outcome_that_was_not_checked_to_the_end_is_refused() -> None:
    one = replace(outcome("क"), status="unchecked", failures=(RuleFailure("DAT001", "budget", "gave up after 9 s"),))
    with pytest.raises(VerificationError, match=r"DAT001 \(gave up after 9 s\)"):
        verify(one)
