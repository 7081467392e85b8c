"""The verbs of `rules/nepali/verbs.tsv`."""

import unicodedata
from functools import cache
from typing import NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge.nepali_verb_model import VerbParadigm
from nepalint.knowledge.nepali_verbs import verb_paradigm
from nepalint.knowledge.resources import rules_root

PATH = "rules/nepali/verbs.tsv"
COLUMNS = ("lemma", "class", "transitive", "causative", "seen", "note")


class VerbRow(NamedTuple):
    """A verb of `verbs.tsv`; `conjugation` is empty where the lemma shows the class."""

    lemma: str
    conjugation: str
    transitive: bool
    causatives: tuple[str, ...]
    line: int


@cache
def verb_rows() -> tuple[VerbRow, ...]:
    """The shipped verbs, read once in a process.

    Raises:
        RulebookError: the table breaks its own form.
    """
    return read_verbs((rules_root() / "nepali" / "verbs.tsv").read_text("utf-8"), verb_paradigm())


def read_verbs(text: str, paradigm: VerbParadigm) -> tuple[VerbRow, ...]:
    """The rows of a table of verbs.

    Raises:
        RulebookError: naming the line of the first row that cannot be used.
    """
    rows: list[VerbRow] = []
    header = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            if tuple(cells) != COLUMNS:
                raise RulebookError(f"the columns must be {', '.join(COLUMNS)}", path=PATH, line=number)
            header = True
            continue
        if message := _row_fault(cells, rows[-1].lemma if rows else "", paradigm):
            raise RulebookError(message, path=PATH, line=number)
        lemma, conjugation, transitive, causative = cells[:4]
        causatives = tuple(causative.split(";")) if causative else ()
        rows.append(VerbRow(lemma, conjugation, transitive == "yes", causatives, number))
    lemmas = {row.lemma for row in rows}
    for row in rows:
        if missing := [lemma for lemma in row.causatives if lemma not in lemmas]:
            raise RulebookError(f"the causative {missing[0]} has no row of its own", path=PATH, line=row.line)
    return tuple(rows)


def _row_fault(cells: list[str], previous: str, paradigm: VerbParadigm) -> str | None:
    """What is wrong with a row, or `None`."""
    if len(cells) != len(COLUMNS):
        return f"a row has {len(COLUMNS)} cells"
    if not unicodedata.is_normalized("NFC", cells[0]) or not cells[0].endswith("नु"):
        return f"{cells[0]!r} is no infinitive in NFC"
    if cells[0] <= previous:
        return f"{cells[0]} is out of order or twice"
    if cells[1] and cells[1] not in paradigm.classes:
        return f"{cells[1]!r} is no class"
    if cells[2] not in ("yes", "no"):
        return "transitive must be yes or no"
    return None
