"""Two runs that write the same output at one moment: whole files of one or the other, or one clear error for one.

Run it with ``make races``, or ``python tests/races.py ROUNDS SEED [COMMAND]…``. What is read stays as it is, and the
next run leaves what it would have left without the two.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import ouderevidence.products.brief.batch
import ouderevidence.products.curate
import ouderevidence.products.explorer  # noqa: F401 - the copies need not read it again
from kills import ROOT, SHEET, SMALL, Held, an_empty_library, an_old_brief, drafts, held, nothing
from ouderevidence.cli import main as main_of_the_tool

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BUSY: Final = ("een andere ronde schrijft in", "another run is writing into", " is niet leeg", " is not empty")
OTHER: Final = ROOT / "tests" / "cases" / "_base"
_BRIEF: Final = "-o notitie.md -o notitie.html -o notitie.docx"
_EXPORT: Final = "-o uit.xlsx -o uit.csv -o uit.bib -o uit.json"


@dataclass(frozen=True)
class Race:
    """Two commands that write the same output; of ``alone`` the files belong together."""

    first: str
    second: str
    before: Callable[[Path], None] = field(default=nothing)
    alone: bool = True

    def commands(self) -> tuple[list[str], list[str]]:
        """Return the words of both; what reads a library reads the small one."""
        return (self._words(self.first), self._words(self.second))

    @staticmethod
    def _words(command: str) -> list[str]:
        reads = command.split(maxsplit=1)[0] not in {"new", "curate", "pack"}
        return [*command.split(), *(["--evidence", str(SMALL)] if reads else [])]


RACES: Final[dict[str, Race]] = {
    "brief": Race(f"brief {_BRIEF}", f"brief {_BRIEF} --taal en", an_old_brief, alone=False),
    "brief --all": Race("brief --all -o uit --format html", "brief --all -o uit --format html --taal en"),
    "site": Race("site -o uit --geen-notities", "site -o uit --geen-notities --kern"),
    "site with briefs": Race("site -o uit", "site -o uit --kern"),
    "export": Race(f"export {_EXPORT}", f"export {_EXPORT} --taal en", alone=False),
    "pack": Race(f"pack {SMALL} -o uit", f"pack {OTHER} -o uit"),
    "new": Race("new eigen", "new eigen"),
    "curate": Race(f"curate {SHEET} --into eigen", f"curate {SHEET} --into eigen --factsheet ander", an_empty_library),
    "audit of a folder": Race("audit concepten -o uit", "audit concepten -o uit --taal en", drafts),
}


class Run:
    """A command in a process of its own: a copy of this one, which has read the program already."""

    def __init__(self, words: list[str], place: Path, said: Path) -> None:
        self.said, self.returncode = said, 0
        self.pid = os.fork()
        if not self.pid:
            self._run(words, place)

    def _run(self, words: list[str], place: Path) -> NoReturn:
        code = 1
        try:
            os.chdir(place)
            out = os.open(self.said, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
            for stream in (1, 2):
                os.dup2(out, stream)
            sys.argv = ["ouderevidence", *words]
            main_of_the_tool()
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 1
        except BaseException:  # noqa: BLE001 - that is what is looked for
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def end(self) -> str:
        """Wait for it, and return what it said."""
        self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.said.read_text(encoding="utf-8").strip()


class Runner:
    """Runs the two commands of a race, first one after the other, then at one moment."""

    def __init__(self, name: str, folder: Path) -> None:
        self.race, self.folder = RACES[name], folder
        self.given = held(SMALL)
        self.seconds = 0.0
        self.ends: dict[tuple[int, ...], Held] = {}
        self.codes: dict[int, int] = {}
        for order in ((0,), (1,), *permutations((0, 1)), (0, 1, 0), (1, 0, 0), (0, 0)):
            place = self.place()
            for number in order:
                begun = time.monotonic()
                running = self.start(place, number)
                running.end()
                self.seconds = max(self.seconds, time.monotonic() - begun)
                self.codes.setdefault(number, running.returncode)
            self.ends[order] = held(place)

    def place(self) -> Path:
        """Make a folder to run in, always under the same path."""
        place = self.folder / "hier"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        self.race.before(place)
        return place

    def start(self, place: Path, number: int) -> Run:
        """Begin one of the two."""
        return Run(self.race.commands()[number], place, self.folder / f"{number}.txt")

    def once(self, rng: random.Random, seen: Counter[str]) -> list[str]:
        """Run both at one moment, look, run the first again, and look; return what is wrong."""
        place = self.place()
        running = [self.start(place, 0)]
        time.sleep(rng.choice((0.0, rng.uniform(0, 0.7) * self.seconds)))
        running.append(self.start(place, 1))
        wrong: list[str] = []
        for number, run in enumerate(running):
            said = run.end()
            refused = any(words in said for words in BUSY)
            seen["refused" if refused else "done"] += 1
            if "Traceback" in said or (run.returncode != self.codes[number] and not refused):
                wrong.append(f"run {number} ends with {run.returncode}: {said[-300:]}")
        wrong += self.mixed(held(place))
        self.start(place, 0).end()
        after = held(place)
        if after not in (self.ends[0,], self.ends[0, 1, 0], self.ends[1, 0], self.ends[1, 0, 0], self.ends[0, 0]):
            names = sorted(name for name in after.keys() ^ self.ends[0,].keys())
            wrong.append(f"the next run leaves something else; more or less are {names}")
        if held(SMALL) != self.given:
            wrong.append("what is read was changed")
        return wrong

    def mixed(self, found: Held) -> list[str]:
        """Return what is neither of one run nor of the other."""
        ends = [end for order, end in self.ends.items() if len(order) < 3]
        if self.race.alone:
            return [] if found in ends else ["what stands there is of neither run, nor of one after the other"]
        known = {(name, data) for end in ends for name, data in end.items()}
        return [f"{name} is of neither run" for name, data in found.items() if (name, data) not in known]


def main(rounds: int, seed: int, names: Sequence[str]) -> int:
    """Run each race so many times; return how many faults there are."""
    faults = 0
    for name in names:
        rng = random.Random(f"{seed}-{name}")  # noqa: S311 - no secret
        seen = Counter[str]()
        with tempfile.TemporaryDirectory() as folder:
            runner = Runner(name, Path(folder))
            for number in range(rounds):
                for words in runner.once(rng, seen):
                    faults += 1
                    sys.stdout.write(f"{name}, round {number}: {words}\n")
        sys.stdout.write(f"{name} ({runner.seconds:.1f} s), {rounds} rounds: {dict(seen)}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{faults} faults\n")
    return faults


if __name__ == "__main__":
    os.environ["SOURCE_DATE_EPOCH"] = "1767225600"
    rounds, seed, *chosen = sys.argv[1:] or ["20", "1"]
    sys.exit(1 if main(int(rounds), int(seed), chosen or list(RACES)) else 0)
