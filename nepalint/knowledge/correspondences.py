"""The spelling correspondences of `rules/correspondences.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What one practice writes (first of each piece) where standard Nepali writes another (second)."""

    name: str
    pieces: tuple[tuple[str, str], ...]
    why: str
    why_en: str


@cache
def correspondences() -> dict[str, Correspondence]:
    """All correspondences by name.

    Raises:
        RulebookError: an entry lacks pieces, reason or source.
    """
    path = "rules/correspondences.toml"
    content = tomllib.loads((rules_root() / "correspondences.toml").read_text("utf-8"))
    found: dict[str, Correspondence] = {}
    for name, entry in content.items():
        try:
            pieces = tuple((wrong, right) for wrong, right in entry["pieces"])
            found[name] = Correspondence(name, pieces, entry["why"], entry["why_en"])
        except (KeyError, TypeError, ValueError) as error:
            raise RulebookError(f"{name}: pieces, why or why_en is missing or malformed", path=path) from error
        if not entry.get("source"):
            raise RulebookError(f"{name}: the source is missing", path=path)
    return found
