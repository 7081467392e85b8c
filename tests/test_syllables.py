"""Syllables: what is well-formed, where a text is not, and what HarfBuzz says of the same texts."""

from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.harfbuzz import ALPHABET, AT_LEAST, CLASSES, END, PAGE, START, Shaper, class_of, measure, mutated_words
from nepalint.text.syllables import SUSPICIOUS, Fault, Flaw, flaws, is_well_formed


@pytest.mark.parametrize(
    "text",
    [
        *("नेपाल", "गर्‍यो", "परिषद्", "आफ्‌नो", "दुःख", "सिँढी", "तपाईं", "ॐ", "शास्त्र्यर्थ", "क़लम", "\u0958लम", "बिद्या॑"),
        *("“ख” र ‘ग’", "abc १२", "ऽकार", "क्", "र्‍", "राष्ट्र्", ""),
    ],
)
def test_well_formed(text: str) -> None:
    assert is_well_formed(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("िकताब", [Flaw(Fault.ORPHAN, 0)]),
        ("क, ा", [Flaw(Fault.ORPHAN, 3)]),
        ("दे्दछ", [Flaw(Fault.CROWDED, 2)]),
        ("भएकोे", [Flaw(Fault.CROWDED, 4)]),
        ("कंा", [Flaw(Fault.CROWDED, 2)]),
        ("छन्ः", [Flaw(Fault.CROWDED, 3)]),
        ("अािं", [Flaw(Fault.CARRIER, 1), Flaw(Fault.CROWDED, 2)]),
        ("१ा", [Flaw(Fault.CARRIER, 1)]),
        ("राम\u200cले", [Flaw(Fault.JOINER, 3)]),
        ("तपार्इं", [Flaw(Fault.CROWDED, 4)]),
    ],
)
def test_flaws_are_found_where_they_are(text: str, found: list[Flaw]) -> None:
    assert list(flaws(text)) == found


@given(st.text(st.sampled_from([*ALPHABET, *"करतिा्ं"]), max_size=8))
def test_every_crowded_sign_is_suspicious(text: str) -> None:
    if any(
        flaw.fault in (Fault.CROWDED, Fault.CARRIER) and text[flaw.at - 1] not in "०१२३४५६७८९" for flaw in flaws(text)
    ):
        assert SUSPICIOUS.search(text)


def test_harfbuzz_agrees_outside_the_classes() -> None:
    for name, one in measure(3_000, seed=7).items():
        assert one.texts == 3_000
        assert one.agreement >= AT_LEAST, (name, one.others[:10])
        assert 0.3 < one.well_formed / one.texts < 0.9, "texts of one sort only would say little"


def test_the_classes_are_few_and_each_example_is_one() -> None:
    shaper = Shaper()
    assert len(CLASSES) <= 4
    for one in CLASSES:
        assert shaper.accepts(one.example)
        assert {class_of(one.example, flaw) for flaw in flaws(one.example)} == {one.name}
        assert one.name in PAGE.read_text(encoding="utf-8").partition(START)[2].partition(END)[0]


def test_the_shaper_sees_what_stands_on_nothing() -> None:
    shaper = Shaper()
    assert not shaper.accepts("ा")
    assert shaper.accepts("गर्\u200dयो")


def test_a_disagreement_of_no_class_counts() -> None:
    assert class_of("ा", Flaw(Fault.ORPHAN, 0)) is None
    assert class_of("कंा", Flaw(Fault.CROWDED, 2)) is None


def test_the_texts_follow_from_the_seed() -> None:
    assert list(islice(mutated_words(Random(3)), 50)) == list(islice(mutated_words(Random(3)), 50))
