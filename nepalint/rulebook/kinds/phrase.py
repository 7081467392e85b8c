"""`phrase`: several words in a row, or one word with punctuation, that are written another way."""

from collections.abc import Iterator

import regex

from nepalint.diagnostic import Diagnostic
from nepalint.document import Document
from nepalint.knowledge.rulefiles import RawRule
from nepalint.language.suffixes import cuts_at
from nepalint.rulebook.kinds.pattern import LETTER
from nepalint.rulebook.kinds.replace import corrections
from nepalint.rulebook.meta import RuleMeta
from nepalint.rulebook.rule import TextRule, narrowest
from nepalint.rulebook.sieve import Sieve
from nepalint.text.spans import Edit

_SPACE = "[\u200c\u200d]?[ \u00a0]"
_UNUSUAL = ("\u00a0", "\u200c ", "\u200d ")
"""What may stand in place of a plain space."""
_PLAIN = str.maketrans({"\u00a0": " ", "\u200c": None, "\u200d": None})


HEAD = 3
"""Code points, at the most, of the second word of a phrase by which texts without it are known."""


class Phrase(TextRule):
    """Phrases of a table; with `inflected` the last word may carry suffixes, which stay."""

    def __init__(self, meta: RuleMeta, raw: RawRule) -> None:
        self.meta = meta
        self._phrases = corrections(raw, "phrases")
        self._inflected = bool(raw.values.get("inflected", True))
        self._beginning: dict[str, list[str]] = {}
        for phrase in self._phrases:
            self._beginning.setdefault(phrase.partition(" ")[0], []).append(phrase)
        self._firsts = frozenset(self._beginning)
        seconds = [phrase.partition(" ")[2] for phrase in self._phrases]
        self._head = min(HEAD, *map(len, seconds))
        heads = frozenset(second[: self._head] for second in seconds)
        self._seconds = Sieve(lambda words: [word for word in words if word[: self._head] in heads])

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        present = list(self._phrases)
        # The first code point alone is found much faster, and where it is missing so is the whole.
        if not any(mark[0] in text and mark in text for mark in _UNUSUAL):
            present = [phrase for first in self._firsts & document.words for phrase in self._beginning[first]]
            heads = {word[: self._head] for word in self._seconds.among(document.words)} if present else set()
            present = [
                phrase for phrase in present if phrase.partition(" ")[2][: self._head] in heads and phrase in text
            ]
        if not present:
            return
        spelled = "|".join(
            regex.escape(phrase, literal_spaces=True).replace(" ", _SPACE) for phrase in sorted(present, reverse=True)
        )
        pattern = regex.compile(rf"(?<!{LETTER})(?P<phrase>{spelled})(?P<suffix>{LETTER}*+)")
        for match in pattern.finditer(text):
            suffix = match["suffix"].strip("\u200c\u200d")
            start, end = match.span("phrase")
            found = text[start:end]
            fix = self._phrases[found.translate(_PLAIN)]
            if suffix and not (self._inflected and cuts_at(fix + suffix, len(fix))):
                continue
            edit_start, edit_end, replacement = narrowest(found, fix)
            edit = Edit(start + edit_start, start + edit_end, replacement)
            yield self.meta.diagnose(start, end, found=found, fix=fix, edits=(edit,))
