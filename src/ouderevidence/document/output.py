"""Writing files: beside first, then renamed, so that nothing is half-written and nothing is lost."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ouderevidence.model.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence


_NAME = 50  # characters of a file's name in that of the one beside it
_SHOWN = 200  # characters of a path in a message


def write(path: str | Path, data: bytes) -> None:
    """Write a file; an existing one is kept until the new one is complete, and its permissions stay.

    A link is followed: what it points to gets the new content, and it stays a link. Folders on the way are made.

    Raises
    ------
    OutputError
        If the place is no regular file, or it cannot be written.
    """
    check_place(Path(path))
    target = Path(path).resolve()
    make_folder(target.parent)
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:_NAME]}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()
        message = f"cannot write {shown(path)}: {error.strerror}; choose a place you may write to"
        raise OutputError(message) from error


def clear_away(path: Path) -> None:
    """Delete what a run that was killed while it wrote this file left beside it."""
    for beside in path.parent.glob(f".{path.name[:_NAME]}.????????"):
        beside.unlink(missing_ok=True)


def shown(path: str | Path) -> str:
    """Return a path for a message: no sign that is not printed, and not longer than a line."""
    words = "".join(char if char.isprintable() else "?" for char in str(path))
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _mode(target: Path) -> int:
    """Return the permissions of a file that is there, or those of a new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def form_of(path: Path, forms: Sequence[str]) -> str:
    """Return the format that the extension of a file names, when a file could stand there.

    Raises
    ------
    OutputError
        If the extension is another, no folder can stand there, or the path is a folder itself.
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
    """Make a folder, with those it stands in, where it is not there yet.

    Raises
    ------
    OutputError
        If it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"cannot make the folder {shown(path)}: {error.strerror}; choose a place you may write to"
        raise OutputError(message) from error
    return path


def check_place(path: Path) -> None:
    """Check that a file could stand here.

    Raises
    ------
    OutputError
        If a folder on the way is a file, or the path is a folder itself, a device, a pipe, a broken link, or a file
        that may not be written.
    """
    try:
        if "\0" in str(path):
            message = f"cannot write {shown(path)}: it holds a null byte; choose another name"
            raise OutputError(message)
        there = next(folder for folder in path.absolute().parents if folder.exists())
        if not there.is_dir():
            message = f"cannot write {shown(path)}: {shown(there)} is no folder; choose another place"
            raise OutputError(message)
        if path.is_dir():
            message = f"{shown(path)} is a folder; name a file in it"
            raise OutputError(message)
        if path.is_symlink() and not path.exists():
            message = f"{shown(path)} is a link that leads nowhere; take it away"
            raise OutputError(message)
        if path.exists() and not path.is_file():
            message = f"{shown(path)} is no regular file but a device or a pipe; name a file"
            raise OutputError(message)
        if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
            message = f"{shown(path)} may not be written; choose another name, or make it writable"
            raise OutputError(message)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        message = f"cannot write {shown(path)}: {said}; choose another name"
        raise OutputError(message) from error
