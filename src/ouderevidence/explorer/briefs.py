"""The briefs that stand ready beside the page: of everything, of each building block and of each parent group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ouderevidence.brief import Brief
from ouderevidence.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ouderevidence.library import Library

FOLDER: Final = "briefs"
FORMS: Final = ("docx", "pdf")
LANGUAGES: Final = ("nl", "en")
_FACETS: Final = {"building_block": "building_blocks", "parent_group": "parent_groups"}
_WHOLE: Final = {"nl": "ouderbetrokkenheid", "en": "parental-involvement"}


def write_briefs(library: Library, folder: Path) -> list[dict[str, Any]]:
    """Write every ready brief in ``briefs`` under a folder.

    Returns
    -------
    list
        Of each: ``filters`` (keyword of ``where`` to values), ``language``, ``form`` and ``href``.

    Raises
    ------
    OutputError
        If the place cannot be written to.
    RenderError
        If a brief cannot be made.
    """
    target = folder / FOLDER
    try:
        target.mkdir(exist_ok=True)
    except OSError as error:
        message = f"cannot make the folder {target}: {error.strerror}; choose a place you may write to"
        raise OutputError(message) from error
    made = []
    for filters, part in selections(library):
        for language in LANGUAGES:
            name = "-".join(value for values in filters.values() for value in values) or _WHOLE[language]
            brief = Brief(part, language=language)
            for form in FORMS:
                path = brief.save(target / f"{name}.{language}.{form}")
                made.append({"filters": filters, "language": language, "form": form, "href": f"{FOLDER}/{path.name}"})
    return made


def selections(library: Library) -> Iterator[tuple[dict[str, list[str]], Library]]:
    """Yield the selections that get a brief: all, each building block and each parent group that has claims."""
    yield {}, library
    for keyword, facet in _FACETS.items():
        for term in library.vocabulary.ids(facet):
            part = library.where(**{keyword: term})  # type: ignore[arg-type]
            if len(part):
                yield {keyword: [term]}, part
