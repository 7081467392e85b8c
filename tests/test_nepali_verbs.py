"""The Nepali verb: forms written by hand, and analysis as the inverse of generation for every verb of the table."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from nepalint.errors import RulebookError, UsageError
from nepalint.knowledge.nepali_verb_table import read_verbs, verb_rows
from nepalint.knowledge.nepali_verbs import read_paradigm, verb_paradigm
from nepalint.knowledge.resources import rules_root
from nepalint.language.morphology import Reading
from nepalint.language.nepali.verb_sounds import Context, context, join, root_of
from nepalint.language.nepali.verbs import (
    analyse,
    analyse_phrase,
    analyse_variant,
    compounds,
    copulas,
    guess,
    inflect,
    label,
    lexicon,
    phases,
)

ROOT = Path(__file__).resolve().parent.parent
EVERY = 8
"""The main suite analyses every so manieth form of each verb, another one for each verb; `bench.verbs` does all."""

FORMS = """
गर्नु past.1sg गरेँ
गर्नु past.1pl गर्‍यौँ
गर्नु past.3low गर्‍यो
गर्नु past.3mid.f गरिन्
गर्नु past.neg.3pl गरेनन्
गर्नु npst.2mid.f गर्छ्यौ
गर्नु npst.3high गर्नुहुन्छ
गर्नु npst.neg.1sg गर्दिनँ
गर्नु hab.3low गर्थ्यो
गर्नु hab.neg.3mid गर्दैनथे
गर्नु ppfs.3low गरेथ्यो
गर्नु unk.3low गरेछ
गर्नु pfut.1sg गरुँला
गर्नु opt.3low गरोस्
गर्नु opt.neg.3pl नगरून्
गर्नु imp.2low गर्
गर्नु imp.2mid गर
गर्नु imp.neg.2high नगर्नुहोस्
गर्नु inj.2mid गर्नू
गर्नु cond.ma गरेमा
गर्नु oblig.past गर्नुपर्‍यो
गर्नु nf.conv.unjel गरुन्जेल
गर्नु nf.conv.dadai गर्दागर्दै
गर्नु nf.ptcp.eko.high गर्नुभएको
गर्नु cmp.isakeko गरिसकेको
गर्नु pass.npst.3low गरिन्छ
गर्नु pass.ptcp.ne.neg नगरिने
गर्नु caus.past.3low गरायो
पुग्नु past.3low पुग्यो
पुग्नु caus.past.3low पुर्‍यायो
पुर्‍याउनु past.3low पुर्‍यायो
सुन्नु nf.conv.dai सुन्दै
हिँड्नु past.3pl हिँडे
रहनु npst.3low रहन्छ
रहनु npst.neg.3low रहँदैन
रहनु past.3low रह्यो
रहनु nf.conv.dadai रहँदारहँदै
बिर्सनु past.3low बिर्स्यो
उत्रनु past.3low उत्र्यो
दुहुनु past.3low दुह्यो
दुहुनु npst.3low दुहुन्छ
खानु npst.3low खान्छ
खानु npst.neg.3low खाँदैन
खानु past.3low.f खाई
खानु imp.2mid खाऊ
खानु pass.past.3low खाइयो
दिनु pfut.3low देला
दिनु imp.2low दे
दिनु past.1sg दिएँ
दिनु pass.ptcp.eko दिइएको
लिनु opt.3low लेओस्
देखिनु past.3low देखियो
देखिनु opt.3low देखियोस्
देखिनु npst.neg.3low देखिँदैन
उभिनु prog_irah.past.3low उभिइरहेको थियो
पठाउनु npst.1sg पठाउँछु
पठाउनु past.3low पठायो
पठाउनु imp.2low पठा
आउनु imp.2low आइज
आउनु nf.conv.i आई
पिउनु past.3low पियो
पिउनु npst.3low पिउँछ
पिउनु nf.ptcp.eko पिएको
धुनु past.3low धोयो
धुनु npst.3low धुन्छ
रुनु past.3mid.f रोइन्
हुनु past.3low भयो
हुनु npst.3low हुन्छ
हुनु opt.3low होस्
हुनु pfut.1sg हुँला
हुनु nf.inf.neg नहुनु
जानु past.3low गयो
जानु opt.3pl जाऊन्
जानु impers.npst.3low गइन्छ
लैजानु past.3low लग्यो
लैजानु npst.3low लैजान्छ
छ cop.npst.3low छ
छ cop.past.3mid थिए
हो cop.npst.neg.3low होइन
"""

PHRASES = """गर्नु fut.3low गर्ने छ
गर्नु prog_dai.3pl गर्दै छन्
गर्नु perf.3low.f गरेकी छे
गर्नु ppf.3high गर्नुभएको थियो
गर्नु prog_irah.neg.3low गरिरहेको छैन
गर्नु cond.past.neg नगरेको भए
गर्नु nf.conv.epani गरे पनि
गर्नु caus.periph गर्न लगाउनु
गर्नु phase.thal.past.3low गर्न थाल्यो
गर्नु phase.sak.npst.neg.3low गर्न सक्दैन
खानु cmp.idi.perf.3low खाइदिएको छ
छ cop.mir.3high हुनुहुँदो रहेछ
"""


@pytest.mark.parametrize("line", (FORMS + PHRASES).strip().split("\n"))
def test_a_form_is_generated_and_analysed(line: str) -> None:
    lemma, form_id, written = line.split(" ", 2)
    forms = {form.form_id: form for form in inflect(lemma)}
    if form_id not in forms:
        forms |= {form.form_id: form for kind in (compounds, phases) for form in kind(lemma)}
    assert forms[form_id].surface == written
    assert Reading(lemma, "verb", form_id) in analyse_phrase(written.split(" "))


@pytest.mark.parametrize(
    ("lemma", "form_id", "alternative"),
    [
        ("गर्नु", "npst.3low", "गर्दछ"),
        ("गर्नु", "fut.3low", "गर्नेछ"),
        ("गर्नु", "nf.conv.ekale", "गरेकोले"),
        ("फर्कनु", "past.3low", "फर्कियो"),
        ("फर्कनु", "npst.3low", "फर्किन्छ"),
        ("खानु", "npst.neg.3low", "खान्न"),
        ("दिनु", "opt.3pl", "देऊन्"),
        ("धुनु", "opt.3low", "धुओस्"),
        ("जानु", "impers.past.3low", "जाइयो"),
        ("खानु", "caus.inf", "ख्वाउनु"),
    ],
)
def test_accepted_alternatives_are_listed_and_analysed(lemma: str, form_id: str, alternative: str) -> None:
    form = next(form for form in inflect(lemma) if form.form_id == form_id)
    assert alternative in form.alternatives
    assert alternative != form.surface
    assert Reading(lemma, "verb", form_id) in analyse(alternative)


def test_analysis_inverts_generation_for_every_verb() -> None:
    lemmas = [*lexicon(), *copulas()]
    assert len(lexicon()) >= 600
    missing = [
        (lemma, form.form_id, shape)
        for place, lemma in enumerate(lemmas)
        for number, form in enumerate(inflect(lemma))
        if number % EVERY == place % EVERY
        for shape in (form.surface, *form.alternatives)
        if Reading(lemma, "verb", form.form_id) not in analyse_phrase(shape.split(" "))
    ]
    assert missing == []


@pytest.mark.parametrize("lemma", ["गर्नु", "खानु", "पठाउनु", "फर्कनु", "हुनु"])
def test_analysis_inverts_generation_of_compounds(lemma: str) -> None:
    forms = [*compounds(lemma), *phases(lemma)]
    assert len(forms) > 10_000
    missing = [
        (form.form_id, shape)
        for form in forms[::37]
        for shape in (form.surface, *form.alternatives)
        if Reading(lemma, "verb", form.form_id) not in analyse_phrase(shape.split(" "))
    ]
    assert missing == []


@pytest.mark.parametrize("word", ["गरिदिन्छु", "भइहाल्यो", "आइपुगेका", "पठाइदिनुहोस्", "नगरिदिने", "लेखिसकिएको", "गरिदिइरहेको"])
def test_generation_inverts_analysis(word: str) -> None:
    readings = analyse(word)
    assert readings
    for reading in readings:
        forms = [*inflect(reading.lemma), *compounds(reading.lemma)]
        assert word in [s for f in forms if f.form_id == reading.features for s in (f.surface, *f.alternatives)]


def test_both_words_of_a_composite_form_have_readings() -> None:
    for lemma in ("गर्नु", "जानु"):
        words = {word for form in inflect(lemma) for word in form.surface.split(" ") if " " in form.surface}
        assert sorted(word for word in words if not analyse(word)) == ["तापनि", "पनि"]


@pytest.mark.parametrize(
    ("phrase", "features"),
    [
        ("गर्ने थियो", "fut_past.3low"),
        ("गर्ने थिएनन्", "fut_past.neg.3mid"),
        ("गर्नुहुने थियो", "fut_past.3high"),
        ("गरेको रहेछ", "perf_mir.3low"),
        ("गरेका होलान्", "perf_pres.3pl"),
        ("गर्दा रहेछन्", "hab_mir.3pl"),
        ("गर्नुहुँदो रहेछ", "hab_mir.3high"),
        ("गरिने थियो", "pass.fut_past.3low"),
    ],
)
def test_composite_tenses(phrase: str, features: str) -> None:
    assert Reading("गर्नु", "verb", features) in analyse_phrase(phrase.split(" "))
    assert phrase in [surface for form in inflect("गर्नु") if form.form_id == features for surface in form[1:2]]
    assert {variant.standard for variant in analyse_variant(phrase.replace(" ", ""))} == {phrase}


def test_all_readings_of_an_ambiguous_form_are_given() -> None:
    assert set(analyse("गए")) >= {
        Reading("जानु", "verb", form_id) for form_id in ("past.3mid", "past.3pl", "cond", "opt.2mid")
    }
    assert {reading.lemma for reading in analyse("मारिन्छ")} >= {"मार्नु"}
    assert {reading.lemma for reading in analyse("हुनुहुन्छ")} == {"हुनु", "छ", "हो"}


@pytest.mark.parametrize("word", ["", "घर", "नेपाल", "किताबको", "ग", "्छ", "क" * 5000, "गर्यो", "गरें", "want"])
def test_no_other_word_has_a_reading(word: str) -> None:
    assert analyse(word) == ()


@pytest.mark.parametrize(
    ("word", "standard", "lemma", "form_id"),
    [
        ("गर्यो", "गर्‍यो", "गर्नु", "past.3low"),
        ("गरें", "गरेँ", "गर्नु", "past.1sg"),
        ("गर्छौं", "गर्छौँ", "गर्नु", "npst.1pl"),
        ("भन्\u200dनुहुन्छ", "भन्नुहुन्छ", "भन्नु", "npst.3high"),
        ("भईरहेको", "भइरहेको", "हुनु", "cmp.irah.nf.ptcp.eko"),
        ("भैसक्यो", "भइसक्यो", "हुनु", "cmp.isakyo"),
        ("हुदैन", "हुँदैन", "हुनु", "npst.neg.3low"),
        ("गरेकोछ", "गरेको छ", "गर्नु", "perf.3low"),
        ("हुनसक्छ", "हुन सक्छ", "हुनु", "phase.sak.npst.3low"),
        ("पुर्याएको", "पुर्‍याएको", "पुर्‍याउनु", "nf.ptcp.eko"),
    ],
)
def test_press_spellings_are_understood_but_never_generated(word: str, standard: str, lemma: str, form_id: str) -> None:
    assert (standard, Reading(lemma, "verb", form_id)) in analyse_variant(word)
    assert analyse(word) == ()
    assert analyse_variant(standard.partition(" ")[0]) == ()
    assert all(word not in (form.surface, *form.alternatives) for form in inflect(lemma))


def test_every_press_spelling_does_what_its_example_says() -> None:
    for press in verb_paradigm().press:
        for wrong, right in press.examples:
            assert right in [variant.standard for variant in analyse_variant(wrong)]


def test_unknown_verbs_are_guessed_apart() -> None:
    assert "टटोल्नु" not in lexicon()
    assert analyse("टटोलेर") == ()
    assert Reading("टटोल्नु", "verb", "nf.conv.era") in guess("टटोलेर")
    assert Reading("टटोल्नु", "verb", "past.neg.3low") in guess("टटोलेन")
    assert Reading("चमचमाउनु", "verb", "npst.3low") in guess("चमचमाउँछ")
    assert guess("घर") == ()
    assert guess("विभिन्न") == ()


def test_an_unknown_regular_verb_is_inflected() -> None:
    forms = {form.form_id: form.surface for form in inflect("टटोल्नु")}
    assert forms["past.3low"] == "टटोल्यो"
    assert forms["pass.npst.3low"] == "टटोलिन्छ"


@pytest.mark.parametrize("lemma", ["", "घर", "नु", "गर्नुको", "करना"])
def test_what_is_no_infinitive_is_refused(lemma: str) -> None:
    with pytest.raises(UsageError):
        list(inflect(lemma))


def test_every_form_has_names_in_both_languages() -> None:
    for lemma in ("गर्नु", "जानु", "छ", "हो"):
        for form in inflect(lemma):
            assert all(label(form.form_id)), form.form_id
    assert label("past.3low.f").en == "simple past: third person singular, low, feminine"
    assert label("pass.perf.3low").ne.startswith("कर्मवाच्य: पूर्ण वर्तमान")
    for form in [*compounds("खानु"), *phases("खानु")][::97]:
        assert all(label(form.form_id)), form.form_id
    with pytest.raises(KeyError):
        label("past.4low")


def test_no_form_is_there_twice_and_all_are_nfc() -> None:
    for lemma in ("गर्नु", "हुनु", "देखिनु", "छ"):
        forms = list(inflect(lemma))
        assert len({form.form_id for form in forms}) == len(forms)
        for form in forms:
            shapes = (form.surface, *form.alternatives)
            assert len(set(shapes)) == len(shapes)
            assert all(unicodedata.is_normalized("NFC", shape) for shape in shapes)


def test_sounds_are_written_as_nepali_writes_them() -> None:
    assert join("गर्", "एर") == "गरेर"
    assert join("खा", "एर") == "खाएर"
    assert join("गर्", "यो") == "गर्‍यो"
    assert join("उत्र्", "यो") == "उत्र्यो"
    assert join("फर्क्", "अनु") == "फर्कनु"
    assert context("भ") is Context.VOWEL
    assert root_of("खानु", "अनु", after_vowel=False) is None


def test_the_index_is_current() -> None:
    script = ROOT / "scripts" / "build_nepali_verbs.py"
    run = subprocess.run([sys.executable, script, "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_every_class_has_its_example_and_every_causative_its_row() -> None:
    for conjugation in verb_paradigm().classes.values():
        assert lexicon()[conjugation.example].conjugation is conjugation
    for row in verb_rows():
        assert set(row.causatives) <= set(lexicon())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('"1sg" = "past+एँ"', '"1sg" = "post+एँ"'), "names no alternant"),
        (('also = "2i"', 'also = "9"'), "which is no class"),
        (('negative = "last"', 'negative = "late"'), "must be first or last"),
        (('at = "start"', 'at = "middle"'), "must be one of"),
        (("listed = true", "liste = true"), "unknown key 'liste'"),
    ],
)
def test_a_fault_in_the_paradigm_is_named_with_its_line(change: tuple[str, str], message: str) -> None:
    text = (rules_root() / "nepali" / "verbs.toml").read_text("utf-8")
    with pytest.raises(RulebookError, match=message) as caught:
        read_paradigm(text.replace(*change, 1))
    assert caught.value.line > 0


@pytest.mark.parametrize(
    ("rows", "message", "line"),
    [
        ("गर्नु\t\tyes\t\t1\t\nखानु\t\tyes\t\t1\t", "out of order", 3),
        ("गर्नु\t\tyes\t\t1", "6 cells", 2),
        ("गर्नु\t9\tyes\t\t1\t", "is no class", 2),
        ("गर्नु\t\tmaybe\t\t1\t", "yes or no", 2),
        ("गर\t\tyes\t\t1\t", "no infinitive", 2),
        ("गर्नु\t\tyes\tगराउनु\t1\t", "no row of its own", 2),
    ],
)
def test_a_fault_in_the_table_is_named_with_its_line(rows: str, message: str, line: int) -> None:
    header = "lemma\tclass\ttransitive\tcausative\tseen\tnote\n"
    with pytest.raises(RulebookError, match=message) as caught:
        read_verbs(header + rows, verb_paradigm())
    assert caught.value.line == line
