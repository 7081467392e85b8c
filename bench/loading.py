"""What the tables of the language layer weigh, and how long each takes to load: `python -m bench.loading`.

Each is loaded in fresh processes, in turn; the CPU time of the load alone is taken, without Python's start and the
imports, and the median printed. Sizes are those of the files. The last line says what the lexicon knows of its words.
"""

import statistics
import subprocess
import sys
from pathlib import Path

from nepalint.knowledge.lexicon import lexicon

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
TABLES = {
    "frequencies": ("nepalint/data/frequencies.txt", "nepalint.knowledge.frequencies", "frequencies()"),
    "n-grams": ("nepalint/data/ngrams.txt", "nepalint.knowledge.ngrams", "ngrams()"),
    "lexicon": ("nepalint/data/lexicon.txt", "nepalint.knowledge.lexicon", "lexicon()"),
    "analyses": ("nepalint/data/analyses.txt", "nepalint.knowledge.analyses", "packed_analyses()"),
    "verdicts": ("nepalint/data/verdicts.txt", "nepalint.knowledge.verdicts", "verdicts()"),
    "Nepali verbs, index": ("nepalint/data/nepali_verbs.txt", "nepalint.knowledge.nepali_verb_index", "verb_index()"),
    "Nepali verbs, paradigms": ("rules/nepali/verbs.toml", "nepalint.knowledge.nepali_verbs", "verb_paradigm()"),
    "suffixes": ("rules/suffixes.toml", "nepalint.knowledge.suffixes", "suffix_table()"),
    "Hindi": ("rules/hindi", "nepalint.language.hindi", "analyse('करना')"),
}
"""The file or folder of each table, and what loads it: a module and a call of it."""
MEASURE = """\
import time
import {module} as module
start = time.process_time()
module.{call}
print(time.process_time() - start)
"""


def main() -> int:
    """Measures and prints."""
    print("| table | file | kB | ms of CPU time |\n|---|---|---:|---:|")
    seconds: dict[str, list[float]] = {name: [] for name in TABLES}
    for _ in range(RUNS):
        for name, (_, module, call) in TABLES.items():
            program = MEASURE.format(module=module, call=call)
            run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
            seconds[name].append(float(run.stdout))
    for name, (place, _, _) in TABLES.items():
        path = ROOT / place
        size = sum(file.stat().st_size for file in path.iterdir()) if path.is_dir() else path.stat().st_size
        print(f"| {name} | `{place}` | {size / 1000:,.0f} | {statistics.median(seconds[name]) * 1000:.0f} |")
    entries = lexicon().values()
    told = [sum(any(getattr(entry, what) for entry in several) for several in entries) for what in ("pos", "origin")]
    print(f"lexicon: {len(entries):,} word forms, {told[0]:,} with a part of speech, {told[1]:,} with an origin")
    return 0


if __name__ == "__main__":
    sys.exit(main())
