"""TYP: conventions of spacing. What may be chosen for each is in `nepalint/rulebook/conventions.py`."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from functools import cache

import regex

from nepalint.diagnostic import Diagnostic
from nepalint.document import Document
from nepalint.rulebook import CANONICAL, CONVENTIONS, Bad, ConventionRule, RuleMeta, Use
from nepalint.rulebook.conventions import NEARLY_UNIFORM, OUTLIERS
from nepalint.text.patterns import Deferred
from nepalint.text.spans import Edit

CANON = "nepalint, the canonical form, version 1"
PUNCTUATION = "Nepal Academy, वर्णविन्यास 5"
JOINING = "Nepal Academy, वर्णविन्यास 3(घ): पदयोग"
MESSAGE = "छानिएको शैलीमा यहाँ ‘{fix}’ लेखिन्छ, ‘{found}’ होइन।"
MESSAGE_EN = "The chosen style writes ‘{fix}’ here, not ‘{found}’."

_BLANKS = " \u00a0"
WORD_END = r"(?![\u200C\u200D]?[\u0900-\u0963\u0971-\u097F])"
CASE_SUFFIXES = "मा|को|का|की|ले|लाई|देखि|सम्म|बाट|भन्दा"
POSTPOSITIONS = "भरि|पछि|अघि|सँग|सँगै|तिर|सित|मध्ये|भित्र|पूर्व|बिच|बीच|यता|उता"


@cache
def _ends_text(character: str) -> bool:
    """Whether a danda may follow the character: a letter, a sign, a digit, or a closing mark."""
    return regex.match('[\\p{L}\\p{M}\\p{Nd}\u200c\u200d”’"»)]', character) is not None


class GapConvention(ConventionRule):
    """A convention on whether a gap stands between two things; its first style is without."""

    @abstractmethod
    def gaps(self, document: Document) -> Iterable[tuple[int, int, int]]:
        """The start and the end of each gap, which may be empty, and the end of what follows it."""

    _gap = Deferred(r"[\u200C\u200D]?[ \u00A0]+")

    def uses(self, document: Document) -> Iterator[Use]:
        tight, spaced = self.convention.styles
        for start, gap_end, end in self.gaps(document):
            yield Use(spaced if gap_end > start else tight, start, end)

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        if use.style == self.convention.styles[0]:
            return (Edit(use.start, use.start, " "),)
        gap = self._gap.match(text, use.start)
        return (Edit(use.start, gap.end(), ""),) if gap else ()


def gaps_before(text: str, mark: str) -> Iterator[tuple[int, int, int]]:
    """The gaps before each `mark` that ends a text."""
    at = text.find(mark)
    while at >= 0:
        start = at
        while start and text[start - 1] in _BLANKS:
            start -= 1
        if start < at and start and text[start - 1] in "\u200c\u200d":
            start -= 1
        if start and _ends_text(text[start - 1]):
            yield start, at, at + 1
        at = text.find(mark, at + 1)


class DandaSpacing(GapConvention):
    """The space before a danda.

    What it does: holds the document to dandas without a space before them, or with one.
    Why: both practices live, but one document has one; the canonical form has no space, so that no line begins with
    a danda.
    Example: where dandas are closed up, `पानी पर्‍यो । हावा चल्यो।` is mended to `पानी पर्‍यो। हावा चल्यो।`.
    Fix safety: the space carries no meaning; unsafe because the practice is the writer's.
    References: Nepal Academy, वर्णविन्यास 5; the canonical form, version 1.
    """

    convention = CONVENTIONS["danda-spacing"]
    meta = RuleMeta(
        code="TYP010",
        name="danda-spacing",
        aliases=("space-before-danda",),
        profiles=convention.profiles,
        reports_protected=True,
        promoted=frozenset({CANONICAL}),
        message=MESSAGE,
        message_en=MESSAGE_EN,
        title="पूर्णविराम अगाडिको खाली ठाउँ मिलाउने",
        title_en="Set the space before the danda",
        why="खाली ठाउँ राख्ने र नराख्ने दुवै चलन छन्; एउटै प्रलेखमा एउटै रूप राम्रो। "
        "प्रामाणिक सङ्ग्रहमा खाली ठाउँ रहँदैन, जसले पूर्णविरामलाई अर्को पङ्क्तिमा झर्न दिँदैन।",
        why_en="Both practices live; a document keeps to one. "
        "The canonical corpus has no space, which also prevents a danda from starting a line.",
        references=(PUNCTUATION, CANON),
        since="0.1",
        bad=(Bad("पानी पर्‍यो । हावा चल्यो।", "पानी पर्‍यो। हावा चल्यो।"),),
        good=("पानी पर्‍यो। हावा चल्यो।", "।"),
    )

    def gaps(self, document: Document) -> Iterator[tuple[int, int, int]]:
        return gaps_before(document.text, "।")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        if self.choice == OUTLIERS:  # most documents are told by counting, which is quick
            text = document.text
            spaced = text.count(" ।") + ("\u00a0" in text and text.count("\u00a0।"))
            total = text.count("।") if spaced else 0
            fewer = min(spaced, total - spaced)
            if not fewer or fewer * NEARLY_UNIFORM > 2 * total:
                return
        yield from super().check(document)


class MarkSpacing(GapConvention):
    """The space before ? and !.

    What it does: holds the document to question and exclamation marks without a space before them, or with one.
    Why: writers who set a space before the danda often do so here; one document has one practice.
    Example: where marks are closed up, `कहाँ गयौ ?` is mended to `कहाँ गयौ?`.
    Fix safety: the space carries no meaning; unsafe because the practice is the writer's.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    convention = CONVENTIONS["mark-spacing"]
    meta = RuleMeta(
        code="TYP026",
        name="mark-spacing",
        profiles=convention.profiles,
        reports_protected=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        title="चिह्न अगाडिको खाली ठाउँ मिलाउने",
        title_en="Set the space before the mark",
        why="प्रश्न र विस्मयको चिह्न अगाडि खाली ठाउँ राख्ने र नराख्ने दुवै चलन छन्; एउटा प्रलेखमा एउटै राम्रो।",
        why_en="Both practices live before question and exclamation marks; a document keeps to one.",
        references=(PUNCTUATION,),
        since="0.1",
        bad=(Bad("तिमी कहाँ गयौ ?", "तिमी कहाँ गयौ?"), Bad("कति राम्रो !", "कति राम्रो!")),
        good=("तिमी कहाँ गयौ?", "!", "x != y"),
    )

    def gaps(self, document: Document) -> Iterator[tuple[int, int, int]]:
        text = document.text
        for mark in "?!":
            yield from (gap for gap in gaps_before(text, mark) if text[gap[2] : gap[2] + 1] != "=")


