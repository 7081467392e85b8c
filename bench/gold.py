"""Reading the project's own gold: documents with their defects, names and dates marked in the text.

A `.gold` file begins with lines `#: key = value`, then a line `#:` alone, then the text. `⟦surface|labels|right⟧` marks
a stretch; the text of the document is that with every mark replaced by its surface. `tests/gold/README.md` lists the
labels. Offsets are code points of the text without marks, ends exclusive. Bars may stand in the surface and in the
right form, because the labels are told from other text.

The sealed documents are for numbers alone: `sealed_documents` is the only way to them, and `bench.accuracy` the only
one that calls it (`tests/test_gold_reader.py`). No error quotes text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal, NamedTuple

import regex

from nepalint.text.source import Source
from nepalint.text.spans import SpanSet

OWN = Path(__file__).resolve().parent.parent / "tests" / "gold" / "own"
SEALED: Final = "sealed"
Permit = Literal["only numbers leave"]
PERMIT: Final = "only numbers leave"

HINDI = ("hi", "hi_orth", "mixed", "corrupt")
"""Labels of tokens that are not Nepali, each of which is a defect of the family `hin`."""
FAMILIES = ("uni", "dat", "nam", "hin", "ort", "mrk", "typ")
"""Families of defects, in the order in which they own a word."""
CALQUE = "calque"
_LABELS = frozenset((*HINDI, *FAMILIES, CALQUE, "loan", "other", "safe", "optin", "quoted"))
_FACT = regex.compile(
    r"(?P<key>name)(?:=(?P<value>[^,=|\s][^,=|]*+))?|(?P<key>date|bs)(?:=(?P<value>[0-9A-Z?~%/.:\[\]-]*+))?"
)
_HEADER = regex.compile(r"#:[ \t]*(?P<key>[a-z]+)[ \t]*=[ \t]*(?P<value>.*\S)[ \t]*\r?")
_NEEDED = ("id", "genre", "language", "format", "origin")
_KEYS = frozenset((*_NEEDED, "note"))
_LANGUAGES = frozenset(("ne", "hi", "mai", "bho", "new", "sa", "mr"))
_SUFFIXES = {"plain": "txt", "wikitext": "wiki", "markdown": "md"}


class GoldError(Exception):
    """A gold file that cannot be read; the message begins with the file and, where there is one, the line."""


class Mark(NamedTuple):
    """A marked stretch `[start, end)`. `rights` are its right forms, the best first; none where none is known."""

    start: int
    end: int
    labels: frozenset[str]
    rights: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """What the stretch says: pairs of `name`, `date` or `bs` and a value, which may be empty."""

    @property
    def families(self) -> frozenset[str]:
        """The families of the defect, `calque` among them; none where nothing is wrong."""
        families = self.labels.intersection((*FAMILIES, CALQUE))
        return families | {"hin"} if self.labels.intersection(HINDI) else families

    @property
    def is_defect(self) -> bool:
        """Whether something is wrong here whatever the house style."""
        return bool(self.families) and "optin" not in self.labels

    @property
    def is_quoted(self) -> bool:
        """Whether the defect stands in a quotation, where it may be reported but is never edited."""
        return "quoted" in self.labels


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document and what is marked in it, sorted by start, the outer mark before the inner."""

    path: Path
    header: dict[str, str]
    text: str
    marks: tuple[Mark, ...]
    first_line: int = 1
    """The line of the file, 1-based, on which the text begins."""
    unread: SpanSet = field(default_factory=SpanSet)
    """Stretches whose words nobody read for errors; empty in the project's own gold."""

    @property
    def language(self) -> str:
        """The language of the words that bear no label."""
        return self.header["language"]

    @property
    def source(self) -> Source:
        """The document as nepalint gets it; the suffix of the name tells the format."""
        return Source.from_text(self.text, f"{self.header['id']}.{_SUFFIXES[self.header['format']]}")

    def place(self, offset: int) -> str:
        """The file and line of a code point of the text."""
        line = self.first_line + self.text.count("\n", 0, offset)
        line += sum(right.count("\n") for mark in self.marks if mark.end <= offset for right in mark.rights)
        return f"{self.path.name}:{line}"


def dev_documents(own: Path = OWN) -> list[GoldDocument]:
    """The documents to develop against, in the order of their names.

    Raises:
        GoldError: one of them is malformed, or two have one id.
    """
    return _documents(own / "dev")


def sealed_documents(permit: Permit, own: Path = OWN) -> list[GoldDocument]:
    """The documents that no rule was made with. Who passes the permit lets nothing of them out but numbers.

    Raises:
        GoldError: one of them is malformed, two have one id, or there is no permit.
    """
    if permit != PERMIT:
        raise GoldError("the sealed documents are opened by `python -m bench.accuracy` alone")
    return _documents(own / SEALED)


def read_gold(path: Path) -> GoldDocument:
    """One document that is not sealed.

    Raises:
        GoldError: it is malformed, or sealed.
    """
    if SEALED in path.resolve().parts:
        raise GoldError(f"{path.name}: sealed documents are opened by `python -m bench.accuracy` alone")
    return _read(path)


def _documents(folder: Path) -> list[GoldDocument]:
    found: dict[str, GoldDocument] = {}
    for path in sorted(folder.glob("*.gold")):
        document = _read(path)
        other = found.setdefault(document.header["id"], document)
        if other is not document:
            raise GoldError(f"{path.name}: the id is that of {other.path.name}")
    return list(found.values())


