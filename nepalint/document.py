"""A document ready for rules: its source, its zones, its words and sentences."""

from array import array
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress, islice
from operator import eq, itemgetter
from typing import NamedTuple, Self, overload

import regex

from nepalint.language.analysis import Analysis, analyse
from nepalint.text.positions import LineIndex
from nepalint.text.script import MAX_WORD, WORD, WORD_CLASS
from nepalint.text.source import Source
from nepalint.text.spans import Span
from nepalint.text.zones import Format, ZoneMap, detect_format, map_zones

BLOCK = 1 << 16
"""Code points whose tokens are in memory at one time."""

KEPT = 1 << 19
"""Code points up to which the tokens of a document are kept, so that it is tokenised once."""

FEW = 6
"""Words that are sought in the text one by one; for more it is cheaper to look at every token."""

PIECES = 1 << 17
"""Pieces of text that are remembered while words are collected; beyond it they are forgotten, to bound memory."""

_DEVANAGARI = (*range(0x0900, 0x0980), *range(0xA8E0, 0xA900), 0x200C, 0x200D)
_WORD_CHARACTERS = frozenset(filter(WORD.match, map(chr, _DEVANAGARI)))
"""The code points of a word token."""
_GAP = regex.compile(f"[^{WORD_CLASS}]")
_GAP_BEFORE = regex.compile(f"(?r)[^{WORD_CLASS}]")
_VISIBLE_BEFORE = regex.compile(r"(?r)\S")
_SENTENCE = regex.compile(
    r"""
    [^\s।॥?!]          # from the first visible code point
    [^।॥?!\r\n]*+      # to the end of the line, or to
    (?: [।॥?!]++ (?: [)\]}’”»›] | ["'](?=\s|$) )*+ )?  # the marks that end a sentence and the closing ones after them
    """,
    regex.VERBOSE,
)


class Token(NamedTuple):
    """A word token; `start` and `end` are code points of the document."""

    text: str
    start: int
    end: int

    @property
    def analysis(self) -> Analysis:
        """What the word may be by itself; worked out once for each distinct word of a process."""
        return analyse(self.text)


