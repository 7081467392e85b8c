"""Where the data lies: `rules/` written by people, `nepalint/data/` built by scripts."""

from functools import cache
from pathlib import Path

from nepalint.errors import RulebookError

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of the package. A plain path: `importlib.resources` would add a tenth to the start of every run."""


@cache
def rules_root() -> Path:
    """The folder of the rules: `nepalint/rules` in an installed package, `rules/` beside the package in a checkout.

    Raises:
        RulebookError: neither is there.
    """
    for folder in (PACKAGE / "rules", PACKAGE.parent / "rules"):
        if folder.is_dir():
            return folder
    raise RulebookError("the rules that belong to nepalint are missing", path="rules", hint="Install nepalint anew.")


def data_root() -> Path:
    """The folder of the data built by scripts."""
    return PACKAGE / "data"
