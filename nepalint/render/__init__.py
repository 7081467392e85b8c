"""How findings are printed: a module a format, each with `render(results, options) -> Iterator[str]`, streaming."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from nepalint.messages import Messages, messages

if TYPE_CHECKING:
    from nepalint.batch import FileResult

FORMATS: Final = ("full", "concise", "json", "jsonl", "github")
FOR_PEOPLE: Final = frozenset({"full", "concise"})
"""The formats that follow the language chosen; the others carry both languages or none."""


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What the formats for people need to know; those for machines look at none of it."""

    language: str = "en"
    color: bool = False

    @property
    def messages(self) -> Messages:
        """The texts of the language."""
        return messages(self.language)


Renderer = Callable[[Iterable["FileResult"], RenderOptions], Iterator[str]]


def renderer(name: str) -> Renderer:
    """The renderer of the format `name`, one of `FORMATS`."""
    if name not in FORMATS:
        raise ValueError(name)
    return cast("Renderer", import_module(f"nepalint.render.{name}").render)
