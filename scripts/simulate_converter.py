"""A blind Hindi to Nepali converter, and the gold documents made with it.

Many Nepali articles are Hindi ones put through a chain of replacements that knew no words. The simulator does the same
to Hindi sentences written for the project, and because each Hindi phrase stands beside its right Nepali, what comes out
is labelled token by token (`scripts/conversion_labels.py`). The chain is data: `tests/gold/own/converter_steps.toml`.

    python -m scripts.simulate_converter            write tests/gold/own/{dev,sealed}/converted-*.gold
    python -m scripts.simulate_converter --check    name those that are out of date; exit 1 if there are any

An interlinear source (`tests/gold/own/interlinear/SPLIT/*.txt`) has the header of the gold document; then a line a
sentence, an empty line between paragraphs. A sentence is units divided by ` / `; a unit is `Hindi|Nepali|notes`. A unit
without Nepali reads the same in both languages. In the Nepali, `~` parts the stem of a name or date from its suffix.
Notes, a comma list: a label (`hi`, `hi_orth`, `mixed`, `corrupt`, `calque`, `ort`) that overrides the automatic one;
`unsafe`; `name`, `loan`, `date=EDTF`, `bs=…`. A line that begins with `= ` is Nepali that did not pass through the
converter, in the notation of gold.
"""

import argparse
import sys
from collections.abc import Iterable

import regex

from scripts.conversion_labels import Mark, Unit, unit_marks
from scripts.converter_chain import OWN, Step, convert, converter_steps, known_steps, surface_of

SPLITS = ("dev", "sealed")


def split_edges(text: str) -> tuple[str, str, str]:
    """Punctuation before, the words, punctuation after."""
    match = regex.fullmatch(r"([^\p{L}\p{M}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}\u200d]*)", text)
    if match is None:
        raise ValueError("a unit stands on one line")
    return match[1], match[2], match[3]


def read_unit(text: str) -> Unit:
    """A unit from `Hindi|Nepali|notes`."""
    hindi, _, rest = text.strip().partition("|")
    nepali, _, notes = rest.partition("|")
    stem, _, suffix = (nepali or hindi).partition("~")
    return Unit(hindi, stem, suffix, tuple(filter(None, notes.split(","))))


def written(surface: str, marks: Iterable[Mark]) -> str:
    """The surface in the notation of gold; marks may nest and must not cross."""
    opening = [""] * (len(surface) + 1)
    closing = [""] * (len(surface) + 1)
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        right = "" if mark.right is None else f"|{mark.right}"
        opening[mark.start] += "⟦"
        closing[mark.end] = f"|{','.join(mark.labels)}{right}⟧" + closing[mark.end]
    return "".join(closing[at] + opening[at] + surface[at : at + 1] for at in range(len(surface) + 1))


def chain_of(split: str) -> tuple[Step, ...]:
    """The chain that makes the documents of a split: dev is read by those who undo it, so it shows no withheld step."""
    return converter_steps() if split == "sealed" else known_steps()


def converted(text: str, steps: tuple[Step, ...]) -> str:
    """A unit's output in the notation of gold; punctuation at its edges stays outside the marks."""
    unit = read_unit(text)
    glyphs = convert(unit.hindi, steps)
    before, core, after = split_edges(surface_of(glyphs))
    stem, suffix = (unit.stem, split_edges(unit.suffix)[1]) if unit.suffix else (split_edges(unit.stem)[1], "")
    bare = Unit(split_edges(unit.hindi)[1], stem, suffix, unit.notes)
    return before + written(core, unit_marks(glyphs[len(before) : len(before) + len(core)], bare)) + after


def gold_document(source: str, steps: tuple[Step, ...]) -> str:
    """The gold document that an interlinear source gives."""
    header, _, body = source.partition("\n#:\n")
    paragraphs = [
        " ".join(
            line.removeprefix("= ")
            if line.startswith("= ")
            else " ".join(converted(unit, steps) for unit in line.split(" / "))
            for line in block.split("\n")
        )
        for block in body.strip("\n").split("\n\n")
    ]
    return f"{header}\n#:\n" + "\n".join(paragraphs) + "\n"


def stale_documents(split: str, *, write: bool = False) -> list[str]:
    """Names of the documents of a split that differ from what their sources give; contents are never shown."""
    stale = []
    for source in sorted((OWN / "interlinear" / split).glob("*.txt")):
        target = OWN / split / f"{source.stem}.gold"
        document = gold_document(source.read_text("utf-8"), chain_of(split))
        if not target.exists() or target.read_text("utf-8") != document:
            stale.append(f"{split}/{target.name}")
            if write:
                target.write_text(document, "utf-8")
    return stale


def main() -> int:
    """Write or check the documents."""
    parser = argparse.ArgumentParser(description="Make the converted gold documents from their interlinear sources.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a document is out of date")
    check = parser.parse_args().check
    stale = [name for split in SPLITS for name in stale_documents(split, write=not check)]
    for name in stale:
        print("out of date:" if check else "wrote", name)
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
