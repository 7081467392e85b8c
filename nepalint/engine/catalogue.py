"""The catalogue of shipped rules: declarative ones from `rules/`, code ones from `checks/`."""

from functools import cache

from nepalint.checks import CODE_RULES
from nepalint.knowledge.resources import rules_root
from nepalint.knowledge.rulefiles import read_rules, shipped_rules
from nepalint.rulebook import Rulebook
from nepalint.rulebook.declarative import build_rules


@cache
def load_rulebook() -> Rulebook:
    """All shipped rules, loaded once a process.

    Raises:
        RulebookError: a rule or table does not load.
    """
    return Rulebook([*build_rules(shipped_rules()), *CODE_RULES], _content())


def extended_rulebook(texts: dict[str, str]) -> Rulebook:
    """The shipped rules and those of further rule files, given as path and content."""
    further = [raw for path, text in texts.items() for raw in read_rules(text, path)]
    content = _content() + "".join(texts.values()).encode()
    return Rulebook([*load_rulebook().rules, *build_rules(further)], content)


def _content() -> bytes:
    folder = rules_root()
    files = sorted((entry for entry in folder.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    tables = sorted((folder / "tables").iterdir(), key=lambda entry: entry.name)
    return b"".join(entry.read_bytes() for entry in (*files, *tables) if entry.is_file())
