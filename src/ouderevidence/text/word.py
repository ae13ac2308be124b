"""A Word file made readable for pandoc: simple fields opened, hidden text left out, fields of all programs alike."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.text.instructions import as_zotero, by_mendeley, word_sources, zotero

if TYPE_CHECKING:
    from collections.abc import Iterator

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LARGEST: Final = 200_000_000  # bytes of one part; a file that unfolds to more is left as it is
PROGRAMS: Final = (
    (re.compile(rb"ZOTERO_ITEM"), "Zotero"),
    (re.compile(rb"Mendeley|MENDELEY|mendeley"), "Mendeley"),
    (re.compile(rb"ADDIN EN\.CITE"), "EndNote"),
    (re.compile(rb"CitaviPlaceholder"), "Citavi"),
    (re.compile(rb"instr(?:Text[^<>]{0,99}+>|=[\"'])\s{0,99}+CITATION "), "Word"),
)
_PARTS: Final = re.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml")
_TOUCHED: Final = (
    b"fldSimple",
    b"vanish",
    b"CITATION ",
    b"CitaviPlaceholder",
    b"EN.CITE",
    b"txbxContent",
    b"BIBL",
    b"REFLIST",
    b"MENDELEY_",
    b"CSL_CITATION",
)
_BIBLIOGRAPHY: Final = re.compile(
    r"(?:ADDIN\s+)?(?:ZOTERO_BIBL|EN\.REFLIST|Mendeley Bibliography|BIBLIOGRAPHY|CitaviBibliography)"
)
# What a zip file that is broken, or made to break its reader, and XML of no form end in.
_UNREADABLE: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, OSError, RuntimeError, SyntaxError, ValueError,
)  # fmt: skip
_NO_XML: Final = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")  # what XML cannot hold
_FIELD_MARK: Final = re.compile(rb'fldCharType="(\w+)"')
_SPLIT: Final = re.compile(rb"</w:instrText>(?:[^<]++|<(?!/?w:instrText|w:fldChar))*+<w:instrText[^>]*>")


def readable(data: bytes) -> tuple[bytes, str | None]:
    """Return a Word file as pandoc reads it whole, and the program whose fields it holds.

    Simple fields are replaced by their words, hidden words are left out, and the citations of Word itself, Citavi and
    EndNote become fields such as Zotero writes. A file that cannot be opened comes back as it was.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist() if _is_read(archive, name)}
            whole = [_SPLIT.sub(b"", content) for content in parts.values()]
            program = next((name for mark, name in PROGRAMS if any(map(mark.search, whole))), None)
            mended = ((name, _mended(content, parts)) for name, content in parts.items() if _PARTS.fullmatch(name))
            changed = {name: content for name, content in mended if content is not None}
            return (_rewritten(archive, changed) if changed else data), program
    except _UNREADABLE:
        return data, None


def _is_read(archive: zipfile.ZipFile, name: str) -> bool:
    wanted = _PARTS.fullmatch(name) or re.fullmatch(r"customXml/item\d+\.xml", name)
    return bool(wanted) and archive.getinfo(name).file_size <= LARGEST


