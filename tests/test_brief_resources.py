"""What the factsheet points to for getting started: what suits a selection, and how a brief tells it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import ouderevidence as oe
import small_library as small
from ouderevidence.document import nodes
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.library.library import Library
from ouderevidence.model.records import Name, Programme, Resource, Term
from ouderevidence.model.words import Text
from ouderevidence.products.brief import Brief, document, resources, selection
from ouderevidence.products.brief.phrases import Phrases
from ouderevidence.products.brief.plan import Plan, plan
from test_brief_parts import below, lines, shown

if TYPE_CHECKING:
    from ouderevidence.model.records import Claim

TERMS = (
    ("building_blocks", "thuisbetrokkenheid", None), ("building_blocks", "voorlezen", "thuisbetrokkenheid"),
    ("building_blocks", "communicatie", None), ("parent_groups", "alle-ouders", None),
    ("parent_groups", "vaders", None), ("actors", "gemeente", None), ("actors", "school", None),
    ("designs", "meta-analyse", None),
)  # fmt: skip


def resource(name: str, *, found: str | None = "Waar het over gaat.", **about: Any) -> Resource:
    finding = Text(found, found) if found else None
    status = Text("Wij lazen de webpagina.", "We read the web page.")
    return Resource(
        name, name, name.capitalize(), "Maker", "2020", f"https://{name}.nl/", finding, status, None, **about
    )


GUIDE = resource("gids", actors=("gemeente",), parent_groups=("alle-ouders",))
FATHERS = resource("vaderboek", parent_groups=("alle-ouders", "vaders"))
READING = resource("leeskist", building_blocks=("voorlezen",))
UNREAD = resource("stuk", found=None)
SCHOOLS = resource("schoolkist", actors=("school",))


def library(
    *found: Resource,
    claims: tuple[Claim, ...] = (),
    works: tuple[str, ...] = (),
    programmes: tuple[Programme, ...] = (),
) -> Library:
    told = claims or (
        replace(small.claim("een", "Dit is een."), actors=("gemeente",)),
        small.claim("twee", "Dit is twee.", blocks=("communicatie",)),
        small.claim("drie", "Dit is drie.", blocks=("voorlezen",)),
    )
    corpus = small.library(list(told), [small.work(key, Name(key.capitalize())) for key in works])._corpus
    vocabulary = Vocabulary(
        Term(name, facet, Text(name, name), None, broader, "factsheet", (), empirical=True, synthesis=True)
        for facet, name, broader in TERMS
    )
    sheet = replace(small.FACTSHEET, further_reading=found)
    given = {one.id: one for one in programmes}
    return Library(replace(corpus, factsheets=(sheet,), vocabulary=vocabulary, programmes=given))


def flat(blocks: list[Any]) -> list[Any]:
    """Return blocks without what they stand in, and without pictures, the glossary and markup of one format."""
    kept = [block for block in blocks if block["t"] not in ("RawBlock", "Figure", "DefinitionList")]
    return [one for block in kept for one in (flat(block["c"][1]) if block["t"] == "Div" else [block])]


def suiting(part: Library) -> list[str]:
    return [one.id for one in resources.suitable(part)]


def test_of_all_claims_every_resource_suits_and_what_is_for_a_municipality_goes_first() -> None:
    assert suiting(library(FATHERS, UNREAD, READING, GUIDE)) == ["gids", "vaderboek", "leeskist", "stuk"]


def test_what_is_about_the_group_goes_first_and_what_is_about_another_is_left_out() -> None:
    others = resource("ander", parent_groups=("anderen",))
    whole = library(GUIDE, FATHERS, READING, others)
    assert suiting(whole.where(parent_group="vaders")) == ["vaderboek", "gids", "leeskist"]


def test_of_two_about_the_group_the_one_about_fewer_others_goes_first() -> None:
    broad = resource("breed", parent_groups=("alle-ouders", "anderen", "vaders"))
    assert suiting(library(broad, FATHERS).where(parent_group="vaders")) == ["vaderboek", "breed"]
    assert suiting(library(broad, FATHERS)) == ["breed", "vaderboek"]  # nothing was asked for


def test_a_resource_about_a_narrower_building_block_suits_the_broader_and_no_other() -> None:
    whole = library(GUIDE, READING)
    assert suiting(whole.where(building_block="thuisbetrokkenheid")) == ["leeskist", "gids"]
    assert suiting(whole.where(building_block="voorlezen")) == ["leeskist", "gids"]
    assert suiting(whole.where(building_block="communicatie")) == ["gids"]


def test_a_resource_suits_two_conditions_only_where_it_suits_both() -> None:
    whole = library(READING, SCHOOLS, GUIDE)
    assert suiting(whole.where(building_block="thuisbetrokkenheid", actor="gemeente")) == ["gids", "leeskist"]


@pytest.mark.parametrize("depth", ["page", "summary"])
def test_the_page_gives_two_by_name_with_a_link_and_what_they_are_for(depth: str) -> None:
    whole = library(UNREAD, GUIDE, FATHERS, READING)
    built = document.build(Brief(whole, depth=depth))[0]
    told = below(lines(flat(built["blocks"])), "Wie kan wat doen?")
    assert told[1:] == [
        "_Hulpmiddelen uit de factsheet (wij lazen alleen webpagina's erover):_",
        "- <_Gids_ https://gids.nl/> (Maker, 2020). Waar het over gaat.",
        "- <_Vaderboek_ https://vaderboek.nl/> (Maker, 2020). Waar het over gaat.",
    ]
    assert "# Hulpmiddelen" not in " ".join(lines(flat(built["blocks"])))  # none is told twice


def test_what_the_page_has_no_room_for_stands_behind_it_and_the_page_says_so() -> None:
    long = "Dit is een heel lange uitspraak over ouders, school en kind. " * 22
    claims = tuple(
        replace(small.claim(f"c{at}", long, kind="recommendation"), actors=("gemeente", "school")[: 1 + at % 2])
        for at in range(7)
    )
    built = lines(flat(document.build(Brief(library(GUIDE, FATHERS, claims=claims)))[0]["blocks"]))
    assert below(built, "Wie kan wat doen?")[-1].endswith(
        " voor de gemeente staan in de bijlage."
    )  # the page names the two
    assert below(built, "Hulpmiddelen")[0].endswith("(Maker, 2020). Waar het over gaat. Wij lazen de webpagina.")


def test_a_resource_about_the_group_goes_before_advice_about_all_parents() -> None:
    wide = replace(
        small.claim("breed", "Dit is breed.", kind="recommendation"),
        actors=("gemeente",), parent_groups=("alle-ouders",), rests_on=("een",),
    )  # fmt: skip
    own = replace(small.claim("eigen", "Dit is eigen.", kind="recommendation"), actors=("school",))
    told = (small.claim("een", "Dit is een.", small.link("een", "a")), own, wide)
    part = library(GUIDE, FATHERS, claims=told, works=("a",)).where(parent_group="vaders")
    found = below(lines(flat(document.build(Brief(part))[0]["blocks"])), "Wie kan wat doen?")
    assert [line.split(".")[0] for line in found] == [
        "- *School:* Dit is eigen",
        "De factsheet geeft gemeente geen advies over deze groep",
        "- <_Vaderboek_ https://vaderboek",
        "- <_Gids_ https://gids",
        "_Algemeen advies over alle ouders (niet nagegaan of het voor deze groep geldt):_",
        "- *Gemeente:* Dit is breed",
    ]
    assert found[1].endswith(" _Hulpmiddelen uit de factsheet (wij lazen alleen webpagina's erover):_")


def test_a_summary_of_many_claims_gives_names_alone() -> None:
    claims = tuple(small.claim(f"c{at}", "Dit is een uitspraak.") for at in range(13))
    phrases = Phrases(Brief(library(GUIDE, FATHERS, claims=claims)))
    phrases.plan = Plan()
    assert lines(flat(resources.rest(phrases))) == [
        "# Hulpmiddelen uit de factsheet #hulpmiddelen",
        "_Hulpmiddelen uit de factsheet:_ "
        "<_Gids_ https://gids.nl/> (Maker); <_Vaderboek_ https://vaderboek.nl/> (Maker).",
    ]


def test_the_full_account_gives_all_that_suit_with_what_was_read_and_the_programmes_named() -> None:
    programme = Programme("leesclub", "Leesclub", None, None, Text("Samen lezen.", "Reading together."), (), None)
    claims = (replace(small.claim("een", "Dit is een."), programmes=("leesclub",)),)
    whole = library(UNREAD, GUIDE, claims=claims, programmes=(programme,))
    built = lines(flat(document.build(Brief(whole, depth="full"))[0]["blocks"]))
    assert below(built, "Verder lezen") == [
        "- <_Gids_ https://gids.nl/> (Maker, 2020). Waar het over gaat. Wij lazen de webpagina.",
        "- <_Stuk_ https://stuk.nl/> (Maker, 2020). Wij lazen de webpagina.",
    ]
    assert below(built, "Programma's") == ["- _Leesclub_. Samen lezen."]


def test_a_resource_without_maker_or_address_is_its_name() -> None:
    bare = replace(GUIDE, publisher=None, year=None, url=None)
    phrases = Phrases(Brief(library(bare)))
    assert lines(resources.on_page(phrases, Plan(resources=(bare,))))[1] == "- _Gids_. Waar het over gaat."
    part = replace(GUIDE, publisher="Maker, met een ander")
    named = lines(resources.on_page(phrases, Plan(named=(bare, part))))
    assert named == ["_Hulpmiddelen uit de factsheet:_ _Gids_; <_Gids_ https://gids.nl/> (Maker)."]


def test_what_is_named_behind_what_is_told_is_said_to_be_named_too() -> None:
    phrases = Phrases(Brief(library(GUIDE, FATHERS)))
    said = lines(resources.on_page(phrases, Plan(resources=(FATHERS,), named=(GUIDE,)), nodes.text("Eerst.")))
    assert said == [
        "Eerst. _Hulpmiddelen uit de factsheet (wij lazen alleen webpagina's erover):_",
        "- <_Vaderboek_ https://vaderboek.nl/> (Maker, 2020). Waar het over gaat.",
        "_De factsheet noemt ook:_ <_Gids_ https://gids.nl/> (Maker).",
    ]
    assert lines(resources.on_page(phrases, Plan(named=(GUIDE,)), nodes.text("Eerst.")))[0].startswith("Eerst. _Hulp")


def test_what_the_page_only_names_is_told_behind_it_unless_that_names_no_more() -> None:
    named = Plan(named=(GUIDE,))
    assert resources.left(Phrases(Brief(library(GUIDE, FATHERS))), named) == [GUIDE, FATHERS]
    many = tuple(small.claim(f"c{at}", "Dit is een uitspraak.") for at in range(13))
    assert resources.left(Phrases(Brief(library(GUIDE, FATHERS, claims=many))), named) == [FATHERS]


def test_the_doubt_about_which_work_is_meant_is_told_of_listed_works_alone() -> None:
    whole = oe.load()
    for part in (whole.where(building_block="thuisbetrokkenheid"), whole.where(parent_group="vaders"), whole):
        for depth in ("summary", "full"):
            brief = Brief(part, depth=depth)
            built = document.build(brief)[0]["blocks"]
            labels = Phrases(brief).labels
            cited = {work.key for work in selection.unsure(part)} & set(nodes.cited(built))
            (doubt,) = (
                shown(block["c"])
                for block in flat(built)
                if block["t"] == "Para" and "welke bedoeld is" in shown(block)
            )
            assert doubt.partition(":* ")[2] == "; ".join(labels[key] for key in sorted(cited)) + "."


# -- what goes first on the page ---------------------------------------------------------------------------------------

PADDING = " ".join(["Dit zijn meer woorden."] * 40)


def told_by(part: Library, taken: int) -> set[str]:
    """Return what a page tells of which the makers take so many lines."""
    phrases = Phrases(Brief(part, author=" ".join(["n" * 87] * taken)))
    made = plan(phrases)
    return {*made.told, *(one.id for one in made.resources)}


def goes_before(part: Library, first: str, second: str) -> bool:
    """Whether the first, which takes more room, has a place before the second, which would fit there."""
    for taken in range(52, -1, -1):
        told = told_by(part, taken)
        if first in told:
            return second not in told
    raise AssertionError(first)


def long(one: Claim, words: int) -> Claim:
    """Return a claim whose statement has so many words more."""
    return replace(
        one, statement=Text(f"{one.statement.nl} {'meer ' * words}.", f"{one.statement.en} {'more ' * words}.")
    )


def told(one: str, words: int = 0) -> Claim:
    return long(small.claim(one, f"Dit is {one}.", small.link(one, "a"), small.link(one, "b")), words)


def advised(one: str, *actors: str, words: int = 0, wide: bool = False) -> Claim:
    made = replace(small.claim(one, f"Dit is {one}.", kind="recommendation"), actors=actors)
    made = replace(made, rests_on=("m1",), parent_groups=("alle-ouders",)) if wide else made
    return long(made, words)


def fathers(*claims: Claim, found: tuple[Resource, ...] = ()) -> Library:
    return library(*found, claims=(told("m1"), *claims), works=("a", "b")).where(parent_group="vaders")


def test_where_a_municipality_is_advised_nothing_a_resource_goes_before_a_second_message_and_general_advice() -> None:
    book = replace(FATHERS, finding=Text(PADDING, PADDING))
    own, wide = advised("eigen", "school"), advised("breed", "gemeente", wide=True)
    assert goes_before(fathers(told("m2"), own, wide, found=(book,)), "vaderboek", "m2")
    assert goes_before(fathers(told("m2"), own, wide, found=(book,)), "vaderboek", "breed")
    second = replace(GUIDE, finding=Text("Kort.", "Short."))
    assert goes_before(fathers(told("m2", 90), own, wide, found=(FATHERS, second)), "m2", "gids")


def test_where_all_are_advised_something_a_resource_comes_after_three_messages() -> None:
    own = advised("eigen", "gemeente", "school")
    messages = (told("m2", 90), told("m3", 90), told("m4"))
    assert goes_before(fathers(*messages, own, found=(FATHERS,)), "m3", "vaderboek")
    book = replace(FATHERS, finding=Text(PADDING, PADDING))
    assert goes_before(fathers(*messages[:2], told("m4"), own, found=(book,)), "vaderboek", "m4")


def test_without_resources_general_advice_for_a_municipality_goes_before_a_second_message() -> None:
    own, wide = advised("eigen", "school"), advised("breed", "gemeente", wide=True, words=120)
    assert goes_before(fathers(told("m2"), own, wide), "breed", "m2")
    other = advised("ander", "school", wide=True, words=120)
    assert goes_before(fathers(told("m2"), other), "ander", "m2")  # rather another than none


def test_general_advice_for_a_municipality_goes_before_a_fourth_message_and_other_general_advice() -> None:
    own, wide = advised("eigen", "school"), advised("breed", "gemeente", wide=True, words=120)
    messages = (told("m2"), told("m3"), told("m4"))
    assert goes_before(fathers(*messages, own, wide, found=(FATHERS,)), "breed", "m4")


def test_as_many_resources_are_named_as_there_is_room_for() -> None:
    name = "Een heel lange naam van een hulpmiddel voor ouders en scholen " * 3
    first, second = (replace(one, title=name, finding=Text(PADDING, PADDING)) for one in (FATHERS, GUIDE))
    part = library(first, second, claims=(told("m1"),), works=("a", "b"))
    found = [plan(Phrases(Brief(part, author=" ".join(["n" * 87] * taken)))) for taken in range(52, -1, -1)]
    named = [len(made.named) for made in found if made.named and not made.resources]
    assert named == sorted(named)
    assert set(named) == {1, 2}
