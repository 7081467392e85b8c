"""Zones of HTML: tags with their attributes, comments, elements that hold no prose. A block's tag ends a paragraph."""

from nepalint.text.zones.addresses import find_addresses
from nepalint.text.zones.model import Format, ZoneMap, compose, merge
from nepalint.text.zones.quotation import BLANK_LINE, ListedBreaks, read_quotations
from nepalint.text.zones.tags import scan_tags


def map_html(text: str) -> ZoneMap:
    """The zones of an HTML document or fragment."""
    tags = scan_tags(text)
    holes = merge([*tags.zones, *find_addresses(text)])
    breaks = sorted((*tags.breaks, *(match.start() for match in BLANK_LINE.finditer(text))))
    return compose(
        Format.HTML,
        holes,
        read_quotations(text, holes, ListedBreaks(text, breaks, holes)),
        comments=tuple(tags.comments),
        unclosed_markup=tuple(tags.unclosed),
    )
