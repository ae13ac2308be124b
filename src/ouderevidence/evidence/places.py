"""Where passages stand in a text: exactly, nearly, elsewhere, or not at all."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from ouderevidence.evidence.windows import words_of
from ouderevidence.text.passages import Index, Span, letters, locate, with_citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.model.records import Passage

ALIKE: Final = 0.72  # of the letters of a pointer; a word or two may differ


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: its span; exact, nearly, moved or not found; what is printed where it differs."""

    span: Span | None
    outcome: str
    words: str = ""
    printed: str = ""


def place(index: Index, passage: Passage, section: Sequence[Span]) -> Place:
    """Find a passage in its section; if it is not there, in the whole text; if not there, words that are nearly its."""
    inside = locate(index, passage.starts, passage.ends, list(section)) if section else None
    if inside and inside.span:
        return Place(inside.span, "exact")
    anywhere = locate(index, passage.starts, passage.ends)
    if anywhere.span:
        return Place(anywhere.span, "moved" if section else "exact", passage.starts)
    return _nearly(index, passage, section or [(0, len(index.text))])


def _nearly(index: Index, passage: Passage, section: Sequence[Span]) -> Place:
    """Find the two ends, each exactly or nearly; both must be there, in order."""
    starts = sorted(_ends(index, passage.starts, section))
    ends = _ends(index, passage.ends, section) if starts else []
    before = [(starts[count - 1], end) for end in ends if (count := bisect_left(starts, (end[1],)))]
    if not before:
        missing = passage.starts if not starts else passage.ends
        return Place(None, "not found", missing)
    first, last = min(before, key=lambda pair: (pair[1][1] - pair[0][0], pair[0]))
    span = with_citation(index, (first[0], last[1]))
    for pointer, found in ((passage.starts, first), (passage.ends, last)):
        printed = " ".join(index.text[slice(*found)].split())
        if letters(printed) != letters(pointer):
            return Place(span, "nearly", pointer, printed)
    return Place(span, "nearly", passage.starts, passage.starts)


def _ends(index: Index, pointer: str, section: Sequence[Span]) -> list[Span]:
    """Return where a pointer stands exactly, else the one place that is most like it."""
    found = index.find_all(pointer, list(section))
    if found:
        return found
    best, where = ALIKE, None
    wanted, size = letters(pointer), len(pointer.split())
    known = {letters(word) for word in pointer.split()}
    for stretch in section:
        words = words_of(index, stretch)
        for width in (size, size - 1, size + 1):
            for i in words.like(wanted, width, ALIKE) if width > 0 else ():
                if known.isdisjoint(words.letters[i : i + width]):
                    continue
                matcher = SequenceMatcher(None, wanted, "".join(words.letters[i : i + width]), autojunk=False)
                if matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, where = matcher.ratio(), words.span(i, width)
    return [where] if where else []
