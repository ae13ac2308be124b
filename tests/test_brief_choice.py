"""What goes where in a brief, how much of it is told, and which works stand behind it: worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import small_library as small
from ouderevidence.document import marks, nodes
from ouderevidence.model.errors import RenderError
from ouderevidence.model.records import Caveat, Name, Supplement
from ouderevidence.products.brief import Brief, batch, items, selection
from ouderevidence.products.brief.phrases import Phrases, listed

if TYPE_CHECKING:
    from pathlib import Path

    from ouderevidence.document.nodes import Inlines
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim, Work


def study(key: str, *, by: str = "", year: str = "2020", countries: tuple[str, ...] = ("NL",)) -> Work:
    made = small.work(key, Name(by or key), year=year)
    return replace(made, appraisal=replace(made.appraisal, countries=countries))


A, B, C, D = study("a"), study("b"), study("c"), study("d")


def finding(name: str, *links: tuple[str, str], core: bool = True, kind: str = "finding") -> Claim:
    return small.claim(name, f"Dit is {name}.", *(small.link(name, *one) for one in links), core=core, kind=kind)


STRONG = finding("strong", ("a", "full"), ("b", "full"))
MODERATE = finding("moderate", ("a", "full"))
LIMITED = finding("limited", ("a", "partial"))
DOUBTED = finding("doubted", ("a", "not_seen"))
BARE = finding("bare")


def of(*claims: Claim) -> Library:
    return small.library(list(claims), [A, B, C, D])


def names(claims: list[Claim]) -> list[str]:
    return [claim.id for claim in claims]


def cited(inlines: Inlines) -> list[list[str]]:
    """Return the works of each citation."""
    return [[one["citationId"] for one in node["c"][0]] for node in inlines if node["t"] == "Cite"]


def said(inlines: Inlines) -> str:
    return " ".join(nodes.flat(" ".join(marks.words(inlines))).split())


# -- which claims -----------------------------------------------------------------------------------------------------


def test_key_messages_are_best_first_core_before_others_and_six_at_most() -> None:
    other = replace(MODERATE, id="other", core=False)
    library = of(DOUBTED, LIMITED, other, BARE, MODERATE, STRONG)
    assert names(selection.key_messages(library)) == ["strong", "moderate", "other", "limited"]
    many = of(*(replace(MODERATE, id=f"m{n}") for n in range(8)))
    assert names(selection.key_messages(many)) == ["m0", "m1", "m2", "m3", "m4", "m5"]


def test_what_the_factsheet_carries_goes_before_what_only_we_do() -> None:
    ours = replace(BARE, supplements=(Supplement("bare", "a", "supports", "full", "abstract", "2026-11-20"),))
    assert names(selection.key_messages(of(ours, MODERATE))) == ["moderate", "bare"]


def test_what_is_also_said_is_core_and_never_advice_and_fills_up_to_six() -> None:
    advice = finding("advice", kind="recommendation")
    context = finding("context", kind="context")
    more = replace(BARE, id="more", core=False)
    library = of(context, BARE, more, advice, DOUBTED, STRONG)
    assert names(selection.also_said(library, 1)) == ["doubted", "bare", "context"]
    assert names(selection.also_said(library, 4)) == ["doubted", "bare"]
    assert names(selection.also_said(library, 7)) == []
    assert names(selection.also_said(of(more, advice, STRONG), 1)) == ["more"]  # where no core claim is left


def test_the_place_in_a_table_is_by_level_then_by_kind() -> None:
    kinds = [finding(kind, kind=kind) for kind in ("context", "definition", "requirement", "recommendation")]
    library = of(*kinds, BARE, DOUBTED, LIMITED, MODERATE, STRONG)
    assert [selection.rank(library, claim) for claim in (STRONG, MODERATE, LIMITED, DOUBTED, BARE)] == [
        (0, 0), (0, 1), (0, 2), (0, 3), (0, 5),
    ]  # fmt: skip
    assert [selection.rank(library, claim) for claim in reversed(kinds)] == [(1, 0), (1, 1), (1, 2), (1, 3)]
    assert selection.rank(library, replace(kinds[0], kind="else")) == (1, 4)


def test_advice_that_rests_goes_first_and_core_before_others() -> None:
    late = finding("late", kind="recommendation")
    other = replace(late, id="other", core=False, rests_on=("moderate",))
    rests = replace(late, id="rests", rests_on=("doubted", "moderate"))
    loose = replace(late, id="loose", rests_on=("doubted",))
    library = of(late, loose, other, rests, MODERATE, DOUBTED)
    assert [(actor, [claim.id for claim, _ in claims]) for actor, claims in selection.advice(library)] == [
        ("", ["rests", "other", "late", "loose"])
    ]
    assert [selection.rests(library, claim) for claim in (rests, loose, late)] == [True, False, False]


def test_what_leans_on_one_work_and_what_stands_behind() -> None:
    three = replace(STRONG, id="three", citations=(*STRONG.citations, small.link("three", "c")))
    library = of(STRONG, MODERATE, three, LIMITED, DOUBTED)
    found = selection.leaning(library, [STRONG, MODERATE, three, LIMITED, DOUBTED])
    assert [(claim.id, key) for claim, key in found] == [("moderate", "a"), ("limited", "a")]
    abroad = small.library([STRONG, DOUBTED], [A, study("b", countries=("US",))])
    assert selection.behind(abroad, [STRONG]) == (2, 1)
    assert selection.behind(abroad, [DOUBTED]) == (0, 0)


def test_contested_are_the_links_against() -> None:
    both = finding("both", ("a", "full"), ("b", "contradicts"))
    library = of(STRONG, LIMITED, both)
    assert [(claim.id, link.work.key) for claim, link in selection.contested(library)] == [("both", "b")]
    assert names(selection.disputed(library)) == ["both"]


# -- which works ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("links", "works", "words"),
    [
        ([("a", "full")], [["a"]], ["Factsheet:"]),
        ([("a", "full"), ("b", "not_seen")], [["a"], ["b"]], ["Factsheet:", "niet bevestigd:"]),
        ([("b", "not_seen")], [["b"]], ["Factsheet, niet bevestigd:"]),
        ([], [], ["Factsheet: geen bron"]),
        ([("a", "full"), ("b", "contradicts")], [["a"], ["b"]], ["Factsheet:", "ertegen:"]),
        ([("a", "full"), ("b", "full"), ("c", "full")], [["a"], ["b"], ["c"]], ["Factsheet:"]),  # no "one more"
        ([("a", "full"), ("b", "full"), ("c", "full"), ("d", "full")], [["a"], ["b"]], ["Factsheet:", "en nog 2"]),
    ],
)
def test_a_message_cites_what_counts_apart_from_what_does_not(
    links: list[tuple[str, str]], works: list[list[str]], words: list[str]
) -> None:
    claim = finding("one", *links)
    phrases = Phrases(Brief(of(claim)))
    inlines = phrases.carried_by(claim)
    assert cited(inlines) == works
    told = said(inlines)
    assert all(part in told for part in words), told
    assert ("niet bevestigd" in told) == any("niet bevestigd" in part for part in words)


def test_ours_stand_apart_from_those_of_the_factsheet() -> None:
    ours = (Supplement("one", "c", "supports", "full", "abstract", "2026-11-20"),)
    claim = replace(finding("one", ("a", "full")), supplements=ours)
    inlines = Phrases(Brief(of(claim))).carried_by(claim)
    assert cited(inlines) == [["a"], ["c"]]
    assert "aanvullend onderzoek:" in said(inlines)
    alone = replace(claim, citations=())
    assert said(Phrases(Brief(of(alone))).carried_by(alone)).startswith("Factsheet: geen bron ; aanvullend onderzoek:")


# -- how many ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ((STRONG, DOUBTED), "Bij één van de 2 bevindingen (doubted) vonden wij geen onderzoek dat haar steunt."),
        (
            (STRONG, DOUBTED, BARE),
            "Bij 2 van de 3 bevindingen (doubted, bare) vonden wij geen onderzoek dat ze steunt.",
        ),
        (
            (STRONG, LIMITED, DOUBTED, BARE),
            "Bij 2 van de 4 bevindingen (doubted, bare) vonden wij geen onderzoek dat ze steunt.",
        ),
        ((STRONG, LIMITED), None),
        ((DOUBTED, BARE), None),  # the short answer says so already
    ],
)
def test_the_first_page_counts_the_findings_without_support(claims: tuple[Claim, ...], told: str | None) -> None:
    library = of(*claims, finding("definition", kind="definition"))
    phrases = Phrases(Brief(library))
    found = [said(one) for one in items.doubts(phrases, selection.key_messages(library))]
    counted = [one for one in found if "vonden wij geen onderzoek" in one]
    assert [one.split(" Dat betekent")[0] for one in counted] == ([told] if told else [])


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ((MODERATE, STRONG), "Bij één van de 2 kernboodschappen hangt de onderbouwing aan één onderzoek."),
        ((MODERATE, STRONG, LIMITED), "Bij 2 van de 3 kernboodschappen hangt de onderbouwing aan één onderzoek."),
        ((STRONG,), None),
    ],
)
def test_the_first_page_counts_the_messages_that_hang_on_one_study(claims: tuple[Claim, ...], told: str | None) -> None:
    library = of(*claims)
    found = items.doubts(Phrases(Brief(library)), selection.key_messages(library))
    leaning = [one for one in found if "hangt de onderbouwing" in said(one)]
    assert bool(leaning) == bool(told)
    if told:
        assert told in said(leaning[0])
        assert cited(leaning[0]) == [["a"]]


def test_words_are_listed_as_people_do() -> None:
    assert [listed(words, "en") for words in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a en b", "a, b en c"]


# -- all briefs at once -----------------------------------------------------------------------------------------------


def test_another_style_makes_every_brief_anew(tmp_path: Path) -> None:
    library, folder = of(STRONG, BARE), tmp_path / "notities"

    def write(style: str) -> list[Path]:
        return batch.write_all(library, folder, forms=["md"], depth="page", profile=style)

    one, other = (Brief(library, depth="page", profile=style).document() for style in ("radboud", "han"))
    assert one == other  # what is told is the same: only the style says that the files are stale
    first = write("radboud")
    assert first
    assert write("radboud") == []
    assert write("han") == first
    assert write("han") == []


# -- what makes no brief, and what is for all parents -----------------------------------------------------------------


def test_a_claim_that_leads_nowhere_is_refused_with_place_and_remedy() -> None:
    nowhere = replace(BARE, passages=())
    with pytest.raises(RenderError, match=r"^claim 'bare' has no passage; add one in claims/1\.yml:1$"):
        selection.require_traceable(of(nowhere))
    lost = replace(BARE, caveats=(Caveat(BARE.statement, ("zoek",)),))
    with pytest.raises(RenderError, match=r"^claim 'bare' cites work 'zoek', which is not there; add it to references"):
        selection.require_traceable(of(lost))
    selection.require_traceable(of(BARE, STRONG))


def test_advice_for_all_parents_comes_along_where_any_of_the_filters_names_a_group(library: Library) -> None:
    def wide(part: Library) -> set[str]:
        return {claim.id for _, claims in selection.advice(part) for claim, general in claims if general}

    asked = library.where(parent_group="vaders")
    assert wide(asked)
    assert wide(asked.where(section="4")) == wide(asked)
    assert wide(library.where(section="4")) == set()


@pytest.mark.parametrize(("keyword", "field"), [("building_block", "building_blocks"), ("actor", "actors")])
def test_advice_for_all_parents_keeps_to_the_other_filters(library: Library, keyword: str, field: str) -> None:
    term = {"building_block": "communicatie", "actor": "school"}[keyword]
    asked = library.where(parent_group="vaders")
    whole = {c.id: c for _, claims in selection.advice(asked) for c, wide in claims if wide}
    covered = library.vocabulary.covered(field, term)
    wanted = {name for name, claim in whole.items() if covered & set(getattr(claim, field))}
    narrow = selection.advice(asked.where(**{keyword: term}))  # type: ignore[arg-type]
    assert {c.id for _, claims in narrow for c, wide in claims if wide} == wanted
    assert wanted < set(whole)
