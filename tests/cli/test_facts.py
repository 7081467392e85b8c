"""`nepalint facts`: the objects of the output contract."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_dates_and_names_in_order(run: Run, tmp_path: Path) -> None:
    text = "राम सन् 1995 मा जन्मिए। उनी काठमाडौँमा १२ मे २००१ मा आइन्।\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    result = run("facts", "a.txt", "--output-format", "jsonl")
    assert result.exit_code == 0, result.stderr
    facts = [json.loads(line) for line in result.stdout.splitlines()]
    assert [fact["start"] for fact in facts] == sorted(fact["start"] for fact in facts)
    dates = [fact for fact in facts if fact["kind"] == "date"]
    assert [fact["edtf"] for fact in dates] == ["1995", "2001-05-12"]
    for fact in facts:
        assert text[fact["start"] : fact["end"]] == fact["text"]
        keys = {"edtf", "calendar", "type"} if fact["kind"] == "date" else {"cluster", "canonical"}
        assert set(fact) == {"file", "kind", "start", "end", "text"} | keys
        assert fact["file"] == "a.txt"


def test_standard_input(run: Run) -> None:
    result = run("facts", "-", stdin="सन् 1995 मा")
    assert json.loads(result.stdout.splitlines()[0])["file"] == "<stdin>"


def test_what_cannot_be_read_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    (tmp_path / "b.txt").write_text("सन् 1995 मा", "utf-8")
    result = run("facts")
    assert result.exit_code == 2
    assert "error: a.txt: " in result.stderr
    assert '"b.txt"' in result.stdout
    assert run("facts", "absent.txt").exit_code == 2
