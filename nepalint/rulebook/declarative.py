"""Turning the `[[rule]]` tables of rule files into rules."""

import json
from collections.abc import Callable, Iterable

from nepalint.diagnostic import Applicability, Certainty, Severity
from nepalint.knowledge.rulefiles import RawRule
from nepalint.knowledge.tables import correction_table
from nepalint.rulebook.kinds import pattern, variants
from nepalint.rulebook.kinds.affix import Affix
from nepalint.rulebook.kinds.phrase import Phrase
from nepalint.rulebook.kinds.replace import Replace
from nepalint.rulebook.meta import PROFILES, Bad, RuleMeta
from nepalint.rulebook.rule import Rule, WordRule
from nepalint.rulebook.schema import validate
from nepalint.text.zones import Format

_BUILDERS: dict[str, Callable[[RuleMeta, RawRule], Rule]] = {
    "replace": Replace,
    "pattern": pattern.build,
    "affix": Affix,
    "phrase": Phrase,
    "variants": variants.build,
}


def build_rules(raw_rules: Iterable[RawRule]) -> tuple[Rule, ...]:
    """The rules of rule files, in order.

    Raises:
        RulebookError: at the first rule that breaks the schema or cannot be built.
    """
    return tuple(_build(raw) for raw in raw_rules)


def _build(raw: RawRule) -> Rule:
    validate(raw)
    rule = _BUILDERS[raw.values["kind"]](_meta(raw), raw)
    if isinstance(rule, WordRule):
        table = correction_table(raw.values["table"]) if "table" in raw.values else ()
        rule.definition = json.dumps([raw.values, table], sort_keys=True)
    return rule


def _meta(raw: RawRule) -> RuleMeta:
    values = raw.values
    certainty = Certainty(values.get("certainty", Certainty.CERTAIN))
    severity = Severity(values.get("severity", Severity.WARNING))
    if certainty is Certainty.SUSPECT and severity is not Severity.INFO:
        raise raw.error("a suspect finding has the severity info", "severity")
    optional = {key: values[key] for key in ("title", "title_en") if key in values}
    return RuleMeta(
        code=values["code"],
        name=values["name"],
        kind=values["kind"],
        message=values["message"],
        message_en=values["message_en"],
        why=values["why"],
        why_en=values["why_en"],
        references=tuple(values["references"]),
        since=values["since"],
        bad=tuple(Bad(row[0], row[1] if len(row) > 1 else None) for row in values["bad"]),
        good=tuple(values["good"]),
        aliases=tuple(values.get("aliases", ())),
        severity=severity,
        certainty=certainty,
        applicability=Applicability(values.get("applicability", Applicability.UNSAFE)),
        profiles=frozenset(values.get("profiles", PROFILES)),
        promoted=frozenset(values.get("promoted", ())),
        changes_numbers=values.get("changes_numbers", False),
        nepali_only=values.get("nepali_only", False),
        reports_protected=values.get("reports_protected", False),
        example_format=Format(values.get("example_format", Format.PLAIN)),
        **optional,
    )
