"""Run pandoc, the one from its wheel: nothing is read but what is handed over."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
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
AT_WORK = 2  # seconds of the processor, where the system has such a limit; one more for every so many bytes
WORK_A_SECOND = 100_000  # a seventh of what it does of a long report
MEMORY = 1000  # MB of pandoc's heap; the largest brief takes a tenth of it
AT_HAND = 250  # MB of it for a text of somebody else, and one more for every so many bytes
BYTES_A_MB = 2_000
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


def call(
    arguments: Sequence[str],
    given: bytes,
    epoch: int,
    *,
    seconds: int = SECONDS,
    at_work: int | None = None,
    memory: int = MEMORY,
) -> bytes:
    """Call pandoc with arguments and standard input, and return its standard output.

    Parameters
    ----------
    arguments
        Its options.
    given
        Its standard input.
    epoch
        The moment, in seconds since 1970, that a file is to carry as its date.
    seconds
        How long it may take.
    at_work
        How many seconds of the processor it may take; None for as many as it has.
    memory
        How many MB its heap may take.

    Raises
    ------
    RenderError
        If it cannot run, fails, or needs more time or memory than it may.
    """
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch), "LC_ALL": "C.UTF-8"}
    limited = [path(), "+RTS", f"-M{memory}m", "-RTS", *arguments]
    try:
        done = _run(limited, given, environment, seconds, at_work)
    except subprocess.TimeoutExpired as error:
        message = Text(
            f"pandoc was na {error.timeout:.0f} seconden niet klaar; splits het document, of haal geneste haken eruit",
            f"pandoc was not done in {error.timeout:.0f} seconds; split the document, or take nested brackets out",
        )
        raise RenderError(message) from error
    except OSError as error:
        raise RenderError(_not_run(error)) from error
    if done.returncode == _HEAP_FULL:
        message = Text(
            f"pandoc heeft meer dan {memory} MB geheugen nodig; splits het document",
            f"pandoc needs more than {memory} MB of memory; split the document",
        )
        raise RenderError(message) from MemoryError()
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()
        message = Text(
            f"pandoc is gestopt met code {done.returncode}: {said}",
            f"pandoc stopped with code {done.returncode}: {said}",
        )
        raise RenderError(message)
    return done.stdout


def _run(
    command: list[str], given: bytes, environment: dict[str, str], seconds: int, at_work: int | None
) -> subprocess.CompletedProcess[bytes]:
    """Run a program within its limits.

    Raises
    ------
    subprocess.TimeoutExpired
        If it is not done in time.
    """
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment) as running:  # noqa: S603 - no shell
        try:
            if at_work is not None:
                _limit_work(running.pid, at_work)
            out, err = running.communicate(given, timeout=seconds)
        except BaseException:
            running.kill()
            raise
    if running.returncode == -getattr(signal, "SIGXCPU", signal.SIGTERM):
        raise subprocess.TimeoutExpired(command, at_work or seconds)
    return subprocess.CompletedProcess(command, running.returncode, out, err)


def _limit_work(process: int, seconds: int) -> None:
    """Let a process take no more seconds of the processor; only Linux can say that of another."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError):  # it may be done already
            resource.prlimit(process, resource.RLIMIT_CPU, (seconds, seconds + 1))


def _not_run(error: OSError) -> Text:
    """Say why pandoc did not start, and what helps: it is not there, or the machine has no room for it."""
    if isinstance(error, FileNotFoundError | PermissionError):
        return Text(
            f"pandoc kan niet starten ({error}); installeer het opnieuw met: "
            "pip install --force-reinstall pypandoc_binary",
            f"pandoc could not run ({error}); reinstall it with: pip install --force-reinstall pypandoc_binary",
        )
    return Text(
        f"pandoc kan niet starten ({error}); sluit andere programma's, en probeer het opnieuw",
        f"pandoc could not run ({error}); close other programs, then try again",
    )


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
    size = len(content)
    given = call(
        [f"--from={form}", "--to=json", "--sandbox"],
        content,
        0,
        seconds=min(READING + size // BYTES_A_SECOND, SECONDS),
        at_work=AT_WORK + size // WORK_A_SECOND,
        memory=min(AT_HAND + size // BYTES_A_MB, MEMORY),
    )
    return read(given)
