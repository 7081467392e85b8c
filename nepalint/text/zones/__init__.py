"""Zones: which stretches of a document are prose and which are not. Total: any text, never an exception."""

from nepalint.text.zones.detection import detect_format
from nepalint.text.zones.model import Format, QuotePair, Zone, ZoneKind, ZoneMap

__all__ = ["Format", "QuotePair", "Zone", "ZoneKind", "ZoneMap", "detect_format", "map_zones"]


def map_zones(text: str, format: Format = Format.AUTO) -> ZoneMap:
    """The zones of a text, in time linear in its length; with `Format.AUTO` the text alone decides how it is read.

    The readers are imported when a document needs them: compiling their patterns takes longer than a small document.
    """
    if format is Format.AUTO:
        format = detect_format(text)
    if format is Format.WIKITEXT:
        from nepalint.text.zones.wikitext import map_wikitext

        return map_wikitext(text)
    if format is Format.MARKDOWN:
        from nepalint.text.zones.markdown import map_markdown

        return map_markdown(text)
    if format is Format.HTML:
        from nepalint.text.zones.html import map_html

        return map_html(text)
    from nepalint.text.zones.plain import map_plain

    return map_plain(text)
