"""Work out what the word rules say of the words of the frequency lists: nepalint/data/verdicts.txt.

    python -m scripts.build_verdicts [--check]

Run it after a change to a rule, a table, or the code of word rules. `--check` only tells whether the file is current.
"""

import sys

from nepalint.engine.catalogue import load_rulebook
from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.verdicts import FILE, stamp
from nepalint.rulebook import WordRule
from scripts.data_file import arguments, settle

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
    """Write the file, or compare it."""
    return settle(FILE, build(), check=arguments(FILE).parse_args().check)


if __name__ == "__main__":
    sys.exit(main())
