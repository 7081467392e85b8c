"""Words whose signs are out of order or too many, mended by the counts."""

import pytest

from nepalint.knowledge.frequencies import frequencies
from nepalint.language.misplaced_signs import mended
from nepalint.text.syllables import is_well_formed


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        *(("पि्रय", "प्रिय"), ("थुपि्रएको", "थुप्रिएको"), ("फेबु्रअरी", "फेब्रुअरी"), ("परविार", "परिवार"), ("वषर्ीय", "वर्षीय")),
        *(("स्िथति", "स्थिति"), ("हँुदै", "हुँदै"), ("आ्फनो", "आफ्नो"), ("हर्ेदा", "हेर्दा"), ("राजनीितक", "राजनीतिक")),
    ],
)
def test_order_is_mended(wrong: str, right: str) -> None:
    meant = mended(wrong)
    assert meant is not None
    assert (meant.form, meant.reordered) == (right, True)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("भएकोे", "भएको"), ("अध्यक्ष्ँ", "अध्यक्ष"), ("व्यापा्र", "व्यापार"), ("बुझ्ेर", "बुझेर"), ("हुादै", "हुँदै"), ("चैाथो", "चौथो")],
)
def test_a_sign_too_many_is_told_from_order(wrong: str, right: str) -> None:
    meant = mended(wrong)
    assert meant is not None
    assert (meant.form, meant.reordered) == (right, False)


@pytest.mark.parametrize("word", ["दे्दछ", "झ्ँिङटी", "नेपाल", "हा्", "चुनँैती", ""])
def test_what_the_counts_do_not_decide_stays(word: str) -> None:
    assert mended(word) is None


def test_what_comes_out_is_a_well_formed_word() -> None:
    ill = [word for word in frequencies().nepali if not is_well_formed(word)]
    forms = {meant.form for word in ill if (meant := mended(word))}
    assert len(forms) > 30
    assert all(map(is_well_formed, forms))
