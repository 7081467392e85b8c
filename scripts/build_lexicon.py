"""Build nepalint/data/lexicon.txt from the committed counts, tables and lists.

Usage: python -m scripts.build_lexicon [--check | --left-out]

A word is counted in when Nepali texts have it three times or more and two texts or more agree on it. It is left out
when it is malformed, misspelt by a table or rule, a variant of a much commoner word (rules/nepali/variants.toml), or
Hindi. Words of closed lists, tables and paradigms come in for their own sake and are never taken for variants. So do
the words of the vocabulary, but one that is misspelt or a variant stops the build.
With --check nothing is written; the exit code is 1 when the committed file is not what the sources give.
With --left-out the words left out are printed, each with its count and reason.
"""

import importlib
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

import regex

from nepalint.knowledge.closed_classes import closed_words
from nepalint.knowledge.frequencies import frequencies, in_several_texts
from nepalint.knowledge.gazetteer import Entry, EntryType, gazetteer
from nepalint.knowledge.lexicon import COUNTED, FILE
from nepalint.knowledge.origins import Origin
from nepalint.knowledge.spelling_variants import SpellingVariants, spelling_variants
from nepalint.knowledge.tables import correction_table
from nepalint.knowledge.verdicts import verdicts
from nepalint.knowledge.vocabulary import vocabulary
from nepalint.language.morphology import Reading
from nepalint.language.origin import origin_of
from nepalint.language.suffixes import cut, standard_form
from scripts.data_file import arguments, settle

LEAST_COUNT = 3
"""Occurrences in Nepali text that a counted word needs."""
HINDI_DOMINANCE = 8
"""A word so many times commoner in Hindi than in Nepali is Hindi, unless Nepali inflects it."""
SETTLED = 20
"""A word that Nepali text has so often is at home in it, however common it is in Hindi."""
INFLECTED = 3
"""So many occurrences with Nepali suffixes show that Nepali inflects a word."""
RULES = ("ORT001", "ORT002", "ORT004", "ORT005")
"""Safe rules of spelling that look at the word alone; what they flag is misspelt."""
PARADIGMS = ("verbs", "pronouns", "numerals", "nominals")
"""Modules of nepalint.language.nepali whose `analyse` gives the readings of a form."""
VOCABULARY = "list:vocabulary"
"""The reason of the words of rules/nepali/vocabulary.tsv."""
GUESSED = frozenset({"noun"})
"""Parts of speech that a paradigm gives any unknown word; they are no evidence."""
SPLIT_FROM = 60
"""Groups of at least so many words are broken at every new initial letter, so that a change touches a short line."""

HEADER = """\
# The Nepali lexicon: word forms in standard spelling. Built by scripts/build_lexicon.py; do not edit by hand.
# From frequencies.txt, rules/nepali/ and rules/tables/; what is left out and why: scripts/build_lexicon.py --left-out.
# Each line: why the words are here, tab, part of speech or nothing, tab, origin or nothing, tab, the words.
"""

_SUFFIXES = ("को", "का", "लाई", "ले", "मा", "बाट", "हरू", "हरु", "सँग", "देखि")
_WELL_FORMED = regex.compile(r"(?:(?:[क-ह](?:्(?:(?<=र्)\u200D)?[क-ह])*+(?:्|[ािीुूृेैोौ]?+)|[अ-ऌएऐओऔ])[ँं]?+ः?+)++")

Analyse = Callable[[str], Iterable[Reading]]


