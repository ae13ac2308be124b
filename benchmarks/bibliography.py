"""BibTeX into works: against the bare parse of bibtexparser 2, against pybtex and against bibtexparser 1."""

from __future__ import annotations

import json
import re
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from bibtexparser.entrypoint import parse_string

from folders import ROOT
from ouderevidence.evidence.bibliography import read_bibliography
from ouderevidence.evidence.latex import decode
from ouderevidence.model.collector import without_collector
from ouderevidence.model.findings import Report
from outside import Peer
from pairs import Pair, exponent, left_out, pair, row, seconds, worked

ENTRIES: Final = 20_000
SIZES: Final = (500, ENTRIES // 8, ENTRIES // 4, ENTRIES // 2, ENTRIES)
WORK: Final = "20,000 BibTeX entries into works"
BOUND: Final = 1.5


def written(place: Path, size: int) -> Path:
    """Write the curated entries over and over, each with a key of its own."""
    text = (ROOT / "references.bib").read_text(encoding="utf-8")
    parts = [part for part in re.split(r"(?m)^(?=@)", text) if part.startswith("@")]
    made = (re.sub(r"^(@\w+\{[^,]+),", rf"\1x{n},", parts[n % len(parts)], count=1) for n in range(size))
    path = place / f"{size}.bib"
    path.write_text("".join(made), encoding="utf-8")
    return path


def read(path: Path) -> object:
    """Read a file into entries."""
    return read_bibliography(path, Report(path.name))


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [written(Path(folder), size) for size in SIZES]

        def bare(path: Path) -> object:
            return parse_string(path.read_text(encoding="utf-8"), parse_stack=[])

        with without_collector():  # as `load` reads; the parser has none either
            pairs = [pair(partial(worked, partial(read, p)), partial(worked, partial(bare, p)), 3) for p in paths[1:]]
        growth = exponent(SIZES[1:], [one.ours for one in pairs])
        good = [row(WORK, "bibtexparser 2, bare parse", pairs[-1], BOUND, growth)]
        for which, name, path, bound, rounds in (
            ("pybtex", "pybtex", paths[-1], 1.0, 3),
            ("first", "bibtexparser 1", paths[1], 0.05, 1),
        ):
            peer = Peer("bibtex", which, *paths)
            if not peer:
                left_out(WORK, name, peer.why)
                continue
            measured: Pair = pair(partial(seconds, partial(read, path)), partial(peer.seconds, path.stem), rounds)
            said = WORK if path is paths[-1] else f"{path.stem} BibTeX entries into works"
            good.append(row(said, name, measured, bound, limit=1.0 if which == "first" else None))
            if which == "pybtex":
                good.append(same_names(paths[0], peer))
            peer.close()
    return int(not all(good))


def same_names(path: Path, peer: Peer) -> bool:
    """Print how many entries have the names that pybtex gives; return whether all have."""
    theirs = json.loads(peer.ask(f"names {path.stem}"))
    entries = read_bibliography(path, Report(path.name))
    differing = []
    for key, entry in entries.items():
        ours = [[name.full_family, name.given] for name in entry.authors]
        other = [[decode(part) for part in name] for name in theirs[key] if name != ["others", ""]]
        if ours != other:
            differing.append(f"    {key}: {ours} | {other}")
    print(f"names of {len(entries)} entries: {len(entries) - len(differing)} as pybtex has them")
    print("".join(f"{line}\n" for line in differing[:5]), end="")
    return not differing


if __name__ == "__main__":
    sys.exit(main())
