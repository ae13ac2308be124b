"""The command that checks the evidence."""

from pathlib import Path
from typing import Annotated

import typer

from ouderevidence.cli import report
from ouderevidence.cli.app import app, example
from ouderevidence.cli.output import say


@app.command(epilog=example("validate", filters=False))
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
