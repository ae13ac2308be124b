"""The command that audits drafts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ouderevidence.cli.app import FormatOption, app, example, refuse
from ouderevidence.cli.briefs import Style
from ouderevidence.cli.filters import Language
from ouderevidence.cli.output import Format, complain, counting, say, show
from ouderevidence.model.bilingual import Text

if TYPE_CHECKING:
    from ouderevidence.library.library import Library
    from ouderevidence.products.audit import Audit

_FOR_A_FOLDER = Text(
    "een map met concepten vraagt om -o MAP, zonder --geannoteerd en --literatuurlijst",
    "a folder of drafts needs -o FOLDER, and takes no --annotated or --references",
)
_FOR_FOLDERS_ALONE = Text(
    "-o, --jobs en --scheduler zijn voor een map met concepten; laat ze weg",
    "-o, --jobs and --scheduler are for a folder of drafts; leave them out",
)


@app.command(epilog=example("audit beleidsplan.docx", filters=False))
def audit(
    draft: Annotated[
        Path, typer.Argument(metavar="DRAFT", help="A draft: .docx, .pdf, .md, ...; or a folder of them.")
    ],
    *,
    language: Annotated[Language, typer.Option("--taal", "--language", help="Language of the remarks.")] = Language.NL,
    style: Annotated[
        Style | None,
        typer.Option("--stijl", "--style", help="Form of references the draft follows; default by its language."),
    ] = None,
    form: FormatOption = Format.TABLE,
    annotated: Annotated[
        Path | None,
        typer.Option("--geannoteerd", "--annotated", metavar="FILE", help="Copy with remarks: .docx or .html."),
    ] = None,
    references: Annotated[
        Path | None,
        typer.Option(
            "--literatuurlijst", "--references", metavar="FILE", help="Corrected list: .md, .docx, .html, .pdf."
        ),
    ] = None,
    evidence: Annotated[
        list[Path] | None,
        typer.Option("--evidence", metavar="FOLDER", help="Evidence to hold it against instead of the packaged one."),
    ] = None,
    results: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="RESULTS", help="With a folder: where the table goes.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="With a folder: how many processors.")] = 1,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="With a folder: the Dask cluster that does it.")
    ] = None,
) -> None:
    """Audit a draft's citations, and find statements without a source; exit 1 if something is wrong."""
    from ouderevidence.document import output
    from ouderevidence.document.render import FORMATS
    from ouderevidence.library.load import load
    from ouderevidence.products.audit import audit as examine

    profile = style.value if style else None
    if draft.is_dir():
        if results is None or annotated or references:
            refuse(_FOR_A_FOLDER)
        library = load(*(evidence or []))
        options = {"jobs": jobs, "scheduler": scheduler, "language": language.value, "profile": profile}
        _folder(draft, library, results, form=form, options=options)
        return
    if results or scheduler or jobs > 1:
        refuse(_FOR_FOLDERS_ALONE)
    if references:
        output.form_of(references, FORMATS)
        output.check_apart(references, read=[draft], written=annotated)
    found = examine(draft, load(*(evidence or [])), language=language.value, profile=profile)
    if annotated:
        complain(str(found.annotate(annotated)))
    if references:
        complain(str(found.write_references(references)))
    _print(found, form)
    if not found.holds:
        raise typer.Exit(1)


def _print(found: "Audit", form: Format) -> None:
    """Print what to do first, and the remarks with their claims; or a table, with the figures on standard error."""
    if form is not Format.TABLE:
        show(found.table(), form, index=False)
        complain(found.summary)
        return
    from ouderevidence.products.audit.catalogue import SEVERITIES

    for number, step in enumerate(found.steps, 1):
        say(f"{number}. {step}")
    say("")
    for finding in found.findings:
        severity = SEVERITIES[finding.severity].of(found.language)
        words = f" “{finding.words}”" if finding.words else ""
        say(f"{finding.place or found.name} {finding.code} {severity}{words}: {finding.message}")
        for claim in finding.claims:
            say(f"    - {claim.line(found.language)}")
    say(found.summary)


def _folder(draft: Path, library: "Library", results: Path, *, form: Format, options: dict[str, Any]) -> None:
    """Audit a folder, with a bar of progress on the screen; print what each draft has."""
    import pandas as pd

    from ouderevidence.products.audit.folder import TABLE, audit_folder

    with counting("concepten" if options["language"] == "nl" else "drafts") as progress:
        counted = audit_folder(draft, library, results, progress=progress, **options)
    rows = [(one.name, one.error, one.warning, one.hint, one.unread or "") for one in counted]
    show(pd.DataFrame(rows, columns=["file", "error", "warning", "hint", "unread"]), form, index=False)
    complain(str(results / TABLE))
    if not all(one.holds for one in counted):
        raise typer.Exit(1)
