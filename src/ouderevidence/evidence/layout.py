"""What a folder of evidence is and should hold: a file that is not read, and a chapter without claims, are faults."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ouderevidence.model.findings import Finding, Report
from ouderevidence.text.passages import letters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ouderevidence.evidence.read import Corpus
    from ouderevidence.model.records import Factsheet

DESCRIPTOR: Final = "datapackage.json"  # of a packed library
JOURNAL: Final = ".curate.json"  # what a run of `curate` is writing; it is there while it writes
_TOP: Final = frozenset({"vocabulary.yml", "appraisals.yml", "programmes.yml", "searches.yml"})
_SHEET: Final = frozenset({"factsheet.yml", "edition.yml"})
_YAML: Final = frozenset({".yml", ".yaml"})


def is_packed(folder: Path) -> bool:
    """Whether a folder holds a packed library, and no evidence in YAML."""
    return (folder / DESCRIPTOR).is_file() and not (folder / "evidence").exists()


def strays(root: Path) -> Iterator[Finding]:
    """Yield a finding for every YAML file below ``evidence/`` that has a name or a place that is not read."""
    if (root / JOURNAL).is_file():
        report = Report(JOURNAL)
        report.add("E008", 0, why="a run of `curate` was broken off here", remedy="run it again; it goes on from here")
        yield from report.findings
    for path in sorted((root / "evidence").rglob("*")):
        parts = path.relative_to(root / "evidence").parts
        if path.suffix.lower() not in _YAML or any(part.startswith(".") for part in parts):
            continue
        why = _why_not(parts)
        if why:
            report = Report(path.relative_to(root).as_posix())
            report.add("E008", 0, why=why, remedy="move it to its place, or take it out")
            yield from report.findings


def _why_not(parts: tuple[str, ...]) -> str:
    """Return why a file is not read; empty if it is."""
    if not parts[-1].endswith(".yml"):
        return "its name does not end in .yml"
    match parts:
        case (name,) if name in _TOP:
            return ""
        case ("factsheets", _, name) if name in _SHEET:
            return ""
        case ("factsheets", _, "claims", _):
            return ""
    return "no file of this name belongs in this folder"


def empty_chapters(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for every chapter of a factsheet that has no claim and is not left out whole."""
    spoken: defaultdict[str, set[str]] = defaultdict(set)
    for claim in (*corpus.claims, *corpus.proposals):
        spoken[claim.factsheet] |= {_chapter(passage.section) for passage in claim.passages}
    for sheet in corpus.factsheets:
        held = spoken[sheet.id]
        report = Report(f"evidence/factsheets/{sheet.id}/factsheet.yml")
        for name in dict.fromkeys(_chapter(section.id) for section in sheet.sections):
            if name not in held and not _is_left_out(sheet, name):
                report.add("E309", 0, name=name, factsheet=sheet.id)
        yield from report.findings


def _is_left_out(sheet: Factsheet, chapter: str) -> bool:
    """Whether what is left out begins where each stretch of a chapter begins, and ends where it ends."""
    left = [each.passage for each in sheet.left_out if _chapter(each.passage.section) == chapter]
    starts, ends = [letters(each.starts) for each in left], [letters(each.ends) for each in left]
    ranges = [each for section in sheet.sections if _chapter(section.id) == chapter for each in section.ranges]
    return bool(left) and all(
        any(letters(first).startswith(words) or words.startswith(letters(first)) for words in starts)
        and any(letters(last).endswith(words) or words.endswith(letters(last)) for words in ends)
        for first, last in ranges
    )


def _chapter(section: str) -> str:
    return section.split(".", maxsplit=1)[0]
