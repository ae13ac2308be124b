"""How large a picture says it is, read from its head: before a program makes room for all of its dots."""

from __future__ import annotations

import struct
from typing import Final

MOST_DOTS: Final = 40_000_000  # of a picture: a page of A4 at 600 dots an inch has 35 million
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
_NO_FRAME: Final = frozenset({0xC4, 0xC8, 0xCC})  # tables, among the markers of frames
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without content


def size_of(content: bytes) -> tuple[int, int] | None:
    """Return the width and the height that a PNG or JPEG file names; None where it names none.

    Examples
    --------
    >>> size_of(b"GIF89a") is None
    True
    """
    if content.startswith(_PNG):
        found = struct.unpack(">II", content[16:24]) if content[12:16] == b"IHDR" and len(content) >= 24 else None  # noqa: PLR2004
        return None if found is None else (found[0], found[1])
    return _jpeg_size(content) if content.startswith(_JPEG) else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    place = len(_JPEG)
    while place + 9 <= len(content) and content[place] == 0xFF:  # noqa: PLR2004
        marker = content[place + 1]
        if marker == 0xFF:  # noqa: PLR2004 - it fills up
            place += 1
        elif marker in _ALONE:
            place += 2
        elif 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:  # noqa: PLR2004
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        else:
            place += 2 + max(int.from_bytes(content[place + 2 : place + 4], "big"), 2)
    return None
