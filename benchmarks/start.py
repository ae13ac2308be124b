"""How long a start takes: `--help` against the bare command-line library, `load` beyond importing pandas."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from pairs import Pair, row

RUNS = 7
AIM = 1.2  # times the bare imports
HELP_REACHED, LOAD_REACHED = 1.5, 2.0

BARE = """
import typer
app = typer.Typer(rich_markup_mode=None, add_completion=False)
@app.command()
def table(): ...
@app.command()
def show(): ...
app()
"""


def seconds(code: str, *arguments: str) -> float:
    """Return the median wall time of a fresh Python that runs some code."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code, *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    bare = seconds(BARE, "--help")
    ours = seconds("from ouderevidence.cli import main; main()", "--help")
    pandas = seconds("import pandas")
    load = seconds("import pandas, ouderevidence as oe; oe.load()")
    good = [
        row("--help", "bare typer", Pair(ours, bare, ours / bare), AIM, limit=HELP_REACHED),
        row("start and load", "bare import of pandas", Pair(load, pandas, load / pandas), AIM, limit=LOAD_REACHED),
    ]
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
