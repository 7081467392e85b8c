"""The wheel, installed without the checkout: it holds the rules and the data, and its rules pass their examples."""

import hashlib
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
import regex

ROOT = Path(__file__).parent.parent
TIMEOUT = 240


def run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The finished command; it sees no PYTHONPATH."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | variables
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=TIMEOUT,
    )


def build(target: str, source: Path, out: Path) -> Path:
    """The one distribution that hatchling builds from `source`."""
    built = run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", out, cwd=source)
    assert built.returncode == 0, built.stderr
    (found,) = out.iterdir()
    return found


def members(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a new environment that holds the wheel and sees this environment's other packages."""
    home = tmp_path_factory.mktemp("environment")
    made = run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    assert made.returncode == 0, made.stderr
    python = home / "bin" / "python"
    done = run(
        *(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel), cwd=home
    )
    assert done.returncode == 0, done.stderr
    (site,) = home.glob("lib/python*/site-packages")
    # A folder named in a .pth file is searched, but the .pth files in it are not read: the checkout, which the
    # environment of a developer names in such a file, stays out.
    packages = [folder for folder in sys.path if Path(folder).name == "site-packages"]
    (site / "packages.pth").write_text("\n".join(packages) + "\n", encoding="utf-8")
    return python


def test_the_wheel_holds_rules_tables_and_data(wheel: Path) -> None:
    held = members(wheel)
    for folder, inside in ((ROOT / "rules", "nepalint/rules"), (ROOT / "nepalint" / "data", "nepalint/data")):
        files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
        assert files
        assert {f"{inside}/{path.relative_to(folder).as_posix()}" for path in files} <= held
    assert "nepalint/py.typed" in held
    assert not [name for name in held if name.startswith(("tests/", "bench/", "seeds/", "scripts/"))]
    assert any(name.endswith("licenses/LICENSE") for name in held)


def test_the_source_distribution_is_whole(wheel: Path, tmp_path: Path) -> None:
    archive = build("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    for needed in ("Makefile", "requirements/run.lock", "seeds/SOURCE.toml", "tests/conftest.py", "docs", "bench"):
        assert (source / needed).exists(), needed
    assert members(build("wheel", source, tmp_path / "wheel")) == members(wheel)


def test_the_installed_package_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    asked = run(installed, "-c", "import nepalint; print(nepalint.__file__, nepalint.__version__)", cwd=tmp_path)
    assert asked.returncode == 0, asked.stderr
    place, version = asked.stdout.split()
    assert Path(place).is_relative_to(installed.parent.parent)
    assert "site-packages" in Path(place).parts
    script = run(installed.parent / "nepalint", "--version", cwd=tmp_path)
    assert version in script.stdout


def test_the_installed_rules_pass_their_examples(installed: Path, tmp_path: Path) -> None:
    verified = run(installed, "-m", "nepalint.engine.examples", cwd=tmp_path)
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_the_installed_command_finds_and_mends(installed: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("उनले काम गर्यो ।\n", encoding="utf-8")
    nepalint = installed.parent / "nepalint"
    found = run(nepalint, "check", "--output-format", "concise", page, cwd=tmp_path)
    assert found.returncode == 1, found.stderr
    assert "ORT002" in found.stdout
    assert run(nepalint, "check", "--fix", page, cwd=tmp_path).returncode == 0
    assert page.read_text(encoding="utf-8") == "उनले काम गर्‍यो ।\n"


def test_lock_files_pin_every_distribution_with_hashes_and_name_no_address() -> None:
    for lock in (ROOT / "requirements").glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        blocks = regex.split(r"\n(?=[\w#-])", text.strip())
        for block in blocks:
            assert regex.match(r"[a-z0-9-]+==\S+ ", block), block
            assert "--hash=sha256:" in block
    run_lock, dev_lock = (
        set(regex.findall(r"^([a-z0-9-]+==\S+)", (ROOT / "requirements" / name).read_text("utf-8"), regex.MULTILINE))
        for name in ("run.lock", "dev.lock")
    )
    assert run_lock <= dev_lock
    names = {pin.split("==")[0] for pin in run_lock}
    assert {"hatchling", "pyicu", "pyicu-wheels"} <= names


def test_every_dependency_is_locked_and_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {regex.match(r"[A-Za-z0-9-]+", line).group().lower() for line in project["dependencies"]}  # type: ignore[union-attr]
    modules = {"pyicu": "icu", "pyicu-wheels": "icu"}
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "nepalint").rglob("*.py"))
    for name in declared:
        module = modules.get(name, name)
        assert regex.search(rf"^\s*(import|from) {module}\b", sources, regex.MULTILINE), f"{name} is not used"


def test_seed_documents_are_as_they_were_received() -> None:
    source = tomllib.loads((ROOT / "seeds" / "SOURCE.toml").read_text(encoding="utf-8"))
    listed = {entry["file"]: entry for entry in source["document"]}
    assert {path.name for path in (ROOT / "seeds").glob("*.txt")} == set(listed)
    for name, entry in listed.items():
        content = (ROOT / "seeds" / name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (entry["size"], entry["sha256"])
