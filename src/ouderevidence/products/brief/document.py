"""A library as a document: which sections a brief has at each depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ouderevidence.citing import references
from ouderevidence.citing.items import listed_item
from ouderevidence.document import nodes
from ouderevidence.products.brief import account, front, method, summary, wording
from ouderevidence.products.brief.phrases import ON_PAGE_INSTEAD, Phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.document.nodes import Node
    from ouderevidence.products.brief.brief import Brief


def build(brief: Brief) -> Node:
    """Return a brief as a pandoc document, citations not yet written out."""
    phrases = Phrases(brief)
    front_page = front.front(phrases)
    if brief.depth == "page":
        front_page += method.page_references(phrases)
    blocks = nodes.first_page(front_page)
    annex = [block for section in DEPTHS[brief.depth] for block in section(phrases)]
    if annex:
        blocks += [*nodes.new_page(phrases.text(wording.ANNEX)), *annex]
    metadata: dict[str, object] = {
        "title": phrases.title,
        "lang": references.PROFILES[brief.style].locale if brief.language == "nl" else "en-GB",
        "link-citations": True,
        "references": _reference_items(phrases),
        "skip": phrases.say(wording.SKIP),
    }
    return nodes.document(nodes.with_live_links(blocks, ON_PAGE_INSTEAD), metadata)


def _reference_items(phrases: Phrases) -> list[dict[str, Any]]:
    """Return the works that may be listed, and the factsheets."""
    language = phrases.language
    items = [listed_item(work, language) for work in phrases.works if not work.is_stub]
    return items + [references.factsheet_item(sheet, language=language) for sheet in phrases.library.factsheets]


_END: Final = (method.references, method.uncertain_works)
# How far a brief goes after its first page, and with which sections.
DEPTHS: Final[dict[str, tuple[Callable[[Phrases], list[Node]], ...]]] = {
    "page": (),
    "summary": (
        summary.message_sources,
        summary.findings,
        summary.without_source,
        summary.all_advice,
        summary.sourcing_map,
        *_END,
        method.method,
    ),
    "full": (
        summary.all_advice,
        summary.sources,
        summary.levels,
        summary.sourcing_map,
        account.account,
        account.further_reading,
        *_END,
        account.glossary,
        account.searches,
        method.method,
    ),
}
