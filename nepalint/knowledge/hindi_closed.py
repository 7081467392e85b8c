"""The closed classes of Hindi, form by form: auxiliaries, pronouns, postpositions, particles and the like."""

from functools import cache
from typing import NamedTuple

from nepalint.knowledge.hindi_tables import table

COLUMNS = ("form", "lemma", "pos", "features", "also_nepali")
FILES = ("auxiliaries", "pronouns", "postpositions", "function_words")


class ClosedForm(NamedTuple):
    """One form of a closed class; `also_nepali` says what the same spelling is in Nepali, empty if nothing."""

    form: str
    lemma: str
    pos: str
    features: tuple[str, ...]
    also_nepali: str


@cache
def closed_forms() -> dict[str, tuple[ClosedForm, ...]]:
    """All forms by file, read once in a process.

    Raises:
        RulebookError: a table breaks its own form.
    """
    return {
        file: tuple(
            ClosedForm(form, lemma, pos, tuple(features.split(" ")), note)
            for form, lemma, pos, features, note in table(file, COLUMNS)
        )
        for file in FILES
    }
