"""Find passages in a text by their first and last words.

Only letters and digits are compared, without case: line breaks, hyphens at line ends, quotation marks and spaces of
one extraction or another make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
# A bracket that holds a year and follows a passage directly is its in-text citation.
_CITATION_AFTER = re.compile(r"[\s”’\"'.,]*\((?=[^()]*\b(?:1[89]|20)\d\d)[^()]*+\)[.]?")


def words(text: str) -> list[str]:
    """Return the words of a text, hyphens at line ends joined, without case."""
    joined = re.sub(r"(?<=\w)-\s*\n\s*", "", unicodedata.normalize("NFC", text))
    return [w.casefold() for w in _WORD.findall(joined)]


def letters(text: str) -> str:
    """Return only letters and digits, without case."""
    return "".join(c.casefold() for c in unicodedata.normalize("NFC", text) if c.isalnum())


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """A text, its letters and digits, and where each of them stands."""

    text: str
    stream: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Index:
        """Index a text (composed to NFC first, so that offsets are those of ``index.text``)."""
        text = unicodedata.normalize("NFC", text)
        pairs = [(folded, i) for i, c in enumerate(text) if c.isalnum() for folded in c.casefold()]
        return cls(text, "".join(c for c, _ in pairs), tuple(i for _, i in pairs))

    def find_all(self, phrase: str, spans: list[Span]) -> list[Span]:
        """Return every place of a phrase inside the spans, as character offsets (start, end)."""
        wanted = letters(phrase)
        found: list[Span] = []
        start = self.stream.find(wanted) if wanted else -1
        while start >= 0:
            place = (self.offsets[start], self.offsets[start + len(wanted) - 1] + 1)
            if any(a <= place[0] and place[1] <= b for a, b in spans) and self._whole_words(place):
                found.append(place)
            start = self.stream.find(wanted, start + 1)
        return found

    def _whole_words(self, place: Span) -> bool:
        before, after = self.text[place[0] - 1 : place[0]], self.text[place[1] : place[1] + 1]
        return not (before.isalpha() and self.text[place[0]].isalpha()) and not (
            after.isalpha() and self.text[place[1] - 1].isalpha()
        )


@dataclass(frozen=True, slots=True)
class Located:
    """The outcome of looking for a passage: its span, or why there is none."""

    span: Span | None
    problem: str | None = None  # "starts not found", "ends not unique" ...


def locate(index: Index, starts: str, ends: str, spans: list[Span] | None = None) -> Located:
    """Find a passage inside spans of a text (default: all of it).

    A bracketed in-text citation directly behind the passage belongs to it.
    """
    inside = spans if spans is not None else [(0, len(index.text))]
    places = {"starts": index.find_all(starts, inside), "ends": index.find_all(ends, inside)}
    for name, found in places.items():
        if not found:
            return Located(None, f"{name} not found")
        if len(found) > 1:
            return Located(None, f"{name} not unique")
    start, end = places["starts"][0][0], places["ends"][0][1]
    if end <= start:
        return Located(None, "ends before starts")
    return Located(with_citation(index, (start, end)))


def with_citation(index: Index, span: Span) -> Span:
    """Return a span with the bracketed in-text citation directly behind it, where there is one."""
    bracket = _CITATION_AFTER.match(index.text, span[1])
    return (span[0], bracket.end() if bracket else span[1])


def uncovered(index: Index, spans: list[Span]) -> list[Span]:
    """Return the stretches that hold letters and lie in none of the spans."""
    merged: list[Span] = []
    for a, b in sorted(spans):
        if merged and a <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    edges = [0, *(x for span in merged for x in span), len(index.text)]
    gaps = [g for i, g in enumerate(pairwise(edges)) if i % 2 == 0]
    return [(a, b) for a, b in gaps if any(c.isalpha() for c in index.text[a:b])]


def locate_range(index: Index, starts: str, ends: str) -> Span | None:
    """Find a section's range: its first words anywhere, its last words at the first place behind them."""
    whole = [(0, len(index.text))]
    first = index.find_all(starts, whole)
    if not first:
        return None
    last = [place for place in index.find_all(ends, whole) if place[1] > first[0][1]]
    return (first[0][0], last[0][1]) if last else None
