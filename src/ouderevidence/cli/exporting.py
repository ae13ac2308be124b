"""The command that writes files for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ouderevidence.cli.app import app, example
from ouderevidence.cli.filters import filtered
from ouderevidence.cli.output import complain

if TYPE_CHECKING:
    from ouderevidence.library.library import Library


@app.command(epilog=example("export --groep vaders -o vaders.bib"))
@filtered
def export(
    library: "Library",
    language: str,
    *,
    output: Annotated[
        list[Path],
        typer.Option("-o", "--output", help="File: .xlsx (tables), .csv (table), .bib, .ris, .json (works)."),
    ],
) -> None:
    """Write the tables for Excel or CSV, or the works for a reference manager."""
    from ouderevidence.document.output import form_of
    from ouderevidence.library.export import FORMS
    from ouderevidence.library.export import export as write

    for path in output:
        form_of(path, FORMS)  # none is written where one cannot be
    for path in output:
        write(library, path, language=language)
        complain(f"{path} ({path.stat().st_size:,} bytes)")
