import errno
import hashlib
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nepalint.errors import ChangedError, DocumentError, UnreadableError
from nepalint.files import Found, discover, printable, read, write_atomic, write_output
from nepalint.files.names import label

OLD, NEW = "पुरानो गर्यो\r\n".encode(), "नयाँ गर्‍यो\r\n".encode() * 3


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "root").mkdir()
    monkeypatch.chdir(tmp_path / "root")
    yield
    leftovers = list(tmp_path.rglob(".nepalint-*"))
    assert leftovers == []


def make(*paths: str, content: bytes = OLD) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)


def names(*paths: str, **options: object) -> list[str]:
    found = list(discover(paths, **options))  # type: ignore[arg-type]
    assert not [one for one in found if one.error]
    return [one.name for one in found]


# Walking


def test_folders_are_walked_in_order_and_only_text_files_are_taken() -> None:
    make("ख/b.txt", "ख/a.MD", "ख/a/z.html", "ख/c.py", "ख/d", "क/नेपाल.wiki", "क/x.mediawiki")
    assert names(".") == ["क/x.mediawiki", "क/नेपाल.wiki", "ख/a/z.html", "ख/a.MD", "ख/b.txt"]
    assert names("ख", "क") == ["ख/a/z.html", "ख/a.MD", "ख/b.txt", "क/x.mediawiki", "क/नेपाल.wiki"]


def test_named_files_are_always_taken_and_each_once() -> None:
    make("a.txt", "notes.py", ".hidden/b.txt")
    Path(".gitignore").write_text("*.txt\n")
    assert names("a.txt", "./a.txt", "notes.py", ".hidden/b.txt", ".", "missing.txt") == [
        "a.txt",
        "notes.py",
        ".hidden/b.txt",
        "missing.txt",
    ]


def test_hidden_folders_are_left_out_of_a_walk_unless_named() -> None:
    make("a.txt", ".git/b.txt", ".venv/c.txt", ".venv/lib/d.txt")
    assert names(".") == ["a.txt"]
    assert names(".venv") == [".venv/c.txt", ".venv/lib/d.txt"]


def test_ignore_files_hold_for_their_folder_and_the_nearest_one_decides() -> None:
    make(
        "a.txt", "b.txt", "build/c.txt", "sub/a.txt", "sub/build/d.txt", "sub/kept.txt", "sub/deep/b.txt", "x/build.txt"
    )
    Path(".gitignore").write_bytes(b"\xef\xbb\xbfb.txt\r\n/build/\nkept.txt\n!\n# a.txt\n")
    Path("sub/.gitignore").write_text("a.txt\n!kept.txt\n")
    assert names(".") == ["a.txt", "sub/build/d.txt", "sub/kept.txt", "x/build.txt"]


def test_ignore_files_above_a_named_folder_count_within_a_repository() -> None:
    make("sub/a.txt", "sub/b.txt", "build/a.txt", "build/corpus/b.txt")
    Path(".gitignore").write_text("b.txt\nbuild/\n")
    assert names("sub") == ["sub/a.txt", "sub/b.txt"]  # no repository yet
    Path(".git").mkdir()
    assert names("sub") == ["sub/a.txt"]
    assert names("build") == ["build/a.txt", "build/corpus/b.txt"]  # ignored, and named all the same
    assert names("build/corpus") == ["build/corpus/b.txt"]
    assert names(".") == ["sub/a.txt"]


def test_a_strange_ignore_file_is_passed_over() -> None:
    make("a.txt", "sub/b.txt")
    Path(".gitignore").mkdir()
    os.mkfifo("sub/.gitignore")
    assert names(".") == ["a.txt", "sub/b.txt"]


def test_a_walk_follows_no_links_and_skips_what_is_no_file() -> None:
    make("a.txt", "sub/b.txt", "../outside/c.txt")
    Path("link.txt").symlink_to("a.txt")
    Path("out.txt").symlink_to("../outside/c.txt")
    Path("sub/loop").symlink_to(".")
    Path("sub/away").symlink_to("../../outside")
    os.mkfifo("pipe.txt")
    assert names(".") == ["a.txt", "sub/b.txt"]
    assert names(".", follow=True) == ["a.txt", "sub/b.txt"]


def test_a_walk_asks_what_is_wanted() -> None:
    make("a.txt", "b.txt", "sub/a.txt")
    assert names(".", "b.txt", wanted=lambda path: path.name == "a.txt") == ["a.txt", "sub/a.txt", "b.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a path may not be that long")
