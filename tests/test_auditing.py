"""The audit: planted faults found and nothing else, each rule on its own, copies, lists, folders, a cluster."""

from __future__ import annotations

import csv
import html
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest

import command
import ouderevidence as oe
from browser import chromium, violations, watched
from drafts import build, compare, planted
from one_part import WORD, word_of
from ouderevidence.model.errors import DocumentError, EvidenceError, OutputError
from ouderevidence.products.audit import CATALOGUE, Audit
from ouderevidence.products.audit.catalogue import SEVERITIES
from ouderevidence.products.audit.folder import RECORDS, TABLE, audit_folder
from ouderevidence.products.audit.statements import reads_as_evidence
from ouderevidence.text import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIST = """

# Literatuur

Boonk, L., Gijselaers, H. J. M., Ritzen, H., & Brand-Gruwel, S. (2018). A review of the relationship
between parental involvement indicators and academic achievement. *Educational Research Review*, *24*, 10–30.

Proefstra, D., & Proefman, E. (2012). *Een boek voor deze test*. Proefuitgeverij.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the drafts in each form."""
    made = tmp_path_factory.mktemp("drafts")
    for name in ("schoon", "slordig"):
        for suffix in ("docx", "pdf"):
            build(name, suffix, made)
    return made


@pytest.fixture(scope="module")
def careless(folder: Path, library: oe.Library) -> Audit:
    """Return the audit of the careless draft as a Word file."""
    return oe.audit(folder / "slordig.docx", library)


def codes(text: str, library: oe.Library, place: Path, **options: Any) -> list[str]:
    """Return the codes of an audit of a text in Markdown."""
    path = place / "plan.md"
    path.write_text(text, encoding="utf-8")
    return [finding.code for finding in oe.audit(path, library, **options).findings]


# -- faults and false alarms -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_planted_faults_are_found_and_nothing_else(suffix: str, folder: Path, library: oe.Library) -> None:
    faults = planted("slordig")
    assert len(faults) == 25
    missed, alarms = compare(oe.audit(folder / f"slordig.{suffix}", library), faults)
    assert len(faults) - len(missed) >= 24, missed
    assert len(alarms) <= 2, alarms


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_clean_draft_gets_no_remark(suffix: str, folder: Path, library: oe.Library) -> None:
    audited = oe.audit(folder / f"schoon.{suffix}", library)
    assert audited.findings == ()
    assert audited.holds
    assert len(audited.citations) == 18


def test_every_code_but_that_of_a_missing_list_is_planted() -> None:
    assert {code for code, _ in planted("slordig")} == set(CATALOGUE) - {
        "A103",
        "A105",
        "A106",
        "A107",
        "A108",
        "A109",
        "A110",
        "A115",
        "A116",
        "A211",
    }


def test_a_finding_has_place_words_and_a_remedy(careless: Audit) -> None:
    at = {(finding.code, finding.words): finding for finding in careless.findings}
    assert at["A201", "Bakker et al, 2013"].place == "alinea 3"
    assert at["A101", "Bedacht en Verdicht (2015)"].place == "alinea 6, noot 1"
    for finding in careless.findings:
        assert len(finding.words.rstrip("…").split()) <= 8
        assert finding.fact
        assert finding.remedy
        assert "{" not in finding.message


def test_a_pdf_gives_pages(folder: Path, library: oe.Library) -> None:
    found = oe.audit(folder / "slordig.pdf", library, language="en").findings
    assert next(f.place for f in found if f.words == "Bakker et al, 2013") == "p. 1"


def test_it_speaks_english_too(folder: Path, library: oe.Library, careless: Audit) -> None:
    english = oe.audit(folder / "slordig.docx", library, language="en")
    assert [finding.code for finding in english.findings] == [finding.code for finding in careless.findings]
    assert "not checked: whether works were retracted" in english.summary
    assert all(a.message != b.message for a, b in zip(english.findings, careless.findings, strict=True))


def test_retraction_is_said_to_be_unchecked(careless: Audit) -> None:
    assert "niet nagegaan: of werken zijn ingetrokken" in careless.summary


def test_claims_come_with_level_and_caveats(careless: Audit, library: oe.Library) -> None:
    finding = next(f for f in careless.findings if f.words.startswith("Onderzoek wijst uit"))
    best = finding.claims[0]
    assert best.id == "vaders-hebben-eigen-manieren"
    assert best.level == library.profile(best.id).text.nl
    assert best.caveats == tuple(caveat.text.nl for caveat in library[best.id].caveats)
    assert len(finding.claims) <= 3


def test_what_a_work_is_not_shown_to_say_is_a_hint(careless: Audit) -> None:
    finding = next(f for f in careless.findings if f.code == "A304")
    assert finding.severity == "hint"
    assert finding.claims[0].id == "vaderprogrammas-kunnen-betrokkenheid-vergroten"
    assert "niet gezien" in finding.fact


