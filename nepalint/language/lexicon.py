"""The Nepali lexicon: word forms in standard spelling, with part of speech and origin where they are known.

A word that is missing may still be right: the lexicon holds what was seen often enough, what closed lists and tables
name, and what paradigms make of it. A word that is there is no misspelling of another, as far as the counts can tell.
"""

from nepalint.knowledge.lexicon import Entry, lexicon
from nepalint.knowledge.origins import Origin
from nepalint.language.origin import origin_of
from nepalint.language.suffixes import cut


def entries(word: str) -> tuple[Entry, ...]:
    """The entries of `word`, one for each reason it is there; empty when it is not."""
    return lexicon().get(word, ())


def listed(word: str) -> bool:
    """Whether `word` itself is in the lexicon."""
    return word in lexicon()


def accepted(word: str) -> bool:
    """Whether `word` is in the lexicon, or is a word of it with suffixes."""
    return word in lexicon() or ((parts := cut(word)).suffix != "" and parts.stem in lexicon())


def parts_of_speech(word: str) -> tuple[str, ...]:
    """What `word` may be, as far as lists, tables and paradigms say; each once."""
    return tuple(dict.fromkeys(entry.pos for entry in entries(word) if entry.pos))


def origin(word: str) -> Origin | None:
    """Where `word` comes from: as its entry says, else as its letters tell."""
    return next((entry.origin for entry in entries(word) if entry.origin), None) or origin_of(word)
