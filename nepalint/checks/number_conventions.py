"""TYP: conventions of numbers and dates. What may be chosen for each is in `nepalint/rulebook/conventions.py`."""

from collections.abc import Iterator
from functools import cache

import regex

from nepalint.checks.conventions import CASE_SUFFIXES, MESSAGE, MESSAGE_EN, PUNCTUATION, WORD_END
from nepalint.diagnostic import Certainty, Diagnostic, Severity
from nepalint.document import Document
from nepalint.knowledge.dates import date_words
from nepalint.rulebook import CONVENTIONS, Bad, ConventionRule, RuleMeta, TextRule, Use
from nepalint.text.patterns import Deferred
from nepalint.text.script import DEVANAGARI_DIGITS, fold_digits
from nepalint.text.spans import Edit

_D = "[0-9०-९]"
_SP = "[\u200c\u200d]?[ \u00a0]"
_BY_LAKH = regex.compile(r"\d{1,2}(?:,\d\d)*,\d{3}")
_BY_THOUSAND = regex.compile(r"\d{1,3}(?:,\d{3})+")
_TO_DEVANAGARI = str.maketrans("0123456789", DEVANAGARI_DIGITS)


@cache
def _months() -> str:
    """The names of the months as alternatives of a pattern, the longer first."""
    names = {name for month in date_words().months for name in (*month.spellings, *month.beside_number)}
    return "|".join(sorted(map(regex.escape, names), key=len, reverse=True))


class Digits(ConventionRule):
    """The digits of numbers in prose: Devanagari or ASCII.

    What it does: holds the document to ०–९ or to 0–9.
    Why: one system makes numbers findable and comparable; both are in wide use.
    Example: where digits are Devanagari, `22 जना` is mended to `२२ जना`.
    Fix safety: the value stays the same. Numbers beside Latin letters or words (COVID-19, 10 GB, Windows 10) and those
    that mix both systems are left alone. Unsafe because the choice is the writer's.
    References: Nepal Academy, वर्णविन्यास 5; Unicode CLDR, locale ne.
    """

    convention = CONVENTIONS["digits"]
    meta = RuleMeta(
        code="TYP032",
        name="digits",
        profiles=convention.profiles,
        reports_protected=True,
        nepali_only=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        why="देवनागरी र अन्तर्राष्ट्रिय दुवै अङ्क चल्छन्; एउटा प्रलेखमा एउटै भए सङ्ख्या खोज्न सजिलो हुन्छ।",
        why_en="Both systems of digits are in use; numbers are easier to find where a document keeps to one.",
        references=(PUNCTUATION, "Unicode CLDR, locale ne: default numbering system deva"),
        since="0.1",
        bad=(Bad("त्यहाँ 22 जना थिए।", "त्यहाँ २२ जना थिए।"), Bad("जम्मा 1,250.5 किलो", "जम्मा १,२५०.५ किलो")),
        good=("त्यहाँ २२ जना थिए।", "COVID-19 को महामारी", "10 GB को ठाउँ", "Windows 10 मा", "230px"),
    )
    _number = Deferred(rf"{_D}+(?:[.,]{_D}+)*+")
    _latin_before = Deferred(r"(?r)[A-Za-z_@#\\$=&/][-–.: \u00A0]?")
    _latin_after = Deferred(r"[-–.: \u00A0]?[A-Za-z_@\\=&/]")

    def uses(self, document: Document) -> Iterator[Use]:
        text = document.text
        for match in self._number.finditer(text):
            start, end = match.span()
            ascii_only = match[0].isascii()
            if not ascii_only and any(digit in match[0] for digit in "0123456789"):
                continue
            if self._latin_before.match(text, 0, start) or self._latin_after.match(text, end):
                continue
            yield Use("ascii" if ascii_only else "devanagari", start, end)

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        number = text[use.start : use.end]
        other = number.translate(_TO_DEVANAGARI) if style == "devanagari" else fold_digits(number)
        return (Edit(use.start, use.end, other),)


