"""The endings of a class of verbs as they are written: the tables of the paradigm, worked out."""

from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import NamedTuple

from nepalint.knowledge.nepali_verb_model import Conjugation, Derivation, Slot
from nepalint.knowledge.nepali_verbs import verb_paradigm
from nepalint.language.nepali.verb_sounds import Context, ending_after

PASSIVE_CLASS = "2i"
"""The class by which passives and impersonals go."""


class Ending(NamedTuple):
    """What is written after the root in one form; the shapes are the standard one, then its alternatives."""

    form_id: str
    shapes: tuple[str, ...]
    negated: bool


@cache
def class_endings(name: str, place: Context) -> tuple[Ending, ...]:
    """All endings of a class after roots that end like `place`."""
    conjugation = verb_paradigm().classes[name]
    other = verb_paradigm().classes[conjugation.also] if conjugation.also is not None else None
    endings = []
    for slot in verb_paradigm().slots:
        shapes = _slot_shapes(conjugation, slot, place)
        if other is not None:
            shapes += _slot_shapes(other, slot, place)[:1]
        if shapes:
            endings.append(Ending(slot.form_id, distinct(shapes), slot.negated))
    periphrastic = verb_paradigm().causative.periphrastic
    shapes = _pattern_shapes(conjugation, periphrastic, place)
    return (*endings, Ending(f"{verb_paradigm().causative.id}.periph", distinct(shapes), False))


@cache
def derived_endings(kind: str, place: Context) -> tuple[Ending, ...]:
    """All endings of the passive (`pass`) or the impersonal (`impers`) after roots that end like `place`."""
    derivation = derivation_of(kind)
    by_id = {ending.form_id: ending for ending in class_endings(PASSIVE_CLASS, place)}
    return tuple(
        by_id[slot.form_id]._replace(form_id=derived_id(derivation, slot))
        for slot in verb_paradigm().slots
        if is_derived(derivation, slot)
    )


@cache
def causative_endings(name: str, place: Context) -> tuple[Ending, ...]:
    """Those endings of a causative that stand in the paradigm of the basic verb, by the causative's class."""
    causative = verb_paradigm().causative
    by_id = {ending.form_id: ending for ending in class_endings(name, place)}
    passive = {ending.form_id: ending for ending in derived_endings(verb_paradigm().passive.id, place)}
    chosen = [by_id[form_id] for form_id in causative.forms] + [passive[form_id] for form_id in causative.passive]
    return tuple(ending._replace(form_id=f"{causative.id}.{ending.form_id.removeprefix('nf.')}") for ending in chosen)


def derivation_of(kind: str) -> Derivation:
    """The description of the passive (`pass`) or the impersonal (`impers`)."""
    paradigm = verb_paradigm()
    return paradigm.passive if kind == paradigm.passive.id else paradigm.impersonal


def derived_id(derivation: Derivation, slot: Slot) -> str:
    """What a form of class 2i is called in the passive or impersonal."""
    return f"{derivation.id}.{derivation.rename.get(slot.form_id, slot.form_id).removeprefix('nf.')}"


def is_derived(derivation: Derivation, slot: Slot) -> bool:
    """Whether the passive or impersonal has the form that a slot stands for."""
    if slot.tense in derivation.without:
        return False
    return not derivation.persons or slot.person not in verb_paradigm().persons or slot.person in derivation.persons


def is_negated(form_id: str) -> bool:
    """Whether the form is one with न before the verb."""
    return form_id in _negated()


@cache
def _negated() -> frozenset[str]:
    paradigm = verb_paradigm()
    own = {slot.form_id for slot in paradigm.slots if slot.negated}
    for derivation in (paradigm.passive, paradigm.impersonal):
        own |= {derived_id(derivation, slot) for slot in paradigm.slots if slot.negated}
    return frozenset(own)


def _slot_shapes(conjugation: Conjugation, slot: Slot, place: Context) -> list[str]:
    patterns = conjugation.forms.get(slot.positive, slot.patterns)
    return list(chain.from_iterable(_pattern_shapes(conjugation, pattern, place) for pattern in patterns))


def _pattern_shapes(conjugation: Conjugation, pattern: str, place: Context) -> list[str]:
    kind, _, rest = pattern.partition("+")
    alternants = conjugation.alternants.get(kind, ()) if kind else ("",)
    return [ending_after(place, alternant, rest) for alternant in alternants]


def distinct(shapes: Iterable[str]) -> tuple[str, ...]:
    """The shapes in order, each once."""
    return tuple(dict.fromkeys(shapes))
