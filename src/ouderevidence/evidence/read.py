"""The evidence in: text files to records, every fault a finding.

A folder of evidence has ``references.bib`` and ``evidence/`` with ``vocabulary.yml``, ``appraisals.yml``,
``programmes.yml``, ``searches.yml`` where complementary research was looked for, and, per factsheet,
``factsheets/<id>/factsheet.yml`` and ``factsheets/<id>/claims/*.yml``.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ouderevidence.evidence.bibliography import Entry, read_bibliography
from ouderevidence.evidence.editions import DIGITS
from ouderevidence.evidence.layout import strays
from ouderevidence.evidence.record import Record, records
from ouderevidence.evidence.vocabulary import Vocabulary, read_vocabulary
from ouderevidence.evidence.yamlfile import read_yaml
from ouderevidence.model.bilingual import LANGUAGES, languages_of
from ouderevidence.model.findings import Finding, Report, part, suggestion
from ouderevidence.model.records import (
    Appraisal,
    Caveat,
    Citation,
    Claim,
    Excluded,
    Factsheet,
    LeftOut,
    Passage,
    Programme,
    Resource,
    SearchAccount,
    Section,
    SentenceMark,
    Supplement,
    Work,
)
from ouderevidence.model.words import BASES, IDENTIFICATIONS, INTENTS, JUDGEMENTS, KINDS, PEER_REVIEWED, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ouderevidence.evidence.yamlfile import Node

SEARCHES = "evidence/searches.yml"
SUPPLEMENT_INTENTS = ("supports", "qualifies", "disputes")
REASONS = ("heading", "aim", "transition", "pointer", "topic-list", "running-head")


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that one folder of evidence holds."""

    vocabulary: Vocabulary
    works: Mapping[str, Work]
    programmes: Mapping[str, Programme]
    factsheets: tuple[Factsheet, ...]
    claims: Sequence[Claim]
    version: str
    appraised: Mapping[str, int]  # cite key of an appraisal -> its line
    proposals: tuple[Claim, ...] = ()  # claims that nobody has written yet; they count for nothing
    searches: tuple[SearchAccount, ...] = ()


def read_corpus(root: Path) -> tuple[Corpus, list[Finding]]:
    """Read a folder of evidence.

    Returns
    -------
    tuple
        What could be read, and the findings of reading it (cross-checks are those of ``checks``).
    """
    reader = _Reader(root)
    folders = sorted(p for p in (root / "evidence" / "factsheets").glob("*") if p.is_dir())
    sheets = {f.name: reader.yaml(f"{f.relative_to(root).as_posix()}/factsheet.yml") for f in folders}
    written = {name: _written_in(node) for name, (node, _) in sheets.items()}
    reader.languages = languages_of(written.values())
    vocabulary = read_vocabulary(*reader.yaml("evidence/vocabulary.yml"))
    entries = read_bibliography(root / "references.bib", reader.report("references.bib"))
    appraisals = _read_appraisals(*reader.yaml("evidence/appraisals.yml"))
    programmes = {i: read_programme(i, r) for i, r in records(*reader.yaml("evidence/programmes.yml"), "programme")}
    searches = _read_searches(reader, root)
    factsheets: list[Factsheet] = []
    claims: list[Claim] = []
    proposals: list[Claim] = []
    if not folders:
        reader.report("evidence/factsheets").add("E001", 0, what="a factsheet's folder")
    for folder in folders:
        name = folder.relative_to(root).as_posix()
        node, report = sheets[folder.name]
        reader.languages = report.languages = written[folder.name]
        factsheet = _read_factsheet(node, report, folder.name)
        if os.path.lexists(folder / "edition.yml"):  # what is there and is no file is told
            factsheet = replace(factsheet, edition=_read_edition(*reader.yaml(f"{name}/edition.yml")))
        factsheets.append(factsheet)
        for path in sorted((folder / "claims").glob("*.yml")):
            node, report = reader.yaml(f"{name}/claims/{path.name}")
            if node is not None and (node.is_null or node.items == []):
                report.add("E008", 0, why="it holds no claim", remedy="put its claims back, or take it out")
            for identifier, record in records(node, report, "claim"):
                if record.flag("proposed"):
                    report.add("W505", record.line, claim=identifier)
                    record.report = Report(report.file)  # what is not written yet is not checked yet
                    record.report.languages = report.languages
                    proposals.append(read_claim(identifier, record, factsheet.id))
                else:
                    claims.append(read_claim(identifier, record, factsheet.id))
    works = {key: _work(entry, appraisals.get(key)) for key, entry in entries.items()}
    lines = {key: appraisal.line for key, appraisal in appraisals.items()}
    corpus = Corpus(
        vocabulary,
        works,
        programmes,
        tuple(factsheets),
        tuple(claims),
        content_hash(root),
        lines,
        tuple(proposals),
        searches,
    )
    return corpus, [*reader.findings(), *strays(root)]


