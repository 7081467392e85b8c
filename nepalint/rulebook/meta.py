"""What is known of a rule apart from what it does: its name, messages, reason, references and examples."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from nepalint.diagnostic import PASSAGES, Applicability, Certainty, Diagnostic, Evidence, Fix, Severity
from nepalint.text.spans import Edit
from nepalint.text.zones import Format

DEFAULT = "default"
CANONICAL = "canonical"
MINIMAL = "minimal"
PROFILES = (DEFAULT, CANONICAL, "wikipedia", "press", "academy", MINIMAL)
NEPALI_FAMILIES = ("HIN", "ORT", "NAM")
"""Families that speak of Nepali spelling."""


class Bad(NamedTuple):
    """A text that a rule flags once, and the mended text, or None where no fix is offered."""

    text: str
    mended: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleMeta:
    """The card of a rule. `message` and `title` are templates over `found`, `fix` and what the rule adds."""

    code: str
    name: str
    message: str
    message_en: str
    why: str
    why_en: str
    references: tuple[str, ...]
    since: str
    bad: tuple[Bad, ...]
    good: tuple[str, ...]
    kind: str = "code"
    aliases: tuple[str, ...] = ()
    severity: Severity = Severity.WARNING
    certainty: Certainty = Certainty.CERTAIN
    applicability: Applicability = Applicability.UNSAFE
    title: str = "‘{found}’ लाई ‘{fix}’ बनाउने"
    title_en: str = "Replace ‘{found}’ by ‘{fix}’"
    profiles: frozenset[str] = field(default=frozenset(PROFILES))
    promoted: frozenset[str] = frozenset()
    changes_numbers: bool = False
    nepali_only: bool = False
    reports_protected: bool = False
    whole_document: bool = False
    example_format: Format = Format.PLAIN

    def __post_init__(self) -> None:
        if self.applicability is not Applicability.SAFE and not self.code.startswith("SUP"):
            object.__setattr__(self, "profiles", self.profiles - {MINIMAL})  # only what is mended safely

    @property
    def speaks_of_nepali(self) -> bool:
        """Whether the rule speaks of Nepali alone, so that it has nothing to say of a line in another language."""
        return self.nepali_only or (self.code[:3] in NEPALI_FAMILIES and self.code not in PASSAGES)

    def diagnose(
        self,
        start: int,
        end: int,
        *,
        found: str,
        edits: tuple[Edit, ...] = (),
        fix: str = "",
        evidence: tuple[Evidence, ...] = (),
        alternatives: tuple[str, ...] = (),
        applicability: Applicability | None = None,
        **values: object,
    ) -> Diagnostic:
        """A finding of this rule at the code points `[start, end)`; without `edits` it has no fix."""
        templates = (self.message, self.message_en, self.title, self.title_en)
        if values:
            filled = {"found": found, "fix": fix, **values}
            message, message_en, title, title_en = [template.format_map(filled) for template in templates]
        else:
            message, message_en, title, title_en = _filled(templates, found, fix)
        offered = Fix(edits, applicability or self.applicability, title, title_en) if edits else None
        return Diagnostic(
            self.code,
            self.name,
            self.severity,
            self.certainty,
            start,
            end,
            message,
            message_en,
            offered,
            evidence,
            alternatives,
        )


@lru_cache(maxsize=4096)
def _filled(templates: tuple[str, ...], found: str, fix: str) -> list[str]:
    """The templates with their two usual values; a hundred thousand findings alike share their texts."""
    return [
        template.format(found=found, fix=fix) if "{" in template or "}" in template else template
        for template in templates
    ]
