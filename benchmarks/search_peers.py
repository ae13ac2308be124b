"""Search beside tantivy and bm25s over the same texts: time of a query, and recall on the curated claims.

Set BENCH_TEXTS=100000 for so many texts (building takes minutes).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

import yaml

import ouderevidence as oe
import search
from ouderevidence.library.index import SearchIndex
from ouderevidence.library.searched import searched_texts
from outside import Peer
from pairs import exponent, left_out, pair, row, seconds

TEXTS: Final = int(os.environ.get("BENCH_TEXTS", "10000"))
TEN: Final = 10
BOUND: Final = 1.5


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    library = oe.load()
    queries = [one for part in yaml.safe_load(search.QUERIES.read_text(encoding="utf-8")).values() for one in part]
    asked = [query["text"] for query in queries]
    curated = {claim.id: searched_texts(library, claim) for claim in library}
    search.MANY = TEXTS
    texts = search.many(curated)
    times = []
    for size in (TEXTS // 8, TEXTS // 4, TEXTS // 2, TEXTS):
        index = SearchIndex({name: texts[name] for name in list(texts)[:size]}, library.vocabulary.synonyms)
        index.search("betrokenhied")  # what is worked out once
        times.append(seconds(partial(run, index, asked)))
    growth = exponent([1, 2, 4, 8], times)
    ours = search.rate(queries, lambda text: [hit.claim_id for hit in library.hits(text)])[0]
    good = []
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large.json"), Path(folder, "small.json")
        for path, held in ((large, texts), (small, curated)):
            path.write_text(json.dumps({n: " ".join(t for _, t in p) for n, p in held.items()}), encoding="utf-8")
        for which in ("tantivy", "bm25s"):
            work = f"{len(asked)} queries in {TEXTS} texts"
            few, peer = Peer("texts", which, small), Peer("texts", which, large)
            if not (few and peer):
                left_out(work, which, few.why or peer.why)
                continue
            other = search.rate(queries, partial(answer, few))[0]
            print(f"recall at ten on the curated claims: {ours:.3f}, {which} {other:.3f}")
            measured = pair(partial(seconds, partial(run, index, asked)), partial(peer.seconds, json.dumps(asked)), 3)
            good += [ours >= other, row(work, which, measured, BOUND, growth)]
            fresh = pair(partial(first, texts, library, asked), partial(peer.seconds, json.dumps(asked)), 3)
            row(f"{work}, of words not asked before", which, fresh, None)
            few.close()
            peer.close()
    return int(not all(good))


def run(index: SearchIndex, asked: list[str]) -> None:
    """Ask all queries, and look at as many hits as the peers give."""
    for text in asked:
        list(index.search(text)[:TEN])


def first(texts: dict[str, list[tuple[int, str]]], library: oe.Library, asked: list[str]) -> float:
    """Return how long an index takes that was asked nothing yet, but for a typing error."""
    index = SearchIndex(texts, library.vocabulary.synonyms)
    index.search("betrokenhied")  # what is worked out once
    return seconds(partial(run, index, asked))


def answer(peer: Peer, text: str) -> list[str]:
    """Return the ids that a peer finds."""
    found: list[str] = json.loads(peer.ask(json.dumps(text)))
    return found


if __name__ == "__main__":
    sys.exit(main())
