"""The Nepali verb measured: `python -m bench.verbs ORACLE_TSV [--compounds]`.

ORACLE_TSV holds paradigms written out by hand, with the columns lemma, form_id, surface and alternatives (with ;
between). A form of it is given when the generator has, at that form_id, the surface or one of the alternatives among
its own. Then every form of every verb of the lexicon is generated and analysed: analysis inverts generation where it
finds lemma and form_id again for each way of writing each form. `--compounds` does this for compounds and infinitives
with a second verb too, in a sample of the verbs. The time to load the index and to analyse a word is printed too. Ends
with 1 where the share of forms given is below 0.995, or an analysis is missing.
"""

import argparse
import csv
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.nepali_verb_index import verb_index
from nepalint.language.morphology import Form, Reading
from nepalint.language.nepali.verbs import analyse, analyse_phrase, compounds, copulas, inflect, lexicon, phases

BAR = 0.995
EXAMPLES = 2
SAMPLE = 40
"""With `--compounds` every so manieth verb has its compounds analysed too; one verb has 15,000 forms of them."""


def unanalysed(lemma: str, forms: Iterable[Form]) -> Iterator[str]:
    """The written forms in which analysis does not find `lemma` and the form_id."""
    for form in forms:
        wanted = Reading(lemma, "verb", form.form_id)
        for shape in (form.surface, *form.alternatives):
            if wanted not in analyse_phrase(shape.split(" ")):
                yield shape


def compare(oracle: Path) -> float:
    """Print how the generator compares with the oracle; the share of its forms that are given."""
    with oracle.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    paradigms = {
        lemma: {form.form_id: form for form in inflect(lemma)} for lemma in dict.fromkeys(row["lemma"] for row in rows)
    }
    given = same_surface = same = 0
    disagreements: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        form = paradigms[row["lemma"]].get(row["form_id"])
        own = (form.surface, *form.alternatives) if form is not None else ()
        alternatives = [shape for shape in row["alternatives"].split(";") if shape]
        if set(own) & {row["surface"], *alternatives}:
            given += 1
            same_surface += own[0] == row["surface"]
            same += set(own) == {row["surface"], *alternatives}
        if set(own) != {row["surface"], *alternatives}:
            theirs = ";".join((row["surface"], *alternatives))
            disagreements[row["form_id"]].append(f"{row['lemma']}: {theirs} / {';'.join(own) or 'none'}")
    share = given / len(rows)
    print(f"{len(rows)} forms of {len(paradigms)} verbs: {given} given, share {share:.4f} (bar {BAR})")
    print(f"the same surface {same_surface}, the same surface and alternatives {same}")
    print(f"disagreements, oracle / generator, {EXAMPLES} of each form; docs/nepali-verbs.md has the reasons")
    for form_id, found in disagreements.items():
        print(f"  {form_id}, {len(found)}:", ", ".join(found[:EXAMPLES]))
    return share


def main() -> int:
    """Print both measurements; 1 if one of them misses."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("oracle", type=Path)
    parser.add_argument("--compounds", action="store_true")
    options = parser.parse_args()
    started = time.process_time()
    verb_index()
    print(f"the index is read in {(time.process_time() - started) * 1e3:.1f} ms of CPU time")
    share = compare(options.oracle)
    verbs = [*lexicon(), *copulas()]
    started = time.perf_counter()
    missing = {lemma: missed for lemma in verbs if (missed := list(unanalysed(lemma, inflect(lemma))))}
    print(f"analysis inverts generation for {len(verbs) - len(missing)} of {len(verbs)} verbs", end=" ")
    print(f"({time.perf_counter() - started:.0f} s)")
    if options.compounds:
        sample = [*lexicon()][::SAMPLE]
        for lemma in sample:
            missing[lemma] = [*missing.get(lemma, ()), *unanalysed(lemma, (*compounds(lemma), *phases(lemma)))]
        print(f"with compounds for {sum(not missing[lemma] for lemma in sample)} of {len(sample)} verbs")
    print("microseconds of CPU time a word, words of the frequency list as they stand:", end=" ")
    words = list(frequencies().nepali)
    started = time.process_time()
    analysed = sum(bool(analyse(word)) for word in words)
    print(f"{(time.process_time() - started) / len(words) * 1e6:.1f} ({analysed} of {len(words)} have readings)")
    for lemma, missed in missing.items():
        if missed:
            print(f"  {lemma}: {' '.join(missed[:10])}")
    return 0 if share >= BAR and not any(missing.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
