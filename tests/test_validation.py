"""Ways to break a library: each is told by the schema, by a check or by both, as docs/validation.md says by row."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from case_library import BASE
from ouderevidence.library.load import validate
from test_schema import faults

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = Path(__file__).resolve().parents[1] / "docs" / "validation.md"
CLAIMS = "evidence/factsheets/klein/claims/1-lezen.yml"
SHEET = "evidence/factsheets/klein/factsheet.yml"
APPRAISALS = "evidence/appraisals.yml"
EDITION = "evidence/factsheets/klein/edition.yml"
BIB = "references.bib"


@dataclass(frozen=True)
class Break:
    """A way to break a library: what is done, to which file, who tells it and with what code."""

    what: str
    file: str
    old: str
    new: str
    by: str
    code: str


def _in(file: str, old: str, *ways: tuple[str, str, str, str]) -> list[Break]:
    return [Break(what, file, old, new, by, code) for what, new, by, code in ways]


TWICE = 'sections:\n  - {id: "1", title: {nl: L, en: R}}'
SAME_DOI = "doi = {10.1000/voorbeeld}, year = {2012}"
MARKS = 'sentences: [{section: "1", digits: zzz}]'
TOLD = "nl: Voorlezen helpt bij taal."
BREAKS = [
    *_in(
        SHEET, "id: klein",
        ("a factsheet's id other than its folder's name", "id: groot", "check", "E107"),
        ("a factsheet's id that is a path", "id: ../../x", "check", "E107"),
        ("a year of a factsheet that is none: 20018", "id: klein\nyear: 20018", "schema and check", "E107"),
        ("a year of a factsheet that is none: blah", "id: klein\nyear: blah", "schema and check", "E107"),
        ("a year of a factsheet far ahead: 2099", "id: klein\nyear: 2099", "check", "E107"),
        ("an address that is a script", "id: klein\nurl: javascript:alert(1)", "schema and check", "E107"),
        ("an address in words", "id: klein\nurl: see the website", "schema and check", "E107"),
    ),
    *_in(
        SHEET, 'as_of: "2026-01-01"',
        ("a date in words", "as_of: gisteren", "schema and check", "E109"),
        ("a date that no calendar has", "as_of: 2026-13-45", "schema and check", "E109"),
    ),
    Break("a section's id twice", SHEET, "sections:", TWICE, "check", "E103"),
    *_in(
        BIB, "year = {2010}",
        ("a year of a work that is none: 20018", "year = {20018}", "check", "E107"),
        ("a year of a work that is none: blah", "year = {blah}", "check", "E107"),
        ("a year of a work far ahead: 2099", "year = {2099}", "check", "E107"),
        ("pages reversed", "year = {2010}, pages = {120--110}", "check", "E107"),
        ("an unknown field", "year = {2010}, jornal = {Taal}", "check", "W508"),
        ("an address of a work that is a script", "year = {2010}, url = {javascript:alert(1)}", "check", "E107"),
    ),
    Break("a DOI that is none", BIB, "10.1000/voorbeeld", "voorbeeld", "check", "E107"),
    *_in(
        BIB, "langid = {dutch},",
        ("a language that is none", "langid = {klingon},", "check", "W508"),
        ("no language where a title stands", "", "check", "W509"),
    ),
    Break("an unknown entry type", BIB, "@article", "@artikel", "check", "W508"),
    Break("a country that is none", APPRAISALS, "[NL]", "[Atlantis]", "schema and check", "E107"),
    *_in(
        CLAIMS, "- work: jansen2010",
        ("a passage number of another form: ²", "- work: jansen2010\n      passage: ²", "schema and check", "E007"),
        ("a passage number in other digits: ١", "- work: jansen2010\n      passage: ١", "schema and check", "E007"),
    ),
    *_in(
        CLAIMS, TOLD,
        ("a statement of a zero-width space", 'nl: "\\u200b"', "schema and check", "E105"),
        ("a statement with ESC", 'nl: "Voor\\x1b[31mlezen"', "schema and check", "E113"),
        ("a statement with NUL", 'nl: "Voor\\0lezen"', "schema and check", "E113"),
        ("a statement with a right-to-left override", 'nl: "Voor\\u202elezen"', "schema and check", "E113"),
    ),
    Break("digits of an edition: zzz", EDITION, "", MARKS, "schema and check", "E107"),
    Break("the same DOI on two works", BIB, "year = {2012}", SAME_DOI, "check", "W510"),
    Break(
        "as_cited that does not name the work", CLAIMS, "as_cited: Smit, 2012", "as_cited: Jansen & De Vries, 2010",
        "check", "W511",
    ),
    Break("full, and only a summary was read", CLAIMS, "basis: abstract", "basis: summary", "check", "W512"),
    Break(
        "alternatives on a certain work", APPRAISALS, "alternatives: []", "alternatives: [{nl: A, en: B}]",
        "check", "E410",
    ),
    Break("a term twice in one facet", CLAIMS, "[lezen]", "[lezen, lezen]", "schema and check", "E103"),
    Break("text between BibTeX blocks", BIB, "@misc", "article{bos2015, year = {2015}}\n\n@misc", "check", "E008"),
]  # fmt: skip


def _rename(root: Path) -> None:
    (root / CLAIMS).rename((root / CLAIMS).with_suffix(".yaml"))


def _move(root: Path) -> None:
    (root / SHEET).with_name("oud").mkdir()
    (root / CLAIMS).rename((root / SHEET).with_name("oud") / "1-lezen.yml")


def _other_chapter(root: Path) -> None:
    (root / CLAIMS).rename((root / CLAIMS).with_name("2-anders.yml"))


def _lost_claim(root: Path) -> None:
    text = (root / CLAIMS).read_text(encoding="utf-8")
    for name, code in (("voorlezen-helpt", "1a"), ("lees-elke-dag", "1c")):
        text = text.replace(f"- id: {name}\n", f"- id: {name}\n  code: {code}\n")
    (root / CLAIMS).write_text(text, encoding="utf-8")


def _unnamed_file(root: Path) -> None:
    (root / "evidence" / "claims.yml").write_bytes((root / CLAIMS).read_bytes())


MOVES: list[tuple[str, Callable[[Path], object], str, str]] = [
    ("a claim in the wrong chapter's file", _other_chapter, "check", "W513"),
    ("a claims file named .yaml", _rename, "check", "E008"),
    ("a claims file in a stray folder", _move, "check", "E008"),
    ("a claims file beside the others", _unnamed_file, "check", "E008"),
    ("an emptied claims file", lambda root: (root / CLAIMS).write_bytes(b""), "check", "E008"),
    ("a claims file gone", lambda root: (root / CLAIMS).unlink(), "check", "E309"),
    ("the claims folder gone", lambda root: shutil.rmtree((root / CLAIMS).parent), "check", "E309"),
    ("one claim gone from between others that have codes", _lost_claim, "check", "E310"),
]


def told(root: Path, code: str) -> tuple[bool, bool]:
    """Return whether the schemas tell it, and whether the checks do."""
    return any(faults(root).values()), code in {finding.code for finding in validate(root)[1]}


@pytest.mark.parametrize("broken", BREAKS, ids=lambda b: b.what)
def test_a_value_of_no_form_and_records_that_disagree_are_told(broken: Break, tmp_path: Path) -> None:
    root = tmp_path / "klein"
    shutil.copytree(BASE, root)
    assert told(root, broken.code) == (False, False)
    path = root / broken.file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert broken.old in text
    path.write_text(text.replace(broken.old, broken.new, 1) if broken.old else broken.new, encoding="utf-8")
    assert told(root, broken.code) == ("schema" in broken.by, "check" in broken.by)


@pytest.mark.parametrize(("what", "move", "by", "code"), MOVES, ids=[move[0] for move in MOVES])
def test_what_is_missing_or_stray_is_told(
    what: str, move: Callable[[Path], object], by: str, code: str, tmp_path: Path
) -> None:
    root = tmp_path / "klein"
    shutil.copytree(BASE, root)
    move(root)
    assert told(root, code)[1], f"{what}, by {by}"


def test_the_page_has_the_rows_that_were_tried() -> None:
    rows = re.findall(
        r"^\| (.+) \| (schema and check|check) \| ([EW]\d{3}) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    tried = [(b.what, b.by, b.code) for b in BREAKS] + [(what, by, code) for what, _, by, code in MOVES]
    assert rows == tried