class NumberGrouping(ConventionRule):
    """The commas of large numbers: by lakh and crore, or by thousands.

    What it does: holds the document to 12,34,567 or to 1,234,567.
    Why: Nepali counts in lakh and crore, and the commas show them; translated texts keep those of thousands.
    Example: where grouping is by lakh, `1,234,567` is mended to `12,34,567`.
    Fix safety: the digits stay the same; numbers below a lakh look alike in both. Unsafe because the choice is the
    writer's.
    References: Unicode CLDR, locale ne: #,##,##0.
    """

    convention = CONVENTIONS["number-grouping"]
    meta = RuleMeta(
        code="TYP033",
        name="number-grouping",
        profiles=convention.profiles,
        reports_protected=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        why="नेपालीमा लाख र करोडले गन्ने चलन छ; अल्पविराम पनि त्यसैअनुसार राखिन्छ।",
        why_en="Nepali counts in lakh and crore, and the commas of numbers show them.",
        references=("Unicode CLDR, locale ne: #,##,##0.###",),
        since="0.1",
        bad=(Bad("जम्मा 1,234,567 जना", "जम्मा 12,34,567 जना"), Bad("१००,००० रुपैयाँ", "१,००,००० रुपैयाँ")),
        good=("जम्मा 12,34,567 जना", "९९,९९९ रुपैयाँ", "1,2,3", "10,20,30"),
    )
    _grouped = Deferred(rf"(?<![\p{{Nd}},.])({_D}{{1,3}})((?:,{_D}{{2,3}})*,{_D}{{3}})(?![\p{{Nd}},])")

    def uses(self, document: Document) -> Iterator[Use]:
        for match in self._grouped.finditer(document.text):
            number = fold_digits(match[0])
            by_lakh = _BY_LAKH.fullmatch(number) is not None
            if by_lakh != (_BY_THOUSAND.fullmatch(number) is not None):
                yield Use("lakh" if by_lakh else "thousand", *match.span())

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        digits = text[use.start : use.end].replace(",", "")
        head, tail = digits[:-3], digits[-3:]
        size = 2 if style == "lakh" else 3
        groups = [head[max(0, end - size) : end] for end in range(len(head), 0, -size)]
        return (Edit(use.start, use.end, ",".join([*reversed(groups), tail])),)


class MalformedGrouping(TextRule):
    """Commas in a number that follow neither lakh and crore nor thousands.

    What it does: reports the number.
    Why: a digit is lost or one too many, and a reader cannot tell how much is meant.
    Example: `१,२३,४५६,७८९`
    Fix safety: no fix; only the writer knows the number.
    References: Unicode CLDR, locale ne: #,##,##0.
    """

    meta = RuleMeta(
        code="TYP025",
        name="malformed-grouping",
        severity=Severity.INFO,
        certainty=Certainty.LIKELY,
        message="‘{found}’ का अल्पविराम न लाखको न हजारको क्रममा छन्।",
        message_en="The commas of {found} follow neither lakh and crore nor thousands.",
        why="लाख र करोडले गन्दा ‘१२,३४,५६७’ र हजारले गन्दा ‘१,२३४,५६७’ लेखिन्छ; अर्को क्रममा अङ्क छुटेको वा बढेको हुन सक्छ।",
        why_en="Counting by lakh gives 12,34,567 and by thousands 1,234,567; "
        "any other order shows a digit lost or one too many.",
        references=("Unicode CLDR, locale ne: #,##,##0.###",),
        since="0.1",
        bad=(Bad("जम्मा १,२३,४५६,७८९ रुपैयाँ", None),),
        good=("जम्मा १२,३४,५६७ रुपैयाँ", "जम्मा 1,234,567", "10,20,30", "१,५००", "१००,२००,३००"),
    )
    _grouped = Deferred(rf"(?<![\p{{Nd}},.]){_D}{{1,3}}(?:,{_D}{{2,4}}){{2,}}(?![\p{{Nd}},])")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if "," not in text:
            return
        for match in self._grouped.finditer(text):
            number = fold_digits(match[0])
            last = number.rpartition(",")[2]
            if len(last) == 3 and not _BY_LAKH.fullmatch(number) and not _BY_THOUSAND.fullmatch(number):
                yield self.meta.diagnose(*match.span(), found=match[0])


