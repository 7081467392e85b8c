"""What a run of `clean` did, as `summary.json` keeps it."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from nepalint.diagnostic import FAMILIES, Diagnostic
from nepalint.engine.fixer import FixOutcome
from nepalint.errors import NepalintError

SCHEMA = 1
TOOL = "nepalint"


@dataclass(slots=True)
class Counts:
    """Findings before, edits made (those that the profile promoted apart), and findings left."""

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
        for family, count in _by_family(outcome.first.diagnostics).items():
            families[family].findings = count
        for family, count in _by_family(outcome.last.diagnostics).items():
            families[family].left = count
        for edit in outcome.edits:
            promoting = next((cause for cause in edit.causes if cause.promoted), None)
            if promoting is not None:
                families[promoting.code[:3]].promoted += 1
            else:
                families[edit.causes[0].code[:3]].mended += 1
        total = Counts()
        for family, counts in families.items():
            self.families[family] += counts
            total += counts
        self.left.update(one.code for one in outcome.last.diagnostics)
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


def _by_family(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(one.code[:3] for one in diagnostics)
