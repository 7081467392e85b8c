"""The fingerprint of a finding: the same for the same defect, wherever it moves in the document."""

import hashlib
from collections.abc import Iterable

import regex

from nepalint.diagnostic import Diagnostic

_LINE_BREAK = regex.compile(r"[\r\n]")
CONTEXT = 12
"""Code points of context on each side, within the line, that tell two like findings apart."""


def fingerprints(text: str, diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Sixteen hex digits a finding, made of its code, its text, what stands around it, and a running number."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for one in diagnostics:
        before = _LINE_BREAK.split(text[max(0, one.start - CONTEXT) : one.start])[-1].strip()
        after = _LINE_BREAK.split(text[one.end : one.end + CONTEXT])[0].strip()
        key = "\x00".join((one.code, text[one.start : one.end], before, after))
        number = seen[key] = seen.get(key, 0) + 1
        digest = hashlib.blake2b(f"{key}\x00{number}".encode("utf-8", "surrogatepass"), digest_size=8)
        found.append(digest.hexdigest())
    return found
