"""A document as one text, with the way back from every offset to its page or paragraph.

The formats are read by libraries: PDF by PDFium, Word, HTML, Markdown and notebooks by pandoc.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SUFFIXES: Final = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".ipynb")

_PARAGRAPH: Final = re.compile(r"\S(?:.*?\S)??(?=[ \t]*\n[ \t]*\n|\s*\Z)", re.DOTALL)
_BROKEN: Final = re.compile(r"([^\W\d_]+)(?:[-‐][ \t]*|\u00ad[ \t]*)\n[ \t]*([^\W\d_]+)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HELD_OPEN: Final = frozenset({"en", "of", "naar", "tot", "and", "or", "to"})  # "voor- en vroegschool"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, list item, table or note of a document.

    Parameters
    ----------
    start, end
        Character offsets in the document's text.
    kind
        ``paragraph``, ``heading``, ``item``, ``table`` or ``note`` (a footnote or endnote).
    paragraph
        Its number in the document, from 1; a note has the number of the paragraph it belongs to.
    page
        Its page, from 1, where the format has pages.
    note
        Number of the note, from 1, or None.
    """

    start: int
    end: int
    kind: str
    paragraph: int
    page: int | None = None
    note: int | None = None

    def place(self, language: str = "nl") -> str:
        """Return where it stands, for a reader: ``p. 3``, ``alinea 12``, ``alinea 12, noot 2``.

        Examples
        --------
        >>> Piece(0, 9, "note", 12, note=2).place(), Piece(0, 9, "paragraph", 12, page=3).place("en")
        ('alinea 12, noot 2', 'p. 3')
        """
        if self.page is not None:
            words = f"p. {self.page}"
        else:
            words = f"alinea {self.paragraph}" if language == "nl" else f"paragraph {self.paragraph}"
        if self.note is not None:
            words += f", noot {self.note}" if language == "nl" else f", note {self.note}"
        return words


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text and its pieces, in order; between two pieces the text has white space only."""

    name: str
    text: str
    pieces: tuple[Piece, ...]

    def piece_at(self, offset: int) -> Piece:
        """Return the piece in which an offset lies, or the last one before it."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        return self.pieces[max(index, 0)]


@dataclass(frozen=True, slots=True)
class Block:
    """What a reader hands over: the words of a piece, not yet placed in a text."""

    text: str
    kind: str = "paragraph"
    page: int | None = None
    note: int | None = None
    continues: bool = False  # goes on with the sentence of the block before it


def read_document(path: str | Path) -> Document:
    """Read a document into one text.

    Parameters
    ----------
    path
        A ``.txt .md .html .docx .pdf`` or ``.ipynb`` file. Running heads and page numbers of a PDF are left out, words
        broken at line ends are joined, tables are rows of text, notes are kept as pieces of their own. Of a notebook
        the text cells are read.

    Raises
    ------
    DocumentError
        If the file is missing, of another form, broken, encrypted, empty, or holds pictures of pages only; ``reason``
        says which.
    """
    path = Path(path)
    reader = _reader(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(path.name, "missing") from error
    if not data.strip():
        raise DocumentError(path.name, "empty")
    document = assembled(path.name, reader(path, data))
    if not document.pieces:
        raise DocumentError(path.name, "empty")
    return document


def _reader(path: Path) -> Callable[[Path, bytes], Iterable[Block]]:
    suffix = path.suffix.lower()
    if suffix == ".txt":
        return _read_plain
    if suffix == ".pdf":
        from ouderevidence.text.pdf import read_pdf

        return read_pdf
    if suffix in SUFFIXES:
        from ouderevidence.text.markup import read_markup

        return read_markup
    raise DocumentError(path.name, "form")


def assembled(name: str, blocks: Iterable[Block]) -> Document:
    """Put blocks together into a document: a blank line between them, a line end where one continues another."""
    pieces: list[Piece] = []
    parts: list[str] = []
    length = paragraph = 0
    for block in blocks:
        text = block.text.strip()
        if not text:
            continue
        if parts:
            glue = "\n" if block.continues else "\n\n"
            parts.append(glue)
            length += len(glue)
        paragraph += block.kind != "note" and not block.continues
        pieces.append(Piece(length, length + len(text), block.kind, max(paragraph, 1), block.page, block.note))
        parts.append(text)
        length += len(text)
    return Document(name, "".join(parts), tuple(pieces))


def _read_plain(path: Path, data: bytes) -> list[Block]:
    text = joined(decoded(path.name, data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n"))
    return [Block(part) for part in re.split(r"\n[ \t]*\n\s*", text)]


def decoded(name: str, data: bytes) -> str:
    """Return the text of bytes: UTF-8, UTF-16 with its mark, or Windows-1252.

    Raises
    ------
    DocumentError
        If the bytes are no text.
    """
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data and not marked:
        raise DocumentError(name, "broken")
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp1252"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DocumentError(name, "broken")


def words_of(text: str) -> Counter[str]:
    """Return the words of a text without case, with their number; a hyphened word is one."""
    return Counter(word.lower() for word in _WORD.findall(text))


def joined(text: str, known: Counter[str] | None = None) -> str:
    r"""Join words that are broken at a line end.

    The hyphen stays before a capital ("Hoover-⏎Dempsey"), where the word stands with it elsewhere in the text
    ("ve-⏎locatie"), and where a second word shares its end ("voor-⏎en vroegschool").

    Parameters
    ----------
    text
        A text with line ends.
    known
        Words of the whole document, from :func:`words_of`; by default those of the text.

    Examples
    --------
    >>> joined("onder-\nsteuning van Hoover-\nDempsey in voor-\nen vroegschool")
    'ondersteuning van Hoover-Dempsey in voor-\nen vroegschool'
    """
    if "-" not in text and "\u00ad" not in text and "‐" not in text:
        return text
    words = words_of(text) if known is None else known

    def whole(match: re.Match[str]) -> str:
        first, second = match.groups()
        if second in _HELD_OPEN:
            return match[0]
        plain, hyphened = f"{first}{second}".lower(), f"{first}-{second}".lower()
        keeps = second[0].isupper() or first.isupper() or words[hyphened] > words[plain]
        return f"{first}-{second}" if keeps and "\u00ad" not in match[0] else first + second

    return _BROKEN.sub(whole, text).replace("\u00ad", "")
