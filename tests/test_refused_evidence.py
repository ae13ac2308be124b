"""One thing wrong in a whole library: what is said, of which line; and names of authors as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from case_library import build
from ouderevidence.evidence.bibnames import read_name
from ouderevidence.library.load import validate
from ouderevidence.model.records import Name

if TYPE_CHECKING:
    from pathlib import Path

VOCABULARY = "evidence/vocabulary.yml"
SHEET = "evidence/factsheets/klein/factsheet.yml"
CLAIMS = "evidence/factsheets/klein/claims/1-lezen.yml"
APPRAISALS = "evidence/appraisals.yml"
PROGRAMMES = "evidence/programmes.yml"
WORKS = "references.bib"
READING = "  - {id: lezen, nl: lezen, en: reading, broader: thuis, origin: curator}\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (VOCABULARY, READING, READING * 2, ":4 E103 term 'lezen' is there twice; the first is at"),
        (VOCABULARY, "{id: lezen, nl", "{nl", ":3 E102 a term of the vocabulary has no id"),
        (VOCABULARY, "levers: []", "levers: geen", ":6 E007 levers of the vocabulary should be a list"),
        (VOCABULARY, "levers: []", "levers: [geen]", ":6 E007 a term of the vocabulary should be a mapping"),
        (VOCABULARY, "levers: []", "levers: []\nsynonyms: papa", ":7 E007 synonyms should be a list of lists"),
        (VOCABULARY, "nl: thuis,", "nl: [thuis],", ":2 E007 nl of 'thuis' should be text (quote it)"),
        (SHEET, "id: klein", "id: groot", ":1 E107 id of the factsheet cannot be 'groot'"),
        (SHEET, "publisher: Voorbeeld", 'publisher: "\\u2028"', ":3 E102 the factsheet has no publisher"),
        (SHEET, 'as_of: "2026-01-01"', "as_of: gisteren", ":4 E109 as_of of the factsheet is no date: 'gisteren'"),
        (SHEET, '{section: "1", starts: Over', '{section: "7", starts: Over', ":11 E303 no section '7' in klein"),
        (CLAIMS, "core: true", "core: true\n  passages: []", ":8 E006 key 'passages' stands twice"),
        (CLAIMS, "  core: true", "  ? [core]\n  : true", ":6 E007 a key should be text (quote it)"),
        (CLAIMS, "work: smit2012", "passage: eerste\n      work: smit2012", " E007 passage of"),
        (CLAIMS, "- id: lees-elke-dag", "--- \n- id: lees-elke-dag", ":24 E003 YAML cannot be read: a second"),
        (APPRAISALS, None, "- jansen2010\n", ":1 E007 the file should be a mapping of cite keys"),
        (PROGRAMMES, None, "leesclub\n", ":1 E007 the file should be a list of programmes"),
        (WORKS, "year = {2012}", "year = {20012}", ":9 E107 year of 'smit2012' cannot be '20012'"),
        (WORKS, "year = {2012}", "year = {2399}", ":9 E107 year of 'smit2012' cannot be '2399'"),
        (WORKS, "{10.1000/voorbeeld}", "{doi:10.1000/voorbeeld}", ":1 E107 doi of 'jansen2010' cannot be"),
        (WORKS, "year = {2012}", "year = {2012}, url = {www.nl}", ":9 E107 url of 'smit2012' cannot be 'www.nl'"),
    ],
)  # fmt: skip
def test_one_thing_wrong_is_said_of_its_line(file: str, old: str | None, new: str, said: str, tmp_path: Path) -> None:
    root, _ = build("_base", tmp_path / "x")
    before = (root / file).read_text(encoding="utf-8")
    assert old is None or before.count(old) == 1
    (root / file).write_text(new if old is None else before.replace(old, new), encoding="utf-8")
    lines = [str(finding) for finding in validate(root)[1]]
    assert any(f"{file}{said}" in line or (said[0] == " " and said in line) for line in lines), lines


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: 1\n\xff", ":2 E002"),
        (b"[" * 200 + b"]" * 200, "E003"),
        (b"a: &x 1\nb: *x\n", "E005"),
        (b"a: '\n", "E003"),
        (b"\x00", "E003"),
    ],
)
def test_a_file_that_is_no_yaml_is_one_finding_and_no_traceback(content: bytes, said: str, tmp_path: Path) -> None:
    root, _ = build("_base", tmp_path / "x")
    (root / PROGRAMMES).write_bytes(content)
    lines = [str(finding) for finding in validate(root)[1] if finding.file == PROGRAMMES]
    assert any(said in line for line in lines), lines


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path: Path) -> None:
    root, _ = build("_base", tmp_path / "x")
    (root / PROGRAMMES).unlink()
    (root / PROGRAMMES).mkdir()
    assert any("should be a regular file" in str(finding) for finding in validate(root)[1])


@pytest.mark.parametrize(
    ("written", "name", "faults"),
    [
        ("Jansen, Anna", Name(family="Jansen", given="Anna"), 0),
        ("Van den Broeck, Anja", Name(family="Van den Broeck", given="Anja"), 0),
        ("van den Oord, Ada", Name(family="Oord", given="Ada", particle="van den"), 0),
        ("Jansen, jr., Anna", Name(family="Jansen", given="Anna", suffix="jr."), 0),
        ("{Kind en Gezin}", Name(literal="Kind en Gezin"), 0),
        ("{{Kind} en {Gezin}}", Name(literal="Kind en Gezin"), 0),
        ("{A} {B}", Name(family="B", given="A"), 0),
        ("family=Oord, given=Ada, prefix=van den", Name(family="Oord", given="Ada", particle="van den"), 0),
        ("family={Kind, Ouder en Gezin}", Name(literal="Kind, Ouder en Gezin"), 0),
        ('family="Kind en Gezin"', Name(literal="Kind en Gezin"), 0),
        ("Jansen,", Name(family="Jansen"), 1),
        ("Jansen, A, B, C", Name(literal="Jansen, A, B, C"), 1),
        ("{A", Name(literal="A"), 1),
    ],
)
def test_names_are_read_as_they_are_written_and_what_is_wrong_is_said(written: str, name: Name, faults: int) -> None:
    said: list[str] = []
    assert read_name(written, said.append) == name
    assert len(said) == faults
    assert all(f"name '{written}'" in fault for fault in said)
