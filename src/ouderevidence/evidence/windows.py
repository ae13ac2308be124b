"""Stretches of words that may be like a pointer: all that cannot be are left out at once, for a whole text.

Letters that match in order (what ``SequenceMatcher`` counts) are never more than the longest common subsequence, whose
length is found for every stretch at the same time, a bit for each letter of the pointer (Hyyrö, 2004).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.text.passages import Index, Span

BITS: Final = 64
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a stretch of text: where each stands, its letters, and where its letters stand among all letters."""

    spans: Sequence[Span]
    letters: Sequence[str]
    edges: Any  # of each word its first letter, and one past its last
    codes: Any  # the letters of the stretch as numbers

    def span(self, first: int, width: int) -> Span:
        """Return where some words stand in the text."""
        return self.spans[first][0], self.spans[first + width - 1][1]

    def like(self, wanted: str, width: int, share: float) -> list[int]:
        """Return where stretches of so many words begin of which more than a share of the letters could match."""
        import numpy as np

        if len(self.spans) < width or not wanted:
            return []
        begins, ends = self.edges[: len(self.spans) - width + 1, 0], self.edges[width - 1 :, 1]
        sizes = ends - begins
        near = np.flatnonzero(2 * np.minimum(sizes, len(wanted)) > share * (sizes + len(wanted)))
        common = _common(wanted, self.codes, begins[near], ends[near])
        kept: list[int] = near[2 * common > share * (sizes[near] + len(wanted))].tolist()
        return kept


@lru_cache(maxsize=64)
def words_of(index: Index, stretch: Span) -> Words:
    """Return the words of a stretch of an indexed text; one that it cuts is cut."""
    import numpy as np

    start, end = (bisect_left(index.offsets, at) for at in stretch)
    spans = [match.span() for match in _WORD.finditer(index.text, *stretch)]
    edges = [(bisect_left(index.offsets, a), bisect_left(index.offsets, b)) for a, b in spans]
    codes = np.frombuffer(index.stream[start:end].encode("utf-32-le"), dtype=np.uint32)
    letters = [index.stream[a:b] for a, b in edges]
    return Words(spans, letters, np.array(edges, dtype=np.int64).reshape(-1, 2) - start, codes)


def _common(wanted: str, codes: Any, begins: Any, ends: Any) -> Any:  # noqa: ANN401 - arrays of numpy
    """Return for each stretch of letters how many it has in common with the wanted ones, in order, at most."""
    import numpy as np

    found = np.zeros(len(begins), dtype=np.int64)
    longest = int((ends - begins).max(initial=0))
    for at in range(0, len(wanted), BITS):
        part = wanted[at : at + BITS]
        masks = np.zeros(len(codes) + 1, dtype=np.uint64)  # the last one stands for "no more letters"
        for letter in set(part):
            mask = sum(1 << i for i, other in enumerate(part) if other == letter)
            masks[:-1][codes == ord(letter)] = mask
        state: Any = np.full(len(begins), ~np.uint64(0))
        for step in range(longest):
            shared = state & masks[np.where(begins + step < ends, begins + step, len(codes))]
            state = (state + shared) | (state - shared)
        held = ~state & np.uint64((1 << len(part)) - 1)
        found += np.unpackbits(held.view(np.uint8).reshape(len(held), 8), axis=1).sum(axis=1, dtype=np.int64)
    return found
