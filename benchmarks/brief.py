"""How long a full brief takes against the bare pandoc and typst runs on the same document; how `--all` scales."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import typst

import ouderevidence as oe
from ouderevidence import pandoc, style
from ouderevidence.brief import batch, nodes, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.brief.nodes import Node

RUNS = 5
BOUND = 1.3  # times the bare runs
SLICE = "thuisbetrokkenheid"  # the part for the scaling: some twenty briefs


def seconds(work: Callable[[], object]) -> float:
    """Return the wall time of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare(document: Node, folder: Path) -> None:
    """Run pandoc and typst on a document with no more than what each format needs; pictures are left out."""
    csl = folder / "style.csl"
    csl.write_text(style.style("radboud"), encoding="utf-8")
    resolved = pandoc.read(pandoc.run(document, "json", "--citeproc", f"--csl={csl}"))
    pandoc.run(document, "markdown", "--standalone", "--wrap=none")
    pandoc.run(resolved, "html5", "--standalone", "--wrap=none", "--metadata=pagetitle:x")
    pandoc.run(resolved, "docx")
    plain = {**resolved, "blocks": nodes.walk(resolved["blocks"], _for_typst), "meta": {}}
    source = folder / "brief.typ"
    source.write_bytes(b"#let front(body) = body\n" + pandoc.run(plain, "typst", "--wrap=none"))
    typst.compile(source, format="pdf", ignore_system_fonts=True)


def _for_typst(node: Node) -> Node:
    """Leave pictures out, and let citations be words: typst would look for works of its own."""
    if node.get("t") == "Figure":
        return nodes.plain([])
    return nodes.span(node["c"][1]) if node.get("t") == "Cite" else node


def main() -> int:
    """Measure, print, and return 1 if the bound is broken."""
    library = oe.load()
    brief = library.brief(depth="full", title="Alles")
    document = brief.document()
    with tempfile.TemporaryDirectory() as folder:
        bare(document, Path(folder))  # once, so that both start warm
        pairs = [
            (seconds(lambda: brief.to_forms(*render.FORMATS)), seconds(lambda: bare(document, Path(folder))))
            for _ in range(RUNS)
        ]
        ratio = statistics.median(ours / theirs for ours, theirs in pairs)
        ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
        print(f"full brief, four formats: {ours:.2f} s; bare pandoc and typst: {theirs:.2f} s; ratio {ratio:.2f}")
        part = library.where(building_block=SLICE)
        times = {
            workers: seconds(
                lambda workers=workers: batch.write_all(part, Path(folder, str(workers)), workers=workers)  # type: ignore[misc]
            )
            for workers in (1, 2)
        }
        print(f"all briefs of a part: 1 worker {times[1]:.1f} s, 2 workers {times[2]:.1f} s; "
              f"ratio {times[1] / times[2]:.2f}")  # fmt: skip
    if ratio > BOUND:
        print(f"slower than {BOUND} times the bare runs")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
