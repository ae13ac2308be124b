"""Find the reference lists of a text and split them into entries: authors, year, title, DOI."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ouderevidence.text.entries import LONG, Segment, kept, segments
from ouderevidence.text.entry_head import BODY, Head, mark_length, read_authors, read_head
from ouderevidence.text.folding import fold_signs, is_plain
from ouderevidence.text.full_names import in_order
from ouderevidence.text.list_headings import HEADING, MAIN
from ouderevidence.text.name_tokens import mended

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.model.records import Name
    from ouderevidence.text.passages import Span

__all__ = ["BODY", "Reference", "find_references", "read_authors", "reference_span", "reference_spans"]

SOON: Final = 1200  # characters behind a heading within which the first entry stands
TOGETHER: Final = 4  # entries close together that are a list without a heading

_AFTER: Final = re.compile(
    r"\n(?!\n)[ \t]*(?:#{1,6}[ \t]*)?[*_]{0,3}(?:\d{1,2}(?:\.\d)*\.?[ \t]+)?(?:(?:bijlagen?|annex(?:en|es)?|appendix|"
    r"appendices|(?:eind)?noten|endnotes|notes|colofon|over de auteurs?|about the authors?|"
    r"dankwoord)\b(?!,)[^\n]{0,60}|(?:vragenlijst(?:en)?|questionnaires?|interviewleidraad)[*_: \t]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_LINE_START: Final = re.compile(r"^[ \t]*(?=[\w'’*†‡∗＊✱—–_\[(•▪-])", re.MULTILINE)
_TITLED: Final = re.compile(r"\s*[.,:]?\s+[“\"'‘*_]?[A-ZÀ-Þ\d]")
_INCOMPLETE: Final = re.compile(r"et\s+al\b|e\.\s?a\.|…|\. \. \.|m\.m\.v\.")
_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+", re.IGNORECASE)
_TITLE_END: Final = re.compile(
    r"[.?!\s](?:(?<![A-Z].)(?<=\S)(?=[”’\"']?(?:\s+[\[A-ZÀ-ÖØ-Þ“‘]|\s+https?:|\s*$))|"
    r"(?<=\s)(?:(?=\[[A-Z])|\((?=\d+(?:e|st|nd|rd|th)\b)))"
)
_QUOTED_END: Final = re.compile(r"(?<=\S)[.,?!]?[’”'\"](?=[.,;]?\s+[\[(A-ZÀ-ÖØ-Þ]|[.,;]\s|$)")  # ‘Title’, Journal
_BROKEN: Final = re.compile(r"\n(?<=[/._-]\n)\s*(?=\w)")  # an address over two lines
_NO_LETTER: Final = re.compile(r"[\W_]")
_NO_YEAR: Final = re.compile(r"[^\w/]")
_URL: Final = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of a reference list, at its exact place: ``text[start:end] == reference.text``.

    ``year`` is as printed, with its letter (``2018a``, ``z.d.``), of a reprint both years (``1979/1984``); what was not
    found is None or empty. ``complete`` tells whether the list of authors is whole (no "et al.", no "…"). ``group`` is
    the number of the list it stands in, from 0.
    """

    start: int
    end: int
    text: str
    key: str
    authors: tuple[Name, ...]
    year: str
    title: str | None
    doi: str | None
    url: str | None
    complete: bool = True
    group: int = 0


def reference_spans(text: str) -> tuple[Span, ...]:
    """Return where the reference lists stand, headings included, in order; empty if the text has none.

    A list begins under a heading of the kind, or where entries stand close together under any other; it runs to its
    last entry.
    """
    return tuple((start, found[-1].end) for start, found in _lists(text))


def reference_span(text: str) -> Span | None:
    """Return where the last reference list stands, heading included, or None if the text has none."""
    spans = reference_spans(text)
    return spans[-1] if spans else None


def find_references(text: str) -> tuple[Reference, ...]:
    r"""Find the entries of the reference lists of a text.

    Parameters
    ----------
    text
        A text with one list or more: at its end or behind each chapter, under a heading such as Literatuur or
        References, or recognised by its entries.

    Returns
    -------
    tuple of Reference
        In order; empty when there is no list. ``key`` is made of the first name and the year, and is unique.

    Examples
    --------
    >>> text = "Literatuur\n\nVegt, A. L. van der, & Smit, B. (2021). Samen leren. Uitgever."
    >>> [(r.key, [a.full_family for a in r.authors], r.title) for r in find_references(text)]
    [('vegt2021', ['van der Vegt', 'Smit'], 'Samen leren')]
    """
    if not is_plain(text):
        folded = fold_signs(text)
        return tuple(_moved(entry, text, folded.back) for entry in find_references(folded.text))
    found: list[Reference] = []
    taken: dict[str, int] = {}
    for number, (_, listed) in enumerate(_lists(text)):
        for segment in listed:
            if segment.head is not None:
                found.append(_read_entry(text, segment, found[-1] if found else None, taken, number))
    return tuple(found)


