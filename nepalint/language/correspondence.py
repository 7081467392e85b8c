"""Spelling candidates of a word under named correspondences."""

from collections.abc import Iterable, Iterator
from itertools import combinations

import regex

from nepalint.knowledge.correspondences import Correspondence

MOST_PIECES = 6
"""Pieces of one word that are taken back in every combination; words with more are taken back one piece at a time."""


def respellings(word: str, applied: Iterable[Correspondence]) -> Iterator[tuple[str, Correspondence]]:
    """`word` with the pieces of each correspondence written the standard way: all at once first, then one by one.

    Each candidate comes once, with the correspondence that gives it; `word` itself never comes.
    """
    seen = {word}
    for correspondence in applied:
        whole = word
        single: list[str] = []
        for found, standard in correspondence.pieces:
            if found not in word:
                continue
            whole = whole.replace(found, standard)  # of two answers to one piece the first wins; the other comes alone
            start = word.find(found)
            while start >= 0:
                single.append(word[:start] + standard + word[start + len(found) :])
                start = word.find(found, start + 1)
        for candidate in (whole, *single):
            if candidate not in seen:
                seen.add(candidate)
                yield candidate, correspondence


def misspellings(words: Iterable[str], applied: Iterable[Correspondence]) -> Iterator[tuple[str, str]]:
    """Every spelling from which `respellings` may lead to one of `words`, with that word; some come more than once."""
    joined = "\n".join(words)
    for correspondence in applied:
        origins: dict[str, list[str]] = {}
        for found, standard in correspondence.pieces:
            origins.setdefault(standard, []).append(found)
        pieces = regex.compile("|".join(map(regex.escape, origins)))
        found_in: dict[int, list[tuple[int, int, str]]] = {}
        for match in pieces.finditer(joined, overlapped=True):
            start, end = match.span()
            word_start = joined.rfind("\n", 0, start) + 1
            places = found_in.setdefault(word_start, [])
            places += [(start - word_start, end - word_start, found) for found in origins[match[0]]]
        for word_start, places in found_in.items():
            word_end = joined.find("\n", word_start)
            word = joined[word_start : word_end if word_end >= 0 else len(joined)]
            most = len(places) if len(places) <= MOST_PIECES else 1
            for size in range(1, most + 1):
                for chosen in combinations(places, size):
                    yield _replaced(word, chosen), word


def _replaced(word: str, chosen: Iterable[tuple[int, int, str]]) -> str:
    """`word` with the stretches `chosen`, sorted, replaced; those that overlap an earlier one are left out."""
    parts: list[str] = []
    last = 0
    for start, end, text in chosen:
        if start >= last:
            parts += (word[last:start], text)
            last = end
    return "".join((*parts, word[last:]))
