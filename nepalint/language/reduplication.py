"""Words written twice: which are said so on purpose, and which are slips.

For the common words this was worked out beforehand (`nepalint/data/doubled.txt`), so that a text in which such a word
happens to follow itself does not cost the reading of all analyses.
"""

from nepalint.knowledge.reduplication import listed_slips, reduplication
from nepalint.language.analysis import analyse
from nepalint.language.frequency import nepali
from nepalint.text.script import ZWJ, ZWNJ

COMMON = 3
"""The count in Nepali text from which a word is decided by the list."""
SHORTEST = 3
"""Code points; shorter words are too often initials, sounds or numerals."""
_CASES = frozenset(
    (suffix,) for suffix in ("ले", "लाई", "को", "का", "की", "द्वारा", "हरू", "हरु", "बाट", "सँग", "देखि", "सम्म")
)


def is_slip(word: str) -> bool:
    """Whether `word`, which stands twice, is hardly meant so."""
    word = word.strip(ZWNJ + ZWJ)
    if word in reduplication().never:
        return True
    if len(word) < SHORTEST:
        return False
    return word in listed_slips() if nepali(word) >= COMMON else by_analysis(word)


def by_analysis(word: str) -> bool:
    """Whether `word` is a noun that is not said twice, or carries a case suffix."""
    known = reduplication()
    stem, suffixes, readings, _ = analyse(word)
    others = [one for one in readings if one.pos != "verb" or not one.features.startswith("imp")]
    if known.nouns & {word, stem} or not others:
        return False
    if any(one.pos == "verb" or one.lemma in known.pronouns for one in others):
        return False
    return suffixes[-1:] in _CASES or all(one.pos in ("noun", "name") for one in others)
