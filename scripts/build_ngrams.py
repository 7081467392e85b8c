"""Build nepalint/data/ngrams.txt: what the letters of a word say of its language.

Usage: python -m scripts.build_ngrams [--check]

Two character models, one a language, are learnt from the words of nepalint/data/frequencies.txt: interpolated n-grams
(Witten-Bell), each word counted once, because an unseen word is more like the rare words than the common ones. Only
their difference is kept, and of that only what is not nearly said by a shorter n-gram; so one small table does.
With --check nothing is written; the exit code is 1 when the committed file is not what the counts give.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log
from typing import NamedTuple

from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.ngrams import EDGE, ORDER, SCALE
from scripts.data_file import arguments, settle

FILE = "ngrams.txt"
ALPHABET = 120
"""Letters, signs and joiners that a word may hold: what is shared out among letters never seen."""
LEAST_WORDS = 5
"""An n-gram is kept when so many words of one language hold it."""
LEAST_GAIN = 0.3
"""An n-gram is kept when it moves the evidence by so many nats from what the shorter one says."""

HEADER = """\
# What the letters of a word say of its language: positive for Nepali, negative for Hindi, in tenths of a nat.
# Learnt from the words of frequencies.txt by scripts/build_ngrams.py; do not edit by hand. ^ is the edge of a word.
# gram: the evidence of the last letter of the n-gram after the letters before it.
# gap: what it says that the letters of this n-gram were not followed by any that is listed with them.
# Each line: gram or gap, tab, evidence, tab, the n-grams, separated by spaces.
"""


class Model(NamedTuple):
    """How often n-grams occur in the words of one language, and what may follow them."""

    grams: Counter[str]
    contexts: Counter[str]
    followers: Counter[str]

    def left_over(self, context: str) -> float:
        """The share of what follows `context` that was never seen to follow it; 1 where the context is new."""
        seen = self.contexts[context]
        return self.followers[context] / (seen + self.followers[context]) if seen else 1.0


def learn(words: Iterable[str]) -> Model:
    """The model of `words`."""
    texts = [EDGE + word + EDGE for word in words]
    grams = Counter(
        text[start:end]
        for text in texts
        for end in range(2, len(text) + 1)
        for start in range(max(0, end - ORDER), end)
    )
    contexts: Counter[str] = Counter()
    followers: Counter[str] = Counter()
    for gram, count in grams.items():
        contexts[gram[:-1]] += count
        followers[gram[:-1]] += 1
    return Model(grams, contexts, followers)


def probabilities(model: Model, grams: Iterable[str]) -> dict[str, float]:
    """How probable the last letter of each of `grams`, shorter ones first, is after the others."""
    found: dict[str, float] = {}
    for gram in grams:
        context = gram[:-1]
        shorter = found[gram[1:]] if context else 1 / ALPHABET
        seen = model.contexts[context]
        followers = model.followers[context]
        found[gram] = (model.grams[gram] + followers * shorter) / (seen + followers) if seen else shorter
    return found


def build(nepali_words: Iterable[str], hindi_words: Iterable[str]) -> str:
    """The text of ngrams.txt."""
    nepali, hindi = learn(nepali_words), learn(hindi_words)
    all_grams = sorted(nepali.grams.keys() | hindi.grams.keys(), key=lambda gram: (len(gram), gram))
    nepali_found, hindi_found = probabilities(nepali, all_grams), probabilities(hindi, all_grams)

    gaps: dict[str, int] = {}
    for context in sorted(nepali.contexts.keys() | hindi.contexts.keys()):
        if context and max(nepali.contexts[context], hindi.contexts[context]) >= LEAST_WORDS:
            gap = log(nepali.left_over(context) / hindi.left_over(context))
            if abs(gap) >= LEAST_GAIN:
                gaps[context] = round(gap * SCALE)

    kept: dict[str, int] = {}
    for gram in all_grams:
        evidence = log(nepali_found[gram] / hindi_found[gram])
        if len(gram) > 1:
            if max(nepali.grams[gram], hindi.grams[gram]) < LEAST_WORDS:
                continue
            if abs(evidence - _without(gram, kept, gaps) / SCALE) < LEAST_GAIN:
                continue
        kept[gram] = round(evidence * SCALE)
    return HEADER + _lines("gram", kept) + _lines("gap", gaps)


def _without(gram: str, kept: Mapping[str, int], gaps: Mapping[str, int]) -> int:
    """The evidence that the kept shorter n-grams give for the last letter of `gram`."""
    evidence = gaps.get(gram[:-1], 0)
    for start in range(1, len(gram)):
        if (found := kept.get(gram[start:])) is not None:
            return evidence + found
        evidence += gaps.get(gram[start:-1], 0)
    return evidence


def _lines(kind: str, table: Mapping[str, int]) -> str:
    groups: dict[int, list[str]] = defaultdict(list)
    for gram, evidence in table.items():
        groups[evidence].append(gram)
    return "".join(f"{kind}\t{evidence}\t{' '.join(sorted(grams))}\n" for evidence, grams in sorted(groups.items()))


def main() -> int:
    """Write the file, or compare it."""
    known = frequencies()
    return settle(FILE, build(known.nepali, known.hindi), check=arguments(FILE).parse_args().check)


if __name__ == "__main__":
    sys.exit(main())
