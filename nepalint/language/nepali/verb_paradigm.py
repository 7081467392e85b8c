"""Putting verbs together: every form of a lemma, from the paradigm of `rules/nepali/verbs.toml`."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from nepalint.errors import UsageError
from nepalint.knowledge.nepali_verb_model import Auxiliary, Conjugation, Derivation, Slot
from nepalint.knowledge.nepali_verb_table import VerbRow, verb_rows
from nepalint.knowledge.nepali_verbs import verb_paradigm
from nepalint.language.nepali.verb_sounds import Context, context, ending_after, join, root_of, written

PASSIVE_CLASS = "2i"
"""The class by which passives and impersonals go."""
NEGATION = "न"
INFINITIVE = "nf.inf.na"
"""The form before verbs such as थाल्नु."""


class Form(NamedTuple):
    """One form: where it stands in the paradigm, how it is written, and how else it may be."""

    form_id: str
    surface: str
    alternatives: tuple[str, ...] = ()


class Ending(NamedTuple):
    """What is written after the root in one form; the shapes are the standard one, then its alternatives."""

    form_id: str
    shapes: tuple[str, ...]
    negated: bool


class Verb(NamedTuple):
    """A verb with what its forms are built on; roots are in sound, so that those in a consonant end in a virama."""

    lemma: str
    conjugation: Conjugation
    root: str
    derived: tuple[str, ...]
    """Roots of the passive or impersonal, the usual one first."""
    transitive: bool
    causatives: tuple[str, ...]

    @property
    def converbs(self) -> tuple[str, ...]:
        """The verb in -इ, as it stands before another verb: गरि, खाइ, भइ."""
        roots = [join(self.root, past) for past in self.conjugation.alternants["past"]]
        if self.conjugation.also is not None:
            roots += [join(self.root, past) for past in _conjugation(self.conjugation.also).alternants["past"]]
        return tuple(join(root, "इ") for root in roots)


@cache
def lexicon() -> Mapping[str, Verb]:
    """The verbs of `rules/nepali/verbs.tsv`, copulas left out."""
    return MappingProxyType({row.lemma: _verb(row) for row in verb_rows()})


@cache
def verb(lemma: str) -> Verb:
    """The verb of a lemma; one that the table does not have is taken for regular and transitive.

    Raises:
        UsageError: it does not look like the infinitive of a verb.
    """
    return lexicon().get(lemma) or _verb(VerbRow(lemma, "", True, (), 0))


def inflect(lemma: str) -> Iterator[Form]:
    """The paradigm of a verb or copula, in the order of the grammar.

    Compounds with other verbs are left to `compounds` and `phases`, but for those with a name of their own.

    Raises:
        UsageError: `lemma` is neither a verb of the table nor like a regular one.
    """
    for copula in verb_paradigm().copulas:
        if copula.lemma == lemma:
            yield from (Form(form_id, shapes[0], shapes[1:]) for form_id, shapes in copula.forms.items())
            return
    entry = verb(lemma)
    yield from _base(entry)
    yield from _reduplicated(entry)
    yield from _named_compounds(entry)
    yield from _derived(entry)
    yield from _causative(entry)


def compounds(lemma: str) -> Iterator[Form]:
    """The forms of a verb joined to another one that shades its meaning: गरिदिन्छ, गरिहाल्यो, गरिदिइरहेको छ.

    Raises:
        UsageError: as `inflect`.
    """
    entry = verb(lemma)
    for auxiliary in verb_paradigm().compounds:
        for form in _second_forms(auxiliary.verb):
            if form.form_id not in auxiliary.names:
                yield _compound(entry, auxiliary, form)


def phases(lemma: str) -> Iterator[Form]:
    """The infinitive in -न before verbs such as थाल्नु and सक्नु: गर्न थाल्यो.

    Raises:
        UsageError: as `inflect`.
    """
    infinitives = next(_shapes(form) for form in _base(verb(lemma)) if form.form_id == INFINITIVE)
    for auxiliary in verb_paradigm().phases:
        for form in _auxiliary_forms(auxiliary.verb):
            if not is_negated(form.form_id):
                shapes = [f"{infinitive} {shape}" for infinitive in infinitives for shape in _shapes(form)]
                yield _form(phase_id(auxiliary, form.form_id), shapes)


def compound_id(auxiliary: Auxiliary, form_id: str) -> str:
    """What the form of a compound is called, by the form of its second verb."""
    return f"cmp.{auxiliary.names.get(form_id, f'{auxiliary.id}.{form_id}')}"


def phase_id(auxiliary: Auxiliary, form_id: str) -> str:
    """What an infinitive in -न with a verb after it is called, by the form of that verb."""
    return f"phase.{auxiliary.id}.{form_id}"


@cache
def class_endings(name: str, place: Context) -> tuple[Ending, ...]:
    """All endings of a class after roots that end like `place`."""
    conjugation = _conjugation(name)
    other = _conjugation(conjugation.also) if conjugation.also is not None else None
    endings = []
    for slot in verb_paradigm().slots:
        shapes = _slot_shapes(conjugation, slot, place)
        if other is not None:
            shapes += _slot_shapes(other, slot, place)[:1]
        if shapes:
            endings.append(Ending(slot.form_id, _distinct(shapes), slot.negated))
    periphrastic = verb_paradigm().causative.periphrastic
    shapes = _pattern_shapes(conjugation, periphrastic, place)
    return (*endings, Ending(f"{verb_paradigm().causative.id}.periph", _distinct(shapes), False))


@cache
def derived_endings(kind: str, place: Context) -> tuple[Ending, ...]:
    """All endings of the passive (`pass`) or the impersonal (`impers`) after roots that end like `place`."""
    derivation = derivation_of(kind)
    by_id = {ending.form_id: ending for ending in class_endings(PASSIVE_CLASS, place)}
    return tuple(
        by_id[slot.form_id]._replace(form_id=derived_id(derivation, slot))
        for slot in verb_paradigm().slots
        if is_derived(derivation, slot)
    )


@cache
def causative_endings(name: str, place: Context) -> tuple[Ending, ...]:
    """Those endings of a causative that stand in the paradigm of the basic verb, by the causative's class."""
    causative = verb_paradigm().causative
    by_id = {ending.form_id: ending for ending in class_endings(name, place)}
    passive = {ending.form_id: ending for ending in derived_endings(verb_paradigm().passive.id, place)}
    chosen = [by_id[form_id] for form_id in causative.forms] + [passive[form_id] for form_id in causative.passive]
    return tuple(ending._replace(form_id=f"{causative.id}.{ending.form_id.removeprefix('nf.')}") for ending in chosen)


