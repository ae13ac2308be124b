"""What real files hold: each kind of input that the audit once failed on, with two more of its kind."""

from __future__ import annotations

import base64
import html
import json
import re
import subprocess
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pypandoc
import pytest
import typst
import yaml
from docx.oxml import parse_xml

import ouderevidence as oe
from ouderevidence.citing.match import match
from ouderevidence.evidence.bibliography import read_bibliography
from ouderevidence.model.findings import Report
from ouderevidence.products.curate.sources import Sources
from ouderevidence.text import find_citations, find_references, read_document
from ouderevidence.text.laws import find_laws
from ouderevidence.text.name_forms import introduced

if TYPE_CHECKING:
    from ouderevidence.evidence.bibliography import Entry
    from ouderevidence.model.records import Name

CASES = yaml.safe_load((Path(__file__).parent / "data" / "field.yml").read_text(encoding="utf-8"))
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIST = "\n\nLiteratuur\n\n"


def audited(place: Path, text: str, library: oe.Library, form: str = "txt") -> Any:
    path = place / f"stuk.{form}"
    path.write_text(text, encoding="utf-8")
    return oe.audit(path, library)


def codes(found: Any, *, form: bool = False) -> list[str]:
    """Return the codes of an audit: those on form, or those on citations and the list."""
    return [one.code for one in found.findings if one.code.startswith("A20" if form else "A1")]


@pytest.mark.parametrize("case", CASES, ids=[case["kind"] for case in CASES])
def test_what_real_files_hold_is_read_as_people_mean_it(
    case: dict[str, Any], library: oe.Library, tmp_path: Path
) -> None:
    text = case["text"]
    if "cites" in case:
        assert [mention.label for mention in find_citations(text)] == case["cites"]
    if "entries" in case:
        found = [[*(name.full_family for name in entry.authors), entry.year] for entry in find_references(text)]
        assert found == case["entries"]
    if "codes" in case:
        found_there = audited(tmp_path, text, library, case["form"])
        assert codes(found_there) == case["codes"], found_there.rows()
        if "forms" in case:
            assert codes(found_there, form=True) == case["forms"]


@pytest.mark.parametrize(
    ("raised", "cited", "found"),
    [(1, "", ["A105"]), (0, "", ["A102"] * 26), (1, "(Aal, 2001) " * 9, ["A102"] * 25)],
)
def test_raised_numbers_are_citations_where_hardly_a_work_is_named(
    raised: int, cited: str, found: list[str], library: oe.Library, tmp_path: Path
) -> None:
    said = " ".join(f"Dit helpt thuis.{number if raised else ''} Ook dat" for number in range(1, 12))
    names = [f"A{letter}l" for letter in "abcdefghijklmnopqrstuvwxyz"]
    entries = "\n\n".join(f"{name}, A. (2001). Titel {name}. U." for name in names)
    assert codes(audited(tmp_path, f"{said} {cited}{LIST}{entries}\n", library)) == found


def test_a_work_cited_in_another_says_in_which() -> None:
    first, second = find_citations("Dit is oud (Spol in Zuns, 2010, p. 12).")
    assert (first.cited_in, second.cited_in) == ("Zuns, 2010, p. 12", None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Het Koninklijk Besluit (1998) gold.", [("act", "Koninklijk Besluit (1998)")]),
        ("Zie het (Koninklijk Besluit, 1998).", [("act", "Koninklijk Besluit, 1998")]),
        ("het Koninklijk Besluit van 3 mei 1998", [("act", "Koninklijk Besluit van 3 mei 1998")]),
        ("de motie Van Holen c.s. gaat voor", [("paper", "motie Van Holen c.s.")]),
        ("de Motie-De Beuk (2019)", [("paper", "Motie-De Beuk (2019)")]),
        ("Het amendement Olm is aangenomen.", [("paper", "amendement Olm")]),
        ("De Kamerbrief (2020) en (Kamerbrief, 2021)", [("paper", "Kamerbrief (2020)"), ("paper", "Kamerbrief, 2021")]),
        ("de kamerbrief van 3 mei 2020", [("paper", "kamerbrief van 3 mei 2020")]),
        ("Kamerbrief Basisvaardigheden (2022)", [("paper", "Kamerbrief Basisvaardigheden (2022)")]),
        ("the Children and Homes Act 2014", [("act", "Children and Homes Act 2014")]),
        ("The Reading Act (2001) and the Equal Homes Act", [("act", "Reading Act (2001)"), ("act", "Equal Homes Act")]),
        ("(No Pupil Unread Act of 2015)", [("act", "No Pupil Unread Act of 2015")]),
        ("(see the Schools Act, 1996)", [("act", "Schools Act, 1996")]),
        ("Act now: it is an Act of Kindness. Een motie is geen wet. Motie van wantrouwen.", []),
    ],
)  # fmt: skip
def test_royal_decrees_motions_letters_and_english_acts_are_found_as_laws(
    text: str, named: list[tuple[str, str]]
) -> None:
    assert [(law.kind, law.text) for law in find_laws(text)] == named


def test_laws_are_mentions_of_their_own_kind() -> None:
    text = (
        "Volgens artikel 167 WPO en art. 8, eerste lid, van de Wpo (Stb. 2010, 296; Kamerstuk 31 293, nr. 7), "
        "de Wet OKE, BWBR0003420, ECLI:NL:HR:2019:376 en de (Regeling uitkering achterstanden, 2023)."
    )
    assert [law.kind for law in find_laws(text)] == [
        "article", "article", "gazette", "paper", "act", "number", "case", "act",
    ]  # fmt: skip
    assert all(text[law.start : law.end] == law.text for law in find_laws(text))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Handelingen II 2018/19, 45, item 7", "paper"), ("Kamerstukken II 2019-2020, 31 293, nr. 512, p. 3", "paper"),
        ("LJN BK1234", "case"), ("CAO PO 2022-2023", "act"), ("EU-richtlijn 2016/679", "number"),
        ("Richtlijn 95/46/EG", "number"), ("Regeling voorschoolse educatie 2021", "act"),
        ("Decreet basisonderwijs, 1997", "act"), ("Participatiedecreet, 2004", "act"),
        ("artikel 3, eerste lid, van de Wet op het primair onderwijs", "article"),
        ("WPO, art. 167 lid 1 sub a", "article"), ("artikel 10 van de Asv 2016", "article"), ("Wmo 2015", "act"),
        ("Wet PO artikel 12 en 13", "article"), ("Wet van 3 mei 2010", "act"), ("Wet Oké", "act"),
        ("Nadere regels subsidie peuteropvang 2023", "act"), ("Subsidieverordening Ouders 2019-2022", "act"),
        ("Algemene subsidieverordening gemeente Ede 2014", "act"), ("motie-Mol/Pol", "paper"),
        ("Kamerstukken II, vergaderjaar 2020-2021, 35 999, nr. 2", "paper"),
    ],
)  # fmt: skip
def test_a_law_is_found_whole_in_each_form_it_is_printed_in(said: str, kind: str) -> None:
    (law,) = find_laws(f"Zo staat het daar ({said}).")
    assert (law.text, law.kind) == (said, kind)


def test_the_summary_counts_laws(library: oe.Library, tmp_path: Path) -> None:
    said = audited(tmp_path, "Volgens artikel 167 WPO (Stb. 2010, 296) moet het.", library).summary
    assert "wetten en officiële stukken: 2 (wetsartikel 1, Staatsblad of Staatscourant 1)" in said


def test_an_audit_says_first_that_the_list_may_not_have_been_read(library: oe.Library, tmp_path: Path) -> None:
    cited = "; ".join(f"{name}, 2015" for name in ("Mol", "Pol", "Rol", "Sol", "Tol"))
    found = audited(tmp_path, f"Zo is het ({cited}).{LIST}Mol, A. (2015). Titel. Uitgever.\n", library)
    assert found.findings[0].code == "A106"
    assert "4 van de 5" in found.findings[0].fact
    assert "Mol, A. (2015)" in found.findings[0].fact


