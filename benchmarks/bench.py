"""Run every benchmark of this folder, each in a process of its own; exit 1 if a bound is broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run them in the order of their names and return the worst exit code."""
    worst = 0
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.name != Path(__file__).name:
            print(f"\n{path.stem}", flush=True)
            worst = max(worst, subprocess.run([sys.executable, path], check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
