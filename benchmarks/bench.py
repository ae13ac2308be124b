"""Run every benchmark of this folder, each in a process of its own; exit 1 if a bound is broken.

Every row that holds ours against a peer is printed again at the end, as one table. Names of benchmarks as arguments run
only those.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

from pairs import HEAD

HERE = Path(__file__).parent


def main() -> int:
    """Run them in the order of their names and return the worst exit code."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    machine = f"{processors} processors ({platform.machine()}), {platform.system()}, Python {platform.python_version()}"
    print(f"{machine}\nonly the ratios within one run are bounds")
    asked = sys.argv[1:]
    worst = 0
    rows: list[str] = []
    for path in sorted(HERE.glob("*.py")):
        is_one = path.stem in asked if asked else "def main()" in path.read_text(encoding="utf-8")
        if path.name == Path(__file__).name or not is_one:
            continue
        print(f"\n{path.stem}", flush=True)
        worst = max(worst, _run(path, rows))
    print("\n".join(["", HEAD, *rows]))
    return worst


def _run(path: Path, rows: list[str]) -> int:
    """Run a benchmark, print what it says as it says it, and keep its rows."""
    with subprocess.Popen([sys.executable, path], stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            if line.startswith("| "):
                rows.append(line.rstrip())
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
