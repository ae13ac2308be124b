"""Frames to the screen or to a pipe, in the format that was asked for."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.library.spreadsheet import disarmed
from ouderevidence.text.folding import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pandas as pd


_LONG_WORD: Final = re.compile(r"(\S{400})\S{100,}")  # what somebody typed or pasted; addresses are shorter
_LONG_LINE: Final = re.compile(r"(.{700}).{100,}(.{400})")  # the end has the remedy


class Format(StrEnum):
    """What a table is printed as."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"

    @property
    def for_people(self) -> bool:
        """Whether people read it, so that codes and headings become words."""
        return self in (Format.TABLE, Format.MARKDOWN)


def in_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def use_utf8() -> None:
    """Write UTF-8 whatever the locale or the code page of a pipe; what was closed takes all and keeps nothing.

    A file that is opened would else get the number of what was closed, and with it what others say there. Where the
    locale knows ASCII alone (``LC_ALL=C``) and Python was told to keep to it (``PYTHONUTF8=0``), the program begins
    again in UTF-8: what was typed and the names of files were read sign by sign as what they are not.
    """
    if sys.getfilesystemencoding() == "ascii" and not sys.flags.utf8_mode and sys.executable:
        words = [sys.executable, "-X", "utf8", *sys.orig_argv[1:]]
        os.execve(sys.executable, words, {**os.environ, "PYTHONUTF8": "1"})  # noqa: S606 - the same program
    for name in ("stdin", "stdout", "stderr"):  # in this order: what is opened gets the lowest number that is free
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(handle, "r" if name == "stdin" else "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """Print a line to standard output; no sign of it steers the terminal."""
    sys.stdout.write(f"{printable(text)}\n")


def complain(text: str) -> None:
    """Print lines to standard error; no sign of them steers the terminal, and none of them fills the screen."""
    shown = _LONG_LINE.sub(r"\1 … \2", _LONG_WORD.sub(r"\1…", printable(text)))
    sys.stderr.write(f"{shown}\n")


@contextmanager
def counting(name: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar of progress on standard error; yields what to call with the number done and the number of all."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def show(frame: pd.DataFrame, form: Format, *, index: bool = True, ratios: Sequence[int] | None = None) -> None:
    """Print a frame: a rich table in a terminal (columns by their ratios), aligned lines when piped, or data."""
    flat = frame.reset_index() if index else frame
    columns = [str(c) for c in flat.columns]
    rows = [[_plain(value) for value in row] for row in flat.itertuples(index=False)]
    if form is Format.JSON:
        say(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
        return
    if form is Format.CSV:
        safe = [[disarmed(printable(_text(value))) for value in row] for row in rows]
        csv.writer(sys.stdout, lineterminator="\n").writerows([columns, *safe])
        return
    texts = [[printable(_text(value)) for value in row] for row in rows]
    if form is Format.MARKDOWN:
        for cells in (columns, ["---"] * len(columns), *texts):
            say("| " + " | ".join(_one_line(cell).replace("|", "\\|") for cell in cells) + " |")
    elif in_terminal():
        _rich_table(columns, texts, ratios)
    else:
        _aligned(columns, texts)


def _rich_table(columns: list[str], rows: list[list[str]], ratios: Sequence[int] | None = None) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_lines=True, header_style="bold", pad_edge=False, expand=ratios is not None)
    for number, column in enumerate(columns):
        table.add_column(Text(column), overflow="fold", ratio=ratios[number] if ratios else None)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout, highlight=False).print(table)


def _aligned(columns: list[str], rows: list[list[str]]) -> None:
    """Print one line a row, so that grep and the like see it whole."""
    lines = [[_one_line(cell) for cell in row] for row in (columns, *rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    for line in lines:
        say("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


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


def _one_line(text: str) -> str:
    return " ".join(text.split())
