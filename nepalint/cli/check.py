"""`nepalint check`: find, and mend on request."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

import click

from nepalint.api import Linter
from nepalint.cli import options
from nepalint.cli.checking import Checking, Wish
from nepalint.cli.command import command, language_of, option
from nepalint.cli.documents import STDIN
from nepalint.cli.terminal import Terminal
from nepalint.engine import ledger as ledgers
from nepalint.errors import LedgerError, UsageError
from nepalint.messages import choose_language, messages
from nepalint.render import FORMATS
from nepalint.render.escape import visible
from nepalint.text.zones import Format


def _kinds(ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Kinds of documents; output formats are accepted too, for those who know `--format` from other linters."""
    for value in values:
        if value not in options.DOCUMENT_KINDS and value not in FORMATS:
            raise click.BadParameter(messages(language_of(ctx))("usage.format", value=value))
    return values


@command("check")
@click.argument("paths", nargs=-1)
@option("--fix", key="fix", is_flag=True)
@option("--unsafe-fixes/--no-unsafe-fixes", key="unsafe_fixes", default=None)
@option("--diff", key="diff", is_flag=True)
@options.selection
@option("--stdin-filename", key="stdin_filename", metavar="NAME")
@option("--statistics", key="statistics", is_flag=True)
@options.fail_level
@option("--output-format", key="output_format", type=click.Choice(FORMATS))
@option(
    "--format",
    "kinds",
    key="format",
    multiple=True,
    callback=_kinds,
    metavar=f"[{'|'.join(options.DOCUMENT_KINDS)}]",
)
@options.profile
@options.settings
@options.walking
@option("--ledger", key="ledger_write", type=click.Path(path_type=Path), metavar="FILE")
@option("--exit-zero", key="exit_zero", is_flag=True)
@options.interface
def check(
    *,
    kinds: tuple[str, ...],
    output_format: str | None,
    ledger: Path | None,
    config: Path | None,
    isolated: bool,
    color: bool | None,
    quiet: bool,
    strict_internal: bool,
    **given: Any,
) -> int:
    """Check documents; with --fix, mend them."""
    formats = [value for value in kinds if value in FORMATS]
    kind = next((value for value in reversed(kinds) if value in options.DOCUMENT_KINDS), "auto")
    output_format = output_format or (formats[-1] if formats else "full")
    overrides = {key: given.pop(key) for key in options.OVERRIDES}
    discovery = options.discovery(config=config, isolated=isolated, **overrides)
    wish = Wish(output_format=output_format, **given)
    terminal = Terminal(
        choose_language(discovery.for_folder(Path()).lang),
        color=color,
        quiet=quiet,
        findings_to_stderr=wish.from_stdin and wish.writes,
    )
    if STDIN in wish.paths and not wish.from_stdin:
        raise UsageError(terminal.say("usage.stdin_paths"))
    if ledger is not None and not wish.writes:
        raise UsageError(terminal.say("usage.ledger_alone"))
    if ledger is not None and wish.from_stdin:
        raise UsageError(terminal.say("usage.stdin_ledger"))
    linter = Linter(discovery, format=Format(kind), strict_internal=strict_internal)
    with ExitStack() as stack:
        log = stack.enter_context(_opened(ledger, terminal)) if ledger is not None else None
        return Checking(wish, terminal, linter, log).run()


def _opened(ledger: Path, terminal: Terminal) -> BinaryIO:
    """The ledger, open for appending; a document named by mistake, or a pipe that nobody reads, is not opened."""
    if ledger.is_file():
        with open(ledger, "rb") as file:
            beginning = file.readline()
        try:
            fits = not beginning or bool(ledgers.read([beginning]))
        except LedgerError:
            fits = False
    else:
        fits = not ledger.is_fifo()
    if not fits:
        raise UsageError(f"{visible(str(ledger))}: {terminal.say('usage.ledger_other')}")
    return open(ledger, "ab")
