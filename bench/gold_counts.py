"""What the project's own gold holds, in numbers: a table for its datasheet, `python -m bench.accuracy --counts`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from bench.gold import CALQUE, FAMILIES, HINDI, GoldDocument
from nepalint.text.script import WORD

_ROWS = (
    *("documents", "of them without defects", "tokens", "defects"),
    *(*FAMILIES, CALQUE, "safe", "optin", "quoted"),
    *(*HINDI, "name", "loan", "other", "date", "bs"),
)


def counts(own: Mapping[str, Iterable[GoldDocument]]) -> str:
    """A table with a column for each kind of document, as the names of the files begin, in each set.

    Defects are those outside quotations that are wrong whatever the house style; one of two families counts in both.
    The other rows count marks. Tokens are runs of Devanagari letters and signs.
    """
    columns: dict[str, Counter[str]] = defaultdict(Counter)
    for name, documents in own.items():
        for document in documents:
            columns[f"{document.path.name.partition('-')[0]}, {name}"].update(_counted(document))
    ordered = sorted(columns)
    lines = [["", *ordered], ["---", *("---:" for _ in ordered)]]
    lines += [[row, *(f"{columns[column][row]:,}" for column in ordered)] for row in _ROWS]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _counted(document: GoldDocument) -> Counter[str]:
    """What one document adds to its column."""
    found = Counter({"documents": 1, "tokens": sum(1 for _ in WORD.finditer(document.text))})
    for mark in document.marks:
        labels = mark.labels.difference(FAMILIES, {CALQUE}).union(key for key, _ in mark.facts)
        if mark.is_quoted:
            labels = labels - {"safe"}
        elif mark.is_defect:
            labels = labels.union(mark.families, {"defects"})
        found.update(labels)
    found["of them without defects"] = not found["defects"]
    return found
