"""Work out what the word rules say of the words of the frequency lists: nepalint/data/verdicts.txt.

    python scripts/build_verdicts.py [--check]

Run it after a change to a rule, a table, or the code of word rules. `--check` only tells whether the file is current.
"""

import sys
from pathlib import Path

from nepalint.engine.catalogue import load_rulebook
from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.verdicts import FILE, stamp
from nepalint.rulebook import WordRule

PATH = Path(__file__).resolve().parent.parent / "nepalint" / "data" / FILE
HEADER = """\
# What each word rule flags among the words of frequencies.txt. Built by scripts/build_verdicts.py; do not edit by hand.
# Each line: code, tab, stamp of the rule and the data it was worked out with, tab, the words.
"""


def build() -> str:
    """The file's text."""
    known = frequencies()
    words = sorted(known.nepali.keys() | known.hindi.keys())
    lines = []
    for rule in load_rulebook().rules:
        if isinstance(rule, WordRule):
            flagged = [word for word in sorted(rule.candidates(words)) if rule.examine(word) is not None]
            lines.append(f"{rule.meta.code}\t{stamp(rule.definition)}\t{' '.join(flagged)}\n")
    return HEADER + "".join(lines)


def main() -> int:
    """Write the file, or compare it; 1 if it is out of date."""
    text = build()
    if sys.argv[1:] == ["--check"]:
        current = PATH.exists() and PATH.read_text("utf-8") == text
        print(f"{PATH.name} is {'current' if current else 'out of date: run python scripts/build_verdicts.py'}")
        return 0 if current else 1
    PATH.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
