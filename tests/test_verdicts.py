"""The verdicts worked out beforehand are those of today's rules and tables."""

from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.run import Lint
from nepalint.knowledge.resources import data_root
from nepalint.knowledge.verdicts import FILE, stamp, verdicts
from nepalint.rulebook import WordRule
from nepalint.text.source import Source
from scripts.build_verdicts import build


def test_the_file_is_current() -> None:
    assert (data_root() / FILE).read_text("utf-8") == build(), "run make data"


def test_every_word_rule_has_its_stamp() -> None:
    for rule in load_rulebook().rules:
        if isinstance(rule, WordRule):
            assert verdicts()[rule.meta.code].stamp == stamp(rule.definition)


def test_another_rule_of_the_same_code_looks_for_itself() -> None:
    plural = load_rulebook().by_code["ORT001"]
    assert isinstance(plural, WordRule)

    class Silent(type(plural)):  # type: ignore[misc]
        def examine(self, word: str) -> None:
            return None

    silent = object.__new__(Silent)
    silent.__dict__.update(vars(plural))
    silent.definition = "another"
    assert Lint((plural,))(Source.from_text("उनीहरुले")).diagnostics
    assert not Lint((silent,))(Source.from_text("उनीहरुले")).diagnostics
