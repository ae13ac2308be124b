"""What a Parquet file unpacks to, told by the headers of its pages before anything is unpacked.

A page of some bytes can unpack to gigabytes: by its compression, by a run of one value, by a dictionary or a prefix of
which long texts are made again and again. What the footer says of that can be a lie; a page is unpacked by its header.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

A_VALUE: Final = 16  # bytes in memory beside its text: a number, where its text ends, whether and how often it is there
LONGEST: Final = 63  # bits of a number
DEEPEST: Final = 8  # parts of a header within one another; those of the format have three levels

# Of the Parquet format (parquet.thrift, PageHeader): the numbers of the parts that are asked for, and of their values.
_KIND, _UNPACKED, _PACKED = 1, 2, 3
_HEADER_OF: Final = {0: 5, 2: 7, 3: 8}  # a kind of page -> where its own header stands; 1 is an index, with no values
_VALUES: Final = 1  # within that header
_ENCODING: Final = {0: 2, 2: 2, 3: 4}  # within that header
_DICTIONARY: Final = 2  # a kind of page
_PLAIN: Final = frozenset({0, 3})  # each value is there, or a run of yes/no and of numbers
_CODED: Final = frozenset({2, 8})  # a number that points into the dictionary


def unpacked(path: Path, metadata: Any, coded: Collection[str]) -> int:  # noqa: ANN401 - pyarrow has no types
    """Return how many bytes of memory a Parquet file takes at most.

    Parameters
    ----------
    path
        The file.
    metadata
        Its footer, as pyarrow gives it.
    coded
        The columns that are read as numbers and a dictionary; only these may have one.

    Raises
    ------
    ValueError
        If the pages are not what the footer says, or have values that are not written out.
    OSError
        If the file cannot be read.
    """
    left = path.stat().st_size  # two chunks that lie over one another would be read twice
    total = 0
    with path.open("rb") as file:
        for number in range(metadata.num_row_groups):
            group = metadata.row_group(number)
            for chunk in map(group.column, range(group.num_columns)):
                size = chunk.total_compressed_size
                left -= size
                if size < 0 or left < 0:
                    _refuse("chunk")
                starts = (chunk.dictionary_page_offset, chunk.data_page_offset)
                file.seek(min((at for at in starts if at), default=0))
                values = 0
                for kind, encoding, count, held in _pages(file.read(size)):
                    if encoding not in (_CODED | _PLAIN if chunk.path_in_schema in coded else _PLAIN):
                        _refuse("encoding")
                    values += 0 if kind == _DICTIONARY else count
                    total += held + A_VALUE * count
                if values != chunk.num_values or values < group.num_rows:
                    _refuse("number of values")
    return total


def _refuse(what: str) -> None:
    raise ValueError(what)


def _pages(chunk: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield the kind of each page, its encoding, its number of values, and its bytes when unpacked."""
    at = 0
    try:
        while at < len(chunk):
            said, at = _struct(chunk, at, 0)
            kind, held, size = said[_KIND], said[_UNPACKED], said[_PACKED]
            own = said[_HEADER_OF[kind]]
            count, encoding = own[_VALUES], own[_ENCODING[kind]]
            if not all(isinstance(each, int) and each >= 0 for each in (held, size, count, encoding)):
                _refuse("page")
            yield kind, encoding, count, held
            at += size
        if at != len(chunk):
            _refuse("length")
    except (IndexError, KeyError, TypeError) as error:
        message = "page header"
        raise ValueError(message) from error


# -- Thrift's compact protocol: a byte for the number and the type of each part, then its value ------------------------

_BYTE, _INTEGERS, _DOUBLE, _TEXT, _LISTS, _STRUCT = 3, (4, 5, 6), 7, 8, (9, 10), 12
_LONG_LIST: Final = 15


def _struct(data: bytes, at: int, depth: int) -> tuple[dict[int, Any], int]:
    """Return the parts of a struct by their number, and where it ends."""
    if depth > DEEPEST:
        _refuse("depth")
    found: dict[int, Any] = {}
    number = 0
    while data[at]:
        step, kind = data[at] >> 4, data[at] & 15
        at += 1
        if step:
            number += step
        else:
            number, at = _integer(data, at)
        if kind > 2:  # noqa: PLR2004 - 1 and 2 are yes and no, and have no value
            found[number], at = _value(data, at, kind, depth)
    return found, at + 1


def _value(data: bytes, at: int, kind: int, depth: int) -> tuple[Any, int]:
    if kind == _STRUCT:
        return _struct(data, at, depth + 1)
    if kind in _INTEGERS:
        return _integer(data, at)
    if kind == _TEXT:
        size, at = _whole(data, at)
        return None, at + size
    if kind in _LISTS:
        return None, _behind_list(data, at, depth)
    return None, at + {_BYTE: 1, _DOUBLE: 8}[kind]


def _behind_list(data: bytes, at: int, depth: int) -> int:
    count, kind = data[at] >> 4, data[at] & 15
    at += 1
    if count == _LONG_LIST:
        count, at = _whole(data, at)
    if depth > DEEPEST:
        _refuse("depth")
    for _ in range(count):
        at = at + 1 if kind < _BYTE else _value(data, at, kind, depth + 1)[1]
        data[at]  # a list of more than there is ends here
    return at


def _integer(data: bytes, at: int) -> tuple[int, int]:
    whole, at = _whole(data, at)
    return (whole >> 1) ^ -(whole & 1), at


def _whole(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while data[at] > 127:  # noqa: PLR2004 - the last byte of a number is below
        value |= (data[at] & 127) << shift
        shift += 7
        at += 1
        if shift > LONGEST:
            _refuse("number")
    return value | data[at] << shift, at + 1
