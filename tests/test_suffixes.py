"""Cutting suffixes: the hand-made gold, the traps, and the rule file."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.errors import RulebookError
from nepalint.knowledge.suffixes import Trust, read_suffixes, suffix_table
from nepalint.language.suffixes import Cut, chains, cut, standard_form

GOLD = Path(__file__).parent / "gold" / "suffixes.tsv"
TABLE = suffix_table()


def parts(word: str) -> str:
    return "+".join((cut(word).stem, *cut(word).suffixes))


FLOOR = 0.98
LEAST = {"tuned": 400, "unseen": 800, "fresh": 300}
"""Rows that each part of the gold has at least."""


def gold() -> dict[str, dict[str, str]]:
    """The words of each part, with their stem and suffixes joined by +."""
    rows = [line.split("\t") for line in GOLD.read_text("utf-8").rstrip("\n").split("\n") if not line.startswith("#")]
    assert rows.pop(0) == ["word", "stem", "suffixes", "part"]
    assert len({row[0] for row in rows}) == len(rows)
    found: dict[str, dict[str, str]] = {part: {} for part in LEAST}
    for word, stem, suffixes, part in rows:
        found[part][word] = "+".join([stem, *filter(None, suffixes.split("+"))])
    return found


@pytest.mark.parametrize("part", LEAST)
def test_gold(part: str) -> None:
    wanted = gold()[part]
    assert len(wanted) >= LEAST[part]
    assert all(word == joined.replace("+", "") for word, joined in wanted.items())
    misses = [f"{joined} (cut as {parts(word)})" for word, joined in wanted.items() if parts(word) != joined]
    share = 1 - len(misses) / len(wanted)
    print(
        f"{part}: {len(wanted) - len(misses)} of {len(wanted)} words cut like the gold ({share:.4f})",
        *misses,
        sep="\n  ",
    )
    assert share >= FLOOR, "\n".join(misses)


TRAPS = """
अमेरिका तालिका अहिले एमाले शर्मा अर्को जम्मा ढोका सम्म प्रावदा क्रैको लेना कोशिका पुस्तिका झापा बाटो आमा मामा
भूमिका पहिले अगाडि यसरी कामै घरै सानै तीनै पुरानै उमा रमा रेणुका सुष्मा कोस्टारिका शिवाजी सम्प्रति पक्कै
खिड्की बोको काँटा थाले फैलाई निकाले रोकी गरेको नबोलेको भएका मैले मेरो हाम्रा पहिलेपहिले चकचकी जनता देवता एउटा
मल्लिका भलाई पसले
"""
"""Words that end like a suffix."""


@pytest.mark.parametrize("word", TRAPS.split())
def test_words_that_end_like_a_suffix_stay_whole(word: str) -> None:
    assert cut(word) == Cut(word)


@pytest.mark.parametrize(
    "joined",
    [
        "उन+को",
        "नेपाल+को",
        "सबै+भन्दा",
        "उनी+हरू+कै",
        "गाउँ+हरु+मा",
        "मजदुर+हरु+सँग",
        "उल्यानोभ+को",
        "अमेरिका+मा",
        "शर्मा+ले",
        "एमाले+को",
        "पाण्डे+को",
        "गोन्चारोभ+हरू+विरुद्ध+को",
        "कसै+लाई",
        "म+लाई+भन्दा",
        "जस+मा",
        "हामी+ले",
        "गरेको+मा",
        "भएका+ले",
        "गर्न+लाई",
        "गर्दै+मा",
        "गर्ना+ले",
        "घर+हरू+भित्र+बाट",
        "नेपाल+का+हरू",
        "मेरा+लागि",
        "दुई+जना+ले",
        "सबै+जना",
        "काख+मा",
        "आमै+ले",
        "मेलो+मा",
        "भाले+को",
        "रेणुका+ले",
        "नगमा+को",
        "खोला+पारि+को",
        "इकाइ+का",
    ],
)
def test_suffixes_are_cut_one_by_one(joined: str) -> None:
    assert parts(joined.replace("+", "")) == joined


def test_participles_are_whole_but_take_suffixes() -> None:
    assert parts("गरेको") == "गरेको"
    assert parts("गरेकोमा") == "गरेको+मा"
    assert parts("भइसकेकाहरूले") == "भइसकेका+हरू+ले"


def test_words_of_hindi_are_not_taken_for_stem_and_suffix() -> None:
    assert parts("पहले") == "पहले"
    assert parts("झटका") == "झटका"


@pytest.mark.parametrize("suffix", TABLE.suffixes, ids=lambda suffix: suffix.form)
def test_example_of_the_rule_file_is_cut(suffix: object) -> None:
    entry = next(entry for entry in TABLE.suffixes if entry is suffix)
    forms = {other.form for other in TABLE.suffixes if other.example == entry.example}
    assert forms & set(cut(entry.example).suffixes), parts(entry.example)


def test_whole_words_stay_whole_and_are_there_for_a_reason() -> None:
    forms = tuple(suffix.form for suffix in TABLE.suffixes)
    for word in TABLE.whole | set(TABLE.endings):
        assert cut(word) == Cut(word)
        assert word.endswith(forms), f"{word} ends in no suffix, so it need not be listed"


def test_standard_form() -> None:
    assert standard_form("हरु") == "हरू"
    assert standard_form("संग") == "सँग"
    assert standard_form("को") == "को"
    assert standard_form("घर") == "घर"
    assert standard_form("") == ""


@given(st.text(alphabet="कमलरसहतनपदको ा ि ी ु ू े ै ो ं ँ ् \u200c\u200dabc🙂\udc80".replace(" ", ""), max_size=80))
def test_parts_join_to_the_word(word: str) -> None:
    found = cut(word)
    assert found.stem + found.suffix == word
    assert found.stem or not word


@given(st.sampled_from(sorted(TABLE.suffixes, key=lambda suffix: suffix.form)), st.sampled_from(TABLE.suffixes))
def test_stacking_follows_the_order_of_the_rule_file(inner: object, outer: object) -> None:
    first = next(entry for entry in TABLE.suffixes if entry is inner)
    second = next(entry for entry in TABLE.suffixes if entry is outer)
    found = cut(f"विद्यार्थी{first.form}{second.form}")
    kinds = [next(entry.kind for entry in TABLE.suffixes if entry.form == form) for form in found.suffixes]
    for before, after in pairwise(kinds):
        assert before in TABLE.order[after], found


def test_chains_hold_every_way_and_the_cut_among_them() -> None:
    assert [(stem, [suffix.form for suffix in suffixes]) for stem, suffixes in chains("रेणुकाले")] == [
        ("रेणुकाले", []),
        ("रेणुका", ["ले"]),
        ("रेणु", ["का", "ले"]),
    ]
    for joined in gold()["unseen"].values():
        word = joined.replace("+", "")
        found = ["+".join((stem, *(suffix.form for suffix in suffixes))) for stem, suffixes in chains(word)]
        assert parts(word) in found
        assert all(way.replace("+", "") == word for way in found)


def test_memos_are_bounded() -> None:
    assert cut.cache_info().maxsize is not None
    assert chains.cache_info().maxsize is not None


ENTRY = (
    '[order]\ncase = ["stem"]\n[slots]\n"मा" = "loc"\n'
    '[[suffix]]\nforms = ["मा"]\nclass = "case"\ntrust = "short"\nexample = "घरमा"\n'
)
LISTS = "[stems]\nwords = []\n[whole]\nwords = []\nendings = []\n"


def test_a_small_file_loads() -> None:
    table = read_suffixes(ENTRY + LISTS)
    assert [suffix.form for suffix in table.suffixes] == ["मा"]
    assert table.suffixes[0].trust is Trust.SHORT
    assert table.suffixes[0].standard is None
    assert table.suffixes[0].slot == "loc"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('class = "case"', 'class = "cases"', "has no place in"),
        ('trust = "short"', 'trust = "some"', "trust must be one of"),
        ('trust = "short"', 'trust = "short"\nunknown_after = { x = 2 }', "unknown_after may hold"),
        ('trust = "short"', 'trust = "short"\nunknown_after = { a = 1 }', "2 aksharas or more"),
        ('trust = "short"', 'trust = "short"\nstandart = "मा"', "unknown key 'standart'"),
        ('trust = "short"', 'trust = "short"\nstandard = "माँ"', "is no suffix with a slot"),
        ('example = "घरमा"', 'example = "घरको"', "the example does not end in it"),
        ('forms = ["मा"]', 'forms = ["मा", "मा"]', "there twice"),
        ('forms = ["मा"]', 'forms = ["मा", "न\u093cा"]', "not NFC"),
        ('case = ["stem"]', 'case = ["stems"]', "which is no class"),
        ("endings = []\n", "", "'endings' is missing"),
        ('"मा" = "loc"', '"मा" = "loc"\n"माँ" = "loc"', "names -माँ, which is no suffix"),
        ('"मा" = "loc"', "", "'मा' is missing"),
        ("[order]", "[order", "not valid TOML"),
    ],
)
def test_a_broken_file_is_refused(old: str, new: str, message: str) -> None:
    text = ENTRY + LISTS
    assert old in text
    with pytest.raises(RulebookError, match=message) as caught:
        read_suffixes(text.replace(old, new))
    assert caught.value.path == "rules/suffixes.toml"
