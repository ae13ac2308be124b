"""The command that checks the evidence."""

from pathlib import Path
from typing import Annotated

import typer

from ouderevidence.cli import report
from ouderevidence.cli.app import FormatOption, app, example
from ouderevidence.cli.filters import Language, LanguageOption
from ouderevidence.cli.output import Format, say
from ouderevidence.model.bilingual import Text

_TOTAL = Text("fouten: {errors}, waarschuwingen: {warnings}", "errors: {errors}, warnings: {warnings}")
_FOUND = Text("bevindingen van deze controle: {n}", "findings of this check: {n}")


@app.command(epilog=example("validate", filters=False))
def validate(
    paths: Annotated[list[Path] | None, typer.Argument(help="Folders of evidence; default the packaged one.")] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    text: Annotated[Path | None, typer.Option("--text", help="The factsheet's text, to check passages.")] = None,
    language: LanguageOption = Language.EN,
) -> None:
    """Check the evidence; exit 1 if it does not hold together."""
    from ouderevidence.library.library import Library
    from ouderevidence.library.load import factsheet_text
    from ouderevidence.library.load import validate as check

    corpus, findings = check(*(paths or []), texts=factsheet_text(text))
    for finding in findings:
        say(finding.of(language.value))
    errors = sum(1 for f in findings if f.severity == "error")
    if not errors:
        say(report.counts(Library(corpus), language.value))
    say(_TOTAL.of(language.value).format(errors=errors, warnings=len(findings) - errors))
    if errors or (strict and findings):
        raise typer.Exit(1)


@app.command(epilog=example("trace factsheet.txt", filters=False))
def trace(
    factsheet: Annotated[Path, typer.Argument(metavar="FACTSHEET", help="A text of the factsheet: .txt, .pdf, ...")],
    *,
    evidence: Annotated[
        list[Path] | None,
        typer.Option("--evidence", metavar="FOLDER", help="Evidence to hold it against instead of the packaged one."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--factsheet", metavar="ID", help="Which factsheet of the library.")
    ] = None,
    record: Annotated[
        Path | None, typer.Option("--vastleggen", "--record", help="Keep its sentences as an edition: edition.yml.")
    ] = None,
    form: FormatOption = Format.TABLE,
    language: LanguageOption = Language.EN,
) -> None:
    """Hold a text of the factsheet against the claims; exit 1 if they do not match."""
    from ouderevidence.cli.output import show
    from ouderevidence.document.output import check_apart, check_place, write
    from ouderevidence.evidence.editions import to_yaml
    from ouderevidence.library.load import load
    from ouderevidence.products.trace import trace as hold

    if record:
        check_place(record)
        check_apart(record, read=[factsheet])
    found = hold(factsheet, load(*(evidence or [])), factsheet=name)
    if record:
        write(record, to_yaml(found.marks).encode("utf-8"))
    if form is Format.TABLE:
        for finding in found.findings:
            say(finding.of(language.value))
        say(found.summary_in(language.value))
        say(_FOUND.of(language.value).format(n=len(found.findings)))
    else:
        show(found.findings_table(language=language.value), form, index=False)
    if found.findings:
        raise typer.Exit(1)
