"""The exit codes as one table, and how runs end that do not end well."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run, Spawn

WARNING = "घरहरु\n"
INFO = "शायद\n"
ERROR = "1928-20\n"
UNSAFE = "उल्यानोव\n"
CLEAN = "ठीक छ।\n"
CRASHING = "पड्काऊ\n"
CYCLE = "क्कट\n"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (CLEAN, "", 0),
        (WARNING, "", 1),
        (ERROR, "", 1),
        (INFO, "", 0),
        (INFO, "--fail-level info", 1),
        (WARNING, "--fail-level info", 1),
        (WARNING, "--fail-level error", 0),
        (ERROR, "--fail-level error", 1),
        (WARNING, "--exit-zero", 0),
        (WARNING, "--select NAM", 0),
        (WARNING, "--statistics", 1),
        (WARNING, "--output-format json", 1),
        (WARNING, "--fix", 0),
        (UNSAFE, "--fix", 1),
        (UNSAFE, "--fix --fail-level error", 0),
        (UNSAFE, "--fix --unsafe-fixes", 0),
        (WARNING, "--diff", 1),
        (WARNING, "--diff --exit-zero", 0),
        (WARNING, "--diff --fail-level error", 1),
        (UNSAFE, "--diff", 0),
        (CLEAN, "--diff", 0),
        (CRASHING, "", 2),
        (CRASHING, "--exit-zero", 2),
        (CRASHING, "--fix", 2),
        (CRASHING, "--diff", 2),
        (CYCLE, "", 1),
        (CYCLE, "--fix", 2),
        (CYCLE, "--diff", 2),
        (b"\xff\n", "", 2),
        (b"\xff\n", "--select NAM", 2),
        (b"\xff\n", "--exit-zero", 2),
        (b"\xff\n", "--diff", 2),
        (b"\xff\n", "--fix", 2),
        (b"\xff\n", "--statistics", 2),
        ("क".encode("utf-16"), "", 2),
        (b"", "", 0),
        (CLEAN, "--no-such-option", 2),
        (CLEAN, "--select NOSUCH", 2),
        (CLEAN, "--fail-level fatal", 2),
        (CLEAN, "--config absent.toml", 2),
        (CLEAN, "absent.txt", 2),
    ],
)  # fmt: skip
def test_check(run: Run, tmp_path: Path, text: str | bytes, options: str, code: int) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    (tmp_path / "a.txt").write_bytes(data)
    result = run("check", "a.txt", *options.split())
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    if code == 2:
        assert result.stderr.startswith("error: ")
        assert "\nhint: " in result.stderr
        assert (tmp_path / "a.txt").read_bytes() == data


def test_one_bad_document_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    (tmp_path / "b.txt").write_text(WARNING, "utf-8")
    result = run("check", "--fix")
    assert result.exit_code == 2
    assert (tmp_path / "b.txt").read_text("utf-8") == "घरहरू\n"
    assert "error: a.txt: " in result.stderr


def test_an_unstable_document_names_the_rules(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CYCLE, "utf-8")
    result = run("check", "a.txt", "--fix")
    assert "ORT990" in result.stderr
    assert "ORT991" in result.stderr


def test_a_failed_rule_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CRASHING, "utf-8")
    result = run("check", "a.txt", "--output-format", "github")
    assert "error: a.txt: rule UNI990 failed: RuntimeError: it blew up" in result.stderr
    assert result.stdout.startswith("::error file=a.txt,title=UNI990::")


def test_strict_internal_lets_the_defect_through(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CRASHING, "utf-8")
    with pytest.raises(RuntimeError, match="blew up"):
        run("check", "a.txt", "--strict-internal")


def test_wrong_usage_is_one_line_and_a_hint(spawn: Spawn) -> None:
    for arguments in (("chek",), ("check", "--fxi"), ("explain",), ("undo", "absent.txt", "--ledger", "absent")):
        result = spawn(*arguments)
        error, hint = result.stderr.decode().splitlines()
        assert (result.returncode, error[:7], hint[:6]) == (2, "error: ", "hint: ")


def test_no_command_is_wrong_usage_with_help(run: Run) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: nepalint ")
    assert run("--help").stdout == result.stderr


def test_a_reader_who_leaves_is_no_drama(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("घरहरु " * 30_000, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "nepalint", "check", "a.txt", "--select", "ORT001", "--output-format", "jsonl"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b'{"schema": 1')
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 141


def test_an_interrupt_is_no_drama(tmp_path: Path) -> None:
    # Where tests run in the background the signal is ignored, and what they start would ignore it too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "nepalint", "check", "-"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, before)
    time.sleep(1.5)  # until it waits for its standard input
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"error: interrupted\n")
