"""Command lines that people and programs could give, and twisted ones; run in a folder that nothing is written out of.

A line is bytes: an argument on each line of them. It is called in process, and ends as the program does: by its code,
with what it said. An audit hook refuses to write, rename or delete anywhere else, as a system without permission does.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest import mock

import typer.main

from command import Done
from ouderevidence.cli import app, main

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

LINES: Final = tuple(
    line.encode()
    for line in (
        "table --bouwsteen lezen --format csv", "table --groep alle-ouders --alles --taal en", "table --kern",
        "show voorlezen-helpt", "links --bron jansen2010 --format json", "works --bron jansen --niet-vastgesteld",
        "terms --format markdown", "search voorlezen taal --core", "gaps --format json", "fragile --lezing evidence",
        "searches --geen-kern", "supplements --soort finding", "readability --met-algemeen", "map --format json",
        "map --rijen bouwsteen --kolommen groep", "map --figuur levels --format csv", "map --figuur network",
        "export -o uit/werken.bib -o uit/werken.ris -o uit/werken.json", "export -o uit/tabel.csv",
        "trace tekst.txt --factsheet klein --taal nl", "trace tekst.txt --vastleggen uit/edition.yml",
        "audit concept.txt --stijl han --format json", "audit concept.txt --geannoteerd uit/concept.html",
        "audit concept.txt --literatuurlijst uit/lijst.md --taal en", "audit concepten -o uit/resultaten",
        "validate bibliotheek --strict --text tekst.txt --taal en", "validate bibliotheek --taal nl", "new uit/nieuw",
        "pack bibliotheek -o uit/ingepakt", "curate tekst.txt --into uit/nieuw --factsheet klein", "--version",
        "brief --diepte page --titel Kop --datum 26-11-2026 --auteur A --logo logo.png --huisstijl h.docx",
        "brief --stijl apa-en --group-by parent_group --invulvelden --bronspoor uit/spoor.json --format docx --alle",
        "site --geen-notities", "--help", "table --help", "table --year 2010-2020 --kan moeten --onderbouwing sterk",
    )
)  # fmt: skip
FOLDERS: Final = ("validate", "pack")  # commands that take their library as an argument
NONE_OF_IT: Final = ("new", "curate", "--version", "--help")
VALUES: Final = (
    b"", b"-", b"--", b"-1", b"0", b"9" * 5000, b"1e999", b"nan", b"\xff\xfe", "\u202eabc".encode(), b"\x1b[31m",
    "²".encode(), b"..", b"../../x.md", b"/dev/zero", b"/dev/stdin", b"/dev/null", b"~", b"bibliotheek", b"tekst.txt",
    b"x" * 70_000, b"a=b", b"=", b"*", b"%s%n", b"{0}", b"{", b"nl", b"en", b"json", b"uit/x.docx/", b"uit/CON",
    b"uit/a\nb.md", b"uit/" + b"x" * 300 + b".md", b"uit/.bib", b"concept.txt", b"-o", b"@a", b"\x00", b".", b"/",
    b"2020-2010", b"lezen", b"4.6c", b"voorlezen-helpt", b"jansen2010", "é".encode() * 200, b"(" * 500, b'"', b"OR",
)  # fmt: skip
NEVER: Final = (b"--scheduler", b"--jobs")  # what looks for a cluster, or starts other processes
MOST: Final = 120_000  # bytes of an argument; a system takes no longer ones


def twisted_line(rng: random.Random, twist: Callable[[bytes, random.Random], bytes]) -> bytes:
    """Return a command line with arguments that are others, doubled, moved, left out or put in."""
    arguments = rng.choice(LINES).split()
    known = [argument for line in LINES for argument in line.split()]
    for _ in range(rng.randint(0, 3)):
        at = rng.randrange(len(arguments) + 1)
        match rng.randrange(6):
            case 0 if at < len(arguments):
                arguments[at] = rng.choice(VALUES)
            case 1 if at < len(arguments):
                arguments.insert(rng.randrange(len(arguments)), arguments[at])
            case 2 if at < len(arguments):
                del arguments[at]
            case 3 if at < len(arguments):
                arguments[at] = twist(arguments[at], rng)
            case 4 if at < len(arguments):
                arguments[at] += b"=" + rng.choice(VALUES)
            case _:
                arguments[at:at] = [rng.choice(known)] + [rng.choice(VALUES)] * rng.randrange(2)
    return b"\n".join(argument.replace(b"\n", b" ") for argument in arguments)


class Prompt:
    """A folder in which command lines are run, with a small library and files to name.

    Parameters
    ----------
    place
        The folder; it is made.
    library
        The library that is copied into it.
    """

    def __init__(self, place: Path, library: Path) -> None:
        self.place = place.resolve()
        self.place.mkdir()
        shutil.copytree(library, self.place / "bibliotheek")
        words = (library / "text.txt").read_bytes()
        for name in ("tekst.txt", "concept.txt", "concepten/een.txt"):
            (self.place / name).parent.mkdir(exist_ok=True)
            (self.place / name).write_bytes(words)
        (self.place / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1")
        (self.place / "h.docx").write_bytes(b"PK")
        self.kept = {path: path.read_bytes() for path in self.place.rglob("*") if path.is_file()}
        self._parser = typer.main.get_command(app)  # made once; it keeps nothing of a line
        self._watched = self._wrote = False
        sys.addaudithook(self._guard)

    def arguments(self, line: bytes) -> list[str]:
        """Return the arguments of a line, with the small library where no other is named; no cluster, no processes."""
        found = [part[:MOST].decode("utf-8", "surrogateescape") for part in line.split(b"\n")]
        found = [part for part in found if not part.startswith(tuple(map(bytes.decode, NEVER)))]
        asked = found[:1] != [] and found[0] not in (*FOLDERS, *NONE_OF_IT)
        return [*found, "--evidence", "bibliotheek"] if asked and "--evidence" not in found else found

    def run(self, line: bytes) -> Done:
        """Run a line; whatever it wrote is gone afterwards."""
        with (
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
            self._prompted(self.arguments(line), out, err),
        ):
            code: object = 0
            try:
                main()
            except SystemExit as end:
                code = end.code
            sys.stdout.flush()
            sys.stderr.flush()
            said, complained = (_said(file) for file in (out, err))
        if self._wrote:
            self._put_back()
        return Done(code if isinstance(code, int) else 1, said, complained)

    def _put_back(self) -> None:
        """Make the folder as it was."""
        shutil.rmtree(self.place / "uit", ignore_errors=True)
        for path in [path for path in self.place.rglob("*") if path.is_file() and path not in self.kept]:
            path.unlink()
        for path, content in self.kept.items():
            if not path.is_file() or path.stat().st_size != len(content):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)

    @contextlib.contextmanager
    def _prompted(self, arguments: list[str], out: Any, err: Any) -> Iterator[None]:
        with (
            mock.patch.object(sys, "argv", ["ouderevidence", *arguments]),
            mock.patch.object(typer.main, "get_command", return_value=self._parser),
            mock.patch.object(sys, "stdout", open(os.dup(out.fileno()), "w", encoding="ascii")),  # noqa: PTH123
            mock.patch.object(sys, "stderr", open(os.dup(err.fileno()), "w", encoding="ascii")),  # noqa: PTH123
            mock.patch.dict(os.environ),
            contextlib.chdir(self.place),
        ):
            os.environ.pop("OUDEREVIDENCE_FACTSHEET", None)
            self._watched, self._wrote = True, False
            try:
                yield
            finally:
                self._watched = False
                for stream in (sys.stdout, sys.stderr):
                    with contextlib.suppress(OSError):
                        stream.close()

    def _guard(self, event: str, given: tuple[Any, ...]) -> None:
        """Refuse what would write outside of the folder, and outside of the one for temporary files."""
        if not self._watched:
            return
        if event == "open":
            path, _, flags = given
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            paths = [path] if writes and isinstance(path, str | bytes) else []
        elif event in {"os.rename", "os.link", "os.symlink"}:
            paths = list(given[:2])
        elif event in {"os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "shutil.rmtree"}:
            paths = list(given[:1])
        else:
            return
        for path in paths:
            if isinstance(path, int) or os.fspath(path) == os.devnull:
                continue
            real = Path(os.path.realpath(os.path.dirname(os.path.abspath(os.fsdecode(path)))))  # noqa: PTH120, PTH100
            self._wrote |= real.is_relative_to(self.place)
            if not real.is_relative_to(self.place) and not real.is_relative_to(Path(tempfile.gettempdir()).resolve()):
                raise PermissionError(errno.EACCES, "Permission denied", os.fsdecode(path))


def _said(file: Any) -> str:
    file.seek(0)
    return str(file.read().decode("utf-8", "replace"))
