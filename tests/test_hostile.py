"""Hostile inputs: each ends in a finding or an error that says what to do, in time that grows with the input."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pandas as pd
import pytest

from one_part import _W, word_of
from ouderevidence.citing.csl import csl_item
from ouderevidence.cli.output import Format, show
from ouderevidence.document.housestyle import reference_document
from ouderevidence.document.output import alone, write
from ouderevidence.document.word import completed
from ouderevidence.document.word import reference_document as own_reference
from ouderevidence.evidence.bibliography import read_bibliography
from ouderevidence.evidence.latex import LatexError, decode
from ouderevidence.evidence.places import place
from ouderevidence.evidence.yamlfile import read_yaml
from ouderevidence.library.load import load, packaged, validate
from ouderevidence.model.errors import DocumentError, EvidenceError, OutputError
from ouderevidence.model.findings import Report
from ouderevidence.model.records import Passage
from ouderevidence.products.audit import audit
from ouderevidence.products.audit.draft import Draft, Remarks
from ouderevidence.products.audit.folder import _is_whole, audit_folder
from ouderevidence.products.audit.page import annotated_page
from ouderevidence.products.audit.places import check_places
from ouderevidence.products.brief.record import Record
from ouderevidence.products.curate import curate, new_library
from ouderevidence.products.trace import trace
from ouderevidence.text import find_citations, find_references, read_document, resolve, sentences
from ouderevidence.text.blocks import joined
from ouderevidence.text.limits import check_size
from ouderevidence.text.listed import with_listed
from ouderevidence.text.passages import Index, with_citation
from ouderevidence.text.word import readable

if TYPE_CHECKING:
    from collections.abc import Callable

TOOL = [sys.executable, "-c", "from ouderevidence.cli import main; main()"]
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
        ("noten.md", "[^" * 60 + " woord"),
        ("haken.md", "[" * 20_000 + " woord"),
        ("open.md", "[x " * 3000 + "woord"),
        ("dicht.md", "[x " * 25 + "y]" * 25),
        ("beelden.md", "![x" * 3000),
        ("verwijzingen.md", "x^[a " * 500 + "woord"),
        ("regels.md", "> *a [b\n" * 13),
        ("delen.md", "<span>" * 25 + "woord"),
        ("lijst.md", "- " * 400 + "woord"),
        ("blok.html", "<div>" * 500 + "woord" + "</div>" * 500),
        ("vet.html", "<p>" + "<b>" * 300 + "woord" + "</b>" * 300),
    ],
)
def test_what_is_nested_too_deeply_is_said_at_once(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    with pytest.raises(DocumentError, match=r"100 levels|12 brackets") as caught:
        read_document(path)
    assert caught.value.reason == "deep"
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "text",
    ["[x\n\n" * 30, "> [x\n>\n" * 30, "[1] Bos, A. (2018). [Lezen]. x\n" * 30, "\\[x " * 30, "<span>x</span>" * 30],
)
def test_brackets_that_do_not_stand_within_each_other_are_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert "x" in read_document(tmp_path / "a.md").text


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.html", "<table><tr><td colspan=999999999>x</td></tr></table>", "large"),
        ("a.md", "<a@" * 20_000 + " woord", "slow"),
    ],
)
def test_a_small_text_that_pandoc_takes_much_for_ends_with_an_error(
    name: str, text: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"pandoc (?:needs more than 250 MB|was not done in 2 seconds)") as caught:
        read_document(tmp_path / name)
    assert caught.value.reason in {reason, "slow"}  # the memory is not full as soon everywhere


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


@pytest.mark.parametrize("place", [12, 16, 20, 42])  # sizes and places in the end of a zip file, and of an entry
@pytest.mark.parametrize("value", [b"\xff\xff\xff\x7f", b"\x00\x08\x00\x00", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00"])
def test_a_zip_file_whose_places_lie_ends_in_an_error_of_ours(place: int, value: bytes, tmp_path: Path) -> None:
    data = bytearray(word_of(f'<w:document xmlns:w="{_W}"/>'.encode()))
    start = data.rindex(b"PK\x05\x06") if place < 42 else data.index(b"PK\x01\x02")
    data[start + place : start + place + 4] = value
    for suffix in (".docx", ".odt"):
        (tmp_path / f"a{suffix}").write_bytes(data)
        with pytest.raises(DocumentError):
            read_document(tmp_path / f"a{suffix}")


def test_a_part_of_a_zip_file_that_is_broken_comes_back_as_it_was() -> None:
    data = bytearray(field("PAGE"))
    start = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[start + 42 : start + 46] = b"\xff\xff\xff\x7f"
    assert readable(bytes(data)) == (bytes(data), None)


def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path: Path, library: Path) -> None:
    os.mkfifo(tmp_path / "concept.md")
    with pytest.raises(DocumentError) as caught:
        read_document(tmp_path / "concept.md")
    assert caught.value.reason == "special"
    os.mkfifo(library / SHEET / "claims" / "9-pijp.yml")
    assert "E007" in codes(library)


# -- what a reference manager wrote ----------------------------------------------------------------------------------


def field(instruction: str, data: str = "") -> bytes:
    """Return a Word file with one field."""
    xml = (
        f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f'<w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>(Bos, 2015)</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body></w:document>'
    )
    return word_of(xml.encode())


def in_base_64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "held",
    [
        "[]", "null", '"x"', "1e999", "[" * 5000, '{"Entries": null}', '{"Entries": [1]}', '{"Entries": {"a": 1}}',
        '{"Entries": [null]}', '{"Entries": [{"Reference": 1}]}', '{"Entries": [{"Reference": {"Authors": 1}}]}',
        '{"Entries": [{"Reference": {"Authors": ["a"]}}]}', '{"Entries": "abc"}',
        '{"Entries": [{"Reference": {"Authors": [{"LastName": 1}], "Title": [1], "Doi": {}, "Year": []}}]}',
        '{"citationItems": null}', '{"citationItems": [1]}', '{"citationItems": {"a": 1}}', '{"citationItems": "abc"}',
        '{"citationItems": [{"id": {}, "itemData": {"id": [1], "author": 3}}]}',
    ],
)  # fmt: skip
def test_data_of_a_reference_manager_of_any_shape_are_no_crash(held: str) -> None:
    for made in (
        field(f"ADDIN CitaviPlaceholder{{{in_base_64(held)}}}"),
        word_of(
            f'<w:document xmlns:w="{_W}"><w:body><w:p><w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_'
            f'{in_base_64(held)}"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p></w:body>'
            "</w:document>".encode()
        ),
    ):
        assert readable(made)[1] in {"Citavi", "Mendeley"}


def test_a_citavi_work_with_one_name_of_no_form_keeps_what_is_sound() -> None:
    held = '{"Entries": [{"Reference": {"Authors": [7, {"LastName": "Bos"}], "Title": "Lezen", "Year": 2015}}]}'
    data, _ = readable(field(f"ADDIN CitaviPlaceholder{{{in_base_64(held)}}}"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert '"family": "Bos"' in xml
    assert '"title": "Lezen"' in xml
    assert "[[2015]]" in xml


def test_data_of_endnote_with_signs_that_xml_cannot_hold_are_no_crash() -> None:
    data = f"<w:fldData>{in_base_64('<EndNote>x' + chr(0) + chr(1) + chr(0xFFFE) + '</EndNote>')}</w:fldData>"
    assert readable(field("ADDIN EN.CITE", data))[1] == "EndNote"


# -- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["²", "١", "-1", "1" * 5000])
def test_a_passage_number_that_is_none_is_a_finding(number: str, library: Path) -> None:
    path = sorted((library / SHEET / "claims").glob("*.yml"))[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("passage: 1", f"passage: {number}", 1), encoding="utf-8")
    assert "E007" in codes(library)


# -- time ------------------------------------------------------------------------------------------------------------


def growth(work: Callable[[str], object], text: Callable[[int], str], size: int) -> float:
    """Return how many times more work of the processor four times the input is, the best of two."""

    def seconds(n: int) -> float:
        given = text(n)
        taken = []
        for _ in range(2):
            start = time.process_time()
            work(given)
            taken.append(time.process_time() - start)
        return max(min(taken), 0.02)  # below that the clock tells nothing

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
        (find_references, lambda n: "Literatuur\n\n" + "é" * n + "Jansen, A. (2018). Titel."),
        (find_citations, lambda n: "(Jansen, " + "2011, " * n + "2012)"),
        (find_citations, lambda n: "J. " * n + "Jansen (2012)"),
        (find_citations, lambda n: "(" * n + "Jansen, 2012)"),
        (find_citations, lambda n: "a" * n),
        (lambda text: with_citation(Index.of(text), (0, 13)), lambda n: "Een zin hier. (" + "2001 " * n + "x"),
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(
    work: Callable[[str], object], text: Callable[[int], str]
) -> None:
    assert growth(work, text, 4000) < LINEAR


def test_a_tag_that_is_never_closed_takes_time_that_grows_with_it() -> None:
    def look(text: str) -> None:
        check_size("a.html", ".html", text.encode())

    assert growth(look, lambda n: "<" + "h1" * n, 4000) < LINEAR


@pytest.mark.parametrize(
    "text",
    [
        lambda n: f"<w:p>{'</w:instrText>' * n}</w:p>",
        lambda n: f"<w:p>{'instr' * n}</w:p>",
        lambda n: f"<w:p><w:r w:instr{' ' * 4 * n}></w:r></w:p>",
        lambda n: f"<w:p><w:r><w:rPr>{'<w:vanish/>' * n}</w:rPr>{'<w:t>x</w:t>' * n}</w:r></w:p>",
        lambda n: f"<w:p>{'<w:fldSimple><w:r/></w:fldSimple>' * 6 * n}</w:p>",
        lambda n: "<w:p><w:txbxContent><w:p/></w:txbxContent></w:p>" * n,
    ],
)
def test_a_word_file_of_one_thing_many_times_takes_time_that_grows_with_it(text: Callable[[int], str]) -> None:
    head = f'<w:document xmlns:w="{_W}"><w:body>'
    assert growth(lambda given: readable(word_of(f"{head}{given}</w:body></w:document>".encode())), text, 2000) < LINEAR


@pytest.mark.parametrize("command", ["\\%", "\\emph{echt}"])
def test_a_long_field_with_one_command_is_read_at_once(command: str) -> None:
    field = "Ouders lezen thuis veel voor, en dat helpt. " * 5000
    start = time.process_time()
    assert decode(field + command) == field + {"\\%": "%"}.get(command, "echt")
    assert time.process_time() - start < 0.5  # a sign at a time it took some seconds


def test_more_commands_of_latex_than_can_be_read_are_a_finding_and_their_words_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    field = "\\emph{lang} " * 200
    path.write_text("".join(f"@book{{a{n},\n  title = {{{field}}}\n}}\n" for n in range(60)), encoding="utf-8")
    report = Report("references.bib")
    start = time.process_time()
    read = read_bibliography(path, report)
    assert time.process_time() - start < 0.5
    assert [(finding.code, finding.line) for finding in report.findings] == [("E401", 1)]
    assert read["a59"].fields["title"] == ("lang " * 200).strip()
    with pytest.raises(LatexError) as told:
        decode(field * 60)
    assert told.value.text == read["a0"].fields["title"] + " lang" * 200 * 59
    with pytest.raises(LatexError):
        decode("\\o " + "${x} " * 20_000)
    with pytest.raises(LatexError):
        decode("\\o " + "}" * 60_000)


@pytest.mark.parametrize("end", ["", "}" * 18])
def test_accents_within_accents_are_refused_and_their_words_kept(end: str) -> None:
    start = time.process_time()
    with pytest.raises(LatexError) as told:
        decode(r"\v{" * 18 + "Čapek" + end)
    assert told.value.text == "Čapek"
    assert time.process_time() - start < 0.5
    assert decode(r"{{\emph{{\v{C}apek}}}}") == "Čapek"


def test_a_page_of_many_remarks_is_written_in_time_that_grows_with_them(tmp_path: Path) -> None:
    path = tmp_path / "concept.txt"
    found = {}
    listed = "Literatuur\n\nMol, A. (2011). Een boek. Uitgever.\n\nPol, B. (2012). Nog een boek. Uitgever.\n"
    for count in (400, 1600):
        cited = (f"Bos{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} ({2000 + n % 20}) zag dat.\n\n" for n in range(count))
        path.write_text("".join([*cited, listed]), encoding="utf-8")
        found[str(count)] = audit(path, load())
    assert growth(lambda count: annotated_page(found[count]), str, 400) < LINEAR


def test_quotations_without_a_place_are_looked_for_in_time_that_grows_with_them(tmp_path: Path) -> None:
    drafts = {}
    for count in (150, 600):
        names = [f"Bos{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(count)]
        words = "ouders die thuis veel voorlezen vergroten de woordenschat van"
        quoted = "".join(f"Zo is het: “{words} {name}” ({name}, 2018).[^{name}]\n\n" for name in names)
        notes = "".join(f"[^{name}]: Meer hierover staat elders.\n\n" for name in names)
        listed = "".join(f"{name}, A. (2018). Een titel over lezen met kinderen. Uitgever.\n\n" for name in names)
        path = tmp_path / f"{count}.md"
        path.write_text(f"{quoted}{notes}# Literatuur\n\n{listed}", encoding="utf-8")
        draft = Draft(read_document(path), load(), None, "nl")
        assert len(draft.entries) == count
        drafts[str(count)] = draft

    def look(count: str) -> None:
        remarks = Remarks(drafts[count].document, "nl")
        check_places(drafts[count], remarks)
        assert f"zo {count} keer" in remarks.found[0].fact

    assert growth(look, str, 150) < LINEAR


def test_sentences_of_one_paragraph_are_told_from_headings_in_time_that_grows_with_them(tmp_path: Path) -> None:
    drafts = {}
    for count in (5000, 20_000):
        path = tmp_path / f"{count}.txt"
        path.write_text("Kop\n\n😀 " + "Lezen helpt een kind. Zo is het ook thuis. " * count, encoding="utf-8")
        drafts[str(count)] = Draft(read_document(path), load(), None, "nl")
        places = [start for start, _ in drafts[str(count)].sentences]
        assert len(places) >= 2 * count

    def told(count: str) -> list[bool]:
        draft = drafts[count]
        return [draft.is_heading(draft.piece(start)) for start, _ in draft.sentences]

    assert growth(told, str, 5000) < LINEAR


def test_what_a_list_of_one_year_proves_is_found_in_time_that_grows_with_it() -> None:
    held = {}
    for count in (250, 1000):
        names = ["".join("abcdefghij"[n // ten % 10] for ten in (100, 10, 1)) for n in range(count)]
        cited = "".join(f"Lezen helpt (wet van {name.capitalize()}, 2015).\n\n" for name in names)
        held[str(count)] = (
            cited,
            find_references("Literatuur\n\n" + "".join(f"{n.capitalize()}, A. (2015). Titel.\n\n" for n in names)),
        )
        assert len(held[str(count)][1]) == count

    def proven(count: str) -> int:
        text, entries = held[count]
        return len(with_listed(text, (), entries, outside=lambda _: True))

    assert proven("250") == 250
    assert growth(proven, str, 250) < LINEAR


def test_names_that_all_look_alike_are_resolved_in_time_that_grows_with_them() -> None:
    def texts(count: int) -> tuple[str, str]:
        numbers = ["".join("abcdefgh"[n >> shift & 7] for shift in (9, 6, 3, 0)) for n in range(count)]
        cited = "".join(f"Lezen helpt (Abcd{number}{'xy'[at % 2]}, 2015).\n\n" for at, number in enumerate(numbers))
        return cited, "Literatuur\n\n" + "".join(f"Abcd{n}x, A. (2015). Titel. Uitgever.\n\n" for n in numbers)

    found = {}
    for count in (250, 1000):
        cited, listed = texts(count)
        found[str(count)] = find_citations(cited), find_references(listed)
        assert [len(each) for each in found[str(count)]] == [count, count]
    assert {one.status for one in resolve(*found["250"])[::2]} == {"exact"}
    assert growth(lambda count: resolve(*found[count]), str, 250) < LINEAR


def test_a_text_that_is_not_the_factsheet_is_traced_in_time_that_grows_with_it(tmp_path: Path) -> None:
    library = load()
    words = "De gemeente werkt samen met scholen en ouders aan een sterke basis voor kinderen, en dat vraagt om tijd. "

    def run(text: str) -> object:
        path = tmp_path / "ander.txt"
        path.write_text(text, encoding="utf-8")
        return trace(path, library)

    assert growth(run, lambda n: words * (n // len(words)), 10_000) < LINEAR


def test_a_passage_whose_ends_stand_in_a_text_many_times_is_looked_for_in_time_that_grows_with_it() -> None:
    passage = Passage("1", "Lees elke dag", "voor thuis")

    def find(text: str) -> object:
        return place(Index.of(text), passage, [])

    assert growth(find, lambda n: "Voor thuis geldt: lees elke dag. " * n, 400) < LINEAR


# -- values that cannot be -------------------------------------------------------------------------------------------

CLAIMS = f"{SHEET}/claims/1-begrip.yml"


@pytest.mark.parametrize(
    ("name", "line", "put", "code"),
    [
        (f"{SHEET}/factsheet.yml", r"^as_of:.*", "as_of: 9999-12-31", "E107"),
        (CLAIMS, r"^    nl: .*", '    nl: "\ufe0f"', "E105"),  # a sign that chooses the form of the one before it
        (CLAIMS, r"^    nl: .*", '    nl: "\u3164"', "E105"),  # a letter that is drawn as nothing
        (CLAIMS, r"^    nl: .*", '    nl: "\u0301"', "E105"),  # an accent without its letter
        (CLAIMS, r"^    nl: .*", '    nl: "Thuis\U000e0041\U000e0042 telt."', "E113"),  # words that nobody sees
        (CLAIMS, r"^    nl: .*", '    nl: "Thuis\ufff9 telt."', "E113"),
        ("references.bib", r"^  title =", "  month = 13,\n  title =", "E107"),
        ("references.bib", r"^  title =", "  url = {https://nji.nl@example.org/},\n  title =", "E107"),
        ("references.bib", r"^  title =", "  crossref = {elders},\n  title =", "W508"),  # what it would add is not read
    ],
)
def test_a_value_that_cannot_be_is_told(name: str, line: str, put: str, code: str, library: Path) -> None:
    path = library / name
    text = path.read_text(encoding="utf-8")
    before = codes(library)
    changed = re.sub(line, lambda _: put, text, count=1, flags=re.MULTILINE)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    assert code in codes(library) - (before - {"W508"})


def test_an_edition_that_is_no_file_is_told(library: Path) -> None:
    path = library / SHEET / "edition.yml"
    path.unlink()
    assert "E007" not in codes(library)
    os.mkfifo(path)
    assert "E007" in codes(library)


@pytest.mark.parametrize(
    ("month", "day"), [("13", "1"), ("9" * 5000, "1"), ("5", "9" * 5000), ("²", "²"), ("mei", "32")]
)
def test_a_month_or_a_day_that_is_none_is_left_out_of_a_date(month: str, day: str) -> None:
    work = replace(load().work("boonk2018"), fields={"title": "T", "month": month, "day": day})
    (issued,) = csl_item(work)["issued"]["date-parts"]
    assert issued in ([2018], [2018, 5])


# -- a library that is not whole -------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["renamed", "moved", "emptied", "deleted", "folder"])
def test_a_chapter_is_never_lost_without_a_word(how: str, library: Path) -> None:
    claims = library / SHEET / "claims"
    path = claims / "1-begrip.yml"
    if how == "renamed":
        path.rename(path.with_suffix(".yaml"))
    elif how == "moved":
        (library / SHEET / "oud").mkdir()
        path.rename(library / SHEET / "oud" / path.name)
    elif how == "emptied":
        path.write_bytes(b"")
    elif how == "deleted":
        path.unlink()
    else:
        shutil.rmtree(claims)
    assert {"E008", "E309"} & codes(library)


# -- curate ----------------------------------------------------------------------------------------------------------

TEXT = (
    "# 1 Thuis\n\n"
    + "".join(
        f"Ouders die thema {n} bespreken met hun kind zien daar het resultaat van (Bos, {1900 + n}).\n\n"
        for n in range(60)
    )
    + "# Literatuur\n\n"
    + "".join(f"Bos, A. ({1900 + n}). Titel van werk {n}. Uitgever.\n\n" for n in range(60))
)


KILLED = """
import os, signal, sys
from pathlib import Path
from ouderevidence.products.curate import curate
replace = Path.replace
for number, root in enumerate(sys.argv[2:]):
    if os.fork():
        print(os.waitstatus_to_exitcode(os.wait()[1]))
        continue
    written = []
    def counted(self, target):
        if len(written) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        written.append(target)
        return replace(self, target)
    Path.replace = counted
    curate(sys.argv[1], root)
    os._exit(0)
