"""The server: what of the protocol is answered, and how the pieces work together."""

import gc
import logging
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from nepalint import __version__
from nepalint.config import SETTINGS_FILES, Overrides
from nepalint.diagnostic import Diagnostic
from nepalint.errors import NepalintError
from nepalint.lsp.actions import FIX_ALL, KINDS, QUICK_FIX, fix_all_edits, offers, wants, workspace_edit
from nepalint.lsp.desk import Desks
from nepalint.lsp.documents import OpenDocument
from nepalint.lsp.findings import published
from nepalint.lsp.framing import Framed
from nepalint.lsp.hover import explained
from nepalint.lsp.linting import Checker
from nepalint.lsp.positions import UTF16, Positions
from nepalint.lsp.protocol import NepalintProtocol
from nepalint.lsp.wishes import Abilities, chosen, language, root
from nepalint.messages import choose_language, messages
from nepalint.render.escape import visible

GARBAGE_AFTER = 100_000
"""New objects after which the interpreter looks for cycles: the requests of a long session hold some."""
QUIET_SECONDS = 60.0
"""Seconds in which the same is not logged twice, and nothing further is shown to the person."""


class NepalintServer(LanguageServer):
    """nepalint for one client."""

    protocol: NepalintProtocol

    def __init__(self, overrides: Overrides, *, config: Path | None = None, isolated: bool = False) -> None:
        super().__init__("nepalint", __version__, protocol_cls=NepalintProtocol)
        self._overrides = overrides
        self._config = config
        self._isolated = isolated
        self._can = Abilities()
        self._root = Path()
        self._locale: str | None = None
        self._last_toast = -QUIET_SECONDS
        self._told: dict[str, float] = {}
        self.say = messages(choose_language(overrides.lang))
        self.desks = Desks(self._checker(overrides), self._publish, self._complain)
        self.protocol.keeper = self
        _register(self)

    @property
    def encoding(self) -> str:
        """The encoding of positions agreed on."""
        agreed = self.server_capabilities.position_encoding
        return agreed.value if isinstance(agreed, types.PositionEncodingKind) else agreed or UTF16

    def start(self, params: types.InitializeParams) -> None:
        """Take over what the client says of itself."""
        self._can = Abilities.of(params.capabilities)
        self._root = root(params)
        self._locale = params.locale
        self._take(params.initialization_options)

    def _take(self, options: object) -> None:
        """Check by the options of the client from now on."""
        wishes = chosen(options, self._overrides)
        wanted = wishes.lang
        try:
            self.desks.checker = self._checker(wishes)
            wanted = wanted or self.desks.checker.settings(self._root / "document").lang
        except NepalintError as error:
            self._complain("", error)
        self.say = messages(choose_language(language(wanted, self._locale)))

    def watch(self) -> None:
        """Ask to be told when settings files change."""
        if self._can.watches_files:
            watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in SETTINGS_FILES]
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
            registration = types.Registration(id="settings", method=method, register_options=options)
            self.client_register_capability(types.RegistrationParams(registrations=[registration]))

    def settings_changed(self, given: object = None) -> None:
        """Read the settings anew and look at every document again; `given` may hold options under `nepalint`."""
        options = given.get("nepalint") if isinstance(given, dict) else None
        if isinstance(options, dict):
            self._take(options)
        else:
            self.desks.checker.forget_settings()
        self.desks.check_all()

    def did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Check a document that was opened."""
        self.desks.open(params.text_document, self.encoding, self._root)

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Check a document that was changed, once it is quiet for a moment."""
        self.desks.change(params.text_document.uri, params.text_document.version, params.content_changes)

    def did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Take back what was said of a document."""
        self.desks.close(params.text_document.uri)

    async def actions(self, params: types.CodeActionParams) -> list[dict[str, Any]]:
        """What can be done about the findings in a range."""
        uri, only = params.text_document.uri, params.context.only
        made: list[dict[str, Any]] = []
        result = await self.desks.result(uri)
        document = self.desks.document(uri)
        if result is None or document is None:
            return made
        positions = document.positions
        if wants(QUICK_FIX, only):
            start = positions.offset(params.range.start.line, params.range.start.character)
            end = positions.offset(params.range.end.line, params.range.end.character)
            found = [one for one in result.diagnostics if one.start <= end and start <= one.end]
            for one, shown in zip(found, self._published(found, document, positions), strict=True):
                for title, preferred, edits in offers(one, result, self.say):
                    edit = self._edit(edits, document, positions)
                    made.append({"title": visible(title), "kind": QUICK_FIX, "diagnostics": [shown], "edit": edit})
                    if preferred:
                        made[-1]["isPreferred"] = True
        if wants(FIX_ALL, only) and any(one.fix is not None for one in result.diagnostics):
            action: dict[str, Any] = {"title": self.say("lsp.fix_all"), "kind": FIX_ALL, "data": {"uri": uri}}
            if self._can.resolves_edits:
                made.append(action)
            elif (whole := await self._fix_all(uri)) is not None:
                made.append({**action, "edit": whole})
        return made

    async def resolved(self, action: types.CodeAction) -> types.CodeAction | dict[str, Any]:
        """An action with its edit, for the document as it is now."""
        uri = action.data.get("uri") if isinstance(action.data, dict) else None
        edit = await self._fix_all(uri) if isinstance(uri, str) and action.kind == FIX_ALL else None
        if edit is None:
            return action
        return {"title": action.title, "kind": FIX_ALL, "edit": edit}

    async def hover(self, params: types.HoverParams) -> dict[str, Any] | None:
        """What is wrong at a position, and why."""
        uri = params.text_document.uri
        result = await self.desks.result(uri)
        document = self.desks.document(uri)
        if result is None or document is None:
            return None
        positions = document.positions
        at = positions.offset(params.position.line, params.position.character)
        found = [one for one in result.diagnostics if one.start <= at < max(one.end, one.start + 1)]
        if not found:
            return None
        text = explained(found, self.desks.checker.rulebook, self.say, markdown=self._can.markdown)
        first, last = positions.point(found[0].start), positions.point(found[0].end)
        return {
            "contents": {"kind": "markdown" if self._can.markdown else "plaintext", "value": text},
            "range": {"start": first.json(), "end": last.json()},
        }

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Say that something went wrong outside any document: to the log, and now and then to the person."""
        del source
        self.protocol.refuse_unreadable(error)
        self._complain("", f"{type(error).__name__}: {error}")

    def _checker(self, overrides: Overrides) -> Checker:
        return Checker(overrides, config=self._config, isolated=self._isolated)

    async def _fix_all(self, uri: str) -> dict[str, Any] | None:
        file = await self.desks.mended(uri)
        document = self.desks.document(uri)
        if file is None or document is None:
            return None
        if file.error is not None:
            self._complain(file.name, file.error)
        if file.mended is None:
            return None
        return self._edit(fix_all_edits(file.mended), document, document.positions)

    def _edit(self, edits: Any, document: OpenDocument, positions: Positions) -> dict[str, Any]:
        return workspace_edit(edits, positions, document.uri, document.version, versioned=self._can.versioned_edits)

    def _publish(self, document: OpenDocument, found: Sequence[Diagnostic]) -> None:
        params = {
            "uri": document.uri,
            "version": document.version,
            "diagnostics": self._published(found, document, document.positions),
        }
        self.protocol.send_json(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)

    def _published(
        self, found: Sequence[Diagnostic], document: OpenDocument, positions: Positions
    ) -> list[dict[str, Any]]:
        return published(found, positions, document.uri, self.say, related=self._can.related, tags=self._can.tags)

    def _complain(self, place: str, error: NepalintError | str) -> None:
        """Log what kept something from being done; settings at fault are shown to the person, once a minute."""
        text = visible(f"{place}: {error}" if place else str(error))
        if isinstance(error, NepalintError):
            text = f"{text} {self.say.get(f'hint.{error.code}') or error.hint}"
        now = time.monotonic()
        if now - self._told.get(text, -QUIET_SECONDS) < QUIET_SECONDS:
            return  # an edit changes little, and the next is a moment away
        self._told = {each: at for each, at in self._told.items() if now - at < QUIET_SECONDS} | {text: now}
        kind = types.MessageType.Error
        self.window_log_message(types.LogMessageParams(type=kind, message=text))
        if not place and now - self._last_toast >= QUIET_SECONDS:
            self._last_toast = now
            self.window_show_message(types.ShowMessageParams(type=kind, message=text))


def _register(server: NepalintServer) -> None:
    """Tell pygls what is answered."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.start(params)

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        del params
        server.watch()
        server.desks.warm()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched_files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        del params
        server.settings_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configuration_changed(params: types.DidChangeConfigurationParams) -> None:
        server.settings_changed(params.settings)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=list(KINDS), resolve_provider=True),
    )
    async def code_action(params: types.CodeActionParams) -> list[dict[str, Any]]:
        return await server.actions(params)

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction | dict[str, Any]:
        return await server.resolved(action)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> dict[str, Any] | None:
        return await server.hover(params)


def serve(
    overrides: Overrides, stdin: BinaryIO, stdout: BinaryIO, *, config: Path | None = None, isolated: bool = False
) -> int:
    """Serve the client on the two streams until it goes: 0 if it asked for the end first, else 1."""
    logging.disable(logging.CRITICAL)  # pygls logs every message, and standard error is a log of editors too
    gc.set_threshold(GARBAGE_AFTER, 20, 20)
    server = NepalintServer(overrides, config=config, isolated=isolated)
    server.start_io(cast("BinaryIO", Framed(stdin)), stdout)
    return 0 if server.protocol.is_shut_down else 1
