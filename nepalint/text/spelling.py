"""Reading a word through its encoding: what it spells, whatever way its vowels were typed."""

from collections.abc import Collection
from typing import NamedTuple

import regex

SPLIT_VOWELS = {
    "अा": "आ",
    "अो": "ओ",
    "अौ": "औ",
    "आे": "ओ",
    "आै": "औ",
    "एे": "ऐ",
    "ाे": "ो",
    "ाै": "ौ",
    "अाे": "ओ",
    "अाै": "औ",
    "र्इ": "ई",
    "अॅ": "ॲ",
    "अॉ": "ऑ",
    "आॅ": "ऑ",
    "एॅ": "ऍ",
    "ाॅ": "ॉ",
}
"""Vowels typed in pieces that look right on screen, and the one letter or sign they stand for.

Left out is what is as often one sign too many: रेाज्य is राज्य, not रोज्य, and उु is उ as well as ऊ.
"""

_SPLIT = regex.compile("|".join(sorted(SPLIT_VOWELS, key=len, reverse=True)))
_JOINERS = "\u200c\u200d"
_IRREGULAR = regex.compile(rf"(?<![^\n])[{_JOINERS}]|[{_JOINERS}](?![^\n])|अ[ाोौॅॉ]|[आएा][ेैॅ]|र्इ")
"""A joiner at an edge, or what every vowel typed in pieces begins with, in classes because that is faster."""


class Spelled(NamedTuple):
    """What a token spells. `offsets[i]` is where code point `i` of `form` starts in the token; the last is its end."""

    form: str
    offsets: tuple[int, ...]


def words_matching(pattern: regex.Pattern[str], words: Collection[str]) -> list[str]:
    """The words in which `pattern` matches, found in one pass over all of them; no match may span a line break."""
    joined = "\n".join(words)
    found: dict[str, None] = {}
    for match in pattern.finditer(joined):
        start = joined.rfind("\n", 0, match.start()) + 1
        end = joined.find("\n", match.end())
        found[joined[start : end if end >= 0 else len(joined)]] = None
    return list(found)


def irregular_among(words: Collection[str]) -> list[str]:
    """Those of `words` that have a joiner at an edge or a vowel typed in pieces."""
    return words_matching(_IRREGULAR, words)


def spelled(word: str) -> Spelled:
    """`word` without joiners at its edges and with whole vowels, and where each code point came from."""
    start = len(word) - len(word.lstrip(_JOINERS))
    end = len(word.rstrip(_JOINERS))
    form: list[str] = []
    offsets: list[int] = []
    last = start
    for match in _SPLIT.finditer(word, start, max(start, end)):
        form.append(word[last : match.start()])
        offsets.extend(range(last, match.start()))
        form.append(SPLIT_VOWELS[match[0]])
        offsets.append(match.start())
        last = match.end()
    form.append(word[last:end])
    offsets.extend(range(last, end))
    offsets.append(max(start, end))
    return Spelled("".join(form), tuple(offsets))
