"""BibTeX read by pybtex (names split) or by bibtexparser 1 (bare)."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

from serve import serve

which, *paths = sys.argv[1:]
logging.disable()
texts = {Path(path).stem: Path(path).read_text(encoding="utf-8") for path in paths}


def pybtex(line: str) -> str | None:
    """Read a file; with "names", return the names of each entry, as [family, given]."""
    from pybtex.database import parse_string

    data = parse_string(texts[line.removeprefix("names ")], "bibtex")
    if not line.startswith("names "):
        return None
    people = {
        key: [
            [
                " ".join((*person.prelast_names, *person.last_names)),
                " ".join((*person.first_names, *person.middle_names)),
            ]
            for person in entry.persons.get("author", ())
        ]
        for key, entry in data.entries.items()
    }
    return json.dumps(people)


def first(line: str) -> None:
    """Read a file."""
    import bibtexparser

    bibtexparser.loads(texts[line])


serve({"pybtex": pybtex, "first": first}[which])
