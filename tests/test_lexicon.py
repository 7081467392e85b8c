"""The Nepali lexicon: what is in it and why, what is not, and that it can be built anew."""

import unicodedata

import pytest

from nepalint.errors import RulebookError
from nepalint.knowledge.closed_classes import closed_words, read_list
from nepalint.knowledge.frequencies import frequencies, in_several_texts
from nepalint.knowledge.lexicon import COUNTED, FILE, lexicon
from nepalint.knowledge.origins import Origin, read_cues
from nepalint.knowledge.resources import data_root
from nepalint.knowledge.spelling_variants import read_variants, spelling_variants
from nepalint.knowledge.tables import correction_table
from nepalint.language.lexicon import accepted, entries, listed, origin, parts_of_speech
from nepalint.language.morphology import Reading
from scripts import build_lexicon

POS = {
    "", "noun", "verb", "adjective", "pronoun", "numeral", "postposition", "particle", "conjunction", "adverb",
    "interjection", "name",
}  # fmt: skip
STANDARD = [
    "घर", "नेपाल", "गर्\u200dयो", "सुरु", "विचार", "क्रान्ति", "समिति", "परिस्थिति",
    "आँखा", "दुःख", "कार्य", "पर्याप्त", "बिहान", "सहर",
]  # fmt: skip
MISSPELT = [
    "गर्यो", "पुर्याउन", "हरु", "उनीहरु", "मानिसहरु", "बिचार", "शुरु", "रुपमा", "केहि",
    "हुदै", "संचालन", "मंत्री", "कानून", "स्थिती", "गर्नुहोस", "गऱ्यो", "नया",
]  # fmt: skip


@pytest.fixture(scope="module")
def faults() -> dict[str, str | None]:
    return build_lexicon.counted()


@pytest.mark.parametrize("word", STANDARD)
def test_words_of_standard_nepali_are_listed(word: str) -> None:
    assert listed(word)


@pytest.mark.parametrize("word", MISSPELT)
def test_misspellings_are_not_however_often_they_are_written(word: str) -> None:
    assert frequencies().nepali[word] >= build_lexicon.LEAST_COUNT
    assert not listed(word)


@pytest.mark.parametrize("word", ["कौन", "किस", "ज्यादातर", "तैयार", "हैं", "देखें"])
def test_hindi_words_in_nepali_texts_are_not(word: str) -> None:
    assert frequencies().nepali[word] >= build_lexicon.LEAST_COUNT
    assert not listed(word)


@pytest.mark.parametrize("word", ["प्रकार", "उदाहरण", "समय", "नाम", "पुस्तक", "वैश्विक", "स्नेह"])
def test_words_that_both_languages_share_are(word: str) -> None:
    assert frequencies().hindi[word]
    assert listed(word)


@pytest.mark.parametrize(
    ("rare", "common"), [("ठुलो", "ठूलो"), ("घाटी", "घाँटी"), ("तिन", "तीन"), ("संसद्", "संसद"), ("गरेँ", "गरे")]
)
def test_a_word_of_its_own_is_no_variant_of_a_commoner_one(rare: str, common: str) -> None:
    counts = frequencies().nepali
    assert counts[rare] * 2 < counts[common]
    assert listed(rare)
    assert listed(common)


def test_every_word_of_the_closed_lists_is_there_with_its_list_and_part_of_speech() -> None:
    assert len(closed_words()) > 700
    for word, pos, _, name in closed_words():
        assert (f"closed:{name}", pos) in [(entry.reason, entry.pos) for entry in entries(word)], word


def test_every_entry_has_its_reason() -> None:
    counts, several = frequencies().nepali, in_several_texts()
    names = {word.list for word in closed_words()}
    for word, found in lexicon().items():
        assert found, word
        assert unicodedata.is_normalized("NFC", word), word
        for entry in found:
            kind, _, detail = entry.reason.partition(":")
            assert entry.pos in POS, word
            if entry.reason == COUNTED:
                assert counts[word] >= build_lexicon.LEAST_COUNT, word
                assert word in several, word
            else:
                assert kind in ("closed", "list", "table", "paradigm"), word
                assert detail in {"closed": names, "list": {"vocabulary"}}.get(kind, {detail} - {""}), word
    assert len(lexicon()) > 20_000


def test_a_word_may_have_several_entries() -> None:
    assert {entry.reason for entry in entries("बरु")} == {"closed:conjunctions", "closed:particles"}
    assert set(parts_of_speech("बरु")) == {"conjunction", "particle"}
    assert entries("ङञणङञण") == ()


