"""Conventions: what settings and profiles choose, what the majority decides, and that nothing quoted is edited."""

import csv
from pathlib import Path

import pytest

from bench.seed_gold import SEED, TABLES
from nepalint.api import check_text, fix_text
from nepalint.config.reading import parse_settings
from nepalint.config.settings import Settings
from nepalint.diagnostic import Diagnostic, Severity
from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.run import Lint
from nepalint.errors import ConfigError
from nepalint.rulebook import CONVENTIONS, PROFILES, ConventionRule, Selection
from nepalint.text.source import Source
from nepalint.text.spans import apply_edits

BOOK = load_rulebook()
RULES = {rule.convention.name: rule for rule in BOOK.rules if isinstance(rule, ConventionRule)}
PAGE = (Path(__file__).parent.parent / "docs" / "conventions.md").read_text("utf-8")
TYPOGRAPHIC = {
    "ascii_digit": "digits=devanagari",
    "danda_spacing": "danda-spacing=spaced danda-spacing=closed",
    "date_order": "date-order=day-first",
    "era_word": "year-word=written",
    "hyphen_as_dash": "clause-dash=en-dash",
    "hyphen_in_range": "range-dash=en-dash",
    "quote_style": "quotation-style=double",
    "space_before_question_mark": "mark-spacing=closed",
    "suffix_after_quote_detached": "suffix-after-quotation=joined",
    "year_suffix_spacing": "suffix-after-digits=joined postposition-after-digits=joined",
}
"""The kinds of rows of the seed's annotation that are right in one house style, and the choices that find them."""


def found(text: str, name: str, choice: str) -> list[Diagnostic]:
    """What the rule of a convention finds in a text under a choice."""
    return list(Lint((RULES[name].choosing(choice),))(Source.from_text(text)).diagnostics)


def mended(text: str, name: str, choice: str) -> str:
    return apply_edits(text, [edit for one in found(text, name, choice) if one.fix for edit in one.fix.edits])


def settings(text: str) -> Settings:
    parsed = parse_settings(text, Path("nepalint.toml"))
    assert parsed is not None
    return parsed


def test_every_convention_has_one_rule_and_a_place_in_the_page() -> None:
    assert RULES.keys() == CONVENTIONS.keys()
    for name, convention in CONVENTIONS.items():
        section = PAGE.partition(f"### `{name}`")[2].partition("\n### ")[0]
        assert RULES[name].meta.code in section
        for style in convention.styles:
            assert f"`{style}`" in section


def test_profiles_choose_what_may_be_chosen_and_the_page_says_it() -> None:
    assert PROFILES == ("default", "canonical", "wikipedia", "press", "academy", "minimal")
    for name, convention in CONVENTIONS.items():
        assert set(convention.in_profile) == set(PROFILES)
        assert set(convention.in_profile.values()) <= set(convention.choices)
        row = " | ".join((f"| `{name}`", *(convention.in_profile[profile] for profile in PROFILES)))
        assert f"{row} |" in PAGE


@pytest.mark.parametrize("choice", ["closed", "spaced", "consistent"])
def test_a_choice_reaches_the_rule_from_the_settings(choice: str) -> None:
    text = "घाम लाग्यो। हावा चल्यो। पानी पर्‍यो ।\n"
    file = fix_text(text, settings=settings(f'unsafe-fixes = true\n[conventions]\ndanda-spacing = "{choice}"\n'))
    assert file.mended is not None
    assert file.mended.after.text.count(" ।") == (3 if choice == "spaced" else 0)


def test_off_is_off_and_a_mistake_is_pointed_at() -> None:
    text = "घाम लाग्यो। " * 40 + "पानी पर्‍यो ।"
    default = check_text(text).remaining
    assert default is not None
    assert [one.code for one in default.diagnostics] == ["TYP010"]
    off = check_text(text, settings=settings('[conventions]\ndanda-spacing = "off"\n')).remaining
    assert off is not None
    assert off.diagnostics == ()
    with pytest.raises(ConfigError, match=r"toml:2.*‘closed’ or ‘spaced’ or ‘consistent’"):
        settings('[conventions]\ndanda-spacing = "wide"\n')
    with pytest.raises(ConfigError, match=r"toml:2.*unknown key ‘danda’"):
        settings('[conventions]\ndanda = "closed"\n')


def test_the_majority_decides_and_a_tie_finds_nothing() -> None:
    closed, spaced = "घाम लाग्यो।\n", "पानी पर्‍यो ।\n"
    assert found(closed + spaced, "danda-spacing", "consistent") == []
    assert found(closed * 2, "danda-spacing", "consistent") == []
    [one] = found(closed * 2 + spaced, "danda-spacing", "consistent")
    assert one.severity is Severity.WARNING
    assert one.evidence[0].why_en == "2 of 3 places in this document are written so."
    assert mended(closed + spaced * 2, "danda-spacing", "consistent") == "घाम लाग्यो ।\n" + spaced * 2


