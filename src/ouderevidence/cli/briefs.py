"""The command that writes briefs."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ouderevidence.cli.app import app, example
from ouderevidence.cli.filters import filtered
from ouderevidence.cli.output import complain

if TYPE_CHECKING:
    from ouderevidence.library import Library


class Depth(StrEnum):
    """How far a brief goes."""

    PAGE = "page"
    SUMMARY = "summary"
    FULL = "full"


class Style(StrEnum):
    """How a brief writes its references."""

    RADBOUD = "radboud"
    HAN = "han"
    APA_EN = "apa-en"


@app.command(epilog=example("brief --groep vaders -o vaders.docx"))
@filtered
def brief(
    library: "Library",
    language: str,
    *,
    output: Annotated[list[Path], typer.Option("-o", "--output", help="File: .docx, .pdf, .html or .md; repeatable.")],
    title: Annotated[str | None, typer.Option("--titel", "--title", metavar="TEXT", help="Title of the brief.")] = None,
    depth: Annotated[Depth, typer.Option("--diepte", "--depth", help="How far it goes.")] = Depth.SUMMARY,
    style: Annotated[
        Style | None, typer.Option("--stijl", "--style", help="Form of the references; default by language.")
    ] = None,
) -> None:
    """Write a brief: messages, table, doubts, references, method."""
    from ouderevidence.brief import Brief

    made = Brief(library, title=title, language=language, depth=depth.value, profile=style.value if style else None)
    for path in output:
        made.save(path)
        complain(f"{path} ({path.stat().st_size:,} bytes)")
