"""Build nepalint/data/frequencies.txt from counted word lists.

Usage: python -m scripts.build_frequencies LEXICON_FOLDER [--check]

LEXICON_FOLDER holds ne_counts.tsv and hi_counts.tsv: word, count, number of sources. A word is kept when its Nepali or
its Hindi count is high enough; then both its counts are kept, whatever they are, so that they can be compared.
With --check nothing is written; the exit code is 1 when the committed file is not what the lists give.
"""

import sys
from collections import defaultdict
from itertools import groupby
from pathlib import Path

from scripts.data_file import arguments, settle

FILE = "frequencies.txt"
SIZE_LIMIT = 2_500_000
"""Bytes that the file may have at most: it is in every wheel and is read by every run."""
SPLIT_FROM = 60
"""Groups of at least so many words are broken at every new initial letter, so that a change touches a short line."""
MOST_SOURCES = 2
"""Two texts that agree are evidence of a word, one may have its own ways; more than two say nothing new."""

HEADER = """\
# How often words occur in Nepali and in Hindi running text: raw counts, not per million.
# Counted over 0.81 million tokens of Nepali (14 texts) and 0.98 million of Hindi (9 texts): news, web, translations,
# interface texts. Only the counts are taken from them, no text.
# Kept: Nepali count >= 3, or >= 2 in two texts; Hindi count >= 2. A count of 0 means: never or too rarely seen.
# Built by scripts/build_frequencies.py; do not edit by hand.
# Each line: Nepali count, tab, Hindi count, tab, Nepali texts (0, 1, or 2 for two and more), tab, the words of which
# this holds, separated by spaces.
"""


def read_counts(path: Path) -> dict[str, tuple[int, int]]:
    """Word to its count and the number of its sources."""
    counts = {}
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        if line:
            word, count, sources = line.split("\t")
            counts[word] = (int(count), int(sources))
    return counts


def build(folder: Path) -> str:
    """The text of frequencies.txt."""
    nepali = read_counts(folder / "ne_counts.tsv")
    hindi = read_counts(folder / "hi_counts.tsv")
    kept = {word for word, (count, sources) in nepali.items() if count >= 3 or (count >= 2 and sources >= 2)}
    kept |= {word for word, (count, _) in hindi.items() if count >= 2}

    groups: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for word in kept:
        count, sources = nepali.get(word, (0, 0))
        groups[count, hindi.get(word, (0, 0))[0], min(sources, MOST_SOURCES)].append(word)

    lines = []
    for (nepali_count, hindi_count, sources), words in sorted(groups.items(), reverse=True):
        words.sort()
        parts = (
            [list(part) for _, part in groupby(words, key=lambda word: word[0])]
            if len(words) >= SPLIT_FROM
            else [words]
        )
        lines += [f"{nepali_count}\t{hindi_count}\t{sources}\t{' '.join(part)}\n" for part in parts]
    return HEADER + "".join(lines)


def main() -> int:
    """Write the file, or compare it."""
    parser = arguments(FILE)
    parser.add_argument("lexicon_folder", type=Path, help="folder with ne_counts.tsv and hi_counts.tsv")
    given = parser.parse_args()
    text = build(given.lexicon_folder)
    if (size := len(text.encode())) > SIZE_LIMIT:
        print(f"{size:,} bytes are more than {SIZE_LIMIT:,}: raise the thresholds", file=sys.stderr)
        return 1
    return settle(FILE, text, check=given.check)


if __name__ == "__main__":
    sys.exit(main())
