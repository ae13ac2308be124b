"""A packed library: the same records, tables and products as from YAML; damage is refused; the same bytes each time."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace, UnionType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, get_type_hints
from unittest import mock

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import command
import ouderevidence as oe
from case_library import build
from conftest import ROOT
from ouderevidence.document.scratch import beside
from ouderevidence.evidence.package import read_packed
from ouderevidence.evidence.packed import TABLES, coded, write_packed
from ouderevidence.evidence.pages import A_VALUE, unpacked
from ouderevidence.evidence.read import Corpus
from ouderevidence.evidence.rows import Claims
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.library.facets import FACETS
from ouderevidence.library.frames import SCHEMAS
from ouderevidence.library.load import validate
from ouderevidence.model.errors import EvidenceError, OutputError, ValidationError
from ouderevidence.model.records import Claim, Factsheet, Programme, SearchAccount, Term, Work
from ouderevidence.model.words import READINGS, Text
from packs import rewrite, sign
from selection import only

if TYPE_CHECKING:
    from collections.abc import Callable

CURATED: Final = oe.load()
FRAMES: Final = [name for name in SCHEMAS if name != "gaps"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the curated library, packed."""
    return CURATED.pack(tmp_path_factory.mktemp("packed") / "ingepakt")


@pytest.fixture(scope="module", params=["small", "large"])
def packed(request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> oe.Library:
    """Return the packed library, and the same as if it were large: in parts, each record made when it is asked for."""
    if request.param == "small":
        return oe.load(folder)
    place = tmp_path_factory.mktemp("large") / "ingepakt"
    return oe.Library(read_packed(write_packed(CURATED._corpus, place, rows=7), large=0))


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "kopie"))


def parts(corpus: Corpus) -> dict[str, object]:
    """Return all that a corpus holds, as values that can be held against those of another."""
    found = {field.name: getattr(corpus, field.name) for field in fields(corpus)}
    vocabulary = found.pop("vocabulary")
    plain = {name: list(value) if name == "claims" else value for name, value in found.items()}
    return {**plain, "works": list(found["works"].items()), "terms": list(vocabulary), "words": vocabulary.synonyms}


# -- the same library --------------------------------------------------------------------------------------------------


def test_all_that_was_packed_comes_back(packed: oe.Library) -> None:
    assert parts(packed._corpus) == parts(CURATED._corpus)
    assert CURATED.records
    assert CURATED.searches


def test_a_large_library_makes_a_record_when_it_is_asked_for(folder: Path) -> None:
    large = oe.Library(read_packed(folder, large=len(CURATED)))
    assert isinstance(large.records, Claims)
    assert isinstance(oe.Library(read_packed(folder, large=len(CURATED) + 1)).records, tuple)
    assert large.records[-1] == CURATED.records[-1]
    assert large.records[3:9:2] == CURATED.records[3:9:2]
    with pytest.raises(IndexError):
        large.records[len(CURATED)]


@pytest.mark.parametrize("facet", FACETS)
def test_every_value_of_a_filter_finds_the_same(facet: str, packed: oe.Library) -> None:
    values = [value.id for value in FACETS[facet].values(CURATED)] or ["samen voorlezen"]
    for value in values:
        for reading in READINGS if facet == "level" else ["sourcing"]:
            found = packed.where(**only(facet, value), reading=reading)
            assert list(found) == list(CURATED.where(**only(facet, value), reading=reading)), value
            assert found.filter_text() == CURATED.where(**only(facet, value), reading=reading).filter_text()


@pytest.mark.parametrize("name", FRAMES)
def test_the_frames_are_equal(name: str, packed: oe.Library) -> None:
    pd.testing.assert_frame_equal(getattr(packed, name), getattr(CURATED, name))


