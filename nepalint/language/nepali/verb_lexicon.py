"""The verbs that are known, and the roots of any regular one."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from nepalint.errors import RulebookError, UsageError
from nepalint.knowledge.nepali_verb_model import Conjugation
from nepalint.knowledge.nepali_verb_table import PATH, VerbRow, verb_rows
from nepalint.knowledge.nepali_verbs import verb_paradigm
from nepalint.language.nepali.verb_sounds import join, root_of
from nepalint.text.script import is_word


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
        pasts = self.conjugation.alternants["past"]
        if self.conjugation.also is not None:
            pasts += verb_paradigm().classes[self.conjugation.also].alternants["past"]
        return tuple(join(join(self.root, past), "इ") for past in pasts)


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
    if (known := lexicon().get(lemma)) is not None:
        return known
    if not is_word(lemma):
        raise _no_infinitive(lemma)
    return _verb(VerbRow(lemma, "", True, (), 0))


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
    if row.line:
        raise RulebookError(f"{row.lemma} fits no class, or not the one named", path=PATH, line=row.line)
    raise _no_infinitive(row.lemma)


def _no_infinitive(lemma: str) -> UsageError:
    return UsageError(f"{lemma} is not the infinitive of a verb", hint="Name a verb by its form in -नु: गर्नु.")
