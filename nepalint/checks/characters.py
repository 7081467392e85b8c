"""UNI: characters that do not belong in Nepali text: nukta letters, digits of two scripts, controls, lost ones."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator

import regex

from nepalint.diagnostic import Applicability, Diagnostic, Severity
from nepalint.document import Document
from nepalint.language.frequency import hindi
from nepalint.language.misplaced_signs import heard
from nepalint.rulebook import Bad, RuleMeta, TextRule, WordHit, WordRule
from nepalint.rulebook.rule import narrowest
from nepalint.text.script import DEVANAGARI_DIGITS, NUKTA, fold_digits
from nepalint.text.spans import Edit
from nepalint.text.spelling import words_matching

_NUKTA_LETTERS = "\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f"
_WITHOUT_NUKTA = str.maketrans({letter: unicodedata.normalize("NFD", letter)[0] for letter in _NUKTA_LETTERS})
_ORDINARY = bytes((0x09, 0x0A, 0x0C, 0x0D, *range(0x20, 0x7F), *range(0x80, 0xC0), 0xE0))
"""Bytes of UTF-8 that say nothing: white space, ASCII, what follows a first byte, and the first byte of Devanagari."""
_LOST = frozenset((0xEE, 0xEF))
"""The first bytes of private-use characters, of noncharacters and of the replacement character."""
_CONTROLS = frozenset((*range(0x20), 0x7F))
_STEERING = {
    0xC2: regex.compile(rb"\xC2[\x80-\x9F]"),
    0xD8: regex.compile(rb"\xD8\x9C"),
    0xE2: regex.compile(rb"\xE2(?:\x80[\x8E\x8F\xAA-\xAE]|\x81[\xA6-\xA9])"),
}
"""Control characters beyond ASCII and marks of direction in UTF-8, by their first byte."""
_TO_DEVANAGARI = str.maketrans("0123456789", DEVANAGARI_DIGITS)


class ForeignNukta(WordRule):
    """A nukta in a Nepali word.

    What it does: leaves out the dot under क़ ख़ ग़ ज़ ड़ ढ़ फ़ in words that Nepali writes without it.
    Why: Nepali does not tell these sounds apart; the dot is the spelling of Hindi and Urdu.
    Example: `फ़ाइल` is mended to `फाइल`.
    Fix safety: safe where the word without the dot is common in Nepali text and commoner than in Hindi; else unsafe.
    Words that only Hindi has are left to other rules.
    References: Nepali Wikipedia on titles; Nepal Academy, वर्णविन्यास.
    """

    meta = RuleMeta(
        code="UNI016",
        name="foreign-nukta",
        applicability=Applicability.SAFE,
        nepali_only=True,
        message="नेपालीमा ‘{found}’ को तलको थोप्लो (नुक्ता) चाहिँदैन: ‘{fix}’।",
        message_en="Nepali writes ‘{fix}’, without the nukta of ‘{found}’.",
        why="नेपालीले ज र ज़, फ र फ़ जस्ता ध्वनि छुट्याउँदैन; थोप्लो हिन्दी र उर्दूको हिज्जेबाट आएको हो।",
        why_en="Nepali does not tell such sounds apart; the dot comes from the spelling of Hindi and Urdu.",
        references=(
            "Nepali Wikipedia, विकिपिडिया:लेख शीर्षकहरू: नेपालीमा नुक्ता प्रयोग हुँदैन",
            "The Unicode Standard, chapter 12: South and Central Asia-I, Devanagari, nukta",
        ),
        since="0.1",
        bad=(
            Bad("यो फ़ाइल पठाउनुहोस्।", "यो फाइल पठाउनुहोस्।"),
            Bad("उनी किताब पढ़्न थाले।", "उनी किताब पढ्न थाले।"),
            Bad("यो \u095bमिन मेरो हो।", "यो जमिन मेरो हो।"),
        ),
        good=("यो फाइल पठाउनुहोस्।", "उनी किताब पढ्न थाले।", "‘ज़’ हिन्दीमा लेखिन्छ।", "बड़े"),
    )
    _nukta = regex.compile(f"[{NUKTA}{_NUKTA_LETTERS}]")
    _least = 10

    def candidates(self, words: Collection[str]) -> Iterable[str]:
        return words_matching(self._nukta, words)

    def examine(self, word: str) -> WordHit | None:
        plain = word.replace("\u0928\u093c", "\u0929").replace(NUKTA, "").translate(_WITHOUT_NUKTA)
        if len(plain) < 2 or plain == word:
            return None
        count = heard(plain)
        known = count >= self._least and count > hindi(plain)
        if not known and hindi(word):
            return None
        start, end, replacement = narrowest(word, plain)
        applicability = None if known else Applicability.UNSAFE
        return WordHit(0, len(word), start, end, replacement, applicability=applicability)


class MixedDigits(TextRule):
    """A number with digits of two scripts.

    What it does: writes a number in the digits that most of it has, or else most numbers of the document.
    Why: no program reads it as one number, and the digits of two scripts look alike to nobody.
    Example: `१9९०` is mended to `१९९०`.
    Fix safety: the value stays the same.
    References: The Unicode Standard, chapter 22: numerals.
    """

    meta = RuleMeta(
        code="UNI017",
        name="mixed-digits",
        applicability=Applicability.SAFE,
        severity=Severity.ERROR,
        message="‘{found}’ मा दुई लिपिका अङ्क मिसिएका छन्; ‘{fix}’ एउटै लिपिमा छ।",
        message_en="‘{found}’ mixes digits of two scripts; ‘{fix}’ is in one.",
        why="एउटै सङ्ख्यामा देवनागरी र अन्तर्राष्ट्रिय अङ्क मिसिँदा कार्यक्रमले त्यसलाई सङ्ख्या मान्दैन।",
        why_en="No program reads digits of two scripts side by side as one number.",
        references=("The Unicode Standard, chapter 22: Symbols, decimal digits",),
        since="0.1",
        bad=(
            Bad("सन् १9९० मा", "सन् १९९० मा"),
            Bad("सन् 19१7 मा", "सन् 1917 मा"),
            Bad("२०४६ सालमा 1५ जना आए।", "२०४६ सालमा १५ जना आए।"),
        ),
        good=("सन् १९९० मा", "सन् 1990 अर्थात् २०४६ साल", "1918-२०", "कक्षा १, 2 र ३"),
    )
    _hint = regex.compile("[0-9](?:[०-९]|(?<=[०-९][0-9]))")  # beginning with one range, it is very fast
    _mixed = regex.compile("[0-9]+(?=[०-९])[0-9०-९]+|[०-९]+(?=[0-9])[0-9०-९]+")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if self._hint.search(text) is None:
            return
        for match in self._mixed.finditer(text):
            number = match[0]
            native = sum(map(DEVANAGARI_DIGITS.__contains__, number))
            if 2 * native == len(number):
                native += 1 if _writes_devanagari(text) else -1
            fix = number.translate(_TO_DEVANAGARI) if 2 * native > len(number) else fold_digits(number)
            start, end = match.span()
            yield self.meta.diagnose(start, end, found=number, fix=fix, edits=(Edit(start, end, fix),))


def _unusual(document: Document) -> frozenset[int]:
    """The bytes of a document that are not `_ORDINARY`: what begins with none of them need not be looked for."""
    return frozenset(document.source.raw.translate(None, _ORDINARY))


def _writes_devanagari(text: str) -> bool:
    """Whether most digits of `text` are Devanagari."""
    return sum(map(text.count, DEVANAGARI_DIGITS)) >= sum(map(text.count, "0123456789"))


class ControlCharacter(TextRule):
    """A character that steers a terminal or the direction of writing.

    What it does: reports control characters, and marks of direction in text that runs one way only.
    Why: they cannot be seen; some programs stop at them, and others show the text in another order.
    Example: a left-to-right mark after a word.
    Fix safety: unsafe: a control character may stand where a letter was lost.
    References: The Unicode Standard, chapter 23; Unicode Standard Annex 9.
    """

    meta = RuleMeta(
        code="UNI018",
        name="control-character",
        message="यहाँ नदेखिने नियन्त्रण वर्ण U+{point} छ।",
        message_en="An invisible control character U+{point} stands here.",
        title="नियन्त्रण वर्ण हटाउने",
        title_en="Remove the control character",
        why="नियन्त्रण वर्ण र दिशा बताउने चिह्न देखिँदैनन्; कुनै कार्यक्रम तिनमा रोकिन्छन्, कुनैले पाठको क्रम नै बदलेर देखाउँछन्।",
        why_en="Control characters and marks of direction cannot be seen; some programs stop at them, others show the "
        "text in another order.",
        references=(
            "The Unicode Standard, chapter 23: Control Codes",
            "Unicode Standard Annex 9",
        ),
        since="0.1",
        bad=(
            Bad("काठमाडौँ\u200e सहर", "काठमाडौँ सहर"),
            Bad("पोखरा\u202c सहर", "पोखरा सहर"),
            Bad("हिमाल\x0b अग्लो छ।", "हिमाल अग्लो छ।"),
        ),
        good=("काठमाडौँ\tसहर", "अरबी \u200fنص\u200f हो", "पाना\x0cनयाँ पाना", "गर्\u200dयो"),
    )
    _controls = regex.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
    _directions = regex.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
    _right_to_left = regex.compile(r"[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if not self._may_steer(document):
            return
        one_way = self._directions.search(text) is not None and self._right_to_left.search(text) is None
        for pattern in (self._controls, self._directions) if one_way else (self._controls,):
            for match in pattern.finditer(text):
                start, end = match.span()
                point = f"{ord(match[0]):04X}"
                yield self.meta.diagnose(start, end, found="", point=point, edits=(Edit(start, end, ""),))

    @staticmethod
    def _may_steer(document: Document) -> bool:
        """Whether one of the characters may be there: a look at the bytes is much cheaper than the patterns."""
        unusual, raw = _unusual(document), document.source.raw
        return bool(unusual & _CONTROLS) or any(
            pattern.search(raw) for first, pattern in _STEERING.items() if first in unusual
        )


class LostCharacter(TextRule):
    """A character that says that another one was lost.

    What it does: reports the replacement character, private-use characters and noncharacters.
    Why: a conversion that did not know a character writes one of these; what was there cannot be told from it.
    Example: `नेपा\ufffd`.
    Fix safety: no fix is offered.
    References: The Unicode Standard, chapter 23.
    """

    meta = RuleMeta(
        code="UNI021",
        name="lost-character",
        severity=Severity.ERROR,
        message="यहाँ U+{point} छ: रूपान्तरणमा कुनै वर्ण हराएको छ।",
        message_en="U+{point} stands here: a conversion lost a character.",
        why="नचिनेको वर्णको ठाउँमा रूपान्तरणले यस्तो चिह्न राख्छ; पहिले के थियो भनेर यसबाट थाहा हुँदैन।",
        why_en="A conversion writes this for a character it does not know; what was there cannot be told from it.",
        references=("The Unicode Standard, chapter 23: Special Areas and Format Characters",),
        since="0.1",
        bad=(Bad("नेपा\ufffd", None), Bad("पहिलो \ue0a0 पाना", None)),
        good=("नेपाल", "पहिलो ● पाना"),
    )
    _lost = regex.compile("[\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if not _unusual(document) & _LOST:
            return
        for match in self._lost.finditer(text):
            yield self.meta.diagnose(*match.span(), found=match[0], point=f"{ord(match[0]):04X}")


RULES = (ForeignNukta(), MixedDigits(), ControlCharacter(), LostCharacter())
