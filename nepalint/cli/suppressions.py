"""Which suppressions of the settings suppress nothing any more."""

from collections.abc import Iterator
from pathlib import Path

from nepalint.api import Linter
from nepalint.batch import FileResult
from nepalint.config import Settings, SuppressEntry
from nepalint.engine.run import LintResult
from nepalint.render.escape import visible


class Suppressions:
    """Collects, over the documents of a run, which `[[suppress]]` tables had something to suppress."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._used: dict[str, bool] = {}

    def note(self, file: FileResult, settings: Settings) -> None:
        """Take one document into account; a table whose rules did not run on it says nothing of it."""
        result = file.outcome.first if file.outcome is not None else file.result
        if result is None or settings.path is None or not settings.suppress:
            return
        path = Path(file.name)
        ran = {rule.meta.code for rule in self._linter.plan_for(path).lint.rules}
        for entry in settings.suppressions_for(path):
            place = f"{visible(str(settings.path))}:{entry.line}"
            codes = self._linter.rulebook.resolve(entry.code)
            if codes & ran:
                self._used[place] = self._used.get(place, False) or _meets(entry, codes, result)

    def unused(self) -> Iterator[str]:
        """Where the tables stand that suppressed nothing."""
        return (place for place, used in self._used.items() if not used)


def _meets(entry: SuppressEntry, codes: frozenset[str], result: LintResult) -> bool:
    marks = result.fingerprints()[1] if entry.fingerprint is not None else [None] * len(result.suppressed)
    return any(
        one.code in codes and entry.fingerprint in (None, mark)
        for one, mark in zip(result.suppressed, marks, strict=True)
    )
