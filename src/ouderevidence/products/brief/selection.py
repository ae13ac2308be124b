"""What goes where in a brief: the key messages, the levers, the table a claim stands in, the links in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.library.profile import GRADED_KINDS
from ouderevidence.model.errors import RenderError
from ouderevidence.model.words import BEST_FIRST, SUPPORTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Citation, Claim, Work

OTHER_KINDS: Final = ("recommendation", "requirement", "definition", "context")
MOST_MESSAGES: Final = 6
MOST_LEVERS: Final = 5  # more do not fit the first page
SEVERAL: Final = "several"
GENERAL: Final = "general"
# What tables can be grouped by -> the facet.
GROUPINGS: Final = {"building_block": "building_blocks", "parent_group": "parent_groups"}


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


def findings(library: Library) -> list[Claim]:
    """Return the claims that get a level, in the order of the factsheet."""
    return [claim for claim in library.records if claim.kind in GRADED_KINDS]


def rank(library: Library, claim: Claim) -> tuple[int, int]:
    """Return the place of a claim in a table: findings best underpinned first, then the other kinds."""
    level = library.profile(claim.id).level
    if level is not None:
        return (0, BEST_FIRST.index(level))
    return (1, OTHER_KINDS.index(claim.kind) if claim.kind in OTHER_KINDS else len(OTHER_KINDS))


def key_messages(library: Library) -> list[Claim]:
    """Return at most six findings of level limited or better: best first, core first, then as in the factsheet."""
    fit = [claim for claim in findings(library) if library.profile(claim.id).level in SUPPORTED]
    return sorted(fit, key=lambda claim: (rank(library, claim), not claim.core))[:MOST_MESSAGES]


def levers(library: Library) -> list[tuple[str, Claim, list[Claim]]]:
    """Return the levers on which these claims recommend or require something, those that rest on evidence first.

    Each comes with the claim that says it best (one that rests on a supported claim before others, core before
    others, then as in the factsheet) and with all such claims. Levers with a municipal role go before others; else
    the order is that of the vocabulary.
    """
    found = []
    for term in library.vocabulary.terms("levers"):
        asked = [c for c in library.where(lever=term.id) if c.kind in ("recommendation", "requirement")]
        if asked:
            found.append((term.id, min(asked, key=lambda c: (not rests(library, c), not c.core)), asked))
    return sorted(
        found, key=lambda lever: (not any(rests(library, c) for c in lever[2]), not any(c.roles for c in lever[2]))
    )


def rests(library: Library, claim: Claim) -> bool:
    """Whether a recommendation rests on a supported claim."""
    return library.profile(claim.id).code == "rests"


def greatest_doubt(library: Library) -> tuple[Claim, Citation] | None:
    """Return the link in doubt that matters most to a reader of the first page; None if no link is in doubt.

    First a key message that loses its level without its strongest link, by that link; else the first key message with
    a link in doubt; else the first finding with one, core before others.
    """
    messages = key_messages(library)
    for claim in messages:
        profile = library.profile(claim.id)
        if profile.without_strongest not in SUPPORTED:
            for citation in claim.citations:
                if citation.work == profile.strongest and citation.note:
                    return claim, citation
    others = sorted(findings(library), key=lambda claim: not claim.core)
    return next(
        ((claim, x) for claim in [*messages, *others] for x in claim.citations if x.judgement != "full" and x.note),
        None,
    )


def grouped(library: Library, facet: str) -> Iterator[tuple[str, list[Claim]]]:
    """Yield the top terms of a facet in the order of the vocabulary, each with its claims; every claim once.

    A narrower term stands under its broader one. Claims about several terms come under ``several``, claims about none
    under ``general``, both last.
    """
    terms = library.vocabulary.terms(facet)
    top = {term.id: term.broader or term.id for term in terms}
    groups: dict[str, list[Claim]] = {term.id: [] for term in terms if term.broader is None}
    groups |= {SEVERAL: [], GENERAL: []}
    for claim in library.records:
        found = {top[name] for name in getattr(claim, facet)}
        groups[found.pop() if len(found) == 1 else SEVERAL if found else GENERAL].append(claim)
    for name, claims in groups.items():
        if claims:
            yield name, sorted(claims, key=lambda claim: rank(library, claim))


def doubts(library: Library) -> Iterator[tuple[Claim, Citation]]:
    """Yield the links that are not judged full."""
    for claim in library.records:
        for citation in claim.citations:
            if citation.judgement != "full":
                yield claim, citation


def contested(library: Library) -> Iterator[tuple[Claim, Citation]]:
    """Yield the links to works that speak against a claim or qualify it."""
    for claim in library.records:
        for citation in claim.citations:
            if citation.judgement == "contradicts" or citation.intent in ("qualifies", "disputes"):
                yield claim, citation


def untraced(library: Library) -> list[Work]:
    """Return the works cited by these claims that were not found, in key order."""
    return [work for work in library.cited_works() if work.is_stub]


def unsure(library: Library) -> list[Work]:
    """Return the works cited by these claims whose identification is not certain, in key order."""
    return [work for work in library.cited_works() if work.appraisal.identification in {"probable", "ambiguous"}]