def test_outliers_are_remarks_in_nearly_uniform_documents() -> None:
    closed, spaced = "घाम लाग्यो।\n", "पानी पर्‍यो ।\n"
    assert found(closed * 19 + spaced, "danda-spacing", "outliers") == []
    [one] = found(closed * 20 + spaced, "danda-spacing", "outliers")
    assert one.severity is Severity.INFO


def test_quoted_places_are_remarked_on_and_never_edited() -> None:
    text = "उनले “घाम लाग्यो । अनि हावा चल्यो।” भने।"
    [one] = found(text, "danda-spacing", "closed")
    assert (one.severity, one.fix, text[one.start : one.end]) == (Severity.INFO, None, " ।")
    code = Source.from_text("पद `घाम ।` र “`घाम ।` नै”", "a.md")
    assert Lint((RULES["danda-spacing"],))(code).diagnostics == ()


def test_the_canonical_form_does_not_follow_the_settings() -> None:
    chosen = BOOK.choose(Selection("canonical", conventions=(("danda-spacing", "spaced"), ("digits", "ascii"))))
    choices = {rule.convention.name: rule.choice for rule in chosen if isinstance(rule, ConventionRule)}
    assert choices == {"danda-spacing": "closed", "quotation-style": "double", "suffix-after-digits": "joined"}


def test_a_selected_rule_whose_convention_is_off_looks_for_consistency() -> None:
    [rule] = BOOK.choose(Selection(select=("TYP032",)))
    assert isinstance(rule, ConventionRule)
    assert rule.choice == "consistent"
    [rule] = BOOK.choose(Selection(select=("TYP032",), conventions=(("digits", "ascii"),)))
    assert isinstance(rule, ConventionRule)
    assert rule.choice == "ascii"


def test_minimal_holds_what_is_mended_safely() -> None:
    codes = {rule.meta.code for rule in BOOK.choose(Selection("minimal"))}
    assert {"ORT001", "ORT002", "UNI007"} <= codes
    assert not codes & {"NAM001", "TYP006", "TYP010", "HIN006"}


@pytest.mark.parametrize(
    ("name", "choice", "text", "wanted"),
    [
        ("mark-spacing", "spaced", "कहाँ गयौ? ओहो!", "कहाँ गयौ ? ओहो !"),
        ("quotation-style", "single", 'उनले "बाटो" पढे।', "उनले ‘बाटो’ पढे।"),
        ("quotation-style", "straight", "उनले “बाटो” पढे।", 'उनले "बाटो" पढे।'),
        ("quotation-style", "curly", 'उनले "बाटो" र ‘घर’ पढे।', "उनले “बाटो” र ‘घर’ पढे।"),
        ("suffix-after-digits", "spaced", "सन् १९९०मा र १९९१को", "सन् १९९० मा र १९९१ को"),
        ("suffix-after-quotation", "spaced", "‘बाटो’को", "‘बाटो’ को"),
        ("digits", "ascii", "२२ जना, १.५ किलो, COVID-१९", "22 जना, 1.5 किलो, COVID-१९"),
        ("number-grouping", "thousand", "१२,३४,५६७ र १,००,०००", "१,२३४,५६७ र १००,०००"),
        ("range-dash", "hyphen", "१९९०–९५ र चैत–वैशाख", "१९९०-९५ र चैत-वैशाख"),
        ("clause-dash", "em-dash", "घर – ठूलो – छ", "घर — ठूलो — छ"),
        ("ellipsis", "dots", "अनि… के", "अनि... के"),
        ("year-word", "bare", "सन् १९९० मा", "१९९० मा"),
        ("date-order", "year-first", "22 अप्रिल 1870 मा", "1870 अप्रिल 22 मा"),
        ("range-dash", "en-dash", "०१-४४१ २०२०-०५-१२ ३-१ १९२८-२० ५-१०", "०१-४४१ २०२०-०५-१२ ३-१ १९२८–२० ५–१०"),
    ],
)
def test_the_other_styles(name: str, choice: str, text: str, wanted: str) -> None:
    assert mended(text, name, choice) == wanted
    assert mended(wanted, name, choice) == wanted


def test_what_one_house_style_wants_in_the_seed_is_found_under_it() -> None:
    source = Source.from_bytes(SEED.read_bytes(), SEED.name)
    places = {
        choice: [place for one in found(source.text, *choice.split("=")) for place in places_of(one)]
        for choices in TYPOGRAPHIC.values()
        for choice in choices.split()
    }
    missed = []
    for table in ("markup.tsv", "typography_orthography.tsv"):
        with (TABLES / table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["safety"] == "optin" and row["kind"] in TYPOGRAPHIC:
                    start, end = int(row["start"]), max(int(row["end"]), int(row["start"]) + 1)
                    near = (place for choice in TYPOGRAPHIC[row["kind"]].split() for place in places[choice])
                    if not any(first < end and start < max(last, first + 1) for first, last in near):
                        missed.append((row["id"], row["kind"], row["surface"]))
    assert missed == []


def places_of(one: Diagnostic) -> list[tuple[int, int]]:
    """Where a finding points: at its edits, else at its span."""
    return [(edit.start, edit.end) for edit in one.fix.edits] if one.fix else [(one.start, one.end)]
