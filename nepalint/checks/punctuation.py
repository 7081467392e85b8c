"""TYP: marks that stand for a danda, brackets without partner, words written twice."""

from collections.abc import Iterator

from nepalint.checks.conventions import PUNCTUATION
from nepalint.diagnostic import Applicability, Certainty, Diagnostic, Severity
from nepalint.document import Document
from nepalint.language.analysis import analyse
from nepalint.language.reduplication import is_slip
from nepalint.rulebook import Bad, RuleMeta, TextRule
from nepalint.text.patterns import Deferred
from nepalint.text.script import WORD
from nepalint.text.spans import Edit

_LETTER = r"\u0900-\u0963\u0971-\u097F\u200C\u200D"
_SHORT_VERBS = frozenset(("छ", "हो", "छु", "छौ", "छौं", "छौँ", "छन्", "भयो", "थियो", "गरे", "आयो", "गयो"))
_LONG_ENOUGH = 4


def ends_sentence(word: str) -> bool:
    """Whether a sentence may end in `word`: a verb, no abbreviation."""
    word = word.strip("\u200c\u200d")
    if len(word) < _LONG_ENOUGH:
        return word in _SHORT_VERBS
    return any(reading.pos == "verb" for reading in analyse(word).nepali)


class BarForDanda(TextRule):
    """A vertical bar in place of a danda.

    What it does: writes a danda for a bar that follows a verb at the end of a line or before the next sentence.
    Why: the two look alike, but programs do not see the end of the sentence.
    Example: `पानी पर्‍यो |` is mended to `पानी पर्‍यो ।`.
    Fix safety: only after a verb, with another word before it, where the line has no other bars (`thumb|right`, tables,
    links). Unsafe until measured on more text.
    References: Unicode, U+0964; Nepal Academy, वर्णविन्यास 5.
    """

    meta = RuleMeta(
        code="TYP007",
        name="bar-for-danda",
        nepali_only=True,
        message="पूर्णविरामको ठाउँमा ‘|’ छ।",
        message_en="A vertical bar stands for the danda.",
        title="पूर्णविराम लेख्ने",
        title_en="Write a danda",
        why="‘|’ पूर्णविरामजस्तै देखिन्छ, तर कार्यक्रमहरूले त्यसलाई वाक्यको अन्त्य ठान्दैनन्।",
        why_en="The bar looks like a danda, but programs do not see the end of a sentence in it.",
        references=("Unicode, U+0964 DEVANAGARI DANDA", PUNCTUATION),
        since="0.1",
        bad=(Bad("पानी पर्‍यो |", "पानी पर्‍यो ।"), Bad("घाम लाग्यो| हावा चल्यो।", "घाम लाग्यो। हावा चल्यो।")),
        good=("पानी पर्‍यो ।", "thumb|right|230px|लेनिन", "नाम | उमेर | ठाउँ", "| आयो | गयो |", "[[बाटो|बाटो हेर्‍यो]] |"),
    )
    _mark = Deferred(
        rf"(?<=[ \u00A0](?P<word>[{_LETTER}]+)[ \u00A0]?)\|(?=[ \u00A0]*(?:[\r\n]|\Z)|[ \u00A0][{_LETTER}])"
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if "|" not in text:
            return
        for match in self._mark.finditer(text):
            if ends_sentence(match["word"]) and not self._in_table(document, match.start()):
                yield self.meta.diagnose(*match.span(), found="|", fix="।", edits=(Edit(*match.span(), "।"),))

    def _in_table(self, document: Document, offset: int) -> bool:
        """Whether the line begins with markup or has a bar that no verb stands before."""
        lines = document.source.lines
        line = lines.span(lines.line_of(offset))
        around = document.text[line.start : line.end]
        if around.lstrip()[:1] in ("|", "!", "{", "*", "#", ":"):
            return True
        marks = sum(1 for _ in self._mark.finditer(around))
        return marks < around.count("|") or "=" in around or "[[" in around


class StopForDanda(TextRule):
    """A full stop in place of a danda.

    What it does: writes a danda for a full stop that follows a verb at the end of a line or before the next sentence.
    Why: Nepali ends a sentence with a danda; the full stop is for abbreviations and numbers.
    Example: `घाम लाग्यो.` is mended to `घाम लाग्यो।`.
    Fix safety: only after a verb of four letters or more, or a very common one, that follows another word; never after
    abbreviations, Latin letters or digits.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    meta = RuleMeta(
        code="TYP008",
        name="stop-for-danda",
        applicability=Applicability.SAFE,
        nepali_only=True,
        message="वाक्यको अन्त्यमा पूर्णविरामको ठाउँमा ‘.’ छ।",
        message_en="A full stop stands for the danda at the end of a sentence.",
        title="पूर्णविराम लेख्ने",
        title_en="Write a danda",
        why="नेपालीमा वाक्य ‘।’ ले टुङ्गिन्छ; ‘.’ सङ्क्षेप र अङ्कमा लेखिन्छ।",
        why_en="Nepali ends a sentence with a danda; the full stop is for abbreviations and numbers.",
        references=(f"{PUNCTUATION}: पूर्णविराम",),
        since="0.1",
        bad=(
            Bad("आज घाम लाग्यो. हावा चल्यो।", "आज घाम लाग्यो। हावा चल्यो।"),
            Bad("फाइल छान्नुहोस्.", "फाइल छान्नुहोस्।"),
            Bad("यो घर हो.", "यो घर हो।"),
        ),
        good=(
            "आज घाम लाग्यो।",
            "डा. राम आए।",
            "वि.सं. २०४६ मा",
            "१.५ किलो",
            "अनि गयो... फेरि आयो।",
            "क. ख. छ. ज.",
            "Go home. घर",
        ),
    )
    _mark = Deferred(rf"(?<=[{_LETTER}])\.(?![.\w]|[ \u00A0]\.)(?=[ \u00A0]*(?:[\r\n]|\Z)|[ \u00A0]+[{_LETTER}“‘\"])")
    _word = Deferred(rf"(?r)(?<=[{_LETTER},\p{{Nd}})”’\"][ \u00A0])[{_LETTER}]+")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if "." not in text:
            return
        for match in self._mark.finditer(text):
            word = self._word.match(text, max(0, match.start() - 80), match.start())
            if word and ends_sentence(word[0]):
                yield self.meta.diagnose(*match.span(), found=".", fix="।", edits=(Edit(*match.span(), "।"),))


class UnpairedBracket(TextRule):
    """A round bracket without its partner in the paragraph.

    What it does: reports the bracket.
    Why: a reader cannot tell where the remark in brackets begins or ends.
    Example: `काठमाडौँ (राजधानी ठूलो छ।`
    Fix safety: no fix. The closing brackets of lists, `क)` and `१)`, and of smileys need no partner.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    meta = RuleMeta(
        code="TYP018",
        name="unpaired-bracket",
        severity=Severity.INFO,
        certainty=Certainty.LIKELY,
        message="यो कोष्ठकको जोडी यही अनुच्छेदमा छैन।",
        message_en="This bracket has no partner in its paragraph.",
        why="जोडी नभएको कोष्ठकभित्रको कुरा कहाँ सुरु वा अन्त्य हुन्छ भन्ने थाहा हुँदैन।",
        why_en="Nobody can tell where the remark in brackets begins or ends.",
        references=(f"{PUNCTUATION}: कोष्ठक",),
        since="0.1",
        bad=(Bad("काठमाडौँ (राजधानी ठूलो छ।", None), Bad("काठमाडौँ राजधानी) ठूलो छ।", None)),
        good=("काठमाडौँ (राजधानी) ठूलो छ।", "क) पहिलो ख) दोस्रो", "१) पहिलो", "राम्रो छ :)", "(क) पहिलो"),
    )
    _mark = Deferred(r"(?<!['\"‘“])[()](?!['\"’”])|[\r\n]")
    _listed = Deferred(r"(?r)(?:^|(?<=[\s.।,;:(]))(?:[\p{L}\p{M}\p{Nd}]{1,3}[.\s]?|[:;][-']?|)")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if "(" not in text and ")" not in text:
            return
        opened: list[int] = []
        for match in self._mark.finditer(text):
            mark, at = match[0], match.start()
            if mark == "(":
                opened.append(at)
            elif mark != ")":
                yield from self._alone(opened)
                opened = []
            elif opened:
                opened.pop()
            elif not self._listed.match(text, max(0, at - 6), at):
                yield self.meta.diagnose(at, at + 1, found=")")
        yield from self._alone(opened)

    def _alone(self, opened: list[int]) -> Iterator[Diagnostic]:
        for at in opened:
            yield self.meta.diagnose(at, at + 1, found="(")


class RepeatedWord(TextRule):
    """A word written twice by mistake.

    What it does: removes the second of two like words.
    Why: the second is most often a slip of typing or editing.
    Example: `उनको लेख लेख राम्रो छ` is mended to `उनको लेख राम्रो छ`.
    Fix safety: Nepali says many words twice on purpose: adjectives, adverbs, numerals, question words, participles and
    the nouns of `rules/tables/reduplication.toml`. They are left alone. Unsafe, since a list cannot hold all of them.
    References: Nepal Academy, वर्णविन्यास 3(घ).
    """

    meta = RuleMeta(
        code="TYP022",
        name="repeated-word",
        # Seldom met in edited text, and a twentieth of the time of a run.
        profiles=frozenset(("wikipedia", "press", "academy")),
        certainty=Certainty.LIKELY,
        nepali_only=True,
        message="‘{found}’ दुई पटक लेखिएको छ।",
        message_en="‘{found}’ is written twice.",
        title="एउटा हटाउने",
        title_en="Remove one",
        why="‘बिस्तारै बिस्तारै’ वा ‘घर घर’ जानेर दोहोर्‍याइन्छ; विभक्तिसहितको वा साधारण नाम दोहोरिए टाइप गर्दाको भूल हुन सक्छ।",
        why_en="Some words are said twice on purpose; a noun, or a word with a case suffix, is most often a slip.",
        references=("Nepal Academy, वर्णविन्यास 3(घ): द्वित्व",),
        since="0.1",
        bad=(
            Bad("उनको लेख लेख राम्रो छ।", "उनको लेख राम्रो छ।"),
            Bad("राम र र श्याम आए।", "राम र श्याम आए।"),
            Bad("हामीले हामीले भन्यौँ।", "हामीले भन्यौँ।"),
        ),
        good=("बिस्तारै बिस्तारै हिँडे।", "सानो सानो घर", "घर घर पुगे।", "एक एक गरी", "के के ल्यायौ?", "हेर्दा हेर्दै", "राम, राम आए।"),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        blanks = [blank for blank in " \u00a0" if blank in text]
        for word in document.repeated():
            twice = [word + blank + word for blank in blanks]
            if any(pair in text for pair in twice) and is_slip(word):
                for pair in twice:
                    yield from self._pairs(text, word, pair)

    def _pairs(self, text: str, word: str, pair: str) -> Iterator[Diagnostic]:
        at = text.find(pair)
        while at >= 0:
            end = at + len(pair)
            if not WORD.match(text[at - 1 : at]) and not WORD.match(text[end : end + 1]):
                yield self.meta.diagnose(at, end, found=word, edits=(Edit(at + len(word), end, ""),))
            at = text.find(pair, end)


RULES = (BarForDanda(), StopForDanda(), UnpairedBracket(), RepeatedWord())
