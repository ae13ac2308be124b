"""The brief: what it holds, that it is the same every time, and that hostile text stays text."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

import pikepdf
import pytest

import small_library as small
from ouderevidence.citing import style
from ouderevidence.document import marks, nodes, pandoc
from ouderevidence.model.errors import EvidenceError, OutputError, RenderError
from ouderevidence.model.records import Caveat, Name
from ouderevidence.model.words import Text
from ouderevidence.products.brief import Brief, answer, provenance, selection
from ouderevidence.products.brief.phrases import Phrases

if TYPE_CHECKING:
    from pathlib import Path

    from ouderevidence import Library
    from ouderevidence.model.records import Claim

FORMATS = ("md", "html", "docx", "pdf")
BOON = Name("Boon", "A.")
DAAL = Name("Daal", "B.", "van")
HOSTILE = (
    "@boon2020 [x](y) *b* _i_ <script>alert(1)</script> # \\ $x$ {{ a }} =cmd|' /C calc'!A0 \"q\" 😀 שלום السلام "
    + "w" * 5000
)


@pytest.fixture
def part() -> Library:
    """Return a small library: two supported findings, one doubtful, one without a source, a recommendation."""
    works = [
        small.work("boon2020", BOON),
        small.work("daal2021", DAAL, year="2021"),
        small.stub("zoek2019", Name("Zoek")),
    ]
    caveat = Caveat(Text("Dit effect dooft uit.", "This effect fades."), ("daal2021",), checked_on="2026-11-23")
    claims = [
        small.claim("zonder-bron", "Dit staat er zonder bron."),
        small.claim("deels", "Dit staat er deels.", small.link("deels", "boon2020", "partial")),
        small.claim(
            "best", "Dit staat vast.", small.link("best", "boon2020"), small.link("best", "daal2021"), caveats=(caveat,)
        ),
        small.claim(
            "zoek", "Dit is niet te vinden.", small.link("zoek", "zoek2019", "unchecked"), blocks=("communicatie",)
        ),
        small.claim("doe-dit", "Doe dit.", kind="recommendation", blocks=()),
        small.claim("twee", "Dit gaat over twee.", blocks=("communicatie", "thuisbetrokkenheid")),
    ]
    return small.library(claims, works)


def plain(brief: Brief) -> str:
    """Return the brief as HTML without tags."""
    page = brief.to_bytes("html").decode("utf-8")
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page[page.index("<main") :])))


def test_key_messages_are_supported_findings_best_first(part: Library) -> None:
    assert [claim.id for claim in selection.key_messages(part)] == ["best", "deels"]


def told(library: Library, language: str = "nl") -> list[str]:
    """Return the short answer, a sentence a line."""
    phrases = Phrases(Brief(library, language=language))
    return [nodes.flat(" ".join(marks.words(said))) for said in answer.sentences(phrases)]


def with_gist(claim: Claim, nl: str, en: str) -> Claim:
    """Return a claim with a gist."""
    return replace(claim, gist=Text(nl, en))


def test_the_short_answer_counts_what_is_supported(part: Library) -> None:
    assert told(part) == [
        "Van de 5 bevindingen hierover hebben er 2 steun in onderzoek (1 stevig en 1 beperkt).",
        "De steun komt uit bronnen die de factsheet zelf noemt.",
    ]
    nothing = small.library([part.claim("zonder-bron")], [])
    assert told(nothing, "en") == [
        "This is not underpinned by research; below is what the factsheet says.",
        "We could not confirm that a source supports this finding. That does not mean that it is wrong.",
    ]


def test_the_short_answer_begins_with_what_is_best_underpinned(part: Library) -> None:
    gists = {"best": ("dit vaststaat", "this stands"), "deels": ("dit er deels staat", "this stands in part")}
    claims = [with_gist(part.claim(name), *words) for name, words in gists.items()]
    library = small.library([*claims, part.claim("zonder-bron")], list(part.cited_works()))
    assert told(library)[:2] == [
        "Stevig onderbouwd is dat dit vaststaat .",
        "Deels door onderzoek gesteund is dat dit er deels staat .",
    ]
    assert told(small.library([claims[1]], list(part.cited_works())), "en") == [
        "Research supports in part that this stands in part .",
        "For the only finding on this the support in research is limited.",
        "The support comes from sources that the factsheet itself names.",
    ]


def test_the_size_of_an_effect_stands_with_the_message_and_belongs_to_the_weightiest_work_that_counts(
    part: Library,
) -> None:
    claim = part.claim("best")
    sized = tuple(replace(c, effect=Text(f"effect van {c.work}", f"effect of {c.work}")) for c in claim.citations)
    doubted = replace(small.link("best", "boon2020", "not_seen"), effect=Text("telt niet", "does not count"))
    phrases = Phrases(Brief(small.library([replace(claim, citations=sized)], list(part.cited_works()))))
    shown = [marks.pairs_of(node) for node in marks.marked(phrases.effect(phrases.library.claim("best")))]
    assert shown == [{"claim": "best", "part": "effect", "work": "daal2021"}]  # both full: the newest goes first
    assert "omvang volgens Van Daal (2021): effect van daal2021" in plain(phrases.brief)
    none = small.library([replace(claim, citations=(doubted,))], list(part.cited_works()))
    assert "telt niet" not in plain(Brief(none))


def test_a_reserve_behind_several_sentences_is_a_sentence_of_its_own(part: Library) -> None:
    claim = replace(part.claim("deels"), statement=Text("Dit is zo. Dat ook.", "This is so. That too."))
    text = plain(Brief(small.library([claim], list(part.cited_works()))))
    assert "Dit is zo. Dat ook. Onderzoek steunt dit deels. (▮▯▯ beperkt" in text


def test_advice_says_what_it_rests_on_in_words_where_the_brief_does_not(part: Library) -> None:
    ground = replace(with_gist(part.claim("deels"), "dit er deels staat", "this stands"), parent_groups=())
    advice = replace(part.claim("doe-dit"), rests_on=("deels",))
    library = small.library([ground, advice], list(part.cited_works()))
    assert "Doe dit. (doe-dit) De factsheet baseert dit op kernboodschap 1 (deels; ▮▯▯ beperkt)." in plain(
        Brief(library)
    )
    fathers = library.where(parent_group="vaders")
    rest = "de bevinding dat dit er deels staat (deels; ▮▯▯ beperkt), gesteund door Boon (2020)"
    assert f"Doe dit. (doe-dit) De factsheet baseert dit op {rest}." in plain(Brief(fathers))


@pytest.mark.parametrize(
    ("countries", "said"),
    [
        ((("US",), ("INT",)), "gaat er, voor zover te zien, geen over Nederland"),
        ((("US",), ("US", "NL")), "gaat er, voor zover te zien, één over Nederland"),
        ((("NL",), ("NL",)), "gaan er, voor zover te zien, 2 over Nederland"),
    ],
)
def test_the_doubts_say_how_many_studies_are_about_the_netherlands(
    part: Library, countries: tuple[tuple[str, ...], ...], said: str
) -> None:
    boon, daal, zoek = part.cited_works()
    works = [
        replace(work, appraisal=replace(work.appraisal, countries=names))
        for work, names in zip((boon, daal), countries, strict=True)
    ]
    text = plain(Brief(small.library(list(part), [*works, zoek])))
    assert f"Van de 2 onderzoeken die de kernboodschappen steunen, {said}" in text


def test_a_page_without_key_messages_says_what_the_factsheet_says(part: Library) -> None:
    text = plain(Brief(small.library([part.claim("zonder-bron")], [])))
    assert "Kernboodschappen" not in text
    assert "De factsheet zegt Dit staat er zonder bron. (– geen bron genoemd; zonder-bron)" in text
    assert "geen uitspraken" in plain(Brief(small.library([], [])))


def test_the_reserve_stands_in_the_bold_sentence_and_is_that_of_the_level(part: Library) -> None:
    page = Brief(part).to_bytes("html").decode("utf-8")
    bold = [re.sub(r"<[^>]+>|\s+", " ", found) for found in re.findall(r"<strong>(.*?)</strong>", page, re.DOTALL)]
    said = [" ".join(words.split()) for words in bold]
    assert said[:2] == ["Dit staat vast .", "Dit staat er deels ; onderzoek steunt dit deels."]


@pytest.mark.parametrize("depth", ["summary", "full"])
def test_every_claim_is_told_once(part: Library, depth: str) -> None:
    told = [record["claim"] for record in Brief(part, depth=depth).provenance() if record["part"] == "statement"]
    own = told if depth == "summary" else told[-len(part) :]
    assert sorted(own) == sorted(claim.id for claim in part)


def test_a_work_that_was_not_found_is_named_as_such_and_not_listed(part: Library) -> None:
    text = plain(Brief(part))
    assert "Factsheet, niet gevonden: Zoek (2020)" in text
    assert "Zoek. (2020)" not in text


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("nl", "Van Daal en Boon (2021)", "Boon et al. (2020)"), ("en", "van Daal and Boon (2021)", "Boon et al. (2020)")],
)
def test_a_work_in_a_sentence_is_one_link_to_the_list_with_its_names_and_its_year(
    part: Library, language: str, first: str, last: str
) -> None:
    works = [small.work("daal2021", DAAL, BOON, year="2021"), small.work("boon2020", BOON, DAAL, Name("Eik", "C."))]
    page = Brief(small.library([part.claim("best")], works), language=language).to_bytes("html").decode("utf-8")
    link = '<span class="citation"><a href="#ref-{}">{}</a></span>'.format
    between = {"nl": "en", "en": "and"}[language]
    assert f"Factsheet: {link('daal2021', first)}, {between} {link('boon2020', last)}." in page


def test_the_account_of_method_says_what_this_is_and_how_to_make_it_again(part: Library) -> None:
    text = plain(Brief(part))
    assert f"Keuze: de hele factsheet. Peildatum: 23 november 2026 (versie {part.version})." in text
    assert "ouderevidence brief" not in text
    full = plain(Brief(part, depth="full"))
    assert "Opnieuw maken: ouderevidence brief --depth full -o notitie.docx of in Python:" in full
    assert "oe.load().brief(depth='full').save(\"notitie.docx\")" in full
    assert "wat de factsheet zegt, wat haar bronnen zeggen en wat aanvullend onderzoek zegt" in full


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_brief_has_the_same_bytes(part: Library, form: str, language: str) -> None:
    brief = Brief(part, language=language)
    assert brief.to_bytes(form) == brief.to_bytes(form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("depth", ["page", "full"])
def test_a_brief_can_be_shorter_or_longer(part: Library, depth: str, form: str) -> None:
    brief = Brief(part, depth=depth, title="Een 'titel'")
    assert brief.to_bytes(form)
    assert ("Alle uitspraken, met hun bronnen" in plain(brief)) == (depth == "full")
    assert ("--depth full" in plain(brief)) == (depth == "full")


class Choice(TypedDict, total=False):
    """An option of a brief that is a choice from a list."""

    language: str
    depth: str
    profile: str


@pytest.mark.parametrize("option", [{"language": "fr"}, {"depth": "book"}, {"profile": "mla"}])
def test_an_unknown_option_names_the_known_ones(part: Library, option: Choice) -> None:
    with pytest.raises(EvidenceError, match="choose"):
        Brief(part, **option)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_that_mislead_are_not_used(part: Library, language: str) -> None:
    assert not re.search("dekking|herkomst|bewijskracht|beleidsnotitie", plain(Brief(part, language=language)))


def test_the_pdf_is_tagged_with_language_title_and_table_headers(part: Library) -> None:
    with pikepdf.open(io.BytesIO(Brief(part, title="Een titel", depth="full").to_bytes("pdf"))) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == "Een titel"
        tags = [str(item.S) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
    assert {"/TH", "/H1", "/Table", "/Caption"} <= set(tags)


def test_the_word_file_repeats_header_rows_and_has_captions(part: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(Brief(part, depth="full").to_bytes("docx"))) as archive:
        text = archive.read("word/document.xml").decode("utf-8")
        styles = archive.read("word/styles.xml").decode("utf-8")
    assert text.count("<w:tblHeader") == text.count("<w:tbl>") > 0
    assert 'w:pStyle w:val="TableCaption"' in text
    assert "nl-NL" in styles


def test_the_page_has_landmarks_and_scopes(part: Library) -> None:
    page = Brief(part).to_bytes("html").decode("utf-8")
    assert page.count("<main") == page.count("<h1") == 1
    assert '<html lang="nl-NL">' in page
    assert page.count("<th ") == page.count('scope="col"')
    assert page.count("<caption>") == page.count("<table")


def test_pandoc_can_go_on_from_the_markdown(part: Library, tmp_path: Path) -> None:
    text = Brief(part).to_bytes("md").decode("utf-8")
    assert "@daal2021 en @boon2020" in text
    assert "suppress-bibliography: true" in text
    path = tmp_path / "notitie.md"
    path.write_text(text, encoding="utf-8")
    csl = tmp_path / "apa.csl"
    csl.write_text(style.style(), encoding="utf-8")
    again = pandoc.run(_read_markdown(path), "plain", "--citeproc", "--wrap=none", f"--csl={csl}").decode("utf-8")
    assert "Van Daal (2021) en Boon (2020)" in again
    assert again.count("Boon, A. (2020)") == 1


def _read_markdown(path: Path) -> dict[str, object]:
    import subprocess

    done = subprocess.run([pandoc.path(), "-t", "json", str(path)], capture_output=True, check=True)
    tree: dict[str, object] = json.loads(done.stdout)
    return tree


def test_provenance_leads_from_every_sentence_to_its_works(part: Library) -> None:
    records = Brief(part, depth="full").provenance()
    first = records[0]
    assert (first["place"], first["part"], first["claim"]) == ("Kernboodschappen", "statement", "best")
    assert first["passages"] == [{"section": "1.0", "starts": "eerste woorden", "ends": "laatste woorden"}]
    assert [(link["label"], link["judgement"]) for link in first["works"]] == [
        ("Boon, 2020", "full"),
        ("Van Daal, 2021", "full"),
    ]
    notes = [(r["claim"], r["works"][0]["work"]) for r in records if r["part"] == "note"]
    assert set(notes) == {("best", "boon2020"), ("best", "daal2021"), ("deels", "boon2020"), ("zoek", "zoek2019")}


@pytest.mark.parametrize("depth", ["page", "summary", "full"])
def test_every_sentence_of_evidence_in_the_page_carries_its_claim(library: Library, depth: str) -> None:
    brief = Brief(library.where(parent_group="vaders"), depth=depth)
    page = brief.to_bytes("html").decode("utf-8")
    found = re.findall(r'<span class="evidence"\s+data-claim="([^"]+)"\s+data-part="([^"]+)"', page)
    assert found == [(record["claim"], record["part"]) for record in brief.provenance()]


def test_a_sentence_outside_its_mark_makes_no_brief(part: Library) -> None:
    built = Brief(part).document()
    for unmarked in (
        nodes.para(nodes.text("Zie: Dit staat vast. Punt.")),
        nodes.para(nodes.text("Dit effect dooft uit.")),
    ):
        with pytest.raises(RenderError, match="without its mark"):
            provenance.require_marked(part, {**built, "blocks": [*built["blocks"], unmarked]}, "nl")


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [("bestaat-niet", "Dit staat vast."), ("best", "Dit staat er niet."), ("deels", "Dit staat vast.")],
)
def test_a_mark_that_leads_to_the_wrong_claim_makes_no_brief(part: Library, claim: str, sentence: str) -> None:
    built = Brief(part).document()
    wrong = nodes.para(marks.mark(nodes.text(sentence), claim, "statement"))
    with pytest.raises(RenderError, match=claim):
        provenance.require_marked(part, {**built, "blocks": [wrong]}, "nl")


def test_a_claim_without_a_passage_makes_no_brief(part: Library) -> None:
    broken = small.library([replace(part.claim("zonder-bron"), passages=())], [])
    with pytest.raises(RenderError, match="no passage"):
        Brief(broken).document()


@pytest.mark.parametrize("name", ["brief.odt", "brief"])
def test_a_file_that_cannot_be_written_is_an_error_and_leaves_nothing(part: Library, tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError):
        Brief(part).save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_stays_until_the_new_one_is_complete(part: Library, tmp_path: Path) -> None:
    path = tmp_path / "notitie.html"
    path.write_text("oud", encoding="utf-8")
    broken = small.library([replace(part.claim("zonder-bron"), passages=())], [])
    with pytest.raises(RenderError):
        Brief(broken).save(path)
    assert path.read_text(encoding="utf-8") == "oud"
    assert Brief(part).save(path) == path
    assert path.read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.fixture(scope="module")
def hostile() -> Brief:
    """Return a brief in which every text is hostile."""
    note = small.link("vijandig", "boon2020", "partial", HOSTILE)
    work = small.work(
        "boon2020", Name("O'@Neil *x* <b>", "É. [x]"), Name(literal=HOSTILE), title=HOSTILE, doi='10.1/<a>"x'
    )
    caveat = Caveat(Text(HOSTILE, HOSTILE), sections=(HOSTILE,), checked_on="ooit")
    return Brief(small.library([small.claim("vijandig", HOSTILE, note, caveats=(caveat,))], [work]), title=HOSTILE)


def test_hostile_text_stays_text_in_a_page(hostile: Brief) -> None:
    page = hostile.to_bytes("html").decode("utf-8")
    assert "<script" not in page
    assert "@boon2020 [x](y) *b* _i_ &lt;script&gt;" in page


def test_hostile_text_stays_text_in_word(hostile: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(hostile.to_bytes("docx"))) as archive:
        text = re.sub("<[^>]+>", "", archive.read("word/document.xml").decode("utf-8"))
    assert "@boon2020 [x](y) *b* _i_ &lt;script&gt;" in text
    assert "w" * 5000 in text


def test_hostile_text_stays_text_in_markdown(hostile: Brief, tmp_path: Path) -> None:
    path = tmp_path / "notitie.md"
    path.write_bytes(hostile.to_bytes("md"))
    assert b"<script" not in pandoc.run(_read_markdown(path), "html")


def test_hostile_text_becomes_a_pdf_with_missing_signs_named(hostile: Brief) -> None:
    assert hostile.to_bytes("pdf").startswith(b"%PDF")


def test_a_brief_on_fathers_from_the_curated_library(library: Library, tmp_path: Path) -> None:
    brief = library.where(parent_group="vaders").brief(title="Vaders")
    for form in FORMATS:
        assert brief.save(tmp_path / f"vaders.{form}").stat().st_size > 1000
