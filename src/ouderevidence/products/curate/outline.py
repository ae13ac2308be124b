"""The outline of a document: its headings, the stretches of prose below them, and its reference list."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ouderevidence.text import Document, reference_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.text.passages import Span

HEADING_WORDS: Final = 10  # a heading in plain text has no more
HEADING_LINES: Final = 3
SHORT: Final = 0.75  # times the longest line of its paragraph: the last line of a heading is shorter

_NUMBER: Final = re.compile(r"(?:hoofdstuk\s+|chapter\s+)?(\d{1,2}(?:\.\d{1,2})*)[.:)]?\s+(?=\S)", re.IGNORECASE)
_ENDED: Final = re.compile(r"[.!?:;,…”’\"'-]$|\)$|[\[\]|@]|https?:|www\.")
_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: one or more headings and the prose below them.

    Parameters
    ----------
    number
        The number that its heading prints, or None.
    title
        Its heading without the number; empty for prose before any heading.
    headings
        Where its headings stand.
    stretches
        Where its prose stands.
    listed
        Whether it is the reference list.
    """

    number: str | None
    title: str
    headings: tuple[Span, ...]
    stretches: tuple[Span, ...]
    listed: bool = False

    @property
    def span(self) -> Span:
        """From its first heading, or word, to its last."""
        spans = (*self.headings, *self.stretches)
        return min(a for a, _ in spans), max(b for _, b in spans)

    def joined(self, later: Part) -> Part:
        """Return this part with a later one joined to it, under this one's title."""
        return replace(self, headings=(*self.headings, *later.headings), stretches=(*self.stretches, *later.stretches))


def composed(document: Document) -> Document:
    """Return a document with its text in the composed form (NFC) in which passages are looked for."""
    text = unicodedata.normalize("NFC", document.text)
    if text == document.text:
        return document

    def moved(offset: int) -> int:
        return len(unicodedata.normalize("NFC", document.text[:offset]))

    pieces = tuple(replace(piece, start=moved(piece.start), end=moved(piece.end)) for piece in document.pieces)
    return replace(document, text=text, pieces=pieces)


def outline(document: Document) -> tuple[Part, ...]:
    """Return the parts of a document in order; a heading with no prose below it belongs to the next part.

    Examples
    --------
    >>> from ouderevidence.text.document import Block, assembled
    >>> blocks = [Block("Taal", "heading"), Block("1. Thuis", "heading"), Block("Voorlezen helpt.")]
    >>> [(part.number, part.title) for part in outline(assembled("taal.txt", blocks))]
    [('1', 'Thuis')]
    """
    text = document.text
    listed = reference_span(text)
    headings = [span for span in _headings(document) if listed is None or not _crosses(span, listed)]
    if listed is not None:
        line_end = text.find("\n", listed[0])
        headings = sorted([*headings, (listed[0], line_end if line_end > 0 else listed[1])])
    edges = [*(span[0] for span in headings), len(text)]
    parts = [Part(None, "", (), (span,)) for span in _prose(text, 0, edges[0])]
    waiting: tuple[Span, ...] = ()
    for position, (start, end) in enumerate(headings):
        is_list = listed is not None and start == listed[0]
        until = listed[1] if is_list and listed else edges[position + 1]
        number, title = numbered(text[start:end])
        prose = tuple(_prose(text, end, until))
        if prose:
            parts.append(Part(number, title, (*waiting, (start, end)), prose, listed=is_list))
            waiting = ()
        else:
            waiting = (*waiting, (start, end))
        after = tuple(_prose(text, until, edges[position + 1]))
        if after:
            parts.append(Part(None, "", (), after))
    if waiting and parts:
        parts[-1] = parts[-1].joined(Part(None, "", waiting, ()))
    elif waiting:
        parts = [Part(None, numbered(text[slice(*waiting[0])])[1], waiting[:1], waiting[1:])]
    return tuple(parts)


def numbered(heading: str) -> tuple[str | None, str]:
    """Return the number and the words of a heading.

    Examples
    --------
    >>> numbered("2.1 Taal thuis"), numbered("Vooraf")
    (('2.1', 'Taal thuis'), (None, 'Vooraf'))
    """
    words = " ".join(heading.split()).lstrip("#* ").rstrip("#* ")
    match = _NUMBER.match(words)
    return (match[1], words[match.end() :]) if match else (None, words)


def _crosses(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _prose(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if any(char.isalnum() for char in words):
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _headings(document: Document) -> list[Span]:
    """Return the headings that the format marks; in plain text, lines that look like one."""
    marked = [
        (p.start, p.end) for p in document.pieces if p.kind == "heading" and _has_letters(document, p.start, p.end)
    ]
    if marked:
        return marked
    pieces = [piece for piece in document.pieces if piece.kind == "paragraph"]
    found = []
    for piece in pieces:
        lines = [(m.start(), m.end()) for m in _LINE.finditer(document.text, piece.start, piece.end)]
        span = _looks_like_heading(document.text, lines, last=piece is pieces[-1])
        if span:
            found.append(span)
    return found


def _has_letters(document: Document, start: int, end: int) -> bool:
    return any(char.isalpha() for char in document.text[start:end])


def _looks_like_heading(text: str, lines: list[Span], *, last: bool) -> Span | None:
    """Return the first lines of a paragraph where they are few words, without a stop, and a sentence follows."""
    longest = max((end - start for start, end in lines), default=0)
    for count in range(1, min(HEADING_LINES, len(lines)) + 1):
        start, end = lines[0][0], lines[count - 1][1]
        words = text[start:end].strip()
        capital = words.lstrip("#*0123456789. ")[:1].isupper()
        if not capital or len(words.split()) > HEADING_WORDS or _ENDED.search(words):
            return None
        if count == len(lines):
            return None if last else _stripped(text, start, end)
        following = text[slice(*lines[count])].strip()
        short = lines[count - 1][1] - lines[count - 1][0] < SHORT * longest
        if following[:1].isupper() and short:
            return _stripped(text, start, end)
    return None


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
