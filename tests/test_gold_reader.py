"""The reader of `.gold` files: marks are told from text, and what is malformed is an error with its place."""

from pathlib import Path

import pytest

from bench.gold import PERMIT, GoldError, Mark, dev_documents, parse_gold, read_gold, sealed_documents
from nepalint.text.zones import Format, detect_format

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "gold" / "fixtures"
HEADER = "#: id = tried\n#: genre = test\n#: language = ne\n#: format = plain\n#: origin = written for nepalint\n#:\n"


def parse(text: str) -> list[tuple[str, Mark]]:
    document = parse_gold(HEADER + text, Path("tried.gold"))
    return [(document.text[mark.start : mark.end], mark) for mark in document.marks]


def test_a_document_is_its_text_without_the_marks() -> None:
    document = read_gold(FIXTURES / "biography.gold")
    assert document.text.startswith("हरि शर्मा सन् १९३० मा जन्मे। उसले गाउँमा काम गर्यो।\nसाथीहरु भने ")
    assert document.header["genre"] == "biography"
    assert document.source.name == "fixture-biography.txt"
    eyelash = next(mark for mark in document.marks if mark.rights == ("गर्\u200dयो",))
    assert document.text[eyelash.start : eyelash.end] == "गर्यो"
    assert eyelash.labels == {"ort", "safe"}
    assert document.place(eyelash.start) == "biography.gold:8"


def test_marks_nest_and_keep_their_offsets() -> None:
    (outer, date), (inner, suffix) = parse("छ ⟦विद्यार्थी⟦हरु|ort,safe|हरू⟧ले १९४२|date=1942⟧ मा")
    assert (outer, date.facts, date.rights) == ("विद्यार्थीहरुले १९४२", (("date", "1942"),), ())
    assert (inner, suffix.start, suffix.rights) == ("हरु", 12, ("हरू",))


def test_bars_may_stand_in_the_surface_and_in_the_right_form() -> None:
    assert parse("⟦thumb|right|ताल|mrk,safe|⟧\n") == [
        ("thumb|right|ताल", Mark(0, 15, frozenset(("mrk", "safe")), ("",)))
    ]
    assert parse("⟦[[क|ख]|mrk|[[क|ख]]⟧")[0][1].rights == ("[[क|ख]]",)


@pytest.mark.parametrize("fields", ["ort|", "ort|क", "ort"])
def test_a_bar_alone_deletes_and_no_bar_says_nothing(fields: str) -> None:
    rights = {"ort|": ("",), "ort|क": ("क",), "ort": ()}
    assert parse(f"⟦ख|{fields}⟧")[0][1].rights == rights[fields]


def test_labels_tell_families_and_facts() -> None:
    marks = [mark for _, mark in parse("⟦उनके|hi⟧ ⟦घर|loan⟧ ⟦मस्को|name=मस्को⟧ ⟦बैशाख|bs=2075-01,ort|वैशाख⟧ ⟦भोलि|date⟧")]
    assert [sorted(mark.families) for mark in marks] == [["hin"], [], [], ["ort"], []]
    assert [mark.is_defect for mark in marks] == [True, False, False, True, False]
    assert [mark.facts for mark in marks] == [(), (), (("name", "मस्को"),), (("bs", "2075-01"),), (("date", ""),)]
    assert not parse("⟦ठूलो|ort,optin|ठुलो⟧")[0][1].is_defect
    assert parse("⟦घरहरु|ort,quoted|घरहरू⟧")[0][1].is_quoted


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("⟦क", "⟦ without ⟧"),
        ("क⟧", "⟧ without ⟦"),
        ("⟦क⟧", "no field that is a list of labels"),
        ("⟦क|⟧", "no field that is a list of labels"),
        ("⟦क|orth|ख⟧", "no field that is a list of labels"),
        ("⟦क|hi|hi⟧", "two fields"),
        ("⟦क|ort|क⟧", "what stands there"),
        ("⟦|typ|⟧", "what stands there"),
        ("⟦|typ⟧", "nothing is marked"),
        ("⟦क|ort,safe⟧", "needs a right form"),
        ("⟦क|ort,optin,safe|ख⟧", "exclude each other"),
        ("⟦क|name=क|ख⟧", "no family"),
        ("⟦क|optin⟧", "there is no family"),
        ("⟦क|ort|⟦ख|ort|ग⟧⟧", "stands in the labels or the right form"),
    ],
)
def test_a_malformed_mark_is_an_error_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(GoldError, match=rf"^tried\.gold:8: .*{message}"):
        parse(f"पहिलो हरफ\n{text}\n")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#: id = tried\n", "", r"tried\.gold:5: the header lacks id"),
        ("#: genre = test", "#: genre test", r"tried\.gold:2: expected"),
        ("genre", "mood", r"tried\.gold:2: unknown key 'mood'"),
        ("genre", "id", r"tried\.gold:2: second key 'id'"),
        ("= ne", "= xx", r"tried\.gold:3: language must be one of"),
        ("plain", "pdf", r"tried\.gold:4: format must be one of"),
        ("#:\n", "", r"tried\.gold:6: expected"),
    ],
)
def test_a_malformed_header_is_an_error_with_file_and_line(old: str, new: str, message: str) -> None:
    with pytest.raises(GoldError, match=message):
        parse_gold(HEADER.replace(old, new) + "घर\n", Path("tried.gold"))


