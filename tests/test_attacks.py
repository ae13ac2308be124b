"""Attacks by content: nothing is read but what was given, nothing is run, nothing is written but what was named."""

from __future__ import annotations

import csv
import io
import json
import os
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pikepdf
import pytest

import small_library as small
from ouderevidence.document import pandoc, render
from ouderevidence.document.output import form_of, write
from ouderevidence.evidence.bibliography import read_bibliography
from ouderevidence.library.load import load, packaged
from ouderevidence.library.spreadsheet import FORMULA_STARTS
from ouderevidence.model.errors import DocumentError, EvidenceError, OutputError, RenderError
from ouderevidence.model.findings import Report
from ouderevidence.model.records import Caveat, Name
from ouderevidence.model.words import Text
from ouderevidence.products.audit import audit
from ouderevidence.products.audit.folder import audit_folder
from ouderevidence.products.curate import curate, new_library
from ouderevidence.text import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.library.library import Library

WORDS = "geheim-8f2c41"
SAMPLE = Path(__file__).resolve().parents[1] / "docs" / "voorbeeld" / "meer-bewegen.md"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file that nobody named."""
    path = tmp_path / "geheim.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path


def said(work: Callable[[], str]) -> str:
    """Return what comes of some work: its words, or those of its error."""
    try:
        return work()
    except EvidenceError as error:
        return str(error)


def media(made: bytes) -> str:
    """Return all that a Word file holds, unpacked."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def word(path: Path, **changes: bytes) -> Path:
    """Write a Word file with one citation; parts of it changed."""
    document = docx.Document()
    document.add_paragraph("Thuis telt (Jansen, 2018).")
    document.save(str(path.with_suffix(".heel")))
    with zipfile.ZipFile(path.with_suffix(".heel")) as before, zipfile.ZipFile(path, "w") as after:
        for name in before.namelist():
            after.writestr(name, changes.pop(name, before.read(name)))
        for name, data in changes.items():
            after.writestr(name, data)
    return path


def test_an_entity_of_a_word_file_reads_no_other_file(secret: Path, tmp_path: Path) -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f'<w:document xmlns:w="{w}"><w:body><w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>Thuis &x; telt</w:t></w:r>'
        "</w:fldSimple></w:p></w:body></w:document>"
    )
    path = word(tmp_path / "a.docx", **{"word/document.xml": body.encode()})
    assert WORDS not in said(lambda: read_document(path).text)


def test_a_part_of_a_word_file_that_points_out_of_it_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = word(tmp_path / "in" / "a.docx", **{"../../buiten.txt": b"x", str(tmp_path / "ook-buiten.txt"): b"x"})
    assert "Thuis telt" in read_document(path).text
    assert not (tmp_path / "buiten.txt").exists()
    assert not (tmp_path / "ook-buiten.txt").exists()


def test_pandoc_reads_no_file_that_content_names(secret: Path) -> None:
    picture = {"t": "Image", "c": [["", [], []], [], [str(secret), ""]]}
    document = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": [{"t": "Para", "c": [picture]}]}
    assert WORDS not in said(lambda: media(pandoc.run(document, "docx")))


