"""The table of filters: what each is called, which values it has in which order, and what may be written for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

import small_library as small
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.library.facets import FACETS, LAID_OUT, Options, facet, top_values
from ouderevidence.library.filters import none_found
from ouderevidence.library.library import Library
from ouderevidence.model.errors import UnknownFilterError, UnknownTermError
from ouderevidence.model.records import Name, Section, Term
from ouderevidence.model.words import Text


def term(facet: str, identifier: str, broader: str | None = None) -> Term:
    label = Text(f"{identifier} NL", f"{identifier} EN")
    return Term(identifier, facet, label, None, broader, "factsheet", (), empirical=True, synthesis=True)


VOCABULARY = Vocabulary(
    [
        term("building_blocks", "onder", "boven"), term("building_blocks", "diep", "onder"),
        term("building_blocks", "boven"), term("building_blocks", "los"), term("parent_groups", "vaders"),
        term("parent_groups", "alle-ouders"), term("designs", "review"), term("designs", "proef"),
    ]
)  # fmt: skip


def library() -> Library:
    """Return two findings in two sections of a factsheet of three, by a work of 2020 and one of 1999."""
    works = [
        small.work("oud", Name("Oud"), year="1999"),
        small.work("nieuw", Name("Nieuw"), year="2020"),
    ]
    works = [replace(one, appraisal=replace(one.appraisal, designs=(name,))) for one, name in
             zip(works, ("proef", "review"), strict=True)]  # fmt: skip
    one = small.claim("een", "Een.", small.link("een", "oud"), blocks=("diep",))
    two = small.claim("twee", "Twee.", small.link("twee", "nieuw", "not_seen"), blocks=("los",), core=False)
    two = replace(two, parent_groups=("alle-ouders",), kind="prevalence",
                  passages=(replace(two.passages[0], section="2.10"),))  # fmt: skip
    made = small.library([one, two], works)
    sections = tuple(Section(name, Text(f"Over {name}", f"On {name}"), ()) for name in ("1.0", "2.9", "2.10"))
    sheet = replace(small.FACTSHEET, sections=sections)
    return Library(replace(made._corpus, vocabulary=VOCABULARY, factsheets=(sheet,)))


LIBRARY = library()


def ids(part: Library) -> list[str]:
    return [claim.id for claim in part]


def test_every_filter_has_its_names_its_label_and_its_place_in_help() -> None:
    assert [(one.key, one.dutch, one.label.nl, one.label.en, one.stand_in, one.field) for one in FACETS.values()] == [
        ("building_block", "bouwsteen", "bouwsteen", "building block", "TERM", "building_blocks"),
        ("parent_group", "groep", "groep ouders", "parent group", "TERM", "parent_groups"),
        ("lever", "gemeente", "wat de gemeente kan doen", "lever", "TERM", "levers"),
        ("role", "rol", "rol van de gemeente", "municipal role", "TERM", "roles"),
        ("actor", "wie", "wie", "actor", "TERM", "actors"),
        ("phase", "fase", "fase", "phase", "TERM", "phases"),
        ("kind", "soort", "soort uitspraak", "kind of claim", "KIND", None),
        ("core", "kern", "kernuitspraken", "core claims", "", None),
        ("section", "paragraaf", "paragraaf", "section", "NUMBER", None),
        ("work", "bron", "bron", "work", "KEY", None),
        ("design", "ontwerp", "onderzoeksopzet", "study design", "TERM", None),
        ("year", "jaar", "jaar", "year", "YEAR", None),
        ("judgement", "oordeel", "steunt de bron dit", "does the work say so", "JUDGEMENT", None),
        ("level", "niveau", "onderbouwing", "level", "LEVEL", None),
        ("factsheet", "factsheet", "factsheet", "factsheet", "ID", None),
        ("search", "zoek", "zoekwoorden", "search words", "WORDS", None),
        ("claim", "uitspraak", "uitspraak", "claim", "CODE", None),
    ]
    assert {one.key: one.see for one in FACETS.values() if one.see != "ouderevidence terms"} == {
        "work": "ouderevidence works",
        "claim": "ouderevidence table",
    }
    assert all(one.help.endswith(".") and one.help[0].isupper() for one in FACETS.values())
    assert FACETS["kind"].help.startswith("Kind of claim: bevinding, ")
    assert FACETS["judgement"].help.startswith("Judgement of a link: ")
    assert FACETS["level"].help.startswith("Level or standing: ")
    assert LAID_OUT == ("building_block", "parent_group", "lever", "role", "actor", "phase", "kind", "section")


def test_the_values_of_each_filter_stand_in_their_order() -> None:
    def shown(key: str) -> list[tuple[str, str, str, int]]:
        return [(one.id, one.label.nl, one.label.en, one.depth) for one in FACETS[key].values(LIBRARY)]

    assert shown("building_block") == [
        ("boven", "boven NL", "boven EN", 0), ("onder", "onder NL", "onder EN", 1), ("diep", "diep NL", "diep EN", 2),
        ("los", "los NL", "los EN", 0),
    ]  # fmt: skip
    assert shown("section") == [
        ("1", "hoofdstuk 1", "chapter 1", 0), ("1.0", "1.0 Over 1.0", "1.0 On 1.0", 1),
        ("2", "hoofdstuk 2", "chapter 2", 0), ("2.10", "2.10 Over 2.10", "2.10 On 2.10", 1),
        ("2.9", "2.9 Over 2.9", "2.9 On 2.9", 1),
    ]  # fmt: skip
    assert shown("core") == [
        ("true", "kernuitspraken", "core claims", 0),
        ("false", "overige uitspraken", "other claims", 0),
    ]
    assert shown("work") == [("oud", "Oud, 1999", "Oud, 1999", 0), ("nieuw", "Nieuw, 2020", "Nieuw, 2020", 0)]
    assert shown("factsheet") == [("klein", "Kleine factsheet", "Small factsheet", 0)]
    assert shown("claim") == [("een", "een", "een", 0), ("twee", "twee", "twee", 0)]
    assert shown("search") == []
    assert [one[0] for one in shown("level")] == [
        "strong", "moderate", "limited", "unconfirmed", "untraced", "none", "rests", "rests_not", "sourced",
        "unsourced",
    ]  # fmt: skip
    assert [one[0] for one in shown("year")] == ["2020-2024", "1999-1999"]
    assert top_values(LIBRARY, "building_block") == ("boven", "los")
    assert top_values(LIBRARY, "section") == ("1.0", "2.10")


@pytest.mark.parametrize(
    ("key", "said", "value"),
    [
        ("building_block", "boven", "boven"), ("building_block", " BOVEN  nl ", "boven"),
        ("building_block", "Onder EN", "onder"), ("core", True, "true"), ("core", False, "false"),
        ("core", "Ja", "true"), ("core", "1", "true"), ("core", "yes", "true"), ("core", "nee", "false"),
        ("core", "NO", "false"), ("core", "0", "false"), ("section", 2, "2"), ("section", "2.10", "2.10"),
        ("year", "1999 - 2001", "1999 - 2001"), ("search", " een  twee ", "een twee"), ("kind", "Bevinding", "finding"),
        ("work", "oud, 1999", "oud"),
    ],
)  # fmt: skip
def test_a_value_is_known_by_its_id_and_by_its_label_in_both_languages(key: str, said: object, value: str) -> None:
    assert FACETS[key].value_of(LIBRARY, said) == value


@pytest.mark.parametrize(
    ("key", "said", "words"),
    [
        ("building_block", "bovn", ["bovn", "building_block", "boven"]),
        ("building_block", "xyzzy", ["xyzzy", "building_block", "see `ouderevidence terms`"]),
        ("work", "xyzzy", ["xyzzy", "work", "see `ouderevidence works`"]),
        ("core", "misschien", ["misschien", "core", "True", "False"]),
        ("section", "2.1", ["2.1", "section", "2.10"]),
        ("work", "oudd", ["oudd", "work", "oud"]),
        ("kind", "hoe vak iets voorkomt", ["kind", "hoe vaak iets voorkomt"]),
        ("year", "ooit", ["ooit", "year", "2018"]),
    ],
)
def test_an_unknown_value_is_refused_with_its_filter_and_what_is_near(key: str, said: str, words: list[str]) -> None:
    with pytest.raises(UnknownTermError) as found:
        FACETS[key].value_of(LIBRARY, said)
    told = str(found.value)
    assert [word for word in words if word not in told] == [], told


@pytest.mark.parametrize("said", ["lage-ses", "Lage SES", "ouder kind", "OUDER-KIND"])
def test_a_synonym_leads_to_its_term_whatever_its_capitals_and_hyphens(said: str) -> None:
    named = [replace(one, synonyms=("Lage ses", "ouder-kind")) if one.id == "los" else one for one in VOCABULARY]
    library = Library(replace(LIBRARY._corpus, vocabulary=Vocabulary(named)))
    with pytest.raises(UnknownTermError, match=f"no term '{said}' in building_block; did you mean los?"):
        FACETS["building_block"].value_of(library, said)


def test_an_unknown_filter_is_refused_with_what_is_near() -> None:
    with pytest.raises(UnknownFilterError, match="groep"):
        facet("groepp")
    with pytest.raises(UnknownFilterError, match="parent_group"):
        facet("parent-grou")


def test_a_value_without_a_label_is_shown_as_written() -> None:
    assert FACETS["building_block"].shown(LIBRARY, "boven", "en") == "boven EN"
    assert FACETS["year"].shown(LIBRARY, "2019", "nl") == "2019"


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"building_block": "boven"}, ["een"]), ({"building_block": "diep"}, ["een"]),
        ({"building_block": "los"}, ["twee"]),
        ({"parent_group": "vaders"}, ["een"]), ({"parent_group": "vaders", "include_general": True}, ["een", "twee"]),
        ({"building_block": "los", "include_general": True}, ["twee"]), ({"kind": "prevalence"}, ["twee"]),
        ({"core": True}, ["een"]), ({"core": False}, ["twee"]), ({"section": "2"}, ["twee"]),
        ({"section": "1.0"}, ["een"]),
        ({"section": "2.9"}, []), ({"work": "oud"}, ["een"]), ({"design": "review"}, ["twee"]),
        ({"year": "1999"}, ["een"]),
        ({"year": "1999-2020"}, ["een", "twee"]), ({"year": "2000-2019"}, []), ({"judgement": "not_seen"}, ["twee"]),
        ({"level": "unconfirmed"}, ["twee"]), ({"factsheet": "klein"}, ["een", "twee"]), ({"claim": "twee"}, ["twee"]),
        ({"search": "twee"}, ["twee"]),
    ],
)  # fmt: skip
def test_each_filter_keeps_the_claims_for_which_it_holds(asked: dict[str, object], kept: list[str]) -> None:
    assert ids(LIBRARY.where(**asked)) == kept  # type: ignore[arg-type]


def test_years_are_compared_as_numbers_and_what_is_no_year_is_none() -> None:
    known = dict.fromkeys(["1999", "2000", "2005", "2006", "z.d."])
    assert list(FACETS["year"].covers(LIBRARY, "2000-2005", Options(), known.keys())) == ["2000", "2005"]


def test_an_empty_selection_says_what_it_was_and_how_many_there_are_with_all_parents() -> None:
    part = LIBRARY.where(parent_group="vaders", kind="prevalence")
    assert none_found(part, "nl") == (
        "Geen uitspraken gevonden bij deze keuze: groep ouders: vaders NL; soort uitspraak: hoe vaak iets voorkomt. "
        "Met de uitspraken over alle ouders erbij (`--met-algemeen` of `include_general=True`) komt u op 1."
    )
    assert none_found(part, "en") == (
        "No claims found for this selection: parent group: vaders EN; kind of claim: prevalence. "
        "With the claims about all parents as well (`--include-general` or `include_general=True`) the number is 1."
    )
    assert none_found(LIBRARY.where(section="2.9"), "en") == (
        "No claims found for this selection: section: 2.9 On 2.9."
    )
    assert none_found(part & LIBRARY.where(kind="finding"), "en").startswith("No claims found for this selection: (")
    assert "about all parents as well" not in none_found(part & LIBRARY.where(kind="finding"), "en")
