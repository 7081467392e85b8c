"""Bytes to text and back."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.text.source import MAX_INVALID, InvalidBytes, Source

BYTES = st.one_of(
    st.binary(max_size=60),
    st.lists(
        st.sampled_from(["क्".encode(), b"\xe0\xa4", b"\xff", b"\n", b"\r\n", "😀".encode(), b"\xed\xa0\x80", b"a"])
    ).map(b"".join),
)


@given(BYTES)
def test_any_bytes_come_back(raw: bytes) -> None:
    source = Source.from_bytes(raw)
    assert source.text.encode("utf-8", "surrogateescape") == raw == source.raw


@given(BYTES)
def test_invalid_runs_are_maximal_and_placed(raw: bytes) -> None:
    source = Source.from_bytes(raw)
    outside: list[bytes] = []
    last = last_offset = 0
    for run in source.invalid:
        assert len(source.text[: run.start].encode("utf-8", "surrogateescape")) == run.offset
        assert source.text[run.start : run.end].encode("utf-8", "surrogateescape") == raw[run.offset :][: run.length]
        assert run.start > last or not outside  # runs that touch would be one
        outside.append(raw[last_offset : run.offset])
        last, last_offset = run.end, run.offset + run.length
    outside.append(raw[last_offset:])
    for piece in outside:
        piece.decode("utf-8")  # what is not listed is valid


def test_invalid_bytes_are_listed() -> None:
    source = Source.from_bytes("कख".encode() + b"\xff\xfe" + "ग".encode() + b"\xe0")
    assert source.invalid == (InvalidBytes(6, 2, 2, 4), InvalidBytes(11, 1, 5, 6))
    assert Source.from_bytes("क".encode()).invalid == ()


def test_the_list_of_invalid_bytes_is_bounded() -> None:
    source = Source.from_bytes(b"\xffa" * (MAX_INVALID + 5))
    assert len(source.invalid) == MAX_INVALID
    assert source.invalid[-1].offset == 2 * (MAX_INVALID - 1)


@given(st.text(st.sampled_from("क्😀\r\n\u2028a\ud800\udc80\udfff\ufeff")))
def test_from_text_is_total(text: str) -> None:
    source = Source.from_text(text, "x")
    assert source.text.encode("utf-8", "surrogateescape") == source.raw
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert source.text == text


def test_escaped_bytes_stay_bytes_in_a_new_text() -> None:
    source = Source.from_bytes(b"\xff\n", "a.txt").with_text("क\udcff")
    assert source.raw == "क".encode() + b"\xff"
    assert source.name == "a.txt"


@pytest.mark.parametrize(
    ("raw", "has_bom", "wide"),
    [
        (b"", False, None),
        ("\ufeffक".encode(), True, None),
        ("\ufeffक".encode("utf-16-le"), False, "utf-16-le"),
        ("\ufeffक".encode("utf-16-be"), False, "utf-16-be"),
        ("\ufeffक".encode("utf-32-le"), False, "utf-32-le"),
        ("\ufeffक".encode("utf-32-be"), False, "utf-32-be"),
    ],
)
def test_byte_order_marks(raw: bytes, has_bom: bool, wide: str | None) -> None:
    source = Source(raw)
    assert (source.has_bom, source.wide_encoding) == (has_bom, wide)
    assert not has_bom or source.text[0] == "\ufeff"


def test_a_source_is_a_value() -> None:
    source = Source(b"a", "x")
    assert source == Source(b"a", "x")
    assert len({source, Source(b"a", "x"), Source(b"a", "y")}) == 2
    assert source.sha256 == hashlib.sha256(b"a").hexdigest()
    assert source.lines is source.lines
    with pytest.raises(AttributeError):
        source.text = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        source.other = 1  # type: ignore[attr-defined]
