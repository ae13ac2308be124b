"""The library: filters, tables, search, gaps; on the real evidence."""

from __future__ import annotations

import html
import numbers
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ouderevidence as oe
import small_library as small
from ouderevidence.library import frames
from ouderevidence.library.holders import Holders
from ouderevidence.model.records import Name
from ouderevidence.model.words import FACETS, LEVELS, STANDINGS
from selection import Selection, only

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.model.records import Claim

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
a_filter = st.sampled_from([only(keyword, value) for keyword, value in CHOICES])


def ids(library: oe.Library) -> list[str]:
    return [claim.id for claim in library]


@given(a_filter, a_filter)
@settings(deadline=None)
def test_filters_commute_and_only_ever_take_away(a: Selection, b: Selection) -> None:
    both = ids(LIBRARY.where(**a).where(**b))
    assert both == ids(LIBRARY.where(**b).where(**a))
    assert set(both) <= set(ids(LIBRARY.where(**a)))
    order = ids(LIBRARY)
    assert both == sorted(both, key=order.index)


def holds(claim: Claim, key: str, value: Any) -> Any:
    """Whether a claim holds what is asked of it: by asking the claim, and by no list."""
    works = [LIBRARY.work(link.work) for link in claim.citations]
    field = {keyword: facet for facet, keyword in FACETS.items()}.get(key)
    if field is not None:
        return not VOCABULARY.covered(field, value).isdisjoint(getattr(claim, field))
    return {
        "kind": claim.kind == value,
        "core": claim.core == value,
        "section": any(f"{name}.".startswith(f"{value}.") for name in claim.sections),
        "work": any(work.key == value for work in works),
        "year": any(work.year.isdigit() and 2000 <= int(work.year) <= 2013 for work in works),
        "level": LIBRARY.profile(claim.id).code == value,
    }[key]


@pytest.mark.parametrize("large", [False, True])
@given(st.lists(st.sampled_from(CHOICES), min_size=1, max_size=4), a_filter)
@settings(deadline=None)
def test_where_finds_what_asking_every_claim_finds(
    large: bool, asked: list[tuple[str, Any]], then: dict[str, Any]
) -> None:
    library = oe.Library(LIBRARY._corpus)
    library._holders = Holders(library, large=large)
    values: dict[str, Any] = {}
    for key, value in asked:
        values.setdefault(key, []).append(value)
    part = library.where(**values)
    wanted = [c for c in LIBRARY if all(any(holds(c, key, one) for one in each) for key, each in values.items())]
    assert ids(part) == [claim.id for claim in wanted]
    ((key, value),) = then.items()
    assert ids(part.where(**then)) == [claim.id for claim in wanted if holds(claim, key, value)]
    turned = part.sort("code")
    assert ids(turned.where(**then)) == [claim.id for claim in turned if holds(claim, key, value)]


@given(a_filter)
@settings(deadline=None)
def test_a_filter_twice_is_a_filter_once(a: Selection) -> None:
    assert ids(LIBRARY.where(**a)) == ids(LIBRARY.where(**a).where(**a))


@given(a_filter)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_level_never_changes_under_a_filter(a: Selection) -> None:
    part = LIBRARY.where(**a)
    assert all(part.profile(c.id) == LIBRARY.profile(c.id) for c in part)
    assert part.claims["level"].to_dict() == LIBRARY.claims["level"].loc[ids(part)].to_dict()


