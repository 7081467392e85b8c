"""The quick look around an edit of a long document: what it says, and what it leaves to the lint of the whole."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nepalint.config import Overrides
from nepalint.diagnostic import Diagnostic
from nepalint.lsp.linting import Checker, Known, carried, carried_spans
from nepalint.lsp.positions import Change
from nepalint.text.source import Source
from nepalint.text.spans import Span
from nepalint.text.zones import Format

CHECKER = Checker(Overrides(), isolated=True)
TEXT = "गाउँका घरहरु छन् ।\n\nर क्रांति गर्यो ।\n\nपहाडका बाटाहरु लामा छन् ।\n"


def known_of(text: str, name: str = "a.txt") -> Known:
    file = CHECKER.check(Source.from_text(text, name), Format.AUTO)
    assert file is not None
    assert file.result is not None
    return Known.of(file.result)


def edited(before: str, start: int, end: int, new: str, name: str = "a.txt") -> tuple[str, Known]:
    text = before[:start] + new + before[end:]
    change = Change(start, end, len(new))
    return text, CHECKER.around(Source.from_text(text, name), known_of(before, name), [change])


def places(known: Known) -> list[tuple[str, int, int]]:
    return [(one.code, one.start, one.end) for one in known.diagnostics]


@pytest.mark.parametrize(
    ("start", "end", "new"),
    [
        (0, 0, "पातहरु "),  # before all
        (12, 12, "ू"),  # in a finding, which is another then
        (11, 12, "ू"),  # mended
        (20, 20, "\n\nनयाँ घरहरु छन् ।\n\n"),
        (len(TEXT), len(TEXT), "अन्त्यका घरहरु ।\n"),
        (0, len(TEXT), "घरहरु\n"),
        (18, 40, ""),
    ],
)
def test_it_says_what_a_lint_of_the_whole_says(start: int, end: int, new: str) -> None:
    text, quick = edited(TEXT, start, end, new)
    assert quick.diagnostics == list(known_of(text).diagnostics)


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["घरहरु ", "क्रांति ", "गर्यो ।", "\n", "\n\n", "घर "]), min_size=1, max_size=12),
    st.data(),
)
def test_it_says_nothing_of_words_that_are_not_there(parts: list[str], data: st.DataObject) -> None:
    before = "".join(parts)
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    text, quick = edited(before, start, end, data.draw(st.sampled_from(["", "क", "हरु", " ", "\n\n", "घरहरु "])))
    whole = {(one.code, text[one.start : one.end]) for one in known_of(text).diagnostics}
    for one in quick.diagnostics:
        assert 0 <= one.start <= one.end <= len(text)
        assert (one.code, text[one.start : one.end]) in whole
        for edit in one.fix.edits if one.fix else ():
            assert one.start <= edit.start <= edit.end <= one.end


def test_evidence_and_fixes_move_with_their_finding() -> None:
    before = known_of(TEXT)
    by = 7
    moved = carried(before.diagnostics, [Change(0, 0, by)])
    assert moved == [one.moved(by) for one in before.diagnostics]
    assert any(one.evidence for one in moved)


def test_a_finding_that_an_edit_touches_is_let_go() -> None:
    one = next(one for one in known_of(TEXT).diagnostics if one.code == "ORT001")
    kept: list[Diagnostic] = [one]
    assert carried(kept, [Change(one.end, one.end, 1)]) == []
    assert carried(kept, [Change(one.start - 1, one.start, 1)]) == []
    assert carried(kept, [Change(one.end + 1, one.end + 2, 9)]) == [one]


def test_it_keeps_silent_where_only_the_whole_can_tell() -> None:
    in_a_comment = "<!-- यो\n\nभाग\n\nछैन -->\nघर\n"
    at = in_a_comment.index("भाग")
    _, quick = edited(in_a_comment, at, at, "घरहरु ", "a.wiki")
    assert places(quick) == []
    ignored = "<!-- nepalint: ignore-file ORT -->\n\nघरहरु\n\nघर\n"
    _, quick = edited(ignored, len(ignored), len(ignored), "रूखहरु\n", "a.wiki")
    assert places(quick) == []


def test_protected_stretches_move_and_grow() -> None:
    spans = [Span(2, 4), Span(6, 9)]
    assert carried_spans(spans, [Change(0, 0, 3)]) == [Span(5, 7), Span(9, 12)]
    assert carried_spans(spans, [Change(7, 8, 5)]) == [Span(2, 4), Span(6, 13)]
    assert carried_spans(spans, [Change(9, 9, 5)]) == spans


def test_the_settings_of_a_folder_may_leave_a_document_out(tmp_path: Path) -> None:
    (tmp_path / "nepalint.toml").write_text('exclude = ["left*"]\n', encoding="utf-8")
    checker = Checker(Overrides())
    assert checker.check(Source.from_text("घरहरु\n", str(tmp_path / "left.txt")), Format.AUTO) is None
    assert checker.check(Source.from_text("घरहरु\n", str(tmp_path / "a.txt")), Format.AUTO) is not None
