"""A library packed for size: a folder of Parquet files, and ``datapackage.json`` that says what is in each.

It is written from evidence that was checked, and read by :mod:`ouderevidence.evidence.package`.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ouderevidence.document.output import shown
from ouderevidence.document.scratch import beside
from ouderevidence.evidence.columns import Kind
from ouderevidence.evidence.layout import DESCRIPTOR
from ouderevidence.model.bilingual import fill
from ouderevidence.model.errors import EvidenceError, OutputError
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

    from ouderevidence.evidence.read import Corpus

FORMAT: Final = 1  # of what is written here; a later one is not read
ROWS: Final = 50_000  # claims written at a time
_HOW: Final = {"compression": "zstd", "compression_level": 3, "version": "2.6"}
_NO_ARROW: Final = Text(
    "voor een ingepakte bibliotheek is pyarrow nodig; installeer het met: pip install 'ouderevidence[parquet]'",
    "a packed library needs pyarrow; install it with: pip install 'ouderevidence[parquet]'",
)

_NO_TEXT: Final = Text(
    "kan {folder} niet maken: er staat in de naam iets dat geen tekst is; kies een andere naam",
    "cannot make {folder}: something in its name is no text; choose another name",
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


def arrow() -> Any:  # noqa: ANN401 - it has no types
    """Return pyarrow.

    Raises
    ------
    EvidenceError
        If it is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError as error:
        raise EvidenceError(_NO_ARROW) from error
    return pa


def schema_of(table: Table) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the columns of a table as Arrow has them."""
    pa = arrow()
    texts = pa.list_(pa.field("element", pa.string(), nullable=False))
    types = {"integer": pa.int32(), "boolean": pa.bool_(), "list": texts}
    return pa.schema([(c.name, types.get(c.type, pa.string()), not c.required) for c in table.kind.columns])


def coded(name: str) -> list[str]:
    """Return the columns of a table that have a dictionary, as Parquet calls them; no other is read that has one."""
    lists = {column.name for column in TABLES[name].kind.columns if column.type == "list"}
    return [f"{one}.list.element" if one in lists else one for one in TABLES[name].coded]


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
        If the folder holds anything, its path is no text, or it cannot be written.
    EvidenceError
        If pyarrow is not installed.
    """
    pa = arrow()
    if any(
        "\ud800" <= sign <= "\udfff" for sign in str(folder.absolute())
    ):  # a byte that is no text; pyarrow takes none
        raise OutputError(fill(_NO_TEXT, folder=shown(folder)))
    with beside(folder) as place:
        with ExitStack() as opened:
            schemas = {name: schema_of(table) for name, table in TABLES.items()}
            writers = {
                name: opened.enter_context(
                    pa.parquet.ParquetWriter(place / f"{name}.parquet", schema, use_dictionary=coded(name), **_HOW)
                )
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
        "hash": f"sha256:{hash_of(path)}",
        "schema": described,
    }


_AS_TEXT: Final = "JSON, written as text."
_TOLD: Final[dict[str, dict[str, str]]] = {
    "list": {"type": "list", "itemType": "string"},
    "array": {"type": "array", "description": _AS_TEXT},
    "object": {"type": "object", "description": _AS_TEXT},
}


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
