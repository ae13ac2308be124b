"""How long a start takes: `--help` against the bare command-line library, `load` beyond importing pandas."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from pairs import Pair, row

RUNS = 7
HELP_AIM, HELP_BOUND = 1.2, 1.5  # times the bare import of the command-line library
LOAD_BOUND = 0.3  # seconds beyond importing pandas

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
    ratio, beyond = ours / bare, load - pandas
    good = row("--help", "bare typer", Pair(ours, bare, ratio), HELP_AIM, limit=HELP_BOUND)
    print(f"load: {load:.3f} s; pandas alone: {pandas:.3f} s; beyond {beyond:.3f} s (at most {LOAD_BOUND})")
    return int(not good or beyond > LOAD_BOUND)


if __name__ == "__main__":
    sys.exit(main())
