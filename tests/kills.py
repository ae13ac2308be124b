"""Kill each command that writes, at random moments: no file is ever half-written, and the next run clears up.

Run it with ``make kills``, or ``python tests/kills.py TIMES SEED [COMMAND]…``. Most moments fall while the command
writes. A file may be as it was or as an undisturbed run leaves it; what is read stays as it is; and a second run ends
where an undisturbed run ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.products.brief.record import RECORD
from ouderevidence.products.curate import new_library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT: Final = Path(__file__).resolve().parents[1]
SMALL: Final = ROOT / "docs" / "voorbeeld" / "bibliotheek"
SHEET: Final = ROOT / "docs" / "voorbeeld" / "meer-bewegen.md"
TOOL: Final = [sys.executable, "-c", "from ouderevidence.cli import main; main()"]
EDITION: Final = "evidence/factsheets/meer-bewegen/edition.yml"
DRAFT: Final = "# Concept\n\nThuis lezen telt (Jansen et al., 2018).\n\n# Literatuur\n\nJansen, A. ({year}). Titel.\n"
WHILE_WRITING: Final = 0.7  # of the kills
Held = dict[str, bytes]


def held(folder: Path) -> Held:
    """Return the content of a folder, hidden files too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def traces(folder: Path) -> dict[str, tuple[int, int]]:
    """Return what tells that a folder changed: of each path in it the inode and the size."""
    found = {}
    for path in folder.rglob("*"):
        with contextlib.suppress(FileNotFoundError):  # it took its place meanwhile
            state = path.lstat()
            found[str(path)] = (state.st_ino, state.st_size)
    return found


def nothing(place: Path) -> None:
    """Leave a place as it is."""


def an_old_brief(place: Path) -> None:
    """Put files there that a brief will replace."""
    for form in ("md", "html", "docx", "pdf"):
        (place / f"notitie.{form}").write_bytes(b"oud\n" * 1000)


def drafts(place: Path) -> None:
    """Put drafts there."""
    (place / "concepten").mkdir()
    for number in range(12):
        text = DRAFT.replace("{year}", str(2000 + number)) * (number + 1)
        (place / "concepten" / f"{number}.md").write_text(text, encoding="utf-8")


def an_empty_library(place: Path) -> None:
    """Put a new library there."""
    new_library(place / "eigen")


@dataclass(frozen=True)
class Work:
    """A command, and what it finds where it is run."""

    arguments: tuple[str, ...]
    before: Callable[[Path], None]


WORKS: Final[dict[str, Work]] = {
    "brief": Work(
        ("brief", *(f"-o notitie.{form}" for form in ("md", "html", "docx", "pdf")), f"--evidence {SMALL}"),
        an_old_brief,
    ),
    "brief --all": Work(("brief", "--all", "-o briefs", "--format html", f"--evidence {SMALL}"), nothing),
    "site": Work(("site", "-o site", "--geen-notities", f"--evidence {SMALL}"), nothing),
    "site with briefs": Work(("site", "-o site", f"--evidence {SMALL}"), nothing),
    "export": Work(
        ("export", *(f"-o uit.{form}" for form in ("xlsx", "csv", "bib", "ris", "json")), f"--evidence {SMALL}"),
        nothing,
    ),
    "pack": Work(("pack", str(SMALL), "-o ingepakt"), nothing),
    "new": Work(("new", "eigen"), nothing),
    "curate": Work(("curate", str(SHEET), "--into eigen"), an_empty_library),
    "audit of a folder": Work(("audit", "concepten", "-o controle", f"--evidence {SMALL}"), drafts),
    "trace --record": Work(("trace", str(SHEET), "--evidence bibliotheek", f"--record bibliotheek/{EDITION}"), nothing),
}


