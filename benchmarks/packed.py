"""Loading a packed library: against pandas reading the same Parquet files, in a process each, at four sizes.

pandas with its usual types makes an array of each list; kept as Arrow, it copies nothing, and checks nothing either.
Three links a claim and a work for every ten; processor time. Set BENCH_PACKED=1000000 for a million claims (some
minutes, most of them to make and pack them).
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar, overload

import ouderevidence as oe
from ouderevidence.evidence.packed import write_packed
from ouderevidence.model.records import Citation, Claim, Supplement, Work
from ouderevidence.model.words import Text
from pairs import exponent, left_out, pair, row, seconds, worked

CLAIMS: Final = int(os.environ.get("BENCH_PACKED", "100000"))
SIZES: Final = (CLAIMS // 8, CLAIMS // 4, CLAIMS // 2, CLAIMS)
CITED, FOUND = 2, 1  # links of a claim: the factsheet's own, and ours
BOUND: Final = 2.0
ASKED: Final[dict[str, Any]] = {"building_block": "communicatie", "parent_group": "vaders", "kind": "finding"}


L = TypeVar("L", Citation, Supplement)


class Made(Sequence[Claim]):
    """So many claims as the curated ones, each with words and links of its own, made when they are written."""

    def __init__(self, library: oe.Library, size: int, works: Sequence[str]) -> None:
        self._claims = library.records
        self._cited = [link for claim in library for link in claim.citations]
        self._found = [link for claim in library for link in claim.supplements]
        self._words = [word for claim in library for word in claim.statement.nl.split()]
        self._size, self._works = size, works

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> Claim: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Claim]: ...
    def __getitem__(self, place: int | slice) -> Claim | Sequence[Claim]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._size))]
        if place >= self._size:
            raise IndexError(place)
        chance = random.Random(place)  # noqa: S311 - not for secrets
        like = chance.choice(self._claims)
        name = f"{like.id}-{place}"
        return replace(
            like,
            id=name,
            code="",
            statement=self._said(like.statement, chance),
            rests_on=(),
            caveats=tuple(
                replace(one, works=tuple(chance.choices(self._works, k=len(one.works)))) for one in like.caveats
            ),
            citations=tuple(
                replace(self._link(name, one, chance), passage=1) for one in chance.choices(self._cited, k=CITED)
            ),
            supplements=tuple(self._link(name, one, chance) for one in chance.choices(self._found, k=FOUND)),
        )

    def _link(self, name: str, like: L, chance: random.Random) -> L:
        note = self._said(like.note, chance) if like.note else None
        return replace(like, claim=name, work=chance.choice(self._works), note=note)

    def _said(self, like: Text, chance: random.Random) -> Text:
        """Return as many words, in another order, so that nothing is stored once for many."""
        return Text(*(" ".join(chance.choices(self._words, k=len(words.split()))) for words in (like.nl, like.en)))


def written(place: Path, library: oe.Library, size: int) -> Path:
    """Pack a library of so many claims, and return its folder."""
    curated = list(library.bibliography.values())
    works: dict[str, Work] = {}
    for number in range(max(size // 10, 1)):
        like = curated[number % len(curated)]
        key = f"{like.key}-{number}"
        fields = {name: f"{value} {number}" for name, value in like.fields.items()}
        works[key] = replace(like, key=key, fields=fields)
    corpus = replace(library._corpus, claims=Made(library, size, list(works)), works=works, searches=())  # noqa: SLF001
    return write_packed(corpus, place / str(size))


# -- in a process of its own -------------------------------------------------------------------------------------------


def read(how: str, small: Path, folder: Path) -> None:
    """Read a packed library as ours, as pandas does, or as it does on Arrow; print seconds of work and bytes added."""
    import pandas as pd
    import pyarrow.parquet  # noqa: F401 - no reader is charged for what all import

    kept: list[Any] = []
    ways: dict[str, Callable[[Path], object]] = {
        "ours": lambda place: kept.append(oe.load(place)),
        "pandas": lambda place: kept.append([pd.read_parquet(path) for path in files(place)]),
        "arrow": lambda place: kept.append([pd.read_parquet(path, dtype_backend="pyarrow") for path in files(place)]),
    }
    ways[how](small)  # what is read for the first time is not measured
    before, own = memory("VmRSS"), os.times().user
    took = worked(lambda: ways[how](folder))
    print(took, os.times().user - own, memory("VmHWM") - before)
    if how == "ours":
        library = kept[-1]
        listing, again = (seconds(lambda: library.where(**ASKED)) for _ in range(2))
        part = library.where(**ASKED)
        made = seconds(lambda: part.records)
        print(f"where: {listing:.2f} s, then {1000 * again:.2g} ms; records of {len(part)} claims found: {made:.2f} s")


def files(folder: Path) -> list[Path]:
    """Return the tables of a packed library."""
    return sorted(folder.glob("*.parquet"))


def memory(what: str) -> int:
    """Return the bytes that this process holds (``VmRSS``) or held at most (``VmHWM``)."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{what}:"))


class Reader:
    """One way to read, measured in a process of its own each time."""

    def __init__(self, how: str, *folders: Path) -> None:
        self._command = [sys.executable, __file__, how, *map(str, folders)]
        self.bytes: list[float] = []
        self.own: list[float] = []  # seconds without those in which the system hands out memory, which vary most
        self.said = ""

    def seconds(self) -> float:
        """Read, and return the seconds; the others and the bytes are kept."""
        done = subprocess.run(self._command, capture_output=True, text=True, check=True)
        first, self.said = done.stdout.split("\n", 1)
        took, own, added = map(float, first.split())
        self.own.append(own)
        self.bytes.append(added)
        return took


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    if not Path("/proc/self/status").exists():
        left_out(f"load of {CLAIMS} claims (Parquet)", "pandas", "this system does not tell the memory of a process")
        return 0
    library, good = oe.load(), []
    with tempfile.TemporaryDirectory() as place:
        small = library.pack(Path(place, "small"))
        times, sizes = [], []
        for size in SIZES:
            folder = written(Path(place), library, size)
            ours = Reader("ours", small, folder)
            for _ in range(3):
                ours.seconds()
            times.append(min(ours.own))
            sizes.append(min(ours.bytes))
        large = sum(path.stat().st_size for path in files(folder)) / 1e6
        print(f"{CLAIMS} claims, {CLAIMS * (CITED + FOUND)} links, {CLAIMS // 10} works in {large:.0f} MB; {ours.said}")
        for how, peer in (("pandas", "pandas"), ("arrow", "pandas, kept as Arrow")):
            ours, theirs = Reader("ours", small, folder), Reader(how, small, folder)
            took = pair(ours.seconds, theirs.seconds)
            held = pair(iter(ours.bytes).__next__, iter(theirs.bytes).__next__)
            work = f"load of {CLAIMS} claims (Parquet)"
            good.append(row(work, peer, took, BOUND, exponent(SIZES, times)))
            good.append(row(f"{work}, memory", peer, held, BOUND, exponent(SIZES, sizes), unit="B"))
    return int(not all(good))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        read(sys.argv[1], *map(Path, sys.argv[2:]))
    else:
        sys.exit(main())
