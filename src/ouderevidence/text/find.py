"""Find the in-text citations of a text: years first, then the names and brackets around each.

Every year is looked at once and every window is bounded, so that time is linear in the text whatever it holds. No
mention crosses a blank line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ouderevidence.text.bracket import Bracket, one_line, read_locator
from ouderevidence.text.folding import fold_signs, is_plain
from ouderevidence.text.mentions import Mention
from ouderevidence.text.names import WINDOW, read_names
from ouderevidence.text.quoted import within_quotations
from ouderevidence.text.secondary import linked
from ouderevidence.text.titles import in_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from ouderevidence.text.passages import Span

BEFORE: Final = 400  # characters of a bracket before its first year, at most
INSIDE: Final = 1500  # characters of a bracket behind its first year, at most
DEPTH: Final = 6  # brackets within brackets that are looked through
_YEAR: Final = re.compile(
    r"(?:1[5-9]|20)\d\d(?:/(?:1[5-9]|20)\d\d)?(?:-?a?[a-k](?![\w'’]|-(?![a-k]\b))|[A-K](?=[,;)\]])|\s[a-k](?=[,;)\]]))?(?![^\W\u00b9\u00b2\u00b3]|%|[.,]\d|(?<!\d[a-k])\s?[-‐-―/]\s?\d)"
)
_UNDATED: Final = re.compile(  # behind its first letter
    r"\.(?:(?<=z\.)\s?[dj]|(?<=[gn]\.)\s?d)(?:\.|\b)(?:-[a-k]\b(?!\.\s?d))?"
)
_COMING: Final = re.compile(
    r"(?:(?:in\s(?:druk|press|voorbereiding)|te\sverschijnen|forthcoming)\b|"
    r"(?:geaccepteerd|aanvaard|ingediend|accepted|submitted|under\sreview|in\sprep(?:aration|\.)?)(?=[),;]))"
)
# The word by which each of these is found, and how many characters of it stand before that word.
_COMING_WORDS: Final = (
    ("druk", 3), ("press", 3), ("voorbereiding", 3), ("verschijnen", 3), ("forthcoming", 0), ("geaccepteerd", 0),
    ("aanvaard", 0), ("ingediend", 0), ("accepted", 0), ("submitted", 0), ("review", 6), ("prep", 3),
)  # fmt: skip
_BEFORE_YEAR: Final = re.compile(r"[\w.$€£#/\\=<>+@*-]")
_ALSO: Final = re.compile(r"\d[a-k]/")  # "2009b/2010"
_NOTED: Final = re.compile(r"\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]")  # the number of a note behind a year
# What EndNote or Citavi left unformatted: "{Mol, 2015 #1;Pol, 2016 #22@23}", "{Mol 2015 #1: 12}".
_UNFORMATTED: Final = re.compile(
    r"\{(?:[^{}\n]|\n(?!\n)){1,60}?\s(?:\d{4}[a-z]?|[zn]\.\s?d\.),?\s#\d{1,7}(?![\w])(?:[^{}\n]|\n(?!\n)){0,400}\}"
)
_RECORD: Final = re.compile(r",?\s#\d{1,7}(?:[@:][^;}]{0,20})?")
_PREFIXED: Final = re.compile(r"\\(?=[^\W\d_])")  # "{zie \\Mol, 2015 #1}"
_BARE_ET_AL: Final = re.compile(r"(?:\b[Ee]t(?:\.|\.?\s+)al(?:ii)?\b\.?|\be\.a\.),?\s*$")


def find_citations(text: str, *, known: Collection[str] = ()) -> tuple[Mention, ...]:
    """Find the in-text citations of a text, Dutch or English, in the order they stand in.

    Author and year in round or square brackets or with the names in the sentence; several in one bracket; particles,
    double names, bodies, initials; "et al.", "e.a.", "z.d.", "in druk", "geciteerd in", personal communication; lines
    and words broken anywhere. Bare years, dates, laws, amounts, page numbers and sample sizes are not citations, nor
    are the entries of a reference list.

    Parameters
    ----------
    text
        Any text; offsets are counted in its characters.
    known
        Names, folded, that the reference list proves to be names though they look like other words.

    Returns
    -------
    tuple of Mention
        None overlaps another. Time is linear in the length of the text.

    Examples
    --------
    >>> text = "Thuis telt het meest (zie ook Boonk et al., 2018; Epstein, 2001, p. 12), aldus Mapp en Kuttner (2013)."
    >>> [mention.label for mention in find_citations(text)]
    ['Boonk et al., 2018', 'Epstein, 2001', 'Mapp & Kuttner, 2013']
    >>> find_citations("In 2018 (groep 3, n = 2010) gold de Wet OKE (2010).")
    ()
    """
    if not is_plain(text):
        folded = fold_signs(text)
        return tuple(_moved(mention, text, folded.back) for mention in find_citations(folded.text, known=known))
    if "#" in text and _UNFORMATTED.search(text):
        bracketed = _UNFORMATTED.sub(_in_brackets, text)
        return tuple(
            replace(mention, text=text[mention.start : mention.end])
            for mention in find_citations(bracketed, known=known)
        )
    found: list[Mention] = []
    titles: list[Span] = []
    done = group = 0
    anchors = years(text)
    for index, (start, end) in enumerate(anchors):
        if start < done:
            continue
        region = _region(text, start, end, done)
        if region is None:
            mentions = _bare(text, start, end, done, group, known=known)
        else:
            inside = anchors[index : bisect_left(anchors, (region[2], 0), index)]
            bracket = Bracket(text, *region, done=done, group=group, known=known)
            mentions = bracket.read(inside)
            titles += bracket.titles
            done = region[2]
        if mentions:
            done = max(done, mentions[-1].end)
            found += mentions
            group += 1
    found = in_rows(text, titles, found, known) if titles else found
    return tuple(within_quotations(text, linked(text, found)))


def _in_brackets(match: re.Match[str]) -> str:
    """Return the same in round brackets, and as long: the number of each record as spaces."""
    inside = _RECORD.sub(lambda record: " " * len(record[0]), match[0][1:-1])
    return f"({_PREFIXED.sub(' ', inside)})"


def unformatted(text: str) -> tuple[Span, ...]:
    """Return where citations stand as a reference manager keeps them, until it formats them: "{Mol, 2015 #1}"."""
    return tuple(match.span() for match in _UNFORMATTED.finditer(text)) if "#" in text else ()


def _moved(mention: Mention, text: str, back: Callable[[int], int]) -> Mention:
    start, end = back(mention.start), back(mention.end)
    return replace(mention, start=start, end=end, text=text[start:end])


def years(text: str) -> list[tuple[int, int]]:
    """Return the places of every year, "z.d." and "in druk", in order."""
    found = [
        match.span()
        for match in _YEAR.finditer(text)
        if (not (match.start() and _BEFORE_YEAR.match(text, match.start() - 1)) or _ALSO.match(text, match.start() - 3))
        and not _is_school_year(match[0])
    ]
    others = [(match.start() - 1, match.end()) for match in _UNDATED.finditer(text)]
    others += [match.span() for match in _coming(text)]
    return sorted(found + [span for span in others if not text[span[0] - 1 : span[0]].isalnum()])


def _coming(text: str) -> Iterator[re.Match[str]]:
    """Yield "in druk" and its like."""
    for word, before in _COMING_WORDS:
        place = text.find(word)
        while place >= 0:
            if place >= before and (match := _COMING.match(text, place - before)):
                yield match
            place = text.find(word, place + 1)


def _is_school_year(year: str) -> bool:
    first, _, second = year.partition("/")
    return bool(second) and int(second[:4]) - int(first) == 1


def _region(text: str, start: int, end: int, done: int) -> tuple[int, int, int] | None:
    """Return the bracket around a year: where it opens, and where its inside begins and ends; None if there is none."""
    low = max(0, start - BEFORE)
    low = max(low, text.rfind("\n\n", low, start))
    opened = _opening(text, low, start, "(", ")")
    opened = max(opened, _opening(text, max(low, opened), start, "[", "]"))
    if opened < 0:
        return None
    high = min(len(text), end + INSIDE)
    blank = text.find("\n\n", end, high)
    high = blank if blank >= 0 else high
    pair = "()" if text[opened] == "(" else "[]"
    return opened, max(opened + 1, done), _closing(text, end, high, *pair)


def _opening(text: str, low: int, high: int, mark: str, other: str) -> int:
    """Return the last bracket before ``high`` that is still open there, or -1."""
    closed = 0
    for _ in range(2 * DEPTH):
        opens = text.rfind(mark, low, high)
        if opens < 0:
            break
        closes = text.rfind(other, opens, high)
        if closes >= 0:
            closed, high = closed + 1, closes
        elif closed:
            closed, high = closed - 1, opens
        else:
            return opens
    return -1


def _closing(text: str, low: int, high: int, mark: str, other: str) -> int:
    """Return the place of the bracket that closes what is open at ``low``; the end of the window if none does."""
    opened, place = 0, low
    for _ in range(2 * DEPTH):
        closes = text.find(other, place, high)
        if closes < 0:
            break
        opened += text.count(mark, place, closes)
        if not opened:
            return closes
        opened, place = opened - 1, closes + 1
    return high


def _bare(text: str, start: int, end: int, done: int, group: int, *, known: Collection[str]) -> list[Mention]:
    """Read a mention without any bracket: only with "et al." before the year, or the number of a note behind it."""
    low = max(done, start - WINDOW)
    if not _BARE_ET_AL.search(text, max(low, start - 12), start) and not _NOTED.match(text, end):
        return []
    low = max(low, text.rfind("\n\n", low, start))
    names = read_names(text, low, start, in_bracket=False, known=known)
    if names is None or not names.authors:
        return []
    year = one_line(text[start:end])
    stop, locator = read_locator(text, end, min(len(text), end + 60))
    return [
        Mention(
            names.start, stop, text[names.start : stop], names.authors, names.et_al, year, locator=locator, group=group
        )
    ]
