"""Cases made from the lexicon for rules that real text seldom calls on: damaged texts and what mends them."""

from collections.abc import Callable, Iterator
from itertools import cycle, islice

import regex

from nepalint.engine.catalogue import load_rulebook
from nepalint.knowledge.correspondences import correspondences
from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.gazetteer import EntryType, gazetteer
from nepalint.knowledge.tables import correction_table
from nepalint.language.correspondence import misspellings
from nepalint.language.frequency import hindi, nepali
from nepalint.language.suffixes import cut
from nepalint.text.script import CONSONANTS, DEVANAGARI_DIGITS, NUKTA, class_nasal
from nepalint.text.syllables import is_well_formed

CASES = 300
"""Cases that a rarely firing rule has to pass."""

SUFFIXES = ("", "को", "लाई", "मा", "ले", "बाट", "का", "सँग")
Case = tuple[str, str]


def common(least: int = 12) -> list[str]:
    """Words seen `least` times in Nepali text, the commonest first."""
    counts = frequencies().nepali
    return sorted((word for word in counts if counts[word] >= least and len(word) > 2), key=lambda w: (-counts[w], w))


def sentences() -> Iterator[tuple[str, str]]:
    """Pairs of short sentences without their danda."""
    nouns = [word for word in common(40) if word[0] in CONSONANTS]
    for first, second in zip(nouns, nouns[7:], strict=False):
        yield f"त्यहाँ {first} थियो", f"पछि {second} आयो"


def respelt(code: str) -> Iterator[Case]:
    """Common words with the correspondences of a rule taken back; it may pass over one, never mend it wrongly."""
    rule = load_rulebook().by_code[code]
    known = correspondences()
    names = {"HIN001": ("class-nasal",), "ORT006": ("b-v",), "ORT007": ("class-nasal",), "ORT009": ("long-i", "long-u")}
    for word in common(5):
        for wrong, _ in misspellings([word], [known[name] for name in names[code]]):
            hit = getattr(rule, "examine")(wrong)  # noqa: B009 - only word rules have it
            if hit is not None:
                yield f"यो {wrong} हो", f"यो {word} हो"


def particle() -> Iterator[Case]:
    for word in common(20):
        yield f"त्यो {word} नैं हो", f"त्यो {word} नै हो"


def doubled_sign() -> Iterator[Case]:
    for word in common():
        for place, letter in enumerate(word):
            if place and letter in "िीुूेैो्ंँ":
                yield f"{word[:place]}{letter}{word[place:]} हो", f"{word} हो"
                break


def doubled_nasal() -> Iterator[Case]:
    for word in common(5):
        for place in range(1, len(word) - 2):
            if class_nasal(word[place + 2]) == word[place : place + 2] and word[place - 1] != "्":
                yield f"{word[:place]}ं{word[place:]} हो", f"{word} हो"
                break


def split_vowel() -> Iterator[Case]:
    for word in common():
        for whole, pieces in (("आ", "अा"), ("ओ", "अो"), ("ऐ", "एे"), ("ो", "ाे"), ("ौ", "ाै")):
            if whole in word:
                yield f"यो {word.replace(whole, pieces)} हो", f"यो {word} हो"


def stray_joiner() -> Iterator[Case]:
    for word, joiner in zip(common(20), cycle("\u200c\u200d"), strict=False):
        place = next((place for place in range(1, len(word)) if word[place - 1] != "्"), 0)
        if place:
            yield f"यो {word[:place]}{joiner}{word[place:]} हो", f"यो {word} हो"


def displaced_sign() -> Iterator[Case]:
    """Words as converters of old fonts leave them; the rule may pass over one, never mend it wrongly."""
    rule = load_rulebook().by_code["UNI012"]
    moves = (
        (r"(्[रवय])([िुेै])", r"\2\1"),  # प्रिय: पि्रय
        (r"(ि)([क-ह]ा)", r"\2\1"),  # परिभाषा: परभिाषा is written so
        (r"(र्)([क-ह])([ािी])", r"\2\1\3"),  # वर्षीय: वषर्ीय
        (r"([ेैुू])([ँं])", r"\2\1"),  # हुँदै: हँुदै
        (r"(स्)([थत])ि", r"\1ि\2"),  # स्थिति: स्िथति
    )
    for word in common(5):
        for found, instead in moves:
            wrong = regex.sub(found, instead, word, count=1)
            if wrong != word and not is_well_formed(wrong) and getattr(rule, "examine")(wrong) is not None:  # noqa: B009
                yield f"यो {wrong} हो", f"यो {word} हो"


def two_nasals() -> Iterator[Case]:
    for word in filter(is_well_formed, common(3)):
        for nasal, other in ("ँं", "ंँ"):
            if nasal in word and nepali(word) > nepali(word.replace(nasal, other)):
                yield f"यो {word.replace(nasal, nasal + other, 1)} हो", f"यो {word} हो"
                yield f"यो {word.replace(nasal, other + nasal, 1)} हो", f"यो {word} हो"


def foreign_nukta() -> Iterator[Case]:
    for word in common(30):
        for letter in "जफडढकखग":
            if letter in word and nepali(word) > hindi(word):
                yield f"यो {word.replace(letter, letter + NUKTA, 1)} हो", f"यो {word} हो"


def mixed_digits() -> Iterator[Case]:
    for year in range(1851, 2010, 2):
        native = str(year).translate(str.maketrans("0123456789", DEVANAGARI_DIGITS))
        for place in range(4):
            yield (
                f"सन् {native[:place]}{str(year)[place]}{native[place + 1 :]} मा भयो।",
                f"सन् {native} मा भयो।",
            )
            yield f"सन् {str(year)[:place]}{native[place]}{str(year)[place + 1 :]} मा भयो।", f"सन् {year} मा भयो।"


