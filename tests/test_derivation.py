"""Derived words: what affixes make of words of the lexicon, and what they do not make."""

import pytest

from nepalint.errors import RulebookError
from nepalint.knowledge.derivation import Affix, derivation, read_derivation
from nepalint.knowledge.tables import correction_table
from nepalint.language.analysers import work_out
from nepalint.language.nepali.derivation import analyse, derive

AFFIXES = (*derivation().suffixes, *derivation().prefixes)
EMPHASIS = '[emphasis]\nbases = ["adverb"]\nvowels = ["ा"]\n'
SUFFIX = '[[suffix]]\nform = "ता"\nbases = ["adjective"]\ngives = "noun"\nexample = "x"\nsource = "s"\n'
PREFIX = '[[prefix]]\nform = "अ"\nbases = ["adjective"]\nexample = "x"\nsource = "s"\n'


@pytest.mark.parametrize("affix", AFFIXES, ids=[affix.form for affix in AFFIXES])
def test_every_affix_makes_its_example(affix: Affix) -> None:
    made = derive(affix.example)
    assert made is not None
    assert made.affix == affix.form
    assert made.pos in (affix.gives or affix.bases)


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "features"),
    [
        ("निष्कपटता", "निष्कपटता", "noun", "sg.nom;der.ता"),
        ("वीरतापूर्ण", "वीरतापूर्ण", "adjective", "base;der.पूर्ण"),
        ("निष्ठापूर्वक", "निष्ठापूर्वक", "adverb", "der.पूर्वक"),
        ("खनिजयुक्त", "खनिजयुक्त", "adjective", "base;der.युक्त"),
        ("लिङ्गविहीन", "लिङ्गविहीन", "adjective", "base;der.विहीन"),
        ("गैरव्यवसायी", "गैरव्यवसायी", "noun", "sg.nom;der.गैर"),
        ("टाढै", "टाढा", "adverb", "emph"),
    ],
)
def test_analyses_take_words_of_the_lexicon_for_bases(word: str, lemma: str, pos: str, features: str) -> None:
    assert (lemma, pos, features) in work_out(word).nepali


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("निष्कपटताले", ("निष्कपटता", "noun", "sg.erg;der.ता")),
        ("फितलोपनको", ("फितलोपन", "noun", "sg.gen.m;der.पन")),
        ("विनोदपूर्णहरूलाई", ("विनोदपूर्ण", "adjective", "pl.dat;der.पूर्ण")),
        ("सहलेखकले", ("सहलेखक", "noun", "sg.erg;der.सह")),
    ],
)
def test_derived_words_are_declined(word: str, expected: tuple[str, str, str]) -> None:
    assert expected in list(analyse(word))


@pytest.mark.parametrize(
    "word",
    [
        "सौन्दर्यता",  # says the same twice
        "सहभागीता",  # the long vowel would be short
        "अस्थित्व",  # अस्तित्व, misspelt
        "राष्ट्रीय",
        "उपअध्यक्ष",  # उपाध्यक्ष
        "महत्वपूर्ण",  # महत्त्वपूर्ण
        "बेगाना",
        "बेचना",
        "अगहन",
        "किटाणुरहित",  # the base is vouched for by counts alone
        "ङञणपूर्ण",
        "पूर्ण",
        "ता",
        "जनता",
        "घरको",
    ],
)
def test_misspellings_hindi_words_and_chance_likenesses_are_not_derived(word: str) -> None:
    assert not any("der." in reading.features for reading in work_out(word).nepali)
    assert work_out(word).nepali != () or derive(word) is None


def test_no_misspelling_of_the_table_is_derived() -> None:
    wrong = [row.wrong for row in correction_table("misspellings")]
    assert len(wrong) > 300
    assert [word for word in wrong if list(analyse(word))] == []


def test_listed_words_keep_their_own_reading() -> None:
    assert [reading.features for reading in work_out("स्वतन्त्रता").nepali] == ["sg.nom"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[suffix", "TOML"),
        (SUFFIX + PREFIX, "emphasis"),
        (EMPHASIS + PREFIX, "suffix"),
        (EMPHASIS + SUFFIX.replace("adjective", "verb") + PREFIX, "verb"),
        (EMPHASIS + SUFFIX.replace('"noun"', '"name"') + PREFIX, "name"),
        (EMPHASIS + SUFFIX.replace('"s"', '""') + PREFIX, "source"),
        (EMPHASIS + SUFFIX + SUFFIX + PREFIX, "twice"),
        (EMPHASIS + SUFFIX + "before = 1\n" + PREFIX, "unknown key"),
        (EMPHASIS + SUFFIX.replace('"x"', '"न\u093c"') + PREFIX, "NFC"),
    ],
)
def test_a_description_that_cannot_be_used_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(RulebookError, match=complaint):
        read_derivation(text)
