"""The explorer as a page, in a real Chromium, from disk and without a network."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from typer.testing import CliRunner

import ouderevidence as oe
import small_library as small
from browser import chromium, violations, watched
from ouderevidence import cli
from ouderevidence.document.output import make_folder
from ouderevidence.library import export
from ouderevidence.library.facets import FACETS
from ouderevidence.model.records import Caveat, Name
from ouderevidence.model.words import Text
from ouderevidence.products.brief import Brief
from ouderevidence.products.brief.ready import write_briefs
from ouderevidence.products.explorer import write_site
from ouderevidence.products.explorer.data import GAP_ORDER
from ouderevidence.products.explorer.facets import facets
from ouderevidence.products.explorer.page import page
from selection import only

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ouderevidence.library.library import Library

    Open = Callable[..., AbstractContextManager[Any]]

pytestmark = pytest.mark.browser

SHOWN = 25  # claims at first
CLAIM = "thuis-weegt-het-zwaarst"
WORDS = {"nl": "{n} van {total} uitspraken", "en": "{n} of {total} claims"}
STATES = {
    "default": "",
    "chosen": "groep=vaders&groep=werkend&algemeen=ja",
    "claim": f"uitspraak={CLAIM}",
    "nothing": "groep=vaders&fase=mbo",
    "english": "taal=en&zoek=reading",
    "map": "weergave=kaart",
    "works": "weergave=bronnen",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    return write_site(library, folder)


@pytest.fixture
def opened(browser: Any, site: Path) -> Open:
    """Return a way to open the page at a choice; leaving it fails on any error, warning or request."""
    from contextlib import contextmanager

    @contextmanager
    def open_page(choice: str = "", path: Path = site, **options: Any) -> Iterator[Any]:
        with watched(browser, offline=True, **options) as shown:
            shown.goto(f"{path.as_uri()}{'#' if choice else ''}{choice}")
            shown.wait_for_selector("[data-ready=true]")
            yield shown

    return open_page


def status(shown: Any) -> str:
    return str(shown.locator(".status").inner_text())


def address(shown: Any) -> str:
    """Return the address once the page has noted it, which is after the next frame."""
    return str(
        shown.evaluate("async () => { await new Promise((done) => setTimeout(done, 50)); return location.href; }")
    )


def ids(shown: Any) -> list[str]:
    shown.wait_for_selector("[data-ready=true]")
    return list(shown.locator("tr[data-claim]").evaluate_all("rows => rows.map((row) => row.dataset.claim)"))


def count(n: int, total: int = len(oe.load()), language: str = "nl") -> str:
    return WORDS[language].format(n=n, total=total)


def best_first(part: Library) -> list[str]:
    """Return ids as the page shows them at first: best underpinned, with complementary research, on top."""
    return [claim.id for claim in part.sort("level", reading="evidence")]


def choose(shown: Any, facet: str, value: str) -> None:
    group = shown.locator(f"details[data-facet={facet}]")
    if not group.evaluate("(group) => group.open"):
        group.locator("summary").click()
    group.locator(f"input[value='{value}']").check()


# -- choosing --------------------------------------------------------------------------------------------------------


def test_filters_keep_what_where_keeps_and_show_counts_before_choosing(opened: Open, library: Library) -> None:
    with opened() as shown:
        assert status(shown) == count(len(library))
        choose(shown, "parent_group", "vaders")
        choose(shown, "kind", "finding")
        part = library.where(parent_group="vaders", kind="finding")
        assert ids(shown) == best_first(part)
        assert status(shown) == count(len(part))
        for facet in facets(library):
            if not facet.shown:
                continue
            others = library.where(
                parent_group=None if facet.key == "parent_group" else "vaders",
                kind=None if facet.key == "kind" else "finding",
            )
            for value in facet.values:
                wanted = only(facet.key, value.id == "true" if facet.key == "core" else value.id)
                label = shown.locator(f"details[data-facet={facet.key}] label:has(input[value='{value.id}'])")
                kept = len(others.where(**wanted))
                assert label.locator(".count").text_content() == f"({kept})", (facet.key, value.id)
        shown.get_by_role("button", name="Verwijder filter groep ouders: vaders").click()
        assert status(shown) == count(len(library.where(kind="finding")))
        assert shown.locator(":focus").inner_text() == "Uitspraken"


def test_the_order_can_be_chosen_and_stays_in_the_address(opened: Open, library: Library) -> None:
    with opened() as shown:
        assert ids(shown) == best_first(library)[:SHOWN]
        box = shown.get_by_label("Volgorde")
        box.select_option(label="zoals in de factsheet")
        placed = [claim.id for claim in library]
        assert ids(shown) == placed[:SHOWN]
        assert placed[:SHOWN] != best_first(library)[:SHOWN]
        assert "volgorde=factsheet" in address(shown)
        shown.get_by_label("Zoeken in de uitspraken").fill("vaders")
        shown.keyboard.press("Enter")
        assert not box.is_visible()  # what is found stands in an order of its own
    with opened("volgorde=factsheet") as shown:
        assert ids(shown) == placed[:SHOWN]
        assert shown.get_by_label("Volgorde").evaluate("(box) => box.value") == "place"


def test_claims_about_all_parents_come_along_when_asked(opened: Open, library: Library) -> None:
    with opened("groep=vaders") as shown:
        shown.get_by_label("Ook uitspraken over alle ouders").check()
        assert status(shown) == count(len(library.where(parent_group="vaders", include_general=True)))


def test_the_map_has_the_gaps_of_the_library_and_a_cell_filters(opened: Open, library: Library) -> None:
    with opened("weergave=kaart") as shown:
        gaps = library.gaps()
        table = shown.locator("table.map")
        for cell in gaps.itertuples():
            row = library.vocabulary.label("parent_groups", str(cell.parent_group), "nl")
            column = library.vocabulary.label("building_blocks", str(cell.building_block), "nl")
            claims = int(str(cell.n_claims))
            button = table.locator(f'button[aria-label^="{row}, {column}: "]')
            assert button.count() == (claims > 0)
            if claims:
                assert button.inner_text().strip() == str(claims)
                assert f"gap-{GAP_ORDER.index(cell.gap)}" in (button.get_attribute("class") or "")
        button = table.locator('button[aria-label^="vaders, communicatie: "]')
        button.click()
        part = library.where(parent_group="vaders", building_block="communicatie")
        assert ids(shown) == best_first(part)
        assert "groep=vaders" in address(shown)
        assert "bouwsteen=communicatie" in address(shown)
        assert shown.locator(":focus").inner_text() == "Uitspraken"


@pytest.mark.parametrize("query", ["voorlezen meertalig", "fathers", "betrokenhied", "xyzzy"])
def test_search_gives_what_python_gives_in_the_same_order(opened: Open, library: Library, query: str) -> None:
    with opened() as shown:
        shown.get_by_label("Zoeken in de uitspraken").fill(query)
        shown.keyboard.press("Enter")
        hits = library.hits(query)
        assert status(shown) == count(len(hits))
        assert ids(shown) == [hit.claim_id for hit in hits][:SHOWN]
        marked = [text.split(", ") for text in shown.locator("mark").all_inner_texts()]
        assert marked == [list(hit.matched) for hit in hits][:SHOWN]
        if not hits:
            shown.get_by_role("button", name="Wis alle filters").click()
            assert status(shown) == count(len(library))


def combinations(library: Library, number: int) -> list[dict[str, Any]]:
    """Return random filters: one to four facets, one to three values each, now and then a search."""
    chance = random.Random(20261123)  # noqa: S311 (the same ones every time)
    every = [facet for facet in facets(library) if facet.values]
    found = []
    for _ in range(number):
        asked: dict[str, Any] = {}
        for facet in chance.sample(every, chance.randint(1, 4)):
            values = [value.id for value in facet.values]
            asked[facet.key] = chance.sample(values, min(len(values), chance.randint(1, 3)))
        if len(asked.get("core", ())) != 1:
            asked.pop("core", None)
        if "year" in asked and chance.random() < 0.5:
            asked["year"] = ["2016", "2001-2013"]
        if chance.random() < 0.2:
            asked["search"] = chance.choice(["voorlezen", "taal thuis", "gemeente", "work"])
        asked["include_general"] = "parent_group" in asked and chance.random() < 0.5
        found.append(asked)
    return found


def as_choice(asked: dict[str, Any]) -> str:
    pairs = [
        (FACETS[key].dutch, value) for key, values in asked.items() if isinstance(values, list) for value in values
    ]
    pairs += [("zoek", asked["search"])] if "search" in asked else []
    pairs += [("algemeen", "ja")] if asked["include_general"] else []
    return urlencode(pairs)


def as_flags(asked: dict[str, Any]) -> list[str]:
    given = []
    for key, values in asked.items():
        if key == "core":
            given.append("--kern" if values == ["true"] else "--geen-kern")
        elif isinstance(values, list):
            given += [part for value in values for part in (f"--{FACETS[key].dutch}", value)]
    given += ["--zoek", asked["search"]] if "search" in asked else []
    return given + (["--met-algemeen"] if asked["include_general"] else [])


def test_page_where_and_command_line_agree_for_200_random_choices(
    opened: Open, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib

    importlib.import_module("ouderevidence.cli.queries")
    monkeypatch.setattr("ouderevidence.library.load.load", lambda *_: library)
    asked = combinations(library, 200)
    with opened() as shown:
        in_page = shown.evaluate(
            """async (choices) => {
                const found = [];
                for (const choice of choices) {
                    if (location.hash !== `#${choice}`) {
                        const moved = new Promise((done) => addEventListener("hashchange", done, { once: true }));
                        location.hash = choice;
                        await moved;
                    }
                    while (!document.querySelector("[data-ready=true]")) await new Promise((next) => setTimeout(next));
                    const rows = [...document.querySelectorAll("tr[data-claim]")].map((row) => row.dataset.claim);
                    found.push([document.querySelector(".status").textContent, rows]);
                }
                return found;
            }""",
            [as_choice(one) for one in asked],
        )
    runner = CliRunner()
    sizes = []
    for one, (said, rows) in zip(asked, in_page, strict=True):
        given = {key: value[0] == "true" if key == "core" else value for key, value in one.items()}
        part = library.where(**given)
        kept = best_first(part)
        assert said == count(len(kept)), one
        if "search" in one:
            kept = [hit.claim_id for hit in library.hits(one["search"]) if hit.claim_id in part]
        assert rows == kept[:SHOWN], one
        done = runner.invoke(cli.app, ["table", "--format", "json", *as_flags(one)])
        assert done.exit_code == 0, done.output
        assert len(json.loads(done.stdout)) == len(part), one
        sizes.append(len(part))
    assert sum(1 for size in sizes if size) > 60  # the choices are not all empty


# -- a claim, a work -------------------------------------------------------------------------------------------------


def test_a_claim_shows_all_that_is_known_and_escape_returns(opened: Open, library: Library) -> None:
    with opened() as shown:
        claim, profile = library[CLAIM], library.profile(CLAIM)
        button = shown.locator(f"[data-claim={CLAIM}] button.statement")
        button.focus()
        shown.keyboard.press("Enter")
        detail = shown.locator("tr.detail")
        text = detail.inner_text()
        for wanted in [profile.text.nl, *(reason.nl for reason in profile.reasons), claim.id]:
            assert wanted in text
        for place in claim.passages:
            assert place.starts in text
            assert f"paragraaf {place.section}" in text
        for citation in claim.citations:
            work = library.work(citation.work)
            assert library.label(work.key) in text
            assert citation.note is None or citation.note.nl in text
            assert work.appraisal.finding is None or work.appraisal.finding.nl in text
            if work.url and work.title:
                assert detail.locator(f'a[href="{work.url}"]').first.inner_text() == work.title
        for caveat in claim.caveats:
            assert caveat.text.nl in text
        assert address(shown).endswith(f"#uitspraak={CLAIM}")
        detail.locator("a, button").last.focus()
        shown.keyboard.press("Escape")
        assert detail.count() == 0
        assert shown.locator(f"[data-claim={CLAIM}] button.statement:focus").count() == 1
        assert "uitspraak" not in address(shown)


def test_from_a_work_to_all_its_claims_by_either_way(opened: Open, library: Library) -> None:
    wanted = best_first(library.where(work="boonk2018"))
    with opened(f"groep=alle-ouders&uitspraak={CLAIM}") as shown:
        shown.get_by_role("button", name=f"Alle {len(wanted)} uitspraken bij Boonk et al., 2018").first.click()
        assert ids(shown) == wanted
        assert "bron=boonk2018" in address(shown)
    with opened("weergave=bronnen") as shown:
        assert shown.locator("table.works tbody tr").count() == len(library.cited_works())
        shown.get_by_role("button", name=f"Alle {len(wanted)} uitspraken bij Boonk et al., 2018").click()
        assert ids(shown) == wanted


def test_a_recommendation_leads_to_what_it_rests_on_even_outside_the_choice(opened: Open, library: Library) -> None:
    claim = next(c for c in library if c.rests_on and c.kind == "recommendation")
    choice = f"soort=recommendation&uitspraak={claim.id}"
    with opened(choice) as shown:
        shown.locator("tr.detail").get_by_role("button", name=library[claim.rests_on[0]].statement.nl).click()
        assert shown.locator("tr.claim.open").get_attribute("data-claim") == claim.rests_on[0]


# -- language, address, taking along ---------------------------------------------------------------------------------


def test_everything_shown_changes_language(opened: Open, library: Library) -> None:
    with opened(f"groep=vaders&uitspraak={library.where(parent_group='vaders').records[2].id}") as shown:
        dutch = shown.locator("body").inner_text()
        shown.get_by_role("button", name="English").click()
        assert shown.locator(":focus").inner_text() == "English"
        assert shown.evaluate("document.documentElement.lang") == "en"
        assert "taal=en" in address(shown)
        assert status(shown) == count(len(library.where(parent_group="vaders")), language="en")
        english = shown.locator("body").inner_text()
        claim = library.where(parent_group="vaders").records[2]
        assert claim.statement.en in english
        for word in ("Uitspraken", "Onderbouwing", "Verwijzingen", "Groep ouders", "Waarvoor aangehaald", "gekozen"):
            assert word in dutch
            assert word not in english


def test_an_address_holds_the_whole_view(opened: Open, library: Library) -> None:
    with opened() as shown:
        choose(shown, "parent_group", "anderstalig")
        choose(shown, "phase", "voorschool")
        shown.get_by_role("button", name="English").click()
        shown.get_by_label("Search the claims").fill("language")
        shown.keyboard.press("Enter")
        shown.locator("button.statement").first.click()
        shared, text = address(shown), shown.locator("main").inner_text()
        assert ids(shown)
    choice = shared.partition("#")[2]
    with opened(choice) as shown:
        shown.locator("details[data-facet=phase]").wait_for()
        assert address(shown) == shared
        assert ids(shown)
        assert shown.locator("tr.detail").count() == 1
        assert shown.locator(".results").inner_text() in text
    with opened("groep=vaders&groep=niemand&kleur=rood&jaar=2020-2010") as shown:
        assert status(shown).startswith(count(len(library.where(parent_group="vaders"))))
        assert "groep=niemand, kleur=rood, jaar=2020-2010" in status(shown)


class Cells(HTMLParser):
    """The texts of a table."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        del attrs
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        """Add to the cell."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def clipboard(shown: Any, form: str) -> str:
    return str(
        shown.evaluate("async (form) => (await (await navigator.clipboard.read())[0].getType(form)).text()", form)
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_table_pastes_as_a_table(opened: Open, library: Library, language: str) -> None:
    names = {"nl": "Kopieer als tabel", "en": "Copy as a table"}
    permissions = ["clipboard-read", "clipboard-write"]
    with opened(f"groep=vaders&taal={language}", permissions=permissions) as shown:
        shown.locator("details.take > summary").click()
        shown.get_by_role("button", name=names[language]).click()
        frame = library.where(parent_group="vaders").sort("level", reading="evidence").table(language=language)
        wanted = [
            ["id", *frame.columns],
            *([name, *row] for name, row in zip(frame.index, frame.to_numpy(), strict=True)),
        ]
        assert Cells(clipboard(shown, "text/html")).rows == wanted
        assert [line.split("\t") for line in clipboard(shown, "text/plain").split("\n")] == wanted
        assert shown.locator(".said").inner_text()
        shown.locator("[data-take=copy_link]").click()
        assert clipboard(shown, "text/plain") == address(shown)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", export.TEXTS)
def test_each_download_is_what_python_writes(opened: Open, library: Library, form: str, language: str) -> None:
    with opened(f"groep=vaders&taal={language}") as shown:
        shown.locator("details.take > summary").click()
        with shown.expect_download() as waiting:
            shown.locator(f"[data-take={form}]").click()
        assert waiting.value.suggested_filename.endswith(f".{form}")
        text = waiting.value.path().read_bytes().decode("utf-8")
        part = library.where(parent_group="vaders").sort("level", reading="evidence")
        wanted = export.text_of(part, form, language=language)
        if form == "json":
            assert json.loads(text) == json.loads(wanted)
        else:
            assert text == ("\ufeff" if form == "csv" else "") + wanted


def test_a_ready_brief_is_linked_and_else_the_command_that_makes_it(
    opened: Open, library: Library, tmp_path: Path
) -> None:
    part = library.where(parent_group="vaders", building_block="communicatie")
    ready = write_briefs(part, make_folder(tmp_path / "verkenner"))
    index = write_site(part, tmp_path / "verkenner", briefs=ready)
    briefs = [index.parent / brief["href"] for brief in ready]
    assert all(path.stat().st_size > 1000 for path in briefs)
    with opened("groep=vaders", path=index) as shown:
        shown.locator("details.take > summary").click()
        links = shown.locator(".brief a")
        assert links.all_inner_texts() == ["Word", "PDF"]
        for href in links.evaluate_all("links => links.map((link) => link.getAttribute('href'))"):
            assert (index.parent / href) in briefs
        with shown.expect_download() as waiting:
            links.first.click()
        wanted = Brief(part.where(parent_group="vaders")).to_bytes("docx")
        assert waiting.value.path().read_bytes() == wanted
    with opened("groep=vaders&bouwsteen=communicatie&kern=true&zoek=samen+%22praten%22&taal=en") as shown:
        shown.locator("details.take > summary").click()
        command = shown.locator("code.command").inner_text()
        chosen = library.where(building_block="communicatie", parent_group="vaders", core=True, search='samen "praten"')
        assert command == f"ouderevidence brief {chosen.filter_flags()} --taal en -o brief.docx"


# -- for everyone ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [330, 700, 901, 1000, 1150, 1200, 1440])
def test_the_map_shows_its_last_column_at_any_width(opened: Open, width: int) -> None:
    with opened(viewport={"width": width, "height": 900}) as shown:
        shown.get_by_role("button", name="Overzichtskaart").click()
        map_width, room = shown.locator(".map").evaluate("map => [map.scrollWidth, map.parentElement.clientWidth]")
        assert map_width <= room


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(opened: Open, state: str, scheme: str) -> None:
    with opened(STATES[state], color_scheme=scheme) as shown:
        shown.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        dark = ["color-contrast", "link-in-text-block"]  # all that a dark page can change
        assert violations(shown, rules=dark if scheme == "dark" else None) == []


CUT_OFF = """() => {
    const width = document.documentElement.clientWidth;
    const cut = [];
    for (const part of document.querySelectorAll(".oe *")) {
        if (part.closest(".scroll, .unseen, .skip, svg") || !part.checkVisibility()) continue;
        const box = part.getBoundingClientRect();
        if (box.width && (box.left < -1 || box.right > width + 1)) cut.push(part.outerHTML.slice(0, 120));
        const style = getComputedStyle(part);
        if (style.overflowX !== "visible" && part.scrollWidth > part.clientWidth + 1 && part.tagName !== "INPUT"
            && style.clipPath === "none") cut.push(`clips: ${part.outerHTML.slice(0, 120)}`);
    }
    if (document.documentElement.scrollWidth > width) cut.push("the page scrolls sideways");
    return cut;
}"""


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (360, 2), (640, 2), (1280, 1), (3840, 1)])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off_from_a_phone_to_a_wall_nor_at_200_percent(
    opened: Open, state: str, width: int, zoom: int
) -> None:
    size = {"width": width, "height": 800}
    with opened(STATES[state], viewport=size, device_scale_factor=zoom) as shown:
        shown.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        assert shown.evaluate(CUT_OFF) == []


BROKEN_WORDS = """() => [...document.querySelectorAll('.oe .level, .oe .works td')].flatMap((badge) => {
  const walk = document.createTreeWalker(badge, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) for (const word of walk.currentNode.data.matchAll(/[\\p{L}]+/gu)) {
    const range = document.createRange();
    range.setStart(walk.currentNode, word.index);
    range.setEnd(walk.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) found.push(word[0]);
  }
  return found;
})"""


@pytest.mark.parametrize("width", [390, 1000, 1280])
@pytest.mark.parametrize("state", ["default", "works"])
def test_no_word_of_a_level_or_of_a_work_is_broken(opened: Open, state: str, width: int) -> None:
    with opened(STATES[state], viewport={"width": width, "height": 900}) as shown:
        assert shown.locator(".oe .level, .oe .works td").count() > 1
        assert shown.evaluate(BROKEN_WORDS) == []


def test_filters_are_folded_on_a_phone_and_open_beside_the_claims_on_a_desk(opened: Open) -> None:
    with opened(viewport={"width": 360, "height": 800}) as shown:
        assert not shown.locator("input[value=vaders]").is_visible()
        shown.locator(".filters > summary").click()
        assert shown.locator("input[value=vaders]").is_visible()
    with opened(viewport={"width": 1280, "height": 800}) as shown:
        filters, results = (shown.locator(part).bounding_box() for part in (".filters", ".results"))
        assert filters["x"] + filters["width"] < results["x"]


def test_a_tour_by_keyboard_alone(opened: Open, library: Library) -> None:
    def focused() -> str:
        return str(shown.evaluate("(document.activeElement.innerText || document.activeElement.value || '').trim()"))

    def tab_to(text: str) -> None:
        for _ in range(120):
            shown.keyboard.press("Tab")
            if focused() == text:
                ring = shown.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert ring == "solid", text
                return
        pytest.fail(f"Tab does not come to '{text}'")

    with opened() as shown:
        shown.keyboard.press("Tab")
        assert focused() == "Naar de uitspraken"
        tab_to("Nederlands")
        tab_to("English")
        shown.keyboard.press("Tab")
        shown.keyboard.type("vaders")
        shown.keyboard.press("Enter")
        assert focused() == "Uitspraken"
        tab_to("Overzichtskaart")
        shown.keyboard.press("Space")
        assert shown.locator("table.map").is_visible()
        tab_to("Meenemen: kopiëren, downloaden, kennisnotitie")
        shown.keyboard.press("Tab")  # the map can be scrolled with the arrows
        shown.keyboard.press("Tab")
        shown.keyboard.press("Enter")
        assert len(ids(shown)) >= 1
        statement = library[ids(shown)[0]].statement.nl
        tab_to(statement)
        shown.keyboard.press("Enter")
        shown.keyboard.press("Tab")
        shown.keyboard.press("Escape")
        assert focused() == statement


def test_after_more_claims_the_focus_is_on_the_first_of_them(opened: Open, library: Library) -> None:
    with opened() as shown:
        assert len(ids(shown)) == SHOWN
        shown.get_by_role("button", name=f"Toon {SHOWN} meer").click()
        wanted = best_first(library)
        assert ids(shown) == wanted[: 2 * SHOWN]
        assert shown.locator(":focus").inner_text() == library[wanted[SHOWN]].statement.nl
        shown.get_by_role("button", name=f"Toon alle {len(library)}").click()
        assert ids(shown) == wanted
        assert shown.locator(":focus").inner_text() == library[wanted[2 * SHOWN]].statement.nl


def test_a_screen_reader_hears_counts_tables_and_levels(opened: Open) -> None:
    with opened("groep=vaders", viewport={"width": 360, "height": 800}) as shown:
        assert shown.locator(".status").get_attribute("role") == "status"
        table = shown.get_by_role("table", name="Uitspraken en hun onderbouwing")
        assert table.get_by_role("columnheader").count() == 3
        assert table.get_by_role("rowheader").count() == len(oe.load().where(parent_group="vaders"))
        assert table.get_by_role("cell").first.inner_text().strip().startswith("geen bron genoemd")
        assert shown.locator(".sign:not([aria-hidden])").count() == 0
        assert shown.locator(".level:not(:has(span))").count() == 0  # a sign never stands without its word


def test_print_shows_the_whole_choice_and_no_controls(opened: Open, library: Library) -> None:
    with opened() as shown:
        shown.emulate_media(media="print")
        shown.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert len(ids(shown)) == len(library)
        for hidden in (".filters", ".search", ".views", ".take"):
            assert not shown.locator(hidden).is_visible()
    with opened(reduced_motion="reduce") as shown:
        assert (
            shown.locator(".statement").first.evaluate("(b) => getComputedStyle(b, '::before').transitionDuration")
            == "0s"
        )


def test_without_scripts_every_claim_is_still_there(opened: Open, browser: Any, site: Path, library: Library) -> None:
    del opened
    with watched(browser, offline=True, java_script_enabled=False) as shown:
        shown.goto(site.as_uri())
        assert shown.locator("noscript table tbody tr").count() == len(library)


# -- safety ----------------------------------------------------------------------------------------------------------

HOSTILE = (
    "=cmd|' /C calc'!A0 <script>alert(1)</script> </script> <img src=x onerror=alert(1)> {{ a }} ${a} \"q\" 'x' & "
    "\u2028 😀 שלום السلام " + "w" * 5000
)


def hostile_library() -> Library:
    """Return a library in which every text is hostile."""
    work = small.work("boon2020", Name(HOSTILE, "É."), Name(literal=HOSTILE), title=HOSTILE, url="javascript:alert(1)")
    caveat = Caveat(Text(HOSTILE, HOSTILE), ("boon2020",), sections=(HOSTILE,), checked_on=HOSTILE)
    cited = small.link("vijandig", "boon2020", "partial", HOSTILE)
    claims = [small.claim("vijandig", HOSTILE, cited, caveats=(caveat,)), small.claim('a"b<c>', f"@{HOSTILE}")]
    return small.library(claims, [work])


def test_a_hostile_library_runs_nothing_and_shows_as_text(opened: Open, tmp_path: Path) -> None:
    library = hostile_library()
    index = write_site(library, tmp_path)
    permissions = ["clipboard-read", "clipboard-write"]
    size = {"width": 320, "height": 700}
    with opened("zoek=calc", path=index, permissions=permissions, viewport=size) as shown:
        assert status(shown) == count(2, 2)
        for button in shown.locator("button.statement").all():
            button.click()
            assert shown.evaluate(CUT_OFF) == []
        shown.locator("button.statement").first.click()
        text = shown.locator("main").text_content()
        assert text.count(HOSTILE) >= 5
        assert shown.locator("main script, main img, a[href^=javascript]").count() == 0
        shown.locator("details.take > summary").click()
        shown.locator("[data-take=copy_table]").click()
        assert "<script>" not in clipboard(shown, "text/html")
        cells = [cell for row in Cells(clipboard(shown, "text/html")).rows for cell in row]
        assert HOSTILE in cells
        assert "\t=cmd" not in clipboard(shown, "text/plain")
        with shown.expect_download() as waiting:
            shown.locator("[data-take=csv]").click()
        rows = list(csv.reader(io.StringIO(waiting.value.path().read_text("utf-8-sig")), delimiter=";"))
        assert [row[2] for row in rows[1:]] == [f"'{HOSTILE}", f"'@{HOSTILE}"]
        assert violations(shown) == []
    with opened("<script>alert(1)</script>&groep=<img src=x onerror=alert(1)>&zoek=<b>", path=index) as shown:
        assert "<img src=x onerror=alert(1)>" in status(shown)


def test_the_page_is_one_file_with_a_strict_policy_and_the_same_bytes(library: Library, site: Path) -> None:
    text = site.read_text(encoding="utf-8")
    assert text == page(library)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert re.findall(r"<(?:script|link|img|iframe)[^>]* (?:src|href)=\"([^\"]*)\"", text) == ["data:,"]
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|eval\(|localStorage|cookie|fetch\(", text)


def test_a_script_that_was_changed_does_not_run(browser: Any, site: Path, tmp_path: Path) -> None:
    changed = tmp_path / "index.html"
    changed.write_text(site.read_text(encoding="utf-8").replace("const root =", "const  root =", 1), encoding="utf-8")
    context = browser.new_context()
    shown = context.new_page()
    shown.goto(changed.as_uri())
    assert shown.locator("[data-ready]").count() == 0
    context.close()
