"""The seed against its annotation: what is mended may only rise, what is right stays unflagged."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import pytest

from bench.seed_gold import SEED, Row, rows
from nepalint.api import Linter
from nepalint.config import Discovery, Settings
from nepalint.diagnostic import Diagnostic
from nepalint.engine.fixer import FixOutcome
from nepalint.text.source import Source

MENDED_FLOOR = 147
"""Rows of 183 marked safe that hold word for word in the cleaned text; raise it when more do."""


@pytest.fixture(scope="module")
def source() -> Source:
    return Source.from_bytes(SEED.read_bytes(), SEED.name)


@pytest.fixture(scope="module")
def found(source: Source) -> Sequence[Diagnostic]:
    result = Linter(Discovery(fixed=Settings())).check(source).result
    assert result is not None
    return result.diagnostics


@pytest.fixture(scope="module")
def cleaned(source: Source) -> FixOutcome:
    linter = Linter(Discovery(fixed=Settings(profile="canonical")), promoting=True)
    outcome = linter.mend(source).outcome
    assert outcome is not None
    assert outcome.status == "stable"
    return outcome


def safe_rows() -> Iterator[tuple[int, int, str]]:
    for name in ("markup", "typography_orthography"):
        for row in rows(name):
            if row["safety"] == "safe":
                yield int(row["start"]), int(row["end"]), row["replacement"]
    for row in rows("translit"):
        if row["inconsistent"] == "1" and row["fix_safety"] == "safe":
            yield int(row["start"]), int(row["end"]), row["canonical"]


def standing(outcome: FixOutcome, start: int, end: int) -> str:
    """What stands in the cleaned text for `[start, end)` of the original, edits that touch it included."""
    edits = outcome.edits
    first = bisect_right(edits, start, key=lambda edit: edit.end)
    text = outcome.before.text
    parts: list[str] = []
    place = start
    for edit in edits[max(0, first - 1) :]:
        if edit.start > end:
            break
        if edit.end >= start:
            parts += (text[place : edit.start], edit.after)
            place = max(edit.end, place)
    return "".join((*parts, text[place:end]))


def test_safe_rows_hold_in_the_cleaned_text(cleaned: FixOutcome) -> None:
    mended = 0
    for start, end, right in safe_rows():
        now = standing(cleaned, start, end).replace("\u200d", "").replace("“", '"').replace("”", '"')
        if right:
            mended += right.replace("\u200d", "") in now and now != cleaned.before.text[start:end]
        else:
            mended += cleaned.before.text[start:end].strip() not in now or not now.strip(" ")
    assert mended >= MENDED_FLOOR


def overlapping(found: Sequence[Diagnostic], row: Row, *families: str) -> list[str]:
    start, end = int(row["start"]), int(row["end"])
    return [
        f"{one.code} {row['surface']}"
        for one in found
        if one.start < max(end, start + 1) and start < one.end and one.end - one.start <= end - start + 20
        if one.code.startswith(families)
    ]


def test_nepali_and_loan_words_are_no_code_mixing(found: Sequence[Diagnostic]) -> None:
    clean = [row for row in rows("codemix") if row["label"] in ("ne", "loan") and not row["phrase_id"]]
    assert [flagged for row in clean for flagged in overlapping(found, row, "HIN")] == []


def test_names_written_right_are_not_flagged(found: Sequence[Diagnostic]) -> None:
    right = [row for row in rows("translit") if (row["inconsistent"], row["noncanonical"], row["nested"]) == ("0",) * 3]
    assert len(right) > 150
    assert [flagged for row in right for flagged in overlapping(found, row, "NAM")] == []


def test_look_alikes_that_are_right_are_not_flagged(found: Sequence[Diagnostic]) -> None:
    right = [row for row in rows("typography_negative") if row["safe_edit_inside"] == "0" and row["start"]]
    assert len(right) > 20
    assert [flagged for row in right for flagged in overlapping(found, row, "ORT", "TYP")] == []


def test_the_year_that_the_document_decides_is_mended_with_both_supports(cleaned: FixOutcome) -> None:
    repair = [edit for edit in cleaned.edits if any(cause.code == "DAT001" for cause in edit.causes)]
    assert [(edit.start, edit.before, edit.after) for edit in repair] == [(8412, "1928", "1918")]
    evidence = " ".join(piece.why_en for cause in repair[0].causes for piece in cause.evidence)
    assert "3 years" in evidence
    assert "died in 1924" in evidence