def derivation_of(kind: str) -> Derivation:
    """The description of the passive (`pass`) or the impersonal (`impers`)."""
    paradigm = verb_paradigm()
    return paradigm.passive if kind == paradigm.passive.id else paradigm.impersonal


def derived_id(derivation: Derivation, slot: Slot) -> str:
    """What a form of class 2i is called in the passive or impersonal."""
    return f"{derivation.id}.{derivation.rename.get(slot.form_id, slot.form_id).removeprefix('nf.')}"


def is_derived(derivation: Derivation, slot: Slot) -> bool:
    """Whether the passive or impersonal has the form that a slot stands for."""
    if slot.tense in derivation.without:
        return False
    return not derivation.persons or slot.person not in verb_paradigm().persons or slot.person in derivation.persons


def is_negated(form_id: str) -> bool:
    """Whether the form is one with न before the verb."""
    return form_id in _negated()


@cache
def _negated() -> frozenset[str]:
    paradigm = verb_paradigm()
    own = {slot.form_id for slot in paradigm.slots if slot.negated}
    for derivation in (paradigm.passive, paradigm.impersonal):
        own |= {derived_id(derivation, slot) for slot in paradigm.slots if slot.negated}
    return frozenset(own)


def _conjugation(name: str) -> Conjugation:
    return verb_paradigm().classes[name]


def _verb(row: VerbRow) -> Verb:
    conjugation, root = _class_and_root(row)
    derived = conjugation.derived or tuple(join(root, past) for past in conjugation.alternants["past"])
    return Verb(row.lemma, conjugation, root, derived, row.transitive, row.causatives)


def _class_and_root(row: VerbRow) -> tuple[Conjugation, str]:
    """The class that the table names, else the unlisted one whose ending is the longest that fits."""
    classes = verb_paradigm().classes
    named = [classes[row.conjugation]] if row.conjugation else [each for each in classes.values() if not each.listed]
    for conjugation in sorted(named, key=lambda each: -len(each.lemma)):
        root = root_of(row.lemma, conjugation.lemma, after_vowel=conjugation.after_vowel)
        if root is not None and (root or row.conjugation):
            return conjugation, root
    raise UsageError(f"{row.lemma} is not the infinitive of a verb", hint="Name a verb by its form in -नु: गर्नु.")