"""


def held(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_run_that_is_killed_is_whole_after_the_next(tmp_path: Path) -> None:
    text = tmp_path / "blad.md"
    text.write_text(TEXT, encoding="utf-8")
    new_library(tmp_path / "heel")
    curate(text, tmp_path / "heel")
    wanted = held(tmp_path / "heel")
    roots = [tmp_path / f"stuk{number}" for number in range(len(wanted))]
    for root in roots:
        new_library(root)
    # In the order of the folders, killed when so many files were written.
    done = subprocess.run([sys.executable, "-c", KILLED, text, *roots], check=True, capture_output=True, text=True)
    ends = [int(line) for line in done.stdout.split()]
    assert ends[0] == -signal.SIGKILL
    assert len(ends) == len(roots)
    for end, root in zip(ends, roots, strict=True):
        if end:
            assert end == -signal.SIGKILL
            curate(text, root)
        assert held(root) == wanted


def test_of_two_runs_at_one_moment_the_second_changes_nothing(tmp_path: Path) -> None:
    text, root = tmp_path / "blad.md", tmp_path / "eigen"
    text.write_text(TEXT, encoding="utf-8")
    new_library(root)
    before = held(root)
    with alone(root), pytest.raises(EvidenceError, match="another run"):
        curate(text, root)
    assert held(root) == before


def test_a_journal_that_points_elsewhere_is_not_carried_out(tmp_path: Path) -> None:
    text, root = tmp_path / "blad.md", tmp_path / "eigen"
    text.write_text(TEXT, encoding="utf-8")
    new_library(root)
    (root / ".curate.json").write_text('{"evidence/../../buiten.yml": "x"}', encoding="utf-8")
    assert "E008" in codes(root)
    with pytest.raises(OutputError, match="delete it"):
        curate(text, root)
    assert not (tmp_path / "buiten.yml").exists()


@pytest.mark.parametrize(
    "journal",
    [
        "[]",
        '""',
        '{"references.bib": 3}',
        '{"references.bib": null}',
        r'{"references.bib": "\ud800"}',
        '{"evidence/%s.yml": ""}' % ("a/" * 200),
    ],
)
def test_a_journal_of_another_form_is_not_carried_out(journal: str, tmp_path: Path) -> None:
    text, root = tmp_path / "blad.md", tmp_path / "eigen"
    text.write_text(TEXT, encoding="utf-8")
    new_library(root)
    before = (root / "references.bib").read_bytes()
    (root / ".curate.json").write_text(journal, encoding="utf-8")
    with pytest.raises(OutputError, match="delete it"):
        curate(text, root)
    assert (root / "references.bib").read_bytes() == before


def broken_house(path: Path, how: str) -> None:
    """Write a house style that is a zip file with its styles, and that cannot be read."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/styles.xml", b"\xff" if how == "no UTF-8" else b"<w:styles>" + b"x" * 99)
        archive.writestr("word/document.xml", b"abc" * 9)
    data = path.read_bytes()
    if how == "no head":
        data = b"XX" + data[2:]
    elif how == "other bytes":
        data = data.replace(b"abcabc", b"abcabd", 1)
    elif how == "a password":
        for mark in (b"PK\x03\x04\x14\0", b"PK\x01\x02\x14\x03\x14\0"):
            data = data.replace(mark + b"\0", mark + b"\1")
    path.write_bytes(data)


