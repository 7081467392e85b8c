"""Readings that an unknown word would have if it were a form of a regular verb that the table does not have."""

from collections.abc import Iterator, Mapping

from nepalint.knowledge.nepali_verb_index import parsed, verb_index
from nepalint.knowledge.nepali_verb_model import NEGATION
from nepalint.language.morphology import Reading
from nepalint.language.nepali.verb_analysis import POS
from nepalint.language.nepali.verb_sounds import context
from nepalint.text.script import CONSONANTS, MAX_WORD, VIRAMA, VOWEL_SIGNS

LEAST_ROOT = 2
"""Code points of a root that is written; shorter ones are all known."""
LEAST_ENDING = 2
"""Code points of an ending; nearly every word has one of the shorter ones."""


def guess(word: str) -> tuple[Reading, ...]:
    """The readings of `word` as a form of regular verbs that the lexicon does not have; many words have some by chance.

    >>> Reading("टटोल्नु", "verb", "nf.conv.era") in guess("टटोलेर")
    True
    """
    if len(word) > MAX_WORD:
        return ()
    index = verb_index()
    readings = list(_readings(word, index.endings))
    if word.startswith(NEGATION):
        readings += _readings(word[1:], index.negated)
    return tuple(dict.fromkeys(readings))


def _readings(text: str, endings: Mapping[str, str]) -> Iterator[Reading]:
    index = verb_index()
    if text[:1] in VOWEL_SIGNS:
        return
    for cut in range(LEAST_ROOT, len(text) - LEAST_ENDING + 1):
        ending = endings.get(text[cut:])
        if ending is None:
            continue
        start = text[:cut]
        root = start + VIRAMA if start[-1] in CONSONANTS else start
        known = parsed(stem) if (stem := index.stems.get(start)) is not None else {}
        for table, form_ids in parsed(ending).items():
            lemma = index.regular.get(table)
            if lemma is not None and table not in known and table.endswith(context(root)):
                for form_id in form_ids:
                    if form_id not in index.unknown:
                        yield Reading(start + lemma, POS, form_id)
