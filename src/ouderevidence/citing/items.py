"""Works as the items of a reference list that pandoc writes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ouderevidence.citing.csl import LANGUAGES, csl_item
from ouderevidence.document import nodes

if TYPE_CHECKING:
    from ouderevidence.model.records import Work

TITLES: Final = ("title", "container-title")


def listed_item(work: Work, language: str) -> dict[str, Any]:
    """Return a work as a CSL item; a title in another language than the list says so, for voices and for spelling.

    Parameters
    ----------
    work
        A work that is no stub.
    language
        The language of the list, ``"nl"`` or ``"en"``.
    """
    item: dict[str, Any] = dict(csl_item(work, language=language))
    own = LANGUAGES.get(work.fields.get("langid", ""), language)
    if own == language:
        return item
    return item | {name: nodes.meta_in(own, item[name]) for name in TITLES if name in item}
