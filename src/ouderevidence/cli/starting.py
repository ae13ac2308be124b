"""The commands that start a library of evidence."""

from pathlib import Path
from typing import Annotated

import typer

from ouderevidence.cli.app import app, example
from ouderevidence.cli.filters import Language
from ouderevidence.cli.output import say

LanguageOption = Annotated[Language, typer.Option("--taal", "--language", help="Language of what is shown.")]


@app.command(epilog=example("new bibliotheek", filters=False))
def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder; new, or empty.")],
    *,
    language: LanguageOption = Language.NL,
) -> None:
    """Make an empty library of evidence of the same form, with a README and an example."""
    from ouderevidence.starting import new_library
    from ouderevidence.starting.wording import NEXT

    for name in new_library(folder):
        say(f"+ {folder / name}")
    say(NEXT.of(language.value).replace("{folder}", str(folder)))
