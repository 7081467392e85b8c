"""Build nepalint/data/analyses.txt: what the analysers say of the words of the frequency lists.

Usage: python -m scripts.build_analyses [--check]

Run it after a change to an analyser, to rules/nepali, rules/hindi or rules/suffixes.toml, to the lexicon or the counts.
With --check nothing is written; the exit code is 1 when the committed file is not what the analysers give.
"""

import sys
from collections import defaultdict

from nepalint.knowledge.analyses import FILE, Unpacked, packed
from nepalint.knowledge.frequencies import frequencies
from nepalint.language.analysers import work_out
from scripts.data_file import arguments, settle

HEADER = """\
# What the analysers say of the words of the frequency lists. Built by scripts/build_analyses.py; do not edit by hand.
# Each line: lengths of stem and suffixes, tab, readings in Nepali, tab, readings in Hindi, tab, the words.
# A reading: code points of the word that its lemma begins with / what follows them / part of speech / features.
"""


def build() -> str:
    """The text of the file."""
    known = frequencies()
    patterns: dict[str, list[str]] = defaultdict(list)
    for word in sorted({*known.nepali, *known.hindi}):
        patterns[packed(Unpacked._make(work_out(word)), word)].append(word)
    return HEADER + "".join(f"{pattern}\t{' '.join(words)}\n" for pattern, words in sorted(patterns.items()))


def main() -> int:
    """Write the file, or compare it."""
    return settle(FILE, build(), check=arguments(FILE).parse_args().check)


if __name__ == "__main__":
    sys.exit(main())
