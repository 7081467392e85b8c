"""What zones are made of: `ZoneKind`, `Zone`, `Format`, `QuotePair`, `ZoneMap`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from nepalint.text.spans import Span, SpanSet


class Format(StrEnum):
    """How a document is written."""

    AUTO = "auto"
    PLAIN = "plain"
    WIKITEXT = "wikitext"
    MARKDOWN = "markdown"
    HTML = "html"


class ZoneKind(StrEnum):
    """What a stretch of a document is. Prose is what no zone covers."""

    PROSE = "prose"
    QUOTATION = "quotation"
    CODE = "code"
    COMMENT = "comment"
    FILE_NAME = "file-name"
    FRONT_MATTER = "front-matter"
    LINK = "link"
    MATH = "math"
    REFERENCE = "reference"
    TAG = "tag"
    TEMPLATE = "template"
    URL = "url"


class Zone(NamedTuple):
    """The stretch `[start, end)`, in code points, that is not prose; never empty."""

    kind: ZoneKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The stretch."""
        return Span(self.start, self.end)


class QuotePair(NamedTuple):
    """Two quotation marks that belong together.

    `open` and `close` are the marks themselves, several code points long where a mark is doubled; `depth` is 1 for an
    outermost pair. `clean` says that every mark of the paragraph found its partner beyond doubt, so that marks may be
    restyled.
    """

    open: Span
    close: Span
    depth: int
    clean: bool

    @property
    def inside(self) -> Span:
        """The stretch that is quoted."""
        return Span(self.open.end, self.close.start)


class Quotations(NamedTuple):
    """The quotations of a text; see `ZoneMap` for the parts."""

    insides: list[Span]
    pairs: list[QuotePair]
    unclosed: list[Span]
    stray: list[Span]


@dataclass(frozen=True, slots=True)
class ZoneMap:
    """Where a text is not prose.

    `zones` are sorted by start, the outer before the inner. Quotations nest in each other; all other zones are
    disjoint; a quotation contains another zone or is disjoint from it, it never cuts one.
    """

    format: Format
    zones: tuple[Zone, ...] = ()
    quote_pairs: tuple[QuotePair, ...] = ()
    """Matched quotation marks, sorted by the opening mark."""
    unclosed: tuple[Span, ...] = ()
    """Opening quotation marks without a partner. The rest of the paragraph counts as quoted."""
    stray: tuple[Span, ...] = ()
    """Closing quotation marks without a partner. They protect nothing."""
    comments: tuple[Span, ...] = ()
    """Whole comments, with their delimiters; those that never end are left out."""
    unclosed_markup: tuple[Span, ...] = ()
    """Openers of markup without an end: `[[`, `{{`, `<!--`, `<nowiki>`."""
    stray_markup: tuple[Span, ...] = ()
    """Ends of markup without an opener: `]]`, `}}`."""
    protected: SpanSet = field(init=False)
    """Everything that is not prose."""
    quotations: SpanSet = field(init=False)
    """The insides of quotations; the marks do not belong to them."""

    def __post_init__(self) -> None:
        quotation = ZoneKind.QUOTATION
        quoted = [(start, end) for kind, start, end in self.zones if kind is quotation]
        object.__setattr__(self, "protected", SpanSet([(start, end) for _, start, end in self.zones]))
        object.__setattr__(self, "quotations", SpanSet(quoted))


def merge(zones: Iterable[Zone]) -> list[Zone]:
    """The zones sorted and made disjoint: one that begins inside another is swallowed by it."""
    merged: list[Zone] = []
    last = 0
    for zone in _outer_first(zones):
        _, start, end = zone
        if start >= last:
            if end > start:
                merged.append(zone)
                last = end
        elif end > last:
            merged[-1] = Zone(merged[-1].kind, merged[-1].start, end)
            last = end
    return merged


def compose(format: Format, holes: list[Zone], quotes: Quotations, **markup: tuple[Span, ...]) -> ZoneMap:
    """The map made of disjoint zones of markup and the quotations found between them."""
    quoted = [Zone(ZoneKind.QUOTATION, start, end) for start, end in quotes.insides if start < end]
    return ZoneMap(
        format=format,
        zones=tuple(_outer_first(quoted + holes)),
        quote_pairs=tuple(sorted(quotes.pairs)),
        unclosed=tuple(sorted(quotes.unclosed)),
        stray=tuple(quotes.stray),
        **markup,
    )


def _outer_first(zones: Iterable[Zone]) -> list[Zone]:
    """The zones by start, the longer first; those of the same extent stay in order."""
    return sorted(sorted(zones, key=itemgetter(2), reverse=True), key=itemgetter(1))
