"""Words sifted once for all rules: nothing is missed, whatever was seen before."""

from collections.abc import Iterable

import pytest

from nepalint.api import Linter
from nepalint.config import Discovery, Settings
from nepalint.rulebook import sieve
from nepalint.rulebook.sieve import SEEN, Sieve
from nepalint.text.source import Source


def test_each_word_is_tested_once() -> None:
    tested: list[str] = []

    def test(words: Iterable[str]) -> list[str]:
        tested.extend(words)
        return [word for word in words if word.endswith("ा")]

    of_a = Sieve(test)
    assert of_a.among(frozenset(("माया", "घर"))) == {"माया"}
    assert of_a.among(frozenset(("घर", "काका"))) == {"काका"}
    assert sorted(tested) == sorted(("माया", "घर", "काका"))


def test_a_new_sieve_tests_what_others_have_seen() -> None:
    words = frozenset(("माया", "घर"))
    assert Sieve(lambda words: []).among(words) == frozenset()
    assert Sieve(lambda words: [word for word in words if word == "घर"]).among(words) == {"घर"}


@pytest.mark.parametrize("limit", [0, 3, 400_000])
def test_findings_do_not_depend_on_what_is_remembered(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(sieve, "MEMO_WORDS", limit)
    linter = Linter(Discovery(fixed=Settings()))
    generation = SEEN.generation
    found: list[list[str]] = []
    for text in ("अाज कुन ान आए।", "घर छ।", "अाज काेठा खाली छ।", "अाज कुन ान आए।"):
        result = linter.check(Source.from_text(text)).remaining
        assert result is not None
        found.append([one.code for one in result.diagnostics])
    assert found[0] == found[3]
    assert {"UNI002", "UNI003"} <= set(found[0])
    assert "UNI003" in found[2]
    assert (SEEN.generation > generation) == (limit < 400_000)


def test_findings_do_not_depend_on_sieves_that_come_later() -> None:
    linter = Linter(Discovery(fixed=Settings()))
    source = Source.from_text("अाज कुन ान आए।")
    before = linter.check(source).remaining
    Sieve(lambda words: [])
    after = linter.check(source).remaining
    assert before is not None
    assert after is not None
    assert list(after.diagnostics) == list(before.diagnostics) != []
