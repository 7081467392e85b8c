"""HIN: steps of the mechanical converter that counts of both languages can undo."""

from nepalint.diagnostic import Applicability, Severity
from nepalint.language.frequency import hindi, nepali
from nepalint.language.suffixes import cut
from nepalint.rulebook import Bad, RuleMeta, WordHit, WordRule
from nepalint.rulebook.rule import narrowest

PLURALS = ("हरू", "हरु")
LEAST = 5
RATIO = 8
COMMON = 30
"""A noun this common needs no Hindi witness, if the stem found is no word of either language."""


class ConvertedPlural(WordRule):
    """A plural made from the Hindi oblique plural, with the Hindi stem left in it.

    What it does: reports stem + हरू where the stem is no Nepali word, Hindi has the oblique plural (-ों, -यों) of
    that very stem or the noun is very common, and one restored letter (य, ा, or ी for ि) gives a common Nepali word.
    Why: a converter rewrote ों and यों as हरू and ate the end of the stem.
    Example: `विद्यालहरू` came from विद्यालयों and is mended to `विद्यालयहरू`.
    Fix safety: three counts must agree, and stems that are Nepali words (समिति, जाति) are never touched. Unsafe all the
    same: Nepali may want the singular or another noun where Hindi had this plural (कपड़ों का is कपडाको).
    References: the converter's steps ों → हरू, यों → हरू.
    """

    literals = PLURALS
    meta = RuleMeta(
        code="HIN005",
        name="converted-plural",
        applicability=Applicability.UNSAFE,
        severity=Severity.WARNING,
        message="‘{found}’ हिन्दी बहुवचनको यान्त्रिक रूपान्तरणबाट बिग्रिएको छ; मूल शब्द ‘{fix}’ हो।",
        message_en="‘{found}’ is left over from a Hindi plural converted by machine; the noun is ‘{fix}’.",
        why="रूपान्तरणले हिन्दीको ‘-ों’ र ‘-यों’ लाई ‘-हरू’ बनाउँदा मूल शब्दको अन्त्य पनि मेटिएको वा ह्रस्व भएको छ।",
        why_en="The converter wrote -हरू for the Hindi -ों and -यों and took the end of the noun with it, "
        "or left the short vowel of the Hindi oblique.",
        references=("The mechanical Hindi-Nepali converter: ों, यों → हरू",),
        since="0.1",
        bad=(
            Bad("विद्यालहरूको निरीक्षक", "विद्यालयहरूको निरीक्षक"),
            Bad("कारखानहरूमा काम बढ्यो।", "कारखानाहरूमा काम बढ्यो।"),
            Bad("विरोधिहरूको भीड लाग्यो।", "विरोधीहरूको भीड लाग्यो।"),
        ),
        good=("समितिहरूको बैठक", "विद्यालयहरू खुले।", "जातिहरू र कृतिहरू", "मानिसहरू आए।", "किनारहरू", "घाटहरूमा"),
    )

    def examine(self, word: str) -> WordHit | None:
        stem, suffixes = cut(word)
        if not suffixes or suffixes[0] not in PLURALS:
            return None
        known = nepali(stem)
        for right, oblique in self._sources(stem):
            if right == stem + "ा" and (hindi(stem) or known >= 2 * LEAST):
                continue  # किनार beside किनारा, घाट beside घाटा: a noun of its own, and -ों may come from it
            attested = hindi(oblique) or not (known or hindi(stem) or nepali(right) < COMMON)
            if attested and nepali(right) >= max(LEAST, RATIO * known):
                start, end, replacement = narrowest(stem, right)
                why = f"हिन्दी ‘{oblique}’, नेपाली ‘{right}’"
                return WordHit(0, len(stem), start, end, replacement, why, f"Hindi {oblique}, Nepali {right}")
        return None

    @staticmethod
    def _sources(stem: str) -> tuple[tuple[str, str], ...]:
        """Nepali nouns that `stem` may stand for, each with the Hindi oblique plural that it would come from."""
        if stem.endswith("ि"):
            return ((stem[:-1] + "ी", stem + "यों"),)
        return ((stem + "य", stem + "यों"), (stem + "ा", stem + "ों"))


RULES = (ConvertedPlural(),)
