"""TOML whose mistakes can be pointed at: parsing, finding the line of a key, checking against a schema."""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

import regex

from nepalint.errors import ConfigError, nearest

_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_LINE = regex.compile(rf"^[ \t]*(?:(?P<array>\[\[)|(?P<table>\[))?[ \t]*(?P<keys>{_DOTTED})[ \t]*(?P<end>=|\])")
_ONE_KEY = regex.compile(_KEY)

Place = tuple[str | int, ...]
"""Where a value stands: keys, and indices of arrays of tables."""

_TYPES: dict[str, tuple[type, str]] = {
    "string": (str, "a string"),
    "boolean": (bool, "true or false"),
    "array": (list, "an array"),
    "object": (dict, "a table"),
}


def parse(text: str, name: str) -> dict[str, Any]:
    """The content of a TOML file called `name`.

    Raises:
        ConfigError: it is not TOML; the message says the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = regex.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else max(1, text.count("\n"))
        reason = regex.sub(r" \(at .*\)$", "", str(error))
        raise ConfigError(f"{name}:{line}: not valid TOML: {reason}") from error


def line_of(text: str, place: Place) -> int:
    """The line (1-based) of the TOML `text` on which the value at `place` is set, or its nearest table begins."""
    best, depth = 1, 0
    table: Place = ()
    arrays: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        found = _LINE.match(line)
        if found is None or (found["end"] == "=") != (found["array"] is None and found["table"] is None):
            continue
        keys = tuple(key.strip("\"'") for key in _ONE_KEY.findall(found["keys"]))
        if found["array"]:
            arrays[keys] = arrays.get(keys, -1) + 1
            here = table = (*keys, arrays[keys])
        elif found["table"]:
            here = table = keys
        else:
            here = (*table, *keys)
        if here == place[: len(here)] and len(here) > depth:
            best, depth = number, len(here)
    return best


class Checker:
    """Checks the content of one TOML file against the part of JSON Schema that the project's schemas use."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name

    def fail(self, place: Place, reason: str, hint: str | None = None) -> ConfigError:
        """The error to raise for the value at `place`."""
        return ConfigError(f"{self._name}:{line_of(self._text, place)}: {reason}", hint=hint)

    def check(self, value: object, schema: Mapping[str, Any], place: Place) -> None:
        """Raise `ConfigError` where `value`, which stands at `place`, is not what `schema` describes."""
        label = f"‘{_dotted(place)}’" if place else "the settings"
        if "enum" in schema:
            if value not in schema["enum"]:
                raise self.fail(place, f"{label} must be {_either(schema['enum'])}, not {value!r}")
            return
        kind, spoken = _TYPES[schema["type"]]
        if not isinstance(value, kind):
            raise self.fail(place, f"{label} must be {spoken}, not {value!r}")
        if isinstance(value, str) and len(value) < schema.get("minLength", 0):
            raise self.fail(place, f"{label} must not be empty")
        if isinstance(value, list):
            for index, item in enumerate(value):
                self.check(item, schema["items"], (*place, index))
        elif isinstance(value, dict):
            self._check_table(value, schema, place)

    def _check_table(self, table: dict[str, Any], schema: Mapping[str, Any], place: Place) -> None:
        known: Mapping[str, Any] = schema.get("properties", {})
        others = schema["additionalProperties"]
        for key, value in table.items():
            inner = known.get(key, others)
            if inner is False:
                near = nearest(key, known)
                hint = f"Did you mean ‘{near}’?" if near else f"Known keys: {', '.join(known)}."
                raise self.fail((*place, key), f"unknown key ‘{key}’", hint)
            self.check(value, inner, (*place, key))
        for key in schema.get("required", ()):
            if key not in table:
                raise self.fail(place, f"‘{_dotted(place)}’ lacks the key ‘{key}’")


def _dotted(place: Place) -> str:
    return ".".join(str(part) for part in place if isinstance(part, str))


def _either(choices: Sequence[str]) -> str:
    return " or ".join(f"‘{choice}’" for choice in choices)
