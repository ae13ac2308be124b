"""Starting a library: an empty one that is valid, and a factsheet proposed into it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pypandoc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ouderevidence as oe
from ouderevidence.evidence.checks import section_spans
from ouderevidence.evidence.read import read_corpus
from ouderevidence.evidence.write import appended, inserted
from ouderevidence.library.load import validate
from ouderevidence.model.errors import DocumentError, EvidenceError
from ouderevidence.products.curate import Curated, curate, new_library
from ouderevidence.products.curate.listing import listed
from ouderevidence.products.curate.outline import composed
from ouderevidence.text import read_document
from ouderevidence.text.passages import Index, letters, locate

SAMPLE = Path(__file__).parents[1] / "docs" / "voorbeeld" / "meer-bewegen.md"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a new library."""
    new_library(tmp_path / "bibliotheek")
    return tmp_path / "bibliotheek"


def contents(root: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def put(folder: Path, text: str, name: str = "blad.md") -> Path:
    """Write a factsheet beside the library."""
    path = folder.parent / name
    path.write_text(text, encoding="utf-8")
    return path


def write_all(root: Path) -> None:
    """Do what a person does: give every proposal a statement, and fill in what the factsheet does not say."""
    for path in (root / "evidence" / "factsheets").rglob("*.yml"):
        text = path.read_text(encoding="utf-8").replace("  proposed: true\n", "")
        text = re.sub(r'(nl|en): ""', r'\1: "In eigen woorden."', text)
        text = text.replace("publisher: null", "publisher: Uitgever").replace("as_of: null", 'as_of: "2026-01-01"')
        path.write_text(text, encoding="utf-8")


def hold_every_passage(found: Curated, path: Path, root: Path) -> None:
    """Hold every proposed passage against the text: it is there, once, and is the sentence."""
    corpus, _ = read_corpus(root)
    sheet = next(s for s in corpus.factsheets if s.id == found.factsheet)
    index = Index.of(composed(read_document(path)).text)
    sections = section_spans(index, sheet)
    assert all(sections.values())
    for proposal in found.proposals:
        passage = proposal.passage
        located = locate(index, passage.starts, passage.ends, sections[passage.section])
        assert located.problem is None
        assert located.span is not None
        printed = letters(index.text[slice(*located.span)])
        assert all(letters(link.as_cited) in printed for link in proposal.links)


def test_a_new_library_is_valid_from_the_first_minute(tmp_path: Path) -> None:
    written = new_library(tmp_path / "nieuw")
    text = {"voorbeeld": (tmp_path / "nieuw" / "voorbeeld.txt").read_text(encoding="utf-8")}
    _, findings = validate(tmp_path / "nieuw", texts=text)
    assert findings == []
    assert {"README.md", "references.bib", "evidence/vocabulary.yml"} <= set(written)
    library = oe.load(tmp_path / "nieuw")
    assert len(library) == 1
    assert oe.trace(tmp_path / "nieuw" / "voorbeeld.txt", library).findings == ()
    library.brief().save(tmp_path / "notitie.md")
    assert "Voorbeeld" in (tmp_path / "notitie.md").read_text(encoding="utf-8")


def test_an_empty_folder_will_do_and_any_other_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert new_library(tmp_path / "leeg")
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "mijn.txt").write_text("van mij")
    (tmp_path / "bestand").write_text("van mij")
    for name, words in (("vol", "not empty.*mijn.txt"), ("leeg", "not empty"), ("bestand", "is a file")):
        with pytest.raises(oe.OutputError, match=words):
            new_library(tmp_path / name)
    assert [p.name for p in (tmp_path / "vol").iterdir()] == ["mijn.txt"]


def test_the_readme_of_a_new_library_names_commands_and_files_that_are_there(place: Path) -> None:
    from ouderevidence.cli import COMMANDS

    text = (place / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"ouderevidence (\w+)", text)) <= set(COMMANDS)
    named = re.findall(r"^\| `([^`<*]+)` \|", text, flags=re.MULTILINE)
    assert named
    assert all((place / name).is_file() for name in named)