def content_hash(root: Path) -> str:
    """Return twelve hexadecimal digits that name the content of a folder of evidence."""
    digest = hashlib.sha256()
    paths = [root / "references.bib", *(root / "evidence").rglob("*.yml")]
    for path in sorted((p for p in paths if p.is_file()), key=lambda p: p.relative_to(root).as_posix()):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


class _Reader:
    """Opens the files of one folder and keeps their reports."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._reports: list[Report] = []
        self.languages: tuple[str, ...] = LANGUAGES  # in which the texts of the next file have to be

    def report(self, name: str) -> Report:
        report = Report(name)
        report.languages = self.languages
        self._reports.append(report)
        return report

    def yaml(self, name: str) -> tuple[Node | None, Report]:
        report = self.report(name)
        return read_yaml(self._root / name, report), report

    def findings(self) -> list[Finding]:
        return [finding for report in self._reports for finding in report.findings]


def read_claim(identifier: str, record: Record, factsheet: str) -> Claim:
    """Read one claim."""
    statement = record.text("statement", required=True)
    claim = Claim(
        id=identifier,
        statement=statement or Text("", ""),
        kind=record.choice("kind", KINDS, "context"),
        core=record.flag("core", required=True),
        hedge=record.text("hedge"),
        presented_as_quote=record.flag("presented_as_quote"),
        passages=tuple(_read_passage(r) for r in record.children("passages", "a passage")),
        building_blocks=record.strings("building_blocks"),
        parent_groups=record.strings("parent_groups"),
        levers=record.strings("levers"),
        roles=record.strings("roles"),
        actors=record.strings("actors"),
        phases=record.strings("phases"),
        rests_on=record.strings("rests_on"),
        programmes=record.strings("programmes"),
        citations=tuple(_read_citation(identifier, r) for r in record.children("citations", "a citation")),
        caveats=tuple(_read_caveat(identifier, r) for r in record.children("caveats", "a caveat")),
        factsheet=factsheet,
        file=record.report.file,
        line=record.line,
        code=record.string("code") or "",
        supplements=tuple(_read_supplement(identifier, r) for r in record.children("supplements", "a supplement")),
        gist=record.text("gist"),
        missing=record.text("missing"),
    )
    record.close()
    return claim


def _read_passage(record: Record) -> Passage:
    passage = Passage(
        record.string("section", required=True) or "", record.string("starts") or "", record.string("ends") or ""
    )
    record.close()
    return passage


def _read_citation(claim: str, record: Record) -> Citation:
    citation = Citation(
        claim=claim,
        work=record.string("work", required=True) or "",
        passage=record.number("passage") if record.has("passage") else 1,
        as_cited=record.string("as_cited") or "",
        intent=record.choice("intent", INTENTS, "supports"),
        judgement=record.choice("judgement", JUDGEMENTS, "unchecked"),
        basis=record.choice("basis", BASES, "none"),
        note=record.text("note"),
        locator=record.string("locator"),
        line=record.line,
        effect=record.text("effect"),
    )
    record.close()
    return citation


def _read_supplement(claim: str, record: Record) -> Supplement:
    supplement = Supplement(
        claim=claim,
        work=record.string("work", required=True) or "",
        intent=record.choice("intent", SUPPLEMENT_INTENTS, "supports"),
        judgement=record.choice("judgement", JUDGEMENTS, "unchecked"),
        basis=record.choice("basis", BASES, "none"),
        seen_on=record.date("seen_on", past=True, required=True),
        note=record.text("note"),
        locator=record.string("locator"),
        line=record.line,
        effect=record.text("effect"),
        counterpoint=record.text("counterpoint"),
    )
    record.close()
    return supplement


def _read_searches(reader: _Reader, root: Path) -> tuple[SearchAccount, ...]:
    if not (root / SEARCHES).is_file():
        return ()
    return tuple(read_search(name, record) for name, record in records(*reader.yaml(SEARCHES), "search account"))


def read_search(identifier: str, record: Record) -> SearchAccount:
    """Read how complementary research was looked for."""
    nowhere = Text("", "")
    counter = record.child("counter", required=True)
    account = SearchAccount(
        id=identifier,
        question=record.text("question", required=True) or nowhere,
        claims=record.strings("claims", required=True),
        looked_in=record.text("looked_in", required=True) or nowhere,
        terms=record.strings("terms", required=True),
        counter=(counter.both_languages() if counter else None) or nowhere,
        counter_terms=counter.strings("terms", required=True) if counter else (),
        on=record.date("on", required=True) or "",
        read=record.number("read", required=True),
        kept=record.number("kept", required=True),
        excluded=tuple(_read_excluded(r) for r in record.children("excluded", "a group left out")),
        file=record.report.file,
        line=record.line,
    )
    if counter:
        counter.close()
    record.close()
    return account


def _read_excluded(record: Record) -> Excluded:
    excluded = Excluded(record.number("n", required=True), record.text("reason", required=True) or Text("", ""))
    record.close()
    return excluded


def _read_caveat(claim: str, record: Record) -> Caveat:
    record.call("a caveat", f"'{claim}'")
    text = record.both_languages() or Text("", "")
    caveat = Caveat(
        text,
        record.strings("works"),
        record.strings("sections"),
        record.date("checked_on", past=True),
        record.line,
    )
    record.close()
    return caveat


def _read_appraisals(root: Node | None, report: Report) -> dict[str, Appraisal]:
    if root is None or root.is_null:
        return {}
    if root.entries is None:
        report.add("E007", root.line, what="the file", expected="a mapping of cite keys")
        return {}
    return {key: read_appraisal(Record(node, report, f"'{key}'")) for key, node in root.entries.items()}


def read_appraisal(record: Record) -> Appraisal:
    """Read what is known of a work."""
    inner = record.child("details")
    appraisal = Appraisal(
        identification=record.choice("identification", IDENTIFICATIONS, "not_found"),
        origin=record.choice("origin", ("factsheet", "curator"), "factsheet"),
        designs=record.strings("designs"),
        size=record.text("size"),
        peer_reviewed=record.choice("peer_reviewed", PEER_REVIEWED, "unknown"),
        countries=record.strings("countries", country=True),
        authors_complete=record.flag("authors_complete", required=True),
        finding=record.text("finding"),
        alternatives=record.texts("alternatives"),
        confirmed=(inner.string("confirmed") if inner else None) or "",
        from_memory=(inner.string("from_memory") if inner else None) or "",
        checked_from=inner.strings("checked_from") if inner else (),
        spelling_note=record.text("spelling_note"),
        as_cited=record.string("as_cited"),
        line=record.line_of("identification"),
    )
    if inner:
        inner.close()
    record.close()
    return appraisal


def read_programme(identifier: str, record: Record) -> Programme:
    """Read a programme that a factsheet names."""
    programme = Programme(
        id=identifier,
        title=record.string("title", required=True) or identifier,
        publisher=record.string("publisher"),
        url=record.address("url"),
        finding=record.text("finding"),
        evidence=record.strings("evidence"),
        spelling_note=record.text("spelling_note"),
    )
    record.close()
    return programme


def _written_in(root: Node | None) -> tuple[str, ...]:
    """Return the languages that a factsheet's record names; both where it names none that are known."""
    node = (root.entries or {}).get("languages") if root else None
    named = {item.scalar for item in node.items or ()} if node else set()
    return tuple(language for language in LANGUAGES if language in named) or LANGUAGES


