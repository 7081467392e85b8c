"""How Nepali makes words of others: `rules/nepali/derivation.toml`."""

import tomllib
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

PATH = "rules/nepali/derivation.toml"
BASES = frozenset(("noun", "name", "adjective", "adverb", "postposition"))
RESULTS = frozenset(("noun", "adjective", "adverb"))
_KEYS = frozenset(("form", "bases", "gives", "least", "not_after", "vowels", "never", "example", "source"))
LEAST_AKSHARAS = 2
"""A base has no fewer; most shorter ones are there by chance."""


class Affix(NamedTuple):
    """A suffix or prefix that makes words.

    `gives` is empty where the result is what the base is. `least` counts the aksharas of the base, `not_after` are
    endings it does not have. `before_vowels` says of a prefix that vowels do not merge with it. `never` are results
    that are misspelt or something else.
    """

    form: str
    bases: frozenset[str]
    gives: str
    least: int
    not_after: tuple[str, ...]
    before_vowels: bool
    never: frozenset[str]
    example: str


class Derivation(NamedTuple):
    """All affixes, the longest first, and what the emphatic -ै joins, with the vowels it takes the place of."""

    suffixes: tuple[Affix, ...]
    prefixes: tuple[Affix, ...]
    emphasised: frozenset[str]
    emphasised_vowels: tuple[str, ...]


@cache
def derivation() -> Derivation:
    """The shipped description, read once in a process.

    Raises:
        RulebookError: the file breaks its own form.
    """
    return read_derivation((rules_root() / "nepali" / "derivation.toml").read_text("utf-8"))


def read_derivation(text: str) -> Derivation:
    """What a TOML text describes.

    Raises:
        RulebookError: naming the affix that cannot be used.
    """
    if not unicodedata.is_normalized("NFC", text):
        raise RulebookError("the file is not NFC", path=PATH)
    try:
        content = tomllib.loads(text)
        emphasis = content["emphasis"]
        return Derivation(
            suffixes=_affixes(content["suffix"]),
            prefixes=_affixes(content["prefix"]),
            emphasised=_known(emphasis["bases"], BASES, "emphasis"),
            emphasised_vowels=tuple(emphasis["vowels"]),
        )
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(f"this is not valid TOML: {error}", path=PATH) from error
    except KeyError as error:
        raise RulebookError(f"{error.args[0]!r} is missing", path=PATH) from error


def _affixes(entries: list[dict[str, Any]]) -> tuple[Affix, ...]:
    found: dict[str, Affix] = {}
    for entry in entries:
        form = entry["form"]
        if unknown := entry.keys() - _KEYS:
            raise RulebookError(f"{form}: unknown key {sorted(unknown)[0]!r}", path=PATH)
        if form in found:
            raise RulebookError(f"{form} is there twice", path=PATH)
        if not entry["source"]:
            raise RulebookError(f"{form}: the source is empty", path=PATH)
        gives = entry.get("gives", "")
        _known([gives] if gives else [], RESULTS, form)
        found[form] = Affix(
            form,
            _known(entry["bases"], BASES, form),
            gives,
            entry.get("least", LEAST_AKSHARAS),
            tuple(entry.get("not_after", ())),
            entry.get("vowels", False),
            frozenset(entry.get("never", ())),
            entry["example"],
        )
    return tuple(sorted(found.values(), key=lambda affix: (-len(affix.form), affix.form)))


def _known(given: list[str], allowed: frozenset[str], name: str) -> frozenset[str]:
    if unknown := set(given) - allowed:
        raise RulebookError(f"{name}: {sorted(unknown)[0]!r} is not one of {', '.join(sorted(allowed))}", path=PATH)
    return frozenset(given)
