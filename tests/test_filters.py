"""A selection says the same in every way: kept claims, words, flags through the command line, and Python."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any, Final

import pytest
import typer

import ouderevidence as oe
import small_library as small
from ouderevidence.cli.filters import filtered
from ouderevidence.library import load
from ouderevidence.library.facets import FACETS, Options, facet, laid_out, top_values, years
from ouderevidence.model.words import FACETS as FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.model.records import Claim

LIBRARY: Final = oe.load()
VALUES: Final = [(key, value.id) for key, one in FACETS.items() for value in one.values(LIBRARY)]
OTHERS: Final = [
    ("year", "2018"), ("year", "2013-2018"), ("year", "1979-1986"), ("search", "voorlezen"),
    ("search", 'samen "lezen" $HOME `id` \\'), ("search", "thuis's taal"), ("search", "-o weg"),
]  # fmt: skip


def ids(library: oe.Library) -> list[str]:
    return [claim.id for claim in library]


@pytest.fixture
def through_flags(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Return what the command line keeps, given flags as a shell would take them; the library is read once."""
    kept: list[oe.Library] = []
    app = typer.Typer()

    @app.command()
    @filtered
    def keep(library: oe.Library, language: str) -> None:
        kept.append(library)

    monkeypatch.setattr(load, "load", lambda *_: LIBRARY)

    def parse(flags: str) -> list[str]:
        typer.main.get_command(app)(shlex.split(flags), standalone_mode=False)
        return ids(kept.pop())

    return parse


def holds(claim: Claim, key: str, value: str) -> bool:
    """Whether a value holds for a claim, from the records alone."""
    cited = [LIBRARY.work(citation.work) for citation in claim.citations]
    fields = {keyword: field for field, keyword in FIELDS.items()}
    if key == "design":
        below = _below("designs", value)
        return any(below & set(work.appraisal.designs) for work in cited)
    if key in fields:
        return bool(_below(fields[key], value) & set(getattr(claim, fields[key])))
    if key == "year":
        first, last = (int(part) for part in (value if "-" in value else f"{value}-{value}").split("-"))
        return any(work.year.isdigit() and int(work.year) in range(first, last + 1) for work in cited)
    if key == "search":
        return claim.id in {hit.claim_id for hit in LIBRARY.hits(value)}
    return {
        "kind": lambda: claim.kind == value,
        "core": lambda: claim.core == (value == "true"),
        "section": lambda: value in claim.sections or value in {name.split(".")[0] for name in claim.sections},
        "work": lambda: value in {work.key for work in cited},
        "judgement": lambda: value in {citation.judgement for citation in claim.citations},
        "level": lambda: LIBRARY.profile(claim.id).code == value,
        "factsheet": lambda: claim.factsheet == value,
        "claim": lambda: claim.id == value,
    }[key]()


def _below(field: str, value: str) -> set[str]:
    """Return a term and what is narrower, however deep."""
    found = {value}
    while True:
        more = found | {term.id for term in LIBRARY.vocabulary.terms(field) if term.broader in found}
        if more == found:
            return found
        found = more


