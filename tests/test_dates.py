"""Dates as facts, ranges that run backwards and their repair, days that do not exist."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from nepalint.checks.dates import RULES
from nepalint.diagnostic import Applicability, Diagnostic
from nepalint.document import Document
from nepalint.errors import RulebookError
from nepalint.facts.dates.calendars import is_possible
from nepalint.facts.dates.find import dates_of, find_dates
from nepalint.facts.dates.folding import FoldedText
from nepalint.facts.dates.intervals import read_range
from nepalint.facts.dates.model import Calendar, DateFact, DateType, Duration, Moment
from nepalint.facts.dates.triage import may_be_impossible, may_run_backwards
from nepalint.knowledge.dates import date_words, read_date_words
from nepalint.knowledge.resources import rules_root
from nepalint.rulebook.rule import TextRule
from nepalint.text.script import WORD
from nepalint.text.source import Source
from nepalint.text.spans import apply_edits
from nepalint.text.zones import Format

SEED = next((Path(__file__).parent.parent / "seeds").glob("*.txt"))
TO_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
EDTF = regex.compile(
    r"""(?:
      (?P<date> -?[0-9X]{4} (?:-(?:0[1-9]|1[0-2]|2[1-4]|XX) (?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?)? ~? | \.\.)
      (?:/(?&date))?
      | P (?=[0-9]) (?:[0-9]+Y)? (?:[0-9]+M)? (?:[0-9]+W)? (?:[0-9.]+D)? ~?
      | R/P1[YMWD] | R/P10Y | R/P100Y
      | (?:[0-9]{4}-[0-9]{2}-[0-9]{2})? T[0-2][0-9]:[0-5][0-9]
    )?""",
    regex.VERBOSE,
)


def document(text: str, format: Format = Format.PLAIN) -> Document:
    return Document.open(Source.from_text(text, "x.txt"), format)


def facts(text: str) -> tuple[DateFact, ...]:
    return find_dates(document(text))


def values(text: str) -> list[tuple[str, str]]:
    return [(fact.text, fact.edtf) for fact in facts(text)]


def findings(text: str, code: str, format: Format = Format.PLAIN) -> list[Diagnostic]:
    (rule,) = (rule for rule in RULES if rule.meta.code == code)
    assert isinstance(rule, TextRule)
    opened = document(text, format)
    return [one for one in rule.check(opened) if not opened.is_protected(one.start, one.end)]


def mended(text: str) -> str | None:
    """The text after the one fix of DAT001, or None where it has no fix."""
    (finding,) = findings(text, "DAT001")
    return apply_edits(text, finding.fix.edits) if finding.fix else None


@pytest.mark.parametrize(
    ("text", "found", "edtf", "type", "calendar"),
    [
        ("बाँध सन् 1987 मा बन्यो।", "सन् 1987", "1987", DateType.YEAR, Calendar.GREGORIAN),
        ("बाँध सन् १९८७मा बन्यो।", "सन् १९८७", "1987", DateType.YEAR, Calendar.GREGORIAN),
        ("बाँध 1987मा बन्यो।", "1987", "1987", DateType.YEAR, Calendar.UNKNOWN),
        ("बाँध वि.सं. २०४४ मा बन्यो।", "वि.सं. २०४४", "2044", DateType.YEAR, Calendar.BIKRAM_SAMBAT),
        ("बाँध वि. सं. २०४४ मा बन्यो।", "वि. सं. २०४४", "2044", DateType.YEAR, Calendar.BIKRAM_SAMBAT),
        ("बाँध २०४४ सालमा बन्यो।", "२०४४ साल", "2044", DateType.YEAR, Calendar.BIKRAM_SAMBAT),
        ("बाँध साल २०४४ मा बन्यो।", "साल २०४४", "2044", DateType.YEAR, Calendar.BIKRAM_SAMBAT),
        ("बाँध ०४४ सालमा बन्यो।", "०४४ साल", "2044", DateType.YEAR, Calendar.BIKRAM_SAMBAT),
        ("गुफा ई.पू. ३०० को हो।", "ई.पू. ३००", "-0299", DateType.YEAR, Calendar.GREGORIAN),
        ("गुफा ५०० ईसापूर्वको हो।", "५०० ईसापूर्व", "-0499", DateType.YEAR, Calendar.GREGORIAN),
        ("मूर्ति ने.सं. ८०० मा बन्यो।", "ने.सं. ८००", "1679/1680", DateType.YEAR, Calendar.GREGORIAN),
        ("सभा 1991 तिर भयो।", "1991", "1991~", DateType.YEAR, Calendar.UNKNOWN),
        ("सभा लगभग सन् 1991 मा भयो।", "लगभग सन् 1991", "1991~", DateType.YEAR, Calendar.GREGORIAN),
        ("सभा मार्च 2014 मा भयो।", "मार्च 2014", "2014-03", DateType.MONTH, Calendar.GREGORIAN),
        ("सभा मार्च, 2014 मा भयो।", "मार्च, 2014", "2014-03", DateType.MONTH, Calendar.GREGORIAN),
        ("सभा २०७१ चैतमा भयो।", "२०७१ चैत", "2071-12", DateType.MONTH, Calendar.BIKRAM_SAMBAT),
        ("सभा अक्टूबरमा भयो।", "अक्टूबर", "XXXX-10", DateType.MONTH, Calendar.GREGORIAN),
        ("सभा 22 अप्रिल 1971 मा भयो।", "22 अप्रिल 1971", "1971-04-22", DateType.DAY, Calendar.GREGORIAN),
        ("सभा ५ मार्च 1952 मा भयो।", "५ मार्च 1952", "1952-03-05", DateType.DAY, Calendar.GREGORIAN),
        ("सभा 1952 मार्च 5 को राति भयो।", "1952 मार्च 5", "1952-03-05", DateType.DAY, Calendar.GREGORIAN),
        ("सभा सन् 1952 को मार्च 5 मा भयो।", "सन् 1952 को मार्च 5", "1952-03-05", DateType.DAY, Calendar.GREGORIAN),
        ("सभा जुलाई १६,२०१६ मा भयो।", "जुलाई १६,२०१६", "2016-07-16", DateType.DAY, Calendar.GREGORIAN),
        ("सभा ५ मार्च सन् 1952 मा भयो।", "५ मार्च सन् 1952", "1952-03-05", DateType.DAY, Calendar.GREGORIAN),
        (
            *("सभा २०४६ साल चैत २६ गते भयो।", "२०४६ साल चैत २६ गते", "2046-12-26"),
            *(DateType.DAY, Calendar.BIKRAM_SAMBAT),
        ),
        ("सभा फागुन ७ गते भयो।", "फागुन ७ गते", "XXXX-11-07", DateType.DAY, Calendar.BIKRAM_SAMBAT),
        ("सभा ७ गते भयो।", "७ गते", "XXXX-XX-07", DateType.DAY, Calendar.UNKNOWN),
        ("सभा असार ३२ गते भयो।", "असार ३२ गते", "XXXX-03-XX", DateType.DAY, Calendar.BIKRAM_SAMBAT),
        ("सभा 2017-06-30 मा भयो।", "2017-06-30", "2017-06-30", DateType.DAY, Calendar.UNKNOWN),
        ("सभा ३०/०६/२०१७ मा भयो।", "३०/०६/२०१७", "2017-06-30", DateType.DAY, Calendar.UNKNOWN),
        ("सभा 05/06/2017 मा भयो।", "05/06/2017", "2017-XX-XX", DateType.DAY, Calendar.UNKNOWN),
        ("लडाइँ सन् 1905-07 मा भयो।", "सन् 1905-07", "1905/1907", DateType.RANGE, Calendar.GREGORIAN),
        ("लडाइँ 1895–97 मा भयो।", "1895–97", "1895/1897", DateType.RANGE, Calendar.UNKNOWN),
        ("लडाइँ सन् 1899-02 मा भयो।", "सन् 1899-02", "1899/1902", DateType.RANGE, Calendar.GREGORIAN),
        ("लडाइँ २०४६/०४७ मा भयो।", "२०४६/०४७", "2046/2047", DateType.RANGE, Calendar.UNKNOWN),
        ("बैठक 1999-05 मा होइन।", "1999-05", "1999/2005", DateType.RANGE, Calendar.UNKNOWN),
        (
            *("लडाइँ सन् 1905 देखि 1907 सम्म भयो।", "सन् 1905 देखि 1907", "1905/1907"),
            *(DateType.RANGE, Calendar.GREGORIAN),
        ),
        ("बजेट आ.व. २०७९/८० को हो।", "आ.व. २०७९/८०", "2079/2080", DateType.FISCAL_YEAR, Calendar.UNKNOWN),
        ("मेला १२-१५ मंसिर २०७२ मा हुन्छ।", "१२-१५ मंसिर २०७२", "2072-08-12/2072-08-15", DateType.RANGE, "bikram-sambat"),
        ("मेला अगस्ट १ देखि ७ सम्म हुन्छ।", "अगस्ट १ देखि ७", "XXXX-08-01/XXXX-08-07", DateType.RANGE, "gregorian"),
        ("मेला 31 जनवरी–15 मार्च 2020 मा हुन्छ।", "31 जनवरी–15 मार्च 2020", "2020-01-31/2020-03-15", "range", "gregorian"),
        ("मेला पुस–वैशाख २०७२ मा हुन्छ।", "पुस–वैशाख २०७२", "2071-09/2072-01", DateType.RANGE, Calendar.BIKRAM_SAMBAT),
        ("मेला फेब्रुअरी-मार्च, 2017 मा हुन्छ।", "फेब्रुअरी-मार्च, 2017", "2017-02/2017-03", "range", "gregorian"),
        ("सन् 1901 देखि पसल चल्यो।", "सन् 1901 देखि", "1901/..", DateType.RANGE, Calendar.GREGORIAN),
        ("7 अप्रिल 2020 सम्म पसल चल्यो।", "7 अप्रिल 2020 सम्म", "../2020-04-07", DateType.RANGE, Calendar.GREGORIAN),
        ("गीत 1990 को दशकमा चल्यो।", "1990 को दशक", "199X", DateType.DECADE, Calendar.UNKNOWN),
        ("गीत अठारौँ शताब्दीमा चल्यो।", "अठारौँ शताब्दी", "17XX", DateType.CENTURY, Calendar.UNKNOWN),
        ("गीत २१ औं शताब्दीमा चल्यो।", "२१ औं शताब्दी", "20XX", DateType.CENTURY, Calendar.UNKNOWN),
        ("सन् 2021 को ग्रीष्ममा जानेछन्।", "सन् 2021 को ग्रीष्म", "2021-22", DateType.SEASON, Calendar.GREGORIAN),
        ("उनी तीन वर्ष बसे।", "तीन वर्ष", "P3Y", DateType.DURATION, Calendar.UNKNOWN),
        ("उनी 3 वर्ष बसे।", "3 वर्ष", "P3Y", DateType.DURATION, Calendar.UNKNOWN),
        ("उनी तीन वर्षहरू बसे।", "तीन वर्षहरू", "P3Y", DateType.DURATION, Calendar.UNKNOWN),
        ("उनी करिब साढे तीन महिना बसे।", "करिब साढे तीन महिना", "P3M15D~", DateType.DURATION, Calendar.UNKNOWN),
        ("उनी डेढ वर्ष बसे।", "डेढ वर्ष", "P1Y6M", DateType.DURATION, Calendar.UNKNOWN),
        ("उनी साढे सात दिन बसे।", "साढे सात दिन", "P7.5D", DateType.DURATION, Calendar.UNKNOWN),
        ("उनी पन्ध्र हप्ता बसे।", "पन्ध्र हप्ता", "P15W", DateType.DURATION, Calendar.UNKNOWN),
        ("उनी दुई दशक बसे।", "दुई दशक", "P20Y", DateType.DURATION, Calendar.UNKNOWN),
        ("दश हजार वर्ष पुरानो।", "दश हजार वर्ष", "P10000Y", DateType.DURATION, Calendar.UNKNOWN),
        ("दशक लामो लडाइँ।", "दशक लामो", "P10Y~", DateType.DURATION, Calendar.UNKNOWN),
        ("३५ वर्षीय किसान।", "३५ वर्षीय", "P35Y", DateType.AGE, Calendar.UNKNOWN),
        ("पाँच वर्षको उमेरमा पढे।", "पाँच वर्षको उमेरमा", "P5Y", DateType.AGE, Calendar.UNKNOWN),
        ("उनी हरेक दिन हिँड्छन्।", "हरेक दिन", "R/P1D", DateType.RECURRENCE, Calendar.UNKNOWN),
        ("भोलिपल्ट पानी पर्‍यो।", "भोलिपल्ट", "P1D", DateType.RELATIVE, Calendar.UNKNOWN),
        ("रेल बेलुकी छ बजेर 50 मिनेटमा आयो।", "बेलुकी छ बजेर 50 मिनेट", "T18:50", DateType.CLOCK, Calendar.UNKNOWN),
        ("रेल राति १ बजे आयो।", "राति १ बजे", "T01:00", DateType.CLOCK, Calendar.UNKNOWN),
        ("रेल बिहान 8:05 बजे आयो।", "बिहान 8:05 बजे", "T08:05", DateType.CLOCK, Calendar.UNKNOWN),
    ],
)
def test_an_expression_is_read(text: str, found: str, edtf: str, type: str, calendar: str) -> None:
    (fact,) = facts(text)
    assert (fact.text, fact.edtf, fact.type, fact.calendar) == (found, edtf, type, calendar)
    assert text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize(
    "text",
    [
        "उनका ६ सन्तान छन् र 18 वटा रुख छन्।",
        "मूल्य रु. 1990 मा झर्‍यो, रू १९९५ मा किने।",
        "पृष्ठ १९९० मा र पृ. 231-38 मा हेर्नुहोस्।",
        "दफा 1987 को व्यवस्था, धारा १८५० मा।",
        "फोन नं. 9812-201920, कोड 1987-85 मा।",
        "ISO-8859-10 र ISO 1987-85 को मापदण्ड।",
        "COVID-19 को खोप, mRNA-1987 को नमुना।",
        "टोलीले २-१ ले जित्यो।",
        "2000 जना, 1990 मिटर, १९९० प्रतिशत, 1990-95 मिटर।",
        "1900 देखि 2050 जना आए।",
        "२००० को नोट र १५०० मा किनेको बाख्रा।",
        "12,345 र 3.1990 को मान।",
        "जुन मानिस आयो, जुन 3 जना भागे।",
        "यो कुरा हो, जुन 2018 जना जान्दछन्।",
        "मार्च पास गरे, मार्ग निर्देशन दिए, ज्येष्ठ नागरिक आए।",
        "अक्टोबर क्रान्तिको नाम।",
        "सहयोग दिन सकिएन; दुई तीन वर्ष, 3-4 वर्ष, दुईदेखि चार दिन।",
        "वर्षा भयो, महिनावारी, दिनहुँ, सालिक, मेरो मेच।",
        "नयाँ वर्षको शुभकामना, पहिलो वर्ष पढ्छ।",
        "IP 10.1.2.2020 र 192.168.10.2020 हुन्।",
        "संस्करण 2021-11-310 र 99/99/2020।",
        "अङ्क: 1999-05, 2019-12",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert values(text) == []


def test_years_in_a_list_share_what_follows() -> None:
    assert values("1914, 1918 र 1939 मा लडाइँ भयो।") == [("1914", "1914"), ("1918", "1918"), ("1939", "1939")]
    assert values("1914, 1918 र 1939 वटा गोली।") == []


def test_a_year_of_birth_or_in_parentheses_needs_no_ending() -> None:
    assert values("जन्म: १९०९, मृत्यु: १९५९") == [("१९०९", "1909"), ("१९५९", "1959")]
    assert values("सुगौली सन्धि (१८१६) पछि") == [("१८१६", "1816")]
    assert values("तालिका (1816, 12)") == []


def test_two_calendars_beside_each_other_are_two_dates() -> None:
    assert values("वि.सं. २०४७ माघ ५ (सन् १९९१ जनवरी १९)") == [
        ("वि.सं. २०४७ माघ ५", "2047-10-05"),
        ("सन् १९९१ जनवरी १९", "1991-01-19"),
    ]
    assert values("सन् १९९० देखि वि.सं. २०५० सम्म")[0] == ("सन् १९९० देखि", "1990/..")


def test_a_month_inherits_the_year_of_the_date_before() -> None:
    text = "सन् 1917 मा सभा भयो।\nजुलाईमा र 24 अक्टोबरमा फेरि। सोही वर्ष नोभेम्बरमा सकियो।\n\n\nअगस्टमा अर्कै।"
    assert [fact.edtf for fact in facts(text)] == ["1917", "1917-07", "1917-10-24", "1917-11", "XXXX-08"]
    assert [fact.inherited for fact in facts(text)] == [False, True, True, True, False]
    assert [fact.edtf for fact in facts("वि.सं. २०४६ मा। जुलाईमा।")] == ["2046", "XXXX-07"]
    assert [fact.edtf for fact in facts("सन् 1905-07 मा। नोभेम्बरमा।")] == ["1905/1907", "XXXX-11"]


def test_a_clock_time_is_told_of_the_day_before_it() -> None:
    assert values("सन् 1951 जनवरी 21 मा बेलुकी छ बजेर 5 मिनेटमा")[1] == ("बेलुकी छ बजेर 5 मिनेट", "1951-01-21T18:05")


def test_ages_are_dated_from_the_birth_of_the_person_described() -> None:
    text = "चित्रकार फूलमतीको जन्म 22 अप्रिल 1871 मा भएको थियो।\nफूलमती पाँच वर्षको उमेरमा रङ खेलाउँथिन्।"
    assert values(text)[1] == ("पाँच वर्षको उमेरमा", "1876-04-22/1877-04-21")
    kin = text + "\nफूलमतीका दाजु नौ वर्षको उमेरमा हराए।"
    assert values(kin)[2][1] == "P9Y"


def test_what_is_read_is_typed() -> None:
    (fact,) = facts("सन् 1905-07 मा")
    assert (fact.first, fact.last) == (Moment(1905), Moment(1907))
    assert [digits.text for digits in fact.years] == ["1905", "07"]
    (open_end,) = facts("सन् 1901 देखि")
    assert (open_end.first, open_end.last, open_end.year) == (Moment(1901), None, None)
    (length,) = facts("साढे तीन महिना")
    assert length.duration == Duration(months=3, days=15)


def test_quoted_dates_are_facts_and_dates_in_code_are_not() -> None:
    assert values("उनले “सन् 1951 मा आएँ” भने।") == [("सन् 1951", "1951")]
    assert values("हेर https://example.org/1951-04-05 मा।") == []
    markdown = document("पाठ `सन् 1951 मा` सन् 1952 मा।", Format.MARKDOWN)
    assert [fact.text for fact in find_dates(markdown)] == ["सन् 1952"]


DATED = "जन्म {} अप्रिल {} मा, {}-{} मा, {} वर्ष, आ.व. {}/{}, सन् {} जनवरी {}, {} साल।"


@given(
    st.integers(1, 30), st.integers(1700, 2080), st.integers(0, 40), st.integers(1, 28), st.integers(1, 99), st.data()
)
def test_all_kinds_of_digits_say_the_same(
    day: int, year: int, span: int, other: int, years: int, data: st.DataObject
) -> None:
    numbers = [day, year, year, year + span, years, year, f"{(year + 1) % 100:02d}", year, other, year]
    text = DATED.format(*numbers)
    mixed = "".join(
        character.translate(TO_DEVANAGARI) if character.isdigit() and data.draw(st.booleans()) else character
        for character in text
    )
    wanted = [(fact.start, fact.end, fact.edtf, fact.type) for fact in facts(text)]
    assert len(wanted) == 6
    for other_text in (text.translate(TO_DEVANAGARI), mixed):
        assert [(fact.start, fact.end, fact.edtf, fact.type) for fact in facts(other_text)] == wanted


PIECES = st.sampled_from(
    [
        *("सन् ", "वि.सं.", "ई.पू. ", "आ.व. ", "1928", "20", "०४६", "२०६५", "5", "32", "9999999", "-", "–", "/", ".", ","),
        *(" ", "\n", "\r\n", "(", ")", "।", "“", "”", "मा", "देखि ", "सम्म", "को ", "साल", " गते", "तीन ", "वर्ष", "हरू"),
        *("मार्च", "जुन ", "चैत", "कात्तिक ", "दशक", "शताब्दी", "औँ ", "बजे", "बजेर", "मिनेट", "उमेरमा", "ऋतु", "शिशिर"),
        *("साढे ", "करिब ", "तिर", "सोही ", "हरेक ", "लामो", "भोलिपल्ट", "जन्म ", "निधन ", "भयो", "भएको थियो", "उनको "),
        *("\u200d", "\u200c", "अा", "ाे", "\u00a0", "\ufeff", "\udc80", "कखग", "abc", "$", "%", "जना"),
    ]
)


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_in_order_and_says_valid_edtf(text: str) -> None:
    opened = document(text)
    last = 0
    for fact in find_dates(opened):
        assert last <= fact.start < fact.end <= len(text)
        assert fact.text == text[fact.start : fact.end] != ""
        assert EDTF.fullmatch(fact.edtf), fact
        for digits in fact.years:
            assert fact.start <= digits.start < digits.end <= fact.end
            assert int(regex.sub(r"\D", "", text[digits.start : digits.end])) == int(digits.text)
        last = fact.end
    assert dates_of(opened) is dates_of(opened)
    for code in ("DAT001", "DAT002"):
        findings(text, code)
    assert may_run_backwards(text) or not any(
        fact.type is DateType.RANGE and fact.first and fact.last and (fact.first.year or 0) > (fact.last.year or 9999)
        for fact in find_dates(opened)
        if len(fact.years) == 2 and "ई" not in fact.text
    )
    assert may_be_impossible(text) or all(
        is_possible(fact.calendar, moment)
        for fact in find_dates(opened)
        for moment in (fact.first, fact.last)
        if moment and not fact.inherited
    )


def test_a_glance_clears_only_what_has_no_fault() -> None:
    assert not may_run_backwards("सन् 1971 देखि 1973 सम्म, 1999 मा र 1998 मा, 12-10 ले जित्यो।")
    assert may_run_backwards("५ मार्च १९९० देखि ३ अप्रिल १९८९ सम्म")
    assert not may_be_impossible("३० जना आए र धेरै बेर बसेपछि घर फर्किए, अनि 12 फेब्रुअरी 2031 मा।")
    assert may_be_impossible("२०७२ अाषाढ ३३ गते")


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    facts(text)


@pytest.mark.parametrize(
    "unit",
    [
        *("1", "1 ", "1928-20 ", "मे ", "जुन 1 ", "कक ", "क", "सन् ", "वर्ष ", "तीन वर्ष 1928-20मा ", "जन्म ", "जन्म भयो "),
        *("उनको जन्म सन् 1928 मा भयो ", "सन् 1928 देखि ", "1928, ", "र 1928 ", "१२ देखि ", "चैत ", "\u200d", "अा", "( ", "-"),
        *("उनको पाँच वर्षको उमेरमा ", "ई.पू. ", "साढे ", "बजे "),
    ],
)
def test_long_lines_take_time_in_proportion(unit: str) -> None:
    text = "उनको जन्म सन् 1900 मा भयो। " + unit * (60_000 // len(unit))
    started = time.process_time()
    facts(text)
    assert time.process_time() - started < 8


@given(st.lists(st.sampled_from(["क", "अा", "ाे", "\u200d", "\u200c", " ", "र्\u200dय", "अाे"]), max_size=20).map("".join))
def test_folding_keeps_its_place(text: str) -> None:
    folded = FoldedText(text, frozenset(WORD.findall(text)))
    assert not regex.search("अा|ाे|[\u200c\u200d](?![\u0900-\u097f\u200c\u200d])", folded.text)
    places = [(folded.start(at), folded.end(at + 1)) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    for at, (start, end) in enumerate(places):
        written = text[start:end].strip("\u200c\u200d") or text[start:end]
        assert written == folded.text[at] or FoldedText(written, {written}).text == folded.text[at]


@pytest.mark.parametrize(
    ("text", "found", "edtf"),
    [
        ("सभा २०७२ अाषाढ ५ गते भयो।", "२०७२ अाषाढ ५ गते", "2072-03-05"),
        ("सभा २०७२ असाेज ५ गते भयो।", "२०७२ असाेज ५ गते", "2072-06-05"),
        ("सभा सन्\u200c 1990 मा\u200d भयो।", "सन्\u200c 1990", "1990"),
        ("सभा \u200dजुलाई\u200d 1990\u00a0मा भयो।", "जुलाई\u200d 1990", "1990-07"),
    ],
)
def test_dates_are_read_however_they_are_typed(text: str, found: str, edtf: str) -> None:
    assert values(text) == [(found, edtf)]


def test_the_seed() -> None:
    seed = Document.open(Source.from_bytes(SEED.read_bytes(), SEED.name))
    told = {fact.text: fact.edtf for fact in find_dates(seed)}
    assert told == dict(pair.split("=") for pair in regex.split(r";\s*", SEED_DATES))


SEED_DATES = """22 अप्रिल 1870=1870-04-22; पाँच वर्षको उमेरमा=1875-04-22/1876-04-21; सन् 1886=1886; 1887=1887; 1891=1891;
    नौ वर्षको उमेरमा=1879-04-22/1880-04-21; सन् 1889=1889; 1893=1893; सन् 1895=1895; 1897=1897; तीन वर्ष=P3Y;
    सन् 1900=1900; ग्रीष्म ऋतु=1900-22; 1902=1902; सन् 1903=1903; सन् 1905-07=1905/1907; नोभेम्बर, 1905=1905-11;
    जनवरी, 1912=1912-01; सन् 1913-14=1913/1914; फेब्रुअरी-मार्च, 1917=1917-02/1917-03; जुलाई, 1917=1917-07;
    अक्टूबर=1917-10; 7 नोभेम्बर, 1917=1917-11-07; तीन वर्षहरू=P3Y; 1928-20=1928/1920; 1917 अप्रिल 3=1917-04-03;
    दशक लामो=P10Y~; करिब साढे तीन महिना=P3M15D~; सन् 1917=1917; 24 अक्टोवर=1917-10-24; भोलिपल्ट=P1D;
    25 अक्टोबर=1917-10-25; मे 1900=1900-05; 16 जुलाई 1900=1900-07-16; सन् 1901 देखि=1901/..; सन् 1918=1918;
    सन् 1921 को जाडोदेखि=1921-24/..; सन् 1924=1924; हरेक दिन=R/P1D; सोही वर्ष नोभेम्बर=1924-11;
    सन् 1924 जनवरी 21=1924-01-21; बेलुकी छ बजेर 50 मिनेट=1924-01-21T18:50"""


def test_the_seed_is_repaired_by_what_it_says_itself() -> None:
    text = SEED.read_bytes().decode()
    (finding,) = findings(text, "DAT001")
    assert text[finding.start : finding.end] == "1928-20"
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.UNSAFE
    assert [(text[edit.start : edit.end], edit.replacement) for edit in finding.fix.edits] == [("1928", "1918")]
    assert [piece.text for piece in finding.evidence] == ["तीन वर्षहरू", "सन् 1924 जनवरी 21"]
    assert all(text[piece.start : piece.end] == piece.text for piece in finding.evidence)
    assert findings(apply_edits(text, finding.fix.edits), "DAT001") == []
    assert findings(text, "DAT002") == []


def test_the_repair_is_promoted_only_by_the_canonical_profile() -> None:
    (meta,) = (rule.meta for rule in RULES if rule.meta.code == "DAT001")
    assert meta.promoted == {"canonical"}
    assert meta.changes_numbers
    assert meta.applicability is Applicability.UNSAFE


DIED = "गणितज्ञ हरिप्रसादको निधन सन् {} मा भयो। "
STAY = "विदेशमा बिताएका {} {}मा हरिप्रसादले दुई किताब लेखे।"


@pytest.mark.parametrize(
    ("died", "years", "written", "right"),
    [
        ("1955", "तीन वर्ष", "1958-50", "1948-50"),
        ("१९५५", "३ वर्ष", "१९५८-५०", "१९४८-५०"),
        ("1955", "तीन वर्ष", "1958–1950", "1948–1950"),
        ("1955", "डेढ वर्ष", "1958-50", None),
        ("1952", "चार वर्ष", "1951–1948", "1948–1951"),
        ("1940", "चार वर्ष", "1982-31", "1928-31"),
        ("1958", "दुई वर्ष", "1965-57", None),
        ("1965", "तीन वर्ष", "1958-50", None),
        ("1955", "करिब सात वर्ष", "1958-50", None),
    ],
)
def test_a_single_slip_that_two_places_explain_is_mended(
    died: str, years: str, written: str, right: str | None
) -> None:
    text = DIED.format(died) + STAY.format(years, written)
    assert mended(text) == (None if right is None else DIED.format(died) + STAY.format(years, right))


def test_one_support_is_not_enough_and_the_candidates_are_shown() -> None:
    (finding,) = findings(STAY.format("तीन वर्ष", "1958-50"), "DAT001")
    assert finding.fix is None
    assert set(finding.alternatives) == {"1948-50", "1958-60"}
    assert [piece.why_en for piece in finding.evidence] == ["the length told beside the years is 3 years"]
    (finding,) = findings(DIED.format("1955") + "हरिप्रसाद 1958-50 मा विदेशमा थिए।", "DAT001")
    assert finding.fix is None
    assert "1948-50" in finding.alternatives


def test_the_birth_and_the_years_around_support_a_repair() -> None:
    birth = "सुनमायाको जन्म वि.सं. २०२१ मा भएको थियो। सुनमायाले पाँच वर्ष (२०३५-१९) गाउँमा पढाइन्।"
    assert mended(birth) == birth.replace("२०३५-१९", "२०३५-३९")
    around = "सन् 1921 मा बाटो खुल्यो। सडक बन्दाका चार वर्ष (1935-28) गाह्रा थिए। सन् 1930 मा पुल बन्यो।"
    assert mended(around) == around.replace("1935-28", "1925-28")
    (finding,) = findings(around, "DAT001")
    assert [piece.text for piece in finding.evidence] == ["चार वर्ष", "सन् 1921"]
    assert mended(around.replace("1930", "1940")) is None
    assert mended(around.replace("। सन् 1930", "।\nसन् 1930")) is None
    assert mended(around.replace("चार वर्ष ", "")) is None


@pytest.mark.parametrize(
    "told",
    [
        "हरिप्रसादका बुबाको निधन सन् 1955 मा भयो। ",
        "सन् 1955 मा पिताको मृत्यु भएपछि हरिप्रसाद घर फर्के। ",
        "हरिप्रसादको निधन सन् 1955 मा भयो। हरिप्रसादको निधन सन् 1957 मा भएको हो। ",
        "हरिप्रसादको निधनको वार्षिकी सन् 1955 मा मनाइयो। ",
        "रामबहादुरको निधन सन् 1955 मा भयो। ",
        "हरिप्रसादको जन्म सन् 1990 मा भयो। हरिप्रसादको निधन सन् 1955 मा भयो। ",
        "हरिप्रसादको निधन सन् 1955 मा भयो भने सन् 1958 मा सालिक बन्यो। ",
    ],
)
def test_another_persons_or_a_doubtful_death_supports_nothing(told: str) -> None:
    text = "हरिप्रसाद गणितज्ञ थिए।\n\nउनी पढाउँथे।\n\n" + told + STAY.format("तीन वर्ष", "1958-50")
    assert dates_of(document(text)).life.death is None
    assert mended(text) is None


@pytest.mark.parametrize(
    ("text", "birth", "death"),
    [
        ("कवि मानबहादुर (१९१०–१९६४) नेपाली लेखक थिए।", 1910, 1964),
        ("पहिलो युद्ध (१९१०–१९६४) लामो थियो।", None, None),
        ("मानबहादुर कवि थिए।\nसन् 1964 जनवरी 2 मा उनको निधन भयो।", None, 1964),
        ("मानबहादुर कवि थिए।\nमानबहादुरको आकस्मिक देहान्त सन् 1964 मा भएको थियो।", None, 1964),
        ("मानबहादुरको जन्म सन् 1910 मा र उनका भाइको सन् 1912 मा भएको थियो।", None, None),
    ],
)
def test_the_life_of_the_person_described(text: str, birth: int | None, death: int | None) -> None:
    life = dates_of(document(text)).life
    assert (life.birth and life.birth.year, life.death and life.death.year) == (birth, death)


@pytest.mark.parametrize(
    "text",
    [
        "उनी 1895-02 मा विदेशमा थिए।",
        "बजेट आ.व. २०६६/६७ को, आ.व. २०७४-७३ को होइन।",
        "पृ. 1938-31 मा छ।",
        "फोन 9812-201920 मा।",
        "कक्षा 1938-31",
        "उनले “सन् 1938-31 मा” लेखे।",
        "बुद्धको समय ई.पू. ५६३–४८३ हो, 1900–1300 ई.पू. सम्म।",
        "वि.सं. २०४६–१९९० मा संविधान बन्यो।",
        "सन् 1928-02 मा बाटो खुल्यो।",
        "बैठक 2074-05 मा बस्यो।",
        "सिन्धु सभ्यता (1900–1300) पुरानो हो।",
        "सन् १९९० देखि वि.सं. २०४६ सम्म।",
    ],
)
def test_a_range_that_only_looks_backward_is_left_alone(text: str) -> None:
    assert findings(text, "DAT001") == []


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("1905", "07", (1905, 1907)),
        ("1899", "02", (1899, 1902)),
        ("1990", "2010", (1990, 2010)),
        ("२०४६", "०४७", (2046, 2047)),
        ("1928", "20", (1928, 1920)),
        ("1928", "2", None),
        ("1928", "123", None),
        ("२०४६", "१९८९", None),
    ],
)
def test_the_short_end_of_a_range(first: str, last: str, years: tuple[int, int] | None) -> None:
    reading = read_range(first, last)
    assert (reading and (reading.first, reading.last)) == years


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("म्याद ३० फेब्रुअरी २०१० मा सकियो।", "३० फेब्रुअरी २०१०"),
        ("म्याद 31 अप्रिलमा सकियो।", "31 अप्रिल"),
        ("म्याद सेप्टेम्बर ३१, १९९९ मा सकियो।", "सेप्टेम्बर ३१, १९९९"),
        ("म्याद सन् 2019 फेब्रुअरी 29 मा सकियो।", "सन् 2019 फेब्रुअरी 29"),
        ("म्याद 2021-11-31 मा सकियो।", "2021-11-31"),
        ("म्याद सन् 2021-02-30 मा सकियो।", "सन् 2021-02-30"),
        ("म्याद २०६५ कात्तिक ३२ गते सकियो।", "२०६५ कात्तिक ३२ गते"),
        ("म्याद चैत ३२ गते सकियो।", "चैत ३२ गते"),
        ("म्याद २५-३१ अप्रिलमा सकियो।", "२५-३१ अप्रिल"),
    ],
)
def test_a_day_that_its_month_does_not_have(text: str, found: str) -> None:
    (finding,) = findings(text, "DAT002")
    assert text[finding.start : finding.end] == found
    assert finding.fix is None
    assert facts(text)[0].edtf == ""


@pytest.mark.parametrize(
    "text",
    [
        "29 फेब्रुअरी 2020 मा, 29 फेब्रुअरी 1900 मा (पुरानो पात्रो), 29 फेब्रुअरीमा।",
        "३० फेब्रुअरी १७१२ मा स्विडेनमा।",
        "असार ३२ गते, २०७२-०३-३२ मा, 2021-02-30 मा, चैत ३१ गते।",
        "सन् 2019 मा खेल भयो। 29 फेब्रुअरीमा अर्को।",
        "अप्रिल 31 जना, फेब्रुअरी 30 प्रतिशत।",
        "“३० फेब्रुअरीमा तिर्छु”",
    ],
)
def test_a_day_that_there_can_be(text: str) -> None:
    assert findings(text, "DAT002") == []


def test_messages_speak_both_languages() -> None:
    (finding,) = findings("म्याद 31 अप्रिल 2019 मा सकियो।", "DAT002")
    assert finding.message == "‘31 अप्रिल 2019’ भन्ने मिति हुँदैन: अप्रिलमा बढीमा ३० दिन हुन्छन्।"
    assert finding.message_en == "There is no date ‘31 अप्रिल 2019’: ‘अप्रिल’ has at most 30 days."
    (finding,) = findings("पुल सन् 1973-71 मा बन्यो।", "DAT001")
    assert "१९७१" in finding.message
    assert "1971 is before 1973" in finding.message_en


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"चैत"', '"फागुन"', "‘फागुन’ is both month 11"),
        ('"जनवरी"', '"ज\u0929"'.replace("\u0929", "\u0928\u093c"), "is not NFC"),
        ('calendar = "gregorian"\nnumber = 1\n', 'calendar = "gregorian"\nnumber = 13\n', "there is no month 13"),
        ('designator = "W"', 'designator = "Q"', "unknown designator"),
        ("[slots]", "[slats]", "the entry 'slots' is missing"),
        ('spellings = ["जेठ"]', "spellings = 3", "must be a list of words"),
        ("[[month]]", "[[month]", "not valid TOML"),
    ],
)
def test_a_broken_table_does_not_load(old: str, new: str, message: str) -> None:
    text = (rules_root() / "tables" / "dates.toml").read_text("utf-8")
    assert old in text
    with pytest.raises(RulebookError, match=regex.escape(message)) as raised:
        read_date_words(text.replace(old, new, 1))
    assert raised.value.path == "rules/tables/dates.toml"


def test_every_month_has_a_name_and_a_length() -> None:
    months = {(month.calendar, month.number) for month in date_words().months}
    assert months == {(calendar, number) for calendar in ("gregorian", "bikram-sambat") for number in range(1, 13)}
    assert sorted(set(date_words().numbers.cardinals.values())) == list(range(1, 100))
