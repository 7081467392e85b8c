"""What all Nepali nominals share: the suffixes that decline them, and the names of the slots.

A form is named by its number and what is written on it: `sg.nom`, `pl.dat`, `sg.gen.m`, and stacked, from the inside
out, `pl.with.gen.m` for विद्यार्थीहरूसँगको. The suffixes, their names and their order are those of `rules/suffixes.toml`.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from nepalint.knowledge.suffixes import Suffix, suffix_table
from nepalint.language.morphology import Form
from nepalint.text.script import CONSONANTS

PLURAL = "हरू"
PLURAL_SLOT = "pl"
NOMINATIVE = "nom"
GENITIVE = "genitive"
CASES = ("case", "locative", GENITIVE)
"""The classes of suffixes that mark case, as the rule file names them."""
PLACE = "place"
COMPARISON = "comparison"
AGREEMENT = {"m": "ो", "pl": "ा", "f": "ी", "emph": "ै"}
"""The vowels of words that agree (राम्रो, मेरो), by slot."""
O = AGREEMENT["m"]  # noqa: E741
A = AGREEMENT["pl"]
EMPHATIC = AGREEMENT["emph"]


class Ending(NamedTuple):
    """What is written after a stem in one slot: the first is the standard one. `kind` is the class of the outermost."""

    slot: str
    forms: tuple[str, ...]
    kind: str


@cache
def endings() -> tuple[Ending, ...]:
    """The single endings: case, postpositions, comparison; ones with the same slot are alternatives."""
    slots: dict[str, tuple[list[str], str]] = {}
    for suffix in suffix_table().suffixes:
        if suffix.standard is None and suffix.kind in (*CASES, PLACE, COMPARISON):
            slots.setdefault(suffix.slot, ([], suffix.kind))[0].append(suffix.form)
    return tuple(Ending(slot, tuple(forms), kind) for slot, (forms, kind) in slots.items())


@cache
def stacked_endings() -> tuple[Ending, ...]:
    """A postposition with a genitive on it, where the order of suffixes allows it: -भित्रको, -सँगका."""
    allowed = suffix_table().order[GENITIVE]
    genitives = [ending for ending in endings() if ending.kind == GENITIVE]
    return tuple(
        Ending(f"{inner.slot}.{outer.slot}", tuple(a + b for a in inner.forms for b in outer.forms), outer.kind)
        for inner in endings()
        if inner.kind == PLACE and inner.kind in allowed
        for outer in genitives
    )


def decline(
    number: str, stems: tuple[str, ...], *, bare: bool = True, stacked: bool = False, kinds: tuple[str, ...] = ()
) -> Iterator[Form]:
    """The forms of one number: `stems` (the standard one first) with every ending.

    `bare` adds the stems themselves as the nominative; `stacked` adds postpositions with a genitive; `kinds` restricts
    the endings to these classes.
    """
    if bare:
        yield Form(f"{number}.{NOMINATIVE}", stems[0], stems[1:])
    for ending in (*endings(), *(stacked_endings() if stacked else ())):
        if not kinds or ending.kind in kinds:
            surfaces = [stem + form for stem in stems for form in ending.forms]
            yield Form(f"{number}.{ending.slot}", surfaces[0], tuple(surfaces[1:]))


def slot_of(suffixes: tuple[Suffix, ...], number: str = "sg") -> str:
    """The name of the slot that a chain of suffixes fills on a stem of this number."""
    rest = [suffix.slot for suffix in suffixes]
    if rest and rest[0] == PLURAL_SLOT:
        number = rest.pop(0)
    return ".".join((number, *rest)) if rest else f"{number}.{NOMINATIVE}"


@lru_cache(1 << 10)
def slot_of_forms(forms: tuple[str, ...]) -> str:
    """The same for suffixes as they are written, on a noun."""
    named = {suffix.form: suffix for suffix in suffix_table().suffixes}
    return slot_of(tuple(named[form] for form in forms))


def with_emphasis(word: str) -> str | None:
    """`word` with -ै, where it takes the place of the last vowel: काम → कामै, छोरो → छोरै; `None` elsewhere."""
    if word[-1] in CONSONANTS:
        return word + EMPHATIC
    if word[-1] == O:
        return word[:-1] + EMPHATIC
    return None


def without_emphasis(word: str) -> tuple[str, ...]:
    """What `with_emphasis` may have been given to make `word`."""
    if len(word) < 2 or word[-1] != EMPHATIC or word[-2] not in CONSONANTS:
        return ()
    return word[:-1], word[:-1] + O
