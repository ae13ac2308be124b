"""The command that packs a library for size."""

from pathlib import Path
from typing import Annotated

import typer

from ouderevidence.cli.app import app, example
from ouderevidence.cli.filters import Language, LanguageOption
from ouderevidence.cli.output import complain
from ouderevidence.model.bilingual import Text

_DONE = Text("{folder} ({size:,} bytes); uitspraken: {n}", "{folder} ({size:,} bytes); claims: {n}")


@app.command(epilog=example("pack -o ingepakt", filters=False))
def pack(
    paths: Annotated[list[Path] | None, typer.Argument(help="Folders of evidence; default the packaged one.")] = None,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="The folder; new, or empty.")],
    language: LanguageOption = Language.NL,
) -> None:
    """Pack a large library as Parquet files, which open in seconds; --evidence takes the folder."""
    from ouderevidence.library.load import load

    library = load(*(paths or []))
    folder = library.pack(output)
    size = sum(path.stat().st_size for path in folder.iterdir())
    complain(_DONE.of(language.value).format(folder=folder, size=size, n=len(library)))
