"""TYP: conventions of marks. What may be chosen for each is in `nepalint/rulebook/conventions.py`."""

from collections.abc import Iterator
from typing import ClassVar

from nepalint.checks.conventions import MESSAGE, MESSAGE_EN, PUNCTUATION, WORD_END
from nepalint.document import Document
from nepalint.rulebook import CONVENTIONS, Bad, ConventionRule, RuleMeta, Use
from nepalint.text.patterns import Deferred
from nepalint.text.spans import Edit


class Ellipsis(ConventionRule):
    """How an ellipsis is written: as one character or as three full stops.

    What it does: holds the document to `…` or to `...`.
    Why: searching and line breaking treat the two differently; a document keeps to one.
    Example: where it is one character, `अनि...` is mended to `अनि…`.
    Fix safety: three or more full stops after a word mean nothing else; unsafe because the practice is the writer's.
    References: Nepal Academy, वर्णविन्यास 5; Unicode, U+2026.
    """

    convention = CONVENTIONS["ellipsis"]
    meta = RuleMeta(
        code="TYP029",
        name="ellipsis",
        profiles=convention.profiles,
        reports_protected=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        why="‘…’ र ‘...’ खोजीमा र पङ्क्ति टुट्दा फरक ठहर्छन्; एउटा प्रलेखमा एउटै राम्रो।",
        why_en="Searches and line breaks tell the two apart; a document keeps to one.",
        references=(PUNCTUATION, "Unicode, U+2026 HORIZONTAL ELLIPSIS"),
        since="0.1",
        bad=(Bad("अनि... के भयो?", "अनि… के भयो?"), Bad("त्यसपछि.... सकियो।", "त्यसपछि… सकियो।")),
        good=("अनि… के भयो?", "डा. राम", "१..२", "../बाटो"),
    )
    _any = Deferred(r"\.{3,}|…+")

    def uses(self, document: Document) -> Iterator[Use]:
        if "…" in document.text or "..." in document.text:
            for match in self._any.finditer(document.text):
                yield Use("dots" if match[0][0] == "." else "character", *match.span())

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        return (Edit(use.start, use.end, "…" if style == "character" else "..."),)


class ClauseDash(ConventionRule):
    """The dash between two clauses, with a space on either side.

    What it does: holds the document to an en dash, an em dash or a hyphen there.
    Why: a hyphen joins the parts of a word, a dash parts clauses; many keyboards have only the hyphen.
    Example: where it is an en dash, `दुई भाग भए - पहिलो र दोस्रो` is mended to `दुई भाग भए – पहिलो र दोस्रो`.
    Fix safety: only between words with a space on either side; unsafe because the practice is the writer's.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    convention = CONVENTIONS["clause-dash"]
    meta = RuleMeta(
        code="TYP030",
        name="clause-dash",
        profiles=convention.profiles,
        reports_protected=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        why="योजक चिह्नले पद जोड्छ, निर्देशक चिह्नले वाक्यांश छुट्याउँछ; एउटा प्रलेखमा एउटै चिह्न राम्रो।",
        why_en="A hyphen joins parts of a word, a dash parts clauses; a document keeps to one mark.",
        references=(PUNCTUATION,),
        since="0.1",
        bad=(Bad("दुई भाग भए - पहिलो र दोस्रो।", "दुई भाग भए – पहिलो र दोस्रो।"),),
        good=("दुई भाग भए – पहिलो र दोस्रो।", "दाजु-भाइ", "- सूचीको पहिलो कुरा", "५ - ३ = २"),
    )
    _dash = Deferred(r"(?<=[\p{L}\p{M}\u200C\u200D।,?!”’\")»][ \u00A0])(?:--?|[–—])(?=[ \u00A0][\p{L}“‘\"(«])")
    _MARKS: ClassVar = {"en-dash": "–", "em-dash": "—", "hyphen": "-"}
    _STYLES: ClassVar = {"–": "en-dash", "—": "em-dash", "-": "hyphen", "--": "hyphen"}

    def uses(self, document: Document) -> Iterator[Use]:
        for match in self._dash.finditer(document.text):
            yield Use(self._STYLES[match[0]], *match.span())

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        return (Edit(use.start, use.end, self._MARKS[style]),)


class CommaBeforeConjunction(ConventionRule):
    """A comma before र, वा, तथा, अथवा or एवम्.

    What it does: removes the comma where the chosen style has none.
    Why: the conjunction itself parts the last member of a list.
    Example: `राम, श्याम, र हरि` is mended to `राम, श्याम र हरि`.
    Fix safety: unsafe: between two clauses some writers want the comma.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    convention = CONVENTIONS["comma-before-conjunction"]
    meta = RuleMeta(
        code="TYP031",
        name="comma-before-conjunction",
        profiles=convention.profiles,
        reports_protected=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        title="अल्पविराम हटाउने",
        title_en="Remove the comma",
        why="संयोजकले नै अन्तिम पदलाई छुट्याउँछ; त्यसको अगाडि अल्पविराम चाहिँदैन।",
        why_en="The conjunction itself parts the last member of a list; no comma is needed before it.",
        references=(PUNCTUATION,),
        since="0.1",
        bad=(Bad("राम, श्याम, र हरि आए।", "राम, श्याम र हरि आए।"), Bad("दुई, वा एक", "दुई वा एक")),
        good=("राम, श्याम र हरि आए।", "राम, रमा आए।"),
    )
    _comma = Deferred(
        rf"(?<=[\p{{L}}\p{{M}}\p{{Nd}}]),(?=[ \u00A0](?:र|वा|तथा|अथवा|एवं|एवम्){WORD_END}[\u200C\u200D]?[ \u00A0])"
    )

    def uses(self, document: Document) -> Iterator[Use]:
        for match in self._comma.finditer(document.text):
            yield Use("with", *match.span())

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        return (Edit(use.start, use.end, ""),)


RULES = (Ellipsis(), ClauseDash(), CommaBeforeConjunction())
