"""The fingerprint of a finding: the same for the same defect, wherever it moves in the document."""

import hashlib
from collections.abc import Iterable

from nepalint.diagnostic import Diagnostic

CONTEXT = 12
"""Code points of context on each side that tell two like findings apart."""


def fingerprints(text: str, diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Sixteen hex digits a finding, made of its code, its text, what stands around it, and a running number."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for one in diagnostics:
        around = text[max(0, one.start - CONTEXT) : one.start] + "\x00" + text[one.end : one.end + CONTEXT]
        key = f"{one.code}\x00{text[one.start : one.end]}\x00{' '.join(around.split())}"
        number = seen[key] = seen.get(key, 0) + 1
        digest = hashlib.blake2b(f"{key}\x00{number}".encode("utf-8", "surrogatepass"), digest_size=8)
        found.append(digest.hexdigest())
    return found
