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
