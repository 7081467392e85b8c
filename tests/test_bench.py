"""The bench text: the same from the same seed, and made as its docstring says."""

from pathlib import Path

import regex

from bench.speed import START, copy_package
from bench.text import SAMPLE_WORDS, TABLE_ROWS, WIKITEXT_FILES, misspellings, tokens_of, write_sample
from nepalint.knowledge.frequencies import frequencies

ROOT = Path(__file__).parent.parent


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("first", "second", "other")]
    for folder, seed in zip(folders, (1, 1, 2), strict=True):
        folder.mkdir()
        write_sample(folder, 20_000, seed)
    first, second, other = ([path.read_bytes() for path in sorted(folder.iterdir())] for folder in folders)
    assert first == second
    assert first != other


def test_the_table_holds_misspellings_only() -> None:
    table = misspellings()
    known = frequencies()
    assert len(table) == TABLE_ROWS
    assert not [wrong for wrong in table if wrong in known.nepali or wrong in known.hindi]
    assert all(right in known.nepali for right in table.values())
    assert list(table) == sorted(table)


def test_the_text_has_the_shares_that_are_promised(tmp_path: Path) -> None:
    sample = write_sample(tmp_path, SAMPLE_WORDS)
    table = misspellings()
    texts = [path.read_text(encoding="utf-8") for path in sample.files]
    planted = sum(word in table for text in texts for word in tokens_of(text))
    assert 24 <= sample.words / planted <= 27
    assert 0.08 <= sample.distinct <= 0.10
    assert sum(path.suffix == ".wiki" for path in sample.files) / len(sample.files) == WIKITEXT_FILES
    years = sum(len(regex.findall(r"\b(?:1[89]|20|१[८९]|२०)\p{Nd}{2}\b", text)) for text in texts)
    assert sample.words / years < 75


def test_the_table_becomes_a_rule_of_a_copied_package(tmp_path: Path) -> None:
    copy_package(tmp_path, {"गलति": "गल्ती"})
    assert '["गलति", "गल्ती"]' in (tmp_path / "rules" / "ORT.toml").read_text(encoding="utf-8")
    assert (tmp_path / "nepalint" / "data").is_dir()
    assert START in (ROOT / "docs" / "measurements.md").read_text(encoding="utf-8")
