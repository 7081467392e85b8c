"""UTF-8 that was read as Latin-1 or Windows-1252."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.text.mojibake import misread

UNDEFINED = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def read_wrongly(text: str, *, windows: bool) -> str:
    """What an 8-bit reader makes of the bytes of `text`; browsers keep what Windows-1252 leaves undefined."""
    if not windows:
        return text.encode().decode("latin-1")
    return "".join(UNDEFINED.get(byte) or bytes([byte]).decode("cp1252") for byte in text.encode())


@given(st.text(st.characters(min_codepoint=0x900, max_codepoint=0x97F), min_size=1), st.booleans(), st.integers(1, 3))
def test_what_was_misread_comes_back(text: str, windows: bool, times: int) -> None:
    wrong = text
    for _ in range(times):
        wrong = read_wrongly(wrong, windows=windows)
    assert [one.meant for one in misread(wrong)] == [text]


def test_spaces_and_full_stops_inside_are_kept() -> None:
    text = "नेपाल राम्रो देश हो। वि.सं. २०४६ – हो"
    assert [one.meant for one in misread(read_wrongly(text, windows=True))] == [text]


@pytest.mark.parametrize(
    "text", ["नेपाल", "Café à la carte", "São Tomé", "déjà ¥100", "“नेपाल”", "â€ à¤", "५ °C Â©", "à¥ x", "naïve à¤b"]
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert list(misread(text)) == []


@given(st.text(st.sampled_from("à¤¥â€Ã\u00a0Â \u008dनa") | st.characters()))
def test_any_text_is_read_without_exception(text: str) -> None:
    for one in misread(text):
        assert 0 <= one.start < one.end <= len(text)