@pytest.mark.parametrize(
    ("asked", "flags", "python", "dutch", "english"),
    [
        ({"core": True}, "--kern", "core=True", "kernuitspraken", "core claims"),
        ({"core": False}, "--geen-kern", "core=False", "zonder kernuitspraken", "without core claims"),
        (
            {"parent_group": ["vaders", "werkend"]},
            "--groep vaders --groep werkend",
            'parent_group=["vaders", "werkend"]',
            "groep ouders: vaders of werkende ouders",
            "parent group: fathers or working parents",
        ),
        (
            {"parent_group": "vaders", "include_general": True},
            "--groep vaders --met-algemeen",
            'parent_group="vaders", include_general=True',
            "groep ouders: vaders (met uitspraken over alle ouders)",
            "parent group: fathers (with claims about all parents)",
        ),
        (
            {"level": "strong", "reading": "evidence"},
            "--niveau strong --lezing evidence",
            'level="strong", reading="evidence"',
            "onderbouwing met aanvullend onderzoek: stevig",
            "with complementary research: strong",
        ),
        ({"level": "strong"}, "--niveau strong", 'level="strong"', "onderbouwing: stevig", "level: strong"),
        (
            {"kind": "finding", "reading": "evidence"},
            "--soort finding --lezing evidence",
            'kind="finding", reading="evidence"',
            "soort uitspraak: bevinding",
            "kind of claim: finding",
        ),
        ({"section": "2"}, "--paragraaf 2", 'section="2"', "paragraaf: hoofdstuk 2", "section: chapter 2"),
        ({"year": "2018 – 2020"}, '--jaar "2018 – 2020"', 'year="2018 – 2020"', "jaar: 2018 – 2020",
         "year: 2018 – 2020"),
        ({"search": "a$b `c` \"d\" e\\f"}, '--zoek "a\\$b \\`c\\` \\"d\\" e\\\\f"',
         'search="a$b `c` \\"d\\" e\\\\f"', 'zoekwoorden: a$b `c` "d" e\\f', 'search words: a$b `c` "d" e\\f'),
        ({"search": "één"}, '--zoek "één"', 'search="één"', "zoekwoorden: één", "search words: één"),
    ],
)  # fmt: skip
def test_a_selection_is_said_in_words_flags_and_python(  # noqa: PLR0917 - a table of cases
    asked: dict[str, Any], flags: str, python: str, dutch: str, english: str,
    through_flags: Callable[[str], list[str]],
) -> None:  # fmt: skip
    part = LIBRARY.where(**asked)
    assert part.filter_flags() == flags
    assert part.filter_python() == f"library.where({python})"
    assert (part.filter_text("nl"), part.filter_text("en")) == (dutch, english)
    assert through_flags(flags) == ids(part)


def test_several_values_of_core_are_everything() -> None:
    part = LIBRARY.where(core=[True, False])  # type: ignore[arg-type]  # as a page may ask
    assert part.filter_python() == 'library.where(core=["true", "false"])'
    assert ids(part) == ids(LIBRARY)


def test_filters_are_said_in_the_order_of_the_table_and_a_value_once() -> None:
    part = LIBRARY.where(kind="finding", groep=["vaders", "Vaders"], parent_group="vaders", work=None)
    assert part.filter_flags() == "--groep vaders --soort finding"


def test_selections_put_together_are_said_in_words_and_python() -> None:
    a, b = LIBRARY.where(kind="finding"), LIBRARY.where(core=True)
    x, y = 'library.where(kind="finding")', "library.where(core=True)"
    said = {
        "|": (a | b, "(soort uitspraak: bevinding) of (kernuitspraken)", "(kind of claim: finding) or (core claims)"),
        "&": (a & b, "(soort uitspraak: bevinding) en ook (kernuitspraken)",
              "(kind of claim: finding) and also (core claims)"),
        "-": (a - b, "(soort uitspraak: bevinding) maar niet (kernuitspraken)",
              "(kind of claim: finding) but not (core claims)"),
    }  # fmt: skip
    for sign, (part, dutch, english) in said.items():
        assert (part.filter_text("nl"), part.filter_text("en")) == (dutch, english)
        assert part.filter_python() == f"({x} {sign} {y})"
    other = ~b
    assert (other.filter_text("nl"), other.filter_text("en")) == (
        "alles behalve (kernuitspraken)",
        "all but (core claims)",
    )
    assert other.filter_python() == f"(~{y})"
    few = LIBRARY.where(claim=ids(LIBRARY)[:2])
    assert (few & few).filter_flags() == " ".join(f"--uitspraak {name}" for name in ids(few))


# -- values and what may be written for them --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [("2018", 2018, 2018), ("2010-2020", 2010, 2020), (" 2010 – 2010 ", 2010, 2010)],
)
def test_years_are_one_or_a_range_with_both_ends(said: str, first: int, last: int) -> None:
    assert years(said) == (first, last)


@pytest.mark.parametrize("said", ["2020-2019", "20", "20180", "2018-", "ooit", ""])
def test_what_is_no_year_is_refused_with_what_is(said: str) -> None:
    with pytest.raises(oe.UnknownTermError, match="did you mean 2018 or 2010-2020"):
        years(said)


