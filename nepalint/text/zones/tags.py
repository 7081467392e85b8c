"""Tags and comments as HTML writes them: shared by the formats that may hold HTML."""

from collections.abc import Iterable
from typing import NamedTuple

import regex

from nepalint.text.spans import Span
from nepalint.text.zones.model import Zone, ZoneKind

_TOKEN = regex.compile(r"<!--|<!\[CDATA\[|<[!?][A-Za-z][^<>]*+>|</?+(?P<name>[A-Za-z][A-Za-z0-9-]*+)[^<>]*+>")
QUOTING = dict.fromkeys(("blockquote", "q"), ZoneKind.QUOTATION)
"""Elements that quote, as quotation marks do."""

_OPAQUE = dict.fromkeys(("script", "style", "pre", "code", "kbd", "samp", "textarea", "svg"), ZoneKind.CODE)
_OPAQUE |= {"math": ZoneKind.MATH, "template": ZoneKind.TEMPLATE, **QUOTING}
_BLOCK = regex.compile(
    "address|article|aside|blockquote|body|br|caption|d[dlt]|div|fieldset|figcaption|figure|footer|form|h[1-6r]|head"
    "|header|html|legend|li|main|nav|ol|option|p|section|select|table|tbody|t[dhr]|tfoot|thead|title|ul"
)


class Closers:
    """Finds end tags, and remembers of which elements none are left, so that unclosed ones stay cheap."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._patterns: dict[str, regex.Pattern[str]] = {}
        self._exhausted: set[str] = set()

    def find(self, name: str, start: int) -> Span | None:
        """The next end tag of an element, from `start` on."""
        if name in self._exhausted:
            return None
        pattern = self._patterns.setdefault(name, regex.compile(rf"</{name}\s*+>", regex.I))
        match = pattern.search(self._text, start)
        if match is None:
            self._exhausted.add(name)
            return None
        return Span(*match.span())


class Tags(NamedTuple):
    """What a scan found; `breaks` are the offsets of tags that end a paragraph, sorted."""

    zones: list[Zone]
    comments: list[Span]
    unclosed: list[Span]
    breaks: list[int]


def scan_tags(text: str, holes: Iterable[Zone] = ()) -> Tags:
    """Tags, comments and elements without prose; those that begin inside `holes`, sorted and disjoint, do not count."""
    found = Tags([], [], [], [])
    closers = Closers(text)
    waiting = iter(holes)
    hole = next(waiting, None)
    resume = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while hole is not None and hole.end <= start:
            hole = next(waiting, None)
        if start < resume or (hole is not None and hole.start <= start):
            continue
        name = match["name"]
        if name is None:
            resume = _declaration(text, match[0], Span(start, end), found)
            continue
        name = name.lower()
        if _BLOCK.fullmatch(name):
            found.breaks.append(start)
        closed = None
        if name in _OPAQUE and text[start + 1] != "/" and text[end - 2] != "/":
            closed = closers.find(name, end)
        if closed is not None:
            resume = closed.end
            found.zones.append(Zone(_OPAQUE[name], start, resume))
        else:
            found.zones.append(Zone(ZoneKind.TAG, start, end))
    return found


def _declaration(text: str, token: str, span: Span, found: Tags) -> int:
    """Record a comment, a CDATA section or a declaration; one that never ends takes the rest of the text."""
    if token not in {"<!--", "<![CDATA["}:
        found.zones.append(Zone(ZoneKind.TAG, span.start, span.end))
        return span.end
    is_comment = token == "<!--"
    closer = "-->" if is_comment else "]]>"
    at = text.find(closer, span.end)
    end = at + len(closer) if at >= 0 else len(text)
    found.zones.append(Zone(ZoneKind.COMMENT if is_comment else ZoneKind.CODE, span.start, end))
    if at < 0:
        found.unclosed.append(span)
    elif is_comment:
        found.comments.append(Span(span.start, end))
    return end
