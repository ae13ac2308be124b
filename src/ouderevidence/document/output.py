"""Writing files: beside first, then renamed, so that nothing is half-written and nothing is lost."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import tempfile
import unicodedata
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from ouderevidence.model.bilingual import Text, fill
from ouderevidence.model.errors import OutputError, on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


# What helps when the system has no more of something.
REMEDIES: Final = {
    errno.ENOSPC: Text(
        "maak ruimte op de schijf, of kies een andere; TMPDIR noemt de map voor wat tijdelijk is",
        "make room on the disk, or choose another; TMPDIR names the folder for what is temporary",
    ),
    errno.EMFILE: Text(
        "laat het programma meer bestanden openen: `ulimit -n 1024`",
        "let the program open more files: `ulimit -n 1024`",
    ),
    errno.ENFILE: Text("sluit andere programma's", "close other programs"),
    errno.ENOMEM: Text(
        "sluit andere programma's, of geef kleinere bestanden", "close other programs, or give smaller files"
    ),
    errno.ENAMETOOLONG: Text("kies een kortere naam", "choose a shorter name"),
}
ELSE: Final = Text("kijk of u daar mag lezen en schrijven", "see whether you may read and write there")
_ELSEWHERE: Final = Text("kies een plaats waar u mag schrijven", "choose a place you may write to")
_ANOTHER: Final = Text("kies een andere naam", "choose another name")
_CANNOT: Final = Text("kan {path} niet schrijven: {why}; {remedy}", "cannot write {path}: {why}; {remedy}")
_BUSY: Final = Text(
    "een andere ronde schrijft in {folder}; er is niets veranderd, probeer het opnieuw als die klaar is",
    "another run is writing into {folder}; nothing was changed, run it again when the other is done",
)
_READ: Final = Text(
    "{path} wordt gelezen, en wordt nooit overschreven; kies een andere naam",
    "{path} is what is read, and is never changed; choose another name",
)
_TWICE: Final = Text(
    "{path} is twee keer genoemd, voor twee verschillende bestanden; kies twee namen",
    "{path} is named twice, for two different files; choose two names",
)
_LOST: Final = Text(
    "{path} is een koppeling die nergens heen leidt; haal die weg",
    "{path} is a link that leads nowhere; take it away",
)
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:[.:]|$)", re.IGNORECASE)
_NAME = 50  # characters of a file's name in that of the one beside it
_SHOWN = 200  # characters of a path in a message


def write(path: str | Path, data: bytes) -> None:
    """Write a file; an existing one is kept until the new one is complete, and its permissions stay.

    A link is followed: what it points to gets the new content, and it stays a link. Folders on the way are made.

    Raises
    ------
    OutputError
        If the place is no regular file, its name is one that Windows keeps, or it cannot be written.
    """
    with opened(path) as file:
        file.write(data)


@contextlib.contextmanager
def opened(path: str | Path) -> Iterator[BinaryIO]:
    """Open a file to be written, as :func:`write` does: it takes its place when all is in it.

    Raises
    ------
    OutputError
        As for :func:`write`.
    """
    check_place(Path(path))
    target = real(Path(path))
    make_folder(target.parent)
    temporary: str | None = None
    try:
        with ExitStack() as held:
            handle, temporary = _open_beside(target, held)
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(_mode(target))
            Path(temporary).replace(target)
            temporary = None
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def real(path: Path) -> Path:
    """Return where a path leads; one that leads round in a circle stays as it is, where ``resolve`` would fail."""
    return Path(os.path.realpath(path))


def cannot_write(path: str | Path, error: OSError) -> OutputError:
    """Return the error that says that a file or a folder could not be written, and what helps."""
    remedy = REMEDIES.get(error.errno or 0, _ELSEWHERE)
    return OutputError(fill(_CANNOT, path=shown(path), why=error.strerror or error, remedy=remedy))


def clear_away(path: Path) -> None:
    """Delete what a run that was killed while it wrote this file left beside it; what another run writes now stays."""
    part = _part(path)
    with contextlib.suppress(OSError), ExitStack() as stack:
        handle = os.open(part, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        stack.callback(os.close, handle)
        stack.enter_context(hold(handle, wait=False))
        if os.path.samestat(os.fstat(handle), part.lstat()):  # it may have taken its place meanwhile
            part.unlink()


def is_part(path: Path) -> bool:
    """Whether a file is what a run was writing when it was killed."""
    return path.name.startswith(".") and path.suffix == ".part"


def _part(path: Path) -> Path:
    """Return where a file is written before it takes its place."""
    return path.parent / f".{path.name[:_NAME]}.part"


def _open_beside(target: Path, held: ExitStack) -> tuple[int, str]:
    """Open a file beside another, and hold it: one of a fixed name, or where another run writes that, of a new name."""
    clear_away(target)
    part = _part(target)
    with contextlib.suppress(FileExistsError, FileNotFoundError):
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        held.enter_context(hold(handle))
        if os.path.samestat(os.fstat(handle), part.lstat()):  # another run may have cleared it before it was held
            return handle, str(part)
        os.close(handle)
    return tempfile.mkstemp(dir=target.parent, prefix=f"{part.name}.")


@contextlib.contextmanager
def hold(handle: int, *, wait: bool = True) -> Iterator[None]:
    """Hold an open file for this run; the system lets go of it when the run ends, however it ends.

    Raises
    ------
    OSError
        If another run holds it, and is not waited for.
    """
    try:
        import fcntl
    except ImportError:  # Windows deletes no file that is open
        yield
        return
    held = os.dup(handle)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(held)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a folder for one run; the system lets go of it when the run ends, however it ends.

    Windows opens no folder, and some file systems have no locks: there nothing is held.

    Raises
    ------
    OutputError
        If another run holds it.
    """
    with ExitStack() as held:
        if os.name == "posix":
            handle = os.open(folder, os.O_RDONLY)
            held.callback(os.close, handle)
            try:
                held.enter_context(hold(handle, wait=False))
            except BlockingIOError as error:
                raise OutputError(fill(_BUSY, folder=shown(folder))) from error
            except OSError:
                pass
        yield


