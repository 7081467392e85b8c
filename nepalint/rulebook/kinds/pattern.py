"""`pattern`: a regular expression over the text, run only where one of its literals occurs."""

from collections.abc import Iterator
from itertools import chain

import regex

from nepalint.diagnostic import Diagnostic
from nepalint.document import Document
from nepalint.knowledge.rulefiles import RawRule
from nepalint.rulebook.meta import RuleMeta
from nepalint.rulebook.rule import Rule, TextRule, WordHit, WordRule
from nepalint.text.spans import Edit

LETTER = r"[\u0900-\u0963\u0971-\u097F\u200C\u200D]"
MACROS = {
    "<line>": r"(?<![^\r\n])",
    "<end>": r"(?=\r?\n|\r|\Z)",
    "<sp>": r"[\u200C\u200D]?[ \u00A0]",
    "<word": rf"(?<!{LETTER})",
    "word>": r"(?![\u200C\u200D]?[\u0900-\u0963\u0971-\u097F])",
    "<letter>": LETTER,
}
"""What a pattern may write for: the start and end of a line, a space, the edges of a word, a letter of a word."""

_COMMON = frozenset(" ।\u0902\u093e\u093f\u0940\u0947\u094b\u094dकतनमरलसह")
"""What nearly every text holds, so that looking for it saves nothing."""
_LINE_END = regex.compile(r"[\r\n]")


class Pattern(TextRule):
    """A pattern whose group `fix`, or the whole match, is replaced.

    The finding stands at the group `span`, else at what is replaced; `found` in messages is that text.
    """

    def __init__(self, meta: RuleMeta, raw: RawRule) -> None:
        self.meta = meta
        self._literals: tuple[str, ...] = tuple(raw.values["literals"])
        self._pattern = compile_pattern(raw)
        self._replacement: str | None = raw.values.get("replacement")
        self._ignored = frozenset(raw.values.get("ignore_words", ()))
        groups = self._pattern.groupindex
        self._fix: int | str = "fix" if "fix" in groups else 0
        self._span: int | str = "span" if "span" in groups else self._fix
        self._begins_line = _begins_line(raw.values["pattern"])

    def check(self, document: Document) -> Iterator[Diagnostic]:
        text = document.text
        if not any(self._holds(text, literal) for literal in self._literals):
            return
        for match in self._matches(text):
            start, end = match.span(self._fix)
            found = match[self._span]
            if found in self._ignored:
                continue
            edits: tuple[Edit, ...] = ()
            fix = ""
            if self._replacement is not None:
                fix = match.expand(self._replacement)
                if fix == text[start:end]:
                    continue
                edits = (Edit(start, end, fix),)
            yield self.meta.diagnose(*match.span(self._span), found=found, fix=fix, edits=edits)

    @staticmethod
    def _holds(text: str, literal: str) -> bool:
        """Whether the literal is in the text; its rarest marks are looked for first, which costs a tenth."""
        for mark in literal:
            if mark not in _COMMON and mark not in text:
                return False
        return literal in text

    def _matches(self, text: str) -> Iterator[regex.Match[str]]:
        """The matches in order; a pattern for the beginning of a line is tried there alone."""
        if not self._begins_line:
            yield from self._pattern.finditer(text)
            return
        last = 0
        for start in chain((0,), (end.end() for end in _LINE_END.finditer(text))):
            if start >= last:
                match = self._pattern.match(text, start)
                if match is not None:
                    yield match
                    last = max(match.end(), start + 1)


class WordPattern(WordRule):
    """A pattern that lies within one word (`within_word`), so that each distinct word is matched once."""

    def __init__(self, meta: RuleMeta, raw: RawRule) -> None:
        self.meta = meta
        self.literals = tuple(raw.values["literals"])
        self._pattern = compile_pattern(raw)
        self._replacement: str = raw.values["replacement"]
        self._fix: int | str = "fix" if "fix" in self._pattern.groupindex else 0

    def examine(self, word: str) -> WordHit | None:
        match = self._pattern.search(word)
        if match is None:
            return None
        start, end = match.span(self._fix)
        return WordHit(start, end, start, end, match.expand(self._replacement))


def build(meta: RuleMeta, raw: RawRule) -> Rule:
    """The rule of the kind `pattern`, over the text or within words."""
    if not raw.values.get("within_word"):
        return Pattern(meta, raw)
    if "replacement" not in raw.values:
        raise raw.error("a pattern within words needs a replacement")
    return WordPattern(meta, raw)


def compile_pattern(raw: RawRule) -> regex.Pattern[str]:
    """The compiled pattern of a rule, its macros written out.

    Raises:
        RulebookError: it is no regular expression, or nests unbounded repetitions.
    """
    source: str = raw.values["pattern"]
    if regex.search(r"[*+}]\)[*+]|\)[*+]\)[*+]|\.\*.*\.\*", source):
        raise raw.error("nested or repeated unbounded repetition may never end", "pattern")
    for macro, meaning in MACROS.items():
        source = source.replace(macro, meaning)
    try:
        return regex.compile(source, regex.V1)
    except regex.error as error:
        raise raw.error(f"this is no regular expression: {error}", "pattern") from error


def _begins_line(pattern: str) -> bool:
    """Whether whatever the pattern, macros not yet written out, matches begins at the start of a line."""
    if not pattern.startswith("<line>"):
        return False
    depth = 0
    for piece in regex.finditer(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]", pattern, regex.DOTALL):
        depth += {"(": 1, ")": -1}.get(piece[0], 0)
        if piece[0] == "|" and depth == 0:
            return False
    return True
