"""A library built in memory, so that a brief can be tried on any evidence, hostile evidence included."""

from __future__ import annotations

from dataclasses import replace

from ouderevidence.evidence.read import Corpus
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.library.library import Library
from ouderevidence.model.records import Appraisal, Caveat, Citation, Claim, Factsheet, Name, Passage, Term, Work
from ouderevidence.model.words import Text

APPRAISAL = Appraisal(
    identification="certain",
    origin="factsheet",
    designs=("meta-analyse",),
    size=None,
    peer_reviewed="yes",
    countries=("NL",),
    authors_complete=True,
    finding=None,
    alternatives=(),
    confirmed="",
    from_memory="",
    checked_from=(),
    spelling_note=None,
    as_cited=None,
)
VOCABULARY = Vocabulary(
    Term(identifier, facet, Text(identifier, identifier), None, None, "factsheet", (), empirical=True, synthesis=True)
    for facet, identifier in (
        ("building_blocks", "thuisbetrokkenheid"),
        ("building_blocks", "communicatie"),
        ("parent_groups", "vaders"),
        ("designs", "meta-analyse"),
    )
)
FACTSHEET = Factsheet(
    "klein", Text("Kleine factsheet", "Small factsheet"), "GOAB", None, None, None, "2026-11-23", (), (), ()
)


def work(key: str, *authors: Name, year: str = "2020", entry_type: str = "article", **fields: str) -> Work:
    """Return a work that is identified for certain."""
    given = {"title": f"Titel van {key}", "journal": "Pedagogiek"} | fields
    return Work(key, entry_type, authors, (), year, given, APPRAISAL, "references.bib", 1)


def stub(key: str, *authors: Name, year: str = "2020") -> Work:
    """Return a work that was not found."""
    return replace(work(key, *authors, year=year), fields={}, appraisal=replace(APPRAISAL, identification="not_found"))


def link(claim: str, key: str, judgement: str = "full", note: str = "Alleen in het kort.") -> Citation:
    """Return a link cited as support."""
    basis = "none" if judgement == "unchecked" else "abstract"
    return Citation(claim, key, 1, "Zo gedrukt", "supports", judgement, basis, Text(note, note))


def claim(
    identifier: str,
    statement: str,
    *citations: Citation,
    kind: str = "finding",
    blocks: tuple[str, ...] = ("thuisbetrokkenheid",),
    caveats: tuple[Caveat, ...] = (),
    core: bool = True,
) -> Claim:
    """Return a claim."""
    return Claim(
        id=identifier, statement=Text(statement, statement), kind=kind, core=core, hedge=None,
        presented_as_quote=False, passages=(Passage("1.0", "eerste woorden", "laatste woorden"),),
        building_blocks=blocks, parent_groups=("vaders",), levers=(), roles=(), actors=(), phases=(), rests_on=(),
        programmes=(), citations=citations, caveats=caveats, factsheet="klein", file="claims/1.yml", line=1,
    )  # fmt: skip


def library(claims: list[Claim], works: list[Work]) -> Library:
    """Return a library of these claims and works."""
    bibliography = {item.key: item for item in works}
    corpus = Corpus(VOCABULARY, bibliography, {}, (FACTSHEET,), tuple(claims), "0123456789ab", {})
    return Library(corpus)
