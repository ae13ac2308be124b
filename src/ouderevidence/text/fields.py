"""Citations that a program wrote: by key (pandoc, Quarto), or with the data of their works (a reference manager)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.model.records import Name
from ouderevidence.text.reference_list import Reference

if TYPE_CHECKING:
    from ouderevidence.document.pandoc import Node

# Signs of the private use area that stand around a citation while a text is put together, and number it.
OPEN: Final = "\ue010"
CLOSE: Final = "\ue011"
FIRST: Final = 0xE100
MOST: Final = 6000
_MARK: Final = re.compile(f"{OPEN}([\ue100-\uf86f])|{CLOSE}")
# What Quarto and bookdown write with an @ that is no work: figures, tables, sections, equations.
_CROSS_REFERENCE: Final = re.compile(r"(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|tab)-|ref\(")

ROLE: Final = re.compile(r"\{cite(?::?(?:p|t|ps|ts|alp|alps|ct|cts|author|year|yearpar))?\}$")  # of MyST


@dataclass(frozen=True, slots=True)
class Field:
    """A citation that a program wrote, at its place in the text.

    ``keys`` are those of the cited works, in order; ``works`` holds what the program knows of them, as entries of a
    list whose place is that of the citation: empty where the document gives the keys only.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    works: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of pandoc's tree: its keys, and the data of each work that the document holds."""

    keys: tuple[str, ...]
    data: tuple[Node, ...] = ()


def marked(number: int, words: str) -> str:
    """Return words with the marks of the citation of that number around them."""
    return f"{OPEN}{chr(FIRST + number)}{words}{CLOSE}" if number < MOST else words


def unmarked(text: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Return a text without marks, and for each citation its number and where it starts and ends."""
    parts: list[str] = []
    found: list[tuple[int, int, int]] = []
    open_: list[tuple[int, int]] = []
    place = length = 0
    for match in _MARK.finditer(text):
        parts.append(text[place : match.start()])
        length += match.start() - place
        place = match.end()
        if match[1]:
            open_.append((ord(match[1]) - FIRST, length))
        elif open_:
            number, start = open_.pop()
            found.append((number, start, length))
    return "".join([*parts, text[place:]]), found


def keys_of(node: Node) -> tuple[str, ...]:
    """Return the keys that a citation of pandoc's tree holds; those of figures and tables are none."""
    keys = (str(citation["citationId"]) for citation in node["c"][0])
    return tuple(key for key in keys if not _CROSS_REFERENCE.match(key))


def placed(cited: Cited, text: str, start: int, end: int) -> Field:
    """Return a citation at its place in the text."""
    works = tuple(
        work(data, key, text[start:end], start, end) for key, data in zip(cited.keys, cited.data, strict=False)
    )
    return Field(start, end, cited.keys, works)


def work(data: Node, key: str, words: str = "", start: int = 0, end: int = 0) -> Reference:
    """Return a work of pandoc's metadata as an entry of a list, at the place where it is cited if that is known."""
    names = _people(data.get("author")) or _people(data.get("editor"))
    doi = re.search(r"10\.\d{4,9}/\S+", _plain(data.get("DOI")))
    return Reference(
        start, end, words, key, names, _year(_plain(data.get("issued"))), _plain(data.get("title")) or None,
        doi[0].lower() if doi else None, _plain(data.get("URL")) or None,
    )  # fmt: skip


def _people(node: Node | None) -> tuple[Name, ...]:
    if node is None or node.get("t") != "MetaList":
        return ()
    return tuple(_name(one["c"]) for one in node["c"] if one.get("t") == "MetaMap")


def _name(parts: dict[str, Node]) -> Name:
    said = {key: _plain(value) for key, value in parts.items()}
    if said.get("literal"):
        return Name(literal=said["literal"])
    if not said.get("given") and " " in said.get("family", ""):
        return Name(literal=said["family"])
    particle = " ".join(filter(None, (said.get("dropping-particle"), said.get("non-dropping-particle"))))
    return Name(said.get("family", ""), said.get("given", ""), particle, said.get("suffix", ""))


def _year(issued: str) -> str:
    found = re.search(r"\d{4}", issued)
    return found[0] if found else ("z.d." if not issued.strip() else issued)


def _plain(node: Any) -> str:  # noqa: ANN401 - any part of pandoc's metadata
    """Return the words of a part of pandoc's metadata."""
    if node is None or isinstance(node, (bool, int)):
        return ""
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return "".join(map(_plain, node))
    tag, content = node.get("t"), node.get("c")
    if tag in {"Space", "SoftBreak", "LineBreak"}:
        return " "
    if tag in {"Span", "Link", "Quoted", "Cite"}:
        return _plain(content[1])
    if tag == "MetaMap":
        return ""
    return _plain(content)


def plain_meta(node: Any) -> tuple[str, ...]:  # noqa: ANN401 - any part of pandoc's metadata
    """Return a value of the metadata as words: one for a text, more for a list."""
    if node is None:
        return ()
    if node.get("t") == "MetaList":
        return tuple(said for part in node["c"] if (said := _plain(part).strip()))
    said = _plain(node).strip()
    return (said,) if said else ()
