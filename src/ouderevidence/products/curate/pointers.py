"""Pointers: the fewest words that find a stretch of a text again, and no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.evidence.record import MAX_POINTER_WORDS
from ouderevidence.text.passages import letters, locate, locate_range, with_citation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ouderevidence.text.passages import Index, Span

Pointer = tuple[str, str]  # first words, last words

USUAL: Final = 4  # words of a pointer that is easy to recognise
RANGE_WORDS: Final = 12  # words that a section may need
WINDOW: Final = 1500  # characters at either end of a section in which these stand
OFTEN: Final = 50  # places of words that are looked at one by one
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
        if _alone(index, words, section):
            return words, words
    return None


def point_range(index: Index, span: Span) -> Pointer | None:
    """Return the first and last words of a section, as ``locate_range`` reads them; None if no words will do."""
    head = _tokens(index.text, span[0], min(span[1], span[0] + WINDOW))[:RANGE_WORDS]
    from_end = max(span[0], span[1] - WINDOW)
    tail = _tokens(index.text, from_end, span[1])[1 if from_end > span[0] else 0 :][-RANGE_WORDS:]
    if not head or not tail:
        return None
    target = (head[0][0], tail[-1][1])

    def leads(words: str) -> bool:
        found = index.find_all(words, [(0, len(index.text))])
        return bool(found) and found[0][0] == target[0]

    if not leads(_words(index, head)):
        return None  # if the most words stand elsewhere before, so do fewer
    for first in _counts(len(head)):
        starts = _words(index, head[:first])
        if not leads(starts) or locate_range(index, starts, _words(index, tail)) != target:
            continue
        for last in _counts(len(tail)):
            ends = _words(index, tail[-last:])
            if locate_range(index, starts, ends) == target:
                return starts, ends
    return None


def _counts(most: int) -> list[int]:
    """Return numbers of words in the order to try: the usual one, then more, then fewer."""
    usual = min(USUAL, most)
    return [*range(usual, most + 1), *range(usual - 1, 0, -1)]


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
    most = min(MAX_POINTER_WORDS, len(tokens))
    pointers = [_words(index, tokens[:n] if first else tokens[-n:]) for n in range(min(USUAL, most), most + 1) if n]
    if not pointers or not _alone(index, pointers[-1], section):
        return None  # if the most words are not unique, fewer are not
    return next(words for words in pointers if _alone(index, words, section))


def _alone(index: Index, words: str, section: Sequence[Span]) -> bool:
    """Whether words stand once in a section."""
    often = index.stream.count(letters(words)) > OFTEN
    return not often and len(index.find_all(words, list(section))) == 1


def plain(words: str) -> str:
    r"""Return words on one line, without signs that cannot be printed.

    Examples
    --------
    >>> plain("“Samen\n lezen\u200b”")
    '“Samen lezen”'
    """
    return "".join(char for char in " ".join(words.split()) if char.isprintable())
