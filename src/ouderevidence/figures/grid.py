"""The map as drawn: headings, cells and the key, each given the room that its words need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.figures import wording
from ouderevidence.figures.chart import MARGIN
from ouderevidence.figures.shapes import (
    GAP_BAR,
    GAP_FILLS,
    INK,
    PAPER,
    QUIET,
    RULE,
    gap_bar,
    ink_on,
    level_shape,
    work_shape,
)
from ouderevidence.figures.sheet import LEADING, WIDTH, measure, wrap
from ouderevidence.model.words import BEST_FIRST, GAPS, LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.figures.cells import Cell
    from ouderevidence.figures.facets import Heading
    from ouderevidence.figures.sheet import Sheet

HEAD: Final = 8.0  # sizes in points
SIGN: Final = 6.0
COUNT: Final = 7.5
PAD: Final = 3.5
LINE: Final = 9.5
NARROWEST: Final = 39.0
WIDEST: Final = 84.0
ROW_HEADS: Final = 92.0
TURNED_ROOM: Final = 118.0


class Grid:
    """The drawing of a map.

    Parameters
    ----------
    rows, columns
        The headings.
    found
        The cells, row by row.
    names
        The two facets in words.
    language
        Of the key.
    """

    def __init__(
        self,
        rows: Sequence[Heading],
        columns: Sequence[Heading],
        found: Sequence[Cell],
        names: tuple[str, str],
        language: str,
    ) -> None:
        self.rows, self.columns, self.found, self.names, self.language = rows, columns, found, names, language
        room = WIDTH - 2 * MARGIN
        self.labels = row_labels([row.label for row in rows])
        self.left = max((measure(line, HEAD) for lines in self.labels for line in lines), default=0.0) + 6
        count = max(len(columns), 1)
        self.cell = min(max((room - self.left) / count, NARROWEST, self._widest_line() + 2 * PAD), WIDEST)
        self.right = self.left + self.cell * count
        self.width = max(room, self.right)

    def _widest_line(self) -> float:
        """Return the room for the widest count of a level, and for claims and works beside each other."""
        pairs = [_pair(count) for cell in self.found for count in cell.levels.values()]
        numbers = [
            measure(str(c.claims), 11, bold=True) + 4 + SIGN + 2 + measure(str(c.works), COUNT) for c in self.found
        ]
        return max([*pairs, *numbers], default=0.0)

    def draw(self, sheet: Sheet, top: float) -> float:
        """Draw headings, cells and key from a height on; return where they end."""
        y = self._draw_heads(sheet, top)
        for number in range(len(self.rows)):
            cells = self.found[number * len(self.columns) : (number + 1) * len(self.columns)]
            y = self._draw_row(sheet, y, self.labels[number], cells)
        key = Key(self.language)
        beside = self.right + 18
        if beside + key.widest <= self.width:
            return max(y, key.draw_down(sheet, MARGIN + beside, top))
        return key.draw_across(sheet, MARGIN, y + 9, self.width)

    def _draw_heads(self, sheet: Sheet, top: float) -> float:
        level = [wrap(c.label, HEAD, self.cell - 6) for c in self.columns]
        fits = all(measure(w, HEAD) <= self.cell - 6 for c in self.columns for w in c.label.split())
        if fits and max(map(len, level), default=0) <= 4:  # noqa: PLR2004 (more lines read worse than turned words)
            return self._draw_level_heads(sheet, top, level)
        return self._draw_turned_heads(sheet, top)

    def _draw_level_heads(self, sheet: Sheet, top: float, heads: list[list[str]]) -> float:
        bottom = top + max(map(len, heads), default=0) * HEAD * LEADING + 4
        for number, lines in enumerate(heads):
            x = MARGIN + self.left + self.cell * (number + 0.5)
            for back, line in enumerate(reversed(lines)):
                sheet.text(x, bottom - 5 - back * HEAD * LEADING, line, size=HEAD, align="center")
        return bottom

    def _draw_turned_heads(self, sheet: Sheet, top: float) -> float:
        step = HEAD * 1.15
        fit = max(int((self.cell - 3) / step), 1)
        room = TURNED_ROOM
        while any(len(wrap(c.label, HEAD, room)) > fit for c in self.columns):
            room += 10
        heads = [wrap(c.label, HEAD, room) for c in self.columns]
        bottom = top + max(measure(line, HEAD) for lines in heads for line in lines) + 5
        for number, lines in enumerate(heads):
            middle = MARGIN + self.left + self.cell * (number + 0.5)
            first = middle - (len(lines) - 1) * step / 2 + HEAD * 0.36
            for along, line in enumerate(lines):
                sheet.text(first + along * step, bottom - 4, line, size=HEAD, turned=True)
        return bottom

    def _draw_row(self, sheet: Sheet, y: float, label: list[str], cells: Sequence[Cell]) -> float:
        lines = max((len(self._lines(cell)) for cell in cells), default=0)
        height = max(PAD + GAP_BAR + 13 + lines * LINE + PAD, len(label) * HEAD * LEADING + 6)
        draw_label(sheet, y, height, label)
        for number, cell in enumerate(cells):
            x = MARGIN + self.left + self.cell * number
            self._draw_cell(sheet, x, y, height, cell)
        return y + height

    def _draw_cell(self, sheet: Sheet, x: float, y: float, height: float, cell: Cell) -> None:
        if not cell.claims:
            sheet.box(x, y, self.cell, height, fill=PAPER, edge=RULE)
            return
        draw_cell(sheet, (x, y, self.cell, height), cell, self._lines(cell))

    def _lines(self, cell: Cell) -> list[list[tuple[str, int]]]:
        """Return the levels of a cell in lines that fit."""
        lines: list[list[tuple[str, int]]] = []
        used = 0.0
        for level, count in cell.levels.items():
            wide = _pair(count) + 3
            if not lines or used + wide - 3 > self.cell - 2 * PAD:
                lines.append([])
                used = 0.0
            lines[-1].append((level, count))
            used += wide
        return lines


def row_labels(labels: Sequence[str]) -> list[list[str]]:
    """Return the labels of rows in lines; the room for them is that of the longest word, within bounds."""
    longest = max((measure(word, HEAD) for label in labels for word in label.split()), default=0.0)
    return [wrap(label, HEAD, min(max(ROW_HEADS, longest + 1), 2 * ROW_HEADS)) for label in labels]


def draw_label(sheet: Sheet, y: float, height: float, lines: Sequence[str], *, bold: bool = False) -> None:
    """Draw the label of a row, in the middle of its height."""
    start = y + (height - len(lines) * HEAD * LEADING) / 2
    for number, line in enumerate(lines):
        sheet.text(MARGIN, start + HEAD + number * HEAD * LEADING, line, size=HEAD, bold=bold)


def _pair(count: int) -> float:
    return SIGN + 1.5 + measure(str(count), COUNT)


def draw_cell(
    sheet: Sheet, place: tuple[float, float, float, float], cell: Cell, lines: list[list[tuple[str, int]]]
) -> None:
    """Draw a cell in its place (x, y, width, height): bar, claims, works, levels."""
    x, y, width, height = place
    fill = GAP_FILLS[cell.gap]
    ink = ink_on(fill)
    sheet.box(x, y, width, height, fill=fill, edge=QUIET, front=True)
    left, right = x + PAD, x + width - PAD
    sheet.shapes(gap_bar(cell.gap, left, y + PAD, width - 2 * PAD, ink))
    base = y + PAD + GAP_BAR + 11.5
    sheet.text(left, base, str(cell.claims), size=11, bold=True, ink=ink)
    sheet.text(right, base, str(cell.works), size=COUNT, ink=ink, align="right")
    sheet.shapes(work_shape(right - measure(str(cell.works), COUNT) - 2 - SIGN * 0.4, base - 2.8, SIGN + 1, ink))
    for line in lines:
        base += LINE
        at = left
        for level, count in line:
            sheet.shapes(level_shape(level, at + SIGN / 2, base - 2.8, SIGN, ink))
            sheet.text(at + SIGN + 1.5, base, str(count), size=COUNT, ink=ink)
            at += _pair(count) + 3


class Key:
    """What the signs of the map mean, in three blocks."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.gaps = [(gap, GAPS[gap].of(language)) for gap in ("none", "synthesis", "doubtful", "absolute")]
        self.levels = [(level, LEVELS[level].of(language)) for level in BEST_FIRST]
        self.heads = [words.of(language) for words in wording.KEY_HEADS]
        self.numbers = [words.of(language) for words in wording.KEY_NUMBERS]
        self.empty = wording.KEY_EMPTY.of(language)
        self.widths = [
            max(measure(self.heads[0], COUNT, bold=True), 30 + max(measure(w, COUNT) for _, w in self.gaps),
                30 + measure(self.empty, COUNT)),
            max(measure(self.heads[1], COUNT, bold=True), 10 + max(measure(w, COUNT) for _, w in self.levels)),
            max(measure(self.heads[2], COUNT, bold=True), 16 + max(measure(w, COUNT) for w in self.numbers)),
        ]  # fmt: skip
        self.widest = max(self.widths)

    def draw_down(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the blocks under each other; return where they end."""
        for block in (self._draw_gaps, self._draw_levels, self._draw_numbers):
            end = block(sheet, x, y)
            y = end + 8
        return end

    def draw_across(self, sheet: Sheet, x: float, y: float, room: float) -> float:
        """Draw the blocks beside each other, the rest of the room between them; return where they end."""
        between = max((room - sum(self.widths)) / 2, 8)
        ends = []
        for block, width in zip((self._draw_gaps, self._draw_levels, self._draw_numbers), self.widths, strict=True):
            ends.append(block(sheet, x, y))
            x += width + min(between, 30)
        return max(ends)

    def _head(self, sheet: Sheet, x: float, y: float, number: int) -> float:
        sheet.text(x, y + COUNT, self.heads[number], size=COUNT, bold=True)
        return y + COUNT + 5

    def _draw_gaps(self, sheet: Sheet, x: float, y: float) -> float:
        y = self._head(sheet, x, y, 0)
        for gap, words in self.gaps:
            sheet.box(x, y, 24, 10, fill=GAP_FILLS[gap], edge=QUIET)
            sheet.shapes(gap_bar(gap, x + 3, y + 3, 18, ink_on(GAP_FILLS[gap])))
            sheet.text(x + 30, y + 7.8, words, size=COUNT)
            y += 12.5
        sheet.box(x, y, 24, 10, fill=PAPER, edge=RULE)
        sheet.text(x + 30, y + 7.8, self.empty, size=COUNT)
        return y + 12.5

    def _draw_levels(self, sheet: Sheet, x: float, y: float) -> float:
        y = self._head(sheet, x, y, 1)
        for level, words in self.levels:
            sheet.shapes(level_shape(level, x + SIGN / 2, y + 5, SIGN, INK))
            sheet.text(x + 10, y + 7.8, words, size=COUNT)
            y += 10.5
        return y

    def _draw_numbers(self, sheet: Sheet, x: float, y: float) -> float:
        y = self._head(sheet, x, y, 2)
        sheet.text(x, y + 9, "8", size=11, bold=True)
        sheet.text(x + 16, y + 8.4, self.numbers[0], size=COUNT)
        y += 14
        sheet.shapes(work_shape(x + 3, y + 5, SIGN + 1, INK))
        sheet.text(x + 8, y + 7.8, "5", size=COUNT)
        sheet.text(x + 16, y + 7.8, self.numbers[1], size=COUNT)
        return y + 12
