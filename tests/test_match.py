"""Which work is this entry? Scores and reasons worked out by hand, at each edge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ouderevidence.citing.match import Match, compared, likeness, match
from ouderevidence.model.records import Name
from ouderevidence.model.words import Text
from ouderevidence.text import Reference
from small_library import work

ADEMA, BOS, COX = Name("Adema", "A."), Name("Bos", "B."), Name("Cox", "C.")
TEN = "appel peer kers noot boom tak blad wortel stam bast"


def entry(*authors: Name, year: str = "2020", title: str | None = TEN, doi: str | None = None,
          complete: bool = True) -> Reference:  # fmt: skip
    """Return an entry of a reference list as it was read."""
    return Reference(0, 0, "", "key", authors, year, title, doi, None, complete=complete)


def score(found: Match | None) -> float | None:
    return None if found is None else round(found.score, 3)


def reasons(found: Match | None) -> list[tuple[str, str]]:
    assert found is not None
    return [(reason.nl, reason.en) for reason in found.reasons]


def test_the_same_doi_decides_whatever_else_differs() -> None:
    found = compared(
        entry(COX, year="1999", title="Iets anders", doi="10.1/x"), work("a", ADEMA, title=TEN, doi="10.1/X")
    )
    assert score(found) == 1.0
    assert reasons(found) == [("zelfde DOI", "same DOI")]


def test_no_doi_on_either_side_decides_nothing() -> None:
    assert compared(entry(COX, title="Iets anders"), work("a", ADEMA, title=TEN)) is None


@pytest.mark.parametrize(
    ("year", "expected", "said", "sure"),
    [
        ("2020", 1.0, ("zelfde jaar", "same year"), True),
        ("2019", 0.9, ("het jaar scheelt één", "the year is one off"), True),
        ("2021", 0.9, ("het jaar scheelt één", "the year is one off"), True),
        (
            "2018",
            0.8,
            ("een ander jaar, misschien een andere druk", "another year, perhaps another edition"),
            False,
        ),
    ],
)
def test_the_same_title_scores_by_its_year(year: str, expected: float, said: tuple[str, str], sure: bool) -> None:
    found = compared(entry(ADEMA, year=year), work("a", ADEMA, title=TEN))
    assert found is not None
    assert (score(found), found.sure) == (expected, sure)
    assert reasons(found) == [("zelfde eerste auteur", "same first author"), ("zelfde titel", "same title"), said]


SIX = "appel peer kers noot boom tak een1 een2 een3 een4"  # six of ten words
FIVE = "appel peer kers noot boom twee0 een1 een2 een3 een4"


def test_six_words_of_ten_are_alike_and_five_are_not() -> None:
    found = compared(entry(ADEMA, title=SIX), work("a", ADEMA, title=TEN))
    assert score(found) == 0.88  # 0.5 + 0.3 × 0.6 + 0.2
    assert reasons(found)[1] == ("een titel die erop lijkt", "a similar title")
    assert compared(entry(ADEMA, title=FIVE), work("a", ADEMA, title=TEN)) is None


def test_another_doi_is_another_work_unless_the_title_is_the_same() -> None:
    known = work("a", ADEMA, title=TEN, doi="10.1/a")
    assert compared(entry(ADEMA, title=SIX, doi="10.1/b"), known) is None
    assert score(compared(entry(ADEMA, title=TEN, doi="10.1/b"), known)) == 1.0
    assert score(compared(entry(ADEMA, title=SIX), known)) == 0.88
    assert score(compared(entry(ADEMA, title=SIX, doi="10.1/b"), work("a", ADEMA, title=TEN))) == 0.88


UNTITLED = ("geen titel om te vergelijken", "no title to compare")


@pytest.mark.parametrize(
    ("year", "expected"), [("2020", 0.6), ("2021", 0.5), ("2022", None)], ids=["same", "one off", "other"]
)
def test_without_a_title_names_and_year_decide(year: str, expected: float | None) -> None:
    found = compared(entry(ADEMA, BOS, year=year, title=None), work("a", ADEMA, BOS))
    assert score(found) == expected
    if found is not None:
        assert not found.sure
        assert reasons(found)[0] == ("zelfde namen", "same names")
        assert reasons(found)[2] == UNTITLED


def test_a_work_without_a_title_is_compared_by_names() -> None:
    assert score(compared(entry(ADEMA, title=TEN), work("a", ADEMA, title=""))) == 0.6


@pytest.mark.parametrize(
    ("listed", "known", "complete", "same"),
    [
        ((ADEMA, BOS), (ADEMA, COX), True, False),
        ((ADEMA, BOS), (ADEMA,), True, False),
        ((ADEMA, BOS), (ADEMA,), False, True),
        ((ADEMA,), (ADEMA, BOS), True, True),
        ((ADEMA, Name("Bol", "B.")), (ADEMA, BOS), True, False),
        ((ADEMA, Name("Cramers", "C.")), (ADEMA, Name("Kramers", "C.")), True, True),
        ((ADEMA, Name("van den Bos", "B.")), (ADEMA, BOS), True, True),
    ],
)
def test_without_a_title_every_name_must_fit(
    listed: tuple[Name, ...], known: tuple[Name, ...], complete: bool, same: bool
) -> None:
    found = compared(entry(*listed, title=None, complete=complete), work("a", *known))
    assert (found is not None) == same


@pytest.mark.parametrize(
    ("listed", "known"), [((), (ADEMA,)), ((ADEMA,), ()), ((), ()), ((BOS,), (ADEMA,)), ((BOS,), (ADEMA, BOS))]
)
def test_without_the_same_first_author_it_is_another_work(listed: tuple[Name, ...], known: tuple[Name, ...]) -> None:
    assert compared(entry(*listed), work("a", *known, title=TEN)) is None


def test_editors_stand_for_authors_only_where_there_are_none() -> None:
    edited = replace(work("a", title=TEN), editors=(BOS,))
    assert score(compared(entry(BOS), edited)) == 1.0
    assert compared(entry(BOS), replace(edited, authors=(ADEMA,))) is None


def test_the_best_work_wins_and_of_two_the_first_key() -> None:
    last_year, this_year = work("a", ADEMA, year="2019", title=TEN), work("z", ADEMA, title=TEN)
    found = match(entry(ADEMA), [last_year, this_year])
    assert found is not None
    assert found.work.key == "z"
    for works in ([work("b", ADEMA, title=TEN), this_year], [this_year, work("b", ADEMA, title=TEN)]):
        found = match(entry(ADEMA), works)
        assert found is not None
        assert found.work.key == "b"
    assert match(entry(COX), [last_year, this_year]) is None
    assert match(entry(ADEMA), []) is None


def test_a_match_is_sure_from_85_hundredths_on() -> None:
    known = work("a", ADEMA)
    assert Match(known, 0.85, ()).sure
    assert not Match(known, 0.849, ()).sure


def test_the_reasons_stand_in_one_line_in_both_languages() -> None:
    found = Match(work("a", ADEMA), 1.0, (Text("een", "one"), Text("twee", "two")))
    assert (found.reason.nl, found.reason.en) == ("een; twee", "one; two")


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("", "", 0.0),
        ("?!", "...", 0.0),
        ("", "Samen lezen", 0.0),
        ("Ouders", "Ouders", 1.0),
        ("Ouders", "OUDERS!", 1.0),
        ("Iliás", "Ilias", 1.0),
        ("Ouders", "Ouders thuis", 0.0),
        ("Samen lezen", "Samen lezen thuis", 1.0),
        ("Samen lezen thuis", "Samen lezen", 1.0),
        ("Lezen samen", "Samen lezen thuis", 0.0),
        ("Thuis samen lezen", "Samen lezen", 0.0),
        ("Samen schrijven", "Samen lezen thuis", 0.0),
        ("De kracht van ouders", "Kracht en ouders", 0.0),
        ("Samen lezen thuis", "Thuis dus lezen wij samen", 1.0),
        ("Samen lezen thuis", "Thuis dus lezen wij niet", 2 / 3),
        ("Samen lezen thuis", "Thuis dus schrijven wij niet", 1 / 3),
        ("Appel peer kers noot", "Appel peer boom tak blad stam", 0.5),
        ("In het", "In het", 1.0),
        ("Van het", "Van het huis", 0.0),
        ("Samen_lezen thuis", "Samen lezen thuis", 1.0),
    ],
)
def test_how_alike_two_titles_are(one: str, two: str, expected: float) -> None:
    assert likeness(one, two) == pytest.approx(expected)
    assert likeness(two, one) == pytest.approx(expected)


SMALL = "de het een van en in op voor met bij te aan over the a an of and on for with to at und der die das"


@pytest.mark.parametrize("small", SMALL.split())
def test_a_small_word_does_not_count(small: str) -> None:
    assert likeness(f"Appel {small} peer kers noot", "Appel peer kers noot boom") == 1.0


@pytest.mark.parametrize("word", ["wij", "niet", "uit", "from", "by"])
def test_another_word_counts(word: str) -> None:
    assert likeness(f"Appel {word} peer kers noot", "Appel peer kers noot boom") == 0.8
