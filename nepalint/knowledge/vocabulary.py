"""The open classes of Nepali words, written by hand: `rules/nepali/vocabulary.tsv`."""

import unicodedata
from functools import cache
from typing import NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge.origins import Origin
from nepalint.knowledge.resources import rules_root

PATH = "rules/nepali/vocabulary.tsv"
COLUMNS = ("word", "pos", "origin")
PARTS_OF_SPEECH = ("noun", "adjective", "adverb")


class VocabularyWord(NamedTuple):
    """A word of the vocabulary; one of two parts of speech is there twice."""

    word: str
    pos: str
    origin: Origin


@cache
def vocabulary() -> tuple[VocabularyWord, ...]:
    """The shipped words in the order of the file.

    Raises:
        RulebookError: the file breaks its own form.
    """
    return read_vocabulary(_text())


@cache
def words_of(pos: str) -> frozenset[str]:
    """The words that the vocabulary has as this part of speech.

    It takes the file as it is: thousands of rows are checked where data is built, not in every process.
    """
    cell = f"\t{pos}\t"
    return frozenset([line.partition("\t")[0] for line in _text().split("\n") if cell in line])


@cache
def _text() -> str:
    return (rules_root() / "nepali" / "vocabulary.tsv").read_text("utf-8")


def read_vocabulary(text: str) -> tuple[VocabularyWord, ...]:
    """The words of one table.

    Raises:
        RulebookError: naming the line that breaks its form.
    """
    rows: list[VocabularyWord] = []
    header = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if not header:
            if cells != COLUMNS:
                raise RulebookError(f"the columns must be {', '.join(COLUMNS)}", path=PATH, line=number)
            header = True
            continue
        if len(cells) != len(COLUMNS) or cells[1] not in PARTS_OF_SPEECH or cells[2] not in list(Origin):
            raise RulebookError("a row needs word, part of speech and origin", path=PATH, line=number)
        row = VocabularyWord(cells[0], cells[1], Origin(cells[2]))
        if not unicodedata.is_normalized("NFC", row.word):
            raise RulebookError(f"‘{row.word}’ is not NFC", path=PATH, line=number)
        if rows and row[:2] <= rows[-1][:2]:
            raise RulebookError(f"‘{row.word}’ is out of order or twice", path=PATH, line=number)
        rows.append(row)
    return tuple(rows)
