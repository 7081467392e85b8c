"""Runs the examples of README.md and writes what they print into it; with --check, only says whether it is so.

An example is a block marked `console`. The first `$ cat FILE` of a file that is not there yet makes it from the lines
below; every other command is run, one after another, in one folder that also holds the seeds.
"""

import difflib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "README.md"
START, END = "```console\n", "```\n"


def run(command: str, given: str, folder: Path) -> str:
    """What `command` prints in `folder`; `given` is what the page says.

    Raises:
        ValueError: it is none of the commands that examples may use.
    """
    name, *arguments = shlex.split(command)
    if name == "cat":
        (path,) = (folder / argument for argument in arguments)
        if not path.exists():
            path.write_text(given, encoding="utf-8")
        return path.read_text(encoding="utf-8")
    if name != "nepalint":
        raise ValueError(f"an example may run cat and nepalint only: {command}")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-m", "nepalint", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    return done.stdout.decode("utf-8")


def renewed(page: str) -> str:
    """The page with every example as it runs today."""
    pieces = page.split(START)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        for index, piece in enumerate(pieces[1:], 1):
            block, end, rest = piece.partition(END)
            printed = []
            for step in ("\n" + block).split("\n$ ")[1:]:
                command, _, given = step.partition("\n")
                printed.append(f"$ {command}\n" + run(command, given.rstrip("\n") + "\n", folder).strip("\n") + "\n")
            pieces[index] = "\n".join(printed) + end + rest
    return START.join(pieces)


def main() -> int:
    """Renews the page; with --check, 1 if it is not as the commands print."""
    page = PAGE.read_text(encoding="utf-8")
    fresh = renewed(page)
    if "--check" in sys.argv[1:]:
        sys.stdout.writelines(
            difflib.unified_diff(page.splitlines(True), fresh.splitlines(True), "README.md", "printed")
        )
        return int(page != fresh)
    PAGE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
