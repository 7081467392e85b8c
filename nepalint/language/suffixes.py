"""Cutting suffixes off Nepali words: `नेपालको` is नेपाल + को, but अमेरिका, अर्को and शर्मा are whole.

What counts as evidence is in the word counts: whether the stem was seen, whether it was seen with other suffixes, and
whether the whole word takes suffixes itself, as only a stem does. What a suffix asks for is in `rules/suffixes.toml`.
"""

from functools import lru_cache
from typing import NamedTuple

from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.suffixes import STEM, Suffix, SuffixTable, Trust, suffix_table
from nepalint.text.script import CONSONANTS, MAX_WORD, VIRAMA, aksharas

MEMO_WORDS = 1 << 16
"""Words whose cut is remembered."""

_PROBES = ("को", "का", "लाई", "ले", "मा", "बाट", "हरू", "हरु", "सँग", "देखि")
"""Suffixes whose presence on a word shows that it is a stem."""
_NOUN_PROBES = ("लाई", "सँग", "हरू", "हरु", "ज्यू")
"""Suffixes that a noun takes and a participle in -ए does not."""
_VERB_PROBES = ("ेर", "्न", "्नु", "्छ", "न", "नु", "्यो")
"""Endings that show a root to be a verb's."""
_SEEN = 3
"""The count from which a word counts as seen when much depends on it: the rarest ones are often broken words."""
_COMMON = 10
"""The same for stems of one akshara and those that end in a virama; most fragments look like these."""

_VOWEL_SIGNS = dict(zip("आइईउऊएऐओऔ", "ािीुूेैोौ", strict=True))
_NASALS = ("ँ", "ं")


class Cut(NamedTuple):
    """A word as stem and suffixes, from the inside out; joined they give the word again."""

    stem: str
    suffixes: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """All suffixes as written."""
        return "".join(self.suffixes)


@lru_cache(MEMO_WORDS)
def cut(word: str) -> Cut:
    """The stem and suffixes of `word`; a word without a suffix is its own stem."""
    if len(word) > MAX_WORD:
        return Cut(word)
    return _peel(word, None, suffix_table()) or Cut(word)


def cuts_at(word: str, offset: int) -> bool:
    """Whether what follows `offset` code points of `word` is whole suffixes."""
    stem, suffixes = cut(word)
    place = len(stem)
    for suffix in suffixes:
        if place >= offset:
            break
        place += len(suffix)
    return place == offset


def standard_form(suffix: str) -> str:
    """What standard Nepali writes for one suffix as found: हरु → हरू, संग → सँग; others as they are."""
    for entry in suffix_table().by_ending.get(suffix[-2:], ()):
        if entry.form == suffix:
            return entry.standard or suffix
    return suffix


def _peel(word: str, allowed: frozenset[str] | None, table: SuffixTable) -> Cut | None:
    """The cut of `word` with an outermost suffix of a kind in `allowed` (`None`: any), or `None`."""
    candidates = table.by_ending.get(word[-2:])
    if candidates is None or word in table.whole or word.endswith(table.endings):
        return None
    for suffix in candidates:
        if not word.endswith(suffix.form) or (allowed is not None and suffix.kind not in allowed):
            continue
        stem = word[: -len(suffix.form)]
        if not stem:
            continue
        before = table.order[suffix.kind]
        inner = _peel(stem, before, table)
        if inner is not None:
            return Cut(inner.stem, (*inner.suffixes, suffix.form))
        if STEM in before and _plausible(word, stem, suffix, table):
            return Cut(stem, (suffix.form,))
    return None


def _plausible(word: str, stem: str, suffix: Suffix, table: SuffixTable) -> bool:
    """Whether `word` is `stem` with `suffix` rather than a word that happens to end like that."""
    if stem in table.stems or stem in table.whole:
        return True
    if _verbal(word, stem, suffix):
        return False
    count = frequencies().nepali.get
    seen = count(stem, 0)
    if suffix.trust is not Trust.CLEAR:
        whole_support = _support(word)
        if whole_support >= 2 and whole_support >= _support(stem, suffix.form[0]):
            return False
        if suffix.form[-1] == "ै" and count(stem + suffix.form[:-1], 0) >= max(seen, 1):
            return False  # कायम-ै, not काय-मै
    syllables = len(aksharas(stem))
    if syllables == 1 or stem[-1] == VIRAMA:
        if suffix.trust is Trust.WEAK:
            return False  # नि-जी, उ-भर
        return seen >= _COMMON and _support(stem, suffix.form[0]) >= _COMMON and not _is_suffix(stem, table)
    if suffix.trust is Trust.CLEAR:
        return True
    whole = count(word, 0)
    if suffix.trust is Trust.WEAK:
        if seen >= _SEEN and (seen >= whole or _support(stem, suffix.form[0]) >= whole):
            return True
    elif seen >= _SEEN or _support(stem, suffix.form[0]) >= _SEEN:
        return True
    if not whole and word in frequencies().hindi:
        return False  # पहले, झटका: a word, but of Hindi
    least = suffix.unknown_after.get(_sound(stem), MAX_WORD)
    return syllables >= (least + 1 if whole else least)


def _verbal(word: str, stem: str, suffix: Suffix) -> bool:
    """Whether `word` is a form of a verb that only looks like a noun with `suffix`."""
    count = frequencies().nepali.get
    last = stem[-1]
    form = suffix.form
    if form in ("को", "का", "की", "कै") and last in "ेए":  # participles: गरेको, भएका; but पाण्डेको is a noun
        verb = last == "ए" or any(count(stem[:-1] + end, 0) for end in _VERB_PROBES)
        return verb or not any(count(stem + probe, 0) for probe in _NOUN_PROBES)
    if form == "ले":  # थाले, बोले: past of roots in ल
        return bool(count(word + "र", 0) or count(word[:-1] + "्न", 0))
    if form in ("लाई", "लाइ"):  # फैलाई, नचलाइ: converb of roots in ला
        root = word[:-1].removeprefix("न")
        return bool(count(root + "उन", 0) or count(root + "एर", 0))
    if form == "की":  # झिकी, सिकी: converb of roots in क
        return bool(count(word[:-1] + "ेर", 0) or count(word[:-1] + "्न", 0))
    if form == "नै":  # बनाउनै: infinitive with -ै
        return bool(count(stem + "न", 0))
    if form == "सित":  # निर्वासित: participle in -इत
        return bool(count(word[:-2] + "न", 0) or count(word[:-2], 0))
    return False


def _support(stem: str, but: str = "") -> int:
    """How often `stem` was seen with suffixes, those that begin with `but` left out."""
    count = frequencies().nepali.get
    return sum([count(stem + probe, 0) for probe in _PROBES if probe[0] != but])


def _is_suffix(stem: str, table: SuffixTable) -> bool:
    return any(entry.form == stem for entry in table.by_ending.get(stem[-2:], ()))


def _sound(stem: str) -> str:
    """What `stem` ends in, as one of the sounds that `rules/suffixes.toml` names, or the code point itself."""
    last = stem[-1]
    if last in CONSONANTS:
        return "a"
    if last in _NASALS:
        return "nasal"
    return _VOWEL_SIGNS.get(last, last)
