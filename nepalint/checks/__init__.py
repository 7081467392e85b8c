"""The rules that need code, a module a family; each module ends with `RULES`."""

from nepalint.checks import (
    conventions,
    conversion,
    dates,
    encoding,
    mark_conventions,
    number_conventions,
    passages,
    punctuation,
    quotations,
    signs,
    suppression,
    typography,
)
from nepalint.rulebook.rule import Rule

CODE_RULES: tuple[Rule, ...] = (
    *signs.RULES,
    *encoding.RULES,
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
