"""A library as a document: which sections a brief has at each depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ouderevidence.citing import references
from ouderevidence.citing.items import listed_item
from ouderevidence.document import nodes
from ouderevidence.library.facets import FACETS
from ouderevidence.products.brief import account, front, method, summary, wording
from ouderevidence.products.brief.phrases import ON_PAGE_INSTEAD, Phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.document.nodes import Node
    from ouderevidence.library.library import Library
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
        "title": brief.title or default_title(brief.library, brief.language),
        "lang": references.PROFILES[brief.style].locale if brief.language == "nl" else "en-GB",
        "link-citations": True,
        "references": _reference_items(brief.library, brief.language),
        "skip": phrases.say(wording.SKIP),
    }
    return nodes.document(nodes.with_live_links(blocks, ON_PAGE_INSTEAD), metadata)


def default_title(library: Library, language: str) -> str:
    """Return the title of a brief that was given none: the question that its building block and parent group ask.

    A term of the vocabulary has a title of its own; any other filter stands behind the general title in brackets.
    """
    asked = {key: values for chosen in library.filters for key, values in chosen.values}
    facets = [key for key in ("building_block", "parent_group") if len(asked.get(key, ())) == 1]
    terms = [library.vocabulary.term(FACETS[key].field or "", asked[key][0]) for key in facets]
    others = len(library.filters) != 1 or set(asked) != set(facets)
    if len(terms) == 1 and terms[0].title is not None:
        title = terms[0].title.of(language)
    elif len(terms) == len(facets) == 2:  # noqa: PLR2004 (one of each)
        block, group = (term.label.of(language) for term in terms)
        title = wording.TITLE_BOTH.of(language).format(block=f"{block[:1].upper()}{block[1:]}", group=group)
    else:
        title, others = wording.TITLE.of(language), bool(library.filters)
    return f"{title} ({library.filter_text(language)})" if others else title


def _reference_items(library: Library, language: str) -> list[dict[str, Any]]:
    """Return the works to be listed, and the factsheets."""
    items = [listed_item(work, language) for work in library.cited_works() if not work.is_stub]
    return items + [references.factsheet_item(sheet, language=language) for sheet in library.factsheets]


_END: Final = (method.references, method.uncertain_works)
# How far a brief goes after its first page, and with which sections.
DEPTHS: Final[dict[str, tuple[Callable[[Phrases], list[Node]], ...]]] = {
    "page": (),
    "summary": (
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
