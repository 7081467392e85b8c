"""Positions in every encoding, against a slow reading of the protocol's text; and documents edited piece by piece."""

from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from nepalint.lsp.documents import OpenDocument
from nepalint.lsp.positions import Point, Positions, difference
from nepalint.text.positions import LineIndex
from nepalint.text.zones import Format

ENCODINGS = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(alphabet="aक्‍र😀𑂁\n\r\u2028\x0cé \ud800\udc00", max_size=40)


def width(letter: str, encoding: str) -> int:
    if encoding == "utf-32":
        return 1
    if encoding == "utf-16":
        return 2 if ord(letter) > 0xFFFF else 1
    return len(letter.encode("utf-8", "surrogatepass"))


def slow_offset(text: str, line: int, character: int, encoding: str) -> int:
    """The offset of a position, by walking through the text."""
    pieces = regex.split(r"(\r\n|\r|\n)", text)
    if line >= (len(pieces) + 1) // 2:
        return len(text)
    at = sum(map(len, pieces[: 2 * line]))
    used = 0
    for letter in pieces[2 * line]:
        used += width(letter, encoding)
        if used > character:
            break
        at += 1
    return at


def positions(text: str, encoding: str) -> Positions:
    return Positions(text, LineIndex(text), encoding)


@given(TEXTS, st.integers(0, 6), st.integers(0, 30), st.sampled_from(ENCODINGS))
def test_a_position_leads_to_its_offset_wherever_it_points(text: str, line: int, character: int, encoding: str) -> None:
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    assert positions(text, encoding).offset(line, character) == slow_offset(text, line, character, encoding)


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_an_offset_leads_to_its_position_and_back(text: str, encoding: str) -> None:
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    known = positions(text, encoding)
    offsets = range(len(text) + 1)
    points = known.points(offsets)
    for offset in offsets:
        point = known.point(offset)
        inside_a_line_ending = text[offset - 1 : offset + 1] == "\r\n"
        if not inside_a_line_ending:
            assert points[offset] == point
            assert known.offset(*point) == offset


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 11), ("utf-16", 5), ("utf-32", 4)])
def test_each_encoding_counts_in_its_own_unit(encoding: str, character: int) -> None:
    assert positions("कa😀ख\n", encoding).points([4])[4] == Point(0, character)


def opened(
    text: str, encoding: str, uri: str = Path("/texts/a.txt").as_uri(), language: str = "plaintext"
) -> OpenDocument:
    return OpenDocument(types.TextDocumentItem(uri, language, 1, text), encoding, Path("/folder"))


EDITS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 12), st.integers(0, 5), st.integers(0, 12), TEXTS), max_size=6
)


@given(TEXTS, EDITS, st.sampled_from(ENCODINGS))
def test_edits_make_the_text_that_the_editor_has(
    text: str, edits: list[tuple[int, int, int, int, str]], encoding: str
) -> None:
    document = opened(text, encoding)
    wanted = document.text
    for line, character, end_line, end_character, new in edits:
        start = slow_offset(wanted, line, character, encoding)
        end = slow_offset(wanted, end_line, end_character, encoding)
        wanted = wanted[: min(start, end)] + new + wanted[max(start, end) :]
        wanted = wanted.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        place = types.Range(types.Position(line, character), types.Position(end_line, end_character))
        before = document.text
        (made,) = document.change(2, [types.TextDocumentContentChangePartial(place, new)])
        assert document.text == wanted
        assert before[: made.start] == wanted[: made.start]
        assert before[made.end :] == wanted[made.start + made.length :]


@given(TEXTS, TEXTS, TEXTS)
def test_the_difference_of_two_texts_is_what_lies_between(before: str, after: str, same: str) -> None:
    start, end, length = difference(same + before + same, same + after + same)
    assert (same + before + same)[:start] == (same + after + same)[:start]
    assert (same + before + same)[end:] == (same + after + same)[start + length :]
    assert start >= len(same) or before == after


def test_a_whole_new_text_is_taken_over() -> None:
    document = opened("क 😀 ख", "utf-16")
    (made,) = document.change(2, [types.TextDocumentContentChangeWholeDocument("क ग ख")])
    assert document.text == "क ग ख"
    assert made == (2, 3, 1)


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        (Path("/texts/क b.txt").as_uri(), Path("/texts/क b.txt")),
        ("untitled:Untitled-1", Path("/folder/Untitled-1")),
        ("git:/folder/a.wiki?ref=main", Path("/folder/a.wiki?ref=main")),
    ],
)
def test_an_address_tells_where_settings_are_looked_for(uri: str, path: Path) -> None:
    assert opened("", "utf-16", uri).path == path


@pytest.mark.parametrize(
    ("language", "format"),
    [
        ("wikitext", Format.WIKITEXT),
        ("mediawiki", Format.WIKITEXT),
        ("markdown", Format.MARKDOWN),
        ("html", Format.HTML),
        ("plaintext", Format.AUTO),
        ("", Format.AUTO),
    ],
)
def test_the_language_of_the_editor_tells_the_format(language: str, format: Format) -> None:
    assert opened("", "utf-16", language=language).format is format
