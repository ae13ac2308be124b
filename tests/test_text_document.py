"""Documents: real files of every form, made here, read back; and files that cannot be read."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import docx
import pikepdf
import pypandoc
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from ouderevidence.model.errors import DocumentError, EvidenceError
from ouderevidence.text import Document, find_citations, read_document
from ouderevidence.text.blocks import Block, joined
from ouderevidence.text.document import assembled

if TYPE_CHECKING:
    from pathlib import Path

MARKDOWN = """# Inleiding

Thuis telt het meest (Boonk et al., 2018).[^1] Het kost $5 en $6, zie \\@gemeente.

- een punt (Epstein, 2001)
- nog een punt

| Groep | Bron |
|---|---|
| Vaders | Lamb (2010) |

Slot.[^2]

[^1]: Zie ook Bos (2012).
[^2]: Vgl. Dool (2013).

## Literatuur
"""
TYPST = """#set text(lang: "nl", hyphenate: true, size: 11pt)
#set page(paper: "a5", header: [Beleidsplan ouders], footer: context [Pagina #counter(page).display()])
#set par(justify: true)
= Inleiding
"""
TOPICS = ["voorlezen", "spelen", "huisbezoek", "taalcafés", "de overgang naar groep drie", "vaders"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the same text in every form."""
    made = tmp_path_factory.mktemp("documents")
    (made / "plan.md").write_text(MARKDOWN, encoding="utf-8")
    for suffix in ("docx", "html"):
        command = [
            pypandoc.get_pandoc_path(),
            "--from=markdown-citations",
            "-o",
            made / f"plan.{suffix}",
            made / "plan.md",
        ]
        subprocess.run(command, check=True)
    sentence = (
        "Ouders die thuis samen met hun kinderen bezig zijn met {} ondersteunen hun ontwikkeling (Boonk et al., 2018). "
    )
    body = "".join(
        f"\n== Over {topic}\n\n{sentence.format(topic) * 6}#footnote[Zie over {topic} ook Bos (2012).] Dat is alles.\n"
        for topic in TOPICS
    )
    (made / "plan.typ").write_text(TYPST + body, encoding="utf-8")
    (made / "plan.pdf").write_bytes(typst.compile(str(made / "plan.typ")))
    return made


def kinds(document: Document) -> list[tuple[str, int, int | None, str]]:
    return [(p.kind, p.paragraph, p.note, document.text[p.start : p.end]) for p in document.pieces]


@pytest.mark.parametrize("suffix", ["md", "docx", "html"])
def test_markup_is_read_with_its_paragraphs_tables_and_notes(folder: Path, suffix: str) -> None:
    found = kinds(read_document(folder / f"plan.{suffix}"))
    assert [(kind, paragraph, note) for kind, paragraph, note, _ in found] == [
        ("heading", 1, None),
        ("paragraph", 2, None),
        ("note", 2, 1),
        ("item", 3, None),
        ("item", 4, None),
        ("table", 5, None),
        ("paragraph", 6, None),
        ("note", 6, 2),
        ("heading", 7, None),
    ]
    assert found[2][3] == "Zie ook Bos (2012)."
    assert found[5][3] == "Groep | Bron\nVaders | Lamb (2010)"
    assert "$5 en $6, zie @gemeente." in " ".join(found[1][3].split())


@pytest.mark.parametrize("suffix", ["md", "docx", "html"])
def test_citations_in_tables_and_notes_are_found_and_placed(folder: Path, suffix: str) -> None:
    document = read_document(folder / f"plan.{suffix}")
    places = [(m.label, document.piece_at(m.start).place()) for m in find_citations(document.text)]
    assert places == [
        ("Boonk et al., 2018", "alinea 2"),
        ("Bos, 2012", "alinea 2, noot 1"),
        ("Epstein, 2001", "alinea 3"),
        ("Lamb, 2010", "alinea 5"),
        ("Dool, 2013", "alinea 6, noot 2"),
    ]


def test_a_pdf_is_read_without_running_heads_and_page_numbers(folder: Path) -> None:
    document = read_document(folder / "plan.pdf")
    assert document.pieces[-1].page is not None
    assert document.pieces[-1].page >= 3
    assert "Beleidsplan ouders" not in document.text
    assert "Pagina" not in document.text


def test_a_pdf_keeps_its_notes_apart_and_joins_broken_words(folder: Path) -> None:
    document = read_document(folder / "plan.pdf")
    notes = [(p.note, document.text[p.start : p.end]) for p in document.pieces if p.kind == "note"]
    assert notes == [(n, f"Zie over {topic} ook Bos (2012).") for n, topic in enumerate(TOPICS, 1)]
    body = " ".join(document.text.split())
    assert body.count("ondersteunen hun ontwikkeling (Boonk et al., 2018).") == 6 * len(TOPICS)
    assert [m.label for m in find_citations(document.text)].count("Boonk et al., 2018") == 6 * len(TOPICS)


def test_places_in_a_pdf_are_pages(folder: Path) -> None:
    document = read_document(folder / "plan.pdf")
    assert document.piece_at(document.text.index("Inleiding")).place() == "p. 1"
    assert document.piece_at(len(document.text) - 1).place("en").startswith(f"p. {document.pieces[-1].page}")


