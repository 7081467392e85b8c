"""The command line: the only place that prints and exits. Commands lie in modules of their own, loaded when called."""

import sys


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
    app.main(prog_name="nepalint")
