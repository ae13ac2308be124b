"""The full account of a brief: every claim with its places, its works, what they found and what was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.document import nodes
from ouderevidence.library.gaps import fragile
from ouderevidence.model.words import (
    BASES,
    FACET_LABELS,
    FACETS,
    FRAGILITIES,
    IDENTIFICATIONS,
    INTENTS,
    LEVELS,
    PEER_REVIEWED,
)
from ouderevidence.products.brief import selection, wording

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Inlines, Node
    from ouderevidence.model.records import Citation, Claim
    from ouderevidence.model.words import Text
    from ouderevidence.products.brief.phrases import Phrases

FRAGILE_WIDTHS = (0.3, 0.3, 0.22, 0.18)


def account(phrases: Phrases) -> list[Node]:
    """Return the account of all claims, in the order of the factsheet, with what is fragile or contested."""
    if not phrases.library.records:
        return []
    blocks = [nodes.header(1, phrases.text(wording.ACCOUNT), "verantwoording-per-uitspraak")]
    for claim in phrases.library.records:
        blocks += _claim(phrases, claim)
    return [*blocks, *_fragile(phrases), *_contested(phrases)]


def _claim(phrases: Phrases, claim: Claim) -> list[Node]:
    places = "; ".join(
        phrases.say(wording.PASSAGE, section=passage.section, starts=passage.starts, ends=passage.ends)
        for passage in claim.passages
    )
    lines = [
        phrases.named(wording.UNDERPINNED, phrases.underpinning(claim)),
        phrases.named(wording.PLACES, nodes.text(places)),
        *(_rests(phrases, claim)),
        *(_link(phrases, claim, citation) for citation in claim.citations),
        *(phrases.named(wording.CAVEAT, phrases.caveat(claim, caveat)) for caveat in claim.caveats),
    ]
    return [
        nodes.header(2, [nodes.code(claim.id)], f"volledig-{claim.id}"),
        nodes.para(phrases.lead_in(claim), [nodes.strong(phrases.statement(claim))], phrases.way_back(claim)),
        nodes.bullets([[nodes.plain(line)] for line in lines]),
    ]


def _rests(phrases: Phrases, claim: Claim) -> list[Inlines]:
    there = [phrases.library.claim(name) for name in claim.rests_on if name in phrases.library]
    if not there:
        return []
    ids = nodes.joined([phrases.claim_id(other, to="account") for other in there], ",")
    return [phrases.named(wording.RESTS_ON, ids)]


def _link(phrases: Phrases, claim: Claim, citation: Citation) -> Inlines:
    work = phrases.library.work(citation.work)
    appraisal = work.appraisal
    facts = [
        f"{phrases.say(wording.INTENT)} {phrases.say(INTENTS[citation.intent])}",
        f"{phrases.say(wording.SUPPORT)}: {phrases.judgement(citation.judgement)}",
        f"{phrases.say(wording.BASIS)}: {phrases.say(BASES[citation.basis])}",
        f"{phrases.say(wording.IDENTIFIED)}: {phrases.say(IDENTIFICATIONS[appraisal.identification])}",
    ]
    designs = ", ".join(phrases.term("designs", design) for design in appraisal.designs)
    if designs:
        facts.append(f"{phrases.say(wording.DESIGN)}: {designs}")
    if not work.is_stub:
        facts.append(f"{phrases.say(wording.REVIEWED)}: {phrases.say(PEER_REVIEWED[appraisal.peer_reviewed])}")
    return nodes.spaced(
        phrases.cited([work], claim),
        nodes.text("; ".join(facts) + "."),
        phrases.note(claim, citation),
        phrases.named(wording.FOUND, phrases.finding(claim, work)) if appraisal.finding else [],
    )


def _fragile(phrases: Phrases) -> list[Node]:
    """List the claims whose level hangs on one work, one team, works not identified or old works."""
    rows = []
    for claim, why in fragile(phrases.library):
        found = phrases.library.profile(claim.id)
        works = [phrases.library.work(found.strongest)] if found.strongest else []
        left = found.without_strongest
        rows.append(
            (
                phrases.claim_id(claim, to="account"),
                nodes.text("; ".join(phrases.say(FRAGILITIES[code]) for code in why)),
                phrases.cited(works, claim) or nodes.text("–"),
                phrases.text(LEVELS[left]) if left else nodes.text("–"),
            )
        )
    if not rows:
        return []
    head = (wording.HEAD_CLAIM_ID, wording.HEAD_WHY, wording.HEAD_STRONGEST, wording.HEAD_LEFT)
    return [
        nodes.header(1, phrases.text(wording.FRAGILE), "kwetsbaar"),
        nodes.para(phrases.text(wording.FRAGILE_NOTE)),
        nodes.table(
            phrases.text(wording.FRAGILE_CAPTION), FRAGILE_WIDTHS, [phrases.text(words) for words in head], rows
        ),
    ]


def _contested(phrases: Phrases) -> list[Node]:
    items = [
        nodes.spaced(
            phrases.claim_id(claim, to="account"),
            phrases.cited([phrases.library.work(citation.work)], claim),
            nodes.text(f"({phrases.say(INTENTS[citation.intent])}; {phrases.judgement(citation.judgement)})."),
            phrases.note(claim, citation),
        )
        for claim, citation in selection.contested(phrases.library)
    ]
    heading = nodes.header(1, phrases.text(wording.CONTESTED), "tegenspraak")
    if not items:
        return [heading, nodes.para(phrases.text(wording.NOT_CONTESTED))]
    return [heading, nodes.bullets([[nodes.plain(item)] for item in items])]


def further_reading(phrases: Phrases) -> list[Node]:
    """Return what the factsheets recommend to read on."""
    items = []
    for sheet in phrases.library.factsheets:
        for resource in sheet.further_reading:
            place = [nodes.link(nodes.text(resource.url), resource.url)] if resource.url else []
            source = ", ".join(part for part in (resource.publisher, resource.year) if part)
            items.append(
                nodes.spaced(
                    [nodes.emph(nodes.text(resource.title))],
                    nodes.text(f"({source})") if source else [],
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


def glossary(phrases: Phrases) -> list[Node]:
    """Return the terms that these claims carry, with their definitions."""
    found: dict[str, tuple[str, Text, Text]] = {}
    for facet in FACETS:
        used = {name for claim in phrases.library.records for name in getattr(claim, facet)}
        for term in phrases.library.vocabulary.terms(facet):
            if term.id in used and term.definition:
                found[f"{facet}-{term.id}"] = (term.label.of(phrases.language), term.definition, FACET_LABELS[facet])
    if not found:
        return []
    entries = [
        (nodes.text(label), [nodes.plain(nodes.spaced(phrases.text(definition), nodes.text(f"({phrases.say(kind)})")))])
        for label, definition, kind in sorted(found.values(), key=lambda entry: entry[0].casefold())
    ]
    return [nodes.header(1, phrases.text(wording.GLOSSARY), "begrippen"), nodes.definitions(entries)]
