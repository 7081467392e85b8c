"""The output formats: the contract of the machine formats, and what people see."""

import json
import time
from collections.abc import Iterator, Sequence

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from nepalint.batch import FileResult
from nepalint.diagnostic import Applicability, Certainty, Diagnostic, Evidence, Fix, Severity
from nepalint.document import Document
from nepalint.engine.composition import ComposedEdit
from nepalint.engine.fixer import FixOutcome
from nepalint.engine.run import LintResult, RuleFailure
from nepalint.errors import EncodingError
from nepalint.messages import LANGUAGES, choose_language, messages
from nepalint.render import FORMATS, RenderOptions, renderer
from nepalint.render.diff import unified
from nepalint.render.escape import visible
from nepalint.render.frame import frame
from nepalint.render.paint import painter
from nepalint.render.places import places
from nepalint.render.table import table
from nepalint.render.width import width
from nepalint.text.source import Source
from nepalint.text.spans import Edit, apply_edits

TEXT = "पहिलो पङ्क्ति।\nलेनिन सन् 1928-20 मा 😀 रुसमा थिए।\n"
AT = TEXT.index("1928")
CRAB = TEXT.index("रुसमा")


def finding(start: int, end: int, **more: object) -> Diagnostic:
    values: dict[str, object] = {
        "code": "ORT001",
        "name": "some-rule",
        "severity": Severity.WARNING,
        "certainty": Certainty.LIKELY,
        "message": "यो मिलेन।",
        "message_en": "This is wrong.",
    }
    return Diagnostic(start=start, end=end, **(values | more))  # type: ignore[arg-type]


def result(text: str, found: Sequence[Diagnostic], name: str = "a.txt") -> FileResult:
    return FileResult(name, LintResult(Document.open(Source.from_text(text, name)), tuple(found)))


def rendered(format: str, *files: FileResult, **options: object) -> str:
    return "".join(renderer(format)(files, RenderOptions(**options)))  # type: ignore[arg-type]


RANGE = finding(
    AT,
    AT + 7,
    code="DAT004",
    name="range-reversed",
    severity=Severity.ERROR,
    certainty=Certainty.CERTAIN,
    message="अवधि उल्टो छ।",
    message_en="The range runs backwards.",
    fix=Fix((Edit(AT, AT + 4, "1918"),), Applicability.UNSAFE, "1918 बनाउने", "Make it 1918"),
    evidence=(Evidence(0, 5, TEXT[0:5], "तीन वर्ष", "three years"),),
    alternatives=("1928-30",),
    also=("TYP009",),
)
EXAMPLE = result(TEXT, [RANGE, finding(CRAB, CRAB + 5)])


class TestJson:
    def test_a_finding_has_every_key_of_the_contract_in_order(self) -> None:
        first, second = map(json.loads, rendered("jsonl", EXAMPLE).splitlines())
        fingerprint = first.pop("fingerprint")
        assert regex.fullmatch("[0-9a-f]{16}", fingerprint)
        assert first == {
            "schema": 1,
            "file": "a.txt",
            "record": None,
            "field": None,
            "code": "DAT004",
            "name": "range-reversed",
            "category": "date",
            "also": ["TYP009"],
            "severity": "error",
            "certainty": "certain",
            "message": "अवधि उल्टो छ।",
            "message_en": "The range runs backwards.",
            "start": AT,
            "end": AT + 7,
            "byte_start": len(TEXT[:AT].encode()),
            "byte_end": len(TEXT[: AT + 7].encode()),
            "line": 2,
            "column": 11,
            "utf16_column": 11,
            "end_line": 2,
            "end_column": 18,
            "fix": {
                "applicability": "unsafe",
                "title": "1918 बनाउने",
                "title_en": "Make it 1918",
                "edits": [{"start": AT, "end": AT + 4, "replacement": "1918"}],
            },
            "alternatives": ["1928-30"],
            "evidence": [{"start": 0, "end": 5, "text": "पहिलो", "why": "तीन वर्ष", "why_en": "three years"}],
        }
        assert second["fix"] is None
        assert (second["column"], second["utf16_column"]) == (24, 25), "UTF-16 takes two units for the face"
        assert list(second) == [*list(first)[:21], "fingerprint", *list(first)[21:]]

    def test_json_holds_the_same_objects(self) -> None:
        lines = [json.loads(line) for line in rendered("jsonl", EXAMPLE, EXAMPLE).splitlines()]
        assert json.loads(rendered("json", EXAMPLE, EXAMPLE)) == lines
        assert rendered("json") == "[]\n"

    def test_it_does_not_follow_the_language(self) -> None:
        assert rendered("jsonl", EXAMPLE, language="ne", color=True) == rendered("jsonl", EXAMPLE, language="en")

    def test_fingerprints_do_not_depend_on_the_line(self) -> None:
        def marks(text: str) -> list[str]:
            found = [finding(match.start(), match.end()) for match in regex.finditer("घरहरु", text)]
            return [json.loads(line)["fingerprint"] for line in rendered("jsonl", result(text, found)).splitlines()]

        line = "हाम्रो गाउँका सबै घरहरु राम्रा छन् भन्ने सुनियो।\n"
        before, after = marks(line), marks("नयाँ अनुच्छेद यहाँ थपियो।\n\n" + line)
        assert before == after
        twice = marks(line * 3)
        assert twice[0] == before[0]
        assert len(set(twice)) == 3

    @given(st.text(alphabet="कि\r\n\u2028😀a‍", max_size=40), st.data())
    def test_places_are_those_of_the_line_index(self, text: str, data: st.DataObject) -> None:
        offsets = st.integers(0, len(text))
        spans = data.draw(st.lists(st.tuples(offsets, offsets).map(sorted), max_size=6))
        found = sorted((finding(start, end) for start, end in spans), key=lambda one: (one.start, one.end))
        file = result(text, found)
        assert file.result is not None
        lines = file.result.document.source.lines
        for one, place in places(file.result):
            start, end = lines.position(one.start), lines.position(one.end)
            assert place == (
                lines.byte_offset(one.start),
                lines.byte_offset(one.end),
                start.line,
                start.column,
                start.utf16_column,
                end.line,
                end.column,
            )


