"""The Hindi verb of `rules/hindi/verbs.toml` and `verb*.tsv`: paradigms, verbs, tenses, verbs after verbs."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from nepalint.errors import RulebookError
from nepalint.knowledge.hindi_tables import Cell, Paradigm, listed, place, settings, table

VERB_COLUMNS = ("lemma", "transitivity", "conjunct", "attested")
SLOT_COLUMNS = ("features", "joint", "tails")
IRREGULAR_COLUMNS = ("lemma", "joint", "status", "forms")
CONJUGATIONS = ("consonant", "vowel", "long_i", "long_u")
INFINITIVE = "ना"

_STRIPPED = {"consonant": INFINITIVE, "vowel": INFINITIVE, "long_i": "ी" + INFINITIVE, "long_u": "ू" + INFINITIVE}
_BY_SOUND = dict.fromkeys("ािेैोौआएओ", "vowel") | {"ी": "long_i", "ू": "long_u"}
_ANY_VALENCY = "t i ti"


class _Slot(NamedTuple):
    features: tuple[str, ...]
    joint: str
    tails: list[str]


class _Forms(NamedTuple):
    standard: tuple[str, ...] = ()
    nonstandard: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()


class Chain(NamedTuple):
    """A verb after a verb: the form of the first (a tag of its features), its transitivity, and which may follow it."""

    first: str
    then: frozenset[str]
    valency: frozenset[str]
    passive: bool


class VerbTable(NamedTuple):
    """What is known of the verb.

    `paradigms` has one entry a conjugation, and one an irregular verb, under its lemma; `words` are lemma and paradigm.
    `tenses` gives the aspect of a participle that stands with an auxiliary. `conjunct` verbs make one verb with a noun
    or adjective before them.
    """

    paradigms: dict[str, Paradigm]
    words: list[tuple[str, ...]]
    transitivity: dict[str, str]
    conjunct: frozenset[str]
    tenses: Mapping[str, str]
    chains: tuple[Chain, ...]


@cache
def verb_table() -> VerbTable:
    """The shipped description, read once in a process.

    Raises:
        RulebookError: a file breaks its own form.
    """
    rows = table("verbs", VERB_COLUMNS)
    transitivity = {lemma: valency for lemma, valency, _, _ in rows}
    irregular = _irregular()
    for lemma in (*transitivity, *irregular):
        if lemma not in transitivity or not lemma.endswith(INFINITIVE):
            raise RulebookError(f"‘{lemma}’ is not listed, or does not end in -ना", path=place("verbs.tsv"))
    content = settings("verbs")
    return VerbTable(
        paradigms=_paradigms(irregular),
        words=[(lemma, lemma if lemma in irregular else _conjugation(lemma)) for lemma in transitivity],
        transitivity=transitivity,
        conjunct=frozenset(lemma for lemma, _, conjunct, _ in rows if conjunct == "y"),
        tenses=content["tenses"],
        chains=tuple(_chains(content["chain"], transitivity)),
    )


def _paradigms(irregular: dict[str, dict[str, _Forms]]) -> dict[str, Paradigm]:
    slots = [
        _Slot(tuple(features.split(" ")), joint, listed(tails))
        for features, joint, tails in table("verb_slots", SLOT_COLUMNS, ordered=False)
    ]
    joints = {
        name: {kind: listed(forms) for kind, forms in zip(CONJUGATIONS, cells, strict=True)}
        for name, *cells in table("verb_joints", ("joint", *CONJUGATIONS))
    }
    used = {slot.joint for slot in slots}.union(*irregular.values())
    if unknown := used - joints.keys():
        raise RulebookError(f"{min(unknown)!r} is no joint", path=place("verb_joints.tsv"))
    found = {
        kind: Paradigm("verb", _STRIPPED[kind], tuple(_cells(slots, joints, kind, "", {}))) for kind in CONJUGATIONS
    }
    for lemma, forms in irregular.items():
        kind = _conjugation(lemma)
        base = lemma.removesuffix(_STRIPPED[kind])
        found[lemma] = Paradigm("verb", lemma, tuple(_cells(slots, joints, kind, base, forms)))
    return found


def _irregular() -> dict[str, dict[str, _Forms]]:
    """The whole forms of irregular verbs, by lemma and joint."""
    found: dict[str, dict[str, _Forms]] = {}
    for lemma, joint, status, forms in table("verb_irregular", IRREGULAR_COLUMNS):
        if status not in _Forms._fields:
            raise RulebookError(f"‘{lemma}’: {status!r} is no status", path=place("verb_irregular.tsv"))
        known = found.setdefault(lemma, {})
        known[joint] = known.get(joint, _Forms())._replace(**{status: tuple(forms.split(" "))})
    return found


def _cells(
    slots: list[_Slot],
    joints: Mapping[str, Mapping[str, list[str]]],
    conjugation: str,
    base: str,
    irregular: Mapping[str, _Forms],
) -> Iterator[Cell]:
    """The cells of a conjugation; those of one verb, if its `base` and `irregular` forms are given."""
    for features, joint, tails in slots:
        whole = irregular.get(joint, _Forms())
        joined = whole.standard or [base + form for form in joints[joint][conjugation]]
        yield Cell(
            features,
            *(
                tuple([form + tail for form in forms for tail in tails])
                for forms in (joined, whole.nonstandard, whole.bound)
            ),
        )


def _chains(entries: list[dict[str, Any]], transitivity: Mapping[str, str]) -> Iterator[Chain]:
    for entry in entries:
        then = frozenset(entry["then"].split(" "))
        if unknown := then - transitivity.keys():
            message = f"‘{min(unknown)}’ of {entry['example']!r} is not in verbs.tsv"
            raise RulebookError(message, path=place("verbs.toml"))
        valency = frozenset(entry.get("valency", _ANY_VALENCY).split(" "))
        yield Chain(entry["first"], then, valency, entry.get("passive", False))


def _conjugation(lemma: str) -> str:
    return _BY_SOUND.get(lemma[-3], "consonant")
