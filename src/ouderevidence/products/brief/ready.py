"""The briefs that stand ready beside the page, in both languages: those of ``brief.batch``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document.output import alone, make_folder
from ouderevidence.model.words import LANGUAGES
from ouderevidence.products.brief.batch import entries, trace_all, write_traced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ouderevidence.library.library import Library
    from ouderevidence.model.bilingual import Text

FOLDER: Final = "briefs"
FORMS: Final = ("docx", "pdf")


def write_briefs(
    library: Library,
    folder: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    say: Callable[[Text], None] | None = None,
) -> list[dict[str, Any]]:
    """Write every ready brief under a folder, in ``briefs/nl`` and ``briefs/en``; those that stand there stay.

    Those of both languages are traced before the first is written: where one cannot be, the folder stays as it was.

    Parameters
    ----------
    library
        The claims.
    folder
        The folder of the page.
    progress
        Called with the number of briefs done and the number of all.
    say
        Called with what was deleted because it no longer holds, and with what no longer holds and stays.

    Returns
    -------
    list
        Of each: ``filters`` (keyword of ``where`` to values), ``language``, ``form`` and ``href``.

    Raises
    ------
    OutputError
        If the place cannot be written to.
    RenderError
        If a sentence of a brief cannot be traced to its claim, or a brief cannot be made.
    """
    known = list(entries(library))
    if progress:
        progress(0, len(LANGUAGES) * len(known))
    drafts = {language: trace_all(library, language=language) for language in LANGUAGES}
    made = []
    for number, language in enumerate(LANGUAGES):
        before = number * len(known)

        def counted(done: int, _: int, before: int = before) -> None:
            if progress:
                progress(before + done, len(LANGUAGES) * len(known))

        place = make_folder(folder / FOLDER / language)
        with alone(place):
            write_traced(drafts.pop(language), place, forms=FORMS, progress=counted, say=say)
        for entry in known:
            filters = {keyword: [term] for keyword, term in entry.filters}
            for form in FORMS:
                href = f"{FOLDER}/{language}/{entry.name}.{form}"
                made.append({"filters": filters, "language": language, "form": form, "href": href})
    return made
