"""The finder and the reference list against a bare scan of the same text by `re`, and how their time grows."""

from __future__ import annotations

import random
import re
import sys
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Final

import ouderevidence as oe
from ouderevidence.text import find_citations, find_references
from pairs import exponent, pair, row, worked
from sources import STYLES, entry, made_up

SIZES: Final = (50_000, 100_000, 200_000, 400_000)  # characters
YEARS: Final = re.compile(r"\((?:[^()]{0,200}?)(?:1[5-9]|20)\d\d[^()]{0,60}\)")
# What one would write instead: names and a year in one expression, without particles, bodies, or more than one work.
NAME: Final = r"[A-Z][\w'’-]+"
NAMED: Final = re.compile(rf"{NAME}(?:(?:,? (?:&|and|en) |, ){NAME}|,? et al\.?)*(?:, | \()(?:1[5-9]|20)\d\d[a-z]?")
ENTRIES: Final = re.compile(r"^[^\n]{1,300}?\(?(?:1[5-9]|20)\d\d[a-z]?\)?\.[^\n]*$", re.MULTILINE)
# What has been reached stands beside each row: names are read word by word in Python (docs/scale.md).
BOUND: Final = 12.0
MARKED: Final = Path(__file__).parents[1] / "tests" / "data" / "citations_tuned.txt"


def running() -> str:
    """Return the texts of a marked set, one after another."""
    lines = MARKED.read_text(encoding="utf-8").splitlines()
    return "\n".join(line.translate({ord("⟦"): None, ord("⟧"): None}) for line in lines if line[:1] not in "=#")


def ordinary() -> str:
    """Return running text as reports have it: one line of the marked set for every six statements of the library."""
    statements = [claim.statement.nl for claim in oe.load()]
    lines = running().splitlines()
    return "\n\n".join(
        " ".join([*statements[place : place + 6], line])
        for line, place in zip(lines, cycle(range(0, len(statements), 6)), strict=False)
    )


def listed(size: int) -> str:
    """Return a list of made-up works."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    made = ["Literatuur", ""]
    total = 0
    while total < size:
        made.append(entry(made_up(chance), chance.choice(STYLES)))
        total += len(made[-1]) + 2
    return "\n".join(made)


def sized(unit: str) -> list[str]:
    """Return a text repeated to each of the sizes."""
    return [(unit * (size // len(unit) + 1))[:size] for size in SIZES]


def scan(pattern: re.Pattern[str], text: str) -> int:
    """Return how often a pattern is found."""
    return sum(1 for _ in pattern.finditer(text))


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    good = []
    for work, texts, ours, peers in (
        ("finder, ordinary text", sized(ordinary()), find_citations, ((YEARS, 130.0), (NAMED, 15.0))),
        ("finder, a citation in every line", sized(running()), find_citations, ((YEARS, 250.0), (NAMED, 90.0))),
        ("reference list", [listed(size) for size in SIZES], find_references, ((ENTRIES, 150.0),)),
    ):
        name = f"{work}, {SIZES[-1] // 1000} thousand characters"
        for bare, reached in peers:
            runs = [
                (partial(worked, partial(ours, text)), partial(worked, partial(scan, bare, text))) for text in texts
            ]
            if bare is NAMED:
                good.append(row(name, "re that reads names", pair(*runs[-1], 3), BOUND, limit=reached))
                continue
            pairs = [pair(*run, 3) for run in runs]
            growth = exponent([len(text) for text in texts], [one.ours for one in pairs])
            good.append(row(name, "bare re", pairs[-1], BOUND, growth, limit=reached))
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
