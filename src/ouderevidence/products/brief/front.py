"""The first page of a brief: complete in itself.

A short answer, how it is underpinned at a glance, the key messages, what the factsheet says beside them, what to do
and by whom, and the doubts that matter most. What does not fit one page is left to the pages behind it, and said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.document import housestyle, marks, nodes
from ouderevidence.products.brief import items, resources, selection, steps, wording
from ouderevidence.products.brief.phrases import MEASURE, listed

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Node
    from ouderevidence.products.brief.phrases import Phrases
    from ouderevidence.products.brief.plan import Plan

MAKERS: Final = re.compile(r"(?P<name>[^()]+) \((?P<makers>[^()]+)\)")
AND: Final = re.compile(r",? (?:en|and) |, ")
PLACEHOLDER_WIDTHS: Final = (0.3, 0.7)


def front(phrases: Phrases) -> list[Node]:
    """Return the first page."""
    return page(phrases, phrases.plan)


def page(phrases: Phrases, plan: Plan) -> list[Node]:
    """Return the first page as it is with some plan."""
    blocks = _opening(phrases)
    if not phrases.library.records:
        return [*blocks, nodes.para(phrases.text(wording.NO_CLAIMS))]
    messages, advice = _messages(phrases, plan), _advice(phrases, plan)
    return [
        *blocks,
        *_answer(phrases),
        *_key(phrases, plan, [*messages, *advice]),
        *messages,
        *_also(phrases, plan),
        *advice,
        *_elsewhere(phrases, plan),
        *steps.steps(phrases, plan),
        *_doubts(phrases, plan),
        *_placeholders(phrases),
    ]


def _opening(phrases: Phrases) -> list[Node]:
    brief, library = phrases.brief, phrases.library
    blocks: list[Node] = []
    if brief.logo:
        alternative = phrases.say(wording.LOGO, name=brief.organisation or "").strip()
        picture = nodes.image(housestyle.picture(brief.logo), alternative, height="1.4cm")
        blocks.append(nodes.div([nodes.para([picture])], "", ["logo"]))
    number, graded = len(library.records), len(selection.findings(library))
    which = wording.OF_WHICH_FINDINGS if graded > 1 else wording.OF_WHICH_FINDING
    counts = [phrases.say(wording.CLAIM_COUNTED if number == 1 else wording.CLAIMS_COUNTED, n=number)]
    counts += [phrases.say(which, n=graded)] if 0 < graded < number else []
    sheets = [nodes.reference(f"factsheet-{sheet.id}") for sheet in library.factsheets[:-1]]
    last = library.factsheets[-1]
    sheets.append(nodes.reference(f"factsheet-{last.id}", suffix=nodes.text(f"; {', '.join(counts)}")))
    searched = library.searches or any(claim.supplements for claim in library)
    lead = nodes.spaced(
        phrases.text(wording.READERS),
        phrases.text(wording.BASED_ON),
        phrases.text(wording.MADE_BY, makers=makers) if (makers := _makers(phrases)) else [],
        [nodes.cite(sheets), *([] if searched else [nodes.STOP])],
        phrases.text(wording.AND_OURS) if searched else [],
        nodes.text(library.language_note(phrases.language)),
    )
    author = ", ".join(part for part in (brief.author, brief.organisation) if part)
    by = " · ".join(part for part in (author, phrases.date(brief.date) if brief.date else "") if part)
    said = [nodes.text(by), lead] if by else [lead]
    return [*blocks, nodes.div([nodes.para(line) for line in said], "", ["facts"])]


def _makers(phrases: Phrases) -> str:
    """Return who made the one factsheet, where its record names them in brackets behind the name it is cited by.

    What is made of letters of that name abbreviates it: "Nederlands Jeugdinstituut (NJi)".
    """
    first, *others = phrases.library.factsheets
    named = MAKERS.fullmatch(first.publisher)
    if others or named is None:
        return ""
    left = iter(named["name"].casefold())
    if all(letter in left for letter in named["makers"].casefold()):
        return ""
    return listed(AND.split(named["makers"]), phrases.say(wording.AND))


def _answer(phrases: Phrases) -> list[Node]:
    """Return the short answer, the figure that shows it at a glance, and what the levels in it mean."""
    told = nodes.spaced(*phrases.answer)
    blocks = [
        nodes.header(1, phrases.text(wording.SHORT_ANSWER), "kort-antwoord"),
        nodes.div([nodes.para(told)], "", ["answer"]),
    ]
    if selection.findings(phrases.library):
        blocks.append(nodes.styled([nodes.para([phrases.picture])], "Front Picture"))
    return blocks


def _key(phrases: Phrases, plan: Plan, blocks: list[Node]) -> list[Node]:
    """Return what the signs on the page mean; those of measures stand in ``blocks``."""
    advised = [claim for _, claims in plan.advice for claim, _ in claims]
    measures = {*MEASURE.findall(" ".join(marks.words(blocks))), *phrases.measures}
    said = items.key(phrases, (*plan.messages, *plan.also), advised, measures)
    return nodes.small([nodes.para(said)]) if said else []


def _messages(phrases: Phrases, plan: Plan) -> list[Node]:
    claims = plan.messages
    if not claims:
        return []
    heading = nodes.header(
        1, phrases.text(wording.KEY_MESSAGES if claims[1:] else wording.KEY_MESSAGE), "kernboodschappen"
    )
    return [heading, nodes.numbered([[nodes.plain(items.message(phrases, claim))] for claim in claims])]


def _also(phrases: Phrases, plan: Plan) -> list[Node]:
    """Return what the factsheet says beside the messages, a line each with its mark."""
    claims = plan.also
    if not claims:
        return []
    said = [items.line(phrases, claim) for claim in claims]
    first = not plan.messages
    return [
        nodes.header(1, phrases.text(wording.ALSO_FIRST if first else wording.ALSO), "de-factsheet-zegt"),
        nodes.bullets([[nodes.plain(item)] for item in said]),
    ]


def told(plan: Plan) -> dict[str, int]:
    """Return the claims that the page tells, with their number among the key messages, else 0."""
    return {claim.id: number for number, claim in enumerate(plan.messages, 1)} | {claim.id: 0 for claim in plan.also}


def _advice(phrases: Phrases, plan: Plan) -> list[Node]:
    """Return what can be done, by actor: what each advice rests on, how sure that is, and what tempers it."""
    heading = nodes.header(1, phrases.text(wording.ADVICE), "handelen")
    groups = selection.advice(phrases.library)
    if not groups:
        return [heading, nodes.para(phrases.text(wording.NO_ADVICE)), *resources.on_page(phrases, plan)]
    own, general = (
        items.advice_list(phrases, plan.advice, told(plan), wide=wide, on_page=True) for wide in (False, True)
    )
    lead = items.no_own_advice(phrases)
    begin = resources.on_page(phrases, plan, lead)
    lead = [] if begin else lead
    if general:
        general = [nodes.para(lead, [nodes.emph(phrases.text(wording.FOR_ALL))]), *general]
    elif lead:
        general = [nodes.para(lead)]
    return [heading, *own, *begin, *general]


def _elsewhere(phrases: Phrases, plan: Plan) -> list[Node]:
    """Say how much advice, and that more to begin with, stands where there is room for it."""
    advised = [pair for _, claims in selection.advice(phrases.library) for pair in claims]
    left = {claim: general for claim, general in advised if claim.id not in plan.told}
    if not left:
        return []
    one_page = phrases.brief.depth == "page"
    there = [claim for claim in left if one_page or phrases.tells(claim)]
    part = 0 < len(there) < len(left)
    theirs = sum(selection.MUNICIPALITY in claim.actors for claim in there or left)
    whose = wording.FOR_MUNICIPALITY if part or theirs < len(there or left) else wording.FOR_MUNICIPALITY_ALL
    more = [resource for resource in resources.left(phrases, plan) if resource not in plan.named]
    many = len(left) > 1
    words = wording.MORE_ADVICE if many else wording.MORE_ADVICE_WITH_ONE if more else wording.MORE_ADVICE_ONE
    told = phrases.text(
        wording.MORE_ADVICE_PART if part else words,
        n=len(left),
        k=len(there),
        what=phrases.say((wording.GENERAL_ADVICE if all(left.values()) else wording.ADVICE_COUNTED)[many]),
        whose=phrases.say(whose, k=theirs) if theirs else "",
        also=phrases.say(wording.AND_RESOURCES[len(more) > 1]) if more else "",
        where=phrases.say(wording.IN_LONGER if one_page else wording.IN_ANNEX if there else wording.IN_FULL),
    )
    return [nodes.para(told)]


def _doubts(phrases: Phrases, plan: Plan) -> list[Node]:
    said = items.doubts(phrases, plan.messages)
    return [
        nodes.header(1, phrases.text(wording.DOUBTS_MOST), "grootste-twijfel"),
        nodes.bullets([[nodes.plain(item)] for item in said]),
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
