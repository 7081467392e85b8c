"""Readings, what a word form may be, in either language; and the forms of a Nepali paradigm."""

from typing import NamedTuple


class Reading(NamedTuple):
    """One way to understand a word form."""

    lemma: str
    """The citation form: गर्नु, घर, म; करना, लड़का."""
    pos: str
    """noun, verb, adjective, pronoun, numeral, postposition, particle, conjunction, adverb, interjection or name."""
    features: str = ""
    """The slot of the paradigm, as its own file names it: `past.3low`, `obl.pl`; empty where there is none."""


class Form(NamedTuple):
    """One form of a paradigm: its slot, how it is written, and how else it may be."""

    form_id: str
    """The slot, as `Reading.features` names it."""
    surface: str
    alternatives: tuple[str, ...] = ()
    """Other forms of the same slot, written by careful writers too."""
