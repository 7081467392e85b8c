"""Asking a word of all that is known of words: suffix cutter, analysers of both languages, lexicon and counts."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nepalint.knowledge.lexicon import lexicon
from nepalint.language import hindi
from nepalint.language.frequency import head_length, unheard
from nepalint.language.frequency import hindi as hindi_count
from nepalint.language.frequency import nepali as nepali_count
from nepalint.language.lexicon import entries
from nepalint.language.morphology import Reading
from nepalint.language.nepali import derivation, nominals, numerals, pronouns, verbs
from nepalint.language.nepali.declension import slot_of_forms
from nepalint.language.suffixes import cut
from nepalint.text.script import MAX_WORD

ATTESTED = 3
"""The count from which a word that no analyser knows counts as a word of a language."""
FOREIGN = 20
"""A word so many times commoner in the other language is not attested by the few times it stands in this one."""
PRESS = "press"
"""What the features of a reading end with when the word is a spelling of the press: गर्यो, गरें."""
VERB = "verb"
_CLOSED = "closed:"
_VOCATIVE = "voc."
_ADVERB = "adverb"
_NOUN, _NAME = nominals.NOUN, nominals.NAME
_NOMINAL = frozenset((_NOUN, _NAME, ""))
_PLACES = frozenset(("adverb", "postposition"))
_OPEN = frozenset((_NOUN, _NAME, "adjective", ""))
_VERBAL_ENDS = ("े", "ए", "को", "का", "की", "ने", "न", "नु", "ना", "दा", "दै", "दो", "दी", "र", "ँ")
_NOUN_PROBES = ("हरू", "हरु")
"""Suffixes that show a form of a verb to be a noun as well: खानीहरू, but not गरेहरू."""


class WorkedOut(NamedTuple):
    """The fields of `analysis.Analysis`."""

    stem: str
    suffixes: tuple[str, ...] = ()
    nepali: tuple[Reading, ...] = ()
    hindi: tuple[Reading, ...] = ()


def work_out(word: str) -> WorkedOut:
    """The analysis of `word`, a word token without joiners at its edges."""
    if len(word) > MAX_WORD:
        return WorkedOut(word)
    stem, suffixes = cut(word)
    in_hindi = hindi.analyse(word)
    in_nepali = _unheard(word, stem, suffixes) if _is_unheard(word, stem) else _nepali(word, stem, suffixes)
    if not in_hindi and not in_nepali:
        in_hindi = hindi.guess(word)
    if in_nepali and all(_is_unlikely(reading) for reading in in_hindi):
        in_hindi = ()
    if not in_hindi and _is_attested(hindi_count(word), nepali_count(word)):
        in_hindi = (Reading(word, ""),)
    return WorkedOut(stem, suffixes, in_nepali, in_hindi)


def _is_unlikely(reading: Reading) -> bool:
    """Whether a Hindi reading is one that a word with a reading in Nepali hardly has: रातो, लिई."""
    return reading.features.startswith(_VOCATIVE) or hindi.NONSTANDARD in reading.features


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
        elif not (is_function_word and word in (reading.lemma, stem)) and not _is_verb_form(reading.lemma):
            found.append(_classed(reading))
    if not found and suffixes:  # a postposition after a form of a verb: गरेको-मा
        found += verbs.analyse(stem)
    if not found:
        found += _respelt(word)
    if not found:
        found += _derived(word)
    if not found:
        found += _vouched(word, stem)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _is_unheard(word: str, stem: str) -> bool:
    """Whether neither counts nor lists hold a word that begins like `stem`, so that its shape alone can be read.

    The same as `_nepali` would say, at a third of the cost: most words that no list holds are such.
    """
    start = stem[:-1]  # what a lemma may have of it: लुखा, लुखो
    length = head_length(start)
    if not length or not unheard(start) or start[:length] in _listed_heads(length):
        return False
    return nominals.adjective_forms().keys().isdisjoint([word[:end] for end in range(2, length)])


@cache
def _listed_heads(length: int) -> frozenset[str]:
    """How the words of the lexicon begin that are so long, and the forms of adjectives."""
    words = (*lexicon(), *nominals.adjective_forms())
    return frozenset([word[:length] for word in words if len(word) >= length])


def _unheard(word: str, stem: str, suffixes: tuple[str, ...]) -> tuple[Reading, ...]:
    """The readings of a word by its shape: closed classes and verbs, then a noun if it has suffixes."""
    found = [*pronouns.analyse(word), *numerals.analyse(word), *verbs.analyse(word)]
    if suffixes:
        if not _is_verb_form(stem):
            found.append(Reading(stem, _NOUN, slot_of_forms(suffixes)))
        elif not found:
            found += verbs.analyse(stem)
    if not found:
        found += _respelt(word)
    if not found:
        found += _derived(word)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _is_verb_form(lemma: str) -> bool:
    """Whether what looks like a noun is a form of a verb: थाले, गरेको; a root such as काम may be a noun."""
    return (
        lemma.endswith(_VERBAL_ENDS)
        and bool(verbs.analyse(lemma))
        and not any(nepali_count(lemma + probe) for probe in _NOUN_PROBES)
        and not any(entry.pos in (_NOUN, _NAME) for entry in entries(lemma))
    )


def _classed(reading: Reading) -> Reading:
    """The reading of a noun as what the lexicon says of its lemma: a name, or an adverb of place (माथि-को)."""
    known = [entry.pos for entry in entries(reading.lemma)]
    if _NAME in known:
        return reading._replace(pos=_NAME)
    if known and _PLACES.issuperset(known):
        return reading._replace(pos=known[0])
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
        for pos in dict.fromkeys(entry.pos for entry in known):
            if pos in (_NOUN, _NAME):
                yield from (reading._replace(pos=pos) for reading in nominals.analyse(word, each.__eq__))
            else:
                yield Reading(each, pos)
        if known:
            return
    if _is_attested(nepali_count(word), hindi_count(word)):
        yield Reading(word, "")


def _is_attested(count: int, other: int) -> bool:
    return count >= ATTESTED and count * FOREIGN >= other


def citations(lemma: str) -> tuple[str, ...]:
    """The inflected classes that `lemma` is the citation form of; that of nouns where nothing is known of it."""
    found = [VERB] if lemma in verbs.lexicon() or lemma in verbs.copulas() else []
    found += dict.fromkeys(
        reading.pos
        for readings in (pronouns.analyse(lemma), numerals.analyse(lemma), nominals.analyse(lemma))
        for reading in readings
        if reading.lemma == lemma and not (reading.pos == _NOUN and _is_verb_form(lemma))
    )
    found += [entry.pos for entry in entries(lemma) if entry.pos in (nominals.NOUN, nominals.NAME)]
    if found:
        return tuple(dict.fromkeys(found))
    known = work_out(lemma).nepali
    is_noun = not known or any(reading.lemma == lemma and reading.pos in _NOMINAL for reading in known)
    return (nominals.NOUN,) if is_noun else ()
