"""An open document: its text as the editor has it, version by version."""

from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from nepalint.lsp.positions import UTF16, UTF32, Change, Positions, difference, joined_surrogates
from nepalint.text.positions import LineIndex
from nepalint.text.source import Source
from nepalint.text.zones import Format

_FORMATS = {
    "wikitext": Format.WIKITEXT,
    "mediawiki": Format.WIKITEXT,
    "markdown": Format.MARKDOWN,
    "html": Format.HTML,
}
"""Languages of editors; of any other, plain text included, name and content tell the format, as for `check`."""


class OpenDocument:
    """One open document.

    `path` is where its settings are looked for; the file need not exist. `version` is the client's, `revision` counts
    what was taken over, so that a client that counts wrongly gets nothing stale.
    """

    def __init__(self, item: types.TextDocumentItem, encoding: str, folder: Path) -> None:
        self.uri = item.uri
        self.version = item.version
        self.revision = 0
        self.format = _FORMATS.get(item.language_id.lower(), Format.AUTO)
        place = to_fs_path(item.uri)
        self.path = Path(place) if place else folder / (item.uri.rpartition("/")[2].rpartition(":")[2] or "untitled")
        self._encoding = encoding
        self._plain = True
        self._lines: LineIndex | None = None
        self._take(item.text, item.text)

    @property
    def positions(self) -> Positions:
        """The positions of the text as it is now."""
        return Positions(self.text, self.lines, UTF32 if self._plain and self._encoding == UTF16 else self._encoding)

    @property
    def lines(self) -> LineIndex:
        """The lines of the text as it is now."""
        if self._lines is None:
            self._lines = LineIndex(self.text)
        return self._lines

    def source(self) -> Source:
        """The text as it is now, named by its path."""
        return Source.from_text(self.text, str(self.path))

    def change(self, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> list[Change]:
        """Take changes over, each in terms of the text that the one before it made."""
        made = []
        for one in changes:
            if isinstance(one, types.TextDocumentContentChangePartial):
                made.append(self._replace(one))
            else:
                before = self.text
                self._plain = True
                self._take(one.text, one.text)
                made.append(difference(before, self.text))
        self.version = version
        self.revision += 1
        return made

    def _replace(self, change: types.TextDocumentContentChangePartial) -> Change:
        positions = self.positions
        first = positions.offset(change.range.start.line, change.range.start.character)
        last = positions.offset(change.range.end.line, change.range.end.character)
        start, end = min(first, last), max(first, last)
        before = self.text
        self._take(before[:start] + change.text + before[end:], change.text)
        made = Change(start, end, len(change.text))
        return made if len(self.text) == len(before) + made.by else difference(before, self.text)

    def _take(self, text: str, added: str) -> None:
        """`text` is the whole, `added` what is new in it."""
        if self._plain and _units_differ(added):
            self._plain = False
        self.text = text if self._plain else joined_surrogates(text)
        self._lines = None


def _units_differ(text: str) -> bool:
    """Whether some code point takes two UTF-16 units, or is half of such a one."""
    try:
        return len(text.encode("utf-16-le")) != 2 * len(text)
    except UnicodeEncodeError:
        return True
