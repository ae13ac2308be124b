"""A document written out as Markdown, HTML, Word or PDF."""

from __future__ import annotations

import re
import tempfile
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.brief import citations, nodes, pandoc, word
from ouderevidence.errors import OutputError, RenderError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.brief.nodes import Node

FORMATS: Final = ("md", "html", "docx", "pdf")
PDF_STANDARDS: Final[list[Any]] = ["ua-1", "a-2a"]
MARKDOWN: Final = "markdown-grid_tables-multiline_tables-simple_tables-raw_html-raw_attribute"
UNBREAKABLE: Final = re.compile(r"[^\s/?&\u200b-]{30}(?=[^\s/?&\u200b-]{10})")
MISSING: Final = re.compile(r'the text `?"(.+?)"`? could not be displayed', re.DOTALL)
ESCAPE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
SHOWN: Final = ("title", "lang", "skip")
MOST_TRIES: Final = 5


def render(document: Node, form: str, *, profile: str = "radboud", epoch: int = 0) -> bytes:
    """Write a document out.

    Parameters
    ----------
    document
        The brief, citations not yet written out.
    form
        ``md``, ``html``, ``docx`` or ``pdf``.
    profile
        The reference style, one of ``style.PROFILES``.
    epoch
        The moment the file is to carry as its date, in seconds since 1970.

    Raises
    ------
    OutputError
        If the form is another.
    RenderError
        If pandoc or typst fails or warns.
    """
    writers: dict[str, Callable[[Node, int], bytes]] = {"html": _html, "docx": _docx, "pdf": _pdf}
    resolved = citations.resolve(document, profile)
    if form == "md":
        return _markdown(document, resolved)
    if form not in writers:
        message = f"no format '{form}'; choose {', '.join(FORMATS)}"
        raise OutputError(message)
    resolved["meta"] = {key: resolved["meta"][key] for key in SHOWN if key in resolved["meta"]}
    return writers[form](resolved, epoch)


def _template(name: str) -> str:
    return (resources.files("ouderevidence.brief") / "templates" / name).read_text(encoding="utf-8")


def _run_with_template(document: Node, to: str, name: str, *options: str, epoch: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, name)
        template.write_text(_template(name), encoding="utf-8")
        return pandoc.run(document, to, "--standalone", f"--template={template}", *options, epoch=epoch)


def _markdown(document: Node, resolved: Node) -> bytes:
    """Write keys for citations, the works in the heading block, and the list of references as plain text.

    Pandoc and Quarto can go on from there with ``--citeproc``; the list is not made twice.
    """
    keyed = {**document, "meta": {**document["meta"], "suppress-bibliography": nodes.meta(value=True)}}
    keyed["meta"].pop("skip", None)
    keyed["blocks"] = citations.with_list(document["blocks"], resolved["blocks"])
    return pandoc.run(keyed, MARKDOWN, "--standalone", "--wrap=none", "--markdown-headings=atx")


def _html(document: Node, epoch: int) -> bytes:
    options = ("--shift-heading-level-by=1", "--section-divs", "--wrap=none")
    return _run_with_template(document, "html5", "brief.html", *options, epoch=epoch)


def _docx(document: Node, epoch: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        style = Path(folder, "reference.docx")
        style.write_bytes(word.reference_document())
        return pandoc.run(document, "docx", f"--reference-doc={style}", epoch=epoch)


def _pdf(document: Node, epoch: int) -> bytes:
    """Write a tagged PDF; characters that no built-in font has are written as their code, ``[U+1F600]``."""
    document = citations.map_text(document, lambda words: UNBREAKABLE.sub("\\g<0>\u200b", words))
    language, _, region = document["meta"]["lang"]["c"][0]["c"].partition("-")
    options = ("--wrap=none", f"--variable=language:{language}", f"--variable=country:{region}")
    for _ in range(MOST_TRIES):
        source = _run_with_template(document, "typst", "brief.typ", *options, epoch=epoch)
        try:
            return _compile(source, epoch)
        except RenderError as error:
            missing = _missing_characters(str(error))
            if not missing:
                raise
            document = _translated(document, missing)
    message = "the PDF holds characters that no built-in font has; take them out of the evidence or make a .docx"
    raise RenderError(message)


def _translated(document: Node, table: dict[int, str]) -> Node:
    changed: Node = citations.map_text(document, lambda words: words.translate(table))
    return changed


def _compile(source: bytes, epoch: int) -> bytes:
    import typst

    try:
        made: Any = typst.compile(
            source, format="pdf", pdf_standards=PDF_STANDARDS, timestamp=epoch, ignore_system_fonts=True
        )
    except typst.TypstError as error:
        message = f"typst could not make the PDF: {getattr(error, 'diagnostic', '') or error}; make a .docx instead"
        raise RenderError(message) from error
    return bytes(made)


def _missing_characters(said: str) -> dict[int, str]:
    found = "".join(MISSING.findall(said))
    plain = ESCAPE.sub(lambda match: chr(int(match[1], 16)), found)
    return {ord(char): "" if char in "\u200d\ufe0f" else f"[U+{ord(char):04X}]" for char in plain}
