"""What an organisation chooses of a brief: grouping, empty places, front page, house style, all briefs at once."""

from __future__ import annotations

import io
import json
import re
import shlex
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import RGBColor
from PIL import Image

import ouderevidence as oe
from command import run
from ouderevidence.document import word
from ouderevidence.model.errors import EvidenceError, OutputError
from ouderevidence.products.brief import Brief, batch, method
from test_brief import part, plain

if TYPE_CHECKING:
    from pathlib import Path

    from ouderevidence import Library

__all__ = ["part"]  # a fixture


def test_empty_places_are_labelled_and_stay_empty(part: Library) -> None:
    assert "Gevraagd besluit" not in plain(Brief(part))
    text = plain(Brief(part, placeholders=True))
    for name in ("Gevraagd besluit", "Kosten en dekking", "Lokale cijfers", "Besproken met"):
        assert f"{name} [nog in te vullen]" in text


def test_the_first_page_says_who_and_when_only_if_told(part: Library) -> None:
    assert "november" not in plain(Brief(part)).split("Kort antwoord")[0]
    text = plain(Brief(part, author="A. de Boer", organisation="Gemeente Voorbeeld", date="2026-11-05"))
    assert "A. de Boer, Gemeente Voorbeeld · 5 november 2026 Kennisnotitie voor gemeenten" in text


@pytest.mark.parametrize("date", ["morgen", "2026-13-01", "31-02-2026", "5 november 2026"])
def test_a_date_has_one_form(part: Library, date: str) -> None:
    with pytest.raises(EvidenceError, match="write it as 2026-11-25"):
        Brief(part, date=date)


def test_a_logo_stands_in_every_document(part: Library, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (60, 30), "navy").save(logo)
    made = Brief(part, logo=logo, organisation="Gemeente Voorbeeld").to_forms("html", "docx", "pdf")
    assert b'alt="Logo Gemeente Voorbeeld"' in made["html"].replace(b"\n", b" ")
    with zipfile.ZipFile(io.BytesIO(made["docx"])) as archive:
        assert 'descr="Logo Gemeente Voorbeeld"' in archive.read("word/document.xml").decode("utf-8")
    assert made["pdf"].startswith(b"%PDF")


def test_a_house_style_gives_word_its_styles(part: Library, tmp_path: Path) -> None:
    style = tmp_path / "huisstijl.docx"
    house = docx.Document()
    house.styles["Heading 1"].font.color.rgb = RGBColor(0xAB, 0x12, 0x34)
    house.save(str(style))
    with zipfile.ZipFile(io.BytesIO(Brief(part, reference_doc=style).to_bytes("docx"))) as archive:
        styles = archive.read("word/styles.xml").decode("utf-8")
        used = set(re.findall(r'Style w:val="([^"]+)"', archive.read("word/document.xml").decode("utf-8")))
    assert "AB1234" in styles
    names = re.findall(r'w:styleId="([^"]+)"', styles)
    assert used <= set(names)  # what the house style lacks is ours: without it tables fall apart
    assert len(names) == len(set(names))


def test_a_house_style_of_a_dutch_word_keeps_its_own_names() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="Plattetekst"><w:name w:val="Body Text"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/styles.xml", styles)
    with zipfile.ZipFile(io.BytesIO(word.completed(made.getvalue()))) as archive:
        completed = archive.read("word/styles.xml").decode("utf-8")
    assert completed.count('w:val="heading 1"') == 1
    front = re.search(r'<w:style [^>]*w:styleId="FrontPage".*?</w:style>', completed, re.DOTALL)
    assert front
    assert '<w:basedOn w:val="Plattetekst"/>' in front[0]


def house_style(path: Path, *changes: tuple[str, str, str]) -> Path:
    """Write a house style: python-docx's own document with pieces of its parts replaced."""
    made = io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            for part, was, becomes in changes:
                if part == name:
                    assert was.encode() in text
                    text = text.replace(was.encode(), becomes.encode(), 1)
            new.writestr(name, text)
    return path


def parts_of(library: Library, style: Path) -> dict[str, str]:
    """Return the parts of a brief in a house style, as text."""
    with zipfile.ZipFile(
        io.BytesIO(Brief(library, reference_doc=style, placeholders=True).to_bytes("docx"))
    ) as archive:
        return {
            name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(("xml", "rels"))
        }


