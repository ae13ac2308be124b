"""The facets a map can be laid out by, and the terms that are its rows or columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.findings import near_names
from ouderevidence.model.words import FACET_LABELS, FACETS, KINDS, Text

if TYPE_CHECKING:
    from ouderevidence.library.library import Library

_FACET_OF: Final = {keyword: facet for facet, keyword in FACETS.items()}
FACET_NAMES: Final = (*_FACET_OF, "kind", "section")
_LABELS: Final = {
    **{keyword: FACET_LABELS[facet] for keyword, facet in _FACET_OF.items()},
    "kind": Text("soort uitspraak", "kind of claim"),
    "section": Text("paragraaf", "section"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or column: the value of the facet, its label, and the ids of the claims here that it holds for."""

    value: str
    label: str
    claims: frozenset[str]


def check_facets(rows: str, columns: str) -> None:
    """Refuse a facet that does not exist, or one facet for both.

    Raises
    ------
    EvidenceError
        If a facet is unknown (near names are suggested), or rows and columns are the same.
    """
    for place, name in (("rows", rows), ("columns", columns)):
        if name not in FACET_NAMES:
            near = near_names(name, FACET_NAMES)
            remedy = f"did you mean {' or '.join(near)}?" if near else f"choose {', '.join(FACET_NAMES)}"
            message = f"no facet '{name}' for {place}; {remedy}"
            raise EvidenceError(message)
    if rows == columns:
        message = f"rows and columns are both '{rows}'; choose two facets"
        raise EvidenceError(message)


def facet_label(name: str, language: str) -> str:
    """Return what people see for a facet, as "groep ouders"."""
    return _LABELS[name].of(language)


def headings(library: Library, name: str, language: str) -> tuple[Heading, ...]:
    """Return the rows or columns of a facet: its terms that have no broader one.

    Where the library was filtered by this facet, only what was asked for: the rest is empty because of the filter,
    and an empty cell must mean that the factsheet says nothing. A section without any claim (further reading) is
    left out for the same reason.
    """
    chosen = _chosen(library, name) or _all(library, name)
    return tuple(
        Heading(value, _label(library, name, value, language), _holding(library, name, value)) for value in chosen
    )


def _chosen(library: Library, name: str) -> tuple[str, ...]:
    asked = [
        value for chosen in library.filters if not chosen.include_general for key, values in chosen.values
        if key == name for value in values
    ]  # fmt: skip
    if name == "section":  # a chapter stands for its sections
        return tuple(s for s in _all(library, name) if any(s == a or s.startswith(f"{a}.") for a in asked))
    return tuple(dict.fromkeys(asked))


def _all(library: Library, name: str) -> tuple[str, ...]:
    if name == "kind":
        return tuple(KINDS)
    if name == "section":
        spoken = {section for claim in library.whole for section in claim.sections}
        return tuple(dict.fromkeys(s.id for f in library.factsheets for s in f.sections if s.id in spoken))
    return tuple(t.id for t in library.vocabulary.terms(_FACET_OF[name]) if t.broader is None)


def _label(library: Library, name: str, value: str, language: str) -> str:
    if name == "kind":
        return KINDS[value].of(language)
    if name == "section":
        titles = [s.title.of(language) for f in library.factsheets if (s := f.section(value))]
        return f"{value} {titles[0]}" if titles else value
    return library.vocabulary.label(_FACET_OF[name], value, language)


def _holding(library: Library, name: str, value: str) -> frozenset[str]:
    return frozenset(claim.id for claim in library.where(**{name: value}))  # type: ignore[arg-type]