@cache
def analysers() -> tuple[Analyse, ...]:
    """The analysers of paradigms that are there."""
    found = []
    for name in PARADIGMS:
        try:
            module = importlib.import_module(f"nepalint.language.nepali.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"nepalint.language.nepali.{name}":
                raise
        else:
            found.append(module.analyse)
    return tuple(found)


@cache
def readings(word: str) -> tuple[Reading, ...]:
    """What paradigms say of `word`, guesses left out."""
    found = [reading for analyse in analysers() for reading in analyse(word) if reading.pos not in GUESSED]
    return tuple(dict.fromkeys(found))


def sources(word: str) -> Iterator[tuple[str, str]]:
    """Why `word` is Nepali beside its count, and the part of speech it has by that."""
    for closed in _closed().get(word, ()):
        yield f"closed:{closed[0]}", closed[1]
    if entry := gazetteer().by_spelling.get(word):
        yield f"table:{entry.table}", _pos(entry)
    for pos in _vocabulary().get(word, {}):
        yield VOCABULARY, pos
    for lemma, pos in dict.fromkeys((reading.lemma, reading.pos) for reading in readings(word)):
        if pos not in _vocabulary().get(word, {}):
            yield f"paradigm:{lemma}", pos


@cache
def _vocabulary() -> Mapping[str, Mapping[str, Origin]]:
    found: dict[str, dict[str, Origin]] = defaultdict(dict)
    for word, pos, origin in vocabulary():
        found[word][pos] = origin
    return dict(found)


@cache
def _closed() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for word in closed_words():
        found[word.word] = (*found.get(word.word, ()), (word.list, word.pos))
    return found


def _pos(entry: Entry) -> str:
    """Loans are of every part of speech; what the gazetteer names is a name, but months and peoples are nouns."""
    if entry.type is EntryType.LOAN:
        return ""
    return "noun" if entry.type in (EntryType.MONTH, EntryType.PEOPLE) else "name"


class Spelling:
    """Tells misspelt and foreign words from Nepali ones, by the counts, tables and rules."""

    def __init__(self, counts: Mapping[str, int], hindi: Mapping[str, int], variants: SpellingVariants) -> None:
        self._counts = counts
        self._hindi = hindi
        self._variants = variants
        self._wrong = {row.wrong for row in correction_table("misspellings")} | set(gazetteer().misspelt)
        self._flagged = {word for code in RULES for word in verdicts()[code].flagged}
        self._hindi_share = sum(counts.values()) / sum(hindi.values())
        self._loans: dict[str, list[str]] = defaultdict(list)
        right = sorted(gazetteer().by_spelling)
        for spelling, key in zip(right, variants.folded(right), strict=True):
            self._loans[key].append(spelling)
        words = sorted(counts)
        self._keys = dict(zip(words, variants.folded(words), strict=True))
        self._alike: dict[str, list[str]] = defaultdict(list)
        for word, key in self._keys.items():
            self._alike[key].append(word)

    def fault(self, word: str) -> str | None:
        """Why `word` stays out, or None."""
        stem, _ = cut(word)
        if broken := self._broken(word, stem):
            return broken
        for form in dict.fromkeys((word, stem)):
            if self._distinct(form) or any(sources(form)):
                return None
            if other := self.commoner(form):
                return f"variant of {other}"
        return "Hindi" if self._is_hindi(word) else None

    def fault_of_lemma(self, word: str) -> str | None:
        """Why `word` cannot stand in the vocabulary, or None: of that no list or paradigm acquits it."""
        if broken := self._broken(word, word):
            return broken
        if not (self._distinct(word) or word in gazetteer().by_spelling) and (other := self.commoner(word)):
            return f"variant of {other}"
        return None

    def _broken(self, word: str, stem: str) -> str | None:
        if not _WELL_FORMED.fullmatch(word):
            return "malformed"
        if word in self._flagged:
            return "rule"
        if any(standard_form(suffix) != suffix for suffix in cut(word).suffixes):
            return "suffix"
        return "misspelling" if word in self._wrong or stem in self._wrong else None

    def _distinct(self, form: str) -> bool:
        return form in self._variants.distinct or form in gazetteer().distinct

    def commoner(self, word: str) -> str | None:
        """The word that `word` misspells, or None."""
        count = self._counts.get(word, 0)
        key = self._keys.get(word) or self._variants.folded([word])[0]
        for right in self._loans.get(key, ()):
            if self._counts.get(right, 0) >= max(count, 1):
                return right
        for standard in self._variants.standards:
            for candidate in standard.candidates(word):
                if self._counts.get(candidate, 0) >= max(standard.ratio * count, 1):
                    return candidate
        for other in self._alike.get(key, ()):
            if self._counts[other] >= max(self._variants.ratio * count, LEAST_COUNT) and not (
                _inflected(word, other) or self._variants.both_right(word, other) or self._variants.is_norm(word, other)
            ):
                return other
        return None

    def _is_hindi(self, word: str) -> bool:
        count = self._counts[word]
        if word in self._variants.shared:
            return False
        if self._hindi.get(word, 0) * self._hindi_share < HINDI_DOMINANCE * count or count >= SETTLED:
            return False
        return sum(self._counts.get(word + suffix, 0) for suffix in _SUFFIXES) < INFLECTED


def _inflected(word: str, other: str) -> bool:
    """Whether a last nasal sign that only `word` has may mark a person of the verb: गरेँ."""
    return word[-1] in "ँं" and word[:-1] == other


@cache
def shipped_spelling() -> Spelling:
    """The judge of spelling over the committed counts and rules."""
    known = frequencies()
    return Spelling(known.nepali, known.hindi, spelling_variants())


def refused() -> dict[str, str]:
    """The words of the vocabulary that are misspelt, with their fault."""
    spelling = shipped_spelling()
    return {entry.word: fault for entry in vocabulary() if (fault := spelling.fault_of_lemma(entry.word))}


def counted() -> dict[str, str | None]:
    """The words that are counted often enough, with the fault that keeps them out."""
    known = frequencies()
    spelling = shipped_spelling()
    words = sorted(word for word in in_several_texts() if known.nepali[word] >= LEAST_COUNT)
    return {word: spelling.fault(word) for word in words}


def build(words: Mapping[str, str | None]) -> str:
    """The text of lexicon.txt from what `counted` gives."""
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    kept = {word for word, fault in words.items() if fault is None}
    listed = {word.word for word in closed_words()} | gazetteer().by_spelling.keys() | _vocabulary().keys()
    for word in kept | {word for word in listed if " " not in word}:
        known = tuple(sources(word))
        for reason, pos in known or ((COUNTED, ""),):
            origin = _vocabulary()[word][pos] if reason == VOCABULARY else origin_of(word)
            groups[reason, pos, origin or ""].append(word)
    lines = []
    for group, members in sorted(groups.items()):
        members.sort()
        parts = (
            [list(part) for _, part in groupby(members, key=lambda word: word[0])]
            if len(members) >= SPLIT_FROM
            else [members]
        )
        lines += ["\t".join((*group, " ".join(part))) + "\n" for part in parts]
    return HEADER + "".join(lines)


def main() -> int:
    """Write the file, compare it, or list what it leaves out."""
    parser = arguments(FILE)
    parser.add_argument("--left-out", action="store_true", help="print the words left out, with count and reason")
    given = parser.parse_args()
    words = counted()
    if given.left_out:
        for word, fault in words.items():
            if fault:
                print(word, frequencies().nepali[word], fault, sep="\t")
        return 0
    if faults := refused():
        for word, reason in faults.items():
            print(f"rules/nepali/vocabulary.tsv: {word}: {reason}", file=sys.stderr)
        return 1
    return settle(FILE, build(words), check=given.check)


if __name__ == "__main__":
    sys.exit(main())
