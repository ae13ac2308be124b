"""A document written out as Markdown, HTML, Word or PDF."""

from __future__ import annotations

import base64
import json
import re
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import housestyle, marks, nodes, pandoc, word
from ouderevidence.document.scratch import scratch
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import OutputError, RenderError

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Node

FORMATS: Final = ("md", "html", "docx", "pdf")
PDF_STANDARDS: Final[list[Any]] = ["ua-1", "a-2a"]
MARKDOWN: Final = "markdown-grid_tables-multiline_tables-simple_tables-raw_html-raw_attribute"
UNBREAKABLE: Final = re.compile(r"[^\s/?&\u200b-]{30}(?=[^\s/?&\u200b-]{10})")
LONG_CODE: Final = re.compile(r"[^\s\u200b]{75}")
OF_WORDS: Final = frozenset({"Header", "Para", "Plain"})  # blocks that hold no other
LONG: Final = 40  # letters; a shorter word needs no place to break
MISSING: Final = re.compile(r'the text `?"(.+?)"`? could not be displayed', re.DOTALL)
ESCAPE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
SHOWN: Final = ("title", "lang", "skip")
MOST_TRIES: Final = 5
MOST_SOURCE: Final = (
    4_000_000  # bytes for typst, which takes some 420 of memory for each; a thousand pages have 3,000,000
)


class Source:
    """A document and the same with its citations written out, ready to be written in any format.

    Parameters
    ----------
    document
        A document, citations not yet written out.
    resolved
        The same with its citations and its list written out, as ``citing.citations.resolve`` does.
    epoch
        The moment the files are to carry as their date, in seconds since 1970.
    house_style
        A Word file whose styles the Word file takes over.
    author
        Who made it, for the properties of the files; may be empty.
    """

    def __init__(
        self,
        document: Node,
        resolved: Node,
        *,
        epoch: int = 0,
        house_style: str | Path | None = None,
        author: str = "",
    ) -> None:
        self._document = document
        self._resolved = resolved
        self._epoch = epoch
        self._house_style = house_style
        self._author = author

    @cached_property
    def _set(self) -> Node:
        return {**self._resolved, "blocks": nodes.tied(self._resolved["blocks"])}

    @cached_property
    def _unmarked(self) -> Node:
        return {**self._set, "blocks": marks.without_marks(self._set["blocks"])}

    def to_bytes(self, form: str) -> bytes:
        """Write the document as ``md``, ``html``, ``docx`` or ``pdf``.

        Raises
        ------
        OutputError
            If the format is another.
        RenderError
            If pandoc or typst fails or warns.
        """
        if form == "md":
            return _markdown(self._document, self._resolved)
        shown = {key: self._resolved["meta"][key] for key in SHOWN if key in self._resolved["meta"]}
        match form:
            case "html":
                return _html({**self._set, "meta": shown}, self._epoch)
            case "docx":
                content = _docx({**self._unmarked, "meta": shown}, self._house_style)
                return word.signed(content, epoch=self._epoch, author=self._author)
            case "pdf":
                return _pdf({**self._unmarked, "meta": shown}, self._epoch)
        message = Text(
            f"geen bestandsvorm '{form}'; kies {', '.join(FORMATS)}",
            f"no format '{form}'; choose {', '.join(FORMATS)}",
        )
        raise OutputError(message)


def template(name: str) -> str:
    """Return a template of this package."""
    return (resources.files("ouderevidence.document") / "templates" / name).read_text(encoding="utf-8")


def _run_with_template(document: Node, to: str, name: str, *options: str, epoch: int) -> bytes:
    with scratch() as folder:
        path = Path(folder, name)
        path.write_text(template(name), encoding="utf-8")
        return pandoc.run(document, to, "--standalone", f"--template={path}", *options, epoch=epoch)


def _markdown(document: Node, resolved: Node) -> bytes:
    """Write keys for citations, the works in the heading block, and the list of references as plain text.

    Pandoc and Quarto can go on from there with ``--citeproc``; the list is not made twice.
    """
    blocks = [_caption_alone(block) for block in marks.without_marks(document["blocks"])]
    keyed = {**document, "meta": {**document["meta"], "suppress-bibliography": nodes.meta(value=True)}}
    keyed["meta"].pop("skip", None)
    keyed["blocks"] = nodes.with_list(blocks, resolved["blocks"])
    return pandoc.run(keyed, MARKDOWN, "--standalone", "--wrap=none", "--markdown-headings=atx")


def _caption_alone(node: Node) -> Node:
    """Leave a picture out of plain text: its caption, and the table below it, say the same."""
    return {"t": "Para", "c": node["c"][1][1][0]["c"]} if node.get("t") == "Figure" else node


def _html(document: Node, epoch: int) -> bytes:
    options = ("--shift-heading-level-by=1", "--section-divs", "--wrap=none")
    return _run_with_template(document, "html5", "brief.html", *options, epoch=epoch)


def _docx(document: Node, house_style: str | Path | None) -> bytes:
    document = {**document, "blocks": [_spread(block) for block in document["blocks"]]}
    styles = word.completed(housestyle.reference_document(house_style)) if house_style else word.reference_document()
    with scratch() as folder:
        style = Path(folder, "reference.docx")
        style.write_bytes(styles)
        made = pandoc.run(document, "docx", f"--reference-doc={style}")
    return word.fitted(made) if house_style else made


