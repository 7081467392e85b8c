"""What the word rules say of the words of the frequency lists, worked out beforehand: `nepalint/data/verdicts.txt`.

The lists hold most words of a text, so a document costs little more than its rare words. A verdict counts only for
the very rule and the very tables it was worked out with; any other rule looks at every word itself.
"""

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from nepalint.knowledge.resources import data_root, rules_root

FILE = "verdicts.txt"
SHARED = (
    "suffixes.toml",
    "nepali/pronouns.tsv",
    "nepali/numerals.toml",
    "correspondences.toml",
    "phonetics.txt",
    "tables/gazetteer.tsv",
    "tables/loans.tsv",
)
"""What every word rule may ask, beside its own table and the frequency lists."""


class Verdict(NamedTuple):
    """The words of the frequency lists that a rule flags, and the stamp of what it was worked out with."""

    stamp: str
    flagged: frozenset[str]


@cache
def verdicts() -> Mapping[str, Verdict]:
    """The verdicts by the code of the rule; empty where none were built."""
    entry = data_root() / FILE
    if not entry.is_file():
        return {}
    found: dict[str, Verdict] = {}
    for line in entry.read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            code, stamp, words = line.split("\t")
            found[code] = Verdict(stamp, frozenset(words.split(" ") if words else ()))
    return found


def stamp(definition: str) -> str:
    """Twelve hex digits of a rule's definition and of all data that word rules ask."""
    return hashlib.sha256(_data_stamp() + definition.encode()).hexdigest()[:12]


@cache
def _data_stamp() -> bytes:
    root = rules_root()
    digest = hashlib.sha256()
    for entry in (*(root / name for name in SHARED), data_root() / "frequencies.txt"):
        digest.update(entry.read_bytes())
    return digest.digest()
