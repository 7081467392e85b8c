"""Hindi nouns and adjectives: the listed ones, and what endings show of others."""

from collections.abc import Iterator
from functools import cache

from nepalint.knowledge.hindi_nominals import Guess, nominal_table
from nepalint.language.hindi.paradigms import Inventory, Match
from nepalint.language.hindi.spelling import fold, spelling_marks
from nepalint.text.script import CONSONANTS

_LEAST_BASE = 2
"""The consonants that an unlisted word must have before the ending."""


@cache
def nominals() -> Inventory:
    """The listed nouns and adjectives with their paradigms."""
    table = nominal_table()
    return Inventory(table.paradigms, table.words)


def guesses(word: str) -> Iterator[Match]:
    """Lemmas that `word` may be a form of by its ending alone, with the longest ending that fits."""
    key = fold(word)
    length = 0
    for ending, guess in _folded_guesses().get(key[-1:], ()):
        if len(ending) < length:
            return
        if not key.endswith(ending):
            continue
        base = word[: len(word) - len(guess.ending)]
        if sum(letter in CONSONANTS for letter in base) < _LEAST_BASE or (
            not guess.lemma_end and base[-1] not in CONSONANTS
        ):
            continue
        length = len(ending)
        yield Match(
            base + guess.lemma_end,
            guess.pos,
            guess.features,
            base + guess.ending,
            spelling_marks(word, base + guess.ending),
        )


@cache
def _folded_guesses() -> dict[str, list[tuple[str, Guess]]]:
    """The endings to guess by with their keys, longest first, by the last code point of the key."""
    found: dict[str, list[tuple[str, Guess]]] = {}
    for guess in nominal_table().guesses:
        ending = fold(guess.ending)
        found.setdefault(ending[-1:], []).append((ending, guess))
    return found
