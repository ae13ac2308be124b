"""What is said with a work that was not identified for certain, and a work as CSL-JSON with that note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.citing import references
from ouderevidence.model.words import Text

if TYPE_CHECKING:
    from ouderevidence.citing.csl import CslItem
    from ouderevidence.model.records import Work

_NOTES: Final = {
    "not_found": Text(
        "Publicatie niet gevonden; geciteerd in de factsheet als: {cited}",
        "Publication not found; cited in the factsheet as: {cited}",
    ),
    "ambiguous": Text(
        "Meer publicaties passen bij de verwijzing in de factsheet: {cited}",
        "More than one publication fits the citation in the factsheet: {cited}",
    ),
    "probable": Text(
        "Waarschijnlijk, niet zeker, de bron die de factsheet noemt: {cited}",
        "Probably, not certainly, the work that the factsheet names: {cited}",
    ),
}


def note(work: Work, language: str = "nl") -> str | None:
    """Return the doubt about which publication is meant, or None if there is none.

    Raises
    ------
    ValueError
        If the language is another than ``"nl"`` or ``"en"``.
    """
    doubt = _NOTES.get(work.appraisal.identification)
    if doubt is None:
        return None
    return doubt.of(language).replace("{cited}", work.as_cited or references.label(work, language))


def more_authors(work: Work) -> bool:
    """Whether the work has authors that are not known by name, as "et al." in the factsheet shows."""
    return not work.appraisal.authors_complete and "et al." in (work.as_cited or "")


def to_csl(work: Work, *, language: str = "nl") -> CslItem:
    """Return a work as a CSL-JSON item, with a note where its identification is in doubt.

    Examples
    --------
    >>> to_csl(library.work("boonk2018"))["DOI"]
    '10.1016/j.edurev.2018.02.001'
    """
    item = references.csl_item(work, language=language)
    doubt = note(work, language)
    return item if doubt is None else item | {"note": doubt}