def style_of(parts: dict[str, str], name: str) -> str:
    """Return a style of a Word file by its id."""
    found = re.search(rf'<w:style [^>]*w:styleId="{name}".*?</w:style>', parts["word/styles.xml"], re.DOTALL)
    assert found
    return found[0]


COMPACT_AS_LIST = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Compact"><w:name w:val="Compact"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr><w:ind w:firstLine="720"/><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
)
TABLE_AS_PARAGRAPH = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Under"><w:name w:val="Under"/><w:basedOn w:val="Table"/></w:style>'
    "</w:styles>"
)


def test_text_of_tables_and_lists_is_no_list_or_heading_in_a_house_style(part: Library, tmp_path: Path) -> None:
    parts = parts_of(part, house_style(tmp_path / "a.docx", ("word/styles.xml", "</w:styles>", COMPACT_AS_LIST)))
    compact = style_of(parts, "Compact")
    assert "numPr" not in compact
    assert "outlineLvl" not in compact
    assert re.findall(r"<w:ind [^>]*>", compact) == ['<w:ind w:firstLine="0" />']


def test_a_paragraph_style_called_as_our_style_of_tables_makes_room_for_it(part: Library, tmp_path: Path) -> None:
    parts = parts_of(part, house_style(tmp_path / "a.docx", ("word/styles.xml", "</w:styles>", TABLE_AS_PARAGRAPH)))
    assert 'w:type="table"' in style_of(parts, "Table")
    assert 'w:val="Table-paragraph"' in style_of(parts, "Under")


def test_the_first_page_has_the_type_size_of_the_house_style(part: Library, tmp_path: Path) -> None:
    parts = parts_of(part, house_style(tmp_path / "a.docx"))
    assert "w:sz" not in style_of(parts, "FrontPage")
    assert "w:sz" not in style_of(parts, "Compact")


FOOTER = (
    '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Gemeente</w:t></w:r>'
    "{page}</w:p></w:ftr>"
)
PAGE_OF_THEIRS = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


@pytest.mark.parametrize(("theirs", "numbers"), [("", 1), (PAGE_OF_THEIRS, 1), (None, 1)])
def test_pages_are_numbered_once_in_a_house_style(
    part: Library, tmp_path: Path, theirs: str | None, numbers: int
) -> None:
    path = tmp_path / "a.docx"
    house = docx.Document()
    if theirs is not None:
        house.sections[0].footer.paragraphs[0].text = "Gemeente"
    house.save(str(path))
    if theirs:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["word/footer1.xml"] = FOOTER.format(page=theirs).encode()
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
    made = parts_of(part, path)
    feet = {name: text for name, text in made.items() if "footer" in name and name.endswith(".xml")}
    assert len(feet) == 1
    ((name, foot),) = feet.items()
    assert len(re.findall(r"\bPAGE\b", foot)) == numbers
    assert ("Gemeente" in foot) is (theirs is not None)
    section = made["word/document.xml"].rpartition("<w:sectPr")[2]
    used = re.findall(r'footerReference[^>]*r:id="([^"]+)"', section)
    related = made["word/_rels/document.xml.rels"]
    targets = [re.search(rf'<Relationship (?=[^>]*Id="{one}")[^>]*Target="([^"]+)"', related) for one in used]
    assert [target[1] for target in targets if target] == [name.removeprefix("word/")]
    assert made["[Content_Types].xml"].count(f'PartName="/{name}"') == 1


def test_lines_and_columns_are_not_torn_in_a_house_style(part: Library, tmp_path: Path) -> None:
    parts = parts_of(part, house_style(tmp_path / "a.docx"))
    assert parts["word/settings.xml"].count("doNotExpandShiftReturn") == 1
    assert "<w:tblLayout" in parts["word/document.xml"]
    assert 'w:type="fixed"' not in parts["word/document.xml"]


@pytest.mark.parametrize(("option", "content"), [("logo", b"GIF89a"), ("reference_doc", b"geen zip"), ("logo", None)])
def test_a_file_that_cannot_be_used_is_named(part: Library, tmp_path: Path, option: str, content: bytes | None) -> None:
    path = tmp_path / "bestand"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EvidenceError, match="bestand"):
        Brief(part, **{option: path})  # type: ignore[arg-type]


