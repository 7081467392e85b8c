"""What became of a Hindi phrase in the converter, told by comparing its output with the right Nepali.

The labels are those of the gold: `hi` for a Hindi word left as it was, `hi_orth` for a word of both languages in Hindi
spelling, `mixed` for a Hindi stem with a Nepali ending or the reverse, `corrupt` for what a replacement broke, `calque`
for a Nepali word that is the wrong one here. What equals the right Nepali has no label.
"""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

import regex

from scripts.converter_chain import LETTER, OWN, Glyph, Step, surface_of

SEVERITY = ("calque", "hi", "mixed", "corrupt")
"""Of the steps that had a part in a wrong token, the one that stands last here names it."""

OVERRIDES = frozenset({*SEVERITY, "hi_orth", "ort"})
NASALS = regex.compile(r"[ङञणनम]्(?=[क-ह])|ँ")
FOLDED = str.maketrans("ीूईऊशषवण", "िुइउससबन", "़\u200c\u200d")


class Unit(NamedTuple):
    """A Hindi phrase with its right Nepali, stem and suffix."""

    hindi: str
    stem: str
    suffix: str
    notes: tuple[str, ...]

    @property
    def right(self) -> str:
        """The right Nepali."""
        return self.stem + self.suffix


class Mark(NamedTuple):
    """A marked stretch of a unit's output, in code points, end exclusive; `right` None: no right form is given."""

    start: int
    end: int
    labels: tuple[str, ...]
    right: str | None = None


def folded(word: str) -> str:
    """The word without what spelling alone decides: vowel length, class nasals, sibilants, व and ब, nukta, halant."""
    return NASALS.sub("ं", word).translate(FOLDED).replace("त्त्ब", "त्ब").removesuffix("्")


CASES = "हरू ले लाई बाट देखि सम्म सँग भन्दा पछि अघि द्वारा माथि भित्र भित्रै नजिक मध्ये कहाँ तिर मा को का की"
ENDINGS = regex.compile("(?:" + "|".join(map(folded, CASES.split())) + ")*")


@cache
def shared_words() -> frozenset[str]:
    """Words that are Nepali as well as Hindi, so that finding one where another is due is no mark of Hindi."""
    return frozenset(tomllib.loads((OWN / "converter_steps.toml").read_text("utf-8"))["shared"])


def steps_of(glyphs: Iterable[Glyph]) -> frozenset[Step]:
    """The steps that had a part in some glyphs."""
    return frozenset[Step]().union(*(glyph.steps for glyph in glyphs))


def worst(steps: Iterable[Step]) -> str | None:
    """The gravest damage that the steps can leave."""
    return max((step.leaves for step in steps), key=SEVERITY.index, default=None)


def is_nepali(step: Step) -> bool:
    """Whether what the step writes is a Nepali word, if a word of its own."""
    return step.leaves not in {"hi", "mixed"} and regex.fullmatch(rf"{LETTER}+", step.target) is not None


def stem_length(chunk: Sequence[Glyph]) -> int:
    """Where the inflection begins that the steps wrote at the end of a token."""
    cut = len(chunk)
    while cut and chunk[cut - 1].steps and all(step.suffix for step in chunk[cut - 1].steps):
        cut -= 1
    while 0 < cut < len(chunk) and regex.match(r"\p{M}", chunk[cut].char):
        cut += 1  # the vowel sign before a plural is the stem's
    return cut


def stem_label(chunk: Sequence[Glyph]) -> str | None:
    """What is wrong with a token of which only the Hindi is known; None for a Nepali word."""
    cut = stem_length(chunk)
    stem, ending = surface_of(chunk[:cut]), steps_of(chunk[cut:])
    causes = steps_of(chunk[:cut])
    if chunk and regex.match(r"\p{M}", chunk[0].char):
        return "corrupt"
    if not stem or stem in shared_words() or any(stem == step.target and is_nepali(step) for step in causes):
        return "calque"
    label = worst(causes)
    if label not in {None, "hi"}:
        return label
    if any(step.leaves == "corrupt" for step in ending):
        return "corrupt"
    return "mixed" if ending else "hi"


def token_label(chunk: Sequence[Glyph], right: str) -> str | None:
    """What is wrong with a token whose right form is known."""
    surface = surface_of(chunk)
    if surface == right:
        return None
    if folded(surface) == folded(right):
        return "mixed" if "िहरू" in surface and "ीहरू" in right else "hi_orth"
    cut = stem_length(chunk)
    stem = surface[:cut]
    if stem and folded(right).startswith(folded(stem)) and not regex.match(r"\p{M}", stem):
        if ENDINGS.fullmatch(folded(right)[len(folded(stem)) :]):
            if right.startswith(stem):
                return "calque"
            return "mixed" if stem.endswith("ि") and surface.startswith("हरू", cut) else "hi_orth"
        if any(step.kind != "joined" for step in steps_of(chunk[cut:])):
            return "corrupt"  # the plural took letters of the stem with it
    return stem_label(chunk)


