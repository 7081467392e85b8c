"""Settings as the command line meets them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DIRTY = "घरहरु राम्रा  छन्।\nउल्यानोव\nघरहरु\n"


@pytest.fixture(autouse=True)
def _document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, "utf-8")


def settings(tmp_path: Path, text: str) -> None:
    (tmp_path / "nepalint.toml").write_text(text, "utf-8")


def codes(run: Run, *options: str) -> list[str]:
    output = run("check", "--output-format", "jsonl", *options).stdout
    return [json.loads(line)["code"] for line in output.splitlines()]


def test_rules_are_chosen(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, 'select = ["ORT", "NAM"]\nignore = ["name-v"]\n')
    assert codes(run) == ["ORT001", "ORT001"]
    assert codes(run, "--select", "ALL") == ["ORT001", "TYP003", "NAM001", "ORT001"]
    assert codes(run, "--isolated") == ["ORT001", "TYP003", "NAM001", "ORT001"]
    assert codes(run, "--ignore", "ORT") == []


def test_per_file_ignores(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, '[per-file-ignores]\n"a.txt" = ["ORT", "TYP"]\n')
    assert codes(run) == ["NAM001"]


def test_excluded_files_are_checked_when_named(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, 'exclude = ["*.txt"]\n')
    assert codes(run) == []
    assert codes(run, "a.txt") != []
    assert codes(run, "a.txt", "--force-exclude") == []


def test_fail_level_profile_and_unsafe_fixes(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, 'fail-level = "error"\nunsafe-fixes = true\n')
    assert run("check").exit_code == 0
    assert run("check", "--fail-level", "warning").exit_code == 1
    run("check", "--fix", "--no-unsafe-fixes")
    assert "उल्यानोव" in (tmp_path / "a.txt").read_text("utf-8")
    run("check", "--fix")
    assert "उल्यानोभ" in (tmp_path / "a.txt").read_text("utf-8")


def test_lang(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, 'lang = "ne"\n')
    assert "चेतावनी" in run("check").stdout
    assert "warning" in run("check", "--lang", "en").stdout


def test_suppress_by_code(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, '[[suppress]]\nfile = "a.txt"\ncode = "name-v"\nreason = "an old book"\n')
    assert codes(run) == ["ORT001", "TYP003", "ORT001"]


def test_suppress_one_finding_by_fingerprint(run: Run, tmp_path: Path) -> None:
    lines = run("check", "--select", "ORT", "--output-format", "jsonl").stdout.splitlines()
    first, second = (json.loads(line)["fingerprint"] for line in lines)
    assert first != second
    for mark, left in ((first, 3), (second, 1)):
        settings(
            tmp_path, f'[[suppress]]\nfile = "a.txt"\ncode = "ORT001"\nfingerprint = "{mark}"\nreason = "so written"\n'
        )
        (found,) = map(json.loads, run("check", "--select", "ORT", "--output-format", "jsonl").stdout.splitlines())
        assert found["line"] == left


def test_suppressing_one_of_several_alike_leaves_the_marks_of_the_others(run: Run, tmp_path: Path) -> None:
    line = "एक दुई तीन चार पाँच छ सात घरहरु एक दुई तीन चार पाँच छ सात।\n"
    (tmp_path / "a.txt").write_text(line * 3, "utf-8")

    def marks() -> list[str]:
        output = run("check", "--select", "ORT", "--output-format", "jsonl").stdout
        return [json.loads(line)["fingerprint"] for line in output.splitlines()]

    first, second, third = marks()
    entry = '[[suppress]]\nfile = "a.txt"\ncode = "ORT001"\nfingerprint = "{}"\nreason = "so written"\n'
    settings(tmp_path, entry.format(first))
    assert marks() == [second, third]
    settings(tmp_path, entry.format(first) + entry.format(second))
    assert marks() == [third]


def test_unused_suppressions_are_told(run: Run, tmp_path: Path) -> None:
    settings(
        tmp_path,
        '[[suppress]]\nfile = "a.txt"\ncode = "ORT"\nreason = "used"\n'
        '[[suppress]]\nfile = "a.txt"\ncode = "HIN"\nreason = "not used"\n'
        '[[suppress]]\nfile = "a.txt"\ncode = "NAM001"\nfingerprint = "0000000000000000"\nreason = "not used"\n'
        '[[suppress]]\nfile = "b.txt"\ncode = "HIN"\nreason = "no such file was checked"\n',
    )
    for options in ((), ("--diff",), ("--fix",)):
        told = [line for line in run("check", *options).stderr.splitlines() if "suppresses nothing" in line]
        assert [line.split(":")[2] for line in told] == ["5", "9"]
    assert "suppresses nothing" not in run("check", "--select", "TYP").stderr


def test_suppressed_findings_are_not_mended(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, '[[suppress]]\nfile = "a.txt"\ncode = "ORT"\nreason = "an old book"\n')
    run("check", "--fix")
    assert (tmp_path / "a.txt").read_text("utf-8").startswith("घरहरु राम्रा छन्।")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('select = ["ORT",\n  "ORTT"]\n', "nepalint.toml:2: "),
        ('lang = "xx"\n', "nepalint.toml:1: "),
        ('\nignroe = ["ORT"]\n', "nepalint.toml:2: "),
        ('\n[per-file-ignores]\n"*.txt" = ["nope"]\n', "nepalint.toml:3: "),
        ('[[suppress]]\nfile = "*"\ncode = "nope"\nreason = "x"\n', "nepalint.toml:3: "),
    ],
)
def test_mistakes_are_pointed_at(run: Run, tmp_path: Path, text: str, place: str) -> None:
    settings(tmp_path, text)
    result = run("check")
    assert result.exit_code == 2
    assert place in result.stderr
    assert result.stderr.count("\n") == 2


def test_the_schema_of_the_settings_is_printed(run: Run) -> None:
    assert "per-file-ignores" in json.loads(run("schema", "config").stdout)["properties"]
    assert "rule" in json.loads(run("schema").stdout)["properties"]
