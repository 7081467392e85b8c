"""Run nepalint over folders of text: nothing may raise, every fix must be stable, and what it edits is counted.

    python -m bench.corpora FOLDER [--sample FOLDER] [--level safe|unsafe]

FOLDER holds one folder a language (`ne`, `hi`) of text files. `--sample` writes, a file a rule, the edits to be judged
by a reader: the edited word alone for rules that look at words, with the next word for the others.
"""

import argparse
import collections
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nepalint.document import Document
from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.fixer import fix
from nepalint.engine.level import Level
from nepalint.engine.run import Lint
from nepalint.engine.verification import verify
from nepalint.rulebook import Selection, WordRule
from nepalint.text.script import WORD
from nepalint.text.source import Source
from nepalint.text.spans import Edit

SAMPLE = 200
"""Edits of one rule that are sampled; all of them where there are fewer."""


class Edited(NamedTuple):
    """One edit with as much text as a judge needs: `start` and `end` are code points of `text`."""

    text: str
    start: int
    end: int
    fix: str
    origin: str


def main() -> int:
    """Print the table; 1 if anything raised or was not stable."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=Path)
    parser.add_argument("--level", choices=("safe", "unsafe"), default="safe")
    parser.add_argument("--profile", default="default")
    options = parser.parse_args()
    level = Level.UNSAFE if options.level == "unsafe" else Level.SAFE
    book = load_rulebook()
    rules = book.choose(Selection(options.profile))
    lint = Lint(rules, strict_internal=True)
    numbers = frozenset(rule.meta.code for rule in rules if rule.meta.changes_numbers)
    edited: dict[str, list[Edited]] = collections.defaultdict(list)
    bad = 0
    print(f"{'file':32} {'tokens':>8} {'findings':>8} {'edits':>6} {'per 1,000':>9}  status")
    for language in ("ne", "hi"):
        total_tokens = total_edits = 0
        for path in sorted((options.folder / language).glob("*.txt")):
            source = Source.from_bytes(path.read_bytes(), f"{language}/{path.name}")
            outcome = fix(source, lint, level=level, promoted=frozenset(), changes_numbers=numbers)
            status: str = outcome.status
            if outcome.status == "stable":
                verify(outcome, numbers)
                again = fix(outcome.after, lint, level=level, promoted=frozenset(), changes_numbers=numbers)
                status = "stable, idempotent" if not again.edits else f"NOT idempotent: {len(again.edits)} more edits"
            bad += status != "stable, idempotent"
            tokens = sum(1 for _ in WORD.finditer(source.text))
            edits = len(outcome.edits)
            total_tokens += tokens
            total_edits += edits
            findings = len(outcome.first.diagnostics)
            print(f"{source.name:32} {tokens:8} {findings:8} {edits:6} {1000 * edits / max(tokens, 1):9.2f}  {status}")
            for code, one in _edits(outcome.first.document, lint, level):
                edited[code].append(one)
        rate = 1000 * total_edits / max(total_tokens, 1)
        print(f"{language + ' (all)':32} {total_tokens:8} {'':8} {total_edits:6} {rate:9.2f}")
    print()
    for code in sorted(edited):
        print(
            f"{code} {book.by_code[code].meta.name:28} {len(edited[code]):6} edits, {len(set(edited[code])):6} distinct"
        )
    if options.sample:
        write_samples(edited, options.sample)
    return 1 if bad else 0


def _edits(document: Document, lint: Lint, level: Level) -> Iterator[tuple[str, Edited]]:
    """What the rules would edit in the document, with the text a judge needs."""
    word_rules = {rule.meta.code for rule in lint.rules if isinstance(rule, WordRule)}
    text = document.text
    alone = {rule.meta.code: Lint((rule,)) for rule in lint.rules}
    for one in lint(document.source).diagnostics:
        if one.fix is None or (level is Level.SAFE and one.fix.applicability != "safe"):
            continue
        for edit in one.fix.edits:
            start, end = edit.start, edit.end
            left, right = _fragment(text, min(one.start, start), max(one.end, end), alone=one.code in word_rules)
            while not _shows(alone[one.code], text[left:right], Edit(start - left, end - left, edit.replacement)):
                wider = _wider(text, left, right)
                if wider == (left, right):
                    break  # the rule needs more than the line
                left, right = wider
            yield one.code, Edited(text[left:right], start - left, end - left, edit.replacement, document.source.name)


def _fragment(text: str, start: int, end: int, *, alone: bool) -> tuple[int, int]:
    """The words that touch `[start, end)`, and one more to the right unless the word is judged alone."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    if not alone:
        while end < len(text) and text[end] in " \u00a0":
            end += 1
        while end < len(text) and not text[end].isspace():
            end += 1
    return start, end


def _shows(lint: Lint, fragment: str, edit: Edit) -> bool:
    """Whether the rule makes the edit in the fragment by itself, so that it can be judged and tested there."""
    return any(edit in one.fix.edits for one in lint(Source.from_text(fragment)).diagnostics if one.fix)


def _wider(text: str, start: int, end: int) -> tuple[int, int]:
    """The fragment with one more word of its line on either side."""
    while start > 0 and text[start - 1] in " \u00a0":
        start -= 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end] in " \u00a0":
        end += 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def write_samples(edited: dict[str, list[Edited]], folder: Path) -> None:
    """A TSV a rule, with empty verdicts, for a reader to judge; `\\n` and tabs in texts are escaped."""
    folder.mkdir(parents=True, exist_ok=True)
    choice = random.Random(20)
    for code, ones in edited.items():
        chosen = ones if len(ones) <= SAMPLE else choice.sample(ones, SAMPLE)
        with (folder / f"{code}.tsv").open("w", encoding="utf-8", newline="\n") as file:
            file.write("text\tstart\tend\tfix\torigin\tverdict\tdoubt\n")
            for one in sorted(chosen):
                row = (escape(one.text), str(one.start), str(one.end), escape(one.fix), one.origin, "", "")
                file.write("\t".join(row) + "\n")


def escape(text: str) -> str:
    """`text` on one line of a TSV file."""
    return text.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")


if __name__ == "__main__":
    sys.exit(main())
