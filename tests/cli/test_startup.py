"""Start-up: hooks and editors start the command often, so what a run does not need is not loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT

LOADED = """
import os, sys
from nepalint.cli import main
os._exit = sys.exit
try:
    main()
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""


def loaded(*arguments: str | Path, code: str = LOADED) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
    )
    return set(done.stderr.decode().split("\n")[-2].split())


def test_import_loads_nothing_but_the_package() -> None:
    modules = loaded(code="import sys; bare = set(sys.modules); import nepalint; print(*sys.modules, file=sys.stderr)")
    assert {name for name in modules if name.startswith("nepalint")} == {"nepalint"}
    assert not modules & {"click", "regex", "rich", "json", "dataclasses", "typing"}


def test_version_loads_no_command_line() -> None:
    assert {name for name in loaded("--version") if name.startswith("nepalint")} == {"nepalint", "nepalint.cli"}


def test_help_loads_no_engine() -> None:
    modules = loaded("--help")
    assert not any(name.startswith(("nepalint.engine", "nepalint.rulebook", "nepalint.text")) for name in modules)


def test_check_loads_no_progress_bar_and_no_parser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ठीक छ।\n", "utf-8")
    modules = loaded("check", tmp_path / "a.txt", "--isolated", "--follow-symlinks")
    assert not modules & {"rich", "mwparserfromhell", "markdown_it", "asyncio", "multiprocessing"}


@pytest.mark.parametrize(("arguments", "budget"), [(("--version",), 0.1), (("check", "a.txt"), 0.3)])
def test_cpu_time(tmp_path: Path, arguments: tuple[str, ...], budget: float) -> None:
    (tmp_path / "a.txt").write_text("लेनिनको जन्म १८७० मा भयो।\n", "utf-8")
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run([sys.executable, '-m', 'nepalint', *sys.argv[1:]], stdout=2)\n"
        "usage = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(usage.ru_utime + usage.ru_stime)"
    )
    command = [sys.executable, "-c", code, *arguments]
    environment = {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    best = min(
        float(subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True).stdout)
        for _ in range(3)
    )
    assert best < 2 * budget, "twice the budget: other tests may be running on this machine"
