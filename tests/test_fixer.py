import time
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from nepalint.api import Linter
from nepalint.config import Discovery, Settings
from nepalint.diagnostic import Applicability, Diagnostic, Evidence
from nepalint.engine.choice import choose
from nepalint.engine.composition import Composition
from nepalint.engine.fingerprint import fingerprints
from nepalint.engine.fixer import FixOutcome, fix
from nepalint.engine.level import Level
from nepalint.engine.suppress import Suppression
from nepalint.engine.verification import verify
from nepalint.errors import VerificationError
from nepalint.text.source import Source
from nepalint.text.spans import Edit, SpanSet
from tests.mock_lint import Finder, MockLint, Replacing, Zones, finding, nothing, quoted

SAFE, UNSAFE, DISPLAY = Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY


def fixed(
    text: str,
    *rules: Finder,
    zones: Zones = nothing,
    level: Level = Level.SAFE,
    promoted: frozenset[str] = frozenset(),
    changes_numbers: frozenset[str] = frozenset(),
    limit: int = 10,
) -> FixOutcome:
    lint = MockLint(rules, zones)
    return fix(
        Source.from_text(text, "क.txt"),
        lint,
        level=level,
        promoted=promoted,
        changes_numbers=changes_numbers,
        limit=limit,
    )


def static(*findings: Diagnostic) -> Finder:
    """A rule that finds these in the first text it is shown, and nothing after."""
    left = list(findings)

    def rule(_text: str) -> Iterator[Diagnostic]:
        while left:
            yield left.pop(0)

    return rule


def test_a_text_without_findings_stays_the_same_object() -> None:
    outcome = fixed("नेपाल।\r\n")
    assert outcome.after is outcome.before
    assert (outcome.status, outcome.rounds, outcome.edits) == ("stable", 0, ())
    assert outcome.first is outcome.last


def test_rounds_go_on_until_nothing_is_left() -> None:
    outcome = fixed("क  ख।ग", Replacing("TYP001", " {2,}", " "), Replacing("TYP002", "।(?=ग)", "। "))
    assert outcome.after.text == "क ख। ग"
    assert outcome.after.name == "क.txt"
    assert (outcome.status, outcome.rounds) == ("stable", 1)
    assert outcome.last.diagnostics == ()
    chained = fixed("क", Replacing("ORT001", "क", "ख"), Replacing("HIN001", "ख", "ग"), Replacing("TYP001", "ग", "घ"))
    assert (chained.after.text, chained.rounds) == ("घ", 3)
    assert [(one.before, one.after) for one in chained.edits] == [("क", "घ")]
    assert [one.code for one in chained.edits[0].causes] == ["ORT001", "HIN001", "TYP001"]


def test_evidence_of_later_rounds_points_into_the_original() -> None:
    def dandas(text: str) -> Iterator[Diagnostic]:
        if "ख" not in text:
            at = text.index("ग")
            yield finding(
                "DAT001", (at, at + 1, "घ"), evidence=(Evidence(at + 1, at + 2, text[at + 1], "प्रमाण", "proof"),)
            )

    outcome = fixed("ख ख ग।", Replacing("UNI001", "ख", "कककक"), lambda text: dandas(text) if "ग" in text else ())
    assert outcome.after.text == "कककक कककक घ।"
    assert outcome.edits[-1].causes[0].evidence == (Evidence(5, 6, "।", "प्रमाण", "proof"),)


@pytest.mark.parametrize(
    ("applicability", "level", "promoted", "applied"),
    [
        (SAFE, Level.SAFE, (), True),
        (UNSAFE, Level.SAFE, (), False),
        (UNSAFE, Level.SAFE, ("DAT001",), True),
        (UNSAFE, Level.UNSAFE, (), True),
        (DISPLAY, Level.UNSAFE, ("DAT001",), False),
    ],
)
def test_levels_say_which_fixes_are_applied(
    applicability: Applicability, level: Level, promoted: tuple[str, ...], applied: bool
) -> None:
    outcome = fixed("क", Replacing("DAT001", "क", "ख", applicability), level=level, promoted=frozenset(promoted))
    assert (outcome.after.text == "ख") is applied
    assert [one.causes[0].promoted for one in outcome.edits] == [bool(promoted)] * applied


