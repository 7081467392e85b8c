"""Closed lists of Nepali nominals in `rules/nepali/`: pronouns, adjectives, numerals."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from nepalint.errors import RulebookError
from nepalint.knowledge import tsv
from nepalint.knowledge.resources import rules_root

FOLDER = "rules/nepali"
NUMBERS = frozenset(("sg", "pl"))
KINDS = frozenset(("personal", "demonstrative", "interrogative", "relative", "indefinite", "reflexive", "quantity"))
EMPTY = "-"
"""An empty cell of a table."""

_PRONOUN_COLUMNS = (
    "lemma", "kind", "number", "status", "direct", "oblique", "plural", "ergative", "genitive", "emphatic",
    "emphatic_oblique", "alone", "without",
)  # fmt: skip
_ADJECTIVE_COLUMNS = ("lemma", "agreement", "comparative", "superlative")

Words = tuple[str, ...]
"""Spellings of one form, the one that is generated first."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun in one number; the file says what each column holds.

    `is_generated` is false for stems of colloquial or older print, which are only understood.
    """

    lemma: str
    kind: str
    number: str
    is_generated: bool
    direct: Words
    oblique: Words
    plural: Words
    ergative: Words
    genitive: str
    emphatic: Words
    emphatic_oblique: Words
    stands_alone: bool
    without: frozenset[str]


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective; `agrees` says whether it has the forms in -ो -ा -ी. Degrees it lacks are empty."""

    lemma: str
    agrees: bool
    comparative: str
    superlative: str


@dataclass(frozen=True, slots=True)
class Numerals:
    """Number words.

    `cardinals` has 0 to 99 in order. `classifiers` and `fused` are by slot (`thing`, `thing.emph`). `fractions` are
    values; `added` ones count on from the number that follows them. `counting` is what classifiers are written on.
    """

    cardinals: tuple[Words, ...]
    powers: Mapping[str, int]
    ordinal_endings: Words
    ordinals: Mapping[int, Words]
    multiples: Mapping[int, Words]
    collectives: Mapping[int, Words]
    fractions: Mapping[str, Fraction]
    added: Mapping[str, Fraction]
    classifiers: Mapping[str, Words]
    fused: Mapping[str, str]
    counting: frozenset[str]


@cache
def pronouns() -> tuple[Pronoun, ...]:
    """The shipped pronouns, read once in a process.

    Raises:
        RulebookError: the file breaks its own form.
    """
    return read_pronouns((rules_root() / "nepali" / "pronouns.tsv").read_text("utf-8"))


def read_pronouns(text: str) -> tuple[Pronoun, ...]:
    """The pronouns, in the order of the file.

    Raises:
        RulebookError: naming the line that cannot be used.
    """
    found = []
    for number, cells in _table(text, "pronouns.tsv", _PRONOUN_COLUMNS, ordered=False):
        if cells["number"] not in NUMBERS or cells["status"] not in ("main", "also"):
            raise _error("pronouns.tsv", "number must be sg or pl, status main or also", number)
        if cells["kind"] not in KINDS:
            raise _error("pronouns.tsv", f"kind must be one of {', '.join(sorted(KINDS))}", number)
        if not (cells["lemma"] and cells["direct"] and cells["oblique"]):
            raise _error("pronouns.tsv", "lemma, direct and oblique cannot be empty", number)
        found.append(
            Pronoun(
                lemma=cells["lemma"],
                kind=cells["kind"],
                number=cells["number"],
                is_generated=cells["status"] == "main",
                direct=_words(cells["direct"]),
                oblique=_words(cells["oblique"]),
                plural=_words(cells["plural"]),
                ergative=_words(cells["ergative"]),
                genitive=cells["genitive"],
                emphatic=_words(cells["emphatic"]),
                emphatic_oblique=_words(cells["emphatic_oblique"]),
                stands_alone=bool(cells["alone"]),
                without=frozenset(_words(cells["without"])),
            )
        )
    return tuple(found)


