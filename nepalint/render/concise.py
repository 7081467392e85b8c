"""One line a finding: `path:line:column: severity CODE message`."""

from collections.abc import Iterable, Iterator

from nepalint.batch import FileResult
from nepalint.render import RenderOptions
from nepalint.render.escape import visible
from nepalint.render.paint import painter
from nepalint.render.places import columns


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """One chunk a finding."""
    nepali = options.language == "ne"
    say = options.messages
    paint = painter(options.color)
    levels = {level: paint(level, say(f"severity.{level}")) for level in ("error", "warning", "info")}
    for file in results:
        if file.remaining is None:
            continue
        path = paint("path", visible(file.name))
        for one, line, column in columns(file.remaining):
            message = visible(one.message if nepali else one.message_en)
            yield f"{path}:{line}:{column}: {levels[one.severity]} {one.code} {message}\n"