def eyelash_encoding() -> Iterator[Case]:
    for word in common(2):
        before, eyelash, after = word.partition("र्\u200d")
        if eyelash and after:
            for other in ("ऱ्", "र्\u200c"):
                for verb in ("हो", "थियो", "भयो", "होइन", "हुन्छ"):
                    yield f"यो {before}{other}{after} {verb}", f"यो {word} {verb}"


def glued_sentences() -> Iterator[Case]:
    for first, second in sentences():
        yield f"{first}।{second}।", f"{first}। {second}।"


def doubled_quote() -> Iterator[Case]:
    for first, second in sentences():
        yield f'{first} ""{second}"" भने।', f'{first} "{second}" भने।'


def doubled_space() -> Iterator[Case]:
    for first, second in sentences():
        yield f"{first}  {second}।", f"{first} {second}।"


def trailing_space() -> Iterator[Case]:
    for (first, second), blank in zip(sentences(), cycle((" ", "  ", "\t", "\u00a0")), strict=False):
        yield f"{first}।{blank}\n{second}।", f"{first}।\n{second}।"


def month_comma() -> Iterator[Case]:
    months = [
        entry.canonical for entry in gazetteer().entries if entry.type is EntryType.MONTH and len(entry.canonical) > 2
    ]
    for year in range(1850, 2000, 4):
        for month in months:
            yield f"{month}, {year} मा भयो।", f"{month} {year} मा भयो।"


def spaced_comma() -> Iterator[Case]:
    for (first, second), mark in zip(sentences(), cycle(",;"), strict=False):
        yield f"{first} {mark} {second}।", f"{first}{mark} {second}।"


def glued_comma() -> Iterator[Case]:
    for first, second in sentences():
        yield f"{first},{second}।", f"{first}, {second}।"


def spaced_bracket() -> Iterator[Case]:
    for (first, second), (left, right) in zip(sentences(), cycle(((" ", ""), ("", " "), (" ", " "))), strict=False):
        yield f"{first} ({left}{second}{right}) भनियो।", f"{first} ({second}) भनियो।"


def comma_after_ki() -> Iterator[Case]:
    for (first, second), verb in zip(sentences(), cycle(("भने", "लेखे", "देखे", "थाहा भयो")), strict=False):
        if not second.removeprefix("पछि ").startswith("न"):
            yield f"उनले {verb} कि, {second} र {first}।", f"उनले {verb} कि {second} र {first}।"


def cut_compound() -> Iterator[Case]:
    for suffix in SUFFIXES:
        for row in correction_table("compounds"):
            yield f"यो {row.wrong}{suffix} छ।", f"यो {row.right}{suffix} छ।"


def converted_plural() -> Iterator[Case]:
    for word in common():
        stem, oblique = (word[:-1], word[:-1] + "ों") if word.endswith("ा") else (word[:-1] + "ि", word[:-1] + "ियों")
        if word[-1] not in "ाी" or len(stem) < 4 or not hindi(oblique) or nepali(stem) * 8 > nepali(word):
            continue
        if word[-1] == "ा" and (hindi(stem) or nepali(stem) >= 10):
            continue  # the stem is a noun of its own
        if cut(stem + "हरू").stem != stem:
            continue  # too short for the suffix to be seen
        for suffix in ("हरू", "हरूको", "हरूमा", "हरूले", "हरूलाई"):
            yield f"ती {stem}{suffix} थिए", f"ती {word}{suffix} थिए"


def short_plural() -> Iterator[Case]:
    for word in common(3):
        if word.endswith(("कारी", "वादी", "वासी", "रोधी", "यारी", "चारी", "धारी")):
            for suffix in ("हरू", "हरूको", "हरूका", "हरूमा", "हरूले", "हरूलाई", "हरूबाट", "हरूसँग", "हरुको", "हरुले"):
                yield f"ती {word[:-1]}ि{suffix} थिए", f"ती {word}{suffix} थिए"


def month_name() -> Iterator[Case]:
    for entry in gazetteer().entries:
        if entry.type is EntryType.MONTH:
            for wrong in entry.misspelt:
                for suffix in SUFFIXES:
                    for number in (1917, 1946, 1990, 2001, 2015):
                        yield f"सन् {number} {wrong}{suffix} गए", f"सन् {number} {entry.canonical}{suffix} गए"


GENERATORS: dict[str, Callable[[], Iterator[Case]]] = {
    "HIN001": lambda: respelt("HIN001"),
    "HIN005": converted_plural,
    "NAM003": month_name,
    "ORT004": short_plural,
    "ORT005": particle,
    "ORT006": lambda: respelt("ORT006"),
    "ORT007": lambda: respelt("ORT007"),
    "ORT008": cut_compound,
    "ORT009": lambda: respelt("ORT009"),
    "TYP001": glued_sentences,
    "TYP002": doubled_quote,
    "TYP003": doubled_space,
    "TYP004": trailing_space,
    "TYP005": month_comma,
    "TYP015": spaced_comma,
    "TYP016": glued_comma,
    "TYP017": spaced_bracket,
    "TYP037": comma_after_ki,
    "UNI003": split_vowel,
    "UNI004": doubled_nasal,
    "UNI005": doubled_sign,
    "UNI007": stray_joiner,
    "UNI012": displaced_sign,
    "UNI013": two_nasals,
    "UNI016": foreign_nukta,
    "UNI017": mixed_digits,
    "UNI020": eyelash_encoding,
}


def cases(code: str) -> list[Case]:
    """The first cases for a rule, without repetition."""
    return list(islice(dict.fromkeys(GENERATORS[code]()), CASES))
