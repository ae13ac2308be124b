"""The look of a Word file: pandoc's own reference document with a patch, made when it is needed.

The patch puts in the styles of ``templates/word-styles.xml``, A4 pages with a page number below, and hyphenation.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from importlib import resources
from typing import Final

from ouderevidence.brief import pandoc
from ouderevidence.errors import RenderError

STYLE: Final = re.compile(r'<w:style [^>]*w:styleId="(\w+)"[^>]*>.*?</w:style>', re.DOTALL)
FONTS: Final = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
FOOTER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTER_ID: Final = "rId99"
PAGE: Final = (
    f'<w:footerReference w:type="default" r:id="{FOOTER_ID}" xmlns:r="{RELATIONS}"/>'
    "\\g<0>"
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1247" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
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


@cache
def reference_document() -> bytes:
    """Return the reference document that gives a brief its styles.

    Raises
    ------
    RenderError
        If pandoc's own reference document has another form than the patch expects.
    """
    with zipfile.ZipFile(io.BytesIO(pandoc.data_file("reference.docx"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, old, new in CHANGES:
        text, number = re.subn(old, new, parts[name].decode("utf-8"), flags=re.DOTALL)
        if number != 1:
            message = f"pandoc's reference document has changed in {name}; pin pypandoc_binary to 1.17"
            raise RenderError(message)
        parts[name] = text.encode("utf-8")
    parts["word/styles.xml"] = _restyled(parts["word/styles.xml"].decode("utf-8")).encode("utf-8")
    parts["word/footer1.xml"] = _template("word-footer.xml").encode("utf-8")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def _restyled(styles: str) -> str:
    ours = {match[1]: match[0] for match in STYLE.finditer(_template("word-styles.xml"))}
    restyled = STYLE.sub(lambda match: ours.pop(match[1], match[0]), styles)
    return restyled.replace("</w:styles>", "".join(ours.values()) + "</w:styles>")


def _template(name: str) -> str:
    return (resources.files("ouderevidence.brief") / "templates" / name).read_text(encoding="utf-8")
