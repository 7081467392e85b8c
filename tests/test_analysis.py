"""What words may be: both languages joined, packed analyses, tokens of documents."""

import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.document import Document
from nepalint.knowledge.frequencies import frequencies
from nepalint.language.analysers import citations, work_out
from nepalint.language.analysis import Analysis, Belonging, analyse
from nepalint.language.morphology import Reading
from nepalint.language.reduplication import by_analysis, is_slip
from nepalint.text.source import Source
from scripts import build_analyses, build_doubled
from tests.cli.conftest import ROOT

DEVANAGARI = st.text(st.characters(min_codepoint=0x0900, max_codepoint=0x097F), max_size=12)


def lemmas(word: str) -> set[tuple[str, str]]:
    return {(reading.lemma, reading.pos) for reading in analyse(word).nepali}


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "features"),
    [
        ("नेपालको", "नेपाल", "noun", "sg.gen.m"),
        ("लेनिनले", "लेनिन", "name", "sg.erg"),
        ("उनीहरूकै", "उनी", "pronoun", "pl.gen.emph"),
        ("तीनवटा", "तीन", "numeral", "thing"),
        ("राम्रो", "राम्रो", "adjective", "m"),
        ("भन्नुभयो", "भन्नु", "verb", "past.3high"),
        ("गर्यो", "गर्नु", "verb", "past.3low;press"),
        ("र", "र", "conjunction", ""),
        ("पनि", "पनि", "particle", ""),
        ("गरेकोमा", "गर्नु", "verb", "nf.ptcp.eko"),
    ],
)
def test_readings(word: str, lemma: str, pos: str, features: str) -> None:
    assert Reading(lemma, pos, features) in analyse(word).nepali


def test_function_words_and_forms_of_verbs_are_no_nouns() -> None:
    for word in ("र", "पनि", "थाले", "गरेको", "भएको", "बताए"):
        assert not any(pos == "noun" for _, pos in lemmas(word)), word
    assert ("काम", "noun") in lemmas("काम")


def test_postpositions_on_forms_of_rare_verbs_make_no_nouns() -> None:
    for word in ("अँठ्याउनलाई", "अँठ्याएकोमा", "अँठ्याउनेबाट"):
        assert lemmas(word) == {("अँठ्याउनु", "verb")}, word


@pytest.mark.parametrize(
    ("words", "belonging"),
    [
        (("नेपालको", "छ", "गरें", "खिपीयोरबाट"), Belonging.NEPALI),
        (("लौट", "दिया", "हैं", "नागरिकों", "लडके"), Belonging.HINDI),
        (("काम", "समय", "के", "तर", "किताब"), Belonging.BOTH),
        (("घबदरर", "xyz", ""), Belonging.NEITHER),
    ],
)
def test_belonging(words: tuple[str, ...], belonging: Belonging) -> None:
    assert {word: analyse(word).belonging for word in words} == dict.fromkeys(words, belonging)


@given(DEVANAGARI)
def test_stem_and_suffixes_give_the_word(word: str) -> None:
    found = work_out(word)
    assert found.stem + "".join(found.suffixes) == word


def some_listed_words() -> Iterator[str]:
    listed = sorted({*frequencies().nepali, *frequencies().hindi})
    yield from listed[::101]


def test_packed_analyses_are_what_the_analysers_say() -> None:
    for word in some_listed_words():
        assert analyse(word) == Analysis._make(work_out(word))


@pytest.mark.parametrize("script", [build_analyses, build_doubled])
def test_committed_data_are_current(script: ModuleType) -> None:
    command = [sys.executable, str(script.__file__), "--check"]
    assert subprocess.run(command, check=False, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}).returncode == 0


def test_words_written_twice_are_told_by_what_they_are() -> None:
    on_purpose = ["बिस्तारै", "सानो", "घर", "घरमा", "एक", "के", "कसको", "हेर्दा", "राम्रो", "भोलि", "जाऊ", "ठाउँमा"]
    slips = ["लेख", "सूची", "हामीले", "नेपालको", "सरकारले", "र", "पनि", "कागजात"]
    assert [word for word in (*on_purpose, *slips) if is_slip(word)] == slips
    assert [word for word in (*on_purpose, *slips[:5]) if by_analysis(word)] == slips[:5]


def test_tokens_have_places_and_analyses() -> None:
    text = "उनी नेपालमा बस्छन्। \u200dयो राम्रो छ।\n"
    tokens = list(Document.open(Source.from_text(text)).tokens())
    assert [token.text for token in tokens] == ["उनी", "नेपालमा", "बस्छन्", "\u200dयो", "राम्रो", "छ"]
    for token in tokens:
        assert text[token.start : token.end] == token.text
    assert tokens[1].analysis.suffixes == ("मा",)
    assert tokens[3].analysis == analyse("यो"), "a joiner at the edge does not count"


def test_a_run_that_asks_for_no_token_loads_no_analyser() -> None:
    code = "import sys, nepalint.document; print('nepalint.language.analysers' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True, text=True
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    ("lemma", "classes"),
    [("गर्नु", ("verb",)), ("म", ("pronoun",)), ("राम्रो", ("adjective",)), ("तीन", ("numeral",)), ("घर", ("noun",))],
)
def test_citations(lemma: str, classes: tuple[str, ...]) -> None:
    assert citations(lemma) == classes
