"""The filter flags that every command shares, declared once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

if TYPE_CHECKING:
    from ouderevidence.library import Library

Command = TypeVar("Command", bound=Callable[..., Any])

# Keyword of `where` -> its flags, Dutch first, and what it is.
_FLAGS: dict[str, tuple[tuple[str, ...], str]] = {
    "building_block": (("--bouwsteen", "--building-block"), "Building block, such as thuisbetrokkenheid."),
    "parent_group": (("--groep", "--parent-group"), "Parent group, such as vaders."),
    "lever": (("--gemeente", "--lever"), "What the municipality can do, such as netwerkaanpak."),
    "role": (("--rol", "--role"), "Municipal role, such as financieren."),
    "actor": (("--wie", "--actor"), "Actor, such as school."),
    "phase": (("--fase", "--phase"), "Phase, such as voorschool."),
    "kind": (("--soort", "--kind"), "Kind of claim, such as finding."),
    "section": (("--paragraaf", "--section"), "Section of the factsheet; 2 stands for all of chapter 2."),
    "work": (("--bron", "--work"), "Cite key of a work, such as boonk2018."),
    "design": (("--ontwerp", "--design"), "Study design, such as meta-analyse."),
    "year": (("--jaar", "--year"), "Year of a work: 2018 or 2010-2020."),
    "level": (("--niveau", "--level"), "Level, such as limited."),
    "factsheet": (("--factsheet",), "Id of a factsheet."),
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
        "include_general",
        Annotated[bool, typer.Option("--met-algemeen", "--include-general", help="Also claims about all parents.")],
        False,
    ),
    ("language", Annotated[str, typer.Option("--taal", "--language", help="nl or en.")], "nl"),
    (
        "evidence",
        Annotated[
            list[Path] | None,
            typer.Option("--evidence", help="A folder of evidence instead of the packaged one; may be repeated."),
        ],
        None,
    ),
]


def filtered(command: Command) -> Command:
    """Give a command the filter flags; it gets the chosen ``library`` and the ``language``.

    Raises
    ------
    typer.BadParameter
        When the command runs, if the language or a term is unknown (exit 2).
    """
    flags = {
        name: Annotated[list[str] | None, typer.Option(*names, help=f"{text} May be repeated.")]
        for name, (names, text) in _FLAGS.items()
    }
    own = [p for p in inspect.signature(command).parameters.values() if p.name not in ("library", "language")]
    shared = [_parameter(name, annotation, None) for name, annotation in flags.items()]
    shared += [_parameter(*other) for other in _OTHERS]

    @functools.wraps(command)
    def run(**arguments: Any) -> Any:  # noqa: ANN401 (a command's own parameters)
        chosen = {name: arguments.pop(name) for name in (*flags, "core", "include_general")}
        language, evidence = arguments.pop("language"), arguments.pop("evidence")
        if language not in ("nl", "en"):
            message = f"no language '{language}'; choose nl or en"
            raise typer.BadParameter(message)
        return command(library=_choose(evidence, chosen), language=language, **arguments)

    annotations = {p.name: p.annotation for p in [*own, *shared]}
    run.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
    run.__annotations__ = annotations
    del run.__wrapped__
    return run  # type: ignore[return-value]


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:  # noqa: ANN401 (typer reads it)
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _choose(evidence: list[Path] | None, chosen: dict[str, Any]) -> Library:
    from ouderevidence.loading import load  # so that --help stays quick

    return load(*(evidence or [])).where(**{name: value for name, value in chosen.items() if value not in (None, [])})
