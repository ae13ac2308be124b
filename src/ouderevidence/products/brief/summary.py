"""The pages behind the first: the other findings, what has no source, what the sources say, the map, all advice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ouderevidence.document import nodes
from ouderevidence.library.profile import GRADED_KINDS
from ouderevidence.model.words import BEST_FIRST, KINDS, LEVEL_MEANINGS, LEVEL_SIGNS, LEVELS, READINGS
from ouderevidence.products.brief import front, items, selection, wording
from ouderevidence.products.brief.phrases import ALL, FEW, MANY, MOST_IN_TABLE, listed

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Inlines, Node
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim
    from ouderevidence.products.brief.phrases import Phrases

FINDING_WIDTHS: Final = (0.5, 0.15, 0.35)
SOURCE_WIDTHS: Final = (0.09, 0.27, 0.14, 0.5)
MAP_WIDTHS: Final = (0.22, 0.2, 0.13, 0.2, 0.25)
LEVEL_WIDTHS: Final = (0.24, 0.52, 0.12, 0.12)
MAP_WIDTH: Final = "70%"  # of the text


def _shown(phrases: Phrases) -> list[Claim]:
    """Return the claims that a summary tells of: all of a small selection, the core of a large one."""
    claims = list(phrases.library)
    return claims if len(claims) <= MANY else [claim for claim in claims if claim.core]


def core_only(phrases: Phrases) -> list[Node]:
    """Say that a summary of many claims tells the core of them, or that none is marked so."""
    number, told = len(phrases.library), len(_shown(phrases))
    words = wording.CORE_ONLY if told else wording.CORE_NONE
    return [nodes.para(phrases.text(words, n=number))] if told < number else []


def findings(phrases: Phrases) -> list[Node]:
    """Return the findings with a source that the first page does not tell, grouped by facet, best underpinned first."""
    rest = [
        claim
        for claim in _shown(phrases)
        if claim.kind in GRADED_KINDS
        and claim.id not in phrases.on_page
        and phrases.library.links_of(claim.id, "evidence")
    ]
    if not rest:
        return []
    rows = []
    facet = selection.GROUPINGS[phrases.brief.group_by]
    named = len(phrases.library) > FEW and phrases.brief.group_by not in selection.asked(phrases.library)
    for claim in sorted(rest, key=lambda claim: selection.rank(phrases.library, claim)):
        wide = phrases.library.profile(claim.id, "evidence")
        terms = [nodes.text(phrases.terms(facet, claim))] if named and getattr(claim, facet) else []
        about = nodes.joined([*terms, phrases.claim_code(claim, at="table")], ";")
        rows.append(
            (
                nodes.spaced(phrases.statement(claim), nodes.bracketed(about), *_more(phrases, claim)),
                phrases.level(wide, contested=wide.contested, tempered=selection.is_tempered(phrases.library, claim)),
                phrases.carried_by(claim, most=ALL if len(phrases.library) <= FEW else MOST_IN_TABLE),
            )
        )
    head = [phrases.text(words) for words in (wording.HEAD_CLAIM, wording.HEAD_UNDERPINNING, wording.HEAD_REFERENCES)]
    return [
        nodes.header(1, phrases.text(wording.OTHER_FINDINGS), "uitspraken"),
        nodes.table(phrases.text(wording.OTHER_FINDINGS_CAPTION), FINDING_WIDTHS, head, rows),
    ]


def _more(phrases: Phrases, claim: Claim) -> list[Inlines]:
    """Return the size of the effect and what the research does not say, in a summary that has room for it."""
    if len(phrases.library) > FEW:
        return []
    effect = phrases.effect(claim, wording.SIZE_FIRST)
    return [[*effect, nodes.STOP] if effect else [], phrases.missing(claim)]


def message_sources(phrases: Phrases) -> list[Node]:
    """Return all works behind the key messages of which the first page names some, where there is room for it."""
    cut = [claim for claim in phrases.plan.messages if phrases.carried_by(claim) != phrases.carried_by(claim, most=ALL)]
    if not cut or len(phrases.library) > FEW:
        return []
    named = [nodes.spaced(phrases.claim_code(claim), phrases.carried_by(claim, most=ALL)) for claim in cut]
    numbers = [str(phrases.plan.messages.index(claim) + 1) for claim in cut]
    words = wording.ALL_SOURCES if len(cut) > 1 else wording.ALL_SOURCES_ONE
    which = listed(numbers, phrases.say(wording.AND))
    return [
        nodes.header(1, phrases.text(words, which=which), "alle-bronnen"),
        nodes.bullets([[nodes.plain([*item, *nodes.text(".")])] for item in named]),
    ]


def without_source(phrases: Phrases) -> list[Node]:
    """Return what the factsheet says without a source, and its definitions and context, in a compact list."""
    rest = [
        claim
        for claim in _shown(phrases)
        if claim.id not in phrases.on_page
        and claim.kind not in selection.ADVICE
        and not (claim.kind in GRADED_KINDS and phrases.library.links_of(claim.id, "evidence"))
    ]
    if not rest:
        return []
    items = [
        nodes.spaced(phrases.statement(claim), _standing(phrases, claim))
        for claim in sorted(rest, key=lambda claim: selection.rank(phrases.library, claim))
    ]
    told = nodes.small([nodes.bullets([[nodes.plain(item)] for item in items])])
    return [nodes.header(1, phrases.text(wording.WITHOUT_SOURCE), "zonder-bron"), *told]


def _standing(phrases: Phrases, claim: Claim) -> Inlines:
    """Return how a claim stands, its code and, where there is room, its sources; that it has none, the heading says."""
    if phrases.library.profile(claim.id, "evidence").code != "unsourced":
        cited = dict.fromkeys(one.work for one in claim.citations) if len(phrases.library) <= FEW else ()
        works = [phrases.library.work(key) for key in cited]
        return nodes.spaced(phrases.standing(claim, at="table"), phrases.cited(works, claim))
    return nodes.bracketed(nodes.joined([phrases.text(KINDS[claim.kind]), phrases.claim_code(claim, at="table")], ";"))


def sources(phrases: Phrases) -> list[Node]:
    """Return what the sources of the key messages say: whether they support it, and what carries or tempers that."""
    rows = []
    for claim in (*phrases.plan.messages, *phrases.plan.also):
        for link in phrases.library.links_of(claim.id, "evidence"):
            name = nodes.spaced(
                phrases.cited([link.work], claim), phrases.text(wording.IS_OURS) if link.complementary else []
            )
            rows.append(
                (
                    phrases.claim_code(claim),
                    name,
                    nodes.text(phrases.judgement(link.citation.judgement)),
                    phrases.note_of(claim, link) or nodes.text("–"),
                )
            )
    if not rows:
        return []
    head = (wording.HEAD_CLAIM_ID, wording.HEAD_WORK, wording.HEAD_JUDGEMENT, wording.HEAD_NOTE)
    return [
        nodes.header(1, phrases.text(wording.SOURCES), "bronnen"),
        nodes.table(
            phrases.text(wording.SOURCES_CAPTION), SOURCE_WIDTHS, [phrases.text(words) for words in head], rows
        ),
    ]


def all_advice(phrases: Phrases) -> list[Node]:
    """Return the advice that the first page had no room for, by actor; of a large selection what rests on a finding."""
    full = phrases.brief.depth == "full"
    left = [
        (actor, [pair for pair in claims if pair[0].id not in phrases.plan.told and phrases.tells(pair[0])])
        for actor, claims in selection.advice(phrases.library)
    ]
    here = front.told(phrases.plan)
    if full or len(phrases.library) > FEW:
        here = dict.fromkeys([*here, *(claim.id for claim in (phrases.library if full else _shown(phrases)))], 0)
    blocks = items.advice_list(phrases, left, here, wide=False)
    general = items.advice_list(phrases, left, here, wide=True)
    if general:
        blocks += nodes.small([nodes.para([nodes.emph(phrases.text(wording.FOR_ALL_BEHIND))]), *general])
    return [nodes.header(1, phrases.text(wording.REST_OF_ADVICE), "meer-adviezen"), *blocks] if blocks else []


def _one_line(library: Library) -> bool:
    """Whether the claims are about one building block or one parent group: a map of them has one row or column."""
    asked = selection.asked(library)
    return any(len(asked.get(key, ())) == 1 for key in selection.GROUPINGS)


def sourcing_map(phrases: Phrases) -> list[Node]:
    """Return the sourcing map of the selection as a picture, and the same figures as a table."""
    from ouderevidence.figures import gap_map  # matplotlib is slow to import, and a first page needs none

    if not phrases.library.records or (phrases.brief.depth != "full" and _one_line(phrases.library)):
        return []
    chart = gap_map(phrases.library, language=phrases.language)
    frame = chart.table()
    row, column, claims, *levels, _works, gap = frame.columns
    rows = [
        [
            nodes.text(str(cell))
            for cell in (
                found[row],
                found[column],
                found[claims],
                ", ".join(f"{found[level]} {level.lower()}" for level in levels if found[level]) or "–",
                found[gap],
            )
        ]
        for _, found in frame[frame[claims] > 0].iterrows()
    ]
    head = [nodes.text(name) for name in (row, column, claims, phrases.say(wording.HEAD_LEVELS), gap)]
    blocks = [
        nodes.header(1, phrases.text(wording.MAP), "overzichtskaart"),
        nodes.figure(
            phrases.chart("map", chart, MAP_WIDTH),
            nodes.text(chart.title),
            "kaart",
        ),
        nodes.para(nodes.text(chart.caption.removesuffix(phrases.library.language_note(phrases.language)).rstrip())),
    ]
    if phrases.brief.depth != "full":
        return blocks
    return [*blocks, nodes.table(phrases.text(wording.MAP_CAPTION), MAP_WIDTHS, head, rows)]


def levels(phrases: Phrases) -> list[Node]:
    """Return what the levels mean, and how many findings have which in both readings."""
    library = phrases.library
    graded = selection.findings(library)
    if not graded:
        return []
    counted = {reading: Counter(library.profile(claim.id, reading).level for claim in graded) for reading in READINGS}
    rows: list[tuple[Inlines, ...]] = [
        (
            nodes.spaced([nodes.sign(LEVEL_SIGNS[level])], phrases.text(LEVELS[level])),
            phrases.text(LEVEL_MEANINGS[level]),
            *(nodes.text(str(counted[reading][level])) for reading in READINGS),
        )
        for level in BEST_FIRST
    ]
    head = [wording.HEAD_LEVEL, wording.HEAD_MEANING, wording.HEAD_SOURCING, wording.HEAD_EVIDENCE]
    blocks = [
        nodes.header(1, phrases.text(wording.HOW_WELL), "onderbouwing"),
        nodes.table(phrases.text(wording.LEVELS_CAPTION), LEVEL_WIDTHS, [phrases.text(words) for words in head], rows),
    ]
    others = Counter(
        (selection.OTHER_KINDS.index(claim.kind), claim.kind, library.profile(claim.id).text)
        for claim in library.records
        if claim.kind not in GRADED_KINDS
    )
    if others:
        said = sorted(others.items(), key=lambda pair: (pair[0][0], phrases.say(pair[0][2])))
        items = [
            f"{phrases.say(KINDS[kind])}, {phrases.say(standing)}: {number}" for (_, kind, standing), number in said
        ]
        blocks.append(nodes.para(phrases.text(wording.OTHER_KINDS)))
        blocks.append(nodes.bullets([[nodes.plain(nodes.text(item))] for item in items]))
    return blocks
