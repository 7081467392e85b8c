"""A small rulebook for the tests of the command line, so that they do not change when a linguist changes a rule."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import regex
from click.testing import CliRunner, Result

import nepalint.api
import nepalint.cli.rules
from nepalint.cli.app import app
from nepalint.diagnostic import Applicability, Certainty, Diagnostic, Evidence, Severity
from nepalint.document import Document
from nepalint.rulebook import CANONICAL, DEFAULT, Bad, Rulebook, RuleMeta, TextRule
from nepalint.text.spans import Edit

ROOT = Path(__file__).parents[2]

Run = Callable[..., Result]
Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]


class Swap(TextRule):
    """Every match of a pattern becomes a fixed text."""

    def __init__(self, pattern: str, replacement: str | None, meta: RuleMeta) -> None:
        self._pattern = regex.compile(pattern)
        self._replacement = replacement
        self.meta = meta

    def check(self, document: Document) -> Iterator[Diagnostic]:
        for match in self._pattern.finditer(document.text):
            start, end = match.span()
            edits = () if self._replacement is None else (Edit(start, end, self._replacement),)
            evidence: tuple[Evidence, ...] = ()
            if self.meta.code == "DAT004":
                evidence = (Evidence(start, end, match[0], "तीन वर्ष", "three years"),)
            yield self.meta.diagnose(
                start, end, found=match[0], edits=edits, fix=self._replacement or "", evidence=evidence
            )


class Exploding(TextRule):
    """Fails on any text that asks for it."""

    def __init__(self, meta: RuleMeta) -> None:
        self.meta = meta

    def check(self, document: Document) -> Iterator[Diagnostic]:
        if "पड्काऊ" in document.text:
            raise RuntimeError("it blew up")
        yield from ()


def card(code: str, name: str, found: str, mended: str | None, **more: object) -> RuleMeta:
    return RuleMeta(
        code=code,
        name=name,
        message="‘{found}’ मिलेन।",
        message_en="‘{found}’ is wrong.",
        why="यसको कारण छ।",
        why_en="There is a reason.",
        references=("a reference",),
        since="0.1",
        bad=(Bad(found, mended),),
        good=("राम",),
        **more,  # type: ignore[arg-type]
    )


BOOK = Rulebook(
    [
        Swap("हरु(?!\\p{M})", "हरू", card("ORT001", "plural", "घरहरु", "घरहरू", applicability=Applicability.SAFE)),
        Swap(" {2,}", " ", card("TYP003", "doubled-space", "राम  गयो", "राम गयो", applicability=Applicability.SAFE)),
        Swap("उल्यानोव", "उल्यानोभ", card("NAM001", "name-v", "उल्यानोव", "उल्यानोभ", aliases=("slavic-v",))),
        Swap(
            "1928(?=-20)",
            "1918",
            card(
                "DAT004",
                "range-reversed",
                "1928-20",
                "1918-20",
                severity=Severity.ERROR,
                promoted=frozenset({CANONICAL}),
                changes_numbers=True,
            ),
        ),
        Swap("शायद", None, card("HIN009", "maybe", "शायद", None, severity=Severity.INFO, certainty=Certainty.SUSPECT)),
        Swap("क्क(?=ट)", "क्ख", card("ORT990", "there", "क", "क", applicability=Applicability.SAFE)),
        Swap("क्ख(?=ट)", "क्क", card("ORT991", "back", "क", "क", applicability=Applicability.SAFE)),
        Exploding(card("UNI990", "exploding", "क", None, profiles=frozenset({DEFAULT, CANONICAL}))),
    ]
)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, "C.UTF-8")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in this process, in an empty folder, with the small rulebook."""
    monkeypatch.setattr(nepalint.api, "load_rulebook", lambda: BOOK)
    monkeypatch.setattr(nepalint.cli.rules, "load_rulebook", lambda: BOOK)
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str | Path, stdin: bytes | str | None = None) -> Result:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def spawn(tmp_path: Path) -> Spawn:
    """Run `python -m nepalint` for real, in an empty folder, with the rules as shipped."""

    def start(
        *arguments: str | Path, stdin: bytes | None = None, timeout: float = 60, **environment: str
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "nepalint", *map(str, arguments)],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            timeout=timeout,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            check=False,
        )

    return start
