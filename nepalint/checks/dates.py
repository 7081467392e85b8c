"""DAT: what a document says of time that cannot be."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from nepalint.diagnostic import Diagnostic, Evidence, Severity
from nepalint.document import Document
from nepalint.facts.dates.triage import may_be_impossible, may_run_backwards
from nepalint.rulebook import CANONICAL, Bad, Rule, RuleMeta, TextRule
from nepalint.text.script import DEVANAGARI_DIGITS

if TYPE_CHECKING:
    from nepalint.facts.dates.model import DateFact
    from nepalint.facts.dates.repair import Support

_WHY: Final = {
    "duration": (
        "वर्षहरूसँगै बताइएको अवधि {length_ne} वर्ष हो",
        "the length told beside the years is {length} years",
    ),
    "birth": ("वर्णन गरिएको व्यक्तिको जन्म {first_ne} मा भएको हो", "the person described was born in {first}"),
    "death": ("वर्णन गरिएको व्यक्तिको निधन {last_ne} मा भएको हो", "the person described died in {last}"),
    "neighbours": (
        "यसअघि {first_ne} र यसपछि {last_ne} को कुरा गरिएको छ",
        "the text before tells of {first}, the text after of {last}",
    ),
}

_TO_DEVANAGARI: Final = str.maketrans("0123456789", DEVANAGARI_DIGITS)


class RangeReversed(TextRule):
    """A range of years that runs backwards.

    What it does: reads a range such as 1918-20, १९१८–१९२० or “सन् 1918 देखि 1920 सम्म” and reports it where the second
    year lies before the first. A short end belongs to the century of the start. A range that is plausible across a
    century (1895-02 for 1895 to 1902), a year with its month (1928-02), a fiscal year (आ.व. २०६६/६७), years before
    Christ, one year in two calendars (२०४६–१९९०), pages, telephone numbers, scores and quoted text are left alone.
    Why: time does not run backwards, so one of the digits is wrong.
    Example: of a man who died in 1955, “विदेशमा बिताएका तीन वर्ष 1958-50” can only mean 1948-50.
    Fix safety: the repairs considered are one wrong digit, two neighbouring digits exchanged, and the years exchanged.
    A fix is offered only where a single one of them agrees with everything the document says, and at least two
    independent places support it: a duration beside the range, the birth or death of the person described, and the
    years told before and after in the paragraph (these never alone). It changes a number, so it is unsafe; the profile
    `canonical` promotes it, because the document itself decides it. Otherwise the candidates are shown.
    References: ISO 8601-2:2019 (EDTF): the ends of an interval ascend.
    """

    meta = RuleMeta(
        code="DAT001",
        name="range-reversed",
        aliases=("reversed-range",),
        severity=Severity.ERROR,
        message="‘{found}’ मा अन्त्यको वर्ष {last_ne} सुरुको वर्ष {first_ne} भन्दा अगाडि पर्छ।",
        message_en="The range ‘{found}’ runs backwards: {last} is before {first}.",
        why="समय उल्टो बग्दैन, त्यसैले कुनै एउटा अङ्क गलत छ। यस्तो दायराले पाठकलाई पनि, मितिको हिसाब गर्नेलाई पनि अलमल्याउँछ।",
        why_en="Time does not run backwards, so a digit is wrong; it misleads readers and anyone who counts with it.",
        references=("ISO 8601-2:2019, Extended Date/Time Format: the ends of an interval ascend",),
        since="0.1",
        promoted=frozenset((CANONICAL,)),
        changes_numbers=True,
        bad=(
            Bad(
                "गणितज्ञ हरिप्रसादको निधन सन् 1955 मा भयो। विदेशमा बिताएका तीन वर्ष 1958-50मा हरिप्रसादले दुई किताब लेखे।",
                "गणितज्ञ हरिप्रसादको निधन सन् 1955 मा भयो। विदेशमा बिताएका तीन वर्ष 1948-50मा हरिप्रसादले दुई किताब लेखे।",
            ),
            Bad(
                "सुनमायाको जन्म वि.सं. २०२१ मा भएको थियो। सुनमायाले पाँच वर्ष (२०३५-१९) गाउँमा पढाइन्।",
                "सुनमायाको जन्म वि.सं. २०२१ मा भएको थियो। सुनमायाले पाँच वर्ष (२०३५-३९) गाउँमा पढाइन्।",
            ),
            Bad("मन्दिरको जीर्णोद्धार २०६७–२०६१ मा भयो।", None),
            Bad("पुल सन् 1973 देखि 1971 सम्म बन्यो।", None),
            Bad("सन् 1948-31 को अवधिमा बाटो बनेन।", None),
        ),
        good=(
            "सन् 1948-51 मा बाटो बन्यो।",
            "उनी 1895-02 मा विदेशमा थिए।",
            "सन् 1899–02 मा लडाइँ चल्यो।",
            "आ.व. २०६६/६७ को बजेट सानो थियो।",
            "यो कुरा पृ. 2031-28 मा छ।",
            "फोन नं. 9812-201920 मा खबर गर्नुहोस्।",
            "टोलीले २-१ ले खेल जित्यो।",
            "यो औजार ISO 1950-20 को मापदण्डमा बनेको हो।",
            "उनले “घर 1958-50 मा बन्यो” भनी लेखे।",
            "बुद्धको समय ई.पू. ५६३–४८३ मानिन्छ।",
            "गाउँपालिकाको बैठक २०७४-०५ मा बस्यो।",
        ),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """The backward ranges of `document`."""
        if not may_run_backwards(document.text):
            return
        # The grammar of dates is loaded only for the few documents that the glance does not clear.
        from nepalint.facts.dates.find import dates_of
        from nepalint.facts.dates.repair import repair_range

        dates = dates_of(document)
        for place, fact in enumerate(dates.facts):
            if not _runs_backwards(fact):
                continue
            repair = repair_range(document, dates, place)
            decided = repair.decided
            first, last = (moment.year if moment else None for moment in (fact.first, fact.last))
            yield self.meta.diagnose(
                fact.start,
                fact.end,
                found=fact.text,
                first=first,
                last=last,
                first_ne=_devanagari(first),
                last_ne=_devanagari(last),
                edits=decided.edits if decided else (),
                fix=decided.text if decided else "",
                evidence=tuple(_evidence(document, support) for support in repair.supports),
                alternatives=() if decided else tuple(candidate.text for candidate in repair.candidates),
            )


class ImpossibleDate(TextRule):
    """A day that its month does not have.

    What it does: reads dates in words and numbers (३० फेब्रुअरी २०१०, 2021-11-31, २०६५ कात्तिक ३२ गते) and reports a day
    beyond the longest the month can be: in the Gregorian calendar with its leap years (those of the Julian calendar
    too, where it was in use), in Bikram Sambat with the longest length the month has had. A date in numbers without
    an era is reported only if it is impossible in both.
    Why: there is no such day, so the date cannot be what was meant.
    Example: “बैठक ३१ अप्रिल २०१९ मा बस्यो”: April has 30 days.
    Fix safety: no fix; whether the day, the month or the year is wrong is not to be seen from the date.
    References: calendars of the Nepal Panchanga Nirnayak Samiti, 1975–2083 B.S.
    """

    meta = RuleMeta(
        code="DAT002",
        name="impossible-date",
        severity=Severity.ERROR,
        message="‘{found}’ भन्ने मिति हुँदैन: {month}मा बढीमा {most_ne} दिन हुन्छन्।",
        message_en="There is no date ‘{found}’: {month_en} has at most {most} days.",
        why="महिनामा हुँदै नभएको दिन लेखिएकाले मिति गलत छ, तर दिन, महिना वा वर्षमध्ये कुन गलत हो भन्ने यसैबाट थाहा हुँदैन।",
        why_en="The month does not have that day. Which part of the date is wrong cannot be told from the date itself.",
        references=("Nepal Panchanga Nirnayak Samiti, calendars of 1975–2083 B.S.",),
        since="0.1",
        bad=(
            Bad("सभा ३० फेब्रुअरी २०१० मा बस्यो।", None),
            Bad("म्याद 2021-11-31 मा सकियो।", None),
            Bad("बिहे २०६५ कात्तिक ३२ गते भएको थियो।", None),
            Bad("अप्रिल 31, 2019 मा पसल खुल्यो।", None),
            Bad("29 फेब्रुअरी 2019 मा हिउँ पर्‍यो।", None),
        ),
        good=(
            "सभा २८ फेब्रुअरी २०१० मा बस्यो।",
            "29 फेब्रुअरी 2020 मा हिउँ पर्‍यो।",
            "त्यहाँ 29 फेब्रुअरी 1900 मा पुरानो पात्रो चल्थ्यो।",
            "बिहे २०६५ असार ३२ गते भएको थियो।",
            "म्याद २०७२-०२-३२ मा सकियो।",
            "फेब्रुअरी 30 जनाले मात्र पढे।",
            "संस्करण 2021-11-310 निस्कियो।",
            "उनले “३० फेब्रुअरीमा तिर्छु” भने।",
        ),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """The impossible dates of `document`."""
        if not may_be_impossible(document.text):
            return
        from nepalint.facts.dates.calendars import is_possible, month_name, most_days
        from nepalint.facts.dates.find import dates_of
        from nepalint.facts.dates.model import Calendar, Moment

        for fact in dates_of(document).facts:
            for moment in dict.fromkeys((fact.first, fact.last)):
                told = moment if moment is None or not fact.inherited else Moment(None, moment.month, moment.day)
                if told is None or told.month is None or is_possible(fact.calendar, told):
                    continue
                if fact.calendar is Calendar.UNKNOWN:
                    month, month_en = f"{_devanagari(told.month)}औँ महिना", f"month {told.month}"
                else:
                    month = month_name(fact.calendar, told.month)
                    month_en = f"‘{month}’"
                most = most_days(fact.calendar, told.year, told.month)
                yield self.meta.diagnose(
                    fact.start,
                    fact.end,
                    found=fact.text,
                    month=month,
                    month_en=month_en,
                    most=most,
                    most_ne=_devanagari(most),
                )
                break


def _runs_backwards(fact: "DateFact") -> bool:
    """Whether the fact is a range between two written years of which the second is earlier."""
    if fact.type != "range" or len(fact.years) != 2 or fact.first is None or fact.last is None:
        return False
    first, last = fact.first, fact.last
    if first.year is None or last.year is None or min(first.year, last.year) < 1:
        return False
    return last.year < first.year


def _evidence(document: Document, support: "Support") -> Evidence:
    said = {"length": f"{support.length or 0:g}", "first": support.first, "last": support.last}
    said |= {f"{name}_ne": _devanagari(value) for name, value in said.items()}
    why, why_en = (form.format_map(said) for form in _WHY[support.kind])
    return Evidence(support.start, support.end, document.text[support.start : support.end], why, why_en)


def _devanagari(number: object) -> str:
    return str(number).translate(_TO_DEVANAGARI)


RULES: tuple[Rule, ...] = (RangeReversed(), ImpossibleDate())
