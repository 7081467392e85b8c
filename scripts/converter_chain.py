"""The chain of blind replacements that makes bad Nepali of Hindi, with a record of which step wrote what.

The steps are data: `tests/gold/own/converter_steps.toml`.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import regex

OWN = Path(__file__).resolve().parents[1] / "tests" / "gold" / "own"
LETTER = r"[\p{L}\p{M}\u200c\u200d]"
PATTERNS = {
    "substring": r"{}",
    "word": rf"(?<!{LETTER}){{}}(?!{LETTER})",
    "start": rf"(?<!{LETTER}){{}}",
    "ending": rf"{{}}(?!{LETTER})",
    "sentence_end": rf"(?<!{LETTER}){{}}(?=\s*[।?!])",
    "joined": rf"(?<={LETTER}|[\p{{N}}\"”’])\s+{{}}(?!{LETTER})",
    "after_number": rf"(?<=\p{{N}})\s+{{}}(?!{LETTER})",
}
"""How a step of each kind looks for its source; `joined` and `after_number` swallow the space before it."""


class Step(NamedTuple):
    """One replacement of the chain."""

    id: str
    kind: str
    source: str
    target: str
    leaves: str
    """The label of its damage: `calque`, `hi`, `mixed` or `corrupt`."""
    suffix: bool
    """Whether what it writes at the end of a word is an inflection."""
    safe: bool
    """Whether its damage has one right form that can be told without the meaning, whatever the word."""
    withheld: bool
    """Whether the inverse of the converter must not know it."""


class Glyph(NamedTuple):
    """A code point of the output and the steps that had a part in it."""

    char: str
    steps: frozenset[Step] = frozenset()


def surface_of(glyphs: Iterable[Glyph]) -> str:
    """The text of some glyphs."""
    return "".join(glyph.char for glyph in glyphs)


@cache
def converter_steps() -> tuple[Step, ...]:
    """The chain in its order, withheld steps included: for making text, never for undoing it."""
    rows = tomllib.loads((OWN / "converter_steps.toml").read_text("utf-8"))["step"]
    return tuple(
        Step(
            row["id"],
            row["kind"],
            row["from"],
            row["to"],
            row["leaves"],
            row["kind"] in {"joined", "after_number"} or row.get("suffix", False),
            row.get("safe", False),
            row.get("withheld", False),
        )
        for row in rows
    )


@cache
def known_steps() -> tuple[Step, ...]:
    """The chain without the withheld steps."""
    return tuple(step for step in converter_steps() if not step.withheld)


@cache
def step_pattern(step: Step) -> regex.Pattern[str]:
    """What the step looks for."""
    return regex.compile(PATTERNS[step.kind].replace("{}", regex.escape(step.source, literal_spaces=True)))


@cache
def convert(hindi: str, steps: tuple[Step, ...]) -> tuple[Glyph, ...]:
    """Run a chain over a Hindi phrase.

    Example: केंद्रीय becomes कहरूद्रीय, by the step that takes every ें for a plural.
    """
    glyphs = [Glyph(char) for char in hindi]
    for step in steps:
        result: list[Glyph] = []
        position = 0
        for match in step_pattern(step).finditer(surface_of(glyphs)):
            start, end = match.span()
            causes = frozenset({step}).union(*(glyph.steps for glyph in glyphs[start:end]))
            result += glyphs[position:start] + [Glyph(char, causes) for char in step.target]
            position = end
        glyphs = result + glyphs[position:]
    return tuple(glyphs)
