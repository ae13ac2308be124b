"""Figures: known answers on a small library, room for every word, contrast, text alternatives, the same bytes twice."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from html.parser import HTMLParser
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import matplotlib as mpl
import matplotlib.image
import numpy as np
import pikepdf
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgba
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Text as Words

import ouderevidence as oe
import small_library as small
from command import run
from ouderevidence.evidence.read import Corpus
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.figures import shapes, sheet
from ouderevidence.library.facets import LAID_OUT
from ouderevidence.model.records import Name, Term
from ouderevidence.model.words import LEVELS, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matplotlib.figure import Figure
    from matplotlib.transforms import Bbox

LIBRARY = oe.load()
FATHERS = LIBRARY.where(parent_group="vaders")
EMPTY = LIBRARY.where(parent_group="werkend").where(work="boonk2018")
MAKERS: list[Callable[..., oe.Chart]] = [oe.gap_map, oe.works_by_year, oe.levels_by_block, oe.claim_work_network]
by_maker = pytest.mark.parametrize("maker", MAKERS, ids=lambda f: f.__name__)


def small_library() -> oe.Library:
    """Return two blocks, one group: thuis is moderate and strong, communicatie untraced, without source, advice."""
    works = [
        small.work("a", Name(family="Aal", given="A.")),
        small.work("b", Name(family="Bos", given="B."), year="2005"),
        small.stub("s", Name(family="Som", given="S.")),
    ]
    talk = ("communicatie",)
    claims = [
        small.claim("een", "Een.", small.link("een", "a")),
        small.claim("twee", "Twee.", small.link("twee", "a"), small.link("twee", "b")),
        small.claim("drie", "Drie.", small.link("drie", "s", "unchecked"), blocks=talk),
        small.claim("vier", "Vier.", blocks=talk),
        small.claim("vijf", "Vijf.", kind="recommendation", blocks=talk),
    ]
    return small.library(claims, works)


def hostile_library(count: int = 1) -> oe.Library:
    """Return terms and ids that try to break a drawing: mathematics, markup, words without a space, many claims."""
    labels = ("$\\frac{1}{0}$ <b>&amp;", "x" * 160, "a-b-" * 40, "gewoon")
    terms = [Term(f"b{i}", "building_blocks", Text(w, w), None, None, "curator", ()) for i, w in enumerate(labels)]
    terms += [Term(f"g{i}", "parent_groups", Text(w, w), None, None, "curator", ()) for i, w in enumerate(labels * 6)]
    terms += [Term("meta-analyse", "designs", Text(labels[1], labels[1]), None, None, "curator", (), synthesis=True)]
    terms += [Term("vaders", "parent_groups", Text("vaders", "fathers"), None, None, "curator", ())]
    works = [small.work("w", Name(family="Y" * 90), year="1850"), small.work("v", Name(family="$V$"), year="z.j.")]
    claims = [
        small.claim(f"{'zeer-' * 30}{i}", "Zo.", small.link("c", "w"), small.link("c", "v"), blocks=("b0", "b3"))
        for i in range(count)
    ]
    corpus = Corpus(Vocabulary(terms), {w.key: w for w in works}, {}, (small.FACTSHEET,), tuple(claims), "0" * 12, {})
    return oe.Library(corpus)


# -- known answers ---------------------------------------------------------------------------------------------------


def test_the_map_of_the_small_library() -> None:
    assert oe.gap_map(small_library()).data().to_dict("records") == [
        {
            "building_block": "thuisbetrokkenheid", "parent_group": "vaders", "n_claims": 2, "strong": 1, "moderate": 1,
            "limited": 0, "unconfirmed": 0, "untraced": 0, "none": 0, "n_works": 2, "gap": "none",
        },
        {
            "building_block": "communicatie", "parent_group": "vaders", "n_claims": 3, "strong": 0, "moderate": 0,
            "limited": 0, "unconfirmed": 0, "untraced": 1, "none": 1, "n_works": 1, "gap": "doubtful",
        },
    ]  # fmt: skip


def test_levels_of_the_small_library_count_each_finding_once_in_the_last_row() -> None:
    rows = oe.levels_by_block(small_library()).data().set_index("building_block")["findings"].to_dict()
    assert rows == {"thuisbetrokkenheid": 2, "communicatie": 2, "all": 4}
    assert oe.levels_by_block(small_library()).table().iloc[-1].tolist() == ["alle bevindingen", 1, 1, 0, 0, 1, 1, 4]


def test_works_by_year_of_the_small_library() -> None:
    assert oe.works_by_year(small_library()).data().to_dict("records") == [
        {"year": "2005", "design": "meta-analyse", "works": 1, "keys": ("b",)},
        {"year": "2020", "design": "meta-analyse", "works": 2, "keys": ("a", "s")},
    ]


def test_the_network_of_the_small_library_says_what_is_left_without_each_work() -> None:
    assert oe.claim_work_network(small_library()).data().to_numpy().tolist() == [
        ["a", "een", True, "moderate", "none"],
        ["a", "twee", True, "strong", "moderate"],
        ["b", "twee", True, "strong", "moderate"],
        ["s", "drie", False, "untraced", "none"],
    ]


def test_a_network_of_few_works_keeps_those_that_a_level_hangs_on_and_says_how_many_are_left_out() -> None:
    chart = oe.claim_work_network(small_library(), most=2)
    assert set(chart.data()["work"]) == {"a", "b"}
    assert "1 bron met hoogstens 1 uitspraak staat er niet bij" in chart.caption
    levels = LIBRARY.fragile
    hanging = levels[(levels["level"] != levels["level_without"]) & levels["strongest_work"].notna()]
    assert set(hanging["strongest_work"]) <= set(oe.claim_work_network(LIBRARY).data()["work"])


# -- the real library ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "columns"), [("building_blocks", "parent_groups"), ("levers", "phases"), ("roles", "actors")]
)
def test_the_map_has_the_figures_of_gaps(rows: str, columns: str) -> None:
    gaps = LIBRARY.gaps(rows=rows, columns=columns)
    data = oe.gap_map(LIBRARY, rows=str(gaps.columns[0]), columns=str(gaps.columns[1])).data()
    shared = [c for c in data.columns if c in gaps.columns]
    assert {"n_claims", "n_works", "gap"} < set(shared)
    assert data[shared].equals(gaps[shared])
    assert data[list(LEVELS)].sum(axis=1).tolist() == gaps["n_findings"].tolist()


@pytest.mark.parametrize(("rows", "columns"), list(combinations(LAID_OUT, 2)))
def test_any_two_facets_make_a_map_whose_cells_are_filters(rows: str, columns: str) -> None:
    data = oe.gap_map(LIBRARY, rows=rows, columns=columns).data()
    for cell in data[data["n_claims"] > 0].to_dict("records")[:3]:
        assert cell["n_claims"] == len(LIBRARY.where(**{rows: cell[rows], columns: cell[columns]}))


def test_a_map_of_a_filter_shows_only_what_was_asked_for() -> None:
    assert set(oe.gap_map(FATHERS).data()["parent_group"]) == {"vaders"}
    assert len(oe.gap_map(FATHERS).data()) == 5
    newcomers = oe.gap_map(LIBRARY.where(parent_group="nieuwkomers")).table()
    assert set(newcomers["Groep ouders"]) == {"nieuwkomers"}
    assert "binnen deze keuze" in oe.gap_map(FATHERS).caption


def test_a_map_by_section_leaves_out_the_section_without_claims() -> None:
    sections = oe.gap_map(LIBRARY, rows="section", columns="kind").data()["section"].unique().tolist()
    assert sections == [s.id for s in LIBRARY.factsheets[0].sections if s.id != "5.0"]
    chapter = oe.gap_map(LIBRARY.where(section="2"), rows="section", columns="kind").data()["section"]
    assert chapter.unique().tolist() == ["2.0", "2.1", "2.2", "2.3"]


def test_claims_without_a_place_on_the_map_are_counted() -> None:
    loose = sum(not (c.building_blocks and c.parent_groups) for c in LIBRARY)
    assert f"{loose} van de {len(LIBRARY)} uitspraken staan niet op de kaart" in oe.gap_map(LIBRARY).caption


def test_years_hold_every_work_that_a_claim_cites_and_no_other() -> None:
    keys = {key for row in oe.works_by_year(LIBRARY).data()["keys"] for key in row}
    assert keys == set(LIBRARY.citations["work_key"])


@by_maker
def test_tables_are_copies_and_speak_both_languages(maker: Callable[..., oe.Chart]) -> None:
    chart = maker(LIBRARY)
    for frame in (chart.table(), chart.data()):
        frame.iloc[0, 0] = "x"
    assert chart.table().iloc[0, 0] != "x" != chart.data().iloc[0, 0]
    english = maker(LIBRARY, language="en").table()
    assert len(english) == len(chart.table()) == len(chart.data())
    assert not set(english.columns) & set(chart.table().columns)
    assert maker(EMPTY).table().columns.tolist() == chart.table().columns.tolist()


# -- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("maker", "first"),
    [
        (oe.gap_map, "In 1 van de 2 combinaties van bouwsteen en groep ouders steunt een bron"),
        (oe.works_by_year, "De factsheet haalt hier 3 bronnen aan; minstens de helft is van 2020 of later."),
        (oe.levels_by_block, "Beperkt of beter onderbouwd: 2 van 4 bevindingen; zonder bron in de factsheet: 1."),
        (oe.claim_work_network, "Aal, 2020 is het vaakst aangehaald: bij 2 van de 3 uitspraken met een bron."),
    ],
)
def test_the_text_alternative_says_the_main_thing_first(maker: Callable[..., oe.Chart], first: str) -> None:
    assert maker(small_library()).alt_text.startswith(first)


def test_no_work_stands_out_when_several_are_cited_as_much() -> None:
    assert oe.claim_work_network(FATHERS).alt_text.startswith("Geen bron steekt erbovenuit: 6 bronnen")


@by_maker
def test_an_empty_selection_says_so(maker: Callable[..., oe.Chart]) -> None:
    assert any(word in maker(EMPTY).alt_text for word in ("geen", "Lege"))
    assert "no " in maker(EMPTY, language="en").alt_text


@pytest.mark.parametrize(
    ("language", "title", "caption"),
    [
        (
            "nl",
            "leeg is waar deze factsheet niets zegt, niet waar onderzoek ontbreekt",
            "betekent dat er geen onderzoek is",
        ),
        (
            "en",
            "empty is where this factsheet says nothing, not where research is lacking",
            "means that there is no research",
        ),
    ],
)
def test_title_and_caption_say_what_an_empty_cell_means(language: str, title: str, caption: str) -> None:
    for library in (LIBRARY, FATHERS, EMPTY):
        chart = oe.gap_map(library, language=language)
        assert title in chart.title
        assert caption in chart.caption
        shown = " ".join(w.get_text() for w in chart.figure.findobj(Words))
        assert " ".join(chart.title.split()) in shown
        assert " ".join(chart.caption.split()) in shown


# -- room and contrast -----------------------------------------------------------------------------------------------


def makings() -> Mapping[str, Callable[[], oe.Chart]]:
    libraries = {"all": LIBRARY, "fathers": FATHERS, "empty": EMPTY}
    made = {
        f"{maker.__name__}-{name}-{language}": partial(maker, part, language=language)
        for maker in MAKERS
        for name, part in libraries.items()
        for language in ("nl", "en")
    }
    pairs = [("parent_group", "building_block"), ("lever", "section"), ("kind", "actor"), ("role", "phase")]
    made |= {
        f"gap_map-{rows}-{columns}-{language}": partial(
            oe.gap_map, LIBRARY, rows=rows, columns=columns, language=language
        )
        for rows, columns in pairs
        for language in ("nl", "en")
    }
    odd = {"small": small_library(), "hostile": hostile_library(), "many": hostile_library(40)}
    return made | {f"{m.__name__}-{name}": partial(m, part) for m in MAKERS for name, part in odd.items()}


MAKINGS = makings()
by_chart = pytest.mark.parametrize("name", MAKINGS)


@cache
def rendered(name: str) -> tuple[Figure, list[tuple[Words, Bbox]]]:
    """Return the figure, and its words with the room they take in points."""
    figure = MAKINGS[name]().figure
    with mpl.rc_context(sheet.SETTINGS):
        FigureCanvasAgg(figure)
        words = [w for w in figure.findobj(Words) if w.get_text()]
        return figure, [(w, w.get_window_extent()) for w in words]


@by_chart
def test_no_word_is_cut_or_overlaps_another_or_a_sign(name: str) -> None:
    figure, found = rendered(name)
    width, height = (side * 72 for side in figure.get_size_inches())
    for words, room in found:
        assert room.x0 >= 0, words.get_text()
        assert room.y0 >= 0, words.get_text()
        assert room.x1 <= width, words.get_text()
        assert room.y1 <= height, words.get_text()
    edges = np.array([room.extents for _, room in found])
    signs = np.array([p.get_window_extent().extents for p in figure.findobj(Patch) if p.get_zorder() == 4])
    for number, (words, room) in enumerate(found):
        others = np.delete(edges, number, axis=0)
        assert not _overlap(room, others), words.get_text()
        assert not len(signs) or not _overlap(room, signs), words.get_text()


def _overlap(room: Bbox, others: np.ndarray) -> bool:
    wide = np.minimum(room.x1, others[:, 2]) - np.maximum(room.x0, others[:, 0])
    high = np.minimum(room.y1, others[:, 3]) - np.maximum(room.y0, others[:, 1])
    return bool(((wide > 0.1) & (high > 0.1)).any())


@by_chart
def test_words_stay_inside_their_cell_and_contrast_with_it(name: str) -> None:
    figure, found = rendered(name)
    boxes = sorted(
        (
            p
            for p in figure.findobj(Rectangle)
            if p.get_zorder() < 4 and to_rgba(p.get_facecolor())[3] and p.get_width() > 1
        ),
        key=lambda p: p.get_zorder(),
    )
    areas = [(p.get_window_extent(), to_hex(p.get_facecolor())) for p in boxes]
    for words, room in found:
        x, y = (room.x0 + room.x1) / 2, (room.y0 + room.y1) / 2
        behind = [(figure.bbox, shapes.PAPER), *((area, fill) for area, fill in areas if area.contains(x, y))]
        area, fill = behind[-1]
        if area.width < figure.bbox.width - 1:
            assert area.x0 - 0.1 <= room.x0, words.get_text()
            assert room.x1 <= area.x1 + 0.1, words.get_text()
        assert shapes.contrast(to_hex(words.get_color()), fill) >= 4.5, words.get_text()
        assert float(words.get_fontsize()) >= 7.5


def test_contrast_is_that_of_the_standard() -> None:
    assert shapes.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert shapes.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the grey just below AA
    assert shapes.contrast("#ff0000", "#ffffff") == pytest.approx(4.0, abs=0.01)


def test_fills_differ_in_lightness_and_signs_stand_out_on_them() -> None:
    lightness = [shapes.luminance(shapes.GAP_FILLS[gap]) for gap in ("absolute", "doubtful", "synthesis", "none")]
    assert all(a - b > 0.15 for a, b in pairwise(lightness))
    for fill in shapes.GAP_FILLS.values():
        assert shapes.contrast(shapes.ink_on(fill), fill) >= 4.5
    for line in (shapes.INK, shapes.QUIET):
        assert shapes.contrast(line, shapes.PAPER) >= 4.5


def picture(patches: list[Patch]) -> np.ndarray:
    """Return patches near (10, 6) as grey pixels, at the resolution of a saved picture."""
    page = sheet.Sheet(20)
    page.shapes(patches)
    figure = page.figure(12)
    pixels = io.BytesIO()
    figure.savefig(pixels, format="rgba", dpi=200)
    width, height = (int(side * 200) for side in figure.get_size_inches())
    shades: np.ndarray = (
        np.frombuffer(pixels.getvalue(), dtype=np.uint8).reshape(height, width, 4)[..., :3].mean(axis=2)
    )
    return shades


@pytest.mark.parametrize(
    "drawn",
    [
        {level: list(shapes.level_shape(level, 10, 6, 6, shapes.INK)) for level in LEVELS},
        {gap: list(shapes.gap_bar(gap, 2, 4, 16, shapes.INK)) for gap in shapes.GAP_FILLS if gap != "empty"},
    ],
    ids=["levels", "gaps"],
)
def test_every_meaning_has_its_own_shape_without_colour(drawn: dict[str, list[Patch]]) -> None:
    pixels = {name: picture(patches) for name, patches in drawn.items()}
    for one, other in combinations(pixels, 2):
        different = np.abs(pixels[one] - pixels[other]) > 100
        inked = (pixels[one] < 150) | (pixels[other] < 150)
        assert different.sum() > 0.2 * inked.sum(), (one, other)


def test_a_map_is_as_wide_as_a_page_unless_it_has_many_columns() -> None:
    centimetres = [make().figure.get_size_inches()[0] * 2.54 for name, make in MAKINGS.items() if "-all-" in name]
    assert all(15.9 < wide < 18 for wide in centimetres)
    assert oe.gap_map(LIBRARY, columns="section").figure.get_size_inches()[0] * 2.54 > 20


# -- files -----------------------------------------------------------------------------------------------------------

TWICE = """
import hashlib, sys
import matplotlib as mpl
import matplotlib.style
if sys.argv[1] == "odd":
    mpl.style.use("dark_background")
    odd = {"font.size": 30, "savefig.bbox": "tight", "savefig.transparent": True, "lines.linewidth": 9,
           "svg.fonttype": "none", "text.color": "red", "axes.facecolor": "blue", "pdf.fonttype": 42,
           "figure.dpi": 300, "text.usetex": True, "figure.constrained_layout.use": True, "patch.linewidth": 5,
           "lines.dashed_pattern": [9, 9], "patch.force_edgecolor": True, "text.hinting": "native"}
    mpl.rcParams.update(odd)
