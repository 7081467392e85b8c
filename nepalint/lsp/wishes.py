"""What the client wishes: options of the command line, `initializationOptions`, and what it can take."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from lsprotocol import types
from pygls.uris import to_fs_path

from nepalint.config import LANGUAGES, PROFILES, Overrides


@dataclass(frozen=True, slots=True)
class Abilities:
    """What of the protocol the client takes."""

    related: bool = False
    tags: bool = False
    versioned_edits: bool = False
    resolves_edits: bool = False
    markdown: bool = False
    watches_files: bool = False

    @classmethod
    def of(cls, given: types.ClientCapabilities) -> "Abilities":
        """The abilities that a client has told."""
        text, workspace = given.text_document, given.workspace
        diagnostics = text.publish_diagnostics if text is not None else None
        action = text.code_action if text is not None else None
        hover = text.hover if text is not None else None
        edit = workspace.workspace_edit if workspace is not None else None
        watched = workspace.did_change_watched_files if workspace is not None else None
        resolve = action.resolve_support if action is not None else None
        formats: Sequence[object] = (hover.content_format or ()) if hover is not None else ()
        return cls(
            related=diagnostics is not None and bool(diagnostics.related_information),
            tags=diagnostics is not None and diagnostics.tag_support is not None,
            versioned_edits=edit is not None and bool(edit.document_changes),
            resolves_edits=resolve is not None and "edit" in resolve.properties,
            markdown=bool(formats) and formats[0] == types.MarkupKind.Markdown,
            watches_files=watched is not None and bool(watched.dynamic_registration),
        )


def chosen(options: object, given: Overrides) -> Overrides:
    """`given`, the command line, with what `initializationOptions` add: `lang`, `profile`, `select`, `ignore`,
    `extendSelect`, `unsafeFixes`. What is of the wrong kind is left out: an editor's settings must not stop the server.
    """
    wishes: dict[str, Any] = options if isinstance(options, dict) else {}

    def one_of(key: str, known: Sequence[str]) -> str | None:
        value = wishes.get(key)
        return cast("str", value) if value in known else None

    def several(key: str) -> tuple[str, ...]:
        value = wishes.get(key)
        return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()

    unsafe = wishes.get("unsafeFixes")
    return replace(
        given,
        lang=given.lang or one_of("lang", LANGUAGES),
        profile=given.profile or one_of("profile", PROFILES),
        select=given.select or several("select"),
        ignore=given.ignore + several("ignore"),
        extend_select=given.extend_select + several("extendSelect"),
        unsafe_fixes=given.unsafe_fixes
        if given.unsafe_fixes is not None
        else unsafe
        if isinstance(unsafe, bool)
        else None,
    )


def root(params: types.InitializeParams) -> Path:
    """The folder that is worked in, where documents without a file belong."""
    folders = params.workspace_folders or ()
    uri = folders[0].uri if folders else params.root_uri
    place = to_fs_path(uri) if uri else params.root_path
    return Path(place) if place else Path.cwd()


def language(wanted: str | None, locale: str | None) -> str | None:
    """The language wanted, else that of the editor's locale, if it says one; only Nepali is told from the rest."""
    if wanted is not None or not locale:
        return wanted
    return "ne" if locale.replace("_", "-").split("-")[0].lower() == "ne" else "en"
