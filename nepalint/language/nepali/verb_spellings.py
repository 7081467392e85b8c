"""Verb forms in spellings of the press, which standard Nepali does not have: गरें, गर्यो, गरेकोछ, हुनसक्छ."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from nepalint.knowledge.nepali_verb_index import parsed, verb_index
from nepalint.knowledge.nepali_verb_model import INFINITIVE
from nepalint.language.morphology import Reading
from nepalint.language.nepali.verb_analysis import analyse, analyse_phrase
from nepalint.text.script import MAX_WORD


class Variant(NamedTuple):
    """A reading of a word that is not written as the standard has it, with the standard spelling."""

    standard: str
    reading: Reading


class _Spelling(NamedTuple):
    wrong: str
    right: str
    at: str


def analyse_variant(word: str) -> tuple[Variant, ...]:
    """The readings of a word that `analyse` does not know, if it is a press spelling of verb forms.

    Nothing for standard forms. The standard spelling may be several words.

    >>> [variant.standard for variant in analyse_variant("गरेकोछ")][:1]
    ['गरेको छ']
    """
    if len(word) > MAX_WORD or not _may_be_respelt(word) or analyse(word):
        return ()
    respelt = _respelt(word)
    for standards in (iter(respelt), _split(word, *respelt[:1])):
        found = [
            Variant(standard, reading) for standard in standards for reading in analyse_phrase(standard.split(" "))
        ]
        if found:
            return tuple(found)
    return ()


def _respelt(word: str) -> list[str]:
    """The word with what may stand anywhere put right, and this with each one of the other spellings put right."""
    anywhere, others = _spellings()
    base = word
    for spelling in anywhere:
        base = base.replace(spelling.wrong, spelling.right)
    candidates = [base] if base != word else []
    for wrong, right, at in others:
        if at == "end" and base.endswith(wrong):
            candidates.append(base.removesuffix(wrong) + right)
        elif at == "start" and base.startswith(wrong):
            candidates.append(right + base.removeprefix(wrong))
        elif at == "later" and wrong in base[1:]:
            candidates.append(base[0] + base[1:].replace(wrong, right))
    return candidates


def _split(*bases: str) -> Iterator[str]:
    """A word with a space before an auxiliary, or between an infinitive in -न and a verb such as सक्नु."""
    for base in bases:
        for auxiliary in verb_index().joined if base.endswith(_auxiliaries()) else ():
            if base.endswith(auxiliary) and base != auxiliary:
                yield f"{base.removesuffix(auxiliary)} {auxiliary}"
        for cut in range(2, len(base) - 1):
            if base[cut - 1] == "न" and _stands_after(base[cut:]) and _is_infinitive(base[:cut]):
                yield f"{base[:cut]} {base[cut:]}"


def _is_infinitive(word: str) -> bool:
    return any(reading.features == INFINITIVE for reading in analyse(word))


def _stands_after(word: str) -> bool:
    """Whether `word` is a form of a verb that stands after an infinitive."""
    return any(reading.lemma in verb_index().phases for reading in analyse(word))


@cache
def _spellings() -> tuple[tuple[_Spelling, ...], tuple[_Spelling, ...]]:
    """What is put right anywhere, in order, and the other spellings."""
    every = [
        _Spelling(wrong, rights[0], at)
        for wrong, value in verb_index().press.items()
        for at, rights in parsed(value).items()
    ]
    return (
        tuple(spelling for spelling in every if spelling.at == "anywhere"),
        tuple(spelling for spelling in every if spelling.at != "anywhere"),
    )


@cache
def _auxiliaries() -> tuple[str, ...]:
    """The auxiliaries that the press joins to the word before."""
    return tuple(verb_index().joined)


def _may_be_respelt(word: str) -> bool:
    """Whether `word` holds what the press writes another way, or may be two words joined."""
    return "न" in word[1:-1] or word.endswith(_auxiliaries()) or _marked().search(word) is not None


@cache
def _marked() -> regex.Pattern[str]:
    """Whatever is put right, wherever it stands."""
    return regex.compile("|".join(map(regex.escape, verb_index().press)))
