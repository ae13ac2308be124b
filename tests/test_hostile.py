"""Hostile inputs: each ends in a finding or an error that says what to do, in time that grows with the input."""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from ouderevidence.evidence.yamlfile import read_yaml
from ouderevidence.library.load import load, packaged, validate
from ouderevidence.model.errors import DocumentError
from ouderevidence.model.findings import Report
from ouderevidence.products.trace import trace
from ouderevidence.text import find_citations, find_references, read_document, sentences
from ouderevidence.text.blocks import joined

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHEET = "evidence/factsheets/ouderbetrokkenheid"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a copy of the curated library."""
    root = tmp_path / "bibliotheek"
    shutil.copytree(packaged() / "evidence", root / "evidence")
    shutil.copy(packaged() / "references.bib", root)
    return root


def codes(root: Path) -> set[str]:
    return {finding.code for finding in validate(root)[1]}


# -- nesting and size ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("citaat.md", ">" * 500 + " woord"),
        ("citaten.md", ">" * 20_000 + " woord"),
        ("haken.md", "[" * 20_000 + " woord"),
        ("lijst.md", "- " * 400 + "woord"),
        ("blok.html", "<div>" * 500 + "woord" + "</div>" * 500),
        ("vet.html", "<p>" + "<b>" * 300 + "woord" + "</b>" * 300),
    ],
)
def test_what_is_nested_too_deeply_is_said_at_once(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    with pytest.raises(DocumentError, match="100 levels") as caught:
        read_document(path)
    assert caught.value.reason == "deep"
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("text", ["[" * 900, "[" * 30_000, "a: " + "{b: " * 200, "- " * 300 + "x"])
def test_yaml_that_is_nested_too_deeply_is_a_finding(text: str, tmp_path: Path) -> None:
    (tmp_path / "diep.yml").write_text(text, encoding="utf-8")
    report = Report("diep.yml")
    assert read_yaml(tmp_path / "diep.yml", report) is None
    assert [finding.code for finding in report.findings] == ["E003"]


def test_a_word_file_that_unpacks_to_far_more_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:p/>" * 10_000_000)
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert caught.value.reason == "large"


def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path: Path, library: Path) -> None:
    os.mkfifo(tmp_path / "concept.md")
    with pytest.raises(DocumentError) as caught:
        read_document(tmp_path / "concept.md")
    assert caught.value.reason == "special"
    os.mkfifo(library / SHEET / "claims" / "9-pijp.yml")
    assert "E008" in codes(library)


# -- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["²", "١", "-1", "1" * 5000])
def test_a_passage_number_that_is_none_is_a_finding(number: str, library: Path) -> None:
    path = sorted((library / SHEET / "claims").glob("*.yml"))[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("passage: 1", f"passage: {number}", 1), encoding="utf-8")
    assert "E007" in codes(library)


# -- time ------------------------------------------------------------------------------------------------------------


def growth(work: Callable[[str], object], text: Callable[[int], str], size: int) -> float:
    """Return how many times longer four times the input takes, the best of three."""

    def seconds(n: int) -> float:
        given = text(n)
        taken = []
        for _ in range(3):
            start = time.perf_counter()
            work(given)
            taken.append(time.perf_counter() - start)
        return max(min(taken), 0.02)  # below that a machine with other work tells nothing

    return seconds(4 * size) / seconds(size)


LINEAR = 9.0  # four times the input in at most nine times the time: the square would be sixteen


@pytest.mark.parametrize(
    ("work", "text"),
    [
        (joined, lambda n: "a" * n + " wel-\niswaar"),
        (sentences, lambda n: "." * n + "x"),
        (sentences, lambda n: "(" * n + "x"),
        (sentences, lambda n: "A. " * n),
        (find_references, lambda n: "literatuur" + " " * n + "x"),
        (find_references, lambda n: "Literatuur\n" * n),
        (find_references, lambda n: "Jansen, J. " * n),
        (find_citations, lambda n: "(Jansen, " + "2011, " * n + "2012)"),
        (find_citations, lambda n: "J. " * n + "Jansen (2012)"),
        (find_citations, lambda n: "(" * n + "Jansen, 2012)"),
        (find_citations, lambda n: "a" * n),
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(
    work: Callable[[str], object], text: Callable[[int], str]
) -> None:
    assert growth(work, text, 8000) < LINEAR


def test_a_text_that_is_not_the_factsheet_is_traced_in_time_that_grows_with_it(tmp_path: Path) -> None:
    library = load()
    words = "De gemeente werkt samen met scholen en ouders aan een sterke basis voor kinderen, en dat vraagt om tijd. "

    def run(text: str) -> object:
        path = tmp_path / "ander.txt"
        path.write_text(text, encoding="utf-8")
        return trace(path, library)

    assert growth(run, lambda n: words * (n // len(words)), 10_000) < LINEAR
