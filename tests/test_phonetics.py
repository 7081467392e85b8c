"""Phonetic keys: what they make one, what they keep apart, and how a difference is explained."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.errors import RulebookError
from nepalint.knowledge.phonetics import PhoneticRule, phonetic_rules, read_phonetic_rules
from nepalint.language import phonetics
from nepalint.language.phonetics import explain, key

LETTERS = "अआइईउऊएओऑकगङचजञटडणतदनपबभमयरलवशषसहािीुूेोॉ्ंँ़\u0958\u095b\u095c\u0931\u200c\u200d"


@pytest.mark.parametrize(
    ("found", "canonical", "names"),
    [
        ("उल्यानोव", "उल्यानोभ", ("v-bh",)),
        ("अक्टोवर", "अक्टोबर", ("v-b",)),
        ("कम्युनिष्ट", "कम्युनिस्ट", ("sh-s",)),
        ("पुश्किन", "पुस्किन", ("sh-s",)),
        ("रूस", "रुस", ("length",)),
        ("व्लादिमीर", "भ्लादिमिर", ("v-bh", "length")),
        ("ऑक्सफर्ड", "अक्सफोर्ड", ("o-sign",)),
        ("लंदन", "लन्दन", ("nasal",)),
        ("लंडन", "लन्डन", ("nasal",)),
        ("काठमाडौँ", "काठमाडौं", ("nasal",)),
        ("पेञ्जा", "पेन्जा", ("nasal",)),
        ("लण्डन", "लन्डन", ("retroflex-nasal",)),
        ("बेइजिंग", "बेइजिङ", ("ng",)),
        ("वासिंगटन", "वासिङ्टन", ("ng",)),
        ("ज़ार", "जार", ("nukta",)),
        ("\u095bार", "जार", ("nukta",)),
        ("अलेक्\u200cसान्दर", "अलेक्सान्दर", ("joiner",)),
        ("गर्\u200dयो", "गर्यो", ("joiner",)),
        ("सिंविर्स्क", "सिम्बिर्स्क", ("v-b", "nasal")),
        ("बोलशेविक", "बोल्सेभिक", ("v-bh", "sh-s", "halant")),
        ("लेन्\u095bा", "लेंजा", ("nukta", "nasal")),
        ("बोल्गा", "भोल्गा", ("v-bh", "v-b")),
        ("लेनिन", "लेनिन", ()),
    ],
)
def test_a_difference_is_explained(found: str, canonical: str, names: tuple[str, ...]) -> None:
    assert key(found) == key(canonical)
    assert explain(found, canonical) == names
    assert explain(canonical, found) == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("हात", "हाट"),
        ("दल", "डल"),
        ("तर", "टर"),
        ("लेनिन", "लेना"),
        ("रुसी", "रोशी"),
        ("नेभा", "लेना"),
        ("ओल्गा", "भोल्गा"),
        ("पत्र", "पत्रिका"),
        ("मारिया", "समारा"),
        ("इलिच", "इल्यिच"),
    ],
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)
    assert explain(one, other) is None


def test_the_key_is_made_of_the_correspondences_in_order() -> None:
    for word in ("ऑक्सफोर्ड", "अलेक्ज्याण्डर", "\u095cाङ्\u200cग्बी", "सिंविर्स्क", "शूर्पणखा"):
        assert key(word) == phonetics._fold(word, phonetic_rules())


@given(st.text(alphabet=LETTERS, max_size=12))
def test_a_key_is_its_own_key(word: str) -> None:
    assert key(key(word)) == key(word)


@given(st.text(alphabet=LETTERS, max_size=8), st.text(alphabet=LETTERS, max_size=8))
def test_only_equal_keys_are_explained(one: str, other: str) -> None:
    names = explain(one, other)
    assert (names is None) == (key(one) != key(other))
    assert (names == ()) == (one == other)


@given(st.text(max_size=20))
def test_any_text_has_a_key(text: str) -> None:
    assert isinstance(key(text), str)


def test_text_that_is_not_devanagari_is_its_own_key() -> None:
    assert key("Lenin 1917 🙂") == "Lenin 1917 🙂"


def test_memo_is_bounded() -> None:
    assert key.cache_info().maxsize is not None
    assert explain.cache_info().maxsize is not None


def test_icu_is_imported_with_the_first_key_only() -> None:
    code = (
        "import sys, nepalint.language.phonetics as p; assert 'icu' not in sys.modules; p.key('क'); "
        "assert 'icu' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_correspondence_has_a_reason() -> None:
    rules = phonetic_rules()
    assert [rule.name for rule in rules][:3] == ["joiner", "nukta", "v-bh"]
    assert all(len(rule.why) > 40 for rule in rules)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("क > ख ;\n", 1, "before the first correspondence"),
        ("# == one ==\n# why\nक > ख ;\n# == one ==\n# why\nग > घ ;\n", 4, "there twice"),
        ("# == One ==\n# why\nक > ख ;\n", 1, "is not a name"),
        ("# == one ==\nक > ख ;\n", 1, "reason are missing"),
        ("# == one ==\n# why\n", 1, "rules or reason are missing"),
        ("# == one ==\n# why\n[:L:] > ख ;\n", 3, "nothing but letters"),
        ("# == one ==\n# why\n\\p{L} > ख ;\n", 3, "nothing but letters"),
        ("# == one ==\n# why\n::NFD;\n", 3, "nothing but letters"),
    ],
)
def test_a_broken_file_is_refused(text: str, line: int, message: str) -> None:
    with pytest.raises(RulebookError, match=message) as caught:
        read_phonetic_rules(text)
    assert caught.value.line == line


def test_rules_that_icu_cannot_read_are_refused() -> None:
    broken = PhoneticRule("broken", "क > > ;\n", "why", 7)
    with pytest.raises(RulebookError, match="ICU cannot read") as caught:
        phonetics._transliterator((broken,))
    assert caught.value.line == 7
