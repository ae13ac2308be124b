"""What an organisation adds of its own: a logo for the first page, and the styles of a Word file."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from ouderevidence.document.files import content_of
from ouderevidence.document.pictures import MOST_DOTS, size_of
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import EvidenceError

if TYPE_CHECKING:
    from pathlib import Path

# First bytes of a file -> its media type.
PICTURES: Final = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
UNPACKED: Final = 100_000_000  # bytes of all parts of a house style
# What a zip file that is broken, made to break its reader, or closed with a password ends in.
UNREADABLE: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, OSError, RuntimeError, ValueError,
)  # fmt: skip


def picture(path: str | Path) -> str:
    """Return a PNG or JPEG file as a data address.

    Raises
    ------
    EvidenceError
        If the file cannot be read, is another kind of picture, is broken or has too many dots.
    """
    content = _read(path, "logo")
    kind = next((kind for start, kind in PICTURES.items() if content.startswith(start)), None)
    if kind is None:
        message = Text(
            f"het logo {path} is geen PNG en geen JPEG; bewaar het als een van deze twee",
            f"the logo {path} is neither PNG nor JPEG; save it as one of these",
        )
        raise EvidenceError(message)
    width, height = size_of(content) or (0, 0)
    if not 0 < width * height <= MOST_DOTS:
        message = Text(
            f"het logo {path} is kapot of te groot ({width} bij {height} beeldpunten); bewaar het opnieuw, "
            f"met hoogstens {MOST_DOTS // 1_000_000} miljoen beeldpunten",
            f"the logo {path} is broken or too large ({width} by {height} pixels); save it anew, with "
            f"{MOST_DOTS // 1_000_000} million pixels at most",
        )
        raise EvidenceError(message)
    return data_address(content, kind)


def data_address(content: bytes, kind: str) -> str:
    """Return content as a data address of a media type."""
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def reference_document(path: str | Path) -> bytes:
    """Return the Word file whose styles a brief takes over.

    Raises
    ------
    EvidenceError
        If the file cannot be read, is no Word file or unpacks to too much.
    """
    content = _read(path, "house style")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
            if unpacked <= UNPACKED:
                parts = {name: archive.read(name) for name in archive.namelist()}
                parts["word/styles.xml"].decode("utf-8")
    except UNREADABLE as error:
        message = Text(
            f"de huisstijl {path} is geen Word-bestand; bewaar die als .docx",
            f"the house style {path} is no Word file; save it as .docx",
        )
        raise EvidenceError(message) from error
    if unpacked > UNPACKED:
        message = Text(
            f"de huisstijl {path} is uitgepakt meer dan {UNPACKED // 1_000_000} MB; haal er grote afbeeldingen uit",
            f"the house style {path} unpacks to more than {UNPACKED // 1_000_000} MB; take large pictures out",
        )
        raise EvidenceError(message)
    return content


def _read(path: str | Path, name: str) -> bytes:
    try:
        return content_of(path)
    except OSError as error:
        message = Text(
            f"kan {'het logo' if name == 'logo' else 'de huisstijl'} {path} niet lezen: {error.strerror}; "
            "noem een bestand dat er is",
            f"cannot read the {name} {path}: {error.strerror}; name a file that is there",
        )
        raise EvidenceError(message) from error
