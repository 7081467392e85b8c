"""Settings: discovery, merging, and mistakes that are pointed at."""

import json
from pathlib import Path

import pytest

from nepalint.config import SETTINGS_SCHEMA, Discovery, Overrides, Settings, read_settings
from nepalint.config.reading import parse_settings, place_of
from nepalint.config.toml import line_of
from nepalint.diagnostic import Severity
from nepalint.errors import ConfigError

FULL = """
select = ["ORT", "NAM001"]
ignore = ["ORT002"]
extend-select = ["slavic-v"]
exclude = ["drafts/", "*.html"]
fail-level = "error"
lang = "ne"
profile = "canonical"
unsafe-fixes = true

[per-file-ignores]
"old/**" = ["NAM"]
'quoted.txt' = ["HIN"]

[[suppress]]
file = "a.txt"
code = "NAM001"
reason = "a name in an old book"

[[suppress]]
file = "b/*.txt"
code = "ORT001"
fingerprint = "0123456789abcdef"
reason = "a title"
"""


def parsed(text: str, path: str = "/project/nepalint.toml") -> Settings:
    settings = parse_settings(text, Path(path))
    assert settings is not None
    return settings


class TestReading:
    def test_every_key(self) -> None:
        settings = parsed(FULL)
        assert settings.select == ("ORT", "NAM001")
        assert settings.ignore == ("ORT002",)
        assert settings.extend_select == ("slavic-v",)
        assert settings.fail_level is Severity.ERROR
        assert (settings.lang, settings.profile, settings.unsafe_fixes) == ("ne", "canonical", True)
        assert settings.root == Path("/project")
        assert settings.ignored_for(Path("/project/old/deep/a.txt")) == ("NAM",)
        assert settings.ignored_for(Path("/project/sub/quoted.txt")) == ("HIN",)
        assert settings.ignored_for(Path("/elsewhere/old/a.txt")) == ()
        assert settings.excludes(Path("/project/drafts/a.txt"))
        assert settings.excludes(Path("/project/x/y.html"))
        assert settings.excludes(Path("/project/x/../drafts/a.txt"))
        assert not settings.excludes(Path("/project/a.txt"))
        (entry,) = settings.suppressions_for(Path("/project/b/c.txt"))
        assert (entry.code, entry.fingerprint, entry.reason, entry.line) == (
            "ORT001",
            "0123456789abcdef",
            "a title",
            20,
        )
        assert settings.suppressions_for(Path("/project/b.txt")) == ()

    def test_an_empty_file_is_the_default(self) -> None:
        settings = parsed("")
        assert settings.select is None
        assert settings.fail_level is Severity.WARNING
        assert settings.profile == "default"

    def test_pyproject_counts_by_its_table(self) -> None:
        path = "/project/pyproject.toml"
        assert parse_settings('[project]\nname = "x"\n', Path(path)) is None
        assert parse_settings("tool = 1\n", Path(path)) is None
        assert parsed('[tool.nepalint]\nlang = "ne"\n', path).lang == "ne"
        with pytest.raises(ConfigError, match=r"pyproject.toml:3: unknown key ‘lan’"):
            parsed('[tool.nepalint]\nselect = ["ORT"]\nlan = "ne"\n', path)

    @pytest.mark.parametrize(
        ("text", "line", "reason"),
        [
            ('lang = "ne"\nselct = ["ORT"]\n', 2, "unknown key ‘selct’"),
            ('\n\nselect = "ORT"\n', 3, "‘select’ must be an array, not 'ORT'"),
            ('ignore = [\n  "ORT",\n  3,\n]\n', 1, "‘ignore’ must be a string, not 3"),
            ('fail-level = "fatal"\n', 1, "‘error’ or ‘warning’ or ‘info’"),
            ('lang = "hi"\n', 1, "‘ne’ or ‘en’"),
            ('# a\nunsafe-fixes = "yes"\n', 2, "must be true or false"),
            ("unsafe-fixes = 1\n", 1, "must be true or false"),
            ('[per-file-ignores]\n"a.txt" = ["X"]\n"b.txt" = "X"\n', 3, "‘per-file-ignores.b.txt’ must be an array"),
            (
                '[[suppress]]\nfile = "a"\ncode = "X"\nreason = "r"\n\n[[suppress]]\nfile = "a"\ncode = "X"\n',
                6,
                "reason",
            ),
            ('[[suppress]]\nfile = "a"\ncode = "X"\nreason = ""\n', 4, "must not be empty"),
            ('[[suppress]]\nfile = "a"\nkode = "X"\nreason = "r"\n', 3, "unknown key ‘kode’"),
            ('[suppress]\nfile = "a"\n', 1, "‘suppress’ must be an array"),
            ('lang = "ne"\nselect = [\n', 3, "not valid TOML"),
            ('lang = "ne"\n\nlang = "en"\n', 3, "not valid TOML"),
        ],
    )
    def test_mistakes_are_pointed_at(self, text: str, line: int, reason: str) -> None:
        with pytest.raises(ConfigError) as raised:
            parsed(text)
        message = str(raised.value)
        assert message.startswith("/project/nepalint.toml:")
        assert reason in message
        if "TOML" not in reason or line < 3:
            assert message.startswith(f"/project/nepalint.toml:{line}: ")

    def test_a_near_key_is_offered(self) -> None:
        with pytest.raises(ConfigError) as raised:
            parsed("exlude = []\n")
        assert "exclude" in raised.value.hint

    def test_files_that_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "nepalint.toml").write_bytes(b'lang = "\xff"\n')
        with pytest.raises(ConfigError, match="not valid UTF-8 at byte 8"):
            read_settings(tmp_path / "nepalint.toml")
        assert read_settings(tmp_path / "absent" / "nepalint.toml") is None
        (tmp_path / ".nepalint.toml").mkdir()
        assert read_settings(tmp_path / ".nepalint.toml") is None


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("select",), 2),
        (("per-file-ignores",), 11),
        (("per-file-ignores", "quoted.txt"), 13),
        (("suppress", 0, "code"), 17),
        (("suppress", 1), 20),
        (("suppress", 1, "reason"), 24),
        (("absent",), 1),
    ],
)
def test_lines_of_keys(place: tuple[str | int, ...], line: int) -> None:
    assert line_of(FULL, place) == line


