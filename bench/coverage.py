"""How many tokens of Nepali text have a reading in Nepali: `python -m bench.coverage FILE... [--unknown N]`.

Counted are the word tokens in Devanagari. With --unknown so many of the words without a reading are listed, drawn at
even distances from the commonest to the rarest. `tests/gold/coverage.tsv` holds such a list, read.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

import regex

from nepalint.document import Document
from nepalint.text.source import Source

BAR = 0.95
_DEVANAGARI = regex.compile(r"[\u0900-\u097F\u200C\u200D]+")


def main() -> int:
    """Measures and prints; 1 if a file stays below the bar."""
    parser = argparse.ArgumentParser(prog="python -m bench.coverage", description=__doc__.split("\n", 1)[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--unknown", type=int, default=0, metavar="N", help="list so many words without a reading")
    options = parser.parse_args()
    lowest = 1.0
    unknown: Counter[str] = Counter()
    for path in options.files:
        document = Document.open(Source.from_bytes(path.read_bytes(), path.name))
        analysed = total = by_counts = 0
        for token in document.tokens():
            if not _DEVANAGARI.fullmatch(token.text):
                continue
            total += 1
            readings = token.analysis.nepali
            analysed += bool(readings)
            by_counts += bool(readings) and not any(reading.pos for reading in readings)
            if not readings:
                unknown[token.text] += 1
        share = analysed / total if total else 1.0
        lowest = min(lowest, share)
        print(
            f"{path.name}: {analysed:,} of {total:,} tokens analysed, {share:.4f} (bar: {BAR}); "
            f"of these {by_counts:,} are vouched for by counts alone"
        )
    if options.unknown:
        ranked = [word for word, _ in unknown.most_common()]
        step = max(1, len(ranked) // options.unknown)
        for word in ranked[::step][: options.unknown]:
            print(f"{word}\t{unknown[word]}")
    return int(lowest < BAR)


if __name__ == "__main__":
    sys.exit(main())