def phrase_label(chunk: Sequence[Glyph], right: Sequence[str]) -> str | None:
    """What is wrong with a token of a phrase that is mended as a whole."""
    stem = surface_of(chunk[: stem_length(chunk)])
    for word in right:
        if stem and folded(word).startswith(folded(stem)) and ENDINGS.fullmatch(folded(word)[len(folded(stem)) :]):
            return None if word.startswith(stem) else "hi_orth"
    label = stem_label(chunk)
    return None if label == "calque" else label


def is_safe(label: str, hindi: str, chunk: Sequence[Glyph], right: str) -> bool:
    """Whether the token itself says what its one right form is.

    So it is where only spelling differs, where the step says so, and where the right word is the Hindi word respelt.
    """
    surface = surface_of(chunk)
    if label != "calque" and folded(surface) == folded(right):
        return True
    if any(step.safe for step in steps_of(chunk)):
        return True
    if label != "corrupt" or not right.endswith(surface[stem_length(chunk) :]):
        return False
    pairs = zip(folded(hindi), folded(right), strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return alike >= max(4, len(folded(hindi)) - 2)


def token_marks(glyphs: Sequence[Glyph], unit: Unit) -> list[Mark]:
    """The marks of a unit's output: token by token where it pairs with the right Nepali, else one for the phrase."""
    hindi, right = unit.hindi.split(), unit.right.split()
    bounds = [match.span() for match in regex.finditer(r"\S+", surface_of(glyphs))]
    chunks = [glyphs[start:end] for start, end in bounds]
    words = [surface_of(chunk) for chunk in chunks]
    override = next((note for note in unit.notes if note in OVERRIDES), None)
    if len(words) == len(right):
        marks = []
        for index, (chunk, due) in enumerate(zip(chunks, right, strict=True)):
            if label := token_label(chunk, due):
                label = override or label
                safe = is_safe(label, hindi[min(index, len(hindi) - 1)], chunk, due)
                safe = safe and "unsafe" not in unit.notes
                marks.append(Mark(*bounds[index], (label, "safe") if safe else (label,), due))
        return marks
    least = min(len(words), len(right))
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, right, strict=False)))
    back = zip(reversed(words), reversed(right), strict=False)
    tail = min(least - head, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], back)))
    if head + tail == least:
        # A word too many or too few: a neighbour goes into the mark, so that what is right can be written there.
        head, tail = (head - 1, tail) if head else (head, tail - 1)
    span = range(head, len(words) - tail)
    middle = right[head : len(right) - tail]
    labels = {index: phrase_label(chunks[index], middle) for index in span}
    whole = bounds[span[0]][0], bounds[span[-1]][1]
    kinds = set(labels.values())
    if override or len(kinds) == 1:
        label = override or kinds.pop() or "calque"
        safe = len(middle) == 1 and is_safe(label, hindi[0], glyphs[slice(*whole)], middle[0])
        return [Mark(*whole, (label, "safe") if safe else (label,), " ".join(middle))]
    inner = [Mark(*bounds[index], (label,)) for index, label in labels.items() if label]
    return [Mark(*whole, ("hin",), " ".join(middle)), *inner]


def fact_marks(glyphs: Sequence[Glyph], unit: Unit, fact: str) -> list[Mark]:
    """The marks of a unit that is a name or a date: the stem, and the suffix where it is the wrong one."""
    surface = surface_of(glyphs)
    kept = unit.suffix and surface.endswith(unit.suffix)
    cut = len(surface) - len(unit.suffix) if kept else stem_length(glyphs)
    stem, suffix = surface[:cut], surface[cut:]
    wrong_suffix = suffix != unit.suffix
    if fact != "name":
        marks = [Mark(cut, len(surface), ("calque",), unit.suffix)] if wrong_suffix else []
        return [Mark(0, cut, (fact,)), *marks, *token_marks(glyphs[:cut], unit._replace(suffix=""))]
    broken = worst(steps_of(glyphs[:cut])) in {"mixed", "corrupt"}
    if broken and wrong_suffix:
        return [Mark(0, len(surface), ("corrupt", f"name={unit.stem}"), unit.right)]
    outer = [Mark(0, len(surface), ("calque",), unit.right)] if wrong_suffix else []
    if stem == unit.stem:
        return [*outer, Mark(0, cut, (f"name={unit.stem}",))]
    return [*outer, Mark(0, cut, ("corrupt" if broken else "nam", f"name={unit.stem}"), unit.stem)]


def unit_marks(glyphs: Sequence[Glyph], unit: Unit) -> list[Mark]:
    """All marks of a unit's output."""
    for note in unit.notes:
        if note == "name" or note.startswith(("date=", "bs=")):
            return fact_marks(glyphs, unit, note)
    marks = token_marks(glyphs, unit)
    if "loan" in unit.notes and not marks:
        surface = surface_of(glyphs)
        word = regex.match(rf"{LETTER}+(-{LETTER}+)*", surface)
        return [Mark(0, word.end() if word else len(surface), ("loan",))]
    return marks
