"""The two shapes of a rule: one that looks at a distinct word, one that looks at the whole document."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from nepalint.diagnostic import Applicability, Diagnostic
from nepalint.document import Document
from nepalint.rulebook.meta import RuleMeta


class WordHit(NamedTuple):
    """What a rule found in one word; offsets are code points of the word.

    `start`, `end`: the morpheme the finding is about. `edit_start`, `edit_end`, `replacement`: the smallest edit,
    absent (`replacement is None`) where no fix is offered. `why`, `why_en`: evidence that goes with the word.
    `beside`: a stem; the finding stands only in documents that hold it too, bare or with a suffix.
    """

    start: int
    end: int
    edit_start: int = 0
    edit_end: int = 0
    replacement: str | None = None
    why: str = ""
    why_en: str = ""
    beside: str = ""
    applicability: Applicability | None = None


class WordRule(ABC):
    """A rule decided by the word alone; its verdict is kept for every later occurrence of that word."""

    meta: RuleMeta
    literals: tuple[str, ...] = ()
    definition: str = ""
    """What the rule was built from, so that verdicts worked out beforehand are told from outdated ones."""

    def candidates(self, words: Collection[str]) -> Iterable[str]:
        """The words worth examining: those that hold one of `literals` (all of them where there are none)."""
        if not self.literals:
            return words
        first, *others = self.literals
        found = [word for word in words if first in word]
        for literal in others:
            found += [word for word in words if literal in word and first not in word]
        return found

    def stems(self) -> Mapping[str, int] | None:
        """Beginnings, one of which every word has that the rule can flag, or None where they cannot be told.

        Each goes with the count in Nepali text up to which a word that begins so is worth examining. The stems only
        save time on large documents: `examine` decides.
        """
        return None

    @abstractmethod
    def examine(self, word: str) -> WordHit | None:
        """What is wrong with `word`, or None. `word` has no ZWJ or ZWNJ at its edges and no split vowels."""


class TextRule(ABC):
    """A rule that needs the document: neighbours, punctuation, structure."""

    meta: RuleMeta

    @abstractmethod
    def check(self, document: Document) -> Iterator[Diagnostic]:
        """The findings in `document`, in any order."""


Rule = WordRule | TextRule


def narrowest(found: str, fix: str) -> tuple[int, int, str]:
    """The smallest edit of whole code points that turns `found` into `fix`: start, end, replacement."""
    start = 0
    limit = min(len(found), len(fix))
    while start < limit and found[start] == fix[start]:
        start += 1
    tail = 0
    while tail < limit - start and found[-1 - tail] == fix[-1 - tail]:
        tail += 1
    return start, len(found) - tail, fix[start : len(fix) - tail]