class TestForPeople:
    def test_concise_is_one_line_a_finding(self) -> None:
        assert rendered("concise", EXAMPLE) == (
            "a.txt:2:11: error DAT004 The range runs backwards.\na.txt:2:24: warning ORT001 This is wrong.\n"
        )
        assert rendered("concise", EXAMPLE, language="ne").startswith("a.txt:2:11: त्रुटि DAT004 अवधि उल्टो छ।\n")

    def test_full_shows_the_line_the_evidence_and_the_fix(self) -> None:
        assert rendered("full", result(TEXT, [RANGE])) == (
            "a.txt:2:11: error DAT004 The range runs backwards.\n"
            "  |\n"
            "2 | लेनिन सन् 1928-20 मा 😀 रुसमा थिए।\n"
            "  |        ^^^^^^^\n"
            "  = 1: ‘पहिलो’ three years\n"
            "  = fix (unsafe, a person should look): Make it 1918\n"
            "  = or: 1928-30\n"
            "  = also: TYP009\n"
            "\n"
        )

    @pytest.mark.parametrize(
        "line",
        [
            "नेपालमा क्रान्ति भयो |यहाँ| हो",
            "संयुक्त राज्य |अमेरिका|",
            "|सुरु|मै",
            "क़ख़ग़ श्री त्र ज्ञ |क्षेत्र|फल",
            "मिश्रित text र |शब्द| 漢字",
            "漢字 😀 |यहाँ| 漢",
            "\tट्याब |पछि|",
        ],
    )
    def test_the_caret_stands_under_the_words(self, line: str) -> None:
        before, marked, after = line.split("|")
        text = before + marked + after
        rows = rendered("full", result(text, [finding(len(before), len(before + marked))])).split("\n")
        caret = rows[3].partition("| ")[2]
        shown = rows[2].partition("| ")[2]
        assert len(caret) - len(caret.lstrip()) == cell_len(before.replace("\t", "    "))
        assert caret.count("^") == cell_len(marked)
        assert shown == text.replace("\t", "    ")

    def test_a_finding_on_a_mark_stands_under_its_letter(self) -> None:
        rows = rendered("full", result("राम किि थियो", [finding(6, 7)])).split("\n")
        assert rows[3] == "  |    ^"

    def test_a_finding_without_extent_has_one_caret(self) -> None:
        assert rendered("full", result("राम", [finding(3, 3)])).split("\n")[3] == "  |   ^"
        assert rendered("full", result("", [finding(0, 0)])).split("\n")[3] == "  | ^"

    def test_a_finding_over_lines_is_marked_to_the_end_of_the_first(self) -> None:
        rows = rendered("full", result("राम गयो\nश्याम", [finding(4, 10)])).split("\n")
        assert rows[2:4] == ["1 | राम गयो", "  |    ^^"]

    def test_a_long_line_is_a_window(self) -> None:
        line = "शब्द " * 100_000
        start = 250_000
        shown = rendered("full", result(line, [finding(start, start + 4)])).split("\n")
        assert width(shown[2]) < 120
        assert shown[2].startswith("1 | …")
        assert shown[2].endswith("…")
        caret = shown[3].partition("| ")[2]
        source = shown[2].partition("| ")[2]
        assert width(source[: source.index("शब्द", 40)]) <= len(caret) - len(caret.lstrip()) + 4

    def test_a_long_finding_is_cut(self) -> None:
        shown = rendered("full", result("क" * 5_000_000, [finding(10, 4_999_990)]))
        assert len(shown) < 1_000

    @given(st.text(alphabet="कि्ष\u200dख漢 \t", min_size=1, max_size=300), st.data())
    def test_windows_never_fail(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        shown = frame(text, 0, len(text), start, end)
        assert shown.indent == width(shown.before)
        assert 1 <= shown.length <= 61
        assert width(shown.before + shown.marked + shown.after) <= 110

    @pytest.mark.parametrize("letter", ["क", "कीं", "की़ँ"])
    def test_a_window_is_filled_however_many_marks_its_letters_bear(self, letter: str) -> None:
        text = letter * 600
        start = len(letter) * 300
        shown = frame(text, 0, len(text), start, start + len(letter))
        assert shown.before == "…" + letter * 40
        assert shown.after == letter * 59 + "…"

    def test_colour_marks_the_words_themselves(self) -> None:
        shown = rendered("full", result(TEXT, [RANGE]), color=True)
        assert "\x1b[1;31m1928-20\x1b[0m" in shown
        assert regex.sub(r"\x1b\[[\d;]*m", "", shown) == rendered("full", result(TEXT, [RANGE]))

    def test_what_could_forge_output_is_made_visible(self) -> None:
        text = "क\x1b[31mख\u202eग\x07"
        nasty = finding(0, 3, message_en="bad \x1b]0;title\x07 \u202ex\nnext")
        for format in ("full", "concise", "github"):
            shown = rendered(format, result(text, [nasty], "क\n::error::\u202e.txt"))
            assert not regex.search(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", shown), format
        assert visible("गर्‍यो") == "गर्‍यो"

    def test_widths_agree_with_rich(self) -> None:
        for text in ("नेपाली", "क्षत्रिय", "हिन्दी", "漢字", "😀", "e\u0301", "🇳🇵", "a\u200bb"):
            assert width(text) == cell_len(text), text
        assert width("गर्‍यो") == 3, "each letter of a half form takes a cell where nothing shapes it"

    def test_tables_align_devanagari(self) -> None:
        made = table(["वर्ग", "n"], [["हिज्जे", "1"], ["नाम", "20"]], foot=["जम्मा", "21"])
        assert {width(line) for line in made.splitlines()} == {width(made.splitlines()[1])}


class TestGithub:
    def test_commands(self) -> None:
        first, second = rendered("github", EXAMPLE).splitlines()
        assert first == (
            "::error file=a.txt,line=2,col=11,endLine=2,endColumn=18,title=DAT004 (range-reversed)"
            "::The range runs backwards."
        )
        assert second.startswith("::warning file=a.txt,line=2,col=24,")
        assert rendered("github", result("क", [finding(0, 1, severity=Severity.INFO)])).startswith("::notice ")

    def test_escapes(self) -> None:
        odd = finding(0, 1, message_en="100% a,b: c\r\nd")
        shown = rendered("github", result("क", [odd], "a,b:c%\n.txt"))
        assert shown.startswith("::warning file=a%2Cb%3Ac%25%0A.txt,line=1,")
        assert shown.endswith("::100%25 a,b: c%0D%0Ad\n")
        assert shown.count("\n") == 1

    def test_a_finding_over_lines_names_no_end_column(self) -> None:
        assert "endLine=2,title" in rendered("github", result("क\nख", [finding(0, 3)]))

    def test_errors_are_shown_too(self) -> None:
        assert rendered("github", FileResult("a.txt", error=EncodingError("bad byte"))) == (
            "::error file=a.txt,title=encoding::bad byte\n"
        )
        document = Document.open(Source.from_text("क"))
        failed = FileResult("a.txt", LintResult(document, (), (RuleFailure("ORT001", "budget", "gave up"),)))
        assert rendered("github", failed) == "::error file=a.txt,title=ORT001::budget: gave up\n"


@pytest.mark.parametrize("format", FORMATS)
def test_rendering_streams(format: str) -> None:
    seen: list[int] = []

    def files() -> Iterator[FileResult]:
        for number in range(3):
            seen.append(number)
            yield EXAMPLE

    chunks = renderer(format)(files(), RenderOptions())
    next(chunks)
    assert seen == [0]


@pytest.mark.parametrize("format", FORMATS)
def test_documents_that_could_not_be_read_do_not_disturb(format: str) -> None:
    shown = rendered(format, FileResult("x.txt", error=EncodingError("bad")), EXAMPLE)
    assert "DAT004" in shown


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(ValueError, match="sarif"):
        renderer("sarif")


@pytest.mark.parametrize("format", ["concise", "jsonl"])
def test_rendering_is_fast(format: str) -> None:
    text = "गाउँका घरहरु राम्रा छन्। " * 20_000
    found = [finding(match.start(), match.end()) for match in regex.finditer("घरहरु", text)]
    file = result(text, found)
    best = min(_seconds(format, file) for _ in range(3))
    # The budget is 10 µs a finding; the rest is for a machine that is busy with other things.
    assert best / len(found) < 40e-6


def _seconds(format: str, file: FileResult) -> float:
    start = time.process_time()
    for _ in renderer(format)([file], RenderOptions()):
        pass
    return time.process_time() - start


class TestDiff:
    @staticmethod
    def diff(text: str, edits: Sequence[Edit]) -> str:
        composed = tuple(ComposedEdit(start, end, text[start:end], new, ()) for start, end, new in edits)
        before = Source.from_text(text, "a.txt")
        after = before.with_text(apply_edits(text, edits))
        empty = LintResult(Document.open(before), ())
        outcome = FixOutcome(before, after, "stable", 1, composed, empty, empty)
        return "".join(unified("a.txt", outcome, painter(False)))

    def test_nothing(self) -> None:
        assert self.diff("क\n", []) == ""

    @given(st.text(alphabet="कख\n", max_size=60), st.data())
    def test_applying_it_gives_the_text_after(self, text: str, data: st.DataObject) -> None:
        cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
        edits = [
            Edit(start, end, data.draw(st.text(alphabet="गघ\n", max_size=3)))
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        edits = [edit for edit in edits if text[edit.start : edit.end] != edit.replacement]
        assert patched(text, self.diff(text, edits)) == apply_edits(text, edits)


def patched(text: str, diff: str) -> str:
    """`text` after a unified diff, checked against what the diff says stands there."""
    old = text.split("\n")
    old = [f"{line}\n" for line in old[:-1]] + ([old[-1]] if old[-1] else [])
    rows = regex.findall(r".*\n|.+", diff)[2:]
    new: list[str] = []
    place = 0
    for index, row in enumerate(rows):
        if row.startswith("@@"):
            found = regex.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", row)
            assert found is not None
            start = int(found[1]) - (found[2] != "0")
            new += old[place:start]
            place = start
            assert int(found[3]) - (found[4] != "0") == len(new)
            continue
        if row.startswith("\\"):
            continue
        body = row[1:]
        if index + 1 < len(rows) and rows[index + 1].startswith("\\"):
            body = body.removesuffix("\n")
        if row[0] in " -":
            assert old[place] == body
            place += 1
        if row[0] in " +":
            new.append(body)
    return "".join(new + old[place:])


class TestMessages:
    def test_both_languages_have_the_same_texts(self) -> None:
        from nepalint.messages.en import TEXTS as english
        from nepalint.messages.ne import TEXTS as nepali

        # Nepali needs no singular apart, and says in general what the English errors say in particular.
        singular = {key for key in english if key.endswith(".one")}
        general = {key for key in nepali if regex.fullmatch(r"(error|hint)\.\w+", key)}
        assert set(english) - singular - general == set(nepali) - general
        for key in set(english) & set(nepali):
            assert fields(english[key]) == fields(nepali[key]), key

    def test_singular(self) -> None:
        say = messages("en")
        assert say("summary.files", count=1) == "1 file"
        assert say("summary.files", count=2) == "2 files"

    @pytest.mark.parametrize(
        ("environment", "language"),
        [
            ({}, "en"),
            ({"LANG": "ne_NP.UTF-8"}, "ne"),
            ({"LANG": "ne"}, "ne"),
            ({"LANG": "ne-NP"}, "ne"),
            ({"LANG": "ne@devanagari"}, "ne"),
            ({"LANG": "new_NP"}, "en"),
            ({"LANG": "ne_NP", "LC_ALL": "C"}, "en"),
            ({"LANG": "en_US", "LC_MESSAGES": "ne_NP"}, "ne"),
            ({"LANG": "", "LC_ALL": ""}, "en"),
        ],
    )
    def test_the_locale_chooses(self, environment: dict[str, str], language: str) -> None:
        assert choose_language(None, environment) == language
        assert choose_language("en", environment) == "en"
        assert language in LANGUAGES


def fields(text: str) -> set[str]:
    return set(regex.findall(r"\{(\w+)\}", text))
