"""Findings as the protocol's diagnostics.

They are made as plain JSON, not as lsprotocol's classes, which cost twice as much: a long document has thousands
at every keystroke.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from lsprotocol.types import DiagnosticSeverity, DiagnosticTag

from nepalint.diagnostic import Diagnostic, Severity
from nepalint.lsp.positions import Point, Positions
from nepalint.messages import Messages

SOURCE = "nepalint"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error.value,
    Severity.WARNING: DiagnosticSeverity.Warning.value,
    Severity.INFO: DiagnosticSeverity.Information.value,
}
_UNNECESSARY = [DiagnosticTag.Unnecessary.value]


def published(
    found: Sequence[Diagnostic], positions: Positions, uri: str, say: Messages, *, related: bool, tags: bool
) -> list[dict[str, Any]]:
    """The findings as diagnostics of the document at `uri`, in their order.

    Args:
        found: findings with offsets of the text that `positions` speaks of.
        positions: the text.
        uri: where the text lies.
        say: the language.
        related: whether the client takes evidence as related information.
        tags: whether the client takes tags.
    """
    points = positions.points(_offsets(found, related=related))
    return [_published(one, points, uri, say, related=related, tags=tags) for one in found]


def _offsets(found: Iterable[Diagnostic], *, related: bool) -> Iterable[int]:
    for one in found:
        yield one.start
        yield one.end
        if related:
            for piece in one.evidence:
                yield piece.start
                yield piece.end


def _published(
    one: Diagnostic, points: dict[int, Point], uri: str, say: Messages, *, related: bool, tags: bool
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "range": _range(points[one.start], points[one.end]),
        "severity": _SEVERITIES[one.severity],
        "code": one.code,
        "source": SOURCE,
        "message": say.of(one.message, one.message_en),
    }
    if related and one.evidence:
        made["relatedInformation"] = [
            {
                "location": {"uri": uri, "range": _range(points[piece.start], points[piece.end])},
                "message": f"‘{piece.text}’ {say.of(piece.why, piece.why_en)}",
            }
            for piece in one.evidence
        ]
    if tags and _is_superfluous(one):
        made["tags"] = _UNNECESSARY
    return made


def _is_superfluous(one: Diagnostic) -> bool:
    """Whether all that is wrong with the stretch is that it stands there."""
    if one.fix is None or len(one.fix.edits) != 1:
        return False
    start, end, replacement = one.fix.edits[0]
    return not replacement and start <= one.start and one.end <= end


def _range(start: Point, end: Point) -> dict[str, Any]:
    return {"start": start.json(), "end": end.json()}
