"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from nepalint.cli.command import Decorated, option
from nepalint.config import LANGUAGES, LEVELS, PROFILES, Discovery, Overrides, Settings
from nepalint.diagnostic import Severity

DOCUMENT_KINDS = ("auto", "plain", "wikitext", "markdown", "html")


def _selectors(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The selectors of an option given any number of times, each time with several separated by commas."""
    pieces = (piece.strip() for value in values for piece in value.split(","))
    return tuple(piece for piece in pieces if piece)


def stacked(*decorators: Callable[[Decorated], Decorated]) -> Callable[[Decorated], Decorated]:
    """Several decorators as one, the first outermost."""

    def decorate(function: Decorated) -> Decorated:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


lang = option("--lang", key="lang", type=click.Choice(LANGUAGES))
color = option("--color/--no-color", key="color", default=None)
quiet = option("-q", "--quiet", key="quiet", is_flag=True)
strict = option("--strict-internal", key="strict_internal", is_flag=True)
document_kind = option("--format", "kind", key="document_kind", type=click.Choice(DOCUMENT_KINDS), default="auto")

interface = stacked(lang, color, quiet, strict)
"""How the command speaks."""

selection = stacked(
    option("--select", key="select", multiple=True, callback=_selectors, metavar="RULES"),
    option("--ignore", key="ignore", multiple=True, callback=_selectors, metavar="RULES"),
    option("--extend-select", key="extend_select", multiple=True, callback=_selectors, metavar="RULES"),
)
"""Which rules run."""

settings = stacked(
    option("--config", key="config", type=click.Path(path_type=Path), metavar="FILE"),
    option("--isolated", key="isolated", is_flag=True),
)
"""Where the settings come from."""

walking = stacked(
    option("--follow-symlinks", key="follow_symlinks", is_flag=True),
    option("--force-exclude", key="force_exclude", is_flag=True),
)
"""Which files are taken."""

OVERRIDES = ("select", "ignore", "extend_select", "unsafe_fixes", "fail_level", "profile", "lang")
"""The parameters that change what a settings file says."""

profile = option("--profile", key="profile", type=click.Choice(PROFILES))
fail_level = option("--fail-level", key="fail_level", type=click.Choice(LEVELS))


def discovery(*, config: Path | None, isolated: bool, **given: Any) -> Discovery:
    """The settings of a run: a file named, none, or those found beside the documents; `given` wins over them."""
    if given.get("fail_level") is not None:
        given["fail_level"] = Severity(given["fail_level"])
    return Discovery(explicit=config, fixed=Settings() if isolated else None, overrides=Overrides(**given))
