"""An empty library of evidence, of the same form as the curated one, with an example that holds together."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.document.output import is_part, write
from ouderevidence.evidence import schema
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

TEMPLATES: Final = "templates"


def new_library(path: str | Path) -> tuple[str, ...]:
    """Make an empty library of evidence, valid from the first minute.

    Parameters
    ----------
    path
        The folder; made if it is not there.

    Returns
    -------
    tuple of str
        The files that were written, relative to the folder.

    Raises
    ------
    OutputError
        If the folder holds anything, is a file, or cannot be written.
    """
    root = Path(path)
    made = {**dict(_templates(files(__package__) / TEMPLATES)), **schema.files()}
    _check_empty(root, made)
    written = []
    for name, data in made.items():
        target = root / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = Text(
                f"{target.parent} kan niet worden gemaakt: {error.strerror}; kies een plaats waar u mag schrijven",
                f"cannot make {target.parent}: {error.strerror}; choose a place you may write to",
            )
            raise OutputError(message) from error
        write(target, data)
        written.append(name)
    return tuple(written)


def _check_empty(root: Path, made: Mapping[str, bytes]) -> None:
    """Refuse a folder that holds anything but a part of what an earlier run wrote before it was broken off."""
    if root.is_dir():
        inside = sorted(path for path in root.rglob("*") if not path.is_dir())
        whole = sum(not is_part(path) for path in inside)
        broken_off = whole < len(made) and all(_is_ours(path, root, made) for path in inside)
        if inside and not broken_off:
            first = inside[0].relative_to(root).parts[0]
            message = Text(
                f"{root} is niet leeg, er staat {first} in; noem een nieuwe of een lege map",
                f"{root} is not empty, it has {first}; name a new or an empty folder",
            )
            raise OutputError(message)
    elif root.exists() or root.is_symlink():
        message = Text(
            f"{root} is een bestand; noem een nieuwe of een lege map",
            f"{root} is a file; name a new or an empty folder",
        )
        raise OutputError(message)


def _is_ours(path: Path, root: Path, made: Mapping[str, bytes]) -> bool:
    content = made.get(path.relative_to(root).as_posix())
    return is_part(path) or (content is not None and path.is_file() and path.read_bytes() == content)


def _templates(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{above}{entry.name}"
        if entry.is_dir():
            yield from _templates(entry, f"{name}/")
        else:
            yield name, entry.read_bytes()
