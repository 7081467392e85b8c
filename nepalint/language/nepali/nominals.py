"""Nepali nouns, names and adjectives: every form of a word, and every word that a form may be of.

`inflect` and `analyse` work from one description: the suffixes of `rules/suffixes.toml` with their order, the
adjectives of `rules/nepali/adjectives.tsv`, and the nouns and adjectives of the vocabulary. Which other words are nouns
the caller may say; else the word counts are asked which stems take suffixes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from nepalint.knowledge.nepali_nominals import adjectives
from nepalint.knowledge.suffixes import Suffix
from nepalint.knowledge.vocabulary import words_of
from nepalint.language.morphology import Form, Reading
from nepalint.language.nepali import numerals, pronouns
from nepalint.language.nepali.declension import (
    AGREEMENT,
    EMPHATIC,
    PLURAL,
    PLURAL_SLOT,
    A,
    O,
    decline,
    slot_of,
    with_emphasis,
    without_emphasis,
)
from nepalint.language.suffixes import chains, cut, stands_as_stem
from nepalint.text.script import is_word

NOUN = "noun"
NAME = "name"
ADJECTIVE = "adjective"
BASE = "base"
"""The slot of an adjective that does not agree."""
EMPH = "emph"
COMPARATIVE = "comparative"
SUPERLATIVE = "superlative"


def inflect(lemma: str, pos: str, *, stacked: bool = False) -> Iterator[Form]:
    """The forms of a noun, name, adjective, pronoun or numeral; nothing for another part of speech, or for no word.

    `stacked` adds postpositions with a genitive (घरभित्रको) to nouns and names.
    """
    if not is_word(lemma):
        return
    if pos == NOUN:
        yield from _noun(lemma, stacked)
    elif pos == NAME:
        yield from decline("sg", (lemma,), stacked=stacked)
        yield from decline("pl", (lemma + PLURAL,), stacked=stacked)
    elif pos == ADJECTIVE:
        yield from _adjective(lemma)
    elif pos == pronouns.POS:
        yield from pronouns.inflect(lemma)
    elif pos == numerals.POS:
        yield from numerals.inflect(lemma)


def analyse(word: str, is_noun: Callable[[str], bool] | None = None) -> tuple[Reading, ...]:
    """The readings of `word` as a form of an adjective or noun, the likeliest noun first.

    `is_noun` says which lemmas are nouns or names, and then every reading that the suffixes allow is given. Without it
    a noun is what the suffix cutter takes for a stem, or what was seen with suffixes.
    """
    found: list[Reading] = []
    nouns: list[Reading] = []
    likeliest = cut(word).stem
    shortest = len(likeliest) if is_noun is None else 0
    adjectival = adjective_forms()
    for stem, suffixes in chains(word):
        for lemma, slot in adjectival.get(stem, ()):
            if not suffixes:
                found.append(Reading(lemma, ADJECTIVE, slot))
            elif slot not in _CLOSED:
                found.append(Reading(lemma, ADJECTIVE, slot_of(suffixes, "f" if slot == "f" else "sg")))
        if len(stem) < shortest:
            continue
        is_cut = stem == likeliest != word
        if is_noun(stem) if is_noun is not None else _looks_like_noun(stem, is_cut):
            nouns.insert(0 if stem == likeliest else len(nouns), Reading(stem, NOUN, slot_of(suffixes)))
        for lemma, slot in _other_lemmas(stem, suffixes):
            if is_noun(lemma) if is_noun is not None else _looks_like_noun(lemma):
                nouns.append(Reading(lemma, NOUN, slot))
    return tuple(dict.fromkeys(found + nouns))


def _noun(lemma: str, stacked: bool) -> Iterator[Form]:
    """Nouns in -ो have -ा before -हरू, and often before other suffixes: छोरो, छोराले, छोराहरू."""
    if not lemma.endswith(O):
        yield from decline("sg", (lemma,), stacked=stacked)
        plural: tuple[str, ...] = (lemma + PLURAL,)
    else:
        oblique = lemma[:-1] + A
        yield Form("sg.nom", lemma)
        yield from decline("sg", (lemma, oblique), bare=False, stacked=stacked)
        plural = (oblique + PLURAL, lemma + PLURAL)
    if emphatic := with_emphasis(lemma):
        yield Form(f"sg.{EMPH}", emphatic)
    yield from decline(PLURAL_SLOT, plural, stacked=stacked)


def _adjective(lemma: str) -> Iterator[Form]:
    """The forms before a noun, the degrees, and the adjective in place of a noun: ठूलाले, ठूलाहरूलाई."""
    if lemma.endswith(O):
        for slot, vowel in AGREEMENT.items():
            yield Form(slot, lemma[:-1] + vowel)
        plain: tuple[str, ...] = (lemma[:-1] + A, lemma)
    else:
        yield Form(BASE, lemma)
        if emphatic := with_emphasis(lemma):
            yield Form(EMPH, emphatic)
        plain = (lemma,)
    entry = adjectives().get(lemma)
    if entry is not None and entry.comparative:
        yield Form(COMPARATIVE, entry.comparative)
        yield Form(SUPERLATIVE, entry.superlative)
    yield from decline("sg", plain, bare=False)
    if lemma.endswith(O):
        yield from decline("f", (lemma[:-1] + AGREEMENT["f"],), bare=False)
    yield from decline(PLURAL_SLOT, tuple(stem + PLURAL for stem in plain))


_CLOSED = (COMPARATIVE, SUPERLATIVE, EMPH)
"""Slots whose forms take no suffix."""


@cache
def adjective_forms() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The forms that listed adjectives have before a noun, with lemma and slot."""
    index: dict[str, tuple[tuple[str, str], ...]] = {}
    for lemma, entry in adjectives().items():
        stem = lemma[:-1]
        forms = [(stem + vowel, slot) for slot, vowel in AGREEMENT.items()] if entry.agrees else [(lemma, BASE)]
        if not entry.agrees and (emphatic := with_emphasis(lemma)):
            forms.append((emphatic, EMPH))
        forms += [(entry.comparative, COMPARATIVE), (entry.superlative, SUPERLATIVE)] if entry.comparative else []
        for form, slot in forms:
            index[form] = (*index.get(form, ()), (lemma, slot))
    for lemma in words_of(ADJECTIVE):
        index[lemma] = (*index.get(lemma, ()), (lemma, BASE))
        if emphatic := with_emphasis(lemma):
            index[emphatic] = (*index.get(emphatic, ()), (lemma, EMPH))
    return index


def _other_lemmas(stem: str, suffixes: tuple[Suffix, ...]) -> Iterable[tuple[str, str]]:
    """The nouns that `stem` with `suffixes` may be a form of when it is none itself, with the slot."""
    if not suffixes:
        return [(lemma, f"sg.{EMPH}") for lemma in without_emphasis(stem)] if stem.endswith(EMPHATIC) else ()
    return ((stem[:-1] + O, slot_of(suffixes)),) if stem.endswith(A) and len(stem) > 1 else ()


def _looks_like_noun(lemma: str, is_cut: bool = False) -> bool:
    """Whether the vocabulary, or word counts and closed lists, let `lemma` be a noun; `is_cut`: the cutter's stem."""
    return lemma in words_of(NOUN) or (lemma not in _no_nouns() and (is_cut or stands_as_stem(lemma)))


@cache
def _no_nouns() -> frozenset[str]:
    """Stems of other classes."""
    return frozenset((*pronouns.stems(), *numerals.words(), *adjective_forms()))
