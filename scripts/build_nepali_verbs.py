"""Work out the index of the Nepali verb: nepalint/data/nepali_verbs.txt.

    python -m scripts.build_nepali_verbs [--check]

Run it after a change to rules/nepali/verbs.toml or verbs.tsv. `--check` only tells whether the file is current.
"""

import sys

from nepalint.knowledge.nepali_verb_index import FILE
from nepalint.language.nepali.verb_index import build
from scripts.data_file import arguments, settle


def main() -> int:
    """Write the file, or compare it."""
    return settle(FILE, build(), check=arguments(FILE).parse_args().check)


if __name__ == "__main__":
    sys.exit(main())
