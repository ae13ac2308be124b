"""A library as a document: the sections of a brief, one function each."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from ouderevidence import references
from ouderevidence.brief import account, nodes, selection, wording
from ouderevidence.brief.phrases import Phrases
from ouderevidence.model import KINDS, LEVELS, STANDINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.brief.nodes import Node
    from ouderevidence.library import Library
    from ouderevidence.model import Claim, Text

TABLE_WIDTHS = (0.36, 0.17, 0.21, 0.26)
DOUBT_WIDTHS = (0.24, 0.18, 0.16, 0.42)
LEVEL_WIDTHS = (0.22, 0.66, 0.12)


def build(library: Library, *, title: str | None, language: str, profile: str, depth: str) -> Node:
    """Return the brief as a pandoc document, citations not yet written out.

    Raises
    ------
    RenderError
        If a claim cannot be traced to a passage, or a citation to a work.
    """
    selection.require_traceable(library)
    phrases = Phrases(library, language, depth=depth, title=title)
    blocks = [block for section in DEPTHS[depth] for block in section(phrases)]
    metadata: dict[str, object] = {
        "title": title or default_title(library, language),
        "lang": references.PROFILES[profile].locale if language == "nl" else "en-GB",
        "link-citations": True,
        "references": _reference_items(library, language),
        "skip": phrases.say(wording.SKIP),
    }
    return nodes.document(blocks, metadata)


def default_title(library: Library, language: str) -> str:
    """Return the title of a brief that was given none: its subject and its filter in words."""
    words = f"{wording.BRIEF.of(language)} {wording.SUBJECT.of(language)}"
    return f"{words} ({library.filter_text(language)})" if library.filters else words


def _reference_items(library: Library, language: str) -> list[dict[str, Any]]:
    works = [work for work in library.cited_works() if not work.is_stub]
    items = [references.csl_item(work, language=language) for work in works]
    return items + [references.factsheet_item(sheet, language=language) for sheet in library.factsheets]


def _opening(phrases: Phrases) -> list[Node]:
    library = phrases.library
    number = len(library.records)
    counted = phrases.say(wording.CLAIM_COUNTED) if number == 1 else phrases.say(wording.CLAIMS_COUNTED, n=number)
    chosen = library.filter_text(phrases.language)
    sheets = "; ".join(sheet.title.of(phrases.language) for sheet in library.factsheets)
    entries = [
        (wording.FOR_WHOM, phrases.text(wording.READERS)),
        (wording.ABOUT, nodes.text(f"{chosen} ({counted})")),
        (
            wording.BASED_ON,
            nodes.spaced(
                nodes.text(sheets),
                [nodes.cite([nodes.reference(f"factsheet-{sheet.id}") for sheet in library.factsheets])],
            ),
        ),
    ]
    lines = [nodes.para(_named(phrases, name, inlines)) for name, inlines in entries]
    return [nodes.div(lines, "", ["facts"]), nodes.div([nodes.para(phrases.text(wording.SCOPE))], "", ["scope"])]


def _named(phrases: Phrases, name: Text, inlines: nodes.Inlines) -> nodes.Inlines:
    return nodes.spaced([nodes.strong(nodes.text(f"{phrases.say(name)}:"))], inlines)


def _messages(phrases: Phrases) -> list[Node]:
    heading = nodes.header(1, phrases.text(wording.KEY_MESSAGES), "kernboodschappen")
    claims = selection.key_messages(phrases.library)
    if not phrases.library.records:
        return [heading, nodes.para(phrases.text(wording.NO_CLAIMS))]
    if not claims:
        return [heading, nodes.para(phrases.text(wording.NO_MESSAGES))]
    blocks = [heading, nodes.numbered([[nodes.plain(_message(phrases, claim))] for claim in claims])]
    if len(claims) < selection.MOST_MESSAGES:
        blocks.append(nodes.para(phrases.text(wording.FEW_MESSAGES)))
    return [*blocks, nodes.para(phrases.text(wording.KEY_NOTE))]


def _message(phrases: Phrases, claim: Claim) -> nodes.Inlines:
    profile = phrases.library.profile(claim.id)
    lead_in = phrases.text(wording.LEAD_INS[profile.level or ""])
    level = f"{phrases.say(wording.UNDERPINNING)}: {phrases.say(LEVELS[profile.level or ''])}."
    return nodes.spaced(
        lead_in,
        [nodes.strong(phrases.statement(claim))],
        phrases.citation(claim, counting=True),
        [nodes.emph(nodes.text(level[:1].upper() + level[1:]))],
        phrases.claim_id(claim, anchor=phrases.depth == "page"),  # on one page there is no table to lead to
    )


def _tables(phrases: Phrases) -> list[Node]:
    groups = list(selection.by_block(phrases.library))
    if not groups:
        return []
    blocks = [nodes.header(1, phrases.text(wording.BY_BLOCK), "uitspraken")]
    for name, claims in groups:
        heading, caption = _group_names(phrases, name)
        blocks.append(nodes.header(2, nodes.text(heading), f"bouwsteen-{name}"))
        blocks.append(_table(phrases, caption, claims))
    return blocks


def _group_names(phrases: Phrases, name: str) -> tuple[str, str]:
    if name == selection.SEVERAL:
        return phrases.say(wording.SEVERAL_BLOCKS), phrases.say(wording.TABLE_CAPTION_SEVERAL)
    if name == selection.GENERAL:
        return phrases.say(wording.NO_BLOCK), phrases.say(wording.TABLE_CAPTION_NONE)
    label = phrases.term("building_blocks", name)
    return label[:1].upper() + label[1:], phrases.say(wording.TABLE_CAPTION, group=label)


def _table(phrases: Phrases, caption: str, claims: list[Claim]) -> Node:
    head = (wording.HEAD_CLAIM, wording.HEAD_GROUP, wording.HEAD_REFERENCES, wording.HEAD_UNDERPINNING)
    rows = [
        (
            nodes.spaced(phrases.statement(claim), phrases.claim_id(claim, anchor=True)),
            nodes.text(phrases.groups(claim)),
            phrases.citation(claim) or phrases.text(wording.NO_SOURCE),
            phrases.underpinning(claim),
        )
        for claim in claims
    ]
    return nodes.table(nodes.text(caption), TABLE_WIDTHS, [phrases.text(words) for words in head], rows)


def _how_well(phrases: Phrases) -> list[Node]:
    if not phrases.library.records:
        return []
    heading = nodes.header(1, phrases.text(wording.HOW_WELL), "onderbouwing")
    return [heading, *_levels(phrases), *_doubts(phrases), *_caveats(phrases)]


def _levels(phrases: Phrases) -> list[Node]:
    library = phrases.library
    levels = Counter(library.profile(c.id).level for c in library.records if c.kind in selection.LEVELLED)
    blocks = []
    if levels:
        head = (wording.HEAD_LEVEL, wording.HEAD_MEANING, wording.HEAD_COUNT)
        rows = [
            (phrases.text(LEVELS[level]), phrases.text(wording.LEVEL_MEANINGS[level]), nodes.text(str(levels[level])))
            for level in selection.BEST_FIRST
        ]
        caption = phrases.text(wording.LEVELS_CAPTION)
        blocks.append(nodes.table(caption, LEVEL_WIDTHS, [phrases.text(words) for words in head], rows))
    else:
        blocks.append(nodes.para(phrases.text(wording.NO_FINDINGS)))
    others = Counter(
        (claim.kind, library.profile(claim.id).code)
        for claim in library.records
        if claim.kind not in selection.LEVELLED
    )
    if others:
        items = [
            f"{phrases.say(KINDS[kind])}, {phrases.say(STANDINGS[code])}: {number}"
            for (kind, code), number in sorted(others.items(), key=lambda item: (_kind_order(item[0][0]), item[0][1]))
        ]
        blocks.append(nodes.para(phrases.text(wording.OTHER_KINDS)))
        blocks.append(nodes.bullets([[nodes.plain(nodes.text(item))] for item in items]))
    return blocks


def _kind_order(kind: str) -> int:
    return selection.OTHER_KINDS.index(kind) if kind in selection.OTHER_KINDS else len(selection.OTHER_KINDS)


def _doubts(phrases: Phrases) -> list[Node]:
    heading = nodes.header(2, phrases.text(wording.DOUBTS), "twijfel")
    rows = [
        (
            phrases.claim_id(claim),
            phrases.cited([phrases.library.work(citation.work)], claim),
            nodes.text(phrases.judgement(citation.judgement)),
            phrases.text(citation.note) if citation.note else [],
        )
        for claim, citation in selection.doubts(phrases.library)
    ]
    if not rows:
        return [heading, nodes.para(phrases.text(wording.NO_DOUBTS))]
    head = (wording.HEAD_CLAIM_ID, wording.HEAD_WORK, wording.HEAD_JUDGEMENT, wording.HEAD_NOTE)
    caption = phrases.text(wording.DOUBTS_CAPTION)
    return [heading, nodes.table(caption, DOUBT_WIDTHS, [phrases.text(words) for words in head], rows)]


def _caveats(phrases: Phrases) -> list[Node]:
    items = []
    for claim in phrases.library.records:
        for caveat in claim.caveats:
            works = [phrases.library.work(key) for key in caveat.works]
            notes = []
            if caveat.source:
                notes.append(f"{phrases.say(wording.CAVEAT_SOURCE)}: {caveat.source}")
            if caveat.checked_on:
                notes.append(f"{phrases.say(wording.CHECKED_ON)} {phrases.date(caveat.checked_on)}")
            items.append(
                nodes.spaced(
                    phrases.text(caveat.text),
                    phrases.cited(works, claim),
                    nodes.text(f"({'; '.join(notes)})") if notes else [],
                    phrases.text(wording.CAVEAT_AT),
                    phrases.claim_id(claim),
                )
            )
    if not items:
        return []
    return [
        nodes.header(2, phrases.text(wording.CAVEATS), "kanttekeningen"),
        nodes.para(phrases.text(wording.CAVEATS_NOTE)),
        nodes.bullets([[nodes.plain(item)] for item in items]),
    ]


def _references(phrases: Phrases) -> list[Node]:
    return [nodes.header(1, phrases.text(wording.REFERENCES), "verwijzingen"), nodes.div([], "refs")]


def _uncertain_works(phrases: Phrases) -> list[Node]:
    blocks: list[Node] = []
    for identifier, heading, note, works in (
        ("niet-herleid", wording.UNTRACED, wording.UNTRACED_NOTE, selection.untraced(phrases.library)),
        ("niet-zeker", wording.UNSURE, wording.UNSURE_NOTE, selection.unsure(phrases.library)),
    ):
        if works:
            names = "; ".join(phrases.labels[work.key] for work in works)
            blocks.append(nodes.header(2, phrases.text(heading), identifier))
            blocks.append(nodes.para(phrases.text(note), nodes.text(f"{names}.")))
    return blocks


def _method(phrases: Phrases) -> list[Node]:
    library = phrases.library
    chosen = library.filter_text(phrases.language)
    command, python = _again(phrases)
    sheets = "; ".join(f"{sheet.title.of(phrases.language)} ({sheet.publisher})" for sheet in library.factsheets)
    notes = [phrases.say(sheet.note) for sheet in library.factsheets if sheet.note]
    dates = ", ".join(dict.fromkeys(phrases.date(sheet.as_of) for sheet in library.factsheets))
    entries = [
        (wording.FACTSHEET, nodes.text(" ".join([f"{sheets}.", *notes]))),
        (wording.FILTER, nodes.text(chosen)),
        (wording.VERSION, [nodes.code(library.version)]),
        (wording.AS_OF, nodes.text(dates)),
        (wording.COMMAND, [nodes.code(command)]),
        (wording.PYTHON, [nodes.code(python)]),
    ]
    return [
        nodes.header(1, phrases.text(wording.METHOD), "verantwoording"),
        nodes.para(phrases.text(wording.SCOPE), phrases.text(wording.OWN_WORDS), phrases.text(wording.JUDGED)),
        nodes.bullets([[nodes.plain(_named(phrases, name, inlines))] for name, inlines in entries]),
    ]


def _again(phrases: Phrases) -> tuple[str, str]:
    """Return the command and the Python line that make the brief again."""
    library = phrases.library
    given = {"title": phrases.title, "language": phrases.language, "depth": phrases.depth}
    usual = {"title": None, "language": "nl", "depth": "summary"}
    chosen = {name: value for name, value in given.items() if value and value != usual[name]}
    flags = " ".join(f"--{name} {shlex.quote(value)}" for name, value in chosen.items())
    command = " ".join(f"ouderevidence brief {library.filter_flags()} {flags} -o notitie.docx".split())
    arguments = ", ".join(f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in chosen.items())
    start = library.filter_python().replace("library", "oe.load()", 1)
    return command, f'{start}.brief({arguments}).save("notitie.docx")'


# How far a brief goes, and with which sections; the key messages always come first.
DEPTHS: Final[dict[str, tuple[Callable[[Phrases], list[Node]], ...]]] = {
    "page": (_opening, _messages, _references, _method),
    "summary": (_opening, _messages, _tables, _how_well, _references, _uncertain_works, _method),
    "full": (_opening, _messages, _tables, _how_well, account.account, _references, _uncertain_works, _method),
}
