"""Which files a run is about: those named, and the text files in the folders named.

Folders are walked in the order of names. Hidden folders, symbolic links and what `.gitignore` files exclude are left
out; a file or folder that was named is taken whatever those say.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from nepalint.errors import UnreadableError
from nepalint.files.names import label, printable, within
from nepalint.files.reading import read

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec  # slow to import, and of use only where there is a `.gitignore`

__all__ = ["TEXT_SUFFIXES", "Found", "discover"]

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".wiki", ".wikitext", ".mediawiki", ".html", ".htm"})


class Found(NamedTuple):
    """A file to read, with the name results give it; `error` says why it, or a folder, is not to be read."""

    path: Path
    name: str
    error: UnreadableError | None = None


class _Ignores(NamedTuple):
    """The patterns of one `.gitignore` and the folder for which they hold."""

    folder: str
    spec: "GitIgnoreSpec"


def discover(
    paths: Iterable[str | os.PathLike[str]],
    *,
    root: str | os.PathLike[str] | None = None,
    follow: bool = False,
    wanted: Callable[[Path], bool] | None = None,
) -> Iterator[Found]:
    """The files that `paths` name or hold, each once; named ones need not exist, for reading them will say so.

    Args:
        paths: files and folders.
        root: the tree that a given symbolic link must not leave, by default the current folder. For a path outside
            the root the tree is the folder in which it lies.
        follow: let given symbolic links leave the tree. Links met in a walk are never followed.
        wanted: a further test of the files met in a walk, by default none.
    """
    base = os.path.abspath(root if root is not None else os.curdir)
    seen: set[str] = set()
    for given in paths:
        path = Path(given)
        name = label(path, base)
        if not follow and _leaves(path, base):
            yield Found(
                path,
                name,
                UnreadableError(
                    f"{printable(path)}: not read: it is a symbolic link that leaves the tree",
                    hint="Name the file it points to, or allow links to be followed.",
                ),
            )
            continue
        real = os.path.realpath(path)
        if not path.is_dir():
            if real not in seen:
                seen.add(real)
                yield Found(path, name)
            continue
        for found in _walk(path, real, _ignores_above(real)):
            if found.error is None and wanted is not None and not wanted(found.path):
                continue
            place = os.path.join(real, os.path.relpath(found.path, path))
            if place not in seen:
                seen.add(place)
                yield found._replace(name=label(found.path, base))


def _leaves(path: Path, base: str) -> bool:
    """Whether a link on the way to `path`, or `path` itself, leads out of the tree."""
    full = os.path.abspath(path)
    real = os.path.realpath(path)
    if within(full, base):
        return not within(real, os.path.realpath(base))
    return os.path.islink(full) and not within(real, os.path.realpath(os.path.dirname(full)))


def _walk(top: Path, real: str, ignores: tuple[_Ignores, ...]) -> Iterator[Found]:
    """The text files under `top`, whose resolved path is `real`; `ignores` hold for it from above."""
    waiting: list[tuple[Path, str, tuple[_Ignores, ...], bool]] = [(top, real, ignores, True)]
    while waiting:
        path, place, ignores, is_folder = waiting.pop()
        if not is_folder:
            yield Found(path, "")
            continue
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            yield Found(path, "", UnreadableError(f"{printable(path)}: the folder cannot be read: {reason}"))
            continue
        ignores = (*_ignores_in(place), *ignores)
        for entry in entries:
            inside = os.path.join(place, entry.name)
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".") and not _ignored(inside + "/", ignores):
                    waiting.append((path / entry.name, inside, ignores, True))
            elif entry.is_file(follow_symlinks=False):
                suffix = os.path.splitext(entry.name)[1].lower()
                if suffix in TEXT_SUFFIXES and not _ignored(inside, ignores):
                    waiting.append((path / entry.name, inside, ignores, False))


def _ignored(place: str, ignores: tuple[_Ignores, ...]) -> bool:
    """Whether the nearest `.gitignore` that speaks of `place` excludes it; folders end in a slash."""
    for folder, spec in ignores:
        inside = place[len(folder.rstrip(os.sep)) + 1 :].replace(os.sep, "/")
        verdict = spec.check_file(inside).include
        if verdict is not None:
            return verdict
    return False


def _ignores_above(real: str) -> tuple[_Ignores, ...]:
    """What the `.gitignore` files above a folder hold, up to that of the repository, nearest first.

    Where they exclude the folder itself, it was named in spite of them, and they do not count.
    """
    above: list[_Ignores] = []
    folder = real
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ()  # no repository, so nothing above speaks of this folder
        folder = parent
        above += _ignores_in(folder)
    ignores = tuple(above)
    return () if _ignored(real + "/", ignores) else ignores


def _ignores_in(folder: str) -> tuple[_Ignores, ...]:
    """The patterns of the `.gitignore` in `folder`, if there is one; like git, none is read through a link."""
    path = os.path.join(folder, ".gitignore")
    if os.path.islink(path) or not os.path.isfile(path):
        return ()
    try:
        content, _ = read(path)
    except UnreadableError:
        return ()
    spec = _spec(content.decode("utf-8-sig", "surrogateescape").replace("\r\n", "\n").split("\n"))
    return (_Ignores(folder, spec),)


def _spec(lines: list[str]) -> "GitIgnoreSpec":
    """The patterns of `lines` without those that are none, which git passes over as well."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        pass
    sound = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue
        sound.append(line)
    return GitIgnoreSpec.from_lines(sound)
