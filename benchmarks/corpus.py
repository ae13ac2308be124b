"""Documents with the shapes of real ones: what an audit finds of them, by shape, code and severity; a folder of 200."""

from __future__ import annotations

import csv
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import ouderevidence as oe
from ouderevidence.products.audit.catalogue import CATALOGUE
from ouderevidence.text.name_forms import folded
from pairs import Pair, pair, row
from shapes import Made, Maker

if TYPE_CHECKING:
    from ouderevidence.products.audit import Audit

DOCUMENTS: Final = 120  # layouts by styles by forms, half with faults
OFFICE: Final = 8  # of them made into a PDF by LibreOffice too, where it is installed
FOLDER: Final = int(os.environ.get("BENCH_DOCUMENTS", "200"))
# Work that shares nothing, in as many processes as it is told, to see what a second processor of the machine is worth.
PLAIN: Final = "import json, sys; [json.loads(json.dumps(list(range(200)) * 40)) for _ in range(int(sys.argv[1]))]"
FALSE_ERRORS: Final = 1.0  # in 100 citations, at most
FOUND: Final = 0.95  # of the planted faults, at least
RATE: Final = 0.97  # precision and recall of citations and entries, at least
CHECKED: Final = ("A101", "A102", "A104", "A107", "A111", "A112")
QUESTIONED: Final = frozenset({"A101", "A111", "A112"})  # faults that a question, A107, answers for
PROGRAM: Final = "import sys; from ouderevidence.cli import main; sys.exit(main())"


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    library = oe.load()
    with tempfile.TemporaryDirectory() as place:
        tally = Tally()
        made = Maker(Path(place)).corpus(DOCUMENTS)
        for document in [*made, *through_office(made, Path(place))]:
            tally.add(document, oe.audit(document.path, library))
        tally.show()
        return int(not all([tally.holds(), folder(Path(place))]))


