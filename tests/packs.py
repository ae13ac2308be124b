"""A packed library of which a table is not what it should be, signed as if it were: as somebody who means harm may."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from ouderevidence.evidence.packed import coded

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from pathlib import Path

DESCRIPTOR: Final = "datapackage.json"
ODD: Final[Sequence[Any]] = (
    "", "x", "[]", "{}", "null", "[null]", "[{}]", "[3]", "-1", "[" * 5000, '{"nl": 1}', "9" * 5000, "\0", "\x1b[31m",
    "=1+1", "javascript:x", "1e999", "NaN", "../x", "vaders", "x" * 2000, "\u202e",
)  # fmt: skip
NUMBERS: Final = (0, 1, -1, 2, 2**31 - 1, -(2**31), 1999)


def sign(folder: Path, changed: Path | None = None) -> None:
    """Let the descriptor say the hash of each file as it is now; of the one that was changed, where that is known."""
    path = folder / DESCRIPTOR
    with contextlib.suppress(ValueError, TypeError, KeyError, OSError, RecursionError):  # it may be what was broken
        described = json.loads(path.read_bytes())
        for one in described["resources"]:
            if changed is not None and one["path"] != changed.name:
                continue
            data = (folder / one["path"]).read_bytes()
            one["hash"] = f"sha256:{hashlib.sha256(data).hexdigest()}"
        path.write_text(json.dumps(described), encoding="utf-8")


def rewrite(path: Path, table: pa.Table, **how: Any) -> None:
    """Write a table as a packed library has it, whatever is in it."""
    pq.write_table(table, path, **{"compression": "zstd", "use_dictionary": coded(path.stem), **how})


def break_table(path: Path, rng: random.Random, table: pa.Table | None = None) -> None:
    """Change some cells, a column or the rows of a table; what Arrow does not write stays as it was."""
    table = pq.read_table(path) if table is None else table
    with contextlib.suppress(pa.ArrowException, ValueError):
        for _ in range(rng.randint(1, 3)):
            table = _broken(table, rng)
        rewrite(path, table)


def _broken(table: pa.Table, rng: random.Random) -> pa.Table:
    if not table.num_rows:
        return table
    place = rng.randrange(table.num_columns)
    field, values = table.schema.field(place), table.column(place).to_pylist()
    match rng.randrange(8):
        case 0:
            return table.slice(rng.randint(0, table.num_rows), rng.randint(0, table.num_rows))
        case 1:
            return pa.concat_tables([table] * rng.randint(2, 4))
        case 2:
            return table.drop_columns([field.name])
        case 3:
            return table.take([rng.randrange(table.num_rows) for _ in values])
        case 4:
            kind = rng.choice([pa.string(), pa.int64(), pa.large_string(), pa.binary(), pa.list_(pa.string())])
            return table.set_column(place, pa.field(field.name, kind), pa.nulls(table.num_rows, kind))
        case 5:
            values = [_odd(value, rng) for value in values]
        case _:
            at = rng.randrange(len(values))
            values[at] = _odd(values[at], rng)
    return table.set_column(place, field, pa.array(values, field.type))


def _odd(value: Any, rng: random.Random) -> Any:
    if isinstance(value, bool) or value is None:
        return rng.choice([True, False, None]) if isinstance(value, bool) else rng.choice([None, "x"])
    if isinstance(value, int):
        return rng.choice(NUMBERS)
    if isinstance(value, list):
        return rng.choice([[], [*value, rng.choice(ODD)], value * 3, [None], ["x"] * 300])
    if value.startswith(("[", "{")) and rng.random() < 0.6:
        return _odd_json(value, rng)
    return rng.choice([rng.choice(ODD), value * 2, None])


def _odd_json(text: str, rng: random.Random) -> str:
    """Return JSON in which one value is another."""
    parts = [match.span() for match in re.finditer(r'"[^"]*"|\d+|null|true|false|\{\}|\[\]', text)]
    if not parts:
        return str(rng.choice(ODD))
    start, end = rng.choice(parts)
    put = rng.choice(('""', '"x"', "null", "0", "-1", "[]", "{}", "1e999", "NaN", "9" * 5000, "[" * 5000, ""))
    return text[:start] + put + text[end:]
