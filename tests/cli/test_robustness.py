"""Files as they come: a clear message, the right exit code, nothing hung, nothing damaged; also as root."""

import json
import os
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import nepalint.cli.checking
from nepalint.files import write_atomic
from tests.cli.conftest import ROOT, Run, Spawn

DIRTY = "घरहरु\n"
NOBODY = 65534
"""The user without rights on Linux and most Unixes."""


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_invalid_utf_8(run: Run, tmp_path: Path) -> None:
    data = "घरहरु ".encode() + b"\xe0\xa4 \xff\xff" + "घरहरु".encode()
    (tmp_path / "a.txt").write_bytes(data)
    for options in ((), ("--fix",), ("--diff",), ("--select", "NAM"), ("--exit-zero",)):
        result = run("check", "a.txt", *options)
        assert result.exit_code == 2
        assert "error: a.txt: " in result.stderr
        assert "16" in result.stderr, "the offset of the first bad byte"
        assert "UTF-8" in result.stderr
    assert (tmp_path / "a.txt").read_bytes() == data


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_wide_encodings_are_named(run: Run, tmp_path: Path, encoding: str) -> None:
    data = "\ufeffघरहरु".encode(encoding.removesuffix("-be")) if encoding != "utf-16-be" else "\ufeffघर".encode(encoding)
    (tmp_path / "a.txt").write_bytes(data)
    result = run("check", "a.txt", "--fix")
    assert result.exit_code == 2
    assert encoding[:6] in result.stderr
    assert (tmp_path / "a.txt").read_bytes() == data


def test_an_empty_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    for command in (("check", "a.txt"), ("check", "a.txt", "--fix"), ("check", "a.txt", "--diff"), ("facts", "a.txt")):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "a.txt").read_bytes() == b""
    assert run("clean", "a.txt", "-o", "out").exit_code == 0


def test_an_absent_file(run: Run) -> None:
    result = run("check", "none.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: none.txt: ")
    assert result.stderr.count("none.txt") == 1


