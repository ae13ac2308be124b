"""Passages are found by their words alone, whatever the extraction did to spaces and hyphens."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ouderevidence.text.passages import Index, letters, locate, locate_range, uncovered, words

TEXT = "Een ve-\nlocatie helpt ou-\nders. Ouders1 doen mee (Jansen et\nal., 2018). Ouders doen\nthuis veel."


def test_a_passage_crosses_line_breaks_and_takes_the_citation_behind_it() -> None:
    index = Index.of(TEXT)
    found = locate(index, "Ouders1 doen", "doen mee")
    assert found.span is not None
    assert index.text[slice(*found.span)] == "Ouders1 doen mee (Jansen et\nal., 2018)."


def test_hyphens_at_line_ends_are_no_letters() -> None:
    index = Index.of(TEXT)
    assert locate(index, "Een ve-locatie", "helpt ouders").problem is None


def test_a_pointer_is_whole_words() -> None:
    assert locate(Index.of("meedoen doen we"), "doen", "we").problem is None


def test_problems_are_named() -> None:
    index = Index.of(TEXT)
    assert locate(index, "niets", "veel").problem == "starts not found"
    assert locate(index, "doen", "veel").problem == "starts not unique"
    assert locate(index, "thuis", "Een").problem == "ends before starts"
    assert locate(index, "Een", "doen").problem == "ends not unique"


def test_a_passage_stays_inside_its_section() -> None:
    index = Index.of("a b c d a b c d")
    assert locate(index, "b", "c").problem == "starts not unique"
    assert locate(index, "b", "c", [(8, 15)]).span == (10, 13)


def test_a_range_ends_at_the_first_place_behind_its_start() -> None:
    assert locate_range(Index.of("x een y twee x drie y"), "twee", "y") == (8, 21)


def test_what_no_span_covers_is_said() -> None:
    index = Index.of("een twee 3 vier")
    assert uncovered(index, [(0, 3), (10, 15)]) == [(3, 10)]
    assert uncovered(index, [(0, 8), (11, 15)]) == []


def test_words_join_hyphens_at_line_ends() -> None:
    assert words("onder-\nwijs is Top") == ["onderwijs", "is", "top"]


@given(st.text(alphabet="abcé1 .-", max_size=60))
def test_letters_do_not_depend_on_spacing(text: str) -> None:
    assert letters(text) == letters(" \n- ".join(text))
