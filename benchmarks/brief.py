"""How long a full brief takes against the pandoc and typst runs that make it; how `--all` scales.

The peer is what runs inside: the same pandoc and typst calls on the same documents, one after another. What is over is
ours: building the document, its check, the map, the finishing of citations, and handing things over.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

import ouderevidence as oe
from ouderevidence.citing import citations
from ouderevidence.document import pandoc, render
from ouderevidence.products.brief import batch
from pairs import Pair, row, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ouderevidence.products.brief import Brief

RUNS = 5
BOUND, REACHED = 1.1, 1.4  # times the bare runs
TWO, TWO_REACHED = 0.59, 1.2  # of the time of one processor
AGAIN = 0.6  # of the time of the first run
PART = "thuisbetrokkenheid"  # for the scaling: some twenty briefs


class Inside:
    """Counts the seconds that are spent in functions of pandoc and typst."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function with its time counted."""

        def run(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the function takes
            start = time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                self.seconds += time.perf_counter() - start

        return run


def measure(brief: Brief) -> tuple[float, float]:
    """Return the seconds of a brief in all formats, and those of its pandoc and typst calls one after another.

    The calls are timed in a run of their own: side by side they would slow each other down and seem to take longer.
    """
    start = time.perf_counter()
    brief.to_forms(*render.FORMATS)
    ours = time.perf_counter() - start
    inside = Inside()
    kept = pandoc.call, typst.compile
    pandoc.call, typst.compile = inside.timed(kept[0]), inside.timed(kept[1])
    try:
        built = brief.document()
        source = render.Source(built, citations.resolve(built, brief.style))
        for form in render.FORMATS:
            source.to_bytes(form)
    finally:
        pandoc.call, typst.compile = kept
    return ours, inside.seconds


def main() -> int:
    """Measure, print, and return 1 if the bound is broken."""
    library = oe.load()
    brief = library.brief(depth="full", title="Alles")
    measure(brief)  # once, so that all is warm
    pairs = [measure(brief) for _ in range(RUNS)]
    ours, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    whole = Pair(ours, bare, statistics.median(one / two for one, two in pairs))
    good = [row("full brief, four formats", "its pandoc and typst calls", whole, BOUND, limit=REACHED)]
    part = library.where(building_block=PART)
    with tempfile.TemporaryDirectory() as folder:
        with one_processor():
            alone = seconds(partial(batch.write_all, part, Path(folder, "alone"), workers=1))
        times = {}
        for workers in (1, 2):
            work = partial(batch.write_all, part, Path(folder, str(workers)), workers=workers)
            times[workers] = seconds(work)
        scaled = Pair(times[2], alone, times[2] / alone)
        good.append(row("all briefs of a part, two workers", "one processor", scaled, TWO, limit=TWO_REACHED))
        both = Pair(times[2], times[1], times[2] / times[1])
        peer = "one worker, whose pandoc and typst run on the other"
        good.append(row("all briefs of a part, two workers", peer, both, TWO, limit=TWO_REACHED))
        written: list[Path] = []
        other = changed(library).where(building_block=PART)
        again = seconds(lambda: written.extend(batch.write_all(other, Path(folder, "2"), workers=2)))
        second = Pair(again, times[2], again / times[2])
        total = 2 * len(list(batch.entries(part)))
        print(f"after one changed claim {len(written)} of {total} files are written")
        good.append(row("all briefs of a part after one changed claim", "the first run", second, AGAIN))
    return int(not all(good))


@contextlib.contextmanager
def one_processor() -> Iterator[None]:
    """Leave this thread, and the threads and programs that it starts, one processor, where the system can say so."""
    if sys.platform != "linux":
        yield
        return
    all_of_them = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(all_of_them)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_of_them)


def changed(library: oe.Library) -> oe.Library:
    """Return the library with other words in one claim of the part, and so another version."""
    one = library.where(building_block=PART).records[-1]
    said = replace(one.statement, nl=f"{one.statement.nl} Zo is het.", en=f"{one.statement.en} So it is.")
    claims = tuple(replace(claim, statement=said) if claim is one else claim for claim in library)
    return oe.Library(replace(library._corpus, claims=claims, version="0" * 12))  # noqa: SLF001 - there is no other door


if __name__ == "__main__":
    raise SystemExit(main())
