"""A safe fix has earned it: judged firings on real text, or, where a rule fires rarely, generated cases as well."""

from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import NamedTuple

import pytest

from nepalint.diagnostic import Applicability
from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.run import Lint
from nepalint.text.source import Source
from nepalint.text.spans import apply_edits
from tests.generated_cases import CASES, GENERATORS, cases

JUDGED = Path(__file__).parent / "gold" / "judged"
BOOK = load_rulebook()
SAFE = [rule.meta.code for rule in BOOK.rules if rule.meta.applicability is Applicability.SAFE]
ENOUGH = 150
LEAST_PRECISION = 0.97


class Judged(NamedTuple):
    """One edit that a reader judged; offsets are code points of `text`."""

    text: str
    start: int
    end: int
    fix: str
    origin: str
    verdict: str
    doubt: str


def judged(code: str) -> list[Judged]:
    path = JUDGED / f"{code}.tsv"
    if not path.exists():
        return []
    rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")[1:] if line]
    return [
        Judged(unescape(row[0]), int(row[1]), int(row[2]), unescape(row[3]), row[4], row[5], row[6]) for row in rows
    ]


def unescape(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")


def lower_bound(right: int, count: int) -> float:
    """Wilson's lower bound of a share at 95 %."""
    z = 1.96
    share = right / count
    spread = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return (share + z * z / (2 * count) - spread) / (1 + z * z / count)


def test_the_bound_is_wilsons() -> None:
    assert lower_bound(150, 150) == pytest.approx(0.9750, abs=1e-4)
    assert lower_bound(95, 100) == pytest.approx(0.8882, abs=1e-4)


@pytest.mark.parametrize("code", SAFE)
def test_a_safe_rule_has_earned_it(code: str) -> None:
    rows = judged(code)
    wrong = [row for row in rows if row.verdict == "wrong"]
    assert all(row.verdict in ("right", "wrong") for row in rows)
    if len(rows) >= ENOUGH:
        assert lower_bound(len(rows) - len(wrong), len(rows)) >= LEAST_PRECISION
    else:
        assert wrong == []
        assert code in GENERATORS


def rows() -> Iterator[tuple[str, Judged]]:
    for path in sorted(JUDGED.glob("*.tsv")):
        for row in judged(path.stem):
            yield path.stem, row


def test_judged_edits_are_still_made_or_still_left() -> None:
    """What was judged right is still found in its fragment, and nothing judged wrong is a safe fix today."""
    lost: list[tuple[str, str]] = []
    for code, row in rows():
        found = Lint((BOOK.by_code[code],))(Source.from_text(row.text)).diagnostics
        made = any(edit == (row.start, row.end, row.fix) for one in found if one.fix for edit in one.fix.edits)
        if made != (row.verdict == "right"):
            lost.append((code, row.text))
    assert lost == []


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
