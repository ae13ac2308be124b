"""Files of which one part is given: Word and ODT of their XML, a PDF of what a page draws; and XML that is twisted."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns"
_TOKEN: Final = re.compile(rb"<[^<>]*>|[^<>]+|[<>]")
_VALUE: Final = re.compile(rb'="([^"]*)"')
_NAME: Final = re.compile(rb"</?([\w:-]+)")


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _field(said: str, shown: str, data: str = "") -> str:
    begin = f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>'
    marks = [begin, f"<w:instrText>{said}</w:instrText>", '<w:fldChar w:fldCharType="separate"/>']
    made = "".join(f"<w:r>{mark}</w:r>" for mark in marks)
    return made + _run(shown) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


_ZOTERO: Final = (
    'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":1,"itemData":{"id":1,"type":"book","title":"Titel",'
    '"author":[{"family":"Jansen","given":"A."}],"issued":{"date-parts":[["2018"]]}}}]}'
).replace('"', "&quot;")
_OWN: Final = "CITATION Jan18 \\m Vri20"
WORD: Final = (
    f'<w:document xmlns:w="{_W}" xmlns:mc="{_MC}"><w:body>'
    f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_run("Kop")}</w:p>'
    f'<w:p>{_run("Thuis telt (Jansen et al., 2018). ")}{_field(_ZOTERO, "(Jansen, 2018)")}'
    f'{_field(_OWN, "(Jansen, 2018)")}'
    f'{_field("ADDIN EN.CITE", "(Bos, 2015)", "<w:fldData>PEVuZE5vdGU+PC9FbmROb3RlPg==</w:fldData>")}'
    f'<w:fldSimple w:instr=" PAGE ">{_run("1")}</w:fldSimple>'
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r></w:p>"
    '<w:p><w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_eyJjaXRhdGlvbkl0ZW1zIjpbXX0="/></w:sdtPr>'
    f'<w:sdtContent>{_run("(Bos, 2015)")}</w:sdtContent></w:sdt></w:p>'
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
    f"<w:p>{_run('In een vak')}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
    f"<w:p>{_run('In een vak')}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    f"<w:tbl><w:tr><w:tc><w:p>{_run('a')}</w:p></w:tc><w:tc><w:p>{_run('b')}</w:p></w:tc></w:tr></w:tbl>"
    f'<w:p><w:ins w:id="1" w:author="a">{_run("erbij")}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>weg'
    "</w:delText></w:r></w:del></w:p></w:body></w:document>"
)  # fmt: skip
ODT: Final = (
    f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0" '
    f'xmlns:table="{_OFFICE}:table:1.0" office:version="1.2"><office:body><office:text>'
    '<text:h text:outline-level="1">Kop</text:h><text:p>Thuis telt (Jansen, 2018).'
    '<text:note text:note-class="footnote">'
    "<text:note-citation>1</text:note-citation><text:note-body><text:p>Zie Bos (2015).</text:p></text:note-body>"
    '</text:note></text:p><text:list><text:list-item><text:p>een</text:p></text:list-item></text:list><table:table>'
    "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
    "</office:text></office:body></office:document-content>"
)  # fmt: skip
PAGE_END: Final = b"\n%\n"
PDF: Final = PAGE_END.join(
    b"BT /F1 9 Tf 72 800 Td (Lopende kop %d) Tj ET BT /F1 18 Tf 72 760 Td (%s) Tj ET\nBT /F1 11 Tf 72 %d Td 14 TL "
    b"(%s \\(Jansen et al., 201%d\\).) Tj T* (%s ou-) Tj T* (ders %s voor.) Tj 0 -30 Td [(%s) -250 (nieuwe)] TJ "
    b"T* (En %s) Tj T* (%s van school.) Tj ET\nq 1 0 0 1 10 10 cm BT /F1 8 Tf 72 60 Td (%d Noot van Bos, 2015) Tj ET Q"
    % (number, *words[:1], 730 - number, words[0], number, *words[1:], number)
    for number, words in enumerate(
        (
            (b"Thuis telt", b"De", b"lezen", b"Een", b"praten", b"Soms"),
            (b"Samen", b"Veel", b"zien", b"Geen", b"de", b"Weg"),
        ),
        1,
    )
)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


def word_of(xml: bytes) -> bytes:
    """Return a Word file whose text is given."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Override PartName="/word/document.xml" ContentType="{kind}"/>'
    packages = "http://schemas.openxmlformats.org/package/2006"
    return _zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{packages}/content-types">{types}</Types>'.encode(),
            "_rels/.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" Type="{relation}" '
            'Target="word/document.xml"/></Relationships>'.encode(),
            "word/document.xml": xml,
        }
    )


