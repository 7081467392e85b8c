"""What a reader is told of the findings under the pointer: message, reason, references."""

from collections.abc import Iterator, Sequence

import regex

from nepalint.diagnostic import Applicability, Diagnostic
from nepalint.messages import Messages
from nepalint.render.escape import visible
from nepalint.rulebook import Rulebook, RuleMeta

LONGEST = 600
"""Code points of a message that are shown: a finding may quote the whole of a very long line."""

_SPECIAL = regex.compile(r"[\\`*_{}\[\]()#+!|<>~&]")


def explained(found: Sequence[Diagnostic], rulebook: Rulebook, say: Messages, *, markdown: bool) -> str:
    """The findings, each with the reason and the references of its rule."""
    pieces = ("\n\n".join(_paragraphs(one, rulebook.by_code[one.code].meta, say, markdown)) for one in found)
    return ("\n\n---\n\n" if markdown else "\n\n").join(pieces)


def _paragraphs(one: Diagnostic, meta: RuleMeta, say: Messages, markdown: bool) -> Iterator[str]:
    def written(text: str) -> str:
        shown = visible(text if len(text) <= LONGEST else text[:LONGEST] + "…")
        return _SPECIAL.sub(r"\\\g<0>", shown) if markdown else shown

    heading = f"{one.code} {one.name}"
    level = f"{say(f'severity.{one.severity}')}, {say(f'certainty.{one.certainty}')}"
    yield f"**{heading}** ({level})" if markdown else f"{heading} ({level})"
    yield written(say.of(one.message, one.message_en))
    yield written(say.of(meta.why, meta.why_en))
    notes = [f"‘{written(piece.text)}’ {written(say.of(piece.why, piece.why_en))}" for piece in one.evidence]
    if one.fix is not None:
        key = "frame.fix" if one.fix.applicability is Applicability.SAFE else f"frame.fix.{one.fix.applicability}"
        notes.append(f"{say(key)}: {written(say.of(one.fix.title, one.fix.title_en))}")
    if one.alternatives:
        notes.append(f"{say('frame.alternatives')}: {', '.join(map(written, one.alternatives))}")
    if one.also:
        notes.append(f"{say('frame.also')}: {', '.join(one.also)}")
    notes += [f"{say('explain.references')}: {written(reference)}" for reference in meta.references]
    yield "\n".join(f"- {note}" for note in notes)
