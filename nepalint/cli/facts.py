"""`nepalint facts`: what was understood of the documents, as JSON lines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from nepalint.batch import FileResult
from nepalint.cli import options
from nepalint.cli.command import command, option
from nepalint.cli.documents import STDIN, Opened, open_documents, standard_input
from nepalint.cli.exits import CHECKED, NOT_CHECKED
from nepalint.cli.terminal import Terminal
from nepalint.document import Document
from nepalint.errors import EncodingError, NepalintError, UsageError, defect
from nepalint.facts.dates.find import find_dates
from nepalint.facts.names import find_names
from nepalint.messages import choose_language
from nepalint.text.source import Source
from nepalint.text.zones import Format


@command("facts")
@click.argument("paths", nargs=-1)
@option("--output-format", key="output_format", type=click.Choice(["jsonl"]), default="jsonl")
@option("--stdin-filename", key="stdin_filename", metavar="NAME")
@options.document_kind
@options.settings
@options.walking
@options.interface
def facts(
    *,
    paths: tuple[str, ...],
    stdin_filename: str | None,
    kind: str,
    config: Path | None,
    isolated: bool,
    follow_symlinks: bool,
    force_exclude: bool,
    lang: str | None,
    quiet: bool,
    strict_internal: bool,
    **_: Any,
) -> int:
    """List what was understood: dates and names."""
    discovery = options.discovery(config=config, isolated=isolated, lang=lang)
    terminal = Terminal(choose_language(discovery.for_folder(Path()).lang), quiet=quiet)
    if STDIN in paths and len(paths) > 1:
        raise UsageError(terminal.say("usage.stdin_paths"))
    opened: Iterator[Opened | FileResult]
    if paths == (STDIN,) or (not paths and stdin_filename is not None):
        opened = iter([standard_input(stdin_filename)])
    else:
        opened = open_documents(paths or (".",), discovery, follow=follow_symlinks, force_exclude=force_exclude)
    code = CHECKED
    for one in opened:
        error = one.error if isinstance(one, FileResult) else None
        if not isinstance(one, FileResult):
            try:
                for fact in _facts(one.source, Format(kind)):
                    terminal.write(json.dumps(fact, ensure_ascii=False) + "\n")
            except BrokenPipeError:
                raise
            except NepalintError as failure:
                error = failure
            except Exception as failure:
                if strict_internal:
                    raise
                error = defect(failure)
        if error is not None:
            terminal.error(error, one.name if isinstance(one, FileResult) else one.source.name)
            code = NOT_CHECKED
    terminal.flush()
    return code


def _facts(source: Source, kind: Format) -> Iterator[dict[str, Any]]:
    """The dates and names of one document, in the order in which they begin."""
    if source.wide_encoding or source.invalid:
        raise EncodingError("its bytes are not UTF-8")
    document = Document.open(source, kind)
    found: list[tuple[int, int, dict[str, Any]]] = [
        (
            one.start,
            one.end,
            {"kind": "date", "edtf": one.edtf, "calendar": one.calendar, "type": one.type},
        )
        for one in find_dates(document)
    ]
    found += [
        (one.start, one.end, {"kind": "name", "cluster": one.cluster, "canonical": one.canonical})
        for one in find_names(document)
    ]
    for start, end, more in sorted(found, key=lambda fact: (fact[0], fact[1], fact[2]["kind"])):
        kind_of = more.pop("kind")
        span = {"start": start, "end": end, "text": document.text[start:end]}
        yield {"file": source.name, "kind": kind_of, **span, **more}