@cache
def adjectives() -> Mapping[str, Adjective]:
    """The shipped adjectives, read once in a process.

    Raises:
        RulebookError: the file breaks its own form.
    """
    return read_adjectives((rules_root() / "nepali" / "adjectives.tsv").read_text("utf-8"))


def read_adjectives(text: str) -> Mapping[str, Adjective]:
    """The adjectives by citation form.

    Raises:
        RulebookError: naming the line that cannot be used.
    """
    found: dict[str, Adjective] = {}
    for number, cells in _table(text, "adjectives.tsv", _ADJECTIVE_COLUMNS):
        lemma, agreement = cells["lemma"], cells["agreement"]
        if agreement not in ("agrees", "invariable") or (agreement == "agrees") is not lemma.endswith("ो"):
            raise _error("adjectives.tsv", f"{lemma} ends in -ो if it agrees, and only then", number)
        found[lemma] = Adjective(lemma, agreement == "agrees", cells["comparative"], cells["superlative"])
    return MappingProxyType(found)


@cache
def numerals() -> Numerals:
    """The shipped numerals, read once in a process.

    Raises:
        RulebookError: the file breaks its own form.
    """
    return read_numerals((rules_root() / "nepali" / "numerals.toml").read_text("utf-8"))


def read_numerals(text: str) -> Numerals:
    """The number words.

    Raises:
        RulebookError: naming what cannot be used.
    """
    name = "numerals.toml"
    try:
        content: dict[str, Any] = tomllib.loads(text)
        cardinals = tuple(map(_words, content["cardinals"]))
        if len(cardinals) != 100 or not all(cardinals):
            raise _error(name, "cardinals must hold the numbers from 0 to 99")
        fractions: dict[str, Fraction] = {}
        added: dict[str, Fraction] = {}
        for words, value in content["fractions"].items():
            target = added if value[0] in "+-" else fractions
            target.update(dict.fromkeys(_words(words), Fraction(value)))
        classifiers: dict[str, Words] = {}
        for slot, (plain, emphatic) in content["classifiers"].items():
            classifiers[slot] = _words(plain)
            classifiers[f"{slot}.emph"] = _words(emphatic)
        return Numerals(
            cardinals=cardinals,
            powers=MappingProxyType(dict(content["powers"])),
            ordinal_endings=_words(content["ordinal_ending"]),
            ordinals=_by_number(content["ordinals"]),
            multiples=_by_number(content["multiples"]),
            collectives=_by_number(content["collectives"]),
            fractions=MappingProxyType(fractions),
            added=MappingProxyType(added),
            classifiers=MappingProxyType(classifiers),
            fused=MappingProxyType(dict(content["fused"])),
            counting=frozenset((*chain.from_iterable(cardinals), *content["powers"], *content["quantities"])),
        )
    except tomllib.TOMLDecodeError as error:
        raise _error(name, f"this is not valid TOML: {error}") from error
    except (KeyError, ValueError) as error:
        raise _error(name, f"{error.args[0]!r} is missing or has the wrong form") from error


def _table(
    text: str, name: str, columns: tuple[str, ...], *, ordered: bool = True
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table by column, with their line; empty cells as empty strings."""
    for number, cells in tsv.rows(text, f"{FOLDER}/{name}", columns, ordered=ordered):
        if not all(cells):
            raise _error(name, f"{EMPTY} is an empty cell", number)
        yield number, dict(zip(columns, ("" if cell == EMPTY else cell for cell in cells), strict=True))


def _words(cell: str) -> Words:
    return tuple(cell.split())


def _by_number(table: Mapping[str, str]) -> Mapping[int, Words]:
    return MappingProxyType({int(number): _words(words) for number, words in table.items()})


def _error(name: str, message: str, line: int = 0) -> RulebookError:
    return RulebookError(message, path=f"{FOLDER}/{name}", line=line)
