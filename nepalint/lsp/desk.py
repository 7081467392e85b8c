"""The open documents and when each is looked at: nothing stale is published, no edit waits for a long lint."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types

from nepalint.batch import FileResult
from nepalint.diagnostic import Diagnostic
from nepalint.engine.run import LintResult
from nepalint.errors import NepalintError, defect
from nepalint.lsp.documents import OpenDocument
from nepalint.lsp.linting import Checker, Known
from nepalint.lsp.positions import Change

QUICK = 0.025
"""Seconds of a whole lint up to which each edit brings one."""
DEBOUNCE = 0.005
"""Seconds to wait for the next edit of a burst."""
QUIET = 0.3
"""Seconds without an edit after which a long document is linted whole."""
LONGEST_WAIT = 3.0
"""Seconds after which it is linted whole although edits go on."""
ATTEMPTS = 5
"""How often a request begins anew because the document changed meanwhile."""

T = TypeVar("T")


@dataclass(slots=True)
class _Desk:
    """One open document with what is known of it."""

    document: OpenDocument
    known: Known | None = None
    changes: list[Change] = field(default_factory=list)
    """What changed since `known`."""
    checked: tuple[int, LintResult | None] | None = None
    """The revision last linted whole, and its result."""
    seconds: float = 0.0
    waiting_since: float = 0.0
    timers: list[asyncio.TimerHandle] = field(default_factory=list)


class Desks:
    """All open documents.

    Args:
        checker: lints; it is used by one thread at a time.
        publish: called with a document and its findings; none where it is closed, left out, or could not be checked.
        complain: called with what kept a document from being checked.
    """

    def __init__(
        self,
        checker: Checker,
        publish: Callable[[OpenDocument, Sequence[Diagnostic]], None],
        complain: Callable[[str, NepalintError | str], None],
    ) -> None:
        self.checker = checker
        self._publish = publish
        self._complain = complain
        self._desks: dict[str, _Desk] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lint")
        self._tasks: set[asyncio.Task[None]] = set()

    def warm(self) -> None:
        """Read rules and tables before the first document comes."""
        self._start(self._warm())

    async def _warm(self) -> None:
        await self._in_worker(self.checker.warm)

    def document(self, uri: str) -> OpenDocument | None:
        """The open document at `uri`."""
        desk = self._desks.get(uri)
        return desk.document if desk is not None else None

    def open(self, item: types.TextDocumentItem, encoding: str, folder: Path) -> None:
        """Take a document; one that is open already is taken anew."""
        self._forget(item.uri)
        desk = self._desks[item.uri] = _Desk(OpenDocument(item, encoding, folder))
        self._start(self._check_whole(desk))

    def change(self, uri: str, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> None:
        """Take changes over; those of a document that is not open are left out."""
        desk = self._desks.get(uri)
        if desk is None:
            return
        desk.changes += desk.document.change(version, changes)
        self._schedule(desk)

    def close(self, uri: str) -> None:
        """Let go of a document, and of what was said about it."""
        desk = self._forget(uri)
        if desk is not None:
            self._publish(desk.document, ())

    def check_all(self) -> None:
        """Look at every document anew: settings or language are others."""
        for desk in self._desks.values():
            desk.known = desk.checked = None
            self._start(self._check_whole(desk))

    async def result(self, uri: str) -> LintResult | None:
        """The findings of the document as it is when this returns, or None where there are none to be had."""
        for _ in range(ATTEMPTS):
            desk = self._desks.get(uri)
            if desk is None:
                return None
            if desk.checked is not None and desk.checked[0] == desk.document.revision:
                return desk.checked[1]
            await self._check_whole(desk)
        return None

    async def mended(self, uri: str) -> FileResult | None:
        """What `check --fix` would make of the document as it is when this returns."""
        for _ in range(ATTEMPTS):
            desk = self._desks.get(uri)
            if desk is None:
                return None
            document, revision = desk.document, desk.document.revision
            source = document.source()
            made = await self._in_worker(lambda: self.checker.mend(source, document.format))  # noqa: B023
            if self._desks.get(uri) is desk and document.revision == revision:
                return made
        return None

    def _schedule(self, desk: _Desk) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        if not desk.timers:
            desk.waiting_since = now
        for timer in desk.timers:
            timer.cancel()
        desk.timers.clear()
        wait = DEBOUNCE
        if desk.known is not None and desk.seconds > QUICK:
            desk.timers.append(loop.call_later(DEBOUNCE, lambda: self._start(self._look_around(desk))))
            wait = max(DEBOUNCE, min(max(QUIET, 2 * desk.seconds), desk.waiting_since + LONGEST_WAIT - now))
        desk.timers.append(loop.call_later(wait, lambda: self._start(self._check_whole(desk))))

    async def _look_around(self, desk: _Desk) -> None:
        """Publish what is known of the document as it is now, with what is new around the last edit."""
        known, document, changes = desk.known, desk.document, list(desk.changes)
        if known is None or not changes:
            return
        revision, source = document.revision, document.source()
        now = await self._in_worker(lambda: self.checker.around(source, known, changes))
        if now is not None and self._is_current(desk, revision) and desk.known is known:
            desk.known = now
            desk.changes.clear()
            self._publish(document, now.diagnostics)

    async def _check_whole(self, desk: _Desk) -> None:
        """Lint the document as it is now and publish, unless it changed meanwhile."""
        document = desk.document
        revision, source = document.revision, document.source()

        def work() -> FileResult | None:
            began = time.perf_counter()
            try:
                return self.checker.check(source, document.format)
            finally:
                desk.seconds = time.perf_counter() - began

        file = await self._in_worker(work)
        if not self._is_current(desk, revision):
            desk.waiting_since = asyncio.get_running_loop().time()  # or every further edit would bring a whole lint
            return
        for timer in desk.timers:
            timer.cancel()
        desk.timers.clear()
        desk.changes.clear()
        result = file.result if file is not None else None
        if file is not None:
            if file.error is not None:
                self._complain(str(document.path), file.error)
            for failure in file.failures:
                self._complain(str(document.path), f"{failure.code}: {failure.detail}")
        desk.checked = (revision, result)
        desk.known = Known.of(result) if result is not None else None
        self._publish(document, result.diagnostics if result is not None else ())

    def _is_current(self, desk: _Desk, revision: int) -> bool:
        return self._desks.get(desk.document.uri) is desk and desk.document.revision == revision

    async def _in_worker(self, work: Callable[[], T]) -> T | None:
        """What `work` gives, or None where it ends in an error, which is told."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, work)
        except NepalintError as error:  # a settings file at fault, most of all
            self._complain("", error)
        except Exception as error:
            self._complain("", defect(error))
        return None

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)  # the loop itself holds no strong reference
        task.add_done_callback(self._tasks.discard)

    def _forget(self, uri: str) -> _Desk | None:
        desk = self._desks.pop(uri, None)
        if desk is not None:
            for timer in desk.timers:
                timer.cancel()
        return desk
