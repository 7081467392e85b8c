"""The words of `rules/passages.toml` that show in which language a line is written."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

_NUKTAS = (("ड\u093c", "\u095c"), ("ढ\u093c", "\u095d"), ("ज\u093c", "\u095b"))
"""Letters of the lists that texts write in one code point too."""


@dataclass(frozen=True, slots=True, eq=False)
class ForeignLanguage:
    """What shows a language beside Nepali, as the lists describe it."""

    code: str
    """BCP 47."""
    name: str
    name_en: str
    sure: frozenset[str]
    words: frozenset[str]
    """The sure words and the others."""
    endings: tuple[str, ...]
    nepali_endings: tuple[str, ...]
    """The endings that show Nepali against this language."""


@dataclass(frozen=True, slots=True)
class Markers:
    """What shows Nepali, and what shows each of the other languages."""

    nepali: frozenset[str]
    languages: tuple[ForeignLanguage, ...]
    sure: frozenset[str]
    """The sure words of all other languages."""


@cache
def markers() -> Markers:
    """The markers.

    Raises:
        RulebookError: a list is missing.
    """
    content = tomllib.loads((rules_root() / "passages.toml").read_text("utf-8"))
    try:
        nepali = content["nepali"]
        endings = tuple(nepali["endings"].split())
        languages = tuple(_language(row, endings) for row in content["language"])
        return Markers(_words(nepali["words"]), languages, frozenset().union(*(one.sure for one in languages)))
    except KeyError as error:
        raise RulebookError(f"the list {error} is missing", path="rules/passages.toml") from error


def _language(row: dict[str, Any], nepali_endings: tuple[str, ...]) -> ForeignLanguage:
    sure = _words(row["sure"])
    shared = frozenset(row["not_nepali"].split())
    return ForeignLanguage(
        row["code"],
        row["ne"],
        row["en"],
        sure,
        sure | _words(row["also"]),
        tuple(row["endings"].split()),
        tuple(ending for ending in nepali_endings if ending not in shared),
    )


def _words(listed: str) -> frozenset[str]:
    return frozenset(spelling for word in listed.split() for spelling in _spellings(word))


def _spellings(word: str) -> Iterator[str]:
    yield word
    for taken_apart, whole in _NUKTAS:
        if taken_apart in word:
            yield word.replace(taken_apart, whole)
