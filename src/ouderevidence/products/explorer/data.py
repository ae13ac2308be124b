"""What the explorer shows, as one JSON value.

The front end holds no rule of the library. Which values of a filter a claim answers to (narrower terms, sections,
designs and years of its works), its level, its reasons and the texts of a download are all worked out here.

The value (``Bilingual`` stands for ``{"nl": ..., "en": ...}``):

``version``, ``flags``, ``title``, ``scope``
    Version of the evidence; flags of the command line that stand for the library itself; two Bilinguals.
``factsheets``
    Id to ``title``, ``publisher``, ``year``, ``url``, ``as_of`` and ``sections`` (id to Bilingual).
``facets``
    In the order shown: ``key`` (keyword of ``where``), ``flag`` (of the command line, and the name in the address),
    ``label``, ``shown`` (as a group of checkboxes) and ``values``: ``id``, ``label``, ``depth`` (0 for a top term).
``claims``
    ``id``, ``code``, ``statement``, ``kind``, ``core``, ``hedge``, ``quote``, ``places``, ``level`` and ``evidence``
    (codes, of the two readings), ``reasons``, ``strongest`` (number of a work) and ``without`` (level), ``links``,
    ``contested``, ``searched`` (what came of looking for complementary research), ``supplements``, ``caveats``,
    ``rests_on``, ``programmes``, ``general``, ``gap`` (0 to 3, see ``GAP_ORDER``), ``factsheet``;
    ``answers``: per facet the numbers of the values it answers to; ``terms``: per facet the numbers of its own terms.
``order``
    Numbers of the claims, best underpinned first by the reading with complementary research.
``works``
    ``key``, ``label``, ``title``, ``authors``, ``published``, ``year``, ``url``, ``designs`` (Bilinguals), ``size``,
    ``peer_reviewed``, ``countries``, ``identification``, ``finding``, ``alternatives``, ``spelling``, and ``exports``:
    language to ``bib``, ``ris``, ``json``.
``search``
    ``SearchIndex.to_data()``.
``codes``
    Words for the codes: ``kind``, ``level``, ``intent``, ``judgement``, ``basis``, ``identification``,
    ``peer_reviewed``, ``gap``, ``meaning`` (of levels).
``columns``, ``separators``
    Headings of the table per language; what stands between cells of a CSV file per language.
``words``
    The words of the page: name to Bilingual.
``briefs``
    The briefs that are ready: ``filters`` (keyword to values), ``language``, ``form`` and ``href``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.citing import references
from ouderevidence.citing.bibtex import to_bibtex
from ouderevidence.citing.notes import more_authors, to_csl
from ouderevidence.citing.ris import to_ris
from ouderevidence.library import tables
from ouderevidence.library.gaps import gap
from ouderevidence.library.spreadsheet import SEPARATORS
from ouderevidence.model.words import (
    BASES,
    COUNTRIES,
    GAPS,
    GENERAL_GROUP,
    IDENTIFICATIONS,
    INTENTS,
    JUDGEMENTS,
    KINDS,
    LANGUAGES,
    LEVEL_MEANINGS,
    PEER_REVIEWED,
    PROFILES,
    SEARCH_OUTCOMES,
    Text,
    day,
)
from ouderevidence.products.explorer import wording
from ouderevidence.products.explorer.facets import Shown, facets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ouderevidence.library.library import Library
    from ouderevidence.library.profile import Link
    from ouderevidence.model.records import Claim, Factsheet, Work

Json = dict[str, Any]

# A gap of a cell is the highest of its claims.
GAP_ORDER: Final = ("absolute", "doubtful", "synthesis", "none")


def data(library: Library, *, briefs: Iterable[Json] = ()) -> Json:
    """Return what the explorer shows of a library, as plain JSON.

    Parameters
    ----------
    library
        The claims.
    briefs
        The briefs that are ready: ``filters``, ``language``, ``form`` and ``href`` of each.

    Examples
    --------
    >>> data(library.where(parent_group="vaders"))["claims"][0]["id"]
    'vaders-worden-over-het-hoofd-gezien'
    """
    works = library.cited_works()
    number = {work.key: n for n, work in enumerate(works)}
    chosen = facets(library)
    return {
        "version": library.version,
        "flags": library.filter_flags(),
        "title": both(wording.TITLE),
        "scope": {name: f"{wording.SCOPE.of(name)} {library.language_note(name)}".rstrip() for name in LANGUAGES},
        "factsheets": {sheet.id: _factsheet(sheet) for sheet in library.factsheets},
        "facets": [_facet(facet) for facet in chosen],
        "claims": [_claim(library, claim, chosen, number) for claim in library],
        "order": _order(library),
        "works": [_work(library, work) for work in works],
        "search": library.search_index.to_data(),
        "codes": _codes(),
        "columns": {language: _columns(language) for language in LANGUAGES},
        "separators": SEPARATORS,
        "words": {name: both(text) for name, text in wording.WORDS.items()},
        "briefs": list(briefs),
    }


def to_json(value: Json) -> str:
    r"""Return a value as JSON that can stand in a page: no sign in it ends or begins an element.

    Examples
    --------
    >>> to_json({"a": "</script>"})
    '{"a":"\\u003c/script>"}'
    """
    # ASCII alone, because a browser reads that a quarter faster; a lone surrogate is no trouble either.
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")


def both(text: Text) -> Json:
    """Return a text in both languages."""
    return {language: text.of(language) for language in LANGUAGES}


def _perhaps(text: Text | None) -> Json | None:
    return None if text is None else both(text)


def _factsheet(sheet: Factsheet) -> Json:
    return {
        "title": both(sheet.title),
        "publisher": sheet.publisher,
        "year": sheet.year,
        "url": sheet.url,
        "as_of": sheet.as_of,
        "sections": {section.id: both(section.title) for section in sheet.sections},
    }


def _facet(facet: Shown) -> Json:
    values = [{"id": v.id, "label": both(v.label), "depth": v.depth} for v in facet.values]
    return {"key": facet.key, "flag": facet.flag, "label": both(facet.label), "shown": facet.shown, "values": values}


def _claim(library: Library, claim: Claim, chosen: tuple[Shown, ...], number: Mapping[str, int]) -> Json:
    profile, wide = library.profile(claim.id), library.profile(claim.id, "evidence")
    ours = [link for link in library.links_of(claim.id, "evidence") if link.complementary]
    return {
        "id": claim.id,
        "code": claim.shown_code,
        "statement": both(claim.statement),
        "kind": claim.kind,
        "core": claim.core,
        "hedge": _perhaps(claim.hedge),
        "missing": _perhaps(claim.missing),
        "quote": claim.presented_as_quote,
        "places": [{"section": p.section, "starts": p.starts, "ends": p.ends} for p in claim.passages],
        "level": profile.code,
        "evidence": wide.code,
        "contested": wide.contested,
        "searched": None if profile.level is None else both(SEARCH_OUTCOMES[library.search_outcome(claim.id)]),
        "supplements": [_supplement(link, number) for link in ours],
        "reasons": [both(reason) for reason in profile.reasons],
        "strongest": None if profile.strongest is None else number[profile.strongest],
        "without": profile.without_strongest,
        "links": [_link(library, claim, position, number) for position in range(len(claim.citations))],
        "caveats": [
            {
                "text": both(caveat.text),
                "works": [number[key] for key in caveat.works],
                "sections": list(caveat.sections),
                "checked_on": _day(caveat.checked_on),
            }
            for caveat in claim.caveats
        ],
        "rests_on": [name for name in claim.rests_on if name in library],
        "programmes": [library.programmes[name].title for name in claim.programmes],
        "general": GENERAL_GROUP in claim.parent_groups,
        "gap": GAP_ORDER.index(gap(library, (claim,))),
        "factsheet": claim.factsheet,
        "answers": [facet.answers(claim) for facet in chosen],
        "terms": [facet.own(claim) for facet in chosen],
    }


def _order(library: Library) -> list[int]:
    place = {claim.id: number for number, claim in enumerate(library)}
    return [place[claim.id] for claim in library.sort("level", reading="evidence")]


def _link(library: Library, claim: Claim, position: int, number: Mapping[str, int]) -> Json:
    link = library.links_of(claim.id)[position]
    citation = link.citation
    return {
        "work": number[citation.work],
        "as_cited": link.as_cited,
        "section": claim.passages[link.passage - 1].section if link.passage else None,
        "intent": citation.intent,
        "judgement": citation.judgement,
        "basis": citation.basis,
        "locator": citation.locator,
        "note": _perhaps(citation.note),
        "counts": link.counts,
    }


def _supplement(link: Link, number: Mapping[str, int]) -> Json:
    return {
        "work": number[link.work.key],
        "intent": link.citation.intent,
        "judgement": link.citation.judgement,
        "basis": link.citation.basis,
        "note": _perhaps(link.citation.note),
    }


def _day(date: str | None) -> Json | None:
    return None if date is None else {language: day(date, language) for language in LANGUAGES}


def _work(library: Library, work: Work) -> Json:
    appraisal = work.appraisal
    return {
        "key": work.key,
        "label": {language: references.label(work, language) for language in LANGUAGES},
        "title": work.title,
        "authors": _authors(work),
        "published": _published(work),
        "year": int(work.year) if work.year.isdecimal() else None,
        "url": work.url,
        "designs": [both(library.vocabulary.term("designs", name).label) for name in appraisal.designs],
        "size": _perhaps(appraisal.size),
        "peer_reviewed": appraisal.peer_reviewed,
        "countries": [both(COUNTRIES.get(code, Text(code, code))) for code in appraisal.countries],
        "identification": appraisal.identification,
        "finding": _perhaps(appraisal.finding),
        "alternatives": [both(text) for text in appraisal.alternatives],
        "spelling": _perhaps(appraisal.spelling_note),
        "exports": {language: _exports(work, language) for language in LANGUAGES},
    }


def _exports(work: Work, language: str) -> Json:
    return {
        "bib": to_bibtex(work, language=language),
        "ris": to_ris(work, language=language),
        "json": dict(sorted(to_csl(work, language=language).items())),
    }


def _authors(work: Work) -> str:
    names = [n.literal or f"{n.given} {n.full_family} {n.suffix}".strip() for n in work.authors or work.editors]
    return ", ".join([*names, *(["et al."] if more_authors(work) else [])])


def _published(work: Work) -> str:
    """Return where a work came out: journal, volume and pages, or the publisher."""
    fields = work.fields
    container = fields.get("journaltitle") or fields.get("journal") or fields.get("booktitle")
    if container and work.entry_type == "article":
        volume = fields.get("volume", "")
        issue = f"({fields['number']})" if fields.get("number") else ""
        parts = [container, f"{volume}{issue}", fields.get("pages", "").replace("--", "–") or fields.get("eid", "")]
    else:
        names = ("publisher", "institution", "school", "organization")
        parts = [container or "", *(fields.get(name, "") for name in names)]
    return ", ".join(part for part in parts if part)


def _columns(language: str) -> list[str]:
    return ["id", *(tables.head(name, language) for name in tables.TABLE)]


def _codes() -> Json:
    tables = {
        "kind": KINDS,
        "level": PROFILES,
        "intent": INTENTS,
        "judgement": JUDGEMENTS,
        "basis": BASES,
        "identification": IDENTIFICATIONS,
        "peer_reviewed": PEER_REVIEWED,
        "meaning": LEVEL_MEANINGS,
    }
    codes: Json = {name: {code: both(text) for code, text in table.items()} for name, table in tables.items()}
    return codes | {"gap": [both(GAPS[code]) for code in GAP_ORDER]}
