"""The command that writes the explorer as a page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ouderevidence.cli.app import app, example
from ouderevidence.cli.filters import filtered
from ouderevidence.cli.output import complain, counting

if TYPE_CHECKING:
    from ouderevidence.library.library import Library
    from ouderevidence.model.bilingual import Text


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
    from ouderevidence.document.output import alone, make_folder
    from ouderevidence.products.brief.ready import write_briefs
    from ouderevidence.products.explorer import write_site

    ready: list[dict[str, Any]] = []
    said: list[Text] = []
    with alone(make_folder(output)):
        if briefs:
            with counting("kennisnotities" if language == "nl" else "briefs") as progress:
                ready = write_briefs(library, output, progress=progress, say=said.append)
        index = write_site(library, output, briefs=ready)
    for text in said:
        complain(text.of(language))
    noun = "kennisnotities" if language == "nl" else "briefs"
    complain(f"{index} ({index.stat().st_size:,} bytes); {noun}: {len(ready)}")
