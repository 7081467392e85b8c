"""Putting verbs together: every form of a lemma, from the paradigm of `rules/nepali/verbs.toml`."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from nepalint.knowledge.nepali_verb_model import INFINITIVE, NEGATION, Auxiliary
from nepalint.knowledge.nepali_verbs import verb_paradigm
from nepalint.language.morphology import Form
from nepalint.language.nepali.verb_endings import (
    Ending,
    causative_endings,
    class_endings,
    derived_endings,
    distinct,
    is_negated,
)
from nepalint.language.nepali.verb_lexicon import Verb, verb
from nepalint.language.nepali.verb_sounds import context, written


def copulas() -> tuple[str, ...]:
    """The lemmas of the copulas, which `inflect` knows beside the verbs of the lexicon."""
    return tuple(copula.lemma for copula in verb_paradigm().copulas)


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


def _base(entry: Verb) -> Iterator[Form]:
    """The forms of the verb itself, its infinitive with लगाउनु left to the causative."""
    for ending in class_endings(entry.conjugation.name, context(entry.root))[:-1]:
        yield _built(entry.root, ending)


def _reduplicated(entry: Verb) -> Iterator[Form]:
    for slot, first, second in verb_paradigm().reduplicated:
        halves = {
            ending.form_id: _shapes(_built(entry.root, ending))
            for ending in class_endings(entry.conjugation.name, context(entry.root))
            if ending.form_id in (first, second)
        }
        yield _form(slot.form_id, [a + b for a, b in zip(halves[first], halves[second], strict=True)])


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
            own = _auxiliary_forms(auxiliary.verb)
            yield from (_compound(entry, auxiliary, form) for form in own if form.form_id in auxiliary.names)


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


def _built(root: str, ending: Ending) -> Form:
    start = (NEGATION if ending.negated else "") + written(root)
    surface, *alternatives = ending.shapes
    return Form(ending.form_id, start + surface, tuple([start + shape for shape in alternatives]))


def _form(form_id: str, shapes: Iterable[str]) -> Form:
    surface, *alternatives = distinct(shapes)
    return Form(form_id, surface, tuple(alternatives))


def _shapes(form: Form) -> tuple[str, ...]:
    return (form.surface, *form.alternatives)
