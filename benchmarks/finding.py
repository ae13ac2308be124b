"""The finder and the reference list against a bare scan of the same text by `re`, and how their time grows."""

from __future__ import annotations

import random
import re
import sys
from functools import partial
from pathlib import Path
from typing import Final

from ouderevidence.text import find_citations, find_references
from pairs import exponent, pair, row, worked
from sources import STYLES, entry, made_up

SIZES: Final = (50_000, 100_000, 200_000, 400_000)  # characters
YEARS: Final = re.compile(r"\((?:[^()]{0,200}?)(?:1[5-9]|20)\d\d[^()]{0,60}\)")
ENTRIES: Final = re.compile(r"^[^\n]{1,300}?\(?(?:1[5-9]|20)\d\d[a-z]?\)?\.[^\n]*$", re.MULTILINE)
BOUND: Final = 12.0
REACHED: Final = (300.0, 300.0)  # names are read word by word in Python: see docs/scale.md
MARKED: Final = Path(__file__).parents[1] / "tests" / "data" / "citations_tuned.txt"


def running() -> str:
    """Return the texts of a marked set, one after another."""
    lines = MARKED.read_text(encoding="utf-8").splitlines()
    return "\n".join(line.translate({ord("⟦"): None, ord("⟧"): None}) for line in lines if line[:1] not in "=#")


def listed(size: int) -> str:
    """Return a list of made-up works."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    made = ["Literatuur", ""]
    total = 0
    while total < size:
        made.append(entry(made_up(chance), chance.choice(STYLES)))
        total += len(made[-1]) + 2
    return "\n".join(made)


def scan(pattern: re.Pattern[str], text: str) -> int:
    """Return how often a pattern is found."""
    return sum(1 for _ in pattern.finditer(text))


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    unit = running()
    good = []
    for work, texts, ours, bare, reached in (
        ("finder", [(unit * (size // len(unit) + 1))[:size] for size in SIZES], find_citations, YEARS, REACHED[0]),
        ("reference list", [listed(size) for size in SIZES], find_references, ENTRIES, REACHED[1]),
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
