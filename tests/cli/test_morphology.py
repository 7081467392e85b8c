"""`nepalint inflect` and `nepalint analyse`: paradigms and readings in three formats."""

import csv
import io
import json

from tests.cli.conftest import Run, Spawn


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_a_verb_as_table(run: Run) -> None:
    result = run("inflect", "गर्नु", "--output-format", "tsv", "--lang", "en")
    assert result.exit_code == 0, result.stderr
    table = rows(result.stdout)
    assert {row["pos"] for row in table} == {"verb"}
    forms = {row["form"]: row for row in table}
    assert len(forms) == len(table)
    assert forms["past.3low"]["surface"] == "गर्\u200dयो"
    assert forms["past.3low"]["label"] == "simple past: third person singular, low (ऊ, त्यो)"
    assert "गर्नेछ" in forms["fut.3low"]["alternatives"].split(" ")
    more = rows(run("inflect", "गर्नु", "--compounds", "--output-format", "tsv").stdout)
    assert len(more) > 5 * len(table)


def test_labels_follow_the_language(run: Run) -> None:
    result = run("inflect", "गर्नु", "--output-format", "json", "--lang", "ne")
    (first, *_) = json.loads(result.stdout)
    assert first["form"] == "past.1sg"
    assert any("क" <= letter <= "ह" for letter in first["label"])


def test_a_noun_a_pronoun_and_a_numeral(run: Run) -> None:
    def form(lemma: str, slot: str) -> str:
        found = {row["form"]: row["surface"] for row in rows(run("inflect", lemma, "--output-format", "tsv").stdout)}
        return found[slot]

    assert form("घर", "pl.dat") == "घरहरूलाई"
    assert form("म", "sg.gen.m") == "मेरो"
    assert form("तीन", "ord.m") == "तेस्रो"
    assert form("राम्रो", "f") == "राम्री"


def test_hindi_on_request(run: Run) -> None:
    found = rows(run("inflect", "लड़का", "--of", "hi", "--output-format", "tsv").stdout)
    assert {row["form"]: row["surface"] for row in found}["obl.pl"] == "लड़कों"


def test_what_has_no_forms_is_an_error(run: Run) -> None:
    for arguments in (("लौट", "--of", "hi"), ("घर", "--pos", "verb"), ("छ", "--pos", "adjective", "--of", "hi")):
        result = run("inflect", *arguments)
        assert result.exit_code == 2
        assert "error: " in result.stderr
        assert "hint: " in result.stderr


def test_what_is_no_word_has_no_forms(run: Run) -> None:
    for lemma in ("", " ", "ि", "\u200d", "Latin", "-x", "घर।", "😀"):
        for more in ((), ("--pos", "adjective"), ("--pos", "verb")):
            result = run("inflect", *more, "--", lemma)
            assert result.exit_code == 2
            assert "defect" not in result.stderr, lemma


def test_a_form_of_another_word_is_not_inflected_as_a_noun(run: Run) -> None:
    for form in ("गर्छ", "घरमा", "राम्रा", "उनको"):
        assert run("inflect", form).exit_code == 2, form
    assert run("inflect", "खोला").exit_code == run("inflect", "राम्रा", "--pos", "noun").exit_code == 0


def test_several_words_are_inflected_at_the_last(run: Run) -> None:
    def forms(*arguments: str) -> dict[str, str]:
        return {
            row["form"]: row["surface"] for row in rows(run("inflect", *arguments, "--output-format", "tsv").stdout)
        }

    assert forms("काम  गर्नु")["past.3low"] == "काम गर्\u200dयो"
    assert forms("काम गर्नु")["nf.ptcp.eko.neg"] == "काम नगरेको"
    assert forms("प्रजातन्त्र दिवस")["sg.gen.m"] == "प्रजातन्त्र दिवसको"
    assert forms("काम करना", "--of", "hi")["V.PTCP;MASC;SG;IPFV"] == "काम करता"


def test_paradigms_are_the_same_in_every_process(spawn: Spawn) -> None:
    outputs = {
        spawn("inflect", "घर", "--output-format", "tsv", PYTHONHASHSEED=seed).stdout.decode()
        for seed in ("1", "2", "3")
    }
    (table,) = map(rows, outputs)
    as_if = next(row for row in table if row["form"] == "sg.as_if")
    assert (as_if["surface"], as_if["alternatives"]) == ("घरझैँ", "घरझैं")


def test_analyses_as_json(run: Run) -> None:
    result = run("analyse", "नेपालको", "काम", "लौट", "xyz", "--output-format", "json")
    assert result.exit_code == 0, result.stderr
    found = {one["word"]: one for one in json.loads(result.stdout)}
    assert (found["नेपालको"]["stem"], found["नेपालको"]["suffixes"]) == ("नेपाल", ["को"])
    assert [one["belonging"] for one in found.values()] == ["nepali", "both", "hindi", "neither"]
    assert {"lemma": "नेपाल", "pos": "noun", "features": "sg.gen.m"} in found["नेपालको"]["nepali"]


def test_analyses_as_table_from_standard_input(run: Run) -> None:
    result = run("analyse", "-", "--output-format", "tsv", stdin="गरेकोमा\n\nxyz\n")
    table = rows(result.stdout)
    assert [row["word"] for row in table] == ["गरेकोमा", "xyz"]
    assert table[0]["suffixes"] == "मा"
    assert (table[0]["lemma"], table[0]["features"]) == ("गर्नु", "nf.ptcp.eko")
    assert table[1]["lemma"] == ""


def test_analyses_for_people(run: Run) -> None:
    result = run("analyse", "गर्यो", "गर्ने छ", "--lang", "en")
    assert "past.3low;press  simple past" in result.stdout
    assert "गर्ने छ: Nepali\n" in result.stdout
    assert "definite future" in result.stdout
    assert "गर्ने छ: नेपाली\n" in run("analyse", "गर्ने छ", "--lang", "ne").stdout


def test_lines_of_other_systems(run: Run) -> None:
    result = run("analyse", "-", "--output-format", "tsv", stdin="\ufeffघर\r\nकाम\rनाम")
    assert list(dict.fromkeys(row["word"] for row in rows(result.stdout))) == ["घर", "काम", "नाम"]


def test_what_is_no_text_is_an_error(run: Run) -> None:
    result = run("analyse", "-", stdin=b"\xff\n")
    assert result.exit_code == 2
    assert "UTF-8" in result.stderr
    assert run("analyse").exit_code == 2
