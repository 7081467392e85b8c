"""TYP: spacing and line endings, where the document's structure decides."""

from collections.abc import Iterator

import regex

from nepalint.checks.conventions import CANON
from nepalint.diagnostic import Applicability, Diagnostic
from nepalint.document import Document
from nepalint.rulebook import CANONICAL, Bad, RuleMeta, TextRule
from nepalint.text.patterns import Deferred
from nepalint.text.spans import Edit
from nepalint.text.zones import Format


class DoubledSpace(TextRule):
    """Several spaces between two words.

    What it does: makes two or three spaces inside a sentence one.
    Why: they are typing slips, or mark where something was cut out.
    Example: two spaces after a name in the first sentence.
    Fix safety: only between words of prose, and not on lines laid out in columns.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    meta = RuleMeta(
        code="TYP003",
        name="doubled-space",
        applicability=Applicability.SAFE,
        message="यहाँ एउटाभन्दा बढी खाली ठाउँ छन्।",
        message_en="There is more than one space here.",
        title="एउटा खाली ठाउँ राख्ने",
        title_en="Keep one space",
        why="शब्दहरूका बिचमा एउटा मात्र खाली ठाउँ रहन्छ; बढी भए केही मेटिएको हुन सक्छ।",
        why_en="One space stands between words; more may show that something was cut out.",
        references=("Nepal Academy, वर्णविन्यास 5",),
        since="0.1",
        bad=(Bad("हिमाल  अग्लो छ।", "हिमाल अग्लो छ।"), Bad("उनी आए ।  अनि बसे ।", "उनी आए । अनि बसे ।")),
        good=("हिमाल अग्लो छ।", "    पङ्क्तिको सुरु", "नाम   उमेर   ठाउँ", "क     ख"),
    )
    _run = Deferred(r"(?<=[\p{L}\p{M}\u200C\u200D।,;?!”’\")])(?P<run>[ \u00A0]{2,3})(?=[\p{L}“‘\"(])")
    _column = Deferred(r"\S[ \u00A0]{3,}\S")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if "  " not in text and "\u00a0" not in text:
            return
        for match in self._runs(text):
            start, end = match.span()
            if self._laid_out(document, start):
                continue
            yield self.meta.diagnose(start, end, found=match[0], edits=(Edit(start, end, " "),))

    @classmethod
    def _runs(cls, text: str) -> Iterator[regex.Match[str]]:
        """The matches of `_run`; where all spaces are plain, only doubled ones are looked at."""
        if "\u00a0" in text:
            yield from cls._run.finditer(text)
            return
        start = text.find("  ")
        while start >= 0:
            match = cls._run.match(text, start)
            if match is not None:
                yield match
            start = text.find("  ", start + 2)

    @staticmethod
    def _laid_out(document: Document, offset: int) -> bool:
        """Whether the line holds columns: a tab, or runs of three spaces or more."""
        lines = document.source.lines
        line = lines.span(lines.line_of(offset))
        around = document.text[max(line.start, offset - 300) : min(line.end, offset + 300)]
        return "\t" in around or (
            ("   " in around or "\u00a0" in around) and DoubledSpace._column.search(around) is not None
        )


class TrailingSpace(TextRule):
    """Spaces at the end of a line.

    What it does: removes spaces and tabs before the line ends.
    Why: they cannot be seen and make every later comparison noisy.
    Example: a paragraph that ends in a space.
    Fix safety: Markdown documents are left out, where two spaces break the line.
    References: none.
    """

    meta = RuleMeta(
        code="TYP004",
        name="trailing-space",
        applicability=Applicability.SAFE,
        message="पङ्क्तिको अन्त्यमा खाली ठाउँ छ।",
        message_en="The line ends in white space.",
        title="अन्त्यको खाली ठाउँ हटाउने",
        title_en="Remove the trailing space",
        why="अन्त्यको खाली ठाउँ देखिँदैन, तर संस्करण दाँज्दा झूटो फरक देखाउँछ।",
        why_en="Trailing white space cannot be seen, yet shows up in every comparison of versions.",
        references=("nepalint guide: white space",),
        since="0.1",
        bad=(Bad("घाम लाग्यो। \nहावा चल्यो।", "घाम लाग्यो।\nहावा चल्यो।"), Bad("घाम लाग्यो ।\t", "घाम लाग्यो ।")),
        good=("घाम लाग्यो।\nहावा चल्यो।", "घाम लाग्यो।"),
    )
    _all_blanks = " \t\u00a0"
    _blanks = frozenset(_all_blanks)
    _run = Deferred(r"(?<![ \t\u00A0])[ \t\u00A0]++(?=\r|\n|\Z)")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        if document.format is Format.MARKDOWN:
            return
        text = document.text
        for start, end in self._runs(text):
            yield self.meta.diagnose(start, end, found=text[start:end], edits=(Edit(start, end, ""),))

    @classmethod
    def _runs(cls, text: str) -> Iterator[tuple[int, int]]:
        """The blanks at the ends of lines, found without a look at what stands before them."""
        if "\r" in text:
            yield from (match.span() for match in cls._run.finditer(text))
            return
        end = -1
        for line in text.split("\n"):
            end += len(line) + 1
            if line[-1:] in cls._blanks:
                yield end - len(line) + len(line.rstrip(cls._all_blanks)), end


class LineEnding(TextRule):
    """A line ending other than LF; the canonical form has LF alone.

    What it does: writes CRLF and CR as LF.
    Why: one ending keeps versions comparable.
    Example: a file saved on Windows.
    Fix safety: line endings are no part of the text's meaning.
    References: the canonical form, version 1.
    """

    meta = RuleMeta(
        code="TYP013",
        name="line-ending",
        profiles=frozenset({CANONICAL}),
        promoted=frozenset({CANONICAL}),
        whole_document=True,
        message="प्रामाणिक रूपमा पङ्क्ति LF ले मात्र टुङ्गिन्छ।",
        message_en="In the canonical form a line ends in LF alone.",
        title="LF लेख्ने",
        title_en="Write LF",
        why="एउटै चिह्नले संस्करण दाँज्न सजिलो हुन्छ।",
        why_en="One line ending keeps versions comparable.",
        references=(CANON,),
        since="0.1",
        bad=(Bad("घाम लाग्यो।\r\nहावा चल्यो।", "घाम लाग्यो।\nहावा चल्यो।"),),
        good=("घाम लाग्यो।\nहावा चल्यो।",),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        if "\r" not in document.text:
            return
        for match in regex.finditer(r"\r\n?", document.text):
            start, end = match.span()
            yield self.meta.diagnose(start, end, found="", edits=(Edit(start, end, "\n"),))


class FinalNewline(TextRule):
    """The end of the document; the canonical form has exactly one newline there.

    What it does: adds the missing newline, or removes blank lines at the end.
    Why: files can then be joined without joining their lines.
    Example: a file without a newline at its end.
    Fix safety: white space at the end is no part of the text.
    References: the canonical form, version 1.
    """

    meta = RuleMeta(
        code="TYP014",
        name="final-newline",
        profiles=frozenset({CANONICAL}),
        promoted=frozenset({CANONICAL}),
        whole_document=True,
        message="प्रामाणिक रूपमा फाइल ठीक एउटा नयाँ पङ्क्तिले टुङ्गिन्छ।",
        message_en="In the canonical form a document ends in exactly one newline.",
        title="फाइलको अन्त्य मिलाउने",
        title_en="End the document in one newline",
        why="फाइलहरू जोड्दा अन्तिम र पहिलो पङ्क्ति टाँसिँदैनन्।",
        why_en="Documents can be joined without joining their last and first lines.",
        references=(CANON,),
        since="0.1",
        bad=(Bad("घाम लाग्यो।", "घाम लाग्यो।\n"), Bad("घाम लाग्यो।\n\n\n", "घाम लाग्यो।\n")),
        good=("घाम लाग्यो।\n", ""),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        body = len(text.rstrip("\r\n"))
        end = len(text)
        wanted = "\n" if body else ""
        if text[body:].replace("\r\n", "\n") == wanted:
            return
        if end > body and text.startswith("\n", body):
            body += len(wanted)
            wanted = ""
        yield self.meta.diagnose(body, end, found="", edits=(Edit(body, end, wanted),))


RULES = (
    DoubledSpace(),
    TrailingSpace(),
    LineEnding(),
    FinalNewline(),
)
