"""Peers that are no dependency: each in a process of a virtual environment of their own, timed inside that process."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent / "peers"
PLACE: Final = Path(__file__).parents[1] / "build" / "peers"
READY: Final = ".ready"


@lru_cache(maxsize=1)
def environment() -> tuple[Path | None, str]:
    """Return the Python of the peers, made where it is not there yet; or None, and why there is none."""
    place = Path(os.environ.get("BENCH_PEERS", PLACE))
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (place / READY).is_file():
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        steps = ([sys.executable, "-m", "venv", place], [*install, "-r", HERE / "requirements.txt"])
        for step in steps:
            done = subprocess.run(step, check=False, capture_output=True, text=True)
            if done.returncode:
                return None, "the peers could not be installed"
        (place / READY).touch()
    return python, ""


class Peer:
    """A peer that does its work each time it is asked.

    Parameters
    ----------
    script
        The name of a file in ``peers/``.
    arguments
        What it is given.
    """

    def __init__(self, script: str, *arguments: str | Path) -> None:
        python, self.why = environment()
        self._process: subprocess.Popen[str] | None = None
        if python is not None:
            command = [python, HERE / f"{script}.py", *arguments]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
            if self.ask("") != "ready":
                self.why = f"peers/{script}.py does not run"
                self._process = None

    def __bool__(self) -> bool:
        return self._process is not None

    def ask(self, line: str) -> str:
        """Return what it answers to a line."""
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            return ""
        try:
            self._process.stdin.write(f"{line}\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return ""
        return self._process.stdout.readline().strip()

    def seconds(self, line: str = "go") -> float:
        """Return the seconds that its work takes, as it measured them."""
        return float(self.ask(line))

    def close(self) -> None:
        """End it."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process.wait(60)
