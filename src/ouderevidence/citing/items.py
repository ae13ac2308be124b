"""Works as the items of a reference list that pandoc writes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ouderevidence.citing.csl import LANGUAGES, csl_item
from ouderevidence.citing.references import initials
from ouderevidence.document import nodes

if TYPE_CHECKING:
    from ouderevidence.model.records import Work

TITLES: Final = ("title", "container-title")
PEOPLE: Final = ("author", "editor")


def listed_item(work: Work, language: str) -> dict[str, Any]:
    """Return a work as a CSL item; a title in another language than the list says so, for voices and for spelling.

    People have initials, so that one who once wrote out a second name stands in one place (APA 7, section 9.44).

    Parameters
    ----------
    work
        A work that is no stub.
    language
        The language of the list, ``"nl"`` or ``"en"``.
    """
    item: dict[str, Any] = dict(csl_item(work, language=language))
    for role in PEOPLE:
        if role in item:
            item[role] = [_initialed(person) for person in item[role]]
    own = LANGUAGES.get(work.fields.get("langid", ""), language)
    if own == language:
        return item
    return item | {name: nodes.meta_in(own, item[name]) for name in TITLES if name in item}


def _initialed(person: dict[str, str]) -> dict[str, str]:
    return person | {"given": initials(person["given"])} if person.get("given") else person
