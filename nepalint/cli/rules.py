"""`nepalint explain`, `rules` and `schema`: what nepalint knows of its own rules and files."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import click

from nepalint.cli import options
from nepalint.cli.command import command, option
from nepalint.cli.exits import CHECKED
from nepalint.cli.terminal import Terminal
from nepalint.config import SETTINGS_SCHEMA
from nepalint.diagnostic import FAMILIES, Applicability, Diagnostic
from nepalint.engine.catalogue import load_rulebook
from nepalint.engine.run import Lint
from nepalint.errors import UsageError
from nepalint.messages import LANGUAGES, Messages, choose_language, messages
from nepalint.render.escape import visible
from nepalint.render.table import table
from nepalint.rulebook import Rule, RuleMeta
from nepalint.rulebook.schema import RULE_FILE_SCHEMA
from nepalint.text.source import Source

_output_format = option("--output-format", key="output_format", type=click.Choice(["text", "json"]), default="text")


@command("explain")
@click.argument("code")
@_output_format
@options.interface
def explain(*, code: str, output_format: str, lang: str | None, color: bool | None, **_: Any) -> int:
    """Explain a rule, by code or name; without --lang in both languages."""
    terminal = Terminal(choose_language(lang), color=color)
    rulebook = load_rulebook()
    wanted = code if code in rulebook.by_code or code.upper() not in rulebook.by_code else code.upper()
    codes = rulebook.resolve(wanted)
    if len(codes) != 1:
        raise UsageError(terminal.say("usage.rule", code=code), hint=terminal.say("usage.selector.hint"))
    meta = rulebook.by_code[next(iter(codes))].meta
    if output_format == "json":
        terminal.write(json.dumps(card(meta), ensure_ascii=False, indent=2) + "\n")
    else:
        languages = LANGUAGES if lang is None else (lang,)
        found = _seen_at_work(rulebook.by_code[meta.code])
        terminal.write("\n\n".join("\n".join(_explained(meta, found, messages(each))) for each in languages) + "\n")
    terminal.flush()
    return CHECKED


@command("rules")
@_output_format
@options.interface
def rules(*, output_format: str, lang: str | None, color: bool | None, **_: Any) -> int:
    """List the rules."""
    terminal = Terminal(choose_language(lang), color=color)
    say = terminal.say
    cards = [rule.meta for rule in load_rulebook().rules]
    if output_format == "json":
        terminal.write(json.dumps([card(meta) for meta in cards], ensure_ascii=False, indent=2) + "\n")
    else:
        head = [say(f"rules.{key}") for key in ("code", "name", "category", "severity", "fix")]
        rows = [
            [
                meta.code,
                meta.name,
                say(f"category.{FAMILIES[meta.code[:3]]}"),
                say(f"severity.{meta.severity}"),
                say(f"applicability.{meta.applicability}") if has_fix(meta) else "-",
            ]
            for meta in cards
        ]
        terminal.write(table(head, rows, left=len(head)))
    terminal.flush()
    return CHECKED


@command("schema")
@click.argument("what", type=click.Choice(["rules", "config"]), default="rules")
@options.interface
def schema(*, what: str, lang: str | None, **_: Any) -> int:
    """Print the JSON schema of rule files, or of the settings file."""
    terminal = Terminal(choose_language(lang))
    content = SETTINGS_SCHEMA if what == "config" else RULE_FILE_SCHEMA
    terminal.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
    terminal.flush()
    return CHECKED


def has_fix(meta: RuleMeta) -> bool:
    """Whether the rule offers fixes, as its own examples show."""
    return any(example.mended is not None for example in meta.bad)


def card(meta: RuleMeta) -> dict[str, Any]:
    """A rule as JSON."""
    return {
        "code": meta.code,
        "name": meta.name,
        "aliases": list(meta.aliases),
        "category": FAMILIES[meta.code[:3]],
        "kind": meta.kind,
        "severity": meta.severity,
        "certainty": meta.certainty,
        "applicability": meta.applicability if has_fix(meta) else None,
        "profiles": sorted(meta.profiles),
        "promoted": sorted(meta.promoted),
        "message": meta.message,
        "message_en": meta.message_en,
        "why": meta.why,
        "why_en": meta.why_en,
        "bad": [{"text": example.text, "mended": example.mended} for example in meta.bad],
        "good": list(meta.good),
        "references": list(meta.references),
        "since": meta.since,
    }


def _seen_at_work(rule: Rule) -> Diagnostic | None:
    """What the rule says of its first example: a message without gaps."""
    example = Source.from_text(rule.meta.bad[0].text)
    found = Lint((rule,), format=rule.meta.example_format)(example).diagnostics
    return next((one for one in found if one.code == rule.meta.code), None)


def _explained(meta: RuleMeta, found: Diagnostic | None, say: Messages) -> Iterator[str]:
    """The card of a rule in one language."""
    yield f"{meta.code} {meta.name}"
    yield ""
    yield f"{say('explain.category')}: {say(f'category.{FAMILIES[meta.code[:3]]}')}"
    yield f"{say('explain.severity')}: {say(f'severity.{meta.severity}')}, {say(f'certainty.{meta.certainty}')}"
    if meta.aliases:
        yield f"{say('explain.aliases')}: {', '.join(meta.aliases)}"
    yield f"{say('explain.since')}: {meta.since}"
    if found is not None:
        yield from _section(say("explain.what"), [visible(say.of(found.message, found.message_en))])
    yield from _section(say("explain.why"), [say.of(meta.why, meta.why_en)])
    yield from _section(say("explain.bad"), (_example(example.text, example.mended) for example in meta.bad))
    yield from _section(say("explain.good"), (_example(text) for text in meta.good))
    safety = [say(f"explain.{meta.applicability}" if has_fix(meta) else "explain.none")]
    if meta.promoted and has_fix(meta) and meta.applicability is not Applicability.SAFE:
        safety.append(say("explain.promoted", profiles=", ".join(sorted(meta.promoted))))
    yield from _section(say("explain.fix"), safety)
    yield from _section(say("explain.references"), meta.references)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"{title}:"
    yield from (f"  {line}" for line in lines)


def _example(text: str, mended: str | None = None) -> str:
    """An example on one line; spaces at its edges, line endings and what cannot be seen are made visible."""
    shown = _seen(text)
    return shown if mended is None else f"{shown}  →  {_seen(mended)}"


def _seen(text: str) -> str:
    hidden = {"\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽"}
    return "".join(hidden.get(character, visible(character)) for character in text)