# -- making it again -------------------------------------------------------------------------------------------------


def test_the_command_and_the_line_of_python_make_the_same_brief_again(library: Library, tmp_path: Path) -> None:
    brief = library.where(parent_group="vaders").brief(
        title="Vaders 'thuis'", depth="page", placeholders=True, date="2026-11-25"
    )
    content = brief.to_bytes("docx")
    command = shlex.split(method.command(brief))
    assert command[0] == "ouderevidence"
    assert run(*command[1:], cwd=tmp_path).returncode == 0
    assert (tmp_path / "notitie.docx").read_bytes() == content
    line = method.python(brief).replace("notitie.docx", (tmp_path / "weer.docx").as_posix())
    exec(line, {"oe": oe})  # noqa: S102 - the line is what is tested
    assert (tmp_path / "weer.docx").read_bytes() == content


def test_provenance_can_be_kept(tmp_path: Path) -> None:
    arguments = ["brief", "--groep", "vaders", "-o", "v.md", "--bronspoor", "v.json"]
    assert run(*arguments, cwd=tmp_path).returncode == 0
    records = json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))
    assert records == oe.load().where(parent_group="vaders").brief().provenance()


def test_several_files_are_written_or_none(part: Library, tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        Brief(part).save(tmp_path / "a.md", tmp_path / "b.odt")
    assert list(tmp_path.iterdir()) == []
    Brief(part).save(tmp_path / "a.md", tmp_path / "b.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.html"]


# -- all briefs ------------------------------------------------------------------------------------------------------


def test_all_briefs_of_a_library_have_a_page_that_leads_to_them(part: Library, tmp_path: Path) -> None:
    folder = tmp_path / "notities"
    told: list[tuple[int, int]] = []
    written = batch.write_all(
        part, folder, forms=["md", "html"], progress=lambda done, total: told.append((done, total))
    )
    names = {path.name for path in written}
    assert {"alles.md", "bouwsteen-communicatie.html", "groep-vaders.md", "cel-communicatie-vaders.md"} <= names
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{name}"' in page for name in names)
    assert told[0] == (0, len(names) // 2)
    assert told[-1] == (len(names) // 2, len(names) // 2)
    one = part.where(building_block="communicatie").brief().to_bytes("md")
    assert (folder / "bouwsteen-communicatie.md").read_bytes() == one


def test_a_second_run_writes_only_what_changed(part: Library, tmp_path: Path) -> None:
    folder = tmp_path / "notities"
    first = batch.write_all(part, folder, forms=["md"])
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert batch.write_all(part, folder, forms=["md"]) == []
    (folder / "alles.md").unlink()
    assert [path.name for path in batch.write_all(part, folder, forms=["md"])] == ["alles.md"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert len(batch.write_all(part, folder, forms=["md"], language="en")) == len(first)


def test_after_a_changed_claim_only_the_briefs_that_say_it_are_written(part: Library, tmp_path: Path) -> None:
    kept, fresh = tmp_path / "notities", tmp_path / "nieuw"
    batch.write_all(part, kept, forms=["md"])
    first, *others = part.records
    said = replace(first.statement, nl=f"{first.statement.nl} Zo is het.")
    changed = replace(part._corpus, claims=(replace(first, statement=said), *others), version="f" * 12)
    after = oe.Library(changed)
    written = {path.name for path in batch.write_all(after, kept, forms=["md"])}
    batch.write_all(after, fresh, forms=["md"])
    assert "alles.md" in written
    assert {f"bouwsteen-{block}.md" for block in first.building_blocks} <= written
    assert len(written) < len(list(batch.entries(after)))
    for path in fresh.glob("*.md"):
        was = (kept / path.name).read_text(encoding="utf-8").replace(part.version, after.version)
        assert was == path.read_text(encoding="utf-8")


def test_all_briefs_need_one_folder_that_can_be_made(part: Library, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(OutputError, match="cannot make the folder"):
        batch.write_all(part, tmp_path / "bestand" / "notities")
    with pytest.raises(OutputError, match="no format 'odt'"):
        batch.write_all(part, tmp_path / "notities", forms=["odt"])