def _spread(node: Any, *, styled: bool = False) -> Any:  # noqa: ANN401 - any part of a document
    """Return small text whose lists are paragraphs: pandoc gives items of a tight list a style of their own in Word."""
    if isinstance(node, list):
        return [_spread(item, styled=styled) for item in node]
    if not isinstance(node, dict):
        return node
    if styled and node.get("t") == "Plain":
        return {"t": "Para", "c": node["c"]}
    if node.get("t") in OF_WORDS:
        return node
    small = node.get("t") == "Div" and "small" in node["c"][0][1]
    return {**node, "c": _spread(node["c"], styled=styled or small)} if "c" in node else node


def _pdf(document: Node, epoch: int) -> bytes:
    """Write a tagged PDF; characters that no built-in font has are written as their code, ``[U+1F600]``."""
    document, pictures = _for_typst(document)
    language, _, region = document["meta"]["lang"]["c"][0]["c"].partition("-")
    options = ("--wrap=none", f"--variable=language:{language}", f"--variable=country:{region}")
    for _ in range(MOST_TRIES):
        source = _run_with_template(document, "typst", "brief.typ", *options, epoch=epoch)
        try:
            return _compile(source, epoch, pictures)
        except RenderError as error:
            missing = _missing_characters(str(error))
            if not missing:
                raise
            document = _translated(document, missing)
    message = Text(
        "de PDF bevat tekens die geen ingebouwd lettertype heeft; haal ze uit de gegevens of maak een .docx",
        "the PDF holds characters that no built-in font has; take them out of the evidence or make a .docx",
    )
    raise RenderError(message)


def _translated(document: Node, table: dict[int, str]) -> Node:
    changed: Node = nodes.map_text(document, lambda words: words.translate(table))
    return changed


def _for_typst(document: Node) -> tuple[Node, dict[str, bytes]]:
    """Return the document with what pandoc's typst writer loses as typst's own, and the files of its pictures.

    It drops the language of words and the text alternative of a picture, and writes a data address in a way that
    typst no longer reads. Words that are too long for a column get places to break.
    """
    pictures: dict[str, bytes] = {}

    def changed(node: Node) -> Node:
        match node.get("t"):
            case "Str" if len(node["c"]) > LONG:
                return {"t": "Str", "c": UNBREAKABLE.sub("\\g<0>\u200b", node["c"])}
            case "Code" if len(node["c"][1]) > LONG:  # seldom: who copies a command must not get a sign with it
                return {"t": "Code", "c": [node["c"][0], LONG_CODE.sub("\\g<0>\u200b", node["c"][1])]}
            case "Span" if "sign" in node["c"][0][1]:
                start, end = nodes.raw("#pdf.artifact[", "typst"), nodes.raw("]", "typst")
                return nodes.span([start, *node["c"][1], end])
            case "Span" if language := dict(node["c"][0][2]).get("lang"):
                start, end = nodes.raw(f'#text(lang: "{language}")[', "typst"), nodes.raw("]", "typst")
                return nodes.span([start, *node["c"][1], end])
            case "Image":
                return _drawn(node, pictures)
        return node

    return nodes.walk(document, changed), pictures


def _drawn(image: Node, pictures: dict[str, bytes]) -> Node:
    """Return a picture as typst's own, and keep its file."""
    (_, _, pairs), alternative, (address, _) = image["c"]
    kind, _, content = address.partition(";base64,")
    name = f"picture-{len(pictures) + 1}.{kind.rpartition('/')[2]}"
    pictures[name] = base64.b64decode(content)
    size = "".join(f", {key}: {value}" for key, value in pairs)
    words = json.dumps(" ".join(marks.words(alternative)), ensure_ascii=False)
    return nodes.raw(f'#box(image("/{name}", alt: {words}{size}))', "typst")


def _compile(source: bytes, epoch: int, pictures: dict[str, bytes]) -> bytes:
    import typst

    if len(source) > MOST_SOURCE:  # it runs within this program, and would end it where the memory is full
        size = round(len(source) / 1_000_000, 1)
        message = Text(
            f"de PDF wordt te groot (opmaak van {size} MB, hoogstens {MOST_SOURCE // 1_000_000}); kies een deel van de "
            "uitspraken of een kortere notitie, of maak een .docx",
            f"the PDF would be too large ({size} MB of source, at most {MOST_SOURCE // 1_000_000}); choose a part of "
            "the claims or a shorter brief, or make a .docx",
        )
        raise RenderError(message)
    try:
        with scratch() as root:
            main = Path(root, "brief.typ")
            main.write_bytes(source)
            for name, content in pictures.items():
                Path(root, name).write_bytes(content)
            made: Any = typst.compile(
                main,
                root=Path(root),
                format="pdf",
                pdf_standards=PDF_STANDARDS,
                timestamp=epoch,
                ignore_system_fonts=True,
            )
    except typst.TypstError as error:
        message = Text(
            f"typst kon de PDF niet maken: {getattr(error, 'diagnostic', '') or error}; maak een .docx",
            f"typst could not make the PDF: {getattr(error, 'diagnostic', '') or error}; make a .docx instead",
        )
        raise RenderError(message) from error
    return bytes(made)


def _missing_characters(said: str) -> dict[int, str]:
    found = "".join(MISSING.findall(said))
    plain = ESCAPE.sub(lambda match: chr(int(match[1], 16)), found)
    return {ord(char): "" if char in "\u200d\ufe0f" else f"[U+{ord(char):04X}]" for char in plain}