def _read_factsheet(root: Node | None, report: Report, folder: str) -> Factsheet:
    empty = Factsheet(folder, Text(folder, folder), "", None, None, None, "", (), (), ())
    return empty if root is None else read_sheet(Record(root, report, "the factsheet"), empty)


def read_sheet(record: Record, empty: Factsheet) -> Factsheet:
    """Read the record of a factsheet; what it does not say stays as it is given."""
    folder = empty.id
    factsheet = replace(
        empty,
        id=record.string("id", required=True) or folder,
        title=record.text("title", required=True) or empty.title,
        publisher=record.string("publisher", required=True) or "",
        year=record.year("year"),
        url=record.address("url"),
        note=record.text("note"),
        as_of=record.date("as_of", required=True, past=True) or "",
        sections=tuple(_read_section(r) for r in record.children("sections", "a section", required=True)),
        left_out=tuple(_read_left_out(r) for r in record.children("left_out", "a passage left out")),
        further_reading=tuple(_read_resource(r) for r in record.children("further_reading", "a resource")),
        retired_codes=record.strings("retired_codes"),
        languages=record.report.languages,
        described=record.flag("described"),
    )
    for language in record.strings("languages", required=record.has("languages")):
        if language not in LANGUAGES:
            what = part("languages", record.name)
            record.report.add(
                "E107", record.line_of("languages"), what=what, name=language, near=suggestion(language, LANGUAGES)
            )
    if factsheet.id != folder:
        near = Text(f"schrijf '{folder}', de naam van de map", f"write '{folder}', the name of its folder")
        record.report.add("E107", record.line_of("id"), what="id of the factsheet", name=factsheet.id, near=near)
    record.close()
    return factsheet


