"""Taking verbs apart: what forms of which verbs a written word may be, by lookups of its ending and its stem."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from nepalint.knowledge.nepali_verb_index import parsed, phrase_index, verb_index
from nepalint.knowledge.nepali_verb_model import INFINITIVE, NEGATION
from nepalint.language.morphology import Reading
from nepalint.text.script import MAX_WORD

POS = "verb"
HEAD = TAIL = 2
"""Code points of stems and endings that rule most words out."""
MEMO_WORDS = 1 << 12
"""Words whose readings are remembered: one word is asked for by several analysers, one after the other."""
_CONVERB_ENDS = frozenset("िइ")
_LONGEST_PHRASE = 8
"""Words; no form has more than five."""
_FIRST_OF_OTHERS = ("cmp.", "caus.", "phase.")
"""How the form_ids begin that do not stand after an infinitive as one form with it."""


class Second(NamedTuple):
    """A verb that stands after another: its id, names of single forms, and how its own compounds begin."""

    id: str
    names: Mapping[str, str]
    thirds: tuple[str, ...]


@lru_cache(MEMO_WORDS)
def analyse(word: str) -> tuple[Reading, ...]:
    """All readings of a written word as a form of a verb of the lexicon; press spellings have none.

    >>> [reading.features for reading in analyse("गरिरहन्छ")]
    ['cmp.irahanchha']
    """
    if len(word) > MAX_WORD or not _may_be_form(word):
        return ()
    index = verb_index()
    readings = _whole(index.whole.get(word))
    readings += _forms(word, index.endings, len(word))
    if word.startswith(NEGATION):
        readings += _forms(word[1:], index.negated, len(word) - 1, compounds=1)
    half = len(word) // 2
    if half and word[half] == word[0] and len(word) == 2 * half:
        readings += _reduplicated(word[:half], word[half:])
    return tuple(dict.fromkeys(readings)) if readings else ()


class _Shapes(NamedTuple):
    """How stems and converbs begin and endings end, by which most words are no forms of verbs."""

    heads: frozenset[str]
    tails: frozenset[str]
    negated_tails: frozenset[str]
    compound_tails: frozenset[str]


@cache
def _shapes() -> _Shapes:
    index = verb_index()
    return _Shapes(
        frozenset(stem[:HEAD] for stem in (*index.stems, *index.converbs) if stem),
        frozenset(ending[-TAIL:] for ending in index.endings if len(ending) >= TAIL),
        frozenset(ending[-TAIL:] for ending in index.negated if len(ending) >= TAIL),
        frozenset(
            (stem + ending)[-TAIL:]
            for stem, value in index.stems.items()
            if any(lemma in index.compounds for lemmas in parsed(value).values() for lemma in lemmas)
            for ending in index.endings
            if len(ending) < TAIL
        ),
    )


def _may_be_form(word: str) -> bool:
    """Whether the beginning and the end of `word` let it be a form; many that are none pass."""
    index, shapes = verb_index(), _shapes()
    if word in index.whole or (len(word) % 2 == 0 and word.startswith(word[len(word) // 2 :])):
        return True
    if _is_shaped(word, shapes.heads, shapes.tails, index.endings):
        return True
    return word.startswith(NEGATION) and _is_shaped(word[1:], shapes.heads, shapes.negated_tails, index.negated)


def _is_shaped(text: str, heads: frozenset[str], tails: frozenset[str], endings: Mapping[str, str]) -> bool:
    stems = verb_index().stems
    if text[:HEAD] not in heads and text[:1] not in heads:
        return text in endings  # after an empty stem: भयो
    if text[-TAIL:] in tails or text in stems or text[:-1] in stems:
        return True
    return text[-TAIL:] in _shapes().compound_tails and not _CONVERB_ENDS.isdisjoint(text[1:-1])


def analyse_phrase(words: Sequence[str]) -> tuple[Reading, ...]:
    """All readings of several words as one form of a verb: गर्ने छ, गर्न थाल्यो; one word is analysed as such."""
    if len(words) == 1:
        return analyse(words[0])
    if not words or len(words) > _LONGEST_PHRASE:
        return ()
    phrase = " ".join(words)
    index = phrase_index()
    readings = _whole(verb_index().whole.get(phrase))
    readings += _forms(phrase, index.endings, len(words[0]))
    if phrase.startswith(NEGATION):
        readings += _forms(phrase[1:], index.negated, len(words[0]) - 1, compounds=1)
    readings += _phase(words)
    return tuple(dict.fromkeys(readings))


def _whole(value: str | None) -> list[Reading]:
    if value is None:
        return []
    return [Reading(lemma, POS, form_id) for lemma, form_ids in parsed(value).items() for form_id in form_ids]


def _forms(text: str, endings: Mapping[str, str], first: int, compounds: int = 2) -> list[Reading]:
    """Readings of `text` as stem and ending, and as a verb in -इ with another after it.

    The stem lies in the `first` code points. `compounds` says how many verbs may still follow the first one.
    """
    index = verb_index()
    stems = index.stems
    readings: list[Reading] = []
    for cut in range(first + 1):
        stem = stems.get(text[:cut])
        if stem is not None:
            ending = endings.get(text[cut:])
            if ending is not None:
                readings += _matches(stem, ending)
        if compounds and text[cut : cut + 1] in _CONVERB_ENDS:
            lemmas = index.converbs.get(text[: cut + 1])
            if lemmas is not None:
                readings += _compound(lemmas.split(","), text[cut + 1 :], endings, first - cut - 1, compounds - 1)
    return readings


@lru_cache(1 << 14)
def _matches(stem: str, ending: str) -> tuple[Reading, ...]:
    """The readings of a stem with an ending, both as the index gives them."""
    form_ids = parsed(ending)
    return tuple(
        Reading(lemma, POS, form_id)
        for table, lemmas in parsed(stem).items()
        if table in form_ids
        for lemma in lemmas
        for form_id in form_ids[table]
    )


def _compound(
    lemmas: Sequence[str], rest: str, endings: Mapping[str, str], first: int, compounds: int
) -> Iterator[Reading]:
    """Readings of verbs in -इ before `rest`, which must be a form of a verb that stands there.

    Of three verbs the last one must be such as follows a compound, and not the second one again.
    """
    seconds = _seconds("compounds")
    for reading in _forms(rest, endings, first, compounds):
        second = seconds.get(reading.lemma)
        if second is None or reading.features.startswith("caus."):
            continue
        if reading.features.startswith("cmp.") and not reading.features.startswith(second.thirds):
            continue
        name = second.names.get(reading.features, f"{second.id}.{reading.features}")
        for lemma in lemmas:
            yield Reading(lemma, POS, f"cmp.{name}")


def _phase(words: Sequence[str]) -> Iterator[Reading]:
    """Readings as an infinitive in -न and a verb such as थाल्नु."""
    verbs = [reading.lemma for reading in analyse(words[0]) if reading.features == INFINITIVE]
    if not verbs:
        return
    phases = _seconds("phases")
    for reading in analyse_phrase(words[1:]):
        second = phases.get(reading.lemma)
        if second is not None and not reading.features.startswith(_FIRST_OF_OTHERS):
            yield from (Reading(lemma, POS, f"phase.{second.id}.{reading.features}") for lemma in verbs)


def _reduplicated(first: str, second: str) -> Iterator[Reading]:
    """Readings as two forms of one verb joined: गर्दागर्दै."""
    firsts = {(reading.lemma, reading.features) for reading in analyse(first)}
    if not firsts:
        return
    for pair, form_id in verb_index().reduplicated.items():
        first_id, _, second_id = pair.partition(" ")
        for reading in analyse(second):
            if reading.features == second_id and (reading.lemma, first_id) in firsts:
                yield Reading(reading.lemma, POS, form_id)


@cache
def _seconds(section: str) -> Mapping[str, Second]:
    """The verbs that stand after another, of the section `compounds` or `phases` of the index."""
    index = verb_index()
    entries = {
        lemma: {key: names[0] for key, names in parsed(value).items()}
        for lemma, value in (index.compounds if section == "compounds" else index.phases).items()
    }
    thirds = {lemma: f"cmp.{entry['id']}" for lemma, entry in entries.items() if "again" in entry}
    return {
        lemma: Second(entry["id"], entry, tuple(start for third, start in thirds.items() if third != lemma))
        for lemma, entry in entries.items()
    }
