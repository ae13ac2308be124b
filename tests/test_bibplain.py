"""Plain BibTeX, read at once: what the parser says of it, entry by entry and line by line; all else is left to that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderevidence.evidence.bibliography import _parsed, read_bibliography
from ouderevidence.evidence.bibplain import Field, PlainEntry, plain_entries
from ouderevidence.model.findings import Report

ROOT = Path(__file__).parents[1]
TWO = """
@Article{a1,
  title = {Van {{\\"o}} tot z, = "x" # % @},
  year = 2018
}


@book{b:2,
 note={op

 twee}, }
"""


def told(entries: list[Any]) -> list[tuple[Any, ...]]:
    """Return what is known of entries, whichever of the two read them."""
    return [
        (one.entry_type.lower(), one.key, one.start_line, [(f.key, str(f.value), f.start_line) for f in one.fields])
        for one in entries
    ]


def test_entries_have_their_values_without_braces_and_the_lines_they_begin_on() -> None:
    title, year = Field("title", 'Van {{\\"o}} tot z, = "x" # % @', 2), Field("year", "2018", 3)
    assert plain_entries(TWO) == [
        PlainEntry("article", "a1", [title, year], 1),
        PlainEntry("book", "b:2", [Field("note", "op\n\n twee", 8)], 7),
    ]
    assert plain_entries(" \n\n") == []


def test_the_curated_works_are_plain_and_read_as_the_parser_reads_them() -> None:
    text = (ROOT / "references.bib").read_text(encoding="utf-8")
    report = Report("references.bib")
    assert told(plain_entries(text) or []) == told(_parsed(text, report))
    assert not report.findings


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("@Article", "% noot\n@Article"),
        ("@Article", "@string{js = {J. S.}}\n@Article"),
        ("@Article", "@commentary"),
        ("\n\n\n@book", "\n\n  @book"),
        ("@book", "x @book"),
        ("\n\n\n@book", " @book"),
        ("b:2", "a1"),
        ("b:2", "b 2"),
        ("2018", '"2018"'),
        ("2018", "js"),
        ("2018", "{20} # {18}"),
        ("2018", "{{{{{diep}}}}}"),
        ("year =", "title ="),
        ("{op", "{\\{op"),
        ("{op", "{op\\"),
        ("{op\n", "{op\n @x{y} "),
        ("twee}", "twee"),
        ("twee}, }", "twee}},"),
        ("year = 2018", "year 2018"),
        (",\n  year", "\n  year"),
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(old: str, new: str) -> None:
    assert TWO.count(old) == 1
    assert plain_entries(TWO.replace(old, new)) is None


PIECES = st.sampled_from(
    ["@article{a,", "@b{c,", "x = {", "y={A {B}}", "z = 12", "}", "},", ",", "\n", "{", '"', "\\", "@", "=", "#", "%",
     " ", "\u00a0", "\u2028", "\r", "(", ")", "woord"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12), st.lists(PIECES, max_size=3))
def test_whatever_is_taken_for_plain_the_parser_reads_alike(pieces: list[str], more: list[str]) -> None:
    text = f"@a{{b,\n t = {{{''.join(more)}}}\n}}\n{''.join(pieces)}"
    plain = plain_entries(text)
    if plain is not None:
        report = Report("x")
        assert told(plain) == told(_parsed(text, report))
        assert not report.findings


def test_a_field_that_is_there_twice_in_another_case_is_a_finding(tmp_path: Path) -> None:
    path, report = tmp_path / "references.bib", Report("references.bib")
    path.write_text("@book{a,\n  title = {Een},\n  Title = {Twee}\n}\n", encoding="utf-8")
    assert read_bibliography(path, report)["a"].fields == {"title": "Een"}
    assert [(finding.code, finding.line) for finding in report.findings] == [("E403", 3)]
