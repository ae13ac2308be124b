"""The commands; each hands over to the library and prints what it gives.

Annotations are evaluated here, not postponed: the shared filter flags are added to them.
"""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ouderevidence.cli import report, tables
from ouderevidence.cli.filters import FLAGS, filtered
from ouderevidence.cli.output import Format, complain, in_terminal, say, show, use_utf8

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


app = typer.Typer(
    name="ouderevidence",
    help="Claims of a factsheet on parental involvement, each linked to its judged works.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
FormatOption = Annotated[Format, typer.Option("--format", help="How to print it.")]


def _example(line: str, *, filters: bool = True) -> str:
    rule = "A filter given twice means either value; different filters must all hold.\n\n" if filters else ""
    return f"{rule}\b\nExample:\n  ouderevidence {line}"


def _version(wanted: bool) -> None:  # noqa: FBT001 (typer calls it so)
    if wanted:
        from ouderevidence import __version__

        say(__version__)
        raise typer.Exit


@app.callback(epilog=_example("table --groep vaders", filters=False))
def common(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Query the evidence, and write briefs from it."""


@app.command(epilog=_example("table --groep vaders --format csv"))
@filtered
def table(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print the briefing table: claims, citations and levels."""
    show(library.table(language=language), form)
    if form is Format.TABLE and in_terminal():
        say(report.count_line(library, language))


@app.command("show", epilog=_example("show thuis-weegt-het-zwaarst"))
@filtered
def claim(
    library: "Library", language: str, claim_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the claim.")]
) -> None:
    """Print one claim whole: place, level, works, judgements, caveats."""
    say(report.claim(library, claim_id, language))


@app.command(epilog=_example("links --bron boonk2018"))
@filtered
def links(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print one row per claim and work, and whether the work says so."""
    show(library.links(language=language), form, index=False)


@app.command(epilog=_example("works --unidentified"))
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


@app.command(epilog=_example("terms --format markdown"))
@filtered
def terms(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print the terms that the filters take, with the claims of each."""
    if form.for_people:
        flags = {keyword: names[0] for keyword, (names, _, _) in FLAGS.items()}
        show(tables.terms(library, language, flags), form, index=False)
    else:
        show(library.terms, form)


@app.command(epilog=_example("search voorlezen"))
@filtered
def search(
    library: "Library",
    language: str,
    text: Annotated[list[str], typer.Argument(help="Words in Dutch or English.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the claims that match words, best first."""
    show(tables.hits(library, " ".join(text), language), form, index=False)


@app.command(epilog=_example("gaps --format json"))
@filtered
def gaps(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print per building block and parent group what is not sourced."""
    show(tables.gaps(library, language) if form.for_people else library.gaps(), form, index=False)


@app.command(epilog=_example("fragile"))
@filtered
def fragile(library: "Library", language: str, form: FormatOption = Format.TABLE) -> None:
    """Print the claims whose level hangs on little, and on what."""
    if form.for_people:
        show(tables.fragile(library, language), form, index=False)
    else:
        show(library.fragile(), form)


@app.command(epilog=_example("validate", filters=False))
def validate(
    paths: Annotated[list[Path] | None, typer.Argument(help="Folders of evidence; default the packaged one.")] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    text: Annotated[Path | None, typer.Option("--text", help="The factsheet's text, to check passages.")] = None,
) -> None:
    """Check the evidence; exit 1 if it does not hold together."""
    from ouderevidence.library import Library
    from ouderevidence.loading import factsheet_text
    from ouderevidence.loading import validate as check

    corpus, findings = check(*(paths or []), texts=factsheet_text(text))
    for finding in findings:
        say(str(finding))
    errors = sum(1 for f in findings if f.severity == "error")
    if not errors:
        say(report.counts(Library(corpus)))
    say(f"{errors} errors, {len(findings) - errors} warnings")
    if errors or (strict and findings):
        raise typer.Exit(1)


@app.command(epilog=_example("brief --groep vaders -o vaders.docx"))
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


def main() -> None:
    """Run the command line: exit 0, 1 (findings or a failure) or 2 (usage)."""
    from ouderevidence.errors import EvidenceError, UnknownNameError

    use_utf8()
    try:
        app()
    except UnknownNameError as error:
        complain(f"ouderevidence: {error}")
        sys.exit(2)
    except EvidenceError as error:
        complain(f"ouderevidence: {error}")
        sys.exit(1)
