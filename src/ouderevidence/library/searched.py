"""What of a claim is searched, and how much each part of it weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.model.words import FACETS, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim, Work
    from ouderevidence.model.words import Text


def searched_texts(library: Library, claim: Claim) -> list[tuple[int, str]]:
    """Return the texts of a claim, each with its weight; a core claim goes before another that matches as well."""
    parts = [*_both(13 if claim.core else 12, claim.statement), *_both(4, KINDS[claim.kind])]
    for facet in FACETS:
        for name in getattr(claim, facet):
            term = library.vocabulary.term(facet, name)
            parts += [*_both(6, term.label), *((5, synonym) for synonym in term.synonyms)]
    for section_id in claim.sections:
        section = library.factsheet_of(claim).section(section_id)
        parts += _both(3, section.title) if section else []
    for name in claim.programmes:
        programme = library.programmes[name]
        parts += [(8, programme.title), *(_both(2, programme.finding) if programme.finding else [])]
    for citation in claim.citations:
        parts += [(8, citation.as_cited), *_work(library.work(citation.work), 8)]
    for caveat in claim.caveats:
        parts += _both(3, caveat.text)
        parts += [part for key in caveat.works for part in _work(library.work(key), 3)]
    return parts


def _both(weight: int, text: Text) -> Iterator[tuple[int, str]]:
    yield weight, text.nl
    yield weight, text.en


def _work(work: Work, weight: int) -> Iterator[tuple[int, str]]:
    yield weight, " ".join([*(name.full_family for name in work.authors), work.year])
    if work.title:
        yield 2, work.title
