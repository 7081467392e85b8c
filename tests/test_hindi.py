"""The morphology of Hindi: forms made and understood, spelling variants, verbs of several words, closed classes."""

import pytest

from nepalint.language.hindi import also_nepali, analyse, guess, inflect, without_marks
from nepalint.language.hindi.nominals import nominals
from nepalint.language.hindi.spelling import NONSTANDARD, fold
from nepalint.language.hindi.verbs import verbs
from nepalint.language.morphology import Reading
from tests.hindi_readings import inverted, knows, surfaces


@pytest.mark.parametrize(
    ("lemma", "features", "expected"),
    [
        ("चलना", "V.PTCP;MASC;SG;PFV", "चला"),
        ("चलना", "1;SG;FUT;FEM", "चलूँगी"),
        ("करना", "V.PTCP;FEM;SG;PFV", "की"),
        ("करना", "2;PL;IMP;FORM", "कीजिए"),
        ("करना", "V.CVB", "करके"),
        ("जाना", "V.PTCP;MASC;PL;PFV", "गए"),
        ("जाना", "3;PL;SBJV", "जाएँ"),
        ("देना", "3;SG;FUT;MASC", "देगा"),
        ("लेना", "2;PL;SBJV", "लो"),
        ("होना", "3;PL;PFV;FEM", "हुईं"),
        ("पीना", "V.PTCP;MASC;SG;PFV", "पिया"),
        ("पीना", "NFIN;OBL", "पीने"),
        ("पीना", "2;PL;IMP;FORM;FUT", "पीजिएगा"),
        ("छूना", "V.PTCP;MASC;SG;PFV", "छुआ"),
        ("छूना", "V.PTCP;MASC;SG;IPFV", "छूता"),
        ("सोना", "V.PTCP;MASC;SG;PFV", "सोया"),
        ("सोना", "V.CVB", "सोकर"),
        ("लिखना", "V.PTCP;FEM;SG;PROSP", "लिखनेवाली"),
        ("बोलना", "V.PTCP;MASC;PL;OBL;PROSP", "बोलनेवालों"),
        ("लिखना", "3;SG;HAB;PST;MASC", "लिखता था"),
        ("लिखना", "3;PL;PROG;LKLY;FEM", "लिख रही होंगी"),
        ("अध्ययन करना", "1;PL;PRF;PRS;MASC", "अध्ययन किए हैं"),
        ("कर देना", "2;PL;FUT;MASC", "कर दोगे"),
        ("लड़का", "dir.sg", "लड़का"),
        ("लड़का", "obl.sg", "लड़के"),
        ("लड़का", "obl.pl", "लड़कों"),
        ("लड़की", "dir.pl", "लड़कियाँ"),
        ("भाषा", "dir.pl", "भाषाएँ"),
        ("घर", "dir.pl", "घर"),
        ("किताब", "dir.pl", "किताबें"),
        ("राजा", "obl.sg", "राजा"),
        ("साधु", "obl.pl", "साधुओं"),
        ("लड़ाई", "dir.pl", "लड़ाइयाँ"),
        ("नया", "f", "नई"),
        ("दायाँ", "m.obl", "दायें"),
        ("मैं", "1;SG;ERG", "मैंने"),
        ("वह", "3;PL;ERG", "उन्होंने"),
        ("कौन", "PL;OBL", "किन"),
    ],
)
def test_standard_form(lemma: str, features: str, expected: str) -> None:
    assert surfaces(lemma, features)[0] == expected
    assert knows(expected, lemma, features)


def test_feminine_plural_of_the_perfective_has_its_sign_only_as_the_verb_of_the_clause() -> None:
    assert surfaces("चलना", "V.PTCP;FEM;PL;PFV") == ["चली"]
    assert surfaces("चलना", "3;PL;PFV;FEM") == ["चलीं"]


@pytest.mark.parametrize(
    ("written", "lemma", "features"),
    [
        ("पडा", "पड़ना", "V.PTCP;MASC;SG;PFV;VAR.NUKTA"),
        ("बढाने", "बढ़ाना", "NFIN;OBL;VAR.NUKTA"),
        ("लडके", "लड़का", "dir.pl;VAR.NUKTA"),
        ("खरीदकर", "ख़रीदना", "V.CVB;VAR.NUKTA"),
        ("यहां", "यहाँ", "VAR.NASAL"),
        ("हूं", "होना", "1;SG;PRS;VAR.NASAL"),
        ("जाएं", "जाना", "3;PL;SBJV;VAR.NASAL"),
        ("क्रान्तियों", "क्रांति", "obl.pl;VAR.NASAL"),
        ("गये", "जाना", "V.PTCP;MASC;PL;PFV;VAR.GLIDE"),
        ("हुयी", "होना", "V.PTCP;FEM;SG;PFV;VAR.GLIDE"),
        ("नयी", "नया", "f;VAR.GLIDE"),
        ("चाहिये", "चाहना", "OBLIG;SG;VAR.GLIDE"),
        ("जायेंगे", "जाना", "3;PL;FUT;MASC;VAR.GLIDE"),
        ("पढायीं", "पढ़ाना", "3;PL;PFV;FEM;VAR.NUKTA;VAR.GLIDE"),
        ("लडकियां", "लड़की", "dir.pl;VAR.NUKTA;VAR.NASAL"),
        ("करी", "करना", "V.PTCP;FEM;SG;PFV;VAR.NONSTD"),
        ("जाया", "जाना", "V.PTCP;MASC;SG;PFV;VAR.BOUND"),
        ("हंसना", "हँसना", "NFIN;DIR;VAR.NASAL"),
        ("नही", "नहीं", "NEG;VAR.NASAL"),
        ("उन्होने", "वह", "3;PL;ERG;VAR.NASAL"),
    ],
)
def test_variant_is_known_and_marked(written: str, lemma: str, features: str) -> None:
    assert knows(written, lemma, features)


