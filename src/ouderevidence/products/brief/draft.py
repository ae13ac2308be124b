"""A brief on its way to its files: what it says is known; its citations and its charts are still to be made."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.citing import citations
from ouderevidence.document import housestyle, nodes, render
from ouderevidence.model.version import version
from ouderevidence.products.brief import document, provenance, selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.document.nodes import Node
    from ouderevidence.products.brief.brief import Brief

AT_ONCE: Final = 3  # while pandoc or typst works on two, which keeps two processors busy, Python prepares another
LONGEST_FIRST: Final = ("pdf", "docx", "md", "html")


class Draft:
    """A brief as a document without pictures.

    Parameters
    ----------
    brief
        The brief.

    Raises
    ------
    RenderError
        If a claim cannot be traced to a passage, or a citation to a work.
    """

    def __init__(self, brief: Brief) -> None:
        selection.require_traceable(brief.library)
        self.brief = brief
        self._built, self._charts = document.build(brief)
        self._traced = False

    def mark(self) -> str:
        """Return what the brief is made from, as a number: its document, its style, the software.

        The version of the library is no part of it: a brief in which nothing else changed names the version that it was
        made from, and stays. Charts are told by what they show.
        """
        brief = self.brief
        files = [Path(path).read_bytes().hex() for path in (brief.reference_doc,) if path]
        charts = [chart.said() for chart in self._charts.values()]
        text = json.dumps([self._built, charts, brief.style, files, version()], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.replace(brief.library.version, "").encode("utf-8")).hexdigest()

    def require_traced(self) -> None:
        """Refuse a brief of which a sentence cannot be traced to its claim; what was traced before is not again.

        Raises
        ------
        RenderError
            If a sentence of evidence cannot be traced to its claim.
        """
        if not self._traced:
            provenance.require_marked(self.brief.library, self._built, self.brief.language)
            self._traced = True

    def document(self) -> Node:
        """Return the document, checked, its charts drawn, citations not yet written out.

        Raises
        ------
        RenderError
            If a sentence of evidence cannot be traced to its claim.
        """
        self.require_traced()
        return _pictured(self._built, self._drawn())

    def to_forms(self, forms: Sequence[str]) -> dict[str, bytes]:
        """Return the brief in some formats.

        Raises
        ------
        RenderError
            If a sentence of evidence cannot be traced to its claim, or pandoc or typst fails or warns.
        """
        brief = self.brief
        with ThreadPoolExecutor(AT_ONCE) as pool:  # pandoc and typst leave Python alone
            resolving = pool.submit(citations.resolve, self._built, brief.style)
            self.require_traced()
            pictures = self._drawn()
            source = render.Source(
                _pictured(self._built, pictures),
                _pictured(resolving.result(), pictures),
                epoch=brief.library.epoch,
                house_style=brief.reference_doc,
                author=brief.author or brief.organisation or "",
            )
            made = {form: pool.submit(source.to_bytes, form) for form in LONGEST_FIRST if form in forms}
            return {form: made[form].result() for form in forms}

    def _drawn(self) -> dict[str, str]:
        """Return the charts as data addresses, by their names."""
        drawn = {name: chart.to_bytes("png", framed=False) for name, chart in self._charts.items()}
        return {name: housestyle.data_address(content, "image/png") for name, content in drawn.items()}


def _pictured(document: Node, pictures: dict[str, str]) -> Node:
    return {**document, "blocks": nodes.with_pictures(document["blocks"], pictures)}
