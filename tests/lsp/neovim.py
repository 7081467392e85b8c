"""A real editor: Neovim sees the findings of the seeds where `check` has them, and saves what `check --fix` writes.

Not part of the main suite, for it needs Neovim: `make test-editors` installs that and runs this.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_suffix(".lua")
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
MIXED = "गाउँका 😀 किसानहरुले\r\nक्रांति गर्यो।\u2028 भनाइ ‘घरहरु’ 𑂁 घरहरु\r\nअन्त्यमा घरहरु"
SEVERITIES = {"error": 1, "warning": 2, "info": 3}


def nepalint(*arguments: str, folder: Path) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "nepalint", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def edited(path: Path) -> dict[str, Any]:
    """What Neovim reports after it has opened, mended and saved the file."""
    report = path.with_name("report.json")
    editor = shutil.which("nvim")
    assert editor is not None, "Neovim is not installed: `make test-editors` installs it"
    done = subprocess.run(
        [editor, "--headless", "-u", "NONE", "-n", str(path), "-c", f"luafile {SCRIPT}"],
        cwd=path.parent,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C.UTF-8",
            "NEPALINT_REPORT": str(report),
            "NEPALINT_COMMAND": f"{sys.executable}\n-m\nnepalint\nlsp",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert report.exists(), done.stderr.decode()
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    assert "problem" not in found, found
    return found


def expected(path: Path) -> list[list[Any]]:
    """The findings of `check`, as Neovim numbers places: lines from 0, columns in bytes."""
    lines = nepalint("check", "--output-format", "jsonl", path.name, folder=path.parent).stdout.decode().splitlines()
    raw = path.read_bytes()
    rows = []
    for one in map(json.loads, lines):
        end_of_line_before = raw.rfind(b"\n", 0, one["byte_end"]) + 1
        start = one["byte_start"] - (raw.rfind(b"\n", 0, one["byte_start"]) + 1)
        end = one["byte_end"] - end_of_line_before
        rows.append([one["line"] - 1, start, one["end_line"] - 1, end, one["code"], SEVERITIES[one["severity"]]])
    return sorted(rows)


@pytest.mark.parametrize("seed", [*SEEDS, MIXED], ids=lambda seed: seed.name if isinstance(seed, Path) else "mixed")
def test_neovim_sees_what_check_sees_and_saves_what_fix_writes(seed: Path | str, tmp_path: Path) -> None:
    path = tmp_path / "document.txt"
    path.write_bytes(seed.read_bytes() if isinstance(seed, Path) else seed.encode())
    before = path.read_bytes()
    wanted = expected(path)
    assert len(wanted) > 2
    nepalint("check", "--fix", path.name, folder=tmp_path)
    mended = path.read_bytes()
    assert mended != before
    left = expected(path)
    path.write_bytes(before)

    report = edited(path)

    assert sorted(report["diagnostics"]) == wanted
    assert report["action"] == "source.fixAll.nepalint"
    assert path.read_bytes() == mended
    assert report["left"] == len(left)
