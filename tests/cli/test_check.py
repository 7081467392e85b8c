"""`nepalint check`: findings, fixes, diffs, selection, standard input."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Spawn

DIRTY = "घरहरु राम्रा  छन् ।\n"
MENDED = "घरहरू राम्रा छन् ।\n"
UNSAFE = "उल्यानोव परिवार\n"


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def codes(output: str) -> list[str]:
    return [json.loads(line)["code"] for line in output.splitlines()]


def test_findings_are_printed_and_counted(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", DIRTY)
    result = run("check", "a.txt", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout == ("a.txt:1:3: warning ORT001 ‘हरु’ is wrong.\na.txt:1:13: warning TYP003 ‘  ’ is wrong.\n")
    assert "2 findings in 1 file." in result.stderr
    assert "2 can be mended with --fix." in result.stderr


def test_the_working_folder_is_the_default(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "b" / "z.txt", DIRTY)
    write(tmp_path / "a.md", DIRTY)
    write(tmp_path / "code.py", DIRTY)
    result = run("check", "--output-format", "jsonl")
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == ["a.md"] * 2 + ["b/z.txt"] * 2


def test_nothing_to_check_is_said(run: Run) -> None:
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No documents here." in result.stderr


def test_fix_writes_safe_fixes_only(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "a.txt", DIRTY + UNSAFE)
    result = run("check", "a.txt", "--fix", "--output-format", "jsonl")
    assert document.read_text("utf-8") == MENDED + UNSAFE
    assert result.exit_code == 1
    assert codes(result.stdout) == ["NAM001"]


def test_fix_with_unsafe_fixes_leaves_nothing(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "a.txt", DIRTY + UNSAFE)
    result = run("check", "a.txt", "--fix", "--unsafe-fixes")
    assert document.read_text("utf-8") == MENDED + "उल्यानोभ परिवार\n"
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Mended 3 places in 1 file." in result.stderr


def test_unsafe_fixes_alone_write_nothing(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "a.txt", UNSAFE)
    result = run("check", "a.txt", "--unsafe-fixes")
    assert document.read_text("utf-8") == UNSAFE
    assert "1 can be mended with --fix --unsafe-fixes." in result.stderr
    assert "where a person should look" in run("check", "a.txt").stderr


def test_check_never_promotes(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "a.txt", "युद्ध 1928-20 मा भयो।\n")
    assert run("check", "a.txt", "--fix", "--profile", "canonical").exit_code == 1
    assert "1928-20" in document.read_text("utf-8")


def test_fixing_twice_changes_nothing_more(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "a.txt", DIRTY)
    run("check", "a.txt", "--fix")
    stamp = document.stat().st_mtime_ns, document.stat().st_ino
    result = run("check", "a.txt", "--fix")
    assert (document.stat().st_mtime_ns, document.stat().st_ino) == stamp
    assert result.exit_code == 0


def test_bytes_that_are_not_mended_stay(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "a.txt", b"\xef\xbb\xbf" + "घरहरु\r\nराम\rश्याम\nअन्त".encode())
    run("check", "a.txt", "--fix")
    assert document.read_bytes() == b"\xef\xbb\xbf" + "घरहरू\r\nराम\rश्याम\nअन्त".encode()


class TestDiff:
    def test_it_shows_what_would_change_and_writes_nothing(self, run: Run, tmp_path: Path) -> None:
        document = write(tmp_path / "a.txt", f"राम\n{DIRTY}श्याम\n")
        result = run("check", "a.txt", "--diff")
        assert result.exit_code == 1
        assert result.stdout == f"--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n राम\n-{DIRTY}+{MENDED} श्याम\n"
        assert document.read_text("utf-8") == f"राम\n{DIRTY}श्याम\n"

    def test_it_wins_over_fix(self, run: Run, tmp_path: Path) -> None:
        document = write(tmp_path / "a.txt", DIRTY)
        assert run("check", "a.txt", "--diff", "--fix").exit_code == 1
        assert document.read_text("utf-8") == DIRTY

    def test_findings_that_cannot_be_mended_do_not_count(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", UNSAFE)
        result = run("check", "a.txt", "--diff")
        assert (result.exit_code, result.stdout) == (0, "")
        assert run("check", "a.txt", "--diff", "--unsafe-fixes").exit_code == 1

    def test_patch_understands_it(self, run: Run, tmp_path: Path) -> None:
        lines = [f"पङ्क्ति {number}\n" for number in range(40)]
        for number in (0, 3, 20, 39):
            lines[number] = DIRTY
        text = "".join(lines).removesuffix("\n")
        document = write(tmp_path / "a.txt", text)
        diff = run("check", "a.txt", "--diff").stdout
        subprocess.run(["git", "apply", "-p0", "-"], input=diff.encode(), cwd=tmp_path, check=True)
        assert document.read_text("utf-8") == text.replace(DIRTY.strip(), MENDED.strip())


class TestSelection:
    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ((), ["ORT001", "TYP003", "NAM001"]),
            (("--select", "ORT"), ["ORT001"]),
            (("--select", "ORT001,slavic-v"), ["ORT001", "NAM001"]),
            (("--select", "doubled-space", "--select", "NAM"), ["TYP003", "NAM001"]),
            (("--select", "ALL", "--ignore", "TYP003"), ["ORT001", "NAM001"]),
            (("--ignore", "ORT,name-v"), ["TYP003"]),
            (("--select", "ORT", "--extend-select", "NAM001"), ["ORT001", "NAM001"]),
        ],
    )
    def test_selectors(self, run: Run, tmp_path: Path, options: tuple[str, ...], expected: list[str]) -> None:
        write(tmp_path / "a.txt", DIRTY + UNSAFE)
        assert codes(run("check", "a.txt", "--output-format", "jsonl", *options).stdout) == expected

    @pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select"])
    def test_an_unknown_selector_is_wrong_usage(self, run: Run, option: str) -> None:
        result = run("check", option, "doubled-spce")
        assert result.exit_code == 2
        assert "doubled-spce" in result.stderr
        assert "doubled-space" in result.stderr


class TestStandardInput:
    def test_findings_go_to_standard_output(self, run: Run) -> None:
        result = run("check", "-", "--output-format", "concise", stdin=DIRTY)
        assert result.exit_code == 1
        assert result.stdout.startswith("<stdin>:1:3: warning ORT001")

    def test_the_name_is_a_label(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", b"\xff")
        result = run("check", "--stdin-filename", "a.txt", "--output-format", "concise", stdin=DIRTY)
        assert result.stdout.startswith("a.txt:1:3:")
        assert run("check", "--stdin-filename", "no/such/folder.txt", stdin=DIRTY).exit_code == 1

    def test_fix_prints_the_mended_text(self, run: Run) -> None:
        result = run("check", "-", "--fix", "--output-format", "concise", stdin=DIRTY + UNSAFE)
        assert result.stdout == MENDED + UNSAFE
        assert "<stdin>:2:1: warning NAM001" in result.stderr
        assert result.exit_code == 1

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", 0),
            ("ठीक छ।".encode(), 0),
            ("﻿ठीक छ।\r\nअनि\rअर्को\n\n".encode(), 0),
            (b"\xff\xfe\xfd", 2),
            ("पड्काऊ घरहरु".encode(), 2),
            ("क्कट".encode(), 2),
        ],
    )
    def test_what_is_not_mended_passes_through(self, run: Run, data: bytes, code: int) -> None:
        result = run("check", "-", "--fix", stdin=data)
        assert result.stdout_bytes == data
        assert result.exit_code == code

    def test_with_diff(self, run: Run) -> None:
        result = run("check", "-", "--fix", "--diff", stdin=DIRTY)
        assert result.stdout.startswith("--- <stdin>\n+++ <stdin>\n")

    def test_it_stands_alone(self, run: Run) -> None:
        assert run("check", "-", "a.txt", stdin="").exit_code == 2

    def test_settings_are_those_of_the_label(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path / "sub" / "nepalint.toml", 'ignore = ["ORT001"]\nexclude = ["out.txt"]\n')
        arguments = ("check", "-", "--output-format", "jsonl", "--stdin-filename")
        assert codes(run(*arguments, "sub/a.txt", stdin=DIRTY).stdout) == ["TYP003"]
        assert codes(run(*arguments, "a.txt", stdin=DIRTY).stdout) == ["ORT001", "TYP003"]
        assert run(*arguments, "sub/out.txt", "--force-exclude", stdin=DIRTY).exit_code == 0
        excluded = run("check", "-", "--fix", "--stdin-filename", "sub/out.txt", "--force-exclude", stdin=DIRTY)
        assert excluded.stdout == DIRTY


class TestFormats:
    def test_format_names_an_output_format_or_a_kind(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", "घरहरु `घरहरु`\n")
        assert run("check", "a.txt", "--format", "concise").stdout.startswith("a.txt:1:3: warning")
        assert len(codes(run("check", "a.txt", "--format", "jsonl").stdout)) == 2
        assert len(codes(run("check", "a.txt", "--format", "jsonl", "--format", "markdown").stdout)) == 1
        result = run("check", "a.txt", "--format", "pdf")
        assert result.exit_code == 2
        assert "pdf" in result.stderr

    def test_json_is_one_array(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", DIRTY)
        write(tmp_path / "b.txt", DIRTY)
        assert len(json.loads(run("check", "--output-format", "json").stdout)) == 4
        assert json.loads(run("check", "--output-format", "json", "--select", "HIN").stdout) == []

    def test_statistics(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", DIRTY + DIRTY + UNSAFE + "अरू घरहरु\n")
        lines = run("check", "a.txt", "--statistics").stdout.splitlines()
        assert [line.split() for line in lines[2:]] == [
            ["ORT001", "plural", "3", "3", "0"],
            ["TYP003", "doubled-space", "2", "2", "0"],
            ["NAM001", "name-v", "1", "0", "1"],
        ]
        parsed = json.loads(run("check", "a.txt", "--statistics", "--output-format", "json").stdout)
        assert parsed[0] == {"code": "ORT001", "name": "plural", "count": 3, "fixable": 3, "unsafe_fixable": 0}

    def test_messages_follow_lang(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", DIRTY)
        nepali = run("check", "a.txt", "--lang", "ne", "--output-format", "concise")
        assert nepali.stdout.startswith("a.txt:1:3: चेतावनी ORT001 ‘हरु’ मिलेन।\n")
        assert "1 वटा फाइलमा 2 वटा कुरा भेटिए।" in nepali.stderr

    def test_messages_follow_the_locale(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path / "a.txt", DIRTY)
        monkeypatch.setenv("LC_ALL", "ne_NP.UTF-8")
        assert "चेतावनी" in run("check", "a.txt").stdout
        assert "warning" in run("check", "a.txt", "--lang", "en").stdout
        assert "प्रयोग" not in run("check", "--help").stdout
        assert "सुरक्षित सुधार फाइलमै लेख्छ।" in run("check", "--help").stdout

    def test_colour(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path / "a.txt", DIRTY)
        assert "\x1b[" not in run("check", "a.txt").stdout
        assert "\x1b[" in run("check", "a.txt", "--color").stdout
        assert "\x1b[" not in run("check", "a.txt", "--no-color").stdout
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" in run("check", "a.txt", "--color").stdout

    def test_quiet(self, run: Run, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", DIRTY)
        result = run("check", "a.txt", "-q")
        assert result.stderr == ""
        assert result.stdout != ""


def test_ledger_of_check_undoes_it(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "a.txt", DIRTY)
    assert run("check", "a.txt", "--fix", "--ledger", "log.jsonl").exit_code == 0
    assert document.read_text("utf-8") == MENDED
    assert run("undo", "a.txt", "--ledger", "log.jsonl").exit_code == 0
    assert document.read_text("utf-8") == DIRTY
    assert run("check", "a.txt", "--ledger", "log.jsonl").exit_code == 2


def test_a_document_is_not_taken_for_the_ledger(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "a.txt", DIRTY)
    result = run("check", "a.txt", "--fix", "--ledger", "a.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: a.txt: not a ledger")
    assert document.read_text("utf-8") == DIRTY
    os.mkfifo(tmp_path / "pipe")
    assert run("check", "a.txt", "--fix", "--ledger", "pipe").exit_code == 2
    assert document.read_text("utf-8") == DIRTY


def test_the_ledger_is_not_taken_for_a_document(run: Run, tmp_path: Path) -> None:
    document = write(tmp_path / "a.txt", DIRTY)
    for _ in range(2):  # the second time it holds the text of the edits
        result = run("check", ".", "--fix", "--ledger", "log.txt", "--output-format", "jsonl")
        assert (result.exit_code, result.stdout) == (0, "")
        assert run("undo", "a.txt", "--ledger", "log.txt").exit_code == 0
        assert document.read_text("utf-8") == DIRTY


def test_python_m_nepalint_checks_for_real(spawn: Spawn, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "यहाँका जनजातिहरुको कथा।\n")
    result = spawn("check", "a.txt", "--select", "ORT001", "--output-format", "jsonl")
    assert result.returncode == 1, result.stderr.decode()
    (finding,) = map(json.loads, result.stdout.splitlines())
    assert (finding["code"], finding["line"], finding["file"]) == ("ORT001", 1, "a.txt")
    assert result.stderr == b""


def test_piped_text_is_mended_for_real(spawn: Spawn) -> None:
    arguments = ("check", "-", "--fix", "--unsafe-fixes", "--select", "ORT001", "-q")
    result = spawn(*arguments, stdin="घरहरुमा".encode())
    assert (result.returncode, result.stdout.decode()) == (0, "घरहरूमा")


def test_output_is_utf_8_whatever_the_locale(spawn: Spawn) -> None:
    for settings in ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"}):
        result = spawn("check", "-", "--select", "ORT001", stdin="घरहरुमा".encode(), **settings)
        assert result.returncode == 1
        assert "घरहरुमा" in result.stdout.decode("utf-8")