class SuffixAfterDigits(GapConvention):
    """The space between digits and a case suffix.

    What it does: holds the document to case suffixes that join the digits before them, or stand apart.
    Why: case markers join the word they follow, digits too; the press often sets them apart.
    Example: where they are joined, `सन् 1917 मा घर फर्के।` is mended to `सन् 1917मा घर फर्के।`.
    Fix safety: unsafe, since the practice is the writer's and को may be a question word.
    References: Nepal Academy, वर्णविन्यास 3(घ); the canonical form, version 1.
    """

    convention = CONVENTIONS["suffix-after-digits"]
    meta = RuleMeta(
        code="TYP012",
        name="suffix-after-digits",
        profiles=convention.profiles,
        reports_protected=True,
        promoted=frozenset({CANONICAL}),
        message=MESSAGE,
        message_en=MESSAGE_EN,
        title="अङ्क र विभक्तिको बिच मिलाउने",
        title_en="Set the space between digits and suffix",
        why="विभक्ति र नामयोगी अगाडिको पदसँग जोडिन्छन्; अङ्कपछि पनि नियम उही हो। "
        "पत्रपत्रिकाले छुट्याएर लेख्ने चलन भएकाले यो शैलीको कुरा हो।",
        why_en="Case markers join the word they follow, digits too. The press often sets them apart, so it is a matter "
        "of style.",
        references=(JOINING, CANON),
        since="0.1",
        bad=(
            Bad("सन् 1917 मा घर फर्के।", "सन् 1917मा घर फर्के।"),
            Bad("२०४६ देखि २०५१ सालसम्म", "२०४६देखि २०५१ सालसम्म"),
        ),
        good=("सन् 1917मा घर फर्के।", "10 माना चामल", "५ कोठा छन्।"),
    )
    _after_digit = Deferred(rf"[\p{{Nd}}](?P<gap>[\u200C\u200D]?[ \u00A0])?(?:{CASE_SUFFIXES}){WORD_END}")

    def gaps(self, document: Document) -> Iterator[tuple[int, int, int]]:
        for match in self._after_digit.finditer(document.text):
            start = match.start() + 1
            yield start, match.end("gap") if match["gap"] else start, match.end()


