"""Documents with the shapes of real ones: what an audit finds of their citations, entries and faults, and a folder of 200."""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import ouderevidence as oe
from ouderevidence.products.audit.catalogue import CATALOGUE
from ouderevidence.text.name_forms import folded
from shapes import Made, Maker

if TYPE_CHECKING:
    from ouderevidence.products.audit import Audit

DOCUMENTS: Final = 120  # shapes: layouts by styles by forms, half with faults
FOLDER: Final = 200
FALSE_ERRORS: Final = 1.0  # in 100 citations, at most
FOUND: Final = 0.95  # of the planted faults, at least
RATE: Final = 0.97  # precision and recall of citations and entries, at least
CHECKED: Final = ("A101", "A102", "A104", "A107", "A111", "A112")


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    library = oe.load()
    with tempfile.TemporaryDirectory() as made:
        good = quality(library, Path(made))
        return int(not all([good, folder(Path(made))]))


def quality(library: oe.Library, place: Path) -> bool:
    """Print precision and recall of citations, entries and faults, by shape and by code; return whether they hold."""
    totals: Counter[str] = Counter()
    by_shape: defaultdict[str, Counter[str]] = defaultdict(Counter)
    by_code: defaultdict[str, Counter[str]] = defaultdict(Counter)
    wrong: list[str] = []
    for made in Maker(place).corpus(DOCUMENTS):
        counts = measured(made, oe.audit(made.path, library), by_code, wrong)
        totals += counts
        for part in made.shape.split(" / "):
            by_shape[part] += counts
    for shape, counts in by_shape.items():
        print(f"{shape:>18}: {_line(counts)}")
    print(f"{'all':>18}: {_line(totals)}")
    for code, counts in sorted(by_code.items()):
        said = counts["right"] + counts["false"]
        precision = f"{counts['right'] / said:.3f}" if said else "-"
        recall = f"{counts['right'] / counts['planted']:.3f}" if counts["planted"] else "-"
        print(f"{code} ({CATALOGUE[code].severity:7}): said {said:4}, planted {counts['planted']:4}, precision {precision}, recall {recall}")
    print("".join(f"    {line}\n" for line in wrong[:20]), end="")
    rates = [_rate(totals, kind, by) for kind in ("cites", "entries") for by in ("found", "wanted")]
    return (
        _share(totals) <= FALSE_ERRORS
        and totals["faults found"] >= FOUND * totals["faults"]
        and all(rate >= RATE for rate in rates)
    )


def measured(made: Made, audited: Audit, by_code: dict[str, Counter[str]], wrong: list[str]) -> Counter[str]:
    """Return what is right and wrong in the audit of one document."""
    counts: Counter[str] = Counter()
    cites = Counter(map(_bare, made.cited))
    found = Counter(_bare(cited.label) for cited in audited.citations)
    entries = Counter((folded(family), year) for family, year in made.entries)
    listed = Counter(_entry(entry.text, entries) for entry in audited.references)
    for kind, want, got in (("cites", cites, found), ("entries", entries, listed)):
        counts[f"{kind} wanted"], counts[f"{kind} found"] = want.total(), got.total()
        counts[f"{kind} right"] = (want & got).total()
    left = list(made.faults)
    for remark in audited.findings:
        if remark.code not in CHECKED:
            continue
        words = " ".join(audited.document.text[remark.start : remark.end].split())
        hit = next((fault for fault in left if _answers(remark.code, words, fault)), None)
        if hit:
            left.remove(hit)
            by_code[remark.code]["right"] += 1
        else:
            by_code[remark.code]["false"] += 1
            counts["false errors"] += remark.severity == "error"
            wrong.append(f"false {remark.code} in {made.name} ({made.shape}): {words[:90]}")
    for code, words in made.faults:
        by_code[code]["planted"] += 1
        counts["faults"] += 1
        if (code, words) in left:
            wrong.append(f"missed {code} in {made.name} ({made.shape}): {words[:90]}")
    counts["faults found"] = counts["faults"] - len(left)
    return counts


def _answers(code: str, words: str, fault: tuple[str, str]) -> bool:
    """Whether a remark answers for a fault: its own code, or the question A107 where an error was planted."""
    return (code == fault[0] or (code == "A107" and fault[0] in {"A101", "A112", "A111"})) and _bare(fault[1]) in _bare(words)


def _bare(words: str) -> str:
    return "".join(c for c in words.casefold().replace("(", ", ").replace(" en ", " & ") if c.isalnum() or c == "&")


def _entry(text: str, wanted: Counter[tuple[str, str]]) -> tuple[str, str]:
    """Return the name and year of an entry as the corpus has them, if its text begins with them."""
    head = folded(text[:60])
    return next(((name, year) for name, year in wanted if name in head and year in text[:200]), (head[:10], ""))


def _rate(counts: Counter[str], kind: str, by: str) -> float:
    return counts[f"{kind} right"] / max(1, counts[f"{kind} {by}"])


def _share(counts: Counter[str]) -> float:
    return 100 * counts["false errors"] / max(1, counts["cites wanted"])


def _line(counts: Counter[str]) -> str:
    cites, entries = (
        f"{kind} P {_rate(counts, kind, 'found'):.3f} R {_rate(counts, kind, 'wanted'):.3f}" for kind in ("cites", "entries")
    )
    faults = f"faults {counts['faults found']}/{counts['faults']}"
    return f"{cites}; {entries}; {faults}; false errors in 100 citations {_share(counts):.2f}"


def folder(place: Path) -> bool:
    """Audit a folder of documents with one process and with two; print time and memory, and whether the findings agree."""
    drafts = place / "map"
    drafts.mkdir()
    Maker(drafts, seed=200).corpus(FOLDER)
    tables = []
    for jobs in (1, 2):
        results = place / f"uit{jobs}"
        start = time.perf_counter()
        program = "import sys; from ouderevidence.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", program, "audit", str(drafts), "--jobs", str(jobs), "-o", str(results)]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        rows = sorted(csv.reader((results / "opmerkingen.csv").read_text(encoding="utf-8").splitlines()))
        tables.append(rows)
        print(f"{FOLDER} documents, {jobs} process(es): {taken:.1f} s, largest process {peak:.0f} MB, {len(rows) - 1} remarks")
    return tables[0] == tables[1]


if __name__ == "__main__":
    sys.exit(main())
