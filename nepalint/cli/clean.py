"""`nepalint clean`: documents in, a canonical corpus out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from nepalint import __version__
from nepalint.api import Linter
from nepalint.batch import FileResult
from nepalint.cli import options
from nepalint.cli.command import command, option
from nepalint.cli.exits import CHECKED, NOT_CHECKED
from nepalint.cli.terminal import Terminal
from nepalint.corpus.clean import clean as run
from nepalint.corpus.summary import Counts, Summary
from nepalint.corpus.target import TargetError
from nepalint.diagnostic import FAMILIES
from nepalint.errors import UsageError
from nepalint.messages import choose_language
from nepalint.render.escape import visible
from nepalint.render.table import table
from nepalint.text.zones import Format


@command("clean")
@click.argument("source", metavar="SRC", type=click.Path(path_type=Path))
@option("-o", "--out", key="out", type=click.Path(path_type=Path), required=True, metavar="FOLDER")
@option("--force", key="force", is_flag=True)
@options.document_kind
@options.settings
@options.interface
def clean(
    *,
    source: Path,
    out: Path,
    force: bool,
    kind: str,
    config: Path | None,
    isolated: bool,
    lang: str | None,
    color: bool | None,
    quiet: bool,
    strict_internal: bool,
) -> int:
    """Write cleaned copies of documents, with a ledger of every edit."""
    discovery = options.discovery(config=config, isolated=isolated, profile="canonical", unsafe_fixes=False, lang=lang)
    terminal = Terminal(choose_language(discovery.for_folder(Path()).lang), color=color, quiet=quiet)
    if not source.exists():
        raise UsageError(f"{visible(str(source))}: {terminal.say('clean.no_source')}")
    linter = Linter(discovery, format=Format(kind), promoting=True, strict_internal=strict_internal)

    unchecked: list[FileResult] = []  # told after the run, so that the progress bar stays whole
    try:
        with _progress(terminal) as progress:
            summary = run(
                source,
                out,
                plan_for=linter.plan_for,
                wanted=lambda path: not discovery.for_file(path).excludes(path),
                version=__version__,
                rules=linter.rulebook.version,
                force=force,
                progress=progress,
                report=unchecked.append,
            )
    except TargetError as error:
        say = terminal.say
        hint = say.get(f"{error.key}.hint")
        raise UsageError(
            f"{visible(str(out))}: {say(error.key, **error.values)}", hint=hint and hint.format_map(error.values)
        ) from error
    finally:
        for file in unchecked:
            if file.error is not None:
                terminal.error(file.error, file.name)
            for failure in file.failures:
                terminal.failure(failure, file.name)
    if not quiet:
        terminal.write(_report(summary, out, terminal))
    terminal.flush()
    return NOT_CHECKED if summary.unchecked else CHECKED


def _report(summary: Summary, out: Path, terminal: Terminal) -> str:
    """The table of what was done, by family."""
    say = terminal.say

    def row(label: str, counts: Counts) -> list[str]:
        return [label, *map(str, (counts.findings, counts.mended, counts.promoted, counts.left))]

    head = [say(f"clean.{key}") for key in ("family", "findings", "mended", "promoted", "left")]
    rows = [
        row(f"{family} {say(f'category.{FAMILIES[family]}')}", counts)
        for family, counts in summary.families.items()
        if counts != Counts()
    ]
    title = say("clean.title", count=len(summary.documents), out=visible(str(out)))
    body = table(head, rows, foot=row(say("clean.total"), summary.total))
    unchecked = "".join(f"{say('summary.unchecked', count=len(summary.unchecked))}\n" for _ in summary.unchecked[:1])
    return f"{title}\n\n{body}{unchecked}"


@contextmanager
def _progress(terminal: Terminal) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, where a person watches and there is more than one document to wait for."""
    if not terminal.interactive:
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(terminal.say("clean.reading"))
        yield lambda done, total: bar.update(task, completed=done, total=total)
