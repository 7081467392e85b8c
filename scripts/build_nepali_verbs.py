"""Work out the index of the Nepali verb: nepalint/data/nepali_verbs.txt.

    python scripts/build_nepali_verbs.py [--check]

Run it after a change to rules/nepali/verbs.toml or verbs.tsv. `--check` only tells whether the file is current.
"""

import sys
from pathlib import Path

from nepalint.knowledge.nepali_verb_index import FILE
from nepalint.language.nepali.verb_index import build

PATH = Path(__file__).resolve().parent.parent / "nepalint" / "data" / FILE


def main() -> int:
    """Write the file, or compare it; 1 if it is out of date."""
    text = build()
    if sys.argv[1:] == ["--check"]:
        current = PATH.exists() and PATH.read_text("utf-8") == text
        print(f"{PATH.name} is {'current' if current else f'out of date: run python {sys.argv[0]}'}")
        return 0 if current else 1
    PATH.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
