"""Standard input as messages: headers that any client may have written, and a way back after a broken one."""

import io
from typing import BinaryIO

import regex

LONGEST_BODY = 1 << 28
"""Bytes of a message at most; whoever announces more is mistaken, and is not waited for."""

_LONGEST_HEADER = 1 << 16
_LENGTH = regex.compile(rb"content-length:[ \t]*+([0-9]{1,18})[ \t]*\r?\n\Z", regex.IGNORECASE)


class Framed(io.RawIOBase):
    r"""A stream whose headers are written as pygls reads them.

    pygls takes `Content-Length: N\r\n` at the beginning of a line and nothing else. After a body that was longer than
    announced, the rest of it stands before the next header on one line, and no later message would ever be read.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next header line; one that announces a body too long to be true is left out."""
        del size
        line = self._stream.readline(_LONGEST_HEADER)
        found = _LENGTH.search(line)
        if found is None:
            return line if line.strip() or not line else b"\r\n"
        length = int(found[1])
        return b"Content-Length: %d\r\n" % length if 0 < length <= LONGEST_BODY else b"X: -\r\n"

    def read(self, size: int = -1, /) -> bytes:
        """The next `size` bytes, fewer only at the end of the stream."""
        return self._stream.read(size)
