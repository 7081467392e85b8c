"""Zones: which stretches of a document are prose and which are not. Total: any text, never an exception."""

from importlib import import_module

from nepalint.text.zones.detection import detect_format
from nepalint.text.zones.model import Format, QuotePair, Zone, ZoneKind, ZoneMap

__all__ = ["Format", "QuotePair", "Zone", "ZoneKind", "ZoneMap", "detect_format", "map_zones"]


def map_zones(text: str, format: Format = Format.AUTO) -> ZoneMap:
    """The zones of a text, in time linear in its length; with `Format.AUTO` the text alone decides how it is read."""
    if format is Format.AUTO:
        format = detect_format(text)
    # A run seldom meets all formats, and the patterns of one take milliseconds to compile: each is loaded on need.
    module = import_module(f"nepalint.text.zones.{format}")
    zones: ZoneMap = getattr(module, f"map_{format}")(text)
    return zones
