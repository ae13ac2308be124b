"""The commands that start a library of evidence."""

from pathlib import Path
from typing import Annotated

import typer

from ouderevidence.cli.app import app, example
from ouderevidence.cli.filters import Language, LanguageOption
from ouderevidence.cli.output import say


@app.command(epilog=example("new bibliotheek", filters=False))
def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder; new, or empty.")],
    *,
    language: LanguageOption = Language.NL,
) -> None:
    """Make an empty library of evidence of the same form, with a README and an example."""
    from ouderevidence.products.curate import new_library
    from ouderevidence.products.curate.wording import NEXT

    for name in new_library(folder):
        say(f"+ {folder / name}")
    say(NEXT.of(language.value).replace("{folder}", str(folder)))


@app.command(epilog=example("curate factsheet.txt --into mijn-bibliotheek", filters=False))
def curate(
    file: Annotated[Path, typer.Argument(metavar="FACTSHEET", help="The factsheet: .txt .md .html .docx .pdf ...")],
    *,
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="The library; see `new`.")],
    name: Annotated[
        str | None, typer.Option("--factsheet", metavar="ID", help="Its id; default made of the file's name.")
    ] = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Propose a factsheet's sections, claims, citations and works into a library."""
    from ouderevidence.products.curate import curate as propose
    from ouderevidence.products.curate.listing import listed

    for line in listed(propose(file, into, factsheet=name, language=language.value), language.value):
        say(line)
