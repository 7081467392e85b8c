"""The texts of the interface in Nepali and English. The messages of rules stand in the rules themselves."""

import os
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final

LANGUAGES: Final = ("ne", "en")


def choose_language(wanted: str | None, environment: Mapping[str, str] | None = None) -> str:
    """`wanted`, else Nepali where the locale is Nepali, else English.

    >>> choose_language(None, {"LC_ALL": "ne_NP.UTF-8"}), choose_language(None, {"LANG": "new_NP"})
    ('ne', 'en')
    """
    if wanted is not None:
        return wanted
    environment = os.environ if environment is None else environment
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):  # the first one that is set decides, as in the C library
        if locale := environment.get(variable):
            # The whole subtag: `new` is Nepal Bhasa, another language.
            return "ne" if locale.replace("-", "_").split(".")[0].split("@")[0].split("_")[0] == "ne" else "en"
    return "en"


class Messages:
    """The texts of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts: dict[str, str] = import_module(f"nepalint.messages.{language}").TEXTS

    def __call__(self, key: str, **values: object) -> str:
        """The text `key` with `values` filled in; with `count` of 1, its singular where there is one."""
        text = self._texts.get(f"{key}.one") if values.get("count") == 1 else None
        return (text or self._texts[key]).format_map(values)

    def get(self, key: str) -> str | None:
        """The text `key` as it stands, or None."""
        return self._texts.get(key)

    def of(self, ne: str, en: str) -> str:
        """Whichever of two texts is in this language."""
        return ne if self.language == "ne" else en


@cache
def messages(language: str) -> Messages:
    """The texts of `language`, one of `LANGUAGES`."""
    return Messages(language)