def test_very_deep_folders_are_walked() -> None:
    root = os.getcwd()
    depth = sys.getrecursionlimit() + 100
    for _ in range(depth):
        os.mkdir("a")
        os.chdir("a")
    make("a.txt")
    os.chdir(root)
    try:
        assert names(".") == ["a/" * depth + "a.txt"]
    finally:
        os.unlink("a/" * depth + "a.txt")
        for level in range(depth, 0, -1):
            os.rmdir("a/" * level)


def refusals(*paths: str, **options: object) -> list[str]:
    found: list[Found] = list(discover(paths, **options))  # type: ignore[arg-type]
    return [str(one.error) for one in found if one.error]


@pytest.mark.parametrize("given", ["out.txt", "away", "away/c.txt", "away/../outside/c.txt", "sub/out.txt"])
def test_a_given_link_must_not_leave_the_tree(given: str) -> None:
    make("sub/a.txt", "../outside/c.txt")
    Path("out.txt").symlink_to("../outside/c.txt")
    Path("sub/out.txt").symlink_to("../out.txt")
    Path("away").symlink_to("../outside")
    assert refusals(given) == [f"{given}: not read: it is a symbolic link that leaves the tree"]
    assert refusals(given, follow=True) == []


def test_links_that_stay_in_the_tree_and_plain_paths_outside_it_are_read() -> None:
    make("sub/a.txt", "../outside/c.txt", "../outside/sub/d.txt")
    Path("in.txt").symlink_to("sub/a.txt")
    Path("folder").symlink_to("sub")
    assert names("in.txt", "folder") == ["in.txt"]  # the same file, so once
    assert names("folder") == ["folder/a.txt"]
    outside = Path("../outside").resolve()
    assert names("../outside/c.txt") == [f"{outside.as_posix()}/c.txt"]
    Path("../outside/near.txt").symlink_to("sub/d.txt")
    Path("../outside/far.txt").symlink_to(Path("sub/a.txt").resolve())
    assert refusals("../outside/near.txt") == []
    assert len(refusals("../outside/far.txt")) == 1
    assert refusals("../outside/far.txt", root="..") == []


def test_a_tree_may_itself_be_reached_through_a_link() -> None:
    make("sub/a.txt")
    Path("link.txt").symlink_to("sub/a.txt")
    Path("../way").symlink_to("root")
    way = os.path.abspath("../way")
    assert names(f"{way}/sub/a.txt") == [f"{way}/sub/a.txt"]
    assert names(f"{way}/sub/a.txt", root=way) == ["sub/a.txt"]
    assert names(f"{way}/link.txt", root=way) == ["link.txt"]


def test_a_folder_that_cannot_be_read_is_an_error_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/a.txt", "b/b.txt", "c/c.txt")
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "b":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = list(discover(["."]))
    assert [(one.name, str(one.error) if one.error else "") for one in found] == [
        ("a/a.txt", ""),
        ("b", "b: the folder cannot be read: permission denied"),
        ("c/c.txt", ""),
    ]


# Reading


def test_reading_gives_all_bytes_and_a_stamp() -> None:
    make("a.txt", content=b"\xff\x00\r\n" + OLD)
    content, stamp = read("a.txt")
    assert content == b"\xff\x00\r\n" + OLD
    status = os.stat("a.txt")
    assert stamp == (status.st_dev, status.st_ino, hashlib.sha256(content).hexdigest())
    make("empty.txt", content=b"")
    assert read("empty.txt")[0] == b""


def unreadable_folder() -> None:
    Path("x.txt").mkdir()


def unreadable_dangling() -> None:
    Path("x.txt").symlink_to("nowhere.txt")


def unreadable_circle() -> None:
    Path("x.txt").symlink_to("x.txt")


def unreadable_pipe() -> None:
    os.mkfifo("x.txt")


def unreadable_link_to_pipe() -> None:
    os.mkfifo("pipe")
    Path("x.txt").symlink_to("pipe")


def unreadable_socket() -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("x.txt")


def unreadable_device() -> None:
    Path("x.txt").symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("arrange", "path", "reason"),
    [
        (lambda: None, "x.txt", "there is no such file"),
        (lambda: make("a"), "a/x.txt", "not a directory"),
        (unreadable_folder, "x.txt", "it is a folder"),
        (unreadable_dangling, "x.txt", "there is no such file"),
        (unreadable_circle, "x.txt", "its symbolic links lead in a circle"),
        (unreadable_pipe, "x.txt", "it is a named pipe, not a regular file"),
        (unreadable_link_to_pipe, "x.txt", "it is a named pipe, not a regular file"),
        (unreadable_socket, "x.txt", "it is a socket, not a regular file"),
        (unreadable_device, "x.txt", "it is a device, not a regular file"),
        (lambda: None, "x\0.txt", "its name holds a null character"),
        (lambda: None, "क" * 200, "file name too long"),
    ],
)
def test_what_cannot_be_read_is_said_at_once_with_the_reason(
    arrange: Callable[[], None], path: str, reason: str
) -> None:
    arrange()
    began = time.monotonic()
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert str(caught.value) == f"{printable(path)}: cannot be read: {reason}"
    assert time.monotonic() - began < 5


