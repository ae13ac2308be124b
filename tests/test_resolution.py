"""Which work does a mention point to? Status, differences and reasons worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ouderevidence.model.records import Name
from ouderevidence.text import Mention, find_citations, resolve
from ouderevidence.text.years import year_distance
from small_library import APPRAISAL, work

if TYPE_CHECKING:
    from ouderevidence.text.resolution import Resolution

ADEMA, BOS, COX, EPSTEIN = (Name(name, f"{name[0]}.") for name in ("Adema", "Bos", "Cox", "Epstein"))
ONE = work("epstein2001", EPSTEIN, year="2001")
TWO = work("adema2018", ADEMA, BOS, year="2018")
THREE = work("adema2015", ADEMA, BOS, COX, year="2015")
SHORT = replace(work("bos2010", BOS, year="2010"), appraisal=replace(APPRAISAL, authors_complete=False))
WORKS = [ONE, TWO, THREE, SHORT]


def one(text: str, *works: object) -> Resolution:
    """Resolve the one mention of a text."""
    (found,) = resolve(find_citations(text), works or WORKS)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("text", "status", "key", "nl", "en"),
    [
        ("(Epstein, 2001)", "exact", "epstein2001", "namen en jaar kloppen", "names and year agree"),
        ("Epsteins (2001) typologie", "exact", "epstein2001", "namen en jaar kloppen", "names and year agree"),
        (
            "(Epsteins, 2001)",
            "variant",
            "epstein2001",
            "hier staat Epsteins, de bron heeft Epstein",
            "printed Epsteins, the work has Epstein",
        ),
        (
            "(Epstein, 2000)",
            "year",
            "epstein2001",
            "hier staat 2000, de bron heeft 2001",
            "printed 2000, the work has 2001",
        ),
        (
            "(Epstein, 2002)",
            "year",
            "epstein2001",
            "hier staat 2002, de bron heeft 2001",
            "printed 2002, the work has 2001",
        ),
        (
            "(Epstein, 1999)",
            "unknown",
            None,
            "van Epstein is er wel werk, maar van 2001",
            "there is work by Epstein, but of 2001",
        ),
        ("(Zomer, 2001)", "unknown", None, "geen werk van deze auteur", "no work by this author"),
        ("(Adema & Bos, 2018)", "exact", "adema2018", "namen en jaar kloppen", "names and year agree"),
        (
            "(Adema et al., 2018)",
            "variant",
            "adema2018",
            "hier staat Adema et al., de bron heeft Adema & Bos",
            "printed Adema et al., the work has Adema & Bos",
        ),
        (
            "(Adema, 2018)",
            "variant",
            "adema2018",
            "hier staat Adema, de bron heeft Adema & Bos",
            "printed Adema, the work has Adema & Bos",
        ),
        ("(Adema et al., 2015)", "exact", "adema2015", "namen en jaar kloppen", "names and year agree"),
        ("(Adema, Bos & Cox, 2015)", "exact", "adema2015", "namen en jaar kloppen", "names and year agree"),
        (
            "(Adema & Bos, 2015)",
            "variant",
            "adema2015",
            "hier staat Adema & Bos, de bron heeft Adema et al.",
            "printed Adema & Bos, the work has Adema et al.",
        ),
        (
            "(Adema & Cox, 2018)",
            "unknown",
            None,
            "geen werk van deze auteur",
            "no work by this author",
        ),
        (
            "(Epstein & Bos, 2001)",
            "variant",
            "epstein2001",
            "hier staat Epstein & Bos, de bron heeft Epstein",
            "printed Epstein & Bos, the work has Epstein",
        ),
        (
            "(Adema, Bos & Cox, 2018)",
            "unknown",
            None,
            "van Adema is er wel werk, maar van 2015",
            "there is work by Adema, but of 2015",
        ),
        ("(Bos & Cox, 2010)", "exact", "bos2010", "namen en jaar kloppen", "names and year agree"),
        ("(Bos et al., 2010)", "exact", "bos2010", "namen en jaar kloppen", "names and year agree"),
        ("(Bas, 2010)", "unknown", None, "geen werk van deze auteur", "no work by this author"),
    ],
)
def test_a_mention_says_what_is_the_same_and_what_is_not(
    text: str, status: str, key: str | None, nl: str, en: str
) -> None:
    found = one(text)
    assert (found.status, found.key, found.reason.nl, found.reason.en) == (status, key, nl, en)


def test_works_in_other_years_are_named_in_order() -> None:
    found = one("(Epstein, 1999)", ONE, work("epstein1995", EPSTEIN, year="1995"), work("epstein", EPSTEIN, year=""))
    assert found.status == "unknown"
    assert found.keys == ("epstein2001", "epstein1995", "epstein")
    assert found.reason.nl == "van Epstein is er wel werk, maar van 2001, 1995, z.d."


A, B = work("bos2018a", BOS, year="2018a"), work("bos2018b", BOS, year="2018b")


def test_two_works_that_fit_equally_well_are_both_named() -> None:
    found = one("(Bos, 2018)", A, B)
    assert (found.status, found.key, found.keys) == ("ambiguous", None, ("bos2018a", "bos2018b"))
    assert found.reason.nl == "past bij 2 werken: bos2018a, bos2018b"
    assert found.reason.en == "fits 2 works: bos2018a, bos2018b"


def test_a_letter_of_the_year_tells_works_apart() -> None:
    assert one("(Bos, 2018a)", A, B).key == "bos2018a"
    assert one("(Bos, 2018b)", A, B).key == "bos2018b"
    assert one("(Bos, 2018c)", A, B).status == "unknown"
    plain = work("bos2018", BOS, year="2018")
    assert one("(Bos, 2018)", A, plain).key == "bos2018"
    assert one("(Bos, 2018a)", plain, A).key == "bos2018a"
    assert (one("(Bos, 2018a)", plain).status, one("(Bos, 2018a)", plain).key) == ("exact", "bos2018")


def test_initials_tell_authors_of_one_name_apart() -> None:
    first, second = (work(key, Name("Bos", given), year="2018") for key, given in (("a", "Anna K."), ("j", "J.")))
    assert one("(A. Bos, 2018)", first, second).key == "a"
    assert one("(A. K. Bos, 2018)", first, second).key == "a"
    assert one("(J. Bos, 2018)", first, second).key == "j"
    assert one("(Z. Bos, 2018)", first, second).status == "ambiguous"
    assert one("(Bos, 2018)", first, second).status == "ambiguous"
    assert one("(Z. Bos, 2018)", first).key == "a"


def test_the_same_year_goes_before_the_same_spelling() -> None:
    spelt, dated = work("x", Name("Epstein"), year="2002"), work("y", Name("Epstien"), year="2001")
    assert one("(Epstein, 2001)", spelt, dated).key == "y"
    assert one("(Epstein, 2002)", spelt, dated).key == "x"


def test_a_name_that_the_text_abbreviates_is_the_name() -> None:
    body = work("nji", Name(literal="Nederlands Jeugdinstituut"), year="2020")
    first, second = resolve(find_citations("(Nederlands Jeugdinstituut [NJi], 2020) en (NJi, 2020)"), [body])
    assert (first.key, second.key) == ("nji", "nji")
    assert second.mention.authors == ("NJi",)
    (found,) = resolve(find_citations("(YIN, 2020)"), [body], abbreviated={"yin": "Nederlands Jeugdinstituut"})
    assert found.key == "nji"
    assert resolve(find_citations("(YIN, 2020)"), [body])[0].key is None


def test_editors_stand_for_authors() -> None:
    edited = replace(work("e", year="2018"), editors=(BOS,))
    assert one("(Bos, 2018)", edited).key == "e"


def test_personal_communication_points_to_nothing() -> None:
    mention = Mention(0, 0, "", ("Epstein",), et_al=False, year="2001", personal=True)
    (found,) = resolve([mention], WORKS)
    assert (found.status, found.keys, found.key) == ("personal", (), None)
    assert found.reason.nl == "persoonlijke communicatie staat niet in een lijst"


@pytest.mark.parametrize(
    ("printed", "found", "distance"),
    [
        ("2018", "2018", 0), ("2018a", "2018", 0), ("2018", "2018b", 0), ("2018a", "2018a", 0), ("2018a", "2018b", 2),
        ("2018", "2017", 1), ("2018", "2019", 1), ("2018a", "2019b", 1), ("2018", "2016", 2), ("2018", "2020", 2),
        ("", "2018", 0), ("z.d.", "n.d.", 0), ("z. d.", "z.d.", 0), ("z.j.", "", 0),
        ("z.d.-a", "z.d.", 0),
        ("z.d.-a", "n.d.-a", 0), ("z.d.-a", "z.d.-b", 2), ("z.d.", "2018", 2), ("2018", "", 2),
        ("in druk", "In press", 0),
        ("in druk", "z.d.", 2), ("in druk", "2018", 2), ("1979/1984", "1984", 0), ("1979/1984", "1979", 0),
        ("1984", "1979/1984", 0), ("1979/1984", "1985", 1), ("1979/1984", "1986", 2), ("1979/1984", "1978", 1),
    ],
)  # fmt: skip
def test_how_far_two_years_are_apart(printed: str, found: str, distance: int) -> None:
    assert year_distance(printed, found) == distance
