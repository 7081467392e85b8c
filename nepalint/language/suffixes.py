"""Cutting suffixes off Nepali words: `नेपालको` is नेपाल + को, but अमेरिका, अर्को and शर्मा are whole.

What counts as evidence is in the word counts: whether the stem was seen, whether it was seen with other suffixes, and
whether the whole word takes suffixes itself, as only a stem does. What a suffix asks for is in `rules/suffixes.toml`;
which stems are pronouns, which words count and which nouns are known beside the counts, in `rules/nepali/`.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from nepalint.knowledge.frequencies import frequencies
from nepalint.knowledge.nepali_nominals import numerals, pronouns
from nepalint.knowledge.suffixes import STEM, Suffix, SuffixTable, Trust, suffix_table
from nepalint.knowledge.vocabulary import words_of
from nepalint.language.frequency import unheard
from nepalint.text.script import CONSONANTS, MAX_WORD, SIGN_OF, VIRAMA, akshara_count

MEMO_WORDS = 1 << 16
"""Words whose cut is remembered."""
MEMO_CHAINS = 1 << 10
"""Words whose chains are remembered: one word is asked for by several analysers, one after the other."""

_PROBES = ("को", "का", "लाई", "ले", "मा", "बाट", "हरू", "हरु", "सँग", "देखि")
"""Suffixes whose presence on a word shows that it is a stem."""
_PROBES_WITHOUT = {probe[0]: tuple(other for other in _PROBES if other[0] != probe[0]) for probe in _PROBES}
"""Those that do not begin with a letter."""
_NOUN_PROBES = ("लाई", "सँग", "हरू", "हरु", "ज्यू")
"""Suffixes that a noun takes and a participle in -ए does not."""
_VERB_PROBES = ("ेर", "्न", "्नु", "्छ", "न", "नु", "्यो")
"""Endings that show a root to be a verb's."""
_ROOT_PROBES = {True: ("ेर", "्न", "्नु", "्छ", "्यो"), False: ("एर", "उन", "उनु", "उँछ")}
"""The same, for roots that end in a consonant, and for those that do not."""
_LONGEST_ROOT = 3
"""Aksharas of the longest roots that take a bare -ए."""
_GENITIVES = ("को", "का", "की", "कै")
_PARTICIPLE_ENDS = "ेए"
_SEEN = 3
"""The count from which a word counts as seen when much depends on it: the rarest ones are often broken words."""
_COMMON = 10
"""The same for stems of one akshara and those that end in a virama; most fragments look like these."""

_OFTEN = 5
"""The count from which a noun would have been met with a suffix at least once."""

_BARE_SOUNDS = ("a", "nasal")
"""What words seldom end in before a syllable that looks like a suffix."""
_NOUN = "noun"
_CONVERB = regex.compile("[इि]")
"""How the first part of a compound verb ends: आइ-रहेको."""
_NASALS = ("ँ", "ं")
_PURPOSE = "purpose"


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


@lru_cache(MEMO_CHAINS)
def chains(word: str) -> tuple[tuple[str, tuple[Suffix, ...]], ...]:
    """Every stem and chain of suffixes that the order of suffixes allows for `word`, longest stem first.

    Whether such a stem is a word is not asked: `ढोका` is also taken for ढो and का.
    """
    found: list[tuple[str, tuple[Suffix, ...]]] = [(word, ())]
    if len(word) <= MAX_WORD:
        _collect_chains(found, word, (), None, suffix_table())
    return tuple(sorted(found, key=_stem_length, reverse=True)) if len(found) > 2 else tuple(found)


def standard_form(suffix: str) -> str:
    """What standard Nepali writes for one suffix as found: हरु → हरू, संग → सँग; others as they are."""
    for entry in suffix_table().by_ending.get(suffix[-2:], ()):
        if entry.form == suffix:
            return entry.standard or suffix
    return suffix


def stands_as_stem(word: str) -> bool:
    """Whether `word` was seen with suffixes, as nouns are: घर, but not घरको and गर्छन्."""
    return bool(word) and not cut(word).suffixes and _support(word) >= _SEEN


