"""A corrected reference list: the library's works that a draft cites, in APA 7, and apart from it what is not sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.citing import citations, references
from ouderevidence.citing.items import listed_item
from ouderevidence.document import nodes, render
from ouderevidence.products.audit import wording

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Node
    from ouderevidence.model.records import Work
    from ouderevidence.model.words import Text
    from ouderevidence.products.audit.report import Audit


def reference_list(audit: Audit, form: str) -> bytes:
    """Return the corrected list as ``md``, ``html``, ``docx`` or ``pdf``.

    Raises
    ------
    OutputError
        If the format is another.
    RenderError
        If pandoc or typst fails or warns.
    """
    listed = document(audit)
    resolved = citations.resolve(listed, audit.profile)
    return render.Source(listed, resolved, epoch=audit.library.epoch).to_bytes(form)


def document(audit: Audit) -> Node:
    """Return the corrected list as a pandoc document, its entries not yet written out."""
    language = audit.language
    works = [audit.library.work(key) for key in sorted({cited.work for cited in audit.citations if cited.work})]
    sure = [work for work in works if work.appraisal.identification in {"certain", "probable"}]
    blocks = [nodes.para(nodes.text(wording.LIST_LEAD.of(language)))]
    if sure:
        blocks += [nodes.header(1, nodes.text(wording.LIST.of(language)), "literatuur"), nodes.div([], "refs")]
    unsure = [_candidates(audit, work) for work in works if work.appraisal.identification == "ambiguous"]
    blocks += _section(wording.UNSURE, wording.UNSURE_NOTE, "onzeker", unsure, language)
    lost = [audit.library.label(work.key, language) for work in works if work.is_stub]
    blocks += _section(wording.NOT_FOUND, wording.NOT_FOUND_NOTE, "niet-gevonden", lost, language)
    blocks += _section(wording.OUTSIDE, wording.OUTSIDE_NOTE, "niet-nagegaan", _outside(audit), language)
    metadata: dict[str, object] = {
        "title": f"{wording.LIST_TITLE.of(language)} {audit.name}",
        "lang": references.PROFILES[audit.profile].locale if language == "nl" else "en-GB",
        "references": [listed_item(work, language) for work in sure],
        "skip": wording.SKIP.of(language),
    }
    if sure:
        listed = [nodes.cite([nodes.reference(work.key) for work in sure])]
        metadata["nocite"] = {"t": "MetaInlines", "c": listed}
    return nodes.document(blocks, metadata)


def _candidates(audit: Audit, work: Work) -> str:
    """Return a work in doubt: how it is cited, what the draft's list says, and how many others it may be."""
    language = audit.language
    printed = next((entry.text for entry in audit.references if entry.work == work.key), None)
    said = f" {wording.AS_PRINTED.of(language)}: {printed}" if printed else ""
    known = f" {wording.IN_LIBRARY.of(language)}: {work.title}." if work.title and not printed else ""
    others = wording.CANDIDATES.of(language).format(number=len(work.appraisal.alternatives))
    return f"{audit.library.label(work.key, language)}.{said}{known} {others}"


def _outside(audit: Audit) -> list[str]:
    """Return the entries that the draft cites and the library lacks, and the citations that nothing lists."""
    entries = [entry.text for entry in audit.references if entry.work is None and entry.cited]
    loose = [cited.label for cited in audit.citations if cited.work is None and cited.unlisted]
    return [*entries, *(f"{label} ({wording.NO_ENTRY.of(audit.language)})" for label in dict.fromkeys(loose))]


def _section(heading: Text, note: Text, identifier: str, items: list[str], language: str) -> list[Node]:
    if not items:
        return []
    return [
        nodes.header(1, nodes.text(heading.of(language)), identifier),
        nodes.para(nodes.text(note.of(language))),
        nodes.bullets([[nodes.plain(nodes.text(item))] for item in items]),
    ]
