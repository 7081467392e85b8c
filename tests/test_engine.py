"""The engine: isolation, budget, suppressions, one word one finding."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.diagnostic import Applicability, Certainty, Diagnostic, Fix, Severity
from nepalint.document import Document
from nepalint.engine.agreement import one_finding_a_word
from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.fingerprint import fingerprints
from nepalint.engine.run import Lint
from nepalint.engine.suppress import Suppression
from nepalint.errors import EncodingError
from nepalint.rulebook import Bad, RuleMeta, Selection, TextRule, WordHit, WordRule
from nepalint.text.source import Source
from nepalint.text.spans import Edit
from nepalint.text.zones import Format

BOOK = load_rulebook()
RULES = BOOK.choose(Selection())
HARU = (BOOK.by_code["ORT001"],)
DIRECTIVES = (*HARU, BOOK.by_code["SUP001"], BOOK.by_code["SUP002"])


def card(code: str) -> RuleMeta:
    return RuleMeta(
        code=code,
        name=code.lower(),
        message="क",
        message_en="a",
        why="क",
        why_en="a",
        references=("r",),
        since="0.1",
        bad=(Bad("क", None),),
        good=("ख",),
    )


class Raising(TextRule):
    meta = card("TYP901")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        yield self.meta.diagnose(0, 1, found="")
        raise RuntimeError("broken rule")


class RaisingOnWords(WordRule):
    meta = card("ORT901")

    def examine(self, word: str) -> WordHit | None:
        raise RuntimeError("broken rule")


class Slow(TextRule):
    meta = card("TYP902")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        while True:
            time.sleep(0.01)
            yield self.meta.diagnose(0, 1, found="")


@pytest.mark.parametrize("rule", [Raising(), RaisingOnWords()], ids=["text", "word"])
def test_a_broken_rule_is_named_and_the_others_run(rule: TextRule | WordRule) -> None:
    lint = Lint((rule, *HARU))
    for _ in range(2):
        result = lint(Source.from_text("गाउँहरुमा घर"))
        assert [failure.code for failure in result.failures] == [rule.meta.code]
        assert "broken rule" in result.failures[0].detail
        assert not result.checked
        assert "ORT001" in [one.code for one in result.diagnostics]


def test_strict_lets_a_defect_through() -> None:
    with pytest.raises(RuntimeError, match="broken rule"):
        Lint((Raising(),), strict_internal=True)(Source.from_text("घर"))


def test_a_rule_out_of_budget_gives_up() -> None:
    result = Lint((Slow(), *HARU), budget_seconds=0.2)(Source.from_text("गाउँहरुमा"))
    assert [(failure.code, failure.reason) for failure in result.failures] == [("TYP902", "budget")]
    assert [one.code for one in result.diagnostics] == ["ORT001"]


def test_bytes_that_are_not_utf8_are_an_error_and_no_selection_hides_it() -> None:
    with pytest.raises(EncodingError, match="byte offset 6"):
        Lint(())(Source.from_bytes("नेप".encode()[:7] + b"\xff"))
    with pytest.raises(EncodingError, match="utf-16"):
        Lint(())(Source.from_bytes("नेपाल".encode("utf-16")))


class TestSuppressions:
    def lint(self, text: str, *settings: Suppression, name: str = "a.wiki") -> list[str]:
        lint = Lint(DIRECTIVES, suppressions=settings)
        return [one.code for one in lint(Source.from_text(text, name)).diagnostics]

    def test_a_directive_speaks_of_its_line_only(self) -> None:
        text = "गाउँहरु <!-- nepalint: ignore ORT001 -->\nघरहरु\n"
        assert self.lint(text) == ["ORT001"]

    def test_alone_on_a_line_it_speaks_of_the_next(self) -> None:
        assert self.lint("<!-- nepalint: ignore ORT -- नाम हो -->\nगाउँहरु\n") == []

    def test_ignore_file_speaks_of_the_whole_document(self) -> None:
        assert self.lint("गाउँहरु\n\nघरहरु\n<!-- nepalint: ignore-file ORT001 -->\n") == []

    def test_one_that_suppresses_nothing_is_reported(self) -> None:
        assert self.lint("गाउँ <!-- nepalint: ignore ORT001 -->\n") == ["SUP001"]

    def test_one_that_names_a_rule_that_did_not_run_is_not(self) -> None:
        assert self.lint("गाउँ <!-- nepalint: ignore DAT001 -->\n") == []

    def test_one_that_cannot_be_read_is_reported(self) -> None:
        assert self.lint("गाउँ <!-- nepalint: disable all -->\n") == ["SUP002"]
        for code in ("ort001", "plural", "ALL", "XYZ001"):
            assert sorted(self.lint(f"गाउँहरु <!-- nepalint: ignore {code} -->\n")) == ["ORT001", "SUP002"]
        assert self.lint("गाउँहरु <!-- nepalint: ignore XYZ001, ORT001 -->\n") == ["SUP002"]

    def test_a_mention_in_prose_is_no_directive(self) -> None:
        assert self.lint("गाउँहरु nepalint: ignore ORT001\n") == ["ORT001"]

    def test_settings_suppress_by_code_file_and_fingerprint(self) -> None:
        text = "गाउँहरु र घरहरु\n"
        assert self.lint(text, Suppression("ORT001", "नाम"), name="a.txt") == []
        assert self.lint(text, Suppression("ORT001", "नाम", file="b.txt"), name="a.txt") == ["ORT001"] * 2
        found = Lint(DIRECTIVES)(Source.from_text(text, "a.txt")).diagnostics
        mark = fingerprints(text, found)[0]
        assert self.lint(text, Suppression("ORT001", "नाम", fingerprint=mark), name="a.txt") == ["ORT001"]


def test_fingerprints_survive_a_move() -> None:
    def marks(text: str) -> list[str]:
        return fingerprints(text, Lint(HARU)(Source.from_text(text)).diagnostics)

    assert marks("अघि गाउँहरु थिए। पछि घरहरु बने।") == marks("नयाँ अनुच्छेद।\n\nअघि गाउँहरु थिए। पछि घरहरु बने।")
    assert len(set(marks("घरहरु घरहरु"))) == 2


def finding(code: str, edit: Edit) -> Diagnostic:
    fix = Fix((edit,), Applicability.SAFE, "", "")
    return Diagnostic(code, code, Severity.WARNING, Certainty.CERTAIN, edit.start, edit.end, "", "", fix)


def test_findings_that_mend_alike_are_one_and_the_first_family_owns_it() -> None:
    merged = one_finding_a_word([finding("ORT001", Edit(3, 4, "ू")), finding("HIN001", Edit(3, 4, "ू"))])
    assert [(one.code, one.also) for one in merged] == [("HIN001", ("ORT001",))]
    apart = one_finding_a_word([finding("ORT001", Edit(3, 4, "ू")), finding("HIN001", Edit(3, 4, "ी"))])
    assert sorted(one.code for one in apart) == ["HIN001", "ORT001"]


def test_nothing_is_reported_inside_quotations() -> None:
    assert Lint(RULES)(Source.from_text("उनले “गाउँहरु, क्रांति, गर्यो” लेखे।")).diagnostics == ()


def test_a_contested_spelling_is_found_only_beside_the_other() -> None:
    lint = Lint((BOOK.by_code["NAM002"],))

    def found(text: str) -> list[int]:
        return [one.start for one in lint(Source.from_text(text)).diagnostics]

    assert found("शहरमा भीड छ।") == []
    assert found("शहरमा भीड छ। सहरको बाटो") == [0]
    assert found("शहरमा भीड छ।") == [], "a verdict on a word is not one on the next document"


def test_a_word_is_judged_once_and_found_everywhere() -> None:
    text = "गाउँहरु " * 50
    found = Lint(HARU)(Source.from_text(text)).diagnostics
    assert [one.start for one in found] == [index * len("गाउँहरु ") + len("गाउँ") for index in range(50)]


@given(st.text(alphabet=st.sampled_from("कहरुूंिीा्\u200d\u200c न\n\r“”\"'[]{}|।<>!-"), max_size=80))
def test_any_text_is_linted_and_every_offset_lies_inside(text: str) -> None:
    for format in (Format.PLAIN, Format.WIKITEXT):
        result = Lint(RULES, format, strict_internal=True)(Source.from_text(text))
        for one in result.diagnostics:
            assert 0 <= one.start <= one.end <= len(text)
            for edit in one.fix.edits if one.fix else ():
                assert 0 <= edit.start <= edit.end <= len(text)
