"""Split a reference list into its entries; where one begins is decided over the whole list, not line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ouderevidence.text.entry_head import SITE, Head, late_head, mark_length, read_head
from ouderevidence.text.list_headings import is_within
from ouderevidence.text.name_forms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG: Final = 1500  # characters without an entry: from here on the list is over
LAST: Final = 900  # characters of an entry that no other closes
BROKEN: Final = 300  # characters of an address that was broken over lines, at most
IN_ORDER: Final = 0.75  # share of neighbours that stand in alphabetical order, for the order to tell something
TAIL: Final = 8  # characters in which the last word of a line is seen, where it is one that leaves it open
NEIGHBOURS: Final = 4  # pairs from which on that share is looked at

_LINE: Final = re.compile(r"[^\n]+")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S*$")
_ADDRESS_GOES_ON: Final = re.compile(r"(?:/|\b(?:via|op|from|at|on))$", re.IGNORECASE)
_OPEN_END: Final = re.compile(
    r"(?:[,&:–-]|(?<![\w./@-])(?:en|and|und|in|van|of|the|de|het|der|den|for|voor|pp?\.|nr\.|vol\.))$", re.IGNORECASE
)
_NAMES_GO_ON: Final = re.compile(r"(?:[,&;…]|\.\s?\.|\b(?:en|and|und|van|de|der|den|te|ten|ter))$")
_OPEN_NAMES: Final = re.compile(r"(?:&|(?<![\w./@-])(?:en|and|und|in):?)$", re.IGNORECASE)  # names of editors follow
_NAME_END: Final = re.compile(r",|\s\(|\.\s|\ben\b|&")
_CLOSED_END: Final = re.compile(r"[.)\]\d/”’\"»?!]$")
_PROSE: Final = re.compile(r"[a-zà-ÿ]{3}[.!?]\s+[A-Z][a-zà-ÿ]+\s[a-zà-ÿ]+\s")


@dataclass(slots=True)
class Segment:
    """A stretch of a list: an entry with its head, or a paragraph that is none (``head`` is None)."""

    start: int
    end: int
    head: Head | None


@dataclass(slots=True)
class _Line:
    start: int  # behind bullet and number
    end: int
    blank: bool  # a blank line, or nothing, stands before
    marked: bool  # it has a bullet or a number
    head: Head | None

    @property
    def sure(self) -> bool:
        return self.head is not None and self.head.kind in {"people", "same"}


def segments(text: str, start: int, end: int) -> list[Segment]:
    """Split a stretch of text into entries and what is none, in order."""
    lines = _without_tails(text, list(_lines(text, start, end)))
    follows = _sure_names(text, lines)
    in_order = _in_order([name for name in dict.fromkeys(follows) if name])
    found: list[Segment] = []
    paragraphs = _Paragraphs(text, end)
    for index, line in enumerate(lines):
        before = found[-1] if found else None
        if before is None or line.blank or line.marked:
            new = before is None or _begins_paragraph(text, before, line)
        else:
            new = _begins_line(text, before, line, follows[index], in_order=in_order)
        if new or before is None:
            late = line.head is None and (line.blank or line.marked)
            head = late_head(text, line.start, paragraphs.stop(line.start)) if late else line.head
            found.append(Segment(line.start, line.end, head))
        else:
            before.end = line.end
    return found


def kept(text: str, found: list[Segment]) -> list[Segment]:
    """Return the segments of a list up to its last entry; the list is over where long stretches are none."""
    last, loose = -1, 0
    for index, segment in enumerate(found):
        if segment.head is None:
            prose = len(_PROSE.findall(text, segment.start, segment.end))
            loose += (segment.end - segment.start) * (1 + (prose > 1))
            if loose > LONG:
                break
        else:
            last, loose = index, 0
    cut = found[: last + 1]
    if cut and cut[-1].end - cut[-1].start > LAST:
        stop = text.find("\n\n", cut[-1].start, cut[-1].end)
        cut[-1].end = stop if stop > 0 else cut[-1].start + LAST
    return cut


def _lines(text: str, start: int, end: int) -> Iterable[_Line]:
    blank = True
    place = start
    paragraphs = _Paragraphs(text, end)
    for match in _LINE.finditer(text, start, end):
        a, b = match.start(), match.start() + len(match[0].rstrip())
        blank = blank or text.count("\n", place, a) > 1
        place = match.end()
        a += len(match[0]) - len(match[0].lstrip())
        if a >= b or is_within(text[a:b]):
            blank = True
            continue
        mark = mark_length(text[a:b])
        yield _Line(a + mark, b, blank, mark > 0, read_head(text, a + mark, paragraphs.stop(a)))
        blank = False


def _without_tails(text: str, lines: list[_Line]) -> list[_Line]:
    """Take the head from lines that end an entry, "RStudio, Inc.", where only the next line begins with names."""
    for line, after in pairwise(lines):
        runs_on = line.head is not None and line.head.names_end > after.start
        if runs_on and after.sure and not _NAMES_GO_ON.search(text, line.start, line.end):
            line.head = None
    return lines


class _Paragraphs:
    """Says where the paragraph around a place ends, for places in order: each blank line is looked for once."""

    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end
        self._stop = -1

    def stop(self, start: int) -> int:
        """Return the first blank line from a place on, or the end."""
        if start > self._stop:
            found = self._text.find("\n\n", start, self._end)
            self._stop = found if found >= 0 else self._end
        return self._stop


def _sure_names(text: str, lines: list[_Line]) -> list[str]:
    """Return for each line the first name of the next entry that is sure to begin, folded; empty behind the last."""
    found: list[str] = []
    name = ""
    for line in reversed(lines):
        found.append(name)
        if line.sure and line.head and line.head.kind == "people":
            name = _sorted_as(text, line)
    return found[::-1]


def _sorted_as(text: str, line: _Line | Segment) -> str:
    """Return the first name of a line or an entry, folded."""
    stop = _NAME_END.search(text, line.start, line.end)
    return folded(text[line.start : stop.start() if stop else line.end])


def _in_order(names: list[str]) -> bool:
    pairs = list(pairwise(names))
    return (len(pairs) >= NEIGHBOURS and sum(a >= b for a, b in pairs) >= IN_ORDER * len(pairs)) or (
        len(pairs) >= NEIGHBOURS and sum(a <= b for a, b in pairs) >= IN_ORDER * len(pairs)
    )  # fmt: skip


def _begins_paragraph(text: str, before: Segment, line: _Line) -> bool:
    """Whether a paragraph or a marked line begins something new: it does, unless the entry before goes on."""
    last = text[max(before.start, before.end - 40) : before.end]
    if line.head is not None:
        return line.sure or not last.endswith("/") or text[line.start : line.head.names_end].rstrip().endswith(".")
    if line.marked or before.head is None:
        return True
    goes_on = text[line.start : line.start + 1].islower() or bool(_OPEN_END.search(last))
    return not (goes_on or (before.end - before.start < LAST and not _CLOSED_END.search(last)))


def _begins_line(text: str, before: Segment, line: _Line, after: str, *, in_order: bool) -> bool:
    """Whether an entry begins on a line with no blank line before it; ``after`` is the name of the next sure entry."""
    if line.head is None:
        return False
    last = text[max(before.start, before.end - 60) : before.end]
    if before.head is None:
        return line.sure or bool(_CLOSED_END.search(last))
    if before.head.end > line.start:
        return False  # the names of the entry before go on
    if line.sure:
        open_end = in_order and _OPEN_END.search(last, len(last) - TAIL)
        return not _OPEN_NAMES.search(last, len(last) - TAIL) and not (
            open_end and _sorted_as(text, line) < _sorted_as(text, before)
        )
    closed = bool(_CLOSED_END.search(last) or _ADDRESS.search(last)) or _ends_address(text, before)
    if not closed or _OPEN_END.search(last, len(last) - TAIL):
        return False
    if SITE.fullmatch(text, line.start, line.head.names_end):
        return not _ADDRESS_GOES_ON.search(last)
    if not text[line.start].isupper():
        return False
    if in_order and after:
        name, first = _sorted_as(text, line), _sorted_as(text, before)
        return not (name > after > first) and not (first > name and first <= after)
    return text[line.start : line.head.names_end].rstrip().endswith(".") or line.head.names_end <= line.end


def _ends_address(text: str, before: Segment) -> bool:
    """Whether an entry ends in an address that was broken over lines: "https:// www. k. nl/⏎leren/wat-is-leren"."""
    tail = text[max(before.start, before.end - BROKEN) : before.end]
    place = tail.rfind("http")
    spaced = place >= 0 and re.search(r"\s[/.]\s\S", tail[place:]) is not None  # "https : / / k . nl / leren"
    return spaced or (place >= 0 and re.search(r"[/_=%?-]", tail[place:].split()[-1]) is not None)
