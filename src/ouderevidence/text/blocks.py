"""Pieces of text as readers hand them over, and what all readers need: decoding, and joining broken words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from ouderevidence.model.errors import DocumentError

_BROKEN: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]++)(?:[-‐][ \t]*|\u00ad[ \t]*)\n[ \t]*([^\W\d_]+)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HELD_OPEN: Final = frozenset({"en", "of", "naar", "tot", "and", "or", "to"})  # "voor- en vroegschool"


@dataclass(frozen=True, slots=True)
class Block:
    """What a reader hands over: the words of a piece, not yet placed in a text."""

    text: str
    kind: str = "paragraph"
    page: int | None = None
    note: int | None = None
    continues: bool = False  # goes on with the sentence of the block before it


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
