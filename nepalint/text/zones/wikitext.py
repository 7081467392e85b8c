"""Zones of wikitext, by one linear scan over the marks of its markup.

A library that builds the whole tree reads about 1 MB/s and slows down with depth; here it is only asked where prose is
and whether marks find their partners. The scan reads as MediaWiki's preprocessor does: comments and the contents of
extension tags first, then braces and brackets, innermost first.

No prose: templates and parameters wholly, link targets, links without a label, categories, file links but for their
caption, comments, tags, references that hold a template or a URL, mathematics, code, galleries, the attributes of
tables. Prose: labels, captions, the text of other references and of table cells. Every line is a paragraph.
"""

from collections.abc import Iterable, Iterator, Sequence

import regex

from nepalint.text.spans import Span
from nepalint.text.zones.addresses import FILE_NAMESPACES, find_addresses, url_end
from nepalint.text.zones.model import Format, Zone, ZoneKind, ZoneMap, compose, merge
from nepalint.text.zones.quotation import BLANK_LINE, read_quotations
from nepalint.text.zones.tags import QUOTING, Closers

_TOKEN = regex.compile(
    r"""
      \{\{ [^{}\[\]<]*+ \}\} (?!\})                                 # a template without inner markup, whole
    | \[\[ [^\[\]{}<>|\n]++ (?: \]\] | \| (?: [^\[\]{}<>|\n]++ \]\] )?+ )    # a plain link, or its target and the pipe
    | \[\[ | \]\] | \{{2,}+ | \}{2,}+ | <!--
    | </?+ (?P<tag>[A-Za-z][A-Za-z0-9]*+) (?: [\s/] [^<>]*+ )?+ >
    | \[ (?= (?: [A-Za-z][A-Za-z0-9+.-]{1,15} : )?+ // )            # an external link
    | __ \p{L} [\p{L}\p{M}]{1,40}+ __
    """,
    regex.VERBOSE,
)
_OPAQUE = dict.fromkeys(
    ("nowiki", "pre", "syntaxhighlight", "source", "code", "score", "timeline", "graph", "templatedata"), ZoneKind.CODE
)
_OPAQUE |= dict.fromkeys(("math", "chem", "ce", "hiero"), ZoneKind.MATH)
_OPAQUE |= dict.fromkeys(("gallery", "imagemap", "mapframe", "maplink", "inputbox", "categorytree"), ZoneKind.LINK)
_OPAQUE |= QUOTING
_REFERENCE_TAG = regex.compile(r"<(?P<end>/?+)ref(?:\s*+>|[\s/][^<>]*+>)", regex.I)
_WHOLE_REFERENCE = regex.compile(r"\{\{|//")

_FILE = regex.compile(rf"\[\[\s*+(?:{FILE_NAMESPACES})\s*+:", regex.I)
_CATEGORY = regex.compile(r"\[\[\s*+(?:category|वर्ग|श्रेणी)\s*+:", regex.I)
_NO_CAPTION = regex.compile(
    r"\s*+(?:thumb(?:nail)?+|frame(?:d|less)?+|border|left|right|center|none|(?:upright|alt|link|page|lang|class|thumb"
    r"|thumbtime|start|end)\s*+=.*|upright|baseline|middle|sub|super|top|text-top|bottom|text-bottom|[\d०-९x]++\s*+px"
    r"|अंगूठाकार|थम्ब|दायाँ|बायाँ|केन्द्र|मध्य)?\s*+",
    regex.I | regex.S,
)
_LINE_REST = regex.compile(r"[^\n\r]*+")
_DEEPEST = 8
"""Links nested deeper than this have no prose in them."""

_TABLE = regex.compile(r"^[ \t:]*+(?:\{\||\|-)[^\n]*+", regex.M)
_CELL = regex.compile(r"(?:^[ \t]*+(?:\|\+?+|!)|\|\||!!)[^\n\r|\[\]{}<>=]*+=[^\n\r|\[\]{}<>]*+\|(?!\|)", regex.M)


class _Open:
    """A `[[` or a run of braces that waits for its end."""

    __slots__ = ("braces", "depth", "head", "inner", "start")

    def __init__(self, start: int, *, braces: int = 0, head: int = 0, inner: int, depth: int = 0) -> None:
        self.start = start
        self.braces = braces  # how many of them wait; 0 for a link
        self.head = head  # where the label of a plain link begins, else 0
        self.inner = inner  # how many zones were known at the start
        self.depth = depth  # how many links are around a link


