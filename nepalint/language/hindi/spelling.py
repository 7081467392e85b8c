"""Hindi as it is spelt and misspelt: one key for all spellings of a word, and what sets a spelling apart.

Three freedoms are taken with Hindi words, in Hindi itself and more so where Nepali texts quote them: the nukta is left
out (पडा for पड़ा), a nasal is written as another sign (यहां for यहाँ, क्रान्ति for क्रांति), and -ए, -ई after a vowel get a
glide (गये for गए, हुयी for हुई).
"""

from collections.abc import Iterable
from typing import Final

import regex

from nepalint.text.script import ANUSVARA, CHANDRABINDU, NUKTA, VIRAMA, ZWJ, ZWNJ

NO_NUKTA: Final = "VAR.NUKTA"
OTHER_NASAL: Final = "VAR.NASAL"
GLIDE: Final = "VAR.GLIDE"
NONSTANDARD: Final = "VAR.NONSTD"
"""A form by analogy (करी for की), not a spelling."""
BOUND: Final = "VAR.BOUND"
"""A form that is right before another verb alone (जाया for गया)."""
MARK: Final = ";VAR."
"""What every mark begins with in the features of a reading."""

_COMPOSED = dict(zip("\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u0929\u0931\u0934", "कखगजडढफयनरळ", strict=True))
"""Letters with the nukta as one code point, and without it."""
_DECOMPOSING = str.maketrans({letter: base + NUKTA for letter, base in _COMPOSED.items()} | {ZWJ: "", ZWNJ: ""})
_RARE = frozenset((*_COMPOSED, ZWJ, ZWNJ))
_GLIDES = regex.compile(f"(?<=[^{VIRAMA}\n])य([ेी])")
_LETTERS = {"े": "ए", "ी": "ई"}
_CLASS_NASALS = regex.compile(
    f"(?:ङ{VIRAMA}(?=[क-घ])|ञ{VIRAMA}(?=[च-झ])|ण{VIRAMA}(?=[ट-ढ])|न{VIRAMA}(?=[त-ध])|म{VIRAMA}(?=[प-भ]))"
)


def fold(word: str) -> str:
    """The key that all spellings of a word share."""
    return _key(word if _RARE.isdisjoint(word) else word.translate(_DECOMPOSING))


def fold_all(words: Iterable[str]) -> list[str]:
    """The keys of words of the tables, at once, which is faster: words in NFC without joiners or line breaks."""
    return _key("\n".join(words)).split("\n")


def _key(text: str) -> str:
    plain = text.replace(NUKTA, "").replace(CHANDRABINDU, ANUSVARA)
    if VIRAMA in plain:
        plain = _CLASS_NASALS.sub(ANUSVARA, plain)
    if "य" in plain:
        plain = _without_glides(plain)
    return plain


def spelling_marks(written: str, standard: str) -> tuple[str, ...]:
    """What sets `written` apart from the `standard` spelling with the same key."""
    if written == standard:
        return ()
    found: list[str] = []
    if not _RARE.isdisjoint(written):
        written = written.translate(_DECOMPOSING)
    if written.count(NUKTA) != standard.count(NUKTA):
        found.append(NO_NUKTA)
    written, standard = written.replace(NUKTA, ""), standard.replace(NUKTA, "")
    if "एँ" in standard:
        written = written.replace("यें", "येँ")  # over े every nasal vowel is written with ं
    if _without_glides(written) != _without_glides(standard):
        found.append(OTHER_NASAL)
    if _with_one_nasal(written) != _with_one_nasal(standard):
        found.append(GLIDE)
    return tuple(found)


def without_marks(features: str) -> str:
    """The features of a reading without the marks of its spelling."""
    return features.partition(MARK)[0] if not features.startswith(MARK[1:]) else ""


def with_marks(features: str, marks: tuple[str, ...]) -> str:
    """The features of a reading with the marks of its spelling, each once."""
    if not marks:
        return features
    written = ";".join(dict.fromkeys(marks))
    return f"{features};{written}" if features else written


def _without_glides(word: str) -> str:
    return _GLIDES.sub(lambda match: _LETTERS[match[1]], word)


def _with_one_nasal(word: str) -> str:
    return _CLASS_NASALS.sub(ANUSVARA, word.replace(CHANDRABINDU, ANUSVARA))
