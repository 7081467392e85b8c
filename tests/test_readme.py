"""The README shows what the commands print."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_examples_print_what_the_readme_says() -> None:
    script = ROOT / "scripts" / "readme_examples.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, check=False, timeout=240)
    assert done.returncode == 0, "`make readme` renews it:\n" + (done.stdout + done.stderr).decode()
