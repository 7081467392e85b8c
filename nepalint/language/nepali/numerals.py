"""Nepali numerals: numbers in words, ordinals, classifiers; in words and in digits, with suffixes."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import product

from nepalint.knowledge.nepali_nominals import numerals
from nepalint.knowledge.suffixes import Suffix
from nepalint.language.morphology import Form, Reading
from nepalint.language.nepali.declension import AGREEMENT, CASES, O, decline, with_emphasis
from nepalint.language.suffixes import chains
from nepalint.text.script import CONSONANTS, DEVANAGARI_DIGITS, SIGN_OF

POS = "numeral"
CARDINAL = "card"
ORDINAL = "ord"
COLLECTIVE = "all"
MULTIPLE = "times"
FRACTION = "fraction"
HUNDRED = 100
HEAD = 2
"""Code points at the beginning of a word that show it to be no number word."""
_DIGITS = frozenset("0123456789" + DEVANAGARI_DIGITS)
_GROUPING = ",."
_WITHOUT_GROUPING = str.maketrans("", "", _GROUPING)


def spell(number: int) -> str:
    """A number from 0 to a hundred kharba less one in words, by the Indian powers: 123456 is एक लाख तेइस हजार ….

    Raises:
        ValueError: the number is negative or too large.
    """
    table = numerals()
    powers = sorted(table.powers.items(), key=lambda item: -item[1])
    if not 0 <= number < powers[0][1] * HUNDRED:
        raise ValueError(f"{number} has no name here")
    if number < HUNDRED:
        return table.cardinals[number][0]
    words: list[str] = []
    for word, power in powers:
        count, number = divmod(number, power)
        if count:
            words += [table.cardinals[count][0], word]
    if number:
        words.append(table.cardinals[number][0])
    return " ".join(words)


def value(words: Iterable[str]) -> Fraction | None:
    """The number that a sequence of number words says: एक सय पच्चीस, साढे तीन लाख; `None` if it is none."""
    table = numerals()
    total = Fraction(0)
    factor: Fraction | None = None
    more = Fraction(0)
    last: int | None = None
    for word in words:
        if (power := table.powers.get(word)) is not None:
            if (last is not None and power >= last) or (more and factor is None):
                return None
            total += (1 if factor is None else factor) * power
            factor, last = None, power
        elif factor is not None:
            return None
        elif (number := _values().get(word)) is not None:
            factor, more = number + more, Fraction(0)
        elif (part := table.fractions.get(word)) is not None and not more:
            factor = part
        elif (added := table.added.get(word)) is not None and not more:
            more = added
        else:
            return None
    if more or (factor is None and last is None) or (factor is not None and last is not None and factor >= last):
        return None
    return total + (factor or 0)


def ordinal(number: int) -> tuple[str, ...]:
    """The ordinal of a number under a hundred, its alternatives after it."""
    table = numerals()
    if (own := table.ordinals.get(number)) is not None:
        return own
    return _ordinals(table.cardinals[number])


def inflect(lemma: str) -> Iterator[Form]:
    """The forms of a cardinal or power: ordinal, with classifiers, all of them, and with case; nothing for others."""
    table = numerals()
    number = _values().get(lemma)
    if number is not None and table.cardinals[number][0] == lemma:
        words = table.cardinals[number]
    elif lemma in table.powers:
        words = (lemma,)
    else:
        return
    for slot, forms in _bare(number, words):
        yield Form(slot, forms[0], forms[1:])
        yield from decline(slot, forms, bare=False, kinds=CASES)


def analyse(word: str) -> tuple[Reading, ...]:
    """The readings of `word` as a form of a number word, or of a number in digits with a suffix (१०औँ, २५वटा, १९९०मा).

    The lemma of a number in digits is the number as it is written.
    """
    if word[:1] in _DIGITS:
        return _analyse_digits(word)
    if word[:HEAD] not in _heads() and word[:1] not in _heads():
        return ()
    found: dict[Reading, None] = {}
    for stem, suffixes in chains(word):
        for lemma, slot in _forms().get(stem, ()):
            if suffixes and suffixes[0].kind == "classifier":
                if slot == CARDINAL:
                    found[Reading(lemma, POS, ".".join(suffix.slot for suffix in suffixes))] = None
            else:
                found[Reading(lemma, POS, _with_suffixes(slot, suffixes))] = None
    return tuple(found)


def words() -> Iterable[str]:
    """The bare number words."""
    return _forms()


def _bare(number: int | None, words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The slots of a cardinal (or of a power, without a number) before case, each with its forms."""
    table = numerals()
    yield CARDINAL, words
    ordinals = ordinal(number) if number is not None else _ordinals(words)
    if ordinals[0].endswith(O):
        for slot in ("m", "pl", "f"):
            yield f"{ORDINAL}.{slot}", tuple(word[:-1] + AGREEMENT[slot] for word in ordinals)
    else:
        yield ORDINAL, ordinals
    collectives = table.collectives.get(number) if number is not None else None
    if collectives is None:
        collectives = tuple(filter(None, (with_emphasis(word) for word in words if word[-1] in CONSONANTS)))
    if collectives:
        yield COLLECTIVE, collectives
    fused = table.fused if number == 1 else {}
    for slot in dict.fromkeys((*table.classifiers, *fused)):
        joined = tuple(map("".join, product(words, table.classifiers.get(slot, ()))))
        yield slot, ((fused[slot],) if slot in fused else ()) + joined
    if number is not None and (multiples := table.multiples.get(number)):
        yield MULTIPLE, multiples


