"""`nepalint undo`, `replay` and `blame`: what a ledger is for."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import click

from nepalint.cli import options
from nepalint.cli.command import command, option
from nepalint.cli.exits import CHECKED
from nepalint.cli.terminal import Terminal
from nepalint.engine import ledger as ledgers
from nepalint.engine.ledger import Entry
from nepalint.errors import LedgerError, UnreadableError, UsageError
from nepalint.files import Stamp, read, write_atomic, write_output
from nepalint.messages import choose_language
from nepalint.render.escape import visible
from nepalint.text.positions import LineIndex

LEDGER = "ledger.jsonl"
SUMMARY = "summary.json"

_ledger_option = option("--ledger", key="ledger", type=click.Path(path_type=Path), metavar="FILE")
_out = option("-o", "--out", key="undo_out", metavar="FILE")
Side = Literal["input_sha256", "output_sha256"]


@command("undo")
@click.argument("document", metavar="FILE", type=click.Path(path_type=Path))
@_ledger_option
@_out
@options.interface
def undo(*, document: Path, ledger: Path | None, out: str | None, **interface: object) -> int:
    """Restore a cleaned document byte for byte from its ledger."""
    return _restore(_terminal(interface), document, ledger, out, "output_sha256", ledgers.undo)


@command("replay")
@click.argument("document", metavar="ORIGINAL", type=click.Path(path_type=Path))
@_ledger_option
@_out
@options.interface
def replay(*, document: Path, ledger: Path | None, out: str | None, **interface: object) -> int:
    """Clean a document again from its ledger, byte for byte."""
    return _restore(_terminal(interface), document, ledger, out, "input_sha256", ledgers.replay)


@command("blame")
@click.argument("place", metavar="FILE:LINE")
@_ledger_option
@option("--output-format", key="output_format", type=click.Choice(["text", "jsonl"]), default="text")
@options.interface
def blame(*, place: str, ledger: Path | None, output_format: str, **interface: object) -> int:
    """Show which edits touched a line of a cleaned document."""
    terminal = _terminal(interface)
    name, _, number = place.rpartition(":")
    if not name or not (number.isascii() and number.isdigit()):
        raise UsageError(terminal.say("usage.blame", place=place))
    content, stamp = read(name)
    text = content.decode("utf-8", "surrogateescape")
    lines = LineIndex(text)
    if not 1 <= int(number) <= lines.count:
        raise UsageError(f"{visible(place)}: {terminal.say('usage.blame.line', count=lines.count)}")
    entries = _entries_of(Path(name), stamp, _ledger_path(Path(name), ledger, terminal), "output_sha256")
    found = ledgers.blame(entries, text, int(number)) if entries else []
    if output_format == "jsonl":
        for line in ledgers.lines(found):
            terminal.write(line)
    else:
        for entry in found:
            terminal.write(_told(entry, name, lines, terminal))
        if not found:
            terminal.note(terminal.say("blame.none"))
    terminal.flush()
    return CHECKED


def _terminal(interface: dict[str, object]) -> Terminal:
    lang, color = interface["lang"], interface["color"]
    return Terminal(
        choose_language(lang if isinstance(lang, str) else None),
        color=color if isinstance(color, bool) else None,
        quiet=bool(interface["quiet"]),
    )


def _restore(
    terminal: Terminal,
    document: Path,
    ledger: Path | None,
    out: str | None,
    side: Side,
    change: Callable[[Sequence[Entry], bytes], bytes],
) -> int:
    """Turn one side of a ledger into the other, in place or into `out`."""
    content, stamp = read(document)
    made = change(_entries_of(document, stamp, _ledger_path(document, ledger, terminal), side), content)
    if out == "-":
        terminal.write_bytes(made)
        terminal.flush()
    elif out is not None:
        write_output(out, made)
    else:
        write_atomic(document, made, stamp)
    return CHECKED


def _ledger_path(document: Path, given: Path | None, terminal: Terminal) -> Path:
    """The ledger given, or the nearest one beside the document or in a folder above it."""
    if given is not None:
        return given
    for folder in document.absolute().parents:
        if (folder / LEDGER).is_file():
            return folder / LEDGER
    raise LedgerError(
        f"{visible(str(document))}: {terminal.say('usage.ledger_absent')}",
        hint=terminal.say("usage.ledger_absent.hint"),
    )


def _entries_of(document: Path, stamp: Stamp, ledger: Path, side: Side) -> list[Entry]:
    """The entries for the document with these bytes; none when the run left it as it was.

    Raises:
        LedgerError: the ledger does not speak of these bytes.
    """
    content, _ = read(ledger)
    entries = ledgers.read(content.split(b"\n"), visible(str(ledger)))
    documents = [made for made in ledgers.by_document(entries).values() if made[0][side] == stamp.sha256]
    if documents:
        # Two documents may hold the same bytes: then their edits are the same, and the name only tells whose they are.
        alike = [made for made in documents if document.as_posix().endswith(made[0]["file"])]
        return (alike or documents)[0]
    if not _left_alone(ledger.parent / SUMMARY, stamp):
        raise LedgerError(f"{visible(str(document))}: {visible(str(ledger))} holds no edits that led to these bytes")
    return []


def _left_alone(summary: Path, stamp: Stamp) -> bool:
    """Whether the summary beside a ledger says that a document of these bytes was read and needed no edit."""
    try:
        documents = json.loads(read(summary)[0])["documents"]
        return any(one["input_sha256"] == one["output_sha256"] == stamp.sha256 for one in documents)
    except (UnreadableError, LookupError, ValueError, TypeError):
        return False


def _told(entry: Entry, name: str, lines: LineIndex, terminal: Terminal) -> str:
    """One edit in words: where, what became what, by which rules, and why."""
    say = terminal.say
    place = lines.position(entry["after_start"])
    kind = say(f"applicability.{entry['applicability']}") + (f", {say('blame.promoted')}" if entry["promoted"] else "")
    told = [
        f"{visible(name)}:{place.line}:{place.column}: {' '.join(entry['codes'])} ({kind}) "
        f"‘{visible(entry['before'])}’ → ‘{visible(entry['after'])}’",
        f"  {visible(say.of(entry['message'], entry['message_en']))}",
    ]
    told += [f"  = ‘{visible(one['text'])}’ {visible(say.of(one['why'], one['why_en']))}" for one in entry["evidence"]]
    return "\n".join(told) + "\n"
