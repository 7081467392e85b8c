"""nepalint as a library: the same door that the command line uses.

>>> from nepalint.api import check_text
>>> [(one.code, one.start, one.end) for one in check_text("गाउँका घरहरु").remaining.diagnostics]
[('ORT001', 9, 12)]
"""

from pathlib import Path

from nepalint.batch import FileResult, Plan, check, mend
from nepalint.config import Discovery, Settings
from nepalint.config.reading import place_of
from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.level import Level
from nepalint.engine.run import Lint
from nepalint.engine.suppress import Suppression
from nepalint.errors import ConfigError, UsageError
from nepalint.rulebook import Rule, Rulebook, Selection
from nepalint.text.source import Source
from nepalint.text.zones import Format

__all__ = ["FileResult", "Linter", "check_text", "fix_text"]


class Linter:
    """Checks and mends documents, each by the settings that `discovery` finds for it.

    Rules keep what they learn of a word, so one `Linter` for many documents is faster than many.
    `promoting` applies the fixes that the profile of a document promotes.
    """

    def __init__(
        self,
        discovery: Discovery | None = None,
        *,
        format: Format = Format.AUTO,
        promoting: bool = False,
        strict_internal: bool = False,
    ) -> None:
        self.discovery = discovery if discovery is not None else Discovery(fixed=Settings())
        self.rulebook: Rulebook = load_rulebook()
        self._format = format
        self._promoting = promoting
        self._strict_internal = strict_internal
        self._plans: dict[object, Plan] = {}
        given = self.discovery.overrides
        for selector in (*given.select, *given.extend_select, *given.ignore):
            self.rulebook.resolve(selector)  # a mistyped option is an error even where there is no document

    def plan_for(self, path: Path) -> Plan:
        """How the document at `path`, which need not exist, is to be treated.

        Raises:
            UsageError: a selector on the command line names nothing.
            ConfigError: a settings file is at fault.
        """
        settings = self.discovery.for_file(path)
        left_out = settings.ignored_for(path)
        suppressions = tuple(
            Suppression(code, entry.reason, fingerprint=entry.fingerprint)
            for entry in settings.suppressions_for(path)
            for code in sorted(self._codes(entry.code, settings, "suppress"))
        )
        selection = Selection(
            settings.profile, settings.select, settings.extend_select, settings.ignore, settings.conventions
        )
        key = (selection, left_out, suppressions, settings.unsafe_fixes)
        plan = self._plans.get(key)
        if plan is None:
            rules = self._rules(selection, left_out, settings)
            plan = self._plans[key] = Plan(
                Lint(rules, self._format, suppressions, self._strict_internal),
                Level.UNSAFE if settings.unsafe_fixes else Level.SAFE,
                frozenset(
                    rule.meta.code for rule in rules if self._promoting and settings.profile in rule.meta.promoted
                ),
                frozenset(rule.meta.code for rule in rules if rule.meta.changes_numbers),
                self._strict_internal,
            )
        return plan

    def check(self, source: Source, path: Path | None = None) -> FileResult:
        """The findings in `source`, by the settings for a document at `path`, else for one of its name."""
        return check(source, self.plan_for(path or Path(source.name)))

    def mend(self, source: Source, path: Path | None = None) -> FileResult:
        """What fixing makes of `source`; nothing is written."""
        return mend(source, self.plan_for(path or Path(source.name)))

    def _rules(self, selection: Selection, left_out: tuple[str, ...], settings: Settings) -> tuple[Rule, ...]:
        for key, selectors in (
            ("select", selection.select or ()),
            ("extend-select", selection.extend_select),
            ("ignore", selection.ignore),
        ):
            for selector in selectors:
                self._codes(selector, settings, key)
        without = frozenset().union(*(self._codes(selector, settings, "per-file-ignores") for selector in left_out))
        return tuple(rule for rule in self.rulebook.choose(selection) if rule.meta.code not in without)

    def _codes(self, selector: str, settings: Settings, key: str) -> frozenset[str]:
        """The codes that a selector names; where a settings file holds it, an error points there."""
        try:
            return self.rulebook.resolve(selector)
        except UsageError as error:
            if settings.path is None:
                raise
            raise ConfigError(f"{place_of(settings.path, key, selector)}: {error}", hint=error.hint) from error


def check_text(text: str, *, name: str = "<text>", settings: Settings | None = None) -> FileResult:
    """The findings in `text`; `name` tells the kind of document by its suffix."""
    return _linter(settings).check(Source.from_text(text, name))


def fix_text(text: str, *, name: str = "<text>", settings: Settings | None = None) -> FileResult:
    """What safe fixes make of `text`: see `outcome.after.text`, unless `error` says why there is none."""
    return _linter(settings).mend(Source.from_text(text, name))


def _linter(settings: Settings | None) -> Linter:
    return Linter(Discovery(fixed=settings or Settings()))
