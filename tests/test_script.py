"""Facts about Devanagari."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.text.script import (
    CONSONANTS,
    DEVANAGARI_DIGITS,
    INDEPENDENT_VOWELS,
    MODIFIERS,
    NUKTA,
    VIRAMA,
    VOWEL_SIGNS,
    WORD,
    ZWJ,
    ZWNJ,
    aksharas,
    class_nasal,
    fold_digits,
)

DEVANAGARI = [chr(code) for code in (*range(0x900, 0x980), *range(0xA8E0, 0xA900))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("नेपालको राजधानी, काठमाडौँ हो।", ["नेपालको", "राजधानी", "काठमाडौँ", "हो"]),
        ("सन् 1886मा", ["सन्", "मा"]),
        ("२०४६को", ["को"]),
        ("गर्‍यो", ["गर्‍यो"]),
        ("पुन:", ["पुन"]),
        ("वि.सं. नेपालabc", ["वि", "सं", "नेपाल"]),
        ("वि॰सं॰", ["वि", "सं"]),
        ("ॐ॥", ["ॐ"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert WORD.findall(text) == words


def test_the_word_class_is_letters_and_marks() -> None:
    for character in DEVANAGARI:
        category = unicodedata.category(character)
        assert bool(WORD.fullmatch(character)) == (category[0] in "LM" or "\ua8e0" <= character <= "\ua8ff")


def test_the_sets_are_what_unicode_says() -> None:
    for character in DEVANAGARI[:0x80]:
        name = unicodedata.name(character)
        assert (character in VOWEL_SIGNS) == (name.startswith("DEVANAGARI VOWEL SIGN"))
        if name.startswith("DEVANAGARI LETTER"):
            assert (character in CONSONANTS) != (character in INDEPENDENT_VOWELS) or name.endswith("GLOTTAL STOP")
        else:
            assert character not in CONSONANTS | INDEPENDENT_VOWELS
    assert {"क", "\u0958"} <= CONSONANTS
    assert "आ" in INDEPENDENT_VOWELS
    assert "ँ" in MODIFIERS
    assert not VOWEL_SIGNS & {VIRAMA, NUKTA}


@pytest.mark.parametrize(
    ("row", "nasal"), [("कखगघङ", "ङ्"), ("चछजझञ", "ञ्"), ("टठडढण", "ण्"), ("तथदधन", "न्"), ("पफबभम", "म्")]
)
def test_class_nasals(row: str, nasal: str) -> None:
    assert {class_nasal(consonant) for consonant in row} == {nasal}


def test_no_class_nasal_before_the_others() -> None:
    assert {class_nasal(consonant) for consonant in "यरलवशषसह"} == {None}
    assert class_nasal("अ") is None
    assert class_nasal("\u095b") == "ञ्"  # ज़


def test_digits() -> None:
    assert fold_digits("वि.सं. २०४६-४७") == "वि.सं. 2046-47"
    assert fold_digits(DEVANAGARI_DIGITS) == "0123456789"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("क्षत्रिय", ["क्ष", "त्रि", "य"]),
        ("गर्‍यो", ["ग", "र्‍यो"]),
        ("काठमाडौँ", ["का", "ठ", "मा", "डौँ"]),
        ("थिइन्", ["थि", "इ", "न्"]),
        ("अंग्रेज", ["अं", "ग्रे", "ज"]),
        ("राष्ट्रिय", ["रा", "ष्ट्रि", "य"]),
        ("फ़ाइल", ["फ़ा", "इ", "ल"]),
        ("दुःख", ["दुः", "ख"]),
        ("िक", ["ि", "क"]),
        ("", []),
    ],
)
def test_aksharas(word: str, parts: list[str]) -> None:
    assert aksharas(word) == parts


@given(st.text(st.sampled_from([*DEVANAGARI, ZWJ, ZWNJ, "a", "\n"]), max_size=80))
def test_aksharas_lose_nothing(word: str) -> None:
    parts = aksharas(word)
    assert "".join(parts) == word
    assert all(parts)
