"""The rules that need code, a module a family; each module ends with `RULES`."""

from nepalint.checks import (
    characters,
    conversion,
    dates,
    encoding,
    mojibake,
    passages,
    signs,
    suppression,
    syllables,
    typography,
)
from nepalint.rulebook.rule import Rule

CODE_RULES: tuple[Rule, ...] = (
    *signs.RULES,
    *syllables.RULES,
    *encoding.RULES,
    *characters.RULES,
    *mojibake.RULES,
    *conversion.RULES,
    *passages.RULES,
    *dates.RULES,
    *typography.RULES,
    *suppression.RULES,
)
