"""How large and how deep a document may be: looked at before another program gets it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from ouderevidence.model.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 100_000_000  # bytes of a file
UNPACKED: Final = 200_000_000  # bytes of all that a zip file holds
WORDS: Final = 40_000_000  # bytes of the XML that holds the text, unpacked; a thesis has some 5,000,000
PLAIN: Final = 20_000_000  # bytes of a text in a mark-up; a thousand pages have some 3,000,000
DEEPEST: Final = 100  # levels of lists, quotes and mark-up within each other
# Square brackets, or spans, open at once in a paragraph: for each one more pandoc takes twice the time.
BRACKETS: Final = 12

_ZIPPED: Final = frozenset({".docx", ".odt"})
_MARKDOWN: Final = frozenset({".md", ".qmd"})
_QUOTES: Final = re.compile(rb"^(?:[ \t]*>){%d}" % (DEEPEST + 1), re.MULTILINE)
# What opens and closes within a paragraph of Markdown; a blank line closes all.
_OPENED: Final = re.compile(
    rb"\\.|(?P<blank>^[ \t>]*\r?$)|(?P<open>\[|<span\b)|(?P<close>\]|</span\b)", re.MULTILINE | re.IGNORECASE
)
_TAG: Final = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9]*+)([^<>]*+)>")
_VOID: Final = frozenset(
    b"area base br col embed hr img input link meta p li source tr td th track wbr dd dt option".split()
)
_XML_OF_TEXT: Final = re.compile(r"(?:word/(?:document|footnotes|endnotes)\d*|content)\.xml")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a document.

    Raises
    ------
    DocumentError
        If it cannot be opened, is no regular file, or is too large.
    """
    try:
        if path.exists() and not path.is_dir() and not path.is_file():
            raise DocumentError(path.name, "special")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise DocumentError(path.name, "missing", detail=_said(error)) from error
    if len(data) > LARGEST:
        raise DocumentError(path.name, "large", detail=f"over {LARGEST // 1_000_000} MB")
    return data


def check_size(name: str, suffix: str, data: bytes) -> None:
    """Look at the size and the depth of a document in a mark-up before it is read.

    Raises
    ------
    DocumentError
        If it is too large, itself or unpacked, or nested too deeply.
    """
    if suffix in _ZIPPED:
        _check_zip(name, data)
        return
    if len(data) > PLAIN:
        raise DocumentError(name, "large", detail=f"over {PLAIN // 1_000_000} MB of text")
    if suffix in _MARKDOWN and _QUOTES.search(data):
        raise too_deep(name)
    if suffix in _MARKDOWN and _open_at_once(data) > BRACKETS:
        raise DocumentError(name, "deep", detail=f"more than {BRACKETS} brackets within each other")
    if suffix in {".htm", ".html"} and _depth_of_tags(data) > DEEPEST:
        raise too_deep(name)


def too_deep(name: str) -> DocumentError:
    """Return the error of a document that is nested too deeply."""
    return DocumentError(name, "deep", detail=f"more than {DEEPEST} levels")


def _said(error: Exception) -> str:
    said = getattr(error, "strerror", None)
    return "" if isinstance(error, FileNotFoundError) or not said else str(said)


def _check_zip(name: str, data: bytes) -> None:
    """Look at the sizes that a zip file gives for its parts; zipfile holds it to them when it unpacks."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return  # pandoc says what is wrong with it
    if sum(part.file_size for part in parts) > UNPACKED:
        raise DocumentError(name, "large", detail=f"over {UNPACKED // 1_000_000} MB unpacked")
    texts = sum(part.file_size for part in parts if _XML_OF_TEXT.fullmatch(part.filename))
    if texts > WORDS:
        raise DocumentError(name, "large", detail=f"over {WORDS // 1_000_000} MB of text unpacked")


def _open_at_once(data: bytes) -> int:
    """Return how many brackets and spans stand open at once in a paragraph of Markdown."""
    depth = deepest = 0
    for match in _OPENED.finditer(data):
        if match["open"]:
            depth += 1
            deepest = max(deepest, depth)
        elif match["close"]:
            depth = max(depth - 1, 0)
        elif match["blank"] is not None:
            depth = 0
    return deepest


def _depth_of_tags(data: bytes) -> int:
    """Return how many tags stand open at once; those that need no end tag do not count."""
    depth = deepest = 0
    for match in _TAG.finditer(data):
        if match[2].lower() in _VOID or match[3].endswith(b"/"):
            continue
        depth = max(depth - 1, 0) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
