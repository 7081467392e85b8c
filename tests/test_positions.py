"""Offsets as lines and columns and back, in every unit."""

import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from nepalint.text.positions import LineIndex, Position, Unit
from nepalint.text.spans import Span

PIECES = [
    *("क", "क्", "ि", "ं", "\u200d", "\u200c", " ", "a", "\n", "\r\n", "\r", "\u2028", "\u0085", "\v", "😀"),
    *("👩\u200d👩\u200d👧", "🇳🇵", "é", "e\u0301", "\ufeff", "\udc80", "\udcff", "\ud83d", "।"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
LONG_TEXTS = st.tuples(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join), st.integers(1, 400)
).map(lambda pair: pair[0] * pair[1])
LINE = regex.compile(r"\r\n|\r|\n")


def byte_length(text: str) -> int:
    return sum(1 if "\udc80" <= c <= "\udcff" else len(c.encode("utf-8", "surrogatepass")) for c in text)


def utf16_length(text: str) -> int:
    return sum(2 if c > "\uffff" else 1 for c in text)


def expected(text: str, offset: int) -> Position:
    starts = [0] + [match.end() for match in LINE.finditer(text)]
    line = max(number for number, start in enumerate(starts) if start <= offset)
    before = text[starts[line] : offset]
    return Position(line + 1, len(before) + 1, utf16_length(before) + 1, byte_length(before) + 1)


@given(TEXTS)
def test_positions_are_what_counting_gives(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        assert index.position(offset) == expected(text, offset)
        assert index.byte_offset(offset) == byte_length(text[:offset])


@given(LONG_TEXTS, st.data())
def test_positions_far_into_a_text(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    for offset in data.draw(st.lists(st.integers(0, len(text)), max_size=5)):
        assert index.position(offset) == expected(text, offset)


@given(st.one_of(TEXTS, LONG_TEXTS), st.data())
def test_every_unit_comes_back(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    line, column, utf16_column, byte_column = index.position(offset)
    offset = min(offset, index.span(line - 1).end)  # a column never goes into the line's ending
    assert index.offset_of(line, min(column, offset - index.span(line - 1).start + 1)) == offset
    if index.position(offset).column == column:
        assert index.offset_of(line, utf16_column, Unit.UTF16) == offset
        assert index.offset_of(line, byte_column, Unit.BYTE) == offset
    start = index.offset_of(line, index.grapheme_column(offset), Unit.GRAPHEME)
    assert start <= offset
    assert index.grapheme_column(start) == index.grapheme_column(offset)
    assert start == index.span(line - 1).start or index.grapheme_column(start - 1) < index.grapheme_column(start)


@given(st.one_of(TEXTS, LONG_TEXTS), st.data())
def test_grapheme_columns_are_exact(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    for offset in data.draw(st.lists(st.integers(0, len(text)), max_size=5)):
        line = index.full_span(index.line_of(offset))
        clusters = regex.findall(r"\X", text[line.start : line.end])
        end, column = line.start, 1
        for cluster in clusters:
            end += len(cluster)
            column += end <= offset
        assert index.grapheme_column(offset) == column


@given(TEXTS)
def test_lines_make_up_the_text(text: str) -> None:
    index = LineIndex(text)
    assert index.count == 1 + len(LINE.findall(text))
    parts = []
    for line in range(index.count):
        span = index.span(line)
        parts += [text[span.start : span.end], index.ending(line)]
        assert not LINE.search(parts[-2])
        assert LINE.fullmatch(parts[-1]) or line == index.count - 1
        assert index.line_of(span.start) == line == index.line_of(span.end)
    assert "".join(parts) == text


def test_separators_that_are_no_line_ends() -> None:
    index = LineIndex("क\u2028ख\u0085ग\vघ\fङ\x1cच\nछ")
    assert index.count == 2
    assert index.position(12) == Position(2, 1, 1, 1)


def test_mixed_endings() -> None:
    index = LineIndex("a\rb\r\nc\n")
    assert [index.ending(line) for line in range(index.count)] == ["\r", "\r\n", "\n", ""]
    assert [index.span(line) for line in range(index.count)] == [Span(0, 1), Span(2, 3), Span(5, 6), Span(7, 7)]
    assert index.position(4) == Position(2, 3, 3, 3)  # between \r and \n


def test_line_starts_across_chunks() -> None:
    text = ("क" * 99_999 + "\n") * 25
    index = LineIndex(text)
    assert index.count == 26
    assert index.position(2_400_000) == Position(25, 1, 1, 1)
    assert index.position(2_400_002).byte_column == 7


def test_offsets_and_columns_are_clamped() -> None:
    index = LineIndex("कख\nग")
    assert index.position(-5) == index.position(0) == Position(1, 1, 1, 1)
    assert index.position(99) == index.position(4) == Position(2, 2, 2, 4)
    assert index.offset_of(0, 7) == 0
    assert index.offset_of(3, 1) == 4
    assert index.offset_of(1, 99) == index.offset_of(1, 99, Unit.BYTE) == index.offset_of(1, 99, Unit.GRAPHEME) == 2
    assert index.offset_of(2, 0) == 3


@pytest.mark.parametrize(
    ("column", "unit", "offset"),
    [
        (2, Unit.UTF16, 0),
        (3, Unit.UTF16, 1),
        (2, Unit.BYTE, 0),
        (4, Unit.BYTE, 0),
        (5, Unit.BYTE, 1),
        (2, Unit.GRAPHEME, 1),
    ],
)
def test_a_column_inside_a_code_point(column: int, unit: Unit, offset: int) -> None:
    assert LineIndex("😀क्षa").offset_of(1, column, unit) == offset


def test_grapheme_columns_as_a_reader_counts() -> None:
    text = "गर्\u200dयो 👩\u200d👩\u200d👧 क"
    index = LineIndex(text)
    assert index.grapheme_column(text.index(" ")) == 3
    assert index.grapheme_column(len(text) - 1) == 6


def test_one_cluster_of_many_code_points() -> None:
    index = LineIndex("a" * 300 + "क" + "ं" * 20_000 + "ख")
    assert index.grapheme_column(15_000) == 301
    assert index.grapheme_column(20_301) == 302
    assert index.offset_of(1, 301, Unit.GRAPHEME) == 300


def test_many_queries_on_one_long_line() -> None:
    text = "नेपालको राजधानी काठमाडौँ हो । 😀 " * 60_000
    index = LineIndex(text)
    started = time.process_time()
    for offset in range(0, len(text), len(text) // 20_000):
        index.position(offset)
    # Walking the line for each would take hours.
    assert time.process_time() - started < 5
