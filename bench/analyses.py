"""What analyses cost beside tokenising: `python -m bench.analyses [--at-most RATIO]`.

Both passes go over the bench text (`bench.text`) in this process. Tokenising makes every word token of
the documents with its place; the other pass asks each for its analysis too, the tables loaded in it and nothing
remembered from before. Both run
with the garbage collector as the command line sets it.
"""

import argparse
import gc
import sys
import tempfile
import time
from pathlib import Path

from bench.text import SAMPLE_WORDS, write_sample
from nepalint.cli.app import GARBAGE_AFTER
from nepalint.document import Document
from nepalint.language import analysers  # noqa: F401 - its code is loaded before, its tables are not
from nepalint.text.script import WORD
from nepalint.text.source import Source


def main() -> int:
    """Measures and prints; 1 if analyses cost more than asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.analyses", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--words", type=int, default=SAMPLE_WORDS, help="size of the text (default %(default)s)")
    parser.add_argument("--at-most", type=float, default=2.0, metavar="RATIO", help="the bar (default %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        write_sample(Path(name), options.words)
        texts = [path.read_text("utf-8") for path in sorted(Path(name).iterdir())]

    gc.set_threshold(GARBAGE_AFTER, 20, 20)
    start = time.process_time()
    words = sum(len(WORD.findall(text)) for text in texts)
    bare = time.process_time() - start
    start = time.process_time()
    for text in texts:
        for token in Document.open(Source.from_text(text)).tokens():
            _ = token.text
    placed = time.process_time() - start
    start = time.process_time()
    distinct: set[str] = set()
    for text in texts:
        for token in Document.open(Source.from_text(text)).tokens():
            _ = token.analysis
            distinct.add(token.text)
    analysed = time.process_time() - start

    ratio = (analysed - placed) / placed
    print(f"{words:,} words, {len(distinct):,} distinct; CPU seconds of one process:")
    print(f"- the words alone, without places: {bare:.2f}")
    print(f"- tokens with their places: {placed:.2f}")
    print(f"- tokens with their analyses: {analysed:.2f}")
    print(f"Analyses cost {ratio:.2f} times the tokenising pass (bar: {options.at_most}).")
    return int(ratio > options.at_most)


if __name__ == "__main__":
    sys.exit(main())
