"""Records of a table, each made when it is asked for; and what the columns tell of all at once, without records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, overload

from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.records import Claim, Work
from ouderevidence.model.words import FACETS, Text

if TYPE_CHECKING:
    from ouderevidence.evidence.columns import Kind

R = TypeVar("R")
BLOCK: Final = 1_000  # records made at a time where all are asked for
KEPT: Final = 50_000  # of the records that were made last
# What a filter asks for -> the column of the claims that holds it.
_OF_CLAIMS: Final = {
    **{key: field for field, key in FACETS.items()},
    "kind": "kind", "factsheet": "factsheet", "section": "sections", "claim": "id", "search": "id",
}  # fmt: skip
_UNREADABLE: Final = Text(
    "een rij van de ingepakte bibliotheek kan niet worden gelezen ({what}); pak haar opnieuw in met "
    "`ouderevidence pack`",
    "a row of the packed library cannot be read ({what}); pack it again with `ouderevidence pack`",
)


def _unreadable(what: str) -> EvidenceError:
    return EvidenceError(Text(_UNREADABLE.nl.format(what=what), _UNREADABLE.en.format(what=what)))


class Rows(Sequence[R]):
    """The records of a table, in its order.

    Parameters
    ----------
    table
        The table, as Arrow holds it.
    kind
        What its rows are.
    apart
        Fields that other tables hold: each gives its values for rows.
    kept
        How many of the records that were made last are kept; None for all.
    """

    def __init__(
        self,
        table: Any,  # noqa: ANN401 - pyarrow has no types
        kind: Kind[R],
        apart: Mapping[str, Callable[[Any], Sequence[Any]]] | None = None,
        kept: int | None = KEPT,
    ) -> None:
        self.table = table
        self._kind = kind
        self._apart = apart or {}
        self._batches = table.select(kind.names).to_batches()
        self._ends = list(accumulate(batch.num_rows for batch in self._batches))
        self._kept = kept
        self._made: dict[int, R] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.table, self._kind, self._apart, self._kept)

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[R]: ...
    def __getitem__(self, place: int | slice) -> R | Sequence[R]:
        if isinstance(place, slice):
            return tuple(self.at(range(*place.indices(len(self)))))
        place = range(len(self))[place]
        return self._made[place] if place in self._made else next(self.at([place]))

    def __iter__(self) -> Iterator[R]:
        return self.at(range(len(self)))

    def at(self, places: Sequence[int]) -> Iterator[R]:
        """Yield the records of some rows, made a block at a time."""
        import numpy as np

        for first in range(0, len(places), BLOCK):
            block = np.asarray(places[first : first + BLOCK])
            records = self.made(block)
            if self._kept is not None and len(self._made) + len(records) > self._kept:
                self._made.clear()
            self._made |= zip(block.tolist(), records, strict=True)
            yield from records

    def made(self, places: Any) -> list[R]:  # noqa: ANN401 - an array of numpy
        """Return the records of some rows.

        Raises
        ------
        EvidenceError
            If what a row holds is no such record.
        """
        try:
            return self._kind.read(self._columns(places), {name: part(places) for name, part in self._apart.items()})
        except (TypeError, KeyError, ValueError, AttributeError, RecursionError) as error:
            what = f"{type(error).__name__}: {error}"
            raise _unreadable(what) from error

    def _columns(self, places: Any) -> dict[str, list[Any]]:  # noqa: ANN401 - an array of numpy
        """Return the columns of some rows: of each batch a slice where they follow on one another, else those alone."""
        import numpy as np

        found: dict[str, list[Any]] = {name: [] for name in self._kind.names}
        batches = np.searchsorted(self._ends, places, side="right")
        for run in np.split(np.arange(len(places)), np.flatnonzero(np.diff(batches)) + 1) if len(places) else ():
            number = int(batches[run[0]])
            batch = self._batches[number]
            inner = places[run] - (self._ends[number] - batch.num_rows)
            follows = bool((np.diff(inner) == 1).all())
            some = batch.slice(int(inner[0]), len(inner)) if follows else batch.take(inner)
            for name, column in zip(self._kind.names, some.columns, strict=True):
                found[name] += column.to_pylist()
        return found


class Grouped(Generic[R]):
    """The rows of a table that belong to those of another: they stand in the same order, so many for each."""

    def __init__(self, rows: Rows[R], counts: Any) -> None:  # noqa: ANN401 - an array of numpy
        import numpy as np

        self.rows = rows
        self.counts = counts
        self._starts = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])

    def of(self, places: Any) -> list[tuple[R, ...]]:  # noqa: ANN401 - an array of numpy
        """Return those of some rows of the other table."""
        import numpy as np

        counts = self.counts[places]
        ends = np.cumsum(counts)
        inner = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)
        found = self.rows.made(np.repeat(self._starts[places], counts) + inner)
        return [tuple(found[end - count : end]) for end, count in zip(ends.tolist(), counts.tolist(), strict=True)]

    @property
    def complete(self) -> bool:
        """Whether every row belongs to one."""
        return int(self.counts.min(initial=0)) >= 0 and int(self._starts[-1]) == len(self.rows)

    def owners(self) -> Any:  # noqa: ANN401 - an array of numpy
        """Return for each row which row of the other table it belongs to."""
        import numpy as np

        return np.repeat(np.arange(len(self.counts), dtype=np.int32), self.counts)


class Works(Mapping[str, Work]):
    """The works by their key; what was asked for once is kept."""

    def __init__(self, rows: Rows[Work], designs: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        self.columns = {"year": rows.table.column("year"), "design": designs}
        self._rows = rows
        self._places = {key: place for place, key in enumerate(rows.table.column("key").to_pylist())}

    def __getitem__(self, key: str) -> Work:
        return self._rows[self._places[key]]

    def of(self, keys: Iterable[str]) -> tuple[Work, ...]:
        """Return the works of many keys."""
        return tuple(self._rows.at([self._places[key] for key in keys]))

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Claims(Rows[Claim]):
    """The claims of a packed library."""

    def __init__(self, table: Any, kind: Kind[Claim], links: Mapping[str, Grouped[Any]], works: Works) -> None:  # noqa: ANN401
        super().__init__(table, kind, {name: link.of for name, link in links.items()})
        self._links = links
        self._works = works

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.table, self._kind, self._links, self._works)

    def made(self, places: Any) -> list[Claim]:  # noqa: ANN401 - an array of numpy
        """Return the claims of some rows.

        Raises
        ------
        EvidenceError
            If what a row holds is no claim, or a citation stands in a passage that its claim has not.
        """
        claims = super().made(places)
        for claim in claims:
            if any(not 0 < citation.passage <= len(claim.passages) for citation in claim.citations):
                what = f"claim '{claim.id}' names a passage that it has not"
                raise _unreadable(what)
        return claims

    def ids(self) -> list[str]:
        """Return the id of each claim."""
        found: list[str] = self.table.column("id").to_pylist()
        return found

    def codes(self) -> list[str]:
        """Return the code of each claim, empty where it has none."""
        found: list[str] = self.table.column("code").to_pylist()
        return found

    def named(self, places: Sequence[int]) -> set[str]:
        """Return the keys of the works that claims cite, or that their supplements or caveats name."""
        import numpy as np

        chosen = np.zeros(len(self), bool)
        chosen[places] = True
        found = [_coded(self.table.column("caveat_works"))]
        for link in self._links.values():
            codes, keys, _ = _coded(link.rows.table.column("work"))
            found.append((codes, keys, link.owners()))
        return {keys[code] for codes, keys, owners in found for code in np.unique(codes[chosen[owners]]).tolist()}

    def listed(self, key: str) -> dict[str, Any] | None:
        """Return what the claims hold of a facet, each with the places of its claims; None if records have to tell."""
        import numpy as np

        if key in _OF_CLAIMS:
            return _placed(*_coded(self.table.column(_OF_CLAIMS[key])))
        if key == "core":
            core = self.table.column("core").to_numpy()
            return {"true": np.flatnonzero(core), "false": np.flatnonzero(~core)}
        if key not in ("work", "judgement", *self._works.columns):
            return None
        link = self._links["citations"]
        codes, values, rows = _coded(link.rows.table.column("judgement" if key == "judgement" else "work"))
        found = _placed(codes, values, link.owners()[rows])
        return self._through_works(key, found) if key in self._works.columns else found

    def _through_works(self, key: str, citing: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the works of claims hold, each with the places of the claims that cite them."""
        import numpy as np

        keys = list(self._works)
        found = {}
        for value, places in _placed(*_coded(self._works.columns[key])).items():
            each = [citing[keys[place]] for place in places.tolist() if keys[place] in citing]
            if each:
                found[value] = np.concatenate(each)
        return found


