"""Writing files: beside first, then renamed, so that nothing is half-written and nothing is lost."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from ouderevidence.errors import OutputError


def write(path: str | Path, data: bytes) -> None:
    """Write a file; an existing one is kept until the new one is complete.

    Raises
    ------
    OutputError
        If the folder is missing or the place cannot be written.
    """
    target = Path(path)
    check_place(target)
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()
        message = f"cannot write {target}: {error.strerror}; choose a place you may write to"
        raise OutputError(message) from error


def check_place(path: Path) -> None:
    """Check that a file could stand here.

    Raises
    ------
    OutputError
        If the folder is missing, or the path is a folder itself.
    """
    if not path.parent.is_dir():
        message = f"there is no folder {path.parent}; make it first"
        raise OutputError(message)
    if path.is_dir():
        message = f"{path} is a folder; name a file in it"
        raise OutputError(message)
