"""Nepali or Hindi, for a word alone and for words that stand together.

Evidence is the logarithm, in nats, of how much likelier a word is in Nepali text than in Hindi text. It comes from the
word counts; the letters of the word stand in for a few counts more, so they decide where a word was never seen and
matter little where it is common. Many words belong to both languages (नाम, समय): their evidence is near 0, and only
words beside them tell.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from math import exp, log
from typing import NamedTuple

from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.ngrams import EDGE, ORDER, SCALE, ngrams
from nepalint.text.script import ZWJ, ZWNJ

MEMO_WORDS = 1 << 16
"""Words whose evidence is remembered."""
PRIOR_COUNT = 3.0
"""How many occurrences the letters of a word are worth beside the counted ones."""
COMMON = 30
"""A word counted so often in both languages together needs no letters."""
LETTER_WEIGHT = 0.5
"""Neighbouring n-grams say nearly the same, so their sum is too sure of itself by about so much."""
LETTER_LIMIT = 4.0
"""More than so many nats are not believed of the letters alone."""

_JOINERS = ZWNJ + ZWJ


class Language(StrEnum):
    """The languages told apart."""

    NEPALI = "ne"
    HINDI = "hi"


class Guess(NamedTuple):
    """A language, and how probable it is where both are equally expected: from 0.5 to 1."""

    language: Language
    probability: float


def language_of(word: str) -> Guess:
    """The language that `word` alone rather belongs to."""
    return _guess(evidence(word))


def language_of_words(words: Iterable[str]) -> Guess:
    """The language of `words` that stand together; five running words are enough almost always."""
    return _guess(sum(map(evidence, words)))


@lru_cache(MEMO_WORDS)
def evidence(word: str) -> float:
    """How much `word` speaks for Nepali (above 0) or Hindi (below 0), in nats."""
    form = word.strip(_JOINERS)
    known = frequencies()
    nepali, hindi = known.nepali.get(form, 0), known.hindi.get(form, 0)
    share = 0.5
    if nepali + hindi < COMMON:
        letters = max(-LETTER_LIMIT, min(LETTER_LIMIT, LETTER_WEIGHT * _of_letters(form)))
        share = 1 / (1 + exp(-letters))
    nepali_total, hindi_total = _totals()
    return log((nepali + PRIOR_COUNT * share) * hindi_total / ((hindi + PRIOR_COUNT * (1 - share)) * nepali_total))


@cache
def _totals() -> tuple[int, int]:
    """How many running words of each language the counts stand for."""
    known = frequencies()
    return sum(known.nepali.values()), sum(known.hindi.values())


def _of_letters(word: str) -> float:
    """The evidence of the letters of `word`: each by the longest n-gram that ends in it."""
    grams, gaps = ngrams()
    text = EDGE + word + EDGE
    total = 0
    for end in range(2, len(text) + 1):
        for start in range(max(0, end - ORDER), end):
            found = grams.get(text[start:end])
            if found is not None:
                total += found
                break
            total += gaps.get(text[start : end - 1], 0)
    return total / SCALE


def _guess(nats: float) -> Guess:
    """Evidence as a guess; none at all counts as Nepali, the language that is read."""
    probability = 1 / (1 + exp(-abs(nats)))
    return Guess(Language.NEPALI if nats >= 0 else Language.HINDI, probability)
