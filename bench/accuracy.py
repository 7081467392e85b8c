"""nepalint against the gold: precision, recall, false alarms, and what `--fix` mends rightly and wrongly.

    python -m bench.accuracy [--write] [--places]
    python -m bench.accuracy --counts

Every figure is of one and the same set: what `check` shows by default. The sealed documents are opened here and nowhere
else, and only numbers are printed of them. `--counts` prints what the own gold holds, and measures nothing. The end is
1 if a safe fix does harm to the gold or a floor is no longer reached, 2 if a document of the gold cannot be read or
checked.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench import earned, judged
from bench.gold import PERMIT, GoldDocument, GoldError, dev_documents, sealed_documents
from bench.gold_counts import counts
from bench.scoring import EXPLAINED_BY, LONGER, Score, ScoringError, score
from bench.seed_gold import seed_document
from bench.tables import tables
from nepalint.api import Linter
from nepalint.rulebook import Rulebook

PAGE = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
INTRODUCTION = """\
# Accuracy

Printed and kept by `make accuracy`. Rules: `{version}`.

What counts:

- A finding is what `check` shows by default, of severity error or warning. It is **right** if it touches a marked
  defect, or its fix mends one, and is of a family that may own it (the table below). It is **astray** if it touches
  only defects of other families, or is more than {longer} code points longer than the defect and does not mend it;
  **false** if it touches none. What only a house style wants is no defect. In a quotation a finding without a fix is
  **left out**, one with a fix is false. In the seed, words that nobody read are left out.
- Precision is the share of right ones in right, astray and false. A defect is found if a finding is right about it;
  defects in quotations count for nothing. One of several families stands in the row of each.
- A fix is **right** if it makes the stretch its right form; **in part** if it lies on a shortest way to it, as where a
  word has two defects; **unknown** if the gold knows no right form; else **wrong**, as every fix of a false finding.
- `--fix` applies safe fixes alone. Where two rules share an edit, it stands in the row of each.
- Intervals are Wilson's at 95 %. Rates are per 1,000 word tokens of all documents of the set.

| defect | found by findings of |
|---|---|
{families}
"""
SETS = {
    "dev": "The documents in `tests/gold/own/dev`, which rules may be made with.",
    "sealed": "The documents in `tests/gold/own/sealed`, which no rule was made with; only numbers are shown of them.",
    "seed": "The seed document with its annotation in `tests/gold/seed`, which rules were made with.",
}

JUDGED = """\
## What readers judged

Edits of safe fixes on real text; how they were drawn and read stands in [measurements.md](measurements.md).
"""


def measure(own: Mapping[str, Iterable[GoldDocument]]) -> dict[str, Score]:
    """The score of each set of documents, with words only of those that are not sealed.

    Raises:
        ScoringError: a document could not be checked.
    """
    plan = Linter().plan_for(Path("gold.txt"))
    return {name: score(documents, plan, quoting=name != "sealed") for name, documents in own.items()}


def page(scores: Mapping[str, Score], book: Rulebook) -> str:
    """All tables, as `docs/accuracy.md` keeps them."""
    families = "\n".join(f"| {family} | {', '.join(sorted(by))} |" for family, by in EXPLAINED_BY.items())
    parts = [INTRODUCTION.format(version=book.version, longer=LONGER, families=families)]
    parts += [f"## {name.capitalize()}\n\n{SETS[name]}\n\n{tables(one, book)}\n" for name, one in scores.items()]
    return "\n".join((*parts, JUDGED, judged.table(book), ""))


def main() -> int:
    """Measure, print, and compare with what was reached before."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument(
        "--write", action="store_true", help=f"keep the tables in docs/{PAGE.name} and raise the floors"
    )
    parser.add_argument("--places", action="store_true", help="list what is not right, but of sealed documents nothing")
    parser.add_argument("--counts", action="store_true", help="print what the own gold holds, and end")
    options = parser.parse_args()
    try:
        own = {"dev": dev_documents(), "sealed": sealed_documents(PERMIT)}
        if options.counts:
            print(counts(own))
            return 0
        scores = measure({**own, "seed": [seed_document()]})
    except (GoldError, ScoringError) as error:
        print(error, file=sys.stderr)
        return 2
    book = Linter().rulebook
    text = page(scores, book)
    print(text)
    if options.places:
        print("\n".join(place for one in scores.values() for place in one.places))
    floors = earned.read_floors()
    faults = [f"{name}: {fault}" for name in scores for fault in earned.harmful(scores[name])]
    faults += [f"dev: {fault}" for fault in earned.fallen(scores["dev"], floors)]
    if options.write:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
        earned.FLOORS.write_text(earned.raised(scores["dev"], floors), encoding="utf-8", newline="\n")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