def test_an_error_in_the_middle_of_reading_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    make("x.txt")
    fdopen = os.fdopen

    class Broken:
        def __init__(self, descriptor: int) -> None:
            self._file = fdopen(descriptor, "rb")

        def __enter__(self) -> "Broken":
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def readall(self) -> bytes:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fdopen", lambda descriptor, *_, **__: Broken(descriptor))
    with pytest.raises(UnreadableError, match="input/output error"):
        read("x.txt")


# Writing


def test_a_file_is_replaced_whole_and_keeps_what_it_is() -> None:
    make("a.txt")
    os.chmod("a.txt", 0o640)
    content, stamp = read("a.txt")
    assert content == OLD
    assert write_atomic("a.txt", NEW, stamp) is True
    assert Path("a.txt").read_bytes() == NEW
    assert stat.S_IMODE(os.stat("a.txt").st_mode) == 0o640
    assert os.listdir(".") == ["a.txt"]


def test_the_same_bytes_are_not_written() -> None:
    make("a.txt")
    os.utime("a.txt", ns=(10**18, 10**18))
    before = os.stat("a.txt")
    _, stamp = read("a.txt")
    assert write_atomic("a.txt", OLD, stamp) is False
    after = os.stat("a.txt")
    assert (after.st_mtime_ns, after.st_ctime_ns, after.st_ino) == (
        before.st_mtime_ns,
        before.st_ctime_ns,
        before.st_ino,
    )


def test_a_link_stays_a_link_and_its_target_is_replaced() -> None:
    make("sub/a.txt")
    Path("link.txt").symlink_to("sub/a.txt")
    _, stamp = read("link.txt")
    write_atomic("link.txt", NEW, stamp)
    assert os.readlink("link.txt") == "sub/a.txt"
    assert Path("sub/a.txt").read_bytes() == NEW


def test_a_file_with_two_names_keeps_both() -> None:
    make("a.txt")
    os.chmod("a.txt", 0o640)
    os.link("a.txt", "b.txt")
    inode = os.stat("a.txt").st_ino
    for content in (NEW, b"", OLD):  # longer, empty, shorter than before
        _, stamp = read("a.txt")
        write_atomic("a.txt", content, stamp)
        assert Path("a.txt").read_bytes() == Path("b.txt").read_bytes() == content
    assert os.stat("a.txt").st_ino == os.stat("b.txt").st_ino == inode
    assert stat.S_IMODE(os.stat("a.txt").st_mode) == 0o640


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes are those of Linux")
def test_extended_attributes_are_kept() -> None:
    make("a.txt")
    try:
        os.setxattr("a.txt", "user.origin", "नेपाल".encode())
    except OSError:
        pytest.skip("this file system has no extended attributes")
    _, stamp = read("a.txt")
    write_atomic("a.txt", NEW, stamp)
    assert os.getxattr("a.txt", "user.origin") == "नेपाल".encode()


def test_a_lost_group_gives_nothing_to_the_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.txt")
    os.chmod("a.txt", 0o664)
    _, stamp = read("a.txt")
    status = os.stat("a.txt")
    asked: list[tuple[int, int]] = []

    def refusing(_descriptor: int, owner: int, group: int) -> None:
        asked.append((owner, group))
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    fstat = os.fstat

    def other_owner(descriptor: int) -> os.stat_result:
        real = list(fstat(descriptor))
        real[5] += 1  # the group
        return os.stat_result(real)

    monkeypatch.setattr(os, "fchown", refusing)
    with monkeypatch.context() as patch:
        patch.setattr("nepalint.files.writing.os.fstat", other_owner)
        write_atomic("a.txt", NEW, stamp)
    assert asked == [(status.st_uid, status.st_gid), (-1, status.st_gid)]
    assert stat.S_IMODE(os.stat("a.txt").st_mode) == 0o644


def change_content() -> None:
    Path("a.txt").write_bytes(b"other")


def change_file() -> None:
    make("b.txt")
    os.replace("b.txt", "a.txt")


def change_to_nothing() -> None:
    os.unlink("a.txt")


def change_to_folder() -> None:
    os.unlink("a.txt")
    os.mkdir("a.txt")


