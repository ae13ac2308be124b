"""Levels by building block: how well the factsheet sources its findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ouderevidence.figures import wording
from ouderevidence.figures.chart import MARGIN, Chart
from ouderevidence.figures.facets import facet_label, headings
from ouderevidence.figures.grid import COUNT, HEAD, SIGN, draw_label, row_labels
from ouderevidence.figures.shapes import INK, LEVEL_FILLS, QUIET, RULE, level_shape
from ouderevidence.figures.sheet import LEADING, measure, wrap
from ouderevidence.library.profile import GRADED_KINDS
from ouderevidence.model.words import BEST_FIRST, LANGUAGES, LEVELS, option

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd

    from ouderevidence.figures.sheet import Sheet
    from ouderevidence.library.library import Library

ROW = 17.0  # points
BAR = 9.0


def levels_by_block(library: Library, *, language: str = "nl") -> Chart:
    """Return how many findings of each building block have each level.

    A bar and a number per level, best level first; findings and claims of prevalence only. A finding about several
    building blocks counts in each; the last row counts every finding once.

    Parameters
    ----------
    library
        The claims.
    language
        ``"nl"`` or ``"en"``.

    Raises
    ------
    EvidenceError
        If the language is unknown.

    Examples
    --------
    >>> import ouderevidence as oe
    >>> oe.levels_by_block(library).data()[["strong", "moderate", "none"]].iloc[-1].tolist()
    [0, 1, 30]
    """
    option("language", language, LANGUAGES)
    rows = _rows(library, language)
    frame = _data(rows)
    everything = rows[-1][2]
    parts = [wording.LEVELS_EMPTY.of(language)]
    if sum(everything.values()):
        parts = [wording.levels_main(everything, language)]
        parts += [wording.levels_row(label, counts, language) for _, label, counts in rows[:-1]]
    return Chart(
        title=wording.titled(wording.LEVELS_TITLE, library, language),
        caption=wording.noted(wording.LEVELS_CAPTION.of(language), library, language),
        alt_text=" ".join(parts),
        language=language,
        draw=_Bars(rows, language).draw,
        data_frame=frame,
        table_frame=_words(frame, rows, language),
    )


Row = tuple[str, str, "Mapping[str, int]"]


def _rows(library: Library, language: str) -> list[Row]:
    """Return the code, label and levels of each block, of findings without a block, and of all findings."""
    graded = {c.id: library.profile(c.id).code for c in library if c.kind in GRADED_KINDS}

    def levels(names: Collection[str]) -> Mapping[str, int]:
        counted = Counter(code for name, code in graded.items() if name in names)
        return {level: counted[level] for level in BEST_FIRST}

    rows = [(h.value, h.label, levels(h.claims)) for h in headings(library, "building_block", language)]
    loose = {c.id for c in library if not c.building_blocks} & graded.keys()
    if loose:
        rows.append(("", wording.LEVELS_NO_BLOCK.of(language), levels(loose)))
    return [*rows, ("all", wording.LEVELS_ALL.of(language), levels(graded))]


def _data(rows: Sequence[Row]) -> pd.DataFrame:
    import pandas as pd  # slow to import; only tables need it

    made = [{"building_block": code, **levels, "findings": sum(levels.values())} for code, _, levels in rows]
    return pd.DataFrame(made)


def _words(frame: pd.DataFrame, rows: Sequence[Row], language: str) -> pd.DataFrame:
    made = frame.copy()
    made["building_block"] = [label for _, label, _ in rows]
    heads = {level: LEVELS[level].of(language).capitalize() for level in BEST_FIRST}
    heads |= {
        "building_block": facet_label("building_block", language).capitalize(),
        "findings": wording.LEVELS_TOTAL.of(language).capitalize(),
    }
    return made.rename(columns=heads)


class _Bars:
    """The drawing: a row per block, a bar and a number per level."""

    def __init__(self, rows: Sequence[Row], language: str) -> None:
        self.rows = rows
        self.language = language
        self.labels = row_labels([label for _, label, _ in rows])
        self.left = max(measure(line, HEAD, bold=True) for lines in self.labels for line in lines) + 10
        self.most = max([1, *(n for _, _, levels in rows[:-1] for n in levels.values())])

    def draw(self, sheet: Sheet, top: float) -> float:
        last = wording.LEVELS_TOTAL.of(self.language)
        numbers = max(measure(str(sum(levels.values())), HEAD, bold=True) for _, _, levels in self.rows)
        total = max(numbers, measure(last, COUNT, bold=True)) + 4
        column = (sheet.width - 2 * MARGIN - self.left - total) / len(BEST_FIRST)
        y = self._draw_heads(sheet, top, column, last)
        for number, (_, _, levels) in enumerate(self.rows):
            final = number == len(self.rows) - 1
            height = max(ROW, len(self.labels[number]) * HEAD * LEADING + 6)
            sheet.line([(MARGIN, y), (sheet.width - MARGIN, y)], ink=QUIET if final else RULE)
            draw_label(sheet, y, height, self.labels[number], bold=final)
            for place, (level, count) in enumerate(levels.items()):
                x = MARGIN + self.left + column * place
                self._draw_count(sheet, x, y + height / 2, column, (level, count), final=final)
            words = str(sum(levels.values()))
            sheet.text(sheet.width - MARGIN, y + height / 2 + 3, words, size=HEAD, bold=True, align="right")
            y += height
        return y

    def _draw_heads(self, sheet: Sheet, top: float, column: float, last: str) -> float:
        heads = [wrap(LEVELS[level].of(self.language), COUNT, column - 6) for level in BEST_FIRST]
        bottom = top + SIGN + 6 + max(map(len, heads)) * COUNT * LEADING
        for place, (level, lines) in enumerate(zip(BEST_FIRST, heads, strict=True)):
            x = MARGIN + self.left + column * place
            sheet.shapes(level_shape(level, x + SIGN / 2 + 1, top + SIGN / 2 + 1, SIGN + 1, INK))
            for number, line in enumerate(lines):
                sheet.text(x, top + SIGN + 4 + COUNT + number * COUNT * LEADING, line, size=COUNT)
        sheet.text(sheet.width - MARGIN, top + SIGN + 4 + COUNT, last, size=COUNT, bold=True, align="right")
        return bottom + 2

    def _draw_count(
        self, sheet: Sheet, x: float, middle: float, column: float, found: tuple[str, int], *, final: bool
    ) -> None:
        level, count = found
        length = 0.0
        if count and not final:  # the last row adds up; its bars would dwarf the others
            room = column - 10 - measure(str(self.most), HEAD)
            length = max(room * count / self.most, 1.5)
            sheet.box(x, middle - BAR / 2, length, BAR, fill=LEVEL_FILLS[level], edge=INK)
        words, ink = str(count), INK if count or final else QUIET
        sheet.text(x + (length + 3 if length else 0), middle + 3, words, size=HEAD, bold=final, ink=ink)
