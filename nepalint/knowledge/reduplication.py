"""Words said twice: `rules/tables/reduplication.toml`, and `nepalint/data/doubled.txt`, which is built from it."""

import tomllib
import unicodedata
from functools import cache
from typing import NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import data_root, rules_root

FILE = "doubled.txt"
PATH = "rules/tables/reduplication.toml"


class Reduplication(NamedTuple):
    """Nouns and pronouns that are said twice, and words that never are."""

    nouns: frozenset[str]
    pronouns: frozenset[str]
    never: frozenset[str]


@cache
def reduplication() -> Reduplication:
    """The table shipped with nepalint.

    Raises:
        RulebookError: a list is missing, or a word is not NFC.
    """
    content = tomllib.loads((rules_root() / "tables" / "reduplication.toml").read_text("utf-8"))
    for name in Reduplication._fields:
        if not content.get(name):
            raise RulebookError(f"the list {name!r} is missing", path=PATH)
        for word in content[name]:
            if not unicodedata.is_normalized("NFC", word):
                raise RulebookError(f"‘{word}’ is not NFC", path=PATH)
    return Reduplication(frozenset(content["nouns"]), frozenset(content["pronouns"]), frozenset(content["never"]))


@cache
def listed_slips() -> frozenset[str]:
    """The common words that are a slip when they are written twice; empty where the list was not built."""
    entry = data_root() / FILE
    return (
        frozenset(entry.read_text("utf-8").rpartition("#")[2].partition("\n")[2].split())
        if entry.is_file()
        else frozenset()
    )
