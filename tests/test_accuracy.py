"""What is measured on the gold, and that a rule marked safe which does harm there is told."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from bench import accuracy, earned
from bench.edits import Judge, Mending, distance
from bench.gold import FAMILIES, SEALED, GoldDocument, Mark, dev_documents, parse_gold, read_gold
from bench.gold_counts import counts
from bench.judged import Judged
from bench.judged import judged as judged_rows
from bench.scoring import ALL, EXPLAINED_BY, Score, Verdict, score
from bench.seed_gold import seed_document
from bench.speed import copy_package
from nepalint.api import Linter
from nepalint.batch import Plan
from nepalint.engine.catalogue import extended_rulebook, load_rulebook
from nepalint.engine.run import Lint
from nepalint.rulebook import Rulebook, Selection
from nepalint.text.spans import Edit
from tests.generated_cases import GENERATORS

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "gold" / "fixtures"
HEADER = "#: id = tried\n#: genre = test\n#: language = ne\n#: format = plain\n#: origin = written for nepalint\n#:\n"
RULE = """
[[rule]]
code = "{code}"
name = "planted"
kind = "replace"
applicability = "{applicability}"
words = [["{found}", "{fix}"]]
message = "‘{{fix}}’ लेखिन्छ।"
message_en = "Write ‘{{fix}}’."
why = "परीक्षणका लागि।"
why_en = "To see that it is told."
references = ["tests/test_accuracy.py"]
since = "0.1"
bad = [["{found}", "{fix}"]]
good = ["{fix}"]
"""


def document(text: str, header: str = HEADER) -> GoldDocument:
    return parse_gold(header + text, Path("tried.gold"))


def planted(folder: Path, found: str, fix: str, *, code: str = "ORT900", applicability: str = "safe") -> Rulebook:
    """The shipped rules and one more, from a rule file in `folder`."""
    path = folder / "ORT.toml"
    path.write_text(RULE.format(code=code, found=found, fix=fix, applicability=applicability), encoding="utf-8")
    return extended_rulebook({str(path): path.read_text(encoding="utf-8")})


def measured(documents: Iterable[GoldDocument], book: Rulebook | None = None) -> Score:
    """The score under the default profile."""
    rules = (book or load_rulebook()).choose(Selection())
    return score(documents, Plan(Lint(rules, strict_internal=True), strict_internal=True), quoting=True)


@pytest.fixture(scope="module")
def fixtures() -> list[GoldDocument]:
    return [read_gold(path) for path in sorted(FIXTURES.glob("*.gold"))]


@pytest.fixture(scope="module")
def tried(fixtures: list[GoldDocument]) -> Score:
    return measured(fixtures)


@pytest.fixture(scope="module")
def dev() -> Score:
    return measured(dev_documents())


# The gold has a veto, and what was reached stays reached.


def test_safe_rules_do_no_harm_to_the_gold(dev: Score) -> None:
    assert earned.harmful(dev) == []


def test_safe_rules_do_no_harm_to_the_seed() -> None:
    assert earned.harmful(measured([seed_document()])) == []


def test_the_floors_are_still_reached(dev: Score) -> None:
    assert earned.fallen(dev, earned.read_floors()) == []


def test_a_planted_unsafe_rule_is_told(tmp_path: Path, fixtures: list[GoldDocument]) -> None:
    """It has no evidence, and it edits a word that is right."""
    book = planted(tmp_path, "धेरै", "थोरै")
    faults = earned.unearned(book, GENERATORS, measured(fixtures, book))
    assert faults[:2] == ["ORT900: 0 judged edits, and no generated cases", "ORT900: 1 wrong safe fixes"]
    assert faults[2].startswith("page.gold:8: HARM ORT900: ")
    assert earned.unearned(load_rulebook(), GENERATORS, measured(fixtures)) == []


def test_the_enforcing_tests_fail_on_a_planted_unsafe_rule(tmp_path: Path) -> None:
    """In a copy of the project, with a rule in `rules/ORT.toml` that edits a word of the seed."""
    copy_package(tmp_path, {"गलति": "गल्ती"})
    for folder in ("bench", "seeds", "tests"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", SEALED))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "rules" / "ORT.toml").open("a", encoding="utf-8") as rules:
        rules.write(RULE.format(code="ORT998", found="नेता", fix="नेत्री", applicability="safe"))
    tests = (
        "test_accuracy.py::test_safe_rules_do_no_harm_to_the_seed",
        "test_safety.py::test_a_safe_rule_has_earned_it",
    )
    command = [sys.executable, "-m", "pytest", "-vv", "-p", "no:cacheprovider", *(f"tests/{test}" for test in tests)]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)
    failed = [line for line in run.stdout.split("\n") if line.startswith("FAILED")]
    assert len(failed) == 2, run.stdout + run.stderr
    assert "test_safe_rules_do_no_harm_to_the_seed" in failed[0]
    assert "test_a_safe_rule_has_earned_it[ORT998]" in failed[1]
    assert "ORT998: 2 wrong safe fixes" in run.stdout


def test_a_planted_rule_that_mends_to_another_form_is_told(tmp_path: Path) -> None:
    gold = [document("उनले ⟦गलति|ort,safe|गल्ती⟧ गरे।")]
    wrong = earned.harmful(measured(gold, planted(tmp_path, "गलति", "गलत")))
    assert wrong[0] == "ORT900: 1 wrong safe fixes"
    assert wrong[1].startswith("tried.gold:7: HARM ORT900")
    assert earned.harmful(measured(gold, planted(tmp_path, "गलति", "गल्ती"))) == []
    assert earned.harmful(measured(gold, planted(tmp_path, "गलति", "गलत", applicability="unsafe"))) == []


def test_a_planted_rule_of_which_judged_edits_are_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    right = judged_rows("ORT001")
    wrong = [row._replace(verdict="wrong") for row in right]

    def told(rows: list[Judged]) -> list[str]:
        monkeypatch.setattr(earned, "judged", lambda code: rows)
        return list(earned.without_evidence("ORT900", {"ORT900"}))

    assert len(right) >= earned.ENOUGH
    assert told(right) == told(right[:100]) == told([*right[:199], *wrong[:1]]) == []
    assert told([*right[:195], *wrong[:5]]) == ["ORT900: of 200 judged edits 5 are wrong: lower bound 0.943"]
    assert "1 are wrong" in told([*right[:99], *wrong[:1]])[0]


def test_a_sealed_document_is_harmed_without_a_word_of_it(tmp_path: Path, fixtures: list[GoldDocument]) -> None:
    book = planted(tmp_path, "धेरै", "थोरै")
    sealed = score(fixtures, Plan(Lint(book.choose(Selection()))), quoting=False)
    assert earned.harmful(sealed) == ["ORT900: 1 wrong safe fixes"]
    assert sealed.places == []


def test_floors_rise_and_never_sink() -> None:
    low, high = Score(tokens=90), Score(tokens=100)
    low.sought["ort"] = high.sought["ort"] = 7
    low.found["ort"], high.found["ort"] = 3, 5
    floors = tomllib.loads(earned.raised(high, {}))
    assert floors["ort"] == {"recall": 0.714}
    assert earned.fallen(high, floors) == []
    high.rule("ORT001").findings[Verdict.RIGHT] = 12
    assert tomllib.loads(earned.raised(high, floors))["ort"] == {"precision": 0.757, "recall": 0.714}
    assert earned.fallen(low, floors) == [
        "all tokens: 90, and the floor is 100",
        "ort recall: 0.428, and the floor is 0.714",
    ]
    assert tomllib.loads(earned.raised(low, floors)) == floors


# What a finding is worth.


def test_findings_are_counted_by_rule_and_family(tried: Score) -> None:
    assert (tried.documents, tried.rules["ORT001"].right, tried.rules["ORT002"].right) == (4, 2, 1)
    assert (tried.family("ort").right, tried.family("ort").judged, tried.family("").right) == (3, 3, 7)
    assert (tried.sought["ort"], tried.found["ort"]) == (4, 4)
    assert (tried.sought["hi"], tried.found["hi"], tried.sought["hi_orth"], tried.found["hi_orth"]) == (1, 0, 1, 1)
    assert (tried.sought["calque"], tried.found["calque"]) == (1, 0)
    assert (tried.sought[ALL], tried.found[ALL]) == (11, 8)


def test_what_fix_mends_is_counted(tried: Score) -> None:
    edits = tried.family("").edits
    assert (edits[Mending.RIGHT], edits[Mending.PART], edits[Mending.WRONG]) == (6, 0, 0)
    assert (tried.mended, tried.safe) == (7, 8)


def test_silence_is_counted_by_language(tried: Score) -> None:
    assert tried.silence["hi"].silent == tried.silence["hi"].documents == 1
    assert tried.silence["clean"].findings == 0
    loud = measured([document("घरहरु छन्।", HEADER.replace("= ne", "= mai"))]).silence["mai"]
    assert (loud.documents, loud.silent, loud.findings, loud.edits) == (1, 0, 1, 1)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("⟦घरहरु|ort|घरहरू⟧ छन्।", Verdict.RIGHT),
        ("⟦घरहरु|hi⟧ छन्।", Verdict.RIGHT),  # a spelling finding may own a Hindi word
        ("⟦घरहरु|dat⟧ छन्।", Verdict.ASTRAY),
        ("घरहरु छन्।", Verdict.FALSE),
        ("⟦घरहरु|name=घरहरु⟧ छन्।", Verdict.FALSE),
        ("⟦घरहरु|ort,optin|घरहरू⟧ छन्।", Verdict.FALSE),
        ("⟦यी|ort|ई⟧ घरहरु छन्।", Verdict.FALSE),
    ],
)
def test_a_finding_is_worth_what_is_marked_there(text: str, verdict: Verdict) -> None:
    assert measured([document(text)]).rules["ORT001"].findings == {verdict: 1}


def test_a_finding_in_a_quotation_is_left_out_unless_it_offers_a_fix() -> None:
    rules = measured([document("⟦दे्दछं|ort,quoted|दिन्छन्⟧ र “⟦दे्दछं|ort,quoted|दिन्छन्⟧” भनियो।")]).rules
    assert rules["UNI006"].findings == {Verdict.NEUTRAL: rules["UNI006"].findings.total()}
    assert measured([document("⟦घरहरु|ort,quoted|घरहरू⟧ छन्।")]).rules["ORT001"].findings == {Verdict.FALSE: 1}


def test_words_that_nobody_read_are_left_out_of_the_seed() -> None:
    seed = measured([seed_document()])
    assert seed.rules["ORT001"].findings[Verdict.RIGHT] >= 43
    assert seed.rules["HIN001"].findings[Verdict.NEUTRAL] > 0
    assert seed.rules["DAT001"].findings == {Verdict.RIGHT: 1}
    assert seed.safe == 179


def test_every_family_of_defects_can_be_found() -> None:
    families = {mark for mark in EXPLAINED_BY if mark not in ("corrupt", "calque")}
    assert families == set(FAMILIES)
    assert all(family in EXPLAINED_BY[family] for family in families)


# What an edit makes of a stretch.


def judged(text: str, *edits: tuple[str, str]) -> Mending:
    """What the edits, each the first place of its first text, make of a document, for the first of them."""
    gold = document(text)
    made = [Edit(gold.text.index(old), gold.text.index(old) + len(old), new) for old, new in edits]
    return Judge(gold, made).edit(made[0])[0]


@pytest.mark.parametrize(
    ("edit", "mending"),
    [
        (("विध्यार्थिहरु", "विद्यार्थीहरू"), Mending.RIGHT),
        (("हरु", "हरू"), Mending.PART),
        (("ध्य", "द्य"), Mending.PART),
        (("हरु", "हरूू"), Mending.WRONG),
        (("हरु", ""), Mending.WRONG),
        (("छन्", "छन"), Mending.WRONG),
        (("विध्यार्थिहरु छन्", "विद्यार्थीहरू छन्"), Mending.RIGHT),
        (("विध्यार्थिहरु छन्", "विद्यार्थीहरू छ"), Mending.WRONG),
    ],
)
def test_an_edit_is_right_when_it_leads_to_the_right_form(edit: tuple[str, str], mending: Mending) -> None:
    assert judged("⟦विध्यार्थिहरु|ort|विद्यार्थीहरू⟧ छन्।", edit) is mending


def test_edits_together_may_be_right_where_each_is_a_part() -> None:
    assert judged("⟦विध्याहरु|ort|विद्याहरू⟧", ("ध्य", "द्य")) is Mending.PART
    assert judged("⟦विध्याहरु|ort|विद्याहरू⟧", ("ध्य", "द्य"), ("रु", "रू")) is Mending.RIGHT
    assert judged("⟦विध्याहरु|ort|विद्याहरू⟧", ("ध्य", "द्य"), ("रु", "रि")) is Mending.WRONG


def test_an_edit_may_mend_two_marks() -> None:
    assert judged("⟦उ|ort|ऊ⟧⟦  |typ| ⟧गयो", ("उ  ", "ऊ ")) is Mending.RIGHT
    assert judged("⟦उ|ort|ऊ⟧⟦  |typ| ⟧गयो", ("उ  ", "ऊ")) is Mending.WRONG


def test_a_mended_neighbour_does_not_excuse_an_edit() -> None:
    assert judged("⟦उ|ort|ऊ⟧ गयो", (" ", ""), ("उ", "ऊ")) is Mending.WRONG


def test_what_is_put_in_beside_a_mark_does_not_count_against_it() -> None:
    gold = document("भयो।⟦सुचना|ort|सूचना⟧ आयो।")
    at = gold.text.index("सुचना")
    space, vowel = Edit(at, at, " "), Edit(at + 1, at + 2, "ू")
    assert Judge(gold, [space, vowel]).edit(vowel)[0] is Mending.RIGHT
    assert Judge(gold, [Edit(at + 2, at + 2, " "), vowel]).edit(vowel)[0] is not Mending.RIGHT, "inside it does"


def test_inner_and_outer_marks_both_count() -> None:
    text = "⟦⟦पढने|hi|पढ्ने⟧ का समय|calque|पढ्ने समय⟧"
    assert judged(text, ("पढने", "पढ्ने")) is Mending.RIGHT
    assert judged(text, ("पढने का", "पढ्ने")) is Mending.RIGHT
    assert judged(text, ("पढने", "पढ्न")) is Mending.WRONG


def test_without_a_right_form_nobody_knows_and_quotations_are_no_ground() -> None:
    assert judged("⟦कल|hi⟧ आयो", ("कल", "भोलि")) is Mending.UNKNOWN
    assert judged("⟦कल|hi⟧ आयो", (" ", "")) is Mending.WRONG
    assert judged("⟦उ|ort,quoted|ऊ⟧ गयो", ("उ", "ऊ")) is Mending.WRONG


def test_what_fills_a_line_may_take_the_line_along() -> None:
    text = "⟦thumb|ताल|mrk,safe|⟧\nताल हो"
    assert judged(text, ("thumb|ताल", "")) is Mending.RIGHT
    assert judged(text, ("thumb|ताल\n", "")) is Mending.RIGHT
    assert judged(text, ("thumb|ताल\nताल", "")) is Mending.WRONG


def test_distance_is_levenshteins() -> None:
    assert [distance(*pair) for pair in (("", "कख"), ("कख", "कख"), ("किताब", "कताबा"), ("abc", "ca"))] == [2, 0, 2, 3]


# The command.


def test_the_page_shows_the_sets_and_is_the_same_each_time(fixtures: list[GoldDocument]) -> None:
    own = {"dev": fixtures, "sealed": fixtures[:1], "seed": []}
    book = Linter().rulebook
    page = accuracy.page(accuracy.measure(own), book)
    assert page == accuracy.page(accuracy.measure(own), book)
    assert [line for line in page.split("\n") if line.startswith("## ")] == [
        *("## Dev", "## Sealed", "## Seed", "## What readers judged")
    ]
    assert book.version in page
    assert "| ORT001 plural-haru | 2 | 2 | 0 | 0 | 1.000 | 0.342–1.000 | 0 | 0.00 | 2 | 0 | 0 | 0 |" in page
    assert "`--fix` mends 7 of 8 marks safe to mend (0.875; 95 %: 0.529–0.978)." in page
    assert "| ORT001 plural-haru | safe | 200 | 200 | 0 | 0 | 0.981 |" in page


def test_no_word_of_what_is_sealed_is_kept(fixtures: list[GoldDocument]) -> None:
    scores = accuracy.measure({"dev": fixtures, "sealed": fixtures})
    assert scores["dev"].places
    assert scores["sealed"].places == []
    assert scores["sealed"].rules == scores["dev"].rules


def test_counts_are_of_marks_by_kind_of_document_and_set() -> None:
    tried = document("⟦घरहरु|ort,quoted|घरहरू⟧ ⟦रूप|ort,optin|रुप⟧ ⟦उनके|hi,safe|उनका⟧ ⟦१९१८|date=1918,dat⟧")
    table = counts({"dev": [tried], "tried": [document("घर")]})
    rows = {
        cells[1]: cells[2:-1] for cells in ([cell.strip() for cell in line.split("|")] for line in table.split("\n"))
    }
    assert rows[""] == ["tried.gold, dev", "tried.gold, tried"]
    assert (rows["documents"], rows["of them without defects"], rows["tokens"]) == (["1", "1"], ["0", "1"], ["3", "1"])
    assert (rows["defects"], rows["ort"], rows["hin"], rows["dat"]) == (["2", "0"], ["0", "0"], ["1", "0"], ["1", "0"])
    assert [rows[label][0] for label in ("hi", "safe", "quoted", "optin", "date", "bs")] == [
        "1",
        "1",
        "1",
        "1",
        "1",
        "0",
    ]


def test_marks_of_the_seed_lie_in_its_text() -> None:
    seed = seed_document()
    assert all(0 <= mark.start <= mark.end <= len(seed.text) for mark in seed.marks)
    assert Mark(8412, 8419, frozenset(("dat",)), ("1918-20",)) in seed.marks
