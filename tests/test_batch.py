"""All briefs of a small library in one folder: which there are, which are due, and the page that leads to them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import small_library as small
from ouderevidence.document.output import alone
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.library.library import Library
from ouderevidence.model.errors import OutputError, RenderError
from ouderevidence.model.records import Name, Term
from ouderevidence.model.words import Text
from ouderevidence.products.brief import Brief, batch, provenance
from ouderevidence.products.brief.ready import write_briefs

if TYPE_CHECKING:
    from pathlib import Path

    from ouderevidence.document.nodes import Node
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
    assert write(tmp_path) == []  # one format of those is there


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
    assert list(json.loads(kept)["files"]) == ["alles.md"]
    (tmp_path / "briefs.json").unlink()
    if record is not None:
        (tmp_path / "briefs.json").write_text(record, encoding="utf-8")
    assert write(tmp_path) == ["alles.md"]
    assert (tmp_path / "briefs.json").read_text(encoding="utf-8") == kept


def test_progress_counts_every_brief_also_one_that_stays(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    write(tmp_path, of(ABOUT_HOME), progress=tell, workers=0)  # one at least
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    (tmp_path / "alles.md").unlink()
    told.clear()
    assert write(tmp_path, of(ABOUT_HOME), progress=tell) == ["alles.md"]
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


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


# -- what no longer holds --------------------------------------------------------------------------------------------

HOME_ONLY = of(ABOUT_HOME)
GONE = files(["bouwsteen-communicatie", "cel-communicatie-moeders", "groep-moeders"])


def told(folder: Path, library: Library = HOME_ONLY, **options: Any) -> list[tuple[str, str]]:
    """Write all briefs, and return what was said of those that no longer hold, in both languages."""
    said: list[Text] = []
    write(folder, library, say=said.append, **options)
    return [(text.nl, text.en) for text in said]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in {"briefs.json", "index.html"})


def test_a_brief_of_which_the_claims_are_gone_is_deleted_and_named(tmp_path: Path) -> None:
    assert told(tmp_path, BOTH) == []
    (tmp_path / "van-een-mens.md").write_bytes(b"blijft")
    assert told(tmp_path) == [
        (f"verouderde notities weggehaald: {', '.join(GONE)}", f"outdated briefs deleted: {', '.join(GONE)}")
    ]
    assert names(tmp_path) == sorted(set(files(NAMES)) - set(GONE) | {"van-een-mens.md"})
    assert told(tmp_path) == []
    assert told(tmp_path, BOTH) == []
    assert set(files(NAMES)) < set(names(tmp_path))


def test_a_brief_that_somebody_changed_is_not_deleted_and_is_named_each_time(tmp_path: Path) -> None:
    write(tmp_path, BOTH)
    changed = tmp_path / "groep-moeders.md"
    changed.write_bytes(b"met de hand")
    for expected in (1, 0):  # the others are deleted once
        *deleted, kept = told(tmp_path)
        assert len(deleted) == expected
        assert kept == (
            "verouderde notities die niet zijn weggehaald, omdat ze misschien zijn veranderd: groep-moeders.md; "
            "kijk of u ze nog nodig hebt, en haal ze weg",
            "outdated briefs that were not deleted, because they may have been changed: groep-moeders.md; "
            "see whether you still need them, and delete them",
        )
    assert changed.read_bytes() == b"met de hand"
    changed.unlink()
    assert told(tmp_path) == []


def test_a_brief_in_another_format_goes_when_it_says_something_else_now(tmp_path: Path) -> None:
    write(tmp_path, BOTH, forms=("md", "html"))
    assert told(tmp_path, BOTH) == []
    assert (tmp_path / "alles.html").exists()
    changed = replace(ABOUT_SCHOOL, statement=Text("Dit is anders.", "Dit is anders."))
    [(_, said)] = told(tmp_path, of(ABOUT_HOME, changed))
    outdated = ["alles.html", *(name.replace(".md", ".html") for name in GONE)]
    assert said == f"outdated briefs deleted: {', '.join(outdated)}"
    assert (tmp_path / "groep-vaders.html").exists()


def test_of_many_outdated_briefs_ten_are_named(tmp_path: Path) -> None:
    write(tmp_path, BOTH, forms=("md", "html"))
    [(dutch, english)] = told(tmp_path, ALONE, forms=("md", "html"))
    assert dutch.endswith(", groep-moeders.md en nog 2")
    assert english.count(".") == 10
    assert names(tmp_path) == ["alles.html", "alles.md"]


def test_a_record_that_names_other_files_deletes_none_of_them(tmp_path: Path) -> None:
    folder, outside = tmp_path / "notities", tmp_path / "buiten.md"
    write(folder, BOTH)
    outside.write_bytes(b"blijft")
    record = json.loads((folder / "briefs.json").read_bytes())
    held = {"from": "x", "sha256": hashlib.sha256(b"blijft").hexdigest()}
    (folder / "koppeling.md").symlink_to(outside)
    (folder / "map.md").mkdir()
    (folder / "brief.txt").write_bytes(b"blijft")
    for name in ("../buiten.md", str(outside), "koppeling.md", "map.md", "brief.txt", "index.html"):
        record["files"][name] = held
    (folder / "briefs.json").write_text(json.dumps(record), encoding="utf-8")
    [(_, deleted), (_, kept)] = told(folder)
    assert deleted == f"outdated briefs deleted: {', '.join(GONE)}"
    assert "changed: koppeling.md, map.md;" in kept
    assert outside.read_bytes() == (folder / "brief.txt").read_bytes() == b"blijft"


def test_a_record_of_the_older_form_deletes_nothing_and_names_what_no_longer_holds(tmp_path: Path) -> None:
    write(tmp_path, BOTH)
    old = dict.fromkeys(NAMES, "0" * 64)
    (tmp_path / "briefs.json").write_text(json.dumps(old), encoding="utf-8")
    [(_, kept)] = told(tmp_path)
    assert f"changed: {', '.join(GONE)};" in kept
    assert set(GONE) < set(names(tmp_path))


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    def stop(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, BOTH, progress=stop)
    assert write(tmp_path, BOTH) == files(NAMES[3:])


def test_where_one_brief_cannot_be_traced_none_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, BOTH)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    require = provenance.require_marked

    def refuse(library: Library, *rest: Any) -> None:
        require(library, *rest)
        if [claim.id for claim in library] == ["school"]:
            message = "not traced"
            raise RenderError(message)

    monkeypatch.setattr(provenance, "require_marked", refuse)
    changed = replace(ABOUT_HOME, statement=Text("Dit is anders.", "Dit is anders."))
    with pytest.raises(RenderError, match="not traced"):
        write(tmp_path, of(changed, ABOUT_SCHOOL))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_where_a_ready_brief_of_one_language_cannot_be_traced_none_of_the_other_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require = provenance.require_marked

    def refuse(library: Library, document: Node, language: str) -> None:
        require(library, document, language)
        if language == "en":
            message = "not traced"
            raise RenderError(message)

    monkeypatch.setattr(provenance, "require_marked", refuse)
    with pytest.raises(RenderError, match="not traced"):
        write_briefs(ALONE, tmp_path)
    assert list(tmp_path.rglob("*")) == []


def test_ready_briefs_stand_in_a_folder_for_each_language_and_progress_counts_both(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    made = write_briefs(ALONE, tmp_path, progress=lambda done, of_all: seen.append((done, of_all)))
    assert [one["href"] for one in made] == [
        f"briefs/{language}/alles.{form}" for language in ("nl", "en") for form in ("docx", "pdf")
    ]
    assert all((tmp_path / one["href"]).is_file() for one in made)
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_while_another_run_writes_there_nothing_is_written(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(OutputError, match="another run is writing into"):
        write(tmp_path)
    assert list(tmp_path.iterdir()) == []
