"""TYP: quotation marks: doubled, lost, nested and of several styles."""

from collections.abc import Iterator
from typing import ClassVar

from nepalint.checks.conventions import CANON, PUNCTUATION
from nepalint.diagnostic import Applicability, Certainty, Diagnostic, Severity
from nepalint.document import Document
from nepalint.language.analysis import analyse
from nepalint.rulebook import CANONICAL, CONVENTIONS, Bad, ConventionRule, RuleMeta, TextRule, Use
from nepalint.text.patterns import Deferred
from nepalint.text.spans import Edit


class DoubledQuote(TextRule):
    """Quotation marks written twice.

    What it does: makes a `""` that opens or closes a quotation one mark.
    Why: doubling is how spreadsheets escape a quotation mark; it is no Nepali typography.
    Example: `""पूँजीको कथा""` is mended to `"पूँजीको कथा"`.
    Fix safety: the mark must have its partner in the paragraph; an empty pair "" is left alone.
    References: RFC 4180, section 2.
    """

    meta = RuleMeta(
        code="TYP002",
        name="doubled-quote",
        applicability=Applicability.SAFE,
        reports_protected=True,
        message="उद्धरण चिह्न दोहोरिएको छ: ‘{found}’।",
        message_en="The quotation mark is doubled: {found}.",
        title="एउटा मात्र चिह्न राख्ने",
        title_en="Keep one mark",
        why="चिह्न दोहोर्‍याउने चलन तालिका फाइलको (CSV) हो; पाठमा एउटै चिह्न लेखिन्छ।",
        why_en="Doubling is how spreadsheet files escape a quotation mark; prose writes one.",
        references=("RFC 4180, section 2",),
        since="0.1",
        bad=(Bad('उनले ""नयाँ बाटो"" लेखे।', 'उनले "नयाँ बाटो" लेखे।'),),
        good=('उनले "नयाँ बाटो" लेखे।', '"पहिलो खण्ड ""नाम"" सहित"', 'खाली पाठ "" हो।', 'उनले ‘‘बाटो’’ र "" लेखे।'),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        if '""' not in document.text:
            return
        for pair in document.zones.quote_pairs:
            if pair.depth > 1 or self._spreadsheet_field(document, pair.open.start):
                continue
            marks = (mark for mark in (pair.open, pair.close) if document.text[slice(*mark)] == '""')
            edits = tuple(Edit(start, end, '"') for start, end in marks)
            if edits:
                yield self.meta.diagnose(pair.open.start, pair.close.end, found='""', fix='"', edits=edits)

    @staticmethod
    def _spreadsheet_field(document: Document, offset: int) -> bool:
        """Whether the line is a quoted field of a spreadsheet file, where doubling is right."""
        lines = document.source.lines
        start = lines.span(lines.line_of(offset)).start
        marks = document.text[start : start + 3]
        return marks.startswith('"') and (marks == '"""' or not marks.startswith('""'))


class UnclosedQuotation(TextRule):
    """A quotation that is opened and never closed in its paragraph.

    What it does: reports the opening mark; the rest of the paragraph counts as quoted and is left alone.
    Why: a reader cannot tell where the quotation ends, and neither can a program.
    Example: `उनले “आउँछु भने।`
    Fix safety: no fix; only the writer knows where the quotation ends.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    meta = RuleMeta(
        code="TYP006",
        name="unclosed-quotation",
        severity=Severity.INFO,
        certainty=Certainty.LIKELY,
        reports_protected=True,
        message="यहाँ खोलिएको उद्धरण यही अनुच्छेदमा बन्द भएको छैन।",
        message_en="The quotation opened here is not closed in its paragraph.",
        why="बन्द नगरिएको उद्धरण कहाँ सकिन्छ भन्ने थाहा हुँदैन; त्यसैले अनुच्छेदको बाँकी भाग जाँचिँदैन।",
        why_en="Nobody can tell where the quotation ends, so the rest of the paragraph is left unchecked.",
        references=("Nepal Academy, वर्णविन्यास 5: उद्धरण चिह्न",),
        since="0.1",
        bad=(Bad("उनले “भोलि आउँछु भनेर गए।", None),),
        good=("उनले “भोलि आउँछु” भनेर गए।", "O’Brien र D’Souza"),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        for start, end in document.zones.unclosed:
            yield self.meta.diagnose(start, end, found=document.text[start:end])


class StrayQuotation(TextRule):
    """A closing quotation mark without an opening one.

    What it does: reports the mark.
    Why: a reader cannot tell where the quotation began.
    Example: `भोलि आउँछु” भनेर गए।`
    Fix safety: no fix; only the writer knows where the quotation begins.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    meta = RuleMeta(
        code="TYP019",
        name="stray-quotation-mark",
        severity=Severity.INFO,
        certainty=Certainty.LIKELY,
        reports_protected=True,
        message="यहाँ बन्द भएको उद्धरण कतै खोलिएको छैन।",
        message_en="The quotation closed here was never opened.",
        why="नखोलिएको उद्धरण कहाँबाट सुरु हुन्छ भन्ने थाहा हुँदैन।",
        why_en="Nobody can tell where the quotation begins.",
        references=(f"{PUNCTUATION}: उद्धरण चिह्न",),
        since="0.1",
        bad=(Bad("उनले भोलि आउँछु” भनेर गए।", None),),
        good=("उनले “भोलि आउँछु” भनेर गए।", "O’Brien आए।", "५' अग्लो"),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        for start, end in document.zones.stray:
            yield self.meta.diagnose(start, end, found=document.text[start:end])


class NestedQuotation(TextRule):
    """A quotation inside another with the same marks.

    What it does: reports the inner opening mark.
    Why: either a closing mark is lost before it, or the inner marks should differ from the outer ones.
    Example: `"पहिलो "दोस्रो" तेस्रो"`
    Fix safety: no fix: which of the two it is, only the writer knows, and insides of quotations are never edited.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    meta = RuleMeta(
        code="TYP020",
        name="nested-alike",
        severity=Severity.INFO,
        certainty=Certainty.SUSPECT,
        reports_protected=True,
        message="उद्धरणभित्रको उद्धरण पनि उही चिह्न ‘{found}’ ले खोलिएको छ: अघिको चिह्न छुटेको हुन सक्छ।",
        message_en="A quotation inside a quotation opens with the same {found}: a mark may be lost.",
        why="भित्री उद्धरणमा बाहिरीभन्दा फरक चिह्न लेखिन्छ; उही चिह्न भए अघिको उद्धरण बन्द गर्न छुटेको हुन सक्छ।",
        why_en="Inner quotations have other marks than outer ones; where they are the same, a mark may be lost.",
        references=(f"{PUNCTUATION}: उद्धरण चिह्न",),
        since="0.1",
        bad=(Bad('उनले "पहिलो "दोस्रो" तेस्रो" लेखे।', None), Bad("उनले “कथा “बाटो” पढ” भने।", None)),
        good=("उनले “कथा ‘बाटो’ पढ” भने।", '"पहिलो" र "दोस्रो"'),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        outer: list[tuple[int, str]] = []
        for pair in document.zones.quote_pairs:
            mark = text[pair.open.start]
            while outer and outer[-1][0] <= pair.open.start:
                outer.pop()
            if pair.depth > 1 and outer and outer[-1][1] == mark:
                yield self.meta.diagnose(*pair.open, found=text[slice(*pair.open)])
            outer.append((pair.close.end, mark))


class DandaInTitle(TextRule):
    """A danda inside the marks of a title at the end of a sentence.

    What it does: reports the danda where the quoted words end in no verb, so that they are hardly a sentence.
    Why: the danda ends the sentence, not the title, and belongs after the mark.
    Example: `उनले "नयाँ बाटो।" लेखे` has its danda in the title.
    Fix safety: no fix, as insides of quotations are never edited.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    meta = RuleMeta(
        code="TYP021",
        name="danda-in-title",
        severity=Severity.INFO,
        certainty=Certainty.SUSPECT,
        reports_protected=True,
        message="पूर्णविराम शीर्षकको उद्धरण चिह्नभित्र परेको हुन सक्छ।",
        message_en="The danda may stand inside the marks of a title.",
        why="पूरै वाक्य उद्धृत भए पूर्णविराम भित्र रहन्छ; शीर्षक मात्र भए पूर्णविराम उद्धरण चिह्नपछि लेखिन्छ।",
        why_en="The danda stands inside when a whole sentence is quoted; after a mere title it follows the mark.",
        references=(f"{PUNCTUATION}: उद्धरण चिह्न",),
        since="0.1",
        bad=(Bad('उनको पुस्तक "आत्मनिर्णयको अधिकार।"', None),),
        good=('उनको पुस्तक "आत्मनिर्णयको अधिकार"।', "उनले भने, “म भोलि आउँछु।”", '"हो।" उनले भने।'),
    )
    _title = Deferred(r"[\p{L}\p{M}\u200C\u200D \u00A0\-]++।")
    _last = Deferred(r"[\p{L}\p{M}\u200C\u200D]+(?=[ \u00A0]*।)")
    _LONGEST = 80

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        for pair in document.zones.quote_pairs:
            start, end = pair.inside
            if text[end - 1 : end] != "।" or end - start > self._LONGEST or not self._title.fullmatch(text, start, end):
                continue
            last = self._last.search(text, start, end)
            if last and last.start() > start and _is_no_verb(last[0]):
                yield self.meta.diagnose(end - 1, pair.close.end, found="।")


def _is_no_verb(word: str) -> bool:
    readings = analyse(word).nepali
    return bool(readings) and all(reading.pos in ("noun", "name", "adjective") for reading in readings)


class QuotationStyle(ConventionRule):
    """The marks of outermost quotations.

    What it does: holds the document to “ ”, to ‘ ’, to straight marks, or to curly marks of either kind; inner marks
    belong to the quoted text and stay.
    Why: one style makes quotations findable; the canonical form has “ ” outside, ‘ ’ inside.
    Example: where it is double, `"पहिलो"` is written `“पहिलो”`.
    Fix safety: only where every quotation of the paragraph is paired; the insides stay as they are, and marks that the
    inside holds are never put around it. Marks after `=` or a backslash are no prose, be it in plain text, and stay.
    References: Nepal Academy, वर्णविन्यास 5; the canonical form, version 1.
    """

    convention = CONVENTIONS["quotation-style"]
    about_quotations = True
    meta = RuleMeta(
        code="TYP011",
        name="quotation-style",
        reports_protected=True,
        profiles=convention.profiles,
        promoted=frozenset({CANONICAL}),
        message="छानिएको शैलीमा यहाँ उद्धरण {fix} लेखिन्छ, {found} होइन।",
        message_en="The chosen style quotes with {fix} here, not {found}.",
        title="{fix} लेख्ने",
        title_en="Write {fix}",
        why="एउटै शैली भए उद्धरण खोज्न र छुट्याउन सकिन्छ। प्रामाणिक रूपमा बाहिरी उद्धरण “ ” र भित्री ‘ ’ लेखिन्छ।",
        why_en="One style makes quotations findable and separable. The canonical form has “ ” outside and ‘ ’ inside.",
        references=(PUNCTUATION, CANON),
        since="0.1",
        bad=(
            Bad('उनले "नयाँ बाटो" लेखे।', "उनले “नयाँ बाटो” लेखे।"),
            Bad("उनले ‘नयाँ बाटो’ लेखे।", "उनले “नयाँ बाटो” लेखे।"),
        ),
        good=("उनले “नयाँ बाटो” लेखे।", "उनले “कथा ‘बाटो’ पढ” भने।", '<a href="घर">घर</a> हेर।'),
    )
    _of_code = frozenset("=\\")
    _marks: ClassVar = {"double": "“”", "single": "‘’", "straight": '""', "curly": "“”"}
    _styles: ClassVar = {"“”": "double", "‘’": "single", '""': "straight"}
    _kin: ClassVar = {"double": '“”"', "single": "‘’", "straight": '"“”', "curly": '“”"'}
    """Marks that the inside must not hold if the style's are to stand around it."""

    def uses(self, document: Document) -> Iterator[Use]:
        text = document.text
        for pair in document.zones.quote_pairs:
            if pair.clean and pair.depth == 1 and text[pair.open.start - 1 : pair.open.start] not in self._of_code:
                marks = text[slice(*pair.open)] + text[slice(*pair.close)]
                yield Use(self._styles.get(marks, marks), pair.open.start, pair.close.end)

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        if style == "curly" and use.style in ("double", "single"):
            return ()
        length = len(self._found_marks(use)) // 2
        inside = use.start + length, use.end - length
        if any(text.find(mark, *inside) >= 0 for mark in self._kin[style]):
            return ()
        spans = (use.start, inside[0]), (inside[1], use.end)
        edits = (Edit(*span, mark) for span, mark in zip(spans, self._marks[style], strict=True))
        return tuple(edit for edit in edits if text[edit.start : edit.end] != edit.replacement)

    def shown(self, text: str, use: Use, edits: tuple[Edit, ...], style: str) -> tuple[str, str]:
        return self._found_marks(use), self._marks[style]

    def _found_marks(self, use: Use) -> str:
        """The marks of a quotation; a use in none of the styles is called by them."""
        return self._marks.get(use.style, use.style)


RULES = (
    DoubledQuote(),
    UnclosedQuotation(),
    StrayQuotation(),
    NestedQuotation(),
    DandaInTitle(),
    QuotationStyle(),
)
