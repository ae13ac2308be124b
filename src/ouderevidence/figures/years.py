"""Works by year and study design: how old the works are, and of what kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from ouderevidence.figures import wording
from ouderevidence.figures.chart import MARGIN, Chart
from ouderevidence.figures.grid import COUNT, HEAD, row_labels
from ouderevidence.figures.shapes import CLASS_FILLS, INK, PAPER, QUIET, RULE, ink_on
from ouderevidence.figures.sheet import LEADING, measure
from ouderevidence.library.profile import OLD_AFTER_YEARS
from ouderevidence.model.words import LANGUAGES, option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from ouderevidence.figures.sheet import Sheet
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Term, Work

TILE: Final = 12.0  # points
WIDEST_TILE: Final = 16.0
STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 1000)


def works_by_year(library: Library, *, language: str = "nl") -> Chart:
    """Return how many works of each study design are from each year.

    Works that the claims cite; works that only a caveat names are left out. A work of two designs counts in both
    rows; the last row counts every work once. The dashed line is the age after which a profile calls a source old.

    Parameters
    ----------
    library
        The claims that cite the works.
    language
        ``"nl"`` or ``"en"``.

    Raises
    ------
    EvidenceError
        If the language is unknown.

    Examples
    --------
    >>> import ouderevidence as oe
    >>> chart = oe.works_by_year(library.where(work="boonk2018").where(section="2.2"))
    >>> chart.data()["year"].tolist()
    ['2013', '2018', '2021']
    """
    option("language", language, LANGUAGES)
    works = _cited(library)
    designs = [t for t in library.vocabulary.terms("designs") if any(t.id in w.appraisal.designs for w in works)]
    designs.sort(key=_class_order)
    frame = _data(designs, works)
    first = _first_fresh_year(library)
    caption = wording.YEARS_CAPTION.of(language)
    if _has_line(works, first):
        caption += f" {wording.years_line(first, language)}"
    return Chart(
        title=wording.titled(wording.YEARS_TITLE, library, language),
        caption=wording.noted(caption, library, language),
        alt_text=_alt_text(works, designs, first, language),
        language=language,
        draw=_Tiles(designs, works, first, language).draw,
        data_frame=frame,
        table_frame=_words(library, frame, language),
    )


def _cited(library: Library) -> list[Work]:
    keys = sorted({citation.work for claim in library for citation in claim.citations})
    return [library.work(key) for key in keys]


def _class(term: Term) -> str:
    return "synthesis" if term.synthesis else "empirical" if term.empirical else "other"


def _class_order(term: Term) -> int:
    return tuple(wording.YEARS_CLASSES).index(_class(term))


def _first_fresh_year(library: Library) -> int:
    """Return the first year that is not old, at the date the factsheet's evidence is judged at."""
    return max(int(f.as_of[:4] or 0) for f in library.factsheets) - OLD_AFTER_YEARS


def _numbered(works: Sequence[Work]) -> list[int]:
    return sorted(int(w.year) for w in works if w.year.isdigit())


def _has_line(works: Sequence[Work], first: int) -> bool:
    years = _numbered(works)
    return bool(years) and years[0] < first <= years[-1]


def _data(designs: Sequence[Term], works: Sequence[Work]) -> pd.DataFrame:
    """Return a row per year and design that occur together: ``year``, ``design``, ``works`` and their ``keys``."""
    import pandas as pd  # slow to import; only tables need it

    found = defaultdict(list)
    for work in works:
        for design in designs:
            if design.id in work.appraisal.designs:
                found[work.year, design.id].append(work.key)
    order = [d.id for d in designs]
    rows = [
        {"year": year, "design": design, "works": len(keys), "keys": tuple(keys)}
        for (year, design), keys in sorted(found.items(), key=lambda item: (item[0][0], order.index(item[0][1])))
    ]
    return pd.DataFrame(rows, columns=["year", "design", "works", "keys"])


def _words(library: Library, frame: pd.DataFrame, language: str) -> pd.DataFrame:
    made = frame.copy()
    label = library.vocabulary.label
    made["design"] = made["design"].map(lambda design: label("designs", design, language)).astype(object)
    made["keys"] = made["keys"].map(lambda keys: "; ".join(library.label(k, language) for k in keys)).astype(object)
    made["year"] = made["year"].map(lambda year: year or wording.YEARS_NONE.of(language)).astype(object)
    heads = {"keys": wording.YEARS_HEADS["which"].of(language)}
    return made.rename(columns=heads | {name: text.of(language) for name, text in wording.YEARS_HEADS.items()})


