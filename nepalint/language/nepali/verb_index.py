"""Making the index of `nepalint/data/nepali_verbs.txt` from the paradigm and the verbs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from nepalint.knowledge.nepali_verb_model import Auxiliary
from nepalint.knowledge.nepali_verbs import verb_paradigm
from nepalint.language.nepali.verb_endings import Ending, causative_endings, class_endings, derived_endings
from nepalint.language.nepali.verb_lexicon import Verb, lexicon, verb
from nepalint.language.nepali.verb_sounds import Context, context, ending_after, written

HEADER = """\
# The Nepali verb for looking words up: endings and stems, worked out from rules/nepali/verbs.toml and verbs.tsv.
# Built by scripts/build_nepali_verbs.py; do not edit by hand. nepalint/knowledge/nepali_verb_index.py explains it.
"""

_Table = dict[str, dict[str, list[str]]]


def build() -> str:
    """The text of the index."""
    paradigm = verb_paradigm()
    stems: _Table = defaultdict(lambda: defaultdict(list))
    converbs: dict[str, list[str]] = defaultdict(list)
    tables: dict[str, tuple[Ending, ...]] = {}
    for entry in lexicon().values():
        for name, root, endings in _tables_of(entry):
            tables[name] = endings
            lemmas = stems[written(root)][name]
            if entry.lemma not in lemmas:
                lemmas.append(entry.lemma)
        for converb in entry.converbs:
            converbs[converb].append(entry.lemma)
    regular = _regular_classes()
    tables |= {table_name(name, place): class_endings(name, place) for name, place in regular}
    whole: _Table = defaultdict(lambda: defaultdict(list))
    for copula in paradigm.copulas:
        for form_id, shapes in copula.forms.items():
            for shape in shapes:
                whole[shape][copula.lemma].append(form_id)
    sections = {
        "endings": _endings(tables, phrases=False, negated=False),
        "negated": _endings(tables, phrases=False, negated=True),
        "phrases": _endings(tables, phrases=True, negated=False),
        "negated phrases": _endings(tables, phrases=True, negated=True),
        "stems": _lines(stems),
        "converbs": (f"{converb}\t{','.join(lemmas)}" for converb, lemmas in sorted(converbs.items())),
        "whole": _lines(whole),
        "reduplicated": (f"{first} {second}\t{slot.form_id}" for slot, first, second in paradigm.reduplicated),
        "compounds": map(_auxiliary, paradigm.compounds),
        "phases": map(_auxiliary, paradigm.phases),
        "press": (f"{wrong}\t{each.at}={right}" for each in paradigm.press for wrong, right in each.pairs),
        "joined": (f"{word}\t" for word in paradigm.joined),
        "regular": (
            f"{table_name(name, place)}\t{ending_after(place, paradigm.classes[name].lemma)}" for name, place in regular
        ),
        "unknown": (f"{form_id}\t" for form_id in sorted(paradigm.unknown_without)),
    }
    return HEADER + "".join(f"[{name}]\n" + "".join(f"{line}\n" for line in body) for name, body in sections.items())


def table_name(kind: str, place: Context) -> str:
    """The name of a table of endings: those of a class or derivation after roots that end like `place`."""
    return f"{kind}:{place}"


def _tables_of(entry: Verb) -> Iterator[tuple[str, str, tuple[Ending, ...]]]:
    """The tables by which the forms of a verb go, each with the root that they follow."""
    place = context(entry.root)
    name = entry.conjugation.name
    yield table_name(name, place), entry.root, class_endings(name, place)
    kind = (verb_paradigm().passive if entry.transitive else verb_paradigm().impersonal).id
    for root in entry.derived:
        yield table_name(kind, context(root)), root, derived_endings(kind, context(root))
    for lemma in entry.causatives:
        partner = verb(lemma)
        name, place = partner.conjugation.name, context(partner.root)
        yield table_name(f"{verb_paradigm().causative.id}-{name}", place), partner.root, causative_endings(name, place)


def _regular_classes() -> list[tuple[str, Context]]:
    """The classes that a lemma shows, by which unknown verbs go, each with what its roots may end in."""
    return [
        (name, place)
        for name, conjugation in verb_paradigm().classes.items()
        if not conjugation.listed
        for place in Context
        if conjugation.after_vowel == (place is Context.VOWEL)
    ]


def _endings(tables: dict[str, tuple[Ending, ...]], *, phrases: bool, negated: bool) -> Iterator[str]:
    found: _Table = defaultdict(lambda: defaultdict(list))
    for name, endings in sorted(tables.items()):
        for ending in endings:
            if ending.negated is negated:
                for shape in ending.shapes:
                    if (" " in shape) is phrases:
                        found[shape][name].append(ending.form_id)
    return _lines(found)


def _lines(table: _Table) -> Iterator[str]:
    for key, entries in sorted(table.items()):
        yield f"{key}\t{_value(entries.items())}"


def _value(entries: Iterable[tuple[str, list[str]]]) -> str:
    return " ".join(f"{name}={','.join(values)}" for name, values in entries)


def _auxiliary(auxiliary: Auxiliary) -> str:
    names = "".join(f" {form_id}={name}" for form_id, name in auxiliary.names.items())
    return f"{auxiliary.verb}\tid={auxiliary.id}{' again=yes' if auxiliary.again else ''}{names}"