class RangeDash(ConventionRule):
    """The mark of a range, between two numbers or two months.

    What it does: holds the document to an en dash or a hyphen there.
    Why: an en dash reads as “to”, a hyphen joins; many keyboards have only the hyphen.
    Example: where it is an en dash, `सन् 1913-14 मा` is mended to `सन् 1913–14 मा`.
    Fix safety: only where the second number is greater or shortened, so neither dates, telephone numbers nor most
    scores. Unsafe because the choice is the writer's.
    References: Nepal Academy, वर्णविन्यास 5.
    """

    convention = CONVENTIONS["range-dash"]
    meta = RuleMeta(
        code="TYP034",
        name="range-dash",
        profiles=convention.profiles,
        reports_protected=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        why="‘–’ ले ‘देखि … सम्म’ जनाउँछ, ‘-’ ले पद जोड्छ; एउटा प्रलेखमा एउटै चिह्न राम्रो।",
        why_en="An en dash reads as “to”, a hyphen joins; a document keeps to one mark for ranges.",
        references=(PUNCTUATION,),
        since="0.1",
        bad=(
            Bad("सन् 1913-14 मा लेखियो।", "सन् 1913–14 मा लेखियो।"),
            Bad("फेब्रुअरी-मार्च 1917", "फेब्रुअरी–मार्च 1917"),
        ),
        good=("सन् 1913–14 मा लेखियो।", "2020-05-12", "01-4412345", "३-१ ले जित्यो", "COVID-19"),
    )
    _numbers = Deferred(
        rf"(?<![\p{{L}}\p{{Nd}}.,:/\-–—])(?P<from>{_D}{{1,4}})(?P<dash>[-–—])(?P<to>{_D}{{1,4}})(?![\p{{Nd}}/\-–—]|[.,:]\p{{Nd}})"
    )

    @staticmethod
    @cache
    def _of_months() -> regex.Pattern[str]:
        months = _months()
        return regex.compile(rf"(?<![\u0900-\u0963\u0971-\u097F])(?:{months})(?P<dash>[-–—])(?:{months}){WORD_END}")

    def uses(self, document: Document) -> Iterator[Use]:
        found = [match for match in self._numbers.finditer(document.text) if self._rises(match["from"], match["to"])]
        found += self._of_months().finditer(document.text)
        for match in sorted(found, key=lambda match: match.start()):
            yield Use("hyphen" if match["dash"] == "-" else "en-dash", *match.span("dash"))

    @staticmethod
    def _rises(first: str, last: str) -> bool:
        if fold_digits(first).startswith("0"):
            return False
        return len(last) < len(first) != 2 or (len(first) <= len(last) and int(last) > int(first))

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        return (Edit(use.start, use.end, "–" if style == "en-dash" else "-"),)


