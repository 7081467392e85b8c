"""Text to measure speed on, made from word counts; the same seed gives the same bytes.

Words come by frequency from the counts that the package ships, with 3 % forms that no list knows. Every 25 words one
misspelling of a table of 5,000 stands in place of its word, every 60 words a date. A tenth of the paragraphs is Hindi
as a mechanical conversion leaves it: Hindi words by frequency, their function words replaced one by one. A quarter of
the files is wikitext. 8 to 10 % of the tokens are distinct, as in an encyclopedia.
"""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple
from unicodedata import is_normalized

from nepalint.knowledge.frequencies import frequencies

TABLE_ROWS = 5_000
FINDING_EVERY = 25
DATE_EVERY = 60
NEW_FORMS = 0.03
CONVERTED_PARAGRAPHS = 0.10
WIKITEXT_FILES = 0.25
SAMPLE_WORDS = 680_000
FILE_WORDS = 10_000

SWAPS = ("ि", "ी"), ("ी", "ि"), ("ु", "ू"), ("ू", "ु"), ("व", "ब"), ("श", "स"), ("न्", "ं"), ("म्", "ं"), ("ङ", "ं")
"""How a misspelling of the table differs from its word: the first of a pair, once, becomes the second."""

CONVERTED = {
    "का": "का", "की": "को", "के": "का", "को": "लाई", "में": "मा", "से": "बाट", "ने": "ले", "पर": "मा", "है": "छ",
    "हैं": "छन्", "था": "थियो", "थे": "थिए", "और": "र", "यह": "यो", "वह": "त्यो", "इस": "यस", "उस": "त्यस", "भी": "पनि",
    "नहीं": "होइन", "किया": "गरे", "गया": "गयो", "हुआ": "भयो",
}  # fmt: skip

MONTHS = "जनवरी", "फेब्रुअरी", "मार्च", "अप्रिल", "जुलाई", "अगस्ट", "अक्टोबर", "बैशाख", "असार", "भदौ", "कात्तिक", "फागुन"
DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
CONSONANTS = "कखगघचछजटडतथदनपफबभमयरलवसह"
VOWEL_SIGNS = ("", "", "ा", "ि", "ी", "ु", "े", "ो")
ENDINGS = ("", "को", "मा", "ले", "लाई", "का", "हरू", "बाट")
WIKITEXT = (
    "== {0} {1} ==\n",
    "[[चित्र:{0}.jpg|thumb|right|{1} {2}]]\n",
    "{{{{उद्धरण|शीर्षक={0} {1}|वर्ष=2015}}}}\n",
    "* [[{0}|{1}]] र '''{2}'''\n",
    "<!-- {0} {1} -->\n",
)


class Weighted:
    """Words drawn by their counts."""

    def __init__(self, counts: Mapping[str, int], least: int) -> None:
        self.words = [word for word, count in counts.items() if count >= least]
        self.weights = list(accumulate(counts[word] for word in self.words))

    def draw(self, random: Random, count: int) -> list[str]:
        """`count` words, with repetition."""
        return random.choices(self.words, cum_weights=self.weights, k=count)


def misspellings(rows: int = TABLE_ROWS) -> dict[str, str]:
    """Wrong to right: one swap in each of the commoner longer words, where no list knows the result."""
    known = frequencies()
    table: dict[str, str] = {}
    for word in sorted(known.nepali, key=lambda word: (-known.nepali[word], word)):
        if len(table) == rows:
            break
        if len(word) < 4:
            continue
        for found, instead in SWAPS:
            wrong = word[0] + word[1:].replace(found, instead, 1)
            taken = wrong in known.nepali or wrong in known.hindi or wrong in table
            if not taken and is_normalized("NFC", wrong + word):
                table[wrong] = word
                break
    return dict(sorted(table.items()))


def new_form(random: Random) -> str:
    """A form that looks like a Nepali word and is none."""
    syllables = (random.choice(CONSONANTS) + random.choice(VOWEL_SIGNS) for _ in range(random.randint(3, 5)))
    return "".join(syllables) + random.choice(ENDINGS)


def date(random: Random) -> str:
    """A date in one of the ways they are written."""
    year, day = random.randint(1850, 2080), random.randint(1, 28)
    written = random.choice(("सन् {y} {m} {d}", "{d} {m} {y}", "वि.सं. {y} {m} {d} गते", "{y}-{z}", "{y} सालमा"))
    text = written.format(y=year, z=year + random.randint(1, 9), m=random.choice(MONTHS), d=day)
    return text.translate(DIGITS) if random.random() < 0.5 else text


class Writer:
    """Writes the files; one writer's files follow from its seed."""

    def __init__(self, seed: int) -> None:
        known = frequencies()
        self.random = Random(seed)
        self.nepali = Weighted(known.nepali, 3)
        self.hindi = Weighted(known.hindi, 3)
        self.wrong = sorted(misspellings())
        self.written = 0

    def paragraph(self, length: int) -> str:
        """A paragraph of `length` words in sentences."""
        random = self.random
        if random.random() < CONVERTED_PARAGRAPHS:
            words = [CONVERTED.get(word, word) for word in self.hindi.draw(random, length)]
        else:
            words = self.nepali.draw(random, length)
        for index in range(length):
            self.written += 1
            if self.written % FINDING_EVERY == 0:
                words[index] = random.choice(self.wrong)
            elif self.written % DATE_EVERY == 7:
                words[index] = date(random)
            elif random.random() < NEW_FORMS:
                words[index] = new_form(random)
        sentences = []
        while words:
            cut = random.randint(6, 18)
            sentences.append(" ".join(words[:cut]) + " ।")
            words = words[cut:]
        return " ".join(sentences)

    def file(self, words: int, *, wikitext: bool) -> str:
        """A file of about `words` words."""
        parts = []
        end = self.written + words
        while self.written < end:
            if wikitext and self.random.random() < 0.5:
                parts.append(self.random.choice(WIKITEXT).format(*self.nepali.draw(self.random, 3)))
            parts.append(self.paragraph(self.random.randint(30, 120)) + "\n")
        return "\n".join(parts)


class Sample(NamedTuple):
    """What was written: the files, and sizes in bytes and words."""

    files: tuple[Path, ...]
    size: int
    words: int
    distinct: float


def write_sample(folder: Path, words: int, seed: int = 1) -> Sample:
    """Writes about `words` words into files of `folder`."""
    writer = Writer(seed)
    files: list[Path] = []
    seen: set[str] = set()
    size = total = 0
    for number in range(max(1, words // FILE_WORDS)):
        wikitext = number % round(1 / WIKITEXT_FILES) == 0
        text = writer.file(min(words, FILE_WORDS), wikitext=wikitext)
        path = folder / f"{number:04}.{'wiki' if wikitext else 'txt'}"
        path.write_text(text, encoding="utf-8", newline="\n")
        files.append(path)
        size += path.stat().st_size
        tokens = list(tokens_of(text))
        total += len(tokens)
        seen.update(tokens)
    return Sample(tuple(files), size, total, len(seen) / total)


def tokens_of(text: str) -> Iterator[str]:
    """The words of `text` that hold a Devanagari letter."""
    return (word for word in text.split() if "\u0904" <= word[0] <= "\u0939")
