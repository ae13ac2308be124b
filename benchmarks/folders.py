"""A folder of evidence as large as wanted: the curated one, its factsheet and its accounts so many times over."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
SHEET: Final = "ouderbetrokkenheid"
_ID: Final = re.compile(r"^(- id: [a-z0-9-]+)$", re.MULTILINE)
_CLAIMS: Final = re.compile(r"^(  (?:rests_on|claims): *\n?(?: *\[)?)((?:[^\]\n:]+|\n +- [a-z0-9-]+)+)", re.MULTILINE)
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def grown(place: Path, claims: int, *, each: int) -> Path:
    """Write a folder of at least so many claims, ``each`` of them a factsheet, and return it."""
    shutil.copytree(ROOT / "evidence", place / "evidence")
    shutil.copy(ROOT / "references.bib", place / "references.bib")
    sheets = place / "evidence" / "factsheets"
    accounts = place / "evidence" / "searches.yml"
    searches = [accounts.read_text(encoding="utf-8")]
    for number in range(1, -(-claims // each)):
        name = f"{SHEET}-{number}"
        shutil.copytree(sheets / SHEET, sheets / name)
        own = sheets / name / "factsheet.yml"
        own.write_text(own.read_text(encoding="utf-8").replace(f"id: {SHEET}\n", f"id: {name}\n", 1), encoding="utf-8")
        for path in (sheets / name / "claims").glob("*.yml"):
            path.write_text(_marked(path.read_text(encoding="utf-8"), number), encoding="utf-8")
        searches.append(_marked(searches[0], number))
    accounts.write_text("".join(searches), encoding="utf-8")
    return place


def _marked(text: str, number: int) -> str:
    """Return claims or accounts with the number of the copy at each id, and where an id is named."""
    text = _ID.sub(rf"\1-{number}", text)
    return _CLAIMS.sub(lambda match: match[1] + _NAME.sub(rf"\g<0>-{number}", match[2]), text)
