"""A library packed for size: a folder of Parquet files, and ``datapackage.json`` that says what is in each.

It is written from evidence that was checked. It is read without a look at every record: the files must be those that
were written, by their hash, with the columns that belong in them.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ouderevidence.document.scratch import beside
from ouderevidence.evidence.columns import Kind
from ouderevidence.evidence.layout import DESCRIPTOR
from ouderevidence.evidence.read import Corpus
from ouderevidence.evidence.rows import Claims, Grouped, Rows, Works
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.model.bilingual import fill
from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.records import (
    Appraisal,
    Citation,
    Claim,
    Factsheet,
    Programme,
    SearchAccount,
    Supplement,
    Term,
    Work,
)
from ouderevidence.model.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FORMAT: Final = 1  # of what is written here; a later one is not read
LARGE: Final = 5_000  # claims from which a record is made only when it is asked for
ROWS: Final = 50_000  # claims written at a time
LONGEST: Final = 1_000_000  # bytes of a descriptor; ours has some 20,000
_HOW: Final = {"compression": "zstd", "compression_level": 3, "version": "2.6"}
_DAMAGED: Final = Text(
    "{file} van de ingepakte bibliotheek {why}; neem een gave kopie, of pak de bibliotheek opnieuw in met "
    "`ouderevidence pack`",
    "{file} of the packed library {why}; take an undamaged copy, or pack the library again with `ouderevidence pack`",
)
_LATER: Final = Text(
    "{file}: deze bibliotheek is ingepakt met een nieuwere versie van ouderevidence; werk het programma bij, of pak "
    "haar opnieuw in",
    "{file}: this library was packed by a newer version of ouderevidence; update the program, or pack it again",
)
_NO_ARROW: Final = Text(
    "voor een ingepakte bibliotheek is pyarrow nodig; installeer het met: pip install 'ouderevidence[parquet]'",
    "a packed library needs pyarrow; install it with: pip install 'ouderevidence[parquet]'",
)


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words that a reader uses for one another in a search."""

    words: tuple[str, ...]


class Table(NamedTuple):
    """A file of the folder: what its rows are, in code and in words, their key, and the keys that they name."""

    kind: Kind[Any]
    told: str
    key: str | None = None
    names: Mapping[str, str] = {}
    coded: tuple[str, ...] = ()  # columns with few different texts, read as numbers


def _in_caveats(claim: Claim) -> list[str]:
    return [key for caveat in claim.caveats for key in caveat.works]


def _cited(claim: Claim) -> int:
    return len(claim.citations)


def _supplemented(claim: Claim) -> int:
    return len(claim.supplements)


_TERMS: Final = ("building_blocks", "parent_groups", "levers", "roles", "actors", "phases")
_LINKS: Final = ("work", "intent", "judgement", "basis")
TABLES: Final[dict[str, Table]] = {
    "factsheets": Table(Kind(Factsheet), "The documents whose claims are curated.", "id"),
    "claims": Table(
        Kind(
            Claim,
            apart=("citations", "supplements"),
            also={
                "sections": ("list", attrgetter("sections")),
                "caveat_works": ("list", _in_caveats),
                "n_citations": ("integer", _cited),
                "n_supplements": ("integer", _supplemented),
            },
        ),
        "The claims, in the order of the factsheet. Their citations and supplements stand in the same order.",
        "id",
        {"factsheet": "factsheets"},
        ("kind", "factsheet", "file", "sections", "caveat_works", *_TERMS),
    ),
    "citations": Table(
        Kind(Citation),
        "The judged links from claims to the works that the factsheet cites for them.",
        None,
        {"claim": "claims", "work": "works"},
        (*_LINKS, "claim"),
    ),
    "supplements": Table(
        Kind(Supplement),
        "The judged links from claims to complementary research.",
        None,
        {"claim": "claims", "work": "works"},
        (*_LINKS, "claim"),
    ),
    "works": Table(Kind(Work, apart=("appraisal",)), "The publications, as in references.bib.", "key"),
    "appraisals": Table(
        Kind(Appraisal, of=attrgetter("appraisal"), also={"work": ("string", attrgetter("key"))}),
        "What is known of each work, in the same order.",
        "work",
        {"work": "works"},
        ("designs", "countries"),
    ),
    "terms": Table(Kind(Term), "The vocabulary."),
    "synonyms": Table(Kind(Synonyms), "Words that a reader uses for one another in a search."),
    "programmes": Table(Kind(Programme), "The programmes and networks that the factsheets name.", "id"),
    "searches": Table(Kind(SearchAccount), "How complementary research was looked for.", "id"),
    "proposals": Table(Kind(Claim), "Claims that nobody has written yet; they count for nothing.", "id"),
}


