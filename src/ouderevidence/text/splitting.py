"""Split a text into sentences: Dutch and English, with the abbreviations, brackets and initials of policy papers.

A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or an address, or stands inside
brackets. A blank line, a list mark at the start of a line, and the end of the text always end one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ouderevidence.text.passages import Span

LONGEST_BRACKET: Final = 1500  # characters; a bracket that is not closed by then holds nothing together

# The sentence goes on behind these, whatever comes.
_NEVER_LAST: Final = """
    o.a d.w.z m.n bijv b.v bv vgl cf e.g i.e resp ca circa blz pag p pp par nr no art fig hfdst hst ch vol dr drs ir
    ing prof mr mw mevr dhr mrs ms ds st t.a.v t.b.v t.o.v i.v.m i.p.v m.b.t n.a.v o.b.v i.s.m i.o m.u.v a.d.h.v incl
    excl max min gem evt zgn z.g zg a.k.a vs tel ed eds red reds vert aug sept okt nov dec jan feb mrt apr jun jul u.s
    u.k
"""
# These may be its last word: then what follows is no number.
_MAYBE_LAST: Final = """
    et al e.a c.s enz etc e.d a.u.b n.v b.v v.s z.d n.d z.j n.chr v.chr s.v.p inc ltd jr sr e.v
"""
NEVER_LAST: Final = frozenset(_NEVER_LAST.split())
MAYBE_LAST: Final = frozenset(_MAYBE_LAST.split())
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_YEAR: Final = r"(?:(?:1[5-9]|20)\d\d[a-k]?|z\.d\.?|n\.d\.?|in druk|in press)"
# The number of a note may stand directly behind the stop: "thuis.3".
_STOP: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?:(?<=\D[.!?”’\"')\]])\d{1,2})?(?=\s|$)")
_BREAK: Final = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[•❚▪◦·*–-]|\d{1,2}[.)])[ \t])")
_CLOSED: Final = frozenset(".!?:;")
_WORD_BEFORE: Final = re.compile(r"(?:[^\W\d_]+\.)*[^\W\d_]+$")
_NEXT: Final = re.compile(r"\s*[\"“‘'«(\[]*(\w?)")
_BRACKET: Final = re.compile(r"[()\[\]]")
_ONLY_CITATION: Final = re.compile(rf"\s*[(\[][^()\[\]]{{0,300}}?{_YEAR}[^()\[\]]{{0,60}}[)\]]\.?(?=\s|$)")


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text as character spans, in order, without the space between them.

    Parameters
    ----------
    text
        Any text; lines may be broken anywhere.

    Returns
    -------
    tuple of (start, end)
        Every character that is not white space lies in exactly one. A bracket with a citation behind a full stop
        ("... thuis.” (Day, 2013.)") belongs to the sentence before it.

    Examples
    --------
    >>> text = "Boonk et al. (2018) zagen dit, o.a. bij J. de Vries. Zie blz. 3, d.w.z. achterin."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Boonk et al. (2018) zagen dit, o.a. bij J. de Vries.', 'Zie blz. 3, d.w.z. achterin.']
    """
    found: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        if text[match.end() : match.end() + 1].islower() and text[match.start() - 1 : match.start()] not in _CLOSED:
            continue  # a page or column ended in the middle of a sentence
        found += _in_paragraph(text, start, match.start())
        start = match.end()
    return tuple(found + _in_paragraph(text, start, len(text)))


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    inside = _brackets(text, start, end)
    place = start
    bracket = 0
    for match in _STOP.finditer(text, start, end):
        if match.start() < place:
            continue
        while bracket < len(inside) and inside[bracket][1] <= match.start():
            bracket += 1
        if bracket < len(inside) and inside[bracket][0] < match.start() and match.end() < inside[bracket][1]:
            continue
        if not _ends(text, match, end):
            continue
        stop = match.end()
        citation = _ONLY_CITATION.match(text, stop, end)
        stop = citation.end() if citation else stop
        found.append((place, stop))
        place = stop
    found.append((place, end))
    return [span for span in (_trimmed(text, *span) for span in found) if span[0] < span[1]]


def _brackets(text: str, start: int, end: int) -> list[Span]:
    """Return the outermost brackets that are closed, none longer than :data:`LONGEST_BRACKET`."""
    found: list[Span] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            first = opened.pop()
            if match.end() - first <= LONGEST_BRACKET:
                while found and found[-1][0] > first:
                    found.pop()
                found.append((first, match.end()))
    return found


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at this stop."""
    following = _NEXT.match(text, match.end(), end)
    first = following[1] if following else ""
    if not match[0].startswith(".") or match[0].startswith(".."):
        return not first.islower()
    before = _WORD_BEFORE.search(text, max(0, match.start() - 24), match.start())
    if not first:
        return True
    if first.islower():
        return False
    if before is None:
        return not _is_list_number(text, match.start())
    word = before[0].lower()
    if word in MAYBE_LAST:
        return not first.isdigit()
    return word not in NEVER_LAST and not (_INITIALS.fullmatch(before[0]) and before[0].isupper())


def _is_list_number(text: str, stop: int) -> bool:
    """Whether the stop belongs to a number that begins a line: "3. Gemeenten"."""
    line = text.rfind("\n", max(0, stop - 6), stop)
    return (line >= 0 or stop <= 3) and text[line + 1 : stop].strip().isdigit()  # noqa: PLR2004 - "12." at the start


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
