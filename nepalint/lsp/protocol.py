"""What pygls leaves open of the protocol: an answer to every request, and nothing of the server's inside in it.

Documents are not kept by pygls either. It breaks lines where Python does (U+2028, form feed), the protocol does not,
and its cost for an edit grows with the number of lines.
"""

import json
from typing import TYPE_CHECKING, Any, Protocol

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

if TYPE_CHECKING:
    from pygls.protocol.json_rpc import RPCMessage

_INVALID_REQUEST = types.ErrorCodes.InvalidRequest.value
_BEFORE_START = frozenset({types.INITIALIZE, types.EXIT})


class Keeper(Protocol):
    """Who is told of the documents that are open."""

    def did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A document was opened."""

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A document was changed."""

    def did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A document was closed."""


class NepalintProtocol(LanguageServerProtocol):
    """The protocol of pygls without its gaps."""

    keeper: Keeper
    initialized = False

    @property
    def is_shut_down(self) -> bool:
        """Whether the client has asked for the end."""
        return bool(self._shutdown)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message in `data`; a request that is none is answered at once, for its sender waits."""
        waits = "method" in data and isinstance(data.get("id"), int | str)
        try:
            message = super().structure_message(data)
        except JsonRpcException:
            if waits:
                self._refuse(data["id"], types.ErrorCodes.InvalidParams.value, "the parameters do not fit the method")
            raise
        if waits and "jsonrpc" in data and not hasattr(message, "id"):
            self._refuse(data["id"], _INVALID_REQUEST, "a notification has no id")
        return message

    def handle_message(self, message: "RPCMessage") -> None:
        """Hand a message on, if it is one and comes at its time."""
        method = getattr(message, "method", None)
        number = getattr(message, "id", None)
        if getattr(message, "jsonrpc", None) != self.VERSION:
            self._refuse(number if method is not None else None, _INVALID_REQUEST, "not a message of JSON-RPC 2.0")
        elif method is not None and not self.initialized and method not in _BEFORE_START:
            if number is not None:
                self._refuse(number, types.ErrorCodes.ServerNotInitialized.value, "not initialized")
        elif number is not None and method is not None and (self.is_shut_down or method == types.INITIALIZE):
            if self.is_shut_down or self.initialized:
                self._refuse(number, _INVALID_REQUEST, "shut down" if self.is_shut_down else "initialized before")
            else:
                self.initialized = True
                super().handle_message(message)
        else:
            super().handle_message(message)

    def refuse_unreadable(self, error: Exception) -> None:
        """Say that what came was no message at all."""
        if isinstance(error, json.JSONDecodeError | UnicodeDecodeError | RecursionError):
            self._refuse(None, types.ErrorCodes.ParseError.value, "not valid JSON")

    def send_json(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification that is JSON already."""
        self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})

    def _send_response(self, msg_id: Any, result: Any = None, error: types.ResponseError | None = None) -> None:
        if error is not None:
            error.data = None  # pygls puts the traceback there
        super()._send_response(msg_id, result, error)

    def _refuse(self, number: int | str | None, code: int, message: str) -> None:
        self._send_data({"jsonrpc": self.VERSION, "id": number, "error": {"code": code, "message": message}})

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Tell of a document that was opened."""
        self.keeper.did_open(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Tell of a document that was changed."""
        self.keeper.did_change(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Tell of a document that was closed."""
        self.keeper.did_close(params)
