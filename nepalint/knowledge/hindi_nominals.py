"""Hindi nouns and adjectives: `rules/hindi/nouns.tsv`, `adjectives.tsv`, and the tables of their classes."""

from functools import cache
from typing import NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge.hindi_tables import Cell, Paradigm, listed, place, table

WORD_COLUMNS = ("lemma", "class")
NOUN_CELLS = ("dir.sg", "obl.sg", "voc.sg", "dir.pl", "obl.pl", "voc.pl")
ADJECTIVE_CELLS = ("any", "m.dir.sg", "m.obl", "m.pl", "f", "obl.pl")

_CLASS_COLUMNS = ("class", "example", "strip")


class Guess(NamedTuple):
    """An ending clear enough to show the form and the lemma's end of a word that is not listed."""

    ending: str
    lemma_end: str
    features: str
    pos: str


class NominalTable(NamedTuple):
    """The paradigms by class, lemma and class of each word, and the endings to guess others by, longest first."""

    paradigms: dict[str, Paradigm]
    words: list[tuple[str, ...]]
    guesses: list[Guess]


@cache
def nominal_table() -> NominalTable:
    """The shipped description, read once in a process.

    Raises:
        RulebookError: a file breaks its own form.
    """
    paradigms: dict[str, Paradigm] = {}
    guesses: list[Guess] = []
    for name, _, strip, *endings, guessed in table("noun_classes", (*_CLASS_COLUMNS, *NOUN_CELLS, "guess")):
        paradigm = paradigms[name] = _paradigm("noun", strip, NOUN_CELLS, endings)
        guesses += [
            Guess(cell.endings[0], paradigm.strip, cell.features[0], "noun")
            for cell in paradigm.cells
            if cell.features[0] in guessed.split(" ")
        ]
    for name, _, strip, *endings in table("adjective_classes", (*_CLASS_COLUMNS, *ADJECTIVE_CELLS)):
        paradigms[name] = _paradigm("adjective", strip, ADJECTIVE_CELLS, endings)
    guesses.sort(key=lambda guess: (-len(guess.ending), guess.ending))
    return NominalTable(paradigms, [*_words("nouns", paradigms), *_words("adjectives", paradigms)], guesses)


def _paradigm(pos: str, strip: str, names: tuple[str, ...], endings: list[str]) -> Paradigm:
    cells = [Cell((name,), tuple(listed(written))) for name, written in zip(names, endings, strict=True) if written]
    return Paradigm(pos, listed(strip)[0], tuple(cells))


def _words(file: str, paradigms: dict[str, Paradigm]) -> list[tuple[str, ...]]:
    words = table(file, WORD_COLUMNS)
    for lemma, name in words:
        if name not in paradigms or not lemma.endswith(paradigms[name].strip):
            raise RulebookError(f"‘{lemma}’ cannot be of the class {name!r}", path=place(f"{file}.tsv"))
    return words