class Document:
    """A source with what rules ask of it; everything is found when first asked for. Offsets are code points."""

    def __init__(self, source: Source, format: Format) -> None:
        self.source = source
        self.text = source.text
        self.format = format

    @classmethod
    def open(cls, source: Source, format: Format = Format.AUTO) -> Self:
        """The document of `source`, whose format is told by name and content if it is AUTO."""
        return cls(source, detect_format(source.text, source.name) if format is Format.AUTO else format)

    @property
    def lines(self) -> LineIndex:
        """The index of lines and columns."""
        return self.source.lines

    @cached_property
    def zones(self) -> ZoneMap:
        """Which stretches are not prose."""
        return map_zones(self.text, self.format)

    def is_protected(self, start: int, end: int) -> bool:
        """Whether `[start, end)` touches something that is not prose; an empty stretch, whether it lies inside it."""
        return self.zones.protected.overlaps(start, end)

    @cached_property
    def words(self) -> frozenset[str]:
        """The distinct word tokens; those longer than `MAX_WORD` are left out."""
        if len(self.text) <= KEPT:
            return _of_bearable_length(frozenset().union(*[tokens for _, _, tokens in self._kept_tokens]))
        words: set[str] = set()
        pieces: set[str] = set()
        for start, end in self._blocks():
            # Most pieces between spaces have been seen before, and splitting is cheaper than matching.
            new = set(self.text[start:end].split()) - pieces
            words.update(WORD.findall(" ".join(new)))
            if len(pieces) > PIECES:
                pieces.clear()
            pieces |= new
        return _of_bearable_length(frozenset(words))

    def occurrences(self, wanted: Container[str]) -> Iterator[tuple[str, int, int]]:
        """The word tokens that are in `wanted`, with start and end, in order."""
        if isinstance(wanted, frozenset) and len(wanted) <= FEW:
            yield from sorted((place for word in wanted for place in self._places(word)), key=itemgetter(1))
            return
        text = self.text
        length = len(text)
        for start, end, tokens in self._tokens():
            at = start
            # Much faster than matching every token: only the wanted ones are looked for. Those before them are
            # unwanted, so the next place where such a word stands alone is its token.
            for word in filter(wanted.__contains__, tokens):
                at = text.index(word, at, end)
                after = at + len(word)
                while (after < length and text[after] in _WORD_CHARACTERS) or (at and text[at - 1] in _WORD_CHARACTERS):
                    at = text.index(word, at + 1, end)
                    after = at + len(word)
                yield word, at, after
                at = after

    def repeated(self) -> set[str]:
        """The words of which two follow each other, whatever stands between them."""
        found: set[str] = set()
        for _, _, tokens in self._tokens():
            found.update(compress(tokens, map(eq, tokens, islice(tokens, 1, None))))
        return found

    def tokens(self) -> Iterator[Token]:
        """The word tokens in order."""
        for start, end in self._blocks():
            for match in WORD.finditer(self.text, start, end):
                yield Token(match[0], match.start(), match.end())

    def _places(self, word: str) -> Iterator[tuple[str, int, int]]:
        """Where one word token stands."""
        text, length = self.text, len(self.text)
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            inside = (start and text[start - 1] in _WORD_CHARACTERS) or (end < length and text[end] in _WORD_CHARACTERS)
            if not inside:
                yield word, start, end
            start = text.find(word, start + 1)

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The sentences, without the space around them: each ends at । ॥ ? ! or at the end of its line.

        A full stop ends none: Nepali has it in abbreviations (डा., वि.सं.).
        """
        starts = array("Q")
        ends = array("Q")
        for match in _SENTENCE.finditer(self.text):
            visible = _VISIBLE_BEFORE.search(self.text, match.start(), match.end())
            starts.append(match.start())
            ends.append(visible.end() if visible else match.end())
        return _Spans(starts, ends)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the code point at `offset`, or `None` between sentences."""
        sentences = self.sentences
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        return sentences[index] if index >= 0 and offset < sentences[index].end else None

    def _tokens(self) -> Iterable[tuple[int, int, list[str]]]:
        """Each block with its tokens."""
        return self._kept_tokens if len(self.text) <= KEPT else self._fresh_tokens()

    @cached_property
    def _kept_tokens(self) -> list[tuple[int, int, list[str]]]:
        return list(self._fresh_tokens())

    def _fresh_tokens(self) -> Iterator[tuple[int, int, list[str]]]:
        for start, end in self._blocks():
            yield start, end, WORD.findall(self.text, start, end)

    def _blocks(self) -> Iterator[tuple[int, int]]:
        """Stretches of about `BLOCK` code points that cut no token, without the tokens that would not fit in one."""
        text = self.text
        start = 0
        while start < len(text):
            end = start + BLOCK
            if end + MAX_WORD >= len(text):
                yield start, len(text)
                return
            gap = _GAP.search(text, end, end + MAX_WORD + 1)
            if gap:
                yield start, gap.start()
                start = gap.start()
                continue
            last = _GAP_BEFORE.search(text, start, end)
            if last:
                yield start, last.end()
            gap = _GAP.search(text, end)
            start = gap.start() if gap else len(text)


def _of_bearable_length(words: frozenset[str]) -> frozenset[str]:
    """`words` without those longer than `MAX_WORD`, which few documents have."""
    if max(map(len, words), default=0) > MAX_WORD:
        return frozenset([word for word in words if len(word) <= MAX_WORD])
    return words


class _Spans(Sequence[Span]):
    """Sorted spans kept as numbers: a document may have millions of sentences."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: "array[int]", ends: "array[int]") -> None:
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            return list(map(Span, self._starts[index], self._ends[index]))
        return Span(self._starts[index], self._ends[index])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self._starts, self._ends)
