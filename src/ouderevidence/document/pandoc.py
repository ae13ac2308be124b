"""Run pandoc, the one from its wheel: nothing is read but what is handed over."""

from __future__ import annotations

import json
import logging
import os
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Sequence

Node = dict[str, Any]

SECONDS = 300
READING = 10  # seconds for a text of somebody else, and one more for every so many bytes
BYTES_A_SECOND = 20_000
MEMORY = "1g"  # of pandoc's heap; the largest brief takes a tenth of it
_HEAP_FULL = 251  # how GHC's run time says that the heap is full


@cache
def path() -> str:
    """Return where pandoc is.

    Raises
    ------
    RenderError
        If the wheel that carries it is not installed.
    """
    try:
        import pypandoc

        logging.getLogger("pypandoc").setLevel(logging.CRITICAL)  # what it logs is said by the error
        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        if _is_installed():
            message = Text(
                "pandoc is er wel en kan niet starten; sluit andere programma’s, of sta meer open bestanden toe",
                "pandoc is there and could not be started; close other programs, or let more files be open",
            )
            raise RenderError(message) from error
        message = Text(
            "pandoc is er niet; installeer het met: pip install pypandoc_binary",
            "pandoc is not there; install it with: pip install pypandoc_binary",
        )
        raise RenderError(message) from error


def _is_installed() -> bool:
    """Whether the wheel carries pandoc; it asks pandoc itself, which fails too where the machine has no room."""
    found = find_spec("pypandoc")
    return found is not None and any(
        (Path(place) / "files").is_dir() for place in found.submodule_search_locations or ()
    )


def run(document: Node, to: str, *options: str, epoch: int = 0) -> bytes:
    """Turn a document into another form.

    Parameters
    ----------
    document
        A pandoc document.
    to
        Pandoc's name of the form.
    options
        Further options of pandoc.
    epoch
        The moment, in seconds since 1970, that the file is to carry as its date.

    Raises
    ------
    RenderError
        If pandoc fails or warns; its own words are in the message.
    """
    given = json.dumps(document, ensure_ascii=False).encode("utf-8")
    return call(["--from=json", f"--to={to}", "--sandbox", "--fail-if-warnings", *options], given, epoch)


def data_file(name: str) -> bytes:
    """Return one of pandoc's own data files, such as ``reference.docx``.

    Raises
    ------
    RenderError
        If pandoc has no such file.
    """
    return call([f"--print-default-data-file={name}"], b"", 0)


def call(arguments: Sequence[str], given: bytes, epoch: int, *, seconds: int = SECONDS) -> bytes:
    """Call pandoc with arguments and standard input, and return its standard output.

    Raises
    ------
    RenderError
        If it cannot run, fails, or needs more time or memory than it may.
    """
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch), "LC_ALL": "C.UTF-8"}
    limited = [path(), "+RTS", f"-M{MEMORY}", "-RTS", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, no shell
            limited, input=given, capture_output=True, check=False, timeout=seconds, env=environment
        )
    except subprocess.TimeoutExpired as error:
        message = Text(
            f"pandoc was na {seconds} seconden niet klaar; splits het document, of haal geneste haken eruit",
            f"pandoc was not done in {seconds} seconds; split the document, or take nested brackets out",
        )
        raise RenderError(message) from error
    except OSError as error:
        raise RenderError(_not_run(error)) from error
    if done.returncode == _HEAP_FULL:
        message = Text(
            f"pandoc heeft meer dan {MEMORY} geheugen nodig; splits het document",
            f"pandoc needs more than {MEMORY} of memory; split the document",
        )
        raise RenderError(message)
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()
        message = Text(
            f"pandoc is gestopt met code {done.returncode}: {said}",
            f"pandoc stopped with code {done.returncode}: {said}",
        )
        raise RenderError(message)
    return done.stdout


def _not_run(error: OSError) -> str:
    """Say why pandoc did not start, and what helps: it is not there, or the machine has no room for it."""
    if isinstance(error, FileNotFoundError | PermissionError):
        return f"pandoc could not run ({error}); reinstall it with: pip install --force-reinstall pypandoc_binary"
    return f"pandoc could not run ({error}); close other programs, then try again"


def read(output: bytes) -> Node:
    """Return a document that pandoc wrote as JSON.

    Raises
    ------
    RenderError
        If it is nested too deeply to be read.
    """
    try:
        document: Node = json.loads(output)
    except RecursionError as error:
        message = Text(
            "het document is te diep genest; haal er lagen uit",
            "the document is nested too deeply; take levels out",
        )
        raise RenderError(message) from error
    return document


def parse(content: bytes, form: str) -> Node:
    """Return content in another form as a document; what pandoc warns of is let pass: it is somebody else's text.

    Raises
    ------
    RenderError
        If pandoc cannot read it; its own words are in the message.
    """
    seconds = min(READING + len(content) // BYTES_A_SECOND, SECONDS)
    return read(call([f"--from={form}", "--to=json", "--sandbox"], content, 0, seconds=seconds))
