"""A command and an option of click whose help is looked up in the language of the run."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from nepalint.messages import LANGUAGES, Messages, choose_language, messages

_LANGUAGE = "nepalint.language"

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def language_of(context: click.Context | None, arguments: Sequence[str] = ()) -> str:
    """The language for help and errors: that of `--lang` among the arguments, else that of the locale.

    Looked for before the arguments are parsed, because the parser's own complaints are to be understood too.
    """
    if context is not None and _LANGUAGE in context.meta:
        return str(context.meta[_LANGUAGE])
    wanted = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return choose_language(wanted if wanted in LANGUAGES else None)


class Command(click.Command):
    """A command whose help stands in `messages` under `help.<name>` and `help.<name>.more`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Settle the language first."""
        ctx.meta[_LANGUAGE] = language_of(None, args)
        return super().parse_args(ctx, args)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The sentence of the command, then its details."""
        say = messages(language_of(ctx))
        for key in (f"help.{self.name}", f"help.{self.name}.more"):
            for paragraph in (say.get(key) or "").split("\n\n"):
                if paragraph:
                    formatter.write_paragraph()
                    with formatter.indentation():
                        formatter.write_text(paragraph)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, under a heading in the language."""
        given = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [record for record in (each.get_help_record(ctx) for each in given) if record]
        with formatter.section(messages(language_of(ctx))("help.options")):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help` with its text in the language."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = messages(language_of(ctx))("help.help")
        return found


class Option(click.Option):
    """An option whose `help` is a key of `messages`."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the language."""
        key = self.help
        if key is None or not key.startswith("option."):
            return super().get_help_record(ctx)
        self.help = messages(language_of(ctx))(key)
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = key


def command(name: str) -> Callable[[Callable[..., int]], Command]:
    """Declare a command; its function returns the exit code."""
    return click.command(name, cls=Command)


def option(*declarations: str, key: str, **attributes: Any) -> Callable[[Decorated], Decorated]:
    """Declare an option whose help is `option.<key>`."""
    return click.option(*declarations, cls=Option, help=f"option.{key}", **attributes)


def localised_usage_error(error: click.ClickException, say: Messages) -> tuple[str, str]:
    """What click complains of, with a hint that names the command."""
    context = getattr(error, "ctx", None)
    command_path = context.command_path if context is not None else "nepalint"
    general = say.get("error.usage")
    message = error.format_message()
    return (
        f"{general}: {message}" if general else message,
        say("usage.hint", command=command_path.removeprefix("nepalint").strip()).replace("nepalint  ", "nepalint "),
    )
