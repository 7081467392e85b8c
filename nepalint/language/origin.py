"""Where a word comes from: a table says so, or a clear cue in its letters. Most words have neither."""

from functools import lru_cache

from nepalint.knowledge.gazetteer import EntryType, gazetteer
from nepalint.knowledge.origins import Origin, origin_cues
from nepalint.language.suffixes import cut

MEMO_WORDS = 1 << 14
"""Words whose origin is remembered."""


@lru_cache(MEMO_WORDS)
def origin_of(word: str) -> Origin | None:
    """The origin of `word`, by its stem; None where nothing states it, names among them."""
    stem = cut(word).stem
    spellings = gazetteer().by_spelling
    entry = spellings.get(word) or spellings.get(stem)
    if entry is not None:
        return Origin.LOAN if entry.type in (EntryType.LOAN, EntryType.MONTH) else None
    return next((cue.origin for cue in origin_cues() if cue.pattern.search(stem)), None)
