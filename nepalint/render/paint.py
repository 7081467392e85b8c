"""Colour by meaning, as the sequences that every terminal knows."""

from collections.abc import Callable

Painter = Callable[[str, str], str]

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "path": "1",
    "code": "1",
    "gutter": "34",
    "hint": "36",
    "added": "32",
    "removed": "31",
    "header": "1",
}


def painter(color: bool) -> Painter:
    """A function of a style's name and a text; without `color` it gives the text as it is."""
    if not color:
        return lambda _style, text: text
    return lambda style, text: f"\x1b[{_STYLES[style]}m{text}\x1b[0m"
