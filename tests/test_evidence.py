"""The curated evidence itself: complete, linked as the factsheet prints it, and in our own words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import by_hand
import ouderevidence as oe
from ouderevidence.evidence.checks import section_spans
from ouderevidence.library.load import packaged, validate
from ouderevidence.text.passages import Index, locate, words

if TYPE_CHECKING:
    from collections.abc import Iterator


COPIED = 8  # words in a row that may not be the factsheet's
LONGEST_SENTENCE = 25  # words
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A statement is read alone: it does not open with a word that points back.
POINTS_BACK = re.compile(
    r"^(Die|Dit|Deze|Daarom|Daardoor|Zij|Hierin|Daarvoor|Evenmin|Ook (?!vaders)|Dat (is|geldt|heet|kan))\b"
)


# --- the 52 citations -----------------------------------------------------------------------------------------------


def test_the_list_by_hand_has_52_citations_to_41_works() -> None:
    assert len(by_hand.PRINTED) == 52
    assert len({work for _, _, work, _ in by_hand.PRINTED}) == 41


def test_every_printed_citation_is_carried_by_the_claims_of_the_list_and_no_others(library: oe.Library) -> None:
    found: dict[tuple[str, str, str], list[str]] = {}
    for claim in library:
        for c in claim.citations:
            found.setdefault((claim.passages[c.passage - 1].section, c.as_cited, c.work), []).append(claim.id)
    expected = {(section, printed, work): list(claims) for section, printed, work, claims in by_hand.PRINTED}
    assert found == expected


def test_the_factsheet_prints_no_other_citation(library: oe.Library, factsheet_text: str) -> None:
    """A year in brackets is a citation: as many in each section as the list by hand has."""
    index = Index.of(factsheet_text)
    printed = {
        section: sum(len(YEAR.findall(text)) for text in _brackets(index.text, spans))
        for section, spans in section_spans(index, library.factsheets[0]).items()
    }
    assert +Counter(printed) == Counter(section for section, _, _, _ in by_hand.PRINTED)


def _brackets(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """Yield what stands in brackets that open in a span (a span may end inside one)."""
    for match in re.finditer(r"\(([^()]*)\)", text):
        if any(start <= match.start() < end for start, end in spans):
            yield match[1]


def test_an_appraisal_says_a_form_that_is_printed(library: oe.Library) -> None:
    forms: dict[str, set[str]] = {}
    for _, printed, work, _ in by_hand.PRINTED:
        forms.setdefault(work, set()).add(printed)
    assert {k for k, v in forms.items() if library.work(k).as_cited not in v} == set()


# --- judgements and levels ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("claim", "expected"), by_hand.LEVELS.items())
def test_a_level_is_the_one_worked_out_by_hand(library: oe.Library, claim: str, expected: str) -> None:
    assert library.profile(claim).code == expected


@pytest.mark.parametrize(("link", "expected"), by_hand.JUDGED.items())
def test_a_link_is_judged_as_the_facts_allow(
    library: oe.Library, link: tuple[str, str], expected: tuple[str, str]
) -> None:
    claim, work = link
    [citation] = [c for c in library[claim].citations if c.work == work]
    assert (citation.judgement, citation.basis) == expected


def test_full_is_said_of_one_link_alone(library: oe.Library) -> None:
    full = {(claim.id, c.work) for claim in library for c in claim.citations if c.judgement == "full"}
    assert full == {link for link, (judgement, _) in by_hand.JUDGED.items() if judgement == "full"}


def test_a_work_that_was_not_found_is_not_checked(library: oe.Library) -> None:
    judged = {c.judgement for claim in library for c in claim.citations if c.work in by_hand.NOT_FOUND}
    assert judged == {"unchecked"}


# --- works ----------------------------------------------------------------------------------------------------------


def test_works_are_identified_as_surely_as_the_facts_say(library: oe.Library) -> None:
    found: dict[str, set[str]] = {}
    for key, work in library.bibliography.items():
        found.setdefault(work.appraisal.identification, set()).add(key)
    assert found["not_found"] == by_hand.NOT_FOUND
    assert found["ambiguous"] == by_hand.AMBIGUOUS
    assert found["probable"] == by_hand.PROBABLE


def test_works_that_are_ours_stand_outside_the_41(library: oe.Library) -> None:
    ours = {key for key, work in library.bibliography.items() if work.appraisal.origin == "curator"}
    assert len(library.bibliography) - len(ours) == 41
    assert ours & {c.work for claim in library for c in claim.citations} == set()
    named = {key for claim in library for caveat in claim.caveats for key in caveat.works}
    assert ours - named <= {supplement.work for claim in library for supplement in claim.supplements}


def test_every_doi_is_one_that_was_seen(library: oe.Library) -> None:
    cited = {key: work for key, work in library.bibliography.items() if work.appraisal.origin == "factsheet"}
    assert {k: w.fields["doi"] for k, w in cited.items() if "doi" in w.fields} == by_hand.DOIS


def test_details_from_memory_stay_out(library: oe.Library) -> None:
    kept = {(k, f) for k, fields in by_hand.FROM_MEMORY.items() for f in fields if f in library.work(k).fields}
    assert kept == set()


def test_a_stub_is_a_name_and_a_year(library: oe.Library) -> None:
    fields = {key: set(library.work(key).fields) for key in by_hand.NOT_FOUND}
    assert {key: found for key, found in fields.items() if found} == {}


def test_every_title_says_its_language(library: oe.Library) -> None:
    languages = {w.fields.get("langid") for w in library.bibliography.values() if not w.is_stub}
    assert languages == {"english", "dutch", "ngerman"}


# --- claims ---------------------------------------------------------------------------------------------------------


def test_the_evidence_holds_together_with_only_the_known_warnings(factsheet_text: str) -> None:
    """Every passage found and unique, every letter covered; of some works no address is established."""
    _, findings = validate(texts={"ouderbetrokkenheid": factsheet_text})
    unknown = [str(f) for f in findings if f.code != "W503"]
    assert unknown == []
    assert {f.fact.split("'")[1] for f in findings} == by_hand.WITHOUT_ADDRESS


def test_the_factsheet_is_claimed_whole(library: oe.Library) -> None:
    assert 80 <= len(library) <= 130
    assert 45 <= sum(claim.core for claim in library) <= 55
    assert len(library.factsheets[0].further_reading) == 12
    assert {p for claim in library for p in claim.programmes} == set(library.programmes)


def test_what_is_left_out_asserts_nothing(library: oe.Library) -> None:
    left = {(x.passage.section, x.passage.starts, x.reason) for x in library.factsheets[0].left_out}
    assert {x for x in left if x[2] not in ("heading", "running-head")} == by_hand.LEFT_OUT


def test_claims_stand_in_reading_order(library: oe.Library, factsheet_text: str) -> None:
    """By section, then by where the first passage starts; a footnote belongs to the section of its mark."""
    index, factsheet = Index.of(factsheet_text), library.factsheets[0]
    spans = section_spans(index, factsheet)
    order = [s.id for s in factsheet.sections]
    places = []
    for claim in library:
        first = claim.passages[0]
        span = locate(index, first.starts, first.ends, spans[first.section]).span
        assert span is not None
        places.append((order.index(first.section), span[0], claim.id))
    assert [p[2] for p in places] == [p[2] for p in sorted(places, key=lambda p: p[:2])]


def _sentences(text: str) -> Iterator[str]:
    yield from re.split(r"(?<=[.!?])\s+", text)


def test_no_dutch_sentence_is_longer_than_25_words(library: oe.Library) -> None:
    texts = [(claim.id, claim.statement.nl) for claim in library]
    texts += [(claim.id, caveat.text.nl) for claim in library for caveat in claim.caveats]
    texts += [(claim.id, c.note.nl) for claim in library for c in claim.citations if c.note]
    texts += [(claim.id, s.note.nl) for claim in library for s in claim.supplements if s.note]
    texts += [(w.key, w.appraisal.finding.nl) for w in library.bibliography.values() if w.appraisal.finding]
    long = [(name, s) for name, text in texts for s in _sentences(text) if len(s.split()) > LONGEST_SENTENCE]
    assert long == []


def test_a_statement_can_be_read_alone(library: oe.Library) -> None:
    assert [claim.id for claim in library if POINTS_BACK.match(claim.statement.nl)] == []


def test_a_claim_about_a_hedge_says_the_hedge(library: oe.Library) -> None:
    """A statement is never stronger than the factsheet: its reserve is heard in the statement."""
    silent = [
        claim.id for claim in library if claim.hedge and not set(words(claim.hedge.nl)) & set(words(claim.statement.nl))
    ]
    assert silent == []


def test_a_statement_that_says_can_or_often_has_its_hedge(library: oe.Library) -> None:
    reserve = {"kan", "kunnen", "vaak", "nogal"}
    graded = [c for c in library if c.kind in ("finding", "prevalence")]
    own = {claim.id: claim.statement.nl.replace("in eigen kunnen", "") for claim in graded}  # there it is a noun
    bare = [claim.id for claim in graded if not claim.hedge and reserve & set(words(own[claim.id]))]
    assert bare == []


def test_the_quotations_are_marked_as_such(library: oe.Library) -> None:
    assert {claim.id for claim in library if claim.presented_as_quote} == by_hand.QUOTED


def test_levers_belong_to_section_3_2_and_roles_to_the_municipality(library: oe.Library) -> None:
    assert {s for claim in library if claim.levers for s in claim.sections} == {"3.2"}
    assert [claim.id for claim in library if claim.roles and "gemeente" not in claim.actors] == []


def test_a_caveat_says_when_it_was_checked(library: oe.Library) -> None:
    assert [claim.id for claim in library for caveat in claim.caveats if not caveat.checked_on] == []


# --- complementary research -----------------------------------------------------------------------------------------


def test_every_finding_was_searched_for_or_says_that_it_was_not(library: oe.Library) -> None:
    graded = [claim for claim in library if library.profile(claim.id).level is not None]
    outcomes = {claim.id: library.search_outcome(claim.id) for claim in graded}
    assert sum(found != "not_searched" for found in outcomes.values()) >= len(graded) - 3
    assert all(claim.supplements for claim in graded if outcomes[claim.id] == "found")


def test_the_factsheets_own_reading_does_not_see_what_is_ours(library: oe.Library) -> None:
    """Without its supplements a claim has the level it has in the first reading."""
    bare = {claim.id: replace(claim, supplements=()) for claim in library}
    corpus = replace(library._corpus, claims=tuple(bare.values()))
    assert [oe.Library(corpus).profile(name).code for name in bare] == [library.profile(name).code for name in bare]


def test_research_that_disagrees_is_in(library: oe.Library) -> None:
    gains = {s.work for s in library["effect-sterkst-bij-lage-ses"].supplements if s.intent != "supports"}
    assert {"tan2020", "barger2019"} <= gains
    home = {s.work for s in library["thuis-weegt-het-zwaarst"].supplements if s.intent != "supports"}
    assert home
    component = {s.work for s in library["oudercomponent-kan-waarde-toevoegen"].supplements if s.intent != "supports"}
    assert {"grindal2016", "delarie2021"} & component
    assert library.profile("effect-sterkst-bij-lage-ses", "evidence").contested


# --- own words ------------------------------------------------------------------------------------------------------


def test_no_run_of_eight_words_is_the_factsheets(library: oe.Library, factsheet_text: str) -> None:
    titles = _titles(library)
    sheet = _grams(_without_citations(factsheet_text, titles))
    copied = [
        (path.name, run)
        for path in sorted((packaged() / "evidence").rglob("*.yml"))
        for run in _copied(path.read_text(encoding="utf-8"), sheet, titles)
    ]
    assert copied == []


def test_a_copied_run_is_noticed(library: oe.Library, factsheet_text: str) -> None:
    """The test above can fail: eight words of the factsheet in a statement are found, seven are not."""
    titles = _titles(library)
    flat = _without_citations(factsheet_text, titles)
    sheet = _grams(flat)
    part = max((words(p) for p in flat.split("|")), key=len)
    for size in (COPIED - 1, COPIED):
        statement = f"- id: een-uitspraak\n  statement:\n    nl: {' '.join(part[:size])}\n    en: Something else.\n"
        assert bool(_copied(statement, sheet, titles)) == (size == COPIED)


def _titles(library: oe.Library) -> list[str]:
    return sorted((w.title for w in library.bibliography.values() if w.title), key=len, reverse=True)


def _copied(text: str, sheet: set[tuple[str, ...]], titles: list[str]) -> list[str]:
    text = re.sub(r"(starts|ends): (\"[^\"]*\"|[^,}\n]*)", " | ", text)
    text = re.sub(r"(as_cited|title|url|source): .*", " | ", text)  # citations, titles and addresses
    return [" ".join(run) for run in sorted(_grams(_without_citations(text, titles)) & sheet)]


def _without_citations(text: str, titles: list[str]) -> str:
    joined = re.sub(r"(?<=\w)-\s*\n\s*", "", text)
    flat = re.sub(r"\([^()]*\b\d{4}[^()]*\)", " | ", " ".join(joined.split()))
    flat = re.sub(r"\S+/\S+-\S+", " | ", flat)  # addresses
    for title in titles:
        flat = flat.replace(title, " | ")
    return flat


def _grams(text: str, size: int = COPIED) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for part in text.split("|"):
        run = words(part)
        found |= {tuple(run[i : i + size]) for i in range(len(run) - size + 1)}
    return found
