"""Sessions with the server: what an editor is promised."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nepalint.api import fix_text
from tests.lsp.client import Client, Message

TEXT = "गाउँका 😀 किसानहरुले\r\nक्रांति गर्यो।\u2028 भनाइ ‘घरहरु’\n"
CAPABLE = {
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "tagSupport": {"valueSet": [1, 2]}},
        "codeAction": {"resolveSupport": {"properties": ["edit"]}, "dataSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}


def uri_of(path: Path) -> str:
    return path.as_uri()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    with Client(folder=tmp_path) as client:
        yield client


@pytest.fixture(scope="module")
def capable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A session of a client that takes everything, for tests that ask nothing of its beginning."""
    with Client(folder=tmp_path_factory.mktemp("capable")) as client:
        client.initialize(CAPABLE)
        yield client


@pytest.fixture(scope="module")
def simple(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The same of a client that takes only what all do."""
    with Client(folder=tmp_path_factory.mktemp("simple")) as client:
        client.initialize()
        yield client


def everything(only: list[str] | None = None) -> dict[str, Any]:
    context: dict[str, Any] = {"diagnostics": []}
    if only is not None:
        context["only"] = only
    return {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}, "context": context}


def applied(text: str, edits: list[Message]) -> str:
    """`text`, which has nothing beyond the basic plane before an edit on its line, after UTF-16 edits."""
    lines = text.split("\n")
    for edit in reversed(edits):
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        units = lines[start["line"]].encode("utf-16-le")
        new = units[: 2 * start["character"]] + edit["newText"].encode("utf-16-le") + units[2 * end["character"] :]
        lines[start["line"]] = new.decode("utf-16-le")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("offered", "agreed", "characters"),
    [
        (["utf-16", "utf-8"], "utf-16", (15, 18)),
        (["utf-8", "utf-16"], "utf-8", (39, 48)),
        (["utf-32"], "utf-32", (14, 17)),
    ],
)
def test_findings_have_exact_places_in_the_encoding_agreed_on(
    client: Client, tmp_path: Path, offered: list[str], agreed: str, characters: tuple[int, int]
) -> None:
    answer = client.initialize({"general": {"positionEncodings": offered}})
    assert answer["result"]["capabilities"]["positionEncoding"] == agreed
    uri = uri_of(tmp_path / "a.txt")
    client.open(uri, TEXT)
    found = client.diagnostics(uri)
    assert [one["code"] for one in found] == ["ORT001", "HIN001", "ORT002"]
    first = found[0]
    start, end = characters
    assert first["range"] == {"start": {"line": 0, "character": start}, "end": {"line": 0, "character": end}}
    assert found[1]["range"]["start"] == {"line": 1, "character": 0}
    assert (first["severity"], first["source"]) == (2, "nepalint")
    assert "relatedInformation" not in found[1]


def test_findings_follow_edits_and_go_when_the_document_closes(capable: Client, tmp_path: Path) -> None:
    uri = uri_of(tmp_path / "a.txt")
    capable.open(uri, TEXT)
    evidence = capable.diagnostics(uri)[1]["relatedInformation"]
    assert evidence[0]["location"]["uri"] == uri
    assert evidence[0]["location"]["range"]["start"] == {"line": 1, "character": 0}
    place = {"start": {"line": 0, "character": 17}, "end": {"line": 0, "character": 18}}
    capable.change(uri, 2, {"range": place, "text": "ू"})
    assert [one["code"] for one in capable.diagnostics(uri, 2)] == ["HIN001", "ORT002"]
    capable.change(uri, 3, {"text": "घर  \n"})
    (trailing,) = capable.diagnostics(uri, 3)
    assert trailing["tags"] == [1]
    capable.close(uri)
    assert capable.diagnostics(uri, 3) == []
    assert capable.request("textDocument/codeAction", textDocument={"uri": uri}, **everything())["result"] == []


def test_of_a_burst_of_edits_only_the_last_text_counts(simple: Client, tmp_path: Path) -> None:
    uri = uri_of(tmp_path / "a.txt")
    simple.open(uri, "घर\n")
    assert simple.diagnostics(uri) == []
    place = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    for version in range(2, 202):
        simple.change(uri, version, {"range": place, "text": "घरहरु " if version == 201 else "क "})
    assert len(simple.diagnostics(uri, 201)) == 1
    published = [message for message in simple.nothing_more(0.5) if message.get("method", "").endswith("Diagnostics")]
    versions = [message["params"]["version"] for message in published]
    assert versions == sorted(versions)
    assert len(versions) < 100


def test_quick_fixes_mend_one_finding_each(capable: Client, tmp_path: Path) -> None:
    uri = uri_of(tmp_path / "a.txt")
    text = "राम घरहरु\nर क्रांति गर्यो।\n"
    capable.open(uri, text)
    found = capable.diagnostics(uri)
    asked = everything(["quickfix"]) | {"range": found[1]["range"]}
    (action,) = capable.request("textDocument/codeAction", textDocument={"uri": uri}, **asked)["result"]
    assert action["title"] == "Replace ‘क्रांति’ by ‘क्रान्ति’"
    assert action["kind"] == "quickfix"
    assert action["isPreferred"] is True
    assert action["diagnostics"] == [found[1]]
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    assert applied(text, change["edits"]) == text.replace("क्रांति", "क्रान्ति")


def test_an_unsafe_fix_says_so(simple: Client, tmp_path: Path) -> None:
    uri = uri_of(tmp_path / "a.txt")
    simple.open(uri, "गणितज्ञको निधन सन् 1955 मा भयो। विदेशमा बिताएका तीन वर्ष 1958-50मा दुई किताब लेखे।\n")
    (found,) = simple.diagnostics(uri)
    asked = everything(["quickfix"])
    (action,) = simple.request("textDocument/codeAction", textDocument={"uri": uri}, **asked)["result"]
    assert action["diagnostics"] == [found]
    assert "1948" in action["title"]
    assert "unsafe" in action["title"]
    assert "isPreferred" not in action


@pytest.mark.parametrize("resolving", [True, False])
def test_fixing_all_is_what_check_fix_does(client: Client, tmp_path: Path, resolving: bool) -> None:
    client.initialize(CAPABLE if resolving else {})
    path = tmp_path / "a.txt"
    client.open(uri_of(path), TEXT)
    client.diagnostics(uri_of(path))
    asked = everything(["source.fixAll"])
    (action,) = client.request("textDocument/codeAction", textDocument={"uri": uri_of(path)}, **asked)["result"]
    assert action["kind"] == "source.fixAll.nepalint"
    assert ("edit" in action) is not resolving
    if resolving:
        action = client.request("codeAction/resolve", **action)["result"]
        edits = action["edit"]["documentChanges"][0]["edits"]
    else:
        edits = action["edit"]["changes"][uri_of(path)]
    outcome = fix_text(TEXT).outcome
    assert outcome is not None
    assert applied(TEXT, edits) == outcome.after.text != TEXT
    assert "‘घरहरु’" in outcome.after.text
    assert not path.exists()


def test_nothing_is_offered_for_text_that_is_right(simple: Client, tmp_path: Path) -> None:
    uri = uri_of(tmp_path / "a.txt")
    simple.open(uri, "घर\n")
    assert simple.diagnostics(uri) == []
    assert simple.request("textDocument/codeAction", textDocument={"uri": uri}, **everything())["result"] == []
    hover = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
    assert simple.request("textDocument/hover", **hover)["result"] is None


def test_a_comment_suppresses_a_finding_where_there_are_comments(simple: Client, tmp_path: Path) -> None:
    for name, text, wanted in (
        ("a.wiki", "घरहरु छन्।\n", True),
        ("a.md", "घरहरु छन्।  \nर\n", True),
        ("a.txt", "घरहरु\n", False),
    ):
        uri = uri_of(tmp_path / name)
        simple.open(uri, text)
        assert "ORT001" in [one["code"] for one in simple.diagnostics(uri)]
        asked = everything(["quickfix"])
        actions = simple.request("textDocument/codeAction", textDocument={"uri": uri}, **asked)["result"]
        ignoring = [action for action in actions if "ORT001" in action["title"]]
        assert bool(ignoring) is wanted
        if ignoring:
            edited = applied(text, ignoring[0]["edit"]["changes"][uri])
            simple.change(uri, 2, {"text": edited})
            assert "ORT001" not in [one["code"] for one in simple.diagnostics(uri, 2)]


def test_hovering_tells_reason_and_reference_in_the_language_chosen(tmp_path: Path) -> None:
    uri = uri_of(tmp_path / "a.txt")
    for arguments, params, reason in (
        ((), {"initializationOptions": {"lang": "ne"}, "locale": "en"}, "हिन्दीले"),
        ((), {"locale": "ne"}, "हिन्दीले"),
        (("--lang", "en"), {"initializationOptions": {"lang": "ne"}}, "Hindi writes anusvara"),
    ):
        with Client(*arguments, folder=tmp_path) as client:
            client.initialize(CAPABLE, **params)
            client.open(uri, "र क्रांति भयो।\n")
            (found,) = client.diagnostics(uri)
            place = {"textDocument": {"uri": uri}, "position": found["range"]["start"]}
            told = client.request("textDocument/hover", **place)["result"]
            assert told["range"] == found["range"]
            assert told["contents"]["kind"] == "markdown"
            value = told["contents"]["value"]
            assert value.startswith("**HIN001")
            assert reason in value, value
            assert "Nepal Academy" in value


def test_settings_come_from_the_folder_of_the_file_and_are_read_again(client: Client, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    settings = tmp_path / "in" / "pyproject.toml"
    settings.write_text('[tool.nepalint]\nignore = ["HIN"]\nexclude = ["left.txt"]\n', encoding="utf-8")
    client.initialize({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    watching = client.wait(lambda message: message.get("method") == "client/registerCapability")
    patterns = [each["globPattern"] for each in watching["params"]["registrations"][0]["registerOptions"]["watchers"]]
    assert "**/pyproject.toml" in patterns
    outside, inside, left = (uri_of(tmp_path / name) for name in ("a.txt", "in/a.txt", "in/left.txt"))
    for uri, codes in ((outside, ["HIN001"]), (inside, []), (left, [])):
        client.open(uri, "र क्रांति भयो।\n")
        assert [one["code"] for one in client.diagnostics(uri)] == codes
    settings.write_text('[tool.nepalint]\nignore = ["ORT"]\n', encoding="utf-8")
    client.notify("workspace/didChangeWatchedFiles", changes=[{"uri": uri_of(settings), "type": 2}])
    for uri in (outside, inside, left):
        assert [one["code"] for one in client.diagnostics(uri)] == ["HIN001"]


def test_settings_at_fault_are_told_and_mended_settings_are_taken(client: Client, tmp_path: Path) -> None:
    settings = tmp_path / "nepalint.toml"
    settings.write_text("ignoer = []\n", encoding="utf-8")
    client.initialize()
    uri = uri_of(tmp_path / "a.txt")
    client.open(uri, "र क्रांति भयो।\n")
    told = client.wait(lambda message: message.get("method") == "window/showMessage")
    assert "nepalint.toml:1" in told["params"]["message"]
    assert client.diagnostics(uri) == []
    settings.unlink()
    client.notify("workspace/didChangeConfiguration", settings=None)
    assert [one["code"] for one in client.diagnostics(uri)] == ["HIN001"]


def test_a_document_that_was_never_saved_is_checked(simple: Client) -> None:
    simple.open("untitled:Untitled-1", "घरहरु\n")
    assert [one["code"] for one in simple.diagnostics("untitled:Untitled-1")] == ["ORT001"]


def test_options_may_change_during_the_session(client: Client, tmp_path: Path) -> None:
    client.initialize(initializationOptions={"ignore": ["HIN", "no such rule"], "lang": 3})
    uri = uri_of(tmp_path / "a.txt")
    client.open(uri, "र क्रांति भयो।\n")
    told = client.wait(lambda message: message.get("method") == "window/showMessage")
    assert "no such rule" in told["params"]["message"]
    assert [one["code"] for one in client.diagnostics(uri)] == ["HIN001"]
    client.notify("workspace/didChangeConfiguration", settings={"nepalint": {"ignore": ["HIN"]}})
    assert client.diagnostics(uri) == []
    client.notify("workspace/didChangeConfiguration", settings={"nepalint": {"lang": "ne"}})
    (found,) = client.diagnostics(uri)
    assert "नेपालीमा" in found["message"]
