"""`nepalint explain` and `rules`."""

import json

import pytest

from nepalint.engine.catalogue import load_rulebook
from tests.cli.conftest import Run, Spawn


def test_explain_speaks_both_languages(run: Run) -> None:
    shown = run("explain", "ORT001").stdout
    for text in ("ORT001 plural", "There is a reason.", "यसको कारण छ।", "‘हरु’ is wrong.", "‘हरु’ मिलेन।", "a reference"):
        assert text in shown
    assert "घरहरु  →  घरहरू" in shown


def test_explain_follows_lang(run: Run) -> None:
    nepali, english = (run("explain", "plural", "--lang", lang).stdout for lang in ("ne", "en"))
    assert "There is" not in nepali
    assert "कारण" not in english
    assert "सुरक्षित" in nepali


def test_explain_tells_how_safe_a_fix_is(run: Run) -> None:
    assert "Safe: " in run("explain", "ort001").stdout
    assert "Unsafe: " in run("explain", "slavic-v").stdout
    assert "Applied without asking in the profile canonical." in run("explain", "DAT004").stdout
    assert "It has no fix." in run("explain", "HIN009").stdout


def test_explain_as_json(run: Run) -> None:
    card = json.loads(run("explain", "DAT004", "--output-format", "json").stdout)
    assert (card["code"], card["applicability"], card["promoted"]) == ("DAT004", "unsafe", ["canonical"])
    assert card["bad"] == [{"text": "1928-20", "mended": "1918-20"}]


@pytest.mark.parametrize("code", ["ORT999", "ORT", "ALL", "plurl"])
def test_explain_needs_one_rule(run: Run, code: str) -> None:
    result = run("explain", code)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")


def test_rules_lists_all(run: Run) -> None:
    lines = run("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines[2:]] == sorted(line.split()[0] for line in lines[2:])
    assert any(line.split() == ["NAM001", "name-v", "names", "warning", "unsafe"] for line in lines)
    assert {card["code"] for card in json.loads(run("rules", "--output-format", "json").stdout)} == {
        line.split()[0] for line in lines[2:]
    }


def test_the_list_follows_lang(run: Run) -> None:
    assert "चेतावनी" in run("rules", "--lang", "ne").stdout


def test_every_shipped_rule_is_explained(spawn: Spawn) -> None:
    listed = spawn("rules", "--output-format", "json")
    assert [card["code"] for card in json.loads(listed.stdout)] == sorted(load_rulebook().by_code)
    code = min(load_rulebook().by_code)
    shown = spawn("explain", code, "--lang", "en").stdout.decode()
    assert "What it finds:" in shown
    assert "{" not in shown.split("Why:")[0]
