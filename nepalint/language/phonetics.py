"""Phonetic keys of names: spellings that differ only as `rules/phonetics.txt` allows have the same key.

ICU's transliterator runs the rules; it is imported when the first key is asked for.
"""

from functools import cache, lru_cache
from itertools import combinations
from typing import Any

from nepalint.errors import RulebookError
from nepalint.knowledge.phonetics import PATH, PhoneticRule, phonetic_rules

MEMO_WORDS = 1 << 16
"""Words whose key is remembered."""


@lru_cache(MEMO_WORDS)
def key(stem: str) -> str:
    """The phonetic key of a name without suffixes. It is for comparing only; it need not be readable.

    Keys of ordinary words are too coarse to mean anything (भात and बात share theirs): compare names, or words that
    Nepali does not have.
    """
    return str(_transliterator(phonetic_rules()).transliterate(stem))


@lru_cache(1 << 12)
def explain(found: str, canonical: str) -> tuple[str, ...] | None:
    """The correspondences that turn one spelling into the other, as few as will do, in the order of the rules.

    `None` if a difference is not covered, `()` if there is none. ब and भ are two steps apart: v-bh and v-b.
    """
    if key(found) != key(canonical):
        return None
    useful: list[PhoneticRule] = []
    folded = (found, canonical)
    for rule in phonetic_rules():
        last, folded = folded, (_fold(folded[0], (rule,)), _fold(folded[1], (rule,)))
        if folded != last or (_fold(found, (rule,)), _fold(canonical, (rule,))) != (found, canonical):
            useful.append(rule)
    for size in range(len(useful)):
        for some in combinations(useful, size):
            if _fold(found, some) == _fold(canonical, some):
                return tuple([rule.name for rule in some])
    return tuple([rule.name for rule in useful])


def _fold(word: str, rules: tuple[PhoneticRule, ...]) -> str:
    """`word` after `rules`, one after the other."""
    for rule in rules:
        word = str(_transliterator((rule,)).transliterate(word))
    return word


@cache
def _transliterator(rules: tuple[PhoneticRule, ...]) -> Any:
    """ICU's transliterator that applies `rules` one after the other."""
    import icu

    text = "::Null;\n".join([rule.rules for rule in rules])
    try:
        return icu.Transliterator.createFromRules("nepalint", text, icu.UTransDirection.FORWARD)
    except icu.ICUError as error:
        raise RulebookError(f"ICU cannot read these rules: {error}", path=PATH, line=rules[0].line) from error