def test_a_header_must_end_and_bytes_must_be_text(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"tried\.gold: no line"):
        parse_gold("#: id = tried", Path("tried.gold"))
    broken = tmp_path / "broken.gold"
    broken.write_bytes(HEADER.encode() + b"\xff")
    with pytest.raises(GoldError, match=rf"broken\.gold: byte {len(HEADER)} is not UTF-8"):
        read_gold(broken)


def test_line_endings_stay_as_they_are() -> None:
    assert parse_gold(HEADER.replace("\n", "\r\n") + "क\r\nख", Path("tried.gold")).text == "क\r\nख"


def test_two_documents_do_not_share_an_id(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    for name in ("first", "second"):
        (tmp_path / "dev" / f"{name}.gold").write_text(HEADER, encoding="utf-8")
    with pytest.raises(GoldError, match=r"second\.gold: the id is that of first\.gold"):
        dev_documents(tmp_path)


@pytest.mark.parametrize(("name", "format"), [("page", Format.WIKITEXT), ("clean", Format.MARKDOWN)])
def test_nepalint_sees_the_format_that_the_header_names(name: str, format: Format) -> None:
    source = read_gold(FIXTURES / f"{name}.gold").source
    assert detect_format(source.text, source.name) is format


def test_sealed_documents_need_a_permit_and_no_other_way_leads_to_them(tmp_path: Path) -> None:
    folder = tmp_path / "sealed"
    folder.mkdir()
    (folder / "tried.gold").write_text(HEADER + "घर\n", encoding="utf-8")
    assert [document.text for document in sealed_documents(PERMIT, tmp_path)] == ["घर\n"]
    with pytest.raises(GoldError, match="alone"):
        sealed_documents("please", tmp_path)  # type: ignore[arg-type]
    with pytest.raises(GoldError, match="alone"):
        read_gold(folder / "tried.gold")
    assert dev_documents(tmp_path) == []


def test_nothing_but_the_accuracy_command_opens_the_sealed_documents() -> None:
    """The generator of converted documents may write there, and its test compares what it would write."""
    reader = {"bench/gold.py", f"tests/{Path(__file__).name}"}
    command = reader | {"bench/accuracy.py"}
    generator = {"scripts/simulate_converter.py", "tests/test_simulate_converter.py"}
    allowed = {
        "sealed_documents": command,
        "PERMIT": command,
        "sealed": command | generator | {"tests/test_accuracy.py"},
        '.gold"': reader | generator | {"tests/test_accuracy.py"},
    }
    code = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for folder in ("nepalint", "bench", "tests", "scripts")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert len(code) > 100
    for word, files in allowed.items():
        assert {path for path, text in code.items() if word in text} - files == set(), word
