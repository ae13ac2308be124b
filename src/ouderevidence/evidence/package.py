"""A packed library, read: nothing is handed out unless its files are those that were written.

That is held by their hash. They can still be of somebody who means harm: so they may not unpack to far more than they
are, have the columns that belong in them, and what a row names is there. No look is taken at every record.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document.output import real
from ouderevidence.evidence.layout import DESCRIPTOR
from ouderevidence.evidence.packed import FORMAT, TABLES, arrow, coded, hash_of, schema_of
from ouderevidence.evidence.pages import unpacked
from ouderevidence.evidence.read import Corpus
from ouderevidence.evidence.record import is_date, is_year
from ouderevidence.evidence.rows import Claims, Grouped, Rows, Works, all_known
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.model.bilingual import LANGUAGES, fill
from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.words import BASES, FACETS, IDENTIFICATIONS, INTENTS, JUDGEMENTS, KINDS, PEER_REVIEWED, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ouderevidence.model.records import Factsheet

LARGE: Final = 5_000  # claims from which a record is made only when it is asked for
LONGEST: Final = 1_000_000  # bytes of a descriptor; ours has some 20,000
FREELY: Final = 20_000_000  # bytes to which any table may unpack
TIMES: Final = 100  # and a larger one to so many times its size; texts pack eight times smaller, what is alike more
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
    vocabulary = Vocabulary(terms, (one.words for one in synonyms))
    appraisals = package.rows("appraisals")
    held = package.rows("works", {"appraisal": appraisals.made}, kept=None)
    package.must("works", len(held) == len(appraisals))
    works = Works(held, appraisals.table.column("designs"))
    package.must("appraisals", list(works) == appraisals.table.column("work").to_pylist())
    table = package.table("claims")
    links = {}
    for name in ("citations", "supplements"):
        links[name] = Grouped(package.rows(name), table.column(f"n_{name}").to_numpy())
        package.must(name, links[name].complete)
    claims = Claims(table, TABLES["claims"].kind, links, works)
    _check_names(package, vocabulary, factsheets, works)
    lines = appraisals.table.column("line").to_pylist()
    return Corpus(
        vocabulary,
        works if len(claims) >= large else dict(works),
        {one.id: one for one in programmes},
        factsheets,
        claims if len(claims) >= large else tuple(claims),
        package.version,
        dict(zip(works, lines, strict=True)),
        proposals,
        searches,
    )


def _check_names(package: _Package, vocabulary: Vocabulary, sheets: Iterable[Factsheet], works: Works) -> None:
    """Refuse rows that name a key, a term or a code that is not there, or hold a day or a year that is none."""
    ids = package.table("claims").column("id")
    package.must("claims", arrow().compute.count_distinct(ids).as_py() == len(ids))
    known: dict[tuple[str, str], Any] = {
        ("claims", "kind"): KINDS,
        ("claims", "factsheet"): [sheet.id for sheet in sheets],
        ("claims", "sections"): [section.id for sheet in sheets for section in sheet.sections],
        ("claims", "caveat_works"): works,
        ("claims", "programmes"): package.table("programmes").column("id"),
        ("appraisals", "designs"): vocabulary.ids("designs"),
        ("appraisals", "identification"): IDENTIFICATIONS,
        ("appraisals", "peer_reviewed"): PEER_REVIEWED,
    }
    known |= {("claims", facet): vocabulary.ids(facet) for facet in FACETS}
    for name in ("citations", "supplements"):
        known |= {(name, "claim"): ids, (name, "work"): works}
        known |= {(name, "intent"): INTENTS, (name, "judgement"): JUDGEMENTS, (name, "basis"): BASES}
    for (name, column), values in known.items():
        package.must(name, all_known(package.table(name).column(column), values), column)
    package.must("terms", vocabulary.is_rooted, "broader")
    years = package.table("works").column("year").unique().to_pylist()
    package.must("works", all(is_year(year) for year in years if year), "year")
    package.must("factsheets", all(is_date(sheet.as_of) for sheet in sheets), "as_of")
    spoken = (bool(sheet.languages) and set(sheet.languages) <= set(LANGUAGES) for sheet in sheets)
    package.must("factsheets", all(spoken), "languages")


class _Package:
    """A packed library, and its files once they are known to be those that were written."""

    def __init__(self, folder: Path) -> None:
        arrow()
        self._folder = folder
        self._tables: dict[str, Any] = {}
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
        if name not in self._tables:
            self._tables[name] = self._read(name)
        return self._tables[name]

    def _read(self, name: str) -> Any:  # noqa: ANN401 - pyarrow has no types
        pa, path = arrow(), self._file(name)
        expected = schema_of(TABLES[name])
        try:
            footer = pa.parquet.read_metadata(path)
            found = footer.schema.to_arrow_schema()
            for field in expected:
                at = found.get_field_index(field.name)
                if at < 0 or found.field(at).type != field.type:
                    why = Text(f"heeft geen goede kolom '{field.name}'", f"has no right column '{field.name}'")
                    raise self._damaged(path.name, why)
            dictionaries = coded(name)
            if unpacked(path, footer, dictionaries) > max(FREELY, TIMES * path.stat().st_size):
                why = Text(
                    f"pakt uit tot meer dan {TIMES} keer zijn grootte", f"unpacks to more than {TIMES} times its size"
                )
                raise self._damaged(path.name, why)
            table = pa.parquet.read_table(path, columns=expected.names, read_dictionary=dictionaries, partitioning=None)
            table.validate(full=True)
        except MemoryError:
            raise  # the file is not at fault
        except (OSError, ValueError, pa.ArrowException) as error:
            raise self._damaged(path.name, Text("is geen goed Parquet-bestand", "is no sound Parquet file")) from error
        empty = [field.name for field in expected if not field.nullable and table.column(field.name).null_count]
        self.must(name, not empty)
        return table

    def must(self, name: str, holds: bool, column: str = "") -> None:  # noqa: FBT001 - what must hold
        """Refuse a table whose rows do not go with those of the others, or with a column of what cannot stand there."""
        if not holds:
            why = Text("heeft rijen die niet bij de andere passen", "has rows that do not go with the others")
            if column:
                why = Text(
                    f"heeft in '{column}' iets dat daar niet kan staan", f"has in '{column}' what cannot stand there"
                )
            raise self._damaged(f"{name}.parquet", why)

    def _file(self, name: str) -> Path:
        """Return the file of a table, if it is the one that was written."""
        said, digest = self._resources.get(name, (f"{name}.parquet", ""))
        inner = PurePosixPath(said)
        path = self._folder / inner
        try:
            if inner.is_absolute() or not real(path).is_relative_to(real(self._folder)):
                raise self._damaged(DESCRIPTOR, Text("wijst buiten zijn map", "points out of its folder"))
            if not path.is_file():
                raise self._damaged(said, Text("ontbreekt", "is missing"))
            if digest != f"sha256:{hash_of(path)}":
                raise self._damaged(said, Text("is veranderd sinds het inpakken", "has changed since it was packed"))
        except (OSError, ValueError) as error:
            raise self._damaged(said, Text("kan niet worden geopend", "cannot be opened")) from error
        return path

    def _damaged(self, name: str, why: Text) -> EvidenceError:
        return EvidenceError(fill(_DAMAGED, file=self._folder / name, why=why))
