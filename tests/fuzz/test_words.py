"""What holds for every word: the analysers answer it, and a stem and its suffixes joined are the word again."""

import random
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from nepalint.errors import UsageError
from nepalint.knowledge.analyses import packed_analyses
from nepalint.knowledge.frequencies import frequencies
from nepalint.language import hindi
from nepalint.language.analysers import PRESS, VERB, citations, work_out
from nepalint.language.analysis import Analysis, analyse
from nepalint.language.identification import language_of_words
from nepalint.language.nepali import nominals, verbs

ODD = ("\u200d", "\u200c", "\u093c", "\ud800", "\0", " ", "\n", "/", "-", "a", "१", "1", "र्\u200dय", "\u0301", "😀")
ENDS = ("को", "हरू", "मै", "लाई", "ेर", "इरहेको", "छ", "औँ", "वटा", "जस्तो")
LISTED = sorted(random.Random(7).sample(sorted(frequencies().nepali.keys() | frequencies().hindi.keys()), 3000))

letters = st.one_of(st.characters(min_codepoint=0x900, max_codepoint=0x97F), st.sampled_from(ODD))
listed = st.sampled_from(LISTED)
mutated = st.builds(
    lambda word, at, length, put, end: word[: at % len(word)] + put + word[at % len(word) + length :] + end,
    listed,
    st.integers(0, 12),
    st.integers(0, 2),
    st.one_of(st.just(""), letters),
    st.one_of(st.just(""), st.sampled_from(ENDS)),
)
words = st.one_of(mutated, listed, st.lists(letters, max_size=8).map("".join))


@given(words)
def test_every_word_is_analysed(word: str) -> None:
    found = analyse(word)
    assert found.stem + "".join(found.suffixes) in (word, word.strip("\u200c\u200d"))
    for reading in found.nepali:
        if reading.pos == VERB:
            assert verbs.label(reading.features.removesuffix(f";{PRESS}")).en
    if word in packed_analyses():
        assert found == Analysis._make(work_out(word))


@given(st.lists(words, max_size=6))
def test_words_together_are_understood_or_not(several: list[str]) -> None:
    assert all(reading.pos == VERB for reading in verbs.analyse_phrase(several))
    assert isinstance(hindi.analyse_phrase(several), tuple)
    assert 0.5 <= language_of_words(several).probability <= 1


@given(words)
def test_a_word_is_inflected_or_refused(word: str) -> None:
    for pos in citations(word):
        if pos != VERB:
            assert all(form.surface for form in nominals.inflect(word, pos))
    assert all(form.surface for form in hindi.inflect(word))
    assert not [variant for variant in verbs.analyse_variant(word) if not variant.standard]
    with suppress(UsageError):
        assert next(verbs.inflect(word + "नु")).surface