def test_profiles_search_and_brief_are_equal(packed: oe.Library, tmp_path: Path) -> None:
    for reading in READINGS:
        assert [packed.profile(c.id, reading) for c in packed] == [CURATED.profile(c.id, reading) for c in CURATED]
    assert packed.hits("samen voorlezen") == CURATED.hits("samen voorlezen") != []
    briefs = [one.where(parent_group="vaders").brief(depth="full") for one in (packed, CURATED)]
    ours, theirs = (made.save(tmp_path / f"{place}.md").read_bytes() for place, made in enumerate(briefs))
    assert ours == theirs
    assert packed.where(parent_group="vaders")._repr_html_() == CURATED.where(parent_group="vaders")._repr_html_()


def test_choices_put_together_are_equal(packed: oe.Library) -> None:
    def chosen(library: oe.Library) -> list[list[str]]:
        one, other = library.where(parent_group="vaders"), library.where(kind="finding")
        made = [one | other, one & other, other - one, ~one, other.sort("level"), other.sort("code").first(5)]
        made += [library.search("thuistaal"), other.search("lezen")]
        return [[claim.id for claim in part] for part in made]

    assert chosen(packed) == chosen(CURATED)
    assert repr(packed) == repr(CURATED)
    part = packed.where(parent_group="vaders")
    assert [work.key for work in part.cited_works()] == [
        work.key for work in CURATED.where(parent_group="vaders").cited_works()
    ]


def test_validate_says_the_same_of_it(tmp_path: Path) -> None:
    plain = ROOT / "docs" / "voorbeeld" / "bibliotheek"
    library = oe.load(plain)
    packed = library.pack(tmp_path / "ingepakt")
    proposed = replace(library._corpus, proposals=(library.records[0],), claims=library._corpus.claims[1:])
    also = write_packed(proposed, tmp_path / "voorgesteld")
    assert validate(packed)[1] == validate(plain)[1]
    assert [finding.line for finding in validate(also)[1] if finding.code == "W505"] == [library.records[0].line]


def test_it_joins_with_another_library(folder: Path) -> None:
    other = ROOT / "docs" / "voorbeeld" / "bibliotheek"
    both = oe.load(folder, other)
    assert [claim.id for claim in both] == [claim.id for claim in oe.load(ROOT, other)]


def test_it_goes_to_another_process(packed: oe.Library) -> None:
    there = pickle.loads(pickle.dumps(packed))  # noqa: S301 - made a moment ago
    assert list(there) == list(CURATED)
    assert there.bibliography["boonk2018"] == CURATED.work("boonk2018")


# -- any records -------------------------------------------------------------------------------------------------------

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def anything(hint: Any) -> st.SearchStrategy[Any]:
    """Return any value of a type that a field of a record has."""
    if get_origin(hint) is UnionType:
        return st.one_of(*map(anything, get_args(hint)))
    if get_origin(hint) is tuple:
        inner, *rest = get_args(hint)
        return (
            st.lists(anything(inner), max_size=3).map(tuple) if rest == [...] else st.tuples(*[WORDS] * (1 + len(rest)))
        )
    if get_origin(hint) is Mapping:
        return st.dictionaries(WORDS, WORDS, max_size=3)
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint, localns={"Text": Text, "Mapping": Mapping})
        return st.builds(hint, **{name: anything(one) for name, one in hints.items()})
    plain = {str: WORDS, bool: st.booleans(), int: st.integers(0, 10**9 - 1), type(None): st.none()}
    return plain[hint]


def some(record: type) -> st.SearchStrategy[Any]:
    return st.lists(anything(record), max_size=4)


