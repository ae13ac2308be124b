"""Tables out of a library, in codes: what a column is called and means is the same in all of them.

A frame has one row per thing it is named after, and its key as index or column: ``claim_id``, ``work_key``. So
``library.citations.merge(library.works, on="work_key")`` joins. What takes no option is a property of the library,
what takes one is a method. The same tables in words are in ``tables``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ouderevidence.library.gaps import fragile as fragile_claims
from ouderevidence.model.words import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from ouderevidence.library.library import Library
    from ouderevidence.library.profile import Link


class Column(NamedTuple):
    """What a column holds: its type and its meaning."""

    type: str
    meaning: str


_CLAIM: Final = Column("str", "id of the claim")
_WORK: Final = Column("str", "cite key of the work")
_LEVEL: Final = Column("str", "level or standing, from the factsheet's own links")
_EVIDENCE_LEVEL: Final = Column("str", "level or standing, with complementary research")
_CLAIMS_HERE: Final = Column("int", "claims of this library")
_LINK: Final = {
    "claim_id": _CLAIM,
    "work_key": _WORK,
    "intent": Column("str", "what the work is cited for"),
    "judgement": Column("str", "whether the work says the core of the claim"),
    "basis": Column("str", "what of the work was read"),
    "counts": Column("bool", "whether the link adds to the level"),
    "note_nl": Column("str", "what carries the judgement and what is missing, in Dutch"),
    "note_en": Column("str", "the same in English"),
}
# Frame -> its columns; the first is the index where the frame has one row per claim, work or term.
SCHEMAS: Final[dict[str, dict[str, Column]]] = {
    "claims": {
        "claim_id": _CLAIM,
        "code": Column("str", "claim code, as 4.6c"),
        "statement_nl": Column("str", "the statement in Dutch"),
        "statement_en": Column("str", "the statement in English"),
        "kind": Column("str", "finding, prevalence, recommendation, definition, requirement or context"),
        "core": Column("bool", "whether a brief would start from it"),
        "level": _LEVEL,
        "evidence_level": _EVIDENCE_LEVEL,
        "contested": Column("bool", "whether works that count stand beside works that speak against it"),
        "search_outcome": Column("str", "found, nothing or not_searched: complementary research"),
        "sections": Column("tuple", "sections of the factsheet"),
        **{facet: Column("tuple", f"terms of {facet}") for facet in FACETS},
        "work_keys": Column("tuple", "cite keys of the works that the factsheet cites for it"),
        "n_citations": Column("int", "links from the factsheet"),
        "n_supplements": Column("int", "links to complementary research"),
        "n_caveats": Column("int", "caveats"),
        "factsheet": Column("str", "id of the factsheet"),
    },
    "citations": {
        **_LINK,
        "as_cited": Column("str", "as the factsheet prints it"),
        "section": Column("str", "section that prints it"),
    },
    "supplements": {
        **_LINK,
        "seen_on": Column("str", "day (YYYY-MM-DD) on which the work was read"),
    },
    "works": {
        "work_key": _WORK,
        "label": Column("str", "short label, Dutch"),
        "year": Column("str", "year, or what stands in its place"),
        "title": Column("str", "title; missing for a stub"),
        "entry_type": Column("str", "type of the BibTeX entry"),
        "designs": Column("tuple", "study designs"),
        "peer_reviewed": Column("str", "yes, nominal, no or unknown"),
        "countries": Column("tuple", "where the data come from: ISO codes, INT for several countries"),
        "identification": Column("str", "certain, probable, ambiguous or not_found"),
        "origin": Column("str", "factsheet, or curator for complementary research and sources of caveats"),
        "n_claims": _CLAIMS_HERE,
        "doi": Column("str", "DOI"),
        "url": Column("str", "address"),
    },
    "terms": {
        "term": Column("str", "id of the term"),
        "facet": Column("str", "facet"),
        "label_nl": Column("str", "label in Dutch"),
        "label_en": Column("str", "label in English"),
        "broader": Column("str", "the broader term"),
        "origin": Column("str", "factsheet or curator"),
        "synonyms": Column("tuple", "what else it is called"),
        "n_claims": Column("int", "claims of this library, those of narrower terms included"),
    },
    "gaps": {
        "building_block": Column("str", "value of the rows; another facet where asked for"),
        "parent_group": Column("str", "value of the columns; another facet where asked for"),
        "n_claims": _CLAIMS_HERE,
        "n_findings": Column("int", "of these, findings and claims of prevalence"),
        "n_supported": Column("int", "of these, level limited or better"),
        "n_works": Column("int", "works that these claims cite"),
        "gap": Column("str", "empty, absolute, doubtful, synthesis or none"),
    },
    "fragile": {
        "claim_id": _CLAIM,
        "level": _LEVEL,
        "why": Column("tuple", "one_work, one_team, untraced, old"),
        "strongest_work": Column("str", "cite key of the work whose loss costs most"),
        "level_without": Column("str", "level that is left without it"),
    },
    "unidentified": {
        "work_key": _WORK,
        "as_cited": Column("str", "as the factsheet prints it"),
        "identification": Column("str", "ambiguous or not_found"),
        "alternatives_nl": Column("tuple", "candidates, in Dutch"),
        "alternatives_en": Column("tuple", "candidates, in English"),
        "n_claims": _CLAIMS_HERE,
    },
}


def claims(library: Library) -> pd.DataFrame:
    """Return one row per claim."""
    rows = []
    for claim in library:
        own, wide = library.profile(claim.id), library.profile(claim.id, "evidence")
        rows.append(
            {
                "claim_id": claim.id,
                "code": claim.code,
                "statement_nl": claim.statement.nl,
                "statement_en": claim.statement.en,
                "kind": claim.kind,
                "core": claim.core,
                "level": own.code,
                "evidence_level": wide.code,
                "contested": wide.contested,
                "search_outcome": library.search_outcome(claim.id),
                "sections": claim.sections,
                **{facet: getattr(claim, facet) for facet in FACETS},
                "work_keys": tuple(dict.fromkeys(c.work for c in claim.citations)),
                "n_citations": len(claim.citations),
                "n_supplements": len(claim.supplements),
                "n_caveats": len(claim.caveats),
                "factsheet": claim.factsheet,
            }
        )
    return _frame("claims", rows, indexed=True)


def citations(library: Library) -> pd.DataFrame:
    """Return one row per link that the factsheet makes."""
    rows = []
    for claim in library:
        for link in library.links_of(claim.id):
            section = claim.passages[link.passage - 1].section if link.passage else None
            rows.append({**_link(claim.id, link), "as_cited": link.as_cited, "section": section})
    return _frame("citations", rows)


def supplements(library: Library) -> pd.DataFrame:
    """Return one row per link to complementary research."""
    rows = [
        {**_link(claim.id, link), "seen_on": supplement.seen_on}
        for claim in library
        for link, supplement in zip(
            (x for x in library.links_of(claim.id, "evidence") if x.complementary), claim.supplements, strict=True
        )
    ]
    return _frame("supplements", rows)


def _link(claim_id: str, link: Link) -> dict[str, object]:
    note = link.citation.note
    return {
        "claim_id": claim_id,
        "work_key": link.work.key,
        "intent": link.citation.intent,
        "judgement": link.citation.judgement,
        "basis": link.citation.basis,
        "counts": link.counts,
        "note_nl": note.nl if note else None,
        "note_en": note.en if note else None,
    }


def works(library: Library) -> pd.DataFrame:
    """Return one row per work named here."""
    rows = [
        {
            "work_key": work.key,
            "label": library.label(work.key),
            "year": work.year,
            "title": work.title,
            "entry_type": work.entry_type,
            "designs": work.appraisal.designs,
            "peer_reviewed": work.appraisal.peer_reviewed,
            "countries": work.appraisal.countries,
            "identification": work.appraisal.identification,
            "origin": work.appraisal.origin,
            "n_claims": len(library.claims_of(work.key)),
            "doi": work.fields.get("doi"),
            "url": work.fields.get("url"),
        }
        for work in library.cited_works()
    ]
    return _frame("works", rows, indexed=True)


def terms(library: Library) -> pd.DataFrame:
    """Return one row per term."""
    rows = []
    for facet in FACETS:
        for term in library.vocabulary.terms(facet):
            covered = library.vocabulary.covered(facet, term.id)
            rows.append(
                {
                    "term": term.id,
                    "facet": facet,
                    "label_nl": term.label.nl,
                    "label_en": term.label.en,
                    "broader": term.broader,
                    "origin": term.origin,
                    "synonyms": term.synonyms,
                    "n_claims": sum(1 for c in library if not covered.isdisjoint(getattr(c, facet))),
                }
            )
    return _frame("terms", rows, indexed=True)


def fragile(library: Library) -> pd.DataFrame:
    """Return one row per finding or prevalence whose sourcing hangs on little."""
    rows = []
    for claim, why in fragile_claims(library):
        found = library.profile(claim.id)
        rows.append(
            {
                "claim_id": claim.id,
                "level": found.code,
                "why": why,
                "strongest_work": found.strongest,
                "level_without": found.without_strongest,
            }
        )
    return _frame("fragile", rows, indexed=True)


def unidentified(library: Library) -> pd.DataFrame:
    """Return one row per work that is still to be identified."""
    rows = [
        {
            "work_key": work.key,
            "as_cited": work.as_cited,
            "identification": work.appraisal.identification,
            "alternatives_nl": tuple(text.nl for text in work.appraisal.alternatives),
            "alternatives_en": tuple(text.en for text in work.appraisal.alternatives),
            "n_claims": len(library.claims_of(work.key)),
        }
        for work in library.cited_works()
        if work.appraisal.identification in ("ambiguous", "not_found")
    ]
    return _frame("unidentified", rows, indexed=True)


def _frame(name: str, rows: Sequence[Mapping[str, object]], *, indexed: bool = False) -> pd.DataFrame:
    columns: Iterable[str] = SCHEMAS[name]
    return made(rows, list(columns), indexed=indexed)


def made(rows: Sequence[Mapping[str, object]], columns: list[str], *, indexed: bool = False) -> pd.DataFrame:
    """Return a frame of rows, with its first column as index where it is ``indexed``; empty ones have columns too."""
    import pandas as pd  # slow to import; only tables need it

    found = pd.DataFrame(rows, columns=columns)
    if not indexed:
        return found
    index = pd.Index([row[columns[0]] for row in rows], name=columns[0], dtype="str")
    return found.drop(columns=columns[0]).set_axis(index)
