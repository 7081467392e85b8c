"""The folder that `clean` writes into: refused where a run would damage what it did not write."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from nepalint.corpus.summary import SCHEMA, TOOL
from nepalint.errors import DocumentError, UnreadableError, UsageError
from nepalint.files import printable, read, write_output

LEDGER = "ledger.jsonl"
SUMMARY = "summary.json"
_OURS = frozenset({LEDGER, SUMMARY})


class TargetError(UsageError):
    """A folder that is no place to write to; `key` and `values` let the interface say so in its language."""

    def __init__(self, message: str, key: str, **values: str) -> None:
        super().__init__(message)
        self.key = key
        self.values = values


class Target:
    """The output folder of one run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._is_ours, self._earlier = _earlier(folder)

    def check(self, source: Path, names: Iterable[str], *, force: bool) -> None:
        """Make sure that documents of `source` called `names` may be written here.

        Raises:
            TargetError: they may not.
        """
        inner, outer = os.path.realpath(self.folder), os.path.realpath(source)
        if inner == outer or _within(inner, outer):
            raise TargetError("the output folder lies inside the source", "clean.inside", source=printable(source))
        if _within(outer, inner):
            raise TargetError("the output folder holds the source", "clean.around", source=printable(source))
        for name in names:
            if name in _OURS:
                raise TargetError(f"a document would be written to the place of {name}", "clean.clash", name=name)
        if os.path.lexists(self.folder) and not self.folder.is_dir():
            raise TargetError("the output path is no folder", "clean.not_folder", source=printable(source))
        foreign = None if force else next(self._foreign(), None)
        if foreign is not None:
            raise TargetError(
                f"the output folder holds files that no earlier run wrote, such as {foreign}",
                "clean.foreign",
                example=printable(foreign),
            )

    def begin(self, names: Iterable[str]) -> None:
        """Note what will be written, so that the run after one that was cut off knows its files."""
        known = {**self._earlier, **dict.fromkeys(names, "")}
        documents = [{"file": name, "output_sha256": digest} for name, digest in sorted(known.items())]
        content = {"schema": SCHEMA, "tool": TOOL, "complete": False, "documents": documents}
        write_output(self.folder / SUMMARY, (json.dumps(content, indent=2) + "\n").encode())

    def write(self, name: str, content: bytes) -> None:
        """Write one file, whole or not at all."""
        write_output(self.folder / name, content)

    @contextmanager
    def ledger(self) -> Iterator[Callable[[Iterable[str]], None]]:
        """A function that takes lines of the ledger; the ledger appears whole when the run ends well, else not at all.

        Raises:
            DocumentError: it could not be written.
        """
        unfinished = self.folder / f".{LEDGER}.tmp"
        try:
            with open(unfinished, "wb") as file:
                yield lambda lines: file.writelines(line.encode() for line in lines)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, self.folder / LEDGER)
        except OSError as error:
            raise DocumentError(f"{LEDGER}: could not be written: {error.strerror or error}") from error
        finally:
            unfinished.unlink(missing_ok=True)

    def drop_stale(self, written: Iterable[str]) -> None:
        """Remove documents of an earlier run that this one did not write, unless someone changed them since."""
        for name in sorted(self._earlier.keys() - set(written)):
            path = self.folder / name
            try:
                stale = self._earlier[name] == read(path)[1].sha256
            except UnreadableError:
                continue
            if stale:
                path.unlink()

    def _foreign(self) -> Iterator[str]:
        """The files here that no earlier run wrote."""
        for place, folders, files in os.walk(self.folder):
            folders.sort()
            links = [folder for folder in folders if os.path.islink(os.path.join(place, folder))]
            for file in sorted([*files, *links]):
                name = os.path.relpath(os.path.join(place, file), self.folder).replace(os.sep, "/")
                if not self._is_ours or (name not in self._earlier and name not in _OURS):
                    yield name


def _earlier(folder: Path) -> tuple[bool, dict[str, str]]:
    """Whether an earlier run wrote here, and the documents it wrote, with the SHA-256 of each."""
    try:
        content = json.loads(read(folder / SUMMARY)[0])
        if content["tool"] != TOOL:
            return False, {}
        documents = {str(one["file"]): str(one["output_sha256"]) for one in content["documents"]}
    except (UnreadableError, ValueError, KeyError, TypeError):
        return False, {}
    # A summary is a file like others: what it says must not lead out of the folder.
    return True, {name: digest for name, digest in documents.items() if _is_inside(name)}


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _within(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)
