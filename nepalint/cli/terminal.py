"""Where the command line writes: UTF-8 whatever the locale, errors as one line with a hint."""

import os
import sys
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from nepalint.errors import NepalintError
from nepalint.messages import Messages, messages
from nepalint.render.escape import visible
from nepalint.render.paint import painter

if TYPE_CHECKING:
    from nepalint.engine.run import RuleFailure


CHUNKS = 200
"""Chunks of output that are encoded and handed on together."""


class Terminal:
    """Standard output and standard error of one run.

    `color` None follows the terminal and NO_COLOR; `quiet` drops notes. `findings_to_stderr` leaves standard output to
    the mended text.
    """

    def __init__(
        self, language: str, *, color: bool | None = None, quiet: bool = False, findings_to_stderr: bool = False
    ) -> None:
        self.language = language
        self.say: Messages = messages(language)
        self._quiet = quiet
        self._out = sys.stdout.buffer
        self._err = sys.stderr.buffer
        self._findings = self._err if findings_to_stderr else self._out
        self._watched = self._findings.isatty()
        self.color = _color(self._findings) if color is None else color
        self._paint = painter(_color(self._err) if color is None else color)

    def write(self, text: str) -> None:
        """Print `text`, the outcome asked for; lone surrogates become escapes, which JSON reads back."""
        self._findings.write(text.encode("utf-8", "backslashreplace"))
        if self._watched:
            self._findings.flush()

    def write_all(self, chunks: Iterable[str]) -> None:
        """Print `chunks` as they come; where nobody watches, many at a time."""
        pending: list[str] = []
        for chunk in chunks:
            pending.append(chunk)
            if self._watched or len(pending) >= CHUNKS:
                self.write("".join(pending))
                pending.clear()
        self.write("".join(pending))

    def write_bytes(self, data: bytes) -> None:
        """Print a document as it is."""
        self._out.write(data)

    def note(self, text: str) -> None:
        """Print a remark for people to standard error."""
        if not self._quiet:
            self._to_stderr(text)

    def error(self, error: NepalintError, path: str | None = None) -> None:
        """Print `error`, about `path` where one is given, and what to do next."""
        place = f"{visible(path)}: " if path is not None else ""
        reason = visible(str(error))
        general = self.say.get(f"error.{error.code}")
        if general is not None and general not in reason:
            reason = f"{general}: {reason}"
        hint = error.hint
        if hint == type(error).hint:
            hint = self.say.get(f"hint.{error.code}") or hint
        self.complain(f"{place}{reason}", hint)

    def failure(self, failure: "RuleFailure", path: str) -> None:
        """Print that a rule did not run to its end on a document."""
        say = self.say
        reason = say(f"error.failure.{failure.reason}", code=failure.code, detail=visible(failure.detail))
        self.complain(f"{visible(path)}: {reason}", say("hint.failure"))

    def complain(self, text: str, hint: str | None = None) -> None:
        """Print an error in words already chosen."""
        self._to_stderr(f"{self._paint('error', self.say('error'))}: {text}")
        if hint:
            self._to_stderr(f"{self._paint('hint', self.say('hint'))}: {visible(hint)}")

    def flush(self) -> None:
        """Hand everything to the operating system; a reader who has gone is noticed here at the latest."""
        self._out.flush()
        self._err.flush()

    @property
    def interactive(self) -> bool:
        """Whether a person watches standard error."""
        return self._err.isatty() and not self._quiet

    def _to_stderr(self, text: str) -> None:
        self._out.flush()
        self._err.write(f"{text}\n".encode("utf-8", "backslashreplace"))
        self._err.flush()


def _color(stream: IO[bytes]) -> bool:
    """Whether to colour what goes to `stream`: on a terminal, unless NO_COLOR is set and not empty."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def open_closed_streams() -> None:
    """Stand the null device in for standard streams that the caller closed; else the next file would take their place.

    They are opened in the order of their numbers, so that each gets its own.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open until the process ends


def discard_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail again when it exits."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
