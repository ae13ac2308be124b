"""All briefs of a small library in one folder: which there are, which are due, and the page that leads to them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import small_library as small
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.library.library import Library
from ouderevidence.model.errors import OutputError
from ouderevidence.model.records import Name, Term
from ouderevidence.model.words import Text
from ouderevidence.products.brief import Brief, batch

if TYPE_CHECKING:
    from pathlib import Path

    from ouderevidence.model.records import Claim

HOME, SCHOOL = ("thuisbetrokkenheid",), ("communicatie",)
ABOUT_HOME = small.claim("thuis", "Dit is thuis.", small.link("thuis", "a"), blocks=HOME)
ABOUT_SCHOOL = replace(small.claim("school", "Dit is school.", blocks=SCHOOL), parent_groups=("moeders",))
NAMES = [
    "alles", "bouwsteen-thuisbetrokkenheid", "bouwsteen-communicatie", "groep-vaders", "groep-moeders",
    "cel-thuisbetrokkenheid-vaders", "cel-communicatie-moeders",
]  # fmt: skip


def term(facet: str, name: str, label: str = "") -> Term:
    words = Text(label or name, f"{label or name} (en)")
    return Term(name, facet, words, None, None, "factsheet", (), empirical=True, synthesis=False)


VOCABULARY = Vocabulary(
    [
        term("building_blocks", "thuisbetrokkenheid", "Thuis & zo"), term("building_blocks", "communicatie"),
        term("building_blocks", "leeg"), term("parent_groups", "vaders"), term("parent_groups", "moeders"),
        term("parent_groups", "niemand"), term("designs", "meta-analyse"),
    ]
)  # fmt: skip


def of(*claims: Claim) -> Library:
    made = small.library(list(claims), [small.work("a", Name("Mol", "A."))])
    return Library(replace(made._corpus, vocabulary=VOCABULARY))


BOTH = of(ABOUT_HOME, ABOUT_SCHOOL)
ALONE = of(replace(small.claim("los", "Dit is los.", blocks=()), parent_groups=()))  # the whole, and nothing else


def write(folder: Path, library: Library = ALONE, *, forms: tuple[str, ...] = ("md",), **options: Any) -> list[str]:
    """Write all briefs, and return the names of the files that were written now."""
    written = batch.write_all(library, folder, forms=forms, **options)
    assert all(path.parent == folder and path.is_file() for path in written)
    return [path.name for path in written]


def files(names: list[str]) -> list[str]:
    return [f"{name}.md" for name in names]


def test_there_is_a_brief_for_the_whole_and_for_each_block_group_and_cell_with_a_claim() -> None:
    assert [(one.name, one.filters) for one in batch.entries(BOTH)] == [
        ("alles", ()),
        ("bouwsteen-thuisbetrokkenheid", (("building_block", "thuisbetrokkenheid"),)),
        ("bouwsteen-communicatie", (("building_block", "communicatie"),)),
        ("groep-vaders", (("parent_group", "vaders"),)),
        ("groep-moeders", (("parent_group", "moeders"),)),
        ("cel-thuisbetrokkenheid-vaders", (("building_block", "thuisbetrokkenheid"), ("parent_group", "vaders"))),
        ("cel-communicatie-moeders", (("building_block", "communicatie"), ("parent_group", "moeders"))),
    ]


def test_each_format_of_a_brief_is_written_and_nothing_the_second_time(tmp_path: Path) -> None:
    assert write(tmp_path, forms=("md", "html")) == ["alles.md", "alles.html"]
    assert write(tmp_path, forms=("md", "html")) == []
    assert write(tmp_path, forms=("html", "md")) == []
    assert (tmp_path / "alles.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert '<a href="alles.html">HTML<' in (tmp_path / "index.html").read_text(encoding="utf-8")
    (tmp_path / "alles.html").unlink()
    assert write(tmp_path, forms=("md", "html")) == ["alles.md", "alles.html"]
    assert write(tmp_path) == ["alles.md"]  # the record is of other formats


def test_a_format_that_is_not_there_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"^no format 'odt'; choose md, html, docx, pdf$"):
        write(tmp_path / "notities", forms=("md", "odt"))
    assert list(tmp_path.iterdir()) == []


def test_a_changed_claim_makes_anew_the_briefs_that_say_it(tmp_path: Path) -> None:
    assert write(tmp_path, BOTH) == files(NAMES)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*files(NAMES), "briefs.json", "index.html"])
    before = said(tmp_path)
    assert {name for name, words in before.items() if "Dit is thuis" in words} == {
        "alles.md", "bouwsteen-thuisbetrokkenheid.md", "groep-vaders.md", "cel-thuisbetrokkenheid-vaders.md",
    }  # fmt: skip
    changed = replace(ABOUT_SCHOOL, statement=Text("Dit is anders.", "Dit is anders."))
    due = files(["alles", "bouwsteen-communicatie", "groep-moeders", "cel-communicatie-moeders"])
    assert write(tmp_path, of(ABOUT_HOME, changed)) == due
    after = said(tmp_path)
    assert [name for name in files(NAMES) if after[name] != before[name]] == due
    assert all("Dit is anders" in after[name] for name in due)
    assert write(tmp_path, Library(replace(of(ABOUT_HOME, changed)._corpus, version="f" * 12))) == []


def said(folder: Path) -> dict[str, str]:
    """Return the words of each brief by the name of its file."""
    return {path.name: " ".join(path.read_text(encoding="utf-8").split()) for path in folder.glob("*.md")}


@pytest.mark.parametrize("option", [{"language": "en"}, {"depth": "page"}, {"profile": "han"}])
def test_another_language_depth_or_style_makes_all_anew(tmp_path: Path, option: dict[str, Any]) -> None:
    write(tmp_path)
    assert write(tmp_path, **option) == ["alles.md"]
    assert write(tmp_path, **option) == []


def test_another_house_style_at_the_same_place_makes_all_anew(tmp_path: Path) -> None:
    style, folder = tmp_path / "stijl.docx", tmp_path / "notities"
    style.write_bytes(Brief(ALONE).to_bytes("docx"))
    assert write(folder, reference_doc=style) == ["alles.md"]
    assert write(folder, reference_doc=style) == []
    style.write_bytes(Brief(ALONE, language="en").to_bytes("docx"))
    assert write(folder, reference_doc=style) == ["alles.md"]


@pytest.mark.parametrize("record", ["", "[]", '{"alles": "x"}', None])
def test_without_a_record_that_can_be_read_all_is_due(tmp_path: Path, record: str | None) -> None:
    write(tmp_path)
    kept = (tmp_path / "briefs.json").read_text(encoding="utf-8")
    assert re.fullmatch(r'\{\n "alles": "[0-9a-f]{64}"\n\}\n', kept)
    (tmp_path / "briefs.json").unlink()
    if record is not None:
        (tmp_path / "briefs.json").write_text(record, encoding="utf-8")
    assert write(tmp_path) == ["alles.md"]
    assert (tmp_path / "briefs.json").read_text(encoding="utf-8") == kept


def test_progress_begins_with_what_is_there_already(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    write(tmp_path, of(ABOUT_HOME), progress=tell, workers=0)  # one at least
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    (tmp_path / "alles.md").unlink()
    told.clear()
    write(tmp_path, of(ABOUT_HOME), progress=tell)
    assert told == [(3, 4), (4, 4)]


def test_the_page_leads_to_every_brief_and_says_what_it_is_about(tmp_path: Path) -> None:
    write(tmp_path, of(ABOUT_HOME))
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<html lang="nl">' in page
    assert "<title>Kennisnotities ouderbetrokkenheid</title>" in page
    columns = [f'<th scope="col">{name}</th>' for name in ("Waarover", "Uitspraken", "Notitie")]
    assert f"<tr>{''.join(columns)}</tr>" in page
    rows = [line for line in page.splitlines() if line.startswith('<tr><th scope="row">')]
    assert len(rows) == 4
    assert rows[1] == (
        '<tr><th scope="row">bouwsteen: Thuis &amp; zo</th><td>1</td><td><a href="bouwsteen-thuisbetrokkenheid.md">'
        'Markdown<span class="hidden"> bouwsteen: Thuis &amp; zo</span></a></td></tr>'
    )
    assert "$" not in page


def test_by_default_a_brief_is_for_word_and_in_pdf_and_the_page_is_in_its_language(tmp_path: Path) -> None:
    written = batch.write_all(ALONE, tmp_path, language="en")
    assert [path.name for path in written] == ["alles.docx", "alles.pdf"]
    assert (tmp_path / "alles.pdf").read_bytes().startswith(b"%PDF")
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "<h1>Evidence briefs on parental involvement</h1>" in page
    hidden = '<span class="hidden"> the whole factsheet</span></a>'
    assert f'<td>1</td><td><a href="alles.docx">Word{hidden} <a href="alles.pdf">PDF{hidden}</td>' in page
