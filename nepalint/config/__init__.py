"""Settings: which file holds them, what it may say, and how the command line changes them.

The nearest of `nepalint.toml`, `.nepalint.toml` and a `pyproject.toml` with a table `[tool.nepalint]`, searched upward
from each document, holds its settings; files further up are not merged in. Nothing in it is ever run as code.
"""

from dataclasses import replace
from pathlib import Path

from nepalint.config.reading import SETTINGS_FILES, read_settings
from nepalint.config.schema import LANGUAGES, LEVELS, SETTINGS_SCHEMA
from nepalint.config.settings import Overrides, Settings, SuppressEntry, absolute
from nepalint.errors import ConfigError
from nepalint.rulebook import PROFILES

__all__ = [
    "LANGUAGES",
    "LEVELS",
    "PROFILES",
    "SETTINGS_FILES",
    "SETTINGS_SCHEMA",
    "Discovery",
    "Overrides",
    "Settings",
    "SuppressEntry",
    "read_settings",
]


class Discovery:
    """Finds the settings of documents, and remembers them folder by folder.

    `fixed` are the settings of all documents, and no file is read; `explicit` names the one file for all documents,
    with patterns relative to the working folder.
    """

    def __init__(
        self, *, explicit: Path | None = None, fixed: Settings | None = None, overrides: Overrides | None = None
    ) -> None:
        self.overrides = overrides or Overrides()
        self._known: dict[Path, Settings] = {}
        if fixed is None and explicit is not None:
            found = read_settings(explicit)
            if found is None:
                raise ConfigError(f"{explicit}: no settings file", hint="Check the path given to --config.")
            fixed = replace(found, root=Path.cwd())
        self._everywhere = None if fixed is None else self.overrides.over(fixed)

    def for_file(self, path: Path) -> Settings:
        """The settings for the document at `path`, which need not exist."""
        return self.for_folder(absolute(path).parent)

    def for_folder(self, folder: Path) -> Settings:
        """The settings for documents that lie directly in `folder`."""
        if self._everywhere is not None:
            return self._everywhere
        folder = absolute(folder)
        settings = self._known.get(folder)
        if settings is None:
            settings = self._known[folder] = self._search(folder)
        return settings

    def _search(self, folder: Path) -> Settings:
        for name in SETTINGS_FILES:
            found = read_settings(folder / name)
            if found is not None:
                return self.overrides.over(found)
        if folder.parent == folder:
            return self.overrides.over(Settings())
        return self.for_folder(folder.parent)
