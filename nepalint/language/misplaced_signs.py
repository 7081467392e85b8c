"""Mending a word whose signs cannot stand where they stand, where the word counts know what was meant.

Old fonts kept the vowel sign before or after what it belongs to, and converters of such text often leave it there:
पि्रय for प्रिय, परविार for परिवार, वषर्ीय for वर्षीय. Typing slips add a sign: भएकोे for भएको.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from nepalint.language.frequency import hindi, nepali
from nepalint.language.suffixes import cut
from nepalint.text.script import CHANDRABINDU, akshara_count
from nepalint.text.syllables import CONSONANT, SIGN, VOWEL, VOWEL_SIGN, Fault, flaws, is_well_formed

REACH = 4
"""Code points over which a sign is moved: a consonant with virama, another one, and its sign."""
LEAST = 2
"""The count from which a word is taken for known: what it is compared with is no word at all."""
DECISIVE = 3
"""Of two words that may be meant, one must be this many times commoner."""
_MEMO = 1 << 10
_IS_SIGN = regex.compile(SIGN)
_NASALS = "\u0901\u0902"
_UNITS = "र्", "्ँ", "्ं"
"""What old fonts have in one piece, and what is therefore moved or left out together."""
_PIECES = {"ेा": "ो", "ैा": "ौ", "ाँै": "ौँ", "ांै": "ौं", "ाँे": "ोँ", "ांे": "ों"}
"""Vowel signs typed in pieces, of which one may as well be too many."""
_LOST_CHANDRABINDU = "ाू"
"""What converters write for ँ after a vowel: हुादै, आूखा."""


_SHAPES = (
    (rf"(?<!\u094D)({CONSONANT})([िुेै])(\u094D[रव])(?!\u094D)", r"\1\3\2"),  # थुपि्रएको
    (rf"र((?:{CONSONANT}\u094D)*{CONSONANT})ि(?={VOWEL_SIGN})", r"रि\1"),  # परविार
    (rf"({CONSONANT})({VOWEL})ि", r"\1ि\2"),  # उतारएिको
)
"""What old fonts leave behind so regularly that the shape tells it where the counts do not know the word."""


class Mending(NamedTuple):
    """The word that was meant, whether nothing but the order of its code points differs, and whether counts know it."""

    form: str
    reordered: bool
    known: bool = True


@lru_cache(_MEMO)
def mended(word: str) -> Mending | None:
    """What `word`, which is not well-formed, was meant to be, or None where that is not decided.

    >>> mended("पि्रय"), mended("भएकोे")
    (Mending(form='प्रिय', reordered=True, known=True), Mending(form='भएको', reordered=False, known=True))
    """
    at = next((flaw.at for flaw in flaws(word) if flaw.fault in (Fault.CARRIER, Fault.CROWDED)), None)
    if at is None:
        return None
    forms = dict.fromkeys(_respelt(word, at))
    known = _known({form: max(nepali(form), hindi(form)) for form in forms})
    if not known:  # no word as it stands; a stem with suffixes may be one
        known = _known({form: heard(form) for form in forms if is_well_formed(form)})
    if not known:
        return _by_shape(word)
    count, meant = known[0]
    if akshara_count(meant) < 2 or (len(known) > 1 and count < DECISIVE * known[1][0]):
        return None
    return Mending(meant, sorted(meant) == sorted(word))


def _by_shape(word: str) -> Mending | None:
    """What `word` becomes by the first of the shapes that makes it well-formed."""
    for shape, instead in _SHAPES:
        form = regex.sub(shape, instead, word)
        if form != word and is_well_formed(form):
            return Mending(form, reordered=True, known=False)
    return None


def _known(counts: dict[str, int]) -> list[tuple[int, str]]:
    """The well-formed words among those counted, with their counts, the commonest first."""
    return sorted(((n, form) for form, n in counts.items() if n >= LEAST and is_well_formed(form)), reverse=True)


def _respelt(word: str, at: int) -> Iterator[str]:
    """`word` with the sign at `at`, or one beside it, in another place, left out, or as what it is written for."""
    for start, end in _movable(word, at):
        sign, rest = word[start:end], word[:start] + word[end:]
        if sign not in _NASALS or word[start - 1] in _NASALS or word[end : end + 1] in _NASALS:
            yield rest  # a nasal sign is not left out: it stands in the wrong place
        for place in range(max(1, start - REACH), min(len(rest), start + REACH) + 1):
            yield rest[:place] + sign + rest[place:]
    for pieces, whole in _PIECES.items():
        yield word.replace(pieces, whole)
    if word[at] in _LOST_CHANDRABINDU:
        yield word[:at] + CHANDRABINDU + word[at + 1 :]


def _movable(word: str, at: int) -> Iterator[tuple[int, int]]:
    """The signs at `at` and beside it, each by itself, and the units that reach there."""
    for start in range(max(0, at - 1), min(len(word), at + 2)):
        if _IS_SIGN.match(word, start):
            yield start, start + 1
    for start in range(max(0, at - 2), at + 1):
        if word.startswith(_UNITS, start):
            yield start, start + 2


def heard(word: str) -> int:
    """How often `word` was seen in Nepali text, or else its stem."""
    return nepali(word) or nepali(cut(word).stem)
