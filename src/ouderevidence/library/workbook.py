"""The tables of a library as an Excel workbook: a sheet each, with filters and a header that stays in sight."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.library.tables import in_words
from ouderevidence.model.words import LANGUAGES, Text, option

if TYPE_CHECKING:
    from ouderevidence.library.library import Library

# Table -> the name of its sheet (31 letters at most).
SHEETS: Final[dict[str, Text]] = {
    "claims": Text("Uitspraken", "Claims"),
    "citations": Text("Bronnen van de factsheet", "Sources of the factsheet"),
    "supplements": Text("Aanvullend onderzoek", "Complementary research"),
    "searches": Text("Gezocht", "Searched"),
    "works": Text("Bronnen", "Works"),
}
_LANGUAGE: Final = Text("Taal", "Language")
WIDEST: Final = 60  # letters
# A cell stays the text that it is: none becomes a formula, an address or a number.
OPTIONS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def to_xlsx(library: Library, *, language: str = "nl") -> bytes:
    """Return the tables of a library in words as an Excel workbook (.xlsx); the same bytes every time.

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
    """
    import xlsxwriter  # only a workbook needs it

    option("language", language, LANGUAGES)
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, OPTIONS) as book:
        book.set_properties({"title": "ouderevidence", "created": dt.datetime.fromtimestamp(library.epoch, dt.UTC)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E4EDF3", "bottom": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for name, title in SHEETS.items():
            sheet = book.add_worksheet(title.of(language))
            frame = in_words(library, name, language)
            columns = [str(column) for column in frame.columns]
            rows = [[_cell(value) for value in row] for row in frame.itertuples(index=False)]
            sheet.freeze_panes(1, 0)
            sheet.set_landscape()
            sheet.repeat_rows(0)
            sheet.fit_to_pages(1, 0)
            for number, column in enumerate(columns):
                longest = max([len(column), *(len(str(row[number])) for row in rows)])
                sheet.set_column(number, number, min(longest + 2, WIDEST), body)
            sheet.write_row(0, 0, columns, head)
            for number, row in enumerate(rows, start=1):
                sheet.write_row(number, 0, row)
            sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        if library.language_note(language):
            book.add_worksheet(_LANGUAGE.of(language)).write(0, 0, library.language_note(language))
    return made.getvalue()


def _cell(value: Any) -> str | int | float:  # noqa: ANN401 (a cell can be anything)
    if value is None or value != value:  # noqa: PLR0124 (NaN is not itself)
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(str(part) for part in value)
    return value if isinstance(value, int | float) else str(value)
