"""UNI: invisible characters, normalisation, and the encoding that the canonical form settles."""

import unicodedata
from collections.abc import Iterator

import regex

from nepalint.diagnostic import Applicability, Diagnostic
from nepalint.document import Document
from nepalint.rulebook import CANONICAL, Bad, RuleMeta, TextRule
from nepalint.text.script import CONSONANTS, VIRAMA, ZWJ, ZWNJ
from nepalint.text.spans import Edit

_BLOCK = 1 << 16
_PIECES = 1 << 17
"""Code points that are normalised together, and pieces remembered while that is done."""


class StrayJoiner(TextRule):
    """An invisible joiner that joins nothing.

    What it does: removes ZWJ and ZWNJ that do not follow a virama inside Devanagari text, a second joiner after a
    virama, and one after the virama that ends a word.
    Why: they cannot be seen, and split the word for search and sorting.
    Example: a ZWNJ between two letters of a name.
    Fix safety: a joiner has an effect only between a virama and a letter; there one is kept (गर्‍यो). A half letter
    shown by itself (र्‍, क्‍) and emoji are left alone.
    References: The Unicode Standard, chapter 12; UAX 31, joiners.
    """

    meta = RuleMeta(
        code="UNI007",
        name="stray-joiner",
        applicability=Applicability.SAFE,
        message="यहाँ नदेखिने जोडक चिह्न (U+{point}) को काम छैन।",
        message_en="An invisible joiner (U+{point}) stands here without effect.",
        title="नदेखिने जोडक हटाउने",
        title_en="Remove the invisible joiner",
        why="ZWJ र ZWNJ ले हलन्तपछि मात्र अर्थ राख्छन् (गर्‍यो); अन्यत्र यिनले शब्द खोज्न नमिल्ने बनाउँछन्।",
        why_en="ZWJ and ZWNJ mean something only after a virama (गर्‍यो); elsewhere they hide the word from search.",
        references=("The Unicode Standard, chapter 12: Devanagari, joiners", "Unicode Standard Annex 31"),
        since="0.1",
        bad=(
            Bad("राम\u200cले भात खायो।", "रामले भात खायो।"),
            Bad("घर\u200d छ।", "घर छ।"),
            Bad("उनले काम गर्\u200d\u200cयो।", "उनले काम गर्\u200dयो।"),
            Bad("ताल्\u200c\u200dचा खुल्यो।", "ताल्\u200cचा खुल्यो।"),
            Bad("उनीहरू गए छन्\u200c।", "उनीहरू गए छन्।"),
        ),
        good=(
            "उनले काम गर्\u200dयो।",
            "परिषद्\u200cमा बहस भयो।",
            "परिवार 👨\u200d👩\u200d👧 सँगै",
            "आधा क्\u200d र आँखीभौँ र्\u200d देखाउने",
        ),
    )
    _pattern = regex.compile(
        r"(?<=[\u0900-\u094C\u094E-\u0963\u0971-\u097F])[\u200C\u200D]+"
        r"|(?<![^\s])[\u200C\u200D]+(?=[\u0904-\u0939])"
        r"|(?<=[\u0900-\u0963]{2}\u094D)[\u200C\u200D]++(?![\u0900-\u0963\u0971-\u097F])"
        r"|(?<=\u094D[\u200C\u200D])[\u200C\u200D]+"
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        last = 0
        for start in _joiners(text):
            # Most joiners follow a virama and stand before a letter, where they belong.
            if start < last or (text[start - 1 : start] == VIRAMA and text[start + 1 : start + 2] in CONSONANTS):
                continue
            match = self._pattern.match(text, start)
            if match is not None:
                last = match.end()
                yield self.meta.diagnose(
                    start, last, found="", point=f"{ord(match[0][0]):04X}", edits=(Edit(start, last, ""),)
                )


def _joiners(text: str) -> list[int]:
    """Where ZWJ and ZWNJ stand in `text`, in order."""
    found: list[int] = []
    for joiner in (ZWNJ, ZWJ):
        place = text.find(joiner)
        while place >= 0:
            found.append(place)
            place = text.find(joiner, place + 1)
    return sorted(found)


class InvisibleCharacter(TextRule):
    """A character without width that does not belong in prose.

    What it does: reports zero-width spaces, soft hyphens and byte order marks inside the text.
    Why: they come from word processors and web pages, and split words for search.
    Example: a soft hyphen inside a long word.
    Fix safety: unsafe, since a zero-width space may have been meant as a place to break the line.
    References: The Unicode Standard, chapter 23: special areas and format characters.
    """

    meta = RuleMeta(
        code="UNI008",
        name="invisible-character",
        promoted=frozenset({CANONICAL}),
        message="यहाँ नदेखिने वर्ण U+{point} छ।",
        message_en="An invisible character U+{point} stands here.",
        title="नदेखिने वर्ण हटाउने",
        title_en="Remove the invisible character",
        why="शून्य चौडाइको खाली ठाउँ, मृदु योजक र फाइलको बिचमा परेको BOM ले शब्द भित्रभित्रै काट्छन्।",
        why_en="Zero-width spaces, soft hyphens and byte order marks inside the text cut words unseen.",
        references=("The Unicode Standard, chapter 23: Special Areas and Format Characters",),
        since="0.1",
        bad=(Bad("काठ\u200bमाडौँ", "काठमाडौँ"), Bad("विश्व\u00adविद्यालय", "विश्वविद्यालय")),
        good=("काठमाडौँ", "\ufeffसुरुको BOM", "गर्\u200dयो"),
    )
    _pattern = regex.compile("[\u200b\u00ad\u2060]|(?<!\\A)\ufeff")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if not any(point in text for point in "\u200b\u00ad\u2060\ufeff"):
            return
        for match in self._pattern.finditer(text):
            start, end = match.span()
            yield self.meta.diagnose(start, end, found="", point=f"{ord(match[0]):04X}", edits=(Edit(start, end, ""),))


class ByteOrderMark(TextRule):
    """A byte order mark at the start of the document; the canonical form has none.

    What it does: removes U+FEFF at the start.
    Why: UTF-8 needs no byte order, and joined files would carry the mark inside.
    Example: a file saved by a Windows editor.
    Fix safety: the mark is no part of the text.
    References: The Unicode Standard, 23.8.
    """

    meta = RuleMeta(
        code="UNI009",
        name="byte-order-mark",
        profiles=frozenset({CANONICAL}),
        promoted=frozenset({CANONICAL}),
        message="फाइलको सुरुमा BOM छ; प्रामाणिक रूपमा हुँदैन।",
        message_en="The document starts with a byte order mark; the canonical form has none.",
        title="BOM हटाउने",
        title_en="Remove the byte order mark",
        why="UTF-8 लाई बाइट क्रमको चिह्न चाहिँदैन; फाइलहरू जोड्दा यो पाठको बिचमा पर्छ।",
        why_en="UTF-8 has no byte order; when files are joined the mark ends up inside the text.",
        references=("The Unicode Standard, 23.8: Specials", "nepalint, the canonical form, version 1"),
        since="0.1",
        bad=(Bad("\ufeffकथा सुरु भयो।", "कथा सुरु भयो।"),),
        good=("कथा सुरु भयो।",),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        if document.text.startswith("\ufeff"):
            yield self.meta.diagnose(0, 1, found="", edits=(Edit(0, 1, ""),))


class NotComposed(TextRule):
    """Text that is not in normalisation form C; the canonical form is, but for the letters with nukta.

    What it does: composes what NFC composes, one sequence at a time, and puts a nukta before the virama.
    Why: two encodings of one letter are two words to every program.
    Example: न and a nukta become ऩ.
    Fix safety: canonical equivalence. U+0958 to U+095F stay: NFC would take them apart.
    References: UAX 15; the list of composition exclusions.
    """

    meta = RuleMeta(
        code="UNI010",
        name="not-composed",
        profiles=frozenset({CANONICAL}),
        promoted=frozenset({CANONICAL}),
        message="यो वर्ण जोडिएको रूप (NFC) मा छैन।",
        message_en="This character is not in normalisation form C.",
        title="NFC रूपमा लेख्ने",
        title_en="Write it in normalisation form C",
        why="एउटै अक्षरका दुई कुटलेखन कार्यक्रमका लागि दुई फरक अक्षर हुन्।",
        why_en="Two encodings of one letter are two letters to a program.",
        references=("Unicode Standard Annex 15: Normalization Forms", "nepalint, the canonical form, version 1"),
        since="0.1",
        bad=(Bad("cafe\u0301 मा", "caf\u00e9 मा"), Bad("न\u093c", "\u0929"), Bad("क\u094d\u093cय", "क\u093c\u094dय")),
        good=("\u0958लम", "caf\u00e9", "गर्\u200dयो"),
    )
    _sequence = regex.compile(
        r"[^\p{M}\s\u0958-\u095F][\u0300-\u036F\u093C\u0483-\u0487\u3099\u309A]\p{M}*|\u094D\u093C|[\u0340\u0341\u0343\u0344\u2126\u212A\u212B]"
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if text.isascii() or _is_composed(text):
            return
        for match in self._sequence.finditer(text):
            found = match[0]
            fix = unicodedata.normalize("NFC", found)
            if fix != found:
                start, end = match.span()
                yield self.meta.diagnose(start, end, found=found, fix=fix, edits=(Edit(start, end, fix),))


class CanonicalJoiner(TextRule):
    """A ZWJ after a virama that is not the eyelash ra; the canonical form keeps ZWJ for र्‍ alone.

    What it does: removes ZWJ after any other consonant and virama.
    Why: it asks for a half form that fonts choose by themselves, and makes a second spelling of the word.
    Example: क्‍ष typed with a joiner.
    Fix safety: the letters stay the same; only the shape asked for is dropped. Canonical profile only.
    References: The Unicode Standard, chapter 12, rules R1 to R8.
    """

    meta = RuleMeta(
        code="UNI011",
        name="half-form-joiner",
        profiles=frozenset({CANONICAL}),
        promoted=frozenset({CANONICAL}),
        message="प्रामाणिक रूपमा ZWJ आँखीभौँ र (र्‍) मा मात्र रहन्छ।",
        message_en="The canonical form keeps ZWJ for the eyelash ra alone.",
        title="ZWJ हटाउने",
        title_en="Remove the joiner",
        why="आधा अक्षरको आकार फन्टले आफैँ छान्छ; ZWJ ले एउटै शब्दको अर्को हिज्जे बनाउँछ।",
        why_en="Fonts choose half forms by themselves; the joiner makes a second spelling of the word.",
        references=("The Unicode Standard, chapter 12: rules R1 to R8", "nepalint, the canonical form, version 1"),
        since="0.1",
        bad=(Bad("शक्\u200dति", "शक्ति"),),
        good=("गर्\u200dयो", "शक्ति", "परिषद्\u200cमा"),
    )
    _pattern = regex.compile(r"(?<=[\u0904-\u092F\u0931-\u0939]\u094D)\u200D+")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        if "\u200d" not in document.text:
            return
        for match in self._pattern.finditer(document.text):
            start, end = match.span()
            yield self.meta.diagnose(start, end, found="", edits=(Edit(start, end, ""),))


def _is_composed(text: str) -> bool:
    """Whether the text is in normalisation form C: block by block and each piece between spaces once.

    A space composes with nothing before it, so that what lies between spaces can be looked at by itself.
    """
    if len(text) <= _BLOCK:
        return unicodedata.is_normalized("NFC", text)
    pieces: set[str] = set()
    end = -1
    while end < len(text):
        start = end + 1
        end = text.find(" ", start + _BLOCK)
        end = len(text) if end < 0 else end
        new = set(text[start:end].split(" ")) - pieces
        if not unicodedata.is_normalized("NFC", " ".join(new)):
            return False
        if len(pieces) > _PIECES:
            pieces.clear()
        pieces |= new
    return True


RULES = (StrayJoiner(), InvisibleCharacter(), ByteOrderMark(), NotComposed(), CanonicalJoiner())
