"""The embedded examples of every rule, run as tests: `python -m nepalint.engine.examples` does it from anywhere."""

import sys
from collections.abc import Iterator

import regex

from nepalint.diagnostic import Diagnostic
from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.run import Lint
from nepalint.rulebook import Bad, Rule, Rulebook, RuleMeta
from nepalint.text.source import Source
from nepalint.text.spans import apply_edits
from nepalint.text.spelling import SPLIT_VOWELS

_WORD_EDGE = regex.compile(r"(?<=[\u0900-\u0963]) ")
_WHOLE_VOWELS = {
    whole: pieces for pieces, whole in SPLIT_VOWELS.items() if len(pieces) == len("अा") and pieces[0] == "अ"
}


def faults(book: Rulebook, rule: Rule) -> Iterator[str]:
    """What is wrong with the examples of `rule`: a sentence each, none if all hold."""
    meta = rule.meta
    rules = book.rules if meta.code.startswith("SUP") else (rule,)
    lint = Lint(rules, meta.example_format, strict_internal=True)

    def of_rule(text: str) -> list[Diagnostic]:
        return [one for one in lint(Source.from_text(text)).diagnostics if one.code == meta.code]

    for bad in meta.bad:
        yield from _bad_faults(bad, of_rule(bad.text), meta.code)
        if bad.mended is not None and of_rule(bad.mended):
            yield f"{meta.code}: the mended ‘{bad.mended}’ is flagged again"
        for way, text in _mangled(bad.text, meta):
            if len(of_rule(text)) != len(of_rule(bad.text)):
                yield f"{meta.code}: ‘{bad.text}’ is not found {way}"
        yield from _quoted_faults(bad.text, meta.code, lint)
    for good in meta.good:
        if of_rule(good):
            yield f"{meta.code}: the good example ‘{good}’ is flagged"
        for way, text in _mangled(good, meta):
            if of_rule(text):
                yield f"{meta.code}: the good example ‘{good}’ is flagged {way}"


def _bad_faults(bad: Bad, found: list[Diagnostic], code: str) -> Iterator[str]:
    """One finding, whose span holds the edit, and whose fix gives the mended text."""
    if len(found) != 1:
        yield f"{code}: ‘{bad.text}’ gives {len(found)} findings, not one"
        return
    one = found[0]
    if bad.mended is None:
        if one.fix is not None:
            yield f"{code}: ‘{bad.text}’ has a fix, though its example has none"
        return
    if one.fix is None:
        yield f"{code}: ‘{bad.text}’ has no fix"
        return
    mended = apply_edits(bad.text, one.fix.edits)
    if mended != bad.mended:
        yield f"{code}: ‘{bad.text}’ is mended to ‘{mended}’, not ‘{bad.mended}’"
    if any(edit.start < one.start or edit.end > one.end for edit in one.fix.edits):
        yield f"{code}: ‘{bad.text}’ is edited outside the finding"


def _mangled(text: str, meta: RuleMeta) -> Iterator[tuple[str, str]]:
    """`text` in other encodings of the same words, with how it was changed, as far as the rule is not about them."""
    if meta.whole_document:
        return
    yield "under CRLF", text.replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n"
    yield "with no-break spaces", text.replace(" ", "\u00a0")
    if meta.code.startswith("UNI"):
        return
    for joiner in "\u200c\u200d":
        yield f"with U+{ord(joiner):04X} at word edges", _WORD_EDGE.sub(joiner + " ", text)
    split = text
    for whole, pieces in _WHOLE_VOWELS.items():
        split = split.replace(whole, pieces)
    yield "with split vowels", split


def _quoted_faults(text: str, code: str, lint: Lint) -> Iterator[str]:
    """Inside a quotation nothing is edited."""
    quoted = "\n".join(f"“{line}”" for line in text.replace("\r", "").split("\n"))
    inside: list[tuple[int, int]] = []
    offset = 0
    for line in quoted.split("\n"):
        inside.append((offset + 1, offset + len(line) - 1))
        offset += len(line) + 1
    result = lint(Source.from_text(quoted))
    protected = result.document.zones.protected
    for one in result.diagnostics:
        for edit in one.fix.edits if one.fix else ():
            met = protected.overlaps(edit.start, edit.end)
            if not met and any(start < edit.end and edit.start < end for start, end in inside):
                yield f"{code}: ‘{text}’ is edited inside a quotation"


def main() -> int:
    """Print every fault of every shipped rule; 1 if there is one."""
    book = load_rulebook()
    found = [fault for rule in book.rules for fault in faults(book, rule)]
    for fault in found:
        print(fault)
    examples = sum(len(rule.meta.bad) + len(rule.meta.good) for rule in book.rules)
    print(f"{len(book)} rules, {examples} examples, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