def test_a_rule_that_agrees_with_a_promoted_one_is_promoted_with_it() -> None:
    one = finding("UNI001", (0, 1, "ख"), applicability=UNSAFE, also=("DAT001",))
    outcome = fixed("क", static(one), promoted=frozenset({"DAT001"}))
    assert outcome.after.text == "ख"
    assert outcome.edits[0].causes[0].codes == ("UNI001", "DAT001")


def kept(length: int, *findings: Diagnostic) -> list[str]:
    chosen = choose(findings, length)
    return [f"{edit.start}-{edit.end}{edit.replacement}:{'+'.join(one.code for one in by)}" for edit, by in chosen]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # families, then safety, then code, then place, then length, in that order
        (finding("DAT009", (1, 2, "x"), applicability=UNSAFE), finding("NAM001", (0, 9, "y")), ["1-2x:DAT009"]),
        (finding("UNI009", (0, 2, "x")), finding("UNI001", (0, 2, "y"), applicability=UNSAFE), ["0-2x:UNI009"]),
        (finding("ORT001", (3, 4, "x")), finding("ORT002", (0, 9, "y")), ["3-4x:ORT001"]),
        (finding("ORT001", (2, 4, "x")), finding("ORT001", (3, 9, "y")), ["2-4x:ORT001"]),
        (finding("ORT001", (2, 9, "x")), finding("ORT001", (2, 4, "y")), ["2-9x:ORT001"]),
        (finding("ORT001", (2, 4, "a")), finding("ORT001", (2, 4, "b")), ["2-4a:ORT001"]),
        # touching is not overlapping
        (finding("ORT001", (2, 4, "x")), finding("ORT002", (4, 6, "y")), ["2-4x:ORT001", "4-6y:ORT002"]),
        (finding("ORT001", (2, 4, "x")), finding("TYP002", (4, 4, "y")), ["2-4x:ORT001", "4-4y:TYP002"]),
        (finding("ORT001", (2, 4, "x")), finding("TYP002", (2, 2, "y")), ["2-2y:TYP002", "2-4x:ORT001"]),
        # an insertion overlaps what lies strictly around it, and another at its place
        (finding("ORT001", (2, 4, "x")), finding("TYP002", (3, 3, "y")), ["2-4x:ORT001"]),
        (finding("ORT001", (3, 3, "y")), finding("TYP002", (2, 4, "x")), ["3-3y:ORT001"]),
        (finding("ORT001", (3, 3, "x")), finding("TYP002", (3, 3, "y")), ["3-3x:ORT001"]),
        # all edits of a fix or none
        (finding("ORT001", (2, 4, "x")), finding("TYP002", (0, 1, "y"), (3, 5, "z")), ["2-4x:ORT001"]),
        # what two fixes ask for is done once, for both
        (finding("TYP001", (2, 4, "x")), finding("ORT002", (2, 4, "x")), ["2-4x:ORT002+TYP001"]),
        (
            finding("ORT001", (2, 4, "x")),
            finding("TYP002", (2, 4, "x"), (6, 7, "y")),
            ["2-4x:ORT001+TYP002", "6-7y:TYP002"],
        ),
        (finding("ORT001", (2, 4, "x"), (2, 4, "x")), finding("TYP001", (8, 8, "y")), ["2-4x:ORT001", "8-8y:TYP001"]),
    ],
)
def test_overlapping_fixes_are_chosen_in_the_stated_order(
    first: Diagnostic, second: Diagnostic, expected: list[str]
) -> None:
    assert kept(9, first, second) == expected
    assert kept(9, second, first) == expected


def test_between_touching_replacements_there_is_room_for_an_insertion() -> None:
    edits = [finding("ORT001", (0, 2, "x")), finding("ORT002", (2, 4, "y")), finding("TYP001", (2, 2, "z"))]
    assert kept(4, *edits) == ["0-2x:ORT001", "2-2z:TYP001", "2-4y:ORT002"]