import ouderevidence as oe
part = oe.load().where(building_block="thuisbetrokkenheid")
for maker in (oe.gap_map, oe.works_by_year, oe.levels_by_block, oe.claim_work_network):
    for form in ("svg", "png", "pdf"):
        print(maker.__name__, form, hashlib.sha256(maker(part).to_bytes(form)).hexdigest())
    print(hashlib.sha256(maker(part).to_html().encode()).hexdigest())
if sys.argv[1] == "odd":
    assert {name: mpl.rcParams[name] for name in odd} == odd
assert "matplotlib.pyplot" not in sys.modules
"""


def test_the_same_bytes_whatever_the_hash_seed_and_the_user_s_settings() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", TWICE, style],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for style, seed in (("plain", "1"), ("odd", "2"))
    ]  # fmt: skip
    assert outputs[0] == outputs[1]
    assert len(outputs[0].splitlines()) == 16


def test_threads_draw_the_same_bytes() -> None:
    chart = oe.gap_map(FATHERS)
    wanted = chart.to_bytes("png", framed=False)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # a thread may be put aside anywhere
    try:
        with ThreadPoolExecutor(4) as pool:
            drawn = list(pool.map(lambda _: chart.to_bytes("png", framed=False), range(12)))
    finally:
        sys.setswitchinterval(before)
    assert drawn == [wanted] * 12


@by_maker
def test_an_svg_can_be_read_aloud_and_tells_nothing_of_the_machine(maker: Callable[..., oe.Chart]) -> None:
    chart = maker(LIBRARY, language="en")
    text = chart.to_bytes("svg").decode()
    root = ET.fromstring(text)  # noqa: S314 (our own text)
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert root[0].tag == f"{space}title"
    assert root[0].text == chart.title
    assert root[1].tag == f"{space}desc"
    assert root[1].text == chart.alt_text
    assert "<dc:date>" not in text
    assert str(Path.cwd()) not in text


@by_maker
def test_png_and_pdf_carry_title_and_text_alternative(maker: Callable[..., oe.Chart]) -> None:
    chart = maker(FATHERS)
    data = chart.to_bytes("png")
    assert chart.alt_text.encode("utf-8") in data or chart.alt_text.encode("latin-1") in data
    pixels = matplotlib.image.imread(io.BytesIO(data))
    assert pixels.shape[1] == pytest.approx(16 / 2.54 * 200, abs=1)
    assert pixels[0, 0, :3].tolist() == [1, 1, 1]
    with pikepdf.open(io.BytesIO(chart.to_bytes("pdf"))) as pdf:
        assert str(pdf.docinfo["/Title"]) == chart.title
        assert str(pdf.docinfo["/Subject"]) == chart.alt_text
        assert "/CreationDate" not in pdf.docinfo
        assert len(pdf.pages) == 1


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@by_maker
def test_a_notebook_shows_the_picture_with_its_words_and_no_id(maker: Callable[..., oe.Chart]) -> None:
    for library in (LIBRARY, hostile_library()):
        chart = maker(library)
        bundle = chart._repr_mimebundle_()
        assert bundle["text/plain"] == f"{chart.title}\n{chart.alt_text}"
        tags = _Tags()
        tags.feed(bundle["text/html"])
        assert [tag for tag, _ in tags.seen] == ["figure", "figcaption", "strong", "img", "p"]
        assert dict(tags.seen)["img"]["alt"] == chart.alt_text
        assert tags.text == chart.title + chart.caption
        assert not any("id" in attrs for _, attrs in tags.seen)


def test_what_is_done_to_a_figure_stays_out_of_the_chart() -> None:
    chart = oe.gap_map(FATHERS)
    before = chart.to_bytes("svg")
    chart.figure.set_facecolor("red")
    assert chart.to_bytes("svg") == before


def test_a_picture_without_title_and_caption_is_lower_and_has_only_the_drawing() -> None:
    chart = oe.gap_map(FATHERS)
    heights = [matplotlib.image.imread(io.BytesIO(chart.to_bytes("png", framed=f))).shape[0] for f in (True, False)]
    assert heights[0] > heights[1] + 80


def test_save_writes_by_extension_and_keeps_the_old_file_on_a_mistake(tmp_path: Path) -> None:
    chart = oe.gap_map(FATHERS)
    for form in ("svg", "png", "pdf"):
        assert chart.save(tmp_path / f"kaart.{form}").read_bytes() == chart.to_bytes(form)
    kept = tmp_path / "kaart.jpg"
    kept.write_text("old")
    with pytest.raises(oe.OutputError, match=r"unknown extension '\.jpg'; use \.svg, \.png or \.pdf"):
        chart.save(kept)
    assert kept.read_text() == "old"
    assert chart.save(tmp_path / "nieuwe" / "map" / "kaart.svg").read_bytes() == chart.to_bytes("svg")
    with pytest.raises(oe.OutputError, match=r"kaart\.jpg is no folder; choose another place"):
        chart.save(kept / "onder" / "kaart.svg")
    with pytest.raises(oe.OutputError, match="choose svg, png, pdf"):
        chart.to_bytes("gif")


# -- mistakes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"rows": "building_blokken"}, "no filter 'building_blokken'; did you mean building_block?"),
        ({"columns": "qqq"}, "no filter 'qqq'; choose building_block, "),
        ({"rows": "parent_group"}, "no second facet 'parent_group'; choose building_block, lever"),
        ({"language": "fr"}, "no language 'fr'; choose nl, en"),
    ],
)
def test_a_wrong_option_is_refused_with_a_remedy(options: dict[str, str], words: str) -> None:
    with pytest.raises(oe.EvidenceError, match=words.replace("?", r"\?")):
        oe.gap_map(LIBRARY, **options)


@by_maker
def test_every_figure_refuses_another_language(maker: Callable[..., oe.Chart]) -> None:
    with pytest.raises(oe.EvidenceError, match="choose nl, en"):
        maker(LIBRARY, language="fr")


def test_a_network_of_no_works_is_refused() -> None:
    with pytest.raises(oe.EvidenceError, match="at least 1"):
        oe.claim_work_network(LIBRARY, most=0)


# -- the command -----------------------------------------------------------------------------------------------------


def test_the_command_prints_the_table_that_says_the_same() -> None:
    for figure, maker in (("map", oe.gap_map), ("network", oe.claim_work_network)):
        rows = json.loads(run("map", "--figuur", figure, "--groep", "vaders", "--format", "json").stdout)
        assert rows == json.loads(maker(FATHERS).data().to_json(orient="records"))
    shown = run("map", "--figure", "levels", "--language", "en").stdout
    assert [line.split("  ")[0] for line in shown.splitlines()[1:]] == oe.levels_by_block(
        LIBRARY, language="en"
    ).table()["Building block"].tolist()


def test_the_command_writes_pictures_and_says_what_is_on_them(tmp_path: Path) -> None:
    done = run("map", "--rijen", "wie", "--columns", "role", "-o", "a.svg", "-o", "a.png", cwd=tmp_path)
    chart = oe.gap_map(LIBRARY, rows="actor", columns="role")
    assert (tmp_path / "a.svg").read_bytes() == chart.to_bytes("svg")
    assert (tmp_path / "a.png").read_bytes() == chart.to_bytes("png")
    assert done.stdout.strip() == chart.alt_text
    assert "a.svg (" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--rijen", "wies"], 2, "wie"),
        (["--rijen", "groep"], 2, "geen tweede facet 'groep'"),
        (["--figure", "years", "--rows", "groep"], 2, "alleen de kaart heeft rijen"),
        (["-o", "x.jpg"], 1, "gebruik .svg, .png of .pdf"),
    ],
)
def test_mistakes_on_the_command_line_end_with_a_remedy(
    arguments: list[str], code: int, words: str, tmp_path: Path
) -> None:
    done = run("map", *arguments, cwd=tmp_path)
    assert done.returncode == code
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_threads_that_draw_at_once_give_the_same_bytes_as_one(library: oe.Library) -> None:
    parts = [library.where(parent_group=group) for group in ("vaders", "werkend", "anderstalig", "alle-ouders")]
    alone = [oe.gap_map(part).to_bytes("png") for part in parts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda part: oe.gap_map(part).to_bytes("png"), parts * 4))
    assert together == alone * 4
