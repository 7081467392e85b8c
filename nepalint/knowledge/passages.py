"""The words of `rules/passages.toml` that show in which language a line is written."""

import tomllib
from dataclasses import dataclass
from functools import cache

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root


@dataclass(frozen=True, slots=True)
class Markers:
    """Words that stand alone in Hindi, words of Nepali, and endings that only Nepali joins to its nouns and verbs."""

    hindi: frozenset[str]
    nepali: frozenset[str]
    nepali_endings: tuple[str, ...]


@cache
def markers() -> Markers:
    """The markers.

    Raises:
        RulebookError: a list is missing.
    """
    content = tomllib.loads((rules_root() / "passages.toml").read_text("utf-8"))
    try:
        return Markers(frozenset(content["hindi"]), frozenset(content["nepali"]), tuple(content["nepali_endings"]))
    except KeyError as error:
        raise RulebookError(f"the list {error} is missing", path="rules/passages.toml") from error
