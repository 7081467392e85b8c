"""How soon an editor sees the findings after a keystroke, in a long document.

`nepalint lsp` in a process of its own, over pipes. A keystroke is an incremental change of one code point at a place
drawn by chance, sent when the findings of the one before have come and a pause as of a typist has passed. Measured is
wall-clock time from the writing of `didChange` to the whole of the next `publishDiagnostics` for that version, read
and parsed; then the time after the last keystroke until the findings are those of a lint of the whole document, and
how often the quick findings were the same as those.

    python -m bench.editor [--size MB] [--keys N] [--pause SECONDS]
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any

from bench.text import Writer
from nepalint.api import check_text
from tests.lsp.client import Client

URI = Path("/bench/long.txt").as_uri()
PARAGRAPH = 80
LETTERS = "कखगमनपरल ािुो।"
SETTLED = 3.0
"""Seconds within which a whole lint has come."""


def long_text(size: float) -> str:
    """A text of `size` million bytes, as `bench.text` makes them."""
    writer = Writer(7)
    text = ""
    while len(text.encode()) < size * 1e6:
        text += writer.paragraph(PARAGRAPH) + "\n\n"
    return text


def keystroke(text: str, random: Random) -> tuple[str, dict[str, Any]]:
    """The text after a keystroke, and the change as the protocol has it."""
    at = random.randrange(len(text))
    if text[at] == "\n":
        at -= 1
    letter = random.choice(LETTERS)
    line = text.count("\n", 0, at)
    place = {"line": line, "character": at - text.rfind("\n", 0, at) - 1}
    return text[:at] + letter + text[at:], {"range": {"start": place, "end": place}, "text": letter}


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.editor", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--size", type=float, default=1.0, help="size of the document in MB (default %(default)s)")
    parser.add_argument("--keys", type=int, default=100, help="keystrokes (default %(default)s)")
    parser.add_argument("--pause", type=float, default=0.1, help="seconds between them (default %(default)s)")
    options = parser.parse_args()
    random = Random(11)
    text = long_text(options.size)
    times: list[float] = []
    whole: list[float] = []
    same = 0
    with tempfile.TemporaryDirectory() as name, Client(folder=Path(name)) as client:
        client.initialize()
        began = time.perf_counter()
        client.open(URI, text)
        found = client.diagnostics(URI)
        opened = time.perf_counter() - began
        time.sleep(1)
        for version in range(2, options.keys + 2):
            text, change = keystroke(text, random)
            began = time.perf_counter()
            client.change(URI, version, change)
            found = client.diagnostics(URI, version)
            times.append(time.perf_counter() - began)
            if version % 10 == 0:  # wait until the whole document was linted
                again = client.diagnostics(URI, version)
                whole.append(time.perf_counter() - began)
                same += again == found
                found = again
            time.sleep(options.pause)
        for message in client.nothing_more(SETTLED):
            found = message["params"]["diagnostics"] if "method" in message else found
    right = len(check_text(text, name="long.txt").result.diagnostics) == len(found)  # type: ignore[union-attr]
    times.sort()
    rows = (
        ("document", f"{len(text.encode()) / 1e6:.2f} MB, {len(found):,} findings"),
        ("open to findings", f"{opened * 1e3:.0f} ms"),
        ("keystroke to findings, median", f"{statistics.median(times) * 1e3:.0f} ms"),
        ("keystroke to findings, 95 %", f"{times[int(len(times) * 0.95)] * 1e3:.0f} ms"),
        ("keystroke to findings, slowest", f"{times[-1] * 1e3:.0f} ms"),
        ("to the findings of the whole document, median", f"{statistics.median(whole) * 1e3:.0f} ms" if whole else "-"),
        ("quick findings that were those already", f"{same} of {len(whole)}"),
        ("findings in the end as `check` has them", "yes" if right else "no"),
    )
    print("\n".join(f"| {what} | {value} |" for what, value in rows))
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
