"""The library: filters, tables, search, gaps; on the real evidence."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ouderevidence as oe
from ouderevidence.library import frames
from ouderevidence.model.words import FACETS, LEVELS, STANDINGS

LIBRARY = oe.load()
VOCABULARY = LIBRARY.vocabulary
CHOICES = [(keyword, term.id) for facet, keyword in FACETS.items() for term in VOCABULARY.terms(facet)] + [
    ("kind", "finding"),
    ("core", True),
    ("section", "4"),
    ("work", "boonk2018"),
    ("year", "2000-2013"),
    ("level", "none"),
]
a_filter = st.sampled_from(CHOICES).map(lambda pair: {pair[0]: pair[1]})


def ids(library: oe.Library) -> list[str]:
    return [claim.id for claim in library]


@given(a_filter, a_filter)
@settings(deadline=None)
def test_filters_commute_and_only_ever_take_away(a: dict[str, object], b: dict[str, object]) -> None:
    both = ids(LIBRARY.where(**a).where(**b))
    assert both == ids(LIBRARY.where(**b).where(**a))
    assert set(both) <= set(ids(LIBRARY.where(**a)))
    order = ids(LIBRARY)
    assert both == sorted(both, key=order.index)


@given(a_filter)
@settings(deadline=None)
def test_a_filter_twice_is_a_filter_once(a: dict[str, object]) -> None:
    assert ids(LIBRARY.where(**a)) == ids(LIBRARY.where(**a).where(**a))


@given(a_filter)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_level_never_changes_under_a_filter(a: dict[str, object]) -> None:
    part = LIBRARY.where(**a)
    assert all(part.profile(c.id) == LIBRARY.profile(c.id) for c in part)
    assert part.claims["level"].to_dict() == LIBRARY.claims["level"].loc[ids(part)].to_dict()


def test_several_values_mean_any_and_several_facets_mean_all() -> None:
    either = ids(LIBRARY.where(parent_group=["vaders", "werkend"]))
    assert set(either) == set(ids(LIBRARY.where(parent_group="vaders"))) | set(
        ids(LIBRARY.where(parent_group="werkend"))
    )
    both = LIBRARY.where(building_block="communicatie", parent_group="anderstalig")
    assert set(ids(both)) == set(ids(LIBRARY.where(building_block="communicatie"))) & set(
        ids(LIBRARY.where(parent_group="anderstalig"))
    )


def test_a_term_covers_its_narrower_terms() -> None:
    wide = set(ids(LIBRARY.where(building_block="communicatie")))
    assert set(ids(LIBRARY.where(building_block="thuistaal"))) <= wide
    assert set(ids(LIBRARY.where(building_block="maatwerk"))) <= wide


def test_include_general_adds_the_claims_about_all_parents() -> None:
    alone = set(ids(LIBRARY.where(parent_group="vaders")))
    general = set(ids(LIBRARY.where(parent_group="vaders", include_general=True)))
    assert general == alone | set(ids(LIBRARY.where(parent_group="alle-ouders")))
    assert alone < general


def test_no_filter_is_the_same_library() -> None:
    assert LIBRARY.where() is LIBRARY


@pytest.mark.parametrize(
    ("asked", "near"),
    [({"parent_group": "vader"}, "vaders"), ({"kind": "findings"}, "finding"), ({"work": "boonk2008"}, "boonk2018")],
)
def test_an_unknown_term_names_its_neighbours(asked: dict[str, str], near: str) -> None:
    with pytest.raises(oe.UnknownTermError, match=near):
        LIBRARY.where(**asked)


def test_an_ill_formed_year_is_refused() -> None:
    with pytest.raises(oe.UnknownTermError, match="2010-2020"):
        LIBRARY.where(year="2020-2010")


def test_unknown_claim_and_work_name_their_neighbours() -> None:
    with pytest.raises(oe.UnknownClaimError, match="thuis-weegt-het-zwaarst"):
        LIBRARY.claim("thuis-weegt-het-zwaarts")
    with pytest.raises(oe.UnknownWorkError, match="boonk2018"):
        LIBRARY.work("boonk2019")


def test_frames_have_their_documented_columns_and_are_copies() -> None:
    assert list(LIBRARY.claims.columns) == list(frames.CLAIM_COLUMNS)
    assert list(LIBRARY.citations.columns) == list(frames.CITATION_COLUMNS)
    assert list(LIBRARY.works.columns) == list(frames.WORK_COLUMNS)
    assert list(LIBRARY.terms.columns) == list(frames.TERM_COLUMNS)
    taken = LIBRARY.claims
    taken["kind"] = "x"
    assert set(LIBRARY.claims["kind"]) != {"x"}
    assert set(LIBRARY.claims["level"]) <= {*LEVELS, *STANDINGS}


def test_table_and_links_speak_both_languages() -> None:
    assert list(LIBRARY.table().columns)[:2] == ["Uitspraak", "Soort"]
    assert list(LIBRARY.table(language="en").columns)[:2] == ["Claim", "Kind"]
    assert len(LIBRARY.links()) == len(LIBRARY.links(language="en")) == len(LIBRARY.citations)


def test_an_empty_selection_still_has_tables() -> None:
    empty = LIBRARY.where(parent_group="werkend").where(work="boonk2018")
    assert len(empty) == 0
    assert list(empty.claims.columns) == list(frames.CLAIM_COLUMNS)
    assert empty.search("ouders") == []
    assert "<table" in empty._repr_html_()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_the_html_table_is_accessible_and_has_no_id() -> None:
    tags = _Tags()
    tags.feed(LIBRARY.where(parent_group="vaders")._repr_html_())
    names = [tag for tag, _ in tags.seen]
    assert names.count("caption") == 1
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in tags.seen if tag == "th")
    assert not any("id" in attrs for _, attrs in tags.seen)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("fathers", "vaders-worden-over-het-hoofd-gezien"),
        ("vader", "vaders-worden-over-het-hoofd-gezien"),
        ("thuisbetrokkenheid belangrijkste", "thuis-weegt-het-zwaarst"),
        ("vadres", "vaders-worden-over-het-hoofd-gezien"),
    ],
)
def test_search_finds(query: str, wanted: str) -> None:
    assert wanted in [hit.claim_id for hit in LIBRARY.search(query)[:10]]


def test_search_says_what_matched_and_finds_nothing_for_nonsense() -> None:
    assert LIBRARY.search("vaders")[0].matched == ("vaders",)
    assert LIBRARY.search("qqqqqq") == []
    assert LIBRARY.search("") == []


def test_gaps_are_of_this_factsheet_and_follow_from_the_links() -> None:
    gaps = LIBRARY.gaps()
    assert set(gaps["gap"]) <= {"empty", "absolute", "doubtful", "synthesis", "none"}
    for row in gaps.to_dict("records"):
        cell = LIBRARY.where(building_block=row["building_block"], parent_group=row["parent_group"])
        links = [x for c in cell if c.kind in ("finding", "prevalence") for x in LIBRARY.links_of(c.id)]
        counting = [x for x in links if x.counts]
        expected = (
            "empty" if not len(cell) else "absolute" if not links else "doubtful" if not counting
            else "none" if any(x.synthesis for x in counting) else "synthesis"
        )  # fmt: skip
        assert row["gap"] == expected
        assert row["claims"] == len(cell)


def test_fragile_names_claims_that_hang_on_one_work() -> None:
    fragile = LIBRARY.fragile()
    for claim_id, row in fragile.iterrows():
        works = {x.work.key for x in LIBRARY.links_of(str(claim_id)) if x.counts}
        if "one_work" in row["why"] and works:
            assert works == {row["strongest"]}
            assert row["without_strongest"] in ("none", "untraced", "unconfirmed")


def test_unidentified_lists_candidates() -> None:
    frame = LIBRARY.unidentified()
    assert "epstein2018" in frame.index
    assert "agirdag2024" in frame.index
    assert "boonk2018" not in frame.index
    assert len(frame.loc["epstein2018", "Kandidaten"]) >= 2


def test_filters_are_said_again_in_words_flags_and_python() -> None:
    part = LIBRARY.where(parent_group="vaders", kind="finding")
    assert part.filter_text("nl") == "groep ouders: vaders; soort uitspraak: bevinding"
    assert part.filter_text("en") == "parent group: fathers; kind of claim: finding"
    assert part.filter_flags() == "--groep vaders --soort finding"
    assert part.filter_python() == 'library.where(parent_group="vaders", kind="finding")'
    assert ids(eval(part.filter_python(), {"library": LIBRARY})) == ids(part)  # noqa: S307 (our own text)


def test_a_search_is_a_filter_too() -> None:
    part = LIBRARY.where(search="voorlezen", kind="finding")
    found = {hit.claim_id for hit in LIBRARY.search("voorlezen")}
    assert ids(part) == [c.id for c in LIBRARY.where(kind="finding") if c.id in found]
    assert len(part) > 0
    assert LIBRARY.where(search='samen "lezen"').filter_flags() == '--zoek "samen \\"lezen\\""'
    assert LIBRARY.where(search='a "b"').filter_python() == 'library.where(search="a \\"b\\"")'
    assert LIBRARY.where(search="voorlezen").filter_text("en") == "search words: voorlezen"
