"""BibTeX in: references.bib to plain entries, no block lost and none repaired."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import (
    RemoveEnclosingMiddleware,
    ResolveStringReferencesMiddleware,
    SeparateCoAuthors,
)
from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

from ouderevidence.evidence.yamlfile import read_text
from ouderevidence.model.records import Name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bibtexparser.library import Library as BibLibrary

    from ouderevidence.model.findings import Report

# What the parser logs is reported as findings.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_BARE = re.compile(r"^[^\W\d][\w-]*$")
_PERSONS = ("author", "editor")


@dataclass(frozen=True, slots=True)
class Entry:
    """One BibTeX entry, decoded; names still apart from the other fields."""

    key: str
    type: str
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    and_others: bool
    fields: Mapping[str, str]
    line: int


def read_bibliography(path: Path, report: Report) -> dict[str, Entry]:
    """Read a BibTeX file.

    Every block that cannot be read, every double key or field and every undefined ``@string`` is a finding.

    Returns
    -------
    dict
        Cite key to entry, in the order of the file.
    """
    text = read_text(path, report)
    if text is None:
        return {}
    library = parse_string(text, parse_stack=[])
    for block in library.failed_blocks:
        _report_failed(block, report)
    _report_strings(library, report)
    for middleware in (ResolveStringReferencesMiddleware(), RemoveEnclosingMiddleware(), SeparateCoAuthors()):
        library = middleware.transform(library)
    return {entry.key: _entry(entry, report) for entry in library.entries}


def _report_failed(block: Any, report: Report) -> None:  # noqa: ANN401 (the parser has no common typed base)
    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        report.add("E402", line, key=block.key)
    elif isinstance(block, DuplicateFieldKeyBlock):
        for field in sorted(block.duplicate_keys):
            report.add("E403", line, key=getattr(block.ignore_error_block, "key", "?"), field=field)
    else:
        reason = getattr(block.error, "abort_reason", None) or str(block.error) or type(block.error).__name__
        report.add("E401", line, why=" ".join(str(reason).split()))


def _report_strings(library: BibLibrary, report: Report) -> None:
    defined = {name.casefold() for name in library.strings_dict} | _MONTHS
    for entry in library.entries:
        for field in entry.fields:
            value = str(field.value).strip()
            if _BARE.match(value) and value.casefold() not in defined:
                line = (field.start_line if field.start_line is not None else entry.start_line or 0) + 1
                report.add("E404", line, key=entry.key, name=value, field=field.key)


def _entry(entry: Any, report: Report) -> Entry:  # noqa: ANN401 (bibtexparser's Entry; its field values are untyped)
    line = (entry.start_line or 0) + 1
    people: dict[str, tuple[Name, ...]] = {}
    others = False
    fields: dict[str, str] = {}
    for field in entry.fields:
        key = field.key.lower()
        if key in _PERSONS:
            raw = [str(name) for name in field.value]
            others = others or "others" in raw
            people[key] = tuple(_name(name, entry.key, line, report) for name in raw if name != "others")
        else:
            fields[key] = decode(str(field.value))
    return Entry(
        entry.key, entry.entry_type.lower(), people.get("author", ()), people.get("editor", ()), others, fields, line
    )


def _name(raw: str, key: str, line: int, report: Report) -> Name:
    raw = " ".join(raw.split())
    if raw.startswith("{") and raw.endswith("}"):
        return Name(literal=decode(raw[1:-1]))
    try:
        parts = parse_single_name_into_parts(raw)
    except InvalidNameError as error:
        report.add("E401", line, why=f"name '{raw}' of '{key}': {error}")
        return Name(literal=raw)
    first, von, last, jr = (decode(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr))
    return Name(family=last, given=first, particle=von, suffix=jr)


@lru_cache(maxsize=1)
def _decoder() -> Any:  # noqa: ANN401 (pylatexenc has no types)
    from pylatexenc.latex2text import LatexNodes2Text  # heavy, and only needed where a field holds LaTeX

    return LatexNodes2Text(keep_braced_groups=False, math_mode="verbatim")


def decode(value: str) -> str:
    r"""Return a field as plain text: LaTeX read where there is a backslash, braces taken off, spaces folded.

    Examples
    --------
    >>> decode("Ili{\\'a}s and the {NNPS}")
    'Iliás and the NNPS'
    """
    if "\\" in value:
        value = _decoder().latex_to_text(re.sub(r"(?<!\\)%", r"\\%", value))
    return " ".join(value.replace("{", "").replace("}", "").split())
