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
ENTRIES: Final = re.compile(r"^[^\n]{1,300}?\(?(?:1[5-9]|20)\d\d[a-z]?\)?\.[^\n]*$", re.MULTILINE)
BOUND: Final = 12.0
REACHED: Final = (160.0, 300.0, 250.0)  # names are read word by word in Python: see docs/scale.md
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
    for work, texts, ours, bare, reached in (
        ("finder, ordinary text", sized(ordinary()), find_citations, YEARS, REACHED[0]),
        ("finder, a citation in every line", sized(running()), find_citations, YEARS, REACHED[1]),
        ("reference list", [listed(size) for size in SIZES], find_references, ENTRIES, REACHED[2]),
    ):
        pairs = [
            pair(partial(worked, partial(ours, text)), partial(worked, partial(scan, bare, text)), 3) for text in texts
        ]
        growth = exponent([len(text) for text in texts], [one.ours for one in pairs])
        name = f"{work}, {SIZES[-1] // 1000} thousand characters"
        good.append(row(name, "bare re", pairs[-1], BOUND, growth, limit=reached))
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
