"""Build nepalint/data/doubled.txt: the common words that are a slip when they are written twice.

Usage: python -m scripts.build_doubled [--check]

Run it after a change to rules/tables/reduplication.toml or to analyses.txt. With --check nothing is written; the exit
code is 1 when the committed file is not what they give.
"""

import sys

from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.reduplication import FILE
from nepalint.language.reduplication import COMMON, SHORTEST, by_analysis
from scripts.data_file import arguments, settle

HEADER = """\
# The common words that are a slip when they are written twice. Built by scripts/build_doubled.py; do not edit by hand.
"""


def build() -> str:
    """The text of the file."""
    counts = frequencies().nepali
    common = sorted(word for word in counts if counts[word] >= COMMON and len(word) >= SHORTEST)
    return HEADER + " ".join(word for word in common if by_analysis(word)) + "\n"


def main() -> int:
    """Write the file, or compare it."""
    return settle(FILE, build(), check=arguments(FILE).parse_args().check)


if __name__ == "__main__":
    sys.exit(main())
