"""Zones of plain text: quotations, URLs, file names, and file links that were left over from a wiki.

Every line is a paragraph: Nepali plain text mostly comes with one paragraph a line, and where it is wrapped, a
quotation is followed to its end by the rule of `quotation`.
"""

from collections.abc import Iterator

import regex

from nepalint.text.zones.addresses import FILE_NAMESPACES, find_addresses
from nepalint.text.zones.model import Format, Zone, ZoneKind, ZoneMap, compose, merge
from nepalint.text.zones.quotation import read_quotations

_FILE_LINK = regex.compile(rf"\[\[\s*+(?:{FILE_NAMESPACES})\s*+:", regex.I)
_BRACKETS = regex.compile(r"\[\[|\]\]|[\n\r]")


def map_plain(text: str) -> ZoneMap:
    """The zones of a plain text."""
    zones = list(find_addresses(text))
    if "[[" in text:
        zones += _file_links(text)
    holes = merge(zones)
    return compose(Format.PLAIN, holes, read_quotations(text, holes))


def _file_links(text: str) -> Iterator[Zone]:
    """Whole file links, `[[चित्र:…]]`, that begin and end in one line."""
    opened: list[int] = []
    for match in _BRACKETS.finditer(text):
        mark = match[0]
        if mark == "[[":
            opened.append(match.start())
        elif mark != "]]":
            opened.clear()
        elif opened:
            start = opened.pop()
            if _FILE_LINK.match(text, start):
                yield Zone(ZoneKind.LINK, start, match.end())
