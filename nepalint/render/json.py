"""One JSON array of the objects that `jsonl` gives a line each."""

from collections.abc import Iterable, Iterator

from nepalint.batch import FileResult
from nepalint.render import RenderOptions
from nepalint.render.jsonl import records


def render(results: Iterable[FileResult], _options: RenderOptions) -> Iterator[str]:
    """One chunk a finding; an array even when there is none."""
    lead = "[\n"
    for file in results:
        if file.remaining is not None:
            for record in records(file.name, file.remaining):
                yield f"{lead}  {record}"
                lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"
