"""What Python is told of what it may not ask, and what a reader gets whatever form its letters have."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import small_library as small
from ouderevidence.document import nodes, render
from ouderevidence.model.errors import OutputError, RenderError
from ouderevidence.model.records import Caveat, Name
from ouderevidence.model.words import Text
from ouderevidence.products.audit import audit
from ouderevidence.products.curate import curate, new_library
from ouderevidence.text import find_citations, find_references

if TYPE_CHECKING:
    from ouderevidence import Library
    from ouderevidence.model.records import Claim

SAMPLE = Path(__file__).parents[1] / "docs" / "voorbeeld" / "meer-bewegen.md"
WORK = small.work("boon2020", Name("Boon", "A."))
CLAIM = small.claim("best", "Dit staat vast.", small.link("best", "boon2020"))
ASIDE = Caveat(Text("Dit dooft uit.", "This fades."), ("weg2019",))


# -- briefs ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (replace(CLAIM, passages=()), r"'best' has no passage; add one in claims/1.yml:1"),
        (replace(CLAIM, id=""), "has no passage"),
        (replace(CLAIM, citations=(small.link("best", "weg2019"),)), "'best' cites work 'weg2019', which is not there"),
        (replace(CLAIM, caveats=(ASIDE,)), "'best' cites work 'weg2019', which is not there"),
    ],
)
def test_no_sentence_without_what_stands_behind_it(claim: Claim, words: str) -> None:
    with pytest.raises(RenderError, match=words):
        small.library([claim], [WORK]).brief().to_bytes("md")


def test_a_brief_goes_somewhere_and_in_a_form_that_is_there(tmp_path: Path) -> None:
    brief = small.library([CLAIM], [WORK]).brief()
    with pytest.raises(OutputError, match="no file named"):
        brief.save()
    with pytest.raises(OutputError, match="no format 'odt'; choose"):
        brief.to_forms("md", "odt")
    with pytest.raises(OutputError, match=r"x\.odt"):
        brief.save(tmp_path / "x.md", tmp_path / "x.odt")
    assert list(tmp_path.iterdir()) == []
    assert set(brief.to_forms("md", "html")) == {"md", "html"} <= set(render.FORMATS)


def test_metadata_of_no_known_type_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError, match="no metadata of type float"):
        nodes.meta(0.5)


# -- the audit -------------------------------------------------------------------------------------------------------


def test_every_citation_is_a_row_with_the_entry_and_the_work_it_leads_to(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "stuk.md"
    path.write_text(
        "# Thuis\n\nOuders doen thuis veel (Boonk et al., 2018; Niemand, 1987).\n\n# Literatuur\n\n"
        "Boonk, L., Gijselaers, H. J. M., Ritzen, H., & Brand-Gruwel, S. (2018). A review of the relationship "
        "between parental involvement indicators and academic achievement. Educational Research Review, 24, 10–30.\n",
        encoding="utf-8",
    )
    table = audit(path, library).citations_table()
    assert list(table.columns) == ["text", "label", "place", "entry", "work", "unlisted"]
    assert list(table["label"]) == ["Boonk et al., 2018", "Niemand, 1987"]
    assert table["work"][0] == "boonk2018"
    assert list(table["entry"].isna()) == list(table["work"].isna()) == [False, True]


# -- letters in two parts --------------------------------------------------------------------------------------------


def test_letters_in_two_parts_give_the_same_proposals(tmp_path: Path) -> None:
    found = {}
    text = SAMPLE.read_text(encoding="utf-8").replace("Ouders", "Oudérs").replace("kinderen", "kindëren")
    for form in ("NFC", "NFD"):
        path = tmp_path / form / SAMPLE.name
        path.parent.mkdir()
        path.write_text(unicodedata.normalize(form, text), encoding="utf-8")
        new_library(path.parent / "eigen")
        found[form] = curate(path, path.parent / "eigen")
    assert len(unicodedata.normalize("NFD", text)) > len(text)
    assert len(found["NFD"].proposals) == len(found["NFC"].proposals) > 10
    assert [one.passage for one in found["NFD"].proposals] == [one.passage for one in found["NFC"].proposals]


@pytest.mark.parametrize("name", ["O´Brien", "Berg\u2011Smit", "D\u0133k", "Gri\ufb03th"])
def test_a_citation_is_found_where_it_stands_whatever_signs_it_is_printed_with(name: str) -> None:
    text = f"Ouders doen veel ({name}, 2015), ook elders."
    (mention,) = find_citations(text)
    assert text[mention.start : mention.end] == mention.text
    assert f"{name}, 2015" in mention.text
    listed = f"Zo is het.\n\nLiteratuur\n\n{name}, A. (2015). Titel van het werk. Uitgever.\n"
    (entry,) = find_references(listed)
    assert listed[entry.start : entry.end] == entry.text
    assert entry.text.startswith(f"{name}, A. (2015)")
