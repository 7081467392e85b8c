"""The documents of a run: opened one by one, so that one at a time is in memory."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nepalint.batch import FileResult, unhandled
from nepalint.config import Discovery
from nepalint.errors import NepalintError
from nepalint.files import Stamp, discover, read
from nepalint.text.source import Source

STDIN = "-"
STDIN_NAME = "<stdin>"


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that was read. `path` and `stamp` are None for standard input."""

    source: Source
    path: Path | None = None
    stamp: Stamp | None = None


def standard_input(name: str | None) -> Opened:
    """The document on standard input; `name` is a label and is never opened."""
    return Opened(Source.from_bytes(sys.stdin.buffer.read(), name or STDIN_NAME))


def open_documents(
    paths: Sequence[str], discovery: Discovery, *, follow: bool, force_exclude: bool
) -> Iterator[Opened | FileResult]:
    """The documents that `paths` name or hold; those that cannot be read are results already."""

    def wanted(path: Path) -> bool:
        return not discovery.for_file(path).excludes(path)

    for found in discover(paths, follow=follow, wanted=wanted):
        if found.error is not None:
            yield unhandled(found.name, found.path, found.error)
        elif not force_exclude or wanted(found.path):
            try:
                raw, stamp = read(found.path)
            except NepalintError as error:
                yield unhandled(found.name, found.path, error)
            else:
                yield Opened(Source.from_bytes(raw, found.name), found.path, stamp)
