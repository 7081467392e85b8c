"""Hindi verbs and postpositions of several words."""

import pytest

from nepalint.language.hindi import analyse, analyse_phrase
from nepalint.language.hindi.phrases import periphrases
from nepalint.language.morphology import Reading
from tests.hindi_readings import inverted, knows


@pytest.mark.parametrize(
    ("phrase", "lemma", "features"),
    [
        ("अध्ययन करता था", "अध्ययन करना", "3;SG;HAB;PST;MASC"),
        ("कर दिया गया था", "कर देना", "3;SG;PRF;PST;MASC;PASS"),
        ("किया जाता है", "करना", "3;SG;HAB;PRS;MASC;PASS"),
        ("पड गया", "पड़ जाना", "V.PTCP;MASC;SG;PFV;VAR.NUKTA"),
        ("बोल चुकी हैं", "बोल चुकना", "3;PL;PRF;PRS;FEM"),
        ("जा सकेंगे", "जा सकना", "3;PL;FUT;MASC"),
        ("देख पाया", "देख पाना", "V.PTCP;MASC;SG;PFV"),
        ("आ रहे थे", "आना", "3;PL;PROG;PST;MASC"),
        ("पढ़ रही", "पढ़ना", "V.PTCP;FEM;SG;PROG"),
        ("कहने लगा", "कहने लगना", "V.PTCP;MASC;SG;PFV"),
        ("करना पड़ेगा", "करना पड़ना", "3;SG;FUT;MASC"),
        ("जाना चाहिए", "जाना", "OBLIG"),
        ("जाना चाहिए था", "जाना", "OBLIG;PST"),
        ("किया करते थे", "किया करना", "3;PL;HAB;PST;MASC"),
        ("चलते हुए", "चलना", "V.PTCP;MASC;PL;IPFV;ATTR"),
        ("लिखी हुई", "लिखना", "V.PTCP;FEM;SG;PFV;ATTR"),
        ("रहने वाले", "रहना", "V.PTCP;MASC;PL;PROSP"),
        ("जाने वाली थी", "जाना", "3;SG;PROSP;PST;FEM"),
        ("ले जाया गया", "ले जाना", "V.PTCP;MASC;SG;PFV;PASS"),
        ("जाया करता था", "जाया करना", "3;SG;HAB;PST;MASC"),
        ("बोलने वालों", "बोलना", "V.PTCP;MASC;PL;OBL;PROSP"),
        ("किए बिना", "करना", "V.PTCP;MASC;PL;PFV;POST"),
        ("देख कर", "देखना", "V.CVB"),
        ("सुधारने के लिए", "सुधारना", "NFIN;OBL;POST"),
        ("किए जाने पर", "करना", "NFIN;OBL;PASS;POST"),
        ("नहीं करता था", "करना", "3;SG;HAB;PST;MASC;NEG"),
        ("लड़ता भी नहीं है", "लड़ना", "3;SG;HAB;PRS;MASC;NEG"),
        ("मैं चलूँगा", "चलना", "1;SG;FUT;MASC"),
        ("आप चलेंगे", "चलना", "3;PL;FUT;MASC"),
        ("काम शुरू कर दिया है", "काम शुरू कर देना", "3;SG;PRF;PRS;MASC"),
        ("चला गया", "चला जाना", "V.PTCP;MASC;SG;PFV"),
        ("मदद नहीं करेगी", "मदद करना", "3;SG;FUT;FEM;NEG"),
        ("नाक पर ग़ुस्सा रखते हैं", "नाक पर ग़ुस्सा रखना", "3;PL;HAB;PRS;MASC"),
    ],
)
def test_phrase(phrase: str, lemma: str, features: str) -> None:
    assert knows(phrase, lemma, features)


@pytest.mark.parametrize(
    "phrase", ["करता थी", "करते है", "तू चलूँगा", "राम ने करता था", "और करता था", "करता करता करता", "के का", "घर घर"]
)
def test_what_does_not_agree_is_no_verb(phrase: str) -> None:
    words = phrase.split(" ")
    assert not [
        reading for reading in analyse_phrase(words) if ";HAB;" in reading.features or "FUT" in reading.features
    ]


def test_verb_found_is_not_taken_for_the_noun_of_another() -> None:
    assert {reading.lemma for reading in analyse_phrase(["काम", "करता", "है"])} == {"काम करना"}


@pytest.mark.parametrize("phrase", ["उसने काम किया", "मुझे जाना है", "वह घर गया"])
def test_subject_and_object_are_no_part_of_the_verb(phrase: str) -> None:
    assert analyse_phrase(phrase.split(" ")) == ()


def test_postposition_of_several_words() -> None:
    assert analyse_phrase(["के", "लिए"]) == (Reading("के लिए", "postposition"),)
    assert analyse_phrase(["की", "तरफ"]) == (Reading("की तरफ़", "postposition", "VAR.NUKTA"),)
    assert analyse_phrase([]) == ()


def test_phrase_of_one_word_is_that_word() -> None:
    assert analyse_phrase(["करना"]) == analyse("करना")


@pytest.mark.parametrize(
    "lemma", ["करना", "होना", "जाना", "देना", "पीना", "छूना", "सोना", "चलना", "बढ़ाना", "कहना", "रहना", "मरना", "चाहना"]
)
def test_analysis_inverts_the_tenses_of_a_verb(lemma: str) -> None:
    tenses = list(periphrases(lemma))
    assert len(tenses) > 150
    assert [bad for form in tenses for bad in inverted(lemma, form)] == []