def test_a_fix_that_lost_its_place_comes_in_the_next_round() -> None:
    outcome = fixed("गर्यो  छ", Replacing("ORT001", "र्यो", "र्‍यो"), Replacing("TYP001", "यो {2,}", "यो "))
    assert outcome.after.text == "गर्‍यो छ"
    assert outcome.rounds == 2


@pytest.mark.parametrize(
    "edit",
    [(1, 3, "य"), (2, 3, "य"), (0, 9, "य"), (4, 6, ""), (3, 3, "य")],
)
def test_no_edit_meets_protected_text(edit: tuple[int, int, str]) -> None:
    outcome = fixed("क“खगघ”ङचछ", static(finding("UNI001", edit)), zones=quoted)
    assert outcome.after is outcome.before
    assert outcome.status == "stable"


@pytest.mark.parametrize("edit", [(0, 2, "य"), (5, 6, "य"), (2, 2, "य"), (5, 5, "य")])
def test_edits_may_touch_protected_text(edit: tuple[int, int, str]) -> None:
    assert fixed("क“खगघ”ङचछ", static(finding("UNI001", edit)), zones=quoted).edits[0].after == "य"


def test_one_edit_in_protected_text_keeps_the_whole_fix_out() -> None:
    assert fixed("क“खगघ”", static(finding("TYP001", (0, 1, "य"), (3, 4, "र"))), zones=quoted).edits == ()


@pytest.mark.parametrize("by_fingerprint", [False, True])
def test_what_a_suppression_speaks_of_is_left_alone_however_often_the_text_is_fixed(by_fingerprint: bool) -> None:
    linter = Linter(Discovery(fixed=Settings(unsafe_fixes=True)))
    plan = linter.plan_for(Path("क.txt"))
    source = Source.from_text("हामीले पनि गर्यो। उनीहरूले घरको काम पनि गर्यो  रे।", "क.txt")
    result = plan.lint(source)
    code, mark = result.diagnostics[1].code, fingerprints(source.text, result.diagnostics)[1]
    suppression = Suppression(code, "यसै लेखिएको छ", fingerprint=mark if by_fingerprint else None)
    lint = replace(plan.lint, suppressions=(suppression,))
    expected = "हामीले पनि गर्यो। उनीहरूले घरको काम पनि गर्यो रे।"
    if by_fingerprint:  # that finding alone, and all that it is known by
        expected = "हामीले पनि गर्‍यो। उनीहरूले घरको काम पनि गर्यो  रे।"
    for text in (source.text, expected):
        outcome = fix(Source.from_text(text, "क.txt"), lint, level=Level.UNSAFE)
        assert outcome.after.text == expected
        verify(outcome)


def test_a_fix_that_would_lay_a_quotation_bare_is_left_out() -> None:
    unquote = Replacing("MRK001", "॥“", "")
    word = Replacing("ORT001", "गर्यो", "गर्‍यो")
    text = "गर्यो ॥“गर्यो”"
    outcome = fixed(text, unquote, word, zones=quoted)
    assert outcome.after.text == "गर्‍यो ॥“गर्यो”"
    verify(outcome)
    again = fixed(outcome.after.text, unquote, word, zones=quoted)
    assert again.after is again.before
    assert again.status == "stable"


def test_a_mark_may_go_where_nothing_else_waits_behind_it() -> None:
    outcome = fixed("गर्यो ॥“काम”", Replacing("MRK001", "॥“", ""), Replacing("ORT001", "गर्यो", "गर्‍यो"), zones=quoted)
    assert outcome.after.text == "गर्‍यो काम”"
    verify(outcome)


def test_only_the_fix_that_lays_bare_is_left_out() -> None:
    text = "\n".join(["गर्यो ॥“गर्यो”", "॥“काम”", "गर्यो ॥“गर्यो”", "गर्यो"])
    outcome = fixed(text, Replacing("MRK001", "॥“", ""), Replacing("ORT001", "गर्यो", "गर्‍यो"), zones=quoted)
    assert outcome.after.text == "\n".join(["गर्‍यो ॥“गर्यो”", "काम”", "गर्‍यो ॥“गर्यो”", "गर्‍यो"])


