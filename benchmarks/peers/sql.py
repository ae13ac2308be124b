"""DuckDB: three conditions on a table of claims and its tables of terms."""

from __future__ import annotations

import sys

import duckdb
from serve import serve

folder, kind, blocks, groups = sys.argv[1:]
base = duckdb.connect()
for name in ("claims", "blocks", "groups"):
    base.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{folder}/{name}.csv')")  # noqa: S608 - names above
QUERY = """
    SELECT id, code FROM claims WHERE kind = ?
    AND "row" IN (SELECT claim FROM blocks WHERE term IN (SELECT unnest(?)))
    AND "row" IN (SELECT claim FROM groups WHERE term IN (SELECT unnest(?)))
"""
serve(lambda _: base.execute(QUERY, [kind, blocks.split(","), groups.split(",")]).fetchnumpy())
