"""Build the folder of a case: the small valid library, with the case's files laid over it."""

from __future__ import annotations

import shutil
from pathlib import Path

CASES = Path(__file__).parent / "cases"
BASE = CASES / "_base"


def case_names() -> list[str]:
    """Return the names of all cases."""
    return sorted(p.name for p in CASES.iterdir() if p.is_dir() and p != BASE)


def build(name: str, target: Path) -> tuple[Path, dict[str, str]]:
    """Lay a case over the base; return the folder and the factsheet's text by id."""
    shutil.copytree(BASE, target)
    case = CASES / name
    deletions = case / "delete.txt"
    if deletions.exists():
        for line in deletions.read_text(encoding="utf-8").split():
            path = target / line
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    skipped = {"delete.txt", "expected.txt"}
    for path in (p for p in case.rglob("*") if p.is_file() and p.name not in skipped):
        destination = target / path.relative_to(case)
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_bytes(path.read_bytes())
    return target, {"klein": (target / "text.txt").read_text(encoding="utf-8")}
