"""The speed of `nepalint check` against codespell, on the same text, with the same table, in the same run.

Both are whole processes of this interpreter, start-up included, run in turn; counted is CPU time, user and system. The
text and the table of 5,000 misspellings are generated (`bench.text`). codespell looks for the table with a word
pattern for Devanagari; nepalint runs all its rules and, in a copy of the package, the table as one more.

    python -m bench.speed [--words N] [--runs N] [--at-least RATIO] [--write]
"""

import argparse
import compileall
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from bench.text import SAMPLE_WORDS, Sample, misspellings, write_sample
from nepalint import __version__

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "measurements.md"
START, END = "<!-- speed: start -->", "<!-- speed: end -->"
RULE = """\
[[rule]]
code = "ORT999"
name = "bench-table"
kind = "replace"
inflected = false
table = "bench"
message = "‘{{found}}’ को सट्टा ‘{{fix}}’ लेख्नुहोस्।"
message_en = "Write ‘{{fix}}’ instead of ‘{{found}}’."
why = "मापनका लागि बनाइएको तालिका।"
why_en = "A table made to measure with."
since = "0.1"
references = ["bench/text.py"]
bad = [["{wrong}", "{right}"]]
good = ["{right}"]
"""


def copy_package(folder: Path, table: dict[str, str]) -> None:
    """A copy of the package and its rules in `folder`, compiled, with the table as one more rule."""
    for part in ("nepalint", "rules"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    rows = "".join(f"{wrong}\t{right}\tbench/text.py\n" for wrong, right in sorted(table.items()))
    (folder / "rules" / "tables" / "bench.tsv").write_text(f"wrong\tright\tsource\n{rows}", encoding="utf-8")
    wrong, right = next(iter(table.items()))
    with (folder / "rules" / "ORT.toml").open("a", encoding="utf-8") as rules:
        rules.write("\n" + RULE.format(wrong=wrong, right=right))
    compileall.compile_dir(folder / "nepalint", quiet=1)


def write_dictionary(path: Path, table: dict[str, str]) -> None:
    """The table as a dictionary of codespell."""
    path.write_text("".join(f"{wrong}->{right}\n" for wrong, right in table.items()), encoding="utf-8")


def measure(command: list[str], output: Path, folder: Path) -> float:
    """The CPU seconds of one run in `folder`; what it prints goes to `output`.

    Raises:
        SystemExit: the command could not run, or found nothing.
    """
    with output.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    found = output.read_text(encoding="utf-8")
    # Both tools end with another code than 0 when they find something; only an empty or failed run is a mistake here.
    if process.returncode < 0 or "Traceback" in found or found.count("\n") < 100:
        sys.exit(f"{command[2]} ended with {process.returncode}:\n{found[-2000:]}")
    return usage.ru_utime + usage.ru_stime


def table_of(sample: Sample, times: dict[str, list[float]], lines: dict[str, int]) -> str:
    """The measurements as a table in Markdown."""
    size = sample.size / 1e6
    rows = [
        f"{size:.1f} MB in {len(sample.files)} files, {sample.words:,} words, {sample.distinct:.1%} distinct; "
        f"CPU time of the whole process, {len(next(iter(times.values())))} runs each in turn; "
        f"Python {platform.python_version()}, {platform.machine()}.",
        "",
        "| tool | lines printed | min s | median s | max s | MB/s (median) |",
        "|---|---|---|---|---|---|",
    ]
    for tool, runs in times.items():
        seconds = min(runs), statistics.median(runs), max(runs)
        cells = " | ".join(f"{value:.2f}" for value in seconds)
        rows.append(f"| {tool} | {lines[tool]:,} | {cells} | {size / seconds[1]:.1f} |")
    return "\n".join(rows)


def main() -> int:
    """Measures and prints; 1 if the ratio is lower than asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--words", type=int, default=SAMPLE_WORDS, help="size of the text (default %(default)s)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each tool (default %(default)s)")
    parser.add_argument("--at-least", type=float, default=0.0, metavar="RATIO", help="fail below this ratio")
    parser.add_argument("--write", action="store_true", help=f"keep the result in {PAGE.parent.name}/{PAGE.name}")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = folder / "texts"
        texts.mkdir()
        sample = write_sample(texts, options.words)
        table = misspellings()
        copy_package(folder, table)
        write_dictionary(folder / "table.dic", table)
        nepalint, codespell = f"nepalint {__version__}", f"codespell {version('codespell')}"
        commands = {
            codespell: [
                *(sys.executable, "-m", "codespell_lib", "--dictionary", str(folder / "table.dic")),
                *("--regex", "[ऀ-ॿ\u200c\u200d]+", str(texts)),
            ],
            nepalint: [
                *(sys.executable, "-m", "nepalint", "check", "--isolated", "--output-format", "concise", str(texts)),
            ],
        }
        times: dict[str, list[float]] = {tool: [] for tool in commands}
        lines: dict[str, int] = {}
        for _ in range(options.runs):
            for tool, command in commands.items():
                output = folder / "output"
                times[tool].append(measure(command, output, folder))
                lines[tool] = output.read_text(encoding="utf-8").count("\n")

    ratio = statistics.median(times[codespell]) / statistics.median(times[nepalint])
    result = f"{table_of(sample, times, lines)}\n\nRatio of the medians, nepalint to codespell: **{ratio:.2f}**."
    print(result)
    if options.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
        after = rest.partition(END)[2]
        PAGE.write_text(f"{before}{START}\n{result}\n{END}{after}", encoding="utf-8")
    return int(ratio < options.at_least)


if __name__ == "__main__":
    sys.exit(main())
