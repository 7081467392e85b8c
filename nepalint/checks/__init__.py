"""The rules that need code, a module a family; each module ends with `RULES`."""

from nepalint.checks import (
    characters,
    conventions,
    conversion,
    dates,
    encoding,
    mark_conventions,
    mojibake,
    number_conventions,
    passages,
    punctuation,
    quotations,
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
    *punctuation.RULES,
    *quotations.RULES,
    *conventions.RULES,
    *mark_conventions.RULES,
    *number_conventions.RULES,
    *suppression.RULES,
)
