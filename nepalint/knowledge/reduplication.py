"""Which words are said twice on purpose: `rules/tables/reduplication.toml`."""

import tomllib
import unicodedata
from functools import cache
from typing import NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

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
