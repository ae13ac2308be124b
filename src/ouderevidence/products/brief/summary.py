"""The summary of a brief: what the claims are, and how well they are sourced."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ouderevidence.document import housestyle, nodes
from ouderevidence.library.profile import GRADED_KINDS
from ouderevidence.model.words import BEST_FIRST, KINDS, LEVEL_MEANINGS, LEVELS, STANDINGS
from ouderevidence.products.brief import selection, wording

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Node
    from ouderevidence.model.records import Claim
    from ouderevidence.products.brief.phrases import Phrases

TABLE_WIDTHS = (0.36, 0.17, 0.21, 0.26)
DOUBT_WIDTHS = (0.24, 0.18, 0.16, 0.42)
MAP_WIDTHS = (0.2, 0.19, 0.13, 0.18, 0.12, 0.18)
LEVEL_WIDTHS = (0.22, 0.66, 0.12)


def tables(phrases: Phrases) -> list[Node]:
    """Return the briefing tables, one per building block or parent group."""
    facet = selection.GROUPINGS[phrases.brief.group_by]
    groups = list(selection.grouped(phrases.library, facet))
    if not groups:
        return []
    names = wording.GROUPED[facet]
    blocks = [nodes.header(1, phrases.text(names.heading), "uitspraken")]
    for name, claims in groups:
        if name in (selection.SEVERAL, selection.GENERAL):
            several = name == selection.SEVERAL
            heading = phrases.say(names.several if several else names.none)
            caption = phrases.say(names.caption_several if several else names.caption_none)
        else:
            label = phrases.term(facet, name)
            heading, caption = label[:1].upper() + label[1:], phrases.say(wording.TABLE_CAPTION, group=label)
        blocks.append(nodes.header(2, nodes.text(heading), f"groep-{name}"))
        blocks.append(_table(phrases, caption, claims))
    return blocks


def _table(phrases: Phrases, caption: str, claims: list[Claim]) -> Node:
    head = (wording.HEAD_CLAIM, wording.HEAD_GROUP, wording.HEAD_REFERENCES, wording.HEAD_UNDERPINNING)
    rows = [
        (
            nodes.spaced(phrases.statement(claim), phrases.claim_id(claim, at="table", to="account")),
            nodes.text(phrases.groups(claim)),
            phrases.citation(claim) or phrases.text(wording.NO_SOURCE),
            phrases.underpinning(claim),
        )
        for claim in claims
    ]
    return nodes.table(nodes.text(caption), TABLE_WIDTHS, [phrases.text(words) for words in head], rows)


def sourcing_map(phrases: Phrases) -> list[Node]:
    """Return the sourcing map of the selection as a picture, and the same figures as a table."""
    from ouderevidence.figures import gap_map  # matplotlib is slow to import, and a first page needs none

    if not phrases.library.records:
        return []
    chart = gap_map(phrases.library, language=phrases.language)
    address = housestyle.data_address(chart.to_bytes("png", framed=False), "image/png")
    frame = chart.table()
    row, column, claims, *levels, works, gap = frame.columns
    rows = [
        [
            nodes.text(str(cell))
            for cell in (
                found[row],
                found[column],
                found[claims],
                ", ".join(f"{level.lower()} {found[level]}" for level in levels if found[level]) or "–",
                found[works],
                found[gap],
            )
        ]
        for _, found in frame[frame[claims] > 0].iterrows()
    ]
    head = [nodes.text(name) for name in (row, column, claims, phrases.say(wording.HEAD_LEVELS), works, gap)]
    return [
        nodes.header(1, phrases.text(wording.MAP), "overzichtskaart"),
        nodes.figure(nodes.image(address, chart.alt_text, width="100%"), nodes.text(chart.title), "kaart"),
        nodes.para(nodes.text(chart.caption)),
        nodes.table(phrases.text(wording.MAP_CAPTION), MAP_WIDTHS, head, rows),
    ]


def how_well(phrases: Phrases) -> list[Node]:
    """Return how well the claims are sourced: levels, links in doubt, caveats."""
    if not phrases.library.records:
        return []
    heading = nodes.header(1, phrases.text(wording.HOW_WELL), "onderbouwing")
    return [heading, *_levels(phrases), *_doubts(phrases), *_caveats(phrases)]


def _levels(phrases: Phrases) -> list[Node]:
    library = phrases.library
    levels = Counter(library.profile(claim.id).level for claim in selection.findings(library))
    blocks = []
    if levels:
        head = (wording.HEAD_LEVEL, wording.HEAD_MEANING, wording.HEAD_COUNT)
        rows = [
            (phrases.text(LEVELS[level]), phrases.text(LEVEL_MEANINGS[level]), nodes.text(str(levels[level])))
            for level in BEST_FIRST
        ]
        caption = phrases.text(wording.LEVELS_CAPTION)
        blocks.append(nodes.table(caption, LEVEL_WIDTHS, [phrases.text(words) for words in head], rows))
    else:
        blocks.append(nodes.para(phrases.text(wording.NO_FINDINGS)))
    others = Counter(
        (selection.OTHER_KINDS.index(claim.kind), claim.kind, library.profile(claim.id).code)
        for claim in library.records
        if claim.kind not in GRADED_KINDS
    )
    if others:
        items = [
            f"{phrases.say(KINDS[kind])}, {phrases.say(STANDINGS[code])}: {number}"
            for (_, kind, code), number in sorted(others.items())
        ]
        blocks.append(nodes.para(phrases.text(wording.OTHER_KINDS)))
        blocks.append(nodes.bullets([[nodes.plain(nodes.text(item))] for item in items]))
    return blocks


def _doubts(phrases: Phrases) -> list[Node]:
    heading = nodes.header(2, phrases.text(wording.DOUBTS), "twijfel")
    rows = [
        (
            phrases.claim_id(claim),
            phrases.cited([phrases.library.work(citation.work)], claim),
            nodes.text(phrases.judgement(citation.judgement)),
            phrases.note(claim, citation),
        )
        for claim, citation in selection.doubts(phrases.library)
    ]
    if not rows:
        return [heading, nodes.para(phrases.text(wording.NO_DOUBTS))]
    head = (wording.HEAD_CLAIM_ID, wording.HEAD_WORK, wording.HEAD_JUDGEMENT, wording.HEAD_NOTE)
    caption = phrases.text(wording.DOUBTS_CAPTION)
    return [heading, nodes.table(caption, DOUBT_WIDTHS, [phrases.text(words) for words in head], rows)]


def _caveats(phrases: Phrases) -> list[Node]:
    items = [
        nodes.spaced(phrases.caveat(claim, caveat), phrases.text(wording.CAVEAT_AT), phrases.claim_id(claim))
        for claim in phrases.library.records
        for caveat in claim.caveats
    ]
    if not items:
        return []
    return [
        nodes.header(2, phrases.text(wording.CAVEATS), "kanttekeningen"),
        nodes.para(phrases.text(wording.CAVEATS_NOTE)),
        nodes.bullets([[nodes.plain(item)] for item in items]),
    ]
