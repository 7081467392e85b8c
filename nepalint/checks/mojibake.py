"""UNI: text that was read in the wrong encoding."""

from collections.abc import Iterator

from nepalint.diagnostic import Diagnostic, Severity
from nepalint.document import Document
from nepalint.rulebook import Bad, RuleMeta, TextRule
from nepalint.text.mojibake import misread
from nepalint.text.spans import Edit


class Mojibake(TextRule):
    """UTF-8 that was read as Latin-1 or Windows-1252.

    What it does: takes the characters as the bytes they were and offers the text that these are in UTF-8; also where
    this happened twice.
    Why: nobody can read it, and yet nothing is lost.
    Example: `à¤¨à¥‡à¤ªà¤¾à¤²` is `नेपाल`.
    Fix safety: unsafe: the text may show mojibake on purpose, and bytes that became spaces on the way stay lost.
    References: The Unicode Standard, 3.9; WHATWG Encoding, windows-1252.
    """

    meta = RuleMeta(
        code="UNI019",
        name="mojibake",
        severity=Severity.ERROR,
        changes_numbers=True,
        message="यो पाठ गलत कुटलेखनमा खोलिएको छ; ‘{fix}’ हुनुपर्छ।",
        message_en="This text was read in the wrong encoding; it says ‘{fix}’.",
        title="सही कुटलेखनमा फर्काउने",
        title_en="Read it as UTF-8",
        why="UTF-8 का बाइट एक-एक गरी ल्याटिन अक्षर ठान्दा देवनागरीको ठाउँमा यस्ता चिह्न देखिन्छन्; बाइट जस्ताको तस्तै छन्।",
        why_en="Each byte of UTF-8 was taken for a Latin letter. The bytes are still there, and with them the text.",
        references=("The Unicode Standard, 3.9: UTF-8", "WHATWG Encoding Standard: index windows-1252"),
        since="0.1",
        bad=(
            Bad("à¤¨à¥‡à¤ªà¤¾à¤² राम्रो देश हो।", "नेपाल राम्रो देश हो।"),
            Bad("काठमाडौँ â€“ पोखरा", "काठमाडौँ – पोखरा"),
            Bad("Ã\u00a0Â¤Â¨ अक्षर", "न अक्षर"),
        ),
        good=("नेपाल राम्रो देश हो।", "Café à la carte", "São Tomé", "५ °C"),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        if b"\xc3" not in document.source.raw:  # à, â and Ã, with which all mojibake of Devanagari begins
            return
        for start, end, meant in misread(document.text):
            yield self.meta.diagnose(
                start, end, found=document.text[start:end], fix=meant, edits=(Edit(start, end, meant),)
            )


RULES = (Mojibake(),)
