"""A small client of the protocol: it starts `nepalint lsp`, sends what it is told to, and waits for what comes back."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
"""Seconds to wait for anything."""

Message = dict[str, Any]


class Client:
    """A client with a server of its own, in a process of its own; both end with the `with` block."""

    def __init__(self, *arguments: str, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "nepalint", "lsp", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **(environment or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._came: queue.Queue[Message | None] = queue.Queue()
        self._kept: list[Message] = []
        self._number = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(BrokenPipeError):
                stream.close()  # type: ignore[union-attr]

    def initialize(self, capabilities: Message | None = None, **params: Any) -> Message:
        """Begin the session; the answer to `initialize`."""
        answer = self.request("initialize", processId=None, rootUri=None, capabilities=capabilities or {}, **params)
        self.notify("initialized")
        return answer

    def open(self, uri: str, text: str, language: str = "plaintext", version: int = 1) -> None:
        """Open a document."""
        self.notify(
            "textDocument/didOpen",
            textDocument={"uri": uri, "languageId": language, "version": version, "text": text},
        )

    def change(self, uri: str, version: int, *changes: Message) -> None:
        """Change a document."""
        self.notify(
            "textDocument/didChange", textDocument={"uri": uri, "version": version}, contentChanges=list(changes)
        )

    def close(self, uri: str) -> None:
        """Close a document."""
        self.notify("textDocument/didClose", textDocument={"uri": uri})

    def request(self, method: str, **params: Any) -> Message:
        """Ask, and wait for the answer; whatever else comes is kept."""
        self._number += 1
        number = self._number
        self.send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return self.wait(lambda message: message.get("id") == number and "method" not in message)

    def notify(self, method: str, **params: Any) -> None:
        """Tell."""
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def send(self, message: object) -> None:
        """Send a message as JSON."""
        self.send_body(json.dumps(message).encode())

    def send_body(self, body: bytes) -> None:
        """Send any bytes as the body of a message."""
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def send_bytes(self, data: bytes) -> None:
        """Send any bytes."""
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def wait(self, wanted: Callable[[Message], bool], patience: float = PATIENCE) -> Message:
        """The first message that is wanted, among those kept and those to come."""
        for index, message in enumerate(self._kept):
            if wanted(message):
                return self._kept.pop(index)
        end = time.monotonic() + patience
        while True:
            try:
                came = self._came.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"nothing came; kept: {self._kept}") from None
            if came is None:
                raise AssertionError(f"the server ended; kept: {self._kept}")
            if wanted(came):
                return came
            self._kept.append(came)

    def diagnostics(self, uri: str, version: int | None = 1) -> list[Message]:
        """The next findings published for a version of a document."""
        message = self.wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and message["params"].get("version") == version
            )
        )
        found: list[Message] = message["params"]["diagnostics"]
        return found

    def nothing_more(self, seconds: float) -> list[Message]:
        """What comes within some seconds, beside what was kept."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                came = self._came.get(timeout=left)
            except queue.Empty:
                break
            if came is not None:
                self._kept.append(came)
        kept, self._kept = self._kept, []
        return kept

    def end(self) -> int:
        """Close the server's standard input and wait for it; its exit code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(PATIENCE)

    def leave(self) -> int:
        """Shut down and exit as the protocol has it; the server's exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self._process.wait(PATIENCE)

    def exited(self) -> int:
        """Wait for the server to end by itself; its exit code."""
        return self._process.wait(PATIENCE)

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            body = stream.read(length)
            if not body:
                self._came.put(None)
                return
            self._came.put(json.loads(body))
