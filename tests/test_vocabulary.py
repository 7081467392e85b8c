"""The vocabulary: words known beside the counts, with part of speech and origin, and what analyses make of them."""

import pytest

from nepalint.errors import RulebookError
from nepalint.knowledge.closed_classes import closed_words
from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.nepali_nominals import adjectives
from nepalint.knowledge.origins import Origin
from nepalint.knowledge.tables import correction_table
from nepalint.knowledge.vocabulary import PARTS_OF_SPEECH, read_vocabulary, vocabulary, words_of
from nepalint.language.analysers import citations, work_out
from nepalint.language.lexicon import entries, listed, origin, parts_of_speech
from nepalint.language.suffixes import cut
from scripts import build_lexicon

HEADER = "word\tpos\torigin\n"


def test_thousands_of_words_are_there_from_every_corner() -> None:
    assert len(vocabulary()) > 3000
    for word in ("कुहिनो", "मस्यौरा", "लालीगुराँस", "दुम्सी", "ढिकी", "सम्धिनी", "तुसारो", "अध्यादेश", "तमसुक", "छापामार"):
        assert parts_of_speech(word) == ("noun",), word
    for word in ("उपनिषद्", "महाकाव्य", "वर्गमूल", "सूक्ष्मदर्शक", "बुद्धिचाल", "कौतूहल"):
        assert "noun" in parts_of_speech(word), word
    assert "adjective" in parts_of_speech("निष्कपट")
    assert "adverb" in parts_of_speech("लुसुक्क")


def test_every_word_is_in_the_lexicon_with_its_part_of_speech_and_origin() -> None:
    for word, pos, where in vocabulary():
        assert ("list:vocabulary", pos, where) in entries(word), word


def test_no_fact_stands_in_two_lists() -> None:
    closed = {(word.word, word.pos) for word in closed_words()}
    twice = [word for word, pos, _ in vocabulary() if (word, pos) in closed]
    twice += [word for word in words_of("adjective") if word in adjectives() or word.endswith("ो")]
    assert twice == []


def test_nothing_is_misspelt() -> None:
    assert build_lexicon.refused() == {}
    wrong = {row.wrong for row in correction_table("misspellings")}
    assert [word for word, _, _ in vocabulary() if word in wrong or "हरू" in word or "\u200c" in word] == []


@pytest.mark.parametrize("word", ["बिचार", "समुह", "संचालन", "अर्काे", "हरु", "मंत्री"])
def test_a_misspelling_would_be_refused(word: str) -> None:
    assert build_lexicon.shipped_spelling().fault_of_lemma(word) is not None


def test_a_word_of_its_own_that_looks_like_a_commoner_one_is_accepted() -> None:
    counts = frequencies().nepali
    assert counts["यस"] > 100 * counts.get("यश", 1)
    assert build_lexicon.shipped_spelling().fault_of_lemma("यश") is None


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "features"),
    [
        ("ढिकी", "ढिकी", "noun", "sg.nom"),
        ("ढिकीमा", "ढिकी", "noun", "sg.loc"),
        ("दुम्सीहरूले", "दुम्सी", "noun", "pl.erg"),
        ("पाखोको", "पाखो", "noun", "sg.gen.m"),
        ("पाखाको", "पाखो", "noun", "sg.gen.m"),
        ("निष्कपट", "निष्कपट", "adjective", "base"),
        ("निष्कपटहरूलाई", "निष्कपट", "adjective", "pl.dat"),
        ("निन्याउरी", "निन्याउरो", "adjective", "f"),
        ("लुसुक्क", "लुसुक्क", "adverb", ""),
        ("बारको", "बार", "noun", "sg.gen.m"),
    ],
)
def test_analyses_know_the_words_with_and_without_suffixes(word: str, lemma: str, pos: str, features: str) -> None:
    assert (lemma, pos, features) in work_out(word).nepali


def test_known_nouns_decide_where_a_word_is_cut() -> None:
    assert cut("ढिकीमा").suffixes == ("मा",)
    assert cut("बटुको").suffixes == ()
    assert cut("बटुकोमा") == ("बटुको", ("मा",))


def test_words_are_citation_forms() -> None:
    assert citations("ढिकी") == ("noun",)
    assert citations("निष्कपट") == ("adjective",)


def test_a_function_word_keeps_its_reading_alone() -> None:
    assert {reading.pos for reading in work_out("कुनै").nepali} == {"pronoun"}
    assert {reading.pos for reading in work_out("गर्दै").nepali} == {"verb"}


@pytest.mark.parametrize(
    ("word", "expected"), [("करुणा", Origin.TATSAM), ("कुहिनो", Origin.TADBHAV), ("टेबुल", Origin.LOAN)]
)
def test_the_vocabulary_states_origins(word: str, expected: Origin) -> None:
    assert origin(word) is expected


def test_hindi_spellings_are_not_there() -> None:
    for word in ("तैयार", "कमरा", "खरीद", "मुश्किल", "ज़मीन", "हमेशा", "दोस्ताना"):
        assert not any(entry.reason == build_lexicon.VOCABULARY for entry in entries(word)), word
    assert not listed("खिड़की")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("word\tpos\nघर\tnoun\n", "columns"),
        (HEADER + "घर\tnoun\n", "needs"),
        (HEADER + "घर\tverb\ttadbhav\n", "needs"),
        (HEADER + "घर\tnoun\tsanskrit\n", "needs"),
        (HEADER + "नदी\tnoun\ttatsam\nघर\tnoun\ttadbhav\n", "out of order"),
        (HEADER + "घर\tnoun\ttadbhav\nघर\tnoun\tloan\n", "twice"),
        (HEADER + "न\u093cर\tnoun\ttadbhav\n", "NFC"),
    ],
)
def test_a_table_that_breaks_its_form_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(RulebookError, match=complaint):
        read_vocabulary(text)


def test_a_word_may_have_two_parts_of_speech() -> None:
    rows = read_vocabulary(HEADER + "एकान्त\tadjective\ttatsam\nएकान्त\tnoun\ttatsam\n")
    assert [row.pos for row in rows] == ["adjective", "noun"]
    assert set(PARTS_OF_SPEECH) == {pos for _, pos, _ in vocabulary()}
