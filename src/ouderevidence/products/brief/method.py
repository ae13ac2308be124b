"""How a brief came about: its references, the works in doubt, and how to make it again."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from ouderevidence.document import nodes
from ouderevidence.products.brief import selection, wording

if TYPE_CHECKING:
    from collections.abc import Collection

    from ouderevidence.document.nodes import Node
    from ouderevidence.products.brief.brief import Brief
    from ouderevidence.products.brief.phrases import Phrases

# Option of a brief -> its flag; in the order in which they are written.
FLAGS: Final = {
    "title": "--title",
    "language": "--language",
    "depth": "--depth",
    "profile": "--style",
    "group_by": "--group-by",
    "placeholders": "--placeholders",
    "author": "--author",
    "organisation": "--organisation",
    "date": "--date",
    "logo": "--logo",
    "reference_doc": "--reference-doc",
}


def references(phrases: Phrases) -> list[Node]:
    """Return the list of references, which pandoc fills."""
    return [nodes.header(1, phrases.text(wording.REFERENCES), "verwijzingen"), nodes.div([], "refs")]


def page_references(phrases: Phrases) -> list[Node]:
    """Return the list of references of a brief of one page."""
    return [nodes.header(1, phrases.text(wording.PAGE_REFERENCES), "bronnen"), nodes.div([], "refs")]


def uncertain_works(phrases: Phrases, cited: Collection[str]) -> list[Node]:
    """Return the works that could not be traced, and those traced with doubt among the cited, which are listed."""
    blocks: list[Node] = []
    for heading, works in (
        (wording.UNTRACED, selection.untraced(phrases.library)),
        (wording.UNSEEN, selection.unseen(phrases.library)),
        (wording.UNSURE, [work for work in selection.unsure(phrases.library) if work.key in cited]),
    ):
        if works:
            names = nodes.text("; ".join(phrases.labels[work.key] for work in works).removesuffix(".") + ".")
            blocks.append(nodes.para(phrases.named(heading, names)))
    return nodes.small(blocks) if blocks else []


def method(phrases: Phrases) -> list[Node]:
    """Return the account of method: factsheet, filter, version of the evidence; in full how to make it again."""
    library = phrases.library
    full = phrases.brief.depth == "full"
    dates = ", ".join(dict.fromkeys(phrases.date(sheet.as_of) for sheet in library.factsheets))
    again = nodes.spaced(
        phrases.text(wording.AGAIN),
        [nodes.code(command(phrases.brief))],
        phrases.text(wording.IN_PYTHON),
        [nodes.code(python(phrases.brief))],
    )
    chosen = nodes.spaced(
        nodes.text(f"{library.filter_text(phrases.language)}."),
        phrases.text(wording.JUDGED_AS_OF, dates=dates),
        [*nodes.bracketed([*phrases.text(wording.VERSION), nodes.SPACE, nodes.code(library.version)]), nodes.STOP],
        again if full else [],
    )
    code = next((claim.code for claim in library if claim.code), None)
    own_words = phrases.text(wording.OWN_WORDS_AND_LETTER, code=code) if code else phrases.text(wording.OWN_WORDS)
    entries = [(wording.FACTSHEET, nodes.text(" ".join(_sheets(phrases)))), (wording.FILTER, chosen)]
    told = [
        nodes.header(1, phrases.text(wording.METHOD), "verantwoording"),
        nodes.para(
            phrases.text(wording.SCOPE) if full else [],
            own_words,
            phrases.text(wording.JUDGED),
        ),
        nodes.bullets([[nodes.plain(phrases.named(name, inlines))] for name, inlines in entries]),
    ]
    return nodes.small(told)


def _sheets(phrases: Phrases) -> list[str]:
    """Return the factsheets, each with its note; of the one of a shorter brief, which is listed, the note alone."""
    told = []
    sheets = phrases.library.factsheets
    for sheet in sheets:
        note = phrases.say(sheet.note) if sheet.note else ""
        if not note or phrases.brief.depth == "full" or sheets[1:]:
            told.append(f"{sheet.title.of(phrases.language)}, {sheet.publisher}.")
        told += [note] if note else []
    return told


def chosen(brief: Brief) -> dict[str, object]:
    """Return the options of a brief that differ from the usual ones; a file is named without its folder."""
    usual = type(brief)(brief.library)
    given = {name: getattr(brief, name) for name in FLAGS if getattr(brief, name) != getattr(usual, name)}
    for name in ("logo", "reference_doc"):
        if name in given:
            given[name] = str(given[name]).replace("\\", "/").rpartition("/")[2]
    return given


def command(brief: Brief) -> str:
    """Return the command that makes a brief again."""
    flags = [
        FLAGS[name] if value is True else f"{FLAGS[name]} {shlex.quote(str(value))}"
        for name, value in chosen(brief).items()
    ]
    parts = ["ouderevidence brief", brief.library.filter_flags(), *flags, "-o notitie.docx"]
    return " ".join(part for part in parts if part)


def python(brief: Brief) -> str:
    """Return the line of Python that makes a brief again."""
    arguments = ", ".join(f"{name}={value!r}" for name, value in chosen(brief).items())
    start = brief.library.filter_python().replace("library", "oe.load()", 1)
    return f'{start}.brief({arguments}).save("notitie.docx")'
