"""Workflow commands, which GitHub shows beside the lines of a change."""

from collections.abc import Iterable, Iterator

from nepalint.batch import FileResult
from nepalint.diagnostic import Severity
from nepalint.render import RenderOptions
from nepalint.render.escape import visible
from nepalint.render.places import places

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """One chunk a finding, and one a document that could not be checked."""
    nepali = options.language == "ne"
    for file in results:
        path = _property(file.name)
        if file.error is not None:
            yield f"::error file={path},title={file.error.code}::{_data(str(file.error))}\n"
        if file.remaining is None:
            continue
        for failure in file.remaining.failures:
            yield f"::error file={path},title={failure.code}::{_data(f'{failure.reason}: {failure.detail}')}\n"
        for one, place in places(file.remaining):
            # A column is given only within one line; GitHub ignores an end column on another line.
            end = f",endColumn={place.end_column}" if place.end_line == place.line else ""
            yield (
                f"::{_COMMANDS[one.severity]} file={path},line={place.line},col={place.column},"
                f"endLine={place.end_line}{end},title={_property(f'{one.code} ({one.name})')}"
                f"::{_data(one.message if nepali else one.message_en)}\n"
            )


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
