import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.diagnostic import Applicability
from nepalint.engine.fixer import FixOutcome, fix
from nepalint.engine.ledger import Entry, blame, by_document, entries, lines, read, replay, undo
from nepalint.engine.level import Level
from nepalint.errors import LedgerError, UsageError
from nepalint.text.source import Source
from tests.mock_lint import MockLint, Replacing

RULES = (
    Replacing("ORT001", "गर्यो", "गर्‍यो"),
    Replacing("TYP001", " {2,}", " "),
    Replacing("DAT001", "१९२८", "1918", Applicability.UNSAFE),
)


def fixed(text: str, *rules: Replacing, name: str = "क.txt", promoted: tuple[str, ...] = ("DAT001",)) -> FixOutcome:
    return fix(
        Source.from_text(text, name),
        MockLint(rules or RULES),
        level=Level.SAFE,
        promoted=promoted,
        changes_numbers=("DAT001",),
    )


def ledger_of(outcome: FixOutcome) -> list[Entry]:
    return entries(outcome, version="0.1.0", rules="abc123", canonical=1)


def test_an_entry_says_all_there_is_to_say() -> None:
    outcome = fixed("\ufeffउसले  गर्यो। १९२८-२०\r\n")
    assert outcome.after.text == "\ufeffउसले गर्‍यो। 1918-20\r\n".replace("20", "२०")
    made = ledger_of(outcome)
    assert [(one["before"], one["after"]) for one in made] == [("  गर्यो", " गर्‍यो"), ("१९२८", "1918")]
    assert made[1] == {
        "schema": 1,
        "file": "क.txt",
        "input_sha256": hashlib.sha256(outcome.before.raw).hexdigest(),
        "output_sha256": hashlib.sha256(outcome.after.raw).hexdigest(),
        "nepalint": "0.1.0",
        "rules": "abc123",
        "canonical": 1,
        "start": 14,
        "end": 18,
        "after_start": 14,
        "after_end": 18,
        "before": "१९२८",
        "after": "1918",
        "codes": ["DAT001"],
        "applicability": "unsafe",
        "promoted": True,
        "message": "DAT001 को कुरा",
        "message_en": "about DAT001",
        "evidence": [{"start": 14, "end": 18, "text": "१९२८", "why": "यस्तो छ", "why_en": "so it stands"}],
    }


def test_an_edit_with_several_causes_names_them_all() -> None:
    outcome = fixed("क", Replacing("ORT001", "क", "ख"), Replacing("DAT001", "ख", "ग", Applicability.UNSAFE))
    (entry,) = ledger_of(outcome)
    assert entry["codes"] == ["ORT001", "DAT001"]
    assert entry["applicability"] == "unsafe"
    assert entry["promoted"] is True
    assert entry["message_en"] == "about ORT001 about DAT001"
    assert [one["text"] for one in entry["evidence"]] == ["क", "ख"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "काम।",
        "गर्यो",
        "\ufeffगर्यो\r\nगर्यो\rगर्यो\n",
        "गर्यो\u2028गर्यो\x85  \x0c  ",
        "क़ गर्यो ग़  👨‍👩‍👧  १९२८",
    ],
)
def test_replay_and_undo_lead_there_and_back_byte_for_byte(text: str) -> None:
    outcome = fixed(text)
    made = read("".join(lines(ledger_of(outcome))).encode().split(b"\n"))
    assert made == ledger_of(outcome)
    assert replay(made, outcome.before.raw) == outcome.after.raw
    assert undo(made, outcome.after.raw) == outcome.before.raw


@given(
    st.text("कखग १\r\n\ufeff‍।", max_size=20),
    st.lists(
        st.builds(
            Replacing,
            st.sampled_from(["UNI001", "ORT001", "TYP001"]),
            st.sampled_from(["क", "ख+", "क|ग", " +", "\r", "\ufeff", "।(?!।)", "(?<=ख)ग", "^"]),
            st.sampled_from(["", "य", "रर", "\n", "। ", "ख"]),
        ),
        max_size=4,
    ),
)
def test_undo_is_the_inverse_of_replay(text: str, rules: list[Replacing]) -> None:
    outcome = fixed(text, *rules) if rules else fixed(text)
    made = ledger_of(outcome)
    assert bool(made) is (outcome.before.raw != outcome.after.raw)
    assert replay(made, outcome.before.raw) == outcome.after.raw
    assert undo(made, outcome.after.raw) == outcome.before.raw


def test_a_document_that_does_not_belong_to_the_ledger_is_refused() -> None:
    outcome = fixed("गर्यो")
    made = ledger_of(outcome)
    with pytest.raises(LedgerError, match="not the original document"):
        replay(made, outcome.after.raw)
    with pytest.raises(LedgerError, match="not the cleaned document"):
        undo(made, outcome.before.raw)
    with pytest.raises(LedgerError, match="not the cleaned document"):
        undo(made, outcome.after.raw + b"\n")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"before": "यर्यो"}, "are not what the ledger says"),
        ({"after": "काम"}, "not the cleaned document"),
        ({"after": "\ud800"}, "cannot be applied"),
        ({"output_sha256": "0" * 64}, "not the cleaned document"),
    ],
)
def test_a_ledger_that_was_changed_is_refused(changes: dict[str, Any], message: str) -> None:
    outcome = fixed("गर्यो")
    made: list[Any] = [{**ledger_of(outcome)[0], **changes}]
    with pytest.raises(LedgerError, match=message):
        replay(made, outcome.before.raw)


