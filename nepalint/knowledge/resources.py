"""Where the data lies: `rules/` written by people, `nepalint/data/` built by scripts."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from nepalint.errors import RulebookError


@cache
def rules_root() -> Traversable:
    """The folder of the rules: `nepalint/rules` in an installed package, `rules/` beside the package in a checkout.

    Raises:
        RulebookError: neither is there.
    """
    installed = files("nepalint") / "rules"
    if installed.is_dir():
        return installed
    checkout = Path(__file__).resolve().parents[2] / "rules"
    if checkout.is_dir():
        return checkout
    raise RulebookError("the rules that belong to nepalint are missing", path="rules", hint="Install nepalint anew.")


def data_root() -> Traversable:
    """The folder of the data built by scripts."""
    return files("nepalint") / "data"