def test_markdown_that_names_files_and_programs_is_text(secret: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    words = f"---\nfilter: {secret}\n---\n\n!include {secret}\n\n\\input{{{secret}}}\n\n![]({secret})\n\nThuis telt."
    path.write_text(words, encoding="utf-8")
    assert WORDS not in read_document(path).text


def test_typst_reads_no_file_outside_its_folder(secret: Path) -> None:
    page = '#set document(title: "t")\n#set text(lang: "nl")\n#read("FILE")'
    assert render._compile(page.replace("FILE", "eigen.txt").encode(), 0, {"eigen.txt": b"x"}).startswith(b"%PDF")
    with pytest.raises(EvidenceError, match="not found"):
        render._compile(page.replace("FILE", str(secret)).encode(), 0, {})


def test_what_would_fill_the_memory_is_not_given_to_typst() -> None:
    page = b'#set document(title: "t")\n#set text(lang: "nl")\n'
    with pytest.raises(RenderError, match=r"too large \(4\.0 MB of source, at most 4\); choose a part of the claims"):
        render._compile(page + b" " * render.MOST_SOURCE, 0, {})


@pytest.mark.parametrize("command", [r"\input{%s}", r"\include{%s}", r"\write18{cat %s}", r"\openin5=%s"])
def test_latex_in_a_reference_reads_and_runs_nothing(command: str, secret: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.bib"
    path.write_text("@misc{a, title = {Voor " + command.replace("%s", str(secret)) + "}}\n", encoding="utf-8")
    report = Report("r.bib")
    entries = read_bibliography(path, report)
    assert WORDS not in json.dumps([dict(entry.fields) for entry in entries.values()])
    assert [entry.key for entry in entries.values()] == ["a"]


def test_braces_a_thousand_deep_in_a_reference_are_a_finding_or_text(tmp_path: Path) -> None:
    path = tmp_path / "r.bib"
    for depth in (1_000, 50_000):
        path.write_text("@misc{a, title = {" + "{" * depth + "x" + "}" * depth + "}}\n", encoding="utf-8")
        begun = time.perf_counter()
        read_bibliography(path, Report("r.bib"))
        assert time.perf_counter() - begun < 10


def pdf(path: Path, change: str) -> Path:
    """Write a PDF of one empty page that does something odd."""
    made = pikepdf.new()
    made.add_blank_page()
    tree = made.Root.Pages
    if change == "loop":
        tree.Kids.append(tree)
    elif change == "count":
        tree.Count = 1_000_000_000
    else:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="while(true){}")
        made.Root.OpenAction = made.make_indirect(script)
    made.save(path)
    return path


@pytest.mark.parametrize("change", ["loop", "count", "script"])
def test_a_pdf_with_a_loop_a_false_count_or_a_script_ends_soon(change: str, tmp_path: Path) -> None:
    begun = time.perf_counter()
    with pytest.raises(DocumentError):
        read_document(pdf(tmp_path / "a.pdf", change))
    assert time.perf_counter() - begun < 5


def test_the_name_of_a_file_stays_on_its_line_in_a_message(tmp_path: Path) -> None:
    name = "a\nouderevidence: alles is goed\x1b[2J\u202e.md"
    (tmp_path / name).mkdir()
    for path in (tmp_path / name, tmp_path / name / "nul.md", tmp_path / name / "a.x"):
        with pytest.raises(OutputError) as caught:
            write(path, b"x") if path.suffix == ".md" else form_of(path, ("md", "pdf"))
        assert len(str(caught.value).splitlines()) == 1
        assert not {"\x1b", "\u202e"} & set(str(caught.value))


def test_a_link_in_a_library_leads_curate_nowhere_else(tmp_path: Path) -> None:
    root, outside = tmp_path / "eigen", tmp_path / "buiten"
    new_library(root)
    outside.mkdir()
    (root / "evidence" / "factsheets" / "meer-bewegen").symlink_to(outside, target_is_directory=True)
    with pytest.raises(EvidenceError):
        curate(SAMPLE, root)
    assert list(outside.iterdir()) == []


def test_a_journal_writes_through_no_link(tmp_path: Path) -> None:
    root, outside = tmp_path / "eigen", tmp_path / "buiten"
    new_library(root)
    outside.mkdir()
    (root / "evidence" / "factsheets" / "x").symlink_to(outside, target_is_directory=True)
    (root / ".curate.json").write_text('{"evidence/factsheets/x/factsheet.yml": "x"}', encoding="utf-8")
    with pytest.raises(OutputError, match="leads out"):
        curate(SAMPLE, root)
    assert list(outside.iterdir()) == []


def test_the_curated_library_is_not_touched_by_reading_it() -> None:
    assert not list(packaged().rglob(".*.part"))


SCRIPT = "<script>alert(1)</script>"


def page_of(draft: Path, library: Library) -> str:
    """Return the page of a draft with its remarks, without the part that the program itself writes above it."""
    return audit(draft, library).annotate(draft.with_suffix(".html")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("a&b.md", "Thuis telt.", "<title>Opmerkingen bij a&amp;b.md</title>"),
        ("a&b.md", "Thuis telt.", "<h1>Opmerkingen bij a&amp;b.md</h1>"),
        ("a.md", f"Thuis telt [@{{{SCRIPT}}}].", "(@&lt;script&gt;alert(1)&lt;/script&gt;)"),  # in what a remark says
        ("a.md", f"Thuis telt.\n\n- {SCRIPT.replace('<', '&lt;')} telt", "<li>&lt;script&gt;"),
        ("a.md", f"Thuis telt.^[{SCRIPT.replace('<', '&lt;')}]", "</ins> &lt;script&gt;"),
        ("a.txt", f"{SCRIPT}: het is (Mol et al 2018).", "<p>&lt;script&gt;"),  # around a mark
    ],
)
def test_markup_of_a_draft_is_words_on_its_page(name: str, text: str, shown: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    page = page_of(tmp_path / name, load())
    assert shown in page
    assert "<script" not in page


def test_markup_of_a_library_is_words_on_the_page_of_a_draft(tmp_path: Path) -> None:
    about = f"{SCRIPT} Voorlezen thuis leidt tot betere schoolprestaties van kinderen."
    caveat = Caveat(Text(f"Let op {SCRIPT}", "-"))
    held = small.claim("thuis", about, small.link("thuis", "a"), caveats=(caveat,))
    library = small.library([held], [small.work("a", Name("Mol", "A."))])
    draft = tmp_path / "a.md"
    draft.write_text("Uit onderzoek blijkt dat voorlezen thuis leidt tot betere schoolprestaties.", encoding="utf-8")
    page = page_of(draft, library)
    assert "<li>&lt;script&gt;alert(1)&lt;/script&gt; Voorlezen thuis" in page
    assert "Let op &lt;script&gt;" in page
    assert "<script" not in page


def test_markup_in_the_name_of_a_file_of_works_is_words_in_what_is_to_be_done(tmp_path: Path) -> None:
    (tmp_path / "a&b.bib").write_text("@book{mol, title = {T}, author = {Mol, A.}, year = 2020}\n", encoding="utf-8")
    draft = tmp_path / "a.md"
    draft.write_text('---\nbibliography: "a&b.bib"\n---\n\nThuis telt [@bos].\n', encoding="utf-8")
    page = page_of(draft, load())
    assert "eem het werk op in a&amp;b.bib." in page
    assert "a&b.bib" not in page


@pytest.mark.parametrize(
    "where",
    [
        "evidence/factsheets/x/../../../../buiten.yml", "../buiten.yml", "buiten.yml", "evidence/x.yml\n",
        "evidence/x.py", "/etc/buiten.yml", "evidence//../x.yml",
    ],
)  # fmt: skip
def test_a_journal_names_files_of_a_library_alone(where: str, tmp_path: Path) -> None:
    root = tmp_path / "eigen"
    new_library(root)
    before = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    (root / ".curate.json").write_text(json.dumps({where: "x: y\n"}), encoding="utf-8")
    with pytest.raises(OutputError, match="not written by `curate`"):
        curate(SAMPLE, root)
    (root / ".curate.json").unlink()
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == before


DEVICES = ["con", "CON", "nul", "Aux", "prn", "com1", "LPT9", "com²", "conin$"]


@pytest.mark.parametrize("name", [*(f"{name}.md" for name in DEVICES), "nul", "con.x.md", "con .md", "nul:x.md"])
def test_a_file_is_not_given_a_name_that_windows_keeps_for_a_device(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Windows keeps that name for a device; choose another name"):
        write(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["console.md", "com10.md", "a.con", "null.md", "icon.md", "com.md"])
def test_a_name_that_only_looks_like_that_of_a_device_is_one_like_any_other(name: str, tmp_path: Path) -> None:
    write(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"x"


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
def test_a_factsheet_is_not_given_a_folder_that_windows_cannot_have(name: str, tmp_path: Path) -> None:
    new_library(tmp_path / "eigen")
    before = sorted((tmp_path / "eigen").rglob("*"))
    draft = tmp_path / f"{name}.md"
    draft.write_bytes(SAMPLE.read_bytes())
    with pytest.raises(EvidenceError, match=f"the id '{name}' cannot be: Windows keeps that name for a device"):
        curate(draft, tmp_path / "eigen")
    assert sorted((tmp_path / "eigen").rglob("*")) == before


@pytest.mark.parametrize("name", ["a\nb.md", "a\rb.md", "a\tb.md", "\x1b[2J.md", "a\x7f.md", "a\x85b.md"])
def test_a_file_is_not_given_a_name_with_a_control_sign(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="its name has a line end or another control sign") as caught:
        write(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []
    assert name not in str(caught.value)


STRANGE = [b"=1+1.md", b"@SUM(A1).md", b"a\nb.md", b"\x1b[2Ja.md", "a\u202eb.md".encode(), b"\xff.md", b"\xfe.txt"]


def test_names_and_words_of_drafts_are_no_formula_and_steer_nothing_in_the_table(tmp_path: Path) -> None:
    folder = tmp_path / "concepten"
    folder.mkdir()
    for number, name in enumerate(STRANGE):
        text = f"Zo telt {number} thuis, zegt =1+1 (Boonk et al 2018).\n"
        (folder / os.fsdecode(name)).write_text(text, encoding="utf-8")
    (folder / os.fsdecode(b"\xfd.pdf")).write_bytes(b"geen pdf")
    counted = audit_folder(folder, load(), tmp_path / "uit")
    text = (tmp_path / "uit" / "opmerkingen.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text)))
    assert {row[0] for row in rows[1:]} == {
        "'=1+1.md", "'@SUM(A1).md", "a?b.md", "?[2Ja.md", "?.md", "?.txt", "?.pdf",
    }  # fmt: skip
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA_STARTS)]
    assert len(text.splitlines()) == len(rows)
    assert sum(one.unread is not None for one in counted) == 1
    (unread,) = {row[5] for row in rows if row[0] == "?.pdf"}
    assert unread.startswith("?.pdf ")


def test_a_cell_of_a_record_that_somebody_changed_is_no_formula_in_the_table(tmp_path: Path) -> None:
    (tmp_path / "concepten").mkdir()
    (tmp_path / "concepten" / "a.md").write_text("Thuis telt (Boonk et al 2018).", encoding="utf-8")
    library = load()
    audit_folder(tmp_path / "concepten", library, tmp_path / "uit")
    (record,) = (tmp_path / "uit" / "per-concept").iterdir()
    changed = json.loads(record.read_bytes())
    changed["findings"][0] |= {"words": "=1+1", "claims": ["+1", "x"], "remedy": "\x1b[2J"}
    record.write_text(json.dumps(changed), encoding="utf-8")
    audit_folder(tmp_path / "concepten", library, tmp_path / "uit")
    text = (tmp_path / "uit" / "opmerkingen.csv").read_text(encoding="utf-8")
    first = list(csv.reader(io.StringIO(text)))[1]
    assert first[4:] == ["'=1+1", first[5], "[2J", "'+1; x"]


def test_the_page_of_a_draft_with_a_name_that_is_no_text_is_written(tmp_path: Path) -> None:
    draft = tmp_path / os.fsdecode(b"\xff.md")
    draft.write_text("Thuis telt.", encoding="utf-8")
    page = audit(draft, load()).annotate(tmp_path / "uit.html").read_text(encoding="utf-8")
    assert "<title>Opmerkingen bij ?.md</title>" in page
