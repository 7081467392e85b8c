"""Which fixes are applied."""

from enum import StrEnum


class Level(StrEnum):
    """Which fixes are applied: the safe ones (and those of promoted rules), or the unsafe ones too."""

    SAFE = "safe"
    UNSAFE = "unsafe"