def test_overlapping_entries_and_invalid_bytes_are_refused() -> None:
    outcome = fixed("गर्यो")
    (entry,) = ledger_of(outcome)
    with pytest.raises(LedgerError, match="cannot be applied"):
        replay([entry, entry], outcome.before.raw)
    raw = b"\xff"
    forged: Any = {**entry, "input_sha256": hashlib.sha256(raw).hexdigest()}
    with pytest.raises(LedgerError, match="not valid UTF-8"):
        replay([forged], raw)


def test_a_ledger_of_many_files_is_taken_apart() -> None:
    first, second = fixed("गर्यो", name="क.txt"), fixed("गर्यो  गर्यो", name="ख.txt")
    made = read("".join(lines([*ledger_of(first), *ledger_of(second)])).splitlines())
    parts = by_document(made)
    assert [key[0] for key in parts] == ["क.txt", "ख.txt"]
    for outcome, part in zip((first, second), parts.values(), strict=True):
        assert undo(part, outcome.after.raw) == outcome.before.raw
    with pytest.raises(LedgerError, match="several documents"):
        undo(made, first.after.raw)
    with pytest.raises(LedgerError, match="several documents"):
        blame(made, first.after.text, 1)


def test_a_document_mended_twice_is_undone_from_one_ledger() -> None:
    outcome = fixed("गर्यो  गर्यो")
    (part,) = by_document([*ledger_of(outcome), *ledger_of(outcome)]).values()
    assert part == ledger_of(outcome)
    assert undo(part, outcome.after.raw) == outcome.before.raw


def test_a_file_name_that_is_no_utf8_survives_the_ledger() -> None:
    made = ledger_of(fixed("गर्यो", name="\udce9.txt"))
    text = "".join(lines(made))
    assert read([text.encode()]) == made


def test_lines_are_readable_and_only_newlines_part_them() -> None:
    text = "".join(lines(ledger_of(fixed("गर्यो\u2028गर्यो"))))
    assert text.count("\n") == 2
    assert "गर्‍यो" in text


SOUND = next(lines(ledger_of(fixed("गर्यो"))))


def changed(**values: Any) -> str:
    return json.dumps({**json.loads(SOUND), **values})


def without(key: str) -> str:
    return json.dumps({one: value for one, value in json.loads(SOUND).items() if one != key})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not a JSON object"),
        ("[1]", "not a JSON object"),
        (b"\xff\xfe{}", "not a JSON object"),
        ("[" * 100_000, "not a JSON object"),
        ("1" * 10_000, "not a JSON object"),
        (changed(schema=2), "schema 2 is not known"),
        (without("before"), "before is missing"),
        (changed(start="0"), "start has a value of the wrong type"),
        (changed(start=True), "start has a value of the wrong type"),
        (changed(promoted=1), "promoted has a value of the wrong type"),
        (changed(start=-1), "do not fit"),
        (changed(end=99), "start and end do not fit"),
        (changed(after_end=0), "after_start and after_end do not fit"),
        (changed(input_sha256="abc"), "input_sha256 is no SHA-256"),
        (changed(codes=[1]), "a code is no string"),
        (changed(evidence=["x"]), "no object"),
        (changed(evidence=[{"start": 1}]), "end is missing"),
    ],
)
def test_a_line_that_is_no_entry_is_named(line: str | bytes, message: str) -> None:
    with pytest.raises(LedgerError, match=f"ledger.jsonl:3: .*{message}"):
        read([SOUND, "\n", line], "ledger.jsonl")


def test_keys_that_are_not_known_are_passed_over() -> None:
    assert read([changed(later="x")])[0]["file"] == "क.txt"


@pytest.mark.parametrize(
    ("line", "expected"),
    [(1, ["गर्यो"]), (2, []), (3, ["गर्यो", "  गर्यो"]), (4, ["\n"]), (5, ["घ"])],
)
def test_blame_finds_what_was_done_to_a_line(line: int, expected: list[str]) -> None:
    dashes = Replacing("TYP002", "(?<=\n)\n(?=\n)", "—")
    outcome = fixed("गर्यो\nकाम\r\nगर्यो त  गर्यो\n\n\nघर", *RULES, dashes, Replacing("TYP003", "(?<=—\n)घ", ""))
    assert outcome.after.text == "गर्‍यो\nकाम\r\nगर्‍यो त गर्‍यो\n—\nर"
    found = blame(ledger_of(outcome), outcome.after.text, line)
    assert [one["before"] for one in found] == expected


def test_blame_of_what_was_taken_out() -> None:
    outcome = fixed("क  \nख\nग", Replacing("TYP001", " +(?=\n)", ""), Replacing("TYP002", "ग$", ""))
    assert outcome.after.text == "क\nख\n"
    made = ledger_of(outcome)
    assert [one["before"] for one in blame(made, outcome.after.text, 1)] == ["  "]
    assert blame(made, outcome.after.text, 2) == []
    assert [one["before"] for one in blame(made, outcome.after.text, 3)] == ["ग"]


def test_blame_of_a_joined_line_names_what_joined_it() -> None:
    outcome = fixed("क\nख", Replacing("TYP001", "\n", " "))
    assert [one["after"] for one in blame(ledger_of(outcome), "क ख", 1)] == [" "]


def test_blame_needs_the_cleaned_text_and_a_line_of_it() -> None:
    outcome = fixed("गर्यो")
    made = ledger_of(outcome)
    with pytest.raises(LedgerError, match="not the cleaned document"):
        blame(made, outcome.before.text, 1)
    for line in (0, 2):
        with pytest.raises(UsageError, match=f"no line {line}; the document has 1"):
            blame(made, outcome.after.text, line)
    assert blame([], "काम", 1) == []
