"""The words without a reading that were read: most are names, and none has got a reading unnoticed."""

from collections import Counter
from pathlib import Path

from nepalint.language.analysis import analyse

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "gold" / "coverage.tsv").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
][1:]


def test_most_words_without_a_reading_are_names_or_foreign() -> None:
    verdicts = Counter(verdict for _, verdict in ROWS)
    assert sum(verdicts.values()) == 200
    assert verdicts.keys() == {"name", "loan", "misspelt", "word"}
    assert verdicts["name"] > 2 * verdicts["word"]
    assert verdicts["name"] + verdicts["loan"] > len(ROWS) / 2


def test_they_are_still_without_one() -> None:
    assert [word for word, _ in ROWS if analyse(word).nepali] == []