# -- each rule -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Zo is het (Boonk et al., 2018; Proefstra & Proefman, 2012).", []),
        ("Zo is het volgens Proefstra en Proefman (2012) en Boonk et al. (2018).", []),
        ("Zo is het volgens Proefstra & Proefman (2012) en Boonk et al. (2018).", ["A203"]),
        ("Zo is het (Boonk, et al., 2018; Proefstra & Proefman, 2012).", ["A201"]),
        ("Zo is het (Boonk e.a., 2018; Proefstra & Proefman, 2012).", ["A202"]),
        ("Zo is het (Proefstra & Proefman, 2012; Boonk et al., 2018).", ["A205"]),
        ("Zo is het (Proefstra & Proefman, 2012; zie ook Boonk et al., 2018).", []),
        ("Zo is het (Boonk, Gijselaers, Ritzen & Brand-Gruwel, 2018; Proefstra & Proefman, 2012).", ["A206"]),
        ("Zo is het (Boonk et al. 2018; Proefstra & Proefman, 2012).", ["A208"]),
        ("Zo is het (Boonk et al., 2018 en Proefstra & Proefman, 2012).", ["A209"]),
        ("Zo is het (Boonk et al., 2019; Proefstra & Proefman, 2012).", ["A112"]),
        ("Zo is het (Boonk et al., 2018).", ["A102"]),
        ("Zo is het (Boonk et al., 2018; Elders, 2011; Proefstra & Proefman, 2012).", ["A101"]),
        ("Zo is het (Boonk et al., 2018, geciteerd in Proefstra & Proefman, 2012).", []),
        ("Zo is het (Proefstra & Proefman, 2012; Adema, 2001, geciteerd in Boonk et al., 2018).", []),
        ("Zo (Boonk et al., 2018; Proefstra & Proefman, 2012). A. Bos (persoonlijke communicatie, 2 mei 2025).", []),
    ],
)  # fmt: skip
def test_each_rule_on_its_own(words: str, wanted: list[str], library: oe.Library, tmp_path: Path) -> None:
    assert codes(words + LIST, library, tmp_path) == wanted


QUOTED = "ouders die thuis veel voorlezen vergroten de woordenschat van hun kind"


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        # A citation directly behind the quotation, and names before it.
        ("Zo is het: “{quoted}” (Boonk et al., 2018).", True),
        ("Zo is het: „{quoted}” (Boonk et al., 2018).", True),
        ('Zo is het: "{quoted}" (Boonk et al., 2018).', True),
        ("Zo is het: ‘{quoted}’ (Boonk et al., 2018).", True),
        ("Zo is het: «{quoted}» (Boonk et al., 2018).", True),
        ("Zo is het: “{quoted}.” (Boonk et al., 2018)", True),
        ("Volgens Boonk et al. (2018) is het zo dat “{quoted}”.", True),
        ("Boonk et al. (2018) schrijven: “{quoted}”.", True),
        ("“{quoted}”, aldus Boonk et al. (2018).", True),
        # A place: in the citation, behind the quotation, in the words around it, in a note.
        ("Zo is het: “{quoted}” (Boonk et al., 2018, p. 12).", False),
        ("Zo is het: “{quoted}” (Boonk et al., 2018, par. 3).", False),
        ("Zo is het: “{quoted}” (Boonk et al., 2018, alinea 3).", False),
        ("Zo is het: “{quoted}” (Boonk et al., 2018, 2:15).", False),
        ("Zo is het: “{quoted}” (Boonk et al., 2018, Inleiding).", False),
        ("Boonk et al. (2018) schrijven: “{quoted}” (p. 12).", False),
        ("Boonk et al. (2018) schrijven: “{quoted}”. (p. 12)", False),
        ("Boonk et al. (2018) schrijven op pagina 12: “{quoted}”.", False),
        ("Op bladzijde 12 staat “{quoted}” (Boonk et al., 2018).", False),
        ("Op blz 12 staat “{quoted}” (Boonk et al., 2018).", False),
        ("Boonk et al. (2018) schrijven op p 12: “{quoted}”.", False),
        ("Zo is het: “{quoted}” (Boonk et al., 2018).[^1]\n\n[^1]: Op p. 12 van de overdruk.", False),
        # No quotation of the work: terms, irony, titles, questions, examples, what people said.
        ("Dit heet “samen thuis lezen” (Boonk et al., 2018).", False),
        ("De “{quoted}” van toen is voorbij (Boonk et al., 2018).", False),
        ("Het artikel “{quoted}” (Boonk et al., 2018) gaat daarover.", False),
        ("Dat staat in “A review of the relationship between parental involvement” (Boonk et al., 2018).", False),
        ("De vragenlijst heeft items als “{quoted}” (Boonk et al., 2018).", False),
        ("Boonk et al. (2018), “{quoted}”, is een overzicht.", False),
        ("Boonk et al. (2018) stelden de vraag “Leest u thuis wel eens voor aan uw kind van vier?”", False),
        ("Een ouder zei: “{quoted}”. Dat past bij Boonk et al. (2018).", False),
        ("Boonk et al. (2018) zagen dit ook. Een ouder zei: “{quoted}”.", False),
        ("Een respondent zegt: “{quoted}” (zie ook Boonk et al., 2018).", False),
        ("Van Dale (2022) noemt dat “{quoted}”.", False),  # a word looked up: the word is the place
        ("Zo heet “{quoted}” (Merriam-Webster, z.d.).", False),
        ("A. Bos zei: “{quoted}” (persoonlijke communicatie, 2 mei 2025).", False),
        ("Zo is het: “{quoted}” (artikel 3 WPO, 2018).", False),
        # Several works, or one cited in another: it does not say which is quoted.
        ("Zo is het: “{quoted}” (Boonk et al., 2018; Proefstra & Proefman, 2012).", False),
    ],
)
def test_a_quotation_needs_a_place(words: str, lacking: bool, library: oe.Library, tmp_path: Path) -> None:
    text = words.replace("{quoted}", QUOTED) + LIST
    assert ("A211" in codes(text, library, tmp_path)) is lacking


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("(Boonk et al, 2018)", "(Boonk et al., 2018)", "A201"),
        ("(Boonk e.a., 2018)", "(Boonk et al., 2018)", "A202"),
        ("volgens Proefstra & Proefman (2012)", "volgens Proefstra en Proefman (2012)", "A203"),
        ("(Proefstra en Proefman, 2012)", "(Proefstra & Proefman, 2012)", "A204"),
    ],
)
def test_a_form_that_a_draft_always_has_is_told_once(
    wrong: str, right: str, code: str, library: oe.Library, tmp_path: Path
) -> None:
    always = " ".join(f"Zo is dat {wrong}." for _ in range(5)) + LIST
    assert codes(always, library, tmp_path).count(code) == 1
    assert codes(always.replace(wrong, right, 1), library, tmp_path).count(code) == 4  # too few for a habit
    mixed = f"Zo is dat {right}. " + always
    assert codes(mixed, library, tmp_path).count(code) == 5  # no habit: each place is shown
    path = tmp_path / "plan.md"
    path.write_text(always, encoding="utf-8")
    (finding,) = (one for one in oe.audit(path, library).findings if one.code == code)
    assert "zo 5 keer in dit stuk" in finding.fact


