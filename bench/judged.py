"""What readers judged of the edits on real text, a row a rule: `python -m bench.judged`.

The judged rows are `tests/gold/judged/CODE.tsv`: the text, the edit in it (code points, end exclusive), the file it
was found in, the verdict, and a doubt where there is one.
"""

from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from nepalint.engine.catalogue import load_rulebook
from nepalint.rulebook import Rulebook

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "gold" / "judged"
Z = 1.96
"""Standard deviations of a two-sided interval of 95 %."""


class Judged(NamedTuple):
    """One edit that a reader judged `right` or `wrong`; offsets are code points of `text`."""

    text: str
    start: int
    end: int
    fix: str
    origin: str
    verdict: str
    doubt: str


def codes() -> list[str]:
    """The rules of which edits were judged."""
    return sorted(path.stem for path in FOLDER.glob("*.tsv"))


def judged(code: str) -> list[Judged]:
    """The judged edits of a rule, none if there are none."""
    path = FOLDER / f"{code}.tsv"
    return list(_rows(path)) if path.exists() else []


def bounds(right: int, count: int) -> tuple[float, float]:
    """Wilson's bounds of the share `right / count` at 95 %; where nothing was counted, it may be anything."""
    if not count:
        return 0.0, 1.0
    share = right / count
    spread = Z * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    middle, whole = share + Z * Z / (2 * count), 1 + Z * Z / count
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def lower_bound(right: int, count: int) -> float:
    """Wilson's lower bound of the share `right / count` at 95 %."""
    return bounds(right, count)[0]


def _rows(path: Path) -> Iterator[Judged]:
    for line in path.read_text("utf-8").split("\n")[1:]:
        if line:
            text, start, end, fix, origin, verdict, doubt = line.split("\t")
            yield Judged(_unescaped(text), int(start), int(end), _unescaped(fix), origin, verdict, doubt)


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")


def table(book: Rulebook) -> str:
    """What was judged of each rule, in Markdown."""
    lines = [
        "| rule | applicability | judged | right | wrong | doubted | lower bound, 95 % |",
        "|---|---|---|---|---|---|---|",
    ]
    total = wrong_total = 0
    for code in codes():
        rows = judged(code)
        wrong = sum(row.verdict == "wrong" for row in rows)
        doubted = sum(bool(row.doubt) for row in rows)
        meta = book.by_code[code].meta
        bound = lower_bound(len(rows) - wrong, len(rows))
        lines.append(
            f"| {code} {meta.name} | {meta.applicability} | {len(rows)} | {len(rows) - wrong} | {wrong} | {doubted} "
            f"| {bound:.3f} |"
        )
        total += len(rows)
        wrong_total += wrong
    return "\n".join((*lines, "", f"{total:,} edits judged, {wrong_total} wrong."))


if __name__ == "__main__":
    print(table(load_rulebook()))
