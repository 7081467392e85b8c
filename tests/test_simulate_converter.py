"""The converted gold documents: made from their sources, labelled by the guide, a third of the chain unknown."""

import unicodedata
from pathlib import Path

import pytest
import regex

from scripts.converter_chain import OWN, convert, converter_steps, known_steps, surface_of
from scripts.simulate_converter import SPLITS, chain_of, converted, gold_document, read_unit, stale_documents

DEV = sorted((OWN / "interlinear" / "dev").glob("*.txt"))
MARK = regex.compile(r"⟦([^⟦⟧|]*)\|[^⟦⟧|]*(?:\|[^⟦⟧|]*)?⟧")


def plain(text: str) -> str:
    """A gold text with every mark replaced by its surface."""
    while "⟦" in text:
        text, count = MARK.subn(r"\1", text)
        assert count, "marks are unbalanced"
    return text


@pytest.mark.parametrize("source", DEV, ids=lambda path: path.stem)
def test_a_dev_document_is_what_its_source_gives(source: Path) -> None:
    committed = (OWN / "dev" / f"{source.stem}.gold").read_text("utf-8")
    assert gold_document(source.read_text("utf-8"), known_steps()) == committed


@pytest.mark.parametrize("split", SPLITS)
def test_no_document_is_out_of_date(split: str) -> None:
    assert stale_documents(split) == []


@pytest.mark.parametrize("split", SPLITS)
def test_taking_the_marks_off_gives_the_output_of_the_converter(split: str) -> None:
    wrong, steps = 0, chain_of(split)
    for source in (OWN / "interlinear" / split).glob("*.txt"):
        for line in source.read_text("utf-8").partition("\n#:\n")[2].split("\n"):
            if line and not line.startswith("= "):
                units = line.split(" / ")
                wrong += sum(
                    plain(converted(unit, steps)) != surface_of(convert(read_unit(unit).hindi, steps)) for unit in units
                )
    assert wrong == 0


def test_a_third_of_the_steps_is_withheld_from_dev_and_every_step_is_used() -> None:
    steps = converter_steps()
    withheld = [step for step in steps if step.withheld]
    assert len(withheld) * 3 >= len(steps)
    used: dict[str, set[str]] = {}
    for split in SPLITS:
        for source in (OWN / "interlinear" / split).glob("*.txt"):
            for unit in regex.split(r" / |\n", source.read_text("utf-8").partition("\n#:\n")[2]):
                if not unit.startswith("= "):
                    for glyph in convert(read_unit(unit).hindi, chain_of(split)):
                        used.setdefault(split, set()).update(step.id for step in glyph.steps)
    assert {step.id for step in steps} == used["dev"] | used["sealed"]
    assert {step.id for step in withheld} <= used["sealed"] - used["dev"]


def test_sources_and_steps_are_composed() -> None:
    for path in [*OWN.glob("interlinear/*/*.txt"), OWN / "converter_steps.toml"]:
        assert unicodedata.is_normalized("NFC", path.read_text("utf-8")), path.name


@pytest.mark.parametrize(
    ("unit", "marked"),
    [
        ("देशों में|देशहरूमा", "देशहरूमा"),
        ("लौट|फर्के", "⟦लौट|hi|फर्के⟧"),
        ("क्रांति का|क्रान्तिको", "⟦क्रांतिको|hi_orth,safe|क्रान्तिको⟧"),
        ("घर में|घरमा", "घरमा"),
        ("घोड़े पर|घोडामा", "⟦घोडेमा|mixed|घोडामा⟧"),
        ("करने|गर्ने", "⟦गरने|mixed|गर्ने⟧"),
        ("विरोधियों का|विरोधीहरूको", "⟦विरोधिहरूको|mixed,safe|विरोधीहरूको⟧"),
        ("केंद्रीय|केन्द्रीय", "⟦कहरूद्रीय|corrupt,safe|केन्द्रीय⟧"),
        ("विद्यालयों में|विद्यालयहरूमा", "⟦विद्यालहरूमा|corrupt,safe|विद्यालयहरूमा⟧"),
        ("कारखानों में|कारखानाहरूमा", "⟦कारखानहरूमा|corrupt,safe|कारखानाहरूमा⟧"),
        ("किसानों को|किसानहरूलाई", "⟦कुन ानहरूलाई|corrupt,safe|किसानहरूलाई⟧"),
        ("हुआ।|भयो।", "⟦हुने/भयो|corrupt,safe|भयो⟧।"),
        ("शीघ्र ही|शीघ्र नै", "शीघ्र ⟦नैं|hi,safe|नै⟧"),
        ("कर लिया|गरे", "⟦⟦गर|mixed⟧ ⟦लिया|hi⟧|hin|गरे⟧"),
        ("प्रारम्भ से|प्रारम्भदेखि", "⟦प्रारम्भबाट|calque|प्रारम्भदेखि⟧"),
        ("1917 को|1917~मा|date=1917", "⟦1917|date=1917⟧⟦लाई|calque|मा⟧"),
        ("व्लादिमीर ने|भ्लादिमिर~ले|name", "⟦व्लादिमीर|nam,name=भ्लादिमिर|भ्लादिमिर⟧ले"),
        ("रूस में|रुस~मा|name", "⟦रूस|nam,name=रुस|रुस⟧मा"),
    ],
)
def test_labels_follow_the_guide(unit: str, marked: str) -> None:
    assert converted(unit, known_steps()) == marked
