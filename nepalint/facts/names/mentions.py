"""Finding the mentions of gazetteer entries in a document."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import NamedTuple

import regex

from nepalint.document import Document
from nepalint.knowledge.gazetteer import NUMBER, Entry, Table, gazetteer
from nepalint.language.names import Found, find_in_word
from nepalint.language.suffixes import cut

NEAR = 2
"""Words on either side of an ambiguous name among which its context must stand."""
_WINDOW = 48
"""Code points on either side that are read for them."""
_TOKEN = regex.compile(r"[\u0900-\u0963\u0971-\u097F\u200C\u200D]+|[0-9\u0966-\u096F]+")


class NameFact(NamedTuple):
    """A mention of a name: its span without suffixes, in code points, and the entry it belongs to."""

    start: int
    end: int
    text: str
    cluster: str
    canonical: str


class _Phrase(NamedTuple):
    """An entry of several words: what stands before its last word, and the entry."""

    before: str
    entry: Entry


def find_names(document: Document) -> tuple[NameFact, ...]:
    """The mentions of gazetteer names in prose and quotations, in order, right spellings and wrong ones alike.

    Of nested names only the longest counts. A name that is also a common word counts only beside its context.
    """
    phrases = _phrases()
    found: dict[str, Found | None] = {}
    for word in document.words:
        one = find_in_word(word)
        if one is not None and one.spelling.entry.table is not Table.GAZETTEER:
            one = None
        if one is not None or word in phrases or cut(word).stem in phrases:
            found[word] = one
    return tuple(_mentions(document, found)) if found else ()


def _mentions(document: Document, found: Mapping[str, Found | None]) -> Iterator[NameFact]:
    held: NameFact | None = None
    for word, start, end in document.occurrences(found):
        fact = _mention(document, word, start, end, found[word])
        if fact is None:
            continue
        if held is not None and held.end <= fact.start:
            yield held
        held = fact
    if held is not None:
        yield held


def _mention(document: Document, word: str, start: int, end: int, one: Found | None) -> NameFact | None:
    text = document.text
    zones = document.zones
    if zones.protected.overlaps(start, end) and not zones.quotations.overlaps(start, end):
        return None
    last = one.spelling.entry.canonical if one is not None else word
    length = one.length if one is not None else len(word)
    phrases = _phrases().get(last, ())
    if one is None and not phrases:
        last = cut(word).stem
        length = len(last)
        phrases = _phrases().get(last, ())
    for before, entry in phrases:
        if text.endswith(before, 0, start):
            return _fact(text, start - len(before), start + length, entry)
    if one is None or not _in_context(text, start, end, one.spelling.entry):
        return None
    return _fact(text, start, start + length, one.spelling.entry)


def _fact(text: str, start: int, end: int, entry: Entry) -> NameFact:
    return NameFact(start, end, text[start:end], f"{entry.type}:{entry.canonical}", entry.canonical)


def _in_context(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether the name stands beside what `entry` asks for."""
    if not entry.context:
        return True
    left = _TOKEN.findall(text, max(0, start - _WINDOW), start)[-NEAR:]
    right = islice((match[0] for match in _TOKEN.finditer(text, end, end + _WINDOW)), NEAR)
    return any(
        (NUMBER in entry.context) if token[0].isdigit() else (cut(token).stem in entry.context)
        for token in (*left, *right)
    )


@cache
def _phrases() -> Mapping[str, tuple[_Phrase, ...]]:
    """The entries of several words by their last one."""
    found: dict[str, tuple[_Phrase, ...]] = {}
    for spelling, entry in gazetteer().by_spelling.items():
        before, space, last = spelling.rpartition(" ")
        if space:
            found[last] = (*found.get(last, ()), _Phrase(before + space, entry))
    return found
