"""nepalint as a library."""

import doctest
from pathlib import Path

import pytest

import nepalint.api
from nepalint.api import Linter, check_text, fix_text
from nepalint.config import Discovery, Overrides, Settings
from nepalint.errors import EncodingError, UsageError
from nepalint.messages import choose_language
from nepalint.render import escape, width
from nepalint.text.source import Source

ORTHOGRAPHY = Settings(select=("ORT001",), unsafe_fixes=True)


def test_check_text() -> None:
    result = check_text("गाउँका घरहरु", settings=ORTHOGRAPHY)
    assert result.checked
    assert result.remaining is not None
    assert [(one.code, one.start, one.end) for one in result.remaining.diagnostics] == [("ORT001", 9, 12)]


def test_fix_text() -> None:
    result = fix_text("गाउँका घरहरु", settings=ORTHOGRAPHY)
    assert result.mended is not None
    assert result.mended.after.text == "गाउँका घरहरू"
    assert fix_text("ठीक छ।", settings=ORTHOGRAPHY).mended is None


def test_errors_are_results() -> None:
    result = Linter(Discovery(fixed=ORTHOGRAPHY)).check(Source.from_bytes(b"\xff", "a.txt"))
    assert not result.checked
    assert isinstance(result.error, EncodingError)
    assert result.remaining is None


def test_one_linter_for_many_settings(tmp_path: Path) -> None:
    for folder, selected in (("a", "ORT001"), ("b", "TYP003")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "nepalint.toml").write_text(f'select = ["{selected}"]\n', "utf-8")
    linter = Linter(Discovery())

    def codes(folder: str) -> list[str]:
        found = linter.check(Source.from_text("घरहरु  छन्", "x.txt"), tmp_path / folder / "x.txt").remaining
        assert found is not None
        return [one.code for one in found.diagnostics]

    assert (codes("a"), codes("b"), codes("a")) == (["ORT001"], ["TYP003"], ["ORT001"])
    plans = [linter.plan_for(tmp_path / "a" / name) for name in ("x.txt", "y.txt")]
    assert plans[0] is plans[1], "rules keep what they learn of words"


def test_a_mistyped_selector_is_an_error_at_once() -> None:
    with pytest.raises(UsageError, match="ORTT"):
        Linter(Discovery(fixed=Settings(), overrides=Overrides(select=("ORTT",))))


def test_a_defect_is_isolated(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("nepalint.engine.fixer.fix", broken)
    result = fix_text("घरहरु", settings=ORTHOGRAPHY)
    assert result.error is not None
    assert "RuntimeError: broken (test_api.py:" in str(result.error)
    assert "report" in result.error.hint


def test_only_clean_promotes() -> None:
    discovery = Discovery(fixed=Settings(profile="canonical"))
    assert Linter(discovery).plan_for(Path("a.txt")).promoted == frozenset()
    assert Linter(discovery, promoting=True).plan_for(Path("a.txt")).promoted
    assert not Linter(Discovery(fixed=Settings()), promoting=True).plan_for(Path("a.txt")).promoted


@pytest.mark.parametrize("module", [nepalint.api, escape, width])
def test_examples_in_docstrings(module: object) -> None:
    outcome = doctest.testmod(module)  # type: ignore[arg-type]
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_example_of_the_locale() -> None:
    assert (choose_language(None, {"LC_ALL": "ne_NP.UTF-8"}), choose_language(None, {"LANG": "new_NP"})) == ("ne", "en")
