"""The commands by name, help in both languages, and the one place where errors become exit codes."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn, cast

import click

from nepalint import __version__
from nepalint.cli.command import language_of, localised_usage_error
from nepalint.cli.exits import BROKEN_PIPE, CHECKED, INTERRUPTED, NOT_CHECKED
from nepalint.cli.terminal import Terminal, discard_output, open_closed_streams
from nepalint.errors import NepalintError, UsageError, defect, nearest
from nepalint.messages import messages

COMMANDS = {
    "check": "check",
    "clean": "clean",
    "explain": "rules",
    "rules": "rules",
    "facts": "facts",
    "inflect": "morphology",
    "analyse": "morphology",
    "undo": "ledger",
    "replay": "ledger",
    "blame": "ledger",
    "schema": "rules",
    "lsp": "lsp",
}
"""Every command with the module of `nepalint.cli` that holds it."""
_FUNCTIONS = {"analyse": "analyse_words"}
"""The commands that their module calls otherwise."""


GARBAGE_AFTER = 4_000_000
"""New objects after which the interpreter looks for cycles."""


class App(click.Group):
    """The group of all commands."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the module of one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"nepalint.cli.{COMMANDS[cmd_name]}")
        return cast("click.Command", getattr(module, _FUNCTIONS.get(cmd_name, cmd_name)))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; offer what is near where there is none."""
        if args[0] not in COMMANDS and (near := nearest(args[0], COMMANDS)):
            raise UsageError(
                messages(language_of(ctx, args))("usage.command", name=args[0]),
                hint=messages(language_of(ctx, args))("usage.near", near=near),
            )
        return super().resolve_command(ctx, args)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One sentence, in the language of the locale."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(messages(language_of(ctx))("help.app"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with a sentence each, without loading them."""
        say = messages(language_of(ctx))
        with formatter.section(say("help.commands")):
            formatter.write_dl([(name, say(f"help.{name}")) for name in COMMANDS])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The two options of the group, then the commands."""
        say = messages(language_of(ctx))
        with formatter.section(say("help.options")):
            formatter.write_dl([("--version", say("help.version")), ("--help", say("help.help"))])
        self.format_commands(ctx, formatter)

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run, say what went wrong in one line with a hint, and exit with the code of the design."""
        # Findings are many, small, and hold no cycles: looking for garbage often would cost an eighth of the run.
        gc.set_threshold(GARBAGE_AFTER, 20, 20)
        open_closed_streams()
        arguments = list(sys.argv[1:] if args is None else args)
        language = language_of(None, arguments)
        try:
            code = self._run(arguments, prog_name or "nepalint", language, **extra)
            sys.stdout.flush()
        except BrokenPipeError:
            discard_output()
            code = BROKEN_PIPE
        sys.exit(code)

    def _run(self, arguments: list[str], prog_name: str, language: str, **extra: Any) -> int:
        terminal = Terminal(language)
        if not arguments:
            sys.stderr.write(f"{self.get_help(click.Context(self, info_name=prog_name))}\n")
            return NOT_CHECKED
        try:
            # Not click's own main: it has other exit codes for a broken pipe and an interrupt.
            with self.make_context(prog_name, list(arguments), **extra) as context:
                outcome = self.invoke(context)
            return outcome if isinstance(outcome, int) else CHECKED
        except click.exceptions.Exit as end:
            return end.exit_code
        except click.ClickException as error:
            message, hint = localised_usage_error(error, terminal.say)
            terminal.complain(message, hint)
        except NepalintError as error:
            terminal.error(error)
        except (KeyboardInterrupt, click.Abort):
            terminal.complain(terminal.say("error.interrupted"))
            return INTERRUPTED
        except BrokenPipeError:
            raise
        except OSError as error:
            terminal.complain(f"{error.filename or 'nepalint'}: {error.strerror or error}")
        except Exception as error:
            if "--strict-internal" in arguments:
                raise
            terminal.error(defect(error))
        return NOT_CHECKED


@click.group(cls=App, name="nepalint", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="nepalint", message="%(prog)s %(version)s")
def app() -> None:
    """nepalint."""
