"""File names as text: made safe to print, and named from the folder in which one works."""

import os
import unicodedata

__all__ = ["label", "printable", "within"]

_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"


def printable(path: str | os.PathLike[str]) -> str:
    """`path` for messages: control, direction and invisible characters and stray bytes are written as escapes.

    A file name could otherwise forge lines of output or turn the text around it. The joiners ZWJ and ZWNJ stay: they
    belong to the spelling of Nepali words.
    """
    name = os.fspath(path)
    if name.isprintable():
        return name
    return "".join(_shown(character) for character in name)


def _shown(character: str) -> str:
    code = ord(character)
    if unicodedata.category(character) not in _ESCAPED or character in _JOINERS:
        return character
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x100:
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def label(path: str | os.PathLike[str], root: str | os.PathLike[str]) -> str:
    """`path` as results name it: relative to `root` where it lies inside, with `/` between the parts."""
    full = os.path.abspath(path)
    base = os.path.abspath(root)
    if full != base and within(full, base):
        full = os.path.relpath(full, base)
    return full.replace(os.sep, "/")


def within(path: str, folder: str) -> bool:
    """Whether an absolute path is `folder` or lies in it, going by the names alone."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
