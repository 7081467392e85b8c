"""Words that Nepali makes of others with a suffix or prefix: उत्साह-पूर्ण, गैर-सदस्य, टाढ-ै.

What is made, and of what, is in `rules/nepali/derivation.toml`. The base must be a word of the lexicon whose part of
speech is known: a misspelt or foreign base gives no reading.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from nepalint.knowledge.derivation import LEAST_AKSHARAS, Affix, derivation
from nepalint.language.lexicon import parts_of_speech
from nepalint.language.morphology import Reading
from nepalint.language.nepali import nominals
from nepalint.language.nepali.declension import EMPHATIC, slot_of
from nepalint.language.suffixes import chains
from nepalint.text.script import CONSONANTS, VOWEL_SIGNS, akshara_count

DERIVED = "der."
"""How the feature begins that names the affix."""
MEMO_WORDS = 1 << 10


class Derived(NamedTuple):
    """What a word is made with, and the part of speech that it gets by it."""

    affix: str
    pos: str


def analyse(word: str) -> Iterator[Reading]:
    """The readings of `word` as a derived word, with or without suffixes of case, or as one with emphasis."""
    if word.endswith(EMPHATIC):
        yield from _emphatic(word)
    if not _affixed().search(word):
        return
    for stem, suffixes in chains(word):
        made = derive(stem)
        if made is None:
            continue
        affix, pos = made
        if pos not in (nominals.NOUN, nominals.ADJECTIVE):
            if not suffixes:
                yield Reading(stem, pos, DERIVED + affix)
        elif pos == nominals.ADJECTIVE and not suffixes:
            yield Reading(stem, pos, f"{nominals.BASE};{DERIVED}{affix}")
        else:
            yield Reading(stem, pos, f"{slot_of(suffixes)};{DERIVED}{affix}")


@lru_cache(MEMO_WORDS)
def derive(lemma: str) -> Derived | None:
    """The affix that makes `lemma` of a word of the lexicon, the longest that does; None where none does."""
    suffixes, prefixes = _forms()
    if lemma.endswith(suffixes):
        for affix in derivation().suffixes:
            if lemma.endswith(affix.form) and (pos := _result(lemma, lemma[: -len(affix.form)], affix)):
                return Derived(affix.form, pos)
    if lemma.startswith(prefixes):
        for affix in derivation().prefixes:
            base = lemma[len(affix.form) :]
            if (
                lemma.startswith(affix.form)
                and (affix.before_vowels or base[:1] in CONSONANTS)
                and (pos := _result(lemma, base, affix))
            ):
                return Derived(affix.form, pos)
    return None


@cache
def _forms() -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = derivation()
    return tuple(affix.form for affix in known.suffixes), tuple(affix.form for affix in known.prefixes)


@cache
def _affixed() -> regex.Pattern[str]:
    """What every derived word matches, and few others."""
    suffixes, prefixes = _forms()
    return regex.compile(f"^(?:{'|'.join(prefixes)})|{'|'.join(suffixes)}")


def _result(lemma: str, base: str, affix: Affix) -> str:
    """What `affix` makes of `base`, or nothing."""
    if lemma in affix.never or base.endswith(affix.not_after) or akshara_count(base) < affix.least:
        return ""
    if base[0] in VOWEL_SIGNS or (affix.form[0] in VOWEL_SIGNS and base[-1] not in CONSONANTS):
        return ""
    parts = affix.bases.intersection(parts_of_speech(base))
    return (affix.gives or min(parts)) if parts else ""


def _emphatic(word: str) -> Iterator[Reading]:
    """The readings of a word in -ै of which the lexicon has the plain form."""
    if word[-2:-1] not in CONSONANTS or akshara_count(word) < LEAST_AKSHARAS:
        return
    known = derivation()
    for vowel in ("", *known.emphasised_vowels):
        base = word[:-1] + vowel
        for pos in sorted(known.emphasised.intersection(parts_of_speech(base))):
            yield Reading(base, pos, nominals.EMPH)
