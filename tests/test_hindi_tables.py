"""The tables of Hindi: tidy, complete, named when they break their form; and the measuring command."""

import unicodedata
from pathlib import Path

import pytest

from bench.hindi import main
from nepalint.errors import RulebookError
from nepalint.knowledge import hindi_tables
from nepalint.knowledge.hindi_closed import closed_forms
from nepalint.knowledge.hindi_nominals import nominal_table
from nepalint.knowledge.hindi_tables import table
from nepalint.knowledge.hindi_verbs import verb_table
from nepalint.language.hindi import analyse_phrase
from nepalint.language.morphology import Reading

TABLES = sorted((Path(__file__).parent.parent / "rules" / "hindi").iterdir())


def test_every_closed_form_is_understood() -> None:
    for entries in closed_forms().values():
        for entry in entries:
            for features in entry.features:
                found = analyse_phrase(entry.form.split(" "))
                assert Reading(entry.lemma, entry.pos, features) in found, entry


def test_conjunct_verbs_and_chains_name_listed_verbs() -> None:
    found = verb_table()
    assert found.conjunct <= found.transitivity.keys()
    assert set(found.transitivity.values()) == {"t", "i", "ti"}


def test_longest_endings_are_tried_first() -> None:
    lengths = [len(guess.ending) for guess in nominal_table().guesses]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_tables_are_tidy(path: Path) -> None:
    text = path.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not {"\u200d", "\u200c", "\r"} & set(text)
    assert text.startswith("# ")
    assert "Source" in text
    assert text == text.rstrip("\n") + "\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("form\tlemma\nख\tख\nक\tक\n", "out of order"),
        ("form\tlemma\nक\tक\nक\tक\n", "twice"),
        ("form\tlemma\nक\n", "2 cells"),
        ("form\nक\n", "columns"),
    ],
)
def test_table_that_breaks_its_form_is_named(text: str, complaint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hindi_tables, "_text", lambda name: text)
    with pytest.raises(RulebookError, match=complaint):
        table("broken", ("form", "lemma"))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (["चलना\tमैं चलूँगा\tV;1;SG;SBJV;MASC", "चलना\tचल रहा होता\tV;3;SG;PROG;LGSPEC4;MASC"], 0),
        (["चलना\tचलने\tV;NFIN;LGSPEC2", "चलना\tचलने\tV;NFIN;LGSPEC1"], 1),
        (["मरना\tमरया\tV;V.PTCP;MASC;SG;PFV"], 1),
    ],
)
def test_measuring_fails_below_the_bar(
    rows: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "unimorph.tsv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["bench.hindi", str(path)])
    assert main() == code
    assert f"of {len(rows)} |" in capsys.readouterr().out


def test_table_that_is_missing_is_named() -> None:
    with pytest.raises(RulebookError, match="does not exist"):
        table("no_such_table", ("form",))