def _alt_text(works: Sequence[Work], designs: Sequence[Term], first: int, language: str) -> str:
    if not works:
        return wording.YEARS_EMPTY.of(language)
    years = _numbered(works)
    counts = {d.label.of(language): sum(d.id in w.appraisal.designs for w in works) for d in designs}
    parts = [wording.years_main(len(works), years[len(years) // 2] if years else None, language)]
    if years and first > 0:
        parts.append(wording.years_old(sum(year < first for year in years), first, language))
    if counts:
        parts.append(wording.years_designs(counts, language))
    return " ".join(parts)


class _Tiles:
    """The drawing: a row per design under the name of its class, a tile with a number per year."""

    def __init__(self, designs: Sequence[Term], works: Sequence[Work], first: int, language: str) -> None:
        self.designs, self.works, self.first, self.language = designs, works, first, language
        self.labels = row_labels([d.label.of(language) for d in designs])
        self.total = wording.YEARS_ALL.of(language)
        widths = [measure(line, HEAD) for lines in self.labels for line in lines]
        self.left = max([*widths, measure(self.total, HEAD, bold=True)]) + 14
        self.none = any(not w.year.isdigit() for w in works)

    def draw(self, sheet: Sheet, top: float) -> float:
        if not self.works:
            return sheet.paragraph(MARGIN, top, wording.YEARS_EMPTY.of(self.language), sheet.width - 2 * MARGIN)
        self._lay_out(sheet)
        y = top
        shown = ""
        for design, lines in zip(self.designs, self.labels, strict=True):
            if _class(design) != shown:
                shown = _class(design)
                sheet.text(MARGIN, y + 10, wording.YEARS_CLASSES[shown].of(self.language), size=COUNT, bold=True)
                y += 14
            counted = self._counted([w for w in self.works if design.id in w.appraisal.designs])
            y = self._draw_row(sheet, y, lines, counted, CLASS_FILLS[shown])
        sheet.line([(MARGIN, y + 2), (self.end, y + 2)], ink=QUIET)
        y = self._draw_row(sheet, y + 4, [self.total], self._counted(self.works), PAPER, bold=True)
        return self._draw_axis(sheet, y)

    def _lay_out(self, sheet: Sheet) -> None:
        """Choose how many years a tile stands for, so that its number fits."""
        years = _numbered(self.works) or [self.first]
        self.last_column = 26.0 if self.none else 0.0
        room = sheet.width - 2 * MARGIN - self.left - self.last_column
        for step in STEPS:
            self.step, self.start = step, years[0] - (years[0] - self.first) % step  # a tile never straddles the line
            bins = (years[-1] - self.start) // step + 1
            self.pitch = min(room / bins, WIDEST_TILE)
            widest = max(measure(str(n), COUNT) for n in self._counted(self.works).values()) + 2.2
            if self.pitch >= widest:
                break
        self.bins = bins
        self.end = MARGIN + self.left + bins * self.pitch + self.last_column

    def _x(self, year: float) -> float:
        return MARGIN + self.left + (year - self.start) / self.step * self.pitch

    def _counted(self, works: Sequence[Work]) -> Mapping[int | None, int]:
        """Return the works by the first year of their tile; None for those without a year."""
        return Counter(
            (int(w.year) - self.start) // self.step * self.step + self.start if w.year.isdigit() else None
            for w in works
        )

    def _draw_row(
        self,
        sheet: Sheet,
        y: float,
        label: Sequence[str],
        counted: Mapping[int | None, int],
        fill: str,
        *,
        bold: bool = False,
    ) -> float:
        height = max(TILE + 2, len(label) * HEAD * LEADING + 2)
        start = y + (height - len(label) * HEAD * LEADING) / 2
        for number, line in enumerate(label):
            x = MARGIN + (0 if bold else 6)
            sheet.text(x, start + HEAD + number * HEAD * LEADING, line, size=HEAD, bold=bold)
        middle = y + height / 2
        sheet.line([(MARGIN + self.left, middle), (self.end - self.last_column, middle)], ink=RULE)
        if _has_line(self.works, self.first):
            x = self._x(self.first)
            sheet.line([(x, y), (x, y + height)], ink=QUIET, width=1.2, dashes=(3, 2))
        for year, count in counted.items():
            x = self.end - 20 if year is None else self._x(year)
            width = 16 if year is None else self.pitch
            sheet.box(x, middle - TILE / 2, width, TILE, fill=fill, edge=INK, front=True)
            sheet.text(x + width / 2, middle + 2.8, str(count), size=COUNT, ink=ink_on(fill), align="center")
        return y + height

    def _draw_axis(self, sheet: Sheet, y: float) -> float:
        y += 2
        sheet.line([(MARGIN + self.left, y), (self.end - self.last_column, y)], ink=INK)
        room = measure("2000", COUNT) + 6
        every = next(step for step in (*STEPS, 10**6) if step / self.step * self.pitch >= room)
        limit = self.end - self.last_column
        reach = MARGIN
        last = self.start + self.bins * self.step
        for year in range(self.start + -self.start % every, last, every):
            x = self._x(year + 0.5)
            sheet.line([(x, y), (x, y + 3)], ink=INK)
            half = measure(str(year), COUNT) / 2
            middle = min(max(x, reach + half), max(limit, MARGIN + self.left + 2 * half) - half)
            sheet.text(middle, y + 3 + COUNT + 1, str(year), size=COUNT, align="center")
            reach = middle + half + 4
        if self.none:
            words = wording.YEARS_NONE.of(self.language)
            sheet.text(self.end - 12, y + 3 + COUNT + 1, words, size=COUNT, align="center")
        return y + 3 + COUNT + 4