def test_a_folder_with_the_name_of_a_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    (tmp_path / "a.txt" / "b.txt").write_text(DIRTY, "utf-8")
    result = run("check", "--output-format", "jsonl")
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == ["a.txt/b.txt"]
    assert run("undo", "a.txt", "--ledger", "a.txt").exit_code == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_fifo_does_not_hang(spawn: Spawn, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    given = spawn("check", "pipe.txt", timeout=30)
    assert given.returncode == 2
    assert given.stderr.decode().startswith("error: pipe.txt: ")
    walked = spawn("check", ".", timeout=30)
    assert walked.returncode == 0
    assert spawn("clean", "pipe.txt", "-o", "out", timeout=30).returncode == 2


def test_a_device(run: Run) -> None:
    assert run("check", "/dev/null").exit_code == 2


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root reads everything; for a while be somebody who does not."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def test_an_unreadable_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with TemporaryDirectory() as folder:  # pytest's own folders are closed to anybody else
        os.chmod(folder, 0o755)
        monkeypatch.chdir(folder)
        Path("a.txt").write_text(DIRTY, "utf-8")
        Path("a.txt").chmod(0)
        with without_privileges():
            result = run("check", "a.txt")
        monkeypatch.undo()
    assert result.exit_code == 2
    assert result.stderr.startswith("error: a.txt: ")
    assert "permission denied" in result.stderr.lower()


def test_a_read_that_fails(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What root meets in place of a file without permissions: a disk that fails."""
    (tmp_path / "a.txt").write_text(DIRTY, "utf-8")
    (tmp_path / "b.txt").write_text(DIRTY, "utf-8")
    real = os.open

    def failing(path: object, *arguments: object, **more: object) -> int:
        if str(path).endswith("a.txt"):
            raise OSError(5, "Input/output error")
        return real(path, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", failing)
    result = run("check", "a.txt", "b.txt", "--output-format", "concise")
    assert result.exit_code == 2
    assert "error: a.txt: cannot be read: input/output error" in result.stderr
    assert result.stdout.startswith("b.txt:1:3:")


class TestLinks:
    def test_a_dangling_link(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to("gone.txt")
        result = run("check", "a.txt")
        assert result.exit_code == 2
        assert result.stderr.startswith("error: a.txt: ")
        assert run("check").exit_code == 0, "links met in a walk are passed over"

    def test_a_link_that_leaves_the_tree(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        outside, inside = tmp_path / "outside", tmp_path / "inside"
        outside.mkdir()
        inside.mkdir()
        (outside / "a.txt").write_text(DIRTY, "utf-8")
        (inside / "a.txt").symlink_to(outside / "a.txt")
        monkeypatch.chdir(inside)
        result = run("check", "a.txt", "--fix")
        assert result.exit_code == 2
        assert "leaves the tree" in result.stderr
        assert (outside / "a.txt").read_text("utf-8") == DIRTY
        assert run("check", ".", "--fix").exit_code == 0
        assert (outside / "a.txt").read_text("utf-8") == DIRTY
        assert run("check", "a.txt", "--fix", "--follow-symlinks").exit_code == 0
        assert (outside / "a.txt").read_text("utf-8") == "घरहरू\n"
        assert (inside / "a.txt").is_symlink()

    def test_a_link_within_the_tree_stays_a_link(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "real.txt").write_text(DIRTY, "utf-8")
        (tmp_path / "link.txt").symlink_to("real.txt")
        assert run("check", "link.txt", "--fix").exit_code == 0
        assert (tmp_path / "link.txt").is_symlink()
        assert (tmp_path / "real.txt").read_text("utf-8") == "घरहरू\n"

    def test_a_circle(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to("b.txt")
        (tmp_path / "b.txt").symlink_to("a.txt")
        assert run("check", "a.txt").exit_code == 2


def test_mode_and_hard_links_stay(run: Run, tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text(DIRTY, "utf-8")
    document.chmod(0o640)
    os.link(document, tmp_path / "b.md")
    assert run("check", "a.txt", "--fix").exit_code == 0
    assert stat.S_IMODE(document.stat().st_mode) == 0o640
    assert (tmp_path / "b.md").samefile(document)
    assert (tmp_path / "b.md").read_text("utf-8") == "घरहरू\n"


def test_a_file_that_changes_between_reading_and_writing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "a.txt"
    document.write_text(DIRTY, "utf-8")
    (tmp_path / "b.txt").write_text(DIRTY, "utf-8")
    real = write_atomic

    def meddled(path: Path, *arguments: object) -> bool:
        if path.name == "a.txt":
            path.write_text("अर्कैले लेख्यो\n", "utf-8")
        return real(path, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(nepalint.cli.checking, "write_atomic", meddled)
    result = run("check", "--fix")
    assert result.exit_code == 2
    assert "error: a.txt: it changed after it was read" in result.stderr
    assert document.read_text("utf-8") == "अर्कैले लेख्यो\n"
    assert (tmp_path / "b.txt").read_text("utf-8") == "घरहरू\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"], "no temporary file is left"


def test_a_full_disk_leaves_the_old_bytes(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, "utf-8")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        result = run("check", "a.txt", "--fix")
    assert result.exit_code == 2
    assert "no space left" in result.stderr.lower()
    assert snapshot(tmp_path) == {str(tmp_path / "a.txt"): DIRTY.encode()}


def test_file_names_cannot_forge_output(run: Run, tmp_path: Path) -> None:
    name = "क\n::error::x\x1b[2J.txt"
    (tmp_path / name).write_text(DIRTY, "utf-8")
    for format in ("full", "concise", "github"):
        result = run("check", "--output-format", format)
        assert "\x1b" not in result.output
        assert not any(line.startswith("::error::x") for line in result.output.splitlines())
    (finding,) = map(json.loads, run("check", "--output-format", "jsonl").stdout.splitlines())
    assert finding["file"] == name


def test_file_names_that_are_not_utf_8(spawn: Spawn, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/a\xff.txt"
    try:
        with open(name, "wb") as file:
            file.write(DIRTY.encode())
    except OSError:
        pytest.skip("the file system takes no such name")
    for format in ("jsonl", "concise"):
        result = spawn("check", "--select", "ORT001", "--output-format", format)
        assert result.returncode == 1, result.stderr.decode()
        result.stdout.decode("utf-8")
    assert json.loads(spawn("check", "--select", "ORT001", "--output-format", "jsonl").stdout)["file"] == "a\udcff.txt"
    assert spawn("clean", ".", "-o", "../out").returncode == 0


@pytest.mark.parametrize("closed", ["0", "1", "2"])
def test_a_standard_stream_that_is_closed(tmp_path: Path, closed: str) -> None:
    script = f'exec "$@" {closed}>&-'
    for arguments in (("inflect", "घर"), ("analyse", "-"), ("check", "-")):
        command = ["sh", "-c", script, "sh", sys.executable, "-m", "nepalint", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        result = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, cwd=tmp_path, env=environment, check=False
        )
        assert result.returncode == 0
        assert b"Error" not in result.stderr


LONG = 50_000_000
MEASURE = textwrap.dedent("""
    import resource, subprocess, sys, time
    start = time.monotonic()
    with open(sys.argv[1], "wb") as out:
        code = subprocess.run([sys.executable, "-m", "nepalint", *sys.argv[2:]], stdout=out).returncode
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(code, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime, time.monotonic() - start)
""")


@pytest.mark.parametrize(
    ("arguments", "expected", "most_seconds"),
    [
        (("check", "long.txt"), 1, 30),
        (("check", "long.txt", "--fix"), 0, 30),
        (("clean", "long.txt", "-o", "cleaned"), 0, 30),
    ],
    ids=["check", "fix", "clean"],
)
def test_a_line_of_50_mb(tmp_path: Path, arguments: tuple[str, ...], expected: int, most_seconds: int) -> None:
    words = "गाउँका जनजातिहरु र उनीहरूको राम्रो जीवन तथा क्रान्तिको इतिहास नेपालको पहाडमा धेरै पुरानो हो । "
    unit = words.encode()
    document = tmp_path / "long.txt"
    document.write_bytes(unit * (LONG // len(unit)))
    size = document.stat().st_size
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, "out", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=200,
        check=True,
    )
    code, memory, seconds, _ = map(float, done.stdout.split())
    assert code == expected, done.stderr.decode()
    assert memory <= 12 * size
    assert seconds <= most_seconds
