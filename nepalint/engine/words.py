"""Running the word rules: every distinct word is judged once, and the verdict serves all its occurrences."""

import time
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from nepalint.diagnostic import Diagnostic, Evidence, Fix
from nepalint.document import Document
from nepalint.rulebook import RuleMeta, WordHit, WordRule
from nepalint.text.spans import Edit
from nepalint.text.spelling import irregular, spelled

INDEX_FROM = 3_000
"""New words of a document from which an index of stems is worth its making."""
MEMO_WORDS = 400_000
"""Verdicts kept in one process; beyond this the memo starts anew, so that memory stays bounded."""


class Finding(NamedTuple):
    """What one rule says of one word, with offsets in the word's own code points and all texts ready."""

    meta: RuleMeta
    sample: Diagnostic


class WordPass:
    """The word rules of one run with their memo; `failed` is called with a rule and its exception."""

    def __init__(self, rules: tuple[WordRule, ...]) -> None:
        self._rules = rules
        self._memo: dict[str, tuple[Finding, ...]] = {}
        self._index: _StemIndex | None = None

    def judge(self, document: Document, *, failed: Callable[[WordRule, Exception], None], deadline: float) -> None:
        """Judge the words of `document` that no earlier document of this process held."""
        if len(self._memo) > MEMO_WORDS:
            self._memo.clear()
        new = document.words - self._memo.keys()
        if not new:
            return
        tokens: dict[str, list[str]] = {}
        for word in [word for word in new if irregular(word)]:
            form = spelled(word).form
            if form:
                tokens.setdefault(form, []).append(word)
            new -= {word}
        forms = frozenset(new | tokens.keys())
        found: dict[str, list[Finding]] = {}
        broken = False
        indexed: dict[WordRule, list[str]] = {}
        if len(forms) >= INDEX_FROM or self._index is not None:
            self._index = self._index or _StemIndex(self._rules)
            indexed = self._index.candidates(forms)
        for rule in self._rules:
            try:
                for form in indexed[rule] if rule in indexed else rule.candidates(forms):
                    hit = rule.examine(form)
                    if hit is not None:
                        for word in (form, *tokens.get(form, ())) if form in new else tokens.get(form, ()):
                            found.setdefault(word, []).append(Finding(rule.meta, _sample(rule.meta, word, form, hit)))
                if time.monotonic() > deadline:
                    raise TimeoutError
            except Exception as error:
                broken = True
                failed(rule, error)
        if broken:
            self._memo.update({word: tuple(findings) for word, findings in found.items()})
            return
        empty: tuple[Finding, ...] = ()
        self._memo.update(dict.fromkeys(document.words - self._memo.keys(), empty))
        self._memo.update({word: tuple(findings) for word, findings in found.items()})

    def diagnostics(self, document: Document) -> Iterator[Diagnostic]:
        """The findings at every unprotected occurrence of a judged word, in order."""
        memo = self._memo
        hits = {word: findings for word in document.words if (findings := memo.get(word))}
        if not hits:
            return
        protected = document.zones.protected
        guarded = len(protected) > 0
        for word, start, end in document.occurrences(hits):
            if guarded and protected.overlaps(start, end):
                continue
            for finding in hits[word]:
                yield _placed(finding.sample, start)


class _StemIndex:
    """The beginnings of words that rules can flag, and which rules: one look at each word serves all of them."""

    def __init__(self, rules: tuple[WordRule, ...]) -> None:
        self._rules: list[WordRule] = []
        self._speakers: dict[str, tuple[WordRule, ...]] = {}
        for rule in rules:
            stems = rule.stems()
            if stems is not None:
                self._rules.append(rule)
                for stem in stems:
                    self._speakers[stem] = (*self._speakers.get(stem, ()), rule)
        lengths = [len(stem) for stem in self._speakers] or [0]
        self._shortest, self._longest = min(lengths), max(lengths)

    def candidates(self, forms: Collection[str]) -> dict[WordRule, list[str]]:
        """For each rule with known stems the words that begin with one."""
        found: dict[WordRule, list[str]] = {rule: [] for rule in self._rules}
        speakers, shortest, longest = self._speakers, self._shortest, self._longest + 1
        for form in forms:
            for length in range(shortest, min(len(form) + 1, longest)):
                if form[:length] in speakers:
                    for rule in speakers[form[:length]]:
                        found[rule].append(form)
        return {rule: list(dict.fromkeys(words)) for rule, words in found.items()}


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


def _placed(sample: Diagnostic, at: int) -> Diagnostic:
    """The finding `sample` of a word moved to where the word stands."""
    fix = sample.fix
    return Diagnostic(
        sample.code,
        sample.name,
        sample.severity,
        sample.certainty,
        sample.start + at,
        sample.end + at,
        sample.message,
        sample.message_en,
        fix
        and Fix(
            tuple([Edit(start + at, end + at, text) for start, end, text in fix.edits]),
            fix.applicability,
            fix.title,
            fix.title_en,
        ),
        tuple([Evidence(one.start + at, one.end + at, one.text, one.why, one.why_en) for one in sample.evidence]),
        sample.alternatives,
    )
