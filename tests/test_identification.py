"""Nepali or Hindi: the promises on held-out words, and that the n-grams can be built anew."""

import time
from math import log

import pytest

from bench.identification import alone, committed, measure, own, report
from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.ngrams import EDGE, ORDER, ngrams
from nepalint.knowledge.resources import data_root
from nepalint.language.identification import COMMON, Language, evidence, language_of, language_of_words
from scripts import build_ngrams

NGRAMS = (data_root() / "ngrams.txt").read_text("utf-8")


def test_held_out_words_alone() -> None:
    words = committed("words")
    assert [len(found) for found in words.values()] == [2000, 2000]
    assert measure(own().judge, words).mean >= 0.86


def test_windows_of_five() -> None:
    windows = committed("windows")
    assert all(len(found) >= 120 and {len(window) for window in found} == {5} for found in windows.values())
    score = measure(own().judge, windows)
    assert score.nepali >= 0.98
    assert score.hindi >= 0.98
    assert measure(own().judge, alone(windows)).mean >= 0.86


def test_held_out_words_were_not_counted() -> None:
    known = frequencies()
    for language, counts in ((Language.NEPALI, known.nepali), (Language.HINDI, known.hindi)):
        words = {word for (word,) in committed("words")[language]}
        assert sum(word not in counts for word in words) / len(words) > 0.05


@pytest.mark.parametrize("word", ["छ", "गर्\u200dयो", "भएको", "पनि", "उनीहरूले", "गाउँपालिकाहरूलाई", "टुङ्ग्याइदिनुभयो"])
def test_nepali_words(word: str) -> None:
    found = language_of(word)
    assert found.language is Language.NEPALI
    assert found.probability > 0.9


@pytest.mark.parametrize("word", ["है", "नहीं", "करते", "लड़कियों", "उन्होंने", "पहुँचाएँगे", "निपटाएंगी"])
def test_hindi_words(word: str) -> None:
    found = language_of(word)
    assert found.language is Language.HINDI
    assert found.probability > 0.9


@pytest.mark.parametrize("word", ["नाम", "समय", "काम"])
def test_shared_words_are_not_told_with_certainty(word: str) -> None:
    assert language_of(word).probability < 0.75


def test_words_beside_tell_what_a_shared_word_is() -> None:
    assert language_of_words(["उनले", "नाम", "फेरेको", "थिए"]).language is Language.NEPALI
    assert language_of_words(["उसने", "अपना", "नाम", "बदल", "लिया"]).language is Language.HINDI


def test_evidence_is_symmetric_about_nothing_and_ignores_joiners_at_edges() -> None:
    assert language_of_words([]).probability == 0.5
    assert evidence("\u200dनेपालको\u200c") == evidence("नेपालको")
    assert evidence("") == evidence("\u200d")


def test_letters_decide_for_unseen_words_only() -> None:
    known = frequencies()
    unseen = "ट्वाङ्ग्रिङहरूलाई"
    assert unseen not in known.nepali
    assert evidence(unseen) > 0
    common = next(word for word, count in known.nepali.items() if count >= COMMON)
    total = sum(known.nepali.values()) / sum(known.hindi.values())
    assert evidence(common) == pytest.approx(_by_counts(common, total))


def _by_counts(word: str, total: float) -> float:
    known = frequencies()
    return log((known.nepali[word] + 1.5) / (known.hindi.get(word, 0) + 1.5) / total)


def test_speed() -> None:
    """Generous: the promise is 10 µs for a word of the lists and 40 µs for another on a quiet machine."""
    known = frequencies()
    ngrams()
    words = list(known.nepali)[:5000]
    unseen = [word + "ाइँ" for word in words if word + "ाइँ" not in known.nepali]
    for batch, limit in ((words, 40e-6), (unseen, 160e-6)):
        evidence.cache_clear()
        start = time.process_time()
        for word in batch:
            evidence(word)
        assert (time.process_time() - start) / len(batch) < limit


def test_ngrams_hold_their_form() -> None:
    grams, gaps = ngrams()
    assert 20_000 < len(grams) < 60_000
    assert all(0 < len(gram) <= ORDER for gram in grams)
    assert all(0 < len(gap) < ORDER for gap in gaps)
    assert grams[f"ो{EDGE}"] != 0
    assert grams["\u093c"] < 0  # nukta letters are Hindi
    assert len(NGRAMS.encode()) < 600_000


def test_the_committed_ngrams_are_what_the_counts_give() -> None:
    known = frequencies()
    assert build_ngrams.build(known.nepali, known.hindi) == NGRAMS, "run make data"


def test_the_builder_learns_endings() -> None:
    nepali = [stem + "हरू" for stem in ["घर", "बाटो", "काम", "नाम", "दिन", "रात"]]
    hindi = [stem + "ों" for stem in ["घर", "बाट", "काम", "नाम", "दिन", "रात"]]
    text = build_ngrams.build(nepali, hindi)
    found = {
        gram: int(evidence)
        for kind, evidence, grams in (line.split("\t") for line in text.split("\n") if line and line[0] != "#")
        if kind == "gram"
        for gram in grams.split(" ")
    }
    assert found["हरू"] > 0 > found["ों"]


def test_the_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    windows = committed("windows")
    report([own()], windows, alone(windows))
    printed = capsys.readouterr().out
    assert "122 windows ne" in printed
    assert "| nepalint |" in printed