class Tally:
    """What is right and wrong in the audits of the corpus."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.shapes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.codes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.wrong: list[str] = []

    def add(self, made: Made, audited: Audit) -> None:
        """Count what is right and wrong in the audit of one document."""
        counts: Counter[str] = Counter()
        _compare(counts, "cites", [*map(_bare, made.cited)], [_bare(cited.label) for cited in audited.citations])
        wanted = [f"{folded(family)} {year}" for family, year in made.entries]
        _compare(counts, "entries", wanted, [_entry(entry.text, wanted) for entry in audited.references])
        left = list(made.faults)
        for remark in audited.findings:
            words = " ".join(audited.document.text[remark.start : remark.end].split())
            if remark.code not in CHECKED:
                continue
            hit = next((fault for fault in left if _answers(remark.code, words, fault)), None)
            self.codes[remark.code]["right" if hit else "false"] += 1
            if hit:
                left.remove(hit)
            else:
                counts["false errors"] += remark.severity == "error"
                self.wrong.append(f"false {remark.code} in {made.name} ({made.shape}): {words[:70]}")
        self.wrong += [f"missed {code} in {made.name} ({made.shape}): {words[:70]}" for code, words in left]
        for code, _ in made.faults:
            self.codes[code]["planted"] += 1
        counts["faults"] = len(made.faults)
        counts["faults found"] = len(made.faults) - len(left)
        self.all += counts
        for part in made.shape.split(" / "):
            self.shapes[part] += counts

    def show(self) -> None:
        """Print the figures by shape, by code and by severity."""
        for shape, counts in [*self.shapes.items(), ("all", self.all)]:
            print(f"{shape:>18}: {_line(counts)}")
        severities: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for code, counts in sorted(self.codes.items()):
            severities[CATALOGUE[code].severity] += counts
            print(f"{code:>18}: {_rates(counts)} ({CATALOGUE[code].severity})")
        for severity, counts in severities.items():
            print(f"{severity:>18}: {_rates(counts)}")
        print("".join(f"    {line}\n" for line in self.wrong[:12]), end="")

    def holds(self) -> bool:
        """Whether the bounds hold."""
        rates = [_rate(self.all, kind, by) for kind in ("cites", "entries") for by in ("found", "wanted")]
        found = self.all["faults found"] >= FOUND * self.all["faults"]
        return _false_errors(self.all) <= FALSE_ERRORS and found and min(rates) >= RATE


def _compare(counts: Counter[str], kind: str, wanted: list[str], found: list[str]) -> None:
    counts[f"{kind} wanted"], counts[f"{kind} found"] = len(wanted), len(found)
    counts[f"{kind} right"] = (Counter(wanted) & Counter(found)).total()


def _answers(code: str, words: str, fault: tuple[str, str]) -> bool:
    """Whether a remark answers for a fault: its own code, or a question where an error was planted."""
    right = code == fault[0] or (code == "A107" and fault[0] in QUESTIONED)
    return right and _bare(fault[1]) in _bare(words)


def _bare(words: str) -> str:
    plain = words.casefold().replace("(", ", ").replace(" en ", " & ")
    return "".join(c for c in plain if c.isalnum() or c == "&")


def _entry(text: str, wanted: list[str]) -> str:
    """Return the name and year of an entry as the corpus has them, if its text begins with them."""
    head = folded(text[:60])
    held = (one for one in wanted if one.split()[0] in head and one.split()[1] in text[:200])
    return next(held, head[:10])


def _rate(counts: Counter[str], kind: str, by: str) -> float:
    return counts[f"{kind} right"] / max(1, counts[f"{kind} {by}"])


def _false_errors(counts: Counter[str]) -> float:
    return 100 * counts["false errors"] / max(1, counts["cites wanted"])


def _line(counts: Counter[str]) -> str:
    rates = "; ".join(
        f"{kind} P {_rate(counts, kind, 'found'):.3f} R {_rate(counts, kind, 'wanted'):.3f}"
        for kind in ("cites", "entries")
    )
    faults = f"faults {counts['faults found']}/{counts['faults']}"
    return f"{rates}; {faults}; false errors in 100 citations {_false_errors(counts):.2f}"


def _rates(counts: Counter[str]) -> str:
    said, planted = counts["right"] + counts["false"], counts["planted"]
    precision = f"{counts['right'] / said:.3f}" if said else "-"
    recall = f"{counts['right'] / planted:.3f}" if planted else "-"
    return f"said {said:4}, planted {planted:4}, precision {precision}, recall {recall}"


def through_office(made: list[Made], place: Path) -> list[Made]:
    """Make some of the Word files into PDFs with LibreOffice; none where it is not installed."""
    program = shutil.which("soffice")
    chosen = [document for document in made if document.path.suffix == ".docx"][:OFFICE]
    if program is None or not chosen:
        return []
    target = place / "office"
    profile = f"-env:UserInstallation=file://{place}/profile"
    files = [str(document.path) for document in chosen]
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), *files]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    found = []
    for document in chosen:
        path = target / f"{document.path.stem}.pdf"
        if path.is_file():
            layout, style, _ = document.shape.split(" / ")
            shape = f"{layout} / {style} / pdf office"
            found.append(replace(document, name=f"office/{path.name}", shape=shape, path=path))
    return found


def folder(place: Path) -> bool:
    """Audit a folder with one process and with two; print time and memory, and return whether the findings agree."""
    drafts = place / "map"
    drafts.mkdir()
    Maker(drafts, seed=200).corpus(FOLDER)
    tables = []
    times = {}
    for jobs in (1, 2):
        results = place / f"uit{jobs}"
        command = [sys.executable, "-c", PROGRAM, "audit", str(drafts), "--jobs", str(jobs), "-o", str(results)]
        start = time.perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken = times[jobs] = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        rows = sorted(csv.reader((results / "opmerkingen.csv").read_text(encoding="utf-8").splitlines()))
        tables.append(rows)
        print(f"{FOLDER} documents, {jobs} process(es): {taken:.1f} s, at most {peak:.0f} MB, {len(rows) - 1} remarks")
    both = Pair(times[2], times[1], times[2] / times[1])
    row("two processes that share nothing", "one", pair(partial(plain, 2), partial(plain, 1), 3), None)
    held = row(f"audit of {FOLDER} documents, two processes", "one", both, 0.56, limit=1.2)
    return held and tables[0] == tables[1]


def plain(processes: int) -> float:
    """Return how long a fixed amount of plain work takes in so many processes."""
    start = time.perf_counter()
    command = [sys.executable, "-c", PLAIN, str(2000 // processes)]
    running = [subprocess.Popen(command) for _ in range(processes)]
    for one in running:
        one.wait()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
