"""What the server finds in a document: wholly, or in a hurry around an edit of a long one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from nepalint.api import Linter
from nepalint.batch import FileResult
from nepalint.config import Discovery, Overrides, Settings
from nepalint.diagnostic import Diagnostic
from nepalint.engine.run import LintResult
from nepalint.lsp.positions import Change
from nepalint.rulebook import Rulebook
from nepalint.text.source import Source
from nepalint.text.spans import Span
from nepalint.text.zones import Format

AROUND = 2_000
"""Code points on either side of an edit up to which the paragraph around it is looked at."""
LONGEST_WINDOW = 20_000
"""Code points of a paragraph that are looked at in a hurry."""


class Checker:
    """Lints documents, each by the settings of its folder. One thread uses it at a time: rules keep what they learn."""

    def __init__(self, overrides: Overrides, *, config: Path | None = None, isolated: bool = False) -> None:
        self.overrides = overrides
        self._config = config
        self._isolated = isolated
        self._discovery = self._discovered()
        self._linters: dict[Format, Linter] = {}
        self._linter(Format.AUTO)  # a mistyped selector is an error at once

    @property
    def rulebook(self) -> Rulebook:
        """All rules."""
        return self._linter(Format.AUTO).rulebook

    def warm(self) -> None:
        """Do what only the first document of a process costs."""
        self._linter(Format.AUTO).check(Source.from_text("नेपाली पाठ ।\n", "warm.txt"))

    def forget_settings(self) -> None:
        """Read settings files anew."""
        self._discovery = self._discovered()
        for linter in self._linters.values():
            linter.discovery = self._discovery

    def settings(self, path: Path) -> Settings:
        """The settings for the document at `path`.

        Raises:
            ConfigError: a settings file is at fault.
        """
        return self._discovery.for_file(path)

    def check(self, source: Source, format: Format) -> FileResult | None:
        """The findings in `source`, or None where the settings leave the document out."""
        path = Path(source.name)
        if self.settings(path).excludes(path):
            return None
        return self._linter(format).check(source, path)

    def mend(self, source: Source, format: Format) -> FileResult:
        """What `check --fix` would make of `source`, verified."""
        return self._linter(format).mend(source, Path(source.name))

    def around(self, source: Source, known: "Known", changes: Sequence[Change]) -> "Known":
        """What is known of an earlier text, carried on to this one, with new findings around the last change.

        What only the whole document tells waits for `check`: findings of rules that look at all of it, and all new
        ones where something was suppressed, or where a quotation or markup reaches beyond the paragraph.
        """
        moved = carried(known.diagnostics, changes)
        protected = carried_spans(known.protected, changes)
        window = _paragraph(source.text, changes[-1])
        crossed = any(start < edge < end for start, end in protected for edge in window)
        if not known.result.suppressed and not crossed and window.end - window.start <= LONGEST_WINDOW:
            moved = sorted(
                moved + self._new(source, window, known, moved), key=lambda one: (one.start, one.end, one.code)
            )
        return Known(known.result, moved, protected)

    def _new(self, source: Source, window: Span, known: "Known", moved: list[Diagnostic]) -> list[Diagnostic]:
        """The findings in a window, read as a document of its own, that are not among those `moved`."""
        piece = Source.from_text(source.text[window.start : window.end], source.name)
        result = self._linter(known.result.document.format).check(piece, Path(source.name)).result
        if result is None:
            return []
        by_code = self.rulebook.by_code
        seen = {(one.code, one.start, one.end) for one in moved}
        return [
            one
            for one in (each.moved(window.start) for each in result.diagnostics)
            if not by_code[one.code].meta.whole_document and (one.code, one.start, one.end) not in seen
        ]

    def _linter(self, format: Format) -> Linter:
        linter = self._linters.get(format)
        if linter is None:
            linter = self._linters[format] = Linter(self._discovery, format=format)
        return linter

    def _discovered(self) -> Discovery:
        return Discovery(explicit=self._config, fixed=Settings() if self._isolated else None, overrides=self.overrides)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a version of a document: the last whole result, and what was carried on from it."""

    result: LintResult
    diagnostics: Sequence[Diagnostic]
    protected: Sequence[Span]

    @classmethod
    def of(cls, result: LintResult) -> Self:
        """What a whole result tells."""
        return cls(result, result.diagnostics, list(result.document.zones.protected))


def carried(found: Iterable[Diagnostic], changes: Sequence[Change]) -> list[Diagnostic]:
    """The findings that no change touches, where they lie after the changes; sorted as they were."""
    kept = list(found)
    for change in changes:
        after: list[Diagnostic] = []
        for one in kept:
            moved = _carried(one, change)
            if moved is not None:
                after.append(moved)
        kept = after
    return kept


def carried_spans(spans: Iterable[tuple[int, int]], changes: Sequence[Change]) -> list[Span]:
    """Spans where they lie after the changes; those that a change touches grow or shrink with it."""
    kept = [Span(*span) for span in spans]
    for start, end, length in changes:
        by = length - (end - start)
        kept = [
            Span(first if first <= start else max(start, first + by), last if last <= start else max(start, last + by))
            for first, last in kept
        ]
    return kept


def _carried(one: Diagnostic, change: Change) -> Diagnostic | None:
    """A finding after a change, or None where the change touches it or what its fix would edit."""
    start, end = one.start, one.end
    if one.fix is not None:
        for edit in one.fix.edits:
            start, end = min(start, edit.start), max(end, edit.end)
    if end < change.start:
        moved = one
    elif change.end < start:
        moved = one.moved(change.by)
    else:
        return None
    if not one.evidence:
        return moved
    evidence = tuple(
        piece if piece.end < change.start else piece._replace(start=piece.start + change.by, end=piece.end + change.by)
        for piece in one.evidence
        if piece.end < change.start or change.end < piece.start
    )
    return moved._replace(evidence=evidence)


def _paragraph(text: str, change: Change) -> Span:
    """The lines around a change up to the empty lines before and behind it, within bounds."""
    at, end = change.start, change.start + change.length
    start = max(text.rfind("\n\n", max(0, at - AROUND), at), text.rfind("\n", 0, max(0, at - AROUND)))
    stop = text.find("\n\n", end, end + AROUND)
    if stop < 0:
        stop = text.find("\n", min(len(text), end + AROUND))
    return Span(start + 1, len(text) if stop < 0 else stop + 1)
