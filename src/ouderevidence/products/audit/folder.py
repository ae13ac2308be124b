"""All drafts of a folder in one go, here, over several processors or on a Dask cluster; one table of what is found.

What is found in a draft is recorded under a hash of its content, of the evidence and of the options, as soon as it is
known: a run that was broken off goes on where it stopped, and a draft that did not change is not audited again. Never
more than a few drafts are under way, so that memory does not grow with the folder.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import multiprocessing
import os
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import output
from ouderevidence.document.files import content_of
from ouderevidence.document.scratch import scratch
from ouderevidence.library.spreadsheet import disarmed
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import DocumentError, OutputError, on_one_line
from ouderevidence.model.version import version
from ouderevidence.products.audit.cluster import cluster, require_cluster
from ouderevidence.products.audit.examination import audit
from ouderevidence.products.audit.report import COLUMNS
from ouderevidence.text.document import SUFFIXES
from ouderevidence.text.folding import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ouderevidence.library.library import Library

RECORDS: Final = "per-concept"  # folder of the records
TABLE: Final = "opmerkingen.csv"
AHEAD: Final = 2  # drafts under way for each that is being worked on
_Task = tuple[Path, tuple[Any, ...]]
_HELD: Final[dict[str, Library]] = {}  # the library of a process of the pool


@dataclass(frozen=True, slots=True)
class Counted:
    """What was found in one draft: how often each severity, or why it could not be read."""

    name: str
    error: int = 0
    warning: int = 0
    hint: int = 0
    unread: str | None = None

    @property
    def holds(self) -> bool:
        """Whether it was read and has no error and no warning."""
        return self.unread is None and not self.error and not self.warning


def audit_folder(
    folder: str | Path,
    library: Library,
    results: str | Path,
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    language: str = "nl",
    profile: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Counted]:
    """Audit every draft of a folder, and write one table of what was found.

    Parameters
    ----------
    folder
        Where the drafts are, in folders of their own or not.
    library
        The library they are held against.
    results
        The folder for the table ``opmerkingen.csv`` and the records; it is made if its parent is there.
    jobs
        How many processors are used; no more than there are, and than drafts.
    scheduler
        The address of a Dask scheduler that is to do the work instead, such as ``tcp://10.0.0.5:8786``.
    language, profile
        As for :func:`ouderevidence.audit`.
    progress
        Called with the number of drafts done and the number of all.

    Returns
    -------
    list of Counted
        One for each draft, in the order of their names.

    Raises
    ------
    OutputError
        If the folder has no drafts, one within it cannot be read, the results cannot be written, or another run is
        writing them.
    EvidenceError
        If an option is unknown, or the scheduler cannot be reached or has no workers.
    """
    place = Path(results)
    drafts = list(find_drafts(Path(folder), place))
    if not drafts:
        message = Text(
            f"er staan geen concepten in {folder}; zet er bestanden in die eindigen op {', '.join(SUFFIXES)}",
            f"there are no drafts in {folder}; put files there that end in {', '.join(SUFFIXES)}",
        )
        raise OutputError(message)
    if scheduler is not None:
        require_cluster(scheduler)
    options = {"language": language, "profile": profile}
    marks = {draft: _mark(draft, library, options) for draft in drafts}
    with output.alone(output.make_folder(place)):
        due = list({marks[draft]: draft for draft in drafts if not _is_whole(_record(place, marks[draft]))}.values())
        done = len(drafts) - len(due)
        if progress:
            progress(done, len(drafts))
        for draft, content in _examine(due, library, jobs, scheduler, options):
            output.write(_record(place, marks[draft]), content)
            done += 1
            if progress:
                progress(done, len(drafts))
        return _write_table(place, Path(folder), marks)


def find_drafts(folder: Path, results: Path) -> Iterator[Path]:
    """Yield the drafts of a folder in the order of their names; not hidden files, nor what lies among the results."""
    for path in sorted(_files_in(folder)):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and path.is_file() and not hidden and results not in path.parents:
            yield path


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of all within it that is not hidden; one that cannot be read is refused."""

    def refuse(error: OSError) -> None:
        place = output.shown(error.filename)
        message = Text(
            f"de map {place} kan niet worden gelezen ({error.strerror}); geef uzelf het recht, of haal de map eruit",
            f"the folder {place} cannot be read ({error.strerror}); give yourself the right, or take the folder out",
        )
        raise OutputError(message) from error

    for place, inner, names in os.walk(folder, onerror=refuse):
        inner[:] = [name for name in inner if not name.startswith(".")]
        yield from (Path(place, name) for name in names)


def examined(library: Library, name: str, data: bytes | None, options: dict[str, Any]) -> bytes:
    """Audit one draft and return its record as JSON; a draft that cannot be read is a record too.

    ``data`` are the bytes of a draft that is not on this machine; else ``name`` is its path.
    """
    try:
        if data is None:
            found = audit(name, library, **options)
        else:
            with scratch() as place:
                path = Path(place, Path(name).name)
                path.write_bytes(data)
                found = audit(path, library, **options)
    except DocumentError as error:
        return _as_json({"unread": error.in_words(options["language"])})
    counts = Counter(remark.severity for remark in found.findings)
    return _as_json({"counts": dict(sorted(counts.items())), "findings": found.rows()})


