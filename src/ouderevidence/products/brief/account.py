"""The full account of a brief: every claim with its places, its works, what they found and what was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.document import nodes
from ouderevidence.library.gaps import fragile
from ouderevidence.model.words import COUNTRIES, FACET_LABELS, FACETS, FRAGILITIES, LEVELS, SEARCH_OUTCOMES
from ouderevidence.products.brief import selection, wording

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Inlines, Node
    from ouderevidence.library.profile import Link
    from ouderevidence.model.records import Claim
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
    library = phrases.library
    places = "; ".join(
        phrases.say(wording.PASSAGE, section=passage.section, starts=passage.starts, ends=passage.ends)
        for passage in claim.passages
    )
    links = [link for link in library.links_of(claim.id, "evidence") if link.complementary]
    lines = [
        *_levels(phrases, claim),
        phrases.missing(claim),
        phrases.text(wording.STANDS_IN, places=places),
        *_rests(phrases, claim),
        *(_link(phrases, claim, link) for link in library.links_of(claim.id)),
        *(_link(phrases, claim, link) for link in links),
        *(phrases.named(wording.CAVEAT, phrases.caveat(claim, caveat)) for caveat in claim.caveats),
    ]
    return [
        nodes.header(2, phrases.claim_code(claim, at="account")),
        nodes.para(phrases.lead_in(claim), [nodes.strong(phrases.statement(claim))]),
        nodes.bullets([[nodes.plain(line)] for line in lines if line]),
    ]


def _levels(phrases: Phrases, claim: Claim) -> list[Inlines]:
    """Return how a claim is underpinned, in both readings, each with its reasons; and what was looked for."""
    library = phrases.library
    own, wide = library.profile(claim.id), library.profile(claim.id, "evidence")
    if own.level is None:
        return [phrases.text(wording.STANDING, standing=phrases.say(own.text))]
    found = SEARCH_OUTCOMES[library.search_outcome(claim.id)]
    return [
        phrases.named(wording.BY_FACTSHEET, phrases.reasoned(own)),
        nodes.spaced(
            phrases.named(wording.WITH_OURS, phrases.reasoned(wide)),
            nodes.text(f"({phrases.say(found)})"),
        ),
    ]


def _rests(phrases: Phrases, claim: Claim) -> list[Inlines]:
    whole = phrases.library.whole
    if not claim.rests_on:
        return []
    parts = [
        nodes.spaced(phrases.claim_code(whole.claim(name)), phrases.level(whole.profile(name, "evidence")))
        for name in claim.rests_on
    ]
    return [phrases.named(wording.RESTS_ON, nodes.joined(parts, ","))]


def _link(phrases: Phrases, claim: Claim, link: Link) -> Inlines:
    """Return what a work says of a claim, in sentences: why it is cited, what we read, whether it says so, its find."""
    appraisal, citation = link.work.appraisal, link.citation
    lead = wording.COMPLEMENTARY if link.complementary else wording.CITED_AS[citation.intent]
    designs = [phrases.term("designs", design) for design in appraisal.designs]
    reviewed = wording.REVIEWED[appraisal.peer_reviewed]
    countries = [phrases.say(COUNTRIES[code]) for code in appraisal.countries if code in COUNTRIES]
    about = [
        *designs,
        phrases.say(reviewed),
        *([phrases.say(wording.DATA, countries=", ".join(countries))] if countries else []),
    ]
    facts = "; ".join(part for part in about if part)
    return nodes.spaced(
        phrases.text(lead),
        phrases.cited([link.work], claim),
        nodes.text(f"({facts})." if facts and not link.work.is_stub else "."),
        phrases.text(wording.READ[citation.basis]),
        phrases.text(wording.SAYS[citation.judgement]),
        phrases.note_of(claim, link),
        phrases.named(wording.FOUND, phrases.finding(claim, link.work)) if appraisal.finding else [],
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
                phrases.claim_code(claim),
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
            phrases.claim_code(claim),
            phrases.cited([link.work], claim),
            phrases.text(wording.IS_OURS) if link.complementary else [],
            phrases.text(wording.SAYS[link.citation.judgement]),
        )
        for claim, link in selection.contested(phrases.library)
    ]
    heading = nodes.header(1, phrases.text(wording.CONTESTED), "tegenspraak")
    if not items:
        return [heading, nodes.para(phrases.text(wording.NOT_CONTESTED))]
    return [heading, nodes.bullets([[nodes.plain(item)] for item in items])]


def searches(phrases: Phrases) -> list[Node]:
    """Return how complementary research was looked for, for and against, per search account (after PRISMA-S)."""
    names = {claim.id for claim in phrases.library}
    blocks: list[Node] = []
    for account in phrases.library.searches:
        if names.isdisjoint(account.claims):
            continue
        codes = [phrases.library.claim(name).shown_code for name in account.claims if name in names]
        left_out = "; ".join(f"{group.number} {phrases.say(group.reason)}" for group in account.excluded)
        told = phrases.text(
            wording.SEARCHED,
            codes=", ".join(codes),
            where=phrases.say(account.looked_in),
            terms="; ".join(account.terms),
            date=phrases.date(account.on),
            read=account.read,
            kept=account.kept,
            out=left_out or phrases.say(wording.NOTHING_LEFT_OUT),
        )
        against = phrases.text(
            wording.SEARCHED_AGAINST, how=phrases.say(account.counter), terms="; ".join(account.counter_terms)
        )
        blocks.append(nodes.para([nodes.strong(phrases.text(account.question))], told, against))
    if not blocks:
        return []
    return [
        nodes.header(1, phrases.text(wording.SEARCHES), "zoekverantwoording"),
        nodes.para(phrases.text(wording.NO_REVIEW)),
        *blocks,
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
