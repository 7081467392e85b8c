"""Every shipped rule keeps its promises: examples, cards, tables."""

import pytest

from nepalint.diagnostic import FAMILIES, Applicability, Certainty, Severity
from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.examples import faults
from nepalint.rulebook import PROFILES, Rule, TextRule

BOOK = load_rulebook()
HEADINGS = ("What it does", "Why", "Example", "Fix safety", "References")


@pytest.fixture(params=BOOK.rules, ids=lambda rule: rule.meta.code)
def rule(request: pytest.FixtureRequest) -> Rule:
    found: Rule = request.param
    return found


def test_examples_hold_in_every_encoding(rule: Rule) -> None:
    assert list(faults(BOOK, rule)) == []


def test_card_is_complete(rule: Rule) -> None:
    meta = rule.meta
    assert meta.code[:3] in FAMILIES
    assert meta.name == meta.name.lower().replace("_", "-")
    assert meta.bad
    assert meta.good
    assert meta.references
    assert meta.profiles <= set(PROFILES)
    assert meta.promoted <= meta.profiles
    for text in (meta.message, meta.why):
        assert any("\u0900" <= letter <= "\u097f" for letter in text)
    for text in (meta.message_en, meta.why_en, meta.title_en):
        assert text[0].isascii() or text[0] in "‘{“"
    assert meta.certainty is not Certainty.SUSPECT or meta.severity is Severity.INFO


def test_code_rules_document_themselves(rule: Rule) -> None:
    if rule.meta.kind == "code":
        text = type(rule).__doc__ or ""
        assert [heading for heading in HEADINGS if heading not in text] == []


def test_promoted_rules_are_not_safe_already(rule: Rule) -> None:
    if rule.meta.promoted:
        assert rule.meta.applicability is Applicability.UNSAFE


def test_rules_that_need_the_document_say_nothing_of_an_empty_one(rule: Rule) -> None:
    from nepalint.document import Document
    from nepalint.text.source import Source

    if isinstance(rule, TextRule):
        assert list(rule.check(Document.open(Source.from_bytes(b"")))) == []
