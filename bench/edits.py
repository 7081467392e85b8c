"""Whether an edit mends what is marked: what stands at a stretch after editing, against its right form."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from bench.gold import GoldDocument, Mark
from nepalint.text.spans import Edit, Span, apply_edits


class Mending(IntEnum):
    """What came of a stretch that was edited, from the best to the worst."""

    RIGHT = 0
    """It is the right form."""
    PART = 1
    """It lies on a shortest way, in edits of one code point, from what stood there to the right form."""
    UNKNOWN = 2
    """A defect for which the gold has no right form, or a place that nobody read."""
    WRONG = 3
    """It is another form, or nothing was wrong there, or it stands in a quotation."""


class Judge:
    """Judges edits to one document. `edits` are all that are made together, in code points of the document."""

    def __init__(self, document: GoldDocument, edits: Iterable[Edit]) -> None:
        self._text = document.text
        self._edits = sorted(set(edits))
        self._marks = [mark for mark in document.marks if mark.is_defect and not mark.is_quoted]

    def edit(self, edit: Edit) -> tuple[Mending, list[Mark]]:
        """What an edit made of the marked defects that it touches, the best for any of them; and which those are.

        An edit that touches none is wrong.
        """
        touched = [mark for mark in self._marks if _touch(mark, edit)]
        verdicts = [(self.mark(mark, edit), mark) for mark in touched]
        best = min((verdict for verdict, _ in verdicts), default=Mending.WRONG)
        return best, [mark for verdict, mark in verdicts if verdict is best]

    def mark(self, mark: Mark, through: Edit | None = None) -> Mending:
        """What the edits, among them `through`, made of a marked stretch; WRONG also where none is made there."""
        if not mark.rights:
            edits = self._edits if through is None else (through,)
            return Mending.UNKNOWN if any(overlap(mark, edit) for edit in edits) else Mending.WRONG
        best = Mending.WRONG
        for span, inside, marks in self._readings(mark):
            if not inside or (through is not None and through not in inside):
                continue
            before = self._text[span.start : span.end]
            after = _applied(before, span, inside)
            for wanted in _right_texts(before, span, marks):
                if after == wanted:
                    return Mending.RIGHT
                if after != before and _on_the_way(before, after, wanted):
                    best = min(best, Mending.PART)
        return best

    def _readings(self, mark: Mark) -> Iterator[tuple[Span, list[Edit], list[Mark]]]:
        """Stretches to compare, each with the edits in it and the marks that have to be right there.

        What is only put in beside a mark may mend its neighbour: a space after a danda, before a word that is misspelt.
        Edits may reach beyond a mark, and meet further marks there: alone, with the others, and with what is marked
        inside of these.
        """
        own = Span(mark.start, mark.end)
        within = [edit for edit in self._edits if own.contains(edit.span)]
        yield own, within, [mark]
        yield own, [edit for edit in within if not _beside(edit, own)], [mark]
        span, inside = self._reach(own)
        yield span, inside, [mark]
        met = [one for one in self._marks if one.rights and span.contains(Span(one.start, one.end))]
        if mark in met and len(met) > 1:
            yield span, inside, _disjoint(met)
            yield span, inside, _disjoint(sorted(met, key=lambda one: one.end - one.start))

    def _reach(self, span: Span) -> tuple[Span, list[Edit]]:
        """The stretch widened until no edit crosses its ends, and the edits that touch it."""
        while True:
            inside = [edit for edit in self._edits if _touch(span, edit)]
            wider = Span(
                min([span.start, *(edit.start for edit in inside)]), max([span.end, *(edit.end for edit in inside)])
            )
            if wider == span:
                return span, inside
            span = wider


def _beside(edit: Edit, span: Span) -> bool:
    """Whether an edit only puts something in at an end of the stretch."""
    return edit.start == edit.end and edit.start in (span.start, span.end) and span.start < span.end


def _touch(stretch: Span | Mark, edit: Edit) -> bool:
    """Whether an edit meets a stretch or lies beside it without a gap."""
    return edit.start <= stretch.end and stretch.start <= edit.end


def overlap(one: Span | Mark | Edit, other: Span | Mark | Edit) -> bool:
    """Whether two stretches share a code point; an empty one also meets what it lies beside."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _disjoint(marks: Iterable[Mark]) -> list[Mark]:
    """Marks that do not overlap, the first ones first."""
    chosen: list[Mark] = []
    for mark in marks:
        if not any(overlap(mark, other) for other in chosen):
            chosen.append(mark)
    return chosen


def _applied(before: str, span: Span, edits: Iterable[Edit]) -> str:
    return apply_edits(before, [edit.shift(-span.start) for edit in edits])


def _right_texts(before: str, span: Span, marks: Sequence[Mark]) -> Iterator[str]:
    """How the stretch reads when its marks are right; what fills a line and is deleted may take the line along."""
    for right in marks[0].rights if len(marks) == 1 else marks[0].rights[:1]:
        forms = [right, *(mark.rights[0] for mark in marks[1:])]
        edits = [Edit(mark.start, mark.end, form) for mark, form in zip(marks, forms, strict=True)]
        wanted = _applied(before, span, edits)
        yield wanted
        if wanted == "\n" and len(marks) == 1:
            yield ""


def _on_the_way(before: str, after: str, wanted: str) -> bool:
    return distance(before, after) + distance(after, wanted) == distance(before, wanted)


def distance(first: str, second: str) -> int:
    """Levenshtein's distance in code points."""
    row = list(range(len(second) + 1))
    for number, character in enumerate(first, 1):
        previous, row[0] = row[0], number
        for index, other in enumerate(second, 1):
            previous, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, previous + (character != other))
    return row[-1]
