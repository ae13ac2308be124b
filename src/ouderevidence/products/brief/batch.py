"""All briefs of a library in one go: the whole, every building block, every parent group and every filled cell.

Each is written in every format asked for, with a page that leads to them. What is written is recorded by the content
it was made from, so that a second run writes only what changed, and deletes what no longer holds.
"""

from __future__ import annotations

import html
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import output, render
from ouderevidence.model.bilingual import Text
from ouderevidence.model.collector import without_collector
from ouderevidence.model.errors import OutputError
from ouderevidence.products.brief import wording
from ouderevidence.products.brief.brief import Brief
from ouderevidence.products.brief.draft import Draft
from ouderevidence.products.brief.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ouderevidence.library.library import Library

INDEX: Final = "index.html"
WORKERS: Final = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One brief of the set: the name of its files without extension, and the filter as keyword and term."""

    name: str
    filters: tuple[tuple[str, str], ...]


def entries(library: Library) -> Iterator[Entry]:
    """Yield the whole, the building blocks, the parent groups and the cells that hold a claim."""
    yield Entry("alles", ())
    blocks = [term.id for term in library.vocabulary.terms("building_blocks")]
    groups = [term.id for term in library.vocabulary.terms("parent_groups")]
    for block in blocks:
        if len(library.where(building_block=block)):
            yield Entry(f"bouwsteen-{block}", (("building_block", block),))
    for group in groups:
        if len(library.where(parent_group=group)):
            yield Entry(f"groep-{group}", (("parent_group", group),))
    for block in blocks:
        for group in groups:
            if len(library.where(building_block=block, parent_group=group)):
                yield Entry(f"cel-{block}-{group}", (("building_block", block), ("parent_group", group)))


def write_all(
    library: Library,
    folder: str | Path,
    *,
    forms: Sequence[str] = ("docx", "pdf"),
    workers: int = WORKERS,
    progress: Callable[[int, int], None] | None = None,
    say: Callable[[Text], None] | None = None,
    **options: Any,  # noqa: ANN401 (the options of a brief)
) -> list[Path]:
    """Write every brief of a library into a folder, with an index page; return the files that were written now.

    Every brief is traced before the first is written: where one cannot be, the folder stays as it was.

    A brief that an earlier run wrote there and that no longer holds, as no claim of the library belongs to it or it
    says something else now, is deleted; if somebody changed it since, it stays and is named.

    Parameters
    ----------
    library
        The claims.
    folder
        Where to; it is made if its parent is there.
    forms
        Formats, of ``md``, ``html``, ``docx`` and ``pdf``.
    workers
        How many processors are used.
    progress
        Called with the number of briefs done and the number of all.
    say
        Called with what was deleted, and with what no longer holds and stays.
    options
        The options of ``Brief``, for every brief.

    Raises
    ------
    OutputError
        If a format is unknown, the folder cannot be made or written to, or another run is writing into it.
    EvidenceError
        If an option is unknown.
    RenderError
        If a sentence of a brief cannot be traced to its claim, or a brief cannot be made.
    """
    unknown = [form for form in forms if form not in render.FORMATS]
    if unknown:
        message = Text(
            f"geen bestandsvorm '{unknown[0]}'; kies {', '.join(render.FORMATS)}",
            f"no format '{unknown[0]}'; choose {', '.join(render.FORMATS)}",
        )
        raise OutputError(message)
    place = output.make_folder(Path(folder))
    with output.alone(place):
        if progress:
            progress(0, len(list(entries(library))))
        drafts = trace_all(library, workers=workers, **options)
        return write_traced(drafts, place, forms=forms, workers=workers, progress=progress, say=say)


def trace_all(library: Library, *, workers: int = WORKERS, **options: Any) -> dict[Entry, Draft]:  # noqa: ANN401 (the options of a brief)
    """Return every brief of a library, each sentence in it traced to its claim; nothing is written.

    Raises
    ------
    EvidenceError
        If an option is unknown.
    RenderError
        If a sentence of a brief cannot be traced to its claim.
    """
    briefs = {entry: Brief(library.where(**dict(entry.filters)), **options) for entry in entries(library)}  # type: ignore[arg-type]

    def make(brief: Brief) -> Draft:
        with without_collector():
            draft = Draft(brief)
            draft.require_traced()
            return draft

    with ThreadPoolExecutor(max(workers, 1)) as pool:
        return dict(zip(briefs, pool.map(make, briefs.values()), strict=True))


def write_traced(
    drafts: dict[Entry, Draft],
    place: Path,
    *,
    forms: Sequence[str],
    workers: int = WORKERS,
    progress: Callable[[int, int], None] | None = None,
    say: Callable[[Text], None] | None = None,
) -> list[Path]:
    """Write briefs that were traced into a folder that this run holds; return the files that were written now.

    Parameters
    ----------
    drafts
        What :func:`trace_all` gave.
    place
        The folder.
    forms, workers, progress, say
        As for :func:`write_all`.

    Raises
    ------
    OutputError
        If the folder cannot be written to.
    RenderError
        If a brief cannot be made.
    """
    record = Record(place)
    marks: dict[str, str] = {}
    written: list[Path] = []
    made_of_each = _made(drafts, record, forms, workers)
    for done, (entry, (mark, made)) in enumerate(zip(drafts, made_of_each, strict=True), 1):
        marks[entry.name] = mark
        files = {f"{entry.name}.{form}": content for form, content in made.items()}
        for name, content in files.items():
            output.write(place / name, content)
            written.append(place / name)
        if files:
            record.add(files, mark)
        if progress:
            progress(done, len(drafts))
    output.write(place / INDEX, _index({entry: draft.brief for entry, draft in drafts.items()}, forms))
    for said in record.clear(marks):
        if say:
            say(said)
    return written


def _made(
    drafts: dict[Entry, Draft], record: Record, forms: Sequence[str], workers: int
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield in order what each brief is made from and, where it does not stand there yet, its content by format.

    Threads do: pandoc is a program of its own, and typst leaves Python alone.
    """

    def make(entry: Entry) -> tuple[str, dict[str, bytes]]:
        with without_collector():
            draft = drafts[entry]
            mark = draft.mark()
            held = all(record.holds(f"{entry.name}.{form}", mark) for form in forms)
            return mark, {} if held else draft.to_forms(forms)

    with ThreadPoolExecutor(max(workers, 1)) as pool:
        yield from pool.map(make, drafts)


