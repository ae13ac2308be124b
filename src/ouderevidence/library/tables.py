"""The tables of a library in words people read: the same rows as the frames, headings and cells in one language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from ouderevidence.library.facets import FACETS, laid_out
from ouderevidence.library.frames import made
from ouderevidence.library.gaps import fragile as fragile_claims
from ouderevidence.library.gaps import gaps as gap_cells
from ouderevidence.model.words import (
    BASES,
    FACET_LABELS,
    FRAGILITIES,
    GAPS,
    IDENTIFICATIONS,
    INTENTS,
    JUDGEMENTS,
    KINDS,
    LANGUAGES,
    LEVEL_SIGNS,
    LEVELS,
    PEER_REVIEWED,
    SEARCH_OUTCOMES,
    Text,
    day,
    option,
)
from ouderevidence.model.words import FACETS as FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from ouderevidence.library.library import Library
    from ouderevidence.library.profile import Link
    from ouderevidence.model.records import Claim

HEADS: Final[dict[str, Text]] = {
    "code": Text("Kenmerk", "Code"),
    "claim": Text("Uitspraak", "Claim"),
    "kind": Text("Soort", "Kind"),
    "building_block": Text("Bouwsteen", "Building block"),
    "parent_group": Text("Groep ouders", "Parent group"),
    "cited": Text("Verwijzingen", "Citations"),
    "level": Text("Onderbouwing in de factsheet", "Sourcing in the factsheet"),
    "evidence_level": Text("Met aanvullend onderzoek", "With complementary research"),
    "reasons": Text("Waarom", "Reasons"),
    "work_key": Text("Sleutel", "Key"),
    "work": Text("Bron", "Work"),
    "title": Text("Titel", "Title"),
    "as_cited": Text("Zoals aangehaald", "As cited"),
    "intent": Text("Waarvoor aangehaald", "Cited for"),
    "judgement": Text("Steunt de bron dit?", "Does the work say so?"),
    "basis": Text("Waarop gebaseerd", "Based on"),
    "note": Text("Toelichting", "Note"),
    "seen_on": Text("Gezien op", "Seen on"),
    "search_outcome": Text("Aanvullend onderzoek", "Complementary research"),
    "identification": Text("Bron vastgesteld", "Identified"),
    "alternatives": Text("Kandidaten", "Candidates"),
    "n_claims": Text("Uitspraken", "Claims"),
    "designs": Text("Onderzoeksopzet", "Study design"),
    "peer_reviewed": Text("Door vakgenoten beoordeeld", "Peer-reviewed"),
    "term": Text("Term", "Term"),
    "label": Text("Naam", "Name"),
    "facet": Text("Facet", "Facet"),
    "flag": Text("Filter", "Filter"),
    "broader": Text("Valt onder", "Broader"),
    "n_findings": Text("Bevindingen", "Findings"),
    "n_supported": Text("Daarvan onderbouwd", "Of these supported"),
    "n_works": Text("Bronnen", "Works"),
    "gap": Text("Onderbouwing in deze factsheet", "Sourcing in this factsheet"),
    "why": Text("Waarom kwetsbaar", "Why fragile"),
    "strongest_work": Text("Sterkste bron", "Strongest work"),
    "level_without": Text("Zonder die bron", "Without that work"),
    "matched": Text("Gevonden woorden", "Words matched"),
}
_CAPTION: Final = Text("Uitspraken van de factsheet en hun onderbouwing", "Claims of the factsheet and their level")
_COMMA: Final = ", "
_WITH_OURS: Final = Text("met aanvullend onderzoek", "with complementary research")
TABLE: Final = (
    "code", "claim", "kind", "building_block", "parent_group", "cited", "level", "evidence_level", "reasons",
)  # fmt: skip


def head(name: str, language: str) -> str:
    """Return the heading of a column."""
    return HEADS[name].of(language)


def table(library: Library, language: str) -> pd.DataFrame:
    """Return the briefing table: one row per claim, index ``claim_id``."""
    return _worded((_claim_row(library, claim, language) for claim in library), TABLE, language, index="claim_id")


def _claim_row(library: Library, claim: Claim, language: str) -> dict[str, object]:
    label, found = library.vocabulary.label, library.profile(claim.id)
    return {
        "claim_id": claim.id,
        "code": claim.shown_code,
        "claim": claim.statement.of(language),
        "kind": KINDS[claim.kind].of(language),
        "building_block": _COMMA.join(label("building_blocks", b, language) for b in claim.building_blocks),
        "parent_group": _COMMA.join(label("parent_groups", g, language) for g in claim.parent_groups),
        "cited": "; ".join(dict.fromkeys(library.label(c.work, language) for c in claim.citations)),
        "level": found.text.of(language),
        "evidence_level": library.profile(claim.id, "evidence").text.of(language),
        "reasons": "; ".join(reason.of(language) for reason in found.reasons),
    }


def compact(library: Library, language: str) -> pd.DataFrame:
    """Return what a narrow screen has room for: code, statement, both levels with their marks, and the sources."""
    rows = []
    for claim in library:
        own, wide = library.profile(claim.id), library.profile(claim.id, "evidence")
        marks = [f"{LEVEL_SIGNS[own.level]} {own.text.of(language)}" if own.level else own.text.of(language)]
        if wide.level and wide.level != own.level:
            marks.append(f"{_WITH_OURS.of(language)}: {LEVEL_SIGNS[wide.level]} {wide.text.of(language)}")
        cited = "; ".join(dict.fromkeys(library.label(c.work, language) for c in claim.citations))
        statement = claim.statement.of(language)
        rows.append({"code": claim.shown_code, "claim": statement, "level": "\n".join(marks), "cited": cited})
    return _worded(rows, ("code", "claim", "level", "cited"), language)


def citations(library: Library, language: str) -> pd.DataFrame:
    """Return one row per claim and work that the factsheet cites for it."""
    names = ("code", "claim", "work", "as_cited", "intent", "judgement", "basis", "identification", "note")
    rows = (
        {**_link(library, claim, link, language), "as_cited": link.as_cited}
        for claim in library
        for link in library.links_of(claim.id)
    )
    return _worded(rows, names, language)


def supplements(library: Library, language: str) -> pd.DataFrame:
    """Return one row per claim and work of complementary research."""
    names = ("code", "claim", "work", "intent", "judgement", "basis", "note", "seen_on")
    rows = []
    for claim in library:
        links = (link for link in library.links_of(claim.id, "evidence") if link.complementary)
        for link, supplement in zip(links, claim.supplements, strict=True):
            seen = day(supplement.seen_on or "", language)
            rows.append({**_link(library, claim, link, language), "seen_on": seen})
    return _worded(rows, names, language)


def _link(library: Library, claim: Claim, link: Link, language: str) -> dict[str, object]:
    citation = link.citation
    return {
        "code": claim.shown_code,
        "claim": claim.statement.of(language),
        "work": library.label(link.work.key, language),
        "intent": INTENTS[citation.intent].of(language),
        "judgement": JUDGEMENTS[citation.judgement].of(language),
        "basis": BASES[citation.basis].of(language),
        "identification": IDENTIFICATIONS[link.work.appraisal.identification].of(language),
        "note": citation.note.of(language) if citation.note else "",
    }


def works(library: Library, language: str) -> pd.DataFrame:
    """Return one row per work named here."""
    names = ("work_key", "work", "title", "designs", "peer_reviewed", "identification", "n_claims")
    rows = (
        {
            "work_key": work.key,
            "work": library.label(work.key, language),
            "title": work.title,
            "designs": [library.vocabulary.label("designs", d, language) for d in work.appraisal.designs],
            "peer_reviewed": PEER_REVIEWED[work.appraisal.peer_reviewed].of(language),
            "identification": IDENTIFICATIONS[work.appraisal.identification].of(language),
            "n_claims": len(library.claims_of(work.key)),
        }
        for work in library.cited_works()
    )
    return _worded(rows, names, language)


def terms(library: Library, language: str) -> pd.DataFrame:
    """Return one row per term, and per level, kind and judgement, with the flag that takes it."""
    counts = library.terms["n_claims"].to_dict()
    rows: list[dict[str, object]] = [
        {
            "term": term.id,
            "label": term.label.of(language),
            "facet": FACET_LABELS[term.facet].of(language),
            "flag": f"--{FACETS[FIELDS[term.facet]].dutch}",
            "broader": term.broader,
            "n_claims": counts[term.id],
        }
        for field in FIELDS
        for term in library.vocabulary.terms(field)
    ]
    for key in ("kind", "level", "judgement"):
        rows += [
            {
                "term": value.id,
                "label": value.label.of(language),
                "facet": FACETS[key].label.of(language),
                "flag": f"--{FACETS[key].dutch}",
                "n_claims": len(library.where(**{key: value.id})),  # type: ignore[arg-type]
            }
            for value in FACETS[key].values(library)
        ]
    return _worded(rows, ("term", "label", "facet", "flag", "broader", "n_claims"), language)


def gaps(library: Library, language: str, rows: str = "building_block", columns: str = "parent_group") -> pd.DataFrame:
    """Return one row per cell of two facets, with the gap in words."""
    rows, columns = laid_out(rows, columns)
    frame = gap_cells(library, rows=rows, columns=columns)
    for name in (rows, columns):
        labels = {value.id: value.label.of(language) for value in FACETS[name].values(library)}
        frame[name] = [labels[value] for value in frame[name]]
    frame["gap"] = [GAPS[code].of(language) for code in frame["gap"]]
    heads = {name: FACETS[name].label.of(language).capitalize() for name in (rows, columns)}
    return frame.rename(columns={name: heads.get(name) or head(name, language) for name in frame.columns})


def fragile(library: Library, language: str) -> pd.DataFrame:
    """Return one row per claim whose level hangs on little, and on what."""
    rows = []
    for claim, why in fragile_claims(library):
        found = library.profile(claim.id)
        rows.append(
            {
                "code": claim.shown_code,
                "claim": claim.statement.of(language),
                "level": found.text.of(language),
                "why": [FRAGILITIES[reason].of(language) for reason in why],
                "strongest_work": library.label(found.strongest, language) if found.strongest else None,
                "level_without": LEVELS[found.without_strongest].of(language) if found.without_strongest else None,
            }
        )
    return _worded(rows, ("code", "claim", "level", "why", "strongest_work", "level_without"), language)


def unidentified(library: Library, language: str) -> pd.DataFrame:
    """Return one row per work that is still to be identified, with its candidates."""
    rows = (
        {
            "work_key": work.key,
            "as_cited": work.as_cited,
            "identification": IDENTIFICATIONS[work.appraisal.identification].of(language),
            "alternatives": [text.of(language) for text in work.appraisal.alternatives],
            "n_claims": [claim.shown_code for claim in library.claims_of(work.key)],
        }
        for work in library.cited_works()
        if work.appraisal.identification in ("ambiguous", "not_found")
    )
    return _worded(rows, ("work_key", "as_cited", "identification", "alternatives", "n_claims"), language)


def outcomes(library: Library, language: str) -> pd.DataFrame:
    """Return one row per finding: what came of looking for complementary research."""
    rows = (
        {
            "code": claim.shown_code,
            "claim": claim.statement.of(language),
            "level": library.profile(claim.id).text.of(language),
            "evidence_level": library.profile(claim.id, "evidence").text.of(language),
            "search_outcome": SEARCH_OUTCOMES[library.search_outcome(claim.id)].of(language),
        }
        for claim in library
        if library.profile(claim.id).level is not None
    )
    return _worded(rows, ("code", "claim", "level", "evidence_level", "search_outcome"), language)


def hits(library: Library, text: str, language: str) -> pd.DataFrame:
    """Return the claims that match words with their levels, best first, and which words matched."""
    rows = (
        {
            "code": library.claim(hit.claim_id).shown_code,
            "claim": library.claim(hit.claim_id).statement.of(language),
            "level": library.profile(hit.claim_id).text.of(language),
            "matched": list(hit.matched),
        }
        for hit in library.hits(text)
    )
    return _worded(rows, ("code", "claim", "level", "matched"), language)


# Name of a frame -> the same in words.
IN_WORDS: Final = {
    "claims": table,
    "citations": citations,
    "supplements": supplements,
    "works": works,
    "terms": terms,
    "fragile": fragile,
    "unidentified": unidentified,
    "searches": outcomes,
}


def in_words(library: Library, name: str, language: str) -> pd.DataFrame:
    """Return a frame in words.

    Raises
    ------
    UnknownOptionError
        If there is no such frame or language.
    """
    option("language", language, LANGUAGES)
    return IN_WORDS[option("table", name, IN_WORDS)](library, language)


def table_html(library: Library, language: str) -> str:
    """Return the briefing table as HTML with a caption and scoped headings; it has no id, so it never changes."""
    frame = table(library, language)
    caption = f"{_CAPTION.of(language)} ({library.filter_text(language)}; {len(library)})"
    note = library.language_note(language)
    caption += f". {note}" if note else ""
    heads = "".join(f'<th scope="col">{escape(str(c))}</th>' for c in frame.columns)
    body = "".join(
        f'<tr><th scope="row">{escape(claim.shown_code)}</th>'
        + "".join(f"<td>{escape(str(value))}</td>" for value in row[1:])
        + "</tr>"
        for claim, row in zip(library, frame.itertuples(index=False), strict=True)
    )
    return (
        f'<table lang="{language}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _worded(
    rows: Iterable[Mapping[str, object]], names: Iterable[str], language: str, *, index: str | None = None
) -> pd.DataFrame:
    """Return rows under the headings of their columns; of objects, so that a missing value stays missing."""
    columns = list(names)
    found = made(list(rows), [index, *columns] if index else columns, indexed=index is not None)
    return found.astype(object).rename(columns={name: head(name, language) for name in columns})
