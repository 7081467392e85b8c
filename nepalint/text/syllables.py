"""The written syllable of Devanagari: which signs may stand on which letter, and where a text breaks that.

Well-formed is meant in the sense of writing, which asks for more than a font does; `bench/harfbuzz.py` measures the
difference. Text is taken in canonical order (a nukta before a virama), as text in NFC and in NFD is.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

import regex

CONSONANT: Final = r"[\u0915-\u0939\u0958-\u095F\u0978-\u097F]"
VOWEL: Final = r"[\u0904-\u0914\u0960\u0961\u0972-\u0977]"
VOWEL_SIGN: Final = r"[\u093A\u093B\u093E-\u094C\u094E\u094F\u0955-\u0957\u0962\u0963]"
NASAL: Final = r"[\u0900-\u0902]"
SIGN: Final = r"[\u0900-\u0903\u093A-\u093C\u093E-\u094F\u0951-\u0957\u0962\u0963]"
"""Everything that stands on a letter: nasal signs, visarga, nukta, vowel signs, virama, accents."""

SYLLABLE: Final = rf"""
    (?: {CONSONANT} \u093C?                    # a consonant, perhaps with a nukta,
        (?: (?&virama) {CONSONANT} \u093C? )*  # and those joined to it;
        (?: (?&virama)                         # then a virama,
          | {VOWEL_SIGN}? (?&end) )            # or a vowel sign, or none, and what may end a syllable
      | (?: {VOWEL} | \u093D ) (?&end)         # or a vowel letter or the avagraha
    )
    (?(DEFINE)
        (?P<virama> (?! (?<= र ) \u094D इ ) \u094D [\u200C\u200D]? )  # र् before इ is ई in pieces
        (?P<end> (?: [\u0953\u0954] | {NASAL}? \u0903? ) [\u0951\u0952]* )  # nasal sign, visarga, accents
    )
"""
"""The pattern, verbose, of one well-formed syllable."""

_CARRIES_NONE = rf"{VOWEL}|[\u093D\u0966-\u096F]"
_CARRIES = rf"{CONSONANT}|{SIGN}|[\u200C\u200D]"

SUSPICIOUS: Final = regex.compile(
    rf"""
    [{VOWEL_SIGN[1:-1]}\u0900-\u0902\u094D] (?: {VOWEL_SIGN} | [\u093C\u094D] )
  | [{VOWEL[1:-1]}\u093D] (?: {VOWEL_SIGN} | [\u093C\u094D] )
  | [\u0900-\u0902\u094D] [\u0900-\u0902\u0953\u0954] | \u094D [\u0903\u0951\u0952]
  | [\u0903\u0951-\u0954\u200C\u200D] {SIGN} | [\u093C\u0958-\u095F] \u093C | र्इ
    """,
    regex.VERBOSE,
)
"""Found in every text with a crowded sign or a wrong carrier: much faster than taking syllables apart."""


class Fault(StrEnum):
    """Why a sign cannot stand where it stands."""

    ORPHAN = "orphan"
    """Nothing before it carries signs."""
    CARRIER = "carrier"
    """What is before it carries no such sign: a vowel sign, virama or nukta on a vowel letter, any sign on a digit."""
    CROWDED = "crowded"
    """The letter already has a sign that excludes it, or one that comes last: दे्द, कंा."""
    JOINER = "joiner"
    """A ZWJ or ZWNJ that follows no virama."""


class Flaw(NamedTuple):
    """A sign that is no part of a well-formed syllable; `at` is its place in the text, in code points."""

    fault: Fault
    at: int


@cache
def _piece() -> regex.Pattern[str]:
    """A syllable or a stray sign; compiled when first needed.

    What may end a syllable may also end one with a flaw, which is one flaw then.
    """
    stray = rf"(?P<stray>{VOWEL_SIGN}|\u093C) (?&end) | (?P<stray>{SIGN}|[\u200C\u200D])"
    return regex.compile(rf"{SYLLABLE} | {stray}", regex.VERBOSE)


def flaws(text: str) -> Iterator[Flaw]:
    """Where `text` is not well-formed, in order; other scripts, digits and punctuation do not matter.

    >>> [flaw.fault.value for flaw in flaws("दे्दछ")], list(flaws("गर्\u200dयो"))
    (['crowded'], [])
    """
    for match in _piece().finditer(text):
        if match["stray"] is not None:
            yield Flaw(_fault(text, match.start()), match.start())


def is_well_formed(text: str) -> bool:
    """Whether every sign of `text` stands on a letter that takes it."""
    return next(flaws(text), None) is None


def _fault(text: str, at: int) -> Fault:
    """Why the sign or joiner at `at` is stray."""
    if text[at] in "\u200c\u200d":
        return Fault.JOINER
    before = text[at - 1 : at]
    if regex.match(_CARRIES_NONE, before):
        return Fault.CARRIER
    return Fault.CROWDED if regex.match(_CARRIES, before) else Fault.ORPHAN
