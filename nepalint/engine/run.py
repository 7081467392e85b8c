"""Running rules on one document: isolation, time budget, suppression, one word one finding."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from nepalint.diagnostic import Diagnostic
from nepalint.document import Document
from nepalint.engine.agreement import one_finding_a_word
from nepalint.engine.fingerprint import fingerprints
from nepalint.engine.suppress import Suppression, apply_suppressions
from nepalint.engine.words import WordPass
from nepalint.errors import EncodingError
from nepalint.facts.passages import foreign_passages
from nepalint.rulebook import Rule, TextRule, WordRule
from nepalint.text.source import Source
from nepalint.text.spans import SpanSet
from nepalint.text.zones import Format

_PLACE = attrgetter("code"), attrgetter("end"), attrgetter("start")
"""The order of findings in results, the least first: sorting three times makes no key for each finding."""
BUDGET_SECONDS = 10.0
BUDGET_SECONDS_PER_MEGABYTE = 4.0
"""The longest one rule may take on one document: a safety net, far above what any rule needs."""


@dataclass(frozen=True, slots=True)
class RuleFailure:
    """A rule that did not finish on a document; the document counts as not checked."""

    code: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class LintResult:
    """The findings in one document, sorted by place, and what kept it from being wholly checked."""

    document: Document
    diagnostics: Sequence[Diagnostic]
    failures: tuple[RuleFailure, ...] = ()
    suppressed: tuple[Diagnostic, ...] = ()
    hushed: SpanSet = field(default_factory=SpanSet)

    @property
    def untouchable(self) -> SpanSet:
        """What no fix may change: protected text, and what suppressions speak of."""
        protected = self.document.zones.protected
        return protected.union(self.hushed) if self.hushed else protected

    def fingerprints(self) -> tuple[list[str], list[str]]:
        """The fingerprints of the findings and of the suppressed ones; like ones of both are numbered together."""
        if not self.suppressed:
            return fingerprints(self.document.text, self.diagnostics), []
        everything = _in_order([*self.diagnostics, *self.suppressed])
        known = dict(zip(map(id, everything), fingerprints(self.document.text, everything), strict=True))
        return [known[id(one)] for one in self.diagnostics], [known[id(one)] for one in self.suppressed]

    @property
    def checked(self) -> bool:
        """Whether every rule ran to its end."""
        return not self.failures


@dataclass(frozen=True)
class Lint:
    """A choice of rules ready to run; calling it lints one document.

    Args:
        rules: the rules to run.
        format: the kind of document, or AUTO to tell by name and content.
        suppressions: those of the settings, beside the ones that stand in the document's comments.
        strict_internal: let a rule's exception through instead of recording it.
        budget_seconds: the time one rule may take, beside an allowance for the size of the document.
    """

    rules: tuple[Rule, ...]
    format: Format = Format.AUTO
    suppressions: tuple[Suppression, ...] = ()
    strict_internal: bool = False
    budget_seconds: float = BUDGET_SECONDS
    _words: WordPass = field(init=False, repr=False, compare=False)
    _nepali_only: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        words = tuple(rule for rule in self.rules if isinstance(rule, WordRule))
        object.__setattr__(self, "_words", WordPass(words))
        object.__setattr__(self, "_nepali_only", frozenset(r.meta.code for r in self.rules if r.meta.speaks_of_nepali))

    def __call__(self, source: Source) -> LintResult:
        """Lint `source`.

        Raises:
            EncodingError: the bytes are not UTF-8.
        """
        if source.wide_encoding:
            raise EncodingError(f"the document is encoded as {source.wide_encoding}, not UTF-8")
        if source.invalid:
            first = source.invalid[0]
            more = f" (and {len(source.invalid) - 1} more places)" if len(source.invalid) > 1 else ""
            raise EncodingError(
                f"{first.length} invalid byte{'s' if first.length > 1 else ''} at byte offset {first.offset}{more}"
            )
        document = Document.open(source, self.format)
        failures: list[RuleFailure] = []
        budget = self.budget_seconds + len(source.raw) / 1e6 * BUDGET_SECONDS_PER_MEGABYTE

        def failed(rule: Rule, error: Exception) -> None:
            if self.strict_internal:
                raise error
            if isinstance(error, TimeoutError):
                failures.append(RuleFailure(rule.meta.code, "budget", f"gave up after {budget:.0f} s"))
            else:
                import traceback  # loaded only when something is wrong

                place = traceback.extract_tb(error.__traceback__)[-1]
                detail = f"{type(error).__name__}: {error} ({place.name}:{place.lineno})"
                failures.append(RuleFailure(rule.meta.code, "exception", detail))

        self._words.judge(document, failed=failed, deadline=time.monotonic() + budget)
        found = list(self._words.diagnostics(document))
        for rule in self.rules:
            if isinstance(rule, TextRule):
                try:
                    found += _unprotected(rule, document, time.monotonic() + budget)
                except Exception as error:
                    failed(rule, error)
        found = self._outside_foreign(found, document)
        found = _in_order(one_finding_a_word(found))
        kept, suppressed, hushed = apply_suppressions(document, found, self.suppressions, self.rules)
        if kept is not found:  # remarks on directives come last
            found = _in_order(kept)
        return LintResult(_bare(document), tuple(found), tuple(failures), tuple(suppressed), hushed)

    def _outside_foreign(self, found: list[Diagnostic], document: Document) -> list[Diagnostic]:
        """The findings without those that hold lines of other languages to Nepali practice."""
        if not any(one.code in self._nepali_only for one in found):
            return found
        foreign = SpanSet(passage.span for passage in foreign_passages(document))
        if not len(foreign):
            return found
        return [one for one in found if one.code not in self._nepali_only or not foreign.overlaps(one.start, one.end)]


def _in_order(found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings, sorted where they are."""
    for key in _PLACE:
        found.sort(key=key)
    return found


def _bare(document: Document) -> Document:
    """The document without what only rules ask for: words, sentences, and dates weigh more than a long text."""
    bare = Document(document.source, document.format)
    bare.zones = document.zones
    return bare


def _unprotected(rule: TextRule, document: Document, deadline: float) -> list[Diagnostic]:
    """The findings of a rule outside protected text, unless the rule reports there too."""
    everywhere = rule.meta.reports_protected
    found: list[Diagnostic] = []
    for diagnostic in rule.check(document):
        if everywhere or not document.is_protected(diagnostic.start, diagnostic.end):
            found.append(diagnostic)
        if time.monotonic() > deadline:
            raise TimeoutError
    return found