def change_to_pipe() -> None:
    os.unlink("a.txt")
    os.mkfifo("a.txt")


@pytest.mark.parametrize("change", [change_content, change_file, change_to_nothing, change_to_folder, change_to_pipe])
@pytest.mark.parametrize("hard_linked", [False, True])
def test_a_file_that_changed_since_it_was_read_is_left(change: Callable[[], None], hard_linked: bool) -> None:
    make("a.txt")
    if hard_linked:
        os.link("a.txt", "twin.txt")
    _, stamp = read("a.txt")
    change()
    before = Path("a.txt").read_bytes() if Path("a.txt").is_file() else None
    with pytest.raises(ChangedError):
        write_atomic("a.txt", NEW, stamp)
    assert (Path("a.txt").read_bytes() if Path("a.txt").is_file() else None) == before


@pytest.mark.parametrize("hard_linked", [False, True])
def test_a_change_while_the_new_bytes_are_being_written_is_seen(
    hard_linked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("a.txt")
    if hard_linked:
        os.link("a.txt", "twin.txt")
    _, stamp = read("a.txt")
    fsync = os.fsync

    def meanwhile(descriptor: int) -> None:
        fsync(descriptor)
        Path("a.txt").write_bytes(b"other")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(ChangedError):
        write_atomic("a.txt", NEW, stamp)
    assert Path("a.txt").read_bytes() == b"other"


def refuse(code: int) -> Callable[..., int]:
    def refusing(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    return refusing


def nothing_written(*_: object) -> int:
    return 0


def full_after(chunks: int) -> Callable[[int, memoryview], int]:
    """A `write` that takes five bytes at a time and finds the disk full after some of them."""
    left = [chunks]
    write = os.write

    def limited(descriptor: int, content: memoryview) -> int:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left[0] -= 1
        return write(descriptor, content[:5])

    return limited


FAULTS = [
    ("write", refuse(errno.ENOSPC), "no space left on device"),
    ("write", nothing_written, "input/output error"),
    ("write", full_after(3), "no space left on device"),
    ("fsync", refuse(errno.EIO), "input/output error"),
    ("ftruncate", refuse(errno.EIO), "input/output error"),
    ("access", lambda *_: False, "permission denied"),
]


@pytest.mark.parametrize(("call", "fault", "reason"), [*FAULTS, ("replace", refuse(errno.EACCES), "permission denied")])
def test_whatever_fails_the_old_bytes_are_there(
    call: str, fault: Callable[..., object], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("a.txt")
    _, stamp = read("a.txt")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, fault)
        with pytest.raises(DocumentError) as caught:
            write_atomic("a.txt", NEW, stamp)
    assert str(caught.value) == f"a.txt: could not be written: {reason}"
    assert Path("a.txt").read_bytes() == OLD
    assert os.listdir(".") == ["a.txt"]


@pytest.mark.parametrize(("call", "fault", "reason"), FAULTS)
def test_whatever_fails_with_hard_links_the_old_bytes_are_there(
    call: str, fault: Callable[..., object], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("a.txt")
    os.link("a.txt", "b.txt")
    _, stamp = read("a.txt")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, fault)
        with pytest.raises(DocumentError, match=reason):
            write_atomic("a.txt", NEW, stamp)
    assert Path("a.txt").read_bytes() == Path("b.txt").read_bytes() == OLD
    assert sorted(os.listdir(".")) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("chunks", range(3, 16, 3))
def test_a_disk_that_fills_up_while_writing_in_place(chunks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.txt")
    os.link("a.txt", "b.txt")
    _, stamp = read("a.txt")
    write = os.write
    written = [0]

    def filling(descriptor: int, content: memoryview) -> int:
        """The disk has no more room than the backup and the old bytes need."""
        at = os.lseek(descriptor, 0, os.SEEK_CUR)
        written[0] += 1
        if at >= len(OLD) and written[0] > chunks:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, content[:7])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", filling)
        with pytest.raises(DocumentError, match="no space left"):
            write_atomic("a.txt", NEW, stamp)
    assert Path("a.txt").read_bytes() == Path("b.txt").read_bytes() == OLD


def test_a_backup_stays_where_the_old_bytes_could_not_be_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.txt")
    os.link("a.txt", "b.txt")
    _, stamp = read("a.txt")
    write = os.write
    inode = os.stat("a.txt").st_ino
    broken = [False]

    def breaking(descriptor: int, content: memoryview) -> int:
        if os.fstat(descriptor).st_ino != inode:
            return write(descriptor, content)
        if broken[0]:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        broken[0] = True
        return write(descriptor, content[:5])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", breaking)
        with pytest.raises(DocumentError, match="nor put back") as caught:
            write_atomic("a.txt", NEW, stamp)
    (backup,) = Path().glob(".nepalint-*.bak")
    assert backup.read_bytes() == OLD
    assert backup.name in caught.value.hint
    backup.unlink()


def test_short_writes_are_continued(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.txt")
    _, stamp = read("a.txt")
    monkeypatch.setattr(os, "write", full_after(10_000))
    assert write_atomic("a.txt", NEW, stamp) is True
    assert Path("a.txt").read_bytes() == NEW


def test_an_interrupt_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.txt")
    _, stamp = read("a.txt")

    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomic("a.txt", NEW, stamp)
    assert os.listdir(".") == ["a.txt"]
    assert Path("a.txt").read_bytes() == OLD


WRITER = """
import sys
from pathlib import Path
from nepalint.files import read, write_atomic
files = sorted(Path(sys.argv[1]).glob("*.txt"))
print("ready", flush=True)
turn = 0
while True:
    turn += 1
    for path in files:
        content, stamp = read(path)
        write_atomic(path, (b"%d" % (turn % 10)) * len(content), stamp)
"""


def test_a_killed_writer_leaves_every_file_whole(tmp_path: Path) -> None:
    size = 200_000
    folder = tmp_path / "many"
    for delay in (0.0, 0.05, 0.11, 0.2):
        for number in range(12):
            make(f"{folder}/{number:02}.txt", content=b"0" * size)
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, os.fspath(folder)], stdout=subprocess.PIPE, env=environment
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(delay)
            writer.send_signal(signal.SIGKILL)
            assert writer.wait() == -signal.SIGKILL
        for path in folder.glob("*.txt"):
            content = path.read_bytes()
            assert len(content) == size
            assert len(set(content)) == 1
        for leftover in folder.glob(".nepalint-*.tmp"):  # at most what was being written when the end came
            leftover.unlink()


def test_output_is_written_where_there_was_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    mask = os.umask(0o027)
    try:
        assert write_output("out/deep/a.txt", NEW) is True
    finally:
        os.umask(mask)
    assert Path("out/deep/a.txt").read_bytes() == NEW
    assert stat.S_IMODE(os.stat("out/deep/a.txt").st_mode) == 0o640
    before = os.stat("out/deep/a.txt")
    assert write_output("out/deep/a.txt", NEW) is False
    assert os.stat("out/deep/a.txt").st_ino == before.st_ino
    assert write_output("out/deep/a.txt", OLD) is True
    assert Path("out/deep/a.txt").read_bytes() == OLD
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse(errno.EXDEV))
        with pytest.raises(DocumentError, match="could not be written"):
            write_output("out/deep/a.txt", NEW)
    assert os.listdir("out/deep") == ["a.txt"]


def test_output_replaces_a_link_and_refuses_what_is_no_file() -> None:
    make("source.txt")
    Path("link.txt").symlink_to("source.txt")
    write_output("link.txt", NEW)
    assert not Path("link.txt").is_symlink()
    assert Path("source.txt").read_bytes() == OLD
    Path("folder").mkdir()
    os.mkfifo("pipe")
    for path in ("folder", "pipe"):
        with pytest.raises(DocumentError, match="no regular file"):
            write_output(path, NEW)
    with pytest.raises(DocumentError, match="could not be written"):
        write_output("source.txt/below.txt", NEW)


# Names


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("क/नेपाल १.txt", "क/नेपाल १.txt"),
        ("गर्‍यो र क्‌ष", "गर्‍यो र क्‌ष"),
        ("a\nb\r\t\x1b[31m", "a\\nb\\r\\t\\x1b[31m"),
        ("a\u202etxt.क\u2066", "a\\u202etxt.क\\u2066"),
        ("\u200f\ufeff\u2028\x85", "\\u200f\\ufeff\\u2028\\x85"),
        ("\udce9.txt", "\\xe9.txt"),
        ("\U000e0041", "\\U000e0041"),
        (Path("a\n"), "a\\n"),
    ],
)
def test_names_are_safe_to_print(path: str | Path, shown: str) -> None:
    assert printable(path) == shown


def test_results_name_files_from_the_root() -> None:
    root = os.getcwd()
    assert label("a/../b.txt", root) == "b.txt"
    assert label(f"{root}/a/b.txt", root) == "a/b.txt"
    assert label(f"{root}x/b.txt", root) == f"{root}x/b.txt"
    assert label("../b.txt", root) == f"{os.path.dirname(root)}/b.txt"
    assert label(root, root) == root
    assert label("/b.txt", "/") == "b.txt"
