"""A work as an RIS record, which EndNote, Mendeley and Zotero read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.citing.notes import note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.model.records import Name, Work

# BibTeX entry type -> RIS type; what is not here is GEN.
_TYPES: Final = {
    "article": "JOUR",
    "book": "BOOK",
    "collection": "BOOK",
    "inbook": "CHAP",
    "incollection": "CHAP",
    "inproceedings": "CPAPER",
    "mastersthesis": "THES",
    "online": "ELEC",
    "phdthesis": "THES",
    "report": "RPRT",
    "techreport": "RPRT",
    "thesis": "THES",
}
# RIS tag -> BibTeX fields, the first that is there wins.
_FIELDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("TI", ("title",)),
    ("T2", ("journaltitle", "journal", "booktitle")),
    ("PB", ("publisher", "institution", "school", "organization")),
    ("CY", ("address", "location")),
    ("VL", ("volume",)),
    ("IS", ("number", "issue")),
    ("ET", ("edition",)),
    ("M3", ("type",)),
    ("SN", ("isbn", "issn")),
    ("DO", ("doi",)),
    ("UR", ("url",)),
    ("LA", ("langid",)),
)


def to_ris(work: Work, *, language: str = "nl") -> str:
    r"""Return a work as an RIS record, lines ended as the format asks (CR LF).

    Examples
    --------
    >>> to_ris(library.work("boonk2018")).split("\r\n")[0]
    'TY  - JOUR'
    """
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _lines(work, language)) + "ER  - \r\n"


def _lines(work: Work, language: str) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(work.entry_type, "GEN")
    yield "ID", work.key
    for name in work.authors:
        yield "AU", _name(name)
    for name in work.editors:
        yield "A2", _name(name)
    if work.year[:4].isdecimal():
        yield "PY", work.year
    for tag, names in _FIELDS:
        value = next((work.fields[name] for name in names if work.fields.get(name)), None)
        if value is not None:
            yield tag, value
    first, _, last = work.fields.get("pages", "").replace("--", "-").replace("–", "-").partition("-")
    if first or work.fields.get("eid"):
        yield "SP", first or work.fields["eid"]
    if last:
        yield "EP", last
    doubt = note(work, language)
    if doubt is not None:
        yield "N1", doubt


def _name(name: Name) -> str:
    if name.literal is not None:
        return f"{name.literal.replace(',', ' ')},"  # a comma at the end: a body, not a person
    return ", ".join(part for part in (name.full_family, name.given, name.suffix) if part)