def shown(path: str | Path) -> str:
    """Return a path for a message: no sign that is not printed, and not longer than a line."""
    words = on_one_line(str(path))
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def is_kept_by_windows(name: str) -> bool:
    """Whether Windows keeps the name of a file or folder for a device, with any extension, so that none can have it.

    Examples
    --------
    >>> [is_kept_by_windows(name) for name in ("con", "Nul.docx", "com1.x.md", "console", "com10")]
    [True, True, True, False, False]
    """
    return _DEVICE.match(name) is not None


def _mode(target: Path) -> int:
    """Return the permissions of a file that is there, or those of a new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def form_of(path: Path, forms: Sequence[str]) -> str:
    """Return the format that the extension of a file names, when a file could stand there.

    Raises
    ------
    OutputError
        If the extension is another, no folder can stand there, or the path is a folder itself.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in forms:
        *most, last = (f".{name}" for name in forms)
        known = f"{', '.join(most)} or {last}" if most else last
        of_dutch = f"{', '.join(most)} of {last}" if most else last
        message = Text(
            f"kan '{shown(path)}' niet schrijven: onbekende extensie '{path.suffix}'; gebruik {of_dutch}",
            f"cannot write '{shown(path)}': unknown extension '{path.suffix}'; use {known}",
        )
        raise OutputError(message)
    check_place(path)
    return form


def check_apart(path: Path, *, read: Sequence[str | Path | None] = (), written: Path | None = None) -> None:
    """Check that a file to be written is none of those that are read for it, and not another that is written too.

    Raises
    ------
    OutputError
        If it is, by whatever name or link.
    """
    for source in read:
        if source is not None and _is_one(path, Path(source)):
            raise OutputError(fill(_READ, path=shown(path)))
    if written is not None and _is_one(path, written):
        raise OutputError(fill(_TWICE, path=shown(path)))


def _is_one(path: Path, other: Path) -> bool:
    try:
        return real(path) == real(other) or path.samefile(other)
    except (OSError, ValueError):  # one of them is not there, or can be nowhere
        return False


def make_folder(path: Path) -> Path:
    """Make a folder, with those it stands in, where it is not there yet.

    Raises
    ------
    OutputError
        If it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        remedy = REMEDIES.get(error.errno or 0, _ELSEWHERE)
        message = Text(
            "kan de map {path} niet maken: {why}; {remedy}", "cannot make the folder {path}: {why}; {remedy}"
        )
        raise OutputError(fill(message, path=shown(path), why=error.strerror, remedy=remedy)) from error
    return path


def check_place(path: Path) -> None:
    """Check that a file could stand here.

    Raises
    ------
    OutputError
        If a folder on the way is a file, the path is a folder itself, a device, a pipe, a broken link, or a file that
        may not be written, or its name has a sign that is not printed or is one that Windows keeps for a device.
    """
    try:
        if "\0" in str(path) or any(unicodedata.category(char) == "Cc" for char in path.name):
            why = Text(
                "er staat een regeleinde of een ander stuurteken in de naam",
                "its name has a line end or another control sign",
            )
            raise OutputError(fill(_CANNOT, path=shown(path), why=why, remedy=_ANOTHER))
        if is_kept_by_windows(path.name):
            why = Text("Windows houdt die naam voor een apparaat", "Windows keeps that name for a device")
            raise OutputError(fill(_CANNOT, path=shown(path), why=why, remedy=_ANOTHER))
        lost = next((step for step in path.absolute().parents if step.is_symlink() and not step.exists()), None)
        if lost is not None:
            raise OutputError(fill(_LOST, path=shown(lost)))
        there = next(folder for folder in path.absolute().parents if folder.exists())
        if not there.is_dir():
            why = Text(f"{shown(there)} is geen map", f"{shown(there)} is no folder")
            remedy = Text("kies een andere plaats", "choose another place")
            raise OutputError(fill(_CANNOT, path=shown(path), why=why, remedy=remedy))
        if real(path).is_dir():  # "new/.." is one, where nothing is called "new" too
            message = Text(
                f"{shown(path)} is een map; noem een bestand daarin", f"{shown(path)} is a folder; name a file in it"
            )
            raise OutputError(message)
        if path.is_symlink() and not path.exists():
            raise OutputError(fill(_LOST, path=shown(path)))
        if path.exists() and not path.is_file():
            message = Text(
                f"{shown(path)} is geen gewoon bestand maar een apparaat of een pijp; noem een bestand",
                f"{shown(path)} is no regular file but a device or a pipe; name a file",
            )
            raise OutputError(message)
        if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
            message = Text(
                f"{shown(path)} mag niet worden geschreven; kies een andere naam, of maak het beschrijfbaar",
                f"{shown(path)} may not be written; choose another name, or make it writable",
            )
            raise OutputError(message)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise OutputError(fill(_CANNOT, path=shown(path), why=said, remedy=_ANOTHER)) from error
