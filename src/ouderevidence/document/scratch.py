"""A folder for one piece of work, temporary or to be kept whole; what killed runs left of theirs is cleared away."""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.document.output import cannot_write, hold, make_folder
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = "ouderevidence-"
_SHORT: Final = 50  # characters of a folder's name in that of the one beside it
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """Give a temporary folder, and delete it afterwards."""
    _clear_away()
    with contextlib.ExitStack() as stack:
        folder = _made(stack, prefix=_NAME)
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        yield folder


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a folder beside another; once all is written, it takes that name. What is broken off leaves nothing.

    Raises
    ------
    OutputError
        If the other folder holds anything or is a file, or the place cannot be written to.
    """
    name = f".{target.name[:_SHORT]}-"
    try:
        _check_free(target)
        make_folder(target.absolute().parent)
        _clear(target.absolute().parent, f"{glob.escape(name)}*.part")
        with contextlib.ExitStack() as stack:
            folder = _made(stack, where=target.absolute().parent, prefix=name, suffix=".part")
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            yield folder
            mask = os.umask(0)
            os.umask(mask)
            folder.chmod(0o777 & ~mask)
            if os.name != "posix" and target.is_dir():  # Windows puts no folder in the place of an empty one
                target.rmdir()
            try:
                folder.replace(target)
            except OSError:
                _check_free(target)  # another run was there first
                raise
    except OSError as error:
        raise cannot_write(target, error) from error


def _made(stack: contextlib.ExitStack, *, where: Path | None = None, prefix: str, suffix: str = "") -> Path:
    """Make a folder and hold it; if another run cleared it away before it was held, make another."""
    while True:
        folder = Path(tempfile.mkdtemp(dir=where, prefix=prefix, suffix=suffix))
        if os.name != "posix":  # Windows opens no folder
            return folder
        with contextlib.suppress(BlockingIOError, FileNotFoundError):
            stack.enter_context(_held(folder))
            return folder


def _check_free(target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        first = min((path.name for path in target.iterdir()), default=None)
        if first is None:
            return
        message = Text(
            f"{target} is niet leeg, er staat {first} in; noem een nieuwe of een lege map",
            f"{target} is not empty, it has {first}; name a new or an empty folder",
        )
    elif target.exists() or target.is_symlink():
        message = Text(
            f"{target} is een bestand of een koppeling; noem een nieuwe of een lege map",
            f"{target} is a file or a link; name a new or an empty folder",
        )
    else:
        return
    raise OutputError(message)


@cache
def _clear_away() -> None:
    """Delete the folders of runs that were killed; once is enough."""
    _clear(Path(tempfile.gettempdir()), f"{_NAME}*")


def _clear(where: Path, pattern: str) -> None:
    """Delete the folders that no run holds any more."""
    if os.name != "posix":
        return
    for left in where.glob(pattern):
        with contextlib.suppress(OSError), _held(left):
            shutil.rmtree(left)


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    handle = os.open(folder, _FOLDER)
    try:
        with hold(handle, wait=False):
            if not os.path.samestat(os.fstat(handle), folder.lstat()):
                raise FileNotFoundError(folder)
            yield
    finally:
        os.close(handle)
