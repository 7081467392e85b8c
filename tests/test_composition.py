from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.diagnostic import Applicability
from nepalint.engine.composition import Cause, ComposedEdit, Composition
from nepalint.text.spans import Edit, Span, SpanSet, apply_edits


def cause(code: str) -> Cause:
    return Cause(code, code.lower(), Applicability.SAFE, False, "सन्देश", "message", ())


def run(text: str, *rounds: Sequence[tuple[int, int, str, str]]) -> tuple[Composition, str]:
    """The composition of rounds of (start, end, replacement, code), and the text after them."""
    composition = Composition()
    for edits in rounds:
        composition.add([(Edit(start, end, new), (cause(code),)) for start, end, new, code in edits])
        text = apply_edits(text, [Edit(start, end, new) for start, end, new, _ in edits])
    return composition, text


def compose(text: str, *rounds: Sequence[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str, list[str]]]:
    composition, after = run(text, *rounds)
    return [
        (one.start, one.end, one.before, one.after, [each.code for each in one.causes])
        for one in composition.edits(text, after)
    ]


@pytest.mark.parametrize(
    ("text", "rounds", "expected"),
    [
        ("कखगघ", [], []),
        ("कखगघ", [[(1, 2, "ङङ", "A")]], [(1, 2, "ख", "ङङ", ["A"])]),
        # far apart: two edits; the second round's offsets are those of the text it saw
        ("कखगघ", [[(0, 1, "ङङ", "A")], [(4, 5, "", "B")]], [(0, 1, "क", "ङङ", ["A"]), (3, 4, "घ", "", ["B"])]),
        # touching in one round, and from round to round, on either side
        ("कखगघ", [[(0, 1, "य", "A"), (1, 2, "र", "B")]], [(0, 2, "कख", "यर", ["A", "B"])]),
        ("कखगघ", [[(1, 2, "य", "A")], [(2, 3, "र", "B")]], [(1, 3, "खग", "यर", ["A", "B"])]),
        ("कखगघ", [[(1, 2, "य", "A")], [(0, 1, "र", "B")]], [(0, 2, "कख", "रय", ["A", "B"])]),
        # an edit over an edit, inside one, across two
        ("कखगघ", [[(1, 2, "य", "A")], [(0, 3, "ल", "B")]], [(0, 3, "कखग", "ल", ["A", "B"])]),
        ("कखगघ", [[(1, 2, "यरल", "A")], [(2, 3, "", "B")]], [(1, 2, "ख", "यल", ["A", "B"])]),
        ("कखगघ", [[(0, 1, "य", "A"), (2, 3, "र", "B")], [(0, 3, "ल", "C")]], [(0, 3, "कखग", "ल", ["A", "B", "C"])]),
        # into the seam that a deletion left
        ("कखगघ", [[(1, 3, "", "A")], [(1, 1, "श", "B")]], [(1, 3, "खग", "श", ["A", "B"])]),
        # an insertion beside what another inserted
        ("कख", [[(1, 1, "।", "A")], [(2, 2, " ", "B")]], [(1, 1, "", "। ", ["A", "B"])]),
        # one cause twice is one cause
        ("कखगघ", [[(0, 1, "य", "A"), (1, 2, "र", "A")]], [(0, 2, "कख", "यर", ["A"])]),
        # undone again: nothing was edited
        ("कखगघ", [[(1, 2, "य", "A")], [(1, 2, "ख", "B")]], []),
    ],
)
def test_rounds_become_edits_of_the_original(
    text: str,
    rounds: list[list[tuple[int, int, str, str]]],
    expected: list[tuple[int, int, str, str, list[str]]],
) -> None:
    assert compose(text, *rounds) == expected


def test_causes_stand_in_the_order_of_their_rounds() -> None:
    assert compose("कखग", [(2, 3, "य", "Z")], [(0, 2, "र", "A")]) == [(0, 3, "कखग", "रय", ["Z", "A"])]


def test_spans_are_followed_back_to_the_original() -> None:
    composition, after = run("कखगघङ", [(1, 2, "यरल", "A"), (3, 4, "", "B")])
    assert after == "कयरलगङ"
    assert composition.original_span(0, 1) == Span(0, 1)
    assert composition.original_span(4, 5) == Span(2, 3)
    assert composition.original_span(1, 4) == Span(1, 2)
    assert composition.original_span(2, 3) == Span(1, 2)  # what a rule wrote comes from what it replaced
    assert composition.original_span(0, 6) == Span(0, 5)
    assert composition.original_span(5, 6) == Span(4, 5)
    assert composition.original_span(5, 5) == Span(4, 4)
    assert Composition().original_span(3, 7) == Span(3, 7)


def test_protected_spans_move_with_the_text_around_them() -> None:
    composition, _ = run("कखगघङच", [(0, 1, "", "A"), (2, 2, "यर", "B"), (4, 4, "ल", "C")])
    assert composition.carried(SpanSet([(2, 4), (5, 6)])) == SpanSet([(3, 5), (7, 8)])


LETTERS = st.text("कखग १२।\r\n‍", max_size=12)


@st.composite
def rounds_of_edits(draw: st.DrawFn) -> tuple[str, list[list[tuple[int, int, str, str]]]]:
    original = text = draw(LETTERS)
    rounds = []
    for _ in range(draw(st.integers(0, 4))):
        edits: list[tuple[int, int, str, str]] = []
        last, insertion = 0, -1
        for _ in range(draw(st.integers(0, 4))):
            start = draw(st.integers(last, len(text)))
            end = draw(st.integers(start, len(text)))
            if start == end == insertion:
                continue
            edits.append((start, end, draw(st.text("यर१ ", max_size=3)), draw(st.sampled_from("ABCD"))))
            last, insertion = end, start if start == end else -1
        rounds.append(edits)
        text = apply_edits(text, [Edit(start, end, new) for start, end, new, _ in edits])
    return original, rounds


def applied(text: str, edits: Sequence[ComposedEdit]) -> str:
    return apply_edits(text, [Edit(one.start, one.end, one.after) for one in edits])


@given(rounds_of_edits())
def test_composed_edits_lead_to_the_text_after_the_rounds(
    case: tuple[str, list[list[tuple[int, int, str, str]]]],
) -> None:
    original, rounds = case
    composition, after = run(original, *rounds)
    edits = composition.edits(original, after)
    assert applied(original, edits) == after
    for one in edits:
        assert one.before == original[one.start : one.end] != one.after
        assert one.causes
    for left, right in pairwise(edits):
        assert left.end < right.start


@given(rounds_of_edits(), st.integers(0, 12), st.integers(0, 12))
def test_a_span_comes_from_all_of_the_original_that_has_a_part_in_it(
    case: tuple[str, list[list[tuple[int, int, str, str]]]], one: int, other: int
) -> None:
    original, rounds = case
    composition, after = run(original, *rounds)
    start, end = sorted((min(one, len(after)), min(other, len(after))))
    span = composition.original_span(start, end)
    assert 0 <= span.start <= span.end <= len(original)
    edits = composition.edits(original, after)
    if not any(edit.start <= span.end and span.start <= edit.end for edit in edits):
        assert after[start:end] in original[span.start : span.end]
