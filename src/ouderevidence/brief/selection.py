"""What goes where in a brief: the key messages, the table a claim stands in, the links in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.library import Library
    from ouderevidence.model import Citation, Claim, Work

LEVELLED: Final = ("finding", "prevalence")
BEST_FIRST: Final = ("strong", "moderate", "limited", "unconfirmed", "untraced", "none")
MESSAGE_LEVELS: Final = ("strong", "moderate", "limited")
OTHER_KINDS: Final = ("recommendation", "requirement", "definition", "context")
MOST_MESSAGES: Final = 6
SURE: Final = ("certain", "probable")
SEVERAL: Final = "several"
GENERAL: Final = "general"


def counts(citation: Citation, work: Work) -> bool:
    """Whether a link counts: cited as support, found to support, and the work identified."""
    return (
        citation.intent == "supports"
        and citation.judgement in {"full", "partial"}
        and work.appraisal.identification in SURE
    )


def require_traceable(library: Library) -> None:
    """Refuse claims that cannot be traced to the factsheet and to works.

    Raises
    ------
    RenderError
        If a claim has no id or no passage, or cites a work that is not there.
    """
    for claim in library.records:
        if not claim.id or not claim.passages:
            message = f"claim '{claim.id}' has no passage; add one in {claim.file}:{claim.line}"
            raise RenderError(message)
        for key in [c.work for c in claim.citations] + [key for caveat in claim.caveats for key in caveat.works]:
            if key not in library.bibliography:
                message = f"claim '{claim.id}' cites work '{key}', which is not there; add it to references.bib"
                raise RenderError(message)


def rank(library: Library, claim: Claim) -> tuple[int, int]:
    """Return the place of a claim in a table: findings best underpinned first, then the other kinds."""
    level = library.profile(claim.id).level
    if level is not None:
        return (0, BEST_FIRST.index(level))
    return (1, OTHER_KINDS.index(claim.kind) if claim.kind in OTHER_KINDS else len(OTHER_KINDS))


def key_messages(library: Library) -> list[Claim]:
    """Return at most six findings of level limited or better: best first, core first, then as in the factsheet."""
    fit = [
        claim
        for claim in library.records
        if claim.kind in LEVELLED and library.profile(claim.id).level in MESSAGE_LEVELS
    ]
    return sorted(fit, key=lambda claim: (rank(library, claim), not claim.core))[:MOST_MESSAGES]


def by_block(library: Library) -> Iterator[tuple[str, list[Claim]]]:
    """Yield the building blocks in the order of the vocabulary, each with its claims; every claim once.

    A narrower term stands under its broader one. Claims about several blocks come under ``several``, claims about
    none under ``general``, both last.
    """
    terms = library.vocabulary.terms("building_blocks")
    top = {term.id: term.broader or term.id for term in terms}
    groups: dict[str, list[Claim]] = {term.id: [] for term in terms if term.broader is None}
    groups |= {SEVERAL: [], GENERAL: []}
    for claim in library.records:
        blocks = {top[block] for block in claim.building_blocks}
        name = blocks.pop() if len(blocks) == 1 else SEVERAL if blocks else GENERAL
        groups[name].append(claim)
    for name, claims in groups.items():
        if claims:
            yield name, sorted(claims, key=lambda claim: rank(library, claim))


def doubts(library: Library) -> Iterator[tuple[Claim, Citation]]:
    """Yield the links that are not judged full."""
    for claim in library.records:
        for citation in claim.citations:
            if citation.judgement != "full":
                yield claim, citation


def untraced(library: Library) -> list[Work]:
    """Return the works cited by these claims that were not found, in key order."""
    return [work for work in library.cited_works() if work.is_stub]


def unsure(library: Library) -> list[Work]:
    """Return the works cited by these claims whose identification is not certain, in key order."""
    return [work for work in library.cited_works() if work.appraisal.identification in {"probable", "ambiguous"}]
