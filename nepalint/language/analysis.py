"""What a written word may be: stem and suffixes, readings in Nepali and in Hindi, and to which language it belongs.

`analyse` joins what the analysers of the two languages, the suffix cutter and the lexicon say of a word by itself. For
the words of the frequency lists this was worked out beforehand (`nepalint/data/analyses.txt`), as it costs far more
than a look-up and these are most words of a text.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from nepalint.knowledge.analyses import packed_analyses, unpacked
from nepalint.language import hindi
from nepalint.language.frequency import hindi as hindi_count
from nepalint.language.frequency import nepali as nepali_count
from nepalint.language.lexicon import entries
from nepalint.language.morphology import Reading
from nepalint.language.nepali import derivation, nominals, numerals, pronouns, verbs
from nepalint.language.suffixes import cut
from nepalint.text.script import MAX_WORD, ZWJ, ZWNJ

MEMO_WORDS = 1 << 17
"""Words whose analyses are remembered."""
ATTESTED = 3
"""The count from which a word that no analyser knows counts as a word of a language."""
FOREIGN = 20
"""A word so many times commoner in the other language is not attested by the few times it stands in this one."""
PRESS = "press"
"""What the features of a reading end with when the word is a spelling of the press: गर्यो, गरें."""
_JOINERS = ZWNJ + ZWJ
_CLOSED = "closed:"
_ADVERB = "adverb"
VERB = "verb"
_NOUN, _NAME = nominals.NOUN, nominals.NAME
_OPEN = frozenset((_NOUN, _NAME, "adjective", ""))
_VERBAL_ENDS = ("े", "ए", "को", "का", "की", "ने", "न", "नु", "ना", "दा", "दै", "दो", "दी", "र", "ँ")
_NOUN_PROBES = ("हरू", "हरु")
"""Suffixes that show a form of a verb to be a noun as well: खानीहरू, but not गरेहरू."""


class Belonging(StrEnum):
    """The language, or languages, that a word by itself belongs to."""

    NEPALI = "nepali"
    HINDI = "hindi"
    BOTH = "both"
    NEITHER = "neither"


class Analysis(NamedTuple):
    """A word taken apart. `stem` and `suffixes` joined give the word; the likeliest readings come first.

    A reading without part of speech is vouched for by the counts alone.
    """

    stem: str
    suffixes: tuple[str, ...] = ()
    nepali: tuple[Reading, ...] = ()
    hindi: tuple[Reading, ...] = ()

    @property
    def belonging(self) -> Belonging:
        """Which of the two languages have a reading."""
        if self.nepali:
            return Belonging.BOTH if self.hindi else Belonging.NEPALI
        return Belonging.HINDI if self.hindi else Belonging.NEITHER


@lru_cache(MEMO_WORDS)
def analyse(word: str) -> Analysis:
    """The analysis of `word`, a word token; joiners at its edges do not count.

    >>> analyse("नेपालको").stem, analyse("नेपालको").suffixes
    ('नेपाल', ('को',))
    """
    packed = packed_analyses().get(word)
    if packed is None:
        return work_out(word.strip(_JOINERS))
    stem, suffixes, in_nepali, in_hindi = unpacked(packed, word)
    return Analysis(stem, suffixes, _readings(in_nepali), _readings(in_hindi))


def _readings(unpacked_readings: tuple[tuple[str, str, str], ...]) -> tuple[Reading, ...]:
    # `tuple.__new__` passes the constructor by: every distinct word of a corpus has some.
    return tuple([tuple.__new__(Reading, fields) for fields in unpacked_readings])


def work_out(word: str) -> Analysis:
    """The same, from the analysers alone."""
    if len(word) > MAX_WORD:
        return Analysis(word)
    stem, suffixes = cut(word)
    in_hindi = hindi.analyse(word)
    in_nepali = _nepali(word, stem, suffixes)
    if not in_hindi and not in_nepali:
        in_hindi = hindi.guess(word)
    if not in_hindi and _is_attested(hindi_count(word), nepali_count(word)):
        in_hindi = (Reading(word, ""),)
    return Analysis(stem, suffixes, in_nepali, in_hindi)


def _nepali(word: str, stem: str, suffixes: tuple[str, ...]) -> tuple[Reading, ...]:
    """The readings of `word` in Nepali; those that lists and paradigms give before what the counts suggest."""
    known = entries(word)
    listed = [entry.pos for entry in known if entry.pos == _ADVERB or entry.reason.startswith(_CLOSED)] if known else []
    found = [Reading(word, pos) for pos in listed if pos not in (VERB, _NOUN, _NAME)]
    found += pronouns.analyse(word)
    found += numerals.analyse(word)
    found += verbs.analyse(word)
    is_function_word = bool(found) and not _OPEN.issuperset(listed) and not any(entry.pos == _NOUN for entry in known)
    for reading in nominals.analyse(word):
        if reading.pos != _NOUN:
            found.append(reading)
        elif not (is_function_word and reading.lemma == word) and not _is_verb_form(reading.lemma):
            found.append(_named(reading))
    if not found and suffixes:  # a postposition after a form of a verb: गरेको-मा
        found += verbs.analyse(stem)
    if not found:
        found += _respelt(word)
    if not found:
        found += _derived(word)
    if not found:
        found += _vouched(word, stem)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _is_verb_form(lemma: str) -> bool:
    """Whether what looks like a noun is a form of a verb: थाले, गरेको; a root such as काम may be a noun."""
    return (
        lemma.endswith(_VERBAL_ENDS)
        and bool(verbs.analyse(lemma))
        and not any(nepali_count(lemma + probe) for probe in _NOUN_PROBES)
        and not any(entry.pos in (_NOUN, _NAME) for entry in entries(lemma))
    )


def _named(reading: Reading) -> Reading:
    """The reading as a name where the lexicon has its lemma as one."""
    known = entries(reading.lemma)
    if known and any(entry.pos == _NAME for entry in known):
        return reading._replace(pos=_NAME)
    return reading


def _respelt(word: str) -> Iterator[Reading]:
    """The readings of a verb form in a spelling of the press."""
    for variant in verbs.analyse_variant(word):
        lemma, pos, features = variant.reading
        yield Reading(lemma, pos, f"{features};{PRESS}")


def _derived(word: str) -> tuple[Reading, ...]:
    """The readings of a word made of another, unless it is a verb of Hindi that only looks like one: बेचना, no चना."""
    found = tuple(derivation.analyse(word))
    return () if found and any(reading.pos == VERB for reading in hindi.analyse(word)) else found


def _vouched(word: str, stem: str) -> Iterator[Reading]:
    """The word, or its stem, as the lexicon or the counts have it."""
    for each in dict.fromkeys((word, stem)):
        known = entries(each)
        yield from (Reading(each, pos) for pos in dict.fromkeys(entry.pos for entry in known))
        if known:
            return
    if _is_attested(nepali_count(word), hindi_count(word)):
        yield Reading(word, "")


def _is_attested(count: int, other: int) -> bool:
    return count >= ATTESTED and count * FOREIGN >= other


def citations(lemma: str) -> tuple[str, ...]:
    """The inflected classes that `lemma` is the citation form of; a noun where no table or list says."""
    found = [VERB] if lemma in verbs.lexicon() or lemma in verbs.copulas() else []
    found += dict.fromkeys(
        reading.pos
        for readings in (pronouns.analyse(lemma), numerals.analyse(lemma), nominals.analyse(lemma))
        for reading in readings
        if reading.lemma == lemma and not (reading.pos == _NOUN and _is_verb_form(lemma))
    )
    found += [entry.pos for entry in entries(lemma) if entry.pos in (nominals.NOUN, nominals.NAME)]
    return tuple(dict.fromkeys(found)) or (nominals.NOUN,)
