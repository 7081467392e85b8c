"""A score as tables in Markdown: numbers only, and the same ones in every run."""

from collections.abc import Iterable, Sequence

from bench.edits import Mending
from bench.gold import CALQUE, FAMILIES, HINDI
from bench.judged import bounds
from bench.scoring import ALL, RuleScore, Score, Verdict
from nepalint.rulebook import Rulebook


def tables(score: Score, book: Rulebook) -> str:
    """All that is said of one set of documents."""
    if not score.documents:
        return "There are no documents."
    remarks = ", ".join(f"{code} {row.remarks}" for code, row in sorted(score.rules.items()) if row.remarks)
    parts = [
        f"Documents: {score.documents:,}, with {score.tokens:,} tokens, {score.sought[ALL]:,} defects.",
        _families(score),
        _rules(score, book),
        f"Remarks of severity info, not judged: {remarks or 'none'}.",
        _edits(score, book),
        f"`--fix` mends {score.mended:,} of {score.safe:,} marks safe to mend {_share(score.mended, score.safe)}.",
    ]
    if score.silence:
        parts.append(_silence(score))
    return "\n\n".join(parts)


def _families(score: Score) -> str:
    rows = []
    for family in (*FAMILIES, ALL):
        row = score.family("" if family == ALL else family)
        rows.append([family, str(row.findings.total()), *_precision(row, score.tokens), *_recall(score, family)])
    for kind in (*HINDI, CALQUE):
        if score.sought[kind]:
            rows.append([f"`{kind}`", "", "", "", "", "", *_recall(score, kind)])
    heads = ["family", "findings", "precision", "95 %", "false", "per 1,000", "defects", "found", "recall", "95 %"]
    return _table(heads, rows)


def _rules(score: Score, book: Rulebook) -> str:
    rows = []
    for code, row in sorted(score.rules.items()):
        if row.findings:
            of_findings = [str(row.findings[verdict]) for verdict in (Verdict.RIGHT, Verdict.ASTRAY, Verdict.NEUTRAL)]
            of_fixes = [str(row.fixes[mending]) for mending in Mending]
            name = f"{code} {book.by_code[code].meta.name}"
            rows.append([name, str(row.findings.total()), *of_findings, *_precision(row, score.tokens), *of_fixes])
    heads = ["rule", "findings", "right", "astray", "left out", "precision", "95 %", "false", "per 1,000"]
    return _table([*heads, "fix right", "in part", "unknown", "wrong"], rows)


def _edits(score: Score, book: Rulebook) -> str:
    rows = []
    total: RuleScore = score.family()
    for code, row in [*sorted(score.rules.items()), (ALL, total)]:
        if row.edits or code == ALL:
            name = code if code == ALL else f"{code} {book.by_code[code].meta.name}"
            good = row.edits[Mending.RIGHT] + row.edits[Mending.PART]
            known = good + row.edits[Mending.WRONG]
            counts = [str(row.edits[mending]) for mending in Mending]
            rows.append([name, str(row.edits.total()), *counts, *_with_bounds(good, known)])
    return _table(["`--fix`", "edits", "right", "in part", "unknown", "wrong", "not wrong", "95 %"], rows)


def _silence(score: Score) -> str:
    rows = [
        [kind, *map(str, (row.documents, row.silent, row.tokens, row.findings, row.edits))]
        for kind, row in sorted(score.silence.items())
    ]
    return _table(["nothing to find in", "documents", "silent", "tokens", "findings", "edits"], rows)


def _precision(row: RuleScore, tokens: int) -> list[str]:
    false = row.findings[Verdict.FALSE]
    return [*_with_bounds(row.right, row.judged), str(false), f"{1000 * false / tokens:.2f}" if tokens else ""]


def _recall(score: Score, kind: str) -> list[str]:
    found, sought = score.found[kind], score.sought[kind]
    return [str(sought), str(found), *_with_bounds(found, sought)]


def _with_bounds(part: int, whole: int) -> list[str]:
    if not whole:
        return ["", ""]
    low, high = bounds(part, whole)
    return [f"{part / whole:.3f}", f"{low:.3f}–{high:.3f}"]


def _share(part: int, whole: int) -> str:
    share, interval = _with_bounds(part, whole)
    return f"({share}; 95 %: {interval})" if whole else "(none)"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
