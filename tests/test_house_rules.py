"""What the linters cannot say of the source: who may open files, print, and import `re`; and what no file may name."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "nepalint"
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*.py"))
# engine/examples.py is run as a command of its own, so that an installed package can be asked whether its rules hold.
DOORS = ("nepalint/api.py", "nepalint/cli/", "nepalint/__main__.py", "nepalint/engine/examples.py")
INNER = tuple(
    f"nepalint/{name}"
    for name in (
        *("errors.py", "text/", "diagnostic.py", "language/", "document.py"),
        *("facts/", "rulebook/", "checks/", "engine/"),
    )
)


def calls(module: str) -> Iterator[tuple[str, int]]:
    """The plain names called in a module, with their lines."""
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_short_and_speak_only_through_the_doors(module: str) -> None:
    assert (ROOT / module).read_text(encoding="utf-8").count("\n") <= 350
    assert not regex.search(r"(?:^|/)(?:utils?|helpers?|common|misc|tools?)(?:\.py|/)", module)
    banned = set()
    if not module.startswith(DOORS):
        banned |= {"print", "exit", "quit", "input", "breakpoint", "eval", "exec"}
    if module.startswith(INNER):
        banned |= {"open"}
    assert not [f"{module}:{line}: {name}()" for name, line in calls(module) if name in banned]


@pytest.mark.parametrize("module", MODULES)
def test_only_the_tokenising_pass_imports_re(module: str) -> None:
    imported = set()
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module or "")
    assert module == "nepalint/text/script.py" or "re" not in imported


def test_no_file_names_a_registry_or_a_place_on_a_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode()
    hosts = "|".join(("py" + "pi" + r"\.org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs", "file" + ":///"))
    places = "|".join(rf"(?<![\w/.]){folder}/\w" for folder in ("/ro" + "ot", "/ho" + "me", "/wo" + "rk", "/o" + "pt"))
    banned = regex.compile(f"{hosts}|{places}")
    found = []
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if not path.is_file() or name.startswith(("seeds/", "nepalint/data/")):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
            if match := banned.search(line):
                found.append(f"{name}:{number}: {match.group()}")
    assert not found
