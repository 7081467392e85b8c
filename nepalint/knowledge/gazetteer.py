"""The spellings of foreign names and loan words: `rules/tables/gazetteer.tsv` and `rules/tables/loans.tsv`."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge import tsv
from nepalint.knowledge.resources import rules_root

NUMBER = "#"
"""In the column `context`: any number."""
GAZETTEER_COLUMNS = ("canonical", "type", "gloss", "accepted", "distinct", "context", "misspelt", "source")
LOAN_COLUMNS = ("canonical", "accepted", "distinct", "origin", "source")


class EntryType(StrEnum):
    """What an entry names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    MONTH = "month"
    PEOPLE = "people"
    LOAN = "loan"


_TYPES = {str(kind): kind for kind in EntryType}
_UNDAMAGED: Mapping[str, str] = MappingProxyType({})


class Table(StrEnum):
    """The table an entry stands in."""

    GAZETTEER = "gazetteer"
    LOANS = "loans"


class Entry(NamedTuple):
    """One name or loan word.

    `accepted` are other right spellings; `distinct` are different words that sound alike. With `context`, one of
    those words, or a number for `#`, must stand beside the word before it counts as the name. `misspelt` gives exact
    wrong spellings their reason. `line` is 1-based.
    """

    table: Table
    canonical: str
    type: EntryType
    gloss: str
    accepted: tuple[str, ...]
    distinct: tuple[str, ...]
    context: tuple[str, ...]
    misspelt: Mapping[str, str]
    source: str
    line: int

    @property
    def spellings(self) -> tuple[str, ...]:
        """All right spellings, the canonical one first."""
        return (self.canonical, *self.accepted)


class Gazetteer(NamedTuple):
    """All entries of both tables; `by_spelling` and `misspelt` find the entry of an exact right or wrong spelling."""

    entries: tuple[Entry, ...]
    by_spelling: Mapping[str, Entry]
    misspelt: Mapping[str, Entry]
    distinct: frozenset[str]


@cache
def gazetteer() -> Gazetteer:
    """The shipped tables, read once in a process.

    Raises:
        RulebookError: a table breaks its hygiene.
    """
    tables = rules_root() / "tables"
    return read_gazetteer((tables / "gazetteer.tsv").read_text("utf-8"), (tables / "loans.tsv").read_text("utf-8"))


def read_gazetteer(names: str, loans: str) -> Gazetteer:
    """The entries of the texts of both tables.

    Raises:
        RulebookError: naming the line that is not NFC, out of order, incomplete, or spells what another row spells.
    """
    entries = (*_names(names), *_loans(loans))
    by_spelling: dict[str, Entry] = {}
    misspelt: dict[str, Entry] = {}
    for entry in entries:
        for spelling in entry.spellings:
            if other := by_spelling.get(spelling):
                raise _error(entry, f"‘{spelling}’ already belongs to ‘{other.canonical}’")
            by_spelling[spelling] = entry
    distinct: set[str] = set()
    for entry in entries:
        for spelling in entry.misspelt:
            if other := by_spelling.get(spelling) or misspelt.get(spelling):
                raise _error(entry, f"‘{spelling}’ already belongs to ‘{other.canonical}’")
            misspelt[spelling] = entry
        for spelling in entry.distinct:
            if spelling in entry.spellings or spelling in entry.misspelt:
                raise _error(entry, f"‘{spelling}’ cannot be another word and ‘{entry.canonical}’ too")
        distinct.update(entry.distinct)
    return Gazetteer(entries, MappingProxyType(by_spelling), MappingProxyType(misspelt), frozenset(distinct))


def _names(text: str) -> Iterator[Entry]:
    path = _path(Table.GAZETTEER)
    for line, cells in _rows(text, path, GAZETTEER_COLUMNS):
        canonical, kind, gloss, accepted, distinct, context, misspelt, source = cells
        if kind not in _TYPES:
            raise RulebookError(f"the type {kind!r} is none of {', '.join(EntryType)}", path=path, line=line)
        if not gloss:
            raise RulebookError("the gloss is empty", path=path, line=line)
        yield Entry(
            table=Table.GAZETTEER,
            canonical=canonical,
            type=_TYPES[kind],
            gloss=gloss,
            accepted=_items(accepted, path, line),
            distinct=_items(distinct, path, line),
            context=_items(context, path, line),
            misspelt=_damage(misspelt, path, line) if misspelt else _UNDAMAGED,
            source=source,
            line=line,
        )


def _damage(cell: str, path: str, line: int) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for item in _items(cell, path, line):
        spelling, _, reason = item.partition("=")
        if not (spelling and reason):
            raise RulebookError(f"{item!r} is not spelling=reason", path=path, line=line)
        found[spelling] = reason
    return MappingProxyType(found)


def _loans(text: str) -> Iterator[Entry]:
    path = _path(Table.LOANS)
    for line, cells in _rows(text, path, LOAN_COLUMNS):
        canonical, accepted, distinct, origin, source = cells
        if not origin:
            raise RulebookError("the origin is empty", path=path, line=line)
        yield Entry(
            table=Table.LOANS,
            canonical=canonical,
            type=EntryType.LOAN,
            gloss=origin,
            accepted=_items(accepted, path, line),
            distinct=_items(distinct, path, line),
            context=(),
            misspelt=_UNDAMAGED,
            source=source,
            line=line,
        )


def _rows(text: str, path: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with their lines, each with its source."""
    for line, cells in tsv.rows(text, path, columns):
        if not cells[-1]:
            raise RulebookError("a row needs a source", path=path, line=line)
        yield line, cells


def _items(cell: str, path: str, line: int) -> tuple[str, ...]:
    """The parts of a cell between slashes, which must be sorted and unique."""
    if not cell:
        return ()
    if "/" not in cell:
        return (cell,)
    items = tuple(cell.split("/"))
    if list(items) != sorted(set(items)) or "" in items:
        raise RulebookError(f"{cell!r} is not sorted, holds a part twice, or an empty one", path=path, line=line)
    return items


def _path(table: Table) -> str:
    return f"rules/tables/{table}.tsv"


def _error(entry: Entry, message: str) -> RulebookError:
    return RulebookError(message, path=_path(entry.table), line=entry.line)