def test_a_quotation_without_a_place_is_shown_at_its_citation(library: oe.Library, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"Zo is het: “{QUOTED}” (Boonk et al., 2018).{LIST}", encoding="utf-8")
    finding = next(one for one in oe.audit(path, library).findings if one.code == "A211")
    assert finding.words == "Boonk et al., 2018"
    assert "“ouders die thuis veel voorlezen vergroten de woordenschat…”" in finding.fact
    assert "{" not in finding.message


def test_many_quotations_without_a_place_are_told_once(library: oe.Library, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    quoted = "\n\n".join(f"Zo is het: “{QUOTED} {number}” (Boonk et al., 2018)." for number in range(5))
    path.write_text(quoted + LIST, encoding="utf-8")
    (finding,) = (one for one in oe.audit(path, library).findings if one.code == "A211")
    assert "zo 5 keer in dit stuk: alinea 1; alinea 2; alinea 3 …" in finding.fact


def test_output_of_a_program_is_no_citing_by_numbers(library: oe.Library, tmp_path: Path) -> None:
    cited = "Zo is het (Boonk et al., 2018; Elders, 2011; Proefstra & Proefman, 2012).\n\n"
    printed = "\n\n".join(f"[{number}] {value}" for number, value in enumerate(["0.31", "-2", '"ja"', "TRUE", "NA"], 1))
    assert codes(cited + printed + LIST, library, tmp_path) == ["A101"]
    numbers = "Dit helpt [1]. Dat ook [2]. Zo ook dit [3], dit [4] en dat [5]."
    assert codes(cited + numbers + LIST, library, tmp_path) == ["A105"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Wethouder De Boer (2022) wil het.", "A116"),
        ("Zo wil oud-minister Slob (2020) het.", "A116"),
        ("Dat vroeg raadslid Jansen (2021).", "A116"),
        ("Dat vroeg Kamerlid Van Meenen (2018).", "A116"),
        ("Dat ziet onderzoeker De Boer (2022).", "A101"),
        ("Dat ziet mevrouw De Boer (2022).", "A101"),
        ("Wethouders zien bij De Boer (2022) dat het helpt.", "A101"),
    ],
)
def test_who_holds_an_office_may_be_no_author(words: str, wanted: str, library: oe.Library, tmp_path: Path) -> None:
    cited = " Zo is het (Boonk et al., 2018; Proefstra & Proefman, 2012)."
    assert codes(words + cited + LIST, library, tmp_path) == [wanted]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Zo is het (Proefstra & Proefman).", "“Proefstra & Proefman” (alinea 1)"),
        ("Zo is het (zie ook Proefstra en Proefman).", "“Proefstra en Proefman” (alinea 1)"),
        ("Zo is het (Proefstra & Proefman, p. 12).", "“Proefstra & Proefman” (alinea 1)"),
        ("Zo is het (Proefstra et al.).", ""),
        ("Zo is het (Proefstra & Proefman; 2012).", ""),  # a year behind the wrong mark
        ("Zo is het bij Proefstra en Proefman.", ""),
        ("Zo is het (Proefstra).", ""),
    ],
)
def test_a_citation_without_its_year_is_told_with_the_entry(
    words: str, told: str, library: oe.Library, tmp_path: Path
) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"{words} Zo ook (Boonk et al., 2018).{LIST}", encoding="utf-8")
    (finding,) = oe.audit(path, library).findings
    assert finding.code == "A102"
    near = f"; zonder jaar staat er wel {told}" if told else ""
    assert finding.fact == f"Proefstra & Proefman, 2012 staat in de literatuurlijst en wordt nergens aangehaald{near}"


