"""Frames to the screen or to a pipe, in the format that was asked for."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from ouderevidence.library import Library

PIPE_WIDTH = 160


class Format(StrEnum):
    """What a table is printed as."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


def say(text: str = "") -> None:
    """Print a line to standard output."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Print a line to standard error."""
    sys.stderr.write(f"{text}\n")


def show(frame: pd.DataFrame, form: Format, *, index: bool = True) -> None:
    """Print a frame: a rich table in a terminal, plain when piped, or data."""
    flat = frame.reset_index() if index else frame
    columns = [str(c) for c in flat.columns]
    rows = [[_plain(value) for value in row] for row in flat.itertuples(index=False)]
    match form:
        case Format.JSON:
            records = [dict(zip(columns, row, strict=True)) for row in rows]
            say(json.dumps(records, ensure_ascii=False, indent=2))
        case Format.CSV:
            texts = [[_text(v) for v in row] for row in rows]
            say(flat.__class__(texts, columns=columns).to_csv(index=False, lineterminator="\n").rstrip("\n"))
        case Format.MARKDOWN:
            for cells in (columns, ["---"] * len(columns), *rows):
                say("| " + " | ".join(_text(c).replace("|", "\\|").replace("\n", " ") for c in cells) + " |")
        case Format.TABLE:
            _table(columns, [[_text(v) for v in row] for row in rows])


def count_line(library: Library, language: str) -> str:
    """Return a line that counts the claims by level."""
    from ouderevidence.model import LEVELS

    codes = [library.profile(c.id).code for c in library]
    counts = [f"{LEVELS[code].of(language)}: {codes.count(code)}" for code in reversed(LEVELS) if code in codes]
    noun = {"nl": "uitspraken", "en": "claims"}[language]
    return f"{len(library)} {noun}. " + "; ".join(counts)


def _table(columns: list[str], rows: list[list[str]]) -> None:
    from rich.box import ASCII, SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if terminal else PIPE_WIDTH, highlight=False)
    table = Table(box=SIMPLE_HEAD if terminal else ASCII, show_lines=terminal, header_style="bold")
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)


def _plain(value: Any) -> Any:  # noqa: ANN401 (a cell can be anything)
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if hasattr(value, "item"):
        value = value.item()
    return None if value is None or value != value else value  # noqa: PLR0124 (NaN is not itself)


def _text(value: Any) -> str:  # noqa: ANN401 (a cell can be anything)
    if value is None:
        return ""
    return "; ".join(_text(v) for v in value) if isinstance(value, list) else str(value)