def _base(entry: Verb) -> Iterator[Form]:
    """The forms of the verb itself, its infinitive with लगाउनु left to the causative."""
    for ending in class_endings(entry.conjugation.name, context(entry.root))[:-1]:
        yield _built(entry.root, ending)


def _reduplicated(entry: Verb) -> Iterator[Form]:
    own = {form.form_id: form for form in _base(entry)}
    for slot, first, second in verb_paradigm().reduplicated:
        shapes = [a + b for a, b in zip(_shapes(own[first]), _shapes(own[second]), strict=True)]
        yield _form(slot.form_id, shapes)


def _derived(entry: Verb) -> Iterator[Form]:
    kind = (verb_paradigm().passive if entry.transitive else verb_paradigm().impersonal).id
    by_root = [[_built(root, ending) for ending in derived_endings(kind, context(root))] for root in entry.derived]
    for same in zip(*by_root, strict=True):
        yield _form(same[0].form_id, chain.from_iterable(map(_shapes, same)))


def _causative(entry: Verb) -> Iterator[Form]:
    yield _built(entry.root, class_endings(entry.conjugation.name, context(entry.root))[-1])
    partners = [verb(lemma) for lemma in entry.causatives]
    by_verb = [
        [_built(each.root, ending) for ending in causative_endings(each.conjugation.name, context(each.root))]
        for each in partners
    ]
    for same in zip(*by_verb, strict=True):
        yield _form(same[0].form_id, chain.from_iterable(map(_shapes, same)))


def _named_compounds(entry: Verb) -> Iterator[Form]:
    for auxiliary in verb_paradigm().compounds:
        if auxiliary.names:
            yield from (
                _compound(entry, auxiliary, form)
                for form in _second_forms(auxiliary.verb)
                if form.form_id in auxiliary.names
            )


def _compound(entry: Verb, auxiliary: Auxiliary, form: Form) -> Form:
    """The verb in -इ with a form of another after it; न goes to the front."""
    prefix = NEGATION if is_negated(form.form_id) else ""
    shapes = [prefix + converb + shape.removeprefix(prefix) for converb in entry.converbs for shape in _shapes(form)]
    return _form(compound_id(auxiliary, form.form_id), shapes)


@cache
def _auxiliary_forms(lemma: str) -> tuple[Form, ...]:
    """The forms that a verb has after another: its own and its passive, compounds left out."""
    entry = verb(lemma)
    return (*_base(entry), *_derived(entry))


@cache
def _second_forms(lemma: str) -> tuple[Form, ...]:
    """The forms of the second verb of a compound, which may carry a compound of its own with रहनु or सक्नु."""
    entry = verb(lemma)
    again = []
    for auxiliary in verb_paradigm().compounds:
        if auxiliary.again and auxiliary.verb != lemma:
            for form in _auxiliary_forms(auxiliary.verb):
                if not is_negated(form.form_id):
                    shapes = [converb + shape for converb in entry.converbs for shape in _shapes(form)]
                    again.append(_form(compound_id(auxiliary, form.form_id), shapes))
    return (*_auxiliary_forms(lemma), *again)


def _slot_shapes(conjugation: Conjugation, slot: Slot, place: Context) -> list[str]:
    patterns = conjugation.forms.get(slot.positive, slot.patterns)
    return list(chain.from_iterable(_pattern_shapes(conjugation, pattern, place) for pattern in patterns))


def _pattern_shapes(conjugation: Conjugation, pattern: str, place: Context) -> list[str]:
    kind, _, rest = pattern.partition("+")
    alternants = conjugation.alternants.get(kind, ()) if kind else ("",)
    return [ending_after(place, alternant, rest) for alternant in alternants]


def _built(root: str, ending: Ending) -> Form:
    start = (NEGATION if ending.negated else "") + written(root)
    return _form(ending.form_id, [start + shape for shape in ending.shapes])


def _form(form_id: str, shapes: Iterable[str]) -> Form:
    surface, *alternatives = _distinct(shapes)
    return Form(form_id, surface, tuple(alternatives))


def _shapes(form: Form) -> tuple[str, ...]:
    return (form.surface, *form.alternatives)


def _distinct(shapes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(shapes))