class Killer:
    """Runs a command undisturbed once, and then kills it at moments of that length."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.work = name, WORKS[name]
        self.folder = folder
        self.count = 0
        self.start = self.place()
        self.before = held(self.start)
        begun = time.monotonic()
        running = self.run(self.start)
        self.wait_until_it_writes(running, self.start)
        writes = time.monotonic()
        self.writing = self.wait_until_it_wrote(running, self.start) - writes
        self.code = running.wait()
        self.seconds = time.monotonic() - begun
        self.after = held(self.start)
        if self.after == self.before:
            message = f"{name} wrote nothing (exit {self.code}); see {self.start}"
            raise SystemExit(message)

    def place(self) -> Path:
        """Make a folder to run in, always under the same path: a path may stand in what is written."""
        place = self.folder / "hier"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        if self.name == "trace --record":
            shutil.copytree(SMALL, place / "bibliotheek")
            (place / "bibliotheek" / EDITION).unlink()
        self.work.before(place)
        return place

    def run(self, place: Path) -> subprocess.Popen[bytes]:
        """Begin the command, with a temporary folder of its own."""
        words = [word for argument in self.work.arguments for word in self.split(argument)]
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        return subprocess.Popen(
            [*TOOL, *words],
            cwd=place,
            env={**os.environ, "TMPDIR": str(temporary), "SOURCE_DATE_EPOCH": "1767225600"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @staticmethod
    def wait_until_it_writes(running: subprocess.Popen[bytes], place: Path) -> None:
        """Wait until a run has made or removed something, or is done."""
        before = traces(place)
        while running.poll() is None and traces(place) == before:
            time.sleep(0.0005)

    @staticmethod
    def wait_until_it_wrote(running: subprocess.Popen[bytes], place: Path) -> float:
        """Wait until a run is done, and return when it last changed something: what follows is no writing."""
        last, before = time.monotonic(), traces(place)
        while running.poll() is None:
            if (now := traces(place)) != before:
                last, before = time.monotonic(), now
            time.sleep(0.0005)
        return last

    @staticmethod
    def split(argument: str) -> list[str]:
        """Return an option and its value apart."""
        return argument.split(" ", 1) if argument.startswith("-") else [argument]

    def kill_once(self, rng: random.Random, seen: Counter[str]) -> list[str]:
        """Kill a run at a random moment, look, run it again, and look; return what is wrong."""
        place = self.place()
        first, before = held(place), traces(place)
        running = self.run(place)
        at = rng.uniform(0, self.seconds)
        if rng.random() < WHILE_WRITING:
            self.wait_until_it_writes(running, place)
            at = rng.uniform(0, 1.1) * self.writing
        try:
            running.wait(at)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
        seen["killed" if running.wait() == -signal.SIGKILL else "done before"] += 1
        left = held(place)
        seen["had begun to write"] += traces(place) != before
        seen["fell while it wrote"] += left not in (first, self.after)
        seen["left something beside"] += any(Path(name).name[0] == "." for name in left.keys() - self.after.keys())
        wrong = [f"{name} is half-written" for name, data in left.items() if self.is_broken(name, data, first)]
        wrong += [f"{name} is gone" for name in first if name not in left]
        code = self.run(place).wait()
        again = held(place)
        if code != self.code and left != self.after:  # what was whole already may be refused, as `new` does
            wrong.append(f"the second run ends with {code}, not {self.code}")
        wrong += [f"{name} is left behind" for name in again.keys() - self.after.keys()]
        wrong += [f"{name} is missing after the second run" for name in self.after.keys() - again.keys()]
        changed = [name for name in again.keys() & self.after.keys() if self.after[name] != again[name]]
        wrong += [f"{name} is not the same after the second run" for name in changed]
        return wrong

    def is_broken(self, name: str, data: bytes, first: Held) -> bool:
        """Whether a file that people see is neither as it was nor as it is to be."""
        if Path(name).name == RECORD and name not in first:
            return not isinstance(json.loads(data), dict)  # it grows by each brief, and is whole each time
        hidden = any(part.startswith(".") for part in Path(name).parts) and name not in first
        return not hidden and data not in (first.get(name), self.after.get(name))


def main(times: int, seed: int, names: Sequence[str]) -> int:
    """Kill the commands in turn, each its share of the times; return how many faults there are."""
    faults = 0
    for name in names:
        rng = random.Random(f"{seed}-{name}")  # noqa: S311 - no secret
        seen = Counter[str]()
        with tempfile.TemporaryDirectory() as folder:
            killer = Killer(name, Path(folder))
            while seen["killed"] < times / len(names):
                wrong = killer.kill_once(rng, seen)
                faults += len(wrong)
                for words in wrong:
                    sys.stdout.write(f"{name}, run {seen.total()}: {words}\n")
            left = len(list((Path(folder) / "tmp").iterdir()))
        took = f"{killer.seconds:.1f} s, of which {killer.writing:.3f} s writing"
        sys.stdout.write(f"{name} ({took}): {dict(seen)}; {left} left in the temporary folder\n")
        sys.stdout.flush()
    sys.stdout.write(f"{faults} faults\n")
    return faults


if __name__ == "__main__":
    times, seed, *names = sys.argv[1:] or ["200", "1"]
    sys.exit(1 if main(int(times), int(seed), names or list(WORKS)) else 0)