def test_a_slip_in_the_year_is_not_reported_three_times(library: oe.Library, tmp_path: Path) -> None:
    text = "Zo is het (Boonk et al., 2008; Proefstra & Proefman, 2012)." + LIST
    assert codes(text, library, tmp_path) == ["A112"]


def test_without_a_list_its_checks_are_off_and_that_is_said_once(library: oe.Library, tmp_path: Path) -> None:
    text = "Zo is het (Boonk et al., 2018). Zo ook (Elders, 2011). Zie Anthony-Newman (2019)."
    assert codes(text, library, tmp_path) == ["A103", "A113", "A303"]


def test_english_drafts_have_rules_of_their_own(library: oe.Library, tmp_path: Path) -> None:
    text = "It is so (Boonk et al., 2018), and Proefstra and Proefman (2012) agree." + LIST
    assert codes(text, library, tmp_path, profile="apa-en") == []
    assert codes(text.replace(" and Proefman", " & Proefman"), library, tmp_path, profile="apa-en") == ["A203"]


def test_a_list_of_another_work_of_that_name_and_year_is_believed(library: oe.Library, tmp_path: Path) -> None:
    text = (
        "Zo is het (Epstein, 2018).\n\n# Literatuur\n\nEpstein, A. (2018). *Heel iets anders over tuinen*. Proefdruk."
    )
    assert codes(text, library, tmp_path) == []


def test_the_list_ends_at_a_heading_that_has_no_entries(library: oe.Library, tmp_path: Path) -> None:
    text = "Zo is het (Boonk et al., 2018; Proefstra & Proefman, 2012)." + LIST
    behind = "\n# Over dit plan\n\nDit plan is van ons. Het steunt op gesprekken uit Elders, 2011; Verder, 2012.\n"
    assert codes(text + behind, library, tmp_path) == []
    assert codes(text + behind + "Zie (Elders, 2011).", library, tmp_path) == ["A101"]
    more = "\n## Websites\n\nProefwinkel. (2020). *Een pagina*. https://voorbeeld.nl/pagina/\n"
    assert codes(text + more + behind, library, tmp_path) == ["A102"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Onderzoek wijst uit dat het helpt.", True),
        ("Uit diverse studies blijkt dat het werkt.", True),
        ("Het is wetenschappelijk bewezen.", True),
        ("Research shows that it works.", True),
        ("Betrokken ouders verbeteren de resultaten van hun kind.", True),
        ("Thuis voorlezen heeft een positief effect op de taal van kinderen.", True),
        ("Wij willen de resultaten van kinderen verbeteren.", False),
        ("De gemeente zal de inzet van ouders vergroten.", False),
        ("Het nieuwe dak verhoogt de huur.", False),
        ("Verbetert dit de taal van kinderen?", False),
        ("De raad besprak het plan met ouders.", False),
        ("Gemeenten kunnen de inzet van ouders bevorderen.", False),
        ("Wij doen dit om de ontwikkeling van kinderen te bevorderen.", False),
        ("Uit dit onderzoek bleek dat ouders tevreden zijn.", False),
        ("Ons onderzoek laat zien dat ouders meer meedoen.", False),
        ("The present study shows that parents take part.", False),
        ("De volgende stellingen zijn bewezen.", False),
        ("Uit onderzoek in dit veld blijkt dat ouders meedoen.", True),
    ],
)
def test_what_reads_as_evidence(sentence: str, wanted: bool) -> None:
    assert reads_as_evidence(sentence) is wanted


