"""What the tests of Hindi ask of the analyser and the generator."""

from nepalint.language.hindi import Form, analyse, analyse_phrase, inflect
from nepalint.language.morphology import Reading


def surfaces(lemma: str, features: str) -> list[str]:
    """The standard form and its alternatives."""
    return [
        surface
        for form in inflect(lemma)
        if form.features == features
        for surface in (form.surface, *form.alternatives)
    ]


def knows(text: str, lemma: str, features: str) -> bool:
    words = text.split(" ")
    found = analyse(text) if len(words) == 1 else analyse_phrase(words)
    return any(reading.lemma == lemma and reading.features == features for reading in found)


def inverted(lemma: str, form: Form) -> list[str]:
    """The surfaces of a form that analysis does not lead back to it without a mark."""
    return [
        surface
        for surface in (form.surface, *form.alternatives)
        if not any(reading == Reading(lemma, form.pos, form.features) for reading in analyse_phrase(surface.split(" ")))
    ]
