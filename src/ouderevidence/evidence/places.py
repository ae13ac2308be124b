"""Where passages stand in a text: exactly, nearly, elsewhere, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from ouderevidence.text.passages import Index, Span, letters, locate, with_citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.model.records import Passage

ALIKE: Final = 0.72  # of the letters of a pointer; a word or two may differ
_WORD: Final = re.compile(r"\S+")


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
    starts = _ends(index, passage.starts, section)
    ends = _ends(index, passage.ends, section)
    pairs = [(a, b) for a in starts for b in ends if a[0] < b[1]]
    if not pairs:
        missing = passage.starts if not starts else passage.ends
        return Place(None, "not found", missing)
    first, last = min(pairs, key=lambda pair: pair[1][1] - pair[0][0])
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
    for start, end in section:
        words = [(m.start() + start, m.end() + start) for m in _WORD.finditer(index.text[start:end])]
        for width in (size, size - 1, size + 1):
            for i in range(len(words) - width + 1 if width > 0 else 0):
                window = words[i : i + width]
                if not any(letters(index.text[a:b]) in known for a, b in window):
                    continue
                said = letters(index.text[window[0][0] : window[-1][1]])
                matcher = SequenceMatcher(None, wanted, said, autojunk=False)
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, where = matcher.ratio(), (window[0][0], window[-1][1])
    return [where] if where else []