def _ordinals(words: tuple[str, ...]) -> tuple[str, ...]:
    """सात → सातौँ, असी → असीऔँ, each with every spelling of the ending."""
    return tuple(
        word + (SIGN_OF[ending[0]] + ending[1:] if word[-1] in CONSONANTS else ending)
        for ending in numerals().ordinal_endings
        for word in words
    )


def _analyse_digits(word: str) -> tuple[Reading, ...]:
    found: dict[Reading, None] = {}
    for stem, suffixes in chains(word):
        slot = CARDINAL
        number = stem
        for ending in numerals().ordinal_endings:
            if stem.endswith(ending):
                number, slot = stem[: -len(ending)], ORDINAL
        if not (number and _DIGITS.issuperset(number.translate(_WITHOUT_GROUPING))) or number[-1] in _GROUPING:
            continue
        if suffixes and suffixes[0].kind == "classifier" and slot == CARDINAL:
            found[Reading(number, POS, ".".join(suffix.slot for suffix in suffixes))] = None
        else:
            found[Reading(number, POS, _with_suffixes(slot, suffixes))] = None
    return tuple(found)


def _with_suffixes(slot: str, suffixes: tuple[Suffix, ...]) -> str:
    return ".".join((slot, *(suffix.slot for suffix in suffixes)))


@cache
def _values() -> Mapping[str, int]:
    """The cardinals under a hundred, in every spelling."""
    return {word: number for number, words in enumerate(numerals().cardinals) for word in words}


@cache
def _forms() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Every form before case, with lemma and slot; classifiers that are plainly joined are left to the suffixes."""
    table = numerals()
    index: dict[str, tuple[tuple[str, str], ...]] = {}
    entries: list[tuple[int | None, tuple[str, ...]]] = [*enumerate(table.cardinals)]
    entries += [(None, (word,)) for word in table.powers]
    for number, words in entries:
        for slot, forms in _bare(number, words):
            kept = (table.fused[slot],) if number == 1 and slot in table.fused else forms
            if slot not in table.classifiers or kept is not forms:
                for form in kept:
                    index[form] = (*index.get(form, ()), (words[0], slot))
    for word in (*table.fractions, *table.added):
        index[word] = (*index.get(word, ()), (word, FRACTION))
    return index


@cache
def _heads() -> frozenset[str]:
    """How number words begin, so that most words need no look."""
    return frozenset(form[:HEAD] for form in _forms())
