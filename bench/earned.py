"""Whether rules marked safe have earned it, and whether what was reached on the gold is still reached.

Safe means: of 150 firings or more on real text, judged by a reader, the lower 95 % bound of the right ones is 0.97; or,
for a rule that fires more rarely, every firing read, none wrong, and 300 generated cases. And the gold has a veto:
there, a safe fix makes nothing wrong.
"""

import tomllib
from collections.abc import Container, Iterator, Mapping
from math import floor
from pathlib import Path

from bench.gold import CALQUE, FAMILIES
from bench.judged import judged, lower_bound
from bench.scoring import Score
from nepalint.diagnostic import Applicability
from nepalint.rulebook import Rulebook

ENOUGH = 150
"""Judged firings from which the bound decides."""
LEAST_PRECISION = 0.97
FLOORS = Path(__file__).resolve().parent.parent / "tests" / "gold" / "floors.toml"
HEADER = """\
# What is reached on tests/gold/own/dev: `precision` by family of rules, as the lower 95 % bound, so that more right
# findings make up for one false one; `recall` by family of defects; `mended`, the share that `--fix` mends of what is
# marked as safe to mend. `make accuracy` raises these floors and never lowers them. Where new documents make a share
# fall, a person lowers it here and says why.
"""
Floors = Mapping[str, Mapping[str, float]]


def safe_rules(book: Rulebook) -> list[str]:
    """The codes of the rules that are marked safe."""
    return [rule.meta.code for rule in book.rules if rule.meta.applicability is Applicability.SAFE]


def without_evidence(code: str, generated: Container[str]) -> Iterator[str]:
    """What a safe rule lacks of judged firings or, where it has few, of generated cases."""
    rows = judged(code)
    wrong = sum(row.verdict != "right" for row in rows)
    if len(rows) >= ENOUGH:
        bound = lower_bound(len(rows) - wrong, len(rows))
        if bound < LEAST_PRECISION:
            yield f"{code}: of {len(rows)} judged edits {wrong} are wrong: lower bound {bound:.3f}"
        return
    if wrong:
        yield f"{code}: of {len(rows)} judged edits {wrong} are wrong, and only {ENOUGH} would outweigh one"
    if code not in generated:
        yield f"{code}: {len(rows)} judged edits, and no generated cases"


def harmful(score: Score) -> list[str]:
    """The rules whose safe fixes do harm to the gold, with the places where these may be shown."""
    harm = [f"{code}: {count} wrong safe fixes" for code, count in sorted(score.harm.items())]
    return [*harm, *(place for place in score.places if ": HARM " in place)]


def unearned(book: Rulebook, generated: Container[str], score: Score) -> list[str]:
    """All that speaks against the safe rules of a book: no evidence, or harm done to the gold."""
    return [fault for code in safe_rules(book) for fault in without_evidence(code, generated)] + harmful(score)


def reached(score: Score) -> dict[str, dict[str, float]]:
    """The shares that have floors, rounded down to thousandths."""
    mended = _rounded(score.mended / score.safe) if score.safe else 0
    shares = {"all": {"documents": score.documents, "tokens": score.tokens, "mended": mended}}
    for family in (*FAMILIES, CALQUE):
        row = score.family(family)
        shares[family] = {}
        if row.judged:
            shares[family]["precision"] = _rounded(lower_bound(row.right, row.judged))
        if score.sought[family]:
            shares[family]["recall"] = _rounded(score.found[family] / score.sought[family])
    return shares


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors as committed."""
    floors: Floors = tomllib.loads(path.read_text(encoding="utf-8"))
    return floors


def fallen(score: Score, floors: Floors) -> list[str]:
    """The floors that are no longer reached; a share of nothing is 0."""
    now = reached(score)
    return [
        f"{family} {name}: {now.get(family, {}).get(name, 0.0):g}, and the floor is {least:g}"
        for family, row in floors.items()
        for name, least in row.items()
        if now.get(family, {}).get(name, 0.0) < least
    ]


def raised(score: Score, floors: Floors) -> str:
    """The text of the file with every floor at what is reached, or where it was if that is higher."""
    now = reached(score)
    parts = [HEADER]
    for family, row in now.items():
        old = floors.get(family, {})
        best = {name: max(row.get(name, 0.0), old.get(name, 0.0)) for name in (*row, *(old.keys() - row.keys()))}
        if best:
            parts.append("\n".join((f"[{family}]", *(f"{name} = {share:g}" for name, share in best.items()), "")))
    return "\n".join(parts)


def _rounded(share: float) -> float:
    return floor(1000 * share + 1e-9) / 1000  # a share of 0.29 must not become 0.289
