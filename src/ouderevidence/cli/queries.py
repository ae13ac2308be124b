"""The commands that query the evidence; each hands over to the library and prints what it gives.

Annotations are evaluated here, not postponed: the shared filter flags are added to them.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from ouderevidence.cli import report
from ouderevidence.cli.app import FormatOption, app, example
from ouderevidence.cli.filters import FLAGS, filtered
from ouderevidence.cli.output import Format, complain, in_terminal, say, show
from ouderevidence.library.tables import compact, head, hits
from ouderevidence.library.tables import gaps as gaps_in_words
from ouderevidence.model.words import Text

if TYPE_CHECKING:
    from ouderevidence.library.library import Library

_NOT_AMONG = Text("Niet onder de bronnen van deze keuze: {keys}.", "Not among the works of this selection: {keys}.")
COMPACT = (4, 22, 11, 11)  # widths of code, statement, level and sources


@app.command(epilog=example("table --groep vaders --format csv"))
@filtered
def table(
    library: "Library",
    language: str,
    form: FormatOption = Format.TABLE,
    *,
    whole: Annotated[bool, typer.Option("--alles", "--all-columns", help="All columns, also in a terminal.")] = False,
) -> None:
    """Print the briefing table: claims, citations and levels."""
    if form is Format.TABLE and in_terminal() and not whole:
        show(compact(library, language), form, index=False, ratios=COMPACT)
    else:
        show(library.table(language=language), form, index=not form.for_people)
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
    _print(library, "citations", language, form)


@app.command(epilog=example("works --bron boonk"))
@filtered
def works(
    library: "Library",
    language: str,
    form: FormatOption = Format.TABLE,
    *,
    work: Annotated[
        list[str] | None,
        typer.Option(*FLAGS["work"], metavar="WORK", help="Only this work: its key, or words of author, year, title."),
    ] = None,
    unidentified: Annotated[
        bool, typer.Option("--niet-vastgesteld", "--unidentified", help="Only works still to be identified.")
    ] = False,
) -> None:
    """Print the works that the claims cite."""
    name = "unidentified" if unidentified else "works"
    frame = library.in_words(name, language=language) if form.for_people else getattr(library, name).reset_index()
    if work:
        meant = {one.key for said in work for one in library.find_works(said)}
        frame = frame[frame[head("work_key", language) if form.for_people else "work_key"].isin(meant)]
        if frame.empty:
            complain(_NOT_AMONG.of(language).format(keys=", ".join(sorted(meant))))
    show(frame, form, index=False)


@app.command(epilog=example("terms --format markdown"))
@filtered
def terms(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print the terms that the filters take, with the claims of each."""
    _print(library, "terms", language, form)


@app.command(epilog=example("search voorlezen"))
@filtered
def search(
    library: "Library",
    language: str,
    text: Annotated[list[str], typer.Argument(help="Words in Dutch or English.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the claims that match words, best first."""
    words = " ".join(text)
    show(hits(library, words, language), form, index=False)
    lost = library.words_not_found(words)
    if lost:
        complain({"nl": "nergens gevonden", "en": "found nowhere"}[language] + f": {', '.join(lost)}")


@app.command(epilog=example("gaps --format json"))
@filtered
def gaps(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print per building block and parent group what is not sourced."""
    show(gaps_in_words(library, language) if form.for_people else library.gaps(), form, index=False)


@app.command(epilog=example("fragile"))
@filtered
def fragile(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print the claims whose level hangs on little, and on what."""
    _print(library, "fragile", language, form)


@app.command(epilog=example("searches --groep vaders"))
@filtered
def searches(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print per finding what came of looking for complementary research."""
    show(library.in_words("searches", language=language), form, index=False)


@app.command(epilog=example("supplements --groep vaders"))
@filtered
def supplements(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print one row per claim and work of complementary research."""
    _print(library, "supplements", language, form)


def _print(library: "Library", name: str, language: str, form: Format) -> None:
    """Print a frame: in words for people, in codes for programs."""
    if form.for_people:
        show(library.in_words(name, language=language), form, index=False)
    else:
        show(getattr(library, name), form)
