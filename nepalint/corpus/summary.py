"""What a run of `clean` did, as `summary.json` keeps it."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from nepalint.diagnostic import FAMILIES, Diagnostic
from nepalint.engine.fixer import FixOutcome
from nepalint.engine.packed import PackedFindings
from nepalint.errors import NepalintError

SCHEMA = 1
TOOL = "nepalint"


@dataclass(slots=True)
class Counts:
    """Findings before, those mended (the ones that only the profile promoted apart), and findings left."""

    findings: int = 0
    mended: int = 0
    promoted: int = 0
    left: int = 0

    def __iadd__(self, other: "Counts") -> "Counts":
        self.findings += other.findings
        self.mended += other.mended
        self.promoted += other.promoted
        self.left += other.left
        return self


@dataclass(frozen=True, slots=True)
class Written:
    """A document that was written: its name, the SHA-256 of its bytes before and after, the rounds it took."""

    file: str
    input_sha256: str
    output_sha256: str
    rounds: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A document that could not be checked and was not written, and why."""

    file: str
    error: str
    reason: str


@dataclass(slots=True)
class Summary:
    """A run of `clean`. `rules` is the version of the rulebook, `canonical` that of the canonical form."""

    version: str
    rules: str
    canonical: int
    documents: list[Written] = field(default_factory=list)
    unchecked: list[Unchecked] = field(default_factory=list)
    families: dict[str, Counts] = field(default_factory=lambda: {family: Counts() for family in FAMILIES})
    left: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> Counts:
        """The sum over all families."""
        total = Counts()
        for counts in self.families.values():
            total += counts
        return total

    def add(self, name: str, outcome: FixOutcome) -> None:
        """Count a document that was written."""
        families = {family: Counts() for family in FAMILIES}
        before = Counter(_codes(outcome.first.diagnostics))
        after = Counter(_codes(outcome.last.diagnostics))
        promoted = {cause.code for edit in outcome.edits for cause in edit.causes if cause.promoted}
        for code in before.keys() | after.keys():
            counts = families[code[:3]]
            counts.findings += before[code]
            counts.left += after[code]
            gone = max(0, before[code] - after[code])
            if code in promoted:
                counts.promoted += gone
            else:
                counts.mended += gone
        total = Counts()
        for family, counts in families.items():
            self.families[family] += counts
            total += counts
        self.left.update(after)
        self.documents.append(Written(name, outcome.before.sha256, outcome.after.sha256, outcome.rounds, total))

    def refuse(self, name: str, error: NepalintError) -> None:
        """Name a document that was not written."""
        self.unchecked.append(Unchecked(name, error.code, str(error)))

    def json(self) -> str:
        """The summary as JSON; the same run gives the same text."""
        content: dict[str, Any] = {
            "schema": SCHEMA,
            "tool": TOOL,
            "complete": True,
            "version": self.version,
            "rules": self.rules,
            "canonical": self.canonical,
            "total": asdict(self.total),
            "families": {FAMILIES[family]: asdict(counts) for family, counts in self.families.items()},
            "left": dict(sorted(self.left.items())),
            "documents": [asdict(document) for document in self.documents],
            "unchecked": [asdict(document) for document in self.unchecked],
        }
        # A file name may hold bytes that are not UTF-8; as escapes they survive.
        return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace").decode() + "\n"


def _codes(findings: Iterable[Diagnostic]) -> Iterable[str]:
    return findings.codes() if isinstance(findings, PackedFindings) else (one.code for one in findings)
