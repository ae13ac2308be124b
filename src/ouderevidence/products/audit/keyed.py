"""Citations that a program wrote: keys against the draft's own file of works, fields against what is printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ouderevidence.evidence.bibliography import read_bibliography
from ouderevidence.model.errors import DocumentError, RenderError
from ouderevidence.model.findings import Report
from ouderevidence.text import resolve
from ouderevidence.text.fields import ROLE
from ouderevidence.text.held import CSL, read_csl
from ouderevidence.text.reference_list import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ouderevidence.evidence.bibliography import Entry
    from ouderevidence.text import Document, Mention, Resolution
    from ouderevidence.text.fields import Field

SHOWN: Final = 3  # keys that are shown as examples
ROLE_LENGTH: Final = 16  # characters of "{cite:yearpar}", at most
FORMS: Final = CSL | {".bib"}  # of files of works


@dataclass(frozen=True)
class Keyed:
    """The citations of a document that a program wrote, and the works it names for them.

    Parameters
    ----------
    document
        The document.
    folder
        The folder it lies in, where the files of works that it names are looked for; None if that is not known.
    """

    document: Document
    folder: Path | None

    @cached_property
    def keyed(self) -> tuple[Field, ...]:
        """The citations by key; an @ in running text is one only where the document names a file of works."""
        named = bool(self.document.bibliography or self.document.works)
        return tuple(f for f in self.document.fields if not f.works and (named or self._is_sure(f)))

    def _is_sure(self, field: Field) -> bool:
        """Whether it is a citation by its form: "[@mol2015]", or the keys of a role of MyST."""
        before = self.document.text[max(0, field.start - ROLE_LENGTH) : field.start]
        return self.words(field).startswith("[") or ROLE.search(before) is not None

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The files of works that the document names and that are there."""
        named = (self.folder / name for name in self.document.bibliography) if self.folder else ()
        return tuple(path for path in named if path.suffix.lower() in FORMS and path.is_file())

    @cached_property
    def entries(self) -> dict[str, Reference]:
        """The works of those files and of the document's own head, by key."""
        found = {work.key: work for work in self.document.works}
        for path in self.files:
            found |= _read(path)
        return found

    @property
    def named(self) -> str:
        """The names of the files, for a reader; that of the document where it holds the works itself."""
        own = (self.document.name,) if self.document.works else ()
        return ", ".join((*(path.name for path in self.files), *own)) or ", ".join(self.document.bibliography)

    @property
    def examples(self) -> str:
        """A few keys, as they are printed."""
        keys = dict.fromkeys(key for field in self.keyed for key in field.keys)
        return ", ".join(f"@{key}" for key in list(keys)[:SHOWN])

    def words(self, field: Field) -> str:
        """Return a citation as it is printed."""
        return self.document.text[field.start : field.end]

    def field_of(self, mention: Mention) -> Field | None:
        """Return the field that a citation stands in and that holds the data of its works."""
        return next(
            (f for f in self.document.fields if f.works and f.start <= mention.start and mention.end <= f.end), None
        )

    def compared(self, mentions: tuple[Mention, ...]) -> Iterator[tuple[Resolution, Field]]:
        """Yield each citation in a field, held against the works that the field holds."""
        for mention in mentions:
            field = self.field_of(mention)
            if field is not None:
                yield resolve([mention], field.works)[0], field


def _read(path: Path) -> dict[str, Reference]:
    """Return the works of a file, by key; of one that cannot be read none."""
    if path.suffix.lower() in CSL:
        try:
            return {work.key: work for work in read_csl(path)}
        except (DocumentError, RenderError):
            return {}
    read = read_bibliography(path, Report(path.name))
    return {key: as_reference(entry) for key, entry in read.items()}


def as_reference(entry: Entry) -> Reference:
    """Return an entry of a BibTeX file as one of a reference list."""
    fields = entry.fields
    year = fields.get("year") or fields.get("date", "")[:4] or "z.d."
    return Reference(
        0, 0, "", entry.key, entry.authors or entry.editors, year, fields.get("title"),
        fields.get("doi", "").lower().removeprefix("https://doi.org/") or None, fields.get("url"),
        complete=not entry.and_others,
    )  # fmt: skip
