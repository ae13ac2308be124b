"""Exports: each is read back, by our own reader and by pandoc's, and nothing in it runs in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_library as small
from ouderevidence.citing import references
from ouderevidence.citing.bibtex import to_bibtex
from ouderevidence.citing.ris import to_ris
from ouderevidence.evidence.bibliography import read_bibliography
from ouderevidence.library.export import TEXTS, export, text_of
from ouderevidence.library.spreadsheet import FORMULA_STARTS, to_csv
from ouderevidence.library.workbook import to_xlsx
from ouderevidence.model.errors import OutputError
from ouderevidence.model.findings import Report
from ouderevidence.model.records import Name
from ouderevidence.text.folding import UNSEEN

if TYPE_CHECKING:
    from ouderevidence.evidence.bibliography import Entry
    from ouderevidence.library.library import Library

HOSTILE = (
    "=cmd|' /C calc'!A0 <script>alert(1)</script> \\input{x} {{ a }} 100% $x$ \"q\"; '#' ~^_& 😀 שלום " + "w" * 5000
)


def read_bibtex(text: str, folder: Path) -> dict[str, Entry]:
    path = folder / "out.bib"
    path.write_text(text, encoding="utf-8")
    report = Report(path.name)
    entries = read_bibliography(path, report)
    assert not report.findings
    return entries


def by_pandoc(text: str, form: str) -> list[dict[str, Any]]:
    command = [pypandoc.get_pandoc_path(), f"--from={form}", "--to=csljson", "--fail-if-warnings", "--sandbox"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    items: list[dict[str, Any]] = json.loads(done.stdout)
    return items


def test_bibtex_reads_back_as_the_same_works(library: Library, tmp_path: Path) -> None:
    entries = read_bibtex(text_of(library, "bib"), tmp_path)
    works = library.cited_works()
    assert list(entries) == [work.key for work in works]
    for work in works:
        entry = entries[work.key]
        fields = {key: value for key, value in entry.fields.items() if key not in ("year", "note")}
        assert (entry.type, entry.authors, entry.editors, fields, entry.fields["year"]) == (
            work.entry_type, work.authors, work.editors, dict(work.fields), work.year,
        )  # fmt: skip
        assert ("note" in entry.fields) == (work.appraisal.identification != "certain")
    assert [key for key, entry in entries.items() if entry.and_others] == ["ilias2016", "saris2023"]


def as_read(text: str) -> str:
    """Return what our reader makes of a text: braces are LaTeX's own, its circumflex is a modifier letter."""
    return " ".join(text.replace("{", "").replace("}", "").replace("^", "ˆ").split())


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Zs"]), min_size=1
).filter(lambda text: not UNSEEN.search(text))  # which is refused


@given(words, words)
def test_any_title_reads_back(title: str, literal: str) -> None:
    title, literal = as_read(title), as_read(literal) or "x"
    work = small.work("a2020", Name(literal=literal), title=title)
    with TemporaryDirectory() as folder:
        entry = read_bibtex(to_bibtex(work), Path(folder))["a2020"]
    assert entry.fields["title"] == title
    assert entry.authors == work.authors


def test_a_hostile_work_stays_one_entry_in_each_format(tmp_path: Path) -> None:
    work = small.work(
        "a2020", Name("O'Neil and, x", HOSTILE), Name(literal=HOSTILE), title=HOSTILE, url="http://a/{}\\"
    )
    entry = read_bibtex(to_bibtex(work), tmp_path)["a2020"]
    assert entry.fields["title"] == as_read(HOSTILE)
    assert len(entry.authors) == 2
    lines = to_ris(work).split("\r\n")
    assert [line[:2] for line in lines].count("TY") == 1
    assert f"TI  - {HOSTILE}" in lines


def same_marks(title: str) -> str:
    """Return a title with one kind of quotation mark: pandoc reads those of LaTeX as its own."""
    return re.sub("[‘’“”\"']", "'", title).casefold()


