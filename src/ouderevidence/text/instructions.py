"""What reference managers write into the fields of a Word file, as the data of works that a field of Zotero holds."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

B: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
DIGITS: Final = 16  # of the name that a work gets by its data

_CITATION: Final = re.compile(r"CITATION\s+(\S+)")
_MORE: Final = re.compile(r"\\m\s+(\S+)")
_CSL: Final = re.compile(r"CSL_CITATION\s*(?=\{)")
_MENDELEY: Final = "MENDELEY_CITATION_v3_"


def as_zotero(said: str, data: str, sources: dict[str, dict[str, Any]]) -> str | None:
    """Return the instruction of a field as Zotero would write it, given what the field carries beside it.

    None if it is no citation, or can be read as it is. ``sources`` are the works of Word's own list, by tag.
    """
    if said.startswith("CITATION "):
        tags = [*_CITATION.findall(said)[:1], *_MORE.findall(said)]
        return zotero([sources[tag] for tag in tags if tag in sources])
    if "CitaviPlaceholder" in said:
        return zotero(_citavi(said))
    if said.startswith("ADDIN EN.CITE") and "<EndNote>" not in said:
        xml = _decoded(data)
        return f"ADDIN EN.CITE {xml[xml.index('<EndNote>') :]}" if "<EndNote>" in xml else None
    found = _CSL.search(said)
    return zotero(_items(said[found.end() :])) if found else None


def zotero(items: list[dict[str, Any]]) -> str | None:
    """Return the instruction of a citation of Zotero that holds these works; None without works.

    Each work is called by its data: programs call the first work of every citation alike ("ITEM-1").
    """
    if not items:
        return None
    named = [item | {"id": _name(item)} for item in items]
    cited = [{"id": item["id"], "uris": [], "itemData": item} for item in named]
    return "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationID": "a", "properties": {}, "citationItems": cited})


def _name(item: dict[str, Any]) -> str:
    said = json.dumps({key: value for key, value in item.items() if key != "id"}, sort_keys=True)
    return "w" + hashlib.sha256(said.encode()).hexdigest()[:DIGITS]


def by_mendeley(tag: str) -> list[dict[str, Any]]:
    """Return the works that Mendeley keeps in the tag of a content control; empty if it is no citation."""
    return _items(_decoded(tag.removeprefix(_MENDELEY))) if tag.startswith(_MENDELEY) else []


def _items(said: str) -> list[dict[str, Any]]:
    """Return the works of a citation in CSL-JSON; empty unless the data of all are there."""
    try:
        held = json.JSONDecoder().raw_decode(said)[0].get("citationItems", [])
        items = [one["itemData"] for one in held]
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return []
    return items if all(isinstance(item, dict) for item in items) else []


def _decoded(words: str) -> str:
    try:
        return base64.b64decode(words + "=" * (-len(words) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _records(held: object) -> list[dict[str, Any]]:
    """Return the objects of a list; nothing of what is none, whatever a program wrote."""
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []


def _said(record: dict[str, Any], *names: str) -> str:
    """Return the first of some values that is a text or a number, as a text."""
    return next((str(record[name]) for name in names if record.get(name) and isinstance(record[name], str | int)), "")


def _citavi(said: str) -> list[dict[str, Any]]:
    """Return the works of a citation of Citavi, whose data are JSON in base 64."""
    found = re.search(r"CitaviPlaceholder\{?([A-Za-z0-9+/=\s]+)", said)
    try:
        entries = json.loads(_decoded("".join(found[1].split())) if found else "{}").get("Entries")
    except (ValueError, AttributeError, RecursionError):
        return []
    works = _records([entry.get("Reference") for entry in _records(entries)])
    return [_citavi_item(work) for work in works if work]


def _citavi_item(work: dict[str, Any]) -> dict[str, Any]:
    named = next(filter(None, (_records(work.get(name)) for name in ("Authors", "Editors", "Organizations"))), [])
    people = [
        {
            "family": _said(one, "LastName"), "given": _said(one, "FirstName"),
            "non-dropping-particle": _said(one, "Prefix"),
        }
        for one in named
    ]  # fmt: skip
    return _item(people, _said(work, "Year", "YearResolved"), _said(work, "Title"), _said(work, "Doi"))


def word_sources(lists: Iterable[Any]) -> dict[str, dict[str, Any]]:
    """Return the works that Word's own lists of sources hold, by tag."""
    found: dict[str, dict[str, Any]] = {}
    for listed in lists:
        for source in listed.iter(f"{B}Source"):
            tag = source.findtext(f"{B}Tag") or ""
            people = [_person(person) for person in source.iterfind(f"{B}Author/{B}Author/{B}NameList/{B}Person")]
            body = source.findtext(f"{B}Author/{B}Author/{B}Corporate")
            names = people or ([{"literal": body}] if body else [])
            said = [source.findtext(f"{B}{field}") or "" for field in ("Year", "Title", "DOI")]
            found[tag] = _item(names, *said)
    return found


def _person(person: Any) -> dict[str, str]:  # noqa: ANN401 - lxml
    given = [person.findtext(f"{B}{field}") or "" for field in ("First", "Middle")]
    return {"family": person.findtext(f"{B}Last") or "", "given": " ".join(filter(None, given))}


def _item(people: list[dict[str, str]], year: str, title: str, doi: str) -> dict[str, Any]:
    item: dict[str, Any] = {"type": "book", "title": title, "author": people}
    if re.fullmatch(r"\d{4}", year):
        item["issued"] = {"date-parts": [[int(year)]]}
    return item | ({"DOI": doi} if doi else {})
