"""What makes two words spelling variants of each other: `rules/nepali/variants.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import regex

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

PATH = "rules/nepali/variants.toml"


class Fold(NamedTuple):
    """Letters that stand for one another: each match of `pattern` becomes what `put` has for it.

    Where `put` is a mapping it holds every match.
    """

    name: str
    pattern: regex.Pattern[str]
    put: str | Mapping[str, str]

    def apply(self, text: str) -> str:
        """`text`, which may hold many lines, folded."""
        put = self.put
        return self.pattern.sub(put if isinstance(put, str) else lambda match: put[match[0]], text)


class Standard(NamedTuple):
    """A spelling that is wrong where the other is at least `ratio` times as common.

    With `norm` the other is right however rare it is.
    """

    name: str
    pattern: regex.Pattern[str]
    put: str
    ratio: float
    norm: bool

    def candidates(self, word: str) -> Iterator[str]:
        """`word` with all matches replaced, then with each alone."""
        matches = list(self.pattern.finditer(word))
        if len(matches) > 1:
            yield self.pattern.sub(self.put, word)
        for match in matches:
            yield word[: match.start()] + self.put + word[match.end() :]


class SpellingVariants(NamedTuple):
    """The folds in their order, the standards, and what is no variant all the same.

    Words that `contested` makes alike are both right; `distinct` are words that are no variants of others, `shared`
    are words of Nepali as well as of Hindi.
    """

    ratio: float
    folds: tuple[Fold, ...]
    standards: tuple[Standard, ...]
    contested: tuple[Fold, ...]
    distinct: frozenset[str]
    shared: frozenset[str]

    def folded(self, words: list[str]) -> list[str]:
        """What each of `words` is when spelt carelessly."""
        return _apply(self.folds, "\n".join(words)).split("\n")

    def both_right(self, word: str, other: str) -> bool:
        """Whether the two differ in a contested spelling only."""
        return _apply(self.contested, word) == _apply(self.contested, other)

    def is_norm(self, word: str, other: str) -> bool:
        """Whether `word` is what `other`, however common, should be."""
        return any(standard.norm and word in standard.candidates(other) for standard in self.standards)


@cache
def spelling_variants() -> SpellingVariants:
    """The shipped description, read once in a process."""
    return read_variants((rules_root() / "nepali" / "variants.toml").read_text("utf-8"))


def read_variants(text: str) -> SpellingVariants:
    """What a TOML text describes.

    Raises:
        RulebookError: naming the entry that cannot be used.
    """
    try:
        content = tomllib.loads(text)
        return SpellingVariants(
            ratio=float(content["ratio"]),
            folds=_folds(content["fold"]),
            standards=tuple(
                Standard(entry["name"], _pattern(entry), entry["put"], float(entry["ratio"]), entry.get("norm", False))
                for entry in content["standard"]
            ),
            contested=_folds(content["contested"]),
            distinct=frozenset(content["distinct"]["words"]),
            shared=frozenset(content["shared"]["words"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise RulebookError(f"an entry is missing or malformed: {error}", path=PATH) from error


def _folds(entries: list[dict[str, Any]]) -> tuple[Fold, ...]:
    return tuple(Fold(entry["name"], _pattern(entry), entry["put"]) for entry in entries)


def _apply(folds: tuple[Fold, ...], text: str) -> str:
    for fold in folds:
        text = fold.apply(text)
    return text


def _pattern(entry: dict[str, Any]) -> regex.Pattern[str]:
    try:
        if not entry["source"]:
            raise ValueError("the source is empty")
        return regex.compile(entry["find"], regex.MULTILINE)
    except (KeyError, ValueError, regex.error) as error:
        raise RulebookError(f"{entry.get('name', 'an entry')}: {error}", path=PATH) from error