def test_words_with_suffixes_are_accepted_by_their_stem() -> None:
    assert accepted("घर")
    assert not listed("गुराँसहरूसँग")
    assert accepted("गुराँसहरूसँग")
    assert not accepted("ङञणहरूसँग")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("कृषि", Origin.TATSAM),
        ("विज्ञानको", Origin.TATSAM),
        ("दुःख", Origin.TATSAM),
        ("गाउँमा", None),
        ("आँखा", Origin.TADBHAV),
        ("कानुनले", Origin.LOAN),
        ("घर", Origin.TADBHAV),
        ("काखीबाट", None),
        ("रेस्टुराँ", None),
    ],
)
def test_origin_is_stated_only_where_a_list_table_or_cue_tells(word: str, expected: Origin | None) -> None:
    assert origin(word) is expected


def test_no_misspelling_of_the_table_is_listed() -> None:
    wrong = [row.wrong for row in correction_table("misspellings")]
    assert len(wrong) > 300
    assert [word for word in wrong if listed(word) and any(entry.reason == COUNTED for entry in entries(word))] == []


def test_words_left_out_say_why(faults: dict[str, str | None]) -> None:
    assert faults["बिचार"] in ("misspelling", "variant of विचार")
    assert faults["समुह"] == "variant of समूह"
    assert faults["अर्काे"] == "malformed"
    assert faults["कौन"] == "Hindi"
    assert faults["घर"] is None
    kept = {word for word, fault in faults.items() if fault is None}
    assert kept <= lexicon().keys()
    assert 0.9 < len(kept) / len(faults) < 0.98


def test_the_committed_file_is_what_the_sources_give(faults: dict[str, str | None]) -> None:
    assert build_lexicon.build(faults) == (data_root() / FILE).read_text("utf-8"), "run make data"


def test_folds_make_variants_alike() -> None:
    variants = spelling_variants()
    for pair in ("सञ्चालन संचालन", "पूर्ण पुर्ण", "हुँदै हुदै", "वर्ष बर्ष", "गर्‍यो गर्यो", "यसको यस्को", "सामाजिक समाजिक"):
        first, second = variants.folded(pair.split())
        assert first == second, pair
    first, second = variants.folded(["किन्न", "किन"])
    assert first != second


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("word\tpos\nघर\tnoun\n", "columns"),
        ("word\tpos\tgloss\nघर\tnoun\n", "needs"),
        ("word\tpos\tgloss\nनदी\tnoun\triver\nघर\tnoun\thouse\n", "out of order"),
        ("word\tpos\tgloss\nक\u093cलम\tnoun\tpen\nक\u093cलम\tnoun\tpen\n", "twice"),
        ("word\tpos\tgloss\nन\u093cर\tnoun\tx\n", "NFC"),
    ],
)
def test_a_closed_list_that_breaks_its_form_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(RulebookError, match=complaint):
        read_list("test.tsv", text)


def test_descriptions_without_source_or_with_a_broken_pattern_are_refused() -> None:
    with pytest.raises(RulebookError, match="source"):
        read_cues('[[cue]]\norigin = "tatsam"\nname = "x"\nfind = "ऋ"\nsource = ""\n')
    with pytest.raises(RulebookError, match="gone"):
        read_cues('[[cue]]\norigin = "gone"\nname = "x"\nfind = "ऋ"\nsource = "s"\n')
    with pytest.raises(RulebookError, match="ratio"):
        read_variants("")


def test_paradigms_vouch_for_their_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    def analyse(word: str) -> tuple[Reading, ...]:
        return {
            "गर्नू": (Reading("गर्नु", "verb", "imp.fut"),),
            "केहि": (Reading("केहि", "noun"),),  # a guess, as any word may be a noun
            "गर्यो": (Reading("गर्नु", "verb", "past.3low"),),
        }.get(word, ())

    build_lexicon.readings.cache_clear()
    monkeypatch.setattr(build_lexicon, "analysers", lambda: (analyse,))
    known = frequencies()
    spelling = build_lexicon.Spelling(known.nepali, known.hindi, spelling_variants())
    assert spelling.fault("गर्नू") is None
    assert spelling.fault("केहि") is not None
    assert spelling.fault("गर्यो") == "rule"
    assert "paradigm:गर्नु\tverb\t\tगर्नू\n" in build_lexicon.build({"गर्नू": None})
    build_lexicon.readings.cache_clear()


def test_without_paradigms_a_form_stands_by_its_count_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    build_lexicon.readings.cache_clear()
    monkeypatch.setattr(build_lexicon, "analysers", lambda: ())
    assert build_lexicon.build({"गर्नू": None}).count("counted\t\t\tगर्नू\n") == 1
    build_lexicon.readings.cache_clear()
