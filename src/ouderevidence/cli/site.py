"""The command that writes the explorer as a page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ouderevidence.cli.app import app, example
from ouderevidence.cli.filters import filtered
from ouderevidence.cli.output import complain, counting

if TYPE_CHECKING:
    from ouderevidence.library import Library


@app.command(epilog=example("site --geen-notities -o verkenner"))
@filtered
def site(
    library: "Library",
    language: str,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Folder for index.html and briefs.")],
    briefs: Annotated[
        bool, typer.Option("--notities/--geen-notities", "--briefs/--no-briefs", help="Also the ready briefs.")
    ] = True,
) -> None:
    """Write the explorer as a page, with the ready briefs beside it."""
    from ouderevidence.explorer import write_site

    if not briefs:
        written = write_site(library, output, with_briefs=False)
    else:
        with counting("kennisnotities" if language == "nl" else "briefs") as progress:
            written = write_site(library, output, progress=progress)
    complain(f"{written[0]} ({written[0].stat().st_size:,} bytes), {len(written) - 1} briefs")
