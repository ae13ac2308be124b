"""Which claims hold what, by their place in the whole library: a filter looks up terms and asks no claim.

What is held of a facet is listed once, at the first filter that names it. In a small library places are put together
in Python; in a large one as arrays, whose import would take longer than all the filters of a small one.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.library.facets import FACETS, Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ouderevidence.library.filters import Filter
    from ouderevidence.library.library import Library

LARGE: Final = 5_000  # claims from which arrays are used


class Holders:
    """The places of the claims of a whole library by what they hold.

    Parameters
    ----------
    library
        The library before any filter.
    large
        Whether to use arrays.
    """

    def __init__(self, library: Library, *, large: bool) -> None:
        self._library = library
        self._large = large
        self._of: dict[tuple[str, str], dict[str, Sequence[int]]] = {}

    def kept(self, chosen: Filter, places: Sequence[int]) -> Sequence[int]:
        """Return those of some places whose claims hold all that a filter asks, in the same order."""
        options = Options(chosen.include_general, chosen.reading)
        wanted = [self._covered(key, names, options) for key, names in chosen.values]
        if self._large:
            return _kept_in_arrays(wanted, places, len(self._library))
        held = set.intersection(*(set(chain.from_iterable(lists)) for lists in wanted))
        return [place for place in places if place in held]

    def _covered(self, key: str, names: Iterable[str], options: Options) -> list[Sequence[int]]:
        """Return the places of each thing held that one of the values of a facet stands for."""
        listed = self._listed(key, options)
        covers = FACETS[key].covers
        said = {one for name in names for one in covers(self._library, name, options, listed.keys())}
        return [listed[one] for one in said if one in listed]

    def _listed(self, key: str, options: Options) -> dict[str, Sequence[int]]:
        """Return what is held of a facet, each with the places of its claims, in order."""
        name = (key, options.reading if key == "level" else "")
        if name not in self._of:
            found: dict[str, list[int]] = {}
            held = FACETS[key].held
            for place, claim in enumerate(self._library.records):
                for one in held(self._library, claim, options):
                    found.setdefault(one, []).append(place)
            self._of[name] = dict(_arrays(found)) if self._large else dict(found)
        return self._of[name]


def _arrays(found: dict[str, list[int]]) -> Iterator[tuple[str, Any]]:
    import numpy as np

    for one, places in found.items():
        yield one, np.fromiter(places, np.int32, len(places))


def _kept_in_arrays(wanted: list[list[Any]], places: Sequence[int], size: int) -> Sequence[int]:
    """Begin with the condition that fewest claims hold, and ask each other one of what is left."""
    import numpy as np

    rest = sorted(wanted, key=lambda lists: sum(map(len, lists)))
    asked = None if isinstance(places, range) else np.asarray(places, np.int32)
    first, *others = rest
    mask = np.zeros(size, bool)
    for held in first:
        mask[held] = True
    left = np.flatnonzero(mask) if asked is None else asked[mask[asked]]
    for lists in others:
        mask[:] = False
        for held in lists:
            mask[held] = True
        left = left[mask[left]]
    found: list[int] = left.tolist()
    return found
