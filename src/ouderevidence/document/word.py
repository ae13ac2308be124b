"""The look of a Word file: pandoc's own reference document with a patch, made when it is needed.

The patch puts in the styles of ``templates/word-styles.xml``, A4 pages with a page number below, and hyphenation.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from functools import cache
from importlib import resources
from typing import Final
from xml.sax.saxutils import escape

from ouderevidence.document import pandoc
from ouderevidence.model.errors import RenderError

STYLE: Final = re.compile(
    r'<w:style [^<>]{0,500}?w:styleId="(\w+)"[^<>]{0,500}>(?:[^<]++|<(?!/?w:style[ >]))*+</w:style>'
)
ANY_STYLE: Final = re.compile(r"<w:style [^<>]*+>(?:[^<]++|<(?!/?w:style[ >]))*+</w:style>")
NAMED: Final = re.compile(r'<w:style [^<>]{0,500}?w:styleId="([^"<>]+)"[^<>]{0,500}>\s*+<w:name w:val="([^"<>]+)"')
POINTER: Final = re.compile(r'<w:(basedOn|next|link) w:val="([^"]+)"')
FONTS: Final = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
FOOTER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTER_ID: Final = "rId99"
PAGE: Final = (
    f'<w:footerReference w:type="default" r:id="{FOOTER_ID}" xmlns:r="{RELATIONS}"/>'
    "\\g<0>"
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="964" w:right="1134" w:bottom="907" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
)
# Part of the document, what is looked for, what takes its place.
CHANGES: Final = (
    ("word/styles.xml", r'<w:rFonts w:asciiTheme="minorHAnsi"[^>]*/>\s*<w:sz w:val="24" />\s*<w:szCs w:val="24" />',
     FONTS + '<w:sz w:val="21"/><w:szCs w:val="21"/>'),
    ("word/document.xml", r"<w:footnotePr>.*?</w:footnotePr>(?=\s*</w:sectPr>)", PAGE),
    ("word/settings.xml", r"(<w:defaultTabStop [^>]*/>)", '\\1<w:autoHyphenation w:val="true"/>'),
    ("[Content_Types].xml", r"</Types>",
     f'<Override PartName="/word/footer1.xml" ContentType="{FOOTER_TYPE}"/></Types>'),
    ("word/_rels/document.xml.rels", r"</Relationships>",
     f'<Relationship Type="{RELATIONS}/footer" Id="{FOOTER_ID}" Target="footer1.xml"/></Relationships>'),
)  # fmt: skip


# Twentieths of a point.
INDENT: Final = re.compile(r'w:left="([0-9]+)" w:hanging="360"')
INDENTED: Final = 400
HANGING: Final = 300
ROW: Final = re.compile(r"<w:tr>(?:<w:trPr>(.*?)</w:trPr>)?", re.DOTALL)
KIND: Final = re.compile(r'<w:style [^>]*w:type="([a-z]+)"')
COMPACT: Final = re.compile(r'<w:name w:val="Compact" ?/>')
AS_LIST: Final = re.compile(r"<w:numPr>(?:[^<]++|<(?!/?w:numPr>))*+</w:numPr>|<w:numPr ?/>|<w:outlineLvl [^<>]*/>")
SECTION: Final = re.compile(r"<w:sectPr\b[^>]*>((?:(?!<w:sectPr\b).)*?)</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
EDGE: Final = re.compile(r'<w:(header|footer)Reference\b[^>]*?r:id="([^"]+)"[^>]*/>')
TARGET: Final = re.compile(r'<Relationship\b(?=[^>]*\bId="([^"]+)")(?=[^>]*\bTarget="/?(?:word/)?([^"]+)")')
PAGE_FIELD: Final = re.compile(r'(?:instrText[^>]*>|w:instr=")\s*PAGE\b')
PAGE_PART: Final = "footer-page.xml"
NO_STRETCH: Final = "<w:doNotExpandShiftReturn/>"


@cache
def reference_document() -> bytes:
    """Return the reference document that gives a brief its styles.

    Raises
    ------
    RenderError
        If pandoc's own reference document has another form than the patch expects.
    """
    parts = _parts(pandoc.data_file("reference.docx"))
    for name, old, new in CHANGES:
        text, number = re.subn(old, new, parts[name].decode("utf-8"), flags=re.DOTALL)
        if number != 1:
            message = f"pandoc's reference document has changed in {name}; pin pypandoc_binary to 1.17"
            raise RenderError(message)
        parts[name] = text.encode("utf-8")
    parts["word/styles.xml"] = _restyled(parts["word/styles.xml"].decode("utf-8")).encode("utf-8")
    parts["word/footer1.xml"] = _template("word-footer.xml").encode("utf-8")
    return _archive(parts)


def completed(content: bytes) -> bytes:
    """Return a house style with the styles that a brief needs and it lacks: those of our own reference document.

    Styles are the same when their names are; Word in another language has other ids for them ("Kop1" is "heading 1").
    """
    parts = _parts(content)
    theirs = ANY_STYLE.sub(_plain, parts["word/styles.xml"].decode("utf-8"))
    own = _parts(reference_document())["word/styles.xml"].decode("utf-8")
    theirs = _of_one_kind(theirs, own)
    ids = {match[2].casefold(): match[1] for match in NAMED.finditer(theirs)}
    renamed = {match[1]: ids[match[2].casefold()] for match in NAMED.finditer(own) if match[2].casefold() in ids}

    def pointed(match: re.Match[str]) -> str:
        return f'<w:{match[1]} w:val="{renamed.get(match[2], match[2])}"'

    missing = [
        POINTER.sub(pointed, match[0]).replace('w:default="1" ', "")
        for match in STYLE.finditer(own)
        if match[1] not in renamed and match[1] not in ids.values()
    ]
    before, end, after = theirs.rpartition("</w:styles>")
    added = "".join([before, *missing, end, after]) if end else theirs
    return _archive(parts | {"word/styles.xml": added.encode("utf-8")})


def _plain(match: re.Match[str]) -> str:
    """Return their style for the text of lists and tables, which is no list or heading and begins at the margin."""
    if COMPACT.search(match[0]) is None:
        return match[0]
    style = AS_LIST.sub("", match[0])
    if "<w:pPr>" not in style:
        style = re.sub(r"<w:pPr ?/>", "", style).replace("</w:style>", "<w:pPr></w:pPr></w:style>")
    return re.sub(r"<w:ind [^>]*/>", "", style).replace("</w:pPr>", '<w:ind w:firstLine="0"/></w:pPr>')


def _of_one_kind(theirs: str, own: str) -> str:
    """Return their styles, another name given to one that is called as ours and of another kind.

    A house style that LibreOffice saved has a style of paragraphs where Word has its style of tables.
    """
    kinds = {match[1]: KIND.match(match[0])[1] for match in STYLE.finditer(own)}  # type: ignore[index]
    others = {
        match[1]: kind[1]
        for match in STYLE.finditer(theirs)
        if (kind := KIND.match(match[0])) and kind[1] != kinds.get(match[1], kind[1])
    }

    def renamed(match: re.Match[str]) -> str:
        return f'{match[0][:-1]}-{others[match[1]]}"' if match[1] in others else match[0]

    return re.sub(r'(?:w:styleId|w:val)="(\w+)"', renamed, theirs)


def fitted(content: bytes) -> bytes:
    """Return a Word file in a house style that is fit to print: pages numbered, lines and tables not torn.

    Where neither head nor foot has the number of the page, the foot gets it. Columns make room for their longest word,
    and a line that ends before its paragraph does is not stretched to the margin.
    """
    parts = _parts(content)
    document = parts["word/document.xml"].decode("utf-8")
    settings = parts["word/settings.xml"].decode("utf-8")
    if "doNotExpandShiftReturn" not in settings:
        settings = re.sub(r"<w:compat ?/>", "<w:compat></w:compat>", settings)
        settings = settings.replace("<w:compat>", "<w:compat>" + NO_STRETCH, 1)
    fixed = re.compile(r'<w:tblLayout w:type="fixed" ?/>')
    parts["word/document.xml"] = fixed.sub('<w:tblLayout w:type="autofit"/>', document).encode("utf-8")
    parts["word/settings.xml"] = settings.encode("utf-8")
    return _archive(_numbered(parts))


def _numbered(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Word file with the number of the page in each foot, if no head or foot has it."""
    document, relations = (
        parts[f"word/{name}"].decode("utf-8") for name in ("document.xml", "_rels/document.xml.rels")
    )
    section = SECTION.search(document)
    if section is None:
        return parts
    targets = dict(TARGET.findall(relations))
    edges = [(kind, f"word/{targets[name]}") for kind, name in EDGE.findall(section[0]) if name in targets]
    shown = {name: parts[name].decode("utf-8") for _, name in edges if name in parts}
    if any(PAGE_FIELD.search(text) for text in shown.values()):
        return parts
    number = re.search(r"<w:p>.*</w:p>", _template("word-footer.xml"), re.DOTALL)
    feet = {name: shown[name] for kind, name in edges if kind == "footer" and name in shown}
    if feet and number:
        return parts | {name: text.replace("</w:ftr>", number[0] + "</w:ftr>").encode() for name, text in feet.items()}
    pointer = f'<w:footerReference w:type="default" r:id="{FOOTER_ID}" xmlns:r="{RELATIONS}"/>'
    start = section.start(1)
    heads = [match.end() for match in EDGE.finditer(document, start)]
    place = heads[-1] if heads else start
    related = f'<Relationship Type="{RELATIONS}/footer" Id="{FOOTER_ID}" Target="{PAGE_PART}"/></Relationships>'
    kinds = parts["[Content_Types].xml"].decode("utf-8")
    kind = f'<Override PartName="/word/{PAGE_PART}" ContentType="{FOOTER_TYPE}"/></Types>'
    return parts | {
        "word/document.xml": (document[:place] + pointer + document[place:]).encode("utf-8"),
        "word/_rels/document.xml.rels": relations.replace("</Relationships>", related).encode("utf-8"),
        "[Content_Types].xml": kinds.replace("</Types>", kind).encode("utf-8"),
        f"word/{PAGE_PART}": _template("word-footer.xml").encode("utf-8"),
    }


