"""Why a claim has its level, what carries it, and where it hangs on little: small cases worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import small_library as small
from ouderevidence.library.gaps import fragile, gap, gaps
from ouderevidence.model.errors import UnknownOptionError
from ouderevidence.model.records import Name, Supplement

if TYPE_CHECKING:
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Citation, Claim, Work

SUMMARY = ("beoordeeld op een samenvatting", "judged from an abstract or summary")
ONE = ("één bron", "one source")


def study(key: str, *, by: str = "", year: str = "2020", **appraised: Any) -> Work:
    """Return a reviewed Dutch synthesis that is known for certain, but for what is said of it."""
    made = small.work(key, Name(by or key), year=year)
    return replace(made, appraisal=replace(made.appraisal, **appraised))


def link(key: str, judgement: str = "full", **about: Any) -> Citation:
    return replace(small.link("c", key, judgement), **about)


def of(*citations: Citation, works: list[Work], kind: str = "finding", **about: Any) -> Library:
    """Return a library of one claim with these links."""
    claim = replace(small.claim("c", "Dit.", *citations, kind=kind), **about)
    return small.library([claim], works)


def reasons(library: Library, reading: str = "sourcing") -> list[tuple[str, str]]:
    return [(text.nl, text.en) for text in library.profile("c", reading).reasons]


A, B, C = study("a"), study("b"), study("c")


@pytest.mark.parametrize(
    ("citations", "told"),
    [
        ([link("a")], [SUMMARY, ONE]),
        ([link("a", basis="full_text")], [ONE]),
        ([link("a"), link("b")], [SUMMARY]),
        ([link("a", basis="full_text"), link("b")], []),
        ([link("a", "partial")], [("een bron steunt het deels", "one source supports it in part"), SUMMARY, ONE]),
        (
            [link("a", "partial"), link("b")],
            [("een bron steunt het deels", "one source supports it in part"), SUMMARY],
        ),
        (
            [link("a", "partial"), link("b", "partial")],
            [("de bronnen steunen het deels", "the sources support it in part"), SUMMARY],
        ),
        (
            [link("a", "partial"), link("b", "partial"), link("c")],
            [("2 bronnen steunen het deels", "2 sources support it in part"), SUMMARY],
        ),
        (
            [link("a"), link("b", "not_seen")],
            [SUMMARY, ONE, ("1 andere bron niet bevestigd", "1 other source not confirmed")],
        ),
        (
            [link("a"), link("b", "not_seen"), link("c", "not_shown")],
            [SUMMARY, ONE, ("2 andere bronnen niet bevestigd", "2 other sources not confirmed")],
        ),
        (
            [link("a"), link("b"), link("c", "contradicts")],
            [
                ("een bron spreekt het tegen", "a source speaks against it"),
                SUMMARY,
                ("1 andere bron niet bevestigd", "1 other source not confirmed"),
            ],
        ),
        ([link("a", "contradicts")], [("een bron spreekt het tegen", "a source speaks against it")]),
        ([], []),
    ],
)
def test_the_reasons_count_the_links(citations: list[Citation], told: list[tuple[str, str]]) -> None:
    assert reasons(of(*citations, works=[A, B, C])) == told


@pytest.mark.parametrize(
    ("citations", "told"),
    [
        ([link("a", "not_seen")], [("niet gezien in de samenvatting", "not seen in the abstract")]),
        ([link("a", "not_shown")], [("de bron zegt dit niet", "the source does not say so")]),
        ([link("a", "unchecked")], [("nog niet nagegaan", "not yet checked")]),
        (
            [link("a", intent="background")],
            [("bron dient als achtergrond of definitie", "source serves as background or definition")],
        ),
        ([link("lost")], [("bron niet gevonden", "source not found")]),
        ([link("either", intent="defines")], [("onzeker welke bron bedoeld is", "unclear which source is meant")]),
        (
            [link("a", "unchecked"), link("b", "not_seen"), link("lost")],
            [
                ("bron niet gevonden", "source not found"),
                ("niet gezien in de samenvatting", "not seen in the abstract"),
                ("nog niet nagegaan", "not yet checked"),
            ],
        ),
    ],
)
def test_where_nothing_counts_it_is_said_why(citations: list[Citation], told: list[tuple[str, str]]) -> None:
    works = [A, B, study("lost", identification="not_found"), study("either", identification="ambiguous")]
    assert reasons(of(*citations, works=works)) == told


@pytest.mark.parametrize(
    ("works", "told"),
    [
        ([study("a", peer_reviewed="no")], ["niet door vakgenoten beoordeeld", SUMMARY[0], ONE[0]]),
        ([study("a", peer_reviewed="no"), B], [SUMMARY[0]]),
        ([study("a", countries=("US",))], ["geen Nederlandse gegevens", SUMMARY[0], ONE[0]]),
        ([study("a", countries=("US",)), B], [SUMMARY[0]]),
        ([study("a", year="2010")], ["alleen oude bronnen", SUMMARY[0], ONE[0]]),
        ([study("a", year="2011")], [SUMMARY[0], ONE[0]]),  # of 2026, fifteen years before is not yet old
        ([study("a", year="2010"), B], [SUMMARY[0]]),
        ([study("a", year="z.d.")], [SUMMARY[0], ONE[0]]),
        ([study("a", by="x"), study("b", by="x")], [SUMMARY[0], "bronnen niet aantoonbaar onafhankelijk"]),
        ([study("a", authors_complete=False), B], [SUMMARY[0], "bronnen niet aantoonbaar onafhankelijk"]),
        ([study("a", by="x"), study("b", by="x"), study("c", by="y")], [SUMMARY[0]]),
        ([study("a", identification="probable"), B], [SUMMARY[0], "bron waarschijnlijk, niet zeker"]),
    ],
)
def test_the_reasons_tell_of_the_works(works: list[Work], told: list[str]) -> None:
    found = reasons(of(*(link(work.key) for work in works), works=works))
    assert [nl for nl, _ in found] == told


@pytest.mark.parametrize(
    ("citations", "strongest", "left"),
    [
        ([link("a")], "a", "none"),
        ([link("a"), link("b", "not_seen")], "a", "unconfirmed"),
        # Without the full one a partial one is left, without the partial one a full synthesis.
        ([link("b", "partial"), link("a")], "a", "limited"),
        ([link("a"), link("b", "partial")], "a", "limited"),
        ([link("a"), link("b"), link("c")], "a", "strong"),
        ([link("a", "not_seen")], None, None),
        ([], None, None),
    ],
)
def test_the_strongest_is_the_work_whose_loss_costs_most(
    citations: list[Citation], strongest: str | None, left: str | None
) -> None:
    found = of(*citations, works=[A, B, C]).profile("c")
    assert (found.strongest, found.without_strongest) == (strongest, left)


def test_a_work_cited_twice_is_one_work_and_goes_whole() -> None:
    found = of(link("a"), link("a", "partial"), works=[A]).profile("c")
    assert (found.works, found.strongest, found.without_strongest) == (1, "a", "none")
    assert of(link("a"), link("b"), link("c", "not_seen"), works=[A, B, C]).profile("c").works == 2


@pytest.mark.parametrize(
    ("citations", "contested"),
    [
        ([link("a"), link("b", "contradicts")], True),
        ([link("a"), link("b", intent="disputes")], True),
        ([link("a"), link("b", "partial", intent="disputes")], False),
        ([link("b", "contradicts")], False),
        ([link("a")], False),
    ],
)
def test_contested_is_for_and_against_side_by_side(citations: list[Citation], contested: bool) -> None:
    assert of(*citations, works=[A, B]).profile("c").contested is contested


@pytest.mark.parametrize(
    ("grounds", "standing"),
    [
        (("yes",), "rests"),
        (("no",), "rests_not"),
        (("no", "yes"), "rests"),
        (("no", "none"), "rests_not"),
        ((), "rests_not"),
    ],
)
def test_advice_rests_where_any_of_its_grounds_is_supported(grounds: tuple[str, ...], standing: str) -> None:
    claims = [
        small.claim("yes", "Ja.", small.link("yes", "a")),
        small.claim("no", "Nee.", small.link("no", "a", "not_seen")),
        small.claim("none", "Niets."),
        replace(small.claim("do", "Doe.", kind="recommendation"), rests_on=grounds),
    ]
    found = small.library(claims, [A]).profile("do")
    assert (found.code, found.level, found.reasons) == (standing, None, ())


@pytest.mark.parametrize(
    ("citations", "standing"),
    [
        ([], "unsourced"),
        ([link("a", intent="defines")], "sourced"),
        ([link("lost"), link("a")], "sourced"),
        ([link("lost")], "untraced"),
    ],
)
def test_a_definition_stands_by_its_sources(citations: list[Citation], standing: str) -> None:
    works = [A, study("lost", identification="not_found")]
    found = of(*citations, works=works, kind="definition").profile("c")
    assert (found.code, found.level, found.strongest) == (standing, None, None)


def test_the_wider_reading_sums_the_identified_and_ours() -> None:
    ours = Supplement("c", "b", "supports", "full", "abstract", "2026-11-20")
    library = of(link("a", "not_seen"), link("lost"), works=[A, B, study("lost", identification="not_found")],
                 supplements=(ours,))  # fmt: skip
    assert [one.work.key for one in library.links_of("c")] == ["a", "lost"]
    assert [(one.work.key, one.complementary) for one in library.links_of("c", "evidence")] == [
        ("a", False),
        ("b", True),
    ]
    assert [one.passage for one in library.links_of("c", "evidence")] == [1, None]
    assert (library.profile("c").code, library.profile("c", "evidence").code) == ("unconfirmed", "moderate")
    lost = of(link("lost"), works=[study("lost", identification="not_found")])
    assert [one.work.key for one in lost.links_of("c", "evidence")] == ["lost"]  # where nothing else is, all


# -- what hangs on little ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("works", "judgements", "why"),
    [
        ([A], ["full"], ("one_work",)),
        ([A, B], ["full", "full"], ()),
        ([A, B], ["full", "not_seen"], ("one_work",)),
        ([A, B], ["not_seen", "not_seen"], ()),
        ([study("a", by="x"), study("b", by="x")], ["full", "full"], ("one_team",)),
        ([study("a", by="x"), study("b", by="x")], ["not_seen", "not_seen"], ()),
        ([study("a", by="x"), study("b", by="x"), C], ["full", "full", "full"], ()),
        ([study("a", identification="not_found")], ["full"], ("one_work", "untraced")),
        ([study("a", year="2010"), study("b", year="2009")], ["full", "full"], ("old",)),
        ([study("a", year="2010"), study("b", year="2011")], ["full", "full"], ()),
        ([study("a", year="z.d.")], ["full"], ("one_work",)),
    ],
)
def test_what_is_fragile_says_why(works: list[Work], judgements: list[str], why: tuple[str, ...]) -> None:
    citations = [link(work.key, said) for work, said in zip(works, judgements, strict=True)]
    found = [(claim.id, told) for claim, told in fragile(of(*citations, works=works))]
    assert found == ([("c", why)] if why else [])


def test_only_findings_with_a_source_are_fragile() -> None:
    assert list(fragile(of(works=[]))) == []
    assert list(fragile(of(link("a"), works=[A], kind="definition"))) == []
    assert [why for _, why in fragile(of(link("a"), works=[A], kind="prevalence"))] == [("one_work",)]


# -- where it is thin -------------------------------------------------------------------------------------------------

PLAIN = study("plain", designs=())


def claims_of(*pairs: tuple[str, list[Citation]]) -> tuple[Library, tuple[Claim, ...]]:
    made = [
        small.claim(f"c{n}", "Dit.", *(replace(x, claim=f"c{n}") for x in citations), kind=kind)
        for n, (kind, citations) in enumerate(pairs)
    ]
    return small.library(made, [A, B, PLAIN]), tuple(made)


@pytest.mark.parametrize(
    ("pairs", "kind"),
    [
        ([], "empty"),
        ([("finding", [])], "absolute"),
        ([("definition", [link("a")])], "absolute"),
        ([("finding", [link("a", "not_seen")])], "doubtful"),
        ([("finding", [link("plain")])], "synthesis"),
        ([("finding", [link("plain"), link("a", "not_seen")])], "synthesis"),
        ([("finding", [link("plain"), link("a")])], "none"),
        ([("finding", []), ("prevalence", [link("a")])], "none"),
    ],
)
def test_a_gap_is_the_worst_that_holds(pairs: list[tuple[str, list[Citation]]], kind: str) -> None:
    assert gap(*claims_of(*pairs)) == kind


def test_a_cell_counts_claims_findings_supported_and_works() -> None:
    library, _ = claims_of(
        ("finding", [link("a"), link("b")]), ("finding", [link("a", "not_seen")]), ("finding", []),
        ("definition", [link("plain")]),
    )  # fmt: skip
    found = gaps(library, rows="building_block", columns="parent_group")
    counted = {"n_claims": 4, "n_findings": 3, "n_supported": 1, "n_works": 3, "gap": "none"}
    empty = {"n_claims": 0, "n_findings": 0, "n_supported": 0, "n_works": 0, "gap": "empty"}
    assert found.to_dict("records") == [
        {"building_block": "thuisbetrokkenheid", "parent_group": "vaders", **counted},
        {"building_block": "communicatie", "parent_group": "vaders", **empty},
    ]
    with pytest.raises(UnknownOptionError):
        gaps(library, rows="kind", columns="soort")
