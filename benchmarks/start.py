"""How long a start takes, as installed: commands on the curated library against bare imports of the same libraries.

What counts is the processor time of Python itself, bytecode written before, as it is where a program was installed;
the pandoc run of a brief is no part of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from pairs import pair, row

ROUNDS: Final = 9
AIM: Final = 1.2  # times the bare imports
REACHED: Final = {"--help": 1.3, "table": 1.6, "brief": 1.6, "load": 1.6}

BARE_HELP: Final = """
import typer
app = typer.Typer(rich_markup_mode=None, add_completion=False)
@app.command()
def table(): ...
@app.command()
def show(): ...
try: app()
except SystemExit: pass
"""
COMMAND: Final = """
from ouderevidence.cli import main
try: main()
except SystemExit as end: assert not end.code
"""
LOAD: Final = "import pandas, ouderevidence as oe; oe.load()"
NAMES: Final = """
import sys
ours = {*sys.stdlib_module_names, "ouderevidence", "__main__"}
print(*(name for name in sys.modules if name.partition(".")[0] not in ours and name.isascii()), file=sys.stderr)
"""
CLOCK: Final = "\nimport sys, time; print(time.process_time(), file=sys.stderr)"
IMPORTS: Final = """
import sys
from importlib import import_module
for name in sys.argv[1:]:
    try: import_module(name)
    except ImportError: pass  # one that a library makes as it runs
"""


def said(folder: str, code: str, *arguments: str) -> str:
    """Return what a fresh Python that runs some code says on its second output; it keeps its bytecode in a folder."""
    kept = os.environ | {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
    python = [sys.executable, "-c", code, *arguments]
    return subprocess.run(python, check=True, capture_output=True, text=True, env=kept).stderr


def seconds(folder: str, code: str, *arguments: str) -> float:
    """Return the processor time of a fresh Python that runs some code."""
    return float(said(folder, code + CLOCK, *arguments).splitlines()[-1])


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    good = []
    with tempfile.TemporaryDirectory() as folder:
        brief = ("brief", "--groep", "vaders", "--output", str(Path(folder, "vaders.md")))
        for work, code, arguments in (
            ("--help", COMMAND, ("--help",)),
            ("table", COMMAND, ("table",)),
            ("brief", COMMAND, brief),
            ("load", LOAD, ()),
        ):
            ours = partial(seconds, folder, code, *arguments)
            names = said(folder, code + NAMES, *arguments).splitlines()[-1].split()
            bare = partial(seconds, folder, IMPORTS, *names)
            if work == "--help":
                bare = partial(seconds, folder, BARE_HELP, "--help")
            ours(), bare()  # what is compiled once
            measured = pair(ours, bare, ROUNDS)
            good.append(row(f"start: {work}", "bare imports", measured, AIM, limit=REACHED[work]))
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