def test_chapter_2_is_not_section_20() -> None:
    held = dict.fromkeys(["2", "2.1", "20", "20.1", "12.2"])
    covered = {name: set(FACETS["section"].covers(LIBRARY, name, Options(), held.keys())) for name in ("2", "20")}
    assert covered == {"2": {"2", "2.1"}, "20": {"20", "20.1"}}


def of_years(*printed: str) -> oe.Library:
    works = [small.work(f"w{n}", year=year) for n, year in enumerate(printed)]
    return small.library([small.claim("c", "Dit.", *(small.link("c", work.key) for work in works))], works)


@pytest.mark.parametrize(
    ("printed", "bands"),
    [
        (("1979", "1999"), ["1979-1999"]),
        (("2000",), ["2000-2004"]),
        (("2004", "2005", "z.d."), ["2005-2009", "2000-2004"]),
        (("1986", "2014"), ["2010-2014", "1986-1999"]),
        (("2015",), ["2015-2019"]),
        (("z.d.",), []),
    ],
)
def test_bands_are_five_years_newest_first_and_only_those_that_hold_a_work(
    printed: tuple[str, ...], bands: list[str]
) -> None:
    library = of_years(*printed)
    assert [value.id for value in FACETS["year"].values(library)] == bands
    assert all(len(library.where(year=band)) == 1 for band in bands)


def test_what_a_map_is_laid_out_by() -> None:
    assert laid_out("bouwsteen", "groep") == ("building_block", "parent_group")
    assert laid_out("building_blocks", "kind") == ("building_block", "kind")
    with pytest.raises(oe.UnknownOptionError, match="no facet for rows 'work'; choose building_block, parent_group"):
        laid_out("bron", "groep")
    with pytest.raises(oe.UnknownOptionError, match=r"no second facet 'groep'.* There are building_block, lever, role"):
        laid_out("parent_group", "groep")
    assert top_values(LIBRARY, "kind")[0] == "finding"
    assert "communicatie" in top_values(LIBRARY, "building_block")
    assert "thuistaal" not in top_values(LIBRARY, "building_block")  # narrower than communicatie
    spoken = {section for claim in LIBRARY for section in claim.sections}
    assert set(top_values(LIBRARY, "section")) == spoken
    assert list(top_values(LIBRARY, "section")) == sorted(spoken)


@pytest.mark.parametrize(
    ("name", "key"),
    [("groep", "parent_group"), ("parent-group", "parent_group"), ("parent_groups", "parent_group"), ("kern", "core")],
)
def test_a_filter_is_known_by_all_its_names(name: str, key: str) -> None:
    assert facet(name).key == key


def test_a_narrower_value_stands_under_its_broader_one() -> None:
    shown = {value.id: value.depth for value in FACETS["building_block"].values(LIBRARY)}
    assert (shown["communicatie"], shown["thuistaal"]) == (0, 1)
    names = list(shown)
    assert names.index("thuistaal") > names.index("communicatie")
    sections = {value.id: (value.label.nl, value.depth) for value in FACETS["section"].values(LIBRARY)}
    assert sections["2"] == ("hoofdstuk 2", 0)
    assert sections["2.3"][0].startswith("2.3 ")
    assert sections["2.3"][1] == 1


# -- every value, every claim, every way ------------------------------------------------------------------------------


@pytest.mark.parametrize("key", FACETS)
def test_every_value_keeps_the_same_claims_by_every_way(key: str, through_flags: Callable[[str], list[str]]) -> None:
    values = [value for name, value in (*VALUES, *OTHERS) if name == key]
    assert values
    for value in values:
        part = LIBRARY.where(**{key: value})  # type: ignore[arg-type]
        wanted = [claim.id for claim in LIBRARY if holds(claim, key, value)]
        assert ids(part) == wanted, value
        assert through_flags(part.filter_flags()) == wanted, part.filter_flags()
        assert ids(eval(part.filter_python(), {"library": LIBRARY})) == wanted, value  # noqa: S307 (our own text)
