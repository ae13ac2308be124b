"""Where the sourcing of *this factsheet* is thin; never a statement about research."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ouderevidence.library.facets import laid_out, top_values
from ouderevidence.library.profile import GRADED_KINDS, OLD_AFTER_YEARS, independent
from ouderevidence.model.words import SUPPORTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from ouderevidence.library.library import Library
    from ouderevidence.library.profile import Link
    from ouderevidence.model.records import Claim


def gap(library: Library, claims: tuple[Claim, ...]) -> str:
    """Return the kind of gap in the sourcing of some claims.

    After the distinction of absolute and synthesis gaps in evidence gap maps (3ie):

    - ``empty``: no claim at all;
    - ``absolute``: no finding or prevalence here names a source;
    - ``doubtful``: sources are named, but no link counts;
    - ``synthesis``: a link counts, but none to a synthesis (a review or meta-analysis);
    - ``none``: a link to a synthesis counts.
    """
    if not claims:
        return "empty"
    links = [x for c in claims if c.kind in GRADED_KINDS for x in library.links_of(c.id)]
    if not links:
        return "absolute"
    counting = [x for x in links if x.counts]
    if not counting:
        return "doubtful"
    return "none" if any(x.synthesis for x in counting) else "synthesis"


def gaps(library: Library, *, rows: str, columns: str) -> pd.DataFrame:
    """Return a row per cell of two facets: the values, claims, findings, of these supported, works and kind of gap.

    The rows and columns are those of the map: values that have no broader one, each standing for its narrower ones.

    Raises
    ------
    EvidenceError
        If a facet is unknown, or both are the same.
    """
    import pandas as pd  # slow to import; only tables need it

    rows, columns = laid_out(rows, columns)
    found = []
    for row in top_values(library, rows):
        for column in top_values(library, columns):
            cell = tuple(library.where(**{rows: row, columns: column}))  # type: ignore[arg-type]
            graded = [c for c in cell if c.kind in GRADED_KINDS]
            found.append(
                {
                    rows: row,
                    columns: column,
                    "n_claims": len(cell),
                    "n_findings": len(graded),
                    "n_supported": sum(1 for c in graded if library.profile(c.id).code in SUPPORTED),
                    "n_works": len({x.work.key for c in cell for x in library.links_of(c.id)}),
                    "gap": gap(library, cell),
                }
            )
    return pd.DataFrame(found)


def fragile(library: Library) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    """Yield the findings and prevalences whose sourcing hangs on little, each with why (see ``FRAGILITIES``)."""
    for claim in library:
        if claim.kind in GRADED_KINDS and claim.citations:
            why = _why(library, claim)
            if why:
                yield claim, why


def _why(library: Library, claim: Claim) -> tuple[str, ...]:
    links = library.links_of(claim.id)
    counting: list[Link] = [x for x in links if x.counts]
    works = list({x.work.key: x.work for x in (counting or links)}.values())
    why = []
    if len(works) == 1:
        why.append("one_work")
    elif counting and not any(independent(a, b) for a, b in combinations(works, 2)):
        why.append("one_team")
    if library.profile(claim.id).code == "untraced":
        why.append("untraced")
    oldest = int(library.factsheet_of(claim).as_of[:4] or 0) - OLD_AFTER_YEARS
    if all(w.year.isdigit() and int(w.year) < oldest for w in works):
        why.append("old")
    return tuple(why)
