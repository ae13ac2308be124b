"""Audit of drafts: planted faults that are found, false alarms, and the time of a page against plain reading of it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypandoc
import pypdfium2
import typst
import yaml

import ouderevidence as oe
from ouderevidence.products.audit.works import JUDGED
from ouderevidence.text import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.products.audit import Audit

DRAFTS = Path(__file__).parents[1] / "tests" / "data" / "drafts"
READER = "markdown-citations"
MISSED_BOUND = 1  # of the 25 faults, as Word file
FALSE_BOUND = 2  # in the careless draft; in the clean one none
RATIO_BOUND = 10.0  # times plain reading of the same PDF; half of it holds the entries of the list against the works
ROUNDS = 10

Fault = tuple[str, str]


def build(name: str, suffix: str, folder: Path) -> Path:
    """Make a draft of ``tests/data/drafts`` as a Word file, a PDF or a page, notes and all."""
    made = folder / f"{name}.{suffix}"
    source = DRAFTS / f"{name}.md"
    target = folder / f"{name}.typ" if suffix == "pdf" else made
    command = [pypandoc.get_pandoc_path(), f"--from={READER}", "--standalone", "-o", target, source]
    subprocess.run(command, check=True)
    if suffix == "pdf":
        made.write_bytes(typst.compile(str(target)))
    return made


def planted(name: str) -> list[Fault]:
    """Return the faults planted in a draft: code and words."""
    return [(code, words) for code, words in yaml.safe_load((DRAFTS / f"{name}.yml").read_text(encoding="utf-8"))]


def compare(audited: Audit, faults: list[Fault]) -> tuple[list[Fault], list[Fault]]:
    """Return the planted faults that were missed, and the false alarms; a remark answers for one fault."""
    left = [(f.code, " ".join(audited.document.text[f.start : f.end].split())) for f in audited.findings]
    missed = []
    for code, words in faults:
        found = next((one for one in left if one[0] == code and words in one[1]), None)
        if found is None:
            missed.append((code, words))
        else:
            left.remove(found)
    return missed, left


def quality(library: oe.Library, folder: Path) -> bool:
    """Print what is found and what is falsely reported in each draft; return whether the bounds hold."""
    good = True
    for name, suffix in (("schoon", "docx"), ("schoon", "pdf"), ("slordig", "docx"), ("slordig", "pdf")):
        faults = planted(name) if name == "slordig" else []
        missed, alarms = compare(oe.audit(build(name, suffix, folder), library), faults)
        print(f"{name}.{suffix}: {len(faults) - len(missed)} of {len(faults)} faults found, {len(alarms)} false alarms")
        print(
            "".join(f"    missed {one}\n" for one in missed) + "".join(f"    false {one}\n" for one in alarms), end=""
        )
        if suffix == "docx":
            good &= len(missed) <= MISSED_BOUND and len(alarms) <= (FALSE_BOUND if faults else 0)
    return good


def hints(library: oe.Library) -> None:
    """Print how many links of the factsheet that the library did not see confirmed an audit of its text hints at."""
    path = os.environ.get("OUDEREVIDENCE_FACTSHEET")
    if not path:
        print("the factsheet's text is not at hand (OUDEREVIDENCE_FACTSHEET): its links are not audited")
        return
    audited = oe.audit(path, library)
    unseen = {(claim.id, link.work) for claim in library for link in claim.citations if link.judgement in JUDGED}
    works = {(cited.text, cited.place): cited.work for cited in audited.citations}
    hinted = {
        (
            finding.claims[0].id,
            works[" ".join(audited.document.text[finding.start : finding.end].split()), finding.place],
        )
        for finding in audited.findings
        if finding.code == "A304"
    }
    print(
        f"the factsheet as a draft: {len(hinted & unseen)} of {len(unseen)} links not confirmed are hinted at, ", end=""
    )
    print(f"{len(hinted - unseen)} hints at others")


def speed(library: oe.Library, folder: Path) -> bool:
    """Print the time of a page against reading it; return whether the ratio holds."""
    path = build("slordig", "pdf", folder)
    pdf = pypdfium2.PdfDocument(path)
    pages = len(pdf)
    pdf.close()
    reading = min(_seconds(lambda: read_document(path)) for _ in range(ROUNDS))
    auditing = min(_seconds(lambda: oe.audit(path, library)) for _ in range(ROUNDS))
    ratio = auditing / reading
    print(
        f"a page of PDF ({pages} pages): read {reading / pages * 1e3:.1f} ms, audited {auditing / pages * 1e3:.1f} ms, "
    )
    print(f"ratio {ratio:.1f} (at most {RATIO_BOUND})")
    return ratio <= RATIO_BOUND


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    library = oe.load()
    with tempfile.TemporaryDirectory() as made:
        good = quality(library, Path(made))
        hints(library)
        return int(not all([good, speed(library, Path(made))]))


if __name__ == "__main__":
    sys.exit(main())
