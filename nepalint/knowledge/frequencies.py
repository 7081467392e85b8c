"""The word counts of `nepalint/data/frequencies.txt`."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from nepalint.knowledge.resources import data_root


class Frequencies(NamedTuple):
    """How often words occur in Nepali and in Hindi texts; raw counts, words too rare to be kept are absent.

    They are read-only by type alone: every word of every document is looked up here, and a proxy would double the cost.
    """

    nepali: Mapping[str, int]
    hindi: Mapping[str, int]


@cache
def frequencies() -> Frequencies:
    """Both tables of counts, read once in a process."""
    nepali: dict[str, int] = {}
    hindi: dict[str, int] = {}
    for line in (data_root() / "frequencies.txt").read_text("utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        nepali_count, hindi_count, _, joined = line.split("\t")
        words = joined.split(" ")
        # Plain loops: a quarter less time than `update` with another dictionary, and every run waits for this.
        if count := int(nepali_count):
            for word in words:
                nepali[word] = count
        if count := int(hindi_count):
            for word in words:
                hindi[word] = count
    return Frequencies(nepali, hindi)


def in_several_texts() -> frozenset[str]:
    """The words seen in two Nepali texts or more; read anew at each call, for builders."""
    lines = (data_root() / "frequencies.txt").read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return frozenset(word for _, _, sources, joined in rows if sources == "2" for word in joined.split(" "))
