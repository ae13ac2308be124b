"""Texts that the command line prints: one claim whole, and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.model.words import (
    BASES,
    CONTESTED,
    FACET_LABELS,
    FACETS,
    IDENTIFICATIONS,
    INTENTS,
    JUDGEMENTS,
    KINDS,
    LEVELS,
    PROFILES,
    STANDINGS,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.library.library import Library
    from ouderevidence.library.profile import Link, Profile
    from ouderevidence.model.records import Claim

_WORDS = {
    "place": Text("Vindplaats in de factsheet", "Place in the factsheet"),
    "quote": Text("De factsheet geeft dit als citaat", "The factsheet presents this as a quotation"),
    "kind": Text("Soort", "Kind"),
    "core": Text("kernuitspraak", "core claim"),
    "level": Text("Onderbouwing in de factsheet", "Sourcing in the factsheet"),
    "ours": Text("Met aanvullend onderzoek", "With complementary research"),
    "missing": Text("Wat ontbreekt", "What is missing"),
    "supplements": Text("Aanvullend onderzoek (door ons gevonden)", "Complementary research (found by us)"),
    "without": Text("Zonder de sterkste bron", "Without the strongest work"),
    "hedge": Text("Voorbehoud van de factsheet", "The factsheet's reserve"),
    "rests": Text("Rust op", "Rests on"),
    "works": Text("Bronnen", "Works"),
    "caveats": Text("Kanttekeningen (van ons)", "Caveats (ours)"),
    "none": Text("geen bron genoemd", "no source named"),
    "cited": Text("aangehaald", "cited"),
    "locator": Text("vindplaats", "locator"),
    "finding": Text("vond", "found"),
    "says": Text("steunt dit", "says so"),
    "claim": Text("uitspraak", "claim"),
    "claims": Text("uitspraken", "claims"),
    "section": Text("factsheet, paragraaf", "factsheet, section"),
}


_COUNTS = Text(
    "uitspraken {claims} (kern {core})\n"
    "koppelingen {links}\n"
    "bronnen {cited} door de factsheet aangehaald, {ours} van ons (aanvullend onderzoek, bronnen van kanttekeningen)\n"
    "termen {terms}\n"
    "onderbouwing: {levels}",
    "claims {claims} (core {core})\n"
    "links {links}\n"
    "works {cited} cited by the factsheet, {ours} ours (complementary research, sources of caveats)\n"
    "terms {terms}\n"
    "levels: {levels}",
)


def claim(library: Library, claim_id: str, language: str) -> str:
    """Return one claim as text: place, level, works with judgements, caveats, and what it rests on.

    Raises
    ------
    UnknownClaimError
        If the library has no such claim.
    """
    found = library.claim(claim_id)
    lines = [found.id, found.statement.of(language), "", *_about(library, found, language)]
    lines += ["", f"{_word('works', language)}:"]
    for link in library.links_of(claim_id):
        lines += _link(library, link, language)
    if not found.citations:
        lines.append(f"- {_word('none', language)}")
    if found.supplements:
        lines += ["", f"{_word('supplements', language)}:"]
    for link in library.links_of(claim_id, "evidence"):
        lines += _link(library, link, language) if link.complementary else []
    if found.caveats:
        lines += ["", f"{_word('caveats', language)}:"]
    for caveat in found.caveats:
        sources = [library.label(key, language) for key in caveat.works]
        sources += [f"{_word('section', language)} {name}" for name in caveat.sections]
        lines.append(f"- {caveat.text.of(language)} ({'; '.join(sources)})")
    if found.rests_on:
        lines += ["", f"{_word('rests', language)}:"]
    lines += [_rest(library, name, language) for name in found.rests_on]
    return "\n".join(lines)


def _about(library: Library, found: Claim, language: str) -> Iterator[str]:
    kind = KINDS[found.kind].of(language)
    yield f"{_word('kind', language)}: {kind}" + (f", {_word('core', language)}" if found.core else "")
    for passage in found.passages:
        yield f"{_word('place', language)}: {passage.section}, “{passage.starts} … {passage.ends}”"
    if found.presented_as_quote:
        yield _word("quote", language)
    profile = library.profile(found.id)
    yield f"{_word('level', language)}: {_reasoned(profile, language)}"
    if profile.strongest and profile.without_strongest:
        strongest, left = library.label(profile.strongest, language), LEVELS[profile.without_strongest].of(language)
        yield f"{_word('without', language)} ({strongest}): {left}"
    if profile.level:
        yield f"{_word('ours', language)}: {_reasoned(library.profile(found.id, 'evidence'), language)}"
    if found.missing:
        yield f"{_word('missing', language)}: {found.missing.of(language)}"
    if found.hedge:
        yield f"{_word('hedge', language)}: {found.hedge.of(language)}"
    for facet in FACETS:
        labels = [library.vocabulary.label(facet, t, language) for t in getattr(found, facet)]
        if labels:
            yield f"{FACET_LABELS[facet].of(language).capitalize()}: {', '.join(labels)}"


def _reasoned(profile: Profile, language: str) -> str:
    said = profile.text.of(language) + (f", {CONTESTED.of(language)}" if profile.contested else "")
    reasons = "; ".join(reason.of(language) for reason in profile.reasons)
    return f"{said} ({reasons})" if reasons else said


def _link(library: Library, link: Link, language: str) -> list[str]:
    citation, appraisal = link.citation, link.work.appraisal
    identified = IDENTIFICATIONS[appraisal.identification].of(language)
    locator = f"; {_word('locator', language)} {citation.locator}" if citation.locator else ""
    lines = [
        f"- {library.label(link.work.key, language)} [{link.work.key}; {identified}]",
    ]
    if not link.complementary:
        lines.append(
            f"  {_word('cited', language)}: {INTENTS[citation.intent].of(language)}, “{link.as_cited}”{locator}"
        )
    if appraisal.finding:
        lines.append(f"  {_word('finding', language)}: {appraisal.finding.of(language)}")
    judged = f"{JUDGEMENTS[citation.judgement].of(language)} ({BASES[citation.basis].of(language)})"
    lines.append(f"  {_word('says', language)}: {judged}")
    if citation.note:
        lines.append(f"  {citation.note.of(language)}")
    return lines


def _rest(library: Library, name: str, language: str) -> str:
    """Return a claim that a recommendation rests on; a filter may have left it out of the library."""
    if name not in library:
        return f"- {name}"
    level = library.profile(name).text.of(language)
    return f"- {library.claim(name).statement.of(language)} [{name}; {level}]"


def count_line(library: Library, language: str) -> str:
    """Return a line that counts the claims by level and standing."""
    codes = [library.profile(c.id).code for c in library]
    words = PROFILES
    order = list(dict.fromkeys([*reversed(LEVELS), *STANDINGS]))
    counts = [f"{words[code].of(language)} {codes.count(code)}" for code in order if code in codes]
    noun = _word("claim" if len(library) == 1 else "claims", language)
    return f"{len(library)} {noun}" + (f": {', '.join(counts)}" if counts else "")


def counts(library: Library, language: str) -> str:
    """Return what the evidence holds, and a table of claims by building block and parent group."""
    levels = [library.profile(c.id).code for c in library]
    by_level = ", ".join(f"{t.nl if language == 'nl' else c} {levels.count(c)}" for c, t in PROFILES.items())
    works = library.bibliography.values()
    cited = sum(1 for w in works if w.appraisal.origin == "factsheet")
    counted = _COUNTS.of(language).format(
        claims=len(library),
        core=sum(c.core for c in library),
        links=sum(len(c.citations) for c in library),
        cited=cited,
        ours=len(works) - cited,
        terms=sum(1 for _ in library.vocabulary),
        levels=by_level,
    )
    lines = [counted, ""]
    cells = library.gaps()
    pivot = cells.pivot_table(index="building_block", columns="parent_group", values="n_claims", sort=False)
    pivot.index.name = pivot.columns.name = None
    return "\n".join([*lines, pivot.astype(int).to_string()])


def _word(name: str, language: str) -> str:
    return _WORDS[name].of(language)