# -- where the work is done ------------------------------------------------------------------------------------------


def _examine(
    due: list[Path], library: Library, jobs: int, scheduler: str | None, options: dict[str, Any]
) -> Iterator[tuple[Path, bytes]]:
    if scheduler is not None:
        with cluster(scheduler, library, examined) as (submit, workers):
            sent: Iterable[_Task] = ((path, (*_sent(path), options)) for path in due)
            yield from _through(submit, sent, workers)
    elif (jobs := min(jobs, len(due), os.cpu_count() or 1)) > 1:
        # New processes, not copies of this one: a copy of one that draws a progress bar in a thread may hang.
        spawned = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(jobs, spawned, initializer=_hold, initargs=(library,)) as pool:
            tasks: Iterable[_Task] = ((path, (str(path), None, options)) for path in due)
            yield from _through(lambda *task: pool.submit(_examined_here, *task), tasks, jobs)
    else:
        yield from ((path, examined(library, str(path), None, options)) for path in due)


def _sent(path: Path) -> tuple[str, bytes | None]:
    """Return the name and the bytes of a draft; one that cannot be read here cannot be there either."""
    try:
        return path.name, path.read_bytes()
    except OSError:
        return str(path.absolute()), None


def _hold(library: Library) -> None:
    _HELD["library"] = library


def _examined_here(name: str, data: bytes | None, options: dict[str, Any]) -> bytes:
    return examined(_HELD["library"], name, data, options)


def _through(
    submit: Callable[..., Future[bytes]], tasks: Iterable[_Task], workers: int
) -> Iterator[tuple[Path, bytes]]:
    """Hand tasks out, a few at a time, and yield what comes back as it comes."""
    under_way: dict[Future[bytes], Path] = {}
    for path, task in tasks:
        under_way[submit(*task)] = path
        if len(under_way) >= workers * AHEAD:
            yield from _come_back(under_way)
    while under_way:
        yield from _come_back(under_way)


def _come_back(under_way: dict[Future[bytes], Path]) -> Iterator[tuple[Path, bytes]]:
    for future in wait(under_way, return_when=FIRST_COMPLETED).done:
        yield under_way.pop(future), future.result()


# -- what is kept ----------------------------------------------------------------------------------------------------


def _mark(draft: Path, library: Library, options: dict[str, Any]) -> str:
    """Return a hash of a draft's content and of all that decides what is found in it."""
    made_of = [version(), library.version, library.filter_flags(), draft.suffix.lower(), options]
    digest = hashlib.sha256(json.dumps(made_of, sort_keys=True).encode("utf-8"))
    try:
        with draft.open("rb") as file:
            while part := file.read(1 << 20):
                digest.update(part)
    except OSError as error:  # its record says so, and another one is made when it can be read
        digest.update(f"{draft}: {error}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:32]


def _record(place: Path, mark: str) -> Path:
    return place / RECORDS / f"{mark}.json"


def _is_whole(path: Path) -> bool:
    """Whether a record is there and is one of ours; one that is cut off or foreign is made anew."""
    try:
        record = json.loads(content_of(path))
        _as_json(record)  # half a pair of signs can be read, and not be written
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(record, dict):
        return False
    counts, findings, unread = record.get("counts", {}), record.get("findings", []), record.get("unread", "")
    known = isinstance(counts, dict) and set(counts) <= {"error", "warning", "hint"}
    numbers = known and all(type(count) is int for count in counts.values())
    rows = isinstance(findings, list) and all(isinstance(row, dict) and _are_words(row.values()) for row in findings)
    return numbers and rows and isinstance(unread, str) and bool(record.keys() & {"unread", "counts"})


def _are_words(cells: Iterable[Any]) -> bool:
    """Whether each cell of a row is words, a list of them, or nothing."""
    words = (word for cell in cells for word in (cell if isinstance(cell, list) else [cell]))
    return all(word is None or isinstance(word, str) for word in words)


def _as_json(record: dict[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _write_table(place: Path, folder: Path, marks: dict[Path, str]) -> list[Counted]:
    """Write the table from the records, one draft at a time; no cell of it is a formula."""
    counted: list[Counted] = []
    with output.opened(place / TABLE) as whole:
        file = io.TextIOWrapper(whole, encoding="utf-8", newline="")
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["file", *COLUMNS])
        for draft, mark in marks.items():
            name = on_one_line(draft.relative_to(folder).as_posix())
            record = json.loads(_record(place, mark).read_text(encoding="utf-8"))
            unread = record.get("unread")
            rows = [row.values() for row in record.get("findings", [])]
            for row in [["", "", "", "", unread, "", ""]] if unread is not None else rows:
                cells = ("; ".join(filter(None, cell)) if isinstance(cell, list) else str(cell or "") for cell in row)
                table.writerow([disarmed(printable(cell)) for cell in (name, *cells)])
            counted.append(Counted(name, **record.get("counts", {}), unread=unread))
        file.detach()
    return counted