def test_the_sample_is_proposed_whole(place: Path) -> None:
    found = curate(SAMPLE, place)
    assert found.factsheet == "meer-bewegen"
    assert [p.passage.section for p in found.proposals] == ["0"] * 2 + ["1"] * 4 + ["2"] * 5 + ["3"] * 3
    links = [link for p in found.proposals for link in p.links]
    assert [(link.as_cited, link.work) for link in links] == [
        ("Verzinsel & Bedenksel, 2019", "verzinsel2019"),
        ("Fantasia et al., 2021", "fantasia2021"),
        ("Instituut voor Denkbeeldige Sport, 2022", "instituut2022"),
        ("Van der Droom, 2018", "vanderdroom2018"),
        ("Bedenksel, 2020", "bedenksel2020"),
        ("Verzinsel, 2017", "verzinsel2017"),
        ("Fantasia et al. (2021)", "fantasia2021"),
        ("Luchtkasteel, 2016", "luchtkasteel2016"),
        ("Van der Droom, 2018", "vanderdroom2018"),
        ("Bedenksell, 2020", "bedenksel2020"),
    ]
    assert {link.as_cited for link in links if link.remark} == {"Luchtkasteel, 2016", "Bedenksell, 2020"}
    assert [r.key for r in found.uncited] == ["wolkenkrabber2015"]
    assert [(s.reason, s.line) for s in found.skipped] == [("question", 9)]
    kinds = {p.id: p.kind for p in found.proposals if p.kind != "finding"}
    assert kinds == {
        "bijna-40-procent-van": "prevalence",
        "onder-beweegtussendoortjes-verstaan-we": "definition",
        "scholen-zouden-ouders-al": "recommendation",
    }
    hold_every_passage(found, SAMPLE, place)


def test_what_is_open_is_reported_and_nothing_else(place: Path) -> None:
    found = curate(SAMPLE, place)
    corpus, findings = validate(place)
    codes = [f.code for f in findings]
    assert codes.count("W505") == len(found.proposals) == len(corpus.proposals) == 14
    assert set(codes) == {"W505", "W509", "E102", "E105"}  # publisher, as_of; English titles; a language
    assert {f.file for f in findings if f.code not in {"W505", "W509"}} == {
        "evidence/factsheets/meer-bewegen/factsheet.yml"
    }
    assert len(corpus.claims) == 1  # the example: a proposal counts for nothing


def test_works_say_what_the_list_says_and_no_more(place: Path) -> None:
    curate(SAMPLE, place)
    corpus, _ = read_corpus(place)
    listed_work, stub = corpus.works["fantasia2021"], corpus.works["luchtkasteel2016"]
    assert listed_work.title == "Moving in class: A review of what nobody studied"
    assert {k: listed_work.fields[k] for k in ("journal", "volume", "number", "pages", "langid")} == {
        "journal": "Journal of Imaginary Schools", "volume": "12", "number": "1", "pages": "1--30",
        "langid": "english",
    }  # fmt: skip
    assert [name.full_family for name in listed_work.authors] == ["Fantasia", "Bedenksel", "De Mist"]
    assert listed_work.appraisal.identification == "probable"
    assert listed_work.appraisal.peer_reviewed == "unknown"
    assert corpus.works["instituut2022"].fields["publisher"] == "Uitgeverij Nergens"
    assert stub.is_stub
    assert stub.fields == {}
    assert stub.as_cited == "Luchtkasteel, 2016"


def test_a_second_run_changes_nothing(place: Path) -> None:
    curate(SAMPLE, place)
    before = contents(place)
    again = curate(SAMPLE, place)
    assert contents(place) == before
    assert (again.proposals, again.works, again.files, again.accounted) == ((), (), (), 14)


