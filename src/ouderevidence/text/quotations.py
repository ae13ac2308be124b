"""Words between quotation marks of any kind: those that end before a place in a text, and those that begin there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.text.mentions import paragraph_start

if TYPE_CHECKING:
    from ouderevidence.text.passages import Span

LONGEST: Final = 2000  # characters of a quotation, at most
# Each mark that closes, and those that may open before it; a low mark may be closed by either high one.
_OPENS: Final = {"”": "“„”", "“": "„", '"': '"', "’": "‘", "'": "'", "»": "«", "«": "»"}
_CLOSES: Final = {"“": "”", "„": "”“", "”": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "»": "«"}
_BEHIND: Final = re.compile(r"[.,;]?\s{0,2}$")
_BEFORE: Final = frozenset(" \t\n([:–—-/")  # what may stand before a mark that opens
_ELIDED: Final = re.compile(r"'(?:[stnkm]\b|\d)")  # "'s avonds", "'90"


def quotation_before(text: str, end: int) -> Span | None:
    """Return the quotation that ends just before a place, marks included; None if none does.

    Examples
    --------
    >>> text = "Zo is “lezen voor ‘het’ leven”. (Mol, 2015)"
    >>> start, end = quotation_before(text, text.index("("))
    >>> text[start:end]
    '“lezen voor ‘het’ leven”'
    """
    low = paragraph_start(text, max(0, end - LONGEST), end)
    behind = _BEHIND.search(text, max(low, end - 3), end)
    close = (behind.start() if behind else end) - 1
    mark = text[close : close + 1]
    if close <= low or mark not in _OPENS or text[close - 1].isspace():
        return None
    start = max(_last_opening(text, opens, low, close) for opens in _OPENS[mark])
    closed = mark not in _OPENS[mark] and text.find(mark, start, close) >= 0 and mark != "’"
    return None if start < 0 or closed else (start, close + 1)


def _last_opening(text: str, mark: str, low: int, high: int) -> int:
    """Return the last place where a mark opens a quotation, or -1."""
    place = text.rfind(mark, low, high)
    while place >= 0 and not _is_opening(text, place):
        place = text.rfind(mark, low, place)
    return place


def _is_opening(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    return (
        (not before or before in _BEFORE)
        and not text[place + 1 : place + 2].isspace()
        and _ELIDED.match(text, place) is None
    )


def quotation_at(text: str, start: int) -> Span | None:
    """Return the quotation that begins at a place, marks included; None if none does, or none ends in its paragraph.

    Examples
    --------
    >>> quotation_at("‘lezen voor foto’s’, zei zij", 0)
    (0, 19)
    """
    closes = _CLOSES.get(text[start : start + 1], "")
    high = min(len(text), start + LONGEST)
    blank = text.find("\n\n", start, high)
    high = blank if blank >= 0 else high
    for place in range(start + 2, high if closes and _is_opening(text, start) else 0):
        if text[place] in closes and not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum():
            return start, place + 1
    return None
