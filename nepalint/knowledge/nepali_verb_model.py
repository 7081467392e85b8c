"""What the paradigm of the Nepali verb is made of; `nepalint/knowledge/nepali_verbs.py` reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

NEGATION = "न"
"""What stands before the whole verb in forms such as नगर्ने."""
INFINITIVE = "nf.inf.na"
"""The form before verbs such as थाल्नु."""


class Label(NamedTuple):
    """What a form is, in both languages."""

    en: str
    ne: str


class Slot(NamedTuple):
    """A place of the paradigm; `patterns` are written in the notation that the file explains.

    `negated` slots have न before the whole verb.
    """

    form_id: str
    tense: str
    person: str
    patterns: tuple[str, ...]
    negated: bool
    label: Label

    @property
    def positive(self) -> str:
        """The form_id of the slot without negation by न."""
        return f"{self.tense}.{self.person}".rstrip(".")


@dataclass(frozen=True, slots=True)
class Conjugation:
    """A class of verbs: its alternants by kind, in sound, and the forms that it makes in its own way."""

    name: str
    label: Label
    example: str
    lemma: str
    after_vowel: bool
    listed: bool
    alternants: Mapping[str, tuple[str, ...]]
    derived: tuple[str, ...]
    also: str | None
    forms: Mapping[str, tuple[str, ...]]


class Derivation(NamedTuple):
    """The passive or the impersonal; `persons` empty means all."""

    id: str
    label: Label
    without: frozenset[str]
    persons: frozenset[str]
    rename: Mapping[str, str]


class Causative(NamedTuple):
    """Which forms of a causative stand in the paradigm of the basic verb."""

    id: str
    label: Label
    forms: tuple[str, ...]
    passive: tuple[str, ...]
    periphrastic: str
    periphrastic_label: Label


class Auxiliary(NamedTuple):
    """A verb that follows another one, joined to its form in -इ or after its infinitive in -न."""

    verb: str
    id: str
    label: Label
    again: bool
    names: Mapping[str, str]


class Copula(NamedTuple):
    """A copula with all its forms: the standard one first, then the alternatives."""

    lemma: str
    label: Label
    forms: Mapping[str, tuple[str, ...]]


class Press(NamedTuple):
    """Letters that the press writes for others, as pairs of wrong and right, and where in the word."""

    at: str
    pairs: tuple[tuple[str, str], ...]
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VerbParadigm:
    """The whole of `verbs.toml`; slots stand in the order in which a grammar gives them.

    `unknown_without` are forms that are no reason to take an unknown word for a verb.
    """

    classes: Mapping[str, Conjugation]
    slots: tuple[Slot, ...]
    reduplicated: tuple[tuple[Slot, str, str], ...]
    passive: Derivation
    impersonal: Derivation
    causative: Causative
    compounds: tuple[Auxiliary, ...]
    phases: tuple[Auxiliary, ...]
    copulas: tuple[Copula, ...]
    copula_labels: Mapping[str, Label]
    persons: Mapping[str, Label]
    press: tuple[Press, ...]
    joined: tuple[str, ...]
    unknown_without: frozenset[str]
