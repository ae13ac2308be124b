"""The filters of the explorer: their values, and which of these a claim answers to, exactly as ``where`` has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.library.facets import FACETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ouderevidence.library.facets import Value
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim
    from ouderevidence.model.words import Text

# In the order shown. Works are chosen in their own view, so they have no checkboxes.
ORDER: Final = (
    "building_block", "parent_group", "lever", "phase", "kind", "level", "design", "year", "role", "actor", "section",
    "core", "work", "factsheet",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A filter of the page: a keyword of ``where``, its values, and per claim the numbers of the values."""

    key: str
    flag: str
    label: Text
    values: tuple[Value, ...]
    shown: bool
    _answers: Mapping[str, list[int]]
    _own: Mapping[str, list[int]]

    def answers(self, claim: Claim) -> list[int]:
        """Return the numbers of the values for which ``where`` keeps the claim."""
        return self._answers[claim.id]

    def own(self, claim: Claim) -> list[int]:
        """Return the numbers of the claim's own terms; none for a filter that is not one of terms."""
        return self._own.get(claim.id, [])


def facets(library: Library) -> tuple[Shown, ...]:
    """Return the filters of a library, in the order shown."""
    return tuple(_shown(library, key) for key in ORDER)


def _shown(library: Library, key: str) -> Shown:
    facet = FACETS[key]
    values = tuple(facet.values(library))
    if key == "work":  # those that are named here alone
        named = {work.key for work in library.cited_works()}
        values = tuple(sorted((value for value in values if value.id in named), key=lambda value: value.id))
    answers: dict[str, list[int]] = {claim.id: [] for claim in library}
    for number, value in enumerate(values):
        for claim in library.where(**{key: value.id}):  # type: ignore[arg-type]
            answers[claim.id].append(number)
    own: dict[str, list[int]] = {}
    if facet.field is not None:
        position = {value.id: number for number, value in enumerate(values)}
        own = {claim.id: [position[term] for term in getattr(claim, facet.field)] for claim in library}
    return Shown(key, facet.dutch, facet.label, values, key != "work" and len(values) > 1, answers, own)
