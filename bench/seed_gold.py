"""The seed document with its annotation as one gold document: the tables of `tests/gold/seed/` joined.

What counts as a defect of which family:

- codemix: tokens labelled hi, hi_orth, mixed or corrupt are `hin`; a phrase to be replaced as a whole is `calque`, as
  are those of calques.
- translit: mentions written otherwise than the canonical form are `nam`.
- dates_contradictions: what the document itself shows (certain, likely, suspicious) is `dat`, at its first place.
- markup, typography_orthography: by the kind of the row; rows marked info or never are no defects, optin ones stay so.

Words were read for errors on the lines of codemix.tsv alone, where some were left undecided. Names, dates, markup and
conventions were read on all lines.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from bench.gold import CALQUE, HINDI, GoldDocument, Mark
from nepalint.text.source import Source
from nepalint.text.spans import Span, SpanSet
from nepalint.text.zones import map_zones

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "tests" / "gold" / "seed"
SEED = next((ROOT / "seeds").glob("*.txt"))
SHOWN_BY_DOCUMENT = ("certain", "likely", "suspicious")
"""Levels of contradictions that need no source from outside."""
_FAMILY_OF_KIND = {
    **dict.fromkeys(("substring_replacement",), "hin"),
    **dict.fromkeys(("orphan_matra",), "uni"),
    **dict.fromkeys(
        (
            *("agreement", "anusvara_homorganic", "candrabindu_anusvara", "eyelash_ra", "halant_missing", "haru"),
            *("i_before_haru", "joining", "ko_lagi", "nonfinite_sentence_end", "register", "spelling"),
            *("spelling_contested", "visarga_colon", "visarga_sandhi"),
        ),
        "ort",
    ),
    **dict.fromkeys(("lost_text", "parenthetical_lost", "image_link_residue", "sister_project_residue"), "mrk"),
    **dict.fromkeys(("missing_heading", "missing_lead_structure", "missing_separator", "structure_duplicate"), "mrk"),
    **dict.fromkeys(("structure_mixed_source", "structure_order"), "mrk"),
}
"""The family of a row of markup or typography by its kind; all others are typography."""

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """The rows of one table, by its name without suffix."""
    with (TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def seed_document() -> GoldDocument:
    """The seed with all that is marked in it. A mark in a quotation is marked as quoted."""
    source = Source.from_bytes(SEED.read_bytes(), SEED.name)
    quotations = map_zones(source.text).quotations
    marks = {
        mark._replace(labels=mark.labels | {"quoted"}) if quotations.overlaps(mark.start, mark.end) else mark
        for mark in (*_tokens(), *_calques(), *_names(), *_dates(), *_spellings(source.text))
    }
    tokens = rows("codemix")
    read = SpanSet(Span(*source.lines.span(int(row["line"]) - 1)) for row in tokens)
    undecided = [
        (int(row["start"]), int(row["end"])) for row in tokens if row["label"] == "other" and row["replacement"]
    ]
    return GoldDocument(
        SEED,
        {"id": SEED.stem, "genre": "biography", "language": "ne", "format": "plain", "origin": "seeds/SOURCE.toml"},
        source.text,
        tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, sorted(mark.labels), mark.rights))),
        unread=SpanSet([*read.gaps(len(source.text)), *undecided]),
    )


def _tokens() -> Iterator[Mark]:
    more = {row["idx"]: row["alternatives"] for row in rows("alternatives")}
    phrases: dict[str, list[Row]] = {}
    for row in rows("codemix"):
        if row["phrase_id"]:
            phrases.setdefault(row["phrase_id"], []).append(row)
        if row["label"] in HINDI:
            rights = () if row["phrase_id"] else _forms(row, more)
            yield Mark(int(row["start"]), int(row["end"]), frozenset((row["label"],)), rights)
    for phrase in phrases.values():
        span = int(phrase[0]["start"]), int(phrase[-1]["end"])
        yield Mark(*span, frozenset((CALQUE,)), _forms(phrase[0], more))


def _forms(row: Row, more: dict[str, str]) -> tuple[str, ...]:
    """The right forms of a token or of the phrase that it begins."""
    written = f"{row['replacement']}/{more.get(row['idx'], '')}".split("/")
    return tuple(form for form in map(str.strip, written) if form)


def _calques() -> Iterator[Mark]:
    for row in rows("calques"):
        yield _mark(row, CALQUE, row["replacement"])


def _names() -> Iterator[Mark]:
    for row in rows("translit"):
        if "1" in (row["inconsistent"], row["noncanonical"]):
            safe = row["inconsistent"] == "1" and row["fix_safety"] == "safe"
            yield _mark(row, "nam", row["canonical"], "safe" if safe else "")


def _dates() -> Iterator[Mark]:
    for row in rows("dates_contradictions"):
        if row["level"] in SHOWN_BY_DOCUMENT:
            _, span, surface = row["spans"].partition(" || ")[0].split(":", 2)
            start, end = map(int, span.split("-"))
            right = row["right_value"] if row["autofix_from_document"] == "yes" else ""
            # A value that speaks of more than the place itself is a remark, not a form.
            rights = (right,) if right and len(right) == len(surface) else ()
            yield Mark(start, end, frozenset(("dat",)), rights)


def _spellings(text: str) -> Iterator[Mark]:
    for row in (*rows("markup"), *rows("typography_orthography")):
        if row["safety"] in ("info", "never"):
            continue
        if row["kind"] == "blank_line":  # the row marks the place; what is to go is the line ending there
            start = int(row["start"])
            yield Mark(start, start + 1, frozenset(("typ", "safe")), ("",))
            continue
        yield _mark(row, _FAMILY_OF_KIND.get(row["kind"], "typ"), row["replacement"], row["safety"])


def _mark(row: Row, family: str, right: str, safety: str = "") -> Mark:
    labels = frozenset((family, safety)) & {family, "safe", "optin"}
    # A row without extent and replacement marks where something is missing that nobody can supply.
    return Mark(int(row["start"]), int(row["end"]), labels, () if right == row["surface"] else (right,))