def test_when_all_is_written_the_text_and_the_claims_agree(place: Path) -> None:
    curate(SAMPLE, place)
    write_all(place)
    library = oe.load(place)
    found = oe.trace(SAMPLE, library, factsheet="meer-bewegen")
    assert {passage.outcome for passage in found.passages} == {"exact"}
    assert len(found.citations) == 10
    assert [(f.code, f.line) for f in found.findings] == [("T301", 9)]  # the question
    library.brief().save(place.parent / "notitie.docx")


def test_what_a_person_wrote_is_kept(place: Path) -> None:
    curate(SAMPLE, place)
    claims = place / "evidence/factsheets/meer-bewegen/claims/1-waarom-bewegen.yml"
    text = claims.read_text(encoding="utf-8")
    first, second, *others = re.split(r"(?m)^(?=- id)", text)[1:]
    mine = (
        "# Van mij: dit hoofdstuk is klaar.\n\n"
        + first.replace("kinderen-die-op-een", "bewegen-helpt-opletten").replace('nl: ""', "nl: 'Wie beweegt, let op.'")
        + "# hierover twijfel ik\n"
        + "".join(others)
    )
    claims.write_text(mine, encoding="utf-8")
    bib = place / "references.bib"
    bib.write_text(bib.read_text(encoding="utf-8").replace("Ouders in beweging", "Ouders in Beweging"), "utf-8")
    before = contents(place)
    again = curate(SAMPLE, place)
    assert [p.id for p in again.proposals] == ["een-overzicht-van-twintig"]  # it was deleted and not left out
    assert again.works == ()
    assert again.files == (claims.relative_to(place).as_posix(),)
    now = claims.read_text(encoding="utf-8")
    assert now.replace(second, "") == mine
    order = re.findall(r"(?m)^- id: (\S+)", now)
    assert order[:3] == ["bewegen-helpt-opletten", "een-overzicht-van-twintig", "bijna-40-procent-van"]
    assert "# hierover twijfel ik\n- id: bijna-40" in now
    after = contents(place)
    assert {name for name in before if before[name] != after[name]} == set(again.files)


def test_what_is_left_out_is_not_proposed_again(place: Path) -> None:
    curate(SAMPLE, place)
    folder = place / "evidence/factsheets/meer-bewegen"
    (folder / "claims" / "0-meer-bewegen-op-de-basisschool.yml").unlink()
    sheet = folder / "factsheet.yml"
    sheet.write_text(
        sheet.read_text(encoding="utf-8")
        + '  - {section: "0", starts: Deze factsheet is verzonnen, ends: hieronder bestaan niet, reason: aim}\n',
        encoding="utf-8",
    )
    assert curate(SAMPLE, place).proposals == ()


def test_a_new_edition_gives_only_what_is_new(place: Path) -> None:
    curate(SAMPLE, place)
    write_all(place)
    text = SAMPLE.read_text(encoding="utf-8").replace(
        "Voor moeders is", "Grootouders komen ook graag kijken (Hersenschim, 2024). Voor moeders is"
    )
    found = curate(put(place, text, "nieuw.md"), place, factsheet="meer-bewegen")
    assert [p.id for p in found.proposals] == ["grootouders-komen-ook-graag"]
    assert [w.key for w in found.works] == ["hersenschim2024"]
    assert found.other_edition
    ids = [c.id for c in (*read_corpus(place)[0].claims,)]
    file = (place / "evidence/factsheets/meer-bewegen/claims/3-vaders-en-moeders.yml").read_text(encoding="utf-8")
    order = re.findall(r"(?m)^- id: (\S+)", file)
    assert order[:3] == ["vaders-doen-vaker-mee", "grootouders-komen-ook-graag", "voor-moeders-is-dat"]
    assert "voor-moeders-is-dat" in ids