def _arrow() -> Any:  # noqa: ANN401 - pyarrow has no types
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError as error:
        raise EvidenceError(_NO_ARROW) from error
    return pa


def _schema(table: Table) -> Any:  # noqa: ANN401 - pyarrow has no types
    pa = _arrow()
    texts = pa.list_(pa.field("element", pa.string(), nullable=False))
    types = {"integer": pa.int32(), "boolean": pa.bool_(), "list": texts}
    return pa.schema([(c.name, types.get(c.type, pa.string()), not c.required) for c in table.kind.columns])


# -- written -----------------------------------------------------------------------------------------------------------


def write_packed(corpus: Corpus, folder: Path, *, rows: int = ROWS) -> Path:
    """Write a library into a new folder, whole or not at all; the same library gives the same bytes.

    Parameters
    ----------
    corpus
        The library.
    folder
        Where to write it; new, or empty.
    rows
        How many claims, or rows of a small table, are written at a time.

    Raises
    ------
    OutputError
        If the folder holds anything, or cannot be written.
    EvidenceError
        If pyarrow is not installed.
    """
    pa = _arrow()
    with beside(folder) as place:
        with ExitStack() as opened:
            schemas = {name: _schema(table) for name, table in TABLES.items()}
            writers = {
                name: opened.enter_context(pa.parquet.ParquetWriter(place / f"{name}.parquet", schema, **_HOW))
                for name, schema in schemas.items()
            }
            for name, some in _tables(corpus, rows):
                writers[name].write_table(pa.table(TABLES[name].kind.written(some), schemas[name]))
        described = {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": "ouderevidence",
            "title": "; ".join(sheet.title.of("en") for sheet in corpus.factsheets),
            "description": "A library of evidence, packed by ouderevidence: `ouderevidence.load` reads this folder.",
            "ouderevidence": {"format": FORMAT, "version": corpus.version},
            "resources": [_described(place / f"{name}.parquet", name) for name in TABLES],
        }
        text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
        Path(place, DESCRIPTOR).write_text(text, encoding="utf-8", newline="\n")
    return folder


def _tables(corpus: Corpus, rows: int) -> Iterator[tuple[str, list[Any]]]:
    """Yield the rows of every table, a block at a time; links after their claims, so that each is made once."""
    held: dict[str, Iterable[Any]] = {
        "factsheets": corpus.factsheets,
        "works": corpus.works.values(),
        "appraisals": corpus.works.values(),
        "terms": corpus.vocabulary,
        "synonyms": map(Synonyms, corpus.vocabulary.synonyms),
        "programmes": corpus.programmes.values(),
        "searches": corpus.searches,
        "proposals": corpus.proposals,
    }
    for name, records in held.items():
        yield from ((name, some) for some in _blocks(records, rows))
    for claims in _blocks(corpus.claims, rows):
        yield "claims", claims
        yield "citations", [link for claim in claims for link in claim.citations]
        yield "supplements", [link for claim in claims for link in claim.supplements]


def _blocks(records: Iterable[Any], rows: int) -> Iterator[list[Any]]:
    left = iter(records)
    while some := list(islice(left, rows)):
        yield some


def _described(path: Path, name: str) -> dict[str, Any]:
    """Return what the descriptor says of a table."""
    table = TABLES[name]
    fields = [
        {
            "name": column.name,
            **_TOLD.get(column.type, {"type": column.type}),
            "constraints": {"required": column.required},
        }
        for column in table.kind.columns
    ]
    described: dict[str, Any] = {"fields": fields}
    if table.key:
        described["primaryKey"] = [table.key]
    if table.names:
        described["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [TABLES[other].key]}}
            for column, other in table.names.items()
        ]
    return {
        "name": name,
        "description": table.told,
        "path": path.name,
        "type": "table",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_hash(path)}",
        "schema": described,
    }


_AS_TEXT: Final = "JSON, written as text."
_TOLD: Final[dict[str, dict[str, str]]] = {
    "list": {"type": "list", "itemType": "string"},
    "array": {"type": "array", "description": _AS_TEXT},
    "object": {"type": "object", "description": _AS_TEXT},
}


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# -- read --------------------------------------------------------------------------------------------------------------


