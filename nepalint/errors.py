"""Errors that nepalint raises, drawn as a tree.

NepalintError
├── UsageError            wrong options or configuration          exit 2
│   └── ConfigError       a settings file that cannot be used
├── RulebookError         a rule or a table that does not load    exit 2
├── DocumentError         one document that could not be handled  exit 2
│   ├── UnreadableError   it could not be read, or is no regular file
│   ├── EncodingError     it is not valid UTF-8
│   ├── ChangedError      it changed between reading and writing
│   ├── UnstableError     its fixes never settle
│   └── VerificationError a fix would have broken a promise
└── LedgerError           a ledger that does not fit its document exit 2

Every error carries a stable `code` and a `hint`: what to do next.
"""

from collections.abc import Iterable
from pathlib import PurePath

__all__ = [
    "ChangedError",
    "ConfigError",
    "DocumentError",
    "EncodingError",
    "LedgerError",
    "NepalintError",
    "RulebookError",
    "UnreadableError",
    "UnstableError",
    "UsageError",
    "VerificationError",
    "defect",
    "nearest",
]


class NepalintError(Exception):
    """The root of the tree; `str(error)` is one sentence without a trailing newline."""

    code = "internal"
    hint = "This is a defect in nepalint. Please report it with the command and the text that led to it."

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        if hint is not None:
            self.hint = hint


class UsageError(NepalintError):
    """Options that contradict each other or name nothing."""

    code = "usage"
    hint = "See `nepalint --help`."


class ConfigError(UsageError):
    """A settings file that cannot be read or holds unknown keys."""

    code = "config"
    hint = "Correct the settings file at the place named."


class RulebookError(NepalintError):
    """A rule or table that does not load; `path` and `line` (1-based, 0 if unknown) say where."""

    code = "rulebook"
    hint = "Correct the rule at the place named; `nepalint schema` prints what a rule file may hold."

    def __init__(self, message: str, *, path: str, line: int = 0, hint: str | None = None) -> None:
        place = f"{path}:{line}" if line else path
        super().__init__(f"{place}: {message}", hint=hint)
        self.path = path
        self.line = line


class DocumentError(NepalintError):
    """One document that could not be handled; the others go on."""

    code = "document"
    hint = "The document was left as it was."


class UnreadableError(DocumentError):
    """A file that cannot be read, is no regular file, or leaves the tree."""

    code = "unreadable"
    hint = "Check the path and its permissions."


class EncodingError(DocumentError):
    """Bytes that are not valid UTF-8."""

    code = "encoding"
    hint = "Convert the document to UTF-8; nepalint never guesses an encoding."


class ChangedError(DocumentError):
    """A file that changed between reading and writing."""

    code = "changed"
    hint = "Nothing was written. Run the command again."


class UnstableError(DocumentError):
    """Fixes that undo each other or do not end."""

    code = "unstable"
    hint = "Nothing was written. This is a defect in the rules named; please report it."


class VerificationError(DocumentError):
    """A fixed text that fails the check made before every write."""

    code = "verification"
    hint = "Nothing was written. This is a defect in nepalint; please report it."


class LedgerError(NepalintError):
    """A ledger that cannot be read or does not belong to the document given."""

    code = "ledger"
    hint = "Give the ledger that was written together with this document."


def defect(error: Exception) -> NepalintError:
    """An exception that nobody foresaw, as an error that says where it arose and asks for a report."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({PurePath(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})" if place is not None else ""
    return NepalintError(f"{type(error).__name__}: {error}{where}")


def nearest(given: str, known: Iterable[str]) -> str | None:
    """The one of `known` that was probably meant by `given`, or None where none is near."""
    from difflib import get_close_matches  # needed only where something is wrong

    return next(iter(get_close_matches(given, list(known), n=1)), None)
