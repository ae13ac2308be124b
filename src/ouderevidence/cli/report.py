"""Texts that the command line prints: one claim whole, hits, and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.model import BASES, FACET_LABELS, FACETS, IDENTIFICATIONS, JUDGEMENTS, KINDS, Text

if TYPE_CHECKING:
    import pandas as pd

    from ouderevidence.library import Library
    from ouderevidence.profile import Link

_WORDS = {
    "place": Text("Vindplaats in de factsheet", "Place in the factsheet"),
    "kind": Text("Soort", "Kind"),
    "level": Text("Onderbouwing", "Level"),
    "hedge": Text("Voorbehoud van de factsheet", "The factsheet's reserve"),
    "rests": Text("Rust op", "Rests on"),
    "works": Text("Bronnen", "Works"),
    "caveats": Text("Kanttekeningen (van ons)", "Caveats (ours)"),
    "none": Text("geen bron genoemd", "no source named"),
    "finding": Text("vond", "found"),
    "says": Text("steunt dit", "says so"),
    "claim": Text("uitspraak", "claim"),
    "matched": Text("gevonden woorden", "words matched"),
}


def claim(library: Library, claim_id: str, language: str) -> str:
    """Return one claim as text.

    Raises
    ------
    UnknownClaimError
        If the library has no such claim.
    """
    found, profile = library.claim(claim_id), library.profile(claim_id)
    lines = [found.id, found.statement.of(language), ""]
    lines.append(f"{_WORDS['kind'].of(language)}: {KINDS[found.kind].of(language)}")
    place = _WORDS["place"].of(language)
    lines += [f"{place}: {p.section}, “{p.starts} … {p.ends}”" for p in found.passages]
    reasons = "; ".join(r.of(language) for r in profile.reasons)
    lines.append(f"{_WORDS['level'].of(language)}: {profile.text.of(language)}" + (f" ({reasons})" if reasons else ""))
    if found.hedge:
        lines.append(f"{_WORDS['hedge'].of(language)}: {found.hedge.of(language)}")
    for facet in FACETS:
        labels = [library.vocabulary.label(facet, t, language) for t in getattr(found, facet)]
        if labels:
            lines.append(f"{FACET_LABELS[facet].of(language).capitalize()}: {', '.join(labels)}")
    if found.rests_on:
        lines.append(f"{_WORDS['rests'].of(language)}: {', '.join(found.rests_on)}")
    lines += ["", f"{_WORDS['works'].of(language)}:"]
    for link in library.links_of(claim_id):
        lines += _link(library, link, language)
    if not found.citations:
        lines.append(f"- {_WORDS['none'].of(language)}")
    if found.caveats:
        lines += ["", f"{_WORDS['caveats'].of(language)}:"]
    for caveat in found.caveats:
        sources = [library.label(key, language) for key in caveat.works] + ([caveat.source] if caveat.source else [])
        lines.append(f"- {caveat.text.of(language)} ({'; '.join(sources)})")
    return "\n".join(lines)


def _link(library: Library, link: Link, language: str) -> list[str]:
    citation, appraisal = link.citation, link.work.appraisal
    identified = IDENTIFICATIONS[appraisal.identification].of(language)
    lines = [f"- {library.label(link.work.key, language)} [{link.work.key}; {identified}]"]
    if appraisal.finding:
        lines.append(f"  {_WORDS['finding'].of(language)}: {appraisal.finding.of(language)}")
    judged = f"{JUDGEMENTS[citation.judgement].of(language)} ({BASES[citation.basis].of(language)})"
    lines.append(f"  {_WORDS['says'].of(language)}: {judged}")
    if citation.note:
        lines.append(f"  {citation.note.of(language)}")
    return lines


def hits(library: Library, text: str, language: str) -> pd.DataFrame:
    """Return the hits of a search with their statements."""
    import pandas as pd

    columns = ["id", _WORDS["claim"].of(language), _WORDS["matched"].of(language)]
    rows = [
        (hit.claim_id, library.claim(hit.claim_id).statement.of(language), ", ".join(hit.matched))
        for hit in library.search(text)
    ]
    return pd.DataFrame(rows, columns=columns)


def counts(library: Library) -> str:
    """Return what the evidence holds, and a table of claims by building block and parent group."""
    from ouderevidence.model import LEVELS, STANDINGS

    levels = [library.profile(c.id).code for c in library]
    by_level = ", ".join(f"{code} {levels.count(code)}" for code in (*LEVELS, *STANDINGS))
    works = library.bibliography.values()
    cited = sum(1 for w in works if w.appraisal.origin == "factsheet")
    lines = [
        f"claims {len(library)} (core {sum(c.core for c in library)})",
        f"links {sum(len(c.citations) for c in library)}",
        f"works {cited} cited by the factsheet, {len(works) - cited} by caveats alone",
        f"terms {sum(1 for _ in library.vocabulary)}",
        f"levels: {by_level}",
        "",
    ]
    gaps = library.gaps()
    pivot = gaps.pivot_table(index="building_block", columns="parent_group", values="claims", sort=False)
    return "\n".join([*lines, pivot.astype(int).to_string()])
