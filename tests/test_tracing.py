"""A text of the factsheet held against the library: the edition that was curated, other extractions, other editions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import typst

import ouderevidence as oe
from ouderevidence.evidence.checks import section_spans
from ouderevidence.evidence.editions import Change, compare, mark
from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.records import SentenceMark
from ouderevidence.products.trace import CATALOGUE
from ouderevidence.text import find_citations, sentences
from ouderevidence.text.blocks import joined
from ouderevidence.text.passages import Index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ouderevidence.products.trace import Trace


@pytest.fixture
def held(library: oe.Library, tmp_path: Path) -> Callable[[str], Trace]:
    """Return a function that holds a text against the curated library."""

    def hold(text: str) -> Trace:
        path = tmp_path / "factsheet.txt"
        path.write_text(text, encoding="utf-8")
        return oe.trace(path, library)

    return hold


def codes(found: Trace) -> list[str]:
    """Return the codes of the findings, sorted."""
    return sorted(finding.code for finding in found.findings)


def sentence_of(text: str, words: str) -> tuple[int, int]:
    """Return the span of the one sentence that starts with words."""
    flat = [(s, e) for s, e in sentences(text) if " ".join(text[s:e].split()).startswith(words)]
    assert len(flat) == 1, words
    return flat[0]


def test_the_edition_that_was_curated_holds_whole(held: Callable[[str], Trace], factsheet_text: str) -> None:
    found = held(factsheet_text)
    assert found.findings == ()
    assert {passage.outcome for passage in found.passages} == {"exact"}
    assert len(found.citations) == 52
    assert all(printed.claims for printed in found.citations)
    assert all(sentence.claims or sentence.reason for sentence in found.sentences)
    assert found.summary.splitlines()[1] == "citations: 52 of 52 printed are linked; the claims have 58 links"


def test_another_extraction_makes_no_difference(held: Callable[[str], Trace], factsheet_text: str) -> None:
    mended = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-z])", "", factsheet_text)  # words broken at line ends joined
    mended = re.sub(r"(?<=\w)-\s*\n\s*(?=[A-Z])", "-", mended)
    paragraphs = re.sub(r"(?<!\n)\n(?!\n)", " ", mended)  # one line a paragraph
    assert codes(held(paragraphs)) == []


def test_a_pdf_of_the_factsheet_makes_no_difference(library: oe.Library, factsheet_text: str, tmp_path: Path) -> None:
    plain = re.sub(r"([#*_$@<>\[\]\\`~=+/-])", r"\\\1", joined(factsheet_text))
    source, path = tmp_path / "factsheet.typ", tmp_path / "factsheet.pdf"
    page = '#set page(paper: "a5", numbering: "1")\n#set text(lang: "nl", hyphenate: true)\n#set par(justify: true)\n'
    source.write_text(page + plain, encoding="utf-8")
    typst.compile(source, output=path)
    found = oe.trace(path, library)
    assert codes(found) == []
    assert len(found.citations) == 52


@pytest.mark.parametrize(
    ("printed", "becomes", "expected"),
    [
        ("Desforges & Abouchaar, 2003", "Desforges & Abouchaar, 2005", ["T203", "T403"]),
        ("Lamb, 2010", "Lamp, 2010", ["T201", "T202", "T403"]),
        ("Hoover-Dempsey & Sandler, 2005", "Hoover-Dempsey & Sandler, 2005; Jansen, 2022", ["T201", "T403"]),
    ],
)
def test_a_changed_citation_gives_its_findings_and_no_others(
    held: Callable[[str], Trace], factsheet_text: str, printed: str, becomes: str, expected: list[str]
) -> None:
    mentions = [
        m for m in find_citations(factsheet_text) if re.sub(r"(-?)\s+", r"\1 ", m.text).replace("- ", "-") == printed
    ]
    start, end = mentions[0].start, mentions[0].end
    assert codes(held(factsheet_text[:start] + becomes + factsheet_text[end:])) == expected


def test_a_citation_taken_out_is_linked_though_not_printed(held: Callable[[str], Trace], factsheet_text: str) -> None:
    text = re.sub(r"Lamb,\s+2010;\s+", "", factsheet_text)
    assert text != factsheet_text
    found = held(text)
    assert codes(found) == ["T202", "T403"]
    assert "'Lamb, 2010' of 'vaderprogrammas-kunnen-betrokkenheid-vergroten'" in str(found.findings)


def test_a_reworded_sentence_is_found_nearly(held: Callable[[str], Trace], factsheet_text: str) -> None:
    start, end = sentence_of(factsheet_text, "Deze programma’s kunnen de betrokkenheid")
    changed = factsheet_text[start:end].replace("kunnen", "zouden", 1)
    found = held(factsheet_text[:start] + changed + factsheet_text[end:])
    assert codes(found) == ["T101", "T403"]
    nearly = next(p for p in found.passages if p.outcome == "nearly")
    assert nearly.claim == "vaderprogrammas-kunnen-betrokkenheid-vergroten"


def test_a_sentence_that_moves_is_said_to_have_moved(held: Callable[[str], Trace], factsheet_text: str) -> None:
    first = sentence_of(factsheet_text, "Een school kan brugfunctionarissen")
    second = sentence_of(factsheet_text, "Dit gebeurt op verschillende plekken")
    assert first[1] < second[0]
    text = factsheet_text[: first[0]] + factsheet_text[first[1] : second[1]] + " " + factsheet_text[slice(*first)]
    assert codes(held(text + factsheet_text[second[1] :])) == ["T404"]


def test_a_new_sentence_is_new_and_not_covered(held: Callable[[str], Trace], factsheet_text: str) -> None:
    _, end = sentence_of(factsheet_text, "Dit gebeurt op verschillende plekken")
    found = held(f"{factsheet_text[:end]} Grootouders brengen vaak een boekje mee.{factsheet_text[end:]}")
    assert codes(found) == ["T301", "T401"]
    assert all("Grootouders brengen vaak een boekje mee" in finding.fact for finding in found.findings)


def test_a_section_that_is_gone_is_one_finding(
    held: Callable[[str], Trace], library: oe.Library, factsheet_text: str
) -> None:
    index = Index.of(factsheet_text)
    spans = section_spans(index, library.factsheets[0])["4.6"]
    text = index.text
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    found = held(text)
    assert codes(found) == ["T104"]
    assert "vaders-ook-belangrijk" in found.findings[0].fact


def test_it_has_to_be_clear_which_factsheet_is_meant(library: oe.Library, tmp_path: Path) -> None:
    path = tmp_path / "tekst.txt"
    path.write_text("Een zin.", encoding="utf-8")
    with pytest.raises(EvidenceError, match="name a factsheet of the library: ouderbetrokkenheid"):
        oe.trace(path, library, factsheet="ouderbetrokkenheit")


def test_every_code_is_in_the_docs() -> None:
    from conftest import ROOT

    said = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    assert all(code in said for code in CATALOGUE)


# -- editions --------------------------------------------------------------------------------------------------------


def marks(words: str) -> list[SentenceMark]:
    return [SentenceMark("1", word) for word in words.split()]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("a b c", "a b c", []),
        ("a b c", "a x c", [Change("reworded", 1, 1)]),
        ("a b c", "a c", [Change("gone", 1, None)]),
        ("a c", "a b c", [Change("new", None, 1)]),
        ("a b c d e", "b c d a e", [Change("moved", 0, 3)]),
        ("a b c", "a x y c", [Change("reworded", 1, 1), Change("new", None, 2)]),
        ("", "a", [Change("new", None, 0)]),
    ],
)
def test_changes_between_editions(before: str, after: str, changes: list[Change]) -> None:
    assert compare(marks(before), marks(after)) == changes


def test_a_fingerprint_is_of_letters_alone() -> None:
    assert mark("1", "Zo wordt het ge-\nzegd: 'goed'.") == mark("1", "Zo wordt het gezegd: “goed”")
    assert mark("1", "Zo niet.") != mark("1", "Zo wel.")
