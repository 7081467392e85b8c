"""HIN: whole passages in another language than Nepali."""

from collections.abc import Iterator

from nepalint.diagnostic import FOREIGN_PASSAGE, HINDI_PASSAGE, Certainty, Diagnostic, Severity
from nepalint.document import Document
from nepalint.facts.passages import foreign_passages
from nepalint.rulebook import Bad, RuleMeta, TextRule

HINDI = "hi"


class HindiPassage(TextRule):
    """Whole lines in Hindi.

    What it does: reports a passage whose postpositions, copulas and pronouns are Hindi.
    Why: Nepali spelling rules have nothing to say there, and a reader of a Nepali corpus will want to know.
    Example: `यह किताब मेज पर है और वह नहीं है।`
    Fix safety: no fix; a passage is translated by a person.
    References: the closed classes in rules/passages.toml.
    """

    meta = RuleMeta(
        code=HINDI_PASSAGE,
        name="hindi-passage",
        severity=Severity.INFO,
        certainty=Certainty.LIKELY,
        reports_protected=True,
        message="यो अंश हिन्दीमा लेखिएको देखिन्छ; यहाँ नेपाली हिज्जेका नियम लागू हुँदैनन्।",
        message_en="This passage is written in Hindi; the rules of Nepali spelling are not applied to it.",
        why="हिन्दीका विभक्ति, सर्वनाम र सहायक क्रिया नेपालीका भन्दा धेरै छन्। अंश नै हिन्दी भए त्यसको हिज्जे सच्याउनु गलत हुन्छ।",
        why_en="The line holds more Hindi postpositions, pronouns and auxiliaries than Nepali ones. "
        "Mending the spelling of Hindi would make it worse.",
        references=("rules/passages.toml",),
        since="0.1",
        bad=(Bad("यह किताब मेज पर है और वह नहीं है।", None),),
        good=("यो किताब टेबुलमा छ र त्यो छैन।", "के हो र किन हो?", "उनले यो कुरा कहिले भने?", "सधैँ है भन्छ।"),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        for passage in foreign_passages(document):
            if passage.language.code == HINDI:
                yield self.meta.diagnose(passage.start, passage.end, found="")


class ForeignPassage(TextRule):
    """Whole lines in another language that is written in Devanagari.

    What it does: reports a passage in Maithili, Bhojpuri, Awadhi, Tharu, Newar, Sanskrit or Marathi, told by copulas,
    postpositions, pronouns and the commonest verb forms.
    Why: Nepali spelling rules have nothing to say there, and a reader of a Nepali corpus will want to know.
    Example: `हमर भाइ जनकपुर मे रहैत छथि।`
    Fix safety: no fix; nothing is wrong with the passage. Kindred languages may be taken for each other.
    References: the closed classes in rules/passages.toml.
    """

    meta = RuleMeta(
        code=FOREIGN_PASSAGE,
        name="foreign-passage",
        severity=Severity.INFO,
        certainty=Certainty.LIKELY,
        reports_protected=True,
        message="यो अंश {language} भाषामा लेखिएको देखिन्छ; यहाँ नेपाली हिज्जेका नियम लागू हुँदैनन्।",
        message_en="This passage seems to be {language_en}; the rules of Nepali spelling are not applied to it.",
        why="अंशमा नेपालीका भन्दा अर्को भाषाका विभक्ति, सर्वनाम र सहायक क्रिया धेरै छन्। "
        "त्यसको हिज्जे नेपालीको नियमले सच्याउनु गलत हुन्छ।",
        why_en="The line holds more postpositions, pronouns and auxiliaries of another language than Nepali ones. "
        "Mending its spelling by Nepali rules would make it worse.",
        references=("rules/passages.toml",),
        since="0.1",
        bad=(
            Bad("हमर भाइ जनकपुर मे रहैत छथि।", None),
            Bad("थ्व जिगु छेँ खः।", None),
            Bad("तस्य गृहे एकः पुत्रः आसीत्।", None),
        ),
        good=("मेरो भाइ जनकपुरमा बस्छ।", "इति श्री कथा समाप्त।", "नेवारीमा ‘थ्व’ भनेको ‘यो’ हो।", "बा, आ, यता बस।"),
    )

    def check(self, document: Document) -> Iterator[Diagnostic]:
        for passage in foreign_passages(document):
            language = passage.language
            if language.code != HINDI:
                yield self.meta.diagnose(
                    passage.start, passage.end, found="", language=language.name, language_en=language.name_en
                )


RULES = (HindiPassage(), ForeignPassage())
