"""A temporary folder for one piece of work; what killed runs left of theirs is cleared away."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.document.output import hold

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = "ouderevidence-"
_YOUNG: Final = 60  # seconds in which a folder may not yet be held by the run that made it
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """Give a temporary folder, and delete it afterwards."""
    _clear_away()
    with tempfile.TemporaryDirectory(prefix=_NAME) as folder, contextlib.ExitStack() as stack:
        if os.name == "posix":  # Windows opens no folder
            stack.enter_context(_held(Path(folder)))
        yield Path(folder)


@cache
def _clear_away() -> None:
    """Delete the folders of runs that were killed, those that nobody holds; once is enough."""
    if os.name != "posix":
        return
    for left in Path(tempfile.gettempdir()).glob(f"{_NAME}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.lstat().st_mtime > _YOUNG:
                with _held(left):
                    shutil.rmtree(left)


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    handle = os.open(folder, _FOLDER)
    try:
        with hold(handle, wait=False):
            yield
    finally:
        os.close(handle)
