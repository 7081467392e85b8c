"""Reading a file once, whole, and remembering which file and which bytes that were."""

import errno
import hashlib
import os
import stat
from typing import NamedTuple

from nepalint.errors import UnreadableError
from nepalint.files.names import printable

__all__ = ["Stamp", "open_regular", "read", "stamp_of"]

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 20

_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a named pipe, not a regular file"),
    (stat.S_ISSOCK, "it is a socket, not a regular file"),
    (stat.S_ISCHR, "it is a device, not a regular file"),
    (stat.S_ISBLK, "it is a device, not a regular file"),
)


class Stamp(NamedTuple):
    """Which file was read, by its place on the disk, and the SHA-256 of the bytes it held."""

    device: int
    inode: int
    sha256: str


def read(path: str | os.PathLike[str]) -> tuple[bytes, Stamp]:
    """The bytes of a regular file and the stamp with which it may be replaced later.

    Raises:
        UnreadableError: there is no such file, it cannot be opened, or it is a folder, pipe, socket or device;
            of those none is opened, so that nothing can hang.
    """
    descriptor, status = open_regular(path)
    try:
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            content = file.readall()
    except OSError as error:
        raise _unreadable(path, _reason(error)) from error
    return content, Stamp(status.st_dev, status.st_ino, hashlib.sha256(content).hexdigest())


def stamp_of(path: str | os.PathLike[str]) -> Stamp:
    """The stamp of a regular file as it is now, without keeping its bytes.

    Raises:
        UnreadableError: as for `read`.
    """
    descriptor, status = open_regular(path)
    digest = hashlib.sha256()
    try:
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise _unreadable(path, _reason(error)) from error
    return Stamp(status.st_dev, status.st_ino, digest.hexdigest())


def open_regular(path: str | os.PathLike[str]) -> tuple[int, os.stat_result]:
    """A descriptor for reading and the status of a regular file.

    Raises:
        UnreadableError: as for `read`.
    """
    try:
        _refuse_irregular(path, os.stat(path).st_mode)
        descriptor = os.open(path, _FLAGS | _BINARY)
    except OSError as error:
        raise _unreadable(path, _reason(error)) from error
    except ValueError:
        raise _unreadable(path, "its name holds a null character") from None
    status = os.fstat(descriptor)
    try:
        _refuse_irregular(path, status.st_mode)  # another file may have taken the name between the two calls
    except UnreadableError:
        os.close(descriptor)
        raise
    return descriptor, status


def _refuse_irregular(path: str | os.PathLike[str], mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = next((words for test, words in _KINDS if test(mode)), "it is not a regular file")
        raise _unreadable(path, kind)


def _unreadable(path: str | os.PathLike[str], reason: str) -> UnreadableError:
    return UnreadableError(f"{printable(path)}: cannot be read: {reason}")


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return "there is no such file"
    if error.errno == errno.ELOOP:
        return "its symbolic links lead in a circle"
    return (error.strerror or str(error)).lower()
