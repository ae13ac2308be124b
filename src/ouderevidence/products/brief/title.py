"""What a brief is called when nobody named it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.library.facets import FACETS
from ouderevidence.products.brief import wording

if TYPE_CHECKING:
    from ouderevidence.library.library import Library


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
