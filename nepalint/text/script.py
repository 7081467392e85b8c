"""Facts about Devanagari as Nepali writes it: letters, signs, digits, class nasals, aksharas, the word token."""

import re  # the one exception: `re` beats `regex` threefold on this dense pass, and the class below is explicit
from types import MappingProxyType
from typing import Final

import regex

ZWNJ: Final = "\u200c"
ZWJ: Final = "\u200d"
VIRAMA: Final = "\u094d"
NUKTA: Final = "\u093c"
CHANDRABINDU: Final = "\u0901"
ANUSVARA: Final = "\u0902"
VISARGA: Final = "\u0903"
AVAGRAHA: Final = "\u093d"
DANDA: Final = "\u0964"
DOUBLE_DANDA: Final = "\u0965"
ABBREVIATION_SIGN: Final = "\u0970"

WORD_CLASS: Final = "\u0900-\u0963\u0971-\u097f\ua8e0-\ua8ff\u200c\u200d"
"""The code points of a word token, ready for a character class: Devanagari letters and marks, and the joiners.

Digits, dandas and U+0970 are left out. Latin letters are not tokens.
"""

WORD: Final = re.compile(f"[{WORD_CLASS}]+")
"""The word token. It may begin or end with a joiner: the pattern stays one class so that it stays fast."""

MAX_WORD: Final = 64
"""Longer tokens (code points) are not words; nothing looks them up."""

CONSONANTS: Final = frozenset(map(chr, (*range(0x915, 0x93A), *range(0x958, 0x960), *range(0x978, 0x980)))) - {"\u097d"}
INDEPENDENT_VOWELS: Final = frozenset(map(chr, (*range(0x904, 0x915), 0x960, 0x961, *range(0x972, 0x978))))
VOWEL_SIGNS: Final = frozenset(
    map(chr, (0x93A, 0x93B, *range(0x93E, 0x94D), 0x94E, 0x94F, 0x955, 0x956, 0x957, 0x962, 0x963))
)
SIGN_OF: Final = MappingProxyType(dict(zip("आइईउऊएऐओऔ", "ािीुूेैोौ", strict=True)))
"""Each vowel letter that Nepali suffixes begin with, and the sign that stands for it after a consonant."""
_LETTERS = CONSONANTS | INDEPENDENT_VOWELS
MODIFIERS: Final = frozenset("\u0900" + CHANDRABINDU + ANUSVARA + VISARGA)
"""What may end an akshara: chandrabindus, anusvara, visarga."""

DEVANAGARI_DIGITS: Final = "०१२३४५६७८९"
_TO_ASCII = str.maketrans(DEVANAGARI_DIGITS, "0123456789")

_NASALS = {
    consonant: nasal + VIRAMA
    for row, nasal in (
        ("कखगघङ\u0958\u0959\u095a", "ङ"),
        ("चछजझञ\u095b", "ञ"),
        ("टठडढण\u095c\u095d", "ण"),
        ("तथदधन", "न"),
        ("पफबभम\u095e", "म"),
    )
    for consonant in row
}

_C = "[\u0915-\u0939\u0958-\u095f\u0978-\u097c\u097e\u097f]"
_V = "[\u0904-\u0914\u0960\u0961\u0972-\u0977]"
_S = "[\u093a\u093b\u093e-\u094c\u094e\u094f\u0955-\u0957\u0962\u0963]"
_AKSHARA = regex.compile(
    rf"""
    (?: {_C} {NUKTA}?+ (?: {VIRAMA} [{ZWNJ}{ZWJ}]?+ {_C} {NUKTA}?+ )*+    # consonants joined by viramas, then
        (?: {VIRAMA} [{ZWNJ}{ZWJ}]?+ | {_S}*+ )                          # a last virama, or vowel signs
      | {_V} {_S}*+
      | . )
    [\u0900-\u0903]*+
    """,
    regex.VERBOSE | regex.DOTALL,
)


def is_word(text: str) -> bool:
    """Whether `text` is one word token that begins with a letter, or such tokens with hyphens between them."""
    return all(WORD.fullmatch(part) and part[0] in _LETTERS for part in text.split("-"))


def class_nasal(consonant: str) -> str | None:
    """The nasal of the consonant's class with a virama (`त` → `न्`); None for य र ल व श ष स ह and anything else.

    A nasal counts to its own class; a letter with a nukta to that of its base.
    """
    return _NASALS.get(consonant)


def fold_digits(text: str) -> str:
    """The text with Devanagari digits as ASCII digits; its length stays the same."""
    return text.translate(_TO_ASCII)


def aksharas(word: str) -> list[str]:
    """The written syllables of a word; joined they give the word again.

    A final consonant with a virama stands alone (`थिइन्` → थि इ न्), and so does any sign without a base.
    """
    return _AKSHARA.findall(word)


def akshara_count(word: str) -> int:
    """How many `aksharas` a well-formed word has, without making them."""
    letters = sum(map(_LETTERS.__contains__, word))
    # A last consonant with a virama stands alone; every other virama joins two.
    return letters - word.count(VIRAMA) + word.rstrip(ZWNJ + ZWJ).endswith(VIRAMA)
