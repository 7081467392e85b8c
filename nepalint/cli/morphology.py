"""`nepalint inflect` and `nepalint analyse`: the forms of a word, and what a form may be, for linguists."""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

import click

from nepalint.cli import options
from nepalint.cli.command import command, option
from nepalint.cli.documents import STDIN
from nepalint.cli.exits import CHECKED
from nepalint.cli.terminal import Terminal
from nepalint.errors import EncodingError, UsageError
from nepalint.language import hindi
from nepalint.language.analysers import PRESS, citations
from nepalint.language.analysis import Analysis, analyse
from nepalint.language.morphology import Reading
from nepalint.language.nepali import nominals, verbs
from nepalint.messages import Messages, choose_language
from nepalint.render.escape import visible
from nepalint.render.width import width

NEPALI, HINDI = "ne", "hi"
FORMATS = ("text", "tsv", "json")
VERB = "verb"
_CLASSES = (VERB, "noun", "name", "adjective", "pronoun", "numeral")

_output_format = option("--output-format", key="output_format.forms", type=click.Choice(FORMATS), default="text")


class _Row(NamedTuple):
    """A form in a paradigm."""

    pos: str
    form: str
    surface: str
    alternatives: tuple[str, ...]
    label: str


@command("inflect")
@click.argument("lemma")
@option("--pos", key="pos", type=click.Choice(_CLASSES))
@option("--of", "of", key="of", type=click.Choice([NEPALI, HINDI]), default=NEPALI)
@option("--compounds", key="compounds", is_flag=True)
@_output_format
@options.interface
def inflect(
    *, lemma: str, pos: str | None, of: str, compounds: bool, output_format: str, lang: str | None, **_: Any
) -> int:
    """Print the forms of a word."""
    terminal = Terminal(choose_language(lang))
    lemma = " ".join(lemma.split())
    rows = list(_of_hindi(lemma, pos) if of == HINDI else _of_nepali(lemma, pos, compounds, terminal))
    if not rows:
        raise UsageError(terminal.say("usage.lemma", lemma=lemma), hint=terminal.say("usage.lemma.hint"))
    if output_format == "json":
        terminal.write(json.dumps([_object(row) for row in rows], ensure_ascii=False, indent=2) + "\n")
    elif output_format == "tsv":
        terminal.write(_tsv(("pos", "form", "surface", "alternatives", "label"), map(_cells, rows)))
    else:
        terminal.write_all(_aligned([_cells(row)[1:] for row in rows]))
    terminal.flush()
    return CHECKED


@command("analyse")
@click.argument("words", nargs=-1, required=True)
@_output_format
@options.interface
def analyse_words(*, words: tuple[str, ...], output_format: str, lang: str | None, **_: Any) -> int:
    """Print what words may be."""
    terminal = Terminal(choose_language(lang))
    given = _standard_input() if words == (STDIN,) else words
    if output_format == "json":
        found = [_analysis_object(word, _analysis(word)) for word in given]
        terminal.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    elif output_format == "tsv":
        rows = (row for word in given for row in _reading_rows(word, _analysis(word)))
        terminal.write(_tsv(("word", "stem", "suffixes", "belonging", "language", "lemma", "pos", "features"), rows))
    else:
        for word in given:
            terminal.write_all(_told(word, _analysis(word), terminal.say))
    terminal.flush()
    return CHECKED


def _of_nepali(lemma: str, pos: str | None, compounds: bool, terminal: Terminal) -> Iterator[_Row]:
    """The paradigms of a Nepali word: that of `pos`, else of whatever lists and tables say it is.

    Several words are inflected at the last of them: काम गर्नु, प्रजातन्त्र दिवस.
    """
    before, space, last = lemma.rpartition(" ")
    for each in (pos,) if pos else citations(last):
        if each == VERB:
            sources = [verbs.inflect(last)]
            if compounds:
                sources += [verbs.compounds(last), verbs.phases(last)]
        else:
            sources = [nominals.inflect(last, each)]
        for form in chain.from_iterable(sources):
            label = _verb_label(form.form_id, terminal.say) if each == VERB else ""
            alternatives = tuple(before + space + alternative for alternative in form.alternatives)
            yield _Row(each, form.form_id, before + space + form.surface, alternatives, label)


def _of_hindi(lemma: str, pos: str | None) -> Iterator[_Row]:
    for form in hindi.inflect(lemma):
        if pos in (None, form.pos):
            yield _Row(form.pos, form.features, form.surface, form.alternatives, "")


def _analysis(word: str) -> Analysis:
    """The analysis of a word, or of several that are one form: गर्ने छ, करता था."""
    parts = word.split()
    if len(parts) < 2:
        return analyse(word)
    return Analysis(word, (), verbs.analyse_phrase(parts), hindi.analyse_phrase(parts))


def _standard_input() -> list[str]:
    """The lines of standard input that are not blank, without a byte order mark.

    Raises:
        EncodingError: they are not UTF-8.
    """
    try:
        text = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError(f"<stdin>: its bytes are not UTF-8, from byte offset {error.start} on") from None
    lines = (line.strip() for line in text.removeprefix("\ufeff").replace("\r", "\n").split("\n"))
    return [line for line in lines if line]


def _cells(row: _Row) -> tuple[str, ...]:
    return (row.pos, row.form, row.surface, " ".join(row.alternatives), row.label)


def _object(row: _Row) -> dict[str, object]:
    return {**row._asdict(), "alternatives": list(row.alternatives)}


def _analysis_object(word: str, found: Analysis) -> dict[str, object]:
    return {
        "word": word,
        "stem": found.stem,
        "suffixes": list(found.suffixes),
        "belonging": found.belonging,
        "nepali": [reading._asdict() for reading in found.nepali],
        "hindi": [reading._asdict() for reading in found.hindi],
    }


def _reading_rows(word: str, found: Analysis) -> Iterator[tuple[str, ...]]:
    """A row for each reading; one without for a word that has none."""
    head = (word, found.stem, "+".join(found.suffixes), found.belonging)
    for language, readings in ((NEPALI, found.nepali), (HINDI, found.hindi)):
        for reading in readings:
            yield (*head, language, *reading)
    if not found.nepali and not found.hindi:
        yield (*head, "", "", "", "")


def _told(word: str, found: Analysis, say: Messages) -> Iterator[str]:
    """A word for people."""
    cut = f" = {' + '.join((found.stem, *found.suffixes))}" if found.suffixes else ""
    yield f"{visible(word)}{visible(cut)}: {say(f'belonging.{found.belonging}')}\n"
    rows = [
        (say(f"language.{language}"), *reading, _label(reading, say) if language == NEPALI else "")
        for language, readings in ((NEPALI, found.nepali), (HINDI, found.hindi))
        for reading in readings
    ]
    yield from ("  " + line for line in _aligned(rows))


def _label(reading: Reading, say: Messages) -> str:
    """What the form of a verb is called; nothing for other words."""
    return _verb_label(reading.features.removesuffix(f";{PRESS}"), say) if reading.pos == VERB else ""


def _verb_label(form_id: str, say: Messages) -> str:
    label = verbs.label(form_id)
    return say.of(label.ne, label.en)


def _tsv(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ("\t".join(visible(cell) for cell in row) for row in (names, *rows))
    return "".join(f"{line}\n" for line in lines)


def _aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The rows as columns of cells that line up, however wide their letters are."""
    shown = [tuple(visible(cell) for cell in row) for row in rows]
    widest = [max(map(width, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        cells = (cell + " " * (most - width(cell)) for cell, most in zip(row, widest, strict=True))
        yield "  ".join(cells).rstrip() + "\n"
