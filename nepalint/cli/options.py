"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from nepalint.cli.command import Decorated, option
from nepalint.config import LANGUAGES, LEVELS, PROFILES, Discovery, Overrides, Settings
from nepalint.diagnostic import Severity

DOCUMENT_KINDS = ("auto", "plain", "wikitext", "markdown", "html")


class Selectors(click.ParamType):
    """Selectors of rules, separated by commas."""

    name = "rules"

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> tuple[str, ...]:
        """The selectors, without blanks and empty ones."""
        if isinstance(value, tuple):
            return value
        return tuple(part for part in (piece.strip() for piece in str(value).split(",")) if part)


def _joined(_ctx: click.Context, _param: click.Parameter, values: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(selector for value in values for selector in value)


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
    option("--select", key="select", type=Selectors(), multiple=True, callback=_joined),
    option("--ignore", key="ignore", type=Selectors(), multiple=True, callback=_joined),
    option("--extend-select", key="extend_select", type=Selectors(), multiple=True, callback=_joined),
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