@pytest.mark.parametrize(
    "unit", ["Mol, A. (2015). T.\n", "Mol, A. & \n", "Aa Bb Cc (Ee) ", "A", "Wet op ", "- ", "1. ", "A."]
)
def test_lists_laws_and_abbreviations_take_time_in_step_with_the_text(unit: str) -> None:
    def once(text: str) -> float:
        start = time.process_time()
        find_references(text)
        find_laws(text)
        introduced(text)
        return time.process_time() - start

    def seconds(size: int) -> float:
        text = "Literatuur\n\n" + unit * (size // len(unit))
        return min(once(text) for _ in range(3))  # a busy machine is only ever slower

    assert seconds(8_000) <= 8 * max(seconds(2_000), 0.02)


UNFORMATTED = (
    "Dit helpt {Mol, 2015 #1} en dat ook {Pol, 2016 #22@23-25; Rol, 2017a #3}, {zie \\Sol, 2018 #4} {Mol 2015 #2: 12}."
    "\n\n"
    "Literatuur\n\nMol, A., & Bol, B. (2015). Titel een. U.\n\nMol, A. (2015). Iets anders. U.\n\n"
    "Pol, B. (2016). Titel. U.\n\nRol, C., Bol, B., & Dol, D. (2017a). Titel. U.\n\nSol, D. (2018). Titel. U.\n"
)


def test_citations_that_a_program_is_still_to_format_get_one_remark_and_none_on_their_form(
    library: oe.Library, tmp_path: Path
) -> None:
    found = [one for one in audited(tmp_path, UNFORMATTED, library).findings if one.code < "A3"]
    assert [(one.code, one.words) for one in found] == [("A115", "{Mol, 2015 #1}")]
    assert "4 plekken" in found[0].fact
    assert "EndNote" in found[0].remedy


@pytest.mark.parametrize("said", ["Een verzameling {a, 2018} of {Mol 2015}, kanaal #12.", "Kleur {x, 2015 #fff}."])
def test_braces_of_another_kind_are_no_citations_to_format(said: str, library: oe.Library, tmp_path: Path) -> None:
    assert "A115" not in codes(audited(tmp_path, said, library))


# -- PDF -------------------------------------------------------------------------------------------------------------


def test_a_foot_with_a_date_and_a_time_is_no_text(tmp_path: Path) -> None:
    paragraph = "Ouders doen thuis veel voor hun kinderen, zo blijkt uit onderzoek van Mol (2015). " * 8
    number = "counter(page).get().first()"
    foot = f'"Stuk_def.indd " + str({number} + 20) + " 12-4-2012 15:4" + str(calc.rem({number}, 10)) + ":43"'
    source = f'#set page(paper: "a5", footer: context [#({foot})])\n' + "\n\n".join([paragraph] * 12)
    (tmp_path / "stuk.typ").write_text(source, encoding="utf-8")
    (tmp_path / "stuk.pdf").write_bytes(typst.compile(str(tmp_path / "stuk.typ")))
    document = read_document(tmp_path / "stuk.pdf")
    assert "indd" not in document.text
    assert document.pieces[-1].page is not None
    assert document.pieces[-1].page >= 3


NUMBER = "counter(page).get().first()"
ROMAN = '#counter(page).display("i")'
NAMES = ["Adel", "Brink", "Cuyp", "Drost", "Eik", "Faas", "Groen", "Hop", "Iep", "Jol", "Kok", "Lam", "Mol", "Nul"]


@pytest.mark.parametrize("edge", ["header", "footer"])
@pytest.mark.parametrize("paragraphs", [2, 7, 20])
@pytest.mark.parametrize(
    "head",
    [
        f"if calc.odd({NUMBER}) [XX Lezen #h(1fr) #{NUMBER}] else [#{NUMBER} #h(1fr) XX Stichting Twee]",
        f"if calc.odd({NUMBER}) [XX Lezen #h(1fr) {ROMAN}] else [{ROMAN} #h(1fr) XX Stichting Twee]",
        f"if calc.odd({NUMBER}) [XX Lezen thuis] else [XX Stichting Twee]",
        f"[XX Lezen thuis #h(1fr) {ROMAN}]",
        f"[#h(1fr) -- {ROMAN} -- ]",
        f'[XX dinsdag #({NUMBER} + 3) #("maart", "april", "mei").at(calc.rem({NUMBER}, 3)) 2014, 10:2#{NUMBER} PM]',
        f'[#("XX een", "XX twee", "XX drie", "XX vier").at(calc.rem({NUMBER}, 4)) #h(1fr) #({NUMBER} + 20)]',
    ],
)
def test_running_heads_that_differ_from_page_to_page_are_no_text(
    head: str, paragraphs: int, edge: str, tmp_path: Path
) -> None:
    words = re.findall(
        r"\w+", "Ouders lezen thuis voor, dat helpt later op school: daar leest men meer boeken met veel woorden."
    )
    said = [" ".join(words[(n * k) % 17] for k in range(1, 80)) + "." for n in range(1, 21)]
    listed = [f"{name}, P. (20{number + 10}). Titel over het lezen van ouders thuis. Uitgever." for number, name in
              enumerate(NAMES)]  # fmt: skip
    body = "\n\n".join([*(f"Deel {n}: {one}" for n, one in enumerate(said[:paragraphs])), "= Literatuur", *listed])
    (tmp_path / "stuk.typ").write_text(f'#set page(paper: "a6", {edge}: context [#({head})])\n{body}', encoding="utf-8")
    (tmp_path / "stuk.pdf").write_bytes(typst.compile(str(tmp_path / "stuk.typ")))
    document = read_document(tmp_path / "stuk.pdf")
    assert document.pieces[-1].page is not None
    assert document.pieces[-1].page >= 3
    held = document.text.splitlines()
    assert [line for line in held if "XX" in line or line.strip("-– ") in {"i", "ii", "iii", "iv"}] == []
    assert [entry.authors[0].family for entry in find_references(document.text)] == NAMES
    assert [n for n in range(paragraphs) if f"Deel {n}: " not in document.text] == []


def test_what_stands_once_at_the_edge_of_a_page_stays(tmp_path: Path) -> None:
    parts = ["1 Doel van het stuk", "2 Vragen aan ouders", "3 Wat er volgt"]
    said = "Ouders doen thuis veel voor hun kinderen, zegt Mol (2015). " * 3
    source = "#pagebreak()\n".join(f"{part}\n\n{said}\n\nSlot van deel {part[2:]}\n\n" for part in parts)
    (tmp_path / "stuk.typ").write_text(f'#set page(paper: "a6")\n{source}', encoding="utf-8")
    (tmp_path / "stuk.pdf").write_bytes(typst.compile(str(tmp_path / "stuk.typ")))
    text = read_document(tmp_path / "stuk.pdf").text
    assert [part for part in parts if part not in text or f"Slot van deel {part[2:]}" not in text] == []


def test_hanging_entries_of_a_pdf_are_told_by_their_left_edge(tmp_path: Path) -> None:
    entries = [
        "Platform Samen Lezen. Verslag van een jaar vol boeken en gesprekken in de wijk, met foto’s. 2011.",
        "Stichting De Brug. Wat ouders zeggen over de school en wat de school daarvan hoort en er dan mee doet. 2012.",
        "Vereniging Kind en Boek. Een halve eeuw voorlezen in het gezin, verteld door wie erbij was. Derde druk. 2013.",
    ]
    body = "\n\n".join(f"#par(hanging-indent: 2em)[{entry}]" for entry in entries)
    source = f'#set page(paper: "a6")\n#set par(spacing: 0.65em)\nLiteratuur\n\n{body}\n'
    (tmp_path / "stuk.typ").write_text(source, encoding="utf-8")
    (tmp_path / "stuk.pdf").write_bytes(typst.compile(str(tmp_path / "stuk.typ")))
    document = read_document(tmp_path / "stuk.pdf")
    held = [" ".join(document.text[p.start : p.end].split()) for p in document.pieces]
    assert held[1:] == entries


@pytest.mark.parametrize("body", [1, 0])
def test_a_line_with_a_number_in_a_list_in_small_type_begins_no_note(body: int, tmp_path: Path) -> None:
    said = "Ouders doen thuis veel voor hun kinderen, zo blijkt uit onderzoek van Adel (2011). " * 30
    entries = [f"{name}, P. (20{n + 10}). Thuis lezen met ouders. Uitgever." for n, name in enumerate(NAMES[:8])]
    entries[4] = "Eik, P. (2014). Leren in de tijd van COVID-\\\n19 in kleine scholen. Uitgever."
    listed = "\n\n".join(["Literatuur", *entries])
    source = (
        f'#set page(paper: "a6")\n#set text(size: 11pt)\n{said}\n{"" if body else "#pagebreak()"}\n\n'
        f"#set text(size: 8pt)\n{listed}"
    )
    (tmp_path / "stuk.typ").write_text(source, encoding="utf-8")
    (tmp_path / "stuk.pdf").write_bytes(typst.compile(str(tmp_path / "stuk.typ")))
    document = read_document(tmp_path / "stuk.pdf")
    assert [piece for piece in document.pieces if piece.kind == "note"] == []
    assert [entry.authors[0].family for entry in find_references(document.text)] == NAMES[:8]


def test_the_numbers_of_the_lines_of_a_manuscript_are_no_text(tmp_path: Path) -> None:
    paragraph = "Ouders doen thuis veel voor hun kinderen, zo blijkt uit onderzoek van Mol (2015). " * 12
    body = "\n\n".join(
        [paragraph, "= References", "Mol, A. (2015). Titel. Uitgever.", "Pol, B. (2016). Titel. Uitgever."]
    )
    (tmp_path / "stuk.typ").write_text(
        f'#set page(paper: "a5")\n#set par.line(numbering: "1")\n{body}', encoding="utf-8"
    )
    (tmp_path / "stuk.pdf").write_bytes(typst.compile(str(tmp_path / "stuk.typ")))
    references = find_references(read_document(tmp_path / "stuk.pdf").text)
    assert [entry.key for entry in references] == ["mol2015", "pol2016"]


# -- pages and other forms -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hidden",
    [
        "<nav>Zie (Foot, 2011)</nav>",
        "<footer><p>Baz (2020)</p></footer>",
        '<div style="display:none">(Hid, 2011)</div>',
        "<p>Zo <span style='display: none'>(Hid, 2012)</span></p>",
        "<div hidden>(Hid, 2013)</div>",
        '<div role="navigation">(Foot, 2014)</div>',
    ],
)
def test_what_a_page_does_not_show_or_puts_beside_the_text_is_left_out(hidden: str, tmp_path: Path) -> None:
    page = f"<html><body>{hidden}<p>Zie (Mol, 2015).</p></body></html>"
    (tmp_path / "stuk.html").write_text(page, encoding="utf-8")
    text = read_document(tmp_path / "stuk.html").text
    assert [mention.label for mention in find_citations(text)] == ["Mol, 2015"]