def test_an_entry_that_is_shown_is_cut_at_a_word_and_says_so(library: oe.Library, tmp_path: Path) -> None:
    titles = ("Een titel die veel langer is dan op een regel past", "Heel iets anders over wat langer is dan een regel")
    entries = "".join(f"\n\nProefstra, A. (2012). *{title}*. Proefdruk." for title in titles)
    draft = tmp_path / "concept.md"
    draft.write_text(f"Zo is het (Proefstra, 2012).\n\n# Literatuur{entries}\n", encoding="utf-8")
    said = [one.message for one in oe.audit(draft, library).findings if one.code == "A104"]
    assert "langer is dan op …; Proefstra" in said[0]
    assert "over wat langer is …" in said[0]


@pytest.mark.parametrize(
    "text",
    [
        "Onderzoek wijst uit dat het helpt (Boonk et al., 2018).",
        "Boonk et al. (2018) deden een review. Deze studie toont aan dat ouders de resultaten van kinderen verbeteren.",
        "Ouders verbeteren de resultaten van hun kind. Dat blijkt uit een review (Boonk et al., 2018).",
        "Het aangehaalde onderzoek wijst erop: ouders helpen. Scholen doen minder (Boonk et al., 2018).",
        "Onderzoek wijst uit dat het helpt.[^1]\n\n[^1]: Zie Boonk et al. (2018).",
    ],
)
def test_a_statement_has_its_source_near(text: str, library: oe.Library, tmp_path: Path) -> None:
    assert "A401" not in codes(text, library, tmp_path)


def test_unknown_options_are_refused(library: oe.Library, folder: Path) -> None:
    with pytest.raises(EvidenceError, match="no language 'fr'; choose nl, en"):
        oe.audit(folder / "schoon.docx", library, language="fr")
    with pytest.raises(EvidenceError, match="radboud"):
        oe.audit(folder / "schoon.docx", library, profile="mla")
    with pytest.raises(DocumentError, match="cannot be opened"):
        oe.audit(folder / "niets.docx", library)


def test_the_documentation_lists_every_code_as_the_catalogue_has_it() -> None:
    text = (ROOT / "docs" / "controle-van-een-concept.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (A\d{3}) \| (\w+) \| (.*) \| (.*) \|$", text, flags=re.MULTILINE)
    wanted = [(c, SEVERITIES[r.severity].nl, r.fact.nl, r.remedy.nl) for c, r in CATALOGUE.items()]
    assert rows == wanted


# -- annotated copies ------------------------------------------------------------------------------------------------


def ranges(path: Path) -> dict[str, str]:
    """Return the words under each comment of a Word file, by the comment's id."""
    inside: dict[str, str] = {}
    open_ids: set[str] = set()
    for node in docx.Document(str(path)).element.body.iter():
        if node.tag == f"{W}commentRangeStart":
            open_ids.add(node.get(f"{W}id"))
            inside[node.get(f"{W}id")] = ""
        elif node.tag == f"{W}commentRangeEnd":
            open_ids.remove(node.get(f"{W}id"))
        elif node.tag == f"{W}t":
            inside |= {name: inside[name] + node.text for name in open_ids}
    assert not open_ids
    return inside


def letters(words: str) -> str:
    return "".join(char for char in words if char.isalnum())


@pytest.mark.parametrize(
    ("twist", "holds"),
    [
        (lambda xml: xml.replace("w:document", "w:anders"), False),  # no document
        (lambda xml: xml.replace("<w:body>", "").replace("</w:body>", ""), False),
        (lambda xml: xml.replace("<w:t", "<w:t><w:t", 1).replace("</w:t>", "</w:t></w:t>", 1), True),  # text in no run
        (lambda xml: xml.replace("<w:body>", "<w:body><w:t>Mol (2015)</w:t>", 1), True),
        (lambda xml: xml.replace("<w:p>", '<w:p><w:footnoteReference w:id="2"/>', 1), True),
    ],
)
def test_a_word_file_of_odd_build_gets_its_comments_or_one_error(
    twist: Callable[[str], str],
    holds: bool,
    tmp_path: Path,
) -> None:
    draft = tmp_path / "concept.docx"
    draft.write_bytes(word_of(twist(WORD).encode()))
    try:
        copy = oe.audit(draft, oe.load()).annotate(tmp_path / "kopie.docx")
    except EvidenceError:
        assert not holds
    else:
        assert holds
        assert len(list(docx.Document(str(copy)).comments)) > 1


def test_the_word_copy_has_a_comment_at_the_words_of_each_remark(careless: Audit, tmp_path: Path) -> None:
    before = careless.path.read_bytes()
    copy = careless.annotate(tmp_path / "kopie.docx")
    assert careless.path.read_bytes() == before
    assert read_document(copy).text == careless.document.text
    first, *comments = docx.Document(str(copy)).comments
    under = ranges(copy)
    for step in careless.steps:
        assert step in first.text
    assert under[str(first.comment_id)] == "Ouders doen ertoe"  # the title, at which a reader begins
    assert len(comments) == len(careless.findings) == 25
    for comment, finding in zip(comments, careless.findings, strict=True):
        assert finding.code in comment.text
        assert finding.remedy[1:] in comment.text
        if "noot" not in finding.place:
            words = careless.document.text[finding.start : finding.end]
            assert letters(under[str(comment.comment_id)]) == letters(words)
    assert all(comment.timestamp is None for comment in comments)


