"""Zones of Markdown: front matter, fenced and inline code, link targets, HTML. A blank line ends a paragraph."""

from collections.abc import Iterator

import regex

from nepalint.text.zones.addresses import find_addresses
from nepalint.text.zones.model import Format, Zone, ZoneKind, ZoneMap, compose, merge
from nepalint.text.zones.quotation import BLANK_LINE, ListedBreaks, read_quotations
from nepalint.text.zones.tags import scan_tags

_FRONT_MATTER = regex.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_FENCE = regex.compile(r"^[ \t>]*+(?P<fence>`{3,}+|~{3,}+)(?P<info>[^\n\r]*+)", regex.M)
_TICKS = regex.compile(r"`+")
_TARGET = regex.compile(
    r"\]\([^()\s<>]*+(?:\([^()\s<>]*+\)[^()\s<>]*+)*+(?:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'))?+[ \t]*+\)"
)
_DEFINITION = regex.compile(r"^ {0,3}\[(?P<label>[^\]\n]{1,200}+)\]:[ \t]*+\S[^\n\r]*+", regex.M)
_REFERENCE = regex.compile(r"\]\[[^\[\]\n]{0,200}+\]")
_LABEL = regex.compile(r"\[(?P<label>[^\[\]\n]{1,200}+)\](?!\()")
_LINE = regex.compile(r"^(?P<indent>[ \t]*+)(?P<item>(?:[-*+]|\p{Nd}{1,9}+[.)])[ \t]++)?+(?P<rest>[^\n\r]*+)", regex.M)
_CODE_INDENT = 4


def map_markdown(text: str) -> ZoneMap:
    """The zones of a Markdown document."""
    blanks = [match.start() for match in BLANK_LINE.finditer(text)]
    blocks = merge([*_front_matter(text), *_fenced_code(text)])
    blocks = merge([*blocks, *_indented_code(text, blocks)])
    code = merge([*blocks, *_inline_code(text, blocks, ListedBreaks(text, blanks, blocks))])
    tags = scan_tags(text, code)
    zones = [*code, *tags.zones, *find_addresses(text)]
    for pattern in (_TARGET, _DEFINITION, _REFERENCE):
        zones += (Zone(ZoneKind.LINK, *match.span()) for match in pattern.finditer(text))
    zones += _short_references(text)
    holes = merge(zones)
    return compose(
        Format.MARKDOWN,
        holes,
        read_quotations(text, holes, ListedBreaks(text, blanks, holes)),
        comments=tuple(tags.comments),
        unclosed_markup=tuple(tags.unclosed),
    )


def _front_matter(text: str) -> Iterator[Zone]:
    opened = _FRONT_MATTER.match(text)
    if opened is None:
        return
    fence = regex.escape(opened["fence"])
    closed = regex.compile(rf"^(?:{fence}|\.\.\.)[ \t]*+\r?$", regex.M).search(text, opened.end())
    if closed is not None:
        yield Zone(ZoneKind.FRONT_MATTER, 0, closed.end())


def _fenced_code(text: str) -> Iterator[Zone]:
    """Fenced blocks; one that never ends takes the rest of the text."""
    start, fence = 0, ""
    for match in _FENCE.finditer(text):
        mark = match["fence"]
        if not fence:
            if mark[0] == "~" or "`" not in match["info"]:
                start, fence = match.start(), mark
        elif mark.startswith(fence) and not match["info"].strip():
            yield Zone(ZoneKind.CODE, start, match.end())
            fence = ""
    if fence:
        yield Zone(ZoneKind.CODE, start, len(text))


def _indented_code(text: str, blocks: list[Zone]) -> Iterator[Zone]:
    """Lines set in by four columns after a blank line; in a list they go on with its item, and are prose."""
    if not any(mark in text for mark in ("    ", "\t")):
        return
    block = 0
    in_list, after_blank = False, True
    for match in _LINE.finditer(text):
        start, end = match.span()
        while block < len(blocks) and blocks[block].end <= start:
            block += 1
        in_block = block < len(blocks) and blocks[block].start <= start
        if in_block or not (match["rest"] or match["item"]):
            after_blank = True
        elif len(match["indent"].expandtabs(_CODE_INDENT)) < _CODE_INDENT:
            in_list = match["item"] is not None or (in_list and not after_blank)
            after_blank = False
        elif not in_list and after_blank:  # and the next line may follow, as if after a blank one
            yield Zone(ZoneKind.CODE, start, end)


def _short_references(text: str) -> Iterator[Zone]:
    """Labels in brackets that a definition gives a target: written another way they would lead nowhere."""
    defined = {_folded(match["label"]) for match in _DEFINITION.finditer(text)}
    if defined:
        for match in _LABEL.finditer(text):
            if _folded(match["label"]) in defined:
                yield Zone(ZoneKind.LINK, *match.span())


def _folded(label: str) -> str:
    """A label as labels are compared: whatever the case and the run of spaces."""
    return " ".join(label.casefold().split())


def _inline_code(text: str, blocks: list[Zone], breaks: ListedBreaks) -> Iterator[Zone]:
    """Stretches between two runs of equally many backticks in one paragraph."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    if not runs:
        return
    partner: dict[int, int] = {}  # the next run of the same length, by the index of the run
    last: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        if length in last:
            partner[index] = last[length]
        last[length] = index
    resume = 0
    block = 0
    for index, (start, _) in enumerate(runs):
        while block < len(blocks) and blocks[block].end <= start:
            block += 1
        if start < resume or index not in partner or (block < len(blocks) and blocks[block].start <= start):
            continue
        closed = runs[partner[index]]
        limit = min(breaks.after(start), blocks[block].start if block < len(blocks) else len(text))
        if closed[0] < limit:
            resume = closed[1]
            yield Zone(ZoneKind.CODE, start, resume)