@pytest.mark.parametrize("form", ["odt", "rtf"])
def test_other_word_processors_are_read(form: str, library: oe.Library, tmp_path: Path) -> None:
    (tmp_path / "stuk.md").write_text(
        "Zie (Mol, 2015).\n\n# Literatuur\n\nMol, A. (2015). Titel. U.\n", encoding="utf-8"
    )
    command = [pypandoc.get_pandoc_path(), "-s", "-o", tmp_path / f"stuk.{form}", tmp_path / "stuk.md"]
    subprocess.run(command, check=True)
    found = oe.audit(tmp_path / f"stuk.{form}", library)
    assert (codes(found), len(found.citations), len(found.references)) == ([], 1, 1)


# -- Word ------------------------------------------------------------------------------------------------------------


def word(place: Path, body: str, **parts: str) -> Path:
    """Write a Word file with a body of runs, and further parts by name."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    path = place / "stuk.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" Target="word/document.xml"/>'
            "</Relationships>",
        )
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body><w:p>{body}</w:p></w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"customXml/{name}.xml", content)
    return path


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(instruction: str, words: str, data: str = "") -> str:
    said = html.escape(instruction, quote=False)
    held = f"<w:fldData>{data}</w:fldData>" if data else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{held}</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> {said} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(words)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def zotero(year: int, doi: str = "") -> str:
    item = {"id": 1, "type": "book", "title": "Titel", "author": [{"family": "Mol", "given": "An"}],
            "issued": {"date-parts": [[str(year)]]}, "DOI": doi}  # fmt: skip
    cited = {"citationID": "a", "properties": {}, "citationItems": [{"id": 1, "uris": [], "itemData": item}]}
    return "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps(cited)


def test_a_simple_field_keeps_its_words_and_hidden_words_are_left_out(tmp_path: Path) -> None:
    simple = f'<w:fldSimple w:instr="ADDIN EN.CITE">{run("(Jansen, 2015)")}</w:fldSimple>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>(Geheim, 2011)</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> (Mol, 2012)</w:t></w:r>'
    text = read_document(word(tmp_path, run("Zo ") + simple + hidden + shown)).text
    assert text == "Zo (Jansen, 2015) (Mol, 2012)"


def test_a_field_within_the_instruction_of_another_shows_nothing(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = field("ADDIN EN.CITE.DATA", "(Geheim, 2011)")
    said = "<w:r><w:instrText> QUOTE </w:instrText></w:r>"
    nested = mark("begin") + said + inner + mark("separate") + run("(Mol, 2012)") + mark("end")
    within = mark("begin") + said + mark("separate") + run(" en ") + field("QUOTE", "(Pol, 2013)") + mark("end")
    text = read_document(word(tmp_path, run("Zo ") + nested + within)).text
    assert text == "Zo (Mol, 2012) en (Pol, 2013)"


SIMPLE = '<w:fldSimple w:instr=" {} ">{}</w:fldSimple>'.format


@pytest.mark.parametrize(
    "shown",
    [
        SIMPLE("ADDIN ZOTERO_ITEM", run("(Jansen, 2015; Pol &amp; ") + run("Rol, 2016)")),
        SIMPLE(
            "ADDIN Mendeley", f'<w:hyperlink w:anchor="x">{run("(Jansen, 2015; Pol &amp; Rol, 2016)")}</w:hyperlink>'
        ),
        SIMPLE("QUOTE", SIMPLE("ADDIN EN.CITE", run("(Jansen, 2015)")) + run(" en (Pol &amp; Rol, 2016)")),
        SIMPLE("CITATION Jan15", f'<w:smartTag w:element="x">{run("Jansen (2015)")}</w:smartTag>')
        + f'<w:ins w:id="1" w:author="a">{SIMPLE("ADDIN EN.CITE", run(" (Pol &amp; Rol, 2016)"))}</w:ins>',
    ],
)
def test_a_simple_field_keeps_what_is_within_it(shown: str, tmp_path: Path) -> None:
    document = read_document(word(tmp_path, run("Zo ") + shown))
    assert [cited.label for cited in find_citations(document.text)] == ["Jansen, 2015", "Pol & Rol, 2016"]


def test_a_field_that_prints_what_its_program_knows_gets_no_remark(library: oe.Library, tmp_path: Path) -> None:
    found = oe.audit(word(tmp_path, run("Zo ") + field(zotero(2015), "(Mol, 2015)")), library)
    assert "A110" not in codes(found)
    assert found.document.program == "Zotero"


def test_a_field_that_prints_another_year_does(library: oe.Library, tmp_path: Path) -> None:
    (remark,) = [
        r for r in oe.audit(word(tmp_path, field(zotero(2016), "(Mol, 2015)")), library).findings if r.code == "A110"
    ]
    assert remark.fact == "hier staat “Mol, 2015”, de gegevens van Zotero hebben “Mol, 2016”"


def test_a_field_with_the_doi_of_a_work_is_that_work(library: oe.Library, tmp_path: Path) -> None:
    doi = library.work("boonk2018").fields["doi"]
    found = oe.audit(word(tmp_path, field(zotero(2015, doi.upper()), "(Mol, 2015)")), library)
    assert [cited.work for cited in found.citations] == ["boonk2018"]


def test_a_remark_on_a_text_box_stands_at_the_box_and_odd_letters_do_not_lose_a_place(
    library: oe.Library, tmp_path: Path
) -> None:
    shape = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        'Requires="wps"><w:drawing><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:drawing></mc:Choice>'
        "</mc:AlternateContent></w:r>"
    )
    made = docx.Document()
    made.add_paragraph("Dĳk zegt het (Dĳkstra et al 2015).")
    boxed = made.add_paragraph("Een kader: ")
    inside = f"<w:p {WORD}>{shape.format(run('(Mol et al 2016)'))}</w:p>"
    boxed._p.append(parse_xml(inside)[0])
    made.save(str(tmp_path / "stuk.docx"))
    copy = oe.audit(tmp_path / "stuk.docx", library).annotate(tmp_path / "kopie.docx")
    body = docx.Document(str(copy)).element.body
    marks = list(body.iter(f"{W}commentRangeStart"))
    assert marks
    assert not any(True for mark in marks for _ in mark.iterancestors(f"{W}txbxContent"))


@pytest.mark.parametrize("kind", ["old", "new", "both"])
def test_the_words_of_a_text_box_are_read_once_and_in_order(kind: str, tmp_path: Path) -> None:
    entries = [f"{name}, P. ({2011 + n}). Thuis lezen. Uitgever." for n, name in enumerate(NAMES[:4])]
    boxes = []
    for said in (["Literatuur", *entries[:2]], entries[2:]):
        inside = f"<w:txbxContent>{''.join(f'<w:p>{run(one)}</w:p>' for one in said)}</w:txbxContent>"
        space = "urn:schemas-microsoft-com:vml"
        old = f'<w:pict xmlns:v="{space}"><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
        new = f'<mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice>'
        fallback = f"<mc:Fallback>{old}</mc:Fallback>" if kind == "both" else ""
        space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        held = f'<mc:AlternateContent xmlns:mc="{space}">{new}{fallback}</mc:AlternateContent>'
        boxes.append(f"<w:r>{old if kind == 'old' else held}</w:r>")
    text = read_document(word(tmp_path, run("Zie het kader. ") + "".join(boxes))).text
    assert [" ".join(entry.text.split()) for entry in find_references(text)] == entries
    assert text.count("Literatuur") == 1


def test_a_list_in_a_table_with_numbers_is_a_list(tmp_path: Path) -> None:
    said = [
        "| nr | bron |",
        "|---|---|",
        "| 1 | Adel, P. (2011). Thuis. Uitgever. |",
        "| [2] | Gemeente Ede. (z.d.). Ouders. |",
        "| 3. | Cuyp, S. & Drost, K. (2012). School. Uitgever. |",
    ]
    (tmp_path / "stuk.md").write_text("# Literatuur\n\n" + "\n".join(said), encoding="utf-8")
    entries = find_references(read_document(tmp_path / "stuk.md").text)
    assert [entry.key for entry in entries] == ["adel2011", "gemeenteedezd", "cuyp2012"]


def in_parts(instruction: str, words: str) -> str:
    """Return a field whose instruction Word has cut over runs."""
    whole = field(instruction, words)
    said = html.escape(f" {instruction} ", quote=False)
    between = '</w:instrText></w:r><w:r><w:instrText xml:space="preserve">'
    return whole.replace(said, between.join(said[at : at + 7] for at in range(0, len(said), 7)))


@pytest.mark.parametrize(
    "instruction",
    [
        "ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", "ADDIN EN.REFLIST", "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY",
        "BIBLIOGRAPHY \\l 1043", "ADDIN CitaviBibliography",
    ],
)  # fmt: skip
@pytest.mark.parametrize("cut", [False, True])
def test_a_list_that_a_program_wrote_is_read(instruction: str, cut: bool, tmp_path: Path) -> None:
    first, second = (f"{name}, A. (2015). Een titel. Uitgever." for name in ("Mol", "Pol"))
    made = in_parts(instruction, first) if cut else field(instruction, first)
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    listed = f"{made.removesuffix(end)}</w:p><w:p>{run(second)}{end}"
    text = read_document(word(tmp_path, f"{run('Literatuur')}</w:p><w:p>{listed}")).text
    assert [entry.text for entry in find_references(text)] == [first, second]


def test_an_instruction_cut_over_runs_tells_its_program(library: oe.Library, tmp_path: Path) -> None:
    found = oe.audit(word(tmp_path, in_parts(zotero(2016), "(Mol, 2015)")), library)
    assert (found.document.program, "A110" in codes(found)) == ("Zotero", True)


@pytest.mark.parametrize("year", [2015, 2016])
def test_a_citation_in_a_content_control_of_mendeley_is_read(year: int, library: oe.Library, tmp_path: Path) -> None:
    item = {"id": "a", "type": "book", "title": "Titel", "author": [{"family": "Mol", "given": "An"}],
            "issued": {"date-parts": [[year]]}}  # fmt: skip
    held = base64.b64encode(json.dumps({"citationItems": [{"id": "a", "itemData": item}]}).encode()).decode()
    tag = f'<w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_{held}"/></w:sdtPr>'
    control = f"<w:sdt>{tag}<w:sdtContent>{run('(Mol, 2015)')}</w:sdtContent></w:sdt>"
    found = oe.audit(word(tmp_path, run("Zo ") + control + run(".")), library)
    assert (found.document.text, found.document.program) == ("Zo (Mol, 2015).", "Mendeley")
    assert ("A110" in codes(found)) == (year == 2016)


def by_mendeley(name: str, year: int) -> str:
    """Return the instruction of a citation as Mendeley Desktop writes it: the first work of each is called ITEM-1."""
    item = {"id": "ITEM-1", "type": "book", "title": f"Titel {name}", "author": [{"family": name, "given": "An"}],
            "issued": {"date-parts": [[str(year)]]}}  # fmt: skip
    cited = {"citationItems": [{"id": "ITEM-1", "itemData": item, "uris": ["http://a.nl/1"]}], "schema": "x"}
    return "ADDIN CSL_CITATION " + json.dumps(cited)


def by_citavi(name: str, year: int) -> str:
    works = {"Entries": [{"Reference": {"Authors": [{"LastName": name}], "Title": f"Titel {name}", "Year": str(year)}}]}
    return f"ADDIN CitaviPlaceholder{{{base64.b64encode(json.dumps(works).encode()).decode()}}}"


@pytest.mark.parametrize("instruction", [by_mendeley, by_citavi])
@pytest.mark.parametrize("cut", [False, True])
def test_works_that_are_called_alike_in_each_field_are_not_taken_for_each_other(
    instruction: Any, cut: bool, library: oe.Library, tmp_path: Path
) -> None:
    put = in_parts if cut else field
    said = [put(instruction(name, year), f"({name}, {year})") for name, year in (("Mol", 2015), ("Pol", 2016))]
    wrong = put(instruction("Rol", 2017), "(Rol, 2018)")
    found = oe.audit(word(tmp_path, run("Zo ") + run(" en ").join([*said, wrong])), library)
    assert [r.words for r in found.findings if r.code == "A110"] == ["Rol, 2018"]


def test_citavi_tells_particles_editors_and_a_year_it_worked_out(library: oe.Library, tmp_path: Path) -> None:
    person = {"LastName": "Berg", "FirstName": "Jo", "Prefix": "van den"}
    works = [{"Editors": [person], "Title": "Titel", "YearResolved": "2015"},
             {"Organizations": [{"LastName": "Stichting Boek"}], "Title": "Titel", "Year": "2016"}]  # fmt: skip
    held = base64.b64encode(json.dumps({"Entries": [{"Reference": one} for one in works]}).encode()).decode()
    said = "(Stichting Boek, 2016; Van den Berg, 2015)"
    found = oe.audit(word(tmp_path, field(f"ADDIN CitaviPlaceholder{{{held}}}", said)), library)
    assert [one.full_family or one.literal for work in found.document.fields[0].works for one in work.authors] == [
        "van den Berg", "Stichting Boek",
    ]  # fmt: skip
    assert "A110" not in codes(found)


def test_the_lines_of_a_notebook_that_end_in_a_backslash_are_lines(tmp_path: Path) -> None:
    said = (
        "## Literatuur\n\nAdel, P. (2011). Thuis. https://ede.nl/thuis\\\nGemeente Ede. (z.d.). Ouders. Ede.\\\n"
        "Sociaal Fonds. (2012). School. Fonds."
    )
    cell = {"cell_type": "markdown", "metadata": {}, "source": said}
    (tmp_path / "stuk.ipynb").write_text(
        json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    )
    entries = find_references(read_document(tmp_path / "stuk.ipynb").text)
    assert [entry.key for entry in entries] == ["adel2011", "gemeenteedezd", "sociaalfonds2012"]


def sources(year: int) -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
    person = "<b:Person><b:Last>Mol</b:Last><b:First>An</b:First></b:Person>"
    return (
        f'<b:Sources xmlns:b="{space}"><b:Source><b:Tag>Mol15</b:Tag><b:Title>Titel</b:Title><b:Year>{year}</b:Year>'
        f"<b:Author><b:Author><b:NameList>{person}</b:NameList></b:Author></b:Author></b:Source></b:Sources>"
    )


def citavi(year: int) -> str:
    work = {"Authors": [{"LastName": "Mol", "FirstName": "An"}], "Title": "Titel", "Year": str(year)}
    held = base64.b64encode(json.dumps({"Entries": [{"Reference": work}]}).encode()).decode()
    return f"ADDIN CitaviPlaceholder{{{held}}}"


def endnote(year: int) -> str:
    names = "<contributors><authors><author>Mol, An</author></authors></contributors>"
    titled = "<titles><title>Titel</title></titles>"
    record = f"<record><rec-number>1</rec-number><ref-type name='Book'>6</ref-type>{names}{titled}"
    dated = f"<dates><year>{year}</year></dates></record>"
    return f"<EndNote><Cite><Author>Mol</Author><Year>{year}</Year><RecNum>1</RecNum>{record}{dated}</Cite></EndNote>"


@pytest.mark.parametrize("year", [2015, 2016])
@pytest.mark.parametrize("program", ["Word", "Citavi", "EndNote", "EndNote in data"])
def test_the_fields_of_other_programs_are_read_too(
    program: str, year: int, library: oe.Library, tmp_path: Path
) -> None:
    parts = {}
    if program == "Word":
        said, data, parts = "CITATION Mol15 \\l 1043", "", {"item1": sources(year)}
    elif program == "Citavi":
        said, data = citavi(year), ""
    elif program == "EndNote":
        said, data = f"ADDIN EN.CITE {endnote(year)}", ""
    else:
        said, data = "ADDIN EN.CITE", base64.b64encode(endnote(year).encode()).decode()
    found = oe.audit(word(tmp_path, field(said, "(Mol, 2015)", data), **parts), library)
    assert found.document.program == program.split(maxsplit=1)[0]
    assert ("A110" in codes(found)) == (year == 2016)


# -- keys ------------------------------------------------------------------------------------------------------------


BIB = "@book{mol2015, Author = {Mol, An}, Title = {Titel}, Year = {2015}}\n"


@pytest.mark.parametrize("form", ["md", "qmd"])
def test_keys_are_held_against_the_bibliography_that_a_document_names(
    form: str, library: oe.Library, tmp_path: Path
) -> None:
    (tmp_path / "bronnen.bib").write_text(BIB, encoding="utf-8")
    said = "Zo [zie @mol2015, p. 3; -@weg2011] en @mol2015, figuur @fig-a.[^1]\n\n[^1]: Ook [@mol2015].\n"
    text = f"---\nbibliography: bronnen.bib\n---\n{said}"
    found = audited(tmp_path, text, library, form)
    assert [(one.code, one.fact) for one in found.findings] == [
        ("A108", "de sleutel @weg2011 staat niet in bronnen.bib")
    ]
    assert [cited.entry for cited in found.citations] == ["mol2015", None, "mol2015", "mol2015"]
    assert found.has_list


@pytest.mark.parametrize("form", ["md", "qmd"])
def test_citations_typed_out_are_held_against_the_bibliography_too(
    form: str, library: oe.Library, tmp_path: Path
) -> None:
    second = "@article{kolk2012, author = {van der Kolk, Bea and Pol, An}, title = {T}, date = {2012-05}}\n"
    (tmp_path / "bronnen.bib").write_text(BIB + second, encoding="utf-8")
    said = "Zo (Mol, 2015; Van der Kolk & Pol, 2012) [@mol2015], maar Drost (2014) niet en Mol (2014) half.\n"
    found = audited(tmp_path, f"---\nbibliography: bronnen.bib\n---\n{said}", library, form)
    assert [(one.code, one.words) for one in found.findings if one.code.startswith("A1")] == [
        ("A101", "Drost (2014)"),
        ("A112", "Mol (2014)"),
    ]


def test_the_chunks_of_a_program_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "stuk.qmd"
    path.write_text(
        "Eerst [@mol2015].\n\n```{r}\n#| echo: false\nx <- c(2015) # Mol (2015)\n```\n\nDan @pol2016.\n",
        encoding="utf-8",
    )
    document = read_document(path)
    assert "echo" not in document.text
    assert [field.keys for field in document.fields] == [("mol2015",), ("pol2016",)]


CSL = {"id": "mol2015", "type": "book", "title": "Titel", "author": [{"family": "Mol", "given": "An"}],
       "issued": {"date-parts": [[2015]]}}  # fmt: skip
YAML = """references:
- id: mol2015
  type: book
  title: Titel
  author:
  - family: Mol
    given: An
  issued: 2015