def odt_of(xml: bytes) -> bytes:
    """Return an ODT file whose text is given."""
    styles = f'<office:document-styles xmlns:office="{_OFFICE}:office:1.0"><office:styles/></office:document-styles>'
    kind = b"application/vnd.oasis.opendocument.text"
    return _zipped({"mimetype": kind, "content.xml": xml, "styles.xml": styles.encode()})


def pdf_of(content: bytes) -> bytes:
    """Return a PDF of what its pages draw, the pages apart by a line of ``%``; with the places of its objects."""
    drawn = content.split(PAGE_END)[:9]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(drawn)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(drawn), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for page in drawn:
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (len(objects) + 2),
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(page), page),
        ]
    made, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (len(objects) + 1, table, len(objects) + 1, len(made))


def twisted(xml: bytes, rng: random.Random, pieces: tuple[bytes, ...] = ()) -> bytes:
    """Return XML with elements left out, doubled, moved, nested or renamed, and values or words that are others.

    Half of what comes has whole elements only, and so is mostly well-formed; the rest holds what no program writes.
    """
    tokens = _TOKEN.findall(xml)
    whole = rng.random() < 0.5
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(tokens)) if tokens else 0
        if not tokens or (whole and tokens[at].startswith(b"</")):
            continue
        end = _end(tokens, at) if whole or rng.random() < 0.7 else min(len(tokens), at + rng.randint(1, 6))
        part = tokens[at:end]
        match rng.choice((0, 1, 2, 3, 5)) if whole else rng.randrange(6):
            case 0:
                tokens[at:end] = []
            case 1:
                tokens[at:end] = part * rng.choice((2, 3, 60))
            case 2:
                tokens[at:end] = []
                to = rng.randint(0, len(tokens))
                tokens[to:to] = part
            case 3 if (name := _NAME.match(tokens[at])) is not None:
                deep = rng.choice((2, 3, 40, 300))
                tokens[at:end] = [tokens[at]] * deep + part + [b"</%s>" % name[1]] * deep
            case 4 if names := [match[1] for match in map(_NAME.match, tokens) if match]:
                here = _NAME.match(tokens[at])
                tokens[at] = tokens[at].replace(here[1], rng.choice(names)) if here else rng.choice(tokens)
            case _:
                tokens[at] = _other(tokens[at], rng, pieces or (b"x",))
        if sum(map(len, tokens)) > 400_000:
            break
    return b"".join(tokens)


def swollen_xml(xml: bytes, rng: random.Random, size: int) -> bytes:
    """Return XML in which one element is there again and again, behind or within each other, up to so many bytes."""
    tokens = _TOKEN.findall(xml)
    at = rng.randrange(len(tokens))
    part = tokens[at : _end(tokens, at)]
    times = size // sum(map(len, part))
    if rng.random() < 0.5 and (name := _NAME.match(tokens[at])) and not tokens[at].startswith(b"</"):
        times = size // (2 * len(tokens[at]))
        return b"".join(
            [*tokens[:at], *[tokens[at]] * times, *part, *[b"</%s>" % name[1]] * times, *tokens[at + len(part) :]]
        )
    return b"".join([*tokens[:at], *part * times, *tokens[at + len(part) :]])


def _end(tokens: list[bytes], at: int) -> int:
    """Return where the element that begins at a token ends."""
    depth = 0
    for place in range(at, len(tokens)):
        token = tokens[place]
        if token.startswith(b"</"):
            depth -= 1
        elif token.startswith(b"<") and not token.endswith(b"/>"):
            depth += 1
        if depth <= 0:
            return place + 1
    return at + 1


def _other(token: bytes, rng: random.Random, pieces: tuple[bytes, ...]) -> bytes:
    """Return a token with another value, or other words."""
    values = list(_VALUE.finditer(token))
    start, end = rng.choice(values).span(1) if values else (0, 0 if token.startswith(b"<") else len(token))
    new = rng.choice((b"", b"0", b"-1", b"99999999999", token[start:end] * 50, rng.choice(pieces)))
    return token[:start] + new + token[end:]
