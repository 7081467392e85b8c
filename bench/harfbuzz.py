"""Whether a word is well-formed, asked of `nepalint.text.syllables` and of HarfBuzz with Noto Sans Devanagari.

    python -m bench.harfbuzz [--count N] [--seed N] [--at-least SHARE] [--write]

HarfBuzz draws a dotted circle where a sign has nothing to stand on. It is asked about words of the lexicon with none to
two random changes, and about random strings of Devanagari code points and joiners, all in NFC. It lets pass more than
Nepali writing does; the classes of such texts are a closed list, and whatever else the two disagree on is counted.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple
from unicodedata import normalize

import regex
import uharfbuzz

from nepalint.knowledge.lexicon import lexicon
from nepalint.text.script import ZWJ, ZWNJ
from nepalint.text.syllables import VOWEL_SIGN, Fault, Flaw, flaws

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "tests" / "fonts" / "NotoSansDevanagari-Regular.ttf"
PAGE = ROOT / "docs" / "measurements.md"
START, END = "<!-- harfbuzz: start -->", "<!-- harfbuzz: end -->"
COUNT = 50_000
LONGEST = 6
"""Code points of the longest random string: longer ones are hardly ever well-formed."""
AT_LEAST = 0.995
ALPHABET = (*map(chr, range(0x900, 0x980)), ZWNJ, ZWJ)
DOTTED_CIRCLE = 0x25CC


class Class(NamedTuple):
    """A class of texts that HarfBuzz draws without a dotted circle and that are not well-formed all the same."""

    name: str
    example: str
    reason: str


CLASSES = (
    Class(
        "stacked vowel signs",
        "कोा",
        "the shaper takes any number of vowel signs, each with a nukta and a virama; a letter has one",
    ),
    Class(
        "stacked end signs",
        "कंँ",
        "the shaper takes two nasal signs or visargas, and any of them after a virama; a syllable has one nasal sign, "
        "then one visarga, and a virama leaves nothing to nasalise",
    ),
    Class(
        "other carriers",
        "एि",
        "the shaper lets vowel letters, the avagraha and digits carry what a consonant does, but for the vowels that "
        "this would spell in pieces, as in ‘अा’; Nepali puts vowel signs, viramas and nuktas on consonants alone",
    ),
    Class(
        "idle joiners",
        "क\u200dा",
        "the shaper passes over a joiner that follows no virama; there it joins nothing (UNI007)",
    ),
)
_STACK = regex.compile(rf"(?r){VOWEL_SIGN}[\u093C\u094D{ZWNJ}{ZWJ}]*|\u093C")
_END = regex.compile(r"[\u0900-\u0903\u0951-\u0954]")
_BEFORE_END = regex.compile(r"[\u0900-\u0903\u094D\u0951-\u0954]")


class Shaper:
    """HarfBuzz with one font."""

    def __init__(self, font: Path = FONT) -> None:
        self._font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font))))
        self._circle = self._font.get_nominal_glyph(DOTTED_CIRCLE)

    def accepts(self, text: str) -> bool:
        """Whether `text`, which holds no dotted circle, is drawn without one."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "ltr", "Deva", "ne"
        uharfbuzz.shape(self._font, buffer)
        return all(glyph.codepoint != self._circle for glyph in buffer.glyph_infos)


class Comparison(NamedTuple):
    """What came out for one kind of texts: their number, the well-formed among them, and the disagreements."""

    texts: int
    well_formed: int
    of_class: Counter[str]
    others: list[str]

    @property
    def agreement(self) -> float:
        """The share of the texts outside the classes on which both say the same."""
        outside = self.texts - self.of_class.total()
        return 1 - len(self.others) / outside if outside else 0.0


def compare(texts: Iterator[str], shaper: Shaper) -> Comparison:
    """Asks both about each of `texts`."""
    count = good = 0
    of_class: Counter[str] = Counter()
    others: list[str] = []
    for text in texts:
        count += 1
        found = list(flaws(text))
        good += not found
        if shaper.accepts(text) == (not found):
            continue
        classes = [class_of(text, flaw) for flaw in found]
        if found and None not in classes:
            of_class[str(classes[0])] += 1
        else:
            others.append(text)
    return Comparison(count, good, of_class, others)


