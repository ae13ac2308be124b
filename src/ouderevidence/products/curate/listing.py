"""What a run of ``curate`` did, as lines for a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.citing.references import label
from ouderevidence.products.curate import wording
from ouderevidence.products.curate.pointers import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.products.curate.curating import Curated


def listed(found: Curated, language: str = "nl") -> Iterator[str]:
    """Yield what is new and what was left, one thing a line, and at the end the figures and what to do.

    Raises
    ------
    ValueError
        If the language is another than ``"nl"`` or ``"en"``.
    """
    for proposal in found.proposals:
        yield f"+ {proposal.passage.section}  {proposal.id}"
        for link in proposal.links:
            remark = f" ({link.remark.of(language)})" if link.remark else ""
            yield f"    {link.as_cited} → {link.work or '?'}{remark}"
    for work in found.works:
        words = wording.STUB if work.is_stub else wording.LISTED
        yield f"+ {work.key}: {words.of(language)}: {work.title or label(work, language)}"
    for skipped in found.skipped:
        yield f"- {skipped.line}: “{skipped.words} …”: {wording.SKIPPED[skipped.reason].of(language)}"
    for reference in found.uncited:
        yield f"- {wording.UNCITED.of(language)}: {plain(reference.text)}"
    for file in found.files:
        yield f"{wording.WRITTEN.of(language)} {file}"
    yield (
        wording.FIGURES.of(language)
        .replace("{proposals}", str(len(found.proposals)))
        .replace("{works}", str(len(found.works)))
        .replace("{accounted}", str(found.accounted))
        .replace("{skipped}", str(len(found.skipped)))
    )
    if found.other_edition:
        yield wording.OTHER_EDITION.of(language)
    yield (wording.TO_WRITE if found.proposals else wording.NOTHING_NEW).of(language)
