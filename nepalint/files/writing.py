"""Replacing a file so that it is whole before, during and after.

The new bytes go to a temporary file beside the target, to the disk, and then under the target's name in one step. A
symbolic link stays one, for the file it points to is replaced. A file with several names (hard links) cannot be
replaced without parting them: it is written in place, while a copy of the old bytes lies safely beside it.
"""

import contextlib
import errno
import hashlib
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from io import FileIO

from nepalint.errors import ChangedError, DocumentError, UnreadableError
from nepalint.files.names import printable
from nepalint.files.reading import Stamp, read, stamp_of

__all__ = ["write_atomic", "write_output"]

_FLAGS = os.O_WRONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def write_atomic(path: str | os.PathLike[str], content: bytes, stamp: Stamp) -> bool:
    """Replace the bytes of the file that `read` gave with this `stamp`; False if they are the same already.

    Mode, links and, where allowed, owner and extended attributes stay as they are.

    Raises:
        ChangedError: the file is another one, or holds other bytes, than when it was read.
        DocumentError: it could not be written; unless the message says otherwise, the old bytes are there.
    """
    if hashlib.sha256(content).hexdigest() == stamp.sha256:
        return False
    target = os.path.realpath(path)
    try:
        status = os.stat(target)
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if status.st_nlink > 1:
            _write_in_place(path, target, content, stamp)
        else:
            with _temporary(os.path.dirname(target), ".tmp", 0o600) as (file, name):
                _fill(file, content)
                _keep_attributes(target, status, file)
                _check_unchanged(path, target, stamp)
                file.close()
                os.replace(name, target)
            _sync_folder(os.path.dirname(target))
    except FileNotFoundError:
        raise ChangedError(f"{printable(path)}: it was removed after it was read") from None
    except OSError as error:
        raise _unwritten(path, error) from error
    return True


def write_output(path: str | os.PathLike[str], content: bytes) -> bool:
    """Write a file of results, whole or not at all, with the folders it needs; False if it holds that already.

    A symbolic link of that name is replaced, not followed: results go where they were asked for.

    Raises:
        DocumentError: it could not be written, or something that is no file has that name.
    """
    target = os.path.abspath(path)
    folder = os.path.dirname(target)
    mode = 0o666  # less what the process masks
    try:
        os.makedirs(folder, exist_ok=True)
        if os.path.lexists(target) and not os.path.islink(target):
            status = os.stat(target)
            if not stat.S_ISREG(status.st_mode):
                raise FileExistsError(errno.EEXIST, "something that is no regular file has that name")
            if status.st_size == len(content) and stamp_of(target).sha256 == hashlib.sha256(content).hexdigest():
                return False
        with _temporary(folder, ".tmp", mode) as (file, name):
            _fill(file, content)
            file.close()
            os.replace(name, target)
    except OSError as error:
        raise _unwritten(path, error) from error
    _sync_folder(folder)
    return True


def _write_in_place(path: str | os.PathLike[str], target: str, content: bytes, stamp: Stamp) -> None:
    """Overwrite a file with several names; until it is whole again, a copy of its old bytes lies beside it."""
    _check_unchanged(path, target, stamp)
    old, _ = read(target)
    folder = os.path.dirname(target)
    with _temporary(folder, ".bak", 0o600) as (copy, backup):
        _fill(copy, old)
        copy.close()
        _sync_folder(folder)
    whole = True
    try:
        with os.fdopen(os.open(target, _FLAGS), "wb", buffering=0) as file:
            _check_unchanged(path, target, stamp)
            try:
                _fill(file, content)
            except BaseException:
                with contextlib.suppress(OSError):
                    _fill(file, old)
                whole = _is_unchanged(target, stamp)
                raise
    except OSError as error:
        if not whole:
            raise DocumentError(
                f"{printable(path)}: could not be written, nor put back ({_reason(error)})",
                hint=f"The document as it was is in {printable(backup)}.",
            ) from error
        raise
    finally:
        if whole:
            os.unlink(backup)


@contextlib.contextmanager
def _temporary(folder: str, suffix: str, mode: int) -> Iterator[tuple[FileIO, str]]:
    """A new file in `folder`, open for writing, and its path; it is removed if anything goes wrong."""
    name = os.path.join(folder, f".nepalint-{secrets.token_hex(8)}{suffix}")
    file = os.fdopen(os.open(name, _FLAGS | os.O_CREAT | os.O_EXCL, mode), "wb", buffering=0)
    try:
        yield file, name
    except BaseException:
        with contextlib.suppress(OSError):
            file.close()
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _fill(file: FileIO, content: bytes) -> None:
    """Make `content` all that a file holds, and bring it to the disk."""
    descriptor = file.fileno()
    os.lseek(descriptor, 0, os.SEEK_SET)
    left = memoryview(content)
    while left:
        written = os.write(descriptor, left)
        if written <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        left = left[written:]
    os.ftruncate(descriptor, len(content))
    os.fsync(descriptor)
    if os.fstat(descriptor).st_size != len(content):
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _keep_attributes(target: str, status: os.stat_result, file: FileIO) -> None:
    """Give a new file the owner, the extended attributes and the mode of the one it replaces, as far as allowed."""
    descriptor = file.fileno()
    mode = stat.S_IMODE(status.st_mode)
    new = os.fstat(descriptor)
    if hasattr(os, "fchown") and (new.st_uid, new.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.fchown(descriptor, status.st_uid, status.st_gid)
        except OSError:
            mode &= 0o777
            try:
                os.fchown(descriptor, -1, status.st_gid)
            except OSError:  # another group must not gain what only the old one had
                mode &= ~0o070 | (mode & 0o007) << 3
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(target, name))
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, mode)


def _check_unchanged(path: str | os.PathLike[str], target: str, stamp: Stamp) -> None:
    if not _is_unchanged(target, stamp):
        raise ChangedError(f"{printable(path)}: it changed after it was read")


def _is_unchanged(target: str, stamp: Stamp) -> bool:
    try:
        return stamp_of(target) == stamp
    except UnreadableError:
        return False


def _sync_folder(folder: str) -> None:
    """Bring a folder's names to the disk, where the system can; the files in it are whole either way."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _unwritten(path: str | os.PathLike[str], error: OSError) -> DocumentError:
    return DocumentError(f"{printable(path)}: could not be written: {_reason(error)}")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
