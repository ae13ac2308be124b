"""Tables out of a library: tidy frames with documented columns, and the accessible HTML of a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ouderevidence.model.words import BASES, FACETS, IDENTIFICATIONS, INTENTS, JUDGEMENTS, KINDS, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim

CLAIM_COLUMNS = {
    "statement_nl": "the statement in Dutch",
    "statement_en": "the statement in English",
    "kind": "finding, prevalence, recommendation, definition, requirement or context",
    "core": "whether a brief would start from it",
    "level": "level or standing of its profile",
    "sections": "sections of the factsheet, tuple",
    **{facet: f"terms of {facet}, tuple" for facet in FACETS},
    "citations": "number of links",
    "works": "cite keys, tuple",
    "caveats": "number of caveats",
    "factsheet": "id of the factsheet",
}
CITATION_COLUMNS = {
    "claim": "id of the claim",
    "work": "cite key",
    "as_cited": "as the factsheet prints it",
    "section": "section that prints it",
    "intent": "what it is cited for",
    "judgement": "whether the work says so",
    "basis": "what was read",
    "counts": "whether it adds to the level",
    "note_nl": "what is missing, in Dutch",
    "note_en": "what is missing, in English",
}
WORK_COLUMNS = {
    "label": "short label, Dutch",
    "year": "year as text",
    "title": "title, or missing for a stub",
    "type": "type of the BibTeX entry",
    "designs": "study designs, tuple",
    "peer_reviewed": "yes, nominal, no or unknown",
    "countries": "where the data come from, tuple of ISO codes (INT: international)",
    "identification": "certain, probable, ambiguous or not_found",
    "origin": "factsheet, or curator for works that only a caveat names",
    "claims": "number of claims here that cite it",
    "doi": "DOI",
    "url": "address",
}
TERM_COLUMNS = {
    "facet": "facet",
    "label_nl": "label in Dutch",
    "label_en": "label in English",
    "broader": "the broader term",
    "origin": "factsheet or curator",
    "synonyms": "tuple",
    "claims": "number of claims here, narrower terms included",
}
_HEADS = {
    "claim": Text("Uitspraak", "Claim"),
    "kind": Text("Soort", "Kind"),
    "groups": Text("Groep ouders", "Parent group"),
    "blocks": Text("Bouwsteen", "Building block"),
    "cited": Text("Verwijzingen", "Citations"),
    "level": Text("Onderbouwing", "Level"),
    "reasons": Text("Waarom", "Reasons"),
    "work": Text("Bron", "Work"),
    "as_cited": Text("Zoals aangehaald", "As cited"),
    "intent": Text("Waarvoor aangehaald", "Cited for"),
    "judgement": Text("Steunt de bron dit?", "Does the work say so?"),
    "basis": Text("Waarop gebaseerd", "Based on"),
    "note": Text("Toelichting", "Note"),
    "identification": Text("Bron vastgesteld", "Identified"),
    "alternatives": Text("Kandidaten", "Candidates"),
    "claims": Text("Uitspraken", "Claims"),
    "known": Text("Wat bekend is", "What is known"),
}
_CAPTION = Text("Uitspraken van de factsheet en hun onderbouwing", "Claims of the factsheet and their level")


def head(name: str, language: str) -> str:
    """Return the heading of a column."""
    return _HEADS[name].of(language)


def claims(library: Library) -> pd.DataFrame:
    """Return one row per claim, columns as in ``CLAIM_COLUMNS``, index ``id``."""
    rows = [
        {
            "statement_nl": claim.statement.nl,
            "statement_en": claim.statement.en,
            "kind": claim.kind,
            "core": claim.core,
            "level": library.profile(claim.id).code,
            "sections": claim.sections,
            **{facet: getattr(claim, facet) for facet in FACETS},
            "citations": len(claim.citations),
            "works": tuple(dict.fromkeys(c.work for c in claim.citations)),
            "caveats": len(claim.caveats),
            "factsheet": claim.factsheet,
        }
        for claim in library
    ]
    return _frame(rows, list(CLAIM_COLUMNS), [c.id for c in library], "id")


def citations(library: Library) -> pd.DataFrame:
    """Return one row per link, columns as in ``CITATION_COLUMNS``."""
    rows = [
        {
            "claim": claim.id,
            "work": link.work.key,
            "as_cited": link.as_cited,
            "section": claim.passages[link.passage - 1].section if link.passage else None,
            "intent": link.citation.intent,
            "judgement": link.citation.judgement,
            "basis": link.citation.basis,
            "counts": link.counts,
            "note_nl": link.citation.note.nl if link.citation.note else None,
            "note_en": link.citation.note.en if link.citation.note else None,
        }
        for claim in library
        for link in library.links_of(claim.id)
    ]
    return _frame(rows, list(CITATION_COLUMNS))


def works(library: Library) -> pd.DataFrame:
    """Return one row per work cited here, columns as in ``WORK_COLUMNS``, index ``key``."""
    found = library.cited_works()
    rows = [
        {
            "label": library.label(work.key),
            "year": work.year,
            "title": work.title,
            "type": work.entry_type,
            "designs": work.appraisal.designs,
            "peer_reviewed": work.appraisal.peer_reviewed,
            "countries": work.appraisal.countries,
            "identification": work.appraisal.identification,
            "origin": work.appraisal.origin,
            "claims": len(library.claims_of(work.key)),
            "doi": work.fields.get("doi"),
            "url": work.fields.get("url"),
        }
        for work in found
    ]
    return _frame(rows, list(WORK_COLUMNS), [w.key for w in found], "key")


def terms(library: Library) -> pd.DataFrame:
    """Return one row per term, columns as in ``TERM_COLUMNS``, index ``id``."""
    rows, index = [], []
    for facet in FACETS:
        for term in library.vocabulary.terms(facet):
            covered = library.vocabulary.covered(facet, term.id)
            index.append(term.id)
            rows.append(
                {
                    "facet": facet,
                    "label_nl": term.label.nl,
                    "label_en": term.label.en,
                    "broader": term.broader,
                    "origin": term.origin,
                    "synonyms": term.synonyms,
                    "claims": sum(1 for c in library if covered & set(getattr(c, facet))),
                }
            )
    return _frame(rows, list(TERM_COLUMNS), index, "id")


def table(library: Library, language: str) -> pd.DataFrame:
    """Return the briefing table: one row per claim, index ``id``, headings in the language."""
    rows = [_table_row(library, claim, language) for claim in library]
    columns = [head(n, language) for n in ("claim", "kind", "blocks", "groups", "cited", "level", "reasons")]
    return _frame(rows, columns, [c.id for c in library], "id")


def _table_row(library: Library, claim: Claim, language: str) -> dict[str, object]:
    vocabulary, found = library.vocabulary, library.profile(claim.id)
    return {
        head("claim", language): claim.statement.of(language),
        head("kind", language): KINDS[claim.kind].of(language),
        head("blocks", language): ", ".join(
            vocabulary.label("building_blocks", b, language) for b in claim.building_blocks
        ),
        head("groups", language): ", ".join(
            vocabulary.label("parent_groups", g, language) for g in claim.parent_groups
        ),
        head("cited", language): "; ".join(dict.fromkeys(library.label(c.work, language) for c in claim.citations)),
        head("level", language): found.text.of(language),
        head("reasons", language): "; ".join(r.of(language) for r in found.reasons),
    }


def links(library: Library, language: str) -> pd.DataFrame:
    """Return one row per claim and work, headings in the language."""
    names = ("claim", "work", "as_cited", "intent", "judgement", "basis", "identification", "note")
    rows = [
        dict(
            zip(
                (head(n, language) for n in names),
                (
                    claim.id,
                    library.label(link.work.key, language),
                    link.as_cited,
                    INTENTS[link.citation.intent].of(language),
                    JUDGEMENTS[link.citation.judgement].of(language),
                    BASES[link.citation.basis].of(language),
                    IDENTIFICATIONS[link.work.appraisal.identification].of(language),
                    link.citation.note.of(language) if link.citation.note else "",
                ),
                strict=True,
            )
        )
        for claim in library
        for link in library.links_of(claim.id)
    ]
    return _frame(rows, [head(n, language) for n in names])


def unidentified(library: Library, language: str) -> pd.DataFrame:
    """Return the works that are ambiguous or not found, index ``key``, with candidates and claims."""
    found = [w for w in library.cited_works() if w.appraisal.identification in ("ambiguous", "not_found")]
    names = ("as_cited", "identification", "alternatives", "known", "claims")
    rows = [
        dict(
            zip(
                (head(n, language) for n in names),
                (
                    work.as_cited,
                    IDENTIFICATIONS[work.appraisal.identification].of(language),
                    tuple(text.of(language) for text in work.appraisal.alternatives),
                    work.appraisal.confirmed,
                    tuple(c.id for c in library.claims_of(work.key)),
                ),
                strict=True,
            )
        )
        for work in found
    ]
    return _frame(rows, [head(n, language) for n in names], [w.key for w in found], "key")


def table_html(library: Library, language: str) -> str:
    """Return the briefing table as HTML with a caption and scoped headings; it has no id, so it never changes."""
    frame = table(library, language)
    caption = f"{_CAPTION.of(language)} ({library.filter_text(language)}; {len(library)})"
    heads = "".join(f'<th scope="col">{escape(str(c))}</th>' for c in ("id", *frame.columns))
    body = "".join(
        f'<tr><th scope="row">{escape(str(name))}</th>'
        + "".join(f"<td>{escape(str(value))}</td>" for value in row)
        + "</tr>"
        for name, row in zip(frame.index, frame.itertuples(index=False), strict=True)
    )
    return (
        f'<table lang="{language}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _frame(
    rows: Sequence[Mapping[str, object]], columns: list[str], index: list[str] | None = None, name: str | None = None
) -> pd.DataFrame:
    import pandas as pd  # slow to import; only tables need it

    found = pd.DataFrame(rows, columns=columns)
    if index is not None:
        found.index = pd.Index(index, name=name, dtype="str")
    return found
