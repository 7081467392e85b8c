"""The suffixes of `rules/suffixes.toml`: which there are, how they stack, and what they ask of a stem."""

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

PATH = "rules/suffixes.toml"
SOUNDS = frozenset(("a", "nasal", *"ािीुूेैोौ"))
"""What a stem may end in: a consonant with its inherent vowel, a vowel by its sign, or a nasal mark."""
LEAST_AKSHARAS = 2
"""An unknown stem never has fewer."""
STEM = "stem"
"""The word itself, in the order of suffixes."""

_KEYS = frozenset(("forms", "class", "trust", "unknown_after", "standard", "example"))


class Trust(StrEnum):
    """How seldom words end like the suffix by chance; the file says what each level asks of a stem."""

    CLEAR = "clear"
    SHORT = "short"
    WEAK = "weak"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Suffix:
    """One form of a suffix.

    `unknown_after` says how many aksharas a stem that nothing is known of needs, by the sound it ends in.
    `standard` is what standard Nepali writes for the form, `None` when it is standard itself. `slot` names it in
    readings and paradigms.
    """

    form: str
    kind: str
    trust: Trust
    unknown_after: Mapping[str, int]
    standard: str | None
    example: str
    slot: str


@dataclass(frozen=True, slots=True)
class SuffixTable:
    """All suffixes.

    `by_ending` finds suffixes by their last two code points, longest first. `order` says which kinds (or `STEM`) may
    stand before a suffix of a kind. `stems` are always stems, `whole` words are never cut, nor is a word that ends in
    one of `endings`.
    """

    suffixes: tuple[Suffix, ...]
    by_ending: Mapping[str, tuple[Suffix, ...]]
    order: Mapping[str, frozenset[str]]
    stems: frozenset[str]
    whole: frozenset[str]
    endings: tuple[str, ...]


@cache
def suffix_table() -> SuffixTable:
    """The shipped table, read once in a process.

    Raises:
        RulebookError: the file breaks its own form.
    """
    return read_suffixes((rules_root() / "suffixes.toml").read_text("utf-8"))


def read_suffixes(text: str) -> SuffixTable:
    """The table that a TOML text describes.

    Raises:
        RulebookError: naming the entry that cannot be used.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(f"this is not valid TOML: {error}", path=PATH) from error
    try:
        order = {kind: frozenset(before) for kind, before in content["order"].items()}
        for kind, before in order.items():
            if unknown := before - order.keys() - {STEM}:
                raise _error(f"order.{kind} names {sorted(unknown)[0]!r}, which is no class")
        suffixes = tuple(
            suffix for entry in content["suffix"] for suffix in _read_entry(entry, order, content["slots"])
        )
        table = SuffixTable(
            suffixes=suffixes,
            by_ending=_index(suffixes),
            order=MappingProxyType(order),
            stems=frozenset(_words(content["stems"]["words"])),
            whole=frozenset(_words(content["whole"]["words"])),
            endings=tuple(sorted(_words(content["whole"]["endings"]))),
        )
    except KeyError as error:
        raise _error(f"{error.args[0]!r} is missing") from error
    forms = {suffix.form for suffix in suffixes}
    if unknown := content["slots"].keys() - forms:
        raise _error(f"[slots] names -{sorted(unknown)[0]}, which is no suffix")
    return table


def _read_entry(entry: dict[str, Any], order: Mapping[str, frozenset[str]], slots: Mapping[str, str]) -> list[Suffix]:
    forms = entry["forms"]
    name = f"-{forms[0]}"
    if unknown := entry.keys() - _KEYS:
        raise _error(f"{name}: unknown key {sorted(unknown)[0]!r}")
    if entry["class"] not in order:
        raise _error(f"{name}: the class {entry['class']!r} has no place in [order]")
    if entry["trust"] not in list(Trust):
        raise _error(f"{name}: trust must be one of {', '.join(Trust)}")
    unknown_after: dict[str, int] = entry.get("unknown_after", {})
    if not unknown_after.keys() <= SOUNDS or any(aksharas < LEAST_AKSHARAS for aksharas in unknown_after.values()):
        raise _error(
            f"{name}: unknown_after may hold {' '.join(sorted(SOUNDS))}, each with {LEAST_AKSHARAS} aksharas or more"
        )
    if "standard" in entry and entry["standard"] not in slots:
        raise _error(f"{name}: the standard form -{entry['standard']} is no suffix with a slot")
    if not entry["example"].endswith(tuple(forms)):
        raise _error(f"{name}: the example does not end in it")
    return [
        Suffix(
            form,
            entry["class"],
            Trust(entry["trust"]),
            MappingProxyType(unknown_after),
            entry.get("standard"),
            entry["example"],
            slots[entry.get("standard", form)],
        )
        for form in _words(forms)
    ]


def _index(suffixes: tuple[Suffix, ...]) -> Mapping[str, tuple[Suffix, ...]]:
    by_ending: dict[str, list[Suffix]] = defaultdict(list)
    seen: set[str] = set()
    for suffix in sorted(suffixes, key=lambda suffix: (-len(suffix.form), suffix.form)):
        if len(suffix.form) < 2:
            raise _error(f"-{suffix.form} is too short to be told from the end of a word")
        if suffix.form in seen:
            raise _error(f"-{suffix.form} is there twice")
        seen.add(suffix.form)
        by_ending[suffix.form[-2:]].append(suffix)
    return MappingProxyType({ending: tuple(found) for ending, found in by_ending.items()})


def _words(words: list[str]) -> list[str]:
    """The words as they are, in their order: the first of several forms is the one that is generated."""
    for word in words:
        if not word or not unicodedata.is_normalized("NFC", word):
            raise _error(f"{word!r} is empty or not NFC")
    if len(frozenset(words)) < len(words):
        raise _error(f"{max(words, key=words.count)!r} is there twice")
    return words


def _error(message: str) -> RulebookError:
    return RulebookError(message, path=PATH)
