"""How the sounds of Nepali verbs are written: a root, an alternant and an ending become one word."""

from collections.abc import Mapping
from enum import StrEnum

from nepalint.text.script import CONSONANTS, SIGN_OF, VIRAMA, ZWJ

SIGNS: Mapping[str, str] = {"अ": "", **SIGN_OF}
"""Each vowel letter with the sign that stands for it after a consonant; अ is not written there."""


class Context(StrEnum):
    """What a root ends in, as far as the writing of what follows depends on it."""

    CONSONANT = "C"
    RA = "R"
    """A र that takes the joiner before य: गर्‍यो, but उत्र्यो."""
    VOWEL = "V"


_SAMPLES = {Context.CONSONANT: "क्", Context.RA: "र्", Context.VOWEL: "का"}


def join(left: str, right: str) -> str:
    """Two pieces as one; a piece that ends in a consonant has a virama there.

    >>> join("गर्", "एर"), join("खा", "एर"), join("गर्", "यो") == "गर्" + ZWJ + "यो"
    ('गरेर', 'खाएर', True)
    """
    if not left.endswith(VIRAMA) or not right:
        return left + right
    if (sign := SIGNS.get(right[0])) is not None:
        return left[:-1] + sign + right[1:]
    if right[0] == "य" and context(left) is Context.RA:
        return left + ZWJ + right
    return left + right


def context(root: str) -> Context:
    """What `root` ends in."""
    if not root.endswith(VIRAMA):
        return Context.VOWEL
    return Context.RA if root[-2:-1] == "र" and root[-3:-2] != VIRAMA else Context.CONSONANT


def written(root: str) -> str:
    """The part of every form that `root` is: the root without its virama."""
    return root.removesuffix(VIRAMA)


def ending_after(place: Context, *pieces: str) -> str:
    """What is written after `written(root)` when `pieces` follow a root that ends like `place`."""
    sample = _SAMPLES[place]
    word = sample
    for piece in pieces:
        word = join(word, piece)
    return word[len(written(sample)) :]


def root_of(lemma: str, ending: str, *, after_vowel: bool) -> str | None:
    """The root in `lemma` if it ends in the sounds of `ending`, else `None`.

    >>> root_of("फर्कनु", "अनु", after_vowel=False), root_of("गर्नु", "अनु", after_vowel=False)
    ('फर्क्', None)
    """
    if after_vowel:
        root = lemma.removesuffix(ending)
        return root if root != lemma and root[-1:] not in CONSONANTS and not root.endswith(VIRAMA) else None
    tail = ending_after(Context.CONSONANT, ending)
    root = lemma.removesuffix(tail)
    return root + VIRAMA if root != lemma and root[-1:] in CONSONANTS else None
