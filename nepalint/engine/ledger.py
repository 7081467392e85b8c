"""The ledger: every edit with its reason, so that any of them can be explained and all of them undone.

One JSON object a line and an edit. `start` and `end` are code points of the original file as decoded (a byte order
mark and every line ending are characters like others), `after_start` and `after_end` those of the cleaned file; both
files are named by the SHA-256 of their bytes. A file without edits has no lines.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypedDict, cast

import regex

from nepalint.diagnostic import Applicability
from nepalint.engine.composition import Cause, placed
from nepalint.engine.fixer import FixOutcome
from nepalint.errors import LedgerError, UsageError
from nepalint.text.positions import LineIndex
from nepalint.text.spans import Edit, apply_edits

__all__ = [
    "SCHEMA",
    "Entry",
    "Support",
    "blame",
    "by_document",
    "entries",
    "lines",
    "read",
    "replay",
    "undo",
    "written",
]

SCHEMA = 1


class Support(TypedDict):
    """A piece of evidence: a place in the original, what was read there, and why it matters."""

    start: int
    end: int
    text: str
    why: str
    why_en: str


class Entry(TypedDict):
    """One line of the ledger. `canonical` is the version of the canonical form, if that was the aim."""

    schema: int
    file: str
    input_sha256: str
    output_sha256: str
    nepalint: str
    rules: str
    canonical: int | None
    start: int
    end: int
    after_start: int
    after_end: int
    before: str
    after: str
    codes: list[str]
    applicability: str
    promoted: bool
    message: str
    message_en: str
    evidence: list[Support]


def entries(outcome: FixOutcome, *, version: str, rules: str, canonical: int | None = None) -> list[Entry]:
    """The ledger of one fixed document, in the order of its edits.

    Args:
        outcome: what the fixer did.
        version: that of nepalint.
        rules: the version of the rulebook.
        canonical: the version of the canonical form that the document was brought to, if any.
    """
    return [json.loads(line) for line in written(outcome, version=version, rules=rules, canonical=canonical)]


def written(outcome: FixOutcome, *, version: str, rules: str, canonical: int | None = None) -> Iterator[str]:
    """The same as lines of JSON, each with its newline and valid UTF-8, one at a time.

    A long document has hundreds of thousands of edits, alike but for place and text: the rest is written once.
    """
    before, after = outcome.before, outcome.after
    head = _members(
        *(("schema", SCHEMA), ("file", before.name), ("input_sha256", before.sha256), ("output_sha256", after.sha256)),
        *(("nepalint", version), ("rules", rules), ("canonical", canonical)),
    )
    quoted = _ENCODER.encode
    known: dict[int, str] = {}  # by identity: edits that are alike share their causes
    for edit, after_start, after_end in placed(outcome.edits):
        tail = known.get(id(edit.causes))
        if tail is None:
            tail = _told(edit.causes)
            if not any(cause.evidence for cause in edit.causes):
                known[id(edit.causes)] = tail
        yield (
            f'{{{head}, "start": {edit.start}, "end": {edit.end}, "after_start": {after_start}, '
            f'"after_end": {after_end}, "before": {quoted(edit.before)}, "after": {quoted(edit.after)}, {tail}}}\n'
        )


def _told(causes: tuple[Cause, ...]) -> str:
    """What the causes of an edit say in its entry."""
    unsafe = any(cause.applicability is not Applicability.SAFE for cause in causes)
    pieces = dict.fromkeys(piece for cause in causes for piece in cause.evidence)
    return _members(
        ("codes", list(dict.fromkeys(code for cause in causes for code in cause.codes))),
        ("applicability", Applicability.UNSAFE.value if unsafe else Applicability.SAFE.value),
        ("promoted", any(cause.promoted for cause in causes)),
        ("message", " ".join(dict.fromkeys(cause.message for cause in causes))),
        ("message_en", " ".join(dict.fromkeys(cause.message_en for cause in causes))),
        ("evidence", [piece._asdict() for piece in pieces]),
    )


def _members(*members: tuple[str, object]) -> str:
    """The members of a JSON object, without its braces."""
    return _encoded(dict(members))[1:-1]


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def _encoded(content: Mapping[str, object]) -> str:
    """`content` as JSON that is valid UTF-8."""
    encoded = _ENCODER.encode(content)
    try:
        encoded.encode()
    except UnicodeEncodeError:  # a file name that is no UTF-8
        return json.dumps(content)
    return encoded


def lines(made: Iterable[Entry]) -> Iterator[str]:
    """The entries as lines of JSON, each with its newline, all of them valid UTF-8."""
    return (_encoded(entry) + "\n" for entry in made)


def read(ledger: Iterable[bytes | str], name: str = "ledger") -> list[Entry]:
    """The entries in the lines of a ledger; blank lines are passed over.

    Raises:
        LedgerError: a line that is no entry; the message names it.
    """
    return [_entry(line, f"{name}:{number}") for number, line in enumerate(ledger, 1) if line.strip()]


def by_document(made: Iterable[Entry]) -> dict[tuple[str, str, str], list[Entry]]:
    """The entries of each document, by file name and the SHA-256 of the file before and after; the last run's of it."""
    documents: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in made:
        run = documents.setdefault(_document(entry), [])
        if run and entry["start"] <= run[-1]["start"]:  # a run's are in order: the document was mended again
            run.clear()
        run.append(entry)
    return documents


def replay(made: Iterable[Entry], before: bytes) -> bytes:
    """The cleaned bytes, made anew from the original ones and the entries of one document.

    Raises:
        LedgerError: these are not the bytes that the entries were made for.
    """
    return _applied(made, before, forwards=True)


