"""The commands that query the evidence; each hands over to the library and prints what it gives.

Annotations are evaluated here, not postponed: the shared filter flags are added to them.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from ouderevidence.cli import report, tables
from ouderevidence.cli.app import FormatOption, app, example
from ouderevidence.cli.filters import FLAGS, filtered
from ouderevidence.cli.output import Format, in_terminal, say, show

if TYPE_CHECKING:
    from ouderevidence.library.library import Library


@app.command(epilog=example("table --groep vaders --format csv"))
@filtered
def table(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print the briefing table: claims, citations and levels."""
    show(library.table(language=language), form)
    if form is Format.TABLE and in_terminal():
        say(report.count_line(library, language))


@app.command("show", epilog=example("show thuis-weegt-het-zwaarst"))
@filtered
def claim(
    library: "Library", language: str, claim_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the claim.")]
) -> None:
    """Print one claim whole: place, level, works, judgements, caveats."""
    say(report.claim(library, claim_id, language))


@app.command(epilog=example("links --bron boonk2018"))
@filtered
def links(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print one row per claim and work, and whether the work says so."""
    show(library.links(language=language), form, index=False)


@app.command(epilog=example("works --unidentified"))
@filtered
def works(
    library: "Library",
    language: str,
    form: FormatOption = Format.TABLE,
    *,
    unidentified: Annotated[
        bool, typer.Option("--niet-vastgesteld", "--unidentified", help="Only works still to be identified.")
    ] = False,
) -> None:
    """Print the works that the claims cite."""
    if unidentified:
        show(library.unidentified(language=language), form)
    elif form.for_people:
        show(tables.works(library, language), form, index=False)
    else:
        show(library.works, form)


@app.command(epilog=example("terms --format markdown"))
@filtered
def terms(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print the terms that the filters take, with the claims of each."""
    if form.for_people:
        flags = {keyword: names[0] for keyword, names in FLAGS.items()}
        show(tables.terms(library, language, flags), form, index=False)
    else:
        show(library.terms, form)


@app.command(epilog=example("search voorlezen"))
@filtered
def search(
    library: "Library",
    language: str,
    text: Annotated[list[str], typer.Argument(help="Words in Dutch or English.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the claims that match words, best first."""
    show(tables.hits(library, " ".join(text), language), form, index=False)


@app.command(epilog=example("gaps --format json"))
@filtered
def gaps(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print per building block and parent group what is not sourced."""
    show(tables.gaps(library, language) if form.for_people else library.gaps(), form, index=False)


@app.command(epilog=example("fragile"))
@filtered
def fragile(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print the claims whose level hangs on little, and on what."""
    if form.for_people:
        show(tables.fragile(library, language), form, index=False)
    else:
        show(library.fragile(), form)
