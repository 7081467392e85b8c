"""`replace`: words, alone or with case suffixes, that are always written another way."""

import sys
from collections.abc import Collection, Iterable, Mapping

from nepalint.knowledge.rulefiles import RawRule
from nepalint.knowledge.tables import correction_table
from nepalint.language.suffixes import cuts_at
from nepalint.rulebook.meta import RuleMeta
from nepalint.rulebook.rule import WordHit, WordRule, narrowest


class Replace(WordRule):
    """A word, or with `inflected` its stem before suffixes, found in a table of corrections."""

    def __init__(self, meta: RuleMeta, raw: RawRule) -> None:
        self.meta = meta
        self._words = corrections(raw, "words")
        self._inflected = bool(raw.values.get("inflected", True))
        self._starts = frozenset(wrong[:2] for wrong in self._words)
        self._lengths = sorted({len(wrong) for wrong in self._words}, reverse=True)

    def candidates(self, words: Collection[str]) -> Iterable[str]:
        if not self._inflected:
            return [word for word in words if word in self._words]
        return [word for word in words if word[:2] in self._starts]

    def stems(self) -> Mapping[str, int]:
        return dict.fromkeys(self._words, sys.maxsize)

    def examine(self, word: str) -> WordHit | None:
        for length in self._lengths if self._inflected else (len(word),):
            right = self._words.get(word[:length])
            if right is not None and (length >= len(word) or cuts_at(right + word[length:], len(right))):
                start, end, replacement = narrowest(word[:length], right)
                return WordHit(0, min(length, len(word)), start, end, replacement)
        return None


def corrections(raw: RawRule, inline: str) -> dict[str, str]:
    """The wrong and right texts of a rule: the field `inline` and the table it names, which must not overlap."""
    found: dict[str, str] = dict(raw.values.get(inline, ()))
    if "table" in raw.values:
        for row in correction_table(raw.values["table"]):
            if row.wrong in found:
                raise raw.error(f"‘{row.wrong}’ stands in the rule and in its table", inline)
            found[row.wrong] = row.right
    if not found:
        raise raw.error(f"a rule of this kind needs {inline!r} or 'table'")
    return found
