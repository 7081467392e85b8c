"""Nepali nouns, adjectives, pronouns and numerals: what is generated is understood again, and is right."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from nepalint.errors import RulebookError
from nepalint.knowledge import nepali_nominals as lists
from nepalint.language.morphology import Form, Reading
from nepalint.language.nepali import nominals, numerals, pronouns

NOUNS = """
घर किताब विद्यार्थी नदी भाषा व्यक्ति समिति संसद् गाउँ साथी आमा राजा डाक्टर छोरो केटो बाटो घोडो ढोका अमेरिका
तालिका शर्मा एमाले टाउको मेक्सिको रेणुका रमा उमा सुष्मा अलका काका मामा झापा लामा ओबामा सिनेमा सीमा जुलाई
प्रसङ्ग काँटा छाता दाजु भाउजू पाण्डे घाइते पहाड परिषद् भदौ नौ उल्यानोभ शाखा पाका गरिमा खिड्की पसले भाले सर्भर
मेगावाट शिवाजी उन सुन के
"""
"""Nouns and names, among them many that end like a suffix or are other words too."""

COMMON = """
घर किताब विद्यार्थी नदी भाषा व्यक्ति समिति साथी सरकार शिक्षक अमेरिका शर्मा आमा सहर पहाड पुस्तक
"""
"""Nouns that the word counts know well enough."""


def misses(lemma: str, pos: str, forms: list[Form], analyse: Callable[[str], tuple[Reading, ...]]) -> list[str]:
    return [
        f"{form.form_id} {surface}"
        for form in forms
        for surface in (form.surface, *form.alternatives)
        if Reading(lemma, pos, form.form_id) not in analyse(surface)
    ]


@pytest.mark.parametrize("lemma", NOUNS.split())
def test_every_form_of_a_noun_is_read_again(lemma: str) -> None:
    forms = list(nominals.inflect(lemma, "noun", stacked=True))
    assert len({form.form_id for form in forms}) == len(forms) > 400
    assert not misses(lemma, "noun", forms, lambda word: nominals.analyse(word, lemma.__eq__))


@pytest.mark.parametrize("lemma", COMMON.split())
def test_common_nouns_need_no_lexicon(lemma: str) -> None:
    wrong = misses(lemma, "noun", list(nominals.inflect(lemma, "noun")), nominals.analyse)
    assert not [form for form in wrong if not form.startswith("sg.emph")]


@pytest.mark.parametrize("lemma", ["शर्मा", "टोरन्टो", "रेणुका"])
def test_names_do_not_change_their_stem(lemma: str) -> None:
    forms = list(nominals.inflect(lemma, "name"))
    assert all(form.surface.startswith(lemma) for form in forms)
    read = [
        (form, nominals.analyse(surface, lemma.__eq__))
        for form in forms
        for surface in (form.surface, *form.alternatives)
    ]
    assert all(any(reading.features == form.form_id for reading in found) for form, found in read)


def test_every_form_of_an_adjective_is_read_again() -> None:
    wrong: list[str] = []
    for lemma in lists.adjectives():
        forms = list(nominals.inflect(lemma, "adjective"))
        assert len({form.form_id for form in forms}) == len(forms)
        wrong += misses(lemma, "adjective", forms[:12], nominals.analyse)
    for lemma in ("ठूलो", "राम्रो", "नयाँ", "उच्च", "महान्", "पुरानो", "असल"):
        wrong += misses(lemma, "adjective", list(nominals.inflect(lemma, "adjective")), nominals.analyse)
    assert not wrong


@pytest.mark.parametrize("lemma", pronouns.lemmas())
def test_every_form_of_a_pronoun_is_read_again(lemma: str) -> None:
    forms = list(nominals.inflect(lemma, "pronoun"))
    assert len({form.form_id for form in forms}) == len(forms) > 60
    assert not misses(lemma, "pronoun", forms, pronouns.analyse)


@pytest.mark.parametrize("lemma", [words[0] for words in lists.numerals().cardinals] + list(lists.numerals().powers))
def test_every_form_of_a_numeral_is_read_again(lemma: str) -> None:
    forms = list(nominals.inflect(lemma, "numeral"))
    assert len({form.form_id for form in forms}) == len(forms) > 50
    assert not misses(lemma, "numeral", forms, numerals.analyse)


@pytest.mark.parametrize(
    ("lemma", "pos", "form_id", "surfaces"),
    [
        ("घर", "noun", "sg.nom", "घर"),
        ("घर", "noun", "sg.emph", "घरै"),
        ("घर", "noun", "pl.dat", "घरहरूलाई"),
        ("घर", "noun", "sg.loc.emph", "घरमै"),
        ("घर", "noun", "sg.with", "घरसँग घरसित"),
        ("घर", "noun", "pl.gen.emph", "घरहरूकै"),
        ("घर", "noun", "sg.than", "घरभन्दा"),
        ("सबै", "pronoun", "pl.than", "सबैभन्दा"),
        ("छोरो", "noun", "pl.erg", "छोराहरूले छोरोहरूले"),
        ("छोरो", "noun", "sg.erg", "छोरोले छोराले"),
        ("छोरो", "noun", "sg.emph", "छोरै"),
        ("म", "pronoun", "sg.erg", "मैले"),
        ("म", "pronoun", "sg.dat", "मलाई"),
        ("म", "pronoun", "sg.gen.f", "मेरी"),
        ("तँ", "pronoun", "sg.gen.m", "तेरो"),
        ("हामी", "pronoun", "pl.gen.pl", "हाम्रा हामीहरूका"),
        ("हामी", "pronoun", "pl.dat", "हामीलाई हामीहरूलाई"),
        ("हामी", "pronoun", "pl.gen.m", "हाम्रो हामीहरूको"),
        ("उनी", "pronoun", "sg.emph", "उनै"),
        ("यो", "pronoun", "sg.emph.obl", "यसै"),
        ("ऊ", "pronoun", "sg.erg", "उसले"),
        ("ऊ", "pronoun", "sg.nom", "ऊ"),
        ("उनी", "pronoun", "sg.erg", "उनले उनीले"),
        ("उनी", "pronoun", "pl.gen.m", "उनीहरूको"),
        ("उहाँ", "pronoun", "sg.gen.m", "उहाँको"),
        ("यो", "pronoun", "sg.obl", "यस"),
        ("यो", "pronoun", "pl.dat", "यिनलाई"),
        ("त्यो", "pronoun", "sg.emph", "त्यही"),
        ("त्यो", "pronoun", "pl.nom", "ती"),
        ("तिनी", "pronoun", "pl.nom", "तिनीहरू"),
        ("को", "pronoun", "sg.gen.m", "कसको"),
        ("जो", "pronoun", "sg.loc", "जसमा"),
        ("कोही", "pronoun", "sg.dat", "कसैलाई"),
        ("आफू", "pronoun", "sg.gen.emph", "आफ्नै"),
        ("आफू", "pronoun", "sg.emph.erg", "आफैँले आफैंले आफैले"),
        ("ठूलो", "adjective", "f", "ठूली"),
        ("ठूलो", "adjective", "emph", "ठूलै"),
        ("ठूलो", "adjective", "pl.dat", "ठूलाहरूलाई ठूलोहरूलाई"),
        ("महान्", "adjective", "superlative", "महत्तम"),
        ("एक", "numeral", "ord.f", "पहिली"),
        ("एक", "numeral", "thing.f", "एउटी"),
        ("दुई", "numeral", "all.erg", "दुवैले"),
        ("तीन", "numeral", "person.dat", "तीनजनालाई तिनजनालाई"),
        ("छ", "numeral", "ord", "छैटौँ छैटौं छैठौँ छैठौं"),
        ("सात", "numeral", "ord", "सातौँ सातौं"),
        ("असी", "numeral", "ord", "असीऔँ असीऔं"),
        ("हजार", "numeral", "ord", "हजारौँ हजारौं"),
    ],
)
def test_forms(lemma: str, pos: str, form_id: str, surfaces: str) -> None:
    found = {form.form_id: (form.surface, *form.alternatives) for form in nominals.inflect(lemma, pos)}
    assert found[form_id] == tuple(surfaces.split())


@pytest.mark.parametrize(("pos", "form_id"), [("pronoun", "sg.gen.m"), ("pronoun", "sg.erg")])
def test_fused_forms_stand_alone(pos: str, form_id: str) -> None:
    surfaces = {surface for form in nominals.inflect("म", pos) for surface in (form.surface, *form.alternatives)}
    assert not surfaces & {"मको", "मले", "मका", "मकी"}


@pytest.mark.parametrize(
    ("word", "lemma", "features"),
    [
        ("उनीहरुको", "उनी", "pl.gen.m"),
        ("मेरालागि", "म", "sg.gen.pl.for"),
        ("यसबारेमा", "यो", "sg.on.loc"),
        ("त्यसपछिको", "त्यो", "sg.after.gen.m"),
        ("मैलेपनि", "म", "sg.erg.also"),
        ("हाम्राहरूलाई", "हामी", "pl.gen.pl.pl.dat"),
        ("ऊसँग", "ऊ", "sg.with"),
        ("त्यसै", "त्यो", "sg.emph.obl"),
    ],
)
def test_readings_of_pronouns(word: str, lemma: str, features: str) -> None:
    assert pronouns.analyse(word) == (Reading(lemma, "pronoun", features),)


@pytest.mark.parametrize(
    ("word", "lemma", "features"),
    [
        ("१०औँ", "१०", "ord"),
        ("२५वटा", "२५", "thing"),
        ("१९९०मा", "१९९०", "card.loc"),
        ("१,२३४", "१,२३४", "card"),
        ("२०४६सम्मको", "२०४६", "card.until.gen.m"),
        ("2046मा", "2046", "card.loc"),
        ("एउटा", "एक", "thing"),
        ("दुइटा", "दुई", "thing"),
        ("पहिलोमा", "एक", "ord.m.loc"),
        ("तीनै", "तीन", "all"),
        ("डेढ", "डेढ", "fraction"),
        ("बाईसौँ", "बाइस", "ord"),
        ("पैंतीसवटा", "पैँतीस", "thing"),
    ],
)
def test_readings_of_numerals(word: str, lemma: str, features: str) -> None:
    assert numerals.analyse(word) == (Reading(lemma, "numeral", features),)


@pytest.mark.parametrize(
    "word", ["गर्छन्", "उमा", "ढोका", "रमा", "मका", "तीता", "काँटा", "१०क", ",५", "५,", "", "क", "🙂", "ा", "ै"]
)
def test_other_words_are_neither_pronouns_nor_numerals(word: str) -> None:
    assert pronouns.analyse(word) == ()
    assert numerals.analyse(word) == ()


@pytest.mark.parametrize("word", ["गर्छन्", "त्यसरी", "उनको", "तीनले", "थियो", "", "ा", "ै", "ो", "🙂", "क" * 500])
def test_words_without_evidence_are_no_nouns(word: str) -> None:
    assert nominals.analyse(word) == ()


def test_a_lexicon_brings_out_every_reading() -> None:
    assert nominals.analyse("रेणुकाले", {"रेणु", "रेणुका"}.__contains__) == (
        Reading("रेणुका", "noun", "sg.erg"),
        Reading("रेणु", "noun", "sg.gen.pl.erg"),
    )
    assert nominals.analyse("अमेरिका") == (Reading("अमेरिका", "noun", "sg.nom"),)
    assert nominals.analyse("कामै", {"काम"}.__contains__) == (Reading("काम", "noun", "sg.emph"),)


def test_other_parts_of_speech_are_not_inflected() -> None:
    assert not list(nominals.inflect("गर्नु", "verb"))
    assert not list(nominals.inflect("घर", "pronoun"))
    assert not list(nominals.inflect("घर", "numeral"))


@pytest.mark.parametrize("number", [*range(1000), 1001, 10**5, 10**7 + 1, 123_456_789, 10**13 - 1])
def test_numbers_in_words(number: int) -> None:
    assert numerals.value(numerals.spell(number).split()) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("एक लाख तेइस हजार चार सय छपन्न", Fraction(123_456)),
        ("हजार", Fraction(1000)),
        ("साढे तीन लाख", Fraction(350_000)),
        ("डेढ", Fraction(3, 2)),
        ("पौने दुई", Fraction(7, 4)),
        ("दुई तीन", None),
        ("सय हजार", None),
        ("साढे", None),
        ("साढे सय", None),
        ("एक सय दुई सय", None),
        ("घर", None),
        ("", None),
    ],
)
def test_values(words: str, number: Fraction | None) -> None:
    assert numerals.value(words.split()) == number


@pytest.mark.parametrize("number", [-1, 10**13])
def test_numbers_without_a_name(number: int) -> None:
    with pytest.raises(ValueError, match="has no name"):
        numerals.spell(number)


def test_no_spelling_of_a_cardinal_means_two_numbers() -> None:
    words = [word for spellings in lists.numerals().cardinals for word in spellings]
    assert len(set(words)) == len(words)


def test_adjectives_are_sorted() -> None:
    assert list(lists.adjectives()) == sorted(lists.adjectives())
    assert {entry.lemma for entry in lists.pronouns()}.isdisjoint(lists.adjectives())


PRONOUNS = "lemma kind number status direct oblique plural ergative genitive emphatic emphatic_oblique alone without"
ROW = "म personal sg main म म - मैले मेर - - - को"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("lemma kind", "kind lemma", "the columns must be"),
        (" sg ", " du ", "number must be"),
        (" main ", " other ", "status main or also"),
        ("म personal", "म person", "kind must be one of"),
        (" main म", " main -", "cannot be empty"),
        (" - को", " को", "a row needs 13 cells"),
        ("मेर", "मेन\u093cर", "not NFC"),
    ],
)
def test_a_broken_table_of_pronouns_is_refused(old: str, new: str, message: str) -> None:
    text = f"{PRONOUNS}\n{ROW}\n"
    assert lists.read_pronouns(text.replace(" ", "\t"))[0].without == {"को"}
    assert old in text
    with pytest.raises(RulebookError, match=message) as caught:
        lists.read_pronouns(text.replace(old, new).replace(" ", "\t"))
    assert caught.value.path == "rules/nepali/pronouns.tsv"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("ठूलो\tinvariable\t-\t-", "ends in -ो if it agrees"),
        ("असल\tagrees\t-\t-", "ends in -ो if it agrees"),
        ("असल\tsometimes\t-\t-", "ends in -ो if it agrees"),
        ("असल\tinvariable\t-\t-\nअसल\tinvariable\t-\t-", "out of order or twice"),
    ],
)
def test_a_broken_table_of_adjectives_is_refused(rows: str, message: str) -> None:
    with pytest.raises(RulebookError, match=message):
        lists.read_adjectives(f"lemma\tagreement\tcomparative\tsuperlative\n{rows}\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [("[cardinals", "not valid TOML"), ('cardinals = ["शून्य"]', "from 0 to 99"), ("", "is missing")],
)
def test_a_broken_file_of_numerals_is_refused(text: str, message: str) -> None:
    with pytest.raises(RulebookError, match=message):
        lists.read_numerals(text)