def test_the_factsheet_on_parental_involvement_is_proposed_whole(
    place: Path, factsheet_text: str, library: oe.Library
) -> None:
    path = put(place, factsheet_text, "ouderbetrokkenheid.txt")
    found = curate(path, place)
    links = [link for p in found.proposals for link in p.links]
    assert len(links) == 52
    assert all(link.work for link in links)
    assert len(found.works) == len({link.work for link in links})
    cited = {c.work for claim in library for c in claim.citations}
    assert len(found.works) == len(cited)
    hold_every_passage(found, path, place)
    assert curate(path, place).proposals == ()
    write_all(place)
    held = oe.trace(path, oe.load(place), factsheet="ouderbetrokkenheid")
    assert all(printed.claims for printed in held.citations)
    assert {passage.outcome for passage in held.passages} == {"exact"}


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt"])
def test_the_form_of_the_file_makes_little_difference(place: Path, suffix: str) -> None:
    path = place.parent / f"meer-bewegen{suffix}"
    form = "plain" if suffix == ".txt" else suffix[1:]
    command = [
        pypandoc.get_pandoc_path(),
        "-f",
        "markdown-smart",
        "-t",
        form,
        str(SAMPLE),
        "-o",
        str(path),
        "--wrap=none",
    ]
    subprocess.run(command, check=True)
    found, from_text = curate(path, place), curate(SAMPLE, place, factsheet="ander")
    assert [p.passage.starts for p in found.proposals] == [p.passage.starts for p in from_text.proposals]
    assert [[link.as_cited for link in p.links] for p in found.proposals] == [
        [link.as_cited for link in p.links] for p in from_text.proposals
    ]
    assert from_text.works == ()  # the same works, under the same keys
    hold_every_passage(found, path, place)


def test_works_that_look_alike_are_left_to_a_person(place: Path) -> None:
    text = (
        "# Blad\n\nLezen helpt bij taal (Bos, 2018). Ook zingen helpt daar wel bij (Bos, 2018a). Dat zei zij zelf ook "
        "(M. Jansen, persoonlijke communicatie, 3 mei 2020).\n\n# Literatuur\n\n"
        "Bos, A. (2018a). Zingen. Uitgever.\n\nBos, A. (2018b). Lezen. Uitgever.\n"
    )
    found = curate(put(place, text), place)
    first, second, third = ([link.work for link in p.links] for p in found.proposals)
    assert (first, second, third) == ([None], ["bos2018a"], [None])
    file = next((place / "evidence/factsheets/blad/claims").glob("*.yml")).read_text(encoding="utf-8")
    assert "# Bos, 2018: kies een bron: bos2018a, bos2018b" in file
    assert read_corpus(place)[0].works["bos2018a"].year == "2018"


def test_terms_are_those_whose_words_occur(place: Path) -> None:
    found = curate(
        put(place, "# Blad\n\nOuders die thuis verhalen vertellen, helpen hun kind.\n\nDit gaat over rekenen.\n"), place
    )
    assert [p.terms["building_blocks"] for p in found.proposals] == [("lezen",), ()]


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"  \n ", "empty"), (b"\0\1\2\3", "broken"), (None, "missing")],
)
def test_a_file_that_holds_nothing_is_refused_and_nothing_changes(place: Path, data: bytes | None, reason: str) -> None:
    path = place.parent / "blad.txt"
    if data is not None:
        path.write_bytes(data)
    before = contents(place)
    with pytest.raises(DocumentError) as caught:
        curate(path, place)
    assert caught.value.reason == reason
    assert contents(place) == before


def test_one_word_is_no_factsheet(place: Path) -> None:
    before = contents(place)
    with pytest.raises(EvidenceError, match="right file"):
        curate(put(place, "Ja", "ja.txt"), place)
    assert contents(place) == before


