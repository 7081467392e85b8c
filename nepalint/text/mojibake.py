"""Mojibake: UTF-8 that was read as an 8-bit encoding of western Europe, `à¤¨à¥‡` for `ने`."""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import regex

HINTS: Final = ("à¤", "à¥", "â€", "Ã\u00a0Â", "ÃƒÂ", "Ã\u0083Â")
"""One of these stands in every Devanagari text that was read so up to `TIMES` times, and with every dash and quote."""
TIMES: Final = 3
"""How often a text may have been read wrongly, one time after the other."""

_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_BYTES: Final = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    bytes([byte]).decode("cp1252"): byte for byte in range(0x80, 0xA0) if byte not in _UNDEFINED
}
"""The byte that each character was: as Latin-1 has it, and as Windows-1252 has it."""


def _characters(first: int, last: int) -> str:
    """The class of the characters whose bytes are in `[first, last]`."""
    return "[" + "".join(sorted(character for character, byte in _BYTES.items() if first <= byte <= last)) + "]"


_NEXT = _characters(0x80, 0xBF)
_SEQUENCE = f"(?:{_characters(0xC2, 0xDF)}{_NEXT}|{_characters(0xE0, 0xEF)}{_NEXT}{{2}})"
_MEANT = regex.compile(r"[\u0900-\u097F\u2010-\u2027\u200C\u200D]")
"""What a text in Nepali has beyond ASCII: without any of it the characters may have been meant."""


@cache
def _run() -> regex.Pattern[str]:
    """Characters that may be UTF-8, with a little ASCII between them; made when first needed, which is seldom."""
    return regex.compile(f"{_SEQUENCE}(?:[ -~]{{0,3}}{_SEQUENCE})*")


class Misread(NamedTuple):
    """The stretch `[start, end)` in code points, and the text that its bytes are in UTF-8."""

    start: int
    end: int
    meant: str


def misread(text: str) -> Iterator[Misread]:
    """The stretches of `text` whose characters, taken as bytes, are UTF-8 for Devanagari or for dashes and quotes.

    >>> [one.meant for one in misread("à¤¨à¥‡ café")]
    ['ने']
    """
    if not any(hint in text for hint in HINTS):
        return
    for run in _run().finditer(text):
        meant = run[0]
        for _ in range(TIMES):
            again = _run().sub(_decoded, meant)
            if again == meant:
                break
            meant = again
        if _MEANT.search(meant):
            yield Misread(*run.span(), meant)


def _decoded(run: regex.Match[str]) -> str:
    """What the characters of `run` say when they are bytes of UTF-8, or the run itself if they are not."""
    try:
        return bytes(_BYTES.get(character, ord(character)) for character in run[0]).decode()
    except UnicodeDecodeError:  # an overlong form or a surrogate
        return run[0]
