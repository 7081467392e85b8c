"""The Nepali verb as `rules/nepali/verbs.toml` describes it: classes of verbs, tenses and their endings."""

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Any, TypeVar

from nepalint.errors import RulebookError
from nepalint.knowledge.nepali_verb_model import (
    Auxiliary,
    Causative,
    Conjugation,
    Copula,
    Derivation,
    Label,
    Press,
    Slot,
    VerbParadigm,
)
from nepalint.knowledge.resources import rules_root

PARADIGM_PATH = "rules/nepali/verbs.toml"
ALTERNANTS = ("inf", "np", "d", "nn", "past", "la", "opt", "imp")
PLACES = ("anywhere", "start", "later", "end")
"""Where in a word a spelling of the press is looked for."""

_K = TypeVar("_K")
_V = TypeVar("_V")

_CLASS_KEYS = frozenset(("en", "ne", "example", "lemma", "listed", "after", "derived", "also", "forms", *ALTERNANTS))
_TENSE_KEYS = frozenset(
    ("id", "en", "ne", "forms", "labels", "negative", "negated", "auxiliary", "template", "high"),
)
_POLITE = ("2high", "3high")


@cache
def verb_paradigm() -> VerbParadigm:
    """The shipped paradigm, read once in a process.

    Raises:
        RulebookError: the file breaks its own form.
    """
    return read_paradigm((rules_root() / "nepali" / "verbs.toml").read_text("utf-8"))


def read_paradigm(text: str) -> VerbParadigm:
    """The paradigm that a TOML text describes.

    Raises:
        RulebookError: naming the line of the entry that cannot be used.
    """
    if not unicodedata.is_normalized("NFC", text):
        raise RulebookError("the file is not NFC", path=PARADIGM_PATH)
    try:
        return _Reader(text, tomllib.loads(text)).paradigm()
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(f"this is not valid TOML: {error}", path=PARADIGM_PATH) from error
    except KeyError as error:
        raise RulebookError(f"{error.args[0]!r} is missing", path=PARADIGM_PATH) from error


