"""The filter flags that every command shares, declared once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from ouderevidence.model.words import KINDS, PROFILES

if TYPE_CHECKING:
    from ouderevidence.library.library import Library

Command = TypeVar("Command", bound=Callable[..., Any])


class Language(StrEnum):
    """The language of what is shown."""

    NL = "nl"
    EN = "en"


# Keyword of `where` -> its flags (Dutch first), what stands for its value, and what it is.
FLAGS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "building_block": (("--bouwsteen", "--building-block"), "TERM", "Building block, such as thuisbetrokkenheid."),
    "parent_group": (("--groep", "--parent-group"), "TERM", "Parent group, such as vaders."),
    "lever": (("--gemeente", "--lever"), "TERM", "What the municipality can do, such as netwerkaanpak."),
    "role": (("--rol", "--role"), "TERM", "Municipal role, such as financieren."),
    "actor": (("--wie", "--actor"), "TERM", "Actor, such as school."),
    "phase": (("--fase", "--phase"), "TERM", "Phase, such as voorschool."),
    "kind": (("--soort", "--kind"), "KIND", f"Kind of claim: {', '.join(KINDS)}."),
    "section": (("--paragraaf", "--section"), "NUMBER", "Section of the factsheet; 2 stands for all of chapter 2."),
    "work": (("--bron", "--work"), "KEY", "Cite key of a work, such as boonk2018."),
    "design": (("--ontwerp", "--design"), "TERM", "Study design of a work, such as meta-analyse."),
    "year": (("--jaar", "--year"), "YEAR", "Year of a work: 2018 or 2010-2020."),
    "level": (("--niveau", "--level"), "LEVEL", f"Level or standing: {', '.join(PROFILES)}."),
    "factsheet": (("--factsheet",), "ID", "Factsheet, by its id."),
    "search": (("--zoek", "--search"), "WORDS", "Words that a search finds, such as 'samen voorlezen'."),
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
    (
        "language",
        Annotated[Language, typer.Option("--taal", "--language", help="Language of what is shown.")],
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

    When the command runs, a term that is not in the vocabulary raises ``UnknownTermError``.
    """
    flags = {
        name: Annotated[list[str] | None, typer.Option(*names, metavar=stand_in, help=text)]
        for name, (names, stand_in, text) in FLAGS.items()
    }
    own = [p for p in inspect.signature(command).parameters.values() if p.name not in ("library", "language")]
    shared = [_parameter(name, annotation, None) for name, annotation in flags.items()]
    shared += [_parameter(*other) for other in _OTHERS]

    @functools.wraps(command)
    def run(**arguments: Any) -> Any:  # noqa: ANN401 (a command's own parameters)
        chosen = {name: arguments.pop(name) for name in (*flags, "core", "include_general")}
        language, evidence = arguments.pop("language"), arguments.pop("evidence")
        return command(library=_choose(evidence, chosen), language=language.value, **arguments)

    run.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in [*own, *shared]}
    del run.__wrapped__
    return run  # type: ignore[return-value]


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:  # noqa: ANN401 (typer reads it)
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _choose(evidence: list[Path] | None, chosen: dict[str, Any]) -> Library:
    from ouderevidence.library.load import load  # so that --help stays quick

    return load(*(evidence or [])).where(**{name: value for name, value in chosen.items() if value not in (None, [])})
