"""The command that writes briefs."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ouderevidence.cli.app import app, example
from ouderevidence.cli.filters import filtered
from ouderevidence.cli.output import complain, counting
from ouderevidence.model.bilingual import Text

if TYPE_CHECKING:
    from ouderevidence.library.library import Library


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


class Grouping(StrEnum):
    """What the tables of a brief are grouped by."""

    BUILDING_BLOCK = "building_block"
    PARENT_GROUP = "parent_group"


class Form(StrEnum):
    """The formats of a brief."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MD = "md"


def _text(*names: str, text: str) -> Any:  # noqa: ANN401 (typer's own object)
    return typer.Option(*names, metavar="TEXT", help=text)


@app.command(epilog=example("brief --groep vaders -o vaders.docx"))
@filtered
def brief(
    library: "Library",
    language: str,
    *,
    output: Annotated[
        list[Path],
        typer.Option("-o", "--output", help="File: .docx, .pdf, .html or .md; repeatable. With --all a folder."),
    ],
    title: Annotated[str | None, _text("--titel", "--title", text="Title of the brief.")] = None,
    depth: Annotated[Depth, typer.Option("--diepte", "--depth", help="How far it goes.")] = Depth.SUMMARY,
    style: Annotated[
        Style | None, typer.Option("--stijl", "--style", help="Form of the references; default by language.")
    ] = None,
    group_by: Annotated[
        Grouping, typer.Option("--groepeer-op", "--group-by", help="What the tables are grouped by.")
    ] = Grouping.BUILDING_BLOCK,
    placeholders: Annotated[
        bool, typer.Option("--invulvelden", "--placeholders", help="Empty places for what only the municipality knows.")
    ] = False,
    author: Annotated[str | None, _text("--auteur", "--author", text="Who prepared it.")] = None,
    organisation: Annotated[
        str | None, _text("--organisatie", "--organisation", text="For which organisation.")
    ] = None,
    date: Annotated[str | None, _text("--datum", "--date", text="Date, such as 26-11-2026; none unless given.")] = None,
    logo: Annotated[Path | None, typer.Option("--logo", help="PNG or JPEG for the first page.")] = None,
    reference_doc: Annotated[
        Path | None, typer.Option("--huisstijl", "--reference-doc", help="Word file whose styles are taken over.")
    ] = None,
    provenance: Annotated[
        Path | None, typer.Option("--bronspoor", "--provenance", help="JSON file: what stands behind each sentence.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--alle", "--all", help="Every building block, parent group and cell, into a folder.")
    ] = False,
    form: Annotated[list[Form] | None, typer.Option("--format", help="With --all: docx, pdf, html, md.")] = None,
) -> None:
    """Write a brief: messages, table, doubts, references, method."""
    options: dict[str, Any] = {
        "title": title,
        "language": language,
        "depth": depth.value,
        "profile": style.value if style else None,
        "group_by": group_by.value,
        "placeholders": placeholders,
        "author": author,
        "organisation": organisation,
        "date": date,
        "logo": logo,
        "reference_doc": reference_doc,
    }
    if everything:
        _all(library, output, [f.value for f in form or (Form.DOCX, Form.PDF)], options)
        return
    from ouderevidence.document.output import check_place, write
    from ouderevidence.products.brief import Brief

    if provenance:
        check_place(provenance)
        _require_apart(provenance, output)
    made = Brief(library, **options)
    made.save(*output)
    if provenance:
        write(provenance, (json.dumps(made.provenance(), ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
    for path in [*output, *([provenance] if provenance else [])]:
        complain(f"{path} ({path.stat().st_size:,} bytes)")


def _require_apart(provenance: Path, output: list[Path]) -> None:
    """Refuse a file for the brief and for what stands behind it at once: the second would take the first's place."""
    from ouderevidence.document.output import real, shown
    from ouderevidence.model.errors import OutputError

    if real(provenance) in map(real, output):
        message = Text(
            f"-o en --bronspoor noemen allebei {shown(provenance)}; kies twee namen",
            f"-o and --provenance both name {shown(provenance)}; choose two names",
        )
        raise OutputError(message)


def _all(library: "Library", output: list[Path], forms: list[str], options: dict[str, Any]) -> None:
    """Write every brief, with a bar of progress on the screen."""
    from ouderevidence.model.errors import OutputError
    from ouderevidence.products.brief.batch import write_all

    if len(output) != 1:
        message = Text(
            f"--alle schrijft in één map, en er zijn er {len(output)} genoemd; geef één -o",
            f"--all writes into one folder, and {len(output)} are named; give one -o",
        )
        raise OutputError(message)
    language: str = options["language"]
    said: list[Text] = []
    with counting("kennisnotities" if language == "nl" else "briefs") as progress:
        written = write_all(library, output[0], forms=forms, progress=progress, say=said.append, **options)
    index = output[0] / "index.html"
    done = Text(
        f"{output[0]}: geschreven bestanden {len(written)}; de andere waren al bijgewerkt; open {index}",
        f"{output[0]}: files written {len(written)}; the others were up to date; open {index}",
    )
    for text in (*said, done):
        complain(text.of(language))