def class_of(text: str, flaw: Flaw) -> str | None:
    """The class of disagreements that a flaw belongs to, or None."""
    before = text[: flaw.at]
    if flaw.fault is Fault.JOINER or (flaw.fault is Fault.CROWDED and before[-1] in ZWNJ + ZWJ):
        return CLASSES[3].name
    if flaw.fault is Fault.CARRIER:
        return CLASSES[2].name
    if flaw.fault is Fault.CROWDED and _END.match(text, flaw.at) and _BEFORE_END.match(before[-1]):
        return CLASSES[1].name
    if flaw.fault is Fault.CROWDED and not _END.match(text, flaw.at) and _STACK.match(before):
        return CLASSES[0].name
    return None


def mutated_words(random: Random) -> Iterator[str]:
    """Words of the lexicon with none to two code points put in, taken out or exchanged."""
    words = sorted(lexicon())
    while True:
        letters = list(random.choice(words))
        for _ in range(random.randint(0, 2)):
            place = random.randrange(len(letters) + 1)
            if place == len(letters) or random.random() < 1 / 3:
                letters.insert(place, random.choice(ALPHABET))
            elif len(letters) > 1 and random.random() < 1 / 2:
                del letters[place]
            else:
                letters[place] = random.choice(ALPHABET)
        yield normalize("NFC", "".join(letters))


def random_strings(random: Random) -> Iterator[str]:
    """Strings of one to `LONGEST` code points."""
    while True:
        yield normalize("NFC", "".join(random.choices(ALPHABET, k=random.randint(1, LONGEST))))


def measure(count: int, seed: int) -> dict[str, Comparison]:
    """Both comparisons, of `count` texts each."""
    shaper = Shaper()
    kinds = {"words of the lexicon, 0 to 2 changes": mutated_words, f"random strings of 1 to {LONGEST}": random_strings}
    return {
        name: compare((text for _, text in zip(range(count), made(Random(seed)), strict=False)), shaper)
        for name, made in kinds.items()
    }


def table(found: dict[str, Comparison]) -> str:
    """The comparisons and the classes, in Markdown."""
    lines = [
        f"HarfBuzz {uharfbuzz.version_string()}, {FONT.stem}.",
        "",
        "| texts | number | well-formed | in the classes below | other disagreements | agreement outside the classes |",
        "|---|---|---|---|---|---|",
    ]
    for name, one in found.items():
        lines.append(
            f"| {name} | {one.texts:,} | {one.well_formed:,} | {one.of_class.total():,} | {len(one.others):,} "
            f"| {one.agreement:.4f} |"
        )
    lines += ["", "| class | texts | example | why HarfBuzz lets it pass |", "|---|---|---|---|"]
    for one_class in CLASSES:
        texts = sum(one.of_class[one_class.name] for one in found.values())
        shown = one_class.example.encode("unicode_escape").decode().replace("\\u", " U+").upper().strip()
        lines.append(f"| {one_class.name} | {texts:,} | `{one_class.example}` ({shown}) | {one_class.reason} |")
    return "\n".join(lines)


def main() -> int:
    """Prints the comparison; 1 if the agreement is lower than asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.harfbuzz", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=COUNT, help="texts of each kind (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-least", type=float, default=AT_LEAST, metavar="SHARE", help="default %(default)s")
    parser.add_argument("--write", action="store_true", help=f"keep the result in {PAGE.parent.name}/{PAGE.name}")
    options = parser.parse_args()
    found = measure(options.count, options.seed)
    result = table(found)
    print(result)
    for name, one in found.items():
        for text in one.others[:20]:
            print(f"{name}: {text!a}", file=sys.stderr)
    if options.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
        after = rest.partition(END)[2]
        PAGE.write_text(f"{before}{START}\n{result}\n{END}{after}", encoding="utf-8")
    return int(any(one.agreement < options.at_least for one in found.values()))


if __name__ == "__main__":
    sys.exit(main())
