"""Writing files: beside first, then renamed, so that nothing is half-written and nothing is lost."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ouderevidence.model.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence


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


def form_of(path: Path, forms: Sequence[str]) -> str:
    """Return the format that the extension of a file names, when a file could stand there.

    Raises
    ------
    OutputError
        If the extension is another, the folder is missing, or the path is a folder itself.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in forms:
        *most, last = (f".{name}" for name in forms)
        known = f"{', '.join(most)} or {last}" if most else last
        message = f"cannot write '{path}': unknown extension '{path.suffix}'; use {known}"
        raise OutputError(message)
    check_place(path)
    return form


def make_folder(path: Path) -> Path:
    """Make a folder where it is not there yet; the folder it stands in must be there.

    Raises
    ------
    OutputError
        If it cannot be made.
    """
    if not path.parent.is_dir():
        message = f"there is no folder {path.parent}; make it first"
        raise OutputError(message)
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        message = f"cannot make the folder {path}: {error.strerror}; choose a place you may write to"
        raise OutputError(message) from error
    return path


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