def test_a_cycle_is_seen_and_the_text_is_left() -> None:
    outcome = fixed("क ख", Replacing("ORT001", "क", "ग"), Replacing("HIN001", "ग", "क"), Replacing("TYP001", "ख", "घ"))
    assert outcome.status == "cycle"
    assert outcome.firing == ("HIN001", "ORT001")
    assert outcome.after is outcome.before
    assert outcome.edits == ()
    assert outcome.last is outcome.first


def test_a_fix_that_changes_nothing_is_a_cycle() -> None:
    outcome = fixed("क", Replacing("ORT001", "क", "क"))
    assert (outcome.status, outcome.firing) == ("cycle", ("ORT001",))


def test_fixes_without_end_meet_the_limit() -> None:
    outcome = fixed("क", Replacing("ORT001", "क$", "कक"), limit=4)
    assert (outcome.status, outcome.rounds, outcome.firing) == ("limit", 4, ("ORT001",))
    assert outcome.after is outcome.before


def test_as_many_rounds_as_the_limit_are_allowed() -> None:
    steps = [Replacing("ORT001", old, new) for old, new in zip("कखगघ", "खगघङ", strict=True)]
    assert fixed("क", *steps, limit=4).after.text == "ङ"
    assert fixed("क", *steps, limit=3).status == "limit"


@pytest.mark.parametrize("failing", ["क", "ख"])
def test_a_rule_that_fails_in_any_round_leaves_the_text_alone(failing: str) -> None:
    lint = MockLint((Replacing("ORT001", "क", "ख"),), failing=failing)
    outcome = fix(Source.from_text("क"), lint, level=Level.SAFE)
    assert outcome.status == "unchecked"
    assert [one.code for one in outcome.failures] == ["ORT009"]
    assert outcome.after is outcome.before


