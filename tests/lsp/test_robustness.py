"""What no client should send, and what the server makes of it: an answer, and the session goes on."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.lsp.client import ROOT, Client

URI = Path("/nowhere/a.txt").as_uri()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """One session, which all that follows must leave alive."""
    with Client(folder=tmp_path_factory.mktemp("session")) as client:
        client.initialize()
        yield client


_numbers = count()


def alive(client: Client) -> bool:
    """Whether the server still checks documents."""
    uri = Path(f"/nowhere/alive-{next(_numbers)}.txt").as_uri()
    client.open(uri, "घरहरु\n")
    return [one["code"] for one in client.diagnostics(uri)] == ["ORT001"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", -32700),
        (b"\xff\xfe\xfa", -32700),
        (b"[" * 100_000, -32700),
        (b'[{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}]', -32600),
        (b'{"id": 1}', -32600),
        (b"3", -32600),
    ],
)
def test_what_is_no_message_is_refused(client: Client, body: bytes, code: int) -> None:
    client.send_body(body)
    answer = client.wait(lambda message: message.get("id", 0) is None)
    assert answer["error"]["code"] == code
    assert alive(client)


def test_every_request_is_answered(client: Client) -> None:
    wrong = client.request("textDocument/hover", textDocument=3)
    assert wrong["error"]["code"] == -32602
    unknown = client.request("textDocument/unheardOf")
    assert unknown["error"]["code"] == -32601
    absent = client.request("workspace/executeCommand", command="none")
    assert absent["error"]["code"] == -32602
    assert client.request("initialized")["error"]["code"] == -32600
    client.send({"jsonrpc": "1.0", "id": "old", "method": "shutdown"})
    assert client.wait(lambda message: message.get("id") == "old")["error"]["code"] == -32600
    assert "Traceback" not in json.dumps([wrong, unknown, absent])
    assert client.request("initialize", processId=None, rootUri=None, capabilities={})["error"]["code"] == -32600
    assert alive(client)


def test_requests_before_and_after_the_session_are_refused(tmp_path: Path) -> None:
    with Client(folder=tmp_path) as client:
        assert client.request("shutdown")["error"]["code"] == -32002
        client.initialize()
        assert client.request("shutdown")["result"] is None
        place = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}
        assert client.request("textDocument/hover", **place)["error"]["code"] == -32600
        client.notify("exit")
        assert client.exited() == 0


def test_the_exit_code_says_whether_the_end_was_asked_for(tmp_path: Path) -> None:
    with Client(folder=tmp_path) as client:
        client.initialize()
        assert client.leave() == 0
    with Client(folder=tmp_path) as client:
        client.initialize()
        client.notify("exit")
        assert client.exited() == 1
    with Client(folder=tmp_path) as client:
        client.initialize()
        assert client.end() == 1


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Length: abc\r\n\r\n",
        b"Content-Length: 99999999999999\r\n\r\n",
        b"Content-Length: 2\r\n\r\n{} and more than was announced",
        b"\r\n\r\n\r\n",
        b"garbage\n",
        b"Content-Type: x\r\ncontent-length:  2\n\r\n{}",
    ],
)
def test_a_broken_header_costs_no_later_message(client: Client, header: bytes) -> None:
    client.send_bytes(header)
    assert alive(client)


def test_documents_and_places_that_are_not_there(client: Client) -> None:
    client.change(URI, 2, {"text": "घर"})
    client.close(URI)
    client.open(URI, "घरहरु\n")
    assert len(client.diagnostics(URI)) == 1
    far = {"line": 2**31 - 1, "character": 2**31 - 1}
    client.change(URI, 2, {"range": {"start": far, "end": {"line": 0, "character": 2}}, "text": "x"})
    assert client.diagnostics(URI, 2) == []
    place = {"textDocument": {"uri": URI}, "position": far}
    assert client.request("textDocument/hover", **place)["result"] is None
    client.open(URI, "घरहरु घरहरु\n", version=7)
    assert len(client.diagnostics(URI, 7)) == 2
    assert alive(client)


def test_text_that_is_no_unicode_is_told_and_the_session_goes_on(client: Client) -> None:
    client.open(URI, "घरहरु \ud800\n")
    told = client.wait(
        lambda message: message.get("method") == "window/logMessage" and "a.txt" in message["params"]["message"]
    )
    assert "UTF-8" in told["params"]["message"]
    assert client.diagnostics(URI) == []
    client.change(URI, 2, {"text": "घरहरु \n\x00"})
    assert "ORT001" in [one["code"] for one in client.diagnostics(URI, 2)]
    assert alive(client)


def test_a_long_document_is_edited_two_hundred_times_without_losing_a_letter(client: Client) -> None:
    paragraph = ("नेपालको इतिहास लामो छ । " * 40).rstrip() + "\n\n"
    text = paragraph * 1_000 + "घरहरु\n"
    client.open(URI, text)
    (before,) = client.diagnostics(URI)
    place = {"start": {"line": 3, "character": 4}, "end": {"line": 3, "character": 4}}
    for version in range(2, 202):
        client.change(URI, version, {"range": place, "text": "\n" if version == 201 else "क"})
    (moved,) = client.diagnostics(URI, 201)
    assert moved["range"]["start"]["line"] == before["range"]["start"]["line"] + 1
    place = {"start": {"line": 2, "character": 0}, "end": {"line": 4, "character": 0}}
    client.change(URI, 202, {"range": place, "text": "हरुका घरहरु "})
    codes = [one["code"] for one in client.diagnostics(URI, 202)]
    assert codes.count("ORT001") >= 2


def test_without_the_extra_the_command_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError('no pygls', name='pygls')\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "nepalint", "lsp", "--lang", "en"],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        input=b"",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"not installed" in done.stderr
    assert b"nepalint[lsp]" in done.stderr
    assert done.stdout == b""


def test_a_mistyped_option_ends_the_command(tmp_path: Path) -> None:
    with Client("--select", "ORT0001", folder=tmp_path) as client:
        assert client.exited() == 2