def test_the_first_screen_says_what_to_do_first(
    careless: Audit, folder: Path, library: oe.Library, tmp_path: Path
) -> None:
    assert careless.steps == (
        "Herstel de 5 verwijzingen die niet bij de literatuurlijst passen (A101, A104, A112): "
        "alinea 6; alinea 6, noot 1; alinea 10",
        "Zoek de 2 werken op waarvan niet zeker is welke het zijn en of ze bestaan (A301, A302): alinea 10",
        "Zet een bron bij de 2 zinnen die er geen hebben (A401): alinea 4; alinea 7",
        "Vergelijk namen, jaren en bronnen op 6 plekken (A102, A111, A113 …): alinea 3; alinea 4; alinea 10 …",
        "Verbeter op 10 plekken de vorm (A201, A202, A203 …): alinea 3; alinea 4; alinea 6 …",
    )
    assert oe.audit(folder / "schoon.docx", library).steps == ("Er is niets te herstellen",)
    page = careless.annotate(tmp_path / "kopie.html").read_text(encoding="utf-8")
    first = re.sub(r"<a [^>]*>|</a>", "", page)
    assert first.index(html.escape(careless.steps[0])) < first.index("In het kort") < first.index("Het concept")
    links = re.findall(r'<li>[^\n]*?<a href="#(opmerking-\d+)">([^<]+)</a>', page.partition("In het kort")[0])
    assert links
    for target, place in links:
        assert careless.findings[int(target.rpartition("-")[2]) - 1].place == html.unescape(place)
        assert f'id="{target}"' in page


def test_claims_and_works_are_named_as_people_know_them(careless: Audit, library: oe.Library) -> None:
    claims = [claim for finding in careless.findings for claim in finding.claims]
    assert claims
    for claim in claims:
        assert claim.line("nl").startswith(f"{claim.statement} [{claim.level}; {library.claim(claim.id).code}]")
    named = [finding.fact for finding in careless.findings if finding.code in {"A113", "A114", "A302"}]
    assert named
    for fact in named:
        assert re.search(r"\d{4}, “.{10,}”", fact), fact


def test_the_same_draft_gives_the_same_copies(
    careless: Audit, folder: Path, library: oe.Library, tmp_path: Path
) -> None:
    again = oe.audit(folder / "slordig.docx", library)
    for name in ("kopie.docx", "kopie.html"):
        one, two = careless.annotate(tmp_path / name).read_bytes(), again.annotate(tmp_path / name).read_bytes()
        assert one == two
    for name in ("lijst.docx", "lijst.html", "lijst.md"):
        assert (
            careless.write_references(tmp_path / name).read_bytes()
            == again.write_references(tmp_path / name).read_bytes()
        )


