"""Write the pages of the documentation that repeat the code: the commands, and the columns of the frames.

``python docs/gen_cli.py`` writes them; ``tests/test_docs.py`` fails when they differ from the code.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any, Final, get_args

import typer

from ouderevidence.cli import COMMANDS, app
from ouderevidence.library.facets import FACETS
from ouderevidence.library.frames import SCHEMAS

HERE: Final = Path(__file__).resolve().parent
_CLI: Final = """---
language: en
---

# Command line

<!-- written by docs/gen_cli.py; a test holds it equal to the commands -->

Every flag has a Dutch and an English name; both do the same. `--taal en` gives the output in English.
A command ends with 0, with 1 when it found something wrong or failed, and with 2 when it was called wrongly.

| command | what it does |
|---|---|
"""
_FILTERS: Final = """
## Filters

The commands that say *Takes the filters* take all of these. A filter given twice means either value; different
filters must all hold. A value may be its code, or its Dutch or English name as it is shown.

"""
_FRAMES: Final = """---
language: en
---

# Frames

<!-- written by docs/gen_cli.py; a test holds it equal to the schemas -->

The tables of a library in codes, as pandas data frames. A column name means the same in every frame, so frames join:
`library.citations.merge(library.works, on="work_key")`. What takes no option is a property (`library.claims`), what
takes one is a method (`library.gaps(rows=..., columns=...)`). `library.in_words(name)` gives the same rows in words.

An empty tuple means that a claim or work is not about that facet, never "all".
"""
_METHODS: Final = {"gaps": "library.gaps()"}
_INDEXED: Final = ("claims", "works", "terms", "fragile", "unidentified")


def _commands() -> dict[str, Any]:
    group: Any = typer.main.get_command(app)
    return {name: group.get_command(None, name) for name in COMMANDS}


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _common(commands: dict[str, Any]) -> list[Any]:
    """Return the options that the filters and the language are made of, as ``table`` has them."""
    return [option for option in commands["table"].params if option.name != "form" and "--format" not in option.opts]


def _default(option: Any) -> str:  # noqa: ANN401 (click's own class)
    value = option.default
    if value is None or value is False or value is True or value in ((), []) or callable(value):
        return ""
    return f" Default: `{getattr(value, 'value', value)}`."


def _choices(option: Any) -> str:  # noqa: ANN401 (click's own class)
    kind = option.type_descriptor.annotation
    kind = next(iter(get_args(kind)), kind)  # of a list, what it holds
    names = [f"`{choice.value}`" for choice in kind] if isinstance(kind, type) and issubclass(kind, Enum) else []
    return f" One of {', '.join(names)}." if names else ""


def _row(option: Any) -> str:  # noqa: ANN401 (click's own class)
    if option.param_type_name == "argument":
        shown = f"`{(option.metavar or option.name).strip('{}')}`"
    else:
        shown = ", ".join(f"`{name}`" for name in [*option.opts, *option.secondary_opts])
    needed = " Required." if option.required else ""
    return f"| {shown} | {_cell(option.help or '')}{_choices(option)}{_default(option)}{needed} |\n"


def _options(options: list[Any]) -> str:
    return "| flag | meaning |\n|---|---|\n" + "".join(map(_row, options)) if options else ""


def cli() -> str:
    """Return the page of the commands."""
    commands = _commands()
    common = _common(commands)
    shared = {option.opts[0] for option in common}
    text = _CLI + "".join(f"| [`{name}`](#{name}) | {_cell(told)} |\n" for name, (_, told) in COMMANDS.items())
    text += _FILTERS + _options(common)
    for name, command in commands.items():
        filtered = f"--{FACETS['building_block'].dutch}" in {opt for o in command.params for opt in o.opts}
        own = [o for o in command.params if o.name != "help" and not (filtered and o.opts[0] in shared)]
        line = command.epilog.split("\b")[-1].replace("Example:", "").strip()
        text += f"\n## {name}\n\n{_cell(COMMANDS[name][1])}"
        text += " Takes the [filters](#filters).\n" if filtered else "\n"
        text += f"\n{_options(own)}" if own else ""
        text += f"\n```console\n$ {line}\n```\n"
    return text


def frames() -> str:
    """Return the page of the frames."""
    text = _FRAMES
    for name, columns in SCHEMAS.items():
        text += f"\n## {name}\n\n`{_METHODS.get(name, f'library.{name}')}`"
        text += f", index `{next(iter(columns))}`.\n" if name in _INDEXED else ".\n"
        text += "\n| column | type | meaning |\n|---|---|---|\n"
        text += "".join(f"| `{key}` | {column.type} | {_cell(column.meaning)} |\n" for key, column in columns.items())
    return text


PAGES: Final = {"reference/cli.md": cli, "reference/frames.md": frames}


if __name__ == "__main__":
    for path, made in PAGES.items():
        (HERE / path).write_text(made(), encoding="utf-8")
