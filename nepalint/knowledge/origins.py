"""The cues of `rules/nepali/origins.toml`: what the letters of a word say of where it comes from."""

import tomllib
from enum import StrEnum
from functools import cache
from typing import NamedTuple

import regex

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

PATH = "rules/nepali/origins.toml"


class Origin(StrEnum):
    """Where a Nepali word comes from."""

    TATSAM = "tatsam"
    """Taken over from Sanskrit as it was."""
    TADBHAV = "tadbhav"
    """Grown from older Indo-Aryan, or native otherwise."""
    LOAN = "loan"
    """Borrowed from Arabic, Persian, English and others."""


class Cue(NamedTuple):
    """Letters that show an origin, sought in the stem of a word."""

    origin: Origin
    name: str
    pattern: regex.Pattern[str]


@cache
def origin_cues() -> tuple[Cue, ...]:
    """The shipped cues, the first that matches decides."""
    return read_cues((rules_root() / "nepali" / "origins.toml").read_text("utf-8"))


def read_cues(text: str) -> tuple[Cue, ...]:
    """The cues that a TOML text describes.

    Raises:
        RulebookError: naming the cue that cannot be used.
    """
    cues: list[Cue] = []
    try:
        entries = tomllib.loads(text)["cue"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise RulebookError(f"there are no cues: {error}", path=PATH) from error
    for entry in entries:
        try:
            if not entry["source"]:
                raise ValueError("the source is empty")
            cues.append(Cue(Origin(entry["origin"]), entry["name"], regex.compile(entry["find"])))
        except (KeyError, ValueError, regex.error) as error:
            raise RulebookError(f"{entry.get('name', 'a cue')}: {error}", path=PATH) from error
    return tuple(cues)
