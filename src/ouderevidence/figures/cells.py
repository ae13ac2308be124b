"""The cells of the map: per row and column what the factsheet says there, and how it is sourced."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ouderevidence.figures.facets import facet_label
from ouderevidence.figures.wording import MAP_HEADS
from ouderevidence.library.gaps import gap
from ouderevidence.library.profile import GRADED_KINDS
from ouderevidence.model.words import BEST_FIRST, GAPS, LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from ouderevidence.figures.facets import Heading
    from ouderevidence.library.library import Library


@dataclass(frozen=True, slots=True)
class Cell:
    """What the factsheet says about a row and a column.

    ``levels`` counts the findings and prevalences of each level that occurs, best first; ``gap`` is that of
    ``gaps.gap``.
    """

    row: str
    column: str
    claims: int
    levels: Mapping[str, int]
    works: int
    gap: str


def cells(library: Library, rows: Sequence[Heading], columns: Sequence[Heading]) -> tuple[Cell, ...]:
    """Return the cells, row by row."""
    return tuple(_cell(library, row, column) for row in rows for column in columns)


def _cell(library: Library, row: Heading, column: Heading) -> Cell:
    both = row.claims & column.claims
    found = tuple(claim for claim in library if claim.id in both)
    counted = Counter(library.profile(c.id).code for c in found if c.kind in GRADED_KINDS)
    return Cell(
        row.value,
        column.value,
        len(found),
        {level: counted[level] for level in BEST_FIRST if counted[level]},
        len({citation.work for claim in found for citation in claim.citations}),
        gap(library, found),
    )


def data(found: Sequence[Cell], rows: str, columns: str) -> pd.DataFrame:
    """Return a row per cell, in codes: the facets, ``n_claims``, a column per level, ``n_works`` and ``gap``."""
    import pandas as pd  # slow to import; only tables need it

    made = [
        {
            rows: cell.row,
            columns: cell.column,
            "n_claims": cell.claims,
            **{level: cell.levels.get(level, 0) for level in BEST_FIRST},
            "n_works": cell.works,
            "gap": cell.gap,
        }
        for cell in found
    ]
    return pd.DataFrame(made, columns=[rows, columns, "n_claims", *BEST_FIRST, "n_works", "gap"])


def words(frame: pd.DataFrame, rows: Sequence[Heading], columns: Sequence[Heading], language: str) -> pd.DataFrame:
    """Return the same in words."""
    down, across = str(frame.columns[0]), str(frame.columns[1])
    made = frame.copy()
    made[down] = made[down].map({heading.value: heading.label for heading in rows}).astype(object)
    made[across] = made[across].map({heading.value: heading.label for heading in columns}).astype(object)
    made["gap"] = [GAPS[gap].of(language) for gap in frame["gap"]]
    heads = {name: text.of(language) for name, text in MAP_HEADS.items()}
    heads |= {name: facet_label(name, language).capitalize() for name in (down, across)}
    heads |= {level: LEVELS[level].of(language).capitalize() for level in BEST_FIRST}
    return made.rename(columns=heads)
