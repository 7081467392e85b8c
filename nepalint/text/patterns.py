"""Patterns that are compiled when they are first used: compiling costs more than most runs gain from the rule."""

from functools import cache
from typing import Any

import regex

_compiled = cache(regex.compile)


class Deferred:
    """A class attribute that is the compiled pattern of `source`."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __get__(self, instance: object, owner: type[Any]) -> regex.Pattern[str]:
        pattern: regex.Pattern[str] = _compiled(self._source)
        return pattern
