"""The brief: a citation-backed document an advisor takes away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ouderevidence.citing import references
from ouderevidence.document import housestyle, output, render
from ouderevidence.model.bilingual import Text
from ouderevidence.model.collector import without_collector
from ouderevidence.model.errors import OutputError
from ouderevidence.model.words import LANGUAGES, option, read_day, require_text
from ouderevidence.products.brief import document, provenance, selection
from ouderevidence.products.brief.draft import Draft

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Node
    from ouderevidence.library.library import Library


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief (*kennisnotitie*) on the claims of a library: one page, its summary, the full account.

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
    group_by
        What its tables are grouped by: ``"building_block"`` or ``"parent_group"``.
    placeholders
        Whether the first page has empty, labelled places for what only the municipality knows.
    author, organisation, date
        Who gives it out and when (2026-11-25 or 25-11-2026), for the first page; nothing is printed unless given.
    logo
        A PNG or JPEG file for the first page.
    reference_doc
        A Word file whose styles the Word file takes over: the house style.

    Raises
    ------
    EvidenceError
        If the language, the depth, the reference style, the grouping or the date is unknown, the title or a name is
        no text, or the logo or the house style cannot be read.

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
    group_by: str = "building_block"
    placeholders: bool = False
    author: str | None = None
    organisation: str | None = None
    date: str | None = None
    logo: str | Path | None = None
    reference_doc: str | Path | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown option, and files that cannot be used."""
        option("language", self.language, LANGUAGES)
        option("depth", self.depth, document.DEPTHS)
        option("reference style", self.style, references.PROFILES)
        option("grouping", self.group_by, selection.GROUPINGS)
        for what in ("title", "author", "organisation"):
            said = getattr(self, what) or ""
            require_text(said)
            if not said.strip():  # a blank name is none
                object.__setattr__(self, what, None)
        if self.date is not None:
            object.__setattr__(self, "date", read_day(self.date))
        if self.logo is not None:
            housestyle.picture(self.logo)
        if self.reference_doc is not None:
            housestyle.reference_document(self.reference_doc)

    @property
    def style(self) -> str:
        """The name of the reference style in use."""
        return self.profile or ("radboud" if self.language == "nl" else "apa-en")

    def document(self) -> Node:
        """Return the brief as a pandoc document: the model behind every format.

        Raises
        ------
        RenderError
            If a sentence of evidence cannot be traced to a claim, a claim to a passage, or a citation to a work.
        """
        return Draft(self).document()

    def to_bytes(self, form: str) -> bytes:
        """Return the brief as ``"md"``, ``"html"``, ``"docx"`` or ``"pdf"``; the same bytes every time.

        Raises
        ------
        OutputError
            If the format is another.
        RenderError
            If the brief cannot be traced, or pandoc or typst fails or warns.
        """
        return self.to_forms(form)[form]

    def to_forms(self, *forms: str) -> dict[str, bytes]:
        """Return the brief in several formats, its citations written out once for all of them.

        Raises
        ------
        OutputError
            If a format is unknown.
        RenderError
            If the brief cannot be traced, or pandoc or typst fails or warns.
        """
        for form in forms:
            if form not in render.FORMATS:
                message = Text(
                    f"geen bestandsvorm '{form}'; kies {', '.join(render.FORMATS)}",
                    f"no format '{form}'; choose {', '.join(render.FORMATS)}",
                )
                raise OutputError(message)
        with without_collector():
            return Draft(self).to_forms(forms)

    def save(self, *paths: str | Path) -> Path:
        """Write the brief to one or more files; the extension (.md .html .docx .pdf) chooses the format.

        An existing file stays as it is until the new one is complete; nothing is written when one path is wrong.

        Returns
        -------
        Path
            The first file that was written.

        Raises
        ------
        OutputError
            If an extension is unknown, a path is that of the logo or the house style, or a place cannot be written to.
        RenderError
            If the brief cannot be traced, or pandoc or typst fails or warns.
        """
        targets = [Path(path) for path in paths]
        forms = [output.form_of(target, render.FORMATS) for target in targets]
        if not targets:
            message = Text(
                "geen bestand genoemd; geef ten minste één pad",
                "no file named; give at least one path",
            )
            raise OutputError(message)
        for target in targets:
            output.check_apart(target, read=[self.reference_doc, self.logo])
        made = self.to_forms(*dict.fromkeys(forms))
        for target, form in zip(targets, forms, strict=True):
            output.write(target, made[form])
        return targets[0]

    def provenance(self) -> list[dict[str, Any]]:
        """Return for every sentence of evidence, in reading order: claim id, passages, works and judgements.

        The keys are those of ``ouderevidence.products.brief.provenance.trace``.

        Raises
        ------
        RenderError
            If a sentence cannot be traced.
        """
        return provenance.trace(self.library, self.document(), self.language)
