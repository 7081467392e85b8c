"""`affix`: a suffix or ending that is always written another way, guarded by what stands before it."""

import regex

from nepalint.knowledge.rulefiles import RawRule
from nepalint.language.frequency import nepali
from nepalint.language.suffixes import cut
from nepalint.rulebook.meta import RuleMeta
from nepalint.rulebook.rule import WordHit, WordRule, narrowest


class Affix(WordRule):
    """An affix found as one suffix of the chain (`at = "suffix"`), or as the end of the stem (`at = "ending"`).

    `stem` is a pattern that what stands before must match whole; `exceptions` are stems or whole words left alone;
    with `followed_by` one of these must come next;
    `stem_known` and `result_known` are the least counts of the stem and of the corrected form in Nepali text.
    """

    def __init__(self, meta: RuleMeta, raw: RawRule) -> None:
        values = raw.values
        self.meta = meta
        self._find: str = values["find"]
        self._replacement: str = values["replacement"]
        self._edit = narrowest(self._find, self._replacement)
        self._in_chain = values["at"] == "suffix"
        self._exceptions = frozenset(values.get("exceptions", ()))
        self._followed_by: tuple[str, ...] = tuple(values.get("followed_by", ()))
        self.literals = tuple(self._find + following for following in self._followed_by or ("",))
        self._stem_known: int = values.get("stem_known", 0)
        self._result_known: int = values.get("result_known", 0)
        self._stem = stem_pattern(raw)

    def examine(self, word: str) -> WordHit | None:
        place = self._place(word)
        if place is None:
            return None
        start, stem = place
        if word in self._exceptions or stem in self._exceptions:
            return None
        if self._stem is not None and not self._stem.fullmatch(stem):
            return None
        if self._stem_known and nepali(stem) < self._stem_known:
            return None
        if self._result_known and nepali(stem + self._replacement) < self._result_known:
            return None
        edit_start, edit_end, replacement = self._edit
        return WordHit(start, start + len(self._find), start + edit_start, start + edit_end, replacement)

    def _place(self, word: str) -> tuple[int, str] | None:
        """Where the affix starts in `word`, and what stands before it."""
        stem, suffixes = cut(word)
        if self._in_chain:
            start = len(stem)
            for suffix in suffixes:
                if suffix == self._find:
                    return start, word[:start]
                start += len(suffix)
            return None
        for whole in (word, stem):
            if whole.endswith(self._find) and self._followed(word, len(whole)):
                return len(whole) - len(self._find), whole[: -len(self._find)]
        return None

    def _followed(self, word: str, end: int) -> bool:
        return not self._followed_by or word.startswith(self._followed_by, end)


def stem_pattern(raw: RawRule) -> regex.Pattern[str] | None:
    """The compiled field `stem` of a rule, or None without one.

    Raises:
        RulebookError: it is no regular expression.
    """
    if "stem" not in raw.values:
        return None
    try:
        return regex.compile(raw.values["stem"], regex.V1)
    except regex.error as error:
        raise raw.error(f"this is no regular expression: {error}", "stem") from error
