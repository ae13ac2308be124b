"""What was written into a folder of briefs, and from what: so that no brief stays there that no longer holds."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import output
from ouderevidence.document.files import content_of
from ouderevidence.model.bilingual import Text, fill
from ouderevidence.model.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

RECORD: Final = "briefs.json"
_FILE: Final = re.compile(r"(?!index\.html)[\w-]{1,200}\.(?:md|html|docx|pdf)", re.ASCII)  # of this folder alone
_MOST: Final = 10_000_000  # bytes; a brief takes some two hundred for each format
_NAMED: Final = 10  # files in a message
_DELETED: Final = Text("verouderde notities weggehaald: {names}", "outdated briefs deleted: {names}")
_KEPT: Final = Text(
    "verouderde notities die niet zijn weggehaald, omdat ze misschien zijn veranderd: {names}; "
    "kijk of u ze nog nodig hebt, en haal ze weg",
    "outdated briefs that were not deleted, because they may have been changed: {names}; "
    "see whether you still need them, and delete them",
)
_AND_MORE: Final = Text("{names} en nog {count}", "{names} and {count} more")
_CANNOT: Final = Text(
    "kan {path} niet weghalen: {why}; haal het zelf weg, want wat erin staat is verouderd",
    "cannot delete {path}: {why}; delete it yourself, for what it says is outdated",
)


class Record:
    """The briefs that stand in a folder: of each file what it was made from, and a hash of its content.

    Parameters
    ----------
    place
        The folder. A record that is not there, is cut off, is too large or is not ours is an empty one.

    Raises
    ------
    OutputError
        If no record could be written there: a folder, a pipe or a device has its name.
    """

    def __init__(self, place: Path) -> None:
        output.check_place(place / RECORD)
        self._place = place
        self._files = dict(_read(place / RECORD))

    def holds(self, name: str, mark: str) -> bool:
        """Whether a file stands there that was made from this."""
        return self._files.get(name, ("", ""))[0] == mark and (self._place / name).is_file()

    def add(self, made: Mapping[str, bytes], mark: str) -> None:
        """Write down files that were written now, and what they were made from."""
        for name, content in made.items():
            self._files[name] = (mark, _hash(content))
        self._save()

    def clear(self, marks: Mapping[str, str]) -> list[Text]:
        """Delete what this program wrote there and no longer holds; return what is to be said of it.

        Parameters
        ----------
        marks
            Of each brief that belongs there, by its name without extension, what it is made from now. A file of
            another brief, or one that was made from something else, no longer holds. It is deleted if it is as it was
            written; what somebody changed stays, and is named.

        Raises
        ------
        OutputError
            If a file cannot be deleted.
        """
        deleted, kept = [], []
        for name, (mark, content) in sorted(self._files.items()):
            path = self._place / name
            if marks.get(path.stem) == mark:
                continue
            if path.exists() or path.is_symlink():
                if path.is_symlink() or not path.is_file() or _hash(path.read_bytes()) != content:
                    kept.append(name)
                    continue
                _delete(path)
                deleted.append(name)
            del self._files[name]
        self._save()
        return [_named(said, names) for said, names in ((_DELETED, deleted), (_KEPT, kept)) if names]

    def _save(self) -> None:
        files = {name: {"from": mark, "sha256": content} for name, (mark, content) in sorted(self._files.items())}
        text = json.dumps({"files": files}, indent=1)
        output.write(self._place / RECORD, f"{text}\n".encode())


def _read(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the files of a record; the older form names briefs alone, and knows no content."""
    try:
        found: Any = json.loads(content_of(path, most=_MOST))
    except (OSError, ValueError, RecursionError):
        return
    if not isinstance(found, dict):
        return
    files = found.get("files")
    if isinstance(files, dict):
        for name, held in files.items():
            mark, content = (held.get("from"), held.get("sha256")) if isinstance(held, dict) else (None, None)
            if _FILE.fullmatch(name) and isinstance(mark, str) and isinstance(content, str):
                yield name, (mark, content)
        return
    for there in path.parent.iterdir():
        if there.stem in found and _FILE.fullmatch(there.name) and there.is_file():
            yield there.name, ("", "")


def _delete(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise OutputError(fill(_CANNOT, path=output.shown(path), why=error.strerror)) from error


def _named(said: Text, names: Sequence[str]) -> Text:
    listed = ", ".join(names[:_NAMED])
    words: str | Text = listed
    if len(names) > _NAMED:
        words = fill(_AND_MORE, names=listed, count=len(names) - _NAMED)
    return fill(said, names=words)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
