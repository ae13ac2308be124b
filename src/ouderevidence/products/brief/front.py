"""The first page of a brief: complete in itself.

A short answer, how it is underpinned at a glance, the key messages, what the factsheet says beside them, what to do
and by whom, and the doubts that matter most. What does not fit one page is left to the pages behind it, and said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.document import housestyle, nodes
from ouderevidence.products.brief import answer, items, selection, wording

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Node
    from ouderevidence.products.brief.phrases import Phrases

PLACEHOLDER_WIDTHS: Final = (0.3, 0.7)


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
    note = nodes.text(library.language_note(phrases.language))
    sheets = [nodes.cite([nodes.reference(f"factsheet-{sheet.id}") for sheet in library.factsheets])]
    given = ", ".join(part for part in (brief.author, brief.organisation) if part)
    parts = [given, phrases.date(brief.date) if brief.date else "", phrases.say(wording.READERS)]
    lead = nodes.text(" · ".join(part for part in parts if part))
    based = nodes.spaced(
        phrases.text(wording.BASED_ON), sheets, phrases.text(wording.AND_OURS), nodes.text(counted), note
    )
    return [*blocks, nodes.div([nodes.para(lead), nodes.para(based)], "", ["facts"])]


def _answer(phrases: Phrases) -> list[Node]:
    """Return the short answer, the figure that shows it at a glance, and what the levels in it mean."""
    told = nodes.spaced(*answer.sentences(phrases))
    blocks = [
        nodes.header(1, phrases.text(wording.SHORT_ANSWER), "kort-antwoord"),
        nodes.div([nodes.para(told)], "", ["answer"]),
    ]
    graded = selection.findings(phrases.library)
    if graded:
        from ouderevidence.figures import levels_by_reading  # matplotlib is slow to import

        chart = levels_by_reading(phrases.library, language=phrases.language)
        address = housestyle.data_address(chart.to_bytes("png", framed=False), "image/png")
        picture = nodes.para([nodes.image(address, chart.alt_text, width="100%")])
        blocks.append(nodes.styled([picture], "Front Picture"))
        keys = items.level_keys(phrases)
        blocks += [nodes.para(keys)] if keys else []
    return blocks


def _messages(phrases: Phrases) -> list[Node]:
    claims = phrases.plan.messages
    heading = nodes.header(1, phrases.text(wording.KEY_MESSAGES), "kernboodschappen")
    if not claims:
        return []
    return [heading, nodes.numbered([[nodes.plain(items.message(phrases, claim))] for claim in claims])]


def _also(phrases: Phrases) -> list[Node]:
    """Return what the factsheet says beside the messages, a line each with its mark."""
    claims = phrases.plan.also
    if not claims:
        return []
    said = [items.line(phrases, claim) for claim in claims]
    first = not phrases.plan.messages
    return [
        nodes.header(1, phrases.text(wording.ALSO_FIRST if first else wording.ALSO), "de-factsheet-zegt"),
        nodes.bullets([[nodes.plain(item)] for item in said]),
    ]


def _advice(phrases: Phrases) -> list[Node]:
    """Return what can be done, by actor: what each advice rests on, how sure that is, and what tempers it."""
    heading = nodes.header(1, phrases.text(wording.ADVICE), "handelen")
    groups = selection.advice(phrases.library)
    if not groups:
        return [heading, nodes.para(phrases.text(wording.NO_ADVICE))]
    blocks = [heading, *items.advice_list(phrases, phrases.plan.advice)]
    more = sum(len(claims) for _, claims in groups) - sum(len(claims) for _, claims in phrases.plan.advice)
    if more:
        words = wording.MORE_ADVICE if more > 1 else wording.MORE_ADVICE_ONE
        where = wording.IN_ANNEX if phrases.brief.depth != "page" else wording.IN_LONGER
        blocks.append(nodes.para(phrases.text(words, n=more, where=phrases.say(where))))
    return blocks


def _doubts(phrases: Phrases) -> list[Node]:
    said = items.doubts(phrases, phrases.plan.messages)
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
