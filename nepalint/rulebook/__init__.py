"""From data to rules: the kinds, the cards of rules, and the book that holds them."""

from nepalint.rulebook.book import Rulebook, Selection
from nepalint.rulebook.meta import CANONICAL, DEFAULT, PROFILES, Bad, RuleMeta
from nepalint.rulebook.rule import Rule, TextRule, WordHit, WordRule

__all__ = [
    "CANONICAL",
    "DEFAULT",
    "PROFILES",
    "Bad",
    "Rule",
    "RuleMeta",
    "Rulebook",
    "Selection",
    "TextRule",
    "WordHit",
    "WordRule",
]
