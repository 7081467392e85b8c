"""Which format a document is written in."""

from itertools import islice

import regex

from nepalint.text.spans import Span, SpanSet
from nepalint.text.zones.model import Format
from nepalint.text.zones.quotation import read_quotations

_BY_SUFFIX = {
    "wiki": Format.WIKITEXT,
    "wikitext": Format.WIKITEXT,
    "mediawiki": Format.WIKITEXT,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
}
_ENOUGH = 2
_LOOKED_AT = 64
_MARKER = regex.compile(
    r"\[\[[^\[\]{}<>\n]{1,300}+\]\]|\{\{\s*+[^\s{}]|'''[^'\n]{1,300}+'''|^={2,6}+[^=\n][^\n]*?==[ \t]*+\r?$", regex.M
)


def detect_format(text: str, name: str = "") -> Format:
    """The format by the suffix of `name`; else wikitext if its markers stand outside quotations; else plain.

    The markers are `[[…]]`, `{{`, `'''…'''` and a heading in `==`; two are enough. Only the first 64 are looked at.
    """
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if not any(mark in text for mark in ("[[", "{{", "'''", "==")):
        return Format.PLAIN
    found = 0
    line = Span(0, -1)
    quoted = SpanSet()
    for match in islice(_MARKER.finditer(text), _LOOKED_AT):
        start, end = match.span()
        if start > line.end:
            line = _line_around(text, start)
            quoted = SpanSet(read_quotations(text[line.start : line.end], ()).insides)
        if not quoted.overlaps(start - line.start, end - line.start):
            found += 1
            if found == _ENOUGH:
                return Format.WIKITEXT
    return Format.PLAIN


def _line_around(text: str, offset: int) -> Span:
    start = max(text.rfind(mark, 0, offset) for mark in "\n\r") + 1
    ends = [end for end in (text.find(mark, offset) for mark in "\n\r") if end >= 0]
    return Span(start, min(ends, default=len(text)))