@pytest.mark.parametrize("word", ["पड़ा", "प\u095cा", "में", "हैं", "लड़कों", "राजा", "उन्हें", "स्थायी"])
def test_standard_spelling_bears_no_mark(word: str) -> None:
    assert "VAR." not in analyse(word)[0].features


def test_both_forms_of_the_nukta_are_one() -> None:
    assert analyse("प\u095cा") == analyse("पड\u093cा") != ()


def test_joiners_are_no_part_of_the_spelling() -> None:
    assert analyse("भाषा\u200c") == analyse("भाषा") != ()


def test_nonstandard_forms_are_never_given_as_right() -> None:
    made = {surface for lemma in ("करना", "जाना", "होना") for form in inflect(lemma) for surface in form[2:3]}
    assert made.isdisjoint({"करा", "करी", "कियी", "जाया", "होया"})
    assert NONSTANDARD in analyse("कियी")[0].features


@pytest.mark.parametrize("word", ["गर्‍यो", "नेपालको", "उनीहरू", "हुन्छ", "छन्", "", "क", "ा", "्", "करनाना", "X"])
def test_what_is_no_hindi_has_no_reading(word: str) -> None:
    assert analyse(word) == ()


def test_very_long_words_are_not_looked_up() -> None:
    assert analyse("करना" * 100) == ()


def test_readings_rightly_spelt_come_first() -> None:
    marks = [reading.features.count("VAR.") for reading in analyse("कला")]
    assert marks == sorted(marks)


def test_homographs_have_all_their_readings() -> None:
    found = {(reading.lemma, reading.pos) for reading in analyse("की")}
    assert {("करना", "verb"), ("का", "postposition")} <= found
    assert {("सोना", "noun"), ("सोना", "verb")} <= {(reading.lemma, reading.pos) for reading in analyse("सोना")}


def test_unlisted_nouns_are_guessed_by_hindi_endings_alone() -> None:
    assert guess("नागरिकों") == (Reading("नागरिक", "noun", "obl.pl"),)
    assert Reading("जटिलता", "noun", "dir.pl") in guess("जटिलताएँ")
    assert Reading("श्रुति", "noun", "dir.pl;VAR.NASAL") in guess("श्रुतियां")
    assert guess("नेपाल") == guess("ओं") == guess("हजारौँ") == ()


@pytest.mark.parametrize("word", ["हो", "का", "उन", "हजार", "किन्तु", "रहे", "पर", "मात्र", "जब"])
def test_closed_form_that_is_nepali_too(word: str) -> None:
    assert also_nepali(word)
    assert analyse(word)


@pytest.mark.parametrize("word", ["में", "हैं", "था", "नहीं", "और", "किंतु", "उन्होंने", "के लिए", "बहुत", "घर", "छ"])
def test_closed_form_that_is_hindi_alone(word: str) -> None:
    assert not also_nepali(word)


def test_analysis_inverts_generation_for_every_verb() -> None:
    table_of_verbs = list(verbs())
    assert len(table_of_verbs) >= 350
    assert [bad for lemma in table_of_verbs for form in verbs().forms(lemma) for bad in inverted(lemma, form)] == []


def test_analysis_inverts_generation_for_every_nominal() -> None:
    assert [bad for lemma in nominals() for form in nominals().forms(lemma) for bad in inverted(lemma, form)] == []


def test_every_known_form_keeps_its_key_when_spelt_otherwise() -> None:
    for written, standard in (("गयीं", "गईं"), ("पंडित", "पण्डित"), ("ज़ोर", "जोर"), ("ये", "ये"), ("क्ये", "क्ये")):
        assert fold(written) == fold(standard)
    assert fold("ये") == "ये"
    assert fold("उन्हें") == "उन्हें"


def test_marks_are_taken_off() -> None:
    assert without_marks("obl.pl;VAR.NUKTA;VAR.NASAL") == "obl.pl"
    assert without_marks("VAR.NASAL") == ""
    assert without_marks("dir.sg") == "dir.sg"


def test_unknown_lemma_has_no_forms() -> None:
    assert list(inflect("गर्नु")) == []
    assert next(inflect("मज़ा आना")).surface == "मज़ा आ"