def test_the_line_of_a_value(tmp_path: Path) -> None:
    path = tmp_path / "nepalint.toml"
    path.write_text('lang = "ne"\nselect = [\n  "ORT",\n  "NAN",\n]\n', "utf-8")
    assert place_of(path, "select", "NAN") == f"{path}:4"


class TestDiscovery:
    @pytest.fixture(autouse=True)
    def _tree(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "a" / "b").mkdir(parents=True)
        (tmp_path / "pyproject.toml").write_text('[tool.nepalint]\nlang = "ne"\nignore = ["ORT"]\n', "utf-8")
        (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
        monkeypatch.chdir(tmp_path)

    def test_the_nearest_wins_and_nothing_is_merged(self, tmp_path: Path) -> None:
        assert Discovery().for_file(Path("a/b/c.txt")).lang == "ne"
        (tmp_path / "a" / ".nepalint.toml").write_text('profile = "canonical"\n', "utf-8")
        settings = Discovery().for_file(Path("a/b/c.txt"))
        assert (settings.profile, settings.lang, settings.ignore) == ("canonical", None, ())
        assert settings.root == tmp_path / "a"
        assert Discovery().for_file(Path("c.txt")).lang == "ne"

    def test_within_a_folder_the_plain_name_wins(self, tmp_path: Path) -> None:
        (tmp_path / ".nepalint.toml").write_text('fail-level = "error"\n', "utf-8")
        assert Discovery().for_file(Path("c.txt")).fail_level is Severity.ERROR
        (tmp_path / "nepalint.toml").write_text('fail-level = "info"\n', "utf-8")
        assert Discovery().for_file(Path("c.txt")).fail_level is Severity.INFO

    def test_one_file_for_all(self, tmp_path: Path) -> None:
        (tmp_path / "a" / "shared.toml").write_text('exclude = ["a/"]\n', "utf-8")
        discovery = Discovery(explicit=Path("a/shared.toml"))
        assert discovery.for_file(Path("c.txt")).lang is None
        assert discovery.for_file(Path("c.txt")).excludes(Path("a/b/c.txt"))
        with pytest.raises(ConfigError, match=r"none.toml"):
            Discovery(explicit=Path("none.toml"))

    def test_none_at_all(self) -> None:
        assert Discovery(fixed=Settings()).for_file(Path("c.txt")).lang is None

    def test_a_file_that_does_not_exist_has_settings(self) -> None:
        assert Discovery().for_file(Path("a/none/none/x.txt")).lang == "ne"

    def test_the_command_line_wins(self) -> None:
        base = parsed(FULL)
        more = Overrides(ignore=("TYP",), extend_select=("UNI",), fail_level=Severity.INFO, unsafe_fixes=False).over(
            base
        )
        assert more.select == base.select
        assert more.ignore == ("ORT002", "TYP")
        assert more.extend_select == ("slavic-v", "UNI")
        assert (more.fail_level, more.unsafe_fixes, more.lang) == (Severity.INFO, False, "ne")
        chosen = Overrides(select=("TYP",)).over(base)
        assert (chosen.select, chosen.ignore, chosen.extend_select, chosen.per_file_ignores) == (("TYP",), (), (), ())
        assert chosen.exclude == base.exclude


def test_the_schema_covers_the_settings() -> None:
    properties = SETTINGS_SCHEMA["properties"]
    fields = {name.replace("_", "-") for name in Settings.__dataclass_fields__} - {"root", "path"}
    assert set(properties) == fields
    assert all(value.get("description") for value in properties.values())
    json.dumps(SETTINGS_SCHEMA)
