"""What a rule file may hold: one table of fields, from which both the check and the JSON schema are derived."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nepalint.diagnostic import FAMILIES, Applicability, Certainty, Severity
from nepalint.knowledge.rulefiles import RawRule
from nepalint.rulebook.meta import PROFILES
from nepalint.text.zones import Format


@dataclass(frozen=True, slots=True)
class FieldType:
    """The type of a value: how it is checked, and how JSON schema says it."""

    check: Callable[[Any], bool]
    described: str
    schema: dict[str, Any]


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


def _pairs(value: object) -> bool:
    return isinstance(value, list) and all(_texts(item) and len(item) == 2 for item in value)


def _bad(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, list)
        and len(item) in (1, 2)
        and _texts(item[:1])
        and all(isinstance(one, str) for one in item)
        for item in value
    )


def _one_of(*values: str) -> FieldType:
    return FieldType(lambda value: value in values, "one of " + ", ".join(values), {"enum": list(values)})


_TEXT_SCHEMA = {"type": "string", "minLength": 1}
_TEXTS_SCHEMA = {"type": "array", "items": _TEXT_SCHEMA}
TEXT = FieldType(lambda value: isinstance(value, str) and bool(value), "a text that is not empty", _TEXT_SCHEMA)
ANY_TEXT = FieldType(lambda value: isinstance(value, str), "a text", {"type": "string"})
TEXTS = FieldType(_texts, "a list of texts", _TEXTS_SCHEMA)
PAIRS = FieldType(
    _pairs,
    "a list of pairs of texts",
    {"type": "array", "items": {**_TEXTS_SCHEMA, "minItems": 2, "maxItems": 2}},
)
BAD = FieldType(
    _bad,
    "a list of [text, mended text], or [text] where no fix is offered",
    {"type": "array", "items": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2}},
)
FLAG = FieldType(lambda value: isinstance(value, bool), "true or false", {"type": "boolean"})
COUNT = FieldType(
    lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0,
    "a whole number from 0",
    {"type": "integer", "minimum": 0},
)
CODE = FieldType(
    lambda value: (
        isinstance(value, str)
        and len(value) == 6
        and value[:3] in FAMILIES
        and value[3:].isascii()
        and value[3:].isdigit()
    ),
    "a family (" + ", ".join(FAMILIES) + ") and three digits",
    {"type": "string", "pattern": "^(" + "|".join(FAMILIES) + ")[0-9]{3}$"},
)

REQUIRED: dict[str, FieldType] = {
    "code": CODE,
    "name": TEXT,
    "message": TEXT,
    "message_en": TEXT,
    "why": TEXT,
    "why_en": TEXT,
    "references": TEXTS,
    "since": TEXT,
    "bad": BAD,
    "good": TEXTS,
}
OPTIONAL: dict[str, FieldType] = {
    "aliases": TEXTS,
    "severity": _one_of(*Severity),
    "certainty": _one_of(*Certainty),
    "applicability": _one_of(*Applicability),
    "title": TEXT,
    "title_en": TEXT,
    "profiles": TEXTS,
    "promoted": TEXTS,
    "changes_numbers": FLAG,
    "nepali_only": FLAG,
    "reports_protected": FLAG,
    "example_format": _one_of(*Format),
}
KINDS: dict[str, tuple[dict[str, FieldType], dict[str, FieldType]]] = {
    "replace": ({}, {"table": TEXT, "words": PAIRS, "inflected": FLAG}),
    "pattern": (
        {"pattern": TEXT, "literals": TEXTS},
        {"replacement": ANY_TEXT, "ignore_words": TEXTS, "within_word": FLAG},
    ),
    "affix": (
        {"find": TEXT, "replacement": ANY_TEXT, "at": _one_of("suffix", "ending")},
        {"stem": TEXT, "exceptions": TEXTS, "followed_by": TEXTS, "stem_known": COUNT, "result_known": COUNT},
    ),
    "phrase": ({}, {"table": TEXT, "phrases": PAIRS, "inflected": FLAG}),
    "variants": (
        {"against": _one_of("gazetteer", "loans", "frequency")},
        {
            "correspondences": TEXTS,
            "exceptions": TEXTS,
            "ratio": COUNT,
            "least": COUNT,
            "origin": _one_of("hindi", "native"),
            "stem": TEXT,
            "types": TEXTS,
            "contested": _one_of("beside", "only"),
        },
    ),
}
"""The kinds of rules with the fields that each requires and allows beside the common ones."""


def validate(raw: RawRule) -> None:
    """Hold `raw` against the fields of its kind.

    Raises:
        RulebookError: naming the file, the line and what is wrong.
    """
    kind = raw.values.get("kind")
    if kind not in KINDS:
        raise raw.error(f"the kind {kind!r} is none of {', '.join(KINDS)}", "kind")
    required, allowed = KINDS[kind]
    must = REQUIRED | required
    may = must | OPTIONAL | allowed | {"kind": TEXT}
    for key, value in raw.values.items():
        if key not in may:
            raise raw.error(f"unknown field {key!r} for a rule of the kind {kind}", key)
        if not may[key].check(value):
            raise raw.error(f"{key} must be {may[key].described}", key)
    for key in must:
        if key not in raw.values:
            raise raw.error(f"the field {key!r} is missing")
    for key in ("bad", "good", "references"):
        if not raw.values[key]:
            raise raw.error(f"{key} must not be empty: a rule without it does not load", key)
    for key in ("profiles", "promoted"):
        for profile in raw.values.get(key, ()):
            if profile not in PROFILES:
                raise raw.error(f"unknown profile {profile!r}", key)


def _kind_schema(kind: str) -> dict[str, Any]:
    required, allowed = KINDS[kind]
    fields = REQUIRED | OPTIONAL | required | allowed
    return {
        "type": "object",
        "properties": {"kind": {"const": kind}} | {key: field.schema for key, field in fields.items()},
        "required": ["kind", *REQUIRED, *required],
        "additionalProperties": False,
    }


RULE_FILE_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "nepalint rule file",
    "type": "object",
    "properties": {"rule": {"type": "array", "items": {"oneOf": [_kind_schema(kind) for kind in KINDS]}}},
    "required": ["rule"],
    "additionalProperties": False,
}
