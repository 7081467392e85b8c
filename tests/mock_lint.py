"""Lint functions made of a few replacements, for tests of what comes after linting."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import cast

import regex

from nepalint.diagnostic import Applicability, Certainty, Diagnostic, Evidence, Fix, Severity
from nepalint.document import Document
from nepalint.engine.run import LintResult, RuleFailure
from nepalint.text.source import Source
from nepalint.text.spans import Edit, SpanSet

Zones = Callable[[str], Iterable[tuple[int, int]]]
Finder = Callable[[str], Iterable[Diagnostic]]


def finding(
    code: str,
    *edits: tuple[int, int, str],
    applicability: Applicability = Applicability.SAFE,
    evidence: tuple[Evidence, ...] = (),
    also: tuple[str, ...] = (),
) -> Diagnostic:
    """A finding whose span is that of its edits."""
    start, end = min(edit[0] for edit in edits), max(edit[1] for edit in edits)
    fix = Fix(tuple(Edit(*edit) for edit in edits), applicability, "सच्याउनुहोस्", "mend")
    return Diagnostic(
        code,
        f"rule-{code.lower()}",
        Severity.WARNING,
        Certainty.CERTAIN,
        start,
        max(start, end),
        f"{code} को कुरा",
        f"about {code}",
        fix,
        evidence,
        also=also,
    )


@dataclass(frozen=True)
class Replacing:
    """A rule that replaces every match of `pattern`; the text it found is its evidence."""

    code: str
    pattern: str
    replacement: str
    applicability: Applicability = Applicability.SAFE

    def __call__(self, text: str) -> Iterator[Diagnostic]:
        """The findings in `text`."""
        for match in regex.finditer(self.pattern, text):
            start, end = match.span()
            evidence = (Evidence(start, end, match[0], "यस्तो छ", "so it stands"),)
            edit = (start, end, match.expand(self.replacement))
            yield finding(self.code, edit, applicability=self.applicability, evidence=evidence)


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """The insides of “ ”; an opening mark without a partner protects to the end of its line."""
    for match in regex.finditer(r"“([^”\n]*)", text):
        yield match.span(1)


def nothing(text: str) -> tuple[()]:
    """No zones."""
    return ()


@dataclass
class MockLint:
    """A lint function of `rules`; what `zones` finds is protected. `calls` counts how often it ran."""

    rules: tuple[Finder, ...]
    zones: Zones = nothing
    failing: str = ""
    calls: int = 0

    def __call__(self, source: Source) -> LintResult:
        """Lint `source`; a text that holds `failing` makes a rule fail."""
        self.calls += 1
        text = source.text
        found = [one for rule in self.rules for one in rule(text)]
        found.sort(key=lambda one: (one.start, one.end, one.code))
        failed = bool(self.failing) and self.failing in text
        failures = (RuleFailure("ORT009", "budget", "gave up after 1 s"),) if failed else ()
        return LintResult(page(source, SpanSet(self.zones(text))), tuple(found), failures)


def page(source: Source, protected: SpanSet) -> Document:
    """A document of which no more is known than what is protected."""
    return cast(
        "Document", SimpleNamespace(source=source, text=source.text, zones=SimpleNamespace(protected=protected))
    )
