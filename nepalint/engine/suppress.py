"""Suppressions: findings that someone has looked at and wants left alone, and those that suppress nothing any more.

In formats with comments a directive is a comment of its own: `<!-- nepalint: ignore ORT001 -->` speaks of its line,
or of the next line where it stands alone; `ignore-file` of the whole document. Plain text has no comments; there the
settings hold suppressions by code, file and fingerprint.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

import regex

from nepalint.diagnostic import FAMILIES, Diagnostic
from nepalint.document import Document
from nepalint.engine.fingerprint import CONTEXT, fingerprints
from nepalint.rulebook import Rule, RuleMeta
from nepalint.text.spans import Span, SpanSet

UNUSED = "SUP001"
MALFORMED = "SUP002"

_DIRECTIVE = regex.compile(r"\s*nepalint:\s*(?P<body>.*?)\s*", regex.DOTALL)
_BODY = regex.compile(
    r"(?P<scope>ignore-file|ignore)(?:\s+(?P<codes>[A-Za-z0-9]+(?:[\s,]+[A-Za-z0-9]+)*))?(?:\s*--.*)?", regex.DOTALL
)
_COMMENT_MARKS = regex.compile(r"^<!--|-->$")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A suppression of the settings: a code or its beginning, for a file, for one finding if a fingerprint is given."""

    code: str
    reason: str
    file: str | None = None
    fingerprint: str | None = None


@dataclass(slots=True)
class _Directive:
    start: int
    end: int
    codes: tuple[str, ...]
    first: int
    last: int
    used: set[str] = field(default_factory=set)

    def covers(self, one: Diagnostic) -> bool:
        if not (self.first <= one.start < self.last):
            return False
        for code in self.codes or ("",):
            if one.code.startswith(code):
                self.used.add(code)
                return True
        return False


class Suppressed(NamedTuple):
    """What suppressions leave: the findings, those gone, and the places that fixes must leave alone."""

    findings: list[Diagnostic]
    gone: list[Diagnostic]
    hushed: SpanSet


def apply_suppressions(
    document: Document, found: list[Diagnostic], settings: tuple[Suppression, ...], rules: Iterable[Rule]
) -> Suppressed:
    """The findings that remain of `found`, which is sorted by place, with those about directives themselves.

    A directive counts as unused only if the rules it names ran. What a suppressed fix would have changed is hushed. So
    is the whole surrounding by which a fingerprint knows its finding: were it changed, the finding would be back.
    """
    hushed: list[Span] = []
    cards = {rule.meta.code: rule.meta for rule in rules}
    directives, remarks = _directives(document, cards.get(MALFORMED))
    kept = found
    if directives:
        covered = [bool([each for each in directives if each.covers(one)]) for one in kept]  # each, to note its use
        hushed += [span for one in compress(kept, covered) for span in _mended(one)]
        kept = [one for one, gone in zip(kept, covered, strict=True) if not gone]
    here = [one for one in settings if one.file in (None, document.source.name)]
    if here:
        # Of all findings: whatever else is suppressed, a finding keeps its mark.
        marks = dict(zip(map(id, found), fingerprints(document.text, found), strict=True))
        left = []
        for one in kept:
            met = [each for each in here if _meets(each, one, marks[id(one)])]
            if not met:
                left.append(one)
            elif any(each.fingerprint is not None for each in met):
                hushed.append(Span(max(0, one.start - CONTEXT), one.end + CONTEXT))
            else:
                hushed += _mended(one)
        kept = left
    suppressed = []
    if len(kept) < len(found):
        remaining = set(map(id, kept))
        suppressed = [one for one in found if id(one) not in remaining]
    unused = cards.get(UNUSED)
    if unused is not None:
        for directive in directives:
            idle = [
                code
                for code in directive.codes or ("",)
                if code not in directive.used and any(known.startswith(code) for known in cards)
            ]
            if idle:
                named = ", ".join(code for code in idle if code) or "ALL"
                remarks.append(unused.diagnose(directive.start, directive.end, found=named))
    return Suppressed(kept + remarks if remarks else kept, suppressed, SpanSet(hushed))


def _mended(one: Diagnostic) -> list[Span]:
    """The stretches that the fix of a finding would change."""
    return [edit.span for edit in one.fix.edits] if one.fix else []


def _meets(suppression: Suppression, one: Diagnostic, fingerprint: str) -> bool:
    return one.code.startswith(suppression.code) and suppression.fingerprint in (None, fingerprint)


def _directives(document: Document, malformed: RuleMeta | None) -> tuple[list[_Directive], list[Diagnostic]]:
    """The directives in the comments of `document`, and remarks on those that cannot be read."""
    directives: list[_Directive] = []
    remarks: list[Diagnostic] = []
    text = document.text
    for start, end in document.zones.comments:
        match = _DIRECTIVE.fullmatch(_COMMENT_MARKS.sub("", text[start:end]))
        if match is None:
            continue
        body = _BODY.fullmatch(match["body"])
        given = tuple(body["codes"].replace(",", " ").split()) if body is not None and body["codes"] else ()
        codes = tuple(code for code in given if any(family.startswith(code[:3]) for family in FAMILIES))
        if malformed is not None and (body is None or codes != given):
            remarks.append(malformed.diagnose(start, end, found=match["body"]))
        if body is None or (given and not codes):
            continue
        first, last = 0, len(text) + 1
        if body["scope"] == "ignore":
            first, last = _reach(document, start, end)
        directives.append(_Directive(start, end, codes, first, last))
    return directives, remarks


def _reach(document: Document, start: int, end: int) -> tuple[int, int]:
    """The code points a line directive speaks of: its own line, or the next where it stands alone."""
    lines = document.source.lines
    number = lines.line_of(start)
    line = lines.span(number)
    if not document.text[line.start : start].strip() and not document.text[end : line.end].strip():
        last = lines.line_of(end)
        if last + 1 < lines.count:
            line = lines.span(last + 1)
    return line.start, line.end + 1
