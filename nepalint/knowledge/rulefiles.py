"""Reading rule files: TOML tables that remember on which line they stand."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from nepalint.diagnostic import FAMILIES
from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

_RULE_HEADER = regex.compile(r"^\s*\[\[\s*rule\s*\]\]")
_KEY = regex.compile(r"^\s*(?P<key>[A-Za-z0-9_-]+)\s*=")


@dataclass(frozen=True, slots=True)
class RawRule:
    """One `[[rule]]` of a file as written: its values and the 1-based lines of its header and keys."""

    path: str
    line: int
    values: dict[str, Any]
    key_lines: dict[str, int]

    def error(self, message: str, key: str | None = None) -> RulebookError:
        """An error that points at `key` of this rule, or at its header."""
        return RulebookError(message, path=self.path, line=self.key_lines.get(key or "", self.line))


def rule_files() -> list[Path]:
    """The rule files shipped with nepalint, one a family: `rules/UNI.toml`, `rules/DAT.toml` …"""
    folder = rules_root()
    return [entry for family in FAMILIES if (entry := folder / f"{family}.toml").is_file()]


def read_rules(text: str, path: str) -> list[RawRule]:
    """The rules of one file, in order.

    Raises:
        RulebookError: the file is not TOML, or holds something other than `[[rule]]` tables.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = regex.search(r"line (\d+)", str(error))
        raise RulebookError(
            f"this is not valid TOML: {error}", path=path, line=int(found[1]) if found else 0
        ) from error
    places: list[tuple[int, dict[str, int]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if _RULE_HEADER.match(line):
            places.append((number, {}))
        elif places and (key := _KEY.match(line)):
            places[-1][1].setdefault(key["key"], number)
    tables = content.pop("rule", [])
    if content:
        raise RulebookError(f"unknown top-level entry {sorted(content)[0]!r}; only [[rule]] is allowed", path=path)
    if not isinstance(tables, list) or len(tables) != len(places):
        raise RulebookError("rules must be written as [[rule]] tables", path=path)
    return [RawRule(path, line, values, keys) for values, (line, keys) in zip(tables, places, strict=True)]


def shipped_rules() -> list[RawRule]:
    """All rules of all shipped rule files."""
    return [rule for entry in rule_files() for rule in read_rules(entry.read_text("utf-8"), f"rules/{entry.name}")]