def _moved(entry: Reference, text: str, back: Callable[[int], int]) -> Reference:
    start, end = back(entry.start), back(entry.end)
    return replace(entry, start=start, end=end, text=text[start:end])


def _lists(text: str) -> list[tuple[int, list[Segment]]]:
    """Return the lists of a text: where each begins, heading included, and its segments."""
    headings = [(one.start(), one.end() - 1) for one in HEADING.finditer(f"\n{text}") if MAIN.search(one[0])]
    found: list[tuple[int, list[Segment]]] = []
    done = 0
    for number, (start, end) in enumerate(headings):
        if start < done:
            continue
        stop = headings[number + 1][0] if number + 1 < len(headings) else len(text)
        after = _AFTER.search(text, max(0, end - 1), stop)
        listed = kept(text, segments(text, end, after.start() + 1 if after else stop))
        entries = [segment for segment in listed if segment.head is not None]
        if not entries or entries[0].start - end > SOON:
            continue
        found += [*_without_heading(text, done, start), (start, listed)]
        done = listed[-1].end
    return _joined([*found, *_without_heading(text, done, len(text))])


def _joined(lists: list[tuple[int, list[Segment]]]) -> list[tuple[int, list[Segment]]]:
    """Put together what sub-headings split: a list that begins directly behind another is the same one."""
    found: list[tuple[int, list[Segment]]] = []
    for start, listed in lists:
        if found and start - found[-1][1][-1].end <= 3:  # noqa: PLR2004 - a blank line
            found[-1][1].extend(listed)
        else:
            found.append((start, listed))
    return found


def _without_heading(text: str, start: int, end: int) -> list[tuple[int, list[Segment]]]:
    """Return the lists between two places that no heading announces: persons, a year and a title, many times."""
    places = [match.end() for match in _LINE_START.finditer(text, start, end) if _is_sure_entry(text, match.end(), end)]
    ends = [*(match.start() + 1 for match in _AFTER.finditer(text, max(0, start - 1), end)), end]
    found: list[tuple[int, list[Segment]]] = []
    index = 0
    while index < len(places):
        over = ends[bisect_right(ends, places[index], hi=len(ends) - 1)]  # where what comes behind a list begins
        last = index
        while last + 1 < len(places) and places[last + 1] < min(over, places[last] + LONG + 1):
            last += 1
        stop = min(over, places[last] + 2 * LONG)
        if last - index + 1 >= TOGETHER:
            listed = kept(text, segments(text, places[index], stop))
            listed = _unbroken(listed, places[last])
            if listed:
                found.append((places[index], listed))
                last = max(last, bisect_left(places, listed[-1].end) - 1)
        index = last + 1
    return found


def _unbroken(listed: list[Segment], sure: int) -> list[Segment]:
    """Return the segments up to the last entry that is sure, and what follows it with nothing else between."""
    behind = next((n for n, one in enumerate(listed) if one.start > sure and one.head is None), len(listed))
    return listed[:behind]


def _is_sure_entry(text: str, start: int, end: int) -> bool:
    """Whether a line is an entry wherever it stands: persons with initials, a year, and then a title."""
    start += mark_length(text[start : start + 12])
    head = read_head(text, start, end, people=True)
    if head is None or head.kind != "people" or "\n\n" in text[start : head.end]:
        return False
    stopped = "," in text[start : head.names_end] or text[head.end : head.end + 1] == "."
    return stopped and _TITLED.match(text, head.end) is not None


def _read_entry(text: str, segment: Segment, before: Reference | None, taken: dict[str, int], group: int) -> Reference:
    entry = text[segment.start : segment.end]
    head = segment.head
    assert head is not None  # noqa: S101 - only segments with a head are entries
    names = text[segment.start : head.names_end]
    authors = before.authors if head.kind == "same" and before else _authors(names, head)
    first = (authors[0].family or authors[0].literal or "") if authors else ""
    base = _NO_LETTER.sub("", first.split(" [")[0]).lower() + _NO_YEAR.sub("", head.year)
    taken[base] = taken.get(base, 0) + 1
    key = base if taken[base] == 1 else f"{base}-{taken[base]}"
    mended_entry = _BROKEN.sub("", entry)
    doi = _DOI.search(mended_entry) if "10." in mended_entry else None
    url = _URL.search(mended_entry)
    return Reference(
        segment.start, segment.end, entry, key, authors, head.year, _title(text[head.end : segment.end]),
        doi[0].rstrip(".,;)").lower() if doi else None, url[0].rstrip(".,;)") if url else None,
        complete=not _INCOMPLETE.search(text, segment.start, head.end), group=group,
    )  # fmt: skip


def _authors(names: str, head: Head) -> tuple[Name, ...]:
    return (in_order(names.strip(" .\n")) if head.kind == "late" else ()) or read_authors(names)


def _title(rest: str) -> str | None:
    words = mended(rest.lstrip(" .,:;)\n\t"))
    stop = _QUOTED_END.search(words) if words[:1] in "‘“'\"" else _TITLE_END.search(words)
    title = (words[: stop.start()] if stop else words).strip(" .*_“”\"'‘’")
    return title or None
