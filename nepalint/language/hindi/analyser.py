"""Hindi word forms understood and made: `analyse`, `analyse_phrase`, `guess` and `inflect`.

The features of verbs are tags of UniMorph as `rules/hindi/verbs.toml` explains them, those of nouns and adjectives the
cells of `noun_classes.tsv` and `adjective_classes.tsv`. A spelling that is not the standard one is marked at their end:
`V.PTCP;MASC;SG;PFV;VAR.NUKTA` for पडा.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from nepalint.language.hindi.closed import closed_by_key, closed_forms_of, closed_matches
from nepalint.language.hindi.nominals import guesses, nominals
from nepalint.language.hindi.paradigms import HEAD, Form, Match
from nepalint.language.hindi.phrases import MOST_WORDS, periphrases, phrase_matches
from nepalint.language.hindi.spelling import fold, with_marks
from nepalint.language.hindi.verbs import verbs
from nepalint.language.morphology import Reading
from nepalint.text.script import MAX_WORD

MEMO_WORDS = 1 << 16
"""Words whose readings are remembered."""


@lru_cache(MEMO_WORDS)
def analyse(word: str) -> tuple[Reading, ...]:
    """What a word may be in Hindi, rightly spelt readings first; nothing if it is not known as Hindi."""
    if len(word) > MAX_WORD:
        return ()
    key = fold(word)
    heads, whole = _beginnings()
    if key[:HEAD] not in heads and key[: HEAD - 1] not in heads and key[:1] not in heads and key not in whole:
        return ()
    return _readings((*closed_matches(word, key), *nominals().matches(word, key), *verbs().matches(word, key)))


def analyse_phrase(words: Sequence[str]) -> tuple[Reading, ...]:
    """What several words may be together: a verb (अध्ययन करता था, मैं जाऊँगा) or a postposition (के लिए).

    One word is understood as `analyse` does.
    """
    if len(words) == 1:
        return analyse(words[0])
    if not 0 < len(words) <= MOST_WORDS:
        return ()
    whole = " ".join(words)
    return _readings((*closed_matches(whole, fold(whole)), *phrase_matches(words)))


def guess(word: str) -> tuple[Reading, ...]:
    """What an unlisted word may be by an ending that only Hindi has: नागरिकों, सेनाएँ, क्रांतियाँ."""
    return _readings(guesses(word))


def inflect(lemma: str) -> Iterator[Form]:
    """The forms of a lemma: of a verb with its tenses, a noun, an adjective or a word of a closed class.

    A conjunct or compound verb (अध्ययन करना, कर देना) has those of its last verb.
    """
    before, space, last = lemma.rpartition(" ")
    if not space:
        yield from nominals().forms(lemma)
        yield from closed_forms_of(lemma)
    for form in (*verbs().forms(last), *periphrases(last)):
        yield form._replace(
            surface=before + space + form.surface,
            alternatives=tuple(before + space + surface for surface in form.alternatives),
        )


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """How the keys of listed words begin, and the keys of those found as wholes: most words of a text are none."""
    lists = (nominals(), verbs())
    return (
        frozenset().union(*(each.heads for each in lists)),
        frozenset().union(closed_by_key(), *(each.whole for each in lists)),
    )


def _readings(matches: Iterable[Match]) -> tuple[Reading, ...]:
    found = list(matches)
    if any(match.marks for match in found):
        found.sort(key=lambda match: len(match.marks))
    return tuple(
        dict.fromkeys([Reading(match.lemma, match.pos, with_marks(match.features, match.marks)) for match in found])
    )
