"""Hold a text of a factsheet against the library."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ouderevidence.evidence.checks import section_spans
from ouderevidence.evidence.editions import compare, fingerprints, sentence_spans
from ouderevidence.evidence.places import Place, place
from ouderevidence.model.bilingual import Text, fill
from ouderevidence.model.errors import EvidenceError, did_you_mean
from ouderevidence.model.findings import Report, near_names
from ouderevidence.products.trace.report import CATALOGUE, Covered, Found, Printed, Trace
from ouderevidence.text import find_citations, read_document
from ouderevidence.text.passages import Index, Span, letters, uncovered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Citation, Claim, Factsheet, SentenceMark
    from ouderevidence.text import Mention

_NONE: Final = Text("", "")
_DID: Final = Text("; {asked}", "; {asked}")
_WHICH: Final = Text(
    "noem een factsheet van de bibliotheek: {sheets}{near}", "name a factsheet of the library: {sheets}{near}"
)
POINTER: Final = 6  # words of the text that a finding shows


def trace(path: str | Path, library: Library, *, factsheet: str | None = None) -> Trace:
    """Hold a text of a factsheet, of any extraction, against the claims of a library.

    Parameters
    ----------
    path
        The text: any file that ``ouderevidence.text.read_document`` reads.
    library
        The claims, their passages and links.
    factsheet
        The id of the factsheet; needed where the library has several.

    Raises
    ------
    EvidenceError
        If the file cannot be read, or it is not clear which factsheet is meant.
    """
    return _Tracing(library, _sheet(library, factsheet), str(path), read_document(path).text).run()


def _sheet(library: Library, name: str | None) -> Factsheet:
    known = {sheet.id: sheet for sheet in library.factsheets}
    if name is None and len(known) == 1:
        return next(iter(known.values()))
    if name not in known:
        near = fill(_DID, asked=did_you_mean(near_names(name, known))) if name and near_names(name, known) else _NONE
        raise EvidenceError(fill(_WHICH, sheets=", ".join(known), near=near))
    return known[name]


class _Tracing:
    """One run: a text, its index, and the findings as they come."""

    def __init__(self, library: Library, sheet: Factsheet, file: str, text: str) -> None:
        self.library = library
        self.sheet = sheet
        self.index = Index.of(text)
        self.claims = [claim for claim in library if claim.factsheet == sheet.id]
        self.sections = section_spans(self.index, sheet)
        self.text_report = Report(file, CATALOGUE)
        self.reports = {claim.file: Report(claim.file, CATALOGUE) for claim in self.claims}
        own = f"evidence/factsheets/{sheet.id}/factsheet.yml"
        self.reports[own] = self.sheet_report = Report(own, CATALOGUE)
        self.places = {
            (claim.id, number): place(self.index, passage, self.sections.get(passage.section, []))
            for claim in self.claims
            for number, passage in enumerate(claim.passages, start=1)
        }
        self.left = [(left, place(self.index, left.passage, self.sections.get(left.passage.section, [])))
                     for left in sheet.left_out]  # fmt: skip

    def run(self) -> Trace:
        """Make every comparison."""
        gone = self.gone_sections()
        passages = tuple(self.passages(gone))
        self.left_out(gone)
        citations = tuple(self.citations(gone))
        covered = tuple(self.sentences())
        marks = self.marks()
        if self.sheet.edition:
            self.changes(marks, gone)
        reports = [self.text_report, *self.reports.values()]
        findings = sorted({finding for report in reports for finding in report.findings})
        linked = sum(len(claim.citations) for claim in self.claims)
        return Trace(tuple(findings), passages, citations, covered, linked, marks)

    def gone_sections(self) -> frozenset[str]:
        """Return the sections of which no passage is found, and report each."""
        held: dict[str, list[Place]] = {}
        for claim in self.claims:
            for number, passage in enumerate(claim.passages, start=1):
                held.setdefault(passage.section, []).append(self.places[claim.id, number])
        gone = frozenset(name for name, found in held.items() if all(p.span is None for p in found))
        for name in sorted(gone):
            ids = dict.fromkeys(c.id for c in self.claims if any(p.section == name for p in c.passages))
            line = next((left.line for left in self.sheet.left_out if left.passage.section == name), 0)
            self.sheet_report.add("T104", line, section=name, claims=", ".join(ids))
        return gone

    def passages(self, gone: frozenset[str]) -> Iterator[Found]:
        """Yield what became of each passage, and report those that are not where they were."""
        codes = {"nearly": "T101", "not found": "T102", "moved": "T103"}
        for claim in self.claims:
            for number, passage in enumerate(claim.passages, start=1):
                found = self.places[claim.id, number]
                if found.outcome in codes and passage.section not in gone:
                    self.reports[claim.file].add(
                        codes[found.outcome], claim.line, number=number, claim=claim.id, section=passage.section,
                        words=found.words, printed=found.printed,
                    )  # fmt: skip
                yield Found(claim.id, number, passage.section, found.outcome)

    def left_out(self, gone: frozenset[str]) -> None:
        """Report what was left out and is not there any more."""
        for left, found in self.left:
            if found.span is None and left.passage.section not in gone:
                self.sheet_report.add("T105", left.line, words=found.words)

    def citations(self, gone: frozenset[str]) -> Iterator[Printed]:
        """Yield each printed citation with the claims that link it; report what is linked or printed alone."""
        links = [(claim, citation) for claim in self.claims for citation in claim.citations]
        landed: set[int] = set()
        alone: list[Mention] = []
        printed = []
        for mention in find_citations(self.index.text):
            at = [i for i, (claim, link) in enumerate(links) if self._prints(claim, link, mention)]
            landed |= set(at)
            if not at:
                alone.append(mention)
            printed.append((mention, tuple(dict.fromkeys(links[i][0].id for i in at))))
        for i, (claim, link) in enumerate(links):
            if i not in landed and claim.passages[link.passage - 1].section not in gone:
                self._report_unprinted(claim, link, alone)
        for mention in alone:
            near = self._claims_at(mention.start)
            said = _in_passage(near)
            self.text_report.add("T201", self._line(mention.start), printed=_flat(mention.text), near=said)
        yield from (Printed(_flat(m.text), self._line(m.start), claims) for m, claims in printed)

    def _prints(self, claim: Claim, link: Citation, mention: Mention) -> bool:
        span = self.places[claim.id, link.passage].span
        inside = span is not None and span[0] <= mention.start < span[1]
        return inside and letters(link.as_cited) in (letters(mention.text), letters(mention.label))

    def _report_unprinted(self, claim: Claim, link: Citation, alone: list[Mention]) -> None:
        """Report a link that is not printed; one printed in its passage with another year, or spelling, is the same."""
        span = self.places[claim.id, link.passage].span
        wanted = _names(link.as_cited)
        for mention in alone:
            if span and span[0] <= mention.start < span[1] and _names(mention.label) == wanted:
                self.reports[claim.file].add(
                    "T203", link.line, printed=_flat(mention.text), claim=claim.id, as_cited=link.as_cited
                )
                alone.remove(mention)
                return
        self.reports[claim.file].add("T202", link.line, as_cited=link.as_cited, claim=claim.id)

    def sentences(self) -> Iterator[Covered]:
        """Yield each sentence with what accounts for it; report the stretches that nothing does."""
        spans = [p.span for p in self.places.values() if p.span]
        left = [(found.span, entry.reason) for entry, found in self.left if found.span]
        for start, end in uncovered(self.index, spans + [span for span, _ in left]):
            first = next(i for i in range(start, end) if self.index.text[i].isalpha())
            if len(letters(self.index.text[first:end])) > 1:
                self.text_report.add("T301", self._line(first), words=self._pointer(first, end))
        for start, end in self._sentences:
            reason = next((why for span, why in left if _shared((start, end), span)), None)
            claims = self._claims_at(start, end)
            yield Covered(self._pointer(start, end), self._line(start), claims, reason)

    def marks(self) -> tuple[SentenceMark, ...]:
        """Return the fingerprints of the text's sentences."""
        return fingerprints(self.index.text, self.sections)

    def changes(self, marks: tuple[SentenceMark, ...], gone: frozenset[str]) -> None:
        """Report what changed since the edition that was curated."""
        spans = self._sentences
        counted = Counter[str]()
        numbers = []
        for old in self.sheet.edition:
            counted[old.section] += 1
            numbers.append(counted[old.section])
        for change in compare(self.sheet.edition, marks):
            if change.after is None:
                before = change.before or 0
                old = self.sheet.edition[before]
                if old.section not in gone:
                    remedy = "revise the claims that it stood for"
                    self.sheet_report.add("T402", 0, number=numbers[before], section=old.section, near=remedy)
                continue
            start, end = spans[change.after]
            claims = self._claims_at(start, end)
            near = _in_passage(claims)
            code = {"new": "T401", "reworded": "T403", "moved": "T404"}[change.kind]
            self.text_report.add(code, self._line(start), words=self._pointer(start, end), near=near)

    # -- places ------------------------------------------------------------------------------------------------------

    @cached_property
    def _sentences(self) -> list[Span]:
        return sentence_spans(self.index.text)

    def _claims_at(self, start: int, end: int | None = None) -> tuple[str, ...]:
        stretch = (start, end if end is not None else start + 1)
        return tuple(dict.fromkeys(name for (name, _), p in self.places.items() if p.span and _shared(stretch, p.span)))

    def _line(self, at: int) -> int:
        return self.index.text.count("\n", 0, at) + 1

    def _pointer(self, start: int, end: int) -> str:
        return " ".join(self.index.text[start:end].split()[:POINTER])


def _in_passage(claims: tuple[str, ...]) -> Text:
    names = ", ".join(claims)
    return Text(f"; het staat in een passage van {names}", f"; it stands in a passage of {names}") if claims else _NONE


def _shared(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _names(cited: str) -> str:
    """Return the names of a citation without its year."""
    return "".join(char for char in letters(cited) if not char.isdigit())


def _flat(text: str) -> str:
    return " ".join(text.split())
