"""Zones: which stretches of a document are prose and which are not. Total: any text, never an exception."""

from nepalint.text.zones.detection import detect_format
from nepalint.text.zones.html import map_html
from nepalint.text.zones.markdown import map_markdown
from nepalint.text.zones.model import Format, QuotePair, Zone, ZoneKind, ZoneMap
from nepalint.text.zones.plain import map_plain
from nepalint.text.zones.wikitext import map_wikitext

__all__ = ["Format", "QuotePair", "Zone", "ZoneKind", "ZoneMap", "detect_format", "map_zones"]

_MAPPERS = {
    Format.PLAIN: map_plain,
    Format.WIKITEXT: map_wikitext,
    Format.MARKDOWN: map_markdown,
    Format.HTML: map_html,
}


def map_zones(text: str, format: Format = Format.AUTO) -> ZoneMap:
    """The zones of a text, in time linear in its length; with `Format.AUTO` the text alone decides how it is read."""
    if format is Format.AUTO:
        format = detect_format(text)
    return _MAPPERS[format](text)