def test_a_recommendation_rests_on_a_supported_finding_and_on_no_other_recommendation() -> None:
    found = small.claim("bevinding", "Het helpt.", small.link("bevinding", "een2020"))
    bare = small.claim("kaal", "Het kan.")
    names = {"op-bevinding": "bevinding", "op-kaal": "kaal", "op-advies": "op-bevinding", "op-zichzelf": "op-zichzelf"}
    advice = [replace(small.claim(n, "Doe dit.", kind="recommendation"), rests_on=(on,)) for n, on in names.items()]
    library = small.library([*advice, found, bare], [small.work("een2020", Name("Een"))])
    assert library.profile("bevinding").level == "moderate"
    said = [library.profile(name).code for name in [*names, "kaal"]]
    assert said == ["rests", "rests_not", "rests_not", "rests_not", "none"]


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
def test_an_unknown_term_names_its_neighbours(asked: Selection, near: str) -> None:
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
    for name, schema in frames.SCHEMAS.items():
        frame = LIBRARY.gaps() if name == "gaps" else getattr(LIBRARY, name)
        columns = [*([frame.index.name] if frame.index.name else []), *frame.columns]
        assert columns == list(schema), name
        kinds: dict[str, type | tuple[type, ...]] = {
            "tuple": tuple,
            "int": numbers.Integral,
            "bool": (bool, np.bool_),
            "str": str,
        }
        for column, (kind, _) in schema.items():
            for value in frame.reset_index()[column].dropna():
                assert isinstance(value, kinds[kind]), (name, column, value)
    taken = LIBRARY.claims
    taken["kind"] = "x"
    assert set(LIBRARY.claims["kind"]) != {"x"}
    assert set(LIBRARY.claims["level"]) <= {*LEVELS, *STANDINGS}


def test_table_and_links_speak_both_languages() -> None:
    assert list(LIBRARY.table().columns)[:3] == ["Kenmerk", "Uitspraak", "Soort"]
    assert list(LIBRARY.table(language="en").columns)[:3] == ["Code", "Claim", "Kind"]
    assert len(LIBRARY.links()) == len(LIBRARY.links(language="en")) == len(LIBRARY.citations)


def test_an_empty_selection_still_has_tables() -> None:
    empty = LIBRARY.where(parent_group="werkend").where(work="boonk2018")
    assert len(empty) == 0
    assert [empty.claims.index.name, *empty.claims.columns] == list(frames.SCHEMAS["claims"])
    assert len(empty.search("ouders")) == 0
    assert "<table" in empty._repr_html_()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_the_html_table_is_accessible() -> None:
    tags = _Tags()
    tags.feed(LIBRARY.where(parent_group="vaders")._repr_html_())
    names = [tag for tag, _ in tags.seen]
    assert names.count("caption") == 1
    assert all(attrs.get("scope") in ("col", "colgroup", "row") for tag, attrs in tags.seen if tag == "th")


def test_what_a_notebook_shows_is_ten_rows_and_says_how_many_more_there_are() -> None:
    shown = LIBRARY._repr_html_()
    assert f"Verdere uitspraken: {len(LIBRARY) - 10}" in shown
    assert shown == LIBRARY._repr_html_()
    assert "Verdere uitspraken" not in LIBRARY.where(parent_group="werkend")._repr_html_()


@pytest.mark.parametrize("reading", ["sourcing", "evidence"])
def test_the_briefing_table_has_every_claim_once_in_its_groups(reading: str) -> None:
    part = LIBRARY.where(parent_group="vaders")
    made = part.briefing_table(reading=reading, language="en").as_raw_html()
    for claim in part:
        assert made.count(html.escape(claim.statement.en)) == 1
    assert ("With complementary research" in made) == (reading == "evidence")
    with pytest.raises(oe.UnknownOptionError, match="no column 'bron'; choose code, claim"):
        part.briefing_table(columns=["bron"])


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
    assert wanted in [claim.id for claim in LIBRARY.search(query).first(10)]


def test_search_says_what_matched_and_finds_nothing_for_nonsense() -> None:
    assert LIBRARY.hits("vaders")[0].matched == ("vaders",)
    assert len(LIBRARY.search("qqqqqq")) == len(LIBRARY.search("")) == 0
    assert LIBRARY.words_not_found("gescheiden vaders qqqqqq") == ("gescheiden", "qqqqqq")
    assert "vaders-ook-belangrijk" in LIBRARY.search("gescheiden vaders")
    assert len(LIBRARY.search("gescheiden ouders")) == 0  # what is left says nothing
    assert len(LIBRARY.search("oma")) == 0


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
        assert row["n_claims"] == len(cell)