class _Reader:
    """Turns the parsed file into the paradigm; errors name the line on which the entry begins."""

    def __init__(self, text: str, content: dict[str, Any]) -> None:
        self._lines = text.split("\n")
        self._content = content

    def paradigm(self) -> VerbParadigm:
        content = self._content
        persons = _frozen({person: Label(*names) for person, names in content["persons"].items()})
        classes = {name: self._conjugation(name, entry) for name, entry in content["class"].items()}
        slots = tuple(slot for entry in content["tense"] for slot in self._tense(entry, persons))
        self._check_slots(slots, classes)
        return VerbParadigm(
            classes=_frozen(classes),
            slots=slots,
            reduplicated=tuple(
                (Slot(entry["id"], "", "", (), False, Label(*entry["labels"])), entry["first"], entry["second"])
                for entry in content["reduplicated"]
            ),
            passive=_derivation(content["passive"]),
            impersonal=_derivation(content["impersonal"]),
            causative=_causative(content["causative"]),
            compounds=tuple(_auxiliary(entry) for entry in content["compound"]),
            phases=tuple(_auxiliary(entry) for entry in content["phase"]),
            copulas=tuple(
                Copula(entry["lemma"], _label(entry), _frozen({k: _several(v) for k, v in entry["forms"].items()}))
                for entry in content["copula"]
            ),
            copula_labels=_frozen({form: Label(*names) for form, names in content["cop_labels"].items()}),
            persons=persons,
            press=tuple(self._press(entry) for entry in content["press"]),
            joined=tuple(content["joined"]["auxiliaries"]),
            unknown_without=self._unknown(frozenset(slot.form_id for slot in slots)),
        )

    def _conjugation(self, name: str, entry: dict[str, Any]) -> Conjugation:
        if unknown := entry.keys() - _CLASS_KEYS:
            raise self._error(f"[class.{name}]", f"class {name}: unknown key {sorted(unknown)[0]!r}")
        if (also := entry.get("also")) is not None and also not in self._content["class"]:
            raise self._error(f"[class.{name}]", f"class {name}: `also` names {also!r}, which is no class")
        return Conjugation(
            name=name,
            label=_label(entry),
            example=entry["example"],
            lemma=entry["lemma"],
            after_vowel=entry.get("after") == "vowel",
            listed=entry.get("listed", False),
            alternants=_frozen({kind: _several(entry[kind]) for kind in ALTERNANTS if kind in entry}),
            derived=tuple(entry.get("derived", ())),
            also=also,
            forms=_frozen({form: _several(patterns) for form, patterns in entry.get("forms", {}).items()}),
        )

    def _tense(self, entry: dict[str, Any], persons: Mapping[str, Label]) -> Iterator[Slot]:
        tense = entry["id"]
        place = f'id = "{tense}"'
        if unknown := entry.keys() - _TENSE_KEYS:
            raise self._error(place, f"tense {tense}: unknown key {sorted(unknown)[0]!r}")
        forms = {slot: _several(patterns) for slot, patterns in entry["forms"].items()} if "forms" in entry else {}
        if "template" in entry:
            forms |= self._composite(entry)
        labels = {slot: Label(*names) for slot, names in entry.get("labels", {}).items()}
        title = _label(entry)
        positive: list[Slot] = []
        for slot, patterns in forms.items():
            own = labels.get(slot) or persons.get(slot)
            if own is None:
                raise self._error(place, f"tense {tense}: the slot {slot!r} is no person and has no label")
            label = Label(f"{title.en}: {own.en}", f"{title.ne}: {own.ne}")
            positive.append(Slot(f"{tense}.{slot}".rstrip("."), tense, slot, patterns, False, label))
        yield from positive
        if (order := entry.get("negative")) is None:
            return
        if order not in ("first", "last"):
            raise self._error(place, f"tense {tense}: negative must be first or last")
        negated = entry.get("negated", list(forms))
        if unknown_slots := [slot for slot in negated if slot not in forms]:
            raise self._error(place, f"tense {tense}: negated names {unknown_slots[0]!r}, which is no slot of it")
        for slot in positive:
            if slot.person in negated:
                form_id = f"{tense}.neg.{slot.person}" if order == "first" else f"{slot.form_id}.neg"
                label = Label(f"{slot.label.en}, negative", f"{slot.label.ne}, अकरण")
                yield slot._replace(form_id=form_id, negated=True, label=label)

    def _composite(self, entry: dict[str, Any]) -> dict[str, tuple[str, ...]]:
        """The forms of a tense with an auxiliary, from its template."""
        auxiliary = self._content["auxiliary"].get(entry["auxiliary"])
        if auxiliary is None:
            raise self._error(f'id = "{entry["id"]}"', f"{entry['auxiliary']!r} is no auxiliary")
        forms = {}
        for person, words in auxiliary.items():
            templates = _several(entry["high"] if person in _POLITE else entry["template"])
            forms[person] = tuple(
                template.replace("{aux}", word).replace("{ko}", self._content["agreement"][person])
                for word, template in product(_several(words), templates)
            )
        return forms

    def _check_slots(self, slots: Sequence[Slot], classes: Mapping[str, Conjugation]) -> None:
        ids = [slot.form_id for slot in slots]
        if len(known := frozenset(ids)) < len(ids):
            raise self._error("", f"the form {max(ids, key=ids.count)!r} is there twice")
        patterns = [(slot.form_id, pattern) for slot in slots for pattern in slot.patterns]
        for name, conjugation in classes.items():
            if unknown := conjugation.forms.keys() - known:
                raise self._error(f"[class.{name}.forms]", f"class {name}: {sorted(unknown)[0]!r} is no form")
            patterns += [(form, pattern) for form, own in conjugation.forms.items() for pattern in own]
        for form_id, pattern in patterns:
            alternant, plus, _ = pattern.partition("+")
            if not plus or (alternant and alternant not in ALTERNANTS):
                raise self._error(f'"{pattern}"', f"{form_id}: {pattern!r} names no alternant")

    def _unknown(self, forms: frozenset[str]) -> frozenset[str]:
        without = frozenset(self._content["unknown"]["without"])
        if unknown := without - forms:
            raise self._error("[unknown]", f"unknown: {sorted(unknown)[0]!r} is no form")
        return without

    def _press(self, entry: dict[str, Any]) -> Press:
        pairs = tuple((wrong, right) for wrong, right in entry["pairs"])
        if entry["at"] not in PLACES:
            raise self._error(f'at = "{entry["at"]}"', f"press: `at` must be one of {', '.join(PLACES)}")
        return Press(entry["at"], pairs, tuple((wrong, right) for wrong, right in entry["examples"]))

    def _error(self, place: str, message: str) -> RulebookError:
        line = next((number for number, line in enumerate(self._lines, 1) if place and place in line), 0)
        return RulebookError(message, path=PARADIGM_PATH, line=line)


def _derivation(entry: dict[str, Any]) -> Derivation:
    return Derivation(
        entry["id"],
        _label(entry),
        frozenset(entry["without"]),
        frozenset(entry.get("slots", ())),
        _frozen(entry["rename"]),
    )


def _causative(entry: dict[str, Any]) -> Causative:
    return Causative(
        entry["id"],
        _label(entry),
        tuple(entry["forms"]),
        tuple(entry["passive"]),
        entry["periphrastic"],
        Label(*entry["labels"]),
    )


def _auxiliary(entry: dict[str, Any]) -> Auxiliary:
    return Auxiliary(
        entry["verb"], entry["id"], _label(entry), entry.get("again", False), _frozen(entry.get("names", {}))
    )


def _label(entry: dict[str, Any]) -> Label:
    return Label(entry["en"], entry["ne"])


def _several(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _frozen(mapping: dict[_K, _V]) -> Mapping[_K, _V]:
    return MappingProxyType(mapping)
