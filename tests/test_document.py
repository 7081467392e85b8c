"""Documents: words, where they occur, and sentences."""

import time
import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nepalint.document
from nepalint.document import Document
from nepalint.text.script import MAX_WORD, WORD
from nepalint.text.source import Source
from nepalint.text.spans import Span
from nepalint.text.zones import Format


def document(text: str, format: Format = Format.PLAIN) -> Document:
    return Document.open(Source.from_text(text), format)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in document(text).sentences]


TEXTS = st.lists(
    st.sampled_from(
        ["क", "का", "काका", "नेपाल", "नेपालको", "र", " ", "  ", "\n", "।", "-", "a", "१", "\u200d", "\udcff", "🙂"]
    ),
    max_size=120,
).map("".join)


def test_words_are_the_distinct_tokens() -> None:
    found = document("नेपालको राजधानी, “नेपालको” मुटु। Kathmandu १९१७").words
    assert found == {"नेपालको", "राजधानी", "मुटु"}


def test_occurrences_are_whole_tokens_in_order() -> None:
    text = "काकाको का, काका र का।"
    assert list(document(text).occurrences({"का", "काका"})) == [("का", 7, 9), ("काका", 11, 15), ("का", 18, 20)]


@given(TEXTS, st.frozensets(st.sampled_from(["क", "का", "काका", "नेपाल", "र", "\u200d"])))
def test_a_few_words_are_found_where_all_tokens_would_show_them(text: str, wanted: frozenset[str]) -> None:
    text = f"{text} काकाको का, क्का र का"
    assert len(wanted) <= nepalint.document.FEW
    assert list(document(text).occurrences(wanted)) == list(document(text).occurrences(set(wanted)))


def test_occurrences_come_one_by_one() -> None:
    found = document("घर " * 1_000_000).occurrences({"घर"})
    start = time.perf_counter()
    assert [next(found) for _ in range(3)] == [("घर", 0, 2), ("घर", 3, 5), ("घर", 6, 8)]
    assert time.perf_counter() - start < 0.2


@given(TEXTS, st.sets(st.sampled_from(["क", "का", "काका", "नेपाल", "र", "\u200d"])), st.integers(1, 40))
def test_blocks_change_nothing(text: str, wanted: set[str], block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nepalint.document, "BLOCK", block)
        patch.setattr(nepalint.document, "PIECES", 2)
        patch.setattr(nepalint.document, "MAX_WORD", 10)
        found = document(text)
        tokens = [(match[0], *match.span()) for match in WORD.finditer(text)]
        assert found.words == {token for token, _, _ in tokens if len(token) <= 10}
        assert list(found.occurrences(wanted)) == [token for token in tokens if token[0] in wanted]


def test_word_characters_are_those_of_the_token() -> None:
    letters = "".join(map(chr, range(0x10000)))
    assert set("".join(WORD.findall(letters))) == nepalint.document._WORD_CHARACTERS


def test_overlong_tokens_are_no_words() -> None:
    text = "क" * MAX_WORD + " " + "ख" * (MAX_WORD + 1)
    assert document(text).words == {"क" * MAX_WORD}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("क" * 17_000_000, set()),
        ("नेपाल " + "क" * 17_000_000 + " घर", {"नेपाल", "घर"}),
        ("a" * 17_000_000, set()),
        ("।" * 17_000_000, set()),
        ("घरमा काम छ । " * 100_000, {"घरमा", "काम", "छ"}),
    ],
    ids=["letter", "letter-between-words", "latin", "danda", "ordinary"],
)
def test_one_huge_line_takes_little_memory(line: str, words: set[str]) -> None:
    found = document(line)
    tracemalloc.start()
    try:
        assert found.words == words
        assert sum(1 for _ in found.occurrences({"नेपाल", "घर"})) == len(words & {"नेपाल", "घर"})
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


def test_sentences_end_at_dandas_marks_and_lines() -> None:
    text = "पहिलो वाक्य हो । दोस्रो पनि हो। के तेस्रो हो? हो!\nशीर्षक\r\n\r\n  अन्तिम ॥  \nबाँकी"
    assert sentences(text) == [
        "पहिलो वाक्य हो ।",
        "दोस्रो पनि हो।",
        "के तेस्रो हो?",
        "हो!",
        "शीर्षक",
        "अन्तिम ॥",
        "बाँकी",
    ]


def test_full_stops_end_no_sentence() -> None:
    text = "डा. राम वि.सं. २०५० मा ई.पू. को कुरा गर्छन् ।"
    assert sentences(text) == [text]


def test_closing_marks_belong_to_the_sentence() -> None:
    assert sentences("“म जान्छु।” उनले भनिन्।") == ["“म जान्छु।”", "उनले भनिन्।"]
    assert sentences('"जाऊ!" भनिन्।"नयाँ" हो।') == ['"जाऊ!"', "भनिन्।", '"नयाँ" हो।']


def test_a_text_without_sentences() -> None:
    assert list(document("").sentences) == []
    assert list(document(" \n।\n ? \r\n").sentences) == []


@given(TEXTS)
def test_sentences_cover_all_words_in_order(text: str) -> None:
    found = document(text)
    spans = list(found.sentences)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    for match in WORD.finditer(text):
        sentence = found.sentence_at(match.start())
        assert sentence is not None
        assert sentence.contains(Span(*match.span()))


def test_sentences_are_a_sequence() -> None:
    found = document("एक। दुई। तीन।").sentences
    assert len(found) == 3
    assert found[1] == Span(4, 8)
    assert found[-1] == Span(9, 13)
    assert found[1:] == [Span(4, 8), Span(9, 13)]
    with pytest.raises(IndexError):
        found[3]


def test_sentence_at_finds_nothing_between_sentences() -> None:
    found = document("एक।  दुई।")
    assert found.sentence_at(0) == Span(0, 3)
    assert found.sentence_at(3) is None
    assert found.sentence_at(5) == Span(5, 9)
    assert found.sentence_at(9) is None
    assert document("।").sentence_at(0) is None


def test_quotations_are_protected() -> None:
    text = "उनले “रूस” लेखे।"
    found = document(text)
    start = text.index("रूस")
    assert found.is_protected(start, start + 3)
    assert not found.is_protected(0, 4)


def test_the_format_is_told_by_the_name_unless_given() -> None:
    assert Document.open(Source.from_text("क", "लेख.md")).format is Format.MARKDOWN
    assert Document.open(Source.from_text("क", "लेख.md"), Format.PLAIN).format is Format.PLAIN
    assert Document.open(Source.from_text("क", "लेख.txt")).format is Format.PLAIN


def test_lines_are_those_of_the_source() -> None:
    found = document("एक\nदुई")
    assert found.lines is found.source.lines
    assert found.lines.count == 2
