"""What a settings file may hold: one table that validates files and that `nepalint schema config` prints."""

from typing import Any

from nepalint.diagnostic import Severity
from nepalint.rulebook import CONVENTIONS, PROFILES

LANGUAGES = ("ne", "en")
LEVELS = tuple(level.value for level in Severity)

_STRINGS = {"type": "array", "items": {"type": "string", "minLength": 1}}

SETTINGS_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "nepalint settings",
    "description": "nepalint.toml, .nepalint.toml, or the table [tool.nepalint] of pyproject.toml.",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "select": {**_STRINGS, "description": "Rules to run, by code, prefix, name or ALL, in place of the default."},
        "ignore": {**_STRINGS, "description": "Rules not to run."},
        "extend-select": {**_STRINGS, "description": "Rules to run besides the selected ones."},
        "exclude": {**_STRINGS, "description": "Files and folders to leave out, as patterns like those of .gitignore."},
        "per-file-ignores": {
            "type": "object",
            "additionalProperties": _STRINGS,
            "description": "Rules not to run on the files that match a pattern.",
        },
        "fail-level": {"enum": list(LEVELS), "description": "The least severity that makes a run fail."},
        "lang": {"enum": list(LANGUAGES), "description": "The language of messages for people."},
        "profile": {"enum": list(PROFILES), "description": "The set of rules and fixes to start from."},
        "conventions": {
            "type": "object",
            "additionalProperties": False,
            "properties": {name: {"enum": list(one.choices)} for name, one in CONVENTIONS.items()},
            "description": "Choices of style, over those of the profile.",
        },
        "unsafe-fixes": {"type": "boolean", "description": "Whether fixes that a person should look at count as well."},
        "suppress": {
            "type": "array",
            "description": "Findings to leave out in files that have no comments to say so in.",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["file", "code", "reason"],
                "properties": {
                    "file": {"type": "string", "minLength": 1, "description": "A pattern, relative to this file."},
                    "code": {"type": "string", "minLength": 1, "description": "The rule, by code or name."},
                    "fingerprint": {"type": "string", "description": "The one finding meant, as jsonl names it."},
                    "reason": {"type": "string", "minLength": 1, "description": "Why the finding is right to stand."},
                },
            },
        },
    },
}
