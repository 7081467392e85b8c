"""One run of `check`: documents in, findings and mended documents out."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from nepalint import __version__
from nepalint.api import Linter
from nepalint.batch import FileResult, unhandled
from nepalint.cli.documents import STDIN, Opened, open_documents, standard_input
from nepalint.cli.suppressions import Suppressions
from nepalint.cli.tally import Tally
from nepalint.cli.terminal import Terminal
from nepalint.engine import ledger as ledgers
from nepalint.errors import NepalintError
from nepalint.files import write_atomic
from nepalint.render import FOR_PEOPLE, RenderOptions, renderer
from nepalint.render.diff import unified
from nepalint.render.paint import painter


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What the command line asks of the documents."""

    paths: tuple[str, ...]
    stdin_filename: str | None
    fix: bool
    diff: bool
    statistics: bool
    output_format: str
    follow_symlinks: bool
    force_exclude: bool
    exit_zero: bool

    @property
    def from_stdin(self) -> bool:
        """Whether the document is on standard input."""
        return self.paths == (STDIN,) or (not self.paths and self.stdin_filename is not None)

    @property
    def writes(self) -> bool:
        """Whether documents are changed."""
        return self.fix and not self.diff


class Checking:
    """A run over the documents of `wish`; `log` is where the ledger of what is mended goes."""

    def __init__(self, wish: Wish, terminal: Terminal, linter: Linter, log: BinaryIO | None) -> None:
        self._wish = wish
        self._terminal = terminal
        self._linter = linter
        self._log = log
        self._tally = Tally()
        self._suppressions = Suppressions(linter)
        self._unsafe = False

    def run(self) -> int:
        """Go through the documents and return the exit code."""
        wish, terminal, tally = self._wish, self._terminal, self._tally
        if wish.diff:
            paint = painter(terminal.color)
            for file in self._results():
                if file.mended is not None:
                    for line in unified(file.name, file.mended, paint):
                        terminal.write(line)
        elif wish.statistics:
            for _ in self._results():
                pass
            if wish.output_format in FOR_PEOPLE:
                terminal.write(tally.statistics_table(terminal))
            else:
                terminal.write(json.dumps(tally.statistics(), ensure_ascii=False, indent=2) + "\n")
        else:
            options = RenderOptions(terminal.language, terminal.color)
            terminal.write_all(renderer(wish.output_format)(self._results(), options))
        for place in self._suppressions.unused():
            terminal.note(f"{terminal.say('severity.warning')}: {place}: {terminal.say('suppress.unused')}")
        if wish.output_format in FOR_PEOPLE:
            for sentence in tally.closing(terminal, diff=wish.diff, fix=wish.fix, unsafe=self._unsafe):
                terminal.note(sentence)
        terminal.flush()
        return tally.exit_code(diff=wish.diff, exit_zero=wish.exit_zero)

    def _results(self) -> Iterator[FileResult]:
        """What comes of each document, counted, errors told, mended ones written."""
        for opened in self._opened():
            file = opened if isinstance(opened, FileResult) else self._handled(opened)
            settings = self._linter.discovery.for_file(Path(file.name))
            self._unsafe = self._unsafe or settings.unsafe_fixes
            self._tally.add(file, settings.fail_level)
            self._suppressions.note(file, settings)
            if file.error is not None:
                self._terminal.error(file.error, file.name)
            for failure in file.failures:
                self._terminal.failure(failure, file.name)
            yield file

    def _opened(self) -> Iterator[Opened | FileResult]:
        wish = self._wish
        if wish.from_stdin:
            opened = standard_input(wish.stdin_filename)
            settings = self._linter.discovery.for_file(Path(opened.source.name))
            if wish.force_exclude and settings.excludes(Path(opened.source.name)):
                if wish.writes:
                    self._terminal.write_bytes(opened.source.raw)
                return
            yield opened
        else:
            for each in open_documents(
                wish.paths or (".",),
                self._linter.discovery,
                follow=wish.follow_symlinks,
                force_exclude=wish.force_exclude,
            ):
                if isinstance(each, FileResult) or not self._is_log(each):
                    yield each

    def _is_log(self, opened: Opened) -> bool:
        """Whether a document met in a folder is the ledger that this run writes."""
        if self._log is None or opened.stamp is None:
            return False
        status = os.fstat(self._log.fileno())
        return (status.st_dev, status.st_ino) == (opened.stamp.device, opened.stamp.inode)

    def _handled(self, opened: Opened) -> FileResult:
        """Check one document or mend it; where that is asked for, write it."""
        if not self._wish.fix and not self._wish.diff:
            return self._linter.check(opened.source)
        file = self._linter.mend(opened.source)
        if not self._wish.writes:
            return file
        if opened.path is None:
            # Whatever went wrong, an editor that takes this for its buffer must not lose the document.
            self._terminal.write_bytes((file.mended.after if file.mended else opened.source).raw)
        elif file.mended is not None and opened.stamp is not None:
            try:
                self._record(file)
                write_atomic(opened.path, file.mended.after.raw, opened.stamp)
            except NepalintError as error:
                return replace(file, error=unhandled(file.name, opened.path, error).error)
        return file

    def _record(self, file: FileResult) -> None:
        """Log the edits before they are made: an edit that is logged and not made does no harm."""
        if self._log is not None and file.mended is not None:
            made = ledgers.written(file.mended, version=__version__, rules=self._linter.rulebook.version)
            self._log.writelines(line.encode() for line in made)
            self._log.flush()
