"""The side of a peer: do the work for each line that comes in, and print the seconds."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def serve(work: Callable[[str], object]) -> None:
    """Answer the first line with "ready", each next with the seconds of the work, or with the words it gives."""
    sys.stdin.readline()
    print("ready", flush=True)
    for line in sys.stdin:
        start = time.perf_counter()
        found = work(line.strip())
        print(found if isinstance(found, str) else time.perf_counter() - start, flush=True)
