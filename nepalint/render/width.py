"""How many cells of a terminal a text takes."""

import unicodedata
from functools import lru_cache

import regex

CLUSTERS = regex.compile(r"\X")
_EMOJI = regex.compile(r"\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}")


def width(text: str) -> int:
    """The cells that `text` takes; marks, joiners and other format characters take none.

    >>> width("हिन्दी"), width("नेपाल"), width("漢")
    (3, 3, 2)
    """
    if text.isascii():
        return len(text)
    return sum(map(cluster_width, CLUSTERS.findall(text)))


@lru_cache(maxsize=8192)
def cluster_width(cluster: str) -> int:
    """The cells that one grapheme cluster takes.

    The letters of a Devanagari conjunct are counted one by one, as terminals without shaping show them.
    """
    if _EMOJI.search(cluster):
        return 2
    return sum(map(_character_width, cluster))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
