"""What holds for every text: mending is stable, final, leaves protected text alone, and can be undone byte for byte.

`mended(data)` is the whole promise for one input, so that a coverage-guided fuzzer can drive the same function.
"""

import random

from hypothesis import given
from hypothesis import strategies as st

from nepalint.api import Linter
from nepalint.config import Discovery, Settings
from nepalint.engine.ledger import entries, replay, undo
from nepalint.knowledge.frequencies import frequencies
from nepalint.text.source import Source

PIECES = (
    *("गाउँहरु", "क्रांति", "पर्यो", "रूसमा", "मजदूर", "शुरू", "बिचार", "नैं", "पुन:", "दु:ख", "अक्टूबर, 1917", "1928-20मा", "संचालन"),
    *(
        "कुन ान",
        "कहरूद्रीय",
        "विद्यालहरू",
        "हुने/भयो",
        "सङ्गित",
        "अाज",
        "हुुन्छ",
        "पर्यंन्त",
        "मार्ग दर्शन",
        "गर्\u200dयो",
        "राम\u200cले",
        "पि्रय",
        "भएकोे",
        "तपाईँं",
        "विभिन् न",
        "फ़ाइल",
        "१9९०",
        "à¤¨à¥‡",
        "गऱ्यो",
        "कायर्क्रम",
    ),
    *(
        "“",
        "”",
        "‘",
        "’",
        '"',
        '""',
        "(",
        ")",
        "[[",
        "]]",
        "{{",
        "}}",
        "'''",
        "<ref>",
        "</ref>",
        "<!--",
        "-->",
        "`",
        "```",
        "|",
    ),
    *(
        "।",
        " ।",
        "।।",
        ",",
        "?",
        "!",
        "-",
        "–",
        ":",
        ".",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\u2028",
        "\ufeff",
    ),
    *(
        "thumb|right|230px|लेनिन",
        "https://example.org/रूस",
        "चित्र.jpg",
        "१९१७",
        "230",
        "क",
        "ि",
        "्",
        "ं",
        "\u200b",
        "\U0001f600",
    ),
)
WORDS = sorted(word for word, count in frequencies().nepali.items() if count >= 30)
LINTERS = {
    "canonical": Linter(Discovery(fixed=Settings(profile="canonical")), promoting=True, strict_internal=True),
    "unsafe": Linter(Discovery(fixed=Settings(unsafe_fixes=True)), strict_internal=True),
    "default": Linter(Discovery(fixed=Settings()), strict_internal=True),
}


def mended(data: bytes, name: str) -> None:
    """Every promise for one document."""
    for linter in LINTERS.values():
        source = Source.from_bytes(data, name)
        result = linter.mend(source)
        if source.invalid:
            assert result.error is not None
            continue
        assert result.error is None, result.error
        outcome = result.outcome
        assert outcome is not None
        assert outcome.status == "stable"
        again = linter.mend(outcome.after).outcome
        assert again is not None
        assert again.edits == ()
        ledger = list(entries(outcome, version="0", rules="0"))
        if ledger:
            assert replay(ledger, data) == outcome.after.raw
            assert undo(ledger, outcome.after.raw) == data


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(WORDS)), max_size=40),
    st.sampled_from(("a.txt", "a.wiki", "a.md", "a.html")),
)
def test_any_mixture_of_pieces(pieces: list[str], name: str) -> None:
    mended("".join(pieces).encode(), name)


@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    mended(data, "a.txt")


def test_long_mixtures() -> None:
    chance = random.Random(7)
    for number in range(40):
        pieces = chance.choices(PIECES, k=150) + chance.choices(WORDS, k=150)
        chance.shuffle(pieces)
        glue = chance.choice(("", " ", " "))
        mended(glue.join(pieces).encode(), ("a.txt", "a.wiki", "a.md", "a.html")[number % 4])


def test_a_fix_left_out_once_is_not_made_the_next_time() -> None:
    mended("\ufeffthumb|right|“\n ".encode(), "a.md")