def _collect_chains(
    found: list[tuple[str, tuple[Suffix, ...]]],
    word: str,
    outer: tuple[Suffix, ...],
    allowed: frozenset[str] | None,
    table: SuffixTable,
) -> None:
    """Add what `word`, which `outer` follow, leaves when suffixes of the kinds `allowed` are taken off."""
    for suffix in table.by_ending.get(word[-2:], ()):
        if (allowed is None or suffix.kind in allowed) and word.endswith(suffix.form) and word != suffix.form:
            stem = word[: -len(suffix.form)]
            before = table.order[suffix.kind]
            suffixes = (suffix, *outer)
            if STEM in before or suffix.kind == _PURPOSE:
                found.append((stem, suffixes))
            _collect_chains(found, stem, suffixes, before, table)


def _stem_length(found: tuple[str, tuple[Suffix, ...]]) -> int:
    return len(found[0])


def _peel(word: str, allowed: frozenset[str] | None, table: SuffixTable) -> Cut | None:
    """The cut of `word` with an outermost suffix of a kind in `allowed` (`None`: any), or `None`."""
    candidates = table.by_ending.get(word[-2:])
    if candidates is None or word in table.whole or word.endswith(table.endings) or word in words_of(_NOUN):
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
        if (STEM in before and _plausible(word, stem, suffix, table)) or (
            suffix.kind == _PURPOSE and stem in _fused_genitives()
        ):
            return Cut(stem, (suffix.form,))
    return None


def _plausible(word: str, stem: str, suffix: Suffix, table: SuffixTable) -> bool:
    """Whether `word` is `stem` with `suffix` rather than a word that happens to end like that."""
    if suffix.trust is Trust.NUMBER:
        return stem in numerals().counting
    if suffix.trust is not Trust.WEAK and stem in words_of(_NOUN) and akshara_count(stem) > 1:
        return (without := _pronoun_stems().get(stem)) is None or suffix.form not in without
    if unheard(stem):
        return _plausible_by_shape(word, stem, suffix)
    count = frequencies().nepali.get
    seen = count(stem, 0)
    if suffix.form[-1] == "ै" and count(stem + suffix.form[:-1], 0) >= max(seen, 1):
        return False  # कायम-ै, not काय-मै; तीन-ै, not ती-नै
    if (without := _pronoun_stems().get(stem)) is not None:
        return suffix.form not in without
    if stem in table.stems or stem in table.whole:
        return True
    if _verbal(word, stem, suffix):
        return False
    if suffix.trust is not Trust.CLEAR:
        if seen < _SEEN and (_is_reduplicated(word) or _is_root(stem)):
            return False
        whole_support = _support(word)
        if whole_support >= 2 and whole_support >= _support(stem, suffix.form[0]):
            return False
    syllables = akshara_count(stem)
    if syllables == 1 or stem[-1] == VIRAMA:
        if suffix.trust is Trust.WEAK:
            return False  # नि-जी, उ-भर
        return seen >= _COMMON and _support(stem, suffix.form[0]) >= _COMMON and not _is_suffix(stem, table)
    if suffix.trust is Trust.CLEAR:
        return True
    whole = count(word, 0)
    if _is_infinitive(stem):
        return True
    if suffix.trust is Trust.WEAK:
        if seen >= _SEEN and (seen >= whole or _support(stem, suffix.form[0]) >= whole):
            return True
    elif seen >= _SEEN or _support(stem, suffix.form[0]) >= _SEEN:
        return True
    if not whole and word in frequencies().hindi:
        return False  # पहले, झटका: a word, but of Hindi
    sound = _sound(stem)
    least = suffix.unknown_after.get(sound, MAX_WORD)
    if whole and not (sound in _BARE_SOUNDS and whole >= _OFTEN and not _support(word)):
        least += 1  # it may be a word; but one met so often without any suffix has its own already: काख-मा
    return syllables >= least


def _plausible_by_shape(word: str, stem: str, suffix: Suffix) -> bool:
    """The same where nothing was counted that begins like `stem`: what is asked of counts is left out."""
    if suffix.form in _GENITIVES and stem[-1] in _PARTICIPLE_ENDS and _verbal(word, stem, suffix):
        return False
    if suffix.trust is not Trust.CLEAR and _is_reduplicated(word):
        return False
    syllables = akshara_count(stem)
    if syllables == 1 or stem[-1] == VIRAMA:
        return False
    if suffix.trust is Trust.CLEAR:
        return True
    return word not in frequencies().hindi and syllables >= suffix.unknown_after.get(_sound(stem), MAX_WORD)


