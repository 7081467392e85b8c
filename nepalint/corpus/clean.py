"""Cleaning: documents in, cleaned copies, a ledger of every edit and a summary out. The source is never written to.

What is written depends on the documents, the rulebook and the settings alone: no dates, no absolute paths.
"""

from collections.abc import Callable
from pathlib import Path

from nepalint.batch import FileResult, Plan, mend, unhandled
from nepalint.corpus.summary import Summary
from nepalint.corpus.target import SUMMARY, Target
from nepalint.engine import ledger
from nepalint.errors import DocumentError, NepalintError
from nepalint.files import Found, discover, read
from nepalint.text.source import Source

CANONICAL = 1
"""The version of the canonical form (docs/canonical.md) that cleaned documents have."""


def clean(
    source: Path,
    out: Path,
    *,
    plan_for: Callable[[Path], Plan],
    wanted: Callable[[Path], bool],
    version: str,
    rules: str,
    force: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    report: Callable[[FileResult], None] = lambda _file: None,
) -> Summary:
    """Clean `source`, a file or a folder, into the folder `out`.

    Args:
        source: what to clean.
        out: where to; it need not exist.
        plan_for: how the document at a path is to be treated.
        wanted: which files of the folder are taken.
        version: that of nepalint.
        rules: that of the rulebook.
        force: write into a folder that holds files of others.
        progress: called with the number of documents done and in all.
        report: called with each document that could not be cleaned.

    Raises:
        TargetError: `out` is no place to write to.
        DocumentError: a result could not be written.
    """
    root = source if source.is_dir() else source.parent
    found = sorted(discover([source], root=root, wanted=wanted), key=lambda one: one.name)
    target = Target(out)
    target.check(source, (one.name for one in found), force=force)
    target.begin(one.name for one in found)
    summary = Summary(version, rules, CANONICAL)
    with target.ledger() as log:
        for number, one in enumerate(found):
            progress(number, len(found))
            file = _cleaned(one, plan_for)
            error = _refusal(file)
            if error is not None:
                summary.refuse(file.name, error)
                report(file)
            elif file.outcome is not None:
                target.write(file.name, file.outcome.after.raw)
                log(ledger.written(file.outcome, version=version, rules=rules, canonical=CANONICAL))
                summary.add(file.name, file.outcome)
        progress(len(found), len(found))
    target.drop_stale(document.file for document in summary.documents)
    target.write(SUMMARY, summary.json().encode())
    return summary


def _refusal(file: FileResult) -> NepalintError | None:
    """Why a document is not written, or None."""
    if file.error is None and file.failures:
        failed = ", ".join(f"{failure.code} ({failure.reason}: {failure.detail})" for failure in file.failures)
        return DocumentError(f"rules did not finish: {failed}")
    return file.error


def _cleaned(found: Found, plan_for: Callable[[Path], Plan]) -> FileResult:
    if found.error is not None:
        return unhandled(found.name, found.path, found.error)
    try:
        raw, _ = read(found.path)
    except NepalintError as error:
        return unhandled(found.name, found.path, error)
    return mend(Source.from_bytes(raw, found.name), plan_for(found.path))
