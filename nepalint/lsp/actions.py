"""Quick fixes, fixing everything that is safe, and comments that suppress a finding."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lsprotocol.types import CodeActionKind

from nepalint.diagnostic import Applicability, Diagnostic
from nepalint.engine.fixer import FixOutcome
from nepalint.engine.run import LintResult
from nepalint.lsp.positions import Positions
from nepalint.messages import Messages
from nepalint.text.spans import Edit
from nepalint.text.zones import Format

QUICK_FIX = CodeActionKind.QuickFix.value
FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.nepalint"
KINDS = (QUICK_FIX, FIX_ALL)
_WITH_COMMENTS = (Format.WIKITEXT, Format.MARKDOWN, Format.HTML)


def wants(kind: str, only: Sequence[str] | None) -> bool:
    """Whether a client that asks for the kinds `only`, or for any, asks for `kind`."""
    return not only or any(kind == each or kind.startswith(f"{each}.") for each in only)


def text_edits(edits: Iterable[Edit], positions: Positions) -> list[dict[str, Any]]:
    """Edits as the protocol has them."""
    edits = list(edits)
    points = positions.points(offset for edit in edits for offset in (edit.start, edit.end))
    return [
        {
            "range": {"start": points[edit.start].json(), "end": points[edit.end].json()},
            "newText": edit.replacement,
        }
        for edit in edits
    ]


def workspace_edit(
    edits: Iterable[Edit], positions: Positions, uri: str, version: int, *, versioned: bool
) -> dict[str, Any]:
    """Edits of one document; `versioned` where the client refuses edits of a text that it has changed since."""
    made = text_edits(edits, positions)
    if versioned:
        return {"documentChanges": [{"textDocument": {"uri": uri, "version": version}, "edits": made}]}
    return {"changes": {uri: made}}


def fix_all_edits(outcome: FixOutcome) -> Iterator[Edit]:
    """What all safe fixes together change in the original text."""
    return (Edit(edit.start, edit.end, edit.after) for edit in outcome.edits)


def offers(one: Diagnostic, result: LintResult, say: Messages) -> Iterator[tuple[str, bool, tuple[Edit, ...]]]:
    """What can be done about a finding: title, whether it is to be preferred, edits.

    A fix that would meet protected text is offered as little as `check --fix` would apply it.
    """
    fix = one.fix
    if fix is not None and fix.edits and fix.applicability is not Applicability.DISPLAY:
        untouchable = result.untouchable
        if not any(untouchable.overlaps(edit.start, edit.end) for edit in fix.edits):
            title = say.of(fix.title, fix.title_en)
            safe = fix.applicability is Applicability.SAFE
            yield title if safe else say("lsp.unsafe", title=title), safe, fix.edits
    if (comment := _comment(one, result)) is not None:
        yield say("lsp.ignore", code=one.code), False, (comment,)


def _comment(one: Diagnostic, result: LintResult) -> Edit | None:
    """A comment at the end of the finding's line that suppresses it, where the format has comments and one fits."""
    document = result.document
    if document.format not in _WITH_COMMENTS or one.code.startswith("SUP"):
        return None
    lines = document.source.lines
    line = lines.span(lines.line_of(one.start))
    # Before spaces at the end, which Markdown takes for a line break.
    at = line.start + len(document.text[line.start : line.end].rstrip(" \t"))
    if document.is_protected(at, at):
        return None
    return Edit(at, at, f" <!-- nepalint: ignore {one.code} -->")