def test_word_leaves_heads_out_and_keeps_tables(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Kop van elke bladzijde"
    made.add_paragraph("Vaders spelen anders (Lamb, 2010).")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Vaders", "Jeynes (2016)"
    made.save(str(tmp_path / "vaders.docx"))
    document = read_document(tmp_path / "vaders.docx")
    assert document.text == "Vaders spelen anders (Lamb, 2010).\n\nVaders | Jeynes (2016)"


def test_a_notebook_gives_its_text_cells(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["Thuis telt (Boonk et al., 2018)."]},
        {"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": [], "source": ["x = 'Bos (2012)'"]},
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "plan.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    assert read_document(tmp_path / "plan.ipynb").text == "Thuis telt (Boonk et al., 2018)."


def test_half_of_a_pair_of_signs_in_the_head_of_a_notebook_is_shown_as_unreadable(tmp_path: Path) -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": "---\ntitle: \ud800Kop\n---\nThuis telt."}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "plan.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    assert read_document(tmp_path / "plan.ipynb").text == "Thuis telt."


def test_plain_text_is_joined_and_numbered(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes("﻿Eerste onder-\r\nsteuning.\r\n\r\nTweede van Hoover-\r\nDempsey.".encode())
    document = read_document(tmp_path / "plan.txt")
    assert document.text == "Eerste ondersteuning.\n\nTweede van Hoover-Dempsey."
    assert document.piece_at(document.text.index("Tweede")).place() == "alinea 2"


def test_other_encodings_are_read(tmp_path: Path) -> None:
    for encoding in ("utf-16", "cp1252"):
        (tmp_path / "plan.txt").write_bytes("Iliás zei één ding.".encode(encoding))
        assert read_document(tmp_path / "plan.txt").text == "Iliás zei één ding."


def test_the_factsheet_is_read_with_all_its_mentions(factsheet_text: str, tmp_path: Path) -> None:
    (tmp_path / "factsheet.txt").write_text(factsheet_text, encoding="utf-8")
    document = read_document(tmp_path / "factsheet.txt")
    assert len(find_citations(document.text)) == 52
    assert "onderwijsachterstandenbeleid" in document.text
    assert "velocaties" not in document.text


def broken_files(folder: Path) -> dict[str, Path]:
    """Make a file for every reason why one cannot be read."""
    picture = pikepdf.new()
    picture.add_blank_page()
    pixel = pikepdf.Stream(picture, b"\x00", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1,
                           ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
    picture.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=pixel))
    picture.pages[0].Contents = pikepdf.Stream(picture, b"q 100 0 0 100 0 0 cm /I Do Q")
    picture.save(folder / "pictures.pdf")
    blank = pikepdf.new()
    blank.add_blank_page()
    blank.save(folder / "empty.pdf")
    blank.save(folder / "encrypted.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    contents = {
        "broken.pdf": b"%PDF-1.7 nothing",
        "broken.docx": b"PK\x03\x04 nothing",
        "encrypted.docx": b"\xd0\xcf\x11\xe0" + bytes(99),
        "empty.txt": b" \n",
        "empty.html": b"<p></p>",
        "broken.txt": b"a\0b",
        "broken.ipynb": b"{}",
        "pictures.html": b'<p><img src="a.png"></p>',
        "form.pages": b"text",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {path.name: path for path in [*folder.iterdir(), folder / "missing.md"]}


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    files = broken_files(tmp_path)
    assert len(files) == 13
    for name, path in files.items():
        with pytest.raises(DocumentError) as caught:
            read_document(path)
        assert caught.value.reason == name.split(".")[0], name
        assert isinstance(caught.value, EvidenceError)
        assert "; " in str(caught.value)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("onder-\nsteuning", "ondersteuning"),
        ("Hoover-\nDempsey", "Hoover-Dempsey"),
        ("ve-\nlocaties en ve-locaties", "ve-locaties en ve-locaties"),
        ("voor-\nen vroegschool", "voor-\nen vroegschool"),
        ("PO-\nraad", "PO-raad"),
        ("zach\u00ad\nte en har\u00adde", "zachte en harde"),
    ],
)
def test_words_are_joined_as_they_are_written_elsewhere(broken: str, whole: str) -> None:
    assert joined(broken) == whole


@given(st.lists(st.builds(Block, st.text(), st.sampled_from(["paragraph", "note"]), continues=st.booleans())))
def test_pieces_lie_in_order_with_only_white_space_between(blocks: list[Block]) -> None:
    document = assembled("x", blocks)
    assert [document.text[p.start : p.end] for p in document.pieces] == [
        b.text.strip() for b in blocks if b.text.strip()
    ]
    for piece in document.pieces:
        assert document.piece_at(piece.start) == document.piece_at(piece.end - 1) == piece


def test_five_hundred_pages_stay_under_300_megabytes(tmp_path: Path) -> None:
    paragraph = "Ouders doen thuis veel voor hun kinderen, zo blijkt uit onderzoek (Boonk et al., 2018). " * 30
    source = '#set page(paper: "a4")\n' + "\n\n".join(f"Alinea {number}. {paragraph}" for number in range(900))
    (tmp_path / "long.typ").write_text(source, encoding="utf-8")
    (tmp_path / "long.pdf").write_bytes(typst.compile(str(tmp_path / "long.typ")))
    code = (
        "import sys; from ouderevidence.text import read_document; document = read_document(sys.argv[1]);"
        "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'));"
        "print(document.pieces[-1].page, int(peak.split()[1]) // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "long.pdf"], capture_output=True, text=True, check=True
    )
    pages, megabytes = map(int, done.stdout.split())
    assert pages >= 500
    assert megabytes <= 300
