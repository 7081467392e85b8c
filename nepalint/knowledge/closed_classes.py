"""The closed classes of Nepali words, written by hand: `rules/nepali/closed/*.tsv`."""

import unicodedata
from functools import cache
from typing import NamedTuple

from nepalint.errors import RulebookError
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
    header = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            if tuple(cells) != COLUMNS:
                raise RulebookError(f"the columns must be {', '.join(COLUMNS)}", path=path, line=number)
            header = True
            continue
        if len(cells) != len(COLUMNS) or not all(cells):
            raise RulebookError("a row needs word, pos and gloss", path=path, line=number)
        word, pos, gloss = cells
        if not unicodedata.is_normalized("NFC", word):
            raise RulebookError(f"‘{word}’ is not NFC", path=path, line=number)
        if found and word <= found[-1].word:
            raise RulebookError(f"‘{word}’ is out of order or twice", path=path, line=number)
        found.append(ClosedWord(word, pos, gloss, name))
    return found
