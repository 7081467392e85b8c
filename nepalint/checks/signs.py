"""UNI: signs without a letter, vowels in pieces, words cut within a conjunct."""

from collections.abc import Iterator

import regex

from nepalint.diagnostic import Applicability, Diagnostic, Severity
from nepalint.document import Document
from nepalint.language.frequency import hindi, nepali, unheard
from nepalint.language.misplaced_signs import heard
from nepalint.rulebook import CANONICAL, Bad, RuleMeta, TextRule
from nepalint.rulebook.sieve import Sieve
from nepalint.text.script import VIRAMA, WORD, WORD_CLASS
from nepalint.text.spans import Edit
from nepalint.text.spelling import SPLIT_VOWELS, words_matching
from nepalint.text.syllables import CONSONANT, SIGN, VOWEL

_UNICODE = "The Unicode Standard, chapter 12: South and Central Asia-I, Devanagari"
_SIGNS = frozenset(chr(point) for point in range(0x900, 0x964) if regex.match(SIGN, chr(point)))
_LETTER = regex.compile(f"{CONSONANT}|{VOWEL}")
_SPACES = frozenset(" \u00a0")
_TYPED_FIRST = regex.compile(rf"ि((?:{CONSONANT}{VIRAMA})*{CONSONANT})")
_WORD_BEFORE = regex.compile(rf"(?r)[{WORD_CLASS}]+")
_COMMON = 5
"""The count from which a word is common enough to be what its parts were cut from."""
_DOMINANT = 8
"""How many times commoner than its first part it has to be."""
_SPLIT = regex.compile("|".join(sorted(SPLIT_VOWELS, key=len, reverse=True)))


class OrphanSign(TextRule):
    """A vowel sign, virama or nasal sign that begins a word.

    What it does: reports a dependent sign with nothing before it to carry it.
    Why: it shows as a dotted circle; a letter was lost, a word was cut, or ि was typed where it is seen.
    Example: `कुन ान` is what a converter made of किसान; `नेपालक ो` was cut; `िकताब` is किताब in the order of sight.
    Fix safety: offered only where undoing that step gives a known word.
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
            Bad("नेपालक ो पहाड", "नेपालको पहाड"),
            Bad("नयाँ िकताब किनियो।", "नयाँ किताब किनियो।"),
            Bad("मेरो ाम छ।", None),
        ),
        good=("कुन किसान आए?", "ि र ी दुई मात्रा हुन्।", "किसानहरू खेतमा छन्।", "क ि जोड्दा कि हुन्छ।", "\u25ccिता"),
    )

    def __init__(self) -> None:
        self._orphans = Sieve(lambda words: [word for word in words if word[0] in _SIGNS])

    def check(self, document: Document) -> Iterator[Diagnostic]:
        orphans = self._orphans.among(document.words)
        if not orphans:
            return
        text = document.text
        for word, start, end in document.occurrences(orphans):
            if start and text[start - 1] == "\u25cc":  # shown on purpose, on a dotted circle
                continue
            mended = self._mended(text, word, start)
            if mended is not None:
                left, edit, fix = mended
                yield self.meta.diagnose(left, end, found=text[left:end], fix=fix, edits=(edit,))
            elif _LETTER.search(word):  # a sign by itself is one that the text speaks of
                yield self.meta.diagnose(start, end, found=word)

    def _mended(self, text: str, word: str, start: int) -> tuple[int, Edit, str] | None:
        """Where the word begins to which `word` at `start` belongs, the edit that mends it, and what it becomes."""
        before = start - len("कुन ")
        whole = "किस" + word
        if text[max(0, before) : start].replace("\u00a0", " ") == "कुन " and heard(whole):
            return before, Edit(before, start, "किस"), whole
        part = _WORD_BEFORE.match(text, 0, start - 1) if start and text[start - 1] in _SPACES else None
        if part and len(part[0]) > 2 and _was_cut(part[0], word):
            return part.start(), Edit(start - 1, start, ""), part[0] + word
        letters = _TYPED_FIRST.match(word)
        if letters and heard(letters[1] + "ि" + word[letters.end() :]) >= _COMMON:
            edit = Edit(start, start + letters.end(), letters[1] + "ि")
            return start, edit, edit.replacement + word[letters.end() :]
        return None


class CutConjunct(TextRule):
    """A word cut by a space after a virama.

    What it does: joins a part that ends in a virama with the word after it, where only the two together are a word.
    Why: old fonts and scanners leave a space within a conjunct; two pieces stand where one word was.
    Example: `विभिन् न` is mended to `विभिन्न`.
    Fix safety: unsafe until it was met often enough; the first part must be unknown, and the whole common.
    References: The Unicode Standard, chapter 12.
    """

    meta = RuleMeta(
        code="UNI015",
        name="cut-conjunct",
        message="‘{found}’ एउटै शब्द हो; संयुक्त अक्षर खाली ठाउँले काटिएको छ।",
        message_en="‘{found}’ is one word: a space cuts its conjunct.",
        why="हलन्तपछिको अक्षर त्यसैमा जोडिन्छ; बिचमा खाली ठाउँ पर्दा एउटा शब्द दुई अर्थहीन टुक्रा हुन्छ।",
        why_en="The letter after a virama joins it; a space between them leaves two pieces that mean nothing.",
        references=(_UNICODE,),
        since="0.1",
        bad=(Bad("विभिन् न देशका पाहुना", "विभिन्न देशका पाहुना"), Bad("केन्द् रमा बैठक बस्यो।", "केन्द्रमा बैठक बस्यो।")),
        good=("सन् नब्बेको कुरा", "उनीहरू आउँछन् न?", "महान् वैज्ञानिक", "परिषद् मा", "विभिन्न देशका पाहुना"),
    )

    def __init__(self) -> None:
        self._parts = Sieve(lambda words: [word for word in words if word[-1] == VIRAMA and _may_be_part(word)])

    def check(self, document: Document) -> Iterator[Diagnostic]:
        parts = self._parts.among(document.words)
        if not parts:
            return
        text = document.text
        for part, start, end in document.occurrences(parts):
            rest = WORD.match(text, end + 1) if text[end : end + 1] in _SPACES else None
            if rest and _was_cut(part, rest[0]):
                found, fix = text[start : rest.end()], part + rest[0]
                edit = Edit(end, end + 1, "")
                yield self.meta.diagnose(start, rest.end(), found=found, fix=fix, edits=(edit,))


def _may_be_part(word: str) -> bool:
    """Whether a word that ends in a virama is rare enough to be the beginning of another."""
    return len(word) > 2 and not nepali(word) and not unheard(word)


def _was_cut(part: str, rest: str) -> bool:
    """Whether `part` and `rest` are one common word, and `part` alone is hardly one."""
    whole = heard(part + rest)
    return whole >= _COMMON and whole >= _DOMINANT * max(nepali(part), hindi(part))


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

    def __init__(self) -> None:
        self._split = Sieve(lambda words: words_matching(_SPLIT, tuple(words)))

    def check(self, document: Document) -> Iterator[Diagnostic]:
        words = self._split.among(document.words)
        if not words:
            return
        for _, start, end in document.occurrences(words):
            for match in _SPLIT.finditer(document.text, start, end):
                fix = SPLIT_VOWELS[match[0]]
                yield self.meta.diagnose(*match.span(), found=match[0], fix=fix, edits=(Edit(*match.span(), fix),))


RULES = (OrphanSign(), SplitVowel(), CutConjunct())
