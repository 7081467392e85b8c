"""The closed classes of Nepali words, written by hand: `rules/nepali/closed/*.tsv`."""

from functools import cache
from typing import NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge import tsv
from nepalint.knowledge.resources import rules_root

COLUMNS = ("word", "pos", "gloss")


class ClosedWord(NamedTuple):
    """A word of a closed class; `list` is the name of the file it stands in."""

    word: str
    pos: str
    gloss: str
    list: str


@cache
def closed_words() -> tuple[ClosedWord, ...]:
    """The words of all lists, list by list; a word may stand in several.

    Raises:
        RulebookError: a row is incomplete, not NFC, out of order or twice in its list.
    """
    folder = rules_root() / "nepali" / "closed"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".tsv")), key=lambda entry: entry.name)
    return tuple(word for entry in files for word in read_list(entry.name, entry.read_text("utf-8")))


def read_list(file_name: str, text: str) -> list[ClosedWord]:
    """The words of one list.

    Raises:
        RulebookError: naming the line that breaks its form.
    """
    path = f"rules/nepali/closed/{file_name}"
    name = file_name.removesuffix(".tsv")
    found: list[ClosedWord] = []
    for number, (word, pos, gloss) in tsv.rows(text, path, COLUMNS):
        if not (pos and gloss):
            raise RulebookError(f"‘{word}’ needs its part of speech and a gloss", path=path, line=number)
        found.append(ClosedWord(word, pos, gloss, name))
    return found
