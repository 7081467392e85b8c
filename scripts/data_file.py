"""What the scripts that build a file of nepalint/data/ share: writing it, or telling whether it is current."""

import argparse
import sys

from nepalint.knowledge.resources import data_root


def arguments(name: str) -> argparse.ArgumentParser:
    """The command line of a script that builds the file `name`."""
    parser = argparse.ArgumentParser(description=f"Build nepalint/data/{name}.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is out of date")
    return parser


def settle(name: str, text: str, *, check: bool) -> int:
    """Write the file, or compare it if it is a `check`; the exit code, 1 when it is out of date."""
    target = data_root() / name
    data = text.encode()
    if check:
        if target.is_file() and target.read_bytes() == data:
            return 0
        print(f"{name} is out of date", file=sys.stderr)
        return 1
    target.write_bytes(data)
    print(f"{name}: {len(data):,} bytes")
    return 0