def _index(briefs: dict[Entry, Brief], forms: Sequence[str]) -> bytes:
    """Return the page that leads to the briefs."""
    language = next(iter(briefs.values())).language
    title = wording.ALL_BRIEFS.of(language)
    head = [wording.HEAD_ABOUT.of(language), wording.HEAD_CLAIMS.of(language), wording.HEAD_FILES.of(language)]
    rows = [
        (
            html.escape(brief.library.filter_text(language)),
            str(len(brief.library)),
            " ".join(f'<a href="{entry.name}.{form}">{_form_name(form)}{_hidden(brief)}</a>' for form in forms),
        )
        for entry, brief in briefs.items()
    ]
    cells = "\n".join(f'<tr><th scope="row">{a}</th><td>{b}</td><td>{c}</td></tr>' for a, b, c in rows)
    columns = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in head)
    page = render.template("index.html")
    parts = {"lang": language, "title": html.escape(title), "head": columns, "rows": cells}
    for name, value in parts.items():
        page = page.replace(f"${name}$", value)
    return page.encode("utf-8")


def _hidden(brief: Brief) -> str:
    """Return what the link is about, for readers that hear links one by one."""
    return f'<span class="hidden"> {html.escape(brief.library.filter_text(brief.language))}</span>'


def _form_name(form: str) -> str:
    return {"md": "Markdown", "html": "HTML", "docx": "Word", "pdf": "PDF"}[form]
