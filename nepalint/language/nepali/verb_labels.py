"""What the forms of verbs are called, in English and Nepali."""

from collections.abc import Mapping
from functools import cache

from nepalint.knowledge.nepali_verb_model import Label
from nepalint.knowledge.nepali_verbs import verb_paradigm
from nepalint.language.nepali.verb_endings import derived_id, is_derived
from nepalint.language.nepali.verb_paradigm import compound_id


def label(form_id: str) -> Label:
    """The names of a form, by its form_id.

    >>> label("past.3low.f").en
    'simple past: third person singular, low, feminine'

    Raises:
        KeyError: there is no such form.
    """
    if (found := _labels().get(form_id)) is not None:
        return found
    for start, title in _titles().items():
        if form_id.startswith(start):
            return _joined(title, label(form_id.removeprefix(start)))
    raise KeyError(form_id)


@cache
def _labels() -> Mapping[str, Label]:
    """The names of all forms but those of compounds that have no name of their own."""
    paradigm = verb_paradigm()
    labels = {slot.form_id: slot.label for slot in paradigm.slots}
    labels |= {slot.form_id: slot.label for slot, _, _ in paradigm.reduplicated}
    for derivation in (paradigm.passive, paradigm.impersonal):
        for slot in paradigm.slots:
            if is_derived(derivation, slot):
                labels[derived_id(derivation, slot)] = _joined(derivation.label, slot.label)
    causative = paradigm.causative
    for form_id in (*causative.forms, *causative.passive):
        labels[f"{causative.id}.{form_id.removeprefix('nf.')}"] = _joined(causative.label, labels[form_id])
    labels[f"{causative.id}.periph"] = _joined(causative.label, causative.periphrastic_label)
    for auxiliary in paradigm.compounds:
        for form_id in auxiliary.names:
            labels[compound_id(auxiliary, form_id)] = _joined(auxiliary.label, labels[form_id])
    for copula in paradigm.copulas:
        for form_id in copula.forms:
            labels[form_id] = _copula_label(form_id, labels)
    return labels


def _copula_label(form_id: str, labels: Mapping[str, Label]) -> Label:
    paradigm = verb_paradigm()
    tense = max((start for start in paradigm.copula_labels if form_id.startswith(f"{start}.")), key=len)
    slot = form_id.removeprefix(f"{tense}.")
    return _joined(paradigm.copula_labels[tense], paradigm.persons.get(slot) or labels[f"nf.{slot}"])


@cache
def _titles() -> Mapping[str, Label]:
    """What stands before the name of the second verb's form, by the beginning of the form_id."""
    paradigm = verb_paradigm()
    return {f"cmp.{auxiliary.id}.": auxiliary.label for auxiliary in paradigm.compounds} | {
        f"phase.{auxiliary.id}.": auxiliary.label for auxiliary in paradigm.phases
    }


def _joined(first: Label, second: Label) -> Label:
    return Label(f"{first.en}: {second.en}", f"{first.ne}: {second.ne}")