class YearWord(ConventionRule):
    """The word सन् before a year of the common era.

    What it does: holds the document to years with सन् before them, or without.
    Why: beside Bikram Sambat a bare year is ambiguous.
    Example: where it is written, `1887मा पुगे` is mended to `सन् 1887मा पुगे`.
    Fix safety: unsafe: a bare year may be of Bikram Sambat. Only years from 1000 to 1999 with a case suffix.
    References: Nepal Academy, वर्णविन्यास 4: सन्.
    """

    convention = CONVENTIONS["year-word"]
    meta = RuleMeta(
        code="TYP035",
        name="year-word",
        profiles=convention.profiles,
        reports_protected=True,
        nepali_only=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        why="विक्रम संवत् पनि चल्ने भएकाले सन् नलेखिएको वर्ष कुन संवत्को हो भन्ने अस्पष्ट रहन्छ।",
        why_en="As Bikram Sambat is in use as well, a bare year is ambiguous.",
        references=("Nepal Academy, वर्णविन्यास 4: सन्",),
        since="0.1",
        bad=(
            Bad("उनी 1887मा कजान पुगे।", "उनी सन् 1887मा कजान पुगे।"),
            Bad("१९१७ मा क्रान्ति भयो।", "सन् १९१७ मा क्रान्ति भयो।"),
        ),
        good=("उनी सन् 1887मा कजान पुगे।", "२०४६ मा आन्दोलन भयो।", "मे 1900 मा", "वि.सं. १९९० मा", "संवत् १९९० मा"),
    )
    _year = Deferred(
        rf"(?<word>(?<![\u0900-\u097F])सन्(?:{_SP})?)?(?<![\p{{Nd}}\p{{L}}.,:/\-–])(?P<year>[1१]{_D}{{3}})"
        rf"(?:[-–]{_D}{{2,4}})?(?=(?:{_SP})?(?:{CASE_SUFFIXES}){WORD_END})"
    )

    def uses(self, document: Document) -> Iterator[Use]:
        text = document.text
        for match in self._year.finditer(text):
            if match["word"]:
                yield Use("written", match.start(), match.end("year"))
            elif not self._dated().match(text, max(0, match.start() - 40), match.start()):
                yield Use("bare", *match.span("year"))

    @staticmethod
    @cache
    def _dated() -> regex.Pattern[str]:
        """What before a year says of which era it is, or that it stands in a date: matched backwards."""
        return regex.compile(
            rf"(?r)(?:(?<![\u0900-\u0963\u0971-\u097F])(?:{_months()}|सन|संवत|संवत्|साल|इस्वी|ईस्वी|वर्ष)|स\.|सं\.|ई\.|इ\.|[\p{{Nd}}°],?)(?:{_SP})*"
        )

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        if style == "written":
            return (Edit(use.start, use.start, "सन् "),)
        return (Edit(use.start, use.start + text[use.start : use.end].index("्") + 2, ""),)


class DateOrder(ConventionRule):
    """The order of day and year around the name of a month.

    What it does: holds the document to day, month, year or to year, month, day.
    Why: both orders are read; a document keeps to one.
    Example: where the day comes first, `1917 अप्रिल 3 को राति` is mended to `3 अप्रिल 1917 को राति`.
    Fix safety: unsafe, as a word about the day may follow. Days with गते or तारिख are left alone.
    References: the canonical form, version 1, names neither order.
    """

    convention = CONVENTIONS["date-order"]
    meta = RuleMeta(
        code="TYP036",
        name="date-order",
        profiles=convention.profiles,
        reports_protected=True,
        message=MESSAGE,
        message_en=MESSAGE_EN,
        why="दिन अघि वा वर्ष अघि, दुवै क्रम बुझिन्छन्; एउटा प्रलेखमा एउटै क्रम राम्रो।",
        why_en="Both orders are understood; a document keeps to one.",
        references=("nepalint guide: conventions",),
        since="0.1",
        bad=(Bad("1917 अप्रिल 3 को राति", "3 अप्रिल 1917 को राति"),),
        good=("3 अप्रिल 1917 को राति", "२०४६ चैत २६ गते", "अप्रिल 1917 मा", "1917 अप्रिल 3-5 मा"),
    )

    @staticmethod
    @cache
    def _date() -> regex.Pattern[str]:
        months = _months()
        return regex.compile(
            rf"(?<![\p{{Nd}}.,:/\-–])(?:(?P<year>{_D}{{4}}){_SP}(?P<month>{months}){_SP}(?P<day>{_D}{{1,2}})"
            rf"|(?P<day>{_D}{{1,2}}){_SP}(?P<month>{months}),?{_SP}(?P<year>{_D}{{4}}))"
            rf"(?![\p{{Nd}}.:/\-–]|(?:{_SP})?(?:गते|तारिख))"
        )

    def uses(self, document: Document) -> Iterator[Use]:
        for match in self._date().finditer(document.text):
            yield Use("day-first" if match.start("day") < match.start("year") else "year-first", *match.span())

    def restyled(self, text: str, use: Use, style: str) -> tuple[Edit, ...]:
        first, month, last = text[use.start : use.end].split()
        return (Edit(use.start, use.end, f"{last} {month.rstrip(',')} {first}"),)


RULES = (Digits(), NumberGrouping(), MalformedGrouping(), RangeDash(), YearWord(), DateOrder())
