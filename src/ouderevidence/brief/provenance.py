"""From a sentence to its source: what stands behind each sentence of evidence in a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ouderevidence import references
from ouderevidence.brief import selection

if TYPE_CHECKING:
    from ouderevidence.library import Library
    from ouderevidence.model import Citation, Claim


def trace(library: Library, language: str) -> list[dict[str, Any]]:
    """Return one record per claim of the brief, in the order of the factsheet.

    Raises
    ------
    RenderError
        If a claim has no passage, or cites a work that is not there.
    """
    selection.require_traceable(library)
    labels = references.labels(library.cited_works(), language=language)
    messages = {claim.id for claim in selection.key_messages(library)}
    return [_claim(library, claim, labels, language, key=claim.id in messages) for claim in library.records]


def _claim(library: Library, claim: Claim, labels: dict[str, str], language: str, *, key: bool) -> dict[str, Any]:
    return {
        "claim": claim.id,
        "sentence": claim.statement.of(language),
        "kind": claim.kind,
        "underpinning": library.profile(claim.id).code,
        "key_message": key,
        "factsheet": claim.factsheet,
        "passages": [{"section": p.section, "starts": p.starts, "ends": p.ends} for p in claim.passages],
        "works": [_link(library, citation, labels) for citation in claim.citations],
        "caveats": [
            {
                "sentence": caveat.text.of(language),
                "works": list(caveat.works),
                "source": caveat.source,
                "checked_on": caveat.checked_on,
            }
            for caveat in claim.caveats
        ],
    }


def _link(library: Library, citation: Citation, labels: dict[str, str]) -> dict[str, Any]:
    return {
        "work": citation.work,
        "label": labels[citation.work],
        "as_cited": citation.as_cited,
        "passage": citation.passage,
        "intent": citation.intent,
        "judgement": citation.judgement,
        "basis": citation.basis,
        "identification": library.work(citation.work).appraisal.identification,
    }
