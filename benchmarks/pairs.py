"""Ours against a peer in the same run: in turns, repeated, the median of the ratios; and how time grows with size."""

from __future__ import annotations

import gc
import math
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS: Final = 5
GROWTH: Final = 1.1  # exponent of time over size, at most
HEAD: Final = "| work | ours | peer | ratio | bound | exponent | |\n|---|---|---|---|---|---|---|"
BROKEN: Final = "NOT HELD"


@dataclass(frozen=True, slots=True)
class Pair:
    """The median seconds of both, and the median of the ratios of each round."""

    ours: float
    peer: float
    ratio: float


def seconds(run: Callable[[], object]) -> float:
    """Return the wall time of a call, the collector of garbage not in it."""
    gc.collect()
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def worked(run: Callable[[], object]) -> float:
    """Return the processor time of a call in this process: what a busy machine disturbs least."""
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def pair(ours: Callable[[], float], peer: Callable[[], float], rounds: int = ROUNDS) -> Pair:
    """Measure two things in turns; both return their seconds."""
    times = [(ours(), peer()) for _ in range(rounds)]
    mine, other = (statistics.median(side) for side in zip(*times, strict=True))
    return Pair(mine, other, statistics.median(one / two for one, two in times))


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """Return the power of size that time grows with: the slope of its logarithm, by least squares."""
    slope = statistics.linear_regression([math.log(size) for size in sizes], [math.log(one) for one in times]).slope
    return float(slope)


def row(
    work: str,
    peer: str,
    measured: Pair,
    bound: float | None,
    growth: float | None = None,
    *,
    limit: float | None = None,
    unit: str = "s",
) -> bool:
    """Print a row of the table; return whether its ratio stays under the bound and it grows as its size does.

    Parameters
    ----------
    work, peer
        What was done, and what it is held against.
    measured
        The figures.
    bound
        The ratio that is aimed for, at most; None where the row only tells.
    growth
        The exponent, where it was measured.
    limit
        The ratio that has been reached, where it is worse than the aim: over this the row is broken.
    unit
        What was measured: seconds (``s``) or bytes (``B``).
    """
    held = bound is None or measured.ratio <= (limit or bound)
    linear = growth is None or growth <= GROWTH
    said = [
        "" if bound is None else f"{bound:g}" if limit is None else f"{bound:g} (reached: {limit:g})",
        "" if growth is None else f"{growth:.2f}",
        "" if held and linear else BROKEN,
    ]
    ours, theirs = (f"{one / 1e6:.0f} MB" if unit == "B" else _shown(one) for one in (measured.ours, measured.peer))
    figures = f"{ours} | {peer}: {theirs} | {measured.ratio:.3g}"
    print(f"| {work} | {figures} | {' | '.join(said)} |", flush=True)
    return held and linear


def left_out(work: str, peer: str, why: str) -> None:
    """Print a row that was not measured, and why."""
    print(f"| {work} | | {peer} | | | | left out: {why} |", flush=True)


def _shown(value: float) -> str:
    return f"{value:.2f} s" if value >= 1 else f"{1000 * value:.3g} ms"
