"""What is read is never written over, and where one of several files cannot be written none is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import command
import ouderevidence as oe
from ouderevidence.document.output import check_apart
from ouderevidence.model.errors import OutputError

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "docs" / "voorbeeld" / "bibliotheek"
SHEET = ROOT / "docs" / "voorbeeld" / "meer-bewegen.md"


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a draft, a factsheet, a house style and a logo."""
    (tmp_path / "a.md").write_text("Thuis lezen telt (Jansen et al., 2018).\n", encoding="utf-8")
    (tmp_path / "a.html").write_text("<p>Thuis lezen telt (Jansen et al., 2018).</p>\n", encoding="utf-8")
    shutil.copy(SHEET, tmp_path / "blad.md")
    oe.load(SMALL).brief().save(tmp_path / "stijl.docx")
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        "audit a.md --literatuurlijst a.md",
        "audit a.md --literatuurlijst x/../a.md --geannoteerd b.html",
        "audit a.md --literatuurlijst koppeling.md",
        "audit a.html --geannoteerd a.html",
        "trace blad.md --vastleggen blad.md",
        "trace blad.md --vastleggen ./blad.md",
        "brief -o stijl.docx --huisstijl stijl.docx",
        "brief -o b.md -o stijl.docx --huisstijl ./stijl.docx",
    ],
)
def test_what_is_read_is_never_written_over(words: str, place: Path) -> None:
    os.link(place / "a.md", place / "koppeling.md")
    before = held(place)
    done = command.run(*words.split(), "--evidence", SMALL, "--taal", "en", cwd=place)
    assert done.returncode == 1
    assert "is never changed; choose another name" in done.stderr
    assert held(place) == before


@pytest.mark.parametrize(
    "words",
    [
        "export -o b.csv -o b.odt",
        "export -o b.csv -o b.bib -o stijl.docx/b.csv",
        "map -o b.svg -o b.jpg",
        "map -o b.svg -o stijl.docx/b.png",
        "audit a.md --geannoteerd b.html --literatuurlijst b.odt",
        "audit a.md --geannoteerd b.html --literatuurlijst stijl.docx/b.md",
        "audit a.md --geannoteerd b.html --literatuurlijst b.html",
    ],
)
def test_where_one_of_several_files_cannot_be_written_none_is(words: str, place: Path) -> None:
    before = held(place)
    done = command.run(*words.split(), "--evidence", SMALL, cwd=place)
    assert done.returncode == 1
    assert done.stderr.startswith("ouderevidence: ")
    assert held(place) == before


def test_a_name_in_a_circle_or_of_no_form_is_apart(tmp_path: Path) -> None:
    (tmp_path / "rond.md").symlink_to("rond.md")
    check_apart(tmp_path / "rond.md", read=[tmp_path / "a.md", None, "a\0b"])
    with pytest.raises(OutputError, match="is named twice"):
        check_apart(tmp_path / "a.md", written=tmp_path / "x" / ".." / "a.md")
