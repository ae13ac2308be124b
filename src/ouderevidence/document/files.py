"""Files that somebody names, read whole: no pipe that never gives anything, no device that never ends."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

LARGEST: Final = 100_000_000  # bytes


def content_of(path: str | Path, *, most: int = LARGEST) -> bytes:
    """Return the bytes of a file that has no more than ``most``.

    Raises
    ------
    OSError
        If it cannot be opened, is no regular file, or is too large.
    """
    place = Path(path)
    if place.exists() and not place.is_dir() and not place.is_file():
        raise OSError(errno.EINVAL, "Not a regular file", str(path))
    with place.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"File over {most // 1_000_000} MB", str(path))
    return data