@pytest.mark.parametrize(
    "edits",
    [
        [(0, 9, "य")],
        [(2, 1, "य")],
        [(-1, 1, "य")],
        [(0, 2, "य"), (1, 3, "र")],
        [(1, 1, "य"), (1, 1, "र")],
        [(0, 1, "\ud800")],
        [(0, 1, "क\udc80")],
    ],
)
def test_a_fix_that_cannot_be_applied_is_a_defect_of_its_rule(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(VerificationError, match="HIN001"):
        fixed("कखग", static(finding("HIN001", *edits)))


@pytest.mark.parametrize(
    ("text", "edit", "kept_out"),
    [
        ("सन् १९१७ मा", (4, 8, "१९१८"), True),
        ("सन् १९१७ मा", (6, 6, " "), True),
        ("सन् १९१७ मा", (4, 8, "1917"), False),
        ("सन् १९१७ मा", (3, 4, ""), False),
        ("१९ १७", (2, 3, ""), True),
        ("१९ १७", (2, 3, "–"), False),
        ("१९-१७", (0, 5, "१७-१९"), False),
        ("दुई जना", (0, 3, "२"), True),
        ("०५ गते", (0, 1, ""), True),
        ("৫ गते", (0, 1, "५"), False),
        ("৫ गते", (0, 1, "६"), True),
    ],
)
def test_numbers_stay_the_same_unless_the_rule_may_change_them(
    text: str, edit: tuple[int, int, str], kept_out: bool
) -> None:
    assert (fixed(text, static(finding("TYP001", edit))).edits == ()) is kept_out
    allowed = fixed(text, static(finding("DAT001", edit)), changes_numbers=frozenset({"DAT001"}))
    assert len(allowed.edits) == 1
    assert unicodedata.is_normalized("NFC", allowed.after.text)


def test_a_long_run_of_digits_takes_no_longer_than_as_many_words() -> None:
    began = time.process_time()
    outcome = fixed("1२" * 20_000, Replacing("UNI001", "1", "१"), limit=1)
    verify(outcome)
    assert len(outcome.edits) == 20_000
    assert time.process_time() - began < 15  # a window of all digits for every fix would take minutes
    assert fixed("१" * 1000, static(finding("TYP001", (500, 500, " ")))).edits == ()


def test_what_was_left_to_do_is_in_the_last_result() -> None:
    outcome = fixed("क ख", Replacing("ORT001", "क", "ग"), Replacing("NAM001", "ख", "घ", UNSAFE))
    assert [one.code for one in outcome.first.diagnostics] == ["ORT001", "NAM001"]
    assert [one.code for one in outcome.last.diagnostics] == ["NAM001"]


TEXTS = st.text("कखग“”१ \n", max_size=30)
ADVERSARIES = st.lists(
    st.builds(
        Replacing,
        st.sampled_from(["UNI001", "DAT001", "HIN001", "ORT001", "MRK001", "TYP001"]),
        st.sampled_from(
            ["क", "ख+", "ग", "“", "”", "[“”]", " +", "\n", "१", "क.", ".ग", "(?<=क)", "(?=”)", ".{3}", "ख(?=ग)"]
        ),
        st.sampled_from(["", "क", "खख", "“", "”", " ", "ग“", "२", "\\n"]),
        st.sampled_from([SAFE, SAFE, UNSAFE]),
    ),
    max_size=4,
)


def marked(text: str) -> Iterator[tuple[int, int]]:
    """Zones that depend on all that adversaries may change: quotations, and what follows a digit."""
    yield from quoted(text)
    for match in regex.finditer("१([कख]+)", text):
        yield match.span(1)


@given(TEXTS, ADVERSARIES, st.sampled_from(Level))
def test_whatever_rules_do_protected_text_survives_and_the_outcome_verifies(
    text: str, rules: list[Replacing], level: Level
) -> None:
    outcome = fixed(text, *rules, zones=marked, level=level)
    if outcome.status != "stable":
        assert outcome.after is outcome.before
        assert outcome.firing
        return
    verify(outcome)
    rest = outcome.after.text
    for start, end in SpanSet(marked(text)):
        _, found, rest = rest.partition(text[start:end])  # each in its order, none lost
        assert found
    assert sorted(regex.findall(r"\d+", text)) == sorted(regex.findall(r"\d+", outcome.after.text))


@given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=6), ADVERSARIES)
def test_random_protected_ranges_survive(text: str, ranges: list[tuple[int, int]], rules: list[Replacing]) -> None:
    spans = SpanSet((start, min(start + length, len(text))) for start, length in ranges)

    def zones(now: str) -> SpanSet:
        return spans if now == text else SpanSet()

    outcome = fixed(text, *rules, zones=zones, level=Level.UNSAFE)
    if outcome.status == "stable":
        composition = Composition()
        composition.add([(Edit(one.start, one.end, one.after), one.causes) for one in outcome.edits])
        for start, end in spans:
            ((now, then),) = composition.carried(SpanSet([(start, end)]))
            assert outcome.after.text[now:then] == text[start:end]
        verify(outcome)


QUOTED_TEXTS = st.lists(
    st.sampled_from(["गर्यो", "काम", " ", "  ", "“", "”", "““", "\n", "।", "१९१७"]), max_size=20
).map("".join)


@given(QUOTED_TEXTS)
def test_fixing_twice_changes_nothing_more(text: str) -> None:
    rules = (
        Replacing("MRK001", "““", "“"),
        Replacing("MRK002", "“ *”", ""),
        Replacing("ORT001", "गर्यो", "गर्‍यो"),
        Replacing("TYP001", " {2,}", " "),
        Replacing("TYP002", "।(?=[ग“])", "। "),
    )
    once = fixed(text, *rules, zones=quoted)
    assert once.status == "stable"
    verify(once)
    twice = fixed(once.after.text, *rules, zones=quoted)
    assert twice.after.text == once.after.text


def test_many_edits_on_one_long_line_are_made_in_linear_time() -> None:
    lint = MockLint((Replacing("ORT001", "गर्यो", "गर्‍यो"), Replacing("TYP001", "(?<=काम) ", " ।")))

    def seconds(repetitions: int) -> float:
        source = Source.from_text("गर्यो र काम छ " * repetitions)
        result = lint(source)
        began = time.process_time()
        outcome = fix(source, lambda now: result if now is source else MockLint(())(now), level=Level.SAFE)
        verify(outcome)
        assert len(outcome.edits) == 2 * repetitions
        return time.process_time() - began

    seconds(500)
    small, large = min(seconds(1_000) for _ in range(3)), seconds(10_000)
    assert large < 25 * small
