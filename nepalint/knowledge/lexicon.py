"""The Nepali words of `nepalint/data/lexicon.txt`, each with the reason why it is there."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from nepalint.knowledge.origins import Origin
from nepalint.knowledge.resources import data_root

FILE = "lexicon.txt"
COUNTED = "counted"
"""The reason of a word that has no other."""


class Entry(NamedTuple):
    """What is known of a word form.

    `reason` is `counted` (often enough in two texts, and no variant of another word), `closed:LIST` (a list of
    `rules/nepali/closed/`), `list:vocabulary` (`rules/nepali/vocabulary.tsv`), `table:TABLE` (a right spelling of
    `rules/tables/`), or `paradigm:LEMMA`. `pos` is empty and `origin` None where no list, table, paradigm or cue states
    them.
    """

    reason: str
    pos: str
    origin: Origin | None


@cache
def lexicon() -> Mapping[str, tuple[Entry, ...]]:
    """All words, with an entry for each reason; read once in a process."""
    words: dict[str, tuple[Entry, ...]] = {}
    for line in (data_root() / FILE).read_text("utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        reason, pos, origin, joined = line.split("\t")
        entries = (Entry(reason, pos, Origin(origin) if origin else None),)
        if reason == COUNTED:  # has no other reason, so the many words of this one need no look
            for word in joined.split(" "):
                words[word] = entries
            continue
        for word in joined.split(" "):
            words[word] = words.get(word, ()) + entries
    return MappingProxyType(words)