def test_formatting_and_words_cut_into_runs_survive(library: oe.Library, tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Zo is het (Boo")
    paragraph.add_run("nk et").bold = True
    paragraph.add_run(" al 2018) en verder (Boonk et al 2018), en ook “nog” eens.").italic = True
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 1).text = "Cel (Boonk et al 2018)"
    document.save(str(tmp_path / "plan.docx"))
    audited = oe.audit(tmp_path / "plan.docx", library)
    copy = docx.Document(str(audited.annotate(tmp_path / "kopie.docx")))
    assert [p.text for p in copy.paragraphs] == [p.text for p in document.paragraphs]
    looks = [(bool(run.bold), bool(run.italic)) for run in copy.paragraphs[0].runs for _ in run.text]
    assert looks == [(bool(run.bold), bool(run.italic)) for run in paragraph.runs for _ in run.text]
    places = [letters(words) for words in ranges(tmp_path / "kopie.docx").values()]
    assert places.count("Boonketal2018") == 6  # A201 and A208, three times
    assert copy.tables[0].cell(0, 1).text == "Cel (Boonk et al 2018)"


def test_a_copy_is_never_written_over_the_draft(
    careless: Audit, folder: Path, library: oe.Library, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match="never changed"):
        careless.annotate(careless.path)
    with pytest.raises(OutputError, match="no Word file"):
        oe.audit(folder / "slordig.pdf", library).annotate(tmp_path / "x.docx")
    with pytest.raises(OutputError, match=r"\.html"):
        careless.annotate(tmp_path / "x.odt")
    assert list(tmp_path.iterdir()) == []
    assert careless.annotate(tmp_path / "nieuw" / "x.docx").is_file()  # a folder that is not there yet is made


@pytest.fixture(scope="module")
def page(careless: Audit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the annotated page of the careless draft."""
    return careless.annotate(tmp_path_factory.mktemp("page") / "kopie.html")


def test_the_page_holds_the_draft_and_links_both_ways(page: Path, careless: Audit) -> None:
    text = page.read_text(encoding="utf-8")
    bare = re.sub(r"<aside.*?</aside>|<ins>.*?</ins>", "", text.split("<h2>Het concept</h2>")[1], flags=re.DOTALL)
    assert letters(re.sub(r"<[^>]+>|&\w+;|&#x27;", " ", bare)) == letters(careless.document.text.replace("'", " "))
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert sum(name.startswith("opmerking-") for name in ids) == len(careless.findings)


@pytest.mark.browser
def test_the_page_is_accessible(page: Path) -> None:
    with chromium() as browser, watched(browser, viewport={"width": 1280, "height": 900}) as tab:
        tab.goto(page.as_uri())
        assert violations(tab) == []
        tab.set_viewport_size({"width": 360, "height": 800})
        assert violations(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_markup_in_a_draft_stays_words(library: oe.Library, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("Zo is <script>alert(1)</script> het (Boonk et al 2018, <b>p. 3</b>).", encoding="utf-8")
    text = oe.audit(path, library).annotate(tmp_path / "x.html").read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<b>p. 3" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.office
def test_an_office_program_reads_every_comment(careless: Audit, tmp_path: Path) -> None:
    copy = careless.annotate(tmp_path / "kopie.docx")
    if shutil.which("soffice") is None:
        if os.environ.get("CI"):
            pytest.fail("there is no soffice, and with CI nothing skips")
        pytest.skip("there is no soffice on this machine")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(copy)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(tmp_path / "kopie.odt") as archive:
        content = archive.read("content.xml").decode("utf-8")
    assert content.count("<office:annotation ") == len(careless.findings) + 1


# -- the corrected list ----------------------------------------------------------------------------------------------


def test_the_corrected_list_has_what_the_draft_cites(careless: Audit, tmp_path: Path) -> None:
    text = careless.write_references(tmp_path / "lijst.html").read_text(encoding="utf-8")
    keys = set(re.findall(r'id="ref-(\w+)"', text))
    assert {"antonynewman2019", "boonk2018", "halgunseth2009", "mapp2013"} <= keys
    assert "Antony-Newman, M. (2019)" in text
    assert keys.isdisjoint({"epstein2018", "bouwmeester2023"})
    unsure, lost, outside = (text.index(f'id="{name}"') for name in ("onzeker", "niet-gevonden", "niet-nagegaan"))
    assert unsure < text.index("Epstein, 2018. In het concept") < lost < text.index("Bouwmeester, 2023") < outside
    assert text.index("Proefgemeente. (z.d.)") > outside
    assert "Verzonnen, 2019 (staat niet in de literatuurlijst van het concept)" in text
    assert "Proefstra" not in text
    assert "Bedacht &amp; Verdicht, 2015 (staat niet" in text


def test_the_list_of_the_clean_draft_is_its_own(folder: Path, library: oe.Library, tmp_path: Path) -> None:
    audited = oe.audit(folder / "schoon.docx", library)
    text = audited.write_references(tmp_path / "lijst.md").read_text(encoding="utf-8")
    assert "niet nagegaan" not in text
    assert text.count("https://doi.org/") == sum("https://doi.org/" in entry.text for entry in audited.references)
    with pytest.raises(OutputError, match=r"\.docx"):
        audited.write_references(tmp_path / "lijst.odt")


# -- folders ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def drafts(folder: Path, tmp_path: Path) -> Path:
    """Return a folder with four drafts in two places, a broken one, and what is no draft."""
    place = tmp_path / "concepten"
    (place / "wijk").mkdir(parents=True)
    for name in ("schoon.docx", "slordig.docx"):
        shutil.copy(folder / name, place / name)
    shutil.copy(folder / "slordig.pdf", place / "wijk" / "slordig.pdf")
    (place / "wijk" / "plan.md").write_text("Zo is het (Boonk et al 2018).", encoding="utf-8")
    (place / "stuk.docx").write_bytes(b"PK\x03\x04 no archive")
    (place / "~$slordig.docx").write_bytes(b"lock")
    (place / "foto.jpg").write_bytes(b"picture")
    return place


def rows(results: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((results / TABLE).read_text(encoding="utf-8"))))


def test_a_folder_gives_one_table(drafts: Path, library: oe.Library, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    counted = audit_folder(drafts, library, tmp_path / "uit", progress=lambda *step: steps.append(step))
    assert [one.name for one in counted] == [
        "schoon.docx", "slordig.docx", "stuk.docx", "wijk/plan.md", "wijk/slordig.pdf",
    ]  # fmt: skip
    assert [one.holds for one in counted] == [True, False, False, False, False]
    assert "kapot" in str(counted[2].unread)
    assert steps == [(done, 5) for done in range(6)]
    table = rows(tmp_path / "uit")
    assert sum(row["file"] == "slordig.docx" for row in table) == 25
    assert [row["code"] for row in table if row["file"] == "wijk/plan.md"] == ["A103", "A201", "A208"]


def test_a_second_run_audits_only_what_changed(drafts: Path, library: oe.Library, tmp_path: Path) -> None:
    audit_folder(drafts, library, tmp_path / "uit")
    records = tmp_path / "uit" / RECORDS
    before = {path.name: path.stat().st_mtime_ns for path in records.iterdir()}
    table = (tmp_path / "uit" / TABLE).read_bytes()
    (tmp_path / "uit" / TABLE).unlink()
    audit_folder(drafts, library, tmp_path / "uit")
    assert {path.name: path.stat().st_mtime_ns for path in records.iterdir()} == before
    assert (tmp_path / "uit" / TABLE).read_bytes() == table
    (drafts / "wijk" / "plan.md").write_text("Zo is het (Boonk et al., 2018).", encoding="utf-8")
    audit_folder(drafts, library, tmp_path / "uit")
    assert len(list(records.iterdir())) == len(before) + 1
    assert [row["code"] for row in rows(tmp_path / "uit") if row["file"] == "wijk/plan.md"] == ["A103"]


def test_a_run_that_was_broken_off_goes_on(drafts: Path, library: oe.Library, tmp_path: Path) -> None:
    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise StopError

    with pytest.raises(StopError):
        audit_folder(drafts, library, tmp_path / "uit", progress=stop)
    kept = {path.name for path in (tmp_path / "uit" / RECORDS).iterdir()}
    assert len(kept) == 2
    assert not (tmp_path / "uit" / TABLE).exists()
    steps: list[int] = []
    audit_folder(drafts, library, tmp_path / "uit", progress=lambda done, _: steps.append(done))
    assert steps == [2, 3, 4, 5]


def test_more_processors_find_the_same(drafts: Path, library: oe.Library, tmp_path: Path) -> None:
    one = audit_folder(drafts, library, tmp_path / "een")
    two = audit_folder(drafts, library, tmp_path / "twee", jobs=2)
    assert one == two
    assert (tmp_path / "een" / TABLE).read_bytes() == (tmp_path / "twee" / TABLE).read_bytes()


@pytest.fixture
def scheduler() -> Iterator[str]:
    """Start a Dask cluster of two workers, each a process of its own, on this machine alone."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, processes=True
    ) as cluster:
        yield cluster.scheduler_address


@pytest.mark.filterwarnings("default")  # of Dask's own
def test_a_cluster_finds_the_same(drafts: Path, library: oe.Library, tmp_path: Path, scheduler: str) -> None:
    here = audit_folder(drafts, library, tmp_path / "hier")
    there = audit_folder(drafts, library, tmp_path / "daar", scheduler=scheduler)
    assert here == there
    assert (tmp_path / "hier" / TABLE).read_bytes() == (tmp_path / "daar" / TABLE).read_bytes()


def test_without_dask_the_extra_is_named(
    drafts: Path, library: oe.Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EvidenceError, match=r"ouderevidence\[cluster\]"):
        audit_folder(drafts, library, tmp_path / "uit", scheduler="tcp://127.0.0.1:1")


def test_a_folder_without_drafts_is_refused(library: oe.Library, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no drafts"):
        audit_folder(tmp_path, library, tmp_path / "uit")
    assert list(tmp_path.iterdir()) == []


# -- the command -----------------------------------------------------------------------------------------------------


def run(*arguments: str | Path) -> command.Done:
    return command.run("audit", *arguments)


def test_the_command_says_what_the_library_says(folder: Path, careless: Audit, tmp_path: Path) -> None:
    done = run(folder / "slordig.docx", "--geannoteerd", tmp_path / "k.docx", "--literatuurlijst", tmp_path / "l.md")
    assert done.returncode == 1
    assert "alinea 3 A201 waarschuwing “Bakker et al, 2013”" in done.stdout
    assert done.stdout.startswith(f"1. {careless.steps[0]}\n2. ")
    assert careless.summary in done.stdout
    assert (tmp_path / "k.docx").stat().st_size
    assert (tmp_path / "l.md").stat().st_size
    data = json.loads(run(folder / "slordig.docx", "--format", "json", "--taal", "en").stdout)
    assert [row["code"] for row in data] == [finding.code for finding in careless.findings]
    assert {row["severity"] for row in data} == {"error", "warning", "hint"}


def test_the_command_ends_well_or_with_a_clear_line(folder: Path, drafts: Path, tmp_path: Path) -> None:
    assert run(folder / "schoon.docx").returncode == 0
    missing = run(tmp_path / "niets.docx")
    assert (missing.returncode, missing.stderr.count("\n")) == (1, 1)
    assert run(drafts).returncode == 2
    assert run(folder / "schoon.docx", "--jobs", "2").returncode == 2
    done = run(drafts, "-o", tmp_path / "uit", "--format", "csv")
    assert done.returncode == 1
    assert "slordig.docx,5,18,2," in done.stdout
    assert len(rows(tmp_path / "uit")) > 50
