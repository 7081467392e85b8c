"""`variants` against the gazetteer or the loan table: a foreign word spelt another way than Nepali settles it."""

from collections.abc import Collection, Iterable

from nepalint.knowledge.gazetteer import EntryType
from nepalint.knowledge.rulefiles import RawRule
from nepalint.language.names import find_in_word, is_contested, sound_alikes
from nepalint.rulebook.meta import RuleMeta
from nepalint.rulebook.rule import WordHit, WordRule, narrowest


class NameVariants(WordRule):
    """A stem that sounds like an entry and differs from it only by named correspondences.

    `types` are the entry types the rule speaks of; without it those of the table named in `against`. A spelling that
    many Nepali writers use is `contested`: by default it is found only in a document that writes the word both ways
    (`"beside"`); a rule may speak of contested spellings alone (`"only"`).
    """

    def __init__(self, meta: RuleMeta, raw: RawRule) -> None:
        self.meta = meta
        names = raw.values.get("types")
        if names is None:
            names = [EntryType.LOAN] if raw.values["against"] == "loans" else set(EntryType) - {EntryType.LOAN}
        try:
            self._types = frozenset(EntryType(name) for name in names)
        except ValueError as error:
            raise raw.error(str(error), "types") from error
        self._exceptions = frozenset(raw.values.get("exceptions", ()))
        self._contested_only = raw.values.get("contested", "beside") == "only"

    def candidates(self, words: Collection[str]) -> Iterable[str]:
        return sound_alikes(frozenset(words))

    def examine(self, word: str) -> WordHit | None:
        found = find_in_word(word)
        if found is None or not found.spelling.is_fault or found.spelling.variant is None:
            return None
        variant = found.spelling.variant
        if variant.entry.type not in self._types or variant.found in self._exceptions:
            return None
        contested = is_contested(variant)
        if self._contested_only and not contested:
            return None
        beside = variant.replacement if contested and not self._contested_only else ""
        start, end, replacement = narrowest(variant.found, variant.replacement)
        return WordHit(0, found.length, start, end, replacement, beside=beside)
