"""A library as a document: which sections a brief has at each depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ouderevidence.citing import references
from ouderevidence.citing.items import listed_item
from ouderevidence.document import nodes
from ouderevidence.products.brief import account, front, method, resources, summary, wording
from ouderevidence.products.brief.phrases import ON_PAGE_INSTEAD, Phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.document.nodes import Node
    from ouderevidence.figures import Chart
    from ouderevidence.products.brief.brief import Brief


def build(brief: Brief) -> tuple[Node, dict[str, Chart]]:
    """Return a brief as a pandoc document, and the charts of it by the name that stands in their place.

    Citations are not yet written out, and charts not yet drawn.
    """
    phrases = Phrases(brief)
    front_page = front.front(phrases)
    if brief.depth == "page":
        front_page += method.page_references(phrases)
    blocks = nodes.first_page(front_page)
    before, after = DEPTHS[brief.depth]
    annex = [block for section in before for block in section(phrases)]
    if before:
        cited = frozenset(nodes.cited([*blocks, *annex]))
        annex += [*method.references(phrases), *method.uncertain_works(phrases, cited)]
        annex += [block for section in after for block in section(phrases)]
        blocks += [*nodes.new_page(phrases.text(wording.ANNEX)), *annex]
    metadata: dict[str, object] = {
        "title": phrases.title,
        "lang": references.PROFILES[brief.style].locale if brief.language == "nl" else "en-GB",
        "link-citations": True,
        "references": _reference_items(phrases),
        "skip": phrases.say(wording.SKIP),
    }
    return nodes.document(nodes.with_live_links(blocks, ON_PAGE_INSTEAD), metadata), phrases.charts


def _reference_items(phrases: Phrases) -> list[dict[str, Any]]:
    """Return the works that may be listed, and the factsheets."""
    language = phrases.language
    items = [listed_item(work, language) for work in phrases.works if not work.is_stub]
    return items + [references.factsheet_item(sheet, language=language) for sheet in phrases.library.factsheets]


Sections = tuple["Callable[[Phrases], list[Node]]", ...]
# How far a brief goes after its first page: the sections before its references, and those behind them.
DEPTHS: Final[dict[str, tuple[Sections, Sections]]] = {
    "page": ((), ()),
    "summary": (
        (
            summary.core_only,
            summary.message_sources,
            summary.findings,
            summary.without_source,
            summary.all_advice,
            summary.sourcing_map,
            resources.rest,
        ),
        (method.method,),
    ),
    "full": (
        (
            summary.all_advice,
            summary.sources,
            summary.levels,
            summary.sourcing_map,
            account.account,
            resources.programmes,
            resources.further_reading,
        ),
        (account.glossary, account.searches, method.method),
    ),
}
