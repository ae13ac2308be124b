"""How long a full brief takes against the pandoc and typst runs that make it; how `--all` scales.

The peer is what runs inside: the same pandoc and typst calls on the same documents, one after another. What is over is
ours: building the document, its check, the map, the finishing of citations, and handing things over.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

import ouderevidence as oe
from ouderevidence.citing import citations
from ouderevidence.document import pandoc, render
from ouderevidence.products.brief import batch

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.products.brief import Brief

RUNS = 5
BOUND = 1.3  # times the bare runs
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
    ratio = statistics.median(ours / bare for ours, bare in pairs)
    ours, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"full brief, four formats: {ours:.2f} s; its pandoc and typst calls: {bare:.2f} s; "
          f"ratio {ratio:.2f} (at most {BOUND})")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        times = {}
        for workers in (1, 2):
            start = time.perf_counter()
            batch.write_all(library.where(building_block=PART), Path(folder, str(workers)), workers=workers)
            times[workers] = time.perf_counter() - start
    print(
        f"all briefs of a part: 1 worker {times[1]:.1f} s, 2 workers {times[2]:.1f} s; ratio {times[1] / times[2]:.2f}"
    )
    return int(ratio > BOUND)


if __name__ == "__main__":
    raise SystemExit(main())
