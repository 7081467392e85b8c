"""Spellings of foreign names and loan words: which entry of the gazetteer a stem spells, and how it departs from it."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from nepalint.knowledge.gazetteer import Entry, EntryType, gazetteer
from nepalint.knowledge.suffixes import suffix_table
from nepalint.language.frequency import nepali
from nepalint.language.phonetics import explain, key
from nepalint.language.skeleton import skeletons
from nepalint.language.suffixes import cut

HEAD = 2
"""Code points of a skeleton or word that rule most words out at once; no entry has a shorter skeleton."""
MEMO_STEMS = 1 << 15
"""Stems whose entry is remembered."""
SHORTEST = 3
"""Code points from which a stem is compared by sound: shorter ones meet too much by chance."""
IN_USE = 3
"""A spelling seen more often than this in Nepali text, and more often than the right one, is a word of its own."""

STYLE = frozenset({"joiner", "retroflex-nasal", "ng", "halant"})
"""Correspondences between two ways of writing that are both met in careful Nepali: alone they are no fault."""
NAME_STYLE = STYLE | {"sh-s"}
"""The same for the names of persons, places and peoples, where श beside स is tolerated."""
REPH_ORDER = "reph-order"
"""The correspondence of a reph that stands after its cluster instead of before it: सिम्बिस्र्क, माक्र्सवाद."""

_MARKED_NASAL = regex.compile(r"[ंँ](?=[ङ-ह])")
"""Anusvara before a consonant other than a velar stop, where संघ beside सङ्घ is tolerated."""
_MISPLACED_REPH = regex.compile(r"([क-यल-ह]्)(र्)(?=[क-मल-ह])")
"""A consonant, र् and a consonant in a row; only य follows in words that are right: फ्र्याङ्क."""
_OPEN_O = regex.compile("[ऑॉ]")
CONTESTED_FROM = 4
"""Times a wrong spelling was seen in Nepali text from which it may count as contested."""
CONTESTED_SHARE = 0.25
"""How often it must be seen for each time the right one is."""
COMMON_SUFFIXES = ("को", "का", "मा", "ले", "लाई", "बाट", "हरू", "हरु")
_NAMES = frozenset({EntryType.PERSON, EntryType.PLACE, EntryType.PEOPLE})


class Variant(NamedTuple):
    """A wrong spelling of an entry.

    `replacement` is the canonical spelling, or an accepted one that differs less; `correspondences` name every
    difference between `found` and `replacement`. For damage listed in the table they hold the one reason given there.
    """

    found: str
    replacement: str
    entry: Entry
    correspondences: tuple[str, ...]

    @property
    def canonical(self) -> str:
        """The canonical spelling of the entry."""
        return self.entry.canonical


class Spelling(NamedTuple):
    """A stem that spells an entry: rightly (`variant` is `None`), in another style, or wrongly (`is_fault`)."""

    entry: Entry
    variant: Variant | None = None
    is_fault: bool = False


class Found(NamedTuple):
    """The first `length` code points of a word spell an entry; what follows are suffixes."""

    length: int
    spelling: Spelling


@lru_cache(MEMO_STEMS)
def find_in_word(word: str) -> Found | None:
    """The entry that `word` spells with or without suffixes, or `None`.

    A right spelling that the suffix cutter would split is found whole: मस्को, मास्कोका.
    """
    stem, suffixes = cut(word)
    by_spelling = gazetteer().by_spelling
    whole = word
    for suffix in reversed(suffixes):
        if whole in by_spelling:
            return Found(len(whole), Spelling(by_spelling[whole]))
        whole = whole[: -len(suffix)]
    spelling = find_spelling(stem)
    return Found(len(stem), spelling) if spelling is not None else None


@lru_cache(maxsize=1)
def sound_alikes(words: frozenset[str]) -> tuple[str, ...]:
    """Those of `words` that begin like an entry, by a skeleton that is coarser than the phonetic key.

    A word that is left out spells no entry wrongly; one that is kept has to be looked at.
    """
    known, tail = _skeletons(), _tails()
    heads, misspelt = _heads(), _misspelt_by_head()
    listed = list(words)
    ordered = _MISPLACED_REPH.sub(r"\2\1", "\n".join(listed)).split("\n")
    found: list[str] = []
    for word, bones in zip(listed, skeletons(ordered), strict=True):
        for length in range(HEAD, len(bones) + 1) if bones[:HEAD] in heads else ():
            if bones[:length] in known and tail.fullmatch(bones, length):
                found.append(word)
                break
        else:
            if word[:HEAD] in misspelt and word.startswith(misspelt[word[:HEAD]]):
                found.append(word)
    return tuple(found)


def name_variant(stem: str) -> Variant | None:
    """The wrong spelling that `stem` is, or `None` for right spellings, for other words, and wherever in doubt.

    `stem` is a word without its suffixes.
    """
    spelling = find_spelling(stem)
    return spelling.variant if spelling is not None and spelling.is_fault else None


@lru_cache(MEMO_STEMS)
def find_spelling(stem: str) -> Spelling | None:
    """The entry that `stem` spells in some way, or `None`."""
    table = gazetteer()
    if entry := table.by_spelling.get(stem):
        return Spelling(entry)
    if entry := table.misspelt.get(stem):
        return Spelling(entry, Variant(stem, entry.canonical, entry, (entry.misspelt[stem],)), is_fault=True)
    if len(stem) < SHORTEST or stem in table.distinct:
        return None
    variant = _nearest(stem)
    if variant is None or _in_use(stem, variant):
        return None
    return Spelling(variant.entry, variant, not _is_style(variant))


def _nearest(stem: str) -> Variant | None:
    """The right spelling with the fewest differences from `stem`, the canonical one before accepted ones.

    `None` when there is none, or when two entries are equally near, for then it is not known which is meant.
    """
    ordered = _MISPLACED_REPH.sub(r"\2\1", stem)
    first = () if ordered == stem else (REPH_ORDER,)
    best: Variant | None = None
    tied = False
    for spelling, entry in _index().get(key(ordered), ()):
        correspondences = explain(ordered, spelling)
        if correspondences is None or ("o-sign" in correspondences and not _OPEN_O.search(stem)):
            continue
        if best is not None and len(best.correspondences) <= len(first + correspondences):
            tied |= entry is not best.entry and len(best.correspondences) == len(first + correspondences)
            continue
        best = Variant(stem, spelling, entry, first + correspondences)
        tied = False
    return None if tied else best


def _is_style(variant: Variant) -> bool:
    """Whether the difference is one that careful writers leave."""
    names = set(variant.correspondences)
    if "nasal" in names and not _MARKED_NASAL.search(variant.found):
        names.remove("nasal")
    return names <= (NAME_STYLE if variant.entry.type in _NAMES else STYLE)


def _in_use(stem: str, variant: Variant) -> bool:
    """Whether `stem` is rather a word of its own that Nepali writes more often than it writes the entry."""
    count = _use(stem)
    return count > IN_USE and count > max(map(_use, variant.entry.spellings))


def is_contested(variant: Variant) -> bool:
    """Whether many Nepali writers use the wrong spelling, so that it is a matter of one style within a document."""
    count = _use(variant.found)
    return count >= CONTESTED_FROM and count >= CONTESTED_SHARE * _use(variant.replacement)


def _use(stem: str) -> int:
    """How often `stem` was seen in Nepali text, bare and with the commonest suffixes."""
    return nepali(stem) + sum(nepali(stem + suffix) for suffix in COMMON_SUFFIXES)


@cache
def _skeletons() -> frozenset[str]:
    """The skeletons of all right spellings that are compared by sound."""
    return frozenset(skeletons(spelling for spelling, _ in _compared()))


@cache
def _heads() -> frozenset[str]:
    """How those skeletons begin."""
    return frozenset(bones[:HEAD] for bones in _skeletons())


@cache
def _misspelt_by_head() -> Mapping[str, tuple[str, ...]]:
    """The listed misspellings by how they begin."""
    found: dict[str, tuple[str, ...]] = {}
    for wrong in gazetteer().misspelt:
        found[wrong[:HEAD]] = (*found.get(wrong[:HEAD], ()), wrong)
    return found


@cache
def _tails() -> regex.Pattern[str]:
    """The skeletons of any number of suffixes."""
    forms = {suffix.form for suffix in suffix_table().suffixes}
    bones = sorted({bone for bone in skeletons(forms) if bone}, reverse=True)
    return regex.compile("(?:" + "|".join(bones) + ")*")


def _compared() -> Iterator[tuple[str, Entry]]:
    """The right spellings that are compared by sound, with their entries."""
    for spelling, entry in gazetteer().by_spelling.items():
        if " " not in spelling and len(spelling) >= SHORTEST and not entry.context:
            yield spelling, entry


@cache
def _index() -> Mapping[str, tuple[tuple[str, Entry], ...]]:
    """The right spellings with their entries, by phonetic key."""
    index: dict[str, tuple[tuple[str, Entry], ...]] = {}
    for spelling, entry in _compared():
        sound = key(spelling)
        index[sound] = (*index.get(sound, ()), (spelling, entry))
    return index
