"""The verbs of `rules/nepali/verbs.tsv`."""

from functools import cache
from typing import NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge import tsv
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
    for number, cells in tsv.rows(text, PATH, COLUMNS):
        if message := _row_fault(cells, paradigm):
            raise RulebookError(message, path=PATH, line=number)
        lemma, conjugation, transitive, causative = cells[:4]
        causatives = tuple(causative.split(";")) if causative else ()
        rows.append(VerbRow(lemma, conjugation, transitive == "yes", causatives, number))
    lemmas = {row.lemma for row in rows}
    for row in rows:
        if missing := [lemma for lemma in row.causatives if lemma not in lemmas]:
            raise RulebookError(f"the causative {missing[0]} has no row of its own", path=PATH, line=row.line)
    return tuple(rows)


def _row_fault(cells: list[str], paradigm: VerbParadigm) -> str | None:
    """What is wrong with a row, or `None`."""
    if not cells[0].endswith("नु"):
        return f"{cells[0]!r} is no infinitive"
    if cells[1] and cells[1] not in paradigm.classes:
        return f"{cells[1]!r} is no class"
    if cells[2] not in ("yes", "no"):
        return "transitive must be yes or no"
    return None
