"""A library in one language: its other texts are not asked for, and what is shown in the other language says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import ouderevidence as oe
from case_library import BASE
from conftest import ROOT
from ouderevidence.figures import works_by_year
from ouderevidence.library.load import packaged, validate
from ouderevidence.products.curate import new_library
from ouderevidence.products.explorer.data import data
from ouderevidence.products.explorer.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

ONLY = "The texts of ‘Meer bewegen op de basisschool’ are there only in Dutch."
SAMPLE = ROOT / "docs" / "voorbeeld" / "meer-bewegen.md"
_AS_TEXT = yaml.BaseLoader
ALSO_NL = "zijn er alleen in het"


def without(value: Any, language: str) -> Any:
    """Return a value of a file without its texts in a language."""
    if isinstance(value, list):
        return [without(item, language) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: without(item, language) for key, item in value.items() if key != language}


def make(source: Path, target: Path, language: str, *, languages: str) -> Path:
    """Copy a library without its texts in a language, its factsheets saying in which they are."""
    shutil.copytree(source, target)
    for path in target.rglob("*.yml"):
        read = without(yaml.load(path.read_text(encoding="utf-8"), _AS_TEXT), language)  # noqa: S506 (files of our own)
        if not read:
            continue
        if path.name == "factsheet.yml" and languages:
            read["languages"] = languages.strip("[]").split(", ")
        text = yaml.dump(read, allow_unicode=True, sort_keys=False, default_style='"')
        for word in ("null", "true", "false"):
            text = text.replace(f'"{word}"', word)
        path.write_text(text, encoding="utf-8")
    return target


@pytest.fixture
def dutch(tmp_path: Path) -> Path:
    return make(ROOT / "docs" / "voorbeeld" / "bibliotheek", tmp_path / "taal", "en", languages="[nl]")


@pytest.fixture
def library(dutch: Path) -> oe.Library:
    return oe.load(dutch)


def words_of(workbook: Path) -> str:
    with zipfile.ZipFile(workbook) as parts:
        return parts.read("xl/sharedStrings.xml").decode("utf-8")


def codes(path: Path) -> list[str]:
    return [finding.code for finding in validate(path)[1] if finding.code.startswith("E")]


def test_a_library_in_one_language_is_valid_and_the_other_is_asked_for_only_where_it_is_named(tmp_path: Path) -> None:
    assert codes(make(BASE, tmp_path / "a", "en", languages="[nl]")) == []
    assert codes(make(BASE, tmp_path / "b", "nl", languages="[en]")) == []
    both = codes(make(BASE, tmp_path / "c", "en", languages="[nl, en]"))
    assert set(both) == {"E105", "E204"}  # a note that lacks a language is no note
    assert codes(make(BASE, tmp_path / "d", "en", languages="")) == both
    assert "E105" in codes(make(BASE, tmp_path / "e", "nl", languages="[nl]"))


def test_a_language_that_is_none_of_the_two_is_a_finding(tmp_path: Path) -> None:
    root = make(BASE, tmp_path / "a", "", languages="[nl, de]")
    (found,) = [f for f in validate(root)[1] if f.code.startswith("E")]
    assert found.code == "E107"
    assert found.fact == "languages of the factsheet cannot be 'de'"


def test_a_text_that_is_not_there_is_shown_in_the_other_language_and_is_empty_in_the_frames(
    library: oe.Library,
) -> None:
    assert library.languages == ("nl",)
    assert list(library.table(language="en").iloc[:, 1]) == [claim.statement.nl for claim in library]
    assert set(library.claims["statement_en"]) == {""}
    assert all(library.claims["statement_nl"])


def test_what_is_shown_in_the_other_language_says_so_once(library: oe.Library, tmp_path: Path) -> None:
    def brief(language: str) -> str:
        path = library.brief(language=language, depth="full").save(tmp_path / f"{language}.md")
        said = " ".join(path.read_text(encoding="utf-8").split())
        return said.replace("'Meer bewegen op de basisschool'", "‘Meer bewegen op de basisschool’")

    shown: dict[str, Callable[[str], str]] = {
        "brief": brief,
        "table": lambda language: library.briefing_table(language=language).as_raw_html(),
        "figure": lambda language: works_by_year(library, language=language).caption,
        "explorer": lambda language: str(data(library)["scope"][language]),
        "audit": lambda language: oe.audit(SAMPLE, library, language=language).summary,
    }
    for name, make_it in shown.items():
        assert make_it("en").count(ONLY) == 1, name
        assert ALSO_NL not in make_it("nl"), name
    assert words_of(library.export(tmp_path / "boek-en.xlsx", language="en")).count(ONLY) == 1
    assert ALSO_NL not in words_of(library.export(tmp_path / "boek-nl.xlsx"))
    assert ALSO_NL not in page(library).split("<noscript>")[1].split("</noscript>")[0]


def test_the_command_line_says_it_once(dutch: Path) -> None:
    tool = Path(sys.executable).with_name("ouderevidence")

    def run(language: str) -> str:
        arguments: list[str | Path] = [tool, "table", "--evidence", dutch, "--taal", language]
        return subprocess.run(arguments, capture_output=True, text=True, check=True).stderr

    assert run("en").strip() == ONLY
    assert run("nl") == ""


def test_a_library_in_both_languages_says_nothing_and_a_joined_one_names_the_factsheet(tmp_path: Path) -> None:
    assert oe.load().language_note("en") == oe.load().language_note("nl") == ""
    new_library(tmp_path / "nieuw")
    joined = oe.load(packaged(), make(tmp_path / "nieuw", tmp_path / "ander", "", languages="[nl]"))
    assert joined.languages == ("nl", "en")
    (title,) = [sheet.title.en for sheet in joined.factsheets if sheet.id == "voorbeeld"]
    assert joined.language_note("en") == f"The texts of ‘{title}’ are there only in Dutch."
    assert joined.where(factsheet="ouderbetrokkenheid").language_note("en") == ""


def test_a_proposal_keeps_the_language_of_the_library(dutch: Path) -> None:
    text = dutch.parent / "nieuw.txt"
    said = "1 Lezen\n\nVoorlezen helpt kinderen vooruit (Jansen, 2020). Ouders lezen graag.\n"
    text.write_text(said, encoding="utf-8")
    oe.curate(text, dutch)
    made = (dutch / "evidence" / "factsheets" / "nieuw" / "factsheet.yml").read_text(encoding="utf-8")
    assert "\nlanguages: [nl]\n" in made
    assert not [f for f in validate(dutch)[1] if f.code == "E105"]