class PostpositionAfterDigits(SuffixAfterDigits):
    """The space between digits and a postposition that is no case suffix.

    What it does: holds the document to postpositions that join the digits before them, or stand apart.
    Why: postpositions join the word they follow, digits too; the press often sets them apart.
    Example: where they are joined, `सन् 1900 भरि हिँडे।` is mended to `सन् 1900भरि हिँडे।`.
    Fix safety: unsafe, since some postpositions are adverbs as well: `१० पछि आए`.
    References: Nepal Academy, वर्णविन्यास 3(घ).
    """

    convention = CONVENTIONS["postposition-after-digits"]
    meta = RuleMeta(
        code="TYP027",
        name="postposition-after-digits",
        profiles=convention.profiles,
        reports_protected=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        title="अङ्क र नामयोगीको बिच मिलाउने",
        title_en="Set the space between digits and postposition",
        why="नामयोगी अगाडिको पदसँग जोडिन्छ; अङ्कपछि छुट्याउने चलन पनि छ।",
        why_en="Postpositions join the word they follow; after digits many set them apart.",
        references=(JOINING,),
        since="0.1",
        bad=(Bad("सन् 1900 भरि हिँडे।", "सन् 1900भरि हिँडे।"), Bad("२०४६ पछि फर्के।", "२०४६पछि फर्के।")),
        good=("सन् 1900भरि हिँडे।", "२०४६ सालपछि फर्के।", "५ पछिल्ला वर्ष"),
    )
    _after_digit = Deferred(rf"[\p{{Nd}}](?P<gap>[\u200C\u200D]?[ \u00A0])?(?:{POSTPOSITIONS}){WORD_END}")


class SuffixAfterQuotation(GapConvention):
    """The space between a closing quotation mark and a case suffix.

    What it does: holds the document to case suffixes that join the quotation before them, or stand apart.
    Why: a case suffix joins its word; after a title in quotation marks many set it apart.
    Example: where they are joined, `‘इस्क्रा’ को अङ्क` is mended to `‘इस्क्रा’को अङ्क`.
    Fix safety: unsafe, since को may be a question word.
    References: Nepal Academy, वर्णविन्यास 3(घ).
    """

    convention = CONVENTIONS["suffix-after-quotation"]
    meta = RuleMeta(
        code="TYP028",
        name="suffix-after-quotation",
        profiles=convention.profiles,
        reports_protected=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        title="उद्धरण र विभक्तिको बिच मिलाउने",
        title_en="Set the space between quotation and suffix",
        why="विभक्ति आफ्नो पदसँग जोडिन्छ; उद्धरण चिह्नपछि छुट्याउने चलन पनि छ।",
        why_en="A case suffix joins its word; after a quotation many set it apart.",
        references=(JOINING,),
        since="0.1",
        bad=(Bad("‘इस्क्रा’ को अङ्क आयो।", "‘इस्क्रा’को अङ्क आयो।"), Bad('"बाटो" मा लेखे।', '"बाटो"मा लेखे।')),
        good=("‘इस्क्रा’को अङ्क आयो।", "‘बाटो’ माथिको टिप्पणी", "‘बाटो’ पढे।"),
    )
    _suffix = Deferred(rf"(?P<gap>[\u200C\u200D]?[ \u00A0])?(?:{CASE_SUFFIXES}){WORD_END}")

    def gaps(self, document: Document) -> Iterator[tuple[int, int, int]]:
        for pair in document.zones.quote_pairs:
            match = self._suffix.match(document.text, pair.close.end)
            if match:
                yield match.start(), match.end("gap") if match["gap"] else match.start(), match.end()


RULES = (
    DandaSpacing(),
    SuffixAfterDigits(),
    MarkSpacing(),
    PostpositionAfterDigits(),
    SuffixAfterQuotation(),
)
