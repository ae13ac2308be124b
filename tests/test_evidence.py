"""The curated evidence itself: complete, linked as the factsheet prints it, and in our own words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from ouderevidence.loading import packaged, validate
from ouderevidence.text.passages import words

if TYPE_CHECKING:
    import ouderevidence as oe

# Worked out by hand from the factsheet, section by section: the 52 printed citations and the work each is.
PRINTED = {
    "1.0": {
        "Boonk et al., 2018": "boonk2018",
        "Musengamana, 2023": "musengamana2023",
        "Oranga et al., 2023": "oranga2023",
    },
    "1.1": {"Boonk et al., 2018": "boonk2018", "Epstein, 2018": "epstein2018"},
    "1.2": {
        "Van der Linde et al., 2019": "vanderlinde2019",
        "Krijnen et al., 2022": "krijnen2022",
        "Ilias et al., 2016": "ilias2016",
    },
    "2.0": {
        "Epstein (2001)": "epstein2001",
        "Hoover-Dempsey en Sandler (2005)": "hooverdempsey2005",
        "Bronfenbrenner (1979)": "bronfenbrenner1979",
        "Bourdieu (1986)": "bourdieu1986",
        "Mapp en Kuttner (2013)": "mapp2013",
        "Halgunseth et al. (2009)": "halgunseth2009",
    },
    "2.1": {"Boonk et al., 2018": "boonk2018"},
    "2.2": {
        "Boonk et al., 2018": "boonk2018",
        "Bakker et al., 2013": "bakker2013",
        "Van der Vegt, 2021": "vandervegt2021",
    },
    "2.3": {"Agirdag & De Leersnyder, 2024": "agirdag2024"},
    "3.1": {"GOAB, 2025": "goab2025", "Inspectie van het Onderwijs, 2024": "inspectie2024"},
    "3.2": {
        "Iliás et al., 2016": "ilias2016",
        "Emmelot, 2013": "emmelot2013",
        "Blok et al., 2005": "blok2005",
        "Krijnen et al, 2020": "krijnen2020",
        "Van Steensel et al, 2019": "vansteensel2019",
        "Van der Pluijm, 2020": "vanderpluijm2020",
        "Kassenberg & Petri, 2013": "kassenberg2013",
    },
    "4.0": {
        "Agirdag, 2022": "agirdag2022",
        "Epstein, 2018": "epstein2018",
        "Bouwmeester, 2023": "bouwmeester2023",
        "Hornby & Blackwell, 2018": "hornby2018",
        "Kamal et al., 2023": "kamal2023",
        "Hoover-Dempsey & Sandler, 2005": "hooverdempsey2005",
        "Desforges & Abouchaar, 2003": "desforges2003",
        "Severiens, 2014": "severiens2014",
        "Day, 2013": "day2013",
    },
    "4.1": {
        "Boonk et al., 2018": "boonk2018",
        "Dearing et al., 2024": "dearing2024",
        "Dearing et al., 2006": "dearing2006",
    },
    "4.2": {"Bakker et al., 2013": "bakker2013", "Van der Vegt, 2021": "vandervegt2021"},
    "4.3": {"Hornby & Blackwell, 2018": "hornby2018", "Lusse & Van der Pluijm, 2023": "lusse2023"},
    "4.4": {"Anthony-Newman, 2019": "antonynewman2019", "Lusse & Van der Pluijm, 2023": "lusse2023"},
    "4.6": {
        "Asgharpour & Kashani, 2021": "asgharpour2021",
        "Jeynes, 2016": "jeynes2016",
        "Saris et al., 2023": "saris2023",
        "Amodia-Bidakowska et al., 2020": "amodiabidakowska2020",
        "Lamb, 2010": "lamb2010",
        "Panter-Brick et al., 2014": "panterbrick2014",
    },
}


# Worked out by hand from the printed citations, the facts about the works and the truth table.
LEVELS_BY_HAND = {
    # Bakker (certain, a review, no peer review) says it: a full link to a synthesis. Boonk partly: not full.
    "thuis-weegt-het-zwaarst": "moderate",
    # Boonk alone, partly: not every form is positive.
    "thuis-doorslaggevend-voor-ontwikkeling": "limited",
    # Three identified reviews; a stronger effect for low SES was seen in no abstract.
    "effect-sterkst-bij-lage-ses": "unconfirmed",
    # The ban stands in a sentence that prints no citation.
    "verbod-op-thuistalen-helpt-niet": "none",
    # Agirdag and De Leersnyder (2024) was not found.
    "thuistalen-toestaan-bevordert-betrokkenheid": "untraced",
    # Blok, Van Steensel and Van der Pluijm partly; none full.
    "oudercomponent-kan-waarde-toevoegen": "limited",
    # The inspectorate's report is ambiguous, and the half was traced in neither candidate.
    "helft-scholen-ouders-doen-te-weinig-mee": "untraced",
    # Kassenberg and Petri (2013) was not found.
    "brugfunctionaris-kan-ouders-sterken": "untraced",
    # Day (2013) is probable, and nobody read it.
    "moeilijk-bereikbaar-is-een-mythe": "unconfirmed",
    # Two works not found; Jeynes is about outcomes, not about ways of playing.
    "vaders-hebben-eigen-manieren": "unconfirmed",
    # Play, a handbook, and parenting programmes: none was seen to show it.
    "vaderprogrammas-kunnen-betrokkenheid-vergroten": "unconfirmed",
    # Desforges (certain, a review) says it for all classes and ethnic groups.
    "alle-ouders-kunnen-thuis-bijdragen": "moderate",
}


@pytest.mark.parametrize(("claim", "expected"), LEVELS_BY_HAND.items())
def test_a_level_is_the_one_worked_out_by_hand(library: oe.Library, claim: str, expected: str) -> None:
    assert library.profile(claim).code == expected


def test_the_list_by_hand_has_52_citations_to_41_works() -> None:
    links = [work for section in PRINTED.values() for work in section.values()]
    assert (len(links), len(set(links))) == (52, 41)


def test_every_printed_citation_is_linked_and_no_other(library: oe.Library) -> None:
    found = {(claim.passages[c.passage - 1].section, c.as_cited, c.work) for claim in library for c in claim.citations}
    expected = {(section, as_cited, work) for section, links in PRINTED.items() for as_cited, work in links.items()}
    assert found == expected


def test_the_evidence_holds_together_with_only_the_known_warnings(factsheet_text: str) -> None:
    """Every passage found and unique, every letter covered; two works have neither DOI nor URL established."""
    _, findings = validate(texts={"ouderbetrokkenheid": factsheet_text})
    unknown = [str(f) for f in findings if f.code != "W503"]
    assert unknown == []
    assert [f.fact.split("'")[1] for f in findings] == ["epstein2001", "bourdieu1986"]


def test_the_factsheet_is_claimed_whole(library: oe.Library) -> None:
    assert 80 <= len(library) <= 110
    assert 40 <= sum(claim.core for claim in library) <= 60
    origins = Counter(w.appraisal.origin for w in library.bibliography.values())
    assert origins["factsheet"] == 41
    assert len(library.factsheets[0].further_reading) == 12


def test_no_dutch_sentence_is_longer_than_25_words(library: oe.Library) -> None:
    long = [
        (claim.id, len(sentence.split()))
        for claim in library
        for sentence in re.split(r"(?<=[.!?])\s+", claim.statement.nl)
        if len(sentence.split()) > 25
    ]
    assert long == []


def test_a_claim_about_a_hedge_says_the_hedge(library: oe.Library) -> None:
    """A statement is never stronger than the factsheet: its reserve is heard in the statement."""
    silent = [
        claim.id for claim in library if claim.hedge and not set(words(claim.hedge.nl)) & set(words(claim.statement.nl))
    ]
    assert silent == []


def test_no_run_of_eight_words_is_the_factsheets(library: oe.Library, factsheet_text: str) -> None:
    titles = sorted((w.title for w in library.bibliography.values() if w.title), key=len, reverse=True)
    sheet = _grams(_without_citations(factsheet_text, titles))
    root = packaged()
    copied: list[tuple[str, str]] = []
    for path in sorted((root / "evidence").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(starts|ends): (\"[^\"]*\"|[^,}\n]*)", " | ", text)
        text = re.sub(r"(as_cited|title|url|source): .*", " | ", text)  # citations, titles and addresses
        copied += [(path.name, " ".join(run)) for run in sorted(_grams(_without_citations(text, titles)) & sheet)]
    assert copied == []


def _without_citations(text: str, titles: list[str]) -> str:
    joined = re.sub(r"(?<=\w)-\s*\n\s*", "", text)
    flat = re.sub(r"\([^()]*\b\d{4}[^()]*\)", " | ", " ".join(joined.split()))
    flat = re.sub(r"\S+/\S+-\S+", " | ", flat)  # addresses
    for title in titles:
        flat = flat.replace(title, " | ")
    return flat


def _grams(text: str, size: int = 8) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for part in text.split("|"):
        run = words(part)
        found |= {tuple(run[i : i + size]) for i in range(len(run) - size + 1)}
    return found
