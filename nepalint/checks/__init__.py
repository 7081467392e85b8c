"""The rules that need code, a module a family; each module ends with `RULES`."""

from nepalint.checks import conversion, dates, encoding, passages, signs, suppression, typography
from nepalint.rulebook.rule import Rule

CODE_RULES: tuple[Rule, ...] = (
    *signs.RULES,
    *encoding.RULES,
    *conversion.RULES,
    *passages.RULES,
    *dates.RULES,
    *typography.RULES,
    *suppression.RULES,
)
