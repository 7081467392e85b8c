"""`nepalint lsp`: the language server on standard input and output."""

import os
import sys
from pathlib import Path
from typing import Any

from nepalint.cli import options
from nepalint.cli.command import command, language_of, option
from nepalint.config import Overrides
from nepalint.errors import UsageError
from nepalint.messages import messages

EXTRA = frozenset({"attrs", "cattrs", "lsprotocol", "pygls"})
"""The modules of the extra `lsp`."""


@command("lsp")
@option("--stdio", key="stdio", is_flag=True)
@options.selection
@options.profile
@option("--unsafe-fixes/--no-unsafe-fixes", key="unsafe_fixes", default=None)
@options.settings
@options.lang
def lsp(*, stdio: bool, config: Path | None, isolated: bool, **given: Any) -> int:
    """Serve an editor."""
    del stdio  # there is no other way, but some clients ask for it
    try:
        from nepalint.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        say = messages(language_of(None, sys.argv[1:]))
        raise UsageError(say("usage.lsp_extra"), hint=say("usage.lsp_extra.hint")) from error
    # pygls closes the stream in the end, and the command line still flushes its own.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        return serve(Overrides(**given), sys.stdin.buffer, out, config=config, isolated=isolated)
