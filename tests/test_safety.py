"""A safe fix has earned it: judged firings on real text, or, where a rule fires rarely, generated cases as well."""

from pathlib import Path

import pytest

from bench.earned import safe_rules, without_evidence
from bench.judged import bounds, codes, judged, lower_bound
from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.run import Lint
from nepalint.text.source import Source
from nepalint.text.spans import apply_edits
from tests.generated_cases import CASES, GENERATORS, cases

BOOK = load_rulebook()


def test_the_bounds_are_wilsons() -> None:
    assert lower_bound(150, 150) == pytest.approx(0.9750, abs=1e-4)
    assert bounds(95, 100) == pytest.approx((0.8882, 0.9785), abs=1e-4)
    assert bounds(0, 0) == (0, 1)


@pytest.mark.parametrize("code", safe_rules(BOOK))
def test_a_safe_rule_has_earned_it(code: str) -> None:
    assert all(row.verdict in ("right", "wrong") for row in judged(code))
    assert list(without_evidence(code, GENERATORS)) == []


def test_judged_edits_are_still_made_or_still_left() -> None:
    """What was judged right is still found in its fragment, and nothing judged wrong is a safe fix today."""
    lost: list[tuple[str, str]] = []
    for code, row in [(rule, row) for rule in codes() for row in judged(rule)]:
        found = Lint((BOOK.by_code[code],))(Source.from_text(row.text)).diagnostics
        made = any(edit == (row.start, row.end, row.fix) for one in found if one.fix for edit in one.fix.edits)
        if made != (row.verdict == "right"):
            lost.append((code, row.text))
    assert lost == []


def test_false_alarms_of_the_past_stay_silent() -> None:
    loud = []
    for line in (Path(__file__).parent / "gold" / "false_alarms.tsv").read_text("utf-8").split("\n")[2:]:
        if line:
            code, text, _ = line.split("\t")
            loud += [(one.code, text) for one in Lint((BOOK.by_code[code],))(Source.from_text(text)).diagnostics]
    assert loud == []


@pytest.mark.parametrize("code", sorted(GENERATORS))
def test_generated_cases_are_mended_rightly(code: str) -> None:
    made = cases(code)
    assert len(made) == CASES
    lint = Lint((BOOK.by_code[code],))
    wrong = []
    for text, mended in made:
        edits = [edit for one in lint(Source.from_text(text)).diagnostics if one.fix for edit in one.fix.edits]
        if apply_edits(text, edits) != mended:
            wrong.append((text, apply_edits(text, edits)))
    assert wrong == []
