"""One JSON object a line and finding: the output contract, schema 1.

The lines are put together by hand: a document may have a hundred thousand findings, and this takes a third of the time
that building objects for an encoder takes.
"""

from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring as quote
from typing import TYPE_CHECKING

from nepalint.batch import FileResult
from nepalint.diagnostic import FAMILIES, Diagnostic, Evidence, Fix
from nepalint.render import RenderOptions
from nepalint.render.places import Place, places

if TYPE_CHECKING:
    from nepalint.engine.run import LintResult

SCHEMA = 1


def render(results: Iterable[FileResult], _options: RenderOptions) -> Iterator[str]:
    """One chunk a finding."""
    for file in results:
        if file.remaining is not None:
            for record in records(file.name, file.remaining):
                yield record + "\n"


def records(name: str, result: "LintResult") -> Iterator[str]:
    """The findings of the document called `name`, each as one JSON object without line endings."""
    head = f'{{"schema": {SCHEMA}, "file": {quote(name)}, "record": null, "field": null, "code": '
    for (one, place), fingerprint in zip(places(result), result.fingerprints()[0], strict=True):
        yield head + _rest(one, place, fingerprint)


def _rest(one: Diagnostic, place: Place, fingerprint: str) -> str:
    """The object from the value of `code` on. Codes, categories and the words of enumerations need no escapes."""
    fix = _fix(one.fix) if one.fix is not None else "null"
    evidence = ", ".join(map(_evidence, one.evidence)) if one.evidence else ""
    return (
        f'"{one.code}", "name": {quote(one.name)}, "category": "{FAMILIES[one.code[:3]]}", "also": {_texts(one.also)}, '
        f'"severity": "{one.severity.value}", "certainty": "{one.certainty.value}", '
        f'"message": {quote(one.message)}, "message_en": {quote(one.message_en)}, '
        f'"start": {one.start}, "end": {one.end}, '
        f'"byte_start": {place.byte_start}, "byte_end": {place.byte_end}, '
        f'"line": {place.line}, "column": {place.column}, "utf16_column": {place.utf16_column}, '
        f'"end_line": {place.end_line}, "end_column": {place.end_column}, "fingerprint": "{fingerprint}", '
        f'"fix": {fix}, "alternatives": {_texts(one.alternatives)}, "evidence": [{evidence}]}}'
    )


def _fix(fix: Fix) -> str:
    edits = ", ".join(
        f'{{"start": {start}, "end": {end}, "replacement": {quote(replacement)}}}'
        for start, end, replacement in fix.edits
    )
    return (
        f'{{"applicability": "{fix.applicability.value}", "title": {quote(fix.title)}, '
        f'"title_en": {quote(fix.title_en)}, "edits": [{edits}]}}'
    )


def _evidence(piece: Evidence) -> str:
    return (
        f'{{"start": {piece.start}, "end": {piece.end}, "text": {quote(piece.text)}, '
        f'"why": {quote(piece.why)}, "why_en": {quote(piece.why_en)}}}'
    )


def _texts(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(quote, texts))}]" if texts else "[]"