def map_wikitext(text: str) -> ZoneMap:
    """The zones of a wikitext document."""
    scan = _Scan(text)
    zones = [*scan.zones, *find_addresses(text)]
    if "{|" in text:
        zones += _tables(text)
    holes = merge(zones)
    return compose(
        Format.WIKITEXT,
        holes,
        read_quotations(text, holes),
        comments=tuple(scan.comments),
        unclosed_markup=tuple(_outside(sorted(scan.unclosed), holes)),
        stray_markup=tuple(_outside(scan.stray, holes)),
    )


def _tables(text: str) -> Iterator[Zone]:
    """The attributes of tables, rows and cells."""
    for pattern in (_TABLE, _CELL):
        for match in pattern.finditer(text):
            yield Zone(ZoneKind.TAG, *match.span())


def _outside(marks: Iterable[Span], holes: Sequence[Zone]) -> Iterator[Span]:
    """The marks that lie in no zone which began before them: what is wrong inside a template is its own matter."""
    hole = 0
    for mark in marks:
        while hole < len(holes) and holes[hole].end <= mark.start:
            hole += 1
        if hole == len(holes) or holes[hole].start >= mark.start:
            yield mark


class _Scan:
    """The scan over one text; the attributes without underscore are its results. The zones may overlap."""

    def __init__(self, text: str) -> None:
        self.zones: list[Zone] = []
        self.comments: list[Span] = []
        self.unclosed: list[Span] = []
        self.stray: list[Span] = []
        self._text = text
        self._stack: list[_Open] = []
        self._templates = 0  # how many of the stack are braces
        self._closers = Closers(text)
        self._blank = -1  # the last blank line before the place of the scan
        self._blanks = (match.start() for match in BLANK_LINE.finditer(text))
        self._next_blank = next(self._blanks, len(text))
        self._given_up = 0  # where the last stretch ends that was protected for want of an end
        resume = 0
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            if start >= resume:
                resume = self._read(match, start, end)
        self._give_up(self._stack)

    def _read(self, match: "regex.Match[str]", start: int, end: int) -> int:
        """Take one token; the scan goes on at the offset given back."""
        text = self._text
        first = text[start]
        last = text[end - 1]
        if first == "[":
            if last == "|" or (last == "[" and text.startswith("[[", start)):
                self._open_link(start, end if last == "|" else 0)
            elif last == "]":
                self._plain_link(start, end)
            else:
                end = max(end, url_end(text, text.index("//", start) + 2))
                self.zones.append(Zone(ZoneKind.URL, start, end))
        elif first == "]":
            self._close_link(start, end)
        elif first == "{":
            if last == "}":
                self.zones.append(Zone(ZoneKind.TEMPLATE, start, end))
            else:
                self._stack.append(_Open(start, braces=end - start, inner=len(self.zones)))
                self._templates += 1
        elif first == "}":
            self._close_braces(start, end)
        elif first == "_":
            self.zones.append(Zone(ZoneKind.TAG, start, end))
        elif match["tag"] is None:
            return self._comment(start, end)
        else:
            return self._tag(match["tag"].lower(), start, end)
        return end

    def _comment(self, start: int, end: int) -> int:
        """A comment; as for MediaWiki, one that never ends takes the rest of the text."""
        at = self._text.find("-->", end)
        if at < 0:
            self.unclosed.append(Span(start, end))
            stop = len(self._text)
        else:
            stop = at + 3
            self.comments.append(Span(start, stop))
        self.zones.append(Zone(ZoneKind.COMMENT, start, stop))
        return stop

    def _tag(self, name: str, start: int, end: int) -> int:
        """A tag; with its contents, if they are no prose."""
        text = self._text
        opens = text[start + 1] != "/" and text[end - 2] != "/"
        if opens and name in _OPAQUE:
            closed = self._closers.find(name, end)
            if closed is None:
                self.unclosed.append(Span(start, end))
            stop = closed.end if closed is not None else self._paragraph_end(end)
            self.zones.append(Zone(_OPAQUE[name], start, stop))
            return stop
        if opens and name == "ref":
            closer = _REFERENCE_TAG.search(text, end)
            if closer is None or not closer["end"]:
                self.unclosed.append(Span(start, end))
            elif _WHOLE_REFERENCE.search(text, end, closer.start()):
                self.zones.append(Zone(ZoneKind.REFERENCE, start, closer.end()))
                return closer.end()
        self.zones.append(Zone(ZoneKind.TAG, start, end))
        return end

    def _plain_link(self, start: int, end: int) -> None:
        """A link with at most one pipe and no other marks in it."""
        text = self._text
        head = text.find("|", start, end) + 1
        if head and text.find(":", start, head) >= 0 and not self._has_prose(start, head, end - 2):
            head = 0
        if head:
            self.zones.append(Zone(ZoneKind.LINK, start, head))
            self.zones.append(Zone(ZoneKind.LINK, end - 2, end))
        else:
            self.zones.append(Zone(ZoneKind.LINK, start, end))

    def _has_prose(self, start: int, head: int, end: int) -> bool:
        """Whether `text[head:end]`, what stands behind the last pipe of a link, is prose."""
        text = self._text
        if _CATEGORY.match(text, start):
            return False
        return not (_FILE.match(text, start) and _NO_CAPTION.fullmatch(text, head, end))

    def _open_link(self, start: int, head: int) -> None:
        around = self._stack[-1] if self._stack else None
        depth = around.depth + 1 if around is not None and not around.braces else 0
        self._stack.append(_Open(start, head=head, inner=len(self.zones), depth=depth))
        if head:
            self.zones.append(Zone(ZoneKind.LINK, start, head))

    def _close_link(self, start: int, end: int) -> None:
        while self._next_blank < start:
            self._blank = self._next_blank
            self._next_blank = next(self._blanks, len(self._text))
        stack = self._stack
        first = len(stack)
        while first and not stack[first - 1].braces and stack[first - 1].start < self._blank:
            first -= 1  # a link ends within its paragraph
        self._give_up(stack[first:])
        del stack[first:]
        if not stack or stack[-1].braces:
            self.stray.append(Span(start, end))
            return
        opened = stack.pop()
        head = self._label(opened, start)
        if head:
            self.zones += (Zone(ZoneKind.LINK, opened.start, head), Zone(ZoneKind.LINK, start, end))
        else:
            del self.zones[opened.inner :]
            self.zones.append(Zone(ZoneKind.LINK, opened.start, end))

    def _label(self, opened: _Open, end: int) -> int:
        """Where the prose of a link begins: its label, or the caption of a file; 0 if it has none."""
        text = self._text
        start, head = opened.start, opened.head
        if opened.depth >= _DEEPEST:
            return 0
        if not head:
            first = min((zone.start for zone in self.zones[opened.inner :]), default=end)
            head = text.find("|", start, first) + 1
        if text.find(":", start, head) >= 0:
            if _FILE.match(text, start):
                head = _last_pipe(text, head, end, merge(self.zones[opened.inner + (opened.head > 0) :]))
            if not self._has_prose(start, head, end):
                return 0
        return head if head < end else 0

    def _close_braces(self, start: int, end: int) -> None:
        """Match a run of closing braces, of which each opening run may use up a part."""
        while end - start > 1 and self._templates:
            while not self._stack[-1].braces:
                self._stack.pop()  # a link that the template cuts off
            opened = self._stack[-1]
            used = min(opened.braces, end - start)
            opened.braces -= used
            start += used
            del self.zones[opened.inner :]
            self.zones.append(Zone(ZoneKind.TEMPLATE, opened.start + opened.braces, start))
            if opened.braces < 2:
                self._stack.pop()
                self._templates -= 1
        if end - start > 1:
            self.stray.append(Span(start, end))

    def _give_up(self, opened: Iterable[_Open]) -> None:
        """Protect what follows marks without an end: for a link its line, for braces their paragraph."""
        text = self._text
        for mark in opened:
            self.unclosed.append(Span(mark.start, mark.start + (mark.braces or 2)))
            if mark.head or mark.start < self._given_up:
                continue
            if mark.braces:
                self._given_up = self._paragraph_end(mark.start)
            else:
                line = _LINE_REST.match(text, mark.start)
                self._given_up = line.end() if line is not None else len(text)
            self.zones.append(Zone(ZoneKind.TEMPLATE if mark.braces else ZoneKind.LINK, mark.start, self._given_up))

    def _paragraph_end(self, offset: int) -> int:
        match = BLANK_LINE.search(self._text, offset)
        return match.start() if match is not None else len(self._text)


def _last_pipe(text: str, start: int, end: int, inner: Sequence[Zone]) -> int:
    """The place behind the last pipe of `text[start:end]` that no inner zone holds; `start` if there is none."""
    for zone in reversed(inner):
        at = text.rfind("|", max(start, zone.end), end)
        if at >= 0:
            return at + 1
        end = zone.start
    return max(start, text.rfind("|", start, max(start, end)) + 1)
