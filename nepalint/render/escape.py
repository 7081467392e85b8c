"""Text that cannot take over a terminal, a log or a line: control and direction characters become visible.

ZWJ and ZWNJ stay as they are: they shape Devanagari.
"""

from functools import lru_cache

import regex

_HARMFUL = regex.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_TAB = "    "


@lru_cache(maxsize=1 << 14)
def visible(text: str) -> str:
    """`text` on one line, fit to be shown.

    >>> visible("क\\x1b[31mख\\u202eग")
    'क<U+001B>[31mख<U+202E>ग'
    """
    # Most texts have nothing to hide, and a search is several times cheaper than a substitution.
    return text if is_visible(text) else _HARMFUL.sub(_shown, text)


def is_visible(text: str) -> bool:
    """Whether `text` is fit to be shown as it is."""
    return _HARMFUL.search(text) is None


def _shown(found: "regex.Match[str]") -> str:
    code = ord(found[0])
    if code == 0x09:
        return _TAB
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8, as Python carries it
        return f"<0x{code - 0xDC00:02X}>"
    return f"<U+{code:04X}>"
