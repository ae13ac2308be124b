"""Three conditions on a million claims: ours against masks of pandas on categories, and against DuckDB."""

from __future__ import annotations

import random
import sys
import tempfile
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pandas as pd

import ouderevidence as oe
from outside import Peer
from pairs import exponent, left_out, pair, row, seconds

CLAIMS: Final = 1_000_000
ASKED: Final[dict[str, Any]] = {
    "building_block": "communicatie",  # with its narrower terms
    "parent_group": ["vaders", "anderstalig"],  # a claim has several
    "kind": "finding",
}
WORK: Final = "three conditions of `where`"


def multiplied(library: oe.Library, size: int) -> oe.Library:
    """Return a library of so many copies of the claims, shuffled."""
    picked = random.Random(13).choices(library.records, k=size)  # noqa: S311 - not for secrets
    made = []
    for number, claim in enumerate(picked):
        one = copy(claim)
        object.__setattr__(one, "id", f"{claim.id}-{number}")
        made.append(one)
    return oe.Library(replace(library._corpus, claims=tuple(made)))  # noqa: SLF001 - there is no other door


class Frames:
    """The same claims as pandas would hold them: one row a claim, one row a claim and group."""

    def __init__(self, library: oe.Library) -> None:
        self._vocabulary = library.vocabulary
        rows = [(c.id, c.kind, c.building_blocks[0] if c.building_blocks else "", c.code) for c in library]
        self.claims = pd.DataFrame(rows, columns=["id", "kind", "block", "code"])
        blocks = [(n, one) for n, claim in enumerate(library) for one in claim.building_blocks]
        groups = [(n, one) for n, claim in enumerate(library) for one in claim.parent_groups]
        self.blocks = pd.DataFrame(blocks, columns=["claim", "term"]).astype({"term": "category"})
        self.groups = pd.DataFrame(groups, columns=["claim", "term"]).astype({"term": "category"})
        self.claims["kind"] = self.claims["kind"].astype("category")

    def terms(self, field: str, names: list[str]) -> list[str]:
        """Return the terms and all that are narrower."""
        return sorted({one for name in names for one in self._vocabulary.covered(field, name)})

    def found(self) -> Any:  # noqa: ANN401 - pandas has no types for a mask
        """Return the claims for which the three conditions hold."""
        blocks = self.terms("building_blocks", [ASKED["building_block"]])
        groups = self.terms("parent_groups", ASKED["parent_group"])
        mask = self.claims["kind"] == ASKED["kind"]
        for table, terms in ((self.blocks, blocks), (self.groups, groups)):
            mask &= self.claims.index.isin(table.loc[table["term"].isin(terms), "claim"])
        found: pd.DataFrame = self.claims[mask]
        return found


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    library = oe.load()
    sizes = [CLAIMS // 8, CLAIMS // 4, CLAIMS // 2, CLAIMS]
    times, listing = [], []
    for size in sizes:
        large = multiplied(library, size)
        listing.append(seconds(lambda large=large: len(large.where(**ASKED))))  # type: ignore[misc]
        times.append(min(seconds(lambda large=large: len(large.where(**ASKED))) for _ in range(9)))  # type: ignore[misc]
    frames = Frames(large)
    found = large.where(**ASKED)
    same = [claim.id for claim in found] == frames.found()["id"].to_list()

    def ours() -> float:
        return seconds(lambda: large.where(**ASKED))

    said = f"{CLAIMS} claims, {len(found)} found; pandas finds {'the same' if same else 'OTHERS'}"
    print(f"{said}; lists of terms, made at the first filter: {listing[-1]:.2f} s (exponent "
          f"{exponent(sizes, listing):.2f}); records of what is found: {read(large):.3f} s")  # fmt: skip
    good = [same, row(WORK, "pandas", pair(ours, lambda: seconds(frames.found)), 1.0, exponent(sizes, times))]
    with tempfile.TemporaryDirectory() as folder:
        for name in ("claims", "blocks", "groups"):
            getattr(frames, name).to_csv(Path(folder, f"{name}.csv"), index_label="row")
        blocks = ",".join(frames.terms("building_blocks", [ASKED["building_block"]]))
        groups = ",".join(frames.terms("parent_groups", ASKED["parent_group"]))
        peer = Peer("sql", folder, ASKED["kind"], blocks, groups)
        if peer:
            good.append(row(WORK, "DuckDB", pair(ours, peer.seconds), 0.2))
            peer.close()
        else:
            left_out(WORK, "DuckDB", peer.why)
    return int(not all(good))


def read(library: oe.Library) -> float:
    """Return the seconds in which the records of a selection are put together."""
    part = library.where(**ASKED)
    return seconds(lambda: part.records)


if __name__ == "__main__":
    sys.exit(main())