def _coded(column: Any) -> tuple[Any, list[str], Any]:  # noqa: ANN401 - pyarrow has no types
    """Return a column of texts, or of lists of texts, as numbers, the text of each number, and the row of each."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    array = column.combine_chunks()
    rows = np.arange(len(array), dtype=np.int32)
    if pa.types.is_list(array.type):
        rows = rows[pc.list_parent_indices(array).to_numpy()]
        array = array.flatten()
    if not pa.types.is_dictionary(array.type):
        array = array.dictionary_encode()
    return array.indices.to_numpy(), array.dictionary.to_pylist(), rows


def all_known(column: Any, known: Iterable[str]) -> bool:  # noqa: ANN401 - pyarrow has no types
    """Whether every text of a column, or of its lists, is a known one; none is missing from a list."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found = []
    for chunk in column.chunks:
        texts = chunk.flatten() if pa.types.is_list(chunk.type) else chunk
        if texts.null_count:
            return False
        found.append(texts.dictionary if pa.types.is_dictionary(texts.type) else texts)
    values = known if isinstance(known, pa.ChunkedArray) else pa.array(list(known), pa.string())
    return not found or bool(pc.all(pc.is_in(pa.concat_arrays(found), value_set=values), min_count=0).as_py())


def _placed(codes: Any, values: list[str], rows: Any) -> dict[str, Any]:  # noqa: ANN401 - arrays of numpy
    """Return each value with the rows that hold it, in order."""
    import numpy as np

    order = np.argsort(codes, kind="stable")
    ends = np.cumsum(np.bincount(codes, minlength=len(values)))[:-1]
    return {value: found for value, found in zip(values, np.split(rows[order], ends), strict=True) if len(found)}
