"""Forms of Hindi verbs that are one word; those of several words are in `phrases`."""

from functools import cache

from nepalint.knowledge.hindi_verbs import verb_table
from nepalint.language.hindi.paradigms import Inventory, Match
from nepalint.language.hindi.spelling import fold


@cache
def verbs() -> Inventory:
    """The listed verbs with their paradigms."""
    table = verb_table()
    return Inventory(table.paradigms, table.words)


def verb_matches(word: str) -> list[Match]:
    """The ways to understand a word as a form of a verb."""
    return verbs().matches(word, fold(word))
