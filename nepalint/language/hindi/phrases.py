"""Hindi verbs of several words: tenses (करता था), verbs after verbs (कर देना), conjuncts (अध्ययन करना), the passive.

A phrase is understood from its first verb to its last; what stands before the first is its noun or adjective. The lemma
is what stands before the last verb as it is, and the lemma of the last: अध्ययन कर दिया था is of `अध्ययन कर देना`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from nepalint.knowledge.hindi_closed import ClosedForm, closed_forms
from nepalint.knowledge.hindi_verbs import INFINITIVE, Chain, verb_table
from nepalint.language.hindi.closed import closed_by_key, closed_matches
from nepalint.language.hindi.paradigms import Form, Match
from nepalint.language.hindi.spelling import BOUND, fold
from nepalint.language.hindi.verbs import verb_matches, verbs

MOST_NOMINAL = 3
"""Words that may stand before the first verb of a conjunct or idiom: अंगारों पर पैर रखना."""
MOST_POSTPOSITION = 3
"""Words of a postposition: के बारे में."""
MOST_WORDS = 12
"""Longer phrases are not verbs; nothing is sought in them."""

_OBLIQUE = "NFIN;OBL"
_PERFECT_OBLIQUE = "V.PTCP;MASC;PL;PFV"
"""The oblique of the participle is spelt like its plural."""
_POSTPOSITION = "POST"
_PARTICIPLE = "V.PTCP;"
_PROGRESSIVE = "PROG"
_PROSPECTIVE = "PROSP"
_PASSIVE = "PASS"
_NEGATED = "NEG"
_ATTRIBUTIVE = "ATTR"
_OBLIGATION = "OBLIG"
_AGENT = "वाला"
_CASES = ("ERG", "DAT", "ACC")
_EMPHATIC = frozenset(("भी", "ही", "तो"))
_WITHIN_IDIOMS = frozenset(("पर", "में", "से"))
"""Postpositions that idioms have between their words."""


class _Group(NamedTuple):
    """A verb of one word or more. `head` is the lemma of its first verb."""

    lemma: str
    head: str
    features: str
    marks: tuple[str, ...] = ()


def phrase_matches(words: Sequence[str]) -> Iterator[Match]:
    """The ways to understand the words, which are more than one, as one verb."""
    subject = _subjects().get(fold(words[0]))
    if subject is not None and len(words) > 1:
        for match in _conjuncts(words[1:]):
            if match.features.startswith(subject):
                yield match
    yield from _conjuncts(words)
    yield from _with_postposition(words)


def periphrases(lemma: str) -> Iterator[Form]:
    """The tenses of more than one word of a verb, in the order of the auxiliaries; nothing if it is not listed."""
    if lemma not in verbs():
        return
    table = verb_table()
    auxiliaries = _auxiliaries()
    stem = lemma.removesuffix(INFINITIVE)
    participles = [form for form in verbs().forms(lemma) if form.features.startswith(_PARTICIPLE)]
    participles += [
        Form("verb", features, f"{stem} {form.form}")
        for form in auxiliaries
        for features in form.features
        if features.endswith(_PROGRESSIVE)
    ]
    for participle in participles:
        aspect = table.tenses.get(participle.features.rpartition(";")[2])
        if aspect is None:
            continue
        for auxiliary in auxiliaries:
            for features in auxiliary.features:
                tense = _tense(participle.features, features, aspect)
                if tense is not None:
                    yield Form("verb", tense, f"{participle.surface} {auxiliary.form}")


def _conjuncts(words: Sequence[str]) -> Iterator[Match]:
    """The longest verb at the end of the words, with what stands before it."""
    hosts = verb_table().conjunct
    for start in range(min(len(words), MOST_NOMINAL + 1)):
        nominal = words[:start]
        if start and not _may_be_nominal(nominal):
            continue
        found = [group for group in _groups(words[start:]) if not start or group.head in hosts]
        for group in found:
            lemma = " ".join((*nominal, group.lemma))
            yield Match(lemma, "verb", group.features, lemma, group.marks)
        if found:
            return


def _with_postposition(words: Sequence[str]) -> Iterator[Match]:
    """करने में, करने के लिए, किए जाने पर, किए बिना."""
    for start in range(max(1, len(words) - MOST_POSTPOSITION), len(words)):
        after = " ".join(words[start:])
        if any(match.pos == "postposition" for match in closed_matches(after, fold(after))):
            for match in _conjuncts(words[:start]):
                if match.features.startswith((_OBLIQUE, _PERFECT_OBLIQUE)):
                    yield match._replace(features=f"{match.features};{_POSTPOSITION}")


def _groups(words: Sequence[str]) -> Iterator[_Group]:
    """The ways to understand the words, all of them, as one verb; negation and emphasis may stand within it."""
    negative = _negatives()
    core = [word for word in words if word not in negative and word not in _EMPHATIC]
    if not core or words[-1] in _EMPHATIC:
        return
    negated = any(word in negative for word in words)
    for group in _plain_groups(core):
        yield group._replace(features=f"{group.features};{_NEGATED}") if negated else group


def _plain_groups(words: Sequence[str]) -> Iterator[_Group]:
    if len(words) == 1:
        for match in _verbal(words[0]):
            yield _Group(match.lemma, match.lemma, match.features, match.marks)
        return
    for first in verb_matches(words[0]):
        yield from _tenses(first, words[1:])
        yield from _closed_off(first, words[1:])
        yield from _chained(first, words[1:])


def _tenses(first: Match, rest: Sequence[str]) -> Iterator[_Group]:
    """करता था, किया है, कर रहा हूँ, कर रहा."""
    participle, marks = first.features, first.marks
    if participle == "STEM":
        progressive = [
            match for match in closed_matches(rest[0], fold(rest[0])) if match.features.endswith(_PROGRESSIVE)
        ]
        for match in progressive:
            marks = (*first.marks, *match.marks)
            if len(rest) == 1:
                yield _Group(first.lemma, first.lemma, match.features, marks)
            else:
                yield from _with_auxiliary(first._replace(features=match.features, marks=marks), rest[1:])
    elif participle.startswith(_PARTICIPLE):
        yield from _with_auxiliary(first, rest)


def _with_auxiliary(first: Match, rest: Sequence[str]) -> Iterator[_Group]:
    aspect = verb_table().tenses.get(first.features.rpartition(";")[2])
    if len(rest) != 1 or aspect is None:
        return
    for match in closed_matches(rest[0], fold(rest[0])):
        tense = _tense(first.features, match.features, aspect)
        if tense is not None and match.pos == "verb":
            yield _Group(first.lemma, first.lemma, tense, (*first.marks, *match.marks))


def _tense(participle: str, auxiliary: str, aspect: str) -> str | None:
    """The features of a participle with an auxiliary, or `None` where they do not agree."""
    _, gender, number, *oblique, _ = participle.split(";")
    if oblique:
        return None
    person, _, rest = auxiliary.partition(";")
    if not person.isdigit() or not rest.startswith(number):
        return None
    mood, _, other_gender = rest.removeprefix(f"{number};").partition(";")
    if other_gender and other_gender != gender:
        return None
    return f"{person};{number};{aspect};{mood};{gender}"


def _closed_off(first: Match, rest: Sequence[str]) -> Iterator[_Group]:
    """कर के, करने वाला, करने वाला था, करता हुआ, किया हुआ, करना चाहिए, करना चाहिए था."""
    if len(rest) > 2:
        return
    following, marks = rest[0], first.marks
    if first.features == "STEM" and following in ("कर", "के") and len(rest) == 1:
        yield _Group(first.lemma, first.lemma, "V.CVB", marks)
    if first.features == _OBLIQUE:
        for match in closed_matches(following, fold(following)):
            if match.lemma == _AGENT:
                agent = first._replace(features=f"{_PARTICIPLE}{match.features};{_PROSPECTIVE}")
                if len(rest) == 1:
                    yield _Group(agent.lemma, agent.lemma, agent.features, marks)
                else:
                    yield from _with_auxiliary(agent, rest[1:])
    if first.features.startswith(_PARTICIPLE) and len(rest) == 1:
        for match in verb_matches(following):
            if match.lemma == "होना" and match.features.rpartition(";")[0] == first.features.rpartition(";")[0]:
                yield _Group(first.lemma, first.lemma, f"{first.features};{_ATTRIBUTIVE}", (*marks, *match.marks))
    if first.features.startswith("NFIN"):
        for match in closed_matches(following, fold(following)):
            if not match.features.startswith(_OBLIGATION):
                continue
            if len(rest) == 1:
                yield _Group(first.lemma, first.lemma, _OBLIGATION, (*marks, *match.marks))
            elif any(form.form == rest[1] and ";PST" in form.features[0] for form in _auxiliaries()):
                yield _Group(first.lemma, first.lemma, f"{_OBLIGATION};PST", (*marks, *match.marks))


def _chained(first: Match, rest: Sequence[str]) -> Iterator[_Group]:
    """कर दिया, किया गया, करने लगा."""
    chains = [chain for chain in verb_table().chains if _begins(chain, first)]
    if not chains:
        return
    for group in _plain_groups(rest):
        for chain in chains:
            if group.head not in chain.then:
                continue
            marks = (*(mark for mark in first.marks if mark != BOUND), *group.marks)
            if chain.passive:
                yield _Group(first.lemma, first.lemma, f"{group.features};{_PASSIVE}", marks)
            else:
                yield _Group(f"{first.standard} {group.lemma}", first.lemma, group.features, marks)


def _begins(chain: Chain, first: Match) -> bool:
    tag = first.features
    fits = tag == chain.first or (tag.startswith(_PARTICIPLE) and tag.endswith(f";{chain.first}"))
    return fits and verb_table().transitivity[first.lemma] in chain.valency


def _verbal(word: str) -> Iterator[Match]:
    """A word as a form of a verb or an auxiliary."""
    yield from verb_matches(word)
    for match in closed_matches(word, fold(word)):
        if match.pos == "verb" and not match.features.endswith(_PROGRESSIVE):
            yield match


def _may_be_nominal(words: Sequence[str]) -> bool:
    """Whether words may be the noun or adjective of a conjunct, as far as closed classes tell."""
    for position, word in enumerate(words):
        entries = closed_by_key().get(fold(word), ())
        if any(entry in _auxiliaries() or _is_participant(entry) for entry in entries):
            return False
        if any(entry.pos == "postposition" and entry.features != ("",) for entry in entries):
            if position in (0, len(words) - 1) or word not in _WITHIN_IDIOMS:
                return False
        elif entries and all(entry.pos == "conjunction" for entry in entries):
            return False
    return True


def _is_participant(entry: ClosedForm) -> bool:
    """Whether a form is a pronoun that is subject or object: मैं, उसने, मुझे, but not अपना, ऐसी."""
    first = entry.features[0]
    return entry.pos == "pronoun" and (first[:1].isdigit() or first.endswith(_CASES))


@cache
def _auxiliaries() -> tuple[ClosedForm, ...]:
    return closed_forms()["auxiliaries"]


@cache
def _negatives() -> frozenset[str]:
    return frozenset(entry.form for entry in closed_forms()["function_words"] if entry.features == (_NEGATED,))


@cache
def _subjects() -> dict[str, str]:
    """What the features of a finite verb begin with, by the pronoun that is its subject."""
    found: dict[str, str] = {}
    for entry in closed_forms()["pronouns"]:
        for features in entry.features:
            if features[:1].isdigit() and features.endswith(";DIR"):
                person, number, *honorific = features.removesuffix(";DIR").split(";")
                found[fold(entry.form)] = f"{3 if honorific else person};{number};"
    return found
