"""`variants`: a spelling that correspondences turn into a form the gazetteer, the loan table or the counts prefer."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from nepalint.knowledge.correspondences import Correspondence, correspondences
from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.rulefiles import RawRule
from nepalint.language.correspondence import misspellings, respellings
from nepalint.language.frequency import hindi, nepali
from nepalint.language.suffixes import cut
from nepalint.rulebook.kinds.affix import stem_pattern
from nepalint.rulebook.kinds.names import NameVariants
from nepalint.rulebook.meta import RuleMeta
from nepalint.rulebook.rule import WordHit, WordRule, narrowest

HINDI_DOMINANCE = 8
"""A spelling this many times commoner in Hindi than in Nepali is explained as Hindi, else as native misspelling."""

DECISIVE = 3
"""Of two standard spellings that a word may stand for, one must be this many times commoner to be meant."""


class FrequencyVariants(WordRule):
    """A spelling that the counts of Nepali text hold for the rarer, wrong one.

    The candidate must stand at least `least` times in Nepali text and at least `ratio` times as often as the
    spelling found, both as the word stands and as its stem; `origin` keeps what Hindi explains apart from the rest;
    `stem` is a pattern that the stem found must match whole.
    """

    def __init__(self, meta: RuleMeta, raw: RawRule, applied: tuple[Correspondence, ...]) -> None:
        values = raw.values
        self.meta = meta
        self._applied = applied
        self.literals = tuple(dict.fromkeys(found for one in applied for found, _ in one.pieces))
        self._exceptions = frozenset(values.get("exceptions", ()))
        self._ratio: int = values.get("ratio", 8)
        self._least: int = values.get("least", 5)
        self._stem = stem_pattern(raw)
        self._origin: str | None = values.get("origin")

    def candidates(self, words: Collection[str]) -> Iterable[str]:
        marks = {literal[0] for literal in self.literals}
        found: set[str] = set()
        for mark in marks:
            found.update(word for word in words if mark in word)
        return found

    def stems(self) -> Mapping[str, int]:
        return {
            wrong: count // self._ratio
            for wrong, count in _wrong_stems(self._applied, self._least).items()
            if self._stem is None or self._stem.fullmatch(wrong)
        }

    def examine(self, word: str) -> WordHit | None:
        if word in self._exceptions:
            return None
        choices: list[tuple[int, str, str, Correspondence]] = []
        for right_word, correspondence in respellings(word, self._applied):
            if not _begins_with_common(right_word, self._least):
                continue
            right = cut(right_word).stem
            suffix = right_word[len(right) :]
            stem = word.removesuffix(suffix)
            if suffix and stem == word:
                continue
            if suffix and self._a_word_of_its_own(word, stem, right):
                continue
            if self._preferred(stem, right) and nepali(word) * self._ratio <= max(nepali(right_word), nepali(right)):
                choices.append((nepali(right), stem, right, correspondence))
        if not choices:
            return None
        choices.sort(key=lambda choice: -choice[0])
        count, stem, right, correspondence = choices[0]
        if any(other[0] * DECISIVE > count for other in choices[1:] if other[2] != right):
            return None
        if stem in self._exceptions or (self._stem is not None and not self._stem.fullmatch(stem)):
            return None
        if self._origin is not None and self._origin != origin(word, stem, right):
            return None
        start, end, replacement = narrowest(stem, right)
        return WordHit(0, len(stem), start, end, replacement, correspondence.why, correspondence.why_en)

    def _a_word_of_its_own(self, word: str, stem: str, right: str) -> bool:
        """Whether the change to the stem's end is what lets a suffix be seen: बालिका+ले is no बाली+का+ले."""
        if stem[:-1] != right[:-1]:
            return False
        own = cut(word).stem
        return len(own) > len(stem) and (hindi(own) > 0 or nepali(own) * self._ratio > nepali(right))

    def _preferred(self, found: str, right: str) -> bool:
        count = nepali(right)
        return found != right and count >= self._least and count >= self._ratio * nepali(found)


def _begins_with_common(word: str, least: int) -> bool:
    """Whether `word` begins with one seen `least` times, as every preferred spelling does: cheaper than a cut."""
    count = frequencies().nepali.get
    for length in range(len(word), 1, -1):  # noqa: SIM110 - a generator would take twice as long
        if count(word[:length], 0) >= least:
            return True
    return False


@cache
def _wrong_stems(applied: tuple[Correspondence, ...], least: int) -> Mapping[str, int]:
    """What the words seen `least` times may be found written as, with the count of the commonest of them."""
    common = {word: count for word, count in frequencies().nepali.items() if count >= least}
    found: dict[str, int] = {}
    for wrong, right in misspellings(common, applied):
        found[wrong] = max(found.get(wrong, 0), common[right])
    return found


def origin(word: str, stem: str, right: str) -> str:
    """`"hindi"` where Hindi explains the spelling better than a slip of a Nepali writer does, else `"native"`.

    That is so where the spelling is at least eight times commoner in Hindi than in Nepali, or where it is the one
    that Hindi prefers, eight to one, and no commoner in Nepali.
    """
    foreign = max(hindi(word), hindi(stem))
    own = max(nepali(word), nepali(stem))
    if not foreign:
        return "native"
    if foreign >= HINDI_DOMINANCE * own or (foreign >= own and foreign >= HINDI_DOMINANCE * hindi(right)):
        return "hindi"
    return "native"


def build(meta: RuleMeta, raw: RawRule) -> WordRule:
    """The rule of the kind `variants` that the field `against` asks for."""
    known = correspondences()
    names = raw.values.get("correspondences", [])
    for name in names:
        if name not in known:
            raise raw.error(f"unknown correspondence {name!r}", "correspondences")
    if raw.values["against"] == "frequency":
        if not names:
            raise raw.error("a rule against frequency needs correspondences")
        return FrequencyVariants(meta, raw, tuple(known[name] for name in names))
    return NameVariants(meta, raw)
