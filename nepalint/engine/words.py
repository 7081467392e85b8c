"""Running the word rules: every distinct word is judged once, and the verdict serves all its occurrences."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Set
from typing import NamedTuple

from nepalint.diagnostic import Diagnostic, Evidence
from nepalint.document import Document
from nepalint.engine.agreement import one_finding_a_word
from nepalint.knowledge.verdicts import stamp, verdicts
from nepalint.language.frequency import rare as rare_among
from nepalint.language.names import COMMON_SUFFIXES
from nepalint.rulebook import RuleMeta, WordHit, WordRule
from nepalint.rulebook.sieve import SEEN
from nepalint.text.spans import Edit
from nepalint.text.spelling import irregular_among, spelled

INDEX_FROM = 3_000
"""Rare words seen from which an index of stems is worth its making."""
HEAD = 3
"""Code points at the beginning of a word that rule most words out at once."""
MEMO_WORDS = 400_000
"""Verdicts kept in one process; beyond this the memo starts anew, so that memory stays bounded."""


class _Finding(NamedTuple):
    """What a rule says of a word, as if it were the document, and the stem that the document has to hold beside it."""

    sample: Diagnostic
    beside: str


class WordPass:
    """The word rules of one run with their memo; `failed` is called with a rule and its exception."""

    def __init__(self, rules: tuple[WordRule, ...]) -> None:
        self._rules = rules
        self._judged: set[str] = set()
        self._generation = SEEN.generation
        self._samples: dict[str, tuple[Diagnostic, ...]] = {}
        self._contested: dict[str, tuple[_Finding, ...]] = {}
        self._spelled: dict[str, str] = {}
        self._index: _StemIndex | None = None
        self._seen = 0
        self._known = {rule: known for rule in rules if (known := _known_verdict(rule)) is not None}

    def judge(self, document: Document, *, failed: Callable[[WordRule, Exception], None], deadline: float) -> None:
        """Judge the words of `document` that no earlier document of this process held."""
        if len(self._judged) > MEMO_WORDS or self._generation != SEEN.generation:
            self._generation = SEEN.generation
            self._judged.clear()
            self._samples.clear()
            self._contested.clear()
            self._spelled.clear()
        fresh = document.words - self._judged
        SEEN.offer(document.words, fresh)  # telling the new words once serves text rules too
        if not fresh:
            return
        tokens: dict[str, list[str]] = {}
        irregular = irregular_among(fresh)
        for word in irregular:
            form = self._spelled[word] = spelled(word).form
            if form:
                tokens.setdefault(form, []).append(word)
        new = fresh.difference(irregular) if irregular else fresh
        forms = new | tokens.keys() if tokens else new
        found: dict[str, list[_Finding]] = {}
        broken = False
        rare = rare_among(forms)
        self._seen += len(rare)
        if self._index is None and self._seen >= INDEX_FROM:
            self._index = _StemIndex(self._rules)
        indexed = self._index.candidates(rare) if self._index is not None else {}
        for rule in self._rules:
            try:
                for form in self._worth_examining(rule, forms, rare, indexed):
                    hit = rule.examine(form)
                    if hit is not None:
                        for word in (form, *tokens.get(form, ())) if form in new else tokens.get(form, ()):
                            found.setdefault(word, []).append(_Finding(_sample(rule.meta, word, form, hit), hit.beside))
                if time.monotonic() > deadline:
                    raise TimeoutError
            except Exception as error:
                broken = True
                failed(rule, error)
        for word, findings in found.items():
            samples = [one.sample for one in findings]
            if any(one.beside for one in findings):
                self._contested[word] = tuple(findings)
            elif len(samples) > 1:
                samples = one_finding_a_word(samples)  # once, and not at every occurrence
            self._samples[word] = tuple(samples)
        if not broken:
            self._judged |= fresh

    def _worth_examining(
        self, rule: WordRule, forms: Set[str], rare: frozenset[str], indexed: dict[WordRule, list[str]]
    ) -> Iterable[str]:
        """The forms that `rule` has to look at: the rare ones, and the listed ones known to be flagged."""
        flagged = self._known.get(rule)
        if flagged is None:
            return rule.candidates(forms)
        return [*(indexed[rule] if rule in indexed else rule.candidates(rare)), *(forms & flagged)]

    def diagnostics(self, document: Document) -> Iterator[Diagnostic]:
        """The findings at every unprotected occurrence of a judged word, in order."""
        samples, words = self._samples, document.words
        contested = self._contested.keys() & words
        held: dict[str, tuple[Diagnostic, ...]] = {}
        if contested:
            forms = {self._spelled[word] for word in self._spelled.keys() & words}
            held = _standing({word: self._contested[word] for word in contested}, words, forms)
        protected = document.zones.protected
        guarded = len(protected) > 0
        for word, start, end in document.occurrences(samples):
            if guarded and protected.overlaps(start, end):
                continue
            for sample in held[word] if word in contested else samples[word]:
                yield sample.moved(start)


def _known_verdict(rule: WordRule) -> frozenset[str] | None:
    """The listed words that `rule` flags, or None where that was not worked out for this very rule."""
    verdict = verdicts().get(rule.meta.code)
    return verdict.flagged if verdict is not None and verdict.stamp == stamp(rule.definition) else None


def _standing(
    contested: dict[str, tuple[_Finding, ...]], words: Set[str], forms: Set[str]
) -> dict[str, tuple[Diagnostic, ...]]:
    """What is found in `contested` words without the findings whose other spelling no word has, bare or suffixed.

    `forms` are what those words spell that are typed irregularly.
    """
    held = {
        stem: any(stem + suffix in words or stem + suffix in forms for suffix in ("", *COMMON_SUFFIXES))
        for stem in {one.beside for found in contested.values() for one in found if one.beside}
    }
    return {
        word: tuple([one.sample for one in found if held.get(one.beside, True)]) for word, found in contested.items()
    }


class _StemIndex:
    """The beginnings of words that rules can flag, and which rules: one look at each word serves all of them."""

    def __init__(self, rules: tuple[WordRule, ...]) -> None:
        self._rules: list[WordRule] = []
        self._speakers: dict[str, tuple[WordRule, ...]] = {}
        for rule in rules:
            stems = rule.stems()
            if stems is not None:
                self._rules.append(rule)
                speakers: dict[str, tuple[WordRule, ...]] = dict.fromkeys(stems, (rule,))
                for stem in self._speakers.keys() & speakers.keys():
                    speakers[stem] = (*self._speakers[stem], rule)
                self._speakers.update(speakers)
        lengths = set(map(len, self._speakers)) or {0}
        self._shortest, self._longest = min(lengths), max(lengths)
        self._heads = frozenset(stem[:HEAD] for stem in self._speakers)

    def candidates(self, forms: Collection[str]) -> dict[WordRule, list[str]]:
        """For each rule with known stems those of `forms`, which no list holds, that begin with one."""
        found: dict[WordRule, dict[str, None]] = {rule: {} for rule in self._rules}
        speakers, heads, shortest, longest = self._speakers, self._heads, self._shortest, self._longest + 1
        for form in forms:
            if form[:HEAD] not in heads and form[: HEAD - 1] not in heads:
                continue
            for length in range(shortest, min(len(form) + 1, longest)):
                if form[:length] in speakers:
                    for rule in speakers[form[:length]]:
                        found[rule][form] = None
        return {rule: list(words) for rule, words in found.items()}


def _sample(meta: RuleMeta, word: str, form: str, hit: WordHit) -> Diagnostic:
    """The finding for `word` as if the document were that word alone."""
    offsets = range(len(word) + 1) if word == form else spelled(word).offsets
    found = form[hit.start : hit.end]
    edits: tuple[Edit, ...] = ()
    fix = ""
    if hit.replacement is not None:
        fix = form[hit.start : hit.edit_start] + hit.replacement + form[hit.edit_end : hit.end]
        edits = (Edit(offsets[hit.edit_start], offsets[hit.edit_end], hit.replacement),)
    start, end = offsets[hit.start], offsets[hit.end]
    evidence = (Evidence(start, end, word[start:end], hit.why, hit.why_en),) if hit.why else ()
    return meta.diagnose(
        start, end, found=found, fix=fix, edits=edits, evidence=evidence, applicability=hit.applicability
    )
