"""The character n-grams of `nepalint/data/ngrams.txt`, by which an unseen word is told to be Nepali or Hindi."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from nepalint.knowledge.resources import data_root

ORDER: Final = 5
"""The longest n-gram, in code points."""
EDGE: Final = "^"
"""Stands before the first and after the last code point of a word."""
SCALE: Final = 10
"""Units of evidence in a nat."""


class Ngrams(NamedTuple):
    """Evidence for Nepali (positive) and Hindi (negative) in tenths of a nat.

    `grams`: of the last code point of an n-gram after the others; `gaps`: of an n-gram that was not followed by
    anything `grams` lists with it.
    """

    grams: Mapping[str, int]
    gaps: Mapping[str, int]


@cache
def ngrams() -> Ngrams:
    """Both tables, read once in a process, when the first unseen word is met."""
    tables: dict[str, dict[str, int]] = {"gram": {}, "gap": {}}
    for line in (data_root() / "ngrams.txt").read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            kind, evidence, joined = line.split("\t")
            table, value = tables[kind], int(evidence)
            for gram in joined.split(" "):
                table[gram] = value
    return Ngrams(MappingProxyType(tables["gram"]), MappingProxyType(tables["gap"]))