def signed(content: bytes, *, epoch: int, author: str) -> bytes:
    """Return a Word file with a date and an author, lists that start near the margin, and rows that stay whole.

    Pandoc in its sandbox knows no time and writes 1970; its lists stand half an inch to the right.

    Parameters
    ----------
    content
        The file.
    epoch
        The date, in seconds since 1970.
    author
        Who made it; may be empty.
    """
    moment = dt.datetime.fromtimestamp(epoch, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    parts = _parts(content)
    rows = ROW.sub(_unsplit, parts["word/document.xml"].decode("utf-8"))
    core = parts["docProps/core.xml"].decode("utf-8").replace("1970-01-01T00:00:00Z", moment)
    core = core.replace("<dc:creator></dc:creator>", f"<dc:creator>{escape(author)}</dc:creator>")
    lists = parts.get("word/numbering.xml", b"").decode("utf-8")
    lists = INDENT.sub(lambda match: f'w:left="{int(match[1]) - INDENTED}" w:hanging="{HANGING}"', lists)
    changed = {"word/document.xml": rows, "docProps/core.xml": core, "word/numbering.xml": lists}
    return _archive(parts | {name: text.encode("utf-8") for name, text in changed.items()})


def _unsplit(match: re.Match[str]) -> str:
    """Return the start of a row that stays on one page; LibreOffice does not take that from a style of tables."""
    return f"<w:tr><w:trPr><w:cantSplit/>{match[1] or ''}</w:trPr>"


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _archive(parts: dict[str, bytes]) -> bytes:
    """Return parts as a zip file, each dated 1980: the earliest a zip file knows."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _restyled(styles: str) -> str:
    ours = {match[1]: match[0] for match in STYLE.finditer(_template("word-styles.xml"))}
    restyled = STYLE.sub(lambda match: ours.pop(match[1], match[0]), styles)
    return restyled.replace("</w:styles>", "".join(ours.values()) + "</w:styles>")


def _template(name: str) -> str:
    return (resources.files("ouderevidence.document") / "templates" / name).read_text(encoding="utf-8")
