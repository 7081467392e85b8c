"""Word counts: the committed file, its builder, and the look-ups."""

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.resources import data_root, rules_root
from nepalint.language.frequency import hindi, known, nepali
from scripts.build_frequencies import HEADER, SIZE_LIMIT, build

FILE = (data_root() / "frequencies.txt").read_text("utf-8")


def test_common_words_are_common_in_their_language() -> None:
    assert nepali("पनि") > 1000 > hindi("पनि")
    assert hindi("नहीं") > 1000 > nepali("नहीं")
    assert nepali("नेपाल") > 0
    assert hindi("नेपाल") > 0


def test_unseen_words_count_nothing() -> None:
    assert nepali("ङञणङञण") == 0
    assert hindi("ङञणङञण") == 0
    assert not known("ङञणङञण")


def test_known_takes_a_threshold() -> None:
    count = nepali("नेपाल")
    assert known("नेपाल")
    assert known("नेपाल", at_least=count)
    assert not known("नेपाल", at_least=count + 1)


def test_tables_are_read_once() -> None:
    assert frequencies() is frequencies()


if TYPE_CHECKING:  # read-only by type: were this allowed, the type checker would call the comment unused
    frequencies().nepali["नेपाल"] = 0  # type: ignore[index]


def test_committed_file_holds_its_form() -> None:
    assert FILE.startswith(HEADER)
    assert len(FILE.encode()) < SIZE_LIMIT
    seen: set[str] = set()
    previous: tuple[int, int, int] | None = None
    for line in FILE[len(HEADER) :].rstrip("\n").split("\n"):
        left, right, sources, joined = line.split("\t")
        group = (int(left), int(right), int(sources))
        words = joined.split(" ")
        assert group[0] >= 2 or group[1] >= 2, line
        assert min(group[0], 1) <= group[2] <= min(group[0], 2), line
        assert previous is None or group <= previous, line
        assert words == sorted(words), line
        assert all(word and unicodedata.is_normalized("NFC", word) for word in words), line
        assert seen.isdisjoint(words), line
        seen.update(words)
        previous = group
    assert len(seen) > 40_000
    assert seen == frequencies().nepali.keys() | frequencies().hindi.keys()


def lexicon(folder: Path, nepali_rows: str, hindi_rows: str) -> Path:
    (folder / "ne_counts.tsv").write_text("word\tcount\tsources\n" + nepali_rows, encoding="utf-8")
    (folder / "hi_counts.tsv").write_text("word\tcount\tsources\n" + hindi_rows, encoding="utf-8")
    return folder


def test_builder_keeps_what_is_seen_often_enough(tmp_path: Path) -> None:
    folder = lexicon(
        tmp_path,
        "घर\t9\t3\nनदी\t2\t2\nढुङ्गा\t2\t1\nपहाड\t3\t1\nबादल\t1\t1\n",
        "पानी\t2\t1\nबादल\t5\t2\nपेड़\t1\t1\nघर\t1\t1\n",
    )
    assert build(folder) == HEADER + "9\t1\t2\tघर\n3\t0\t1\tपहाड\n2\t0\t2\tनदी\n1\t5\t1\tबादल\n0\t2\t0\tपानी\n"


def test_builder_breaks_large_groups_by_initial(tmp_path: Path) -> None:
    words = [f"{initial}{chr(0x0915 + number)}" for initial in "मक" for number in range(32)]
    folder = lexicon(tmp_path, "".join(f"{word}\t4\t2\n" for word in words), "")
    lines = build(folder)[len(HEADER) :].rstrip("\n").split("\n")
    assert [line.split("\t")[3][0] for line in lines] == ["क", "म"]
    assert {word for line in lines for word in line.split("\t")[3].split(" ")} == set(words)


def test_rules_and_data_are_found() -> None:
    assert (rules_root() / "suffixes.toml").is_file()
    assert (rules_root() / "phonetics.txt").is_file()
    assert (data_root() / "frequencies.txt").is_file()
