"""What a written word may be: stem and suffixes, readings in Nepali and in Hindi, and to which language it belongs.

`analysers` joins what the analysers of the two languages, the suffix cutter and the lexicon say of a word by itself.
For the words of the frequency lists this was worked out beforehand (`nepalint/data/analyses.txt`), as it costs far more
than a look-up and these are most words of a text.
"""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from nepalint.knowledge.analyses import Pattern, packed_analyses, parsed
from nepalint.language.morphology import Reading
from nepalint.text.script import ZWJ, ZWNJ

MEMO_WORDS = 1 << 17
"""Words whose analyses are remembered."""
_JOINERS = ZWNJ + ZWJ


class Belonging(StrEnum):
    """The language, or languages, that a word by itself belongs to."""

    NEPALI = "nepali"
    HINDI = "hindi"
    BOTH = "both"
    NEITHER = "neither"


class Analysis(NamedTuple):
    """A word taken apart. `stem` and `suffixes` joined give the word (without joiners at its edges).

    Readings of closed classes come first, then those of verbs, then those of nouns and adjectives.

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
    if packed is not None:
        return _unpacked(parsed(packed), word)
    from nepalint.language.analysers import work_out  # a third of the start of a run that asks for no analysis

    return Analysis._make(work_out(word.strip(_JOINERS)))


def _unpacked(pattern: Pattern, word: str) -> Analysis:
    """The analysis of `word` by its pattern.

    Made by `tuple.__new__`, which passes the constructors by: every distinct word of a corpus has one.
    """
    end, spans, in_nepali, in_hindi = pattern
    return tuple.__new__(
        Analysis,
        (
            word[:end],
            tuple([word[start:stop] for start, stop in spans]) if spans else (),
            tuple([tuple.__new__(Reading, (word[:kept] + more, pos, slot)) for kept, more, pos, slot in in_nepali]),
            tuple([tuple.__new__(Reading, (word[:kept] + more, pos, slot)) for kept, more, pos, slot in in_hindi])
            if in_hindi
            else (),
        ),
    )
