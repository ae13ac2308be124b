"""Pointers: the fewest words that find a stretch of a text again, and no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.records import MAX_POINTER_WORDS
from ouderevidence.text.passages import letters, locate, locate_range, with_citation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ouderevidence.text.passages import Index, Span

Pointer = tuple[str, str]  # first words, last words

USUAL: Final = 4  # words of a pointer that is easy to recognise
RANGE_WORDS: Final = 12  # words that a section may need
BEHIND: Final = 400  # characters behind a heading in which the next words stand

_TOKEN: Final = re.compile(r"\S+")


def point(index: Index, span: Span, section: Sequence[Span]) -> Pointer | None:
    """Return at most six words at either end of a stretch, each unique in the section; None if there are none.

    A bracketed citation behind the stretch is left out: it belongs to a passage anyway.
    """
    for end in _ends_of(index, span):
        tokens = _tokens(index.text, span[0], end)
        starts = _unique(index, tokens, section, first=True)
        ends = _unique(index, tokens, section, first=False)
        if starts is None or ends is None:
            continue
        found = locate(index, starts, ends, list(section)).span
        if found and letters(index.text[slice(*found)]).startswith(letters(index.text[slice(*span)])):
            return starts, ends
    return None


def point_with_more(index: Index, span: Span, section: Sequence[Span]) -> Pointer | None:
    """Return a pointer to a stretch; where its words are not unique, such as a heading's, with what follows it."""
    pointer = point(index, span, section)
    if pointer:
        return pointer
    tokens = _tokens(index.text, span[0], span[1] + BEHIND)
    size = len(_tokens(index.text, *span))
    for count in range(size + 1, MAX_POINTER_WORDS + 1):
        words = _words(index, tokens[:count])
        if len(index.find_all(words, list(section))) == 1:
            return words, words
    return None


def point_range(index: Index, span: Span) -> Pointer | None:
    """Return the first and last words of a section, as ``locate_range`` reads them; None if no words will do."""
    tokens = _tokens(index.text, *span)
    counts = sorted(range(1, min(len(tokens), RANGE_WORDS) + 1), key=lambda n: (n < USUAL, abs(n - USUAL)))
    for first in counts:
        starts = _words(index, tokens[:first])
        place = index.find_all(starts, [(0, len(index.text))])
        if not place or place[0][0] != tokens[0][0]:
            continue
        for last in counts:
            ends = _words(index, tokens[-last:])
            if locate_range(index, starts, ends) == (tokens[0][0], tokens[-1][1]):
                return starts, ends
    return None


def _ends_of(index: Index, span: Span) -> Iterator[int]:
    """Yield where the last words may end: before a bracketed citation, then at the end itself."""
    words = index.text[slice(*span)]
    bracket = words.rfind("(")
    if bracket > 0:
        core = _tokens(index.text, span[0], span[0] + bracket)
        whole = _tokens(index.text, *span)
        if core and with_citation(index, (span[0], core[-1][1]))[1] >= whole[-1][1]:
            yield core[-1][1]
    yield span[1]


def _tokens(text: str, start: int, end: int) -> list[Span]:
    """Return the words that hold letters or digits, each from its first letter to its last."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        inside = [i for i in range(match.start(), match.end()) if text[i].isalnum()]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found


def _words(index: Index, tokens: Sequence[Span]) -> str:
    return plain(index.text[tokens[0][0] : tokens[-1][1]])


def _unique(index: Index, tokens: Sequence[Span], section: Sequence[Span], *, first: bool) -> str | None:
    for count in range(min(USUAL, len(tokens)), min(MAX_POINTER_WORDS, len(tokens)) + 1):
        if not count:
            return None
        words = _words(index, tokens[:count] if first else tokens[-count:])
        if len(index.find_all(words, list(section))) == 1:
            return words
    return None


def plain(words: str) -> str:
    r"""Return words on one line, without signs that cannot be printed.

    Examples
    --------
    >>> plain("“Samen\n lezen\u200b”")
    '“Samen lezen”'
    """
    return "".join(char for char in " ".join(words.split()) if char.isprintable())
