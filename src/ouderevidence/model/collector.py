"""The collector of cycles, left out while much is made that has none: it would look through all of that again."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCK: Final = Lock()
_INSIDE: Final[list[bool]] = []  # for each that is at work, in any thread: whether the collector was on when it began


@contextmanager
def without_collector() -> Iterator[None]:
    """Leave the collector out until this ends, and all that runs beside it in other threads; then it is as it was."""
    with _LOCK:
        _INSIDE.append(gc.isenabled() or any(_INSIDE))
        gc.disable()
    try:
        yield
    finally:
        with _LOCK:
            was_on = _INSIDE.pop()
            if was_on and not _INSIDE:
                gc.enable()
            elif _INSIDE:
                gc.collect(1)  # others go on, and what is no longer used would wait for the last of them
