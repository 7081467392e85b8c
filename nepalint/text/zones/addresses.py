"""What is no prose in any format: URLs, e-mail addresses, domains, file names."""

from collections.abc import Iterator

import regex

from nepalint.text.zones.model import Zone, ZoneKind

_END = r"\s<>\[\]{}|\"“”„‟‘’«»।॥"  # what none of them contains
_URL_REST = regex.compile(rf"[^{_END}]*+")
_SCHEME = regex.compile(r"(?r)[A-Za-z][A-Za-z0-9+.-]{0,15}")
_TRAILING = ".,;:!?'…"
_MAIL_LOCAL = regex.compile(r"(?r)[\p{L}\p{M}\p{Nd}\u200C\u200D._%+-]{1,64}")
_MAIL_DOMAIN = regex.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}+")

FILE_NAMESPACES = "file|image|media|चित्र|फाइल|फ़ाइल|तस्बिर|तस्विर|मिडिया"
"""What stands before the colon of a wiki's file name, as alternatives of a pattern that ignores case."""

_EXTENSIONS = (
    "jpe?g|png|gif|svg|tiff?|webp|bmp|xcf|ico|pdf|djvu|ogg|oga|ogv|opus|flac|wav|mp[34]|webm|avi|mov|mkv|midi?"
    "|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|tsv|json|xml|ya?ml|toml|html?|zip|gz|bz2|xz|rar|7z|epub|ttf|otf"
)
_SUFFIX = regex.compile(rf"\.(?:(?P<file>{_EXTENSIONS})|com|org|net|edu|gov|info|np)(?![A-Za-z0-9])", regex.I)
_DOMAIN_START = regex.compile(r"(?r)[A-Za-z0-9.-]{1,253}")
_FILE_START = regex.compile(rf"(?r)[^{_END}(),:;'=*#]{{1,255}}")
_TITLED_START = regex.compile(
    rf"(?r)(?<![\p{{L}}\p{{M}}])(?:{FILE_NAMESPACES})[ _]?:[^\n\r\[\]{{}}|<>:]{{1,240}}", regex.I
)
_TITLE_REACH = 260


def find_addresses(text: str) -> Iterator[Zone]:
    """URLs, e-mail addresses, domains and file names, in no order; they may overlap."""
    yield from _urls(text)
    yield from _mail(text)
    path_end = 0  # a path that holds a thousand domains is read once
    for match in _SUFFIX.finditer(text):
        dot, end = match.span()
        if match["file"] is None:
            start, kind = _DOMAIN_START.match(text, 0, dot), ZoneKind.URL
            if start is not None and text.startswith("/", end) and end > path_end:
                end = path_end = url_end(text, end)
        else:
            start = _TITLED_START.match(text, max(0, dot - _TITLE_REACH), dot) or _FILE_START.match(text, 0, dot)
            kind = ZoneKind.FILE_NAME
        if start is not None:
            yield Zone(kind, start.start(), end)


def url_end(text: str, start: int) -> int:
    """Where the URL that begins at `start` ends; punctuation at its end belongs to the sentence."""
    match = _URL_REST.match(text, start)
    end = match.end() if match is not None else start
    while end > start and (text[end - 1] in _TRAILING or (text[end - 1] == ")" and "(" not in text[start:end])):
        end -= 1
    return end


def _urls(text: str) -> Iterator[Zone]:
    at = text.find("://")
    while at >= 0:
        end = url_end(text, at + 3)
        scheme = _SCHEME.match(text, 0, at)
        if scheme is not None and end > at + 3:
            yield Zone(ZoneKind.URL, scheme.start(), end)
        at = text.find("://", max(end, at + 3))
    at = text.find("www.")
    while at >= 0:
        end = url_end(text, at)
        if end > at + 4:
            yield Zone(ZoneKind.URL, at, end)
        at = text.find("www.", max(end, at + 4))


def _mail(text: str) -> Iterator[Zone]:
    at = text.find("@")
    while at >= 0:
        local = _MAIL_LOCAL.match(text, 0, at)
        domain = _MAIL_DOMAIN.match(text, at + 1)
        if local is not None and domain is not None:
            yield Zone(ZoneKind.URL, local.start(), domain.end())
        at = text.find("@", at + 1)
