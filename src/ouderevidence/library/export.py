"""A selection to a file; the extension says what it becomes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.citing.bibtex import to_bibtex
from ouderevidence.citing.notes import to_csl
from ouderevidence.citing.ris import to_ris
from ouderevidence.document.output import form_of, write
from ouderevidence.library.spreadsheet import to_csv
from ouderevidence.library.workbook import to_xlsx
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import OutputError

if TYPE_CHECKING:
    from ouderevidence.library.library import Library

TEXTS: Final = ("csv", "bib", "ris", "json")
FORMS: Final = (*TEXTS, "xlsx")


def text_of(library: Library, form: str, *, language: str = "nl") -> str:
    """Return a selection as ``"csv"`` (its table), or its works as ``"bib"``, ``"ris"`` or ``"json"`` (CSL).

    Raises
    ------
    OutputError
        If the form is another.
    """
    if form == "csv":
        return to_csv(library, language=language)
    works = library.cited_works()
    if form == "bib":
        return "\n".join(to_bibtex(work, language=language) for work in works)
    if form == "ris":
        return "".join(to_ris(work, language=language) for work in works)
    if form == "json":
        items = [to_csl(work, language=language) for work in works]
        return json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    message = Text(f"geen vorm '{form}'; kies {', '.join(TEXTS)}", f"no form '{form}'; choose {', '.join(TEXTS)}")
    raise OutputError(message)


def export(library: Library, path: str | Path, *, language: str = "nl") -> Path:
    """Write a selection to a file: .xlsx (all tables), .csv (its table), .bib, .ris or .json (the works it names).

    A CSV file begins with a byte order mark, by which Excel knows that it is UTF-8.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    OutputError
        If the extension is unknown, the folder is missing, or the place cannot be written to.
    """
    target = Path(path)
    form = form_of(target, FORMS)
    if form == "xlsx":
        write(target, to_xlsx(library, language=language))
    else:
        text = text_of(library, form, language=language)
        write(target, text.encode("utf-8-sig" if form == "csv" else "utf-8"))
    return target
