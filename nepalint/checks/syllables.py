"""UNI: words whose syllables are not well-formed, and those that a converter of old fonts left in the wrong order."""

from collections.abc import Collection, Iterable
from functools import lru_cache

import regex

from nepalint.diagnostic import Applicability, Severity
from nepalint.language.frequency import hindi, nepali
from nepalint.language.misplaced_signs import heard, mended
from nepalint.rulebook import Bad, RuleMeta, WordHit, WordRule
from nepalint.rulebook.rule import narrowest
from nepalint.text.script import ANUSVARA, CHANDRABINDU, VIRAMA, VISARGA, ZWJ, ZWNJ
from nepalint.text.spelling import words_matching
from nepalint.text.syllables import CONSONANT, NASAL, SIGN, SUSPICIOUS, VOWEL_SIGN, Fault, flaws

_UNICODE = "The Unicode Standard, chapter 12: South and Central Asia-I, Devanagari"
_OLD_FONTS = "Converters from Preeti and other 8-bit fonts to Unicode: order of typing against order of Unicode"

_JOINERS = ZWNJ + ZWJ


@lru_cache(maxsize=1)
def _suspects(words: frozenset[str]) -> tuple[str, ...]:
    """The words in which signs may be crowded or on the wrong letter; the rules of this module ask one by one."""
    return tuple(words_matching(SUSPICIOUS, words))


def _crowded_at(word: str) -> int | None:
    """The first sign of `word` that its letter does not take; None where another rule mends it: the same sign again, a
    second nasal sign, a sign after a joiner."""
    for flaw in flaws(word):
        if flaw.fault is Fault.ORPHAN:  # UNI002 speaks of it, or the text shows signs by themselves
            return None
        if flaw.fault in (Fault.CARRIER, Fault.CROWDED):
            before, sign = word[flaw.at - 1], word[flaw.at]
            mended_elsewhere = before == sign or before in _JOINERS or {before, sign} == {CHANDRABINDU, ANUSVARA}
            return None if mended_elsewhere else flaw.at
    return None


class _SyllableRule(WordRule):
    """A rule for words that are not well-formed."""

    def candidates(self, words: Collection[str]) -> Iterable[str]:
        return _suspects(frozenset(words))


class DoubledSign(_SyllableRule):
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
    _pattern = regex.compile(rf"({SIGN})\1+")

    def examine(self, word: str) -> WordHit | None:
        match = self._pattern.search(word)
        if match is None:
            return None
        start, end = match.span()
        return WordHit(start, end, start, end, match[1])


