"""From a paradigm to forms and back: one description, read in both directions."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from nepalint.knowledge.hindi_tables import Paradigm
from nepalint.language.hindi.spelling import BOUND, NONSTANDARD, fold, fold_all, spelling_marks

_MELTING = ("े", "ी")
"""Endings that lose their shape in the key after a base in -य: राय + ें is राएं."""

HEAD = 3
"""Code points at the beginning of a key that rule most words out."""


class Form(NamedTuple):
    """One form of a lemma: the standard surface, and others that are right as well."""

    pos: str
    features: str
    surface: str
    alternatives: tuple[str, ...] = ()


class Match(NamedTuple):
    """One way to understand a word.

    `standard` is how it is rightly spelt, `marks` what sets the word apart from that.
    """

    lemma: str
    pos: str
    features: str
    standard: str
    marks: tuple[str, ...] = ()


class _Ending(NamedTuple):
    ending: str
    features: tuple[str, ...]
    mark: str = ""


class Inventory:
    """Words with their paradigms.

    Words are found by the key of their base (`fold`) and endings by the key of theirs, so that every spelling is known
    without being listed.
    """

    def __init__(self, paradigms: Mapping[str, Paradigm], words: Sequence[Sequence[str]]) -> None:
        """`words` are pairs of a lemma and the name of its paradigm."""
        self._paradigms = paradigms
        self._words = words
        self._by_base: dict[str, list[Sequence[str]]] = {}
        self._whole: dict[str, list[tuple[str, str, _Ending]]] = {}
        self._endings = {name: _by_key(paradigm) for name, paradigm in paradigms.items()}
        self.heads: set[str] = set()
        """How the keys of bases begin, by at most `HEAD` code points; those of whole words not counted."""
        self._longest = max(len(key) for endings in self._endings.values() for key in endings)
        stripped = {name: len(paradigm.strip) for name, paradigm in paradigms.items()}
        bases = fold_all(lemma[: len(lemma) - stripped[name]] for lemma, name in words)
        for word, base in zip(words, bases, strict=True):
            if not base:
                self._add_whole(word, "")
            elif base in self._by_base:
                self._by_base[base].append(word)
            else:
                self._by_base[base] = [word]
            self.heads.add(base[:HEAD])
            if base[-1:] == "य":
                self._add_whole(word, _MELTING)

    def _add_whole(self, word: Sequence[str], beginnings: str | tuple[str, ...]) -> None:
        """Index the forms with endings that begin so as whole words."""
        lemma, name = word
        base = self._base(lemma, name)
        for endings in self._endings[name].values():
            for ending in endings:
                if ending.ending.startswith(beginnings):
                    self._whole.setdefault(fold(base + ending.ending), []).append((lemma, name, ending))

    def _base(self, lemma: str, name: str) -> str:
        return lemma[: len(lemma) - len(self._paradigms[name].strip)]

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """The paradigms of each lemma."""
        found: dict[str, list[str]] = {}
        for lemma, name in self._words:
            found.setdefault(lemma, []).append(name)
        return found

    @property
    def whole(self) -> Mapping[str, object]:
        """The words that are found as wholes, by key."""
        return self._whole

    def __contains__(self, lemma: str) -> bool:
        """Whether the lemma is listed."""
        return lemma in self._names

    def __iter__(self) -> Iterator[str]:
        """The lemmas."""
        return iter(self._names)

    def forms(self, lemma: str) -> Iterator[Form]:
        """The forms of a lemma in the order of its paradigm; nothing if it is not listed."""
        for name in self._names.get(lemma, ()):
            base, paradigm = self._base(lemma, name), self._paradigms[name]
            for cell in paradigm.cells:
                standard, *others = (base + ending for ending in cell.endings)
                for features in cell.features:
                    yield Form(paradigm.pos, features, standard, tuple(others))

    def matches(self, word: str, key: str) -> list[Match]:
        """The ways to understand `word`, whose key is `key`."""
        found: list[Match] = []
        for lemma, name, ending in self._whole.get(key, ()):
            found += self._matched(word, lemma, name, ending)
        by_base = self._by_base
        for cut in range(max(1, len(key) - self._longest), len(key) + 1):
            words = by_base.get(key[:cut])
            if words is not None:
                for lemma, name in words:
                    for ending in self._endings[name].get(key[cut:], ()):
                        found += self._matched(word, lemma, name, ending)
        return found

    def _matched(self, word: str, lemma: str, name: str, ending: _Ending) -> list[Match]:
        standard = self._base(lemma, name) + ending.ending
        marks = spelling_marks(word, standard)
        if ending.mark:
            marks = (*marks, ending.mark)
        pos = self._paradigms[name].pos
        return [Match(lemma, pos, features, standard, marks) for features in ending.features]


def _by_key(paradigm: Paradigm) -> dict[str, list[_Ending]]:
    endings = [
        _Ending(ending, features, mark)
        for features, *forms in paradigm.cells
        for written, mark in zip(forms, ("", NONSTANDARD, BOUND), strict=True)
        for ending in written
    ]
    found: dict[str, list[_Ending]] = {}
    for ending, key in zip(endings, fold_all(ending.ending for ending in endings), strict=True):
        found.setdefault(key, []).append(ending)
    return found
