"""A document's bytes and the text they decode to: `Source`. Nothing is normalised and nothing is lost."""

import codecs
import hashlib
from typing import NamedTuple, Self

import regex

from nepalint.text.positions import LineIndex

MAX_INVALID = 1000
"""How many runs of invalid bytes a source lists; a binary file may hold millions."""

_BAD_RUN = regex.compile("[\udc80-\udcff]+")
_WIDE_MARKS = (  # longest first: the mark of UTF-16-LE begins that of UTF-32-LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class InvalidBytes(NamedTuple):
    """A maximal run of bytes that are not UTF-8: `offset` and `length` in bytes, `start` and `end` in code points."""

    offset: int
    length: int
    start: int
    end: int


class Source:
    """An immutable document: `raw` bytes under a `name`, and their `text`.

    `text` is `raw` decoded as UTF-8 with the error handler `surrogateescape`, so that
    `text.encode("utf-8", "surrogateescape") == raw` for any bytes. A byte order mark stays as the first code point,
    line endings stay as they are.
    """

    __slots__ = ("_digest", "_invalid", "_lines", "_name", "_raw", "_text")

    def __init__(self, raw: bytes, name: str = "<memory>") -> None:
        self._name = name
        self._raw = raw
        self._digest: str | None = None
        self._lines: LineIndex | None = None
        self._invalid: tuple[InvalidBytes, ...] = ()
        try:
            self._text = raw.decode("utf-8")
        except UnicodeDecodeError:
            self._text = raw.decode("utf-8", "surrogateescape")
            self._invalid = _invalid_runs(self._text)

    @classmethod
    def from_bytes(cls, raw: bytes, name: str = "<memory>") -> Self:
        """The source of any bytes."""
        return cls(raw, name)

    @classmethod
    def from_text(cls, text: str, name: str = "<memory>") -> Self:
        """The source whose bytes are `text` in UTF-8.

        Its `text` equals the one given unless that holds surrogates which do not stand for single invalid bytes.
        """
        try:
            raw = text.encode("utf-8")
        except UnicodeEncodeError:
            return cls(_encode(text), name)
        made = cls(b"", name)
        made._raw = raw
        made._text = text  # what its bytes would be decoded to
        return made

    def with_text(self, text: str) -> Self:
        """A source of the same name with another text."""
        return self.from_text(text, self._name)

    @property
    def name(self) -> str:
        """The label of the document, such as its relative path; never opened."""
        return self._name

    @property
    def raw(self) -> bytes:
        """The bytes."""
        return self._raw

    @property
    def text(self) -> str:
        """The decoded text."""
        return self._text

    @property
    def invalid(self) -> tuple[InvalidBytes, ...]:
        """The maximal runs of bytes that are not UTF-8, in order; at most the first `MAX_INVALID`."""
        return self._invalid

    @property
    def has_bom(self) -> bool:
        """Whether the bytes begin with the byte order mark of UTF-8."""
        return self._raw.startswith(codecs.BOM_UTF8)

    @property
    def wide_encoding(self) -> str | None:
        """The encoding that the byte order mark of UTF-16 or UTF-32 announces, such as `utf-16-le`; else None."""
        return next((encoding for mark, encoding in _WIDE_MARKS if self._raw.startswith(mark)), None)

    @property
    def lines(self) -> LineIndex:
        """The index of lines and columns, built when first asked for."""
        if self._lines is None:
            self._lines = LineIndex(self._text)
        return self._lines

    @property
    def sha256(self) -> str:
        """The hexadecimal SHA-256 of the bytes."""
        if self._digest is None:
            self._digest = hashlib.sha256(self._raw).hexdigest()
        return self._digest

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and (self._name, self._raw) == (other._name, other._raw)

    def __hash__(self) -> int:
        return hash((self._name, self._raw))

    def __repr__(self) -> str:
        return f"Source({self._name!r}, {len(self._raw)} bytes)"


def _encode(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        parts = (
            character.encode("utf-8", "surrogateescape" if "\udc80" <= character <= "\udcff" else "surrogatepass")
            for character in text
        )
        return b"".join(parts)


def _invalid_runs(text: str) -> tuple[InvalidBytes, ...]:
    runs: list[InvalidBytes] = []
    offset = last = 0
    for match in _BAD_RUN.finditer(text):
        start, end = match.span()
        offset += len(text[last:start].encode("utf-8"))
        runs.append(InvalidBytes(offset, end - start, start, end))
        if len(runs) == MAX_INVALID:
            break
        offset += end - start  # each bad byte is one code point
        last = end
    return tuple(runs)