class ImpossibleSign(_SyllableRule):
    """Signs that cannot stand together, or on that letter.

    What it does: reports a second vowel sign on a letter, a virama or nukta after a vowel sign, a vowel sign or virama
    on a vowel letter, a vowel sign after a nasal sign.
    Why: no letter carries both; a sign was typed too much, text was lost, or two words were run together.
    Example: `दे्दछ`; `भएकोे` is mended to `भएको`.
    Fix safety: offered where the counts know one word that differs by a sign, which a person should look at.
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
        bad=(
            Bad("बना दे्दछ।", None),
            Bad("उनले किाम गरे।", "उनले काम गरे।"),
            Bad("काम भएकोे थियो।", "काम भएको थियो।"),
            Bad("हामी बिहान हुादै पुग्यौँ।", "हामी बिहान हुँदै पुग्यौँ।"),
            Bad("यी कुरा याद गर्नुहोस्ः", "यी कुरा याद गर्नुहोस्:"),
        ),
        good=("बनाइदिन्छ।", "उनले काम गरे।", "हाँस र कुखुरा", "मात्रा यी हुन्: ािीुूेैोौ", "प्रायः अन्तःकरणले भन्छ।"),
    )

    def examine(self, word: str) -> WordHit | None:
        at = _crowded_at(word)
        if at is None:
            return None
        if word.endswith(VIRAMA + VISARGA):
            return WordHit(0, len(word), len(word) - 1, len(word), ":")
        meant = mended(word)
        if meant is None:
            return WordHit(*_around(word, at))
        return None if meant.reordered else WordHit(0, len(word), *narrowest(word, meant.form))


class DisplacedSign(_SyllableRule):
    """Signs in an order that only an old font needed, or that a slip of the hand made.

    What it does: puts a vowel sign, virama, nasal sign or reph back where it belongs.
    Why: 8-bit fonts keep signs in the order of typing; a converter that copies it leaves a word no program knows.
    Example: `फेबु्रअरी` is mended to `फेब्रुअरी`, `पि्रय` to `प्रिय`.
    Fix safety: the code points stay the same, the word as it stands is impossible, and the counts know the mended one;
    where they do not and only the shape speaks for it (थुपि्रएको), the fix is unsafe.
    References: The Unicode Standard, chapter 12; converters from Preeti.
    """

    meta = RuleMeta(
        code="UNI012",
        name="displaced-sign",
        severity=Severity.ERROR,
        applicability=Applicability.SAFE,
        message="‘{found}’ मा चिह्नको क्रम बिग्रिएको छ; शब्द ‘{fix}’ हो।",
        message_en="The signs of ‘{found}’ are out of order; the word is ‘{fix}’.",
        why="पुराना फन्टमा चिह्न देखिने क्रममा टाइप गरिन्थे; युनिकोडमा तिनको क्रम उच्चारणको हुन्छ। "
        "रूपान्तरणमा क्रम नमिल्दा शब्द खोज्न मिल्दैन।",
        why_en="Old fonts keep signs in the order in which they are seen, Unicode in the order in which they are said. "
        "Where a converter left them as they were, no search finds the word.",
        references=(_UNICODE, _OLD_FONTS),
        since="0.1",
        bad=(
            Bad("फेबु्रअरी महिनामा जाडो थियो।", "फेब्रुअरी महिनामा जाडो थियो।"),
            Bad("पि्रय साथी आए।", "प्रिय साथी आए।"),
            Bad("परविार ठूलो छ।", "परिवार ठूलो छ।"),
            Bad("स्िथति राम्रो छ।", "स्थिति राम्रो छ।"),
            Bad("काम हँुदै छ।", "काम हुँदै छ।"),
            Bad("दस वषर्ीय बालक", "दस वर्षीय बालक"),
            Bad("धुलो थुपि्रएको थियो।", "धुलो थुप्रिएको थियो।"),
        ),
        good=("फेब्रुअरी महिनामा जाडो थियो।", "प्रिय साथी आए।", "‘ि’ अक्षरअघि देखिन्छ।", "वर्षा र परिवार"),
    )

    def examine(self, word: str) -> WordHit | None:
        meant = mended(word) if _crowded_at(word) is not None else None
        if meant is None or not meant.reordered:
            return None
        applicability = None if meant.known else Applicability.UNSAFE
        return WordHit(0, len(word), *narrowest(word, meant.form), applicability=applicability)


class TwoNasals(_SyllableRule):
    """Chandrabindu and anusvara on one letter.

    What it does: keeps one of the two: the one with which the word is commoner, else the chandrabindu.
    Why: both say that the vowel is nasal; the second shows on top of the first or not at all.
    Example: `जांँदा` is mended to `जाँदा`.
    Fix safety: what is left says the same.
    References: The Unicode Standard, chapter 12.
    """

    meta = RuleMeta(
        code="UNI013",
        name="two-nasal-signs",
        severity=Severity.ERROR,
        applicability=Applicability.SAFE,
        message="एउटै अक्षरमा चन्द्रविन्दु र शिरविन्दु दुवै छन्; एउटा मात्र चाहिन्छ।",
        message_en="One letter has both chandrabindu and anusvara; it takes one.",
        why="दुवै चिह्नले स्वर नाके हो भन्छन्; सँगै राख्दा एउटामाथि अर्को खप्टिन्छ र शब्द खोज्न मिल्दैन।",
        why_en="Both say that the vowel is nasal; together one hides the other, and no search finds the word.",
        references=(_UNICODE,),
        since="0.1",
        bad=(Bad("पानी बग्दै जांँदा", "पानी बग्दै जाँदा"), Bad("पाहुना संँख्या", "पाहुना संख्या")),
        good=("तपाईंको घर", "तपाईँको घर", "ँ र ं दुई चिह्न हुन्।"),
    )
    _pattern = regex.compile(f"(?<!{NASAL})(?:{CHANDRABINDU}{ANUSVARA}|{ANUSVARA}{CHANDRABINDU})(?!{NASAL})")

    def examine(self, word: str) -> WordHit | None:
        match = self._pattern.search(word)
        if match is None or not match.start():
            return None
        start, end = match.span()
        forms = {sign: word[:start] + sign + word[end:] for sign in (CHANDRABINDU, ANUSVARA)}
        kept = max(forms, key=lambda sign: (nepali(forms[sign]), heard(forms[sign])))
        return WordHit(start, end, start, end, kept)


class DisplacedReph(WordRule):
    """A reph after the syllable over which it belongs.

    What it does: puts र् before the consonant over which it is seen, where only then the word is known.
    Why: 8-bit fonts type the reph after the syllable it sits on, and some converters leave it there.
    Example: `कायर्क्रम` is mended to `कार्यक्रम`.
    Fix safety: unsafe: the word as it stands could be written, though nobody was seen to write it.
    References: The Unicode Standard, chapter 12; converters from Preeti.
    """

    meta = RuleMeta(
        code="UNI014",
        name="displaced-reph",
        message="‘{found}’ मा रेफ सरेको छ; शब्द ‘{fix}’ हो।",
        message_en="The reph of ‘{found}’ has moved; the word is ‘{fix}’.",
        why="पुराना फन्टमा रेफ आफू बस्ने अक्षरपछि टाइप गरिन्थ्यो; युनिकोडमा र् त्यस अक्षरभन्दा अघि आउँछ।",
        why_en="Old fonts type the reph after the letter it sits on; in Unicode र् comes before that letter.",
        references=(_UNICODE, _OLD_FONTS),
        since="0.1",
        bad=(Bad("बिहान कायर्क्रम सुरु भयो।", "बिहान कार्यक्रम सुरु भयो।"), Bad("यो वषर् पानी परेन।", "यो वर्ष पानी परेन।")),
        good=("बिहान कार्यक्रम सुरु भयो।", "उनले काम गर्छन्।", "कम्प्युटर सर्भर चल्यो।", "घरभर्सम्म"),
    )
    literals = ("र्",)
    _pattern = regex.compile(rf"(?P<syllable>(?:{CONSONANT}{VIRAMA})*{CONSONANT}{VOWEL_SIGN}?{NASAL}?)र्(?!\u200D)")
    _least = 10

    def examine(self, word: str) -> WordHit | None:
        if nepali(word) or hindi(word):
            return None
        for match in self._pattern.finditer(word, overlapped=True):
            start, end = match.span()
            form = word[:start] + "र्" + match["syllable"] + word[end:]
            if heard(form) >= self._least > heard(word):
                return WordHit(0, len(word), *narrowest(word, form))
        return None


def _around(word: str, at: int) -> tuple[int, int]:
    """The letter with the sign at `at` and whatever signs are beside it."""
    start = at - 1
    while start and not regex.match(rf"{CONSONANT}|[\u0904-\u0914]", word[start]):
        start -= 1
    return start, at + 1


RULES = (DoubledSign(), ImpossibleSign(), DisplacedSign(), TwoNasals(), DisplacedReph())
