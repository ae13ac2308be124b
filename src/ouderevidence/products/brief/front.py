"""The first page of a brief: complete in itself.

A short answer, how it is underpinned at a glance, the key messages, what the factsheet says beside them, what to do
and by whom, and the doubts that matter most. What does not fit one page is left to the pages behind it, and said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.document import housestyle, nodes
from ouderevidence.model.words import SUPPORTED
from ouderevidence.products.brief import answer, selection, wording

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Inlines, Node
    from ouderevidence.model.records import Claim
    from ouderevidence.products.brief.phrases import Phrases

PLACEHOLDER_WIDTHS: Final = (0.3, 0.7)
MOST_NAMED: Final = 2  # works in one doubt


def front(phrases: Phrases) -> list[Node]:
    """Return the first page."""
    blocks = _opening(phrases)
    if not phrases.library.records:
        return [*blocks, nodes.para(phrases.text(wording.NO_CLAIMS))]
    return [
        *blocks,
        *_answer(phrases),
        *_messages(phrases),
        *_also(phrases),
        *_advice(phrases),
        *_doubts(phrases),
        *_placeholders(phrases),
    ]


def _opening(phrases: Phrases) -> list[Node]:
    brief, library = phrases.brief, phrases.library
    blocks: list[Node] = []
    if brief.logo:
        alternative = phrases.say(wording.LOGO, name=brief.organisation or "").strip()
        picture = nodes.image(housestyle.picture(brief.logo), alternative, height="1.4cm")
        blocks.append(nodes.div([nodes.para([picture])], "", ["logo"]))
    number = len(library.records)
    counted = phrases.say(wording.CLAIM_COUNTED) if number == 1 else phrases.say(wording.CLAIMS_COUNTED, n=number)
    sheets = [nodes.cite([nodes.reference(f"factsheet-{sheet.id}") for sheet in library.factsheets])]
    given = ", ".join(part for part in (brief.author, brief.organisation) if part)
    parts = [given, phrases.date(brief.date) if brief.date else "", phrases.say(wording.READERS)]
    lead = nodes.text(" · ".join(part for part in parts if part))
    chosen = nodes.text(f"{library.filter_text(phrases.language)}; {counted}")
    based = nodes.spaced(phrases.text(wording.BASED_ON), sheets, phrases.text(wording.AND_OURS), chosen)
    return [*blocks, nodes.div([nodes.para(lead), nodes.para(based)], "", ["facts"])]


def _answer(phrases: Phrases) -> list[Node]:
    """Return the short answer, and the figure that shows it at a glance."""
    told = nodes.text(" ".join(answer.sentences(phrases.library, phrases.language)))
    blocks = [
        nodes.header(1, phrases.text(wording.SHORT_ANSWER), "kort-antwoord"),
        nodes.div([nodes.para(told)], "", ["answer"]),
    ]
    if selection.findings(phrases.library):
        from ouderevidence.figures import levels_by_reading  # matplotlib is slow to import

        chart = levels_by_reading(phrases.library, language=phrases.language)
        address = housestyle.data_address(chart.to_bytes("png", framed=False), "image/png")
        picture = nodes.para([nodes.image(address, chart.alt_text, width="100%")])
        blocks.append(nodes.styled([picture], "Front Picture"))
    return blocks


def _messages(phrases: Phrases) -> list[Node]:
    claims = phrases.plan.messages
    heading = nodes.header(1, phrases.text(wording.KEY_MESSAGES), "kernboodschappen")
    if not claims:
        return []
    return [heading, nodes.numbered([[nodes.plain(_message(phrases, claim))] for claim in claims])]


def _message(phrases: Phrases, claim: Claim) -> Inlines:
    """Return a key message: the sentence with its reserve in bold, its level, its sources, and what tempers it."""
    wide = phrases.library.profile(claim.id, "evidence")
    reserve = wording.RESERVE_CONTESTED if wide.contested else wording.RESERVES[wide.level or "none"]
    ends = nodes.text(f"{phrases.say(reserve)}.")
    words = phrases.statement(claim, whole=False)
    said = [*words, *ends] if ends[0]["c"] == "." else [*words, {"t": "Str", "c": ";"}, nodes.SPACE, *ends]
    return nodes.spaced(
        [nodes.strong(said)],
        nodes.joined([phrases.level(wide, contested=wide.contested), phrases.carried_by(claim)], ";"),
        nodes.bracketed(phrases.claim_code(claim, at="message")),
        *(phrases.tempered(caveat, claim) for caveat in claim.caveats[:1]),
    )


def _also(phrases: Phrases) -> list[Node]:
    """Return what the factsheet says beside the messages, a line each with its mark."""
    claims = phrases.plan.also
    if not claims:
        return []
    items = [
        nodes.spaced(
            phrases.statement(claim),
            phrases.level(phrases.library.profile(claim.id, "evidence"), kind=claim.kind),
            phrases.carried_by(claim) if phrases.library.links_of(claim.id, "evidence") else [],
            phrases.claim_code(claim, at="message"),
        )
        for claim in claims
    ]
    first = not phrases.plan.messages
    return [
        nodes.header(1, phrases.text(wording.ALSO_FIRST if first else wording.ALSO), "de-factsheet-zegt"),
        nodes.bullets([[nodes.plain(item)] for item in items]),
    ]


def _advice(phrases: Phrases) -> list[Node]:
    """Return what can be done, by actor: what each advice rests on, how sure that is, and what tempers it."""
    heading = nodes.header(1, phrases.text(wording.ADVICE), "handelen")
    groups = selection.advice(phrases.library)
    if not groups:
        return [heading, nodes.para(phrases.text(wording.NO_ADVICE))]
    blocks = [heading]
    for actor, claims in phrases.plan.advice:
        blocks += phrases.advice_of(actor, claims)
    more = sum(len(claims) for _, claims in groups) - sum(len(claims) for _, claims in phrases.plan.advice)
    if more:
        words = wording.MORE_ADVICE if more > 1 else wording.MORE_ADVICE_ONE
        blocks.append(nodes.para(phrases.text(words, n=more)))
    return blocks


def _doubts(phrases: Phrases) -> list[Node]:
    """Return the doubts that matter most, in sentences that need no knowledge of the data."""
    library = phrases.library
    findings, messages = selection.findings(library), phrases.plan.messages
    items = []
    leaning = selection.leaning(library, messages)
    if leaning:
        works = [library.work(key) for key in dict.fromkeys(key for _, key in leaning)]
        words = wording.DOUBT_LEANS_ONE if len(leaning) == 1 else wording.DOUBT_LEANS
        told = phrases.text(words, n=len(leaning), m=len(messages))
        items.append(nodes.spaced(told, phrases.cited(works, leaning[0][0])) if len(works) <= MOST_NAMED else told)
    rest = [claim for claim in findings if library.profile(claim.id, "evidence").level not in SUPPORTED]
    if rest and len(rest) < len(findings):
        words = wording.DOUBT_REST_ONE if len(rest) == 1 else wording.DOUBT_REST
        items.append(phrases.text(words, n=len(findings), rest=len(rest)))
    items += [phrases.text(wording.DOUBT_READ), phrases.text(wording.LIMIT_LOCAL)]
    return [
        nodes.header(1, phrases.text(wording.DOUBTS_MOST), "grootste-twijfel"),
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
