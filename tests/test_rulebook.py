"""Rule files: what loads, what does not, and where an error points."""

import json
import subprocess
import sys

import pytest

from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.run import Lint
from nepalint.errors import RulebookError, UsageError
from nepalint.knowledge.rulefiles import read_rules
from nepalint.knowledge.tables import Row, check_rows
from nepalint.rulebook import Rulebook, Selection
from nepalint.rulebook.declarative import build_rules
from nepalint.rulebook.schema import RULE_FILE_SCHEMA
from nepalint.text.source import Source
from tests.cli.conftest import ROOT

CARD = """
[[rule]]
code = "ORT900"
name = "own-rule"
kind = "replace"
words = [["गलती", "गल्ती"]]
message = "‘{fix}’ लेखिन्छ।"
message_en = "Write ‘{fix}’."
why = "यही चलन छ।"
why_en = "This is the practice."
references = ["a house style"]
since = "0.1"
bad = [["गलती भयो।", "गल्ती भयो।"]]
good = ["गल्ती भयो।"]
"""


def build(text: str) -> Rulebook:
    return Rulebook(build_rules(read_rules(text, "rules/OWN.toml")))


def test_a_card_becomes_a_rule_that_keeps_suffixes() -> None:
    lint = Lint(build(CARD).rules)
    found = lint(Source.from_text("उनका गलतीहरूले दुःख दियो।")).diagnostics
    assert [(one.code, one.start, one.end, one.message_en) for one in found] == [("ORT900", 5, 9, "Write ‘गल्ती’.")]
    assert found[0].fix is not None
    assert [tuple(edit) for edit in found[0].fix.edits] == [(7, 7, "्")]


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (('kind = "replace"', 'kind = "guess"'), 5, "'guess'"),
        (('since = "0.1"', "since = 1"), 12, "since must be"),
        (('since = "0.1"\n', ""), 2, "'since' is missing"),
        (('since = "0.1"', 'since = "0.1"\ncolour = "red"'), 13, "'colour'"),
        (('good = ["गल्ती भयो।"]', "good = []"), 14, "must not be empty"),
        (('references = ["a house style"]', "references = []"), 11, "must not be empty"),
        (('code = "ORT900"', 'code = "ABC900"'), 3, "code must be"),
        (('[["गलती", "गल्ती"]]', '[["गलती"]]'), 6, "words must be"),
        (('since = "0.1"', 'since = "0.1"\nprofiles = ["house"]'), 13, "'house'"),
    ],
)
def test_errors_point_at_file_and_line(change: tuple[str, str], line: int, words: str) -> None:
    with pytest.raises(RulebookError) as caught:
        build(CARD.replace(*change))
    assert caught.value.path == "rules/OWN.toml"
    assert caught.value.line == line
    assert words in str(caught.value)


def test_broken_toml_names_its_line() -> None:
    with pytest.raises(RulebookError) as caught:
        read_rules(CARD.replace('since = "0.1"', 'since = "0.1'), "rules/OWN.toml")
    assert caught.value.line == 12


def test_a_pattern_that_may_never_end_does_not_load() -> None:
    pattern = 'kind = "pattern"\nliterals = ["क"]\npattern = "(क+)+ख"'
    card = CARD.replace('kind = "replace"\nwords = [["गलती", "गल्ती"]]', pattern)
    with pytest.raises(RulebookError, match="may never end"):
        build(card)


def test_a_code_is_given_once() -> None:
    with pytest.raises(RulebookError, match="names two rules"):
        build(CARD + CARD)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([Row("ख", "ग", "s", 1), Row("क", "ग", "s", 2)], "out of order"),
        ([Row("क", "ग", "s", 1), Row("क", "घ", "s", 2)], "twice"),
        ([Row("क", "क", "s", 1)], "itself"),
        ([Row("क", "ख", "s", 1), Row("ख", "ग", "s", 2)], "itself wrong"),
        ([Row("क", "", "s", 1)], "empty"),
        ([Row("क\u0929".replace("\u0929", "\u0928\u093c"), "ख", "s", 1)], "NFC"),
    ],
)
def test_tables_are_kept_clean(rows: list[Row], words: str) -> None:
    with pytest.raises(RulebookError, match=words):
        check_rows(rows, "rules/tables/own.tsv")


class TestSelection:
    book = load_rulebook()

    def codes(self, selection: Selection) -> set[str]:
        return {rule.meta.code for rule in self.book.choose(selection)}

    def test_the_profile_decides_what_runs(self) -> None:
        assert "TYP011" not in self.codes(Selection())
        assert "TYP011" in self.codes(Selection("canonical"))

    def test_select_replaces_and_extend_adds(self) -> None:
        assert self.codes(Selection(select=("ORT001",))) == {"ORT001"}
        assert self.codes(Selection(select=("plural-haru",))) == {"ORT001"}
        assert self.codes(Selection(extend_select=("TYP011",))) == self.codes(Selection()) | {"TYP011"}

    def test_the_more_exact_selector_wins(self) -> None:
        assert "ORT001" in self.codes(Selection(extend_select=("ORT001",), ignore=("ORT",)))
        assert "ORT001" not in self.codes(Selection(select=("ORT",), ignore=("ORT001",)))
        assert "ORT001" not in self.codes(Selection(select=("ORT001",), ignore=("ORT001",)))

    def test_a_selector_that_names_nothing_offers_what_is_near(self) -> None:
        with pytest.raises(UsageError, match="plural-haru"):
            self.book.resolve("plural-hru")


def test_the_schema_is_json_and_knows_every_kind() -> None:
    kinds = {entry["properties"]["kind"]["const"] for entry in RULE_FILE_SCHEMA["properties"]["rule"]["items"]["oneOf"]}
    assert kinds == {"replace", "pattern", "affix", "phrase", "variants"}
    assert json.loads(json.dumps(RULE_FILE_SCHEMA)) == RULE_FILE_SCHEMA


def test_the_version_changes_with_the_rules() -> None:
    assert build(CARD).version != build(CARD.replace("यही चलन छ।", "यस्तै चलन छ।")).version


def test_the_version_is_the_same_in_every_process() -> None:
    code = "from nepalint.engine.catalogue import load_rulebook; print(load_rulebook().version)"
    versions = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert versions == {f"{load_rulebook().version}\n"}
