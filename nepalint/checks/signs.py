"""UNI: vowel signs, viramas and nasal signs that cannot stand where they stand."""

from collections.abc import Collection, Iterable, Iterator

import regex

from nepalint.diagnostic import Applicability, Diagnostic, Severity
from nepalint.document import Document
from nepalint.language.frequency import nepali
from nepalint.language.suffixes import cut
from nepalint.rulebook import CANONICAL, Bad, RuleMeta, TextRule, WordHit, WordRule
from nepalint.text.spans import Edit
from nepalint.text.spelling import SPLIT_VOWELS, words_matching

_UNICODE = "The Unicode Standard, chapter 12: South and Central Asia-I, Devanagari"
_SIGN = r"[\u0900-\u0903\u093A-\u093C\u093E-\u094F\u0955-\u0957\u0962\u0963]"
_VOWEL_SIGN = r"[\u093A\u093B\u093E-\u094C\u094E\u094F\u0955-\u0957\u0962\u0963]"


_SIGNS = frozenset(chr(point) for point in range(0x900, 0x964) if regex.match(_SIGN, chr(point)))
_LETTER = regex.compile(r"[\u0904-\u0939\u0958-\u0961]")
_SPLIT = regex.compile("|".join(sorted(SPLIT_VOWELS, key=len, reverse=True)))
_PAIRS = tuple(pieces for pieces in SPLIT_VOWELS if len(pieces) == 2)
"""The shortest pieces, one of which every vowel typed in pieces begins with."""


def _places(text: str, pieces: str) -> Iterator[int]:
    """Where `pieces` stands in `text`."""
    start = text.find(pieces)
    while start >= 0:
        yield start
        start = text.find(pieces, start + 1)