@pytest.mark.parametrize("how", ["no UTF-8", "no head", "other bytes", "a password"])
def test_a_house_style_that_cannot_be_unpacked_is_refused(how: str, tmp_path: Path) -> None:
    path = tmp_path / "huisstijl.docx"
    broken_house(path, how)
    with pytest.raises(EvidenceError, match=r"is no Word file; save it as \.docx"):
        completed(reference_document(path))


def house_of(styles: str) -> bytes:
    """Return a house style with other styles."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(own_reference())) as own, zipfile.ZipFile(made, "w") as archive:
        for name in own.namelist():
            archive.writestr(name, f"{styles}</w:styles>" if name == "word/styles.xml" else own.read(name))
    return made.getvalue()


@pytest.mark.parametrize(
    "styles",
    [
        lambda n: '<w:style w:type="paragraph"' + ' w:styleId="a"' * n,
        lambda n: '<w:style w:styleId="a">' * n,
    ],
)
def test_a_house_style_of_one_thing_many_times_takes_time_that_grows_with_it(styles: Callable[[int], str]) -> None:
    assert growth(lambda text: completed(house_of(text)), styles, 2000) < LINEAR


def test_styles_that_a_house_style_lacks_are_put_into_it_once() -> None:
    whole, many = completed(house_of("")), completed(house_of("</w:styles>" * 500))
    assert len(many) < 2 * len(whole)


def test_a_folder_of_briefs_with_a_record_of_names_that_no_file_has_is_written_to(tmp_path: Path) -> None:
    for record in ({"files": {f"{'a' * 300}.md": {"from": "x", "sha256": "y"}}}, {"a" * 300: "x"}):
        (tmp_path / "briefs.json").write_text(json.dumps(record), encoding="utf-8")
        assert Record(tmp_path).clear({}) == []


@pytest.mark.parametrize(
    "record",
    [
        b'{"unread": "\xed\xa0\x80"}',
        rb'{"unread": "\ud800"}',
        b'{"unread": {}}',
        b'{"counts": {"error": "x"}}',
        b'{"counts": {}, "findings": [{"claims": [1]}]}',
        b'{"counts": {}, "findings": [{"words": {}}]}',
    ],
)
def test_a_record_of_an_audit_that_is_of_another_form_is_made_anew(record: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'{"counts": {"error": 1}, "findings": [{"words": null, "claims": ["a"]}]}')
    assert _is_whole(path)
    path.write_bytes(record)
    assert not _is_whole(path)


# -- outputs ---------------------------------------------------------------------------------------------------------


def test_a_link_is_followed_and_the_permissions_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "echt.md", tmp_path / "link.md"
    target.write_bytes(b"oud")
    target.chmod(0o640)
    link.symlink_to(target)
    write(link, b"nieuw")
    assert link.is_symlink()
    assert target.read_bytes() == b"nieuw"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_pipe_a_read_only_file_a_broken_link_and_a_long_name_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.md")
    (tmp_path / "dicht.md").write_bytes(b"oud")
    (tmp_path / "dicht.md").chmod(0o444)
    (tmp_path / "los.md").symlink_to(tmp_path / "nergens" / "x.md")
    for name in ("pijp.md", "dicht.md", "los.md", "x" * 300 + ".md", "nul\0.md", "nul\0/x.md"):
        with pytest.raises(OutputError):
            write(tmp_path / name, b"nieuw")
    assert (tmp_path / "dicht.md").read_bytes() == b"oud"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_table_in_every_form_holds_no_formula_and_no_escape(capsys: pytest.CaptureFixture[str]) -> None:
    frame = pd.DataFrame({"a": ["=1+1", "\x1b]0;weg\x07 \u202ex"]})
    for form in Format:
        show(frame, form, index=False)
        said = capsys.readouterr().out
        assert "\x1b" not in said
        assert "\u202e" not in said or form in {Format.CSV, Format.JSON}
    show(frame, Format.CSV, index=False)
    assert "'=1+1" in capsys.readouterr().out


def test_a_full_output_ends_with_one_line() -> None:
    if not Path("/dev/full").exists():
        assert not os.environ.get("CI"), "there is no /dev/full, and with CI nothing skips"
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*TOOL, "terms"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_argument_that_is_no_utf8_ends_with_one_line() -> None:
    done = subprocess.run([*TOOL, "show", b"\xff\xfe"], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("left", [b"", b'{"counts": {"err', b"[]", b'{"counts": {"other": 1}}', b'{"findings": [1]}'])
def test_a_record_that_is_cut_off_or_foreign_is_made_anew(left: bytes, tmp_path: Path) -> None:
    (tmp_path / "concepten").mkdir()
    (tmp_path / "concepten" / "a.md").write_text("Thuis telt (Jansen, 2018).", encoding="utf-8")
    library = load()
    first = audit_folder(tmp_path / "concepten", library, tmp_path / "uit")
    record = next((tmp_path / "uit" / "per-concept").iterdir())
    record.write_bytes(left)
    assert audit_folder(tmp_path / "concepten", library, tmp_path / "uit") == first


@pytest.mark.parametrize("part", ["word/settings.xml", "word/styles.xml", "docProps/core.xml"])
def test_a_part_that_is_not_well_formed_stops_an_annotation_with_an_error(part: str, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Thuis telt (Jansen, 2018).")
    document.save(str(tmp_path / "heel.docx"))
    with zipfile.ZipFile(tmp_path / "heel.docx") as before, zipfile.ZipFile(tmp_path / "stuk.docx", "w") as after:
        for name in before.namelist():
            after.writestr(name, b"<a><b></a>" if name == part else before.read(name))
    try:
        audit(tmp_path / "stuk.docx", load()).annotate(tmp_path / "uit.docx")
    except EvidenceError:
        assert not (tmp_path / "uit.docx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on open files")
def test_without_room_for_another_file_the_remedy_is_the_right_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Thuis telt (Jansen, 2018).", encoding="utf-8")
    for number in (8, 10):
        limited = f'ulimit -n {number}; exec "$0" "$@"'
        done = subprocess.run(
            ["bash", "-c", limited, *TOOL, "audit", tmp_path / "a.md"], capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr
        assert "install" not in done.stderr
