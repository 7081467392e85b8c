"""The command line: the only place that prints and exits. Commands lie in modules of their own, loaded when called."""

import os
import sys
from typing import NoReturn


def main() -> None:
    """Run `nepalint` with the arguments of the process, and exit."""
    if sys.argv[1:] == ["--version"]:  # answered without loading the command line: hooks ask often
        from nepalint import __version__

        sys.stdout.write(f"nepalint {__version__}\n")
        return
    try:
        from nepalint.cli.app import app
    except KeyboardInterrupt:
        sys.exit(130)
    try:
        app.main(prog_name="nepalint")
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise


def _leave(code: int) -> NoReturn:
    """End the process at once: taking hundreds of thousands of objects apart first would cost a twentieth of a run.

    `App.main` has flushed standard output, and whatever else is written is closed where it was opened.
    """
    sys.stderr.flush()
    os._exit(code)
