"""Starting a library: an empty one that is valid, and a factsheet proposed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import ouderevidence as oe
from ouderevidence.loading import validate
from ouderevidence.starting import new_library

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_library_is_valid_from_the_first_minute(tmp_path: Path) -> None:
    written = new_library(tmp_path / "nieuw")
    text = {"voorbeeld": (tmp_path / "nieuw" / "voorbeeld.txt").read_text(encoding="utf-8")}
    _, findings = validate(tmp_path / "nieuw", texts=text)
    assert findings == []
    assert {"README.md", "references.bib", "evidence/vocabulary.yml"} <= set(written)
    library = oe.load(tmp_path / "nieuw")
    assert len(library) == 1
    assert oe.trace(tmp_path / "nieuw" / "voorbeeld.txt", library).findings == ()
    library.brief().save(tmp_path / "notitie.md")
    assert "Voorbeeld" in (tmp_path / "notitie.md").read_text(encoding="utf-8")


def test_an_empty_folder_will_do_and_any_other_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert new_library(tmp_path / "leeg")
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "mijn.txt").write_text("van mij")
    (tmp_path / "bestand").write_text("van mij")
    for name, words in (("vol", "not empty.*mijn.txt"), ("leeg", "not empty"), ("bestand", "is a file")):
        with pytest.raises(oe.OutputError, match=words):
            new_library(tmp_path / name)
    assert [p.name for p in (tmp_path / "vol").iterdir()] == ["mijn.txt"]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a new library."""
    new_library(tmp_path / "bibliotheek")
    return tmp_path / "bibliotheek"


def contents(root: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def put(folder: Path, text: str, name: str = "blad.md") -> Path:
    """Write a factsheet beside the library."""
    path = folder.parent / name
    path.write_text(text, encoding="utf-8")
    return path


def written(root: Path, statement: str = "Dit is in eigen woorden.") -> None:
    """Do what a person does: give every proposal a statement, and fill in what the factsheet does not say."""
    for path in (root / "evidence" / "factsheets").rglob("*.yml"):
        text = path.read_text(encoding="utf-8").replace("  proposed: true\n", "")
        text = text.replace('nl: ""', f'nl: "{statement}"').replace('en: ""', f'en: "{statement}"')
        text = text.replace("publisher: null", "publisher: Uitgever").replace("as_of: null", 'as_of: "2026-01-01"')
        path.write_text(text, encoding="utf-8")
