"""The closed classes of Hindi: pronouns, postpositions (one word or more), particles, conjunctions, auxiliaries."""

from collections.abc import Iterator
from functools import cache

from nepalint.knowledge.hindi_closed import ClosedForm, closed_forms
from nepalint.language.hindi.paradigms import Form, Match
from nepalint.language.hindi.spelling import fold, fold_all, spelling_marks
from nepalint.text.script import NUKTA


@cache
def closed_by_key() -> dict[str, list[ClosedForm]]:
    """All closed forms by the key of their spelling; those of more than one word with single spaces."""
    entries = [entry for forms in closed_forms().values() for entry in forms]
    found: dict[str, list[ClosedForm]] = {}
    for entry, key in zip(entries, fold_all(entry.form for entry in entries), strict=True):
        found.setdefault(key, []).append(entry)
    for same in found.values():
        same.sort(key=lambda entry: entry.form != entry.lemma)  # से of से before से of सा
    return found


def closed_matches(word: str, key: str) -> list[Match]:
    """The ways to understand `word`, whose key is `key`, as a form of a closed class.

    When it is spelt exactly like a form, it is not taken for a variant of others.
    """
    entries = closed_by_key().get(key)
    if entries is None:
        return []
    return [
        Match(entry.lemma, entry.pos, features, entry.form, spelling_marks(word, entry.form))
        for entry in [entry for entry in entries if entry.form == word] or entries
        for features in entry.features
    ]


def closed_forms_of(lemma: str) -> Iterator[Form]:
    """The forms of a lemma of a closed class."""
    for entries in closed_forms().values():
        for entry in entries:
            if entry.lemma == lemma:
                for features in entry.features:
                    yield Form(entry.pos, features, entry.form)


def also_nepali(word: str) -> str:
    """What the spelling of a closed Hindi form is in Nepali (`का`: genitive), empty if it is no Nepali word."""
    entries = closed_by_key().get(fold(word), ())
    return next((entry.also_nepali for entry in entries if entry.form.replace(NUKTA, "") == word), "")
