"""A factsheet's own record as its text gives it: sections, and the headings and lists that are left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ouderevidence.model.records import Factsheet, LeftOut, Passage, Section
from ouderevidence.model.words import Text
from ouderevidence.products.curate.pointers import plain, point, point_range, point_with_more

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ouderevidence.products.curate.outline import Part
    from ouderevidence.text.passages import Index, Span

MOST_PARTS: Final = 200  # headings past this number make no section of their own


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the document with the section that it became, and the words that find it."""

    section: str
    part: Part
    starts: str
    ends: str


def place_parts(index: Index, parts: Sequence[Part]) -> list[Placed]:
    """Give each part a section number and words that find it; what no words find joins the part before."""
    found: list[Placed] = []
    grown: set[int] = set()
    numbered = any(part.number for part in parts)
    for position, part in enumerate(parts):
        pointer = point_range(index, part.span) if position < MOST_PARTS else None
        if pointer is not None:
            found.append(Placed(_number(part, found, numbered=numbered), part, *pointer))
        elif found:
            found[-1] = replace(found[-1], part=found[-1].part.joined(part))
            grown.add(len(found) - 1)
    for position in grown:
        pointer = point_range(index, found[position].part.span)
        if pointer is not None:
            found[position] = replace(found[position], starts=pointer[0], ends=pointer[1])
    return found


def _number(part: Part, before: list[Placed], *, numbered: bool) -> str:
    """Return its own number, else the next: within a chapter where parts print numbers, of the document elsewhere."""
    taken = {placed.section for placed in before}
    if part.number and part.number not in taken:
        return part.number
    chapters = [int(name.split(".")[0]) for name in taken]
    if not before:
        return "0" if numbered or not part.title else "1"
    if not numbered or part.listed:
        return str(max(chapters) + 1)
    chapter = before[-1].section.split(".")[0]
    return next(name for n in range(1, len(before) + 2) if (name := f"{chapter}.{n}") not in taken)


def propose_sheet(identifier: str, title: str, index: Index, placed: Iterable[Placed], language: str) -> Factsheet:
    """Return the record of a factsheet; what the text does not say is empty."""

    def both(words: str) -> Text:
        return Text(words, "") if language == "nl" else Text("", words)

    sections = []
    left_out = []
    for each in placed:
        heading = plain(each.part.title) or title
        sections.append(Section(each.section, both(heading), ((each.starts, each.ends),)))
        left_out += _left_out(index, each)
    return Factsheet(
        identifier, both(title), "", None, None, None, "", tuple(sections), tuple(left_out), ()
    )  # fmt: skip


def _left_out(index: Index, placed: Placed) -> list[LeftOut]:
    inside: list[Span] = [placed.part.span]
    stretches = [(span, "heading") for span in placed.part.headings]
    if placed.part.listed:
        stretches = [(placed.part.span, "pointer")]
    found = []
    for span, reason in stretches:
        pointer = point_with_more(index, span, inside) if reason == "heading" else point(index, span, inside)
        if pointer:
            found.append(LeftOut(Passage(placed.section, *pointer), reason))
    return found
