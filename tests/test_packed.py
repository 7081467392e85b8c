from hypothesis import given
from hypothesis import strategies as st

from nepalint.diagnostic import Applicability, Diagnostic, Evidence
from nepalint.engine.fixer import PACKED_FROM, fix
from nepalint.engine.level import Level
from nepalint.engine.packed import PackedFindings
from nepalint.engine.verification import verify
from nepalint.rulebook.kinds.pattern import _begins_line
from nepalint.text.source import Source
from tests.mock_lint import MockLint, Replacing, finding, quoted

PLACES = st.integers(0, 1000)
FINDINGS = st.lists(
    st.builds(
        lambda code, at, length, far, text: finding(
            code, (at, at + length, text), evidence=(Evidence(far, far + 1, "क", "किन", "why"),) * (far % 2)
        ),
        st.sampled_from(["ORT001", "TYP001"]),
        PLACES,
        st.integers(0, 3),
        PLACES,
        st.sampled_from(["", "ख"]),
    )
)


@given(FINDINGS)
def test_what_is_packed_comes_back(findings: list[Diagnostic]) -> None:
    packed = PackedFindings(findings)
    assert list(packed) == findings
    assert packed == tuple(findings)
    assert [packed[at] for at in range(len(packed))] == findings
    assert packed[1:3] == tuple(findings[1:3])
    assert list(packed.codes()) == [one.code for one in findings]


def test_a_long_document_is_fixed_like_a_short_one() -> None:
    text = "गर्यो ““क”” "
    lint = MockLint((Replacing("ORT001", "गर्यो", "गर्‍यो"), Replacing("HIN001", "““", "“")), zones=quoted)
    short = fix(Source.from_text(text), lint, level=Level.SAFE)
    many = PACKED_FROM // 2 + 1
    long = fix(Source.from_text(text * many), lint, level=Level.SAFE)
    verify(long)
    assert long.after.text == short.after.text * many
    assert len(long.first.diagnostics) == len(short.first.diagnostics) * many > PACKED_FROM
    assert tuple(long.first.diagnostics) == tuple(lint(Source.from_text(text * many)).diagnostics)
    assert long.edits[0].causes[0].applicability is Applicability.SAFE


def test_a_long_document_that_never_settles_keeps_its_findings() -> None:
    lint = MockLint((Replacing("ORT001", "क", "ख"), Replacing("HIN001", "ख", "क")))
    outcome = fix(Source.from_text("क" * (PACKED_FROM + 1)), lint, level=Level.SAFE)
    assert (outcome.status, outcome.firing, len(outcome.last.diagnostics)) == (
        "cycle",
        ("HIN001", "ORT001"),
        PACKED_FROM + 1,
    )


def test_only_a_pattern_that_begins_a_line_throughout_is_tried_there_alone() -> None:
    assert _begins_line(r"<line>(?:a|b)[|(]\|x")
    assert not _begins_line("<line>a|b")
    assert not _begins_line("(?:<line>a)")
