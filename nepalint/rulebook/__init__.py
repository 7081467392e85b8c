"""From data to rules: the kinds, the cards of rules, and the book that holds them."""

from nepalint.rulebook.book import Rulebook, Selection
from nepalint.rulebook.conventions import CONVENTIONS, Convention, ConventionRule, Use
from nepalint.rulebook.meta import CANONICAL, DEFAULT, PROFILES, Bad, RuleMeta
from nepalint.rulebook.rule import Rule, TextRule, WordHit, WordRule

__all__ = [
    "CANONICAL",
    "CONVENTIONS",
    "DEFAULT",
    "PROFILES",
    "Bad",
    "Convention",
    "ConventionRule",
    "Rule",
    "RuleMeta",
    "Rulebook",
    "Selection",
    "TextRule",
    "Use",
    "WordHit",
    "WordRule",
]