"""
KEYED = "Zo [@mol2015; @weg2011], maar Mol (2014) half.\n"


@pytest.mark.parametrize(
    ("name", "held"), [("w.json", json.dumps([CSL])), ("w.yaml", YAML), ("w.yml", f"---\n{YAML}---\n")]
)
def test_keys_are_held_against_files_of_csl_too(name: str, held: str, library: oe.Library, tmp_path: Path) -> None:
    (tmp_path / name).write_text(held, encoding="utf-8")
    found = audited(tmp_path, f"---\nbibliography: {name}\n---\n\n{KEYED}", library, "qmd")
    assert [(one.code, one.words) for one in found.findings if one.code < "A2"] == [
        ("A108", "[@mol2015; @weg2011]"), ("A112", "Mol (2014)"),
    ]  # fmt: skip


def test_keys_are_held_against_the_works_in_the_head_of_the_document(library: oe.Library, tmp_path: Path) -> None:
    found = audited(tmp_path, f"---\n{YAML}---\n\n{KEYED}", library, "qmd")
    assert [one.fact for one in found.findings if one.code == "A108"] == ["de sleutel @weg2011 staat niet in stuk.qmd"]


def test_a_file_of_csl_that_cannot_be_read_holds_no_works(library: oe.Library, tmp_path: Path) -> None:
    (tmp_path / "w.json").write_text("{", encoding="utf-8")
    found = audited(tmp_path, "---\nbibliography: w.json\n---\n\nZo [@mol2015].\n", library, "md")
    assert codes(found) == ["A108"]


@pytest.mark.parametrize("kind", ["raw", "markdown"])
@pytest.mark.parametrize("together", [True, False])
def test_the_keys_of_a_notebook_are_read(kind: str, together: bool, library: oe.Library, tmp_path: Path) -> None:
    (tmp_path / "w.bib").write_text(BIB, encoding="utf-8")
    head = "---\ntitle: Stuk\nbibliography: w.bib\n---\n"
    said = [(kind, head), ("markdown", KEYED)] if not together or kind == "raw" else [("markdown", head + KEYED)]
    cells = [{"cell_type": cell, "metadata": {}, "source": [text]} for cell, text in said]
    held = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    found = audited(tmp_path, held, library, "ipynb")
    assert [(one.code, one.words) for one in found.findings if one.code < "A2"] == [
        ("A108", "[@mol2015; @weg2011]"), ("A112", "Mol (2014)"),
    ]  # fmt: skip
    assert found.document.text.startswith("Zo [@mol2015")


def test_keys_without_a_bibliography_are_mentioned_and_no_more(library: oe.Library, tmp_path: Path) -> None:
    assert codes(audited(tmp_path, "Zo [@jansen2015] en @pol2010 zegt.", library, "md")) == ["A109"]
    assert codes(audited(tmp_path, "Volg ons op @gemeente of mail info@stad.nl.", library, "md")) == ["A103"]


# -- BibTeX ----------------------------------------------------------------------------------------------------------


def bibtex(place: Path, text: str) -> tuple[list[Entry], list[str]]:
    (place / "references.bib").write_text(text, encoding="utf-8")
    report = Report("references.bib")
    entries = list(read_bibliography(place / "references.bib", report).values())
    return entries, [f"{finding.line} {finding.code}" for finding in report.findings]


def shown(names: tuple[Name, ...]) -> list[str]:
    return [f"{name.full_family}, {name.given}".strip(", ") for name in names]


@pytest.mark.parametrize(
    ("author", "names", "others"),
    [
        ("family=Oord, given=Ada, prefix=van den, useprefix=true", ["van den Oord, Ada"], False),
        ("family={De Wit}, given=Bo, given-i={B} and Mol, An", ["De Wit, Bo", "Mol, An"], False),
        ('"family=Oord", given={Ada Bea}, suffix=Jr.', ["Oord, Ada Bea"], False),
        ('Jansen, J. and \\"Oz, A. and \\O{}stby, K.', ["Jansen, J.", "Öz, A.", "Østby, K."], False),
        ("{\\'E}t{\\'e}, A. AND \\v{S}ol, B.", ["Été, A.", "Šol, B."], False),
        ("Mol, An and et al.", ["Mol, An"], True),
        ("Mol, An and others", ["Mol, An"], True),
        ("Van den Broeck, Anja and van den Broeck, Bea", ["Van den Broeck, Anja", "van den Broeck, Bea"], False),
        ("{Zorg and Welzijn} and {Kind en Gezin}", ["Zorg and Welzijn", "Kind en Gezin"], False),
        ("Mol, An and and Pol, Bo", ["Mol, An", "Pol, Bo"], False),
        ("Wei~Lin and De~Wit, Bo", ["Lin, Wei", "De Wit, Bo"], False),
        ("D{\\'\\i}as, Ana and Mol, An and et. al", ["Días, Ana", "Mol, An"], True),
        # More orders of the extended form, braces around a name or a part.
        (
            "given=Ada, prefix={van den}, family=Oord and {family=Pol, given=Bo}",
            ["van den Oord, Ada", "Pol, Bo"],
            False,
        ),
        ("prefix-i=vd, given-i=J, prefix=van der, family={Berg}, given={Jan}", ["van der Berg, Jan"], False),
        # Particles with a capital, the given name first; a small one stays a particle.
        ("Anja Van den Broeck and Jan Op de Beeck", ["Van den Broeck, Anja", "Op de Beeck, Jan"], False),
        ("Piet In 't Veld and Jan De Wolf and Jo van Eik", ["In 't Veld, Piet", "De Wolf, Jan", "van Eik, Jo"], False),
        ("Ten Have, P. and D'Hoker, An and L'Enfant, R.", ["Ten Have, P.", "D'Hoker, An", "L'Enfant, R."], False),
        # Accents that look like a space, like a word, or stand in front of a word.
        ("Mol, A. and \\~Nez, B. and \\v Capel, C.", ["Mol, A.", "Ñez, B.", "Čapel, C."], False),
        ("Jo \\'{E}lan and {\\L}ukas, D. and \\O stby, E.", ["Élan, Jo", "Łukas, D.", "Østby, E."], False),
        # More authors, said without "and" or in other words.
        ("Mol, A. and Pol, B. et al.", ["Mol, A.", "Pol, B."], True),
        ("Mol, A., et al.", ["Mol, A."], True),
        ("Mol, An, et al.", ["Mol, An"], True),
        ("Mol, A. and Pol, B. e.a.", ["Mol, A.", "Pol, B."], True),
        ("Mol, A. and anderen", ["Mol, A."], True),
        ("Mol, E.A. and Pol, E. A.", ["Mol, E.A.", "Pol, E. A."], False),
        ("Kok &amp; Zoon and {Bos &amp; Zn}", ["Kok & Zoon", "Bos & Zn"], False),
        # Letters of their own, before a space that LaTeX eats.
        ("S\\o ren Pol and \\AE gir Rol and Wei\\ss mann, B.", ["Pol, Søren", "Rol, Ægir", "Weißmann, B."], False),
        ("Fa{\\ss mit}, A. and \\aa ren, E. and \\l ukas, C.", ["Faßmit, A.", "åren, E.", "łukas, C."], False),
        ("D\\'\\i az, A. and {\\o} st, B. and Jan Gro\\ss", ["Díaz, A.", "ø st, B.", "Groß, Jan"], False),
        # What somebody did for the book is no part of the name.
        ("Mol, A. (red.) and Pol, Bo (Eds.) and Jan Rol (Hrsg.)", ["Mol, A.", "Pol, Bo", "Rol, Jan"], False),
        ("Mol (Ed.), Jan and Pol, A. [red.] and Rol, B., eds.", ["Mol, Jan", "Pol, A.", "Rol, B."], False),
        ("{Ministerie van OCW (red.)} and family=Mol, given={An (ed)}", ["Ministerie van OCW", "Mol, An"], False),
        ("Mol, A. (Bob) and Pol, Red and Rol, Ed.", ["Mol, A. (Bob)", "Pol, Red", "Rol, Ed."], False),
    ],
)
def test_names_are_read_as_programs_write_them(author: str, names: list[str], others: bool, tmp_path: Path) -> None:
    (entry,), findings = bibtex(tmp_path, f"@book{{a, author = {{{author}}}, title = {{T}}, year = 2020}}\n")
    assert (shown(entry.authors), entry.and_others, findings) == (names, others, [])


def test_a_name_with_a_comma_too_many_is_a_finding_and_still_a_name(tmp_path: Path) -> None:
    (entry,), findings = bibtex(tmp_path, "@book{a, author = {Xiao Wei, and Mol, An}, year = 2020}\n")
    assert (shown(entry.authors), findings) == (["Wei, Xiao", "Mol, An"], ["1 E401"])


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Mol, A.; Pol, B.", ["Mol, A.; Pol, B."]),
        ("Mol, A. \\& Pol, B. and Rol, C.", ["Mol, A. & Pol, B.", "Rol, C."]),
        ("Mol, A. en Pol, B.", ["Mol, A. en Pol, B."]),
        ("Mol, A. &amp; Pol, B.", ["Mol, A. & Pol, B."]),
        ("Mol, A. \\&amp; Pol, B. and Rol, C.", ["Mol, A. & Pol, B.", "Rol, C."]),
        ("A. Mol &#38; B. Pol", ["A. Mol & B. Pol"]),
        ("Mol, A., Jr.", ["Mol, A."]),
    ],
)
def test_names_that_nothing_parts_are_a_finding_and_kept(author: str, names: list[str], tmp_path: Path) -> None:
    (entry,), findings = bibtex(tmp_path, f"@book{{a, author = {{{author}}}, year = 2020}}\n")
    assert ([name.literal or f"{name.family}, {name.given}" for name in entry.authors], findings) == (names, ["1 E401"])


def test_values_in_parts_are_put_together(tmp_path: Path) -> None:
    text = (
        '@string{blad = "Blad"}\n'
        '@article{a, author = "Mol, A" # " and Pol, B", journal = blad # { voor } # "ouders", month = mar # "~1"}\n'
        '@article{b, journal = krant # " X", title = {A # B}}\n'
    )
    entries, findings = bibtex(tmp_path, text)
    assert (shown(entries[0].authors), entries[0].fields["journal"]) == (["Mol, A", "Pol, B"], "Blad voor ouders")
    assert (entries[0].fields["month"], entries[1].fields["title"]) == ("mar 1", "A # B")
    assert findings == ["3 E404"]


@pytest.mark.parametrize(
    "value",
    [
        '{Jan Mol} # " and Bo Pol"', '{Jan {M}ol} # " and Bo Pol"', '"Jan M{\\"o}l" # { and } # pol',
        'mol # { and Bo Pol}', '"Jan Mol" #" and "# "Bo {\\\'P}ol"',
    ],
)  # fmt: skip
def test_a_value_in_parts_is_one_whatever_stands_in_them(value: str, tmp_path: Path) -> None:
    strings = '@string{mol = "Jan Mol"}\n@string{pol = {Bo Pol}}\n'
    entries, findings = bibtex(
        tmp_path, f"{strings}@book{{a, author = {value}, year = 2020}}\n@book{{b, year = 2021}}\n"
    )
    names = [name.replace("ö", "o").replace("Ṕ", "P") for name in shown(entries[0].authors)]
    assert (names, findings, len(entries)) == (["Mol, Jan", "Pol, Bo"], [], 2)


@pytest.mark.parametrize(
    "value",
    ['{Jan Mol} " and Bo Pol"', "{Jan Mol} and {Bo Pol}", "{Jan Mol and} # # {Bo Pol}", "# {Jan Mol and Bo Pol}"],
)
def test_parts_that_nothing_joins_are_a_finding_and_kept(value: str, tmp_path: Path) -> None:
    (entry,), findings = bibtex(tmp_path, f"@book{{a,\n author = {value}, year = 2020}}\n")
    assert (shown(entry.authors), findings) == (["Mol, Jan", "Pol, Bo"], ["2 E401"])


@pytest.mark.parametrize("key", ["Author", "AUTHOR", "author"])
def test_field_names_are_case_blind(key: str, tmp_path: Path) -> None:
    (entry,), findings = bibtex(tmp_path, f"@book{{a, {key} = {{Jan Jansen}}, Year = {{2020}}, TITLE = {{T}}}}\n")
    assert (shown(entry.authors), dict(entry.fields), findings) == (["Jansen, Jan"], {"year": "2020", "title": "T"}, [])


def test_a_field_twice_in_another_case_is_a_finding(tmp_path: Path) -> None:
    (entry,), findings = bibtex(tmp_path, "@book{a, Author = {Mol, An},\n author = {Pol, Bo}, year = 2020}\n")
    assert (shown(entry.authors), findings) == (["Mol, An"], ["2 E403"])


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("Zie \\href{https://a.nl/x}{hier}", "Zie hier"),
        ("\\textcolor{red}{rood} \\& \\emph{wit}", "rood & wit"),
        ("\\url{https://a.nl/_x}", "https://a.nl/_x"),
        ("Kunst &amp; kind &ndash; H<sub>2</sub>O in <i>Aa</i>", "Kunst & kind – H2O in Aa"),
        ("een <b>haak</b> & meer", "een <b>haak</b> & meer"),
        ("Kunst & kind &lt; 5 \\emph{jaar} &amp; \\textgreater{} 3", "Kunst & kind < 5 jaar & > 3"),
        ("Dr.~Mol \\& zn.~2", "Dr. Mol & zn. 2"),
        ("\\href[pdfnewwindow=true]{https://a.nl}{site} en \\hyperlink{a}{daar}", "site en daar"),
        ("\\textcolor[rgb]{1,0,0}{rood} \\texorpdfstring{$a$}{alfa}", "rood alfa"),
        ("\\url{https://a.nl/~jan/a%20b}", "https://a.nl/~jan/a%20b"),
        ("Caf\\'e &amp; kind \\&amp; meer &amp;amp; nog & iets", "Café & kind & meer & nog & iets"),
        ("Zie \\hyperref{a}{b}{c}{daar} en \\hyperref[sec:x]{hier}", "Zie daar en hier"),
        ("\\rule{1cm}{2pt}a\\hspace{2cm}b \\hspace*{1em}c\\vspace{3ex}d\\kern-2pt \\hskip 3pt plus 1pt e", "a b c d e"),
        ("tekst\\footnote{een noot} verder", "tekst (een noot) verder"),
        ("\\mbox{Van Dale}, \\texttt{code} en \\verb|x_y|", "Van Dale, code en x_y"),
        ("\\begin{itemize}\\item een\\item twee\\end{itemize}", "* een * twee"),
        ("\\parbox[t]{3cm}{doos} \\raisebox{2pt}{hoog} \\setlength{\\parindent}{0pt}\\enquote{zo}", "doos hoog “zo”"),
        (
            "\\noopsort{1973b}Titel \\newblock van {\\bf nu} \\phantom{x}\\label{y}\\textsuperscript{e}",
            "Titel van nu e",
        ),
    ],
)
def test_latex_and_html_are_read(value: str, read: str, tmp_path: Path) -> None:
    (entry,), findings = bibtex(tmp_path, f"@book{{a, note = {{{value}}}, year = 2020}}\n")
    assert (entry.fields["note"], findings) == (read, [])


@pytest.mark.parametrize(
    ("value", "kept", "said"),
    [
        ("Een \\onbekend{woord} en \\foo[x]{een}{twee}", "Een woord en [x]een twee", "\\onbekend, \\foo"),
        ("\\emph{\\diep{Ministerie} van} OCW \\merk", "Ministerie van OCW", "\\diep, \\merk"),
        ("Zie \\cite{mol2015} op \\today", "Zie mol2015 op", "\\cite, \\today"),
    ],
)
def test_a_command_that_nobody_knows_is_a_finding_and_its_words_are_kept(
    value: str, kept: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "references.bib").write_text(f"@book{{a,\n note = {{{value}}}, year = 2020}}\n", encoding="utf-8")
    report = Report("references.bib")
    entry = read_bibliography(tmp_path / "references.bib", report)["a"]
    assert entry.fields["note"] == kept
    assert [(one.line, one.code) for one in report.findings] == [(2, "E401")]
    assert said in str(report.findings[0].fact)


@pytest.mark.parametrize("value", ["\\href", "goed \\href{x} en \\textcolor", "\\href{a}{"])
def test_latex_that_cannot_be_read_is_a_finding_or_plain_words(value: str, tmp_path: Path) -> None:
    entries, findings = bibtex(tmp_path, f"@book{{a,\n note = {{{value}}},\n year = 2020}}\n@book{{b, year = 2021}}\n")
    assert "b" in [entry.key for entry in entries]
    assert findings or entries[0].fields["note"]
    assert all(finding.endswith("E401") for finding in findings)


# -- which work is this ------------------------------------------------------------------------------------------------

ENTRY = (
    "Boonk, L., Gijselaers, H. J. M., Ritzen, H., & Brand-Gruwel, S. ({year}). A review of the relationship between "
    "parental involvement indicators and academic achievement. Educational Research Review, 24, 10-30."
)


@pytest.mark.parametrize(("year", "sure"), [("2018", True), ("2017", True), ("2009", False)])
def test_an_entry_is_the_same_work_for_whoever_asks(year: str, sure: bool, library: oe.Library) -> None:
    (entry,) = find_references(f"Literatuur\n\n{ENTRY.format(year=year)}\n")
    found = match(entry, library.bibliography.values())
    assert found is not None
    assert (found.work.key, found.sure) == ("boonk2018", sure)
    assert found.reason.nl != found.reason.en
    (mention,) = find_citations(f"Zo is het (Boonk et al., {year}).")
    curated = Sources(library.bibliography, [entry], {}, [])
    assert curated.link(mention).key == "boonk2018"
    assert curated.added == []


@pytest.mark.parametrize(
    "entry",
    [
        "Boonk, L. (2018). Iets heel anders over fietsen in de stad. Uitgever.",
        "Boot, L. (2018). A review of the relationship between parental involvement indicators and achievement. X.",
    ],
)
def test_another_title_or_another_name_is_another_work(entry: str, library: oe.Library) -> None:
    (read,) = find_references(f"Literatuur\n\n{entry}\n")
    assert match(read, library.bibliography.values()) is None


def test_a_key_is_a_source_of_its_sentence(library: oe.Library, tmp_path: Path) -> None:
    (tmp_path / "werken.bib").write_text("@book{mol2015, author = {Mol, Anna}, year = {2015}, title = {Een titel}}\n")
    text = (
        "---\nbibliography: werken.bib\n---\n\nUit onderzoek blijkt dat ouders helpen [zie @mol2015, p. 3; maar ook "
        "-@mol2015].\n\nUit onderzoek blijkt dat vaders helpen.\n\nStudies laten zien dat @mol2015 gelijk heeft.\n"
    )
    found = [one for one in audited(tmp_path, text, library, "qmd").findings if one.code == "A401"]
    assert [one.words for one in found] == ["Uit onderzoek blijkt dat vaders helpen."]


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("Zie Olmovi ´ c en Schr ¨ oter.", "Zie Olmović en Schröter."),
        ("Zie de ´ Alm.", "Zie de Álm."),
        ("Zie ook (Alm, ¨ 2016).", "Zie ook (Alm, 2016)."),
        ("Dat heet ´gek´, x ˆ 2, en dat` is zo.", "Dat heet ´gek´, x ˆ 2, en dat` is zo."),
    ],
)
def test_an_accent_that_a_font_keeps_apart_is_put_on_its_letter(stored: str, meant: str, tmp_path: Path) -> None:
    (tmp_path / "stuk.typ").write_text("#" + json.dumps(stored, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "stuk.pdf").write_bytes(typst.compile(str(tmp_path / "stuk.typ")))
    assert read_document(tmp_path / "stuk.pdf").text.strip() == meant


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        (rf"Stichting XX \\ Postbus 12 \\ 1234 AB Ede \\ XX \\ #{NUMBER}", ""),
        ('#counter(page).display("a")', ""),
        ('XX Voorwerk #h(1fr) #counter(page).display("a")', ""),
        (f"#{NUMBER}", f'XX #("thuis", "school", "samen", "straks", "slot").at(calc.quo({NUMBER} - 1, 2))'),
    ],
    ids=["five lines", "letters", "words and letters", "heads of two pages"],
)
def test_feet_of_many_lines_letters_and_heads_of_two_pages_are_no_text(foot: str, head: str, tmp_path: Path) -> None:
    paragraph = "Ouders doen thuis veel voor hun kinderen, zo blijkt uit onderzoek van Mol (2015). " * 9
    page = f'#set page(paper: "a5", footer: context [{foot}], header: context [{head}])\n'
    (tmp_path / "stuk.typ").write_text(page + "\n\n".join([paragraph] * 14), encoding="utf-8")
    (tmp_path / "stuk.pdf").write_bytes(typst.compile(str(tmp_path / "stuk.typ")))
    words = read_document(tmp_path / "stuk.pdf").text.split()
    assert set(words) == set(paragraph.split())


def test_lines_that_differ_from_page_to_page_are_text(tmp_path: Path) -> None:
    page = '#set page(paper: "a5")\n'
    paragraph = "Ouders doen thuis veel voor hun kinderen. " * 9
    (tmp_path / "stuk.typ").write_text(page + f"Mol zag a\n\n{paragraph}#pagebreak()Pol zag c\n\n{paragraph}")
    (tmp_path / "stuk.pdf").write_bytes(typst.compile(str(tmp_path / "stuk.typ")))
    text = read_document(tmp_path / "stuk.pdf").text
    assert "Mol zag a" in text
    assert "Pol zag c" in text


@pytest.mark.parametrize(
    ("cited", "file", "found"),
    [
        ("{cite}`mol2015` en {cite:t}`mol2015`", " werken.bib", []),
        ("{cite:p}`mol2015, pol2016`", " werken.bib", ["A108"]),
        ("{cite:p}`mol2015`", "", ["A109"]),
        ("`mol2015`", "", ["A103"]),
    ],
)
def test_keys_as_myst_writes_them_are_held_against_its_file(
    cited: str, file: str, found: list[str], library: oe.Library, tmp_path: Path
) -> None:
    (tmp_path / "werken.bib").write_text("@book{mol2015, author={Mol, A.}, title={T}, year={2015}}\n", encoding="utf-8")
    text = f"Zo is het {cited}.\n\n```{{bibliography}}{file}\n:style: plain\n```\n"
    assert codes(audited(tmp_path, text, library, "md")) == found


@pytest.mark.parametrize(
    ("text", "found", "profile"),
    [
        ("Parents and schools that work with the children at home matter for reading to them (Jans & Vos, 2018). "
         "According to Jans and Vos (2018) this has to be done by the schools, so does Kram (n.d.).", [], None),
        ("Ouders en scholen die met de kinderen lezen zijn van belang voor het lezen van een kind (Jans & Vos, 2018). "
         "Jans and Vos (2018) zeggen dat, en ook Kram (n.d.) zegt het.", ["A207"], None),
        ("Parents and schools that work with the children at home matter for reading to them (Jans & Vos, 2018). "
         "According to Jans and Vos (2018) this has to be done by the schools, as Kram (n.d.)", ["A207"], "radboud"),
    ],
)  # fmt: skip
def test_a_draft_is_held_against_the_style_of_its_language(
    text: str, found: list[str], profile: str | None, library: oe.Library, tmp_path: Path
) -> None:
    listed = "Jans, A., & Vos, B. (2018). The reading of the child at home and school. U.\n\nKram, C. (n.d.). All. U."
    (tmp_path / "stuk.txt").write_text(f"{text}\n\nReferences\n\n{listed}\n", encoding="utf-8")
    assert codes(oe.audit(tmp_path / "stuk.txt", library, profile=profile), form=True) == found


def test_a_letter_that_no_year_of_the_list_has_is_answered_with_those_it_has(
    library: oe.Library, tmp_path: Path
) -> None:
    entries = "\n\n".join(f"Pool, R. (2023{letter}). Titel {letter}. U." for letter in "abc")
    found = audited(tmp_path, f"Zo is het (Pool, 2023e; Pool, 2023a; Pool, 2023b, 2023c).{LIST}{entries}\n", library)
    assert codes(found) == ["A107"]
    assert "lijkt op: Pool, 2023a; Pool, 2023b; Pool, 2023c" in found.findings[0].fact + found.findings[1].fact


@pytest.mark.parametrize("cited", ["en", "and"])
def test_a_word_between_names_that_a_draft_always_uses_is_told_once(
    cited: str, library: oe.Library, tmp_path: Path
) -> None:
    names = [f"Aal{letter}" for letter in "bcdefg"]
    said = " ".join(f"Zo is het ({name} {cited} Zoon, 2001)." for name in names)
    entries = "\n\n".join(f"{name}, A., & Zoon, B. (2001). Titel {name}. U." for name in names)
    text = f"{said}{LIST}{entries}\n"
    found = [one for one in audited(tmp_path, text, library).findings if one.code == "A204"]
    assert [one.words for one in found] == [f"Aalb {cited} Zoon, 2001"]
    assert "zo 6 keer in dit stuk: Aalb & Zoon, 2001; Aalc & Zoon, 2001; Aald & Zoon, 2001 …" in found[0].fact
    mixed = text.replace(f"Aalb {cited} Zoon", "Aalb & Zoon", 1)
    assert [one.code for one in audited(tmp_path, mixed, library).findings].count("A204") == len(names) - 1