@pytest.mark.parametrize(("form", "reader"), [("bib", "bibtex"), ("ris", "ris")])
def test_pandoc_reads_the_same_authors_titles_and_dois(library: Library, form: str, reader: str) -> None:
    works = library.cited_works()
    read = by_pandoc(text_of(library, form), reader)
    assert len(read) == len(works)
    for item, work in zip(read, works, strict=True):
        wanted = references.csl_item(work)
        assert item.get("DOI") == wanted.get("DOI")
        if work.year.isdecimal():
            assert item["issued"]["date-parts"][0][0] == int(work.year)
        if work.title:
            plain = item["title"].replace('<span class="nocase">', "").replace("</span>", "")
            assert same_marks(plain) == same_marks(work.title)
        others = form == "bib" and work.key in ("ilias2016", "saris2023")
        assert len(item.get("author", ())) == len(work.authors) + others


def test_csl_json_holds_what_a_brief_cites(library: Library) -> None:
    items = json.loads(text_of(library, "json"))
    for item, work in zip(items, library.cited_works(), strict=True):
        note = item.pop("note", None)
        assert item == references.csl_item(work)
        assert (note is None) == (work.appraisal.identification == "certain")


@pytest.mark.parametrize(("language", "separator"), [("nl", ";"), ("en", ",")])
def test_csv_reads_back_as_the_table(library: Library, tmp_path: Path, language: str, separator: str) -> None:
    path = export(library, tmp_path / "table.csv", language=language)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    frame = library.table(language=language)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=separator))
    assert rows[0] == ["id", *frame.columns]
    assert rows[1:] == [[name, *row] for name, row in zip(frame.index, frame.to_numpy().tolist(), strict=True)]


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_is_a_formula(start: str) -> None:
    library = small.library([small.claim("vijandig", f'{start}1+1;"x"\n2')], [])
    row = list(csv.reader(io.StringIO(to_csv(library), newline=""), delimiter=";"))[1]
    assert row[2] == f'\'{start}1+1;"x"\n2'


@pytest.mark.parametrize("form", TEXTS)
def test_the_same_selection_gives_the_same_bytes_in_both_languages(library: Library, tmp_path: Path, form: str) -> None:
    part = library.where(parent_group="vaders")
    for language in ("nl", "en"):
        first = part.export(tmp_path / f"a.{form}", language=language).read_bytes()
        assert first == part.export(tmp_path / f"b.{form}", language=language).read_bytes()
        assert first


def test_an_unknown_extension_is_refused_before_anything_is_written(library: Library, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"use \.csv, \.bib, \.ris, \.json or \.xlsx"):
        library.export(tmp_path / "x.xls")
    with pytest.raises(OutputError, match="choose csv"):
        text_of(library, "xls")
    assert list(tmp_path.iterdir()) == []


# -- Excel ------------------------------------------------------------------------------------------------------------


def sheets_of(content: bytes) -> dict[str, str]:
    """Return the parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")}


def test_a_workbook_has_a_sheet_for_each_table_with_filters_and_a_frozen_header(library: Library) -> None:
    content = to_xlsx(library.where(parent_group="vaders"))
    assert content == to_xlsx(library.where(parent_group="vaders"))
    parts = sheets_of(content)
    names = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"])
    assert names == ["Uitspraken", "Bronnen van de factsheet", "Aanvullend onderzoek", "Gezocht", "Bronnen"]
    for number in range(1, 6):
        sheet = parts[f"xl/worksheets/sheet{number}.xml"]
        assert "<autoFilter" in sheet
        assert 'state="frozen"' in sheet


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_of_a_workbook_is_a_formula(start: str) -> None:
    library = small.library([small.claim("vijandig", f'{start}1+1;"x" https://x.nl')], [])
    parts = sheets_of(to_xlsx(library))
    assert "<f>" not in parts["xl/worksheets/sheet1.xml"]
    assert "hyperlink" not in parts["xl/worksheets/sheet1.xml"]


@pytest.mark.office
def test_office_opens_the_workbook_as_the_table(library: Library, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        assert not os.environ.get("CI"), "soffice is not installed, and with CI nothing skips"
        pytest.skip("soffice is not installed")
    part = library.where(parent_group="vaders")
    path = part.export(tmp_path / "vaders.xlsx")
    form = "csv:Text - txt - csv (StarCalc):44,34,76"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with (tmp_path / "vaders.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    frame = part.table()
    assert rows[0] == list(frame.columns)
    assert [row[1] for row in rows[1:]] == [claim.statement.nl for claim in part]
