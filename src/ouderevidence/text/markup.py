"""Read Word, ODT, RTF, HTML, Markdown and notebooks through pandoc, as blocks of plain text."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import pandoc
from ouderevidence.model.errors import DocumentError, RenderError
from ouderevidence.text.blocks import Block, decoded, joined
from ouderevidence.text.fields import ROLE, Cited, keys_of, marked, plain_meta
from ouderevidence.text.held import held_works, notebook_head, works_of
from ouderevidence.text.limits import check_size, too_deep
from ouderevidence.text.word import readable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ouderevidence.text.reference_list import Reference

# Suffix -> pandoc's reader; in Markdown nothing is markup that a policy paper means literally.
READERS: Final = {
    ".docx": "docx+citations",
    ".htm": "html",
    ".html": "html",
    ".ipynb": "ipynb+citations",
    ".md": "markdown-example_lists-fancy_lists-tex_math_dollars-smart",
    ".odt": "odt",
    ".qmd": "markdown-example_lists-fancy_lists-tex_math_dollars-smart",
    ".rtf": "rtf",
}
_BINARY: Final = frozenset({".docx", ".ipynb", ".odt", ".rtf"})
_ENCRYPTED: Final = b"\xd0\xcf\x11\xe0"  # an OLE container: a Word file with a password, or one from before 2007
_SKIPPED_DIVS: Final = frozenset({"navigation", "banner", "contentinfo"})  # ARIA landmarks of pages
# What pages show beside the text of their author, and what they do not show at all.
_TAG: Final = re.compile(
    rb"<!--|-->|<(?P<end>/?)(?P<name>nav|footer|script|style|template|noscript|aside|section|p|h[1-6]|li|small)\b(?P<said>[^<>]*+)>",
    re.IGNORECASE,
)
_LEFT_OUT: Final = frozenset([b"<!--", b"nav", b"footer", b"script", b"style", b"template", b"noscript"])
_HIDDEN: Final = re.compile(rb"\shidden(?=[\s/=]|$)|display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ALONE: Final = re.compile(rb"p|h[1-6]|script|style|<!--")  # none of these holds another of its kind
# A piece of a program in Quarto or R Markdown.
_CHUNK: Final = re.compile(rb"^(`{3,})[ \t]*\{[^}\n]*\}[^\n]*\n.*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
# How MyST names its file of works, which is a piece of a program to all others.
_FILE: Final = re.compile(r"^(?:`{3,}|:{3,})[ \t]*\{bibliography\}[ \t]+(\S[^\n]*?)[ \t]*$", re.MULTILINE)
_NOTHING: Final[dict[str, str]] = {"t": "Null"}
_YEAR_LAST: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-k]?$")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUPERSCRIPT: Final = re.compile(rb"<sup>(\d{1,3})</sup>")  # which pandoc's Markdown leaves as it is
_RUN: Final = re.compile(r"r\s|\{(?:r|python|julia|ojs)\}\s")  # within a line: "`r round(x[1, 1])`"
# In RTF the sign behind a letter's number is what older programs show; pandoc skips one too many without a space.
_FALLBACK: Final = re.compile(rb"(\\u-?\d{1,5})(?=[^\s\d])")
_NOT_SHOWN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True)
class Markup:
    """What a file in a markup holds: blocks, citations that a program wrote, files of works, works of its own."""

    blocks: list[Block]
    cited: list[Cited]
    bibliography: tuple[str, ...] = ()
    program: str | None = None
    works: tuple[Reference, ...] = ()


def read_markup(path: Path, data: bytes) -> Markup:
    """Return what a Word, ODT, RTF, HTML, Markdown, Quarto or notebook file holds.

    Raises
    ------
    DocumentError
        If pandoc cannot read it, it is too large or too deep, encrypted, or holds pictures only.
    """
    if data.startswith(_ENCRYPTED):
        raise DocumentError(path.name, "encrypted")
    suffix = path.suffix.lower()
    program, files = None, ()
    check_size(path.name, suffix, data)
    if suffix not in _BINARY:
        data = decoded(path.name, data).encode("utf-8")
    if suffix in {".md", ".qmd"}:
        files = tuple(name for found in _FILE.findall(data.decode("utf-8")) for name in found.split())
        data = _SUPERSCRIPT.sub(rb"^\1^", _CHUNK.sub(b"", data))
    elif suffix in {".htm", ".html"}:
        data = _shown(data)
    elif suffix == ".rtf":
        data = _FALLBACK.sub(rb"\1 ", data)
    elif suffix == ".docx":
        data, program = readable(data)
    data, head = notebook_head(data) if suffix == ".ipynb" else (data, {})
    tree = _parsed(path.name, READERS[suffix], data)
    meta = tree.get("meta", {}) | head
    with_keys = suffix in {".md", ".qmd", ".ipynb"}
    walker = _Walker({} if with_keys else works_of(meta), with_keys=with_keys)
    try:
        blocks = list(walker.blocks(tree["blocks"]))
    except RecursionError as error:
        raise too_deep(path.name) from error
    if not blocks and walker.pictures:
        raise DocumentError(path.name, "pictures")
    works = held_works(meta) if with_keys else ()
    return Markup(blocks, walker.cited, (*plain_meta(meta.get("bibliography")), *files), program, works)


def _shown(data: bytes) -> bytes:
    """Return a page without the parts beside its text and those that are not shown; what is never closed stays."""
    tags = [(_tag_name(match), match) for match in _TAG.finditer(data)]
    closed = {name: match.start() for name, match in tags if _is_end(match)}
    parts: list[bytes] = []
    inside, depth, start, place = b"", 0, 0, 0
    for name, match in tags:
        if not inside:
            hidden = name in _LEFT_OUT or _HIDDEN.search(match["said"] or b"")
            if hidden and not _is_end(match) and closed.get(name, -1) > match.start():
                inside, depth, start = name, 1, match.start()
        elif name == inside:
            depth += -1 if _is_end(match) else _ALONE.fullmatch(name) is None
            if depth == 0 or (_is_end(match) and match.start() == closed[name]):
                parts.append(data[place:start])
                inside, place = b"", match.end()
    return b"".join([*parts, data[place:]])


def _tag_name(match: re.Match[bytes]) -> bytes:
    return match["name"].lower() if match["name"] else b"<!--"


def _is_end(match: re.Match[bytes]) -> bool:
    return bool(match["end"]) or match[0] == b"-->"


def _parsed(name: str, reader: str, data: bytes) -> pandoc.Node:
    try:
        return pandoc.parse(data, reader)
    except RenderError as error:
        if isinstance(error.__cause__, OSError | ImportError):
            raise  # the document is not at fault
        if isinstance(error.__cause__, RecursionError):
            raise too_deep(name) from error
        reasons = {subprocess.TimeoutExpired: "slow", MemoryError: "large"}
        raise DocumentError(name, reasons.get(type(error.__cause__), "broken"), detail=str(error)) from error


class _Walker:
    """Walks pandoc's tree and gives its blocks as text; notes follow the block that refers to them."""

    def __init__(
        self, references: dict[str, pandoc.Node], cited: list[Cited] | None = None, *, with_keys: bool = False
    ) -> None:
        self.references, self.with_keys = references, with_keys
        self.cited: list[Cited] = [] if cited is None else cited
        self.notes = 0
        self.pictures = 0
        self.waiting: list[tuple[int, list[pandoc.Node]]] = []

    def blocks(self, nodes: list[pandoc.Node], kind: str = "paragraph") -> Iterator[Block]:
        for node in nodes:
            yield from self._block(node, kind)

    def _block(self, node: pandoc.Node, kind: str) -> Iterator[Block]:
        tag: str = node["t"]
        content: Any = node.get("c")
        if tag in {"Para", "Plain"}:
            yield from self._text(content, kind)
        elif tag == "Header":
            yield from self._text(content[2], "heading")
        elif tag == "LineBlock":
            yield from self._text([part for line in content for part in [*line, {"t": "LineBreak"}]], kind)
        elif tag in {"BulletList", "OrderedList", "DefinitionList"}:
            yield from self._list(tag, content)
        elif tag in {"BlockQuote", "Div", "Figure"}:
            yield from self._container(node, kind)
        elif tag == "Table":
            yield from self._table(content)

    def _list(self, tag: str, content: list[Any]) -> Iterator[Block]:
        if tag == "DefinitionList":
            for term, definitions in content:
                yield from self._text(term, "item")
                for definition in definitions:
                    yield from self.blocks(definition, "item")
        else:
            for item in content if tag == "BulletList" else content[1]:
                yield from self.blocks(item, "item")

    def _container(self, node: pandoc.Node, kind: str) -> Iterator[Block]:
        if node["t"] == "BlockQuote":
            yield from self.blocks(node["c"], kind)
            return
        (_, classes, attributes), content = node["c"][0], node["c"][-1]
        if _is_left_out(dict(attributes)) or ("cell" in classes and "markdown" not in classes):
            return  # of a notebook only the text cells
        yield from self.blocks(content, kind)

    def _text(self, inlines: list[pandoc.Node], kind: str) -> Iterator[Block]:
        text = joined(self._inline(inlines).replace("\\\n", "\n")).strip()  # a break that notebooks write so
        if text:
            yield Block(" ".join(text.split()) if kind == "heading" else text, kind)
        yield from self._notes()

    def _notes(self) -> Iterator[Block]:
        waiting, self.waiting = self.waiting, []
        for number, content in waiting:
            inside = _Walker(self.references, self.cited, with_keys=self.with_keys)
            text = "\n".join(block.text for block in inside.blocks(content))
            yield Block(text, "note", note=number)

    def _table(self, content: list[Any]) -> Iterator[Block]:
        _, caption, _, head, bodies, foot = content
        yield from self.blocks(caption[1])
        rows = [*head[1], *(row for body in bodies for row in [*body[2], *body[3]]), *foot[1]]
        lines = [" | ".join(self._cell(cell) for cell in row[1]) for row in rows]
        yield Block("\n".join(line for line in lines if line.strip(" |")), "table")
        yield from self._notes()

    def _cell(self, cell: list[Any]) -> str:
        return " ".join(block.text.replace("\n", " ") for block in self.blocks(cell[4]) if block.kind != "note")

    def _inline(self, nodes: list[pandoc.Node]) -> str:
        pairs = pairwise([_NOTHING, *nodes])
        return "".join(self._role(*pair) or self._raised(*pair) or self._words(pair[1]) for pair in pairs)

    def _raised(self, before: pandoc.Node, node: pandoc.Node) -> str:
        """Return the number of a note behind a year raised, so that "2018" and "3" are no 20183; or nothing."""
        if node["t"] != "Superscript" or before["t"] != "Str" or not _YEAR_LAST.search(before["c"]):
            return ""
        said = self._inline(node["c"])
        return said.translate(_RAISED) if said.isdecimal() and said.isascii() else ""

    def _role(self, before: pandoc.Node, node: pandoc.Node) -> str:
        """Return the keys that MyST cites by, ``{cite:p}`mol2015```, marked as a citation; or nothing."""
        role = self.with_keys and before["t"] == "Str" and node["t"] == "Code" and ROLE.search(before["c"])
        keys = [key for part in node["c"][1].split(",") if (key := part.strip())] if role else []
        if not keys:
            return ""
        self.cited.append(Cited(tuple(keys)))
        return marked(len(self.cited) - 1, node["c"][1])

    def _words(self, node: pandoc.Node) -> str:
        tag: str = node["t"]
        content: Any = node.get("c")
        if tag == "Str":
            return str(content)
        if tag in {"Space", "SoftBreak", "LineBreak"}:
            return " " if tag == "Space" else "\n"
        if tag in {"Code", "Math"}:
            return "" if tag == "Code" and self.with_keys and _RUN.match(content[1]) else str(content[1])
        if tag == "Image":
            self.pictures += 1
            return ""
        if tag == "Note":
            self.notes += 1
            self.waiting.append((self.notes, content))
            return ""
        if tag == "Quoted":
            left, right = ("‘", "’") if content[0]["t"] == "SingleQuote" else ("“", "”")
            return left + self._inline(content[1]) + right
        if tag == "Cite":
            return self._cite(node)
        if tag == "Span" and _is_left_out(dict(content[0][2])):
            return ""
        if tag in {"Link", "Span"}:
            return self._inline(content[1])
        return self._inline(content) if isinstance(content, list) and content and isinstance(content[0], dict) else ""

    def _cite(self, node: pandoc.Node) -> str:
        """Return a citation as printed, marked where its program says which works it is."""
        words = self._inline(node["c"][1])
        keys = keys_of(node)
        held = tuple(self.references[key] for key in keys if key in self.references)
        if not keys or not (self.with_keys or len(held) == len(keys)):
            return words
        self.cited.append(Cited(keys, held if len(held) == len(keys) else ()))
        return marked(len(self.cited) - 1, words)


def _is_left_out(attributes: dict[str, str]) -> bool:
    """Whether a part of a page is no text of its author: a landmark, or not shown."""
    return (
        attributes.get("role") in _SKIPPED_DIVS
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_NOT_SHOWN.search(attributes.get("style", "")))
    )
