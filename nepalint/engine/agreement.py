"""One word, one finding: findings that mend alike are one."""

from collections.abc import Iterable

from nepalint.diagnostic import FAMILY_ORDER, Diagnostic


def one_finding_a_word(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Merge findings that mend alike; the first family in the order of families owns the finding."""
    kept: list[Diagnostic] = []
    first: dict[int, Diagnostic] = {}
    shared: dict[int, dict[object, list[Diagnostic]]] = {}
    for one in found:
        if one.fix is None:
            kept.append(one)
            continue
        # Most places have one finding; only where there are more is the whole of the edits compared.
        place = one.fix.edits[0].start
        other = first.setdefault(place, one)
        if other is not one:
            groups = shared.setdefault(place, {other.fix and other.fix.edits: [other]})
            groups.setdefault(one.fix.edits, []).append(one)
    for place, groups in shared.items():
        del first[place]
        kept += [_merged(group) if len(group) > 1 else group[0] for group in groups.values()]
    kept += first.values()
    return kept


def _merged(group: list[Diagnostic]) -> Diagnostic:
    """The findings of `group`, which mend alike, as one of the first of their families."""
    group.sort(key=lambda one: (FAMILY_ORDER[one.code[:3]], one.code))
    owner = group[0]
    others = tuple(sorted({one.code for one in group[1:]} - {owner.code}))
    evidence = tuple(dict.fromkeys(piece for one in group for piece in one.evidence))
    return owner._replace(evidence=evidence, also=others)