def test_fragile_names_claims_that_hang_on_one_work() -> None:
    fragile = LIBRARY.fragile
    for claim_id, row in fragile.iterrows():
        works = {x.work.key for x in LIBRARY.links_of(str(claim_id)) if x.counts}
        if "one_work" in row["why"] and works:
            assert works == {row["strongest_work"]}
            assert row["level_without"] in ("none", "untraced", "unconfirmed")


def test_unidentified_lists_candidates() -> None:
    frame = LIBRARY.unidentified
    assert "epstein2018" in frame.index
    assert "agirdag2024" in frame.index
    assert "boonk2018" not in frame.index
    assert len(frame["alternatives_nl"]["epstein2018"]) >= 2


def test_filters_are_said_again_in_words_flags_and_python() -> None:
    part = LIBRARY.where(parent_group="vaders", kind="finding")
    assert part.filter_text("nl") == "groep ouders: vaders; soort uitspraak: bevinding"
    assert part.filter_text("en") == "parent group: fathers; kind of claim: finding"
    assert part.filter_flags() == "--groep vaders --soort finding"
    assert part.filter_python() == 'library.where(parent_group="vaders", kind="finding")'
    assert ids(eval(part.filter_python(), {"library": LIBRARY})) == ids(part)  # noqa: S307 (our own text)


def test_a_search_is_a_filter_too() -> None:
    part = LIBRARY.where(search="voorlezen", kind="finding")
    found = {hit.claim_id for hit in LIBRARY.hits("voorlezen")}
    assert ids(part) == [c.id for c in LIBRARY.where(kind="finding") if c.id in found]
    assert len(part) > 0
    assert LIBRARY.where(search='samen "lezen"').filter_flags() == '--zoek "samen \\"lezen\\""'
    assert LIBRARY.where(search='a "b"').filter_python() == 'library.where(search="a \\"b\\"")'
    assert LIBRARY.where(search="voorlezen").filter_text("en") == "search words: voorlezen"


# -- selections as sets -----------------------------------------------------------------------------------------------


def test_two_selections_are_put_together_as_sets() -> None:
    fathers, home = LIBRARY.where(parent_group="vaders"), LIBRARY.where(building_block="thuisbetrokkenheid")
    both, either, only = fathers & home, fathers | home, fathers - home
    assert set(ids(both)) == set(ids(fathers)) & set(ids(home))
    assert set(ids(either)) == set(ids(fathers)) | set(ids(home))
    assert set(ids(only)) == set(ids(fathers)) - set(ids(home))
    assert set(ids(~fathers)) == set(ids(LIBRARY)) - set(ids(fathers))
    assert ids(either) == [name for name in ids(LIBRARY) if name in set(ids(either))]  # in the order of the factsheet
    assert both.filter_text() == "(groep ouders: vaders) en ook (bouwsteen: thuisbetrokkenheid)"
    assert (~fathers).filter_text("en") == "all but (parent group: fathers)"
    for part in (both, either, only, ~fathers, (fathers | home).where(kind="finding") - fathers):
        assert ids(eval(part.filter_python(), {"library": LIBRARY})) == ids(part)  # noqa: S307 (our own text)
        assert part.filter_flags().count("--uitspraak") == len(part)


def test_selections_of_two_libraries_are_not_put_together() -> None:
    with pytest.raises(oe.EvidenceError, match="load them as one library"):
        LIBRARY.where(parent_group="vaders") | oe.load().where(parent_group="vaders")


def test_a_selection_can_be_put_in_another_order() -> None:
    graded = [LIBRARY.profile(name).level for name in ids(LIBRARY.sort("level"))]
    order = [*reversed(LEVELS), None]
    assert [order.index(level) for level in graded] == sorted(order.index(level) for level in graded)
    assert ids(LIBRARY.sort("level").sort()) == ids(LIBRARY)
    with pytest.raises(oe.UnknownOptionError, match="no order 'niveau'; choose place, level, code"):
        LIBRARY.sort("niveau")


