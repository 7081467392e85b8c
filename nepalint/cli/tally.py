"""What a run comes to: counts, the exit code, and the closing words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from nepalint.batch import FileResult
from nepalint.cli.exits import CHECKED, FOUND, NOT_CHECKED
from nepalint.cli.terminal import Terminal
from nepalint.diagnostic import Applicability, Severity
from nepalint.render.table import table


@dataclass(slots=True)
class RuleCount:
    """How often a rule fired, and how many of its findings can be mended."""

    name: str
    count: int = 0
    safe: int = 0
    unsafe: int = 0


@dataclass
class Tally:
    """Counts over the documents of a run. `places` are edits made, or that `--diff` would make."""

    documents: int = 0
    unchecked: int = 0
    changed: int = 0
    places: int = 0
    failing: bool = False
    rules: dict[str, RuleCount] = field(default_factory=dict)
    files_with_findings: int = 0

    def add(self, file: FileResult, fail_level: Severity) -> None:
        """Count one document."""
        self.documents += 1
        self.unchecked += not file.checked
        if file.mended is not None:
            self.changed += 1
            self.places += len(file.mended.edits)
        remaining = file.remaining
        if remaining is None:
            return
        self.files_with_findings += bool(remaining.diagnostics)
        for one in remaining.diagnostics:
            rule = self.rules.get(one.code)
            if rule is None:
                rule = self.rules[one.code] = RuleCount(one.name)
            rule.count += 1
            if one.fix is not None:
                applicability = one.fix.applicability
                rule.safe += applicability is Applicability.SAFE
                rule.unsafe += applicability is Applicability.UNSAFE
        if not self.failing:
            self.failing = any(one.severity.rank >= fail_level.rank for one in remaining.diagnostics)

    def exit_code(self, *, diff: bool, exit_zero: bool) -> int:
        """The exit code of the run; what could not be checked outweighs everything."""
        if self.unchecked:
            return NOT_CHECKED
        return FOUND if (self.changed if diff else self.failing) and not exit_zero else CHECKED

    def statistics(self) -> list[dict[str, Any]]:
        """The counts by rule, most frequent first."""
        ranked = sorted(self.rules.items(), key=lambda item: (-item[1].count, item[0]))
        return [
            {"code": code, "name": rule.name, "count": rule.count, "fixable": rule.safe, "unsafe_fixable": rule.unsafe}
            for code, rule in ranked
        ]

    def statistics_table(self, terminal: Terminal) -> str:
        """The counts by rule for people."""
        say = terminal.say
        head = [say(f"statistics.{key}") for key in ("code", "name", "count", "fixable", "unsafe")]
        rows = [
            [row["code"], row["name"], str(row["count"]), str(row["fixable"]), str(row["unsafe_fixable"])]
            for row in self.statistics()
        ]
        return table(head, rows, left=2) if rows else ""

    def closing(self, terminal: Terminal, *, diff: bool, fix: bool, unsafe: bool) -> Iterator[str]:
        """The last sentences of a run for people."""
        say = terminal.say
        if diff:
            yield say("summary.would", count=self.changed)
        elif fix and self.changed:
            yield say("summary.mended", count=self.places, files=say("summary.files", count=self.changed))
        total = sum(rule.count for rule in self.rules.values())
        checked = self.documents - self.unchecked
        if not self.documents:
            yield say("summary.none")
        elif not diff and total:
            yield say("summary.findings", count=total, files=say("summary.files", count=self.files_with_findings))
        elif not diff and checked:
            yield say("summary.clean", count=checked)
        if not fix and not diff:
            safe, risky = (sum(getattr(rule, kind) for rule in self.rules.values()) for kind in ("safe", "unsafe"))
            if unsafe:
                safe, risky = safe + risky, 0
            if safe:
                yield say("summary.fixable.with_unsafe" if unsafe else "summary.fixable", count=safe)
            if risky:
                yield say("summary.fixable.unsafe", count=risky)
        if self.unchecked:
            yield say("summary.unchecked", count=self.unchecked)