def read_packed(folder: Path, *, large: int = LARGE) -> Corpus:
    """Read a packed library.

    Parameters
    ----------
    folder
        Where :func:`write_packed` wrote it.
    large
        From so many claims on, a record is made when it is asked for.

    Raises
    ------
    EvidenceError
        If a file is missing, is not the one that was written, or has other columns; if the library was packed by a
        later version; or if pyarrow is not installed.
    """
    package = _Package(folder)
    factsheets, terms, synonyms, programmes, searches, proposals = (
        tuple(package.rows(name)) for name in ("factsheets", "terms", "synonyms", "programmes", "searches", "proposals")
    )
    appraisals = package.rows("appraisals")
    works = Works(package.rows("works", {"appraisal": appraisals.made}, kept=None), appraisals.table.column("designs"))
    package.must("appraisals", list(works) == appraisals.table.column("work").to_pylist())
    table = package.table("claims")
    links = {}
    for name in ("citations", "supplements"):
        links[name] = Grouped(package.rows(name), table.column(f"n_{name}").to_numpy())
        package.must(name, links[name].complete)
    claims = Claims(table, TABLES["claims"].kind, links, works)
    lines = appraisals.table.column("line").to_pylist()
    return Corpus(
        Vocabulary(terms, (one.words for one in synonyms)),
        works if len(claims) >= large else dict(works),
        {one.id: one for one in programmes},
        factsheets,
        claims if len(claims) >= large else tuple(claims),
        package.version,
        dict(zip(works, lines, strict=True)),
        proposals,
        searches,
    )


class _Package:
    """A packed library, and its files once they are known to be those that were written."""

    def __init__(self, folder: Path) -> None:
        _arrow()
        self._folder = folder
        try:
            with (folder / DESCRIPTOR).open("rb") as file:
                data = file.read(LONGEST + 1)
            said = json.loads(data) if len(data) <= LONGEST else {}
            own = said["ouderevidence"]
            made, self.version = int(own["format"]), str(own["version"])
            self._resources = {str(one["name"]): (str(one["path"]), str(one["hash"])) for one in said["resources"]}
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
            why = Text("is geen beschrijving van een ingepakte bibliotheek", "describes no packed library")
            raise self._damaged(DESCRIPTOR, why) from error
        if made > FORMAT:
            raise EvidenceError(fill(_LATER, file=folder / DESCRIPTOR))

    def rows(self, name: str, apart: Mapping[str, Any] | None = None, **options: Any) -> Rows[Any]:  # noqa: ANN401
        """Return the records of a table."""
        return Rows(self.table(name), TABLES[name].kind, apart, **options)

    def table(self, name: str) -> Any:  # noqa: ANN401 - pyarrow has no types
        """Return a table, its columns looked at."""
        pa, path = _arrow(), self._file(name)
        expected = _schema(TABLES[name])
        try:
            found = pa.parquet.read_schema(path)
            for field in expected:
                at = found.get_field_index(field.name)
                if at < 0 or found.field(at).type != field.type:
                    why = Text(f"heeft geen goede kolom '{field.name}'", f"has no right column '{field.name}'")
                    raise self._damaged(path.name, why)
            lists = {c.name for c in TABLES[name].kind.columns if c.type == "list"}
            coded = [f"{one}.list.element" if one in lists else one for one in TABLES[name].coded]
            table = pa.parquet.read_table(path, columns=expected.names, read_dictionary=coded, partitioning=None)
        except (OSError, ValueError, pa.ArrowException) as error:
            raise self._damaged(path.name, Text("is geen goed Parquet-bestand", "is no sound Parquet file")) from error
        empty = [field.name for field in expected if not field.nullable and table.column(field.name).null_count]
        self.must(name, not empty)
        return table

    def must(self, name: str, holds: bool) -> None:  # noqa: FBT001 - what must hold
        """Refuse a table whose rows do not go with those of the others."""
        if not holds:
            why = Text("heeft rijen die niet bij de andere passen", "has rows that do not go with the others")
            raise self._damaged(f"{name}.parquet", why)

    def _file(self, name: str) -> Path:
        """Return the file of a table, if it is the one that was written."""
        said, digest = self._resources.get(name, (f"{name}.parquet", ""))
        inner = PurePosixPath(said)
        path = self._folder / inner
        try:
            if inner.is_absolute() or not path.resolve().is_relative_to(self._folder.resolve()):
                raise self._damaged(DESCRIPTOR, Text("wijst buiten zijn map", "points out of its folder"))
            if not path.is_file():
                raise self._damaged(said, Text("ontbreekt", "is missing"))
            if digest != f"sha256:{_hash(path)}":
                raise self._damaged(said, Text("is veranderd sinds het inpakken", "has changed since it was packed"))
        except (OSError, ValueError) as error:
            raise self._damaged(said, Text("kan niet worden geopend", "cannot be opened")) from error
        return path

    def _damaged(self, name: str, why: Text) -> EvidenceError:
        return EvidenceError(fill(_DAMAGED, file=self._folder / name, why=why))
