"""Analyses of the words of the frequency lists, worked out beforehand: `nepalint/data/analyses.txt`.

Words that are analysed alike share a line. A pattern says it in terms of the word: how many code points the stem and
each suffix have, and of each reading how many code points of the word its lemma begins with and what follows them.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from nepalint.knowledge.resources import data_root

FILE = "analyses.txt"
LENGTHS, READINGS, FIELDS = "+", " ", "/"
"""What stands between lengths, between readings, and between the fields of a reading."""

Fields = tuple[str, str, str]
"""A reading: lemma, part of speech, features."""


class Unpacked(NamedTuple):
    """An analysis as it was packed: stem, suffixes, readings in Nepali and in Hindi."""

    stem: str
    suffixes: tuple[str, ...]
    nepali: tuple[Fields, ...]
    hindi: tuple[Fields, ...]


class Pattern(NamedTuple):
    """An analysis in terms of the word: the end of its stem, the span of each suffix, readings of both languages.

    A reading is how many code points of the word its lemma begins with, what follows them, part of speech, features.
    """

    stem: int
    suffixes: tuple[tuple[int, int], ...]
    nepali: tuple[tuple[int, str, str, str], ...]
    hindi: tuple[tuple[int, str, str, str], ...]


@cache
def packed_analyses() -> Mapping[str, str]:
    """The pattern of each word; empty where none were built."""
    entry = data_root() / FILE
    words: dict[str, str] = {}
    if entry.is_file():
        for line in entry.read_text("utf-8").split("\n"):
            if line and not line.startswith("#"):
                pattern, _, joined = line.rpartition("\t")
                words.update(dict.fromkeys(joined.split(" "), pattern))
    return MappingProxyType(words)


def packed(analysis: Unpacked, word: str) -> str:
    """The pattern of the analysis of `word`.

    Raises:
        ValueError: a reading holds what separates readings.
    """
    lengths = LENGTHS.join(str(len(part)) for part in (analysis.stem, *analysis.suffixes))
    return "\t".join((lengths, _packed(analysis.nepali, word), _packed(analysis.hindi, word)))


def _packed(readings: Iterable[Fields], word: str) -> str:
    parts: list[str] = []
    for lemma, pos, features in readings:
        kept = 0
        while kept < min(len(lemma), len(word)) and lemma[kept] == word[kept]:
            kept += 1
        fields = (str(kept), lemma[kept:], pos, features)
        if any(mark in field for field in fields for mark in (READINGS, FIELDS, "\t")):
            raise ValueError(f"{word}: a reading that cannot be packed: {fields}")
        parts.append(FIELDS.join(fields))
    return READINGS.join(parts)


@lru_cache(1 << 14)
def parsed(pattern: str) -> Pattern:
    """The pattern of an analysis as it stands in the file."""
    lengths, nepali, hindi = pattern.split("\t")
    stem, *rest = map(int, lengths.split(LENGTHS))
    suffixes: list[tuple[int, int]] = []
    place = stem
    for length in rest:
        suffixes.append((place, place + length))
        place += length
    return Pattern(stem, tuple(suffixes), _readings(nepali), _readings(hindi))


def _readings(text: str) -> tuple[tuple[int, str, str, str], ...]:
    found: list[tuple[int, str, str, str]] = []
    for part in text.split(READINGS) if text else ():
        kept, added, pos, features = part.split(FIELDS)
        found.append((int(kept), added, pos, features))
    return tuple(found)