def test_a_folder_that_is_no_library_and_an_id_that_is_none_are_refused(place: Path) -> None:
    with pytest.raises(EvidenceError, match="ouderevidence new"):
        curate(SAMPLE, place.parent)
    with pytest.raises(EvidenceError, match="lower-case letters and hyphens"):
        curate(SAMPLE, place, factsheet="Meer Bewegen")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("evidence/appraisals.yml", "a: [\n"),
        ("references.bib", "@misc{a, author = {B}"),
        ("evidence/factsheets/voorbeeld/claims/1-voorbeeld.yml", "- id: a\n- id: a\n"),
    ],
)
def test_nothing_is_proposed_beside_what_cannot_be_read(place: Path, name: str, text: str) -> None:
    (place / name).write_text(text, encoding="utf-8")
    before = contents(place)
    with pytest.raises(oe.ValidationError):
        curate(SAMPLE, place)
    assert contents(place) == before


def test_a_file_in_another_form_is_never_broken(place: Path) -> None:
    curate(SAMPLE, place)
    claims = place / "evidence/factsheets/meer-bewegen/claims/3-vaders-en-moeders.yml"
    claims.write_text(
        '[{id: mijn, statement: {nl: a, en: b}, kind: finding, core: false, passages: [{section: "3", '
        "starts: Voor moeders is dat, ends: niet onderzocht}]}]\n"
    )
    before = contents(place)
    with pytest.raises(EvidenceError, match=r"begin each on a line|do not fit"):
        curate(SAMPLE, place)
    assert contents(place) == before


def test_text_is_put_in_without_touching_the_rest() -> None:
    text = "# kop\r\n\r\n  - id: a\r\n    x: 1\r\n  # bij b\r\n  - id: b\r\n"
    assert inserted(text, [(6, "- id: n\n"), (0, "- id: z\n")]) == (
        "# kop\r\n\r\n  - id: a\r\n    x: 1\r\n  - id: n\r\n  # bij b\r\n  - id: b\r\n  - id: z\r\n"
    )
    assert inserted("# kop\n- id: a\n", [(2, "- id: n\n")]) == "# kop\n- id: n\n- id: a\n"
    assert inserted("- id: a\n-\n  id: b\n", [(3, "- id: n\n")]) == "- id: a\n- id: n\n-\n  id: b\n"
    assert appended("# leeg\n[]\n", "- id: a\n").replace("\n\n", "\n") == "# leeg\n- id: a\n"
    assert appended("a: 1", "b: 2\n") == "a: 1\nb: 2\n"


WORDS = [
    "taal",
    "thuis",
    "Lezen",
    "vader",
    "“spel”",
    "kind:",
    "één",
    "(Bos, 2018)",
    "{x}",
    "\\y",
    "#",
    "- a",
    "%",
    "❚",
    "2.1",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(lambda words: " ".join(words) + ".")
HEADINGS = st.sampled_from(["# Taal", "## 2 Thuis", "# Taal", "## Literatuur", "Bos, A. (2018). Lezen. Uitgever."])
TEXTS = st.lists(SENTENCES | HEADINGS | st.text(max_size=40), min_size=1, max_size=12).map("\n\n".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, suffix=st.sampled_from([".txt", ".md"]))
def test_whatever_the_text_every_passage_is_found_and_a_second_run_is_silent(
    tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str
) -> None:
    root = tmp_path_factory.mktemp("eigen") / "bibliotheek"
    new_library(root)
    path = put(root, text, f"blad{suffix}")
    empty = contents(root)
    try:
        found = curate(path, root)
    except EvidenceError:
        assert contents(root) == empty
        return
    hold_every_passage(found, path, root)
    before = contents(root)
    again = curate(path, root)
    assert (again.proposals, again.works, again.files) == ((), (), ())
    assert contents(root) == before
    _, findings = validate(root)
    assert {f.code for f in findings} <= {"W505", "W509", "E102", "E105", "E309", "W501"}
    for language in ("nl", "en"):
        assert list(listed(found, language))[-1]


def test_a_hostile_factsheet_takes_no_long(place: Path) -> None:
    text = "# Kop\n\nDit is een zin (Bos, 2018).\n\n" * 1000
    found = curate(put(place, text), place)
    assert len(found.proposals) + len(found.skipped) > 0
