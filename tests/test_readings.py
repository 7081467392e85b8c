"""Readings, their order, and to which language a word belongs: words one by one, as they were once misread."""

import pytest

from nepalint.language.analysers import work_out
from nepalint.language.analysis import Analysis, Belonging, analyse
from nepalint.language.morphology import Reading


def read(word: str) -> Analysis:
    """The analysis as it is worked out, without the one that was packed."""
    return Analysis._make(work_out(word))


@pytest.mark.parametrize(
    ("word", "belonging"),
    [
        ("भयो", Belonging.NEPALI),  # not the vocative plural of भय
        ("रातो", Belonging.NEPALI),
        ("हरियो", Belonging.NEPALI),
        ("लिई", Belonging.NEPALI),  # not लियी for ली
        ("किलो", Belonging.BOTH),
        ("काका", Belonging.BOTH),
        ("नाम", Belonging.BOTH),
        ("लौटना", Belonging.HINDI),
        ("क्रांति", Belonging.HINDI),
        ("बाईस", Belonging.BOTH),
        ("पैंतीस", Belonging.BOTH),
        ("कखगघङ", Belonging.NEITHER),
        ("", Belonging.NEITHER),
    ],
)
def test_to_which_language_a_word_belongs(word: str, belonging: Belonging) -> None:
    assert read(word).belonging is belonging
    assert analyse(word).belonging is belonging


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("माथिको", [("माथि", "adverb", "sg.gen.m")]),
        ("यहाँहरूको", [("यहाँ", "adverb", "pl.gen.m")]),
        ("मध्येको", [("मध्ये", "postposition", "sg.gen.m")]),
        ("कोरियामा", [("कोरिया", "name", "sg.loc")]),
        ("हजुरआमा", [("हजुरआमा", "noun", "sg.nom")]),
        ("खै", [("खै", "particle", "")]),
        ("मात्रै", [("मात्रै", "particle", "")]),
        ("दिनदिनै", [("दिनदिनै", "adverb", "")]),
        ("दिनहुँ", [("दिनहुँ", "adverb", "")]),
        ("रातारात", [("रातारात", "adverb", "")]),
        ("उहीँ", [("उहीँ", "adverb", "")]),
        ("वर्षौँ", [("वर्षौँ", "adverb", "")]),
        ("होचो", [("होचो", "adjective", "m")]),
        ("अल्मलिएको", [("अल्मलिनु", "verb", "nf.ptcp.eko")]),
        ("दुहाउँछ", [("दुहाउनु", "verb", "npst.3low"), ("दुहुनु", "verb", "caus.npst.3low")]),
        ("उस्तै", [("उस्तो", "adjective", "emph")]),
        ("गरेकोमा", [("गर्नु", "verb", "nf.ptcp.eko")]),
        ("गर्यो", [("गर्नु", "verb", "past.3low;press")]),
    ],
)
def test_readings_in_nepali(word: str, expected: list[tuple[str, str, str]]) -> None:
    assert list(read(word).nepali) == [Reading._make(reading) for reading in expected]


def test_the_word_itself_comes_first_in_hindi() -> None:
    assert read("से").hindi[0].lemma == "से"


def test_joiners_at_the_edges_do_not_count() -> None:
    assert analyse("\u200dघरमा\u200c") == analyse("घरमा") == read("घरमा")
