"""A document as one text, with the way back from every offset to its page or paragraph.

The formats are read by libraries: PDF by PDFium, Word, HTML, Markdown and notebooks by pandoc.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.model.errors import DocumentError, on_one_line
from ouderevidence.text.blocks import Block, decoded, joined
from ouderevidence.text.fields import placed, unmarked
from ouderevidence.text.folding import plain_signs
from ouderevidence.text.limits import read_bytes
from ouderevidence.text.markup import Markup, read_markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ouderevidence.text.fields import Cited, Field
    from ouderevidence.text.reference_list import Reference

SUFFIXES: Final = (".txt", ".md", ".qmd", ".html", ".htm", ".docx", ".odt", ".rtf", ".pdf", ".ipynb")

_PARAGRAPH: Final = re.compile(r"\S(?:.*?\S)??(?=[ \t]*\n[ \t]*\n|\s*\Z)", re.DOTALL)


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
    """A document's text and its pieces, in order; between two pieces the text has white space only.

    Parameters
    ----------
    name
        The name of the file.
    text, pieces
        Its words, and where its paragraphs, headings, tables and notes stand in them.
    fields
        The citations that a program wrote: by key, or with the data of the works.
    bibliography
        The files of works that the document itself names, as it names them.
    program
        The reference manager whose fields it holds, or None.
    works
        The works that it holds itself, in its head, for the keys that it cites by.
    """

    name: str
    text: str
    pieces: tuple[Piece, ...]
    fields: tuple[Field, ...] = ()
    bibliography: tuple[str, ...] = ()
    program: str | None = None
    works: tuple[Reference, ...] = ()

    def piece_at(self, offset: int) -> Piece:
        """Return the piece in which an offset lies, or the last one before it."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        return self.pieces[max(index, 0)]


def read_document(path: str | Path) -> Document:
    """Read a document into one text.

    Parameters
    ----------
    path
        A ``.txt .md .qmd .html .docx .odt .rtf .pdf`` or ``.ipynb`` file. Running heads and page numbers of a PDF are
        left out, words broken at line ends are joined, tables are rows of text, notes are kept as pieces of their own.
        Of a notebook the text cells are read. Ligatures, zero-width signs and look-alike hyphens and apostrophes are
        folded.

    Raises
    ------
    DocumentError
        If the file is missing, of another form, no regular file, too large, nested too deeply, broken, encrypted,
        empty, or holds pictures of pages only; ``reason`` says which.
    """
    path = Path(path)
    reader = _reader(path)
    data = read_bytes(path)
    if not data.strip():
        raise DocumentError(path.name, "empty")
    held = reader(path, data)
    blocks = [replace(block, text=plain_signs(block.text)) for block in held.blocks]
    document = assembled(on_one_line(path.name), blocks, held.cited)
    document = replace(document, bibliography=held.bibliography, program=held.program, works=held.works)
    if not document.pieces:
        raise DocumentError(path.name, "empty")
    return document


def _reader(path: Path) -> Callable[[Path, bytes], Markup]:
    suffix = path.suffix.lower()
    if suffix == ".txt":
        return _read_plain
    if suffix == ".pdf":
        from ouderevidence.text.pdf import read_pdf

        return lambda path, data: Markup(read_pdf(path, data), [])
    if suffix in SUFFIXES:
        return read_markup
    raise DocumentError(path.name, "form")


def assembled(name: str, blocks: Iterable[Block], cited: Sequence[Cited] = ()) -> Document:
    """Put blocks together into a document: a blank line between them, a line end where one continues another."""
    pieces: list[Piece] = []
    places: list[tuple[int, int, int]] = []
    parts: list[str] = []
    length = paragraph = 0
    for block in blocks:
        text = block.text.strip()
        text, inside = unmarked(text) if cited else (text, [])
        if not text:
            continue
        if parts:
            glue = "\n" if block.continues else "\n\n"
            parts.append(glue)
            length += len(glue)
        paragraph += block.kind != "note" and not block.continues
        places += [(number, length + start, length + end) for number, start, end in inside]
        pieces.append(Piece(length, length + len(text), block.kind, max(paragraph, 1), block.page, block.note))
        parts.append(text)
        length += len(text)
    whole = "".join(parts)
    fields = (placed(cited[number], whole, start, end) for number, start, end in places if number < len(cited))
    return Document(name, whole, tuple(pieces), tuple(sorted(fields, key=lambda field: field.start)))


def _read_plain(path: Path, data: bytes) -> Markup:
    text = joined(decoded(path.name, data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n"))
    return Markup([Block(part) for part in re.split(r"\n[ \t]*\n\s*", text)], [])
