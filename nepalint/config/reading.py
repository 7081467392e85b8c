"""From a settings file to `Settings`."""

from pathlib import Path
from typing import Any

from nepalint.config.schema import SETTINGS_SCHEMA
from nepalint.config.settings import Settings, SuppressEntry
from nepalint.config.toml import Checker, Place, line_of, parse
from nepalint.errors import ConfigError

SETTINGS_FILES = ("nepalint.toml", ".nepalint.toml", "pyproject.toml")
"""In the order in which they are looked for within one folder."""


def read_settings(path: Path) -> Settings | None:
    """The settings in the file at `path`; None when there is no file, or it is a `pyproject.toml` without any.

    Raises:
        ConfigError: the file cannot be read, or says what no settings file may say.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not valid UTF-8 at byte {error.start}") from error
    return parse_settings(text, path)


def parse_settings(text: str, path: Path) -> Settings | None:
    """The settings in `text`, the content of the file at `path`; None for a `pyproject.toml` that has no such table.

    Raises:
        ConfigError: a key or a value that no settings file may have; the message says the line.
    """
    data: Any = parse(text, str(path))
    above: Place = ()
    if path.name == "pyproject.toml":
        above = ("tool", "nepalint")
        tool = data.get("tool", {})
        if not isinstance(tool, dict) or "nepalint" not in tool:
            return None
        data = tool["nepalint"]
    Checker(text, str(path)).check(data, SETTINGS_SCHEMA, above)
    ignores = tuple((pattern, tuple(selectors)) for pattern, selectors in data.pop("per-file-ignores", {}).items())
    conventions = tuple(data.pop("conventions", {}).items())
    suppress = tuple(
        SuppressEntry(**entry, line=line_of(text, (*above, "suppress", index)))
        for index, entry in enumerate(data.pop("suppress", ()))
    )
    fields: dict[str, Any] = {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value for key, value in data.items()
    }
    return Settings.at(path, per_file_ignores=ignores, conventions=conventions, suppress=suppress, **fields)


def place_of(path: Path, key: str, value: str) -> str:
    """`path:line` of the `value` under `key` in a settings file that has been read before."""
    lines = path.read_text("utf-8", "replace").split("\n")
    above: Place = ("tool", "nepalint") if path.name == "pyproject.toml" else ()
    first = line_of("\n".join(lines), (*above, key))
    quoted = (f'"{value}"', f"'{value}'")
    line = next((n for n in range(first, len(lines) + 1) if any(text in lines[n - 1] for text in quoted)), first)
    return f"{path}:{line}"