# -- the words of the user --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"level": "redelijk"}, {"level": "moderate"}),
        ({"level": "Moderate"}, {"level": "moderate"}),
        ({"soort": "aanbeveling"}, {"kind": "recommendation"}),
        ({"groep": "Vaders"}, {"parent_group": "vaders"}),
        ({"bouwsteen": "Involvement at home"}, {"building_block": "thuisbetrokkenheid"}),
        ({"oordeel": "niet gezien"}, {"judgement": "not_seen"}),
        ({"kern": "ja"}, {"core": True}),
        ({"core": "no"}, {"core": False}),
    ],
)
def test_a_filter_and_its_value_may_be_said_in_dutch_or_english(said: dict[str, Any], meant: dict[str, Any]) -> None:
    assert ids(LIBRARY.where(**said)) == ids(LIBRARY.where(**meant)) != []


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"bouwstenen": "communicatie"}, oe.UnknownFilterError, "did you mean bouwsteen"),
        ({"banaan": "x"}, oe.UnknownFilterError, "choose building_block, parent_group, lever"),
        ({"core": "banana"}, oe.UnknownTermError, "no term 'banana' in core; choose True, False"),
        ({"level": "banana"}, oe.UnknownTermError, "ouderevidence terms"),
        ({"work": "qqqqqqq"}, oe.UnknownTermError, "ouderevidence works"),
        ({"level": "limited", "reading": "x"}, oe.UnknownOptionError, "no reading 'x'; choose sourcing, evidence"),
    ],
)
def test_what_is_no_filter_or_no_value_is_one_clear_error(
    asked: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=re.escape(words)):
        LIBRARY.where(**asked)


@pytest.mark.parametrize(
    "door",
    [
        lambda: LIBRARY.table(language="de"),
        lambda: LIBRARY.in_words("works", language="de"),
        lambda: LIBRARY.filter_text("de"),
        lambda: LIBRARY.label("boonk2018", "de"),
        lambda: LIBRARY.export("x.csv", language="de"),
        lambda: LIBRARY.brief(language="de"),
        lambda: oe.gap_map(LIBRARY, language="de"),
        lambda: oe.audit("x.md", LIBRARY, language="de"),
        lambda: oe.explore(LIBRARY, language="de"),
    ],
)
def test_a_language_that_is_not_there_is_the_same_error_at_every_door(door: Callable[[], object]) -> None:
    with pytest.raises(oe.UnknownOptionError, match="no language 'de'; choose nl, en"):
        door()


def test_an_empty_selection_shows_that_it_is_empty(library: oe.Library) -> None:
    empty = library.where(parent_group="werkend").where(actor="gemeente", kind="recommendation")
    wider = library.where(parent_group="werkend", actor="gemeente", kind="recommendation", include_general=True)
    assert len(empty) == 0 < len(wider)
    shown = empty._repr_html_()
    assert "Geen uitspraken gevonden" in shown
    assert f"komt u op {len(wider)}." in shown
    nothing = library.where(section="4.6", parent_group="werkend", kind="definition")
    assert len(nothing) == 0
    assert "met-algemeen" not in nothing._repr_html_()


@pytest.mark.parametrize(("said", "near"), [("bonk", "boonk2018"), ("Boonk 1999", "boonk2018"), ("Epstien", "epstein")])
def test_a_work_that_is_not_there_is_refused_with_near_ones(library: oe.Library, said: str, near: str) -> None:
    with pytest.raises(oe.UnknownWorkError, match=near):
        library.find_works(said)


def test_near_works_are_looked_for_by_the_first_words_alone(library: oe.Library) -> None:
    with pytest.raises(oe.UnknownWorkError) as raised:
        library.find_works("qqqq " * 60_000 + "bonk")
    assert "boonk2018" not in str(raised.value)
    with pytest.raises(oe.UnknownWorkError, match="boonk2018"):
        library.find_works("qqqq " * 20 + "bonk")
