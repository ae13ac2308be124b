"""Records as columns, and back: how each kind of record stands in a table.

It follows from the fields of the record: a text, a number or a yes/no is a column; words in both languages are two
(``note_nl``, ``note_en``); a list of texts is a list; what has parts of its own is JSON, written as text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from functools import partial
from types import NoneType, UnionType
from typing import Any, Final, Generic, TypeVar, get_args, get_origin, get_type_hints

from ouderevidence.model.bilingual import LANGUAGES, Text

R = TypeVar("R")
_PLAIN: Final = {str: "string", Text: "string", int: "integer", bool: "boolean"}
_JSON: Final = ("array", "object")
_TEXTS: Final = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type is string, integer, boolean, list (of texts), or JSON's array or object."""

    name: str
    type: str
    required: bool


class Kind(Generic[R]):
    """How records of a class stand in a table.

    Parameters
    ----------
    record
        The class: a dataclass.
    apart
        Fields that other tables hold.
    of
        The record of what is given to write, where that is not the record itself.
    also
        Columns beside the fields, for who reads the table: each with its type and what it says.
    """

    def __init__(
        self,
        record: type[R],
        *,
        apart: Iterable[str] = (),
        of: Callable[[Any], R] | None = None,
        also: Mapping[str, tuple[str, Callable[[Any], object]]] | None = None,
    ) -> None:
        self._record = record
        self._of = of
        self._also = also or {}
        self._hints = get_type_hints(record, localns={"Text": Text, "Mapping": Mapping})
        self._apart = frozenset(apart)
        self._fields = {name: _Field(name, hint) for name, hint in self._hints.items() if name not in self._apart}
        beside = (Column(name, type_, required=True) for name, (type_, _) in self._also.items())
        own = tuple(column for field in self._fields.values() for column in field.columns)
        self.columns = (*beside, *own)
        self.names = tuple(column.name for column in own)  # the columns that a record is read from

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(Kind, apart=self._apart, of=self._of, also=self._also), (self._record,)

    def written(self, given: Sequence[Any]) -> dict[str, list[Any]]:
        """Return the columns of what is given."""
        records = given if self._of is None else [self._of(one) for one in given]
        found = {name: [get(one) for one in given] for name, (_, get) in self._also.items()}
        for name, field in self._fields.items():
            found |= field.written([getattr(one, name) for one in records])
        return found

    def read(self, columns: Mapping[str, list[Any]], apart: Mapping[str, Sequence[Any]]) -> list[R]:
        """Return the records of columns, and of the fields that stand apart."""
        each = [apart[n] if n in self._apart else self._fields[n].read(columns) for n in self._hints]
        return list(map(self._record, *each))


class _Field:
    """A field of a record: its columns, and its values to them and from them."""

    def __init__(self, name: str, hint: Any) -> None:  # noqa: ANN401 (any type that a field may have)
        plain, optional = _bare(hint)
        self._names = tuple(f"{name}_{language}" for language in LANGUAGES) if plain is Text else (name,)
        whole = "array" if get_origin(plain) is tuple else "object"
        self._type = "list" if plain == _TEXTS else _PLAIN.get(plain, whole)
        self._make = _maker(hint)
        self.columns = tuple(Column(one, self._type, not optional) for one in self._names)

    def written(self, values: Sequence[Any]) -> dict[str, list[Any]]:
        """Return the columns of the values."""
        if len(self._names) > 1:
            pairs = zip(self._names, LANGUAGES, strict=True)
            return {name: [None if v is None else getattr(v, language) for v in values] for name, language in pairs}
        (name,) = self._names
        return {name: [_json(v) for v in values] if self._type in _JSON else list(values)}

    def read(self, columns: Mapping[str, list[Any]]) -> list[Any]:
        """Return the values of the columns."""
        if len(self._names) > 1:
            both = (columns[name] for name in self._names)
            return [None if nl is None else Text(nl, en) for nl, en in zip(*both, strict=True)]
        found = columns[self._names[0]]
        if self._type == "list":
            return [tuple(one) for one in found]
        return [self._make(json.loads(one)) for one in found] if self._type in _JSON else found


def _bare(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 (any type that a field may have)
    """Return a type without None, and whether it may be None."""
    if get_origin(hint) is UnionType:
        (plain,) = (one for one in get_args(hint) if one is not NoneType)
        return plain, True
    return hint, False


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=asdict)


def _maker(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 (any type that a field may have)
    """Return how a value of a type is made of what JSON holds."""
    plain, optional = _bare(hint)
    if optional:
        inner = _maker(plain)
        return lambda value: None if value is None else inner(value)
    if get_origin(plain) is tuple:
        inner = _maker(get_args(plain)[0])  # all parts of a tuple are of one type here
        return lambda value: tuple(map(inner, _of(list, value)))
    if is_dataclass(plain) and isinstance(plain, type):
        hints = get_type_hints(plain, localns={"Text": Text, "Mapping": Mapping})
        parts = {name: _maker(one) for name, one in hints.items()}
        return lambda value: plain(**{name: make(value[name]) for name, make in parts.items()})
    if get_origin(plain) is Mapping:
        return lambda value: {_of(str, key): _of(str, one) for key, one in value.items()}
    return partial(_of, plain)


def _of(kind: type[R], value: object) -> R:
    """Return a value that is of a type.

    Raises
    ------
    TypeError
        If it is of another: JSON can hold anything.
    """
    if not isinstance(value, kind):
        message = f"{value!r} is no {kind.__name__}"[:80]
        raise TypeError(message)
    return value