def in_passages(claim: Claim) -> Claim:
    """Return a claim whose citations stand in passages that it has; without passages it has none."""
    number = len(claim.passages)
    cited = [replace(one, passage=1 + one.passage % number) for one in claim.citations] if number else []
    return replace(claim, citations=tuple(cited))


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Return a corpus of any records, whether they hold together or not."""
    works = {work.key: work for work in draw(some(Work))}
    return Corpus(
        Vocabulary(draw(some(Term)), draw(st.lists(anything(tuple[str, ...])))),
        works,
        {one.id: one for one in draw(some(Programme))},
        tuple(draw(some(Factsheet))),
        tuple(map(in_passages, draw(some(Claim)))),
        draw(WORDS),
        {key: work.appraisal.line for key, work in works.items()},
        tuple(draw(some(Claim))),
        tuple(draw(some(SearchAccount))),
    )


@given(corpora(), st.sampled_from([0, 10]), st.integers(1, 5))
@settings(max_examples=30)
def test_any_records_come_back_as_they_were(corpus: Corpus, large: int, rows: int) -> None:
    with tempfile.TemporaryDirectory() as place, mock.patch("ouderevidence.evidence.package._check_names"):
        read = read_packed(write_packed(corpus, Path(place, "p"), rows=rows), large=large)
        assert parts(read) == parts(corpus)


# -- the package -------------------------------------------------------------------------------------------------------


def test_the_descriptor_says_what_is_there(folder: Path) -> None:
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["datapackage.json", *(one["path"] for one in described["resources"])]
    )
    tables = {}
    for one in described["resources"]:
        data = (folder / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        tables[one["name"]] = table = pd.read_parquet(folder / one["path"])
        assert [field["name"] for field in one["schema"]["fields"]] == list(table.columns)
        for field in one["schema"]["fields"]:
            column = table[field["name"]]
            assert not (field["constraints"]["required"] and column.isna().any())
            shapes = {"array": list, "object": dict}
            if field["type"] in shapes:
                assert all(isinstance(json.loads(text), shapes[field["type"]]) for text in column)
    for one in described["resources"]:
        for key in one["schema"].get("primaryKey", []):
            assert tables[one["name"]][key].is_unique
        for link in one["schema"].get("foreignKeys", []):
            (here,), (there,) = link["fields"], link["reference"]["fields"]
            assert set(tables[one["name"]][here]) <= set(tables[link["reference"]["resource"]][there])
    assert len(tables["claims"]) == len(CURATED)
    assert len(tables["citations"]) == len(CURATED.citations)


def test_the_same_library_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    code = "import sys, ouderevidence as oe; oe.load().pack(sys.argv[1])"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", code, tmp_path / "a"], check=True, env=environment)
    again = oe.load(folder).pack(tmp_path / "b")
    for path in folder.iterdir():
        assert (tmp_path / "a" / path.name).read_bytes() == path.read_bytes() == (again / path.name).read_bytes()


def test_packed_by_the_command_line_and_asked(tmp_path: Path) -> None:
    done = command.run("pack", "-o", "ingepakt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert f"uitspraken: {len(CURATED)}" in done.stderr
    asked = ("table", "--groep", "vaders")
    assert command.run(*asked, "--evidence", "ingepakt", cwd=tmp_path) == command.run(*asked)
    again = command.run("pack", "-o", "ingepakt", cwd=tmp_path)
    assert (again.returncode, "is niet leeg" in again.stderr) == (1, True)


def test_evidence_that_does_not_hold_together_is_not_packed(tmp_path: Path) -> None:
    first = CURATED.records[0]
    broken = replace(CURATED._corpus, claims=(replace(first, parent_groups=("nergens",)), *CURATED.records[1:]))
    with pytest.raises(ValidationError, match="E106"):
        oe.Library(broken).pack(tmp_path / "p")
    assert list(tmp_path.iterdir()) == []


def test_a_selection_is_not_packed(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="pack the whole"):
        CURATED.where(parent_group="vaders").pack(tmp_path / "p")


def test_a_place_that_is_taken_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("van mij", encoding="utf-8")
    (tmp_path / "bestand").write_text("van mij", encoding="utf-8")
    (tmp_path / "leeg").mkdir()
    for name, said in (("vol", "has brief.txt"), ("bestand", "is a file"), ("bestand/p", "cannot make the folder")):
        with pytest.raises(OutputError, match=said):
            CURATED.pack(tmp_path / name)
    CURATED.pack(tmp_path / "leeg")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bestand", "leeg", "vol"]
    assert [path.name for path in (tmp_path / "vol").iterdir()] == ["brief.txt"]


def test_of_two_that_take_one_place_the_second_is_told_that_it_is_not_empty(tmp_path: Path) -> None:
    def overtaken() -> None:
        with beside(tmp_path / "p"):
            (tmp_path / "p").mkdir()
            (tmp_path / "p" / "a").touch()

    with pytest.raises(OutputError, match="is not empty, it has a; name a new or an empty folder"):
        overtaken()
    assert [path.name for path in tmp_path.rglob("*")] == ["p", "a"]


def test_what_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    left = tmp_path / ".p-killed.part"
    left.mkdir()
    odd = replace(CURATED.records[0], line=2**40)  # more than a column of line numbers holds
    with pytest.raises(pa.ArrowInvalid):
        write_packed(replace(CURATED._corpus, claims=(odd,)), tmp_path / "p")
    assert list(tmp_path.iterdir()) == []


# -- damage ------------------------------------------------------------------------------------------------------------


def changed(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    change(described)
    path.write_text(json.dumps(described), encoding="utf-8")


def rewritten(folder: Path, name: str, change: Callable[[pa.Table], pa.Table], **how: Any) -> None:
    """Write a table anew, with the right hash."""
    path = folder / f"{name}.parquet"
    rewrite(path, change(pq.read_table(path)), **how)
    sign(folder)


def refused(folder: Path) -> str:
    """Return what is said of a folder that is not read, in English; the Dutch is there as well."""
    with pytest.raises(EvidenceError) as caught:
        oe.load(folder)
    assert caught.value.in_words("nl") != caught.value.in_words("en")
    assert "\n" not in str(caught.value)
    assert "ouderevidence pack" in str(caught.value) or "pack it again" in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("name", TABLES)
def test_a_file_that_is_missing_or_changed_is_named(name: str, copy: Path) -> None:
    path = copy / f"{name}.parquet"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert f"{name}.parquet of the packed library has changed since it was packed" in refused(copy)
    path.unlink()
    assert f"{name}.parquet of the packed library is missing" in refused(copy)
    path.mkdir()
    assert f"{name}.parquet of the packed library is missing" in refused(copy)


@pytest.mark.parametrize("data", [b"", b"PAR1", b"id,kind\n1,finding\n"])
def test_what_is_no_parquet_is_said(data: bytes, copy: Path) -> None:
    (copy / "claims.parquet").write_bytes(data)
    sign(copy)
    assert "claims.parquet of the packed library is no sound Parquet file" in refused(copy)


def test_a_column_that_is_missing_or_of_another_type_is_named(copy: Path) -> None:
    rewritten(copy, "citations", lambda table: table.drop_columns(["judgement"]))
    assert "citations.parquet of the packed library has no right column 'judgement'" in refused(copy)
    rewritten(copy, "factsheets", lambda table: table.set_column(0, "id", pa.array([1], pa.int32())))
    assert "factsheets.parquet of the packed library has no right column 'id'" in refused(copy)


def test_rows_that_do_not_go_together_are_refused(copy: Path) -> None:
    said = "of the packed library has rows that do not go with the others"
    rewritten(copy, "supplements", lambda table: table.slice(1))
    assert f"supplements.parquet {said}" in refused(copy)
    rewritten(copy, "appraisals", lambda table: table.slice(1))
    assert f"works.parquet {said}" in refused(copy)
    rewritten(copy, "works", lambda table: table.slice(1))
    rewritten(copy, "works", lambda table: pa.concat_tables([table.slice(1), table.slice(0, 1)]))
    assert f"appraisals.parquet {said}" in refused(copy)
    rewritten(copy, "works", lambda table: with_cells(table, "entry_type", None, nullable=True))
    assert f"works.parquet {said}" in refused(copy)


def with_cells(
    table: pa.Table, column: str, *values: object, kind: pa.DataType | None = None, nullable: bool = False
) -> pa.Table:
    """Return a table whose first rows hold something else in a column."""
    place = table.schema.get_field_index(column)
    field = table.schema.field(place)
    cells = [*values, *table.column(column).to_pylist()[len(values) :]]
    return table.set_column(
        place,
        pa.field(column, kind or field.type, nullable=nullable or field.nullable),
        pa.array(cells, kind or field.type),
    )


@pytest.mark.parametrize("text", ["[3]", "{", "null", '[{"section": "1.1"}]', "[" * 5000])
def test_a_row_that_is_no_record_is_said_when_it_is_asked_for(text: str, copy: Path) -> None:
    rewritten(copy, "claims", lambda table: with_cells(table, "passages", text))
    assert "a row of the packed library cannot be read" in refused(copy)
    with pytest.raises(EvidenceError, match="a row of the packed library cannot be read"):
        list(read_packed(copy, large=0).claims)


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [
        ("claims", "kind", "mening"),
        ("claims", "factsheet", "nergens"),
        ("claims", "sections", ["9.9"]),
        ("claims", "caveat_works", ["niemand2020"]),
        ("claims", "programmes", ["nergens"]),
        ("claims", "parent_groups", ["nergens"]),
        ("claims", "phases", [None]),
        ("citations", "work", "niemand2020"),
        ("citations", "claim", "nergens"),
        ("supplements", "judgement", "goed"),
        ("supplements", "intent", ""),
        ("citations", "basis", "gevoel"),
        ("appraisals", "designs", ["gok"]),
        ("appraisals", "identification", "vast"),
        ("appraisals", "peer_reviewed", "wie weet"),
        ("factsheets", "as_of", "gisteren"),
        ("factsheets", "languages", []),
        ("factsheets", "languages", ["fy"]),
        ("works", "year", "²"),
        ("works", "year", "9" * 5000),
    ],
)
def test_what_a_row_names_and_is_not_there_is_refused(name: str, column: str, value: object, copy: Path) -> None:
    loose = pa.list_(pa.string()) if value == [None] else None
    rewritten(copy, name, lambda table: with_cells(table, column, value, kind=loose))
    said = refused(copy)
    assert (
        f"{name}.parquet of the packed library has in '{column}' what cannot stand there" in said or loose is not None
    )
    with pytest.raises(EvidenceError, match=name):
        read_packed(copy, large=0)


@pytest.mark.parametrize("number", [0, -1, 99])
def test_a_citation_in_a_passage_that_its_claim_has_not_is_refused(number: int, copy: Path) -> None:
    rewritten(copy, "citations", lambda table: with_cells(table, "passage", number))
    assert "a row of the packed library cannot be read (claim '" in refused(copy)
    with pytest.raises(EvidenceError, match="names a passage that it has not"):
        list(read_packed(copy, large=0).claims)


@pytest.mark.parametrize("text", ["NaN", "1e999", "7", "true", "[]", "{}", "null"])
def test_json_of_another_type_is_refused(text: str, copy: Path) -> None:
    name = f'[{{"family":{text},"given":"A.","particle":"","suffix":"","literal":null}}]'
    rewritten(copy, "works", lambda table: with_cells(table, "authors", name))
    assert "a row of the packed library cannot be read (TypeError: " in refused(copy)
    rewritten(copy, "works", lambda table: with_cells(table, "fields", f'{{"title":{text}}}'))
    assert "a row of the packed library cannot be read (TypeError: " in refused(copy)


@pytest.mark.parametrize("broader", ["niemand", "self"])
def test_a_term_under_one_that_is_not_there_or_under_itself_is_refused(broader: str, copy: Path) -> None:
    def change(table: pa.Table) -> pa.Table:
        return with_cells(table, "broader", table.column("id")[0].as_py() if broader == "self" else broader)

    rewritten(copy, "terms", change)
    assert "terms.parquet of the packed library has in 'broader' what cannot stand there" in refused(copy)


def test_a_row_that_is_there_twice_is_refused(copy: Path) -> None:
    for name in ("works", "claims"):
        rewritten(copy, name, lambda table: pa.concat_tables([table, table]))
        assert "has rows that do not go with the others" in refused(copy)


def test_a_small_library_that_does_not_hold_together_is_refused_with_its_findings(copy: Path) -> None:
    rewritten(copy, "claims", lambda table: with_cells(table, "passages", "[]"))
    with pytest.raises(ValidationError, match=f"{CURATED.records[0].file}:{CURATED.records[0].line} E307"):
        oe.load(copy)


def test_words_that_are_no_utf8_are_refused(copy: Path) -> None:
    path = copy / "works.parquet"
    table = pq.read_table(path)
    broken = pa.array([b"\xff", *(key.encode() for key in table.column("key").to_pylist()[1:])], pa.binary())
    rewritten(
        copy, "works", lambda table: table.set_column(0, table.schema.field(0), broken.cast(pa.string(), safe=False))
    )
    assert "works.parquet of the packed library is no sound Parquet file" in refused(copy)


# -- what unpacks to far more ------------------------------------------------------------------------------------------


COUNTED: Final = pa.proxy_memory_pool(pa.default_memory_pool())  # it has to stay as long as what was put into it


def one_long_text(path: Path) -> None:
    rewrite(path, with_cells(pq.read_table(path), "title", "x" * 90_000_000))


def one_text_many_times(path: Path, *, in_dictionary: bool = False) -> None:
    """Write rows that share one text: in a dictionary, or each as the same beginning as the one before it."""
    table = pq.read_table(path).take([0] * 100)
    place = table.schema.get_field_index("title")
    kind = pa.dictionary(pa.int32(), pa.string()) if in_dictionary else pa.string()
    words = pa.DictionaryArray.from_arrays(pa.array([0] * 100, pa.int32()), ["x" * 900_000]).cast(kind)
    table = table.set_column(place, pa.field("title", kind, nullable=False), words)
    how = {} if in_dictionary else {"use_dictionary": False, "column_encoding": {"title": "DELTA_BYTE_ARRAY"}}
    pq.write_table(table, path, compression="zstd", store_schema=False, **how)


def no_words_many_times(path: Path) -> None:
    schema = pq.read_schema(path)
    rewrite(path, pa.table([pa.array([[]] * 1_500_000, schema.field(0).type)], schema=schema))


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("programmes", one_long_text, "unpacks to more than 100 times its size"),
        ("programmes", one_text_many_times, "is no sound Parquet file"),
        ("programmes", partial(one_text_many_times, in_dictionary=True), "is no sound Parquet file"),
        ("synonyms", no_words_many_times, "unpacks to more than 100 times its size"),
    ],
)
def test_a_small_file_that_unpacks_to_far_more_is_refused_before_it_is_unpacked(
    name: str, make: Callable[[Path], None], said: str, copy: Path
) -> None:
    path = copy / f"{name}.parquet"
    make(path)
    sign(copy)
    assert path.stat().st_size < 300_000
    before = pa.default_memory_pool()
    pa.set_memory_pool(COUNTED)
    try:
        assert f"{name}.parquet of the packed library {said}" in refused(copy)
    finally:
        pa.set_memory_pool(before)
    assert COUNTED.max_memory() < 10_000_000


def test_what_a_file_unpacks_to_is_told_by_its_pages(folder: Path) -> None:
    for name in TABLES:
        path = folder / f"{name}.parquet"
        footer = pq.read_metadata(path)
        chunks = (
            [footer.row_group(0).column(place) for place in range(footer.num_columns)] if footer.num_row_groups else []
        )
        values = sum(chunk.num_values for chunk in chunks)
        told = unpacked(path, footer, coded(name))
        assert told >= pq.read_table(path, read_dictionary=coded(name)).nbytes
        assert told <= sum(chunk.total_uncompressed_size for chunk in chunks) + 2 * A_VALUE * values  # dictionaries too


def test_a_header_of_a_page_that_is_another_is_refused_or_read(copy: Path) -> None:
    path = copy / "terms.parquet"
    footer, data = pq.read_metadata(path), path.read_bytes()
    for place in range(4, 64):
        for other in (0, 0x15, 0x1C, 0x28, 0x7F, 0x80, 0xFF):
            path.write_bytes(data[:place] + bytes([other]) + data[place + 1 :])
            with contextlib.suppress(ValueError):
                assert unpacked(path, footer, coded("terms")) < 2**34


@pytest.mark.parametrize(
    "header",
    [
        b"\x15" + b"\x80" * 1_000_000,  # a number without an end
        b"\x1c" * 1_000_000,  # parts within one another
        b"\x19" * 1_000_000,  # lists within one another
        b"\x19\xf5\xff\xff\xff\xff\x0f" + b"\x00" * 1_000_000,  # a list of more than there is
        b"\x18\xff\xff\xff\xff\xff\x0f",  # a text of more than there is
    ],
)
def test_a_header_without_an_end_is_refused_at_once(header: bytes, copy: Path) -> None:
    path = copy / "programmes.parquet"
    path.write_bytes(b"PAR1" + header)
    chunk = SimpleNamespace(
        total_compressed_size=len(header), dictionary_page_offset=None, data_page_offset=4, num_values=1,
        path_in_schema="id",
    )  # fmt: skip
    group = SimpleNamespace(num_columns=1, num_rows=1, column=lambda _: chunk)
    footer = SimpleNamespace(num_row_groups=1, row_group=lambda _: group)
    with pytest.raises(ValueError, match=r"number|depth|page header"):
        unpacked(path, footer, ())


NO_DESCRIPTORS: Final = [
    "",
    "{",
    "[]",
    "null",
    '{"resources": []}',
    "[" * 100_000,
    '{"ouderevidence": {"format": "een"}}',
]


@pytest.mark.parametrize("text", NO_DESCRIPTORS)
def test_a_descriptor_that_is_none_is_said(text: str, copy: Path) -> None:
    (copy / "datapackage.json").write_text(text, encoding="utf-8")
    assert "datapackage.json of the packed library describes no packed library" in refused(copy)


def test_a_descriptor_that_is_far_too_large_is_not_read(copy: Path) -> None:
    with (copy / "datapackage.json").open("a", encoding="utf-8") as file:
        file.write(" " * 1_000_000)
    assert "datapackage.json of the packed library describes no packed library" in refused(copy)


def test_a_later_version_is_said(copy: Path) -> None:
    changed(copy, lambda described: described["ouderevidence"].update(format=2))
    assert "was packed by a newer version of ouderevidence; update the program" in refused(copy)


def at(described: dict[str, Any], path: str) -> None:
    described["resources"][0]["path"] = path


@pytest.mark.parametrize("path", ["../factsheets.parquet", "/etc/passwd", "a/../../factsheets.parquet"])
def test_a_path_out_of_the_folder_is_refused(path: str, copy: Path) -> None:
    shutil.copy(copy / "factsheets.parquet", copy.parent)
    changed(copy, lambda described: at(described, path))
    assert "datapackage.json of the packed library points out of its folder" in refused(copy)


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_a_path_that_no_file_has_is_refused(path: str, copy: Path) -> None:
    changed(copy, lambda described: at(described, path))
    assert "of the packed library" in refused(copy)


def test_a_link_out_of_the_folder_is_refused(copy: Path) -> None:
    (copy / "works.parquet").rename(copy.parent / "works.parquet")
    try:
        (copy / "works.parquet").symlink_to(copy.parent / "works.parquet")
    except OSError:
        pytest.skip("no links can be made here")
    assert "datapackage.json of the packed library points out of its folder" in refused(copy)


def test_without_pyarrow_it_is_said_what_to_install(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "import ouderevidence as oe\n"
        "library = oe.load()\n"
        "for act in (lambda: oe.load(sys.argv[1]), lambda: library.pack(sys.argv[2])):\n"
        "    try: act()\n"
        "    except oe.EvidenceError as error: print(error.in_words('nl'), error, sep='\\n')\n"
    )
    ran: list[str | Path] = [sys.executable, "-c", code, folder, tmp_path / "p"]
    done = subprocess.run(ran, capture_output=True, text=True, check=True, encoding="utf-8")
    dutch, english, *again = done.stdout.splitlines()
    assert "nodig; installeer het met: pip install 'ouderevidence[parquet]'" in dutch
    assert "needs pyarrow; install it with: pip install 'ouderevidence[parquet]'" in english
    assert again == [dutch, english]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_evidence_with_a_package_of_its_own_stays_yaml(tmp_path: Path) -> None:
    root, _ = build("_base", tmp_path / "klein")
    (root / "datapackage.json").write_text("{}", encoding="utf-8")
    assert len(oe.load(root)) > 0
