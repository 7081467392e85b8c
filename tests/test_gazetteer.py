"""The tables of names and loan words: what they may hold, and that the shipped ones hold it."""

import unicodedata

import pytest
import regex

from nepalint.errors import RulebookError
from nepalint.knowledge.gazetteer import (
    GAZETTEER_COLUMNS,
    LOAN_COLUMNS,
    Entry,
    EntryType,
    Gazetteer,
    Table,
    gazetteer,
    read_gazetteer,
)

NAMES_HEAD = "\t".join(GAZETTEER_COLUMNS) + "\n"
LOANS_HEAD = "\t".join(LOAN_COLUMNS) + "\n"
DEVANAGARI = regex.compile(r"[\u0900-\u0963\u0971-\u097F]+(?: [\u0900-\u0963\u0971-\u097F]+)*")


def read(names: str = "", loans: str = "") -> Gazetteer:
    return read_gazetteer(NAMES_HEAD + names, LOANS_HEAD + loans)


def name(canonical: str, accepted: str = "", distinct: str = "", misspelt: str = "", source: str = "a test") -> str:
    return f"{canonical}\tplace\tsomewhere\t{accepted}\t{distinct}\t\t{misspelt}\t{source}\n"


def test_a_row_becomes_a_typed_entry() -> None:
    table = read("# a comment\n\nभोल्गा\tplace\tVolga\tभल्गा\tगोल्भा\t#/नदी\tभोगा=lost-l\ta rule\n")
    (entry,) = table.entries
    assert entry.type is EntryType.PLACE
    assert entry.table is Table.GAZETTEER
    assert entry.spellings == ("भोल्गा", "भल्गा")
    assert entry.context == ("#", "नदी")
    assert dict(entry.misspelt) == {"भोगा": "lost-l"}
    assert entry.line == 4
    assert table.by_spelling["भल्गा"] is entry
    assert table.misspelt["भोगा"] is entry
    assert table.distinct == {"गोल्भा"}


def test_a_loan_has_the_type_loan_and_its_origin_as_gloss() -> None:
    (entry,) = read(loans="सहर\t\t\tPersian\tAcademy\n").entries
    assert (entry.type, entry.table, entry.gloss) == (EntryType.LOAN, Table.LOANS, "Persian")


@pytest.mark.parametrize(
    ("names", "loans", "line", "message"),
    [
        (name("भियना") + name("पेरिस"), "", 3, "out of order"),
        (name("पेरिस") + name("पेरिस"), "", 3, "out of order or twice"),
        (name("पेरिस", source=""), "", 2, "source"),
        (name("", accepted="पेरिस"), "", 2, "canonical"),
        (name("भियना", accepted="भिएना/बियना"), "", 2, "not sorted"),
        (name("भियना", accepted="बियना/बियना"), "", 2, "twice"),
        (name("पेरिस", accepted="भियना") + name("भियना"), "", 3, "already belongs to ‘पेरिस’"),
        (name("पेरिस"), "पेरिस\t\t\tFrench\ttest\n", 2, "already belongs to ‘पेरिस’"),
        (name("पेरिस", misspelt="परिस"), "", 2, "spelling=reason"),
        (name("पेरिस", misspelt="भियना=x") + name("भियना"), "", 2, "already belongs to ‘भियना’"),
        (name("पेरिस", misspelt="परिस=x") + name("भियना", misspelt="परिस=x"), "", 3, "already belongs"),
        (name("पेरिस", accepted="प्यारिस", distinct="प्यारिस"), "", 2, "another word"),
        ("पेरिस\ttown\tParis\t\t\t\t\ttest\n", "", 2, "the type 'town'"),
        ("पेरिस\tplace\t\t\t\t\t\ttest\n", "", 2, "gloss"),
        ("पेरिस\tplace\tParis\ttest\n", "", 2, "8 cells"),
        (name("लडाइ\u095c"), "", 2, "not NFC"),
        ("", "सहर\t\t\t\ttest\n", 2, "origin"),
    ],
)
def test_a_bad_row_is_refused_at_its_line(names: str, loans: str, line: int, message: str) -> None:
    with pytest.raises(RulebookError, match=regex.escape(message)) as caught:
        read(names, loans)
    assert caught.value.line == line
    assert caught.value.path in {"rules/tables/gazetteer.tsv", "rules/tables/loans.tsv"}


def test_other_columns_are_refused() -> None:
    with pytest.raises(RulebookError, match="the columns must be canonical, type"):
        read_gazetteer("canonical\tgloss\n", LOANS_HEAD)


@pytest.mark.parametrize("entry", gazetteer().entries, ids=lambda entry: entry.canonical)
def test_shipped_rows_are_clean(entry: Entry) -> None:
    for word in (*entry.spellings, *entry.distinct, *entry.misspelt):
        assert DEVANAGARI.fullmatch(word), word
        assert unicodedata.is_normalized("NFC", word)
        assert not word.endswith("्"), word
    for word in entry.spellings:
        assert not regex.search("[ऑऍॉॅऱ़]", word), f"{word} has a letter that Nepali does not write in loans"


def test_the_shipped_tables_hold_what_other_rules_count_on() -> None:
    table = gazetteer()
    kinds = {kind: sum(entry.type is kind for entry in table.entries) for kind in EntryType}
    assert kinds[EntryType.MONTH] == 12
    assert min(kinds.values()) >= 12
    names = {entry.canonical for entry in table.entries}
    assert {"रुस", "रुसी", "लेनिन", "बोल्सेभिक", "मेन्सेभिक", "सिम्बिर्स्क", "मजदुर", "सहर", "सुरु"} <= names
    for contested in ("इल्यिच", "इलिच", "टल्स्टोय", "मस्को", "मास्को", "फिनल्यान्ड", "फिनल्याण्ड", "अगस्त"):
        assert contested in table.by_spelling
