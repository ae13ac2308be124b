"""The command that draws figures, or prints the table that says the same."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ouderevidence.cli.app import FormatOption, app, example, refuse
from ouderevidence.cli.filters import filtered
from ouderevidence.cli.output import Format, complain, say, show
from ouderevidence.model.bilingual import Text

if TYPE_CHECKING:
    from ouderevidence.figures import Chart
    from ouderevidence.library.library import Library

_MAP_ALONE = Text(
    "alleen de kaart heeft rijen en kolommen om te kiezen; laat ze weg, of gebruik --figuur map",
    "only the map has rows and columns to choose; leave them out or use --figure map",
)


class Figure(StrEnum):
    """Which figure."""

    MAP = "map"
    YEARS = "years"
    LEVELS = "levels"
    NETWORK = "network"


@app.command("map", epilog=example("map -o overzicht.svg"))
@filtered
def draw(
    library: "Library",
    language: str,
    *,
    output: Annotated[
        list[Path] | None, typer.Option("-o", "--output", help="Picture: .svg, .png or .pdf; repeatable.")
    ] = None,
    rows: Annotated[
        str | None, typer.Option("--rijen", "--rows", metavar="FACET", help="Rows of the map; default bouwsteen.")
    ] = None,
    columns: Annotated[
        str | None, typer.Option("--kolommen", "--columns", metavar="FACET", help="Columns of the map; default groep.")
    ] = None,
    figure: Annotated[Figure, typer.Option("--figuur", "--figure", help="Which figure.")] = Figure.MAP,
    form: FormatOption = Format.TABLE,
) -> None:
    """Draw the sourcing map or another figure, or print its table."""
    if figure is not Figure.MAP and (rows or columns):
        refuse(_MAP_ALONE)
    from ouderevidence.document.output import form_of
    from ouderevidence.figures.chart import FORMS

    for path in output or ():
        form_of(path, FORMS)  # none is written where one cannot be
    chart = _chart(library, figure, rows or "bouwsteen", columns or "groep", language)
    if not output:
        show(chart.table() if form.for_people else chart.data(), form, index=False)
        return
    for path in output:
        chart.save(path)
        complain(f"{path} ({path.stat().st_size:,} bytes)")
    say(chart.alt_text)


def _chart(library: "Library", figure: Figure, rows: str, columns: str, language: str) -> "Chart":
    from ouderevidence import figures  # matplotlib is slow to import

    match figure:
        case Figure.YEARS:
            return figures.works_by_year(library, language=language)
        case Figure.LEVELS:
            return figures.levels_by_block(library, language=language)
        case Figure.NETWORK:
            return figures.claim_work_network(library, language=language)
        case _:
            return figures.gap_map(library, rows=rows, columns=columns, language=language)
