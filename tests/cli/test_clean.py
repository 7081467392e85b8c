"""`nepalint clean` and the ledger commands: a corpus in, a canonical corpus out, and all the way back."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

import nepalint.corpus.clean
from nepalint.batch import mend
from nepalint.corpus.summary import Counts
from nepalint.text.source import Source
from tests.cli.conftest import Run, Spawn

BIOGRAPHY = "युद्ध 1928-20 मा भयो।\nगाउँका घरहरु राम्रा  छन्।\nशायद उल्यानोव परिवार।\n"
CLEANED = "युद्ध 1918-20 मा भयो।\nगाउँका घरहरू राम्रा छन्।\nशायद उल्यानोव परिवार।\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    (folder / "sub").mkdir(parents=True)
    (folder / "b.txt").write_bytes(BIOGRAPHY.encode())
    (folder / "sub" / "a.txt").write_bytes("घरहरु\n".encode())
    (folder / "same.txt").write_bytes("ठीक छ।\n".encode())
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ledger(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "ledger.jsonl").read_bytes().splitlines()]


def test_documents_ledger_and_summary_are_written(run: Run, source: Path, tmp_path: Path) -> None:
    before = tree(source)
    result = run("clean", "raw", "-o", "out")
    assert result.exit_code == 0, result.output
    out = tmp_path / "out"
    assert tree(source) == before
    assert sorted(tree(out)) == ["b.txt", "ledger.jsonl", "same.txt", "sub/a.txt", "summary.json"]
    assert (out / "b.txt").read_bytes().decode() == CLEANED
    assert (out / "same.txt").read_bytes() == before["same.txt"]

    entries = ledger(out)
    assert [(entry["file"], entry["before"], entry["after"]) for entry in entries] == [
        ("b.txt", "1928", "1918"),
        ("b.txt", "हरु", "हरू"),
        ("b.txt", "  ", " "),
        ("sub/a.txt", "हरु", "हरू"),
    ]
    assert entries[0]["promoted"] is True
    assert entries[0]["canonical"] == nepalint.corpus.clean.CANONICAL
    assert entries[0]["output_sha256"] == sha256(CLEANED.encode()).hexdigest()

    summary = json.loads((out / "summary.json").read_bytes())
    assert summary["total"] == {"findings": 6, "mended": 3, "promoted": 1, "left": 2}
    assert summary["families"]["date"] == {"findings": 1, "mended": 0, "promoted": 1, "left": 0}
    assert summary["left"] == {"HIN009": 1, "NAM001": 1}
    assert [document["file"] for document in summary["documents"]] == ["b.txt", "same.txt", "sub/a.txt"]
    assert (summary["canonical"], summary["unchecked"], summary["complete"]) == (1, [], True)
    assert str(tmp_path) not in (out / "summary.json").read_text("utf-8") + (out / "ledger.jsonl").read_text("utf-8")


def test_the_table(run: Run, source: Path) -> None:
    lines = run("clean", "raw", "-o", "out").stdout.splitlines()
    assert lines[0] == "Cleaned 3 documents into out"
    assert [line.split() for line in lines[4:8]] == [
        ["DAT", "dates", "1", "0", "1", "0"],
        ["NAM", "names", "1", "0", "0", "1"],
        ["HIN", "code-mixing", "1", "0", "0", "1"],
        ["ORT", "orthography", "2", "2", "0", "0"],
    ]
    assert lines[-1].split() == ["total", "6", "3", "1", "2"]
    assert "सच्याइएका" in run("clean", "raw", "-o", "out", "--lang", "ne").stdout
    assert run("clean", "raw", "-o", "out", "-q").stdout == ""


def test_the_same_run_gives_the_same_bytes(run: Run, source: Path, tmp_path: Path) -> None:
    run("clean", "raw", "-o", "one")
    run("clean", source, "-o", tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_cleaning_the_cleaned_changes_nothing(run: Run, source: Path, tmp_path: Path) -> None:
    run("clean", "raw", "-o", "out")
    (tmp_path / "again").mkdir()
    for name in ("ledger.jsonl", "summary.json"):
        os.rename(tmp_path / "out" / name, tmp_path / "again" / name)
    documents = tree(tmp_path / "out")
    assert run("clean", "out", "-o", "twice").exit_code == 0
    made = tree(tmp_path / "twice")
    assert made.pop("ledger.jsonl") == b""
    made.pop("summary.json")
    assert made == documents


def test_a_file_is_a_source_too(run: Run, source: Path, tmp_path: Path) -> None:
    assert run("clean", "raw/sub/a.txt", "-o", "out").exit_code == 0
    assert (tmp_path / "out" / "a.txt").read_text("utf-8") == "घरहरू\n"


def test_what_cannot_be_checked_is_not_written(run: Run, source: Path, tmp_path: Path) -> None:
    (source / "bad.txt").write_bytes(b"\xff")
    (source / "boom.txt").write_text("पड्काऊ घरहरु", "utf-8")
    (source / "cycle.txt").write_text("क्कट", "utf-8")
    result = run("clean", "raw", "-o", "out")
    assert result.exit_code == 2
    assert sorted(tree(tmp_path / "out")) == ["b.txt", "ledger.jsonl", "same.txt", "sub/a.txt", "summary.json"]
    unchecked = json.loads((tmp_path / "out" / "summary.json").read_bytes())["unchecked"]
    assert [(one["file"], one["error"]) for one in unchecked] == [
        ("bad.txt", "encoding"),
        ("boom.txt", "document"),
        ("cycle.txt", "unstable"),
    ]
    assert "UNI990" in unchecked[1]["reason"]
    for name in ("bad.txt", "boom.txt", "cycle.txt"):
        assert f"error: {name}: " in result.stderr
    assert "3 files could not be checked." in result.stdout


class TestTheOutputFolder:
    def test_inside_the_source(self, run: Run, source: Path) -> None:
        for out in ("raw", "raw/out", "raw/sub/../new"):
            result = run("clean", "raw", "-o", out, "--force")
            assert result.exit_code == 2
            assert "inside the source" in result.stderr
        assert len(tree(source)) == 3

    def test_inside_the_source_by_a_link(self, run: Run, source: Path, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(source / "sub")
        assert run("clean", "raw", "-o", "link", "--force").exit_code == 2

    def test_around_the_source(self, run: Run, source: Path) -> None:
        for path in (".", "raw/sub"):
            result = run("clean", "raw/sub/a.txt", "-o", path, "--force")
            assert result.exit_code == 2
            assert "holds the source" in result.stderr
        assert (source / "sub" / "a.txt").read_text("utf-8") == "घरहरु\n"

    def test_with_files_of_others(self, run: Run, source: Path, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "mine.txt").write_text("मेरो", "utf-8")
        result = run("clean", "raw", "-o", "out")
        assert result.exit_code == 2
        assert "mine.txt" in result.stderr
        assert sorted(tree(tmp_path / "out")) == ["mine.txt"]
        assert run("clean", "raw", "-o", "out", "--force").exit_code == 0
        assert (tmp_path / "out" / "mine.txt").read_text("utf-8") == "मेरो"

    def test_of_an_earlier_run(self, run: Run, source: Path, tmp_path: Path) -> None:
        run("clean", "raw", "-o", "out")
        (source / "same.txt").unlink()
        (source / "sub" / "a.txt").rename(source / "moved.txt")
        changed = tmp_path / "out" / "sub" / "a.txt"
        changed.write_text("यो मैले फेरें\n", "utf-8")
        assert run("clean", "raw", "-o", "out").exit_code == 0
        assert sorted(tree(tmp_path / "out")) == ["b.txt", "ledger.jsonl", "moved.txt", "sub/a.txt", "summary.json"]
        assert changed.read_text("utf-8") == "यो मैले फेरें\n"
        assert run("clean", "raw", "-o", "out").exit_code == 2, "a file that someone changed is theirs now"

    def test_of_a_run_that_was_cut_off(
        self, run: Run, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:

        def interrupted(document: Source, *arguments: object) -> object:
            if document.name == "same.txt":
                raise KeyboardInterrupt
            return mend(document, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(nepalint.corpus.clean, "mend", interrupted)
        assert run("clean", "raw", "-o", "out").exit_code == 130
        assert (tmp_path / "out" / "b.txt").read_text("utf-8") == CLEANED
        assert json.loads((tmp_path / "out" / "summary.json").read_bytes())["complete"] is False
        monkeypatch.undo()
        monkeypatch.chdir(tmp_path)
        assert run("clean", "raw", "-o", "out", "-q").exit_code == 0

    def test_a_forged_summary_leads_nowhere(self, run: Run, source: Path, tmp_path: Path) -> None:
        victim = tmp_path / "victim.txt"
        victim.write_bytes(b"precious")
        documents = [{"file": "../victim.txt", "output_sha256": sha256(b"precious").hexdigest()}]
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "summary.json").write_text(json.dumps({"tool": "nepalint", "documents": documents}))
        assert run("clean", "raw", "-o", "out").exit_code == 0
        assert victim.read_bytes() == b"precious"

    def test_that_is_a_file(self, run: Run, source: Path, tmp_path: Path) -> None:
        (tmp_path / "out").write_text("")
        assert run("clean", "raw", "-o", "out").exit_code == 2


def test_an_absent_source(run: Run) -> None:
    result = run("clean", "absent", "-o", "out")
    assert result.exit_code == 2
    assert "absent" in result.stderr


def test_exclude_holds_for_clean(run: Run, source: Path, tmp_path: Path) -> None:
    (tmp_path / "nepalint.toml").write_text('exclude = ["sub/"]\n')
    run("clean", "raw", "-o", "out")
    assert "sub/a.txt" not in tree(tmp_path / "out")


class TestLedger:
    @pytest.fixture(autouse=True)
    def _cleaned(self, run: Run, source: Path) -> None:
        assert run("clean", "raw", "-o", "out").exit_code == 0

    @pytest.mark.parametrize("name", ["b.txt", "same.txt", "sub/a.txt"])
    def test_undo_and_replay_byte_for_byte(self, run: Run, source: Path, tmp_path: Path, name: str) -> None:
        original, cleaned = (source / name).read_bytes(), (tmp_path / "out" / name).read_bytes()
        assert run("undo", f"out/{name}", "-o", "-").stdout_bytes == original
        assert run("replay", f"raw/{name}", "--ledger", "out/ledger.jsonl", "-o", "again.txt").exit_code == 0
        assert (tmp_path / "again.txt").read_bytes() == cleaned
        assert run("undo", f"out/{name}").exit_code == 0
        assert (tmp_path / "out" / name).read_bytes() == original

    def test_a_document_that_changed_since_is_refused(self, run: Run, tmp_path: Path) -> None:
        document = tmp_path / "out" / "b.txt"
        document.write_bytes(document.read_bytes() + b"\n")
        before = document.read_bytes()
        result = run("undo", "out/b.txt")
        assert result.exit_code == 2
        assert result.stderr.startswith("error: ")
        assert document.read_bytes() == before

    def test_blame(self, run: Run) -> None:
        result = run("blame", "out/b.txt:1")
        assert result.exit_code == 0
        assert (
            result.stdout.splitlines()[0] == "out/b.txt:1:7: DAT004 (unsafe, promoted by the profile) ‘1928’ → ‘1918’"
        )
        assert "three years" in result.stdout
        assert "तीन वर्ष" in run("blame", "out/b.txt:1", "--lang", "ne").stdout
        two = [json.loads(line) for line in run("blame", "out/b.txt:2", "--output-format", "jsonl").stdout.splitlines()]
        assert [entry["codes"] for entry in two] == [["ORT001"], ["TYP003"]]

    def test_blame_of_an_untouched_line(self, run: Run) -> None:
        for place in ("out/b.txt:3", "out/same.txt:1"):
            result = run("blame", place)
            assert (result.exit_code, result.stdout) == (0, "")
            assert "No edit touched this line." in result.stderr

    @pytest.mark.parametrize(
        "place", ["out/b.txt", "out/b.txt:0", "out/b.txt:99", "out/b.txt:x", ":3", "out/none.txt:1"]
    )
    def test_blame_of_no_line(self, run: Run, place: str) -> None:
        result = run("blame", place)
        assert result.exit_code == 2
        assert result.stderr.startswith("error: ")

    def test_a_ledger_is_looked_for_upwards(self, run: Run, tmp_path: Path) -> None:
        assert run("undo", "out/sub/a.txt", "-o", "-").stdout == "घरहरु\n"
        (tmp_path / "lone.txt").write_text("क", "utf-8")
        result = run("undo", "lone.txt")
        assert result.exit_code == 2
        assert "ledger.jsonl" in result.stderr

    @pytest.mark.parametrize("content", [b"{", b"[]\n", b'{"schema": 99}\n', b"\xff\n"])
    def test_a_ledger_that_is_none(self, run: Run, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "bad.jsonl").write_bytes(content)
        result = run("undo", "out/b.txt", "--ledger", "bad.jsonl")
        assert result.exit_code == 2
        assert "bad.jsonl" in result.stderr


def test_counts_add_up() -> None:
    counts = Counts(4, 2, 1, 1)
    counts += Counts(1, 1, 0, 0)
    assert counts == Counts(5, 3, 1, 1)


def test_clean_for_real(spawn: Spawn, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_bytes("\ufeffठीक छ।\r\n".encode())
    result = spawn("clean", "raw", "-o", "out")
    assert result.returncode == 0, result.stderr.decode()
    cleaned = (tmp_path / "out" / "a.txt").read_bytes()
    assert cleaned == "ठीक छ।\n".encode(), "the canonical form has no byte order mark and ends lines by LF"
    assert spawn("undo", "out/a.txt").returncode == 0
    assert (tmp_path / "out" / "a.txt").read_bytes() == "\ufeffठीक छ।\r\n".encode()
