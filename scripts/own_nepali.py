"""Runs nepalint over the Nepali that this project ships, and fails where it finds something.

Checked: the messages, titles and reasons of the rules (in `rules/*.toml` and in code), the texts of the interface, and
the prose of README and docs. Not checked, for they hold errors on purpose: the examples of rules (`bad`, and `good`,
which may be lookalikes cut out of a sentence), tables of words, tests, and the seed documents.
In prose a wrong form stands in backticks or in quotation marks, which nepalint leaves alone.
"""

import ast
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SPOKEN = {"message", "title", "why"}


class Text(NamedTuple):
    """A Nepali text and where it stands (1-based line)."""

    file: Path
    line: int
    text: str


def is_nepali(text: str) -> bool:
    """Whether the text holds Devanagari."""
    return any("\u0900" <= character <= "\u097f" for character in text)


def in_rules(path: Path) -> Iterator[Text]:
    """The spoken texts of a rule file."""
    source = path.read_text(encoding="utf-8")
    lines = source.split("\n")

    def walk(value: object, key: str) -> Iterator[str]:
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from walk(inner, name)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner, key)
        elif isinstance(value, str) and key in SPOKEN and is_nepali(value):
            yield value

    for text in walk(tomllib.loads(source), ""):
        first = text.split("\n", 1)[0]
        yield Text(path, next((number for number, line in enumerate(lines, 1) if first in line), 1), text)


def in_code(path: Path, *, whole: bool) -> Iterator[Text]:
    """The spoken texts of a module: every string if `whole`, else those given to a spoken name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        value = node if whole and isinstance(node, ast.Constant | ast.JoinedStr) else spoken(node)
        text = literal(value)
        if text is not None and is_nepali(text):
            yield Text(path, getattr(value, "lineno", 1), text)


def spoken(node: ast.AST) -> ast.expr | None:
    """The value that `node` gives to a spoken name, as an argument or by assignment."""
    match node:
        case ast.keyword(arg=name, value=value) if name in SPOKEN:
            return value
        case ast.AnnAssign(target=ast.Name(id=name), value=value) if name in SPOKEN:
            return value
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in SPOKEN:
            return value
    return None


def literal(node: ast.expr | None) -> str | None:
    """The text of a string or f-string, whose fields are shown as `{}`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) or "{}" for part in node.values)
    return None


def shipped() -> Iterator[Text]:
    """Every spoken text that lies in rules or code."""
    for path in sorted((ROOT / "rules").glob("*.toml")):
        yield from in_rules(path)
    for path in sorted((ROOT / "nepalint").rglob("*.py")):
        yield from in_code(path, whole=path.parent.name == "messages")


def check(paths: list[Path], *options: str) -> list[dict[str, object]]:
    """What nepalint finds in `paths`.

    Raises:
        SystemExit: something could not be checked.
    """
    command = [sys.executable, "-m", "nepalint", "check", "--output-format", "jsonl", *options, *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)
    if run.returncode not in {0, 1}:
        sys.exit(run.stdout + run.stderr)
    return [json.loads(line) for line in run.stdout.split("\n") if line]


def report(place: str, finding: dict[str, object]) -> bool:
    """Prints a finding that fails a run; whether it did."""
    if finding["severity"] == "info":
        return False
    print(f"{place}: {finding['code']} {finding['message_en']}")
    return True


def main() -> int:
    """Checks everything; 1 if something was found."""
    failed = False
    by_file: dict[Path, list[Text]] = {}
    for text in shipped():
        by_file.setdefault(text.file, []).append(text)
    with tempfile.TemporaryDirectory() as folder:
        origins: dict[Path, list[Text]] = {}
        for path, texts in by_file.items():
            copy = Path(folder, *path.relative_to(ROOT).parts).with_name(path.name + ".txt")
            copy.parent.mkdir(parents=True, exist_ok=True)
            # One text a paragraph, so that a quotation that does not close ends with its text.
            copy.write_text(
                "".join(" ".join(filter(None, text.text.split("\n"))) + "\n\n" for text in texts), encoding="utf-8"
            )
            origins[copy.resolve()] = texts
        for finding in check([Path(folder)], "--format", "plain") if origins else ():
            texts = origins[(ROOT / str(finding["file"])).resolve()]
            line = finding["line"]
            assert isinstance(line, int)
            text = texts[(line - 1) // 2]
            failed |= report(f"{text.file.relative_to(ROOT)}:{text.line}", finding)
    prose = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "changelog.d").glob("*.md")])
    for finding in check(prose):
        failed |= report(f"{finding['file']}:{finding['line']}", finding)
    count = sum(len(texts) for texts in by_file.values())
    print(f"nepalint read {count} Nepali texts of rules and code and {len(prose)} pages of prose.")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