def _read_edition(root: Node | None, report: Report) -> tuple[SentenceMark, ...]:
    """Read the fingerprints of the edition that was curated: ``{section, digits}``, in the order of the text."""
    return () if root is None else read_marks(Record(root, report, "the edition"))


def read_marks(edition: Record) -> tuple[SentenceMark, ...]:
    """Read the sentences of an edition."""
    marks = []
    for record in edition.children("sentences", "a sentence", required=True):
        marks.append(SentenceMark(record.string("section", required=True) or "", record.digits("digits", DIGITS)))
        record.close()
    edition.close()
    return tuple(marks)


def _read_section(record: Record) -> Section:
    identifier = record.string("id", required=True) or ""
    title = record.text("title", required=True) or Text(identifier, identifier)
    ranges = []
    for inner in record.children("ranges", "a range"):
        ranges.append((inner.string("starts", required=True) or "", inner.string("ends", required=True) or ""))
        inner.close()
    record.close()
    return Section(identifier, title, tuple(ranges))


def _read_left_out(record: Record) -> LeftOut:
    reason = record.choice("reason", REASONS, "pointer")
    line = record.line
    return LeftOut(_read_passage(record), reason, line)


def _read_resource(record: Record) -> Resource:
    resource = Resource(
        id=record.string("id", required=True) or "",
        as_cited=record.string("as_cited", required=True) or "",
        title=record.string("title", required=True) or "",
        publisher=record.string("publisher"),
        year=record.year("year"),
        url=record.address("url"),
        finding=record.text("finding"),
        status=record.text("status"),
        note=record.text("note"),
        building_blocks=record.strings("building_blocks"),
        parent_groups=record.strings("parent_groups"),
        actors=record.strings("actors"),
        line=record.line,
    )
    record.strings("authors")
    record.close()
    return resource


_UNAPPRAISED = Appraisal(
    "not_found", "factsheet", (), None, "unknown", (), authors_complete=False, finding=None, alternatives=(),
    confirmed="", from_memory="", checked_from=(), spelling_note=None, as_cited=None,
)  # fmt: skip


def _work(entry: Entry, appraisal: Appraisal | None) -> Work:
    fields = {key: value for key, value in entry.fields.items() if key != "year"}
    year = entry.fields.get("year") or entry.fields.get("date", "")[:4]
    found = appraisal or _UNAPPRAISED
    if entry.and_others and found.authors_complete:
        found = replace(found, authors_complete=False)
    return Work(
        entry.key, entry.type, entry.authors, entry.editors, year, fields, found, "references.bib", entry.line,
        and_others=entry.and_others,
    )  # fmt: skip
