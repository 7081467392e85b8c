"""The rulebook: all rules, found by code, name, alias or family, and the choice among them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields

from nepalint.diagnostic import FAMILIES
from nepalint.errors import RulebookError, UsageError, nearest
from nepalint.rulebook.conventions import OFF, ConventionRule
from nepalint.rulebook.meta import CANONICAL, DEFAULT, RuleMeta
from nepalint.rulebook.rule import Rule

ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: `select` replaces the rules of the profile, `extend_select` adds, `ignore` takes away.

    A selector is a code, the beginning of one, a name, an alias, or ALL. The most exact selector decides; among
    equally exact ones `ignore` does. `conventions` are name and choice, over what the profile chooses; the profile
    canonical has one form, which nothing changes.
    """

    profile: str = DEFAULT
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    conventions: tuple[tuple[str, str], ...] = ()

    def choice(self, rule: ConventionRule) -> str:
        """What is chosen for the convention of `rule`."""
        given = {} if self.profile == CANONICAL else dict(self.conventions)
        return given.get(rule.convention.name, rule.convention.in_profile[self.profile])


class Rulebook:
    """All rules, sorted by code; `version` changes whenever a rule, a table or a card does."""

    def __init__(self, rules: Iterable[Rule], content: bytes = b"") -> None:
        self.rules: tuple[Rule, ...] = tuple(sorted(rules, key=lambda rule: rule.meta.code))
        self.by_code: dict[str, Rule] = {}
        self._codes: dict[str, str] = {}
        for rule in self.rules:
            meta = rule.meta
            for key in (meta.code, meta.name, *meta.aliases):
                if key in self._codes:
                    raise RulebookError(f"{key!r} names two rules", path=meta.code)
                self._codes[key] = meta.code
            self.by_code[meta.code] = rule
        cards = "\n".join(_card(rule.meta) for rule in self.rules)
        self.version = hashlib.sha256(content + cards.encode()).hexdigest()[:12]

    def __len__(self) -> int:
        return len(self.rules)

    def resolve(self, selector: str) -> frozenset[str]:
        """The codes that `selector` names.

        Raises:
            UsageError: it names nothing; the message offers what is near.
        """
        if selector == ALL:
            return frozenset(self.by_code)
        if selector in self._codes:
            return frozenset((self._codes[selector],))
        if selector[:3] in FAMILIES:
            codes = frozenset(code for code in self.by_code if code.startswith(selector))
            if codes or selector in FAMILIES:
                return codes
        near = nearest(selector, [ALL, *FAMILIES, *self._codes])
        offer = f"; did you mean {near!r}?" if near else ""
        raise UsageError(f"no rule is called {selector!r}{offer}", hint="`nepalint rules` lists all rules.")

    def choose(self, selection: Selection) -> tuple[Rule, ...]:
        """The rules that run under `selection`, each convention as it chooses.

        A convention that is off there is `Convention.on_request` for a selector that names its rule.

        Raises:
            UsageError: a selector names nothing.
        """
        rank: dict[str, tuple[int, int]] = {}
        if selection.select is None:
            for rule in self.rules:
                if (
                    selection.choice(rule) != OFF
                    if isinstance(rule, ConventionRule)
                    else selection.profile in rule.meta.profiles
                ):
                    rank[rule.meta.code] = (-1, 1)
        for selectors, wanted in (
            (selection.select or (), 1),
            (selection.extend_select, 1),
            (selection.ignore, 0),
        ):
            for selector in selectors:
                exact = 0 if selector == ALL else len(selector) if selector[:3] in FAMILIES else len("ORT001")
                for code in self.resolve(selector):
                    previous = rank.get(code)
                    if previous is None or exact > previous[0] or (exact == previous[0] and not wanted):
                        rank[code] = (exact, wanted)
        chosen = (rule for rule in self.rules if rank.get(rule.meta.code, (0, 0))[1])
        return tuple(_by_choice(rule, selection) if isinstance(rule, ConventionRule) else rule for rule in chosen)


def _by_choice(rule: ConventionRule, selection: Selection) -> ConventionRule:
    choice = selection.choice(rule)
    return rule.choosing(rule.convention.on_request if choice == OFF else choice)


def _card(meta: RuleMeta) -> str:
    """What stands on the card of a rule, the same in every process: sets have an order of their own in each."""
    values = (getattr(meta, one.name) for one in fields(meta))
    return repr([sorted(value) if isinstance(value, frozenset) else value for value in values])
