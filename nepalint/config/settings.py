"""The settings of one document, and what the command line changes in them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from nepalint.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class SuppressEntry:
    """One `[[suppress]]` table. `line` is where it stands in the settings file (1-based)."""

    file: str
    code: str
    reason: str
    fingerprint: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """What one settings file says; patterns are relative to `root`. `select` None means the rules of the profile."""

    root: Path = field(default_factory=Path.cwd)
    path: Path | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fail_level: Severity = Severity.WARNING
    lang: str | None = None
    profile: str = "default"
    conventions: tuple[tuple[str, str], ...] = ()
    unsafe_fixes: bool = False
    suppress: tuple[SuppressEntry, ...] = ()

    @classmethod
    def at(cls, path: Path, *, fail_level: str = Severity.WARNING, **fields: Any) -> Self:
        """The settings of the file at `path`, to whose folder its patterns are relative."""
        return cls(root=absolute(path).parent, path=path, fail_level=Severity(fail_level), **fields)

    def excludes(self, path: Path) -> bool:
        """Whether `exclude` names `path` or a folder above it."""
        return bool(self.exclude) and self._matches(path, self.exclude)

    def ignored_for(self, path: Path) -> tuple[str, ...]:
        """The selectors that `per-file-ignores` names for `path`."""
        return tuple(
            selector
            for pattern, selectors in self.per_file_ignores
            if self._matches(path, (pattern,))
            for selector in selectors
        )

    def suppressions_for(self, path: Path) -> tuple[SuppressEntry, ...]:
        """The `[[suppress]]` tables that name `path`."""
        return tuple(entry for entry in self.suppress if self._matches(path, (entry.file,)))

    def _matches(self, path: Path, patterns: Iterable[str]) -> bool:
        try:
            place = absolute(path).relative_to(self.root).as_posix()
        except ValueError:  # outside the folder that the patterns speak of
            return False
        return matches(place, patterns)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says; None and empty leave the settings file's word."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_level: Severity | None = None
    lang: str | None = None
    profile: str | None = None
    unsafe_fixes: bool | None = None

    def over(self, settings: Settings) -> Settings:
        """`settings` as the command line changes them: `select` replaces the file's choice, the others add to it."""
        if self.select:
            settings = replace(settings, select=self.select, ignore=(), extend_select=(), per_file_ignores=())
        return replace(
            settings,
            ignore=settings.ignore + self.ignore,
            extend_select=settings.extend_select + self.extend_select,
            fail_level=self.fail_level or settings.fail_level,
            lang=self.lang or settings.lang,
            profile=self.profile or settings.profile,
            unsafe_fixes=settings.unsafe_fixes if self.unsafe_fixes is None else self.unsafe_fixes,
        )


def absolute(path: Path) -> Path:
    """`path` from the root of the file system, without `..`, links left as they are."""
    return Path(os.path.abspath(path))  # Path.absolute() would keep the dots


def matches(place: str, patterns: Iterable[str]) -> bool:
    """Whether `place`, a path with `/`, matches one of the .gitignore-like `patterns`; later ones win over earlier."""
    from pathspec import GitIgnoreSpec  # slow to import, and most runs have no pattern

    return GitIgnoreSpec.from_lines(patterns).match_file(place)