class OrphanSign(TextRule):
    """A vowel sign, virama or nasal sign that begins a word.

    What it does: reports a dependent sign with nothing before it to carry it.
    Why: it shows as a dotted circle; a letter was lost or a word was cut.
    Example: `कुन ान` is what a converter made of किसान.
    Fix safety: offered only where the converter's step (किस → "कुन ") can be undone to a known word.
    References: The Unicode Standard, chapter 12.
    """

    meta = RuleMeta(
        code="UNI002",
        name="orphan-sign",
        promoted=frozenset({CANONICAL}),
        severity=Severity.ERROR,
        message="‘{found}’ अगाडि अक्षर छुटेको छ: मात्रा वा चिह्नले शब्द सुरु हुँदैन।",
        message_en="A letter is missing before ‘{found}’: no word begins with a vowel sign or a mark.",
        why="मात्रा, हलन्त र अनुस्वार अगाडिको अक्षरमा टाँसिन्छन्; एक्लै बसे थोप्ले गोलो देखिन्छ। अक्षर हराएको वा शब्द काटिएको बुझ्नुपर्छ।",
        why_en="Vowel signs, virama and nasal signs sit on a letter; alone they show as a dotted circle. "
        "A letter was lost, or a conversion cut the word.",
        references=(_UNICODE, "The mechanical Hindi-Nepali converter: किस → कुन"),
        since="0.1",
        bad=(
            Bad("गाउँका कुन ानले मल किने।", "गाउँका किसानले मल किने।"),
            Bad("कुन ानहरू खेतमा छन्।", "किसानहरू खेतमा छन्।"),
            Bad("मेरो ाम छ।", None),
        ),
        good=("कुन किसान आए?", "ि र ी दुई मात्रा हुन्।", "किसानहरू खेतमा छन्।"),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        # A sign by itself is one that the text speaks of.
        signed = [word for word in document.words if word[0] in _SIGNS]
        orphans = {word for word in signed if _LETTER.search(word)}
        if not orphans:
            return
        text = document.text
        for word, start, end in document.occurrences(orphans):
            if start and text[start - 1] == "\u25cc":  # shown on purpose, on a dotted circle
                continue
            before = start - len("कुन ")
            whole = "किस" + word
            if text[max(0, before) : start].replace("\u00a0", " ") == "कुन " and nepali(cut(whole).stem):
                edit = Edit(before, start, "किस")
                yield self.meta.diagnose(before, end, found=text[before:end], fix=whole, edits=(edit,))
            else:
                yield self.meta.diagnose(start, end, found=word)


class SplitVowel(TextRule):
    """A vowel typed in pieces.

    What it does: reports अा, एे, ाे and the like, and writes the one letter or sign they stand for.
    Why: both look alike on screen, yet no search, dictionary or program takes them for the same.
    Example: `अाज` is mended to `आज`.
    Fix safety: the two spellings look the same, so meaning cannot change.
    References: The Unicode Standard, chapter 12, table of vowel letters.
    """

    meta = RuleMeta(
        code="UNI003",
        name="split-vowel",
        applicability=Applicability.SAFE,
        severity=Severity.ERROR,
        message="‘{found}’ टुक्रा जोडेर टाइप गरिएको स्वर हो; ‘{fix}’ एउटै अक्षर हो।",
        message_en="‘{found}’ is a vowel typed in pieces; it is one letter, ‘{fix}’.",
        why="अ मा मात्रा जोडेर बनाइएको आ हेर्दा उस्तै देखिए पनि खोज र शब्दकोशका लागि फरक शब्द हुन्छ।",
        why_en="Pieces look like the whole letter on screen, but search and dictionaries take them for another word.",
        references=(_UNICODE + ", vowel letters",),
        since="0.1",
        bad=(Bad("अाज घाम लाग्यो।", "आज घाम लाग्यो।"), Bad("सबै काेठा खाली छन्।", "सबै कोठा खाली छन्।")),
        good=("आज घाम लाग्यो।", "कोठा खाली छ।", "अआइई"),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        last = 0
        for start in sorted({start for pieces in _PAIRS for start in _places(text, pieces)}):
            match = _SPLIT.match(text, start) if start >= last else None
            if match is not None:
                last = match.end()
                fix = SPLIT_VOWELS[match[0]]
                yield self.meta.diagnose(start, last, found=match[0], fix=fix, edits=(Edit(start, last, fix),))


class DoubledSign(WordRule):
    """The same sign twice on one letter.

    What it does: keeps one of two equal vowel signs, viramas or nasal signs.
    Why: the second is invisible or shows as a dotted circle.
    Example: `हुुन्छ` is mended to `हुन्छ`.
    Fix safety: no Devanagari letter takes the same sign twice.
    References: The Unicode Standard, chapter 12.
    """

    meta = RuleMeta(
        code="UNI005",
        name="doubled-sign",
        applicability=Applicability.SAFE,
        severity=Severity.ERROR,
        message="एउटै चिह्न ‘{fix}’ दुई पटक टाइप भएको छ।",
        message_en="The same sign ‘{fix}’ is typed twice.",
        why="एउटा अक्षरमा उही मात्रा, हलन्त वा अनुस्वार दुई पटक लाग्दैन।",
        why_en="No letter takes the same vowel sign, virama or nasal sign twice.",
        references=(_UNICODE,),
        since="0.1",
        bad=(Bad("पानी हुुन्छ।", "पानी हुन्छ।"), Bad("उनी छन््।", "उनी छन्।")),
        good=("पानी हुन्छ।", "उनी छन्।", "सिँढी"),
    )
    _pattern = regex.compile(rf"({_SIGN})\1+")

    def candidates(self, words: Collection[str]) -> Iterable[str]:
        return words_matching(self._pattern, words)

    def examine(self, word: str) -> WordHit | None:
        match = self._pattern.search(word)
        if match is None:
            return None
        start, end = match.span()
        return WordHit(start, end, start, end, match[1])


class ImpossibleSign(WordRule):
    """Two different signs that cannot stand together.

    What it does: reports a vowel sign after a vowel sign, and a virama after a vowel sign.
    Why: no letter carries both; text was lost or two words were run together.
    Example: `दे्दछ`.
    Fix safety: no fix is offered; what was meant is not in the text.
    References: The Unicode Standard, chapter 12.
    """

    meta = RuleMeta(
        code="UNI006",
        name="impossible-sign",
        severity=Severity.ERROR,
        message="‘{found}’ मा सँगै बस्न नमिल्ने चिह्न छन्।",
        message_en="‘{found}’ holds signs that cannot stand together.",
        why="एउटा अक्षरमा एउटा मात्र मात्रा लाग्छ, र मात्रापछि हलन्त आउँदैन। टाइप वा रूपान्तरणमा गडबड भएको छ।",
        why_en="A letter carries one vowel sign, and no virama follows it. Typing or a conversion went wrong.",
        references=(_UNICODE,),
        since="0.1",
        bad=(Bad("बना दे्दछ।", None), Bad("उनले किाम गरे।", None)),
        good=("बनाइदिन्छ।", "उनले काम गरे।", "हाँस र कुखुरा"),
    )
    _pattern = regex.compile(
        rf"[\u0904-\u0939\u0958-\u0961](?P<signs>{_VOWEL_SIGN}(?:\u094D|(?P<other>{_VOWEL_SIGN})))"
    )

    def candidates(self, words: Collection[str]) -> Iterable[str]:
        return words_matching(self._pattern, words)

    def examine(self, word: str) -> WordHit | None:
        match = self._pattern.search(word)
        if match is None or match["signs"][0] == match["signs"][1]:
            return None
        return WordHit(*match.span())


RULES = (OrphanSign(), SplitVowel(), DoubledSign(), ImpossibleSign())
