"""The sourcing map: what this factsheet says where, and how it is sourced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.figures import cells as made_of
from ouderevidence.figures import wording
from ouderevidence.figures.chart import MARGIN, Chart
from ouderevidence.figures.facets import facet_label, headings
from ouderevidence.figures.grid import Grid
from ouderevidence.library.facets import laid_out
from ouderevidence.model.words import LANGUAGES, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.figures.cells import Cell
    from ouderevidence.figures.facets import Heading
    from ouderevidence.library.library import Library


def gap_map(
    library: Library, *, rows: str = "building_block", columns: str = "parent_group", language: str = "nl"
) -> Chart:
    """Return the sourcing map of a factsheet: in each cell the claims, their levels, the works and the kind of gap.

    An evidence gap map (3ie) of *the factsheet*: an empty cell means that the factsheet says nothing there, not that
    there is no research. The kind of gap follows the rule of ``gaps.gap``. A claim with several terms stands in
    several cells; a term stands for its narrower terms too.

    Parameters
    ----------
    library
        The claims. Where they were filtered by one of the two facets, only the terms that were asked for are shown.
    rows, columns
        Two facets, named as in ``Library.where``: ``building_block``, ``parent_group``, ``lever``, ``role``,
        ``actor``, ``phase``, ``kind`` or ``section``.
    language
        ``"nl"`` or ``"en"``.

    Returns
    -------
    Chart
        16 cm wide, or wider with more than nine columns or so.

    Raises
    ------
    EvidenceError
        If a facet or the language is unknown, or the facets are the same.

    Examples
    --------
    >>> import ouderevidence as oe
    >>> chart = oe.gap_map(library, language="en")
    >>> chart.table().iloc[0].to_dict()["Sourcing in this factsheet"]
    'a source, not confirmed'
    """
    option("language", language, LANGUAGES)
    rows, columns = laid_out(rows, columns)
    down, across = headings(library, rows, language), headings(library, columns, language)
    found = made_of.cells(library, down, across)
    names = facet_label(rows, language), facet_label(columns, language)
    account = _Account(library, (down, across), names, language)
    grid = Grid(down, across, found, names, language)
    frame = made_of.data(found, rows, columns)
    return Chart(
        title=wording.titled(wording.MAP_TITLE, library, language),
        caption=wording.noted(account.caption(), library, language),
        alt_text=account.alt_text(found),
        language=language,
        draw=grid.draw,
        data_frame=frame,
        table_frame=made_of.words(frame, down, across, language),
        width=grid.width + 2 * MARGIN,
    )


class _Account:
    """What a map says in words: its caption and its text alternative."""

    def __init__(
        self,
        library: Library,
        headings: tuple[Sequence[Heading], Sequence[Heading]],
        names: tuple[str, str],
        language: str,
    ) -> None:
        self.library, self.headings, self.names, self.language = library, headings, names, language
        self.empty = (wording.MAP_EMPTY_FILTERED if library.filters else wording.MAP_EMPTY).of(language)

    def caption(self) -> str:
        down, across = ({name for heading in side for name in heading.claims} for side in self.headings)
        missing = len(self.library) - len(down & across)
        sentences = [self.empty, wording.MAP_SEVERAL.of(self.language)]
        if missing:
            sentences.append(wording.not_on_map(missing, len(self.library), self.names, self.language))
        return " ".join(sentences)

    def alt_text(self, found: Sequence[Cell]) -> str:
        if not any(cell.claims for cell in found):
            return wording.map_without_claims(self.names, self.library, self.language)
        confirmed = [cell for cell in found if cell.gap in ("none", "synthesis")]
        counts = (
            len(confirmed),
            sum(cell.gap == "doubtful" for cell in found),
            sum(cell.gap == "absolute" and cell.claims > 0 for cell in found),
            sum(cell.claims == 0 for cell in found),
        )
        most = max(found, key=lambda cell: cell.claims)
        parts = [
            wording.map_main(len(confirmed), len(found), self.names, self.language),
            wording.map_gaps(counts, self.language),
            wording.map_most(self._name(most), most.claims, most.works, self.language),
            self.empty,
        ]
        if confirmed:
            parts.insert(2, wording.map_where([self._name(cell) for cell in confirmed], self.language))
        return " ".join(parts)

    def _name(self, cell: Cell) -> str:
        down, across = ({heading.value: heading.label for heading in side} for side in self.headings)
        return f"{down[cell.row]} × {across[cell.column]}"
