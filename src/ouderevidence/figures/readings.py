"""How well findings are underpinned at a glance: by the factsheet's own links, and with complementary research."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ouderevidence.figures import wording
from ouderevidence.figures.chart import MARGIN, Chart
from ouderevidence.figures.shapes import INK, LEVEL_FILLS, RULE, ink_on, level_shape
from ouderevidence.figures.sheet import measure
from ouderevidence.library.profile import GRADED_KINDS
from ouderevidence.model.words import BEST_FIRST, LANGUAGES, LEVELS, READINGS, option

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from ouderevidence.figures.sheet import Sheet
    from ouderevidence.library.library import Library

ROW: Final = 15.0  # points
GAP: Final = 5.0
SIZE: Final = 8.5
KEY: Final = 8.0
SIGN: Final = 9.0


def levels_by_reading(library: Library, *, language: str = "nl") -> Chart:
    """Return how many findings have each level, in both readings: two bars of the same length, and their key.

    Parameters
    ----------
    library
        The claims.
    language
        ``"nl"`` or ``"en"``.

    Raises
    ------
    UnknownOptionError
        If the language is unknown.

    Examples
    --------
    >>> import ouderevidence as oe
    >>> list(oe.levels_by_reading(library).data()["reading"])
    ['sourcing', 'evidence']
    """
    option("language", language, LANGUAGES)
    counts = {reading: _counted(library, reading) for reading in READINGS}
    frame = _data(counts)
    return Chart(
        title=wording.titled(wording.READINGS_TITLE, library, language),
        caption=wording.noted(wording.READINGS_CAPTION.of(language), library, language),
        alt_text=wording.readings_alt(counts, language),
        language=language,
        draw=_Bars(counts, language).draw,
        data_frame=frame,
        table_frame=_words(frame, language),
    )


def _counted(library: Library, reading: str) -> Mapping[str, int]:
    counted = Counter(library.profile(c.id, reading).code for c in library if c.kind in GRADED_KINDS)
    return {level: counted[level] for level in BEST_FIRST}


def _data(counts: Mapping[str, Mapping[str, int]]) -> pd.DataFrame:
    import pandas as pd  # slow to import; only tables need it

    rows = [{"reading": reading, **levels, "n_findings": sum(levels.values())} for reading, levels in counts.items()]
    return pd.DataFrame(rows)


def _words(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    made = frame.copy()
    made["reading"] = [READINGS[reading].of(language).capitalize() for reading in frame["reading"]]
    heads = {level: LEVELS[level].of(language).capitalize() for level in BEST_FIRST}
    heads |= {
        "reading": wording.READINGS_HEAD.of(language),
        "n_findings": wording.LEVELS_TOTAL.of(language).capitalize(),
    }
    return made.rename(columns=heads)


class _Bars:
    """The drawing: a bar per reading, divided by level, best first; below it the key of the levels that occur."""

    def __init__(self, counts: Mapping[str, Mapping[str, int]], language: str) -> None:
        self.counts = counts
        self.language = language
        self.labels = {reading: wording.READING_LABELS[reading].of(language) for reading in counts}

    def draw(self, sheet: Sheet, top: float) -> float:
        left = MARGIN + max(measure(label, SIZE) for label in self.labels.values()) + 8
        y = top + 1
        for reading, levels in self.counts.items():
            sheet.text(MARGIN, y + ROW * 0.7, self.labels[reading], size=SIZE)
            self._bar(sheet, levels, left, y, sheet.width - left - MARGIN)
            y += ROW + GAP
        return self._key(sheet, y + 1)

    def _bar(self, sheet: Sheet, levels: Mapping[str, int], left: float, y: float, width: float) -> None:
        total = sum(levels.values())
        if not total:
            sheet.box(left, y, width, ROW, edge=RULE)
            return
        x = left
        for level, number in levels.items():
            part = width * number / total
            if number:
                fill = LEVEL_FILLS[level]
                sheet.box(x, y, part, ROW, fill=fill, edge=INK)
                sheet.text(
                    x + part / 2, y + ROW * 0.72, str(number), size=SIZE, bold=True, ink=ink_on(fill), align="center"
                )
            x += part

    def _key(self, sheet: Sheet, y: float) -> float:
        x = MARGIN
        used = [level for level in BEST_FIRST if any(levels[level] for levels in self.counts.values())]
        for level in used:
            words = LEVELS[level].of(self.language)
            wide = SIGN * 2 + 17 + measure(words, KEY)
            if x > MARGIN and x + wide > sheet.width:
                x, y = MARGIN, y + SIGN + 4
            sheet.box(x, y, SIGN, SIGN, fill=LEVEL_FILLS[level], edge=INK)
            sheet.shapes(level_shape(level, x + SIGN * 1.5 + 4.5, y + SIGN / 2, SIGN, INK))
            sheet.text(x + SIGN * 2 + 9, y + SIGN * 0.85, words, size=KEY)
            x += wide
        return y + SIGN + 2
