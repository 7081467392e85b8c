"""Lines in other languages are told by several words and left alone by the rules of Nepali; Nepali stays Nepali."""

from collections import Counter
from pathlib import Path

import pytest

from nepalint.api import Linter
from nepalint.config import Discovery, Settings
from nepalint.document import Document
from nepalint.facts.passages import foreign_passages
from nepalint.knowledge.passages import markers
from nepalint.language.frequency import nepali
from nepalint.text.source import Source

FOLDER = Path(__file__).parent / "gold" / "passages"
NEPALI = "यो गाउँमा धेरै भाषा बोलिन्छन् र सबैले एकअर्काको भाषा बुझ्छन्।"
FIRST, SECOND = "foreign.tsv", "foreign_second.tsv"
ALONE = {
    FIRST: {"hi": 11, "mai": 14, "bho": 12, "awa": 11, "thl": 4, "new": 11, "sa": 10, "mr": 13},
    SECOND: {"bho": 10, "awa": 7, "new": 8, "sa": 10, "mr": 9},
}
"""Lines of 15 or 16 that are told without their neighbours; raise a number when more are."""
TOGETHER = {
    FIRST: {"hi": 16, "mai": 16, "bho": 15, "awa": 15, "thl": 6, "new": 14, "sa": 15, "mr": 16},
    SECOND: {"bho": 14, "awa": 12, "new": 13, "sa": 12, "mr": 12},
}
"""Lines that are told where they stand together in a Nepali document."""


def cases(floors: dict[str, dict[str, int]]) -> list[tuple[str, str, int]]:
    return [(name, language, least) for name, row in floors.items() for language, least in row.items()]


def languages(text: str) -> list[str | None]:
    """The language of each line, None for Nepali."""
    passages = foreign_passages(Document.open(Source.from_text(text)))
    found: list[str | None] = []
    start = 0
    for line in text.split("\n"):
        codes = [one.language.code for one in passages if one.start <= start < one.end]
        found.append(codes[0] if codes else None)
        start += len(line) + 1
    return found


def read(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text("utf-8").split("\n") if line and not line.startswith("#")]


def lines_in(language: str, name: str = FIRST) -> list[str]:
    return [line for code, line in (row.split("\t") for row in read(name)) if code == language]


def codes(text: str) -> Counter[str]:
    result = Linter(Discovery(fixed=Settings())).check(Source.from_text(text)).result
    assert result is not None
    return Counter(one.code for one in result.diagnostics)


@pytest.mark.parametrize(("name", "language", "least"), cases(ALONE))
def test_lines_are_told_alone(name: str, language: str, least: int) -> None:
    found = [languages(line)[0] for line in lines_in(language, name)]
    assert len(found) >= 15
    assert found.count(language) >= least


@pytest.mark.parametrize(("name", "language", "least"), cases(TOGETHER))
def test_lines_are_told_together_inside_nepali(name: str, language: str, least: int) -> None:
    found = languages("\n".join([NEPALI] * 400 + lines_in(language, name) + [NEPALI] * 400))
    assert set(found[:400] + found[-400:]) == {None}
    assert found.count(language) >= least


@pytest.mark.parametrize("line", read("nepali.txt"))
def test_nepali_stays_nepali(line: str) -> None:
    assert languages(line) == [None]


def test_nepali_stays_nepali_beside_other_languages() -> None:
    told = {
        language: next(line for line in lines_in(language) if languages(line) == [language])
        for language in ALONE[FIRST]
    }
    taken = [
        (language, line)
        for language, foreign in told.items()
        for line in read("nepali.txt")
        if line.endswith("।")
        if languages("\n".join((foreign, line, NEPALI)))[1] is not None
    ]
    assert taken == []


@pytest.mark.parametrize("word", ["है", "अछि", "भइल", "अहै", "थ्व", "आसीत्", "आहे"])
def test_a_single_word_never_decides(word: str) -> None:
    assert languages(word) == [None]
    assert languages(f"{word} {word} {word}") == [None]


def test_a_line_without_markers_belongs_to_the_lines_around_it() -> None:
    around = "हमर माय मिथिलाक पेंटिंग बनबैत छथि।"
    assert languages(f"{NEPALI}\n{around}\nकमला कोसी\n{around}\n{NEPALI}\n{NEPALI}")[1:4] == ["mai"] * 3
    assert languages(f"{around}\n{NEPALI}\n{around}\n{NEPALI}\n{NEPALI}")[1] is None


def test_spelling_is_left_alone_and_typography_is_not() -> None:
    passage = "ओहि गाम मे एक टा पुरान मंदिर अछि।मंदिर लग सभ साल मेला लगैत अछि।"
    found = codes(passage)
    assert found["HIN007"] == 1
    assert found["TYP001"] == 1
    assert not [code for code in found if code.startswith(("ORT", "NAM"))]
    assert found["HIN001"] == 0
    assert codes("त्यो गाउँमा एउटा पुरानो मंदिर छ।")["HIN001"] == 1


def test_the_finding_names_the_language() -> None:
    result = Linter(Discovery(fixed=Settings())).check(Source.from_text("थ्व जिगु छेँ खः।")).result
    assert result is not None
    (one,) = [one for one in result.diagnostics if one.code == "HIN007"]
    assert "नेपालभाषा" in one.message
    assert "Newar" in one.message_en
    assert (one.category, one.fix) == ("code-mix-passage", None)


def test_letters_with_nukta_are_found_in_both_encodings() -> None:
    assert languages("हमार बाबूजी खेत जोतत बाड़न।") == languages("हमार बाबूजी खेत जोतत बा\u095cन।") == ["bho"]


def test_sure_words_are_not_nepali() -> None:
    known = markers()
    assert [word for word in known.sure if word in known.nepali] == []
    assert [word for word in known.sure if nepali(word) > 40] == []
