"""The full account of a brief: every claim with its places, its works, what they found and what was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.brief import nodes, selection, wording
from ouderevidence.model import BASES, IDENTIFICATIONS

if TYPE_CHECKING:
    from ouderevidence.brief.nodes import Inlines, Node
    from ouderevidence.brief.phrases import Phrases
    from ouderevidence.model import Citation, Claim


def account(phrases: Phrases) -> list[Node]:
    """Return the account of all claims, in the order of the factsheet, and the further reading."""
    if not phrases.library.records:
        return []
    blocks = [nodes.header(1, phrases.text(wording.ACCOUNT), "verantwoording-per-uitspraak")]
    for claim in phrases.library.records:
        blocks += _claim(phrases, claim)
    return blocks + _fragile(phrases) + _further_reading(phrases)


def _claim(phrases: Phrases, claim: Claim) -> list[Node]:
    sections = ", ".join(claim.sections)
    lines = [
        nodes.spaced(phrases.text(wording.UNDERPINNED_AS), phrases.underpinning(claim)),
        nodes.text(f"{phrases.say(wording.PLACES)}: {sections}"),
        *(_link(phrases, claim, citation) for citation in claim.citations),
    ]
    return [
        nodes.header(2, nodes.spaced([nodes.code(claim.id)]), f"volledig-{claim.id}"),
        nodes.para([nodes.strong(phrases.statement(claim))], phrases.claim_id(claim, back=True)),
        nodes.bullets([[nodes.plain(line)] for line in lines]),
    ]


def _link(phrases: Phrases, claim: Claim, citation: Citation) -> Inlines:
    work = phrases.library.work(citation.work)
    appraisal = work.appraisal
    facts = [
        f"{phrases.say(wording.SUPPORT)}: {phrases.judgement(citation.judgement)}",
        f"{phrases.say(wording.BASIS)}: {phrases.say(BASES[citation.basis])}",
        f"{phrases.say(wording.IDENTIFIED)}: {phrases.say(IDENTIFICATIONS[appraisal.identification])}",
    ]
    designs = ", ".join(phrases.term("designs", design) for design in appraisal.designs)
    if designs:
        facts.append(f"{phrases.say(wording.DESIGN)}: {designs}")
    return nodes.spaced(
        phrases.cited([work], claim),
        nodes.text("; ".join(facts) + "."),
        phrases.text(citation.note) if citation.note else [],
        nodes.text(f"{phrases.say(wording.FOUND)}: {phrases.say(appraisal.finding)}") if appraisal.finding else [],
    )


def _fragile(phrases: Phrases) -> list[Node]:
    """List the supported claims that lose their level without one work."""
    items = []
    for claim in phrases.library.records:
        profile = phrases.library.profile(claim.id)
        if profile.strongest is None or profile.level not in selection.MESSAGE_LEVELS:
            continue
        if profile.without_strongest not in selection.MESSAGE_LEVELS:
            work = phrases.library.work(profile.strongest)
            items.append(nodes.spaced(phrases.claim_id(claim), phrases.cited([work], claim)))
    if not items:
        return []
    return [
        nodes.header(1, phrases.text(wording.FRAGILE), "kwetsbaar"),
        nodes.para(phrases.text(wording.FRAGILE_NOTE)),
        nodes.bullets([[nodes.plain(item)] for item in items]),
    ]


def _further_reading(phrases: Phrases) -> list[Node]:
    items = []
    for sheet in phrases.library.factsheets:
        for resource in sheet.further_reading:
            place = [nodes.link(nodes.text(resource.url), resource.url)] if resource.url else []
            origin = ", ".join(part for part in (resource.publisher, resource.year) if part)
            items.append(
                nodes.spaced(
                    [nodes.emph(nodes.text(resource.title))],
                    nodes.text(f"({origin})") if origin else [],
                    phrases.text(resource.finding) if resource.finding else [],
                    phrases.text(resource.status) if resource.status else [],
                    place,
                )
            )
    if not items:
        return []
    return [
        nodes.header(1, phrases.text(wording.FURTHER_READING), "verder-lezen"),
        nodes.bullets([[nodes.plain(item)] for item in items]),
    ]
