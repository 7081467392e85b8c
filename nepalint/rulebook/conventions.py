"""Conventions: questions of style that every writer may answer in their own way, and the rules that hold to an answer.

A project chooses for each convention one of its styles, or `consistent` (the majority of the document decides, and a
tie finds nothing), or `outliers` (as consistent, but only where the document is nearly uniform; a remark, no warning),
or `off`. A profile is a choice for every convention.
"""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Self

from nepalint.diagnostic import Diagnostic, Evidence, Severity
from nepalint.document import Document
from nepalint.rulebook.meta import PROFILES
from nepalint.rulebook.rule import TextRule
from nepalint.text.spans import Edit, SpanSet, apply_edits
from nepalint.text.zones import ZoneKind

OFF = "off"
CONSISTENT = "consistent"
OUTLIERS = "outliers"
NEARLY_UNIFORM = 20
"""Places in the style of the majority for each other one, from which a document is nearly uniform."""


@dataclass(frozen=True, slots=True)
class Convention:
    """A convention with its styles, the one of the rule's examples first, and what each profile chooses."""

    name: str
    styles: tuple[str, ...]
    in_profile: Mapping[str, str]

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be chosen for it."""
        by_majority = (CONSISTENT, OUTLIERS) if len(self.styles) > 1 else ()
        return (*self.styles, *by_majority, OFF)

    @property
    def profiles(self) -> frozenset[str]:
        """The profiles in which it is not off."""
        return frozenset(profile for profile, choice in self.in_profile.items() if choice != OFF)

    @property
    def on_request(self) -> str:
        """What is chosen where a selector asks for the rule though the profile has it off."""
        return CONSISTENT if len(self.styles) > 1 else self.styles[0]


def _table(rows: Mapping[str, tuple[str, str]]) -> dict[str, Convention]:
    return {
        name: Convention(name, tuple(styles.split()), dict(zip(PROFILES, choices.split(), strict=True)))
        for name, (styles, choices) in rows.items()
    }


CONVENTIONS = _table({
    # name: styles; then what default, canonical, wikipedia, press, academy and minimal choose
    "danda-spacing": ("closed spaced", "outliers closed consistent consistent spaced off"),
    "mark-spacing": ("closed spaced", "off off consistent consistent consistent off"),
    "quotation-style": ("double single straight curly", "off double consistent curly curly off"),
    "suffix-after-digits": ("joined spaced", "off joined consistent spaced joined off"),
    "postposition-after-digits": ("joined spaced", "off off consistent spaced joined off"),
    "suffix-after-quotation": ("joined spaced", "off off consistent consistent joined off"),
    "digits": ("devanagari ascii", "off off consistent devanagari devanagari off"),
    "number-grouping": ("lakh thousand", "off off lakh lakh lakh off"),
    "range-dash": ("en-dash hyphen", "off off consistent consistent en-dash off"),
    "clause-dash": ("en-dash em-dash hyphen", "off off consistent consistent en-dash off"),
    "ellipsis": ("character dots", "off off consistent consistent character off"),
    "year-word": ("written bare", "off off off off off off"),
    "date-order": ("day-first year-first", "off off consistent off off off"),
    "comma-before-conjunction": ("without", "off off off off without off"),
})  # fmt: skip
"""All conventions by name."""


class Use(NamedTuple):
    """A place `[start, end)`, in code points, where a text follows a style."""

    style: str
    start: int
    end: int


class ConventionRule(TextRule):
    """A rule that holds a document to what is chosen for its convention; without a choice, to the first style."""

    convention: Convention
    about_quotations: bool = False
    """Whether the places are the marks of quotations, which are no protected text, rather than stretches of text."""

    def __init__(self, choice: str = "") -> None:
        self.choice = choice or self.convention.styles[0]

    def choosing(self, choice: str) -> Self:
        """The same rule with another choice."""
        return self if choice == self.choice else type(self)(choice)

    @abstractmethod
    def uses(self, document: Document) -> Iterable[Use]:
        """The places where a document follows a style, in order."""

    @abstractmethod
    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        """The edits, all within the place, that put it in `style`; none where it is so or cannot be."""

    def shown(self, text: str, use: Use, edits: tuple[Edit, ...], style: str) -> tuple[str, str]:
        """What messages call the place, and what they call it in `style`."""
        moved = [Edit(edit.start - use.start, edit.end - use.start, edit.replacement) for edit in edits]
        found = text[use.start : use.end]
        return found, apply_edits(found, moved)

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """The places in another style: as remarks without a fix in quotations, not at all in other protected text."""
        text = document.text
        zones = document.zones
        uses = list(self.uses(document))
        prose = uses if self.about_quotations else [u for u in uses if not zones.protected.overlaps(u.start, u.end)]
        evidence: tuple[Evidence, ...] = ()
        style = self.choice
        if style in (CONSISTENT, OUTLIERS):
            style = _majority(prose, self.convention.styles, lopsided=style == OUTLIERS)
            if not style:
                return
            evidence = (_witness(text, prose, style),)
        for use in prose:
            edits = () if use.style == style else self.restyled(text, use, style)
            if edits:
                one = self._finding(text, use, edits, style, evidence)
                yield one._replace(severity=Severity.INFO) if self.choice == OUTLIERS else one
        if len(prose) == len(uses) or self.choice == OUTLIERS:
            return
        markup = SpanSet((zone.start, zone.end) for zone in zones.zones if zone.kind is not ZoneKind.QUOTATION)
        for use in uses:
            quoted = zones.quotations.overlaps(use.start, use.end) and not markup.overlaps(use.start, use.end)
            edits = self.restyled(text, use, style) if quoted and use.style != style else ()
            if edits:
                yield self._finding(text, use, edits, style, evidence)._replace(severity=Severity.INFO, fix=None)

    def _finding(
        self, text: str, use: Use, edits: tuple[Edit, ...], style: str, evidence: tuple[Evidence, ...]
    ) -> Diagnostic:
        found, fix = self.shown(text, use, edits, style)
        return self.meta.diagnose(use.start, use.end, found=found, fix=fix, edits=edits, evidence=evidence)


def _majority(uses: Iterable[Use], styles: tuple[str, ...], *, lopsided: bool) -> str:
    """The style that most places follow; empty for a tie, and for a document in one style or without any."""
    counts = Counter(use.style for use in uses if use.style in styles)
    if len(counts) < 2:
        return ""
    (style, most), (_, second) = counts.most_common(2)
    least = NEARLY_UNIFORM * (counts.total() - most) if lopsided else second + 1
    return style if most >= least else ""


def _witness(text: str, uses: list[Use], style: str) -> Evidence:
    """The first place in the style of the majority, with the counts."""
    alike = [use for use in uses if use.style == style]
    _, start, end = alike[0]
    most, total = len(alike), len(uses)
    why = f"यस प्रलेखका {total} मध्ये {most} ठाउँमा यसै लेखिएको छ।"
    return Evidence(start, end, text[start:end], why, f"{most} of {total} places in this document are written so.")
