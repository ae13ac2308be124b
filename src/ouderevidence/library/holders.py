"""Which claims hold what, by their place in the whole library: a filter looks up terms and asks no claim.

What is held of a facet is listed once, at the first filter that names it. In a small library places are put together
in Python; in a large one as arrays, whose import would take longer than all the filters of a small one.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.evidence.rows import Claims
from ouderevidence.library.facets import FACETS, Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
            found = self._asked_of_columns(key)
            if found is None:
                found = self._asked_of_claims(key, options)
            self._of[name] = dict(_arrays(found, len(self._library))) if self._large else dict(found)
        return self._of[name]

    def _asked_of_columns(self, key: str) -> Mapping[str, Sequence[int]] | None:
        claims = self._library.records
        return claims.listed(key) if isinstance(claims, Claims) else None

    def _asked_of_claims(self, key: str, options: Options) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        held = FACETS[key].held
        for place, claim in enumerate(self._library.records):
            for one in held(self._library, claim, options):
                found.setdefault(one, []).append(place)
        return found


def _arrays(found: Mapping[str, Sequence[int]], size: int) -> Iterator[tuple[str, Any]]:
    """Yield each thing held with its places; with a sign for every claim where that is shorter."""
    import numpy as np

    for one, places in found.items():
        array = np.asarray(places, np.int32)
        if array.nbytes > size:
            signs = np.zeros(size, bool)
            signs[array] = True
            array = signs
        yield one, array


def _kept_in_arrays(wanted: list[list[Any]], places: Sequence[int], size: int) -> Sequence[int]:
    """Begin with the condition that fewest claims hold, and ask each other one of what is left."""
    import numpy as np

    def signs(arrays: list[Any]) -> Any:  # noqa: ANN401 - an array of numpy
        if len(arrays) == 1 and arrays[0].dtype == bool:
            return arrays[0]
        found = np.zeros(size, bool)
        for array in arrays:
            if array.dtype == bool:
                found |= array
            else:
                found[array] = True
        return found

    def held(arrays: list[Any]) -> int:
        return sum(int(np.count_nonzero(array)) if array.dtype == bool else len(array) for array in arrays)

    first, *others = sorted(wanted, key=held)
    left = (
        np.flatnonzero(signs(first)) if isinstance(places, range) else _of(np.asarray(places, np.int64), signs(first))
    )
    for arrays in others:
        left = _of(left, signs(arrays))
    found: list[int] = left.tolist()
    return found


def _of(places: Any, signs: Any) -> Any:  # noqa: ANN401 - arrays of numpy
    return places[signs[places]]
