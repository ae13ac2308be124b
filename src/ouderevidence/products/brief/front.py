"""The first page of a brief: complete in itself, its annex follows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ouderevidence.document import housestyle, nodes
from ouderevidence.model.words import BEST_FIRST, LEVELS, SUPPORTED
from ouderevidence.products.brief import selection, wording

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Inlines, Node
    from ouderevidence.model.records import Claim
    from ouderevidence.model.words import Text
    from ouderevidence.products.brief.phrases import Phrases

LEVER_WIDTHS = (0.6, 0.26, 0.14)
PLACEHOLDER_WIDTHS = (0.3, 0.7)


def front(phrases: Phrases) -> list[Node]:
    """Return the first page: about what, key messages, levers, limits and the doubt that matters most."""
    if not phrases.library.records:
        return [*_opening(phrases), *_messages(phrases)]
    return [
        *_opening(phrases),
        *_messages(phrases),
        *_levers(phrases),
        *_doubt(phrases),
        *_limits(phrases),
        *_placeholders(phrases),
    ]


def _opening(phrases: Phrases) -> list[Node]:
    brief, library = phrases.brief, phrases.library
    number = len(library.records)
    counted = phrases.say(wording.CLAIM_COUNTED) if number == 1 else phrases.say(wording.CLAIMS_COUNTED, n=number)
    sheets = "; ".join(sheet.title.of(phrases.language) for sheet in library.factsheets)
    given = ", ".join(part for part in (brief.author, brief.organisation) if part)
    entries: list[tuple[Text, Inlines]] = [
        (wording.FOR_WHOM, phrases.text(wording.READERS)),
        (wording.ABOUT, nodes.text(f"{library.filter_text(phrases.language)} ({counted})")),
        (wording.BASED_ON, nodes.spaced(nodes.text(sheets), _sheets(phrases))),
        (wording.GIVEN_BY, nodes.text(given)),
        (wording.DATE, nodes.text(phrases.date(brief.date) if brief.date else "")),
    ]
    blocks: list[Node] = []
    if brief.logo:
        alternative = phrases.say(wording.LOGO, name=brief.organisation or "").strip()
        picture = nodes.image(housestyle.picture(brief.logo), alternative, height="1.4cm")
        blocks.append(nodes.div([nodes.para([picture])], "", ["logo"]))
    lines = [nodes.para(phrases.named(name, inlines)) for name, inlines in entries if inlines]
    return [*blocks, nodes.div(lines, "", ["facts"])]


def _sheets(phrases: Phrases) -> Inlines:
    return [nodes.cite([nodes.reference(f"factsheet-{sheet.id}") for sheet in phrases.library.factsheets])]


def _messages(phrases: Phrases) -> list[Node]:
    library = phrases.library
    heading = nodes.header(1, phrases.text(wording.KEY_MESSAGES), "kernboodschappen")
    claims = selection.key_messages(library)
    if not library.records:
        return [heading, nodes.para(phrases.text(wording.NO_CLAIMS))]
    if not claims:
        return [heading, nodes.para(phrases.text(wording.NO_MESSAGES))]
    blocks = [heading, nodes.numbered([[nodes.plain(_message(phrases, claim))] for claim in claims])]
    number = len(selection.findings(library))
    told = phrases.text(wording.MESSAGES_OF, k=len(claims), n=number) if len(claims) < number else []
    return [*blocks, nodes.para(told, phrases.text(wording.KEY_NOTE))]


def _message(phrases: Phrases, claim: Claim) -> Inlines:
    level = phrases.library.profile(claim.id).level or ""
    said = f"{phrases.say(wording.UNDERPINNING)}: {phrases.say(LEVELS[level])}."
    return nodes.spaced(
        phrases.text(wording.LEAD_INS[level]),
        [nodes.strong(phrases.statement(claim))],
        phrases.citation(claim, counting=True),
        [nodes.emph(nodes.text(said[:1].upper() + said[1:]))],
        phrases.claim_id(claim, at="message"),
    )


def _levers(phrases: Phrases) -> list[Node]:
    """Return what a municipality can do and by whom, as the factsheet recommends or requires it."""
    heading = nodes.header(1, phrases.text(wording.LEVERS), "handelen")
    found = selection.levers(phrases.library)
    if not found:
        return [heading, nodes.para(phrases.text(wording.NO_LEVERS))]
    head = [phrases.text(words) for words in (wording.HEAD_LEVER, wording.HEAD_WHO, wording.HEAD_RESTS)]
    rows = [_lever(phrases, *lever) for lever in found[: selection.MOST_LEVERS]]
    blocks = [heading, nodes.table(phrases.text(wording.LEVERS_CAPTION), LEVER_WIDTHS, head, rows)]
    others = "; ".join(phrases.term("levers", lever) for lever, _, _ in found[selection.MOST_LEVERS :])
    return [*blocks, nodes.para(phrases.text(wording.MORE_LEVERS, others=others))] if others else blocks


def _lever(phrases: Phrases, lever: str, first: Claim, claims: list[Claim]) -> tuple[Inlines, Inlines, Inlines]:
    name = phrases.term("levers", lever)
    roles = dict.fromkeys(phrases.term("roles", role) for claim in claims for role in claim.roles)
    actors = dict.fromkeys(phrases.term("actors", actor) for claim in claims for actor in claim.actors)
    who = [", ".join(actors)] + ([f"{phrases.say(wording.ROLE)}: {', '.join(roles)}"] if roles else [])
    rests = any(selection.rests(phrases.library, claim) for claim in claims)
    return (
        nodes.spaced([nodes.strong(nodes.text(f"{name[:1].upper()}{name[1:]}."))], phrases.statement(first)),
        nodes.text("; ".join(part for part in who if part)),
        phrases.text(wording.LEVER_RESTS if rests else wording.LEVER_RESTS_NOT),
    )


def _doubt(phrases: Phrases) -> list[Node]:
    found = selection.greatest_doubt(phrases.library)
    heading = nodes.header(1, phrases.text(wording.DOUBT), "grootste-twijfel")
    if found is None:
        findings = selection.findings(phrases.library)
        return [heading, nodes.para(phrases.text(wording.NO_DOUBT_LINKS))] if findings else []
    claim, citation = found
    profile = phrases.library.profile(claim.id)
    leans = profile.level in SUPPORTED and profile.without_strongest not in SUPPORTED
    work = phrases.library.work(citation.work)
    return [
        heading,
        nodes.para(
            phrases.text(wording.DOUBT_LEANS if leans else wording.DOUBT_LINK),
            phrases.claim_id(claim),
            phrases.text(wording.DOUBT_ON_WORK),
            phrases.cited([work], claim),
            nodes.text(f"({phrases.say(wording.SUPPORT)}: {phrases.judgement(citation.judgement)})."),
            phrases.note(claim, citation),
        ),
    ]


def _limits(phrases: Phrases) -> list[Node]:
    """Say what the brief does not say, with the numbers of this selection."""
    library = phrases.library
    findings = selection.findings(library)
    levels = Counter(library.profile(claim.id).level for claim in findings)
    items = [phrases.text(wording.SCOPE)]
    if findings:
        unsupported = sum(levels[level] for level in BEST_FIRST if level not in SUPPORTED)
        items.append(phrases.text(wording.LIMIT_SOURCES, n=len(findings), none=levels["none"], rest=unsupported))
    items.append(phrases.text(wording.LIMIT_LOCAL))
    return [
        nodes.header(1, phrases.text(wording.LIMITS), "wat-niet"),
        nodes.bullets([[nodes.plain(item)] for item in items]),
    ]


def _placeholders(phrases: Phrases) -> list[Node]:
    """Return the places that the municipality fills in itself; nothing in them is ever made."""
    if not phrases.brief.placeholders:
        return []
    rows = [(phrases.text(name), phrases.text(wording.TO_FILL_IN)) for name in wording.PLACEHOLDERS]
    head = [phrases.text(wording.HEAD_PLACE), phrases.text(wording.HEAD_FILLED)]
    return [
        nodes.header(1, phrases.text(wording.BY_MUNICIPALITY), "zelf-invullen"),
        nodes.table(phrases.text(wording.PLACEHOLDERS_CAPTION), PLACEHOLDER_WIDTHS, head, rows),
    ]