def undo(made: Iterable[Entry], after: bytes) -> bytes:
    """The original bytes, made anew from the cleaned ones and the entries of one document.

    Raises:
        LedgerError: these are not the bytes that the entries led to.
    """
    return _applied(made, after, forwards=False)


def blame(made: Sequence[Entry], text: str, line: int) -> list[Entry]:
    """The edits that made line `line` (1-based) of the cleaned `text` what it is, in order.

    What was taken out belongs to the line in which it would stand.

    Raises:
        LedgerError: `text` is not what the entries led to.
        UsageError: there is no such line.
    """
    index = LineIndex(text)
    if not 1 <= line <= index.count:
        raise UsageError(f"there is no line {line}; the document has {index.count}")
    if not made:
        return []
    if len({_document(entry) for entry in made}) > 1:
        raise LedgerError(f"{made[0]['file']}: entries of several documents, or runs, cannot be taken together")
    _check_hash(text.encode("utf-8", "surrogateescape"), made[0], "output_sha256")
    start = index.span(line - 1).start
    end = index.span(line).start if line < index.count else len(text) + 1
    found = []
    for entry in made:
        first, last = entry["after_start"], entry["after_end"]
        if first < end and (last > start or first == last == start):
            found.append(entry)
    return found


_Hash = Literal["input_sha256", "output_sha256"]


def _applied(made: Iterable[Entry], given: bytes, *, forwards: bool) -> bytes:
    text = ""
    edits: list[Edit] = []
    first: Entry | None = None
    for entry in made:
        if first is None:
            first = entry
            _check_hash(given, first, "input_sha256" if forwards else "output_sha256")
            text = _decoded(given, first)
        if _document(entry) != _document(first):
            raise LedgerError(f"{first['file']}: entries of several documents, or runs, cannot be taken together")
        if forwards:
            start, end, old, new = entry["start"], entry["end"], entry["before"], entry["after"]
        else:
            start, end, old, new = entry["after_start"], entry["after_end"], entry["after"], entry["before"]
        if text[start:end] != old:
            raise LedgerError(f"{first['file']}: code points {start} to {end} are not what the ledger says")
        edits.append(Edit(start, end, new))
    if first is None:
        return given
    try:
        made_anew = apply_edits(text, edits).encode()
    except ValueError as error:  # overlapping edits, or half a surrogate pair
        raise LedgerError(f"{first['file']}: the edits of the ledger cannot be applied: {error}") from None
    _check_hash(made_anew, first, "output_sha256" if forwards else "input_sha256")
    return made_anew


def _document(entry: Entry) -> tuple[str, str, str]:
    return entry["file"], entry["input_sha256"], entry["output_sha256"]


def _decoded(given: bytes, entry: Entry) -> str:
    try:
        return given.decode()
    except UnicodeDecodeError:
        raise LedgerError(f"{entry['file']}: a document that is not valid UTF-8 has no ledger") from None


def _check_hash(given: bytes, entry: Entry, key: _Hash) -> None:
    """Make sure that `given` is the document of `entry`, before (input) or after (output)."""
    if hashlib.sha256(given).hexdigest() != entry[key]:
        which = "original" if key == "input_sha256" else "cleaned"
        raise LedgerError(f"{entry['file']}: this is not the {which} document that the ledger speaks of")


_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "schema": int,
    "file": str,
    "input_sha256": str,
    "output_sha256": str,
    "nepalint": str,
    "rules": str,
    "canonical": (int, type(None)),
    "start": int,
    "end": int,
    "after_start": int,
    "after_end": int,
    "before": str,
    "after": str,
    "codes": list,
    "applicability": str,
    "promoted": bool,
    "message": str,
    "message_en": str,
    "evidence": list,
}
_SUPPORT_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "start": int,
    "end": int,
    "text": str,
    "why": str,
    "why_en": str,
}
_SHA256 = regex.compile(r"[0-9a-f]{64}")


def _entry(line: bytes | str, place: str) -> Entry:
    """The entry in one line of a ledger; `place` names the line in messages."""
    try:
        entry: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise LedgerError(f"{place}: not a JSON object") from None
    if not isinstance(entry, dict):
        raise LedgerError(f"{place}: not a JSON object")
    if entry.get("schema") != SCHEMA:
        raise LedgerError(f"{place}: schema {entry.get('schema')!r} is not known; this version reads schema {SCHEMA}")
    _check_types(entry, _TYPES, place)
    for piece in entry["evidence"]:
        if not isinstance(piece, dict):
            raise LedgerError(f"{place}: a piece of evidence is no object")
        _check_types(piece, _SUPPORT_TYPES, place)
    if not all(isinstance(code, str) for code in entry["codes"]):
        raise LedgerError(f"{place}: a code is no string")
    for key in ("input_sha256", "output_sha256"):
        if not _SHA256.fullmatch(entry[key]):
            raise LedgerError(f"{place}: {key} is no SHA-256 in lower-case hexadecimal digits")
    for start, end, text in (("start", "end", "before"), ("after_start", "after_end", "after")):
        if entry[start] < 0 or entry[end] - entry[start] != len(entry[text]):
            raise LedgerError(f"{place}: {start} and {end} do not fit the text of {text}")
    return cast("Entry", entry)


def _check_types(found: Mapping[str, object], types: Mapping[str, type | tuple[type, ...]], place: str) -> None:
    for key, kind in types.items():
        if key not in found:
            raise LedgerError(f"{place}: {key} is missing")
        value = found[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise LedgerError(f"{place}: {key} has a value of the wrong type")