def _read(path: Path) -> GoldDocument:
    try:
        content = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path.name}: byte {error.start} is not UTF-8") from error
    return parse_gold(content, path)


def parse_gold(content: str, path: Path) -> GoldDocument:
    """The document that a file at `path`, which is not opened, holds.

    Raises:
        GoldError: at the first thing that is wrong.
    """
    header, begin = _header(content, path)
    first_line = 1 + content.count("\n", 0, begin)

    def error(offset: int, message: str) -> GoldError:
        return GoldError(f"{path.name}:{1 + content.count(chr(10), 0, offset)}: {message}")

    text, marks = _unmarked(content, begin, error)
    return GoldDocument(path, header, text, tuple(sorted(marks, key=lambda m: (m.start, -m.end))), first_line)


def _header(content: str, path: Path) -> tuple[dict[str, str], int]:
    """What the header says, and where the text begins."""
    header: dict[str, str] = {}
    offset = 0
    for number, line in enumerate(content.split("\n"), 1):
        offset += len(line) + 1
        if line.rstrip("\r") == "#:":
            break
        entry = _HEADER.fullmatch(line)
        if entry is None:
            raise GoldError(f"{path.name}:{number}: expected `#: key = value`, or `#:` before the text")
        key = entry["key"]
        if key not in _KEYS or key in header:
            raise GoldError(f"{path.name}:{number}: {'unknown' if key not in _KEYS else 'second'} key {key!r}")
        for name, known in (("language", _LANGUAGES), ("format", _SUFFIXES.keys())):
            if key == name and entry["value"] not in known:
                raise GoldError(f"{path.name}:{number}: {name} must be one of {', '.join(sorted(known))}")
        header[key] = entry["value"]
    else:
        raise GoldError(f"{path.name}: no line `#:` ends the header")
    missing = [key for key in _NEEDED if key not in header]
    if missing:
        raise GoldError(f"{path.name}:{number}: the header lacks {', '.join(missing)}")
    return header, min(offset, len(content))


@dataclass(slots=True)
class _Open:
    """A mark that is being read: where it opened in the file, what it holds so far, and its own bars in that."""

    opened: int
    text: list[str] = field(default_factory=list)
    length: int = 0
    bars: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)


_Failure = Callable[[int, str], GoldError]


def _unmarked(content: str, begin: int, error: _Failure) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks."""
    stack = [_Open(begin)]
    for piece in regex.finditer(r"[⟦⟧|]|[^⟦⟧|]++", content, pos=begin):
        character, current = piece[0], stack[-1]
        if character == "⟦":
            stack.append(_Open(piece.start()))
        elif character == "⟧":
            if len(stack) == 1:
                raise error(piece.start(), "⟧ without ⟦")
            stack.pop()
            surface, labels, right = _fields(current, error)
            outer = stack[-1]
            shift = outer.length
            mark = _mark(surface, labels, right, partial(error, current.opened))
            outer.marks.append(mark._replace(start=shift, end=shift + len(surface)))
            outer.marks += [one._replace(start=one.start + shift, end=one.end + shift) for one in current.marks]
            outer.add(surface)
        else:
            if character == "|":
                current.bars.append(current.length)
            current.add(character)
    if len(stack) > 1:
        raise error(stack[-1].opened, "⟦ without ⟧")
    return "".join(stack[0].text), stack[0].marks


def _fields(mark: _Open, error: _Failure) -> tuple[str, list[str], str | None]:
    """Surface, labels and right form: the one field that is a list of labels parts the other two."""
    text = "".join(mark.text)
    bars = [*mark.bars, len(text)]
    fields = [(bar, following, _labels(text[bar + 1 : following])) for bar, following in pairwise(bars)]
    found = [field for field in fields if field[2]]
    if not found:
        raise error(mark.opened, "this mark has no field that is a list of labels")
    if len(found) > 1:
        raise error(mark.opened, "two fields of this mark could be its labels")
    bar, following, labels = found[0]
    if any(inner.end > bar for inner in mark.marks):
        raise error(mark.opened, "a mark stands in the labels or the right form of another")
    return text[:bar], labels, text[following + 1 :] if following < len(text) else None


def _labels(field: str) -> list[str]:
    """The labels in a field, none if it holds anything else."""
    labels = [label.strip() for label in field.split(",")]
    return labels if all(label in _LABELS or _FACT.fullmatch(label) for label in labels) else []


def _mark(surface: str, labels: list[str], right: str | None, error: Callable[[str], GoldError]) -> Mark:
    """The mark, at offset 0, if what it says agrees with itself."""
    plain = _LABELS.intersection(labels)
    facts = tuple((fact["key"], fact["value"] or "") for fact in map(_FACT.fullmatch, labels) if fact)
    mark = Mark(0, len(surface), plain, () if right is None else (right,), facts)
    if not mark.families:
        if right is not None:
            raise error("a right form, but no family of defects")
        if plain.intersection(("safe", "optin")):
            raise error("safe and optin speak of a defect, and there is no family")
    if right == surface:
        raise error("the right form is what stands there")
    if not surface and not right:
        raise error("nothing is marked")
    if "safe" in plain and (right is None or "optin" in plain):
        raise error("safe needs a right form" if right is None else "safe and optin exclude each other")
    return mark
