"""The brief: a citation-backed document an advisor takes away."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ouderevidence import output, references
from ouderevidence.brief import document, provenance, render
from ouderevidence.errors import EvidenceError, OutputError

if TYPE_CHECKING:
    from ouderevidence.brief.nodes import Node
    from ouderevidence.library import Library


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief (*kennisnotitie*) on the claims of a library.

    Parameters
    ----------
    library
        The claims; a filtered library gives a brief on its selection.
    title
        The title; by default the subject and the filter in words.
    language
        ``"nl"`` or ``"en"``.
    depth
        How far it goes: ``"page"``, ``"summary"`` or ``"full"``.
    profile
        The reference style: ``"radboud"``, ``"han"`` or ``"apa-en"``; by default the one that suits the language.

    Raises
    ------
    EvidenceError
        If the language, the depth or the reference style is unknown.

    Examples
    --------
    >>> brief = Brief(library.where(parent_group="vaders"))
    >>> brief.to_bytes("html")[:15]
    b'<!DOCTYPE html>'
    """

    library: Library
    title: str | None = None
    language: str = "nl"
    depth: str = "summary"
    profile: str | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown language, depth or reference style."""
        for name, given, known in (
            ("language", self.language, ("nl", "en")),
            ("depth", self.depth, tuple(document.DEPTHS)),
            ("profile", self.style, tuple(references.PROFILES)),
        ):
            if given not in known:
                message = f"no {name} '{given}'; choose {', '.join(known)}"
                raise EvidenceError(message)

    @property
    def style(self) -> str:
        """The name of the reference style in use."""
        return self.profile or ("radboud" if self.language == "nl" else "apa-en")

    def document(self) -> Node:
        """Return the brief as a pandoc document: the model behind every format.

        Raises
        ------
        RenderError
            If a claim has no passage, or cites a work that is not there.
        """
        return document.build(
            self.library, title=self.title, language=self.language, profile=self.style, depth=self.depth
        )

    def to_bytes(self, form: str) -> bytes:
        """Return the brief as ``"md"``, ``"html"``, ``"docx"`` or ``"pdf"``; the same bytes every time.

        Raises
        ------
        OutputError
            If the format is another.
        RenderError
            If the brief cannot be traced, or pandoc or typst fails or warns.
        """
        if form not in render.FORMATS:
            message = f"no format '{form}'; choose {', '.join(render.FORMATS)}"
            raise OutputError(message)
        return render.render(self.document(), form, profile=self.style, epoch=self._epoch())

    def save(self, path: str | Path) -> Path:
        """Write the brief to a file; its extension (.md .html .docx .pdf) chooses the format.

        An existing file stays as it is until the new one is complete.

        Returns
        -------
        Path
            The file that was written.

        Raises
        ------
        OutputError
            If the extension is unknown, the folder is missing, or the place cannot be written to.
        RenderError
            If the brief cannot be traced, or pandoc or typst fails or warns.
        """
        target = Path(path)
        form = target.suffix.lower().removeprefix(".")
        if form not in render.FORMATS:
            message = f"cannot write '{target}': unknown extension '{target.suffix}'; use .md, .html, .docx or .pdf"
            raise OutputError(message)
        output.check_place(target)
        output.write(target, self.to_bytes(form))
        return target

    def provenance(self) -> list[dict[str, Any]]:
        """Return for every sentence of evidence: claim id, factsheet passages, works and judgements."""
        return provenance.trace(self.library, self.language)

    def _epoch(self) -> int:
        dates = [dt.date.fromisoformat(sheet.as_of) for sheet in self.library.factsheets]
        latest = max(dates, default=dt.date(2026, 1, 1))
        return int(dt.datetime.combine(latest, dt.time(), tzinfo=dt.UTC).timestamp())
