"""The documents can be used by everybody: structure read back from PDF, Word and page, each by a reader of its own."""

from __future__ import annotations

import io
import itertools
import os
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pikepdf
import pytest

from browser import chromium, violations, watched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ouderevidence import Library
    from ouderevidence.products.brief import Brief

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SHOWS_TEXT = {"Tj", "TJ", "'", '"', "Do", "f", "f*", "S", "B", "sh"}


@pytest.fixture(scope="module")
def brief(library: Library) -> Brief:
    """Return the fullest brief there is of one parent group and of home involvement."""
    chosen = library.where(building_block="thuisbetrokkenheid")
    return chosen.brief(depth="full", placeholders=True, title="Thuis", organisation="Gemeente", date="2026-11-25")


@pytest.fixture(scope="module")
def made(brief: Brief) -> dict[str, bytes]:
    """Return the brief in every format."""
    return brief.to_forms("pdf", "docx", "html")


# -- PDF -------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pdf(made: dict[str, bytes]) -> Iterator[pikepdf.Pdf]:
    """Open the PDF with a reader that had no part in making it."""
    with pikepdf.open(io.BytesIO(made["pdf"])) as opened:
        yield opened


def elements(node: Any) -> Iterator[Any]:
    """Yield the structure elements of a PDF in reading order."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from elements(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def test_the_pdf_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "nl-NL"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/Title"]) == "Thuis"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_the_headings_of_the_pdf_go_down_one_step_at_a_time(pdf: pikepdf.Pdf) -> None:
    levels = [int(str(e.S)[2:]) for e in elements(pdf.Root.StructTreeRoot) if re.fullmatch(r"/H\d", str(e.S))]
    assert levels[0] == 1
    assert len(levels) > 10
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_picture_in_the_pdf_has_words_and_every_header_cell_its_scope(pdf: pikepdf.Pdf) -> None:
    tree = list(elements(pdf.Root.StructTreeRoot))
    pictures = [e for e in tree if str(e.S) == "/Figure"]
    assert pictures
    assert all(len(str(e.Alt)) > 40 for e in pictures if "/Alt" in e)
    assert any("/Alt" in e for e in pictures)
    heads = [e for e in tree if str(e.S) == "/TH"]
    assert len(heads) > 10
    assert all(_scope(e) in ("/Column", "/Row", "/Both") for e in heads)


def _scope(element: Any) -> str:
    found = element.A if isinstance(element.A, pikepdf.Array) else [element.A]
    return next(str(a.Scope) for a in found if "/Scope" in a)


def test_nothing_in_the_pdf_stands_outside_its_tags(pdf: pikepdf.Pdf) -> None:
    shown = 0
    for page in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = instruction.operands, str(instruction.operator)
            if name in ("BDC", "BMC"):
                depth += 1
            elif name == "EMC":
                depth -= 1
            elif name in SHOWS_TEXT:
                assert depth > 0, f"{name} {operands} is not tagged"
                shown += 1
    assert shown > 1000


def test_the_pdf_has_bookmarks_for_its_headings(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    for title in ("Kort antwoord", "Kernboodschap", "Wie kan wat doen?", "Verwijzingen", "Verantwoording"):
        assert title in titles


def test_the_first_page_is_one_page(library: Library) -> None:
    parts = [library, library.where(parent_group="vaders"), library.where(building_block="thuisbetrokkenheid")]
    for part in parts:
        for language, start in (("nl", "Bijlage:"), ("en", "Annex:")):
            assert len(_pages_of(part.brief(depth="page", language=language).to_bytes("pdf"))) == 2  # one, and its end
            content = part.brief(language=language).to_bytes("pdf")
            assert _pages_of(content)[1].lstrip().startswith(start)


def _pages_of(content: bytes) -> list[str]:
    return _tool("pdftotext", "-layout", "-", "-", given=content).split("\f")


def _tool(name: str, *arguments: str, given: bytes = b"") -> str:
    """Run a program; in CI it must be there."""
    if shutil.which(name) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is not installed, and with CI nothing skips")
        pytest.skip(f"{name} is not installed")
    done = subprocess.run([name, *arguments], input=given, capture_output=True, check=True, timeout=300)
    return done.stdout.decode("utf-8", "replace")


# -- Word ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def word(made: dict[str, bytes]) -> dict[str, str]:
    """Return the parts of the Word file."""
    with zipfile.ZipFile(io.BytesIO(made["docx"])) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")}


def test_the_word_file_has_real_styles_and_no_empty_paragraphs(word: dict[str, str]) -> None:
    body = ElementTree.fromstring(word["word/document.xml"])[0]  # noqa: S314 - our own file
    paragraphs = list(body.iter(f"{W}p"))
    assert len(paragraphs) > 100
    for paragraph in paragraphs:
        drawn = list(paragraph.iter(f"{DRAWING}inline"))
        assert drawn or "".join(t.text or "" for t in paragraph.iter(f"{W}t")).strip()
    used = {style.get(f"{W}val") for p in paragraphs for style in p.iter(f"{W}pStyle")}
    assert {"Title", "Heading1", "Heading2", "TableCaption", "Compact", "Bibliography", "AnnexStart"} <= used
    defined = set(re.findall(r'w:styleId="([^"]+)"', word["word/styles.xml"]))
    assert used <= defined


def test_the_word_file_repeats_header_rows_and_names_its_tables(word: dict[str, str]) -> None:
    text = word["word/document.xml"]
    assert text.count("<w:cantSplit/>") == text.count("<w:tr>") > 9  # no row on two pages
    assert text.count("<w:tblHeader") == text.count("<w:tbl>") == text.count('w:pStyle w:val="TableCaption"') > 3


def test_the_word_file_knows_its_languages_title_and_pictures(word: dict[str, str]) -> None:
    assert "<dc:title>Thuis</dc:title>" in word["docProps/core.xml"]
    assert re.search(r'<w:lang [^>]*w:val="nl-NL"', word["word/styles.xml"])
    assert '<dcterms:created xsi:type="dcterms:W3CDTF">2026-' in word["docProps/core.xml"]
    assert "<dc:creator>Gemeente</dc:creator>" in word["docProps/core.xml"]
    english = re.findall(r'<w:lang w:val="en" />.*?<w:t [^>]*>([^<]+)', word["word/document.xml"])
    assert len(english) > 3
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', word["word/document.xml"])
    assert described
    assert all(len(words) > 40 for words in described)


@pytest.mark.office
def test_office_shows_every_word_of_the_word_file(brief: Brief, made: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "thuis.docx"
    path.write_bytes(made["docx"])
    _tool("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
          "--outdir", str(tmp_path), str(path))  # fmt: skip
    content = (tmp_path / "thuis.pdf").read_bytes()
    pages = _pages_of(content)
    assert 10 <= len(pages) - 1 <= 30
    assert "Bijlage" not in pages[0]
    assert pages[1].lstrip().startswith("Bijlage:")
    running = _tool("pdftotext", "-", "-", given=content)  # cell by cell, not line by line
    shown = _letters(re.sub(r"\n\d+ / \d+\s*\f", "", running))
    for record in brief.provenance():
        assert _letters(record["sentence"])[:60] in shown
    for width, x_max in re.findall(
        r'<page width="([\d.]+)"|xMax="([\d.]+)"', _tool("pdftotext", "-bbox", "-", "-", given=content)
    ):
        assert not x_max or float(x_max) <= 595 - 40  # points; A4 less most of the right margin
        assert not width or round(float(width)) == 595


def _letters(text: str) -> str:
    """Return the letters and digits of a text: lines may break and hyphenate anywhere."""
    return "".join(char for char in text if char.isalnum())


# -- page ------------------------------------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_in_the_page(library: Library, tmp_path: Path, language: str) -> None:
    path = tmp_path / "notitie.html"
    library.where(building_block="thuisbetrokkenheid").brief(depth="full", placeholders=True, language=language).save(
        path
    )
    with chromium() as browser, watched(browser) as page:
        page.goto(path.as_uri())
        assert violations(page) == []
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert violations(page) == []


@pytest.mark.browser
def test_the_claim_leads_down_to_its_account_and_back(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "notitie.html"
    library.where(parent_group="vaders").brief(depth="full").save(path)
    with chromium() as browser, watched(browser) as page:
        page.goto(path.as_uri())
        name = page.locator("[id^=boodschap-]").first.get_attribute("id").removeprefix("boodschap-")
        page.click(f"#boodschap-{name} a")
        assert page.url.endswith(f"#volledig-{name}")
        page.click(f"h3 #volledig-{name} a")
        assert page.url.endswith(f"#boodschap-{name}")
        targets = page.eval_on_selector_all("a[href^='#']", "links => links.map(a => a.getAttribute('href').slice(1))")
        missing = page.evaluate("ids => ids.filter(id => !document.getElementById(decodeURIComponent(id)))", targets)
        assert missing == []
        assert len(targets) > 20
