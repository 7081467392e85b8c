"""The index that `scripts/build_nepali_verbs.py` makes of the paradigm and the verbs, for looking words up fast.

The file holds sections, each begun by a line in brackets; the lines of a section are a key, a tab and a value. Values
stay as written until they are needed: `parsed` takes them apart.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from nepalint.knowledge.resources import data_root

FILE = "nepali_verbs.txt"


class VerbIndex(NamedTuple):
    """What to look up.

    `endings` and `negated` (those of forms with न in front) lead from what follows a root to form_ids by table of
    endings, `stems` from what is written of a root to lemmas by table; `parsed` reads both. `whole` are words that
    are not taken apart, with lemmas and form_ids. `converbs` leads from forms in -इ to lemmas, `compounds` and
    `phases` from the second verb to its id, a flag `again`, and names of single forms. `reduplicated` leads from the
    form_ids of two halves to that of the whole. `press` are spellings of the press, `joined` auxiliaries that it
    joins. `regular` leads from tables of endings to the end of the lemma; of the forms in `unknown` no unknown word is
    taken to be.
    """

    endings: Mapping[str, str]
    negated: Mapping[str, str]
    stems: Mapping[str, str]
    converbs: Mapping[str, str]
    whole: Mapping[str, str]
    reduplicated: Mapping[str, str]
    compounds: Mapping[str, str]
    phases: Mapping[str, str]
    press: Mapping[str, str]
    joined: Mapping[str, str]
    regular: Mapping[str, str]
    unknown: Mapping[str, str]


class PhraseIndex(NamedTuple):
    """The endings of forms that are written as several words, as in `VerbIndex`."""

    endings: Mapping[str, str]
    negated: Mapping[str, str]


@cache
def verb_index() -> VerbIndex:
    """The index of single words, read once in a process."""
    texts = _sections()
    return VerbIndex(
        **{name: _mapping(texts[name]) for name in VerbIndex._fields},
    )


@cache
def phrase_index() -> PhraseIndex:
    """The endings of several words, read when the first phrase is looked up."""
    texts = _sections()
    return PhraseIndex(_mapping(texts["phrases"]), _mapping(texts["negated phrases"]))


@lru_cache(1 << 14)
def parsed(value: str) -> Mapping[str, tuple[str, ...]]:
    """A value of the form `table=name,name table=name`."""
    entries = (entry.partition("=") for entry in value.split(" "))
    return {key: tuple(names.split(",")) for key, _, names in entries}


@cache
def _sections() -> Mapping[str, str]:
    text = (data_root() / FILE).read_text("utf-8")
    sections = {}
    for part in text.split("\n[")[1:]:
        name, _, body = part.partition("]\n")
        sections[name] = body
    return sections


def _mapping(body: str) -> Mapping[str, str]:
    # Plain dicts, typed as read-only: every word of a text is looked up here, and a proxy doubles the cost.
    return dict([line.split("\t") for line in body.split("\n") if line])
