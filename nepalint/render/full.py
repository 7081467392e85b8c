"""For people: the message, the line with a caret under the words meant, the evidence, the fix."""

from collections.abc import Iterable, Iterator

from nepalint.batch import FileResult
from nepalint.diagnostic import Applicability, Diagnostic
from nepalint.document import Document
from nepalint.render import RenderOptions
from nepalint.render.escape import visible
from nepalint.render.frame import frame
from nepalint.render.paint import Painter, painter
from nepalint.render.places import Place, places

LONGEST_MESSAGE = 600
"""Code points of a message that are shown: a finding may quote the whole of a very long line."""


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """One chunk a finding, with an empty line after it."""
    paint = painter(options.color)
    for file in results:
        if file.remaining is None:
            continue
        path = paint("path", visible(file.name))
        for one, place in places(file.remaining):
            yield _block(path, file.remaining.document, one, place, options, paint)


def _block(path: str, document: Document, one: Diagnostic, place: Place, options: RenderOptions, paint: Painter) -> str:
    say = options.messages
    level = paint(one.severity, say(f"severity.{one.severity}"))
    number = str(place.line)
    gutter = " " * len(number)
    bar = paint("gutter", "|")
    line = document.source.lines.span(place.line - 1)
    shown = frame(document.text, line.start, line.end, one.start, one.end)
    caret = " " * shown.indent + paint(one.severity, "^" * shown.length)
    code = paint("code", one.code)
    rows = [
        f"{path}:{place.line}:{place.column}: {level} {code} {_short(say.of(one.message, one.message_en))}",
        f"{gutter} {bar}",
        f"{paint('gutter', number)} {bar} {shown.before}{paint(one.severity, shown.marked)}{shown.after}",
        f"{gutter} {bar} {caret}",
    ]
    line_of = document.source.lines.line_of
    notes = [
        f"{line_of(piece.start) + 1}: ‘{_short(piece.text)}’ {_short(say.of(piece.why, piece.why_en))}"
        for piece in one.evidence
    ]
    if one.fix is not None:
        key = "frame.fix" if one.fix.applicability is Applicability.SAFE else f"frame.fix.{one.fix.applicability}"
        notes.append(f"{paint('hint', say(key))}: {_short(say.of(one.fix.title, one.fix.title_en))}")
    if one.alternatives:
        notes.append(f"{say('frame.alternatives')}: {', '.join(map(_short, one.alternatives))}")
    if one.also:
        notes.append(f"{say('frame.also')}: {', '.join(one.also)}")
    equals = paint("gutter", "=")
    rows += [f"{gutter} {equals} {note}" for note in notes]
    return "\n".join(rows) + "\n\n"


def _short(text: str) -> str:
    return visible(text if len(text) <= LONGEST_MESSAGE else text[:LONGEST_MESSAGE] + "…")
