"""The filter flags that every command shares, declared once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from ouderevidence.cli import typed
from ouderevidence.cli.output import complain
from ouderevidence.library.facets import FACETS
from ouderevidence.library.filters import none_found
from ouderevidence.model.errors import UnknownTermError

if TYPE_CHECKING:
    from ouderevidence.library.library import Library

Command = TypeVar("Command", bound=Callable[..., Any])


class Language(StrEnum):
    """The language of what is shown."""

    NL = "nl"
    EN = "en"


LanguageOption = Annotated[Language, typer.Option("--taal", "--language", help="Language of what is shown.")]
# Facet -> its flags, Dutch first; `core` is a flag of its own kind.
FLAGS: dict[str, tuple[str, ...]] = {
    key: tuple(dict.fromkeys((f"--{facet.dutch}", f"--{key.replace('_', '-')}")))
    for key, facet in FACETS.items()
    if key != "core"
}
_OTHERS: list[tuple[str, Any, Any]] = [
    (
        "core",
        Annotated[
            bool | None, typer.Option("--kern/--geen-kern", "--core/--no-core", help="Core claims only, or none.")
        ],
        None,
    ),
    (
        "reading",
        Annotated[
            str,
            typer.Option(
                "--lezing",
                "--reading",
                metavar="READING",
                help="Which level counts: sourcing (of the factsheet) or evidence (with complementary research).",
            ),
        ],
        "sourcing",
    ),
    (
        "include_general",
        Annotated[bool, typer.Option("--met-algemeen", "--include-general", help="Also claims about all parents.")],
        False,
    ),
    (
        "language",
        LanguageOption,
        Language.NL,
    ),
    (
        "evidence",
        Annotated[
            list[Path] | None,
            typer.Option("--evidence", metavar="FOLDER", help="Evidence to read instead of the packaged one."),
        ],
        None,
    ),
]


def filtered(command: Command) -> Command:
    """Give a command the filter flags; it gets the chosen ``library`` and the ``language``.

    A flag that the command declares itself is left to it. When the command runs, a term that is not in the vocabulary
    raises ``UnknownTermError``, which names the flag that was typed; a choice that holds for no claim is said.
    """
    own = [p for p in inspect.signature(command).parameters.values() if p.name not in ("library", "language")]
    flags = {
        name: Annotated[list[str] | None, typer.Option(*names, metavar=FACETS[name].stand_in, help=FACETS[name].help)]
        for name, names in FLAGS.items()
        if name not in {p.name for p in own}
    }
    shared = [_parameter(name, annotation, None) for name, annotation in flags.items()]
    shared += [_parameter(*other) for other in _OTHERS]

    @functools.wraps(command)
    def run(**arguments: Any) -> Any:  # noqa: ANN401 (a command's own parameters)
        chosen = {name: arguments.pop(name) for name in (*flags, "core", "reading", "include_general")}
        language, evidence = arguments.pop("language"), arguments.pop("evidence")
        library = _choose(evidence, chosen, language.value)
        if note := library.language_note(language.value):
            complain(note)
        if not library and library.filters:
            complain(none_found(library, language.value))
        return command(library=library, language=language.value, **arguments)

    run.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in [*own, *shared]}
    del run.__wrapped__
    return run  # type: ignore[return-value]


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:  # noqa: ANN401 (typer reads it)
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _choose(evidence: list[Path] | None, chosen: dict[str, Any], language: str) -> Library:
    from ouderevidence.library.load import load  # so that --help stays quick

    library = load(*(evidence or []))
    try:
        return library.where(**{name: value for name, value in chosen.items() if value not in (None, [])})
    except UnknownTermError as error:
        raise (error.at(typed.flag(FLAGS[error.where], language)) if error.where in FLAGS else error) from None
