"""The label of a work, its CSL item, and Dutch APA 7 as pandoc prints it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import small_library as small
from ouderevidence.citing import citations, references, style
from ouderevidence.document import nodes, pandoc
from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.records import Name

if TYPE_CHECKING:
    from ouderevidence import Library
    from ouderevidence.citing.csl import CslItem
    from ouderevidence.model.records import Factsheet, Work

VEGT = Name("Vegt", "A. L.", "van der")
MAPP = Name("Mapp", "Karen L.")
KUTTNER = Name("Kuttner", "Paul J.")
LEERSNYDER = Name("De Leersnyder", "Jozefien")
HART = Name("Hart", "P.", "'t")
HOF = Name("Hof", "J.", "van 't")
CBS = Name(literal="Ministerie van Onderwijs, Cultuur en Wetenschap")


def printed(works: list[Work], profile: str = "radboud") -> tuple[list[str], list[str]]:
    """Return the citation in brackets of each work, and the list, as pandoc prints them."""
    language = references.PROFILES[profile].locale[:2]
    return printed_items([references.csl_item(work, language=language) for work in works], profile)


def printed_items(items: list[CslItem], profile: str) -> tuple[list[str], list[str]]:
    """Return the citation in brackets of each item, and the list, as pandoc prints them."""
    document = nodes.document(
        [nodes.para([nodes.cite([nodes.reference(str(item["id"]))])]) for item in items],
        {"lang": references.PROFILES[profile].locale, "references": items},
    )
    text = pandoc.run(citations.resolve(document, profile), "plain", "--wrap=none").decode("utf-8")
    lines = [line for line in text.splitlines() if line]
    return [line.strip("()") for line in lines[: len(items)]], lines[len(items) :]


@pytest.mark.parametrize(
    ("authors", "label"),
    [
        ((VEGT,), "Van der Vegt, 2020"),
        ((MAPP, KUTTNER), "Mapp & Kuttner, 2020"),
        ((MAPP, KUTTNER, VEGT), "Mapp et al., 2020"),
        ((LEERSNYDER, HOF), "De Leersnyder & Van ’t Hof, 2020"),
        ((HART,), "’t Hart, 2020"),
        ((CBS,), "Ministerie van Onderwijs, Cultuur en Wetenschap, 2020"),
        ((Name("Braak", "D.", "ten"), MAPP), "Ten Braak & Mapp, 2020"),
    ],
)
def test_label_follows_the_rule_and_pandoc(authors: tuple[Name, ...], label: str) -> None:
    work = small.work("w", *authors)
    assert references.label(work) == label
    assert printed([work])[0] == [label]


def test_a_work_without_a_date_says_so_in_both_languages() -> None:
    work = small.work("w", MAPP, year="")
    assert references.label(work) == "Mapp, z.d."
    assert references.label(work, "en") == "Mapp, n.d."


def test_labels_tell_works_of_the_same_year_apart() -> None:
    works = [
        small.work("b", MAPP, title="Berg"),
        small.work("a", MAPP, title="Aarde"),
        small.work("c", VEGT, MAPP, KUTTNER, HOF),
        small.work("d", VEGT, KUTTNER, HOF, MAPP),
    ]
    labels = references.labels(works)
    assert labels == {
        "a": "Mapp, 2020a",
        "b": "Mapp, 2020b",
        "c": "Van der Vegt, Mapp, et al., 2020",
        "d": "Van der Vegt, Kuttner, et al., 2020",
    }
    assert printed(works)[0] == [labels[work.key] for work in works]


@pytest.mark.parametrize("profile", ["radboud", "han", "apa-en"])
def test_labels_of_the_curated_works_are_those_pandoc_prints(library: Library, profile: str) -> None:
    works = [library.work(key) for key in library.works.index]  # those not cited and the stubs too
    labels = references.labels(works, references.PROFILES[profile].language)
    assert printed(works, profile)[0] == [labels[work.key] for work in works]


@pytest.mark.parametrize(
    ("profile", "work", "entry"),
    [
        ("radboud", small.work("w", VEGT), "Vegt, A. L. van der. (2020). Titel van w. Pedagogiek."),
        ("han", small.work("w", VEGT), "Van der Vegt, A. L. (2020). Titel van w. Pedagogiek."),
        ("radboud", small.work("w", LEERSNYDER), "De Leersnyder, J. (2020). Titel van w. Pedagogiek."),
        (
            "radboud",
            small.work("w", MAPP, pages="1--10", volume="3", number="2", doi="10.1/x_y"),
            "Mapp, K. L. (2020). Titel van w. Pedagogiek, 3(2), 1–10. https://doi.org/10.1/x_y",
        ),
        (
            "radboud",
            small.work("w", CBS, year="", entry_type="online", journal="", url="https://x.nl/a", urldate="2024-03-01"),
            "Ministerie van Onderwijs, Cultuur en Wetenschap. (z.d.). Titel van w. Geraadpleegd op 1 maart 2024, van "
            "https://x.nl/a",
        ),
        (
            "radboud",
            small.work("w", MAPP, entry_type="book", journal="", edition="2", publisher="Boom"),
            "Mapp, K. L. (2020). Titel van w (2e druk). Boom.",
        ),
        (
            "radboud",
            small.work(
                "w", MAPP, entry_type="phdthesis", journal="", school="Universiteit Utrecht", url="https://x.nl"
            ),
            "Mapp, K. L. (2020). Titel van w [Proefschrift, Universiteit Utrecht]. https://x.nl",
        ),
        ("radboud", small.work("w", MAPP, year="in druk"), "Mapp, K. L. (in druk). Titel van w. Pedagogiek."),
        ("radboud", small.work("w", MAPP, KUTTNER), "Mapp, K. L., & Kuttner, P. J. (2020). Titel van w. Pedagogiek."),
        ("apa-en", small.work("w", VEGT), "van der Vegt, A. L. (2020). Titel van w. Pedagogiek."),
    ],
)
def test_an_entry_reads_as_dutch_apa_wants(profile: str, work: Work, entry: str) -> None:
    assert re.sub(r"[_*]", "", printed([work], profile)[1][0]) == entry.replace("_", "")


FACTSHEET = replace(small.FACTSHEET, publisher="GOAB (Oberon, Sardes en CED-Groep)")
DATED = replace(FACTSHEET, year="2025", url="https://x.nl/a")


@pytest.mark.parametrize(
    ("profile", "sheet", "entry"),
    [
        ("radboud", FACTSHEET, "GOAB. (z.d.). Kleine factsheet [Factsheet]."),
        ("han", DATED, "GOAB. (2025). Kleine factsheet [Factsheet]. https://x.nl/a"),
        ("apa-en", FACTSHEET, "GOAB. (n.d.). Small factsheet [Factsheet]."),
        ("radboud", replace(FACTSHEET, described=True), "GOAB. (z.d.). [Kleine factsheet]."),
        ("han", replace(DATED, described=True), "GOAB. (2025). [Kleine factsheet]. https://x.nl/a"),
        ("apa-en", replace(FACTSHEET, described=True), "GOAB. (n.d.). [Small factsheet]."),
        ("apa-en", replace(DATED, described=True), "GOAB. (2025). [Small factsheet]. https://x.nl/a"),
    ],
)
def test_a_factsheet_stands_in_the_list_by_its_title_or_by_a_description_in_brackets(
    profile: str, sheet: Factsheet, entry: str
) -> None:
    language = references.PROFILES[profile].locale[:2]
    item = references.factsheet_item(sheet, language=language)
    assert printed_items([item], profile)[1] == [entry]


def test_the_curated_factsheet_has_a_description_of_ours_for_a_title(library: Library) -> None:
    (sheet,) = library.factsheets
    for language, words in (
        ("nl", "Factsheet over ouderbetrokkenheid en inclusief ouderbeleid"),
        ("en", "Factsheet on parental involvement and inclusive parent policy"),
    ):
        item = references.factsheet_item(sheet, language=language)
        assert (item.get("title"), item["genre"]) == (None, words)


def test_an_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(EvidenceError, match="radboud"):
        style.style("mla")
