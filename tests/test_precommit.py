"""The hooks that the project offers, in a foreign git repository, under a real pre-commit, without a compiler."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from nepalint.files.walking import TEXT_SUFFIXES

ROOT = Path(__file__).parent.parent
IDENTITY = {
    f"GIT_{role}_{part}": value
    for role in ("AUTHOR", "COMMITTER")
    for part, value in (("NAME", "A Writer"), ("EMAIL", "writer@example.invalid"))
}
WRONG = "उनले काम गर्यो ।\n"
RIGHT = "उनले काम गर्‍यो ।\n"


class Repository:
    """A git repository whose commands see no compiler, no user settings and a pre-commit store of their own."""

    def __init__(self, folder: Path, path: Path, store: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))},
            **IDENTITY,
            "PATH": str(path),
            "PRE_COMMIT_HOME": str(store),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "NO_COLOR": "1",
        }
        self("git", "init", "--quiet", "--initial-branch=main")

    def __call__(self, *command: str | Path, fails: bool = False) -> str:
        """What the command prints."""
        done = subprocess.run(
            [str(part) for part in command],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def pre_commit(self, *arguments: str, fails: bool = False) -> str:
        """What `pre-commit` prints."""
        return self(sys.executable, "-m", "pre_commit", *arguments, fails=fails)

    def write(self, name: str, text: str) -> None:
        """Puts `text` into a file and stages it."""
        (self.folder / name).write_text(text, encoding="utf-8")
        self("git", "add", name)

    def read(self, name: str) -> str:
        """The file as it lies in the work tree."""
        return (self.folder / name).read_text(encoding="utf-8")

    def configure(self, *hooks: str) -> None:
        """Asks for `hooks` of the project at its newest commit."""
        listed = "".join(f"      - id: {hook}\n" for hook in hooks)
        project = self.folder.parent / "project"
        rev = self("git", "-C", project, "rev-parse", "HEAD").strip()
        self.write(".pre-commit-config.yaml", f"repos:\n  - repo: {project}\n    rev: {rev}\n    hooks:\n{listed}")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project, as the work tree has it, committed in `project`, and a PATH without a compiler."""
    place = tmp_path_factory.mktemp("pre-commit")
    subprocess.run([ROOT / "scripts" / "bare_path.sh", place / "bin", sys.executable], check=True, timeout=60)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode()
    project = Repository(place / "project", place / "bin", place / "store")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            target = project.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((ROOT / name).read_bytes())
    project("git", "add", "--all")
    project("git", "commit", "--quiet", "--message", "as it is")
    return place


@pytest.fixture
def foreign(place: Path, request: pytest.FixtureRequest) -> Repository:
    return Repository(place / request.node.name, place / "bin", place / "store")


def test_the_hook_finds_and_leaves_the_file_alone(foreign: Repository) -> None:
    foreign.configure("nepalint")
    foreign.write("page.md", WRONG)
    foreign.write("program.py", f"# {WRONG}")
    said = foreign.pre_commit("run", "--all-files", fails=True)
    assert regex.search(r"page\.md", said)
    assert "program.py" not in said
    assert foreign.read("page.md") == WRONG


def test_the_fix_hook_mends_and_what_is_staged_again_is_committed(foreign: Repository) -> None:
    foreign.configure("nepalint-fix")
    foreign.pre_commit("install")
    foreign.write("page.txt", WRONG)
    said = foreign("git", "commit", "--message", "first", fails=True)
    assert "files were modified by this hook" in said
    assert foreign.read("page.txt") == RIGHT
    foreign("git", "add", "page.txt")
    foreign("git", "commit", "--message", "second")
    assert foreign("git", "show", "HEAD:page.txt") == RIGHT
    assert "Passed" in foreign.pre_commit("run", "--all-files")


def test_the_fix_hook_keeps_what_is_not_staged(foreign: Repository) -> None:
    foreign.configure("nepalint-fix")
    lines = "".join(f"पङ्क्ति {number} यहाँ छ ।\n" for number in range(12))
    foreign.write("page.txt", lines)
    foreign("git", "commit", "--quiet", "--message", "before")
    foreign.write("page.txt", WRONG + lines)
    (foreign.folder / "page.txt").write_text(WRONG + lines + "अझै लेखिँदै छ ।\n", encoding="utf-8")
    foreign.pre_commit("run", fails=True)
    assert foreign.read("page.txt") == RIGHT + lines + "अझै लेखिँदै छ ।\n"


def test_the_projects_excludes_hold_for_files_named_by_the_hook(foreign: Repository) -> None:
    foreign.configure("nepalint")
    foreign.write(".nepalint.toml", 'exclude = ["raw/"]\n')
    (foreign.folder / "raw").mkdir()
    foreign.write("raw/page.txt", WRONG)
    assert "Passed" in foreign.pre_commit("run", "--all-files")


def test_the_hooks_take_the_files_that_a_walk_takes() -> None:
    patterns = regex.findall(r"^  files: (.*)$", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), regex.MULTILINE)
    assert len(patterns) == 2
    for pattern in patterns:
        assert all(regex.search(pattern, f"folder/page{suffix}") for suffix in TEXT_SUFFIXES)
        assert not regex.search(pattern, "folder/page.py")
