"""Search: how much of what a reader wants is found, and how fast, beside SQLite's full-text search in the same run."""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

import ouderevidence as oe
from ouderevidence.library.index import SearchIndex
from ouderevidence.library.searched import searched_texts
from ouderevidence.products.explorer.assets import module
from ouderevidence.text.words import words

QUERIES = Path(__file__).parents[1] / "tests" / "data" / "queries.yml"
RECALL_BOUND, FIRST_BOUND = 0.95, 0.90  # at ten; a right answer among the first three
MANY = 10_000  # claims
SECONDS_BOUND = 0.05  # a query over so many
PEER_BOUND = 10.0  # times SQLite's query over so many; it matches words only: no forms, compounds or errors

Find = Callable[[str], list[str]]


def rate(queries: list[dict[str, Any]], find: Find) -> tuple[float, float]:
    """Return recall at ten, and the share with a right answer among the first three."""
    recall = first = 0.0
    for query in queries:
        hits, wants = find(query["text"]), set(query["wants"])
        recall += len(wants & set(hits[:10])) / len(wants)
        first += bool(wants & set(hits[:3]))
    return recall / len(queries), first / len(queries)


def sqlite_index(texts: dict[str, list[tuple[int, str]]]) -> sqlite3.Connection:
    """Return a full-text index over the same texts (accents folded, English stems)."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE claims USING fts5(id UNINDEXED, text, tokenize='porter unicode61')")
    rows = [(claim, " ".join(text for _, text in parts)) for claim, parts in texts.items()]
    database.executemany("INSERT INTO claims VALUES (?, ?)", rows)
    return database


def sqlite_find(database: sqlite3.Connection, query: str) -> list[str]:
    """Return the ids that SQLite finds for any of the words, best first."""
    wanted = " OR ".join(f'"{word}"' for word in words(query))
    if not wanted:
        return []
    found = database.execute("SELECT id FROM claims WHERE claims MATCH ? ORDER BY rank", (wanted,))
    return [row[0] for row in found]


def seconds(run: Callable[[str], object], queries: list[str]) -> list[float]:
    """Return the wall time of each query."""
    times = []
    for query in queries:
        start = time.perf_counter()
        run(query)
        times.append(time.perf_counter() - start)
    return times


def many(texts: dict[str, list[tuple[int, str]]]) -> dict[str, list[tuple[int, str]]]:
    """Return so many copies of the claims, each with words of its own, so that the vocabulary grows as a real one."""
    made = {}
    for copy in range(MANY // len(texts) + 1):
        mark = "".join("bdfgklmnprst"[copy // 12**n % 12] + "aeiou"[copy // 5**n % 5] for n in (1, 0))
        for claim, parts in texts.items():
            changed = [
                (weight, " ".join(mark + w if i % 9 == copy % 9 else w for i, w in enumerate(text.split())))
                for weight, text in parts
            ]
            made[f"{claim}-{copy}"] = changed
    return made


def quality(library: oe.Library, database: sqlite3.Connection) -> bool:
    """Print what is found; return whether the bounds hold."""
    parts = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))

    def ours(text: str) -> list[str]:
        return [hit.claim_id for hit in library.hits(text)]

    def peer(text: str) -> list[str]:
        return sqlite_find(database, text)

    everything = [query for part in parts.values() for query in part]
    by_kind = defaultdict(list)
    for query in everything:
        by_kind[query["kind"]].append(query)
    groups = {"tuned on": parts["queries"], "held out": parts["held_out"], "all": everything, **by_kind}
    for name, queries in groups.items():
        (recall, first), (peer_recall, peer_first) = rate(queries, ours), rate(queries, peer)
        print(
            f"{name:>10}: {len(queries):3} queries; recall at 10 {recall:.3f} (SQLite {peer_recall:.3f}); "
            f"right in the first 3 {first:.3f} (SQLite {peer_first:.3f})"
        )
    recall, first = rate(everything, ours)
    print(f"bounds over all: {RECALL_BOUND} and {FIRST_BOUND}")
    return recall >= RECALL_BOUND and first >= FIRST_BOUND


def speed(library: oe.Library, texts: dict[str, list[tuple[int, str]]], asked: list[str]) -> bool:
    """Print how long building and asking take; return whether the bounds hold."""
    start = time.perf_counter()
    index = SearchIndex(texts, library.vocabulary.synonyms)
    built = time.perf_counter() - start
    start = time.perf_counter()
    database = sqlite_index(texts)
    peer_built = time.perf_counter() - start
    index.search("betrokenhied")  # what is worked out once, at the first typing error
    mine, peer = seconds(index.search, asked), seconds(lambda query: sqlite_find(database, query), asked)
    median, slowest, other = statistics.median(mine), max(mine), statistics.median(peer)
    print(
        f"{len(texts):>6} claims: build {built:.3f} s, SQLite {peer_built:.3f} s, ratio {built / peer_built:.1f}; "
        f"query {1000 * median:.2f} ms (slowest {1000 * slowest:.1f}), SQLite {1000 * other:.2f} ms, "
        f"ratio {median / other:.1f} (at most {PEER_BOUND})"
    )
    page = page_speed(index, asked)
    return page and median <= SECONDS_BOUND and median / other <= PEER_BOUND


def page_speed(index: SearchIndex, asked: list[str]) -> bool:
    """Print how long the page takes for the same queries, in Chromium; return whether the bound holds."""
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(chromium).exists():
        print(f"the page was not measured: there is no Chromium at {chromium} (set CHROMIUM)")
        return not os.environ.get("CI")
    from playwright.sync_api import sync_playwright

    data = json.dumps([index.to_data(), ["betrokenhied", *asked]])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.add_script_tag(content=module("search.js").replace("export function", "function"))
        first, *times = page.evaluate(
            """(text) => {
                const [data, queries] = JSON.parse(text);
                return queries.map((query) => {
                    const start = performance.now();
                    searchClaims(data, query);
                    return performance.now() - start;
                });
            }""",
            data,
        )
        browser.close()
    median = statistics.median(times)
    print(
        f"the page: {len(data) // 1024} KB of data, first query {first:.0f} ms, then {median:.1f} ms "
        f"(slowest {max(times):.0f}; median at most {1000 * SECONDS_BOUND:.0f})"
    )
    return bool(median <= 1000 * SECONDS_BOUND)


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    library = oe.load()
    texts = {claim.id: searched_texts(library, claim) for claim in library}
    good = quality(library, sqlite_index(texts))
    asked = [query["text"] for part in yaml.safe_load(QUERIES.read_text(encoding="utf-8")).values() for query in part]
    quick = [speed(library, texts, asked), speed(library, many(texts), asked)]
    return int(not (good and all(quick)))


if __name__ == "__main__":
    sys.exit(main())
