"""The command line itself: which commands there are, what they share, and how they end.

A command is imported when it is asked for: `--help` reads this table alone.
"""

import gc
import io
import os
import sys
from importlib import import_module
from typing import Annotated, Any, Final, NoReturn

import typer
from typer.core import TyperGroup

from ouderevidence.cli.output import Format, complain, say, use_utf8
from ouderevidence.cli.typed import language
from ouderevidence.model.bilingual import Text

# Command -> the module of this folder that has it, and what it does (a test holds it equal to the command's own help).
COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "table": ("queries", "Print the briefing table: claims, citations and levels."),
    "show": ("queries", "Print one claim whole: place, level, works, judgements, caveats."),
    "links": ("queries", "Print one row per claim and work, and whether the work says so."),
    "works": ("queries", "Print the works that the claims cite."),
    "terms": ("queries", "Print the terms that the filters take, with the claims of each."),
    "search": ("queries", "Print the claims that match words, best first."),
    "gaps": ("queries", "Print per building block and parent group what is not sourced."),
    "fragile": ("queries", "Print the claims whose level hangs on little, and on what."),
    "searches": ("queries", "Print per finding what came of looking for complementary research."),
    "supplements": ("queries", "Print one row per claim and work of complementary research."),
    "map": ("figures", "Draw the sourcing map or another figure, or print its table."),
    "readability": ("reading", "Print how the Dutch statements read: long sentences, long words, passives."),
    "brief": ("briefs", "Write a brief: messages, table, doubts, references, method."),
    "export": ("exporting", "Write the tables for Excel or CSV, or the works for a reference manager."),
    "pack": ("packing", "Pack a large library as Parquet files, which open in seconds; --evidence takes the folder."),
    "site": ("site", "Write the explorer as a page, with the ready briefs beside it."),
    "trace": ("checking", "Hold a text of the factsheet against the claims; exit 1 if they do not match."),
    "audit": (
        "auditing",
        "Audit a draft's citations, and find statements without a source; exit 1 if something is wrong.",
    ),
    "validate": ("checking", "Check the evidence; exit 1 if it does not hold together."),
    "new": ("starting", "Make an empty library of evidence of the same form, with a README and an example."),
    "curate": ("starting", "Propose a factsheet's sections, claims, citations and works into a library."),
}


class _Commands(TyperGroup):
    """The commands of the table, each imported when it is used."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 (click's own signature)
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            before = len(app.registered_commands)
            import_module(f"ouderevidence.cli.{COMMANDS[cmd_name][0]}")
            for info in app.registered_commands[before:]:
                made = typer.main.get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
                self.commands[str(made.name)] = made
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 (click's own signature)
        if args[0] not in COMMANDS:
            for name in COMMANDS:  # what was meant can be said only of commands that are there
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 (click's own signature)
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


app = typer.Typer(
    cls=_Commands,
    name="ouderevidence",
    help="Claims of a factsheet on parental involvement, each linked to its judged works.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
# Objects between two looks for cycles, in place of 700: a tenth of `table` went to looking, a sixth of `brief`.
SELDOM: Final = 50_000
FULL: Final = Text(
    "het werkgeheugen is vol; sluit andere programma's, of geef kleinere bestanden",
    "the memory is full; close other programs, or give smaller files",
)
# What Typer raises for a command line that is none; it gives the type itself no name to import by.
_Refused: Final[type[Any]] = typer.BadParameter.__mro__[2]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print it.")]


def example(line: str, *, filters: bool = True) -> str:
    """Return the end of a command's help: how filters add up, and an example that a test runs."""
    rule = "A filter given twice means either value; different filters must all hold.\n\n" if filters else ""
    return f"{rule}\b\nExample:\n  ouderevidence {line}"


def _version(wanted: bool) -> None:  # noqa: FBT001 (typer calls it so)
    if wanted:
        from ouderevidence.model.version import version

        say(version())
        raise typer.Exit


@app.callback(epilog=example("table --groep vaders", filters=False))
def common(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Query the evidence, and write briefs from it."""


def refuse(message: Text) -> NoReturn:
    """End as for a command line that is none, with what is wrong in the language asked for."""
    complain(f"ouderevidence: {message.of(language())}")
    raise typer.Exit(2)


def main() -> None:
    """Run the command line: exit 0, 1 (findings or a failure) or 2 (usage)."""
    from ouderevidence.model.errors import EvidenceError, UnknownNameError, UnknownOptionError

    gc.set_threshold(SELDOM)
    use_utf8()
    try:
        sys.exit(app(prog_name="ouderevidence", standalone_mode=False))
    except _Refused as error:
        said = io.StringIO()
        error.show(said)
        complain(said.getvalue().rstrip())
        sys.exit(error.exit_code)
    except (UnknownNameError, UnknownOptionError) as error:
        complain(f"ouderevidence: {error.in_words(language())}")
        sys.exit(2)
    except EvidenceError as error:
        complain(f"ouderevidence: {error.in_words(language())}")
        sys.exit(1)
    except BrokenPipeError:  # who read it has seen enough: `| head`
        _leave_quietly()
    except OSError as error:
        complain(f"ouderevidence: {_no_room(error)}")
        _leave_quietly()
    except (MemoryError, ImportError) as error:
        if isinstance(error, ImportError) and "segment" not in str(error) and "allocate" not in str(error):
            raise  # what the system says where a library does not fit into the memory has one of these words
        complain(f"ouderevidence: {FULL.of(language())}")
        sys.exit(1)


def _no_room(error: OSError) -> str:
    """Say what the system did not give, and what helps."""
    from ouderevidence.document.output import ELSE, REMEDIES

    remedy = REMEDIES.get(error.errno or 0, ELSE).of(language())
    where = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror or error}{where}; {remedy}"


def _leave_quietly() -> None:
    """End with 1 without a last word of the interpreter on an output that takes none."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # not even that can be opened
        os._exit(1)
    sys.exit(1)
