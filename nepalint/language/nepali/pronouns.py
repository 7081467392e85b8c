"""Nepali pronouns: their paradigms from `rules/nepali/pronouns.tsv`, and the readings of their forms."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from nepalint.knowledge.nepali_nominals import Pronoun, pronouns
from nepalint.knowledge.suffixes import Suffix
from nepalint.language.morphology import Form, Reading
from nepalint.language.nepali.declension import AGREEMENT, NOMINATIVE, PLURAL, PLURAL_SLOT, decline
from nepalint.language.suffixes import chains

POS = "pronoun"
ERGATIVE = "erg"
OBLIQUE = "obl"
HEAD = 2
"""Code points at the beginning of a word that show it to be no pronoun."""
EMPH = "emph"


class _Stem(NamedTuple):
    """One thing a stem may be. `slot` is that of the bare stem, `None` where it needs a suffix.

    `prefix` is what the slots of its suffixed forms begin with, `None` where it takes no suffix. `plural` says whether
    -हरू must come first (उनी-), or must not (उन-); `None` for either (हाम्रा-).
    """

    lemma: str
    slot: str | None
    prefix: str | None
    without: frozenset[str] = frozenset()
    plural: bool | None = False


def lemmas() -> tuple[str, ...]:
    """The citation forms of all pronouns, in the order of the file."""
    return tuple(dict.fromkeys(entry.lemma for entry in pronouns()))


def inflect(lemma: str) -> Iterator[Form]:
    """The forms of a pronoun; nothing for other words."""
    for entry in pronouns():
        if entry.lemma == lemma and entry.is_generated:
            yield from _forms(entry)


def analyse(word: str) -> tuple[Reading, ...]:
    """The readings of `word` as a form of a pronoun."""
    if word[:HEAD] not in _heads() and word[:1] not in _heads():
        return ()
    found: dict[Reading, None] = {}
    for stem, suffixes in chains(word):
        for entry in _stems().get(stem, ()):
            slot = _slot(entry, suffixes)
            if slot is not None:
                found[Reading(entry.lemma, POS, slot)] = None
    return tuple(found)


def stems() -> Iterable[str]:
    """The forms of pronouns and their stems."""
    return _stems()


def _forms(entry: Pronoun) -> Iterator[Form]:
    number = entry.number
    # हामीहरू is another way to say हामी; उनीहरू is the plural of उनी.
    plural = tuple(stem + PLURAL for stem in entry.plural)
    more = plural if number == "pl" else ()
    yield _form(f"{number}.{NOMINATIVE}", entry.direct + more)
    if entry.stands_alone:
        yield _form(f"{number}.{OBLIQUE}", entry.oblique)
    if entry.emphatic:
        yield _form(f"{number}.{EMPH}", entry.emphatic)
    if entry.stands_alone and entry.emphatic_oblique:
        yield _form(f"{number}.{EMPH}.{OBLIQUE}", entry.emphatic_oblique)
    if entry.ergative:
        yield _form(f"{number}.{ERGATIVE}", entry.ergative)
    if entry.genitive:
        for slot, vowel in AGREEMENT.items():
            yield Form(f"{number}.gen.{slot}", entry.genitive + vowel, tuple(f"{stem}क{vowel}" for stem in more))
    for form in decline(number, entry.oblique + more, bare=False):
        if entry.genitive and form.form_id.startswith(f"{number}.gen."):
            continue
        if entry.ergative and form.form_id == f"{number}.{ERGATIVE}":
            continue
        yield form
    if entry.emphatic_oblique:
        yield from decline(f"{number}.{EMPH}", entry.emphatic_oblique, bare=False)
    if number == "sg" and plural:
        yield from decline(PLURAL_SLOT, plural)


def _form(form_id: str, surfaces: tuple[str, ...]) -> Form:
    return Form(form_id, surfaces[0], surfaces[1:])


def _slot(entry: _Stem, suffixes: tuple[Suffix, ...]) -> str | None:
    """The slot of the stem with `suffixes`, or `None` if it does not take them."""
    if not suffixes:
        return entry.slot
    if entry.prefix is None or suffixes[0].form in entry.without:
        return None
    slots = [suffix.slot for suffix in suffixes]
    if entry.plural is not None and (slots[0] == PLURAL_SLOT) is not entry.plural:
        return None
    if entry.plural:
        del slots[0]
    return ".".join((entry.prefix, *(slots or (NOMINATIVE,))))


@cache
def _stems() -> Mapping[str, tuple[_Stem, ...]]:
    """All stems of all pronouns."""
    index: dict[str, list[_Stem]] = {}
    for entry in pronouns():
        lemma, number = entry.lemma, entry.number

        def add(forms: tuple[str, ...], stem: _Stem) -> None:
            for form in forms:
                index.setdefault(form, []).append(stem)

        add(entry.direct, _Stem(lemma, f"{number}.{NOMINATIVE}", None))
        add(
            entry.oblique,
            _Stem(lemma, f"{number}.{OBLIQUE}" if entry.stands_alone else None, number, entry.without),
        )
        add(entry.plural, _Stem(lemma, None, PLURAL_SLOT, plural=True))
        add(entry.emphatic, _Stem(lemma, f"{number}.{EMPH}", None))
        alone = f"{number}.{EMPH}.{OBLIQUE}" if entry.stands_alone else None
        add(entry.emphatic_oblique, _Stem(lemma, alone, f"{number}.{EMPH}"))
        add(entry.ergative, _Stem(lemma, f"{number}.{ERGATIVE}", f"{number}.{ERGATIVE}"))
        if entry.genitive:
            for slot, vowel in AGREEMENT.items():
                name = f"{number}.gen.{slot}"
                add((entry.genitive + vowel,), _Stem(lemma, name, name, plural=None))
    return {form: tuple(found) for form, found in index.items()}


@cache
def _heads() -> frozenset[str]:
    """How pronouns begin, so that most words need no look."""
    return frozenset(stem[:HEAD] for stem in _stems())
