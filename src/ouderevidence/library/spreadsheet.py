"""The briefing table as CSV that a spreadsheet opens as a table and never runs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ouderevidence.library.library import Library

# A cell that begins so is a formula to Excel or LibreOffice (OWASP, CSV injection; the wide forms in Japanese Excel).
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Excel splits a file by the list separator of its region: a semicolon in the Netherlands.
SEPARATORS: Final = {"nl": ";", "en": ","}


def to_csv(library: Library, *, language: str = "nl", separator: str | None = None) -> str:
    r"""Return the briefing table as CSV (RFC 4180), an apostrophe before each cell that would be a formula.

    Parameters
    ----------
    library
        The claims.
    language
        ``"nl"`` or ``"en"``.
    separator
        What stands between cells; by default the one by which Excel in that language opens the file as a table:
        ``;`` in Dutch and ``,`` in English.

    Examples
    --------
    >>> to_csv(library.where(parent_group="vaders"), language="en").splitlines()[0][:29]
    'id,Code,Claim,Kind,Building b'
    """
    frame = library.table(language=language)
    heads = ["id", *(str(column) for column in frame.columns)]
    rows = zip(frame.index, frame.itertuples(index=False), strict=True)
    cells = ([str(name), *map(str, row)] for name, row in rows)
    return written([heads, *cells], separator or SEPARATORS[language])


def written(rows: Iterable[Sequence[str]], separator: str) -> str:
    """Return rows as CSV, formulas disarmed."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows([disarmed(c) for c in row] for row in rows)
    return text.getvalue()


def disarmed(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    Examples
    --------
    >>> disarmed("=cmd|' /C calc'!A0")
    "'=cmd|' /C calc'!A0"
    """
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