def _verbal(word: str, stem: str, suffix: Suffix) -> bool:
    """Whether `word` is a form of a verb that only looks like a noun with `suffix`."""
    count = frequencies().nepali.get
    last = stem[-1]
    form = suffix.form
    if form in _GENITIVES and last in _PARTICIPLE_ENDS:  # participles: गरेको, भएका; but पाण्डेको is a noun
        root = stem[:-1]
        second = _CONVERB.split(root)[-1]
        roots = (root, second) if len(second) > 1 else (root,)
        verb = last == "ए" or any(_seen_verb(root, end) for root in roots for end in _VERB_PROBES)
        if not verb and akshara_count(stem.removeprefix("न")) > _LONGEST_ROOT:
            return False  # लामखुट्टेको
        return verb or not any(count(stem + probe, 0) for probe in _NOUN_PROBES)
    if form == "ले":  # थाले, बोले: past of roots in ल
        return _seen_verb(word, "र") or _seen_verb(word[:-1], "्न")
    if form in ("लाई", "लाइ"):  # फैलाई, नचलाइ: converb of roots in ला
        return _seen_verb(word[:-1], "उन") or _seen_verb(word[:-1], "एर")
    if form == "की":  # झिकी, सिकी: converb of roots in क
        return _seen_verb(word[:-1], "ेर") or _seen_verb(word[:-1], "्न")
    if form == "नै":  # बनाउनै, पुरानै: infinitives and adjectives with -ै
        return bool(count(stem + "न", 0) or count(stem + "नो", 0) >= _SEEN)
    if form == "सित":  # निर्वासित: participle in -इत
        return bool(count(word[:-2] + "न", 0) or count(word[:-2], 0))
    return False


def _seen_verb(root: str, ending: str) -> bool:
    """Whether the verb form was seen, with or without the negative न- at its beginning."""
    count = frequencies().nepali
    return root + ending in count or (root[:1] == "न" and root[1:] + ending in count)


def _is_root(stem: str) -> bool:
    """Whether `stem` is seen as the root of a verb rather than as a noun: पस-, but not खेल."""
    count = frequencies().nepali.get
    endings = _ROOT_PROBES[stem[-1] in CONSONANTS]
    as_verb = sum([count(stem + ending, 0) for ending in endings])
    return as_verb >= _SEEN > _support(stem)


def _is_infinitive(stem: str) -> bool:
    """Whether `stem` is the infinitive that ले and मा stand after: गर्ना-ले."""
    return stem.endswith("ना") and (stem[:-1] in frequencies().nepali or stem[:-1] + "ु" in frequencies().nepali)


def _is_reduplicated(word: str) -> bool:
    """Whether `word` is one half twice, or that with a vowel at its end: पहिलेपहिले, चकचकी."""
    for whole in (word, word[:-1]):
        half, odd = divmod(len(whole), 2)
        if not odd and half > 1 and whole[:half] == whole[half:]:
            return True
    return False


@cache
def _pronoun_stems() -> Mapping[str, frozenset[str]]:
    """The stems of pronouns, each with the suffixes it never takes."""
    stems: dict[str, frozenset[str]] = {}
    for entry in pronouns():
        for stem in (*entry.oblique, *entry.plural, *entry.emphatic_oblique):
            stems[stem] = stems.get(stem, entry.without) & entry.without
    return stems


@cache
def _fused_genitives() -> frozenset[str]:
    """मेरा, हाम्रा and the like, after which लागि is written as after the genitive of nouns."""
    return frozenset(entry.genitive + vowel for entry in pronouns() if entry.genitive for vowel in "ाो")


@lru_cache(MEMO_CHAINS)
def _support(stem: str, but: str = "") -> int:
    """How often `stem` was seen with suffixes, those that begin with `but` left out."""
    probes = _PROBES_WITHOUT.get(but, _PROBES)
    return sum(filter(None, map(frequencies().nepali.get, map(stem.__add__, probes))))  # no step of it in Python


def _is_suffix(stem: str, table: SuffixTable) -> bool:
    return any(entry.form == stem for entry in table.by_ending.get(stem[-2:], ()))


def _sound(stem: str) -> str:
    """What `stem` ends in, as one of the sounds that `rules/suffixes.toml` names, or the code point itself."""
    last = stem[-1]
    if last in CONSONANTS:
        return "a"
    if last in _NASALS:
        return "nasal"
    return SIGN_OF.get(last, last)
