"""The phonetic rules of `rules/phonetics.txt`: correspondences between spellings of one name, as rules for ICU."""

from functools import cache
from typing import NamedTuple

import regex

from nepalint.errors import RulebookError
from nepalint.knowledge.resources import rules_root

PATH = "rules/phonetics.txt"

_HEADER = regex.compile(r"# == (?P<name>.*) ==")
_NAME = regex.compile(r"[a-z]+(?:-[a-z]+)*")
_PASS = "::Null;"
_UNICODE_DATA = regex.compile(r"\[:|\\[pPN]|::(?!Null;)")
"""What would make a key depend on the version of ICU: its character classes, names and its own transliterators."""


class PhoneticRule(NamedTuple):
    """A correspondence: its name, its ICU rules, what it says of itself, and the 1-based line where it starts."""

    name: str
    rules: str
    why: str
    line: int


@cache
def phonetic_rules() -> tuple[PhoneticRule, ...]:
    """The shipped correspondences in the order in which they are applied, read once in a process.

    Raises:
        RulebookError: the file breaks its own form.
    """
    return read_phonetic_rules((rules_root() / "phonetics.txt").read_text("utf-8"))


def read_phonetic_rules(text: str) -> tuple[PhoneticRule, ...]:
    """The correspondences that a text describes.

    Raises:
        RulebookError: naming the line that cannot be used.
    """
    found: list[PhoneticRule] = []
    names: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.fullmatch(line):
            name = header["name"]
            if not _NAME.fullmatch(name) or name in names:
                raise _error(f"{name!r} is not a name, or there twice", number)
            names.add(name)
            found.append(PhoneticRule(name, "", "", number))
        elif line.startswith("#"):
            if found:
                found[-1] = found[-1]._replace(why=f"{found[-1].why} {line[1:].strip()}".strip())
        elif line.strip() and line.strip() != _PASS:
            if not found:
                raise _error("a rule stands before the first correspondence", number)
            if _UNICODE_DATA.search(line):
                raise _error("a rule may use nothing but letters and sets of letters", number)
            found[-1] = found[-1]._replace(rules=f"{found[-1].rules}{line}\n")
    for rule in found:
        if not rule.rules or not rule.why:
            raise _error(f"{rule.name}: rules or reason are missing", rule.line)
    return tuple(found)


def _error(message: str, line: int) -> RulebookError:
    return RulebookError(message, path=PATH, line=line)