def _rewritten(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in archive.namelist():
            after.writestr(name, changed.get(name) or archive.read(name))
    return made.getvalue()


def _mended(content: bytes, parts: dict[str, bytes]) -> bytes | None:
    """Return a part of the file with its fields and hidden words mended; None if it has none."""
    whole = _SPLIT.sub(b"", content)
    marks = _FIELD_MARK.findall(whole)
    nested = (b"begin", b"begin") in pairwise(marks)
    if not nested and not any(mark in whole for mark in _TOUCHED):
        return None
    from lxml import etree  # type: ignore[import-untyped]

    root = _parsed(content)
    _drop_unseen(root)
    for box in reversed(list(root.iter(f"{W}txbxContent"))):
        _unbox(box)
    sources = word_sources([_parsed(parts[name]) for name in parts if _is_source(name, parts)])
    for simple in list(root.iter(f"{W}fldSimple")):
        _open(simple)
    for control in root.iter(f"{W}sdt"):
        _as_field(control)
    for first, rest, begin in _instructions(root):
        said = "".join(node.text or "" for node in [first, *rest]).strip()
        new = "QUOTE" if _BIBLIOGRAPHY.match(said) else as_zotero(said, _field_data(begin), sources)
        if new is not None:
            first.text = _NO_XML.sub("", f" {new} ")
            for node in rest:
                node.text = ""
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _is_source(name: str, parts: dict[str, bytes]) -> bool:
    return name.startswith("customXml/") and b"bibliography" in parts[name]


def _field_data(begin: Any) -> str:  # noqa: ANN401 - lxml
    """Return what a field carries beside its instruction."""
    return "".join((begin.findtext(f"{W}fldData") or "").split())


def _parsed(content: bytes) -> Any:  # noqa: ANN401 - lxml
    from lxml import etree

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _is_hidden(vanish: Any) -> bool:  # noqa: ANN401 - lxml
    on = vanish.get(f"{W}val", "1") not in {"0", "false", "off"}
    return on and vanish.getparent().tag == f"{W}rPr" and vanish.getparent().getparent().tag == f"{W}r"


def _open(simple: Any) -> None:  # noqa: ANN401 - lxml
    """Put what a simple field shows in its place."""
    for child in list(simple):
        simple.addprevious(child)
    simple.getparent().remove(simple)


def _unbox(box: Any) -> None:  # noqa: ANN401 - lxml
    """Put the paragraphs of a text box behind the paragraph it hangs on; what older programs show instead goes."""
    outside = list(box.iterancestors())
    hung = next((node for node in reversed(outside) if node.tag == f"{W}p"), None)
    if hung is None:
        return
    either = next((node for node in outside if node.tag == f"{MC}AlternateContent"), None)
    instead = None if either is None else either.find(f"{MC}Fallback")
    if instead is not None and instead in outside:
        return
    if instead is not None:
        instead.getparent().remove(instead)
    for part in reversed(list(box)):
        hung.addnext(part)


def _drop_unseen(root: Any) -> None:  # noqa: ANN401 - lxml
    """Take out hidden words, and those inside the instruction of a field."""
    hidden = dict.fromkeys(node.getparent().getparent() for node in root.iter(f"{W}vanish") if _is_hidden(node))
    shown = [words for run in hidden for words in run.iter(f"{W}t", f"{W}tab", f"{W}br")]
    for words in dict.fromkeys([*shown, *_inside_instructions(root)]):
        words.getparent().remove(words)


def _inside_instructions(root: Any) -> list[Any]:  # noqa: ANN401 - lxml
    """Return the words of fields that stand inside the instruction of another: nobody sees those."""
    found: list[Any] = []
    open_: list[list[Any] | None] = []  # for each open field what its instruction holds; None behind that
    for node in root.iter(f"{W}fldChar", f"{W}t"):
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            open_.append([])
        elif kind in {"separate", "end"} and open_:
            held = open_.pop()
            found += held or []
            if kind == "separate":
                open_.append(None)
        elif kind is None:
            outer = next((held for held in open_[:-1] if held is not None), None)
            if outer is not None:
                outer.append(node)
    return found


def _instructions(root: Any) -> Iterator[tuple[Any, list[Any], Any]]:  # noqa: ANN401 - lxml
    """Yield the instruction of each field: its first text, the others, and where the field begins."""
    begins: list[tuple[Any, list[Any]]] = []
    for node in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            begins.append((node, []))
        elif kind is None and begins:
            begins[-1][1].append(node)
        elif kind == "end" and begins:
            begin, texts = begins.pop()
            if texts:
                yield texts[0], texts[1:], begin


def _as_field(control: Any) -> None:  # noqa: ANN401 - lxml
    """Put a field such as Zotero writes into a content control in which Mendeley keeps a citation."""
    tag = control.find(f"{W}sdtPr/{W}tag")
    content = control.find(f"{W}sdtContent")
    instruction = zotero(by_mendeley("" if tag is None else tag.get(f"{W}val", "")))
    if instruction and content is not None and content.find(f"{W}r") is not None:
        for place, kind in enumerate(("begin", "", "separate")):
            content.insert(place, _mark(content, kind, instruction))
        content.append(_mark(content, "end", ""))


def _mark(content: Any, kind: str, instruction: str) -> Any:  # noqa: ANN401 - lxml
    """Return a run with the beginning, middle or end of a field, or with its instruction."""
    run = content.makeelement(f"{W}r")
    if kind:
        run.append(run.makeelement(f"{W}fldChar", {f"{W}fldCharType": kind}))
    else:
        run.append(run.makeelement(f"{W}instrText"))
        run[0].text = f" {instruction} "
    return run
