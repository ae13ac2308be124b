"""The facets a map can be laid out by, and the terms that are its rows or columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ouderevidence.library.facets import FACETS, top_values

if TYPE_CHECKING:
    from ouderevidence.library.library import Library


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or column: the value of the facet, its label, and the ids of the claims here that it holds for."""

    value: str
    label: str
    claims: frozenset[str]


def facet_label(name: str, language: str) -> str:
    """Return what people see for a facet, as "groep ouders"."""
    return FACETS[name].label.of(language)


def headings(library: Library, name: str, language: str) -> tuple[Heading, ...]:
    """Return the rows or columns of a facet: its terms that have no broader one.

    Where the library was filtered by this facet, only what was asked for: the rest is empty because of the filter,
    and an empty cell must mean that the factsheet says nothing. A section without any claim (further reading) is
    left out for the same reason.
    """
    known = {value.id: value for value in FACETS[name].values(library)}
    chosen = _chosen(library, name) or top_values(library, name)
    return tuple(Heading(value, known[value].label.of(language), _holding(library, name, value)) for value in chosen)


def _chosen(library: Library, name: str) -> tuple[str, ...]:
    asked = [
        value for chosen in library.filters if not chosen.include_general for key, values in chosen.values
        if key == name for value in values
    ]  # fmt: skip
    if name == "section":  # a chapter stands for its sections
        return tuple(s for s in top_values(library, name) if any(s == a or s.startswith(f"{a}.") for a in asked))
    return tuple(dict.fromkeys(asked))


def _holding(library: Library, name: str, value: str) -> frozenset[str]:
    return frozenset(claim.id for claim in library.where(**{name: value}))  # type: ignore[arg-type]
