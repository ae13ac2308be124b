"""Tables in words people read, for the frames that hold codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.model.words import (
    FACET_LABELS,
    FACETS,
    FRAGILITIES,
    GAPS,
    IDENTIFICATIONS,
    LEVELS,
    PEER_REVIEWED,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from ouderevidence.library.library import Library

_HEADS = {
    "key": Text("Sleutel", "Key"),
    "label": Text("Bron", "Work"),
    "title": Text("Titel", "Title"),
    "designs": Text("Onderzoeksopzet", "Study design"),
    "peer_reviewed": Text("Door vakgenoten beoordeeld", "Peer-reviewed"),
    "identification": Text("Bron vastgesteld", "Identified"),
    "claims": Text("Uitspraken", "Claims"),
    "id": Text("Id", "Id"),
    "facet": Text("Facet", "Facet"),
    "flag": Text("Filter", "Filter"),
    "term": Text("Term", "Term"),
    "broader": Text("Valt onder", "Broader"),
    "building_block": Text("Bouwsteen", "Building block"),
    "parent_group": Text("Groep ouders", "Parent group"),
    "findings": Text("Bevindingen", "Findings"),
    "supported": Text("Daarvan onderbouwd", "Of these supported"),
    "works": Text("Bronnen", "Works"),
    "gap": Text("Onderbouwing in deze factsheet", "Sourcing in this factsheet"),
    "claim": Text("Uitspraak", "Claim"),
    "level": Text("Onderbouwing", "Level"),
    "why": Text("Waarom kwetsbaar", "Why fragile"),
    "strongest": Text("Sterkste bron", "Strongest work"),
    "without_strongest": Text("Zonder die bron", "Without that work"),
    "matched": Text("Gevonden woorden", "Words matched"),
}


def works(library: Library, language: str) -> pd.DataFrame:
    """Return a row per work cited here."""
    names = ("key", "label", "title", "designs", "peer_reviewed", "identification", "claims")
    rows = [
        (
            work.key,
            library.label(work.key, language),
            work.title,
            [library.vocabulary.label("designs", d, language) for d in work.appraisal.designs],
            PEER_REVIEWED[work.appraisal.peer_reviewed].of(language),
            IDENTIFICATIONS[work.appraisal.identification].of(language),
            len(library.claims_of(work.key)),
        )
        for work in library.cited_works()
    ]
    return _frame(rows, names, language)


def terms(library: Library, language: str, flags: Mapping[str, str]) -> pd.DataFrame:
    """Return a row per term, with the flag that takes it."""
    counts = library.terms["claims"].tolist()
    found = [term for facet in FACETS for term in library.vocabulary.terms(facet)]
    rows = [
        (
            term.id,
            term.label.of(language),
            FACET_LABELS[term.facet].of(language),
            flags[FACETS[term.facet]],
            term.broader,
            count,
        )
        for term, count in zip(found, counts, strict=True)
    ]
    return _frame(rows, ("id", "term", "facet", "flag", "broader", "claims"), language)


def gaps(library: Library, language: str) -> pd.DataFrame:
    """Return a row per building block and parent group, with the gap in words."""
    label = library.vocabulary.label
    frame = library.gaps()
    frame["building_block"] = [label("building_blocks", b, language) for b in frame["building_block"]]
    frame["parent_group"] = [label("parent_groups", g, language) for g in frame["parent_group"]]
    frame["gap"] = [GAPS[code].of(language) for code in frame["gap"]]
    return frame.rename(columns={name: _HEADS[name].of(language) for name in frame.columns})


def fragile(library: Library, language: str) -> pd.DataFrame:
    """Return a row per claim whose level hangs on little, in words."""
    names = ("id", "claim", "level", "why", "strongest", "without_strongest")
    frame = library.fragile()
    rows = []
    for claim_id, why in zip(frame.index, frame["why"], strict=True):
        profile = library.profile(claim_id)
        left = LEVELS[profile.without_strongest].of(language) if profile.without_strongest else None
        rows.append(
            (
                claim_id,
                library.claim(claim_id).statement.of(language),
                profile.text.of(language),
                [FRAGILITIES[code].of(language) for code in why],
                library.label(profile.strongest, language) if profile.strongest else None,
                left,
            )
        )
    return _frame(rows, names, language)


def hits(library: Library, text: str, language: str) -> pd.DataFrame:
    """Return the hits of a search with their statements and levels, best first."""
    rows = [
        (
            hit.claim_id,
            library.claim(hit.claim_id).statement.of(language),
            library.profile(hit.claim_id).text.of(language),
            list(hit.matched),
        )
        for hit in library.search(text)
    ]
    return _frame(rows, ("id", "claim", "level", "matched"), language)


def _frame(rows: Sequence[tuple[object, ...]], names: Sequence[str], language: str) -> pd.DataFrame:
    import pandas as pd  # slow to import; only tables need it

    # Columns of objects: a missing value stays missing, whatever else the column holds.
    return pd.DataFrame(rows, columns=[_HEADS[name].of(language) for name in names], dtype=object)
