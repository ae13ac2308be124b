"""Propose a factsheet into a library: what it says goes beside what people wrote, and never over it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.document.output import alone, is_kept_by_windows
from ouderevidence.evidence.checks import section_spans
from ouderevidence.evidence.editions import fingerprints, section_at, to_yaml
from ouderevidence.evidence.places import place
from ouderevidence.evidence.write import (
    Proposal,
    ProposedLink,
    appended,
    appraisal_yaml,
    claim_yaml,
    entry_bibtex,
    inserted,
    sheet_yaml,
)
from ouderevidence.model.bilingual import Text, languages_of
from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.records import Passage
from ouderevidence.products.curate.candidates import Candidate, Terms, candidates, guess_kind
from ouderevidence.products.curate.outline import composed, outline
from ouderevidence.products.curate.plan import (
    ID_WORDS,
    carry_out,
    check_library,
    check_plan,
    file_name,
    read_library,
    slug,
    write_plan,
)
from ouderevidence.products.curate.pointers import plain, point
from ouderevidence.products.curate.sheet import place_parts, propose_sheet
from ouderevidence.products.curate.sources import Sources
from ouderevidence.products.curate.tongue import language_of
from ouderevidence.products.curate.wording import SHEET_HEAD
from ouderevidence.text import find_citations, find_references, read_document
from ouderevidence.text.passages import Index, letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ouderevidence.evidence.read import Corpus
    from ouderevidence.model.records import Claim, Factsheet, SentenceMark, Work
    from ouderevidence.products.curate.outline import Part
    from ouderevidence.text import Document, Reference
    from ouderevidence.text.passages import Span

HALF: Final = 0.5  # of the letters of a sentence: what is left out accounts for it from here on
_KEBAB: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that no claim was proposed for: its first words, its line, and why.

    ``reason`` is ``question``, ``fragment``, ``table``, ``section`` (it stands in none) or ``pointer`` (no six words
    find it alone).
    """

    words: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Curated:
    """What a run proposed.

    Parameters
    ----------
    factsheet
        The id of the factsheet.
    files
        The files that were made or added to, relative to the library.
    proposals, works, skipped
        The claims and works that are new, and the sentences that no claim was proposed for.
    uncited
        The entries of the reference list that no new claim cites.
    accounted
        How many sentences were accounted for already.
    other_edition
        Whether the text differs from the edition that was curated.
    """

    factsheet: str
    files: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    works: tuple[Work, ...]
    skipped: tuple[Skipped, ...]
    uncited: tuple[Reference, ...]
    accounted: int
    other_edition: bool


def curate(path: str | Path, into: str | Path, *, factsheet: str | None = None, language: str = "nl") -> Curated:
    """Read a factsheet and propose its sections, claims, citations and works into a library.

    Parameters
    ----------
    path
        The factsheet: any file that ``ouderevidence.text.read_document`` reads.
    into
        A library of evidence, as ``new_library`` makes one.
    factsheet
        The id that it gets, or has; by default made of the file's name.
    language
        The language of remarks in the files, ``"nl"`` or ``"en"``.

    Returns
    -------
    Curated
        What is new. A second run finds what the first did, or a person since, and proposes only what is left.

    Raises
    ------
    EvidenceError
        If the factsheet cannot be read or has nothing to point at, the folder is no library, or the id is not
        lower-case kebab or is a name that Windows keeps.
    ValidationError
        If a file of the library cannot be read: nothing is proposed beside what is not read.
    """
    root = Path(into)
    identifier = factsheet or slug(Path(path).stem, "factsheet")
    if not _KEBAB.fullmatch(identifier):
        message = Text(
            f"de id '{identifier}' bestaat niet uit kleine letters met streepjes; gebruik letters, cijfers en "
            "losse streepjes",
            f"the id '{identifier}' is not made of lower-case letters and hyphens; use letters, digits and "
            "single hyphens",
        )
        raise EvidenceError(message)
    if is_kept_by_windows(identifier):  # it is to be the name of a folder
        message = Text(
            f"de id '{identifier}' kan niet: Windows houdt die naam voor een apparaat; noem een andere met --factsheet",
            f"the id '{identifier}' cannot be: Windows keeps that name for a device; name another with --factsheet",
        )
        raise EvidenceError(message)
    document = composed(read_document(path))
    check_library(root)
    with alone(root):
        carry_out(root)
        corpus = read_library(root)
        run = _Run(root, document, corpus, identifier, language)
        found = run.propose()
        check_plan(root, corpus, run.plan)
        write_plan(root, corpus, run.plan)
    return found


@dataclass(slots=True)
class _Run:
    """One run: what was read, and the files as they will be."""

    root: Path
    document: Document
    corpus: Corpus
    identifier: str
    language: str
    plan: dict[str, str] = field(default_factory=dict)

    def propose(self) -> Curated:
        """Make every proposal; nothing is written yet."""
        index = Index.of(self.document.text)
        parts = outline(self.document)
        known = next((sheet for sheet in self.corpus.factsheets if sheet.id == self.identifier), None)
        sheet = known or self._sheet(index, parts)
        sections = section_spans(index, sheet)
        marks = fingerprints(index.text, sections)
        folder = f"evidence/factsheets/{sheet.id}"
        if known is None:
            self.plan[f"{folder}/factsheet.yml"] = sheet_yaml(sheet, SHEET_HEAD.of(self.language))
        if marks and (known is None or not known.edition):
            self.plan[f"{folder}/edition.yml"] = to_yaml(marks)
        own = [c for c in (*self.corpus.claims, *self.corpus.proposals) if c.factsheet == sheet.id]
        places = {
            claim.id: [place(index, p, sections.get(p.section, [])).span for p in claim.passages] for claim in own
        }
        left = [place(index, each.passage, sections.get(each.passage.section, [])).span for each in sheet.left_out]
        accounts = _Accounts([s for spans in places.values() for s in spans if s], [s for s in left if s])
        proposals, skipped, accounted, sources = self._candidates(index, parts, sections, accounts, own)
        self._place_claims(folder, sheet, proposals, own, {name: spans[0] for name, spans in places.items() if spans})
        self._add_works(sources.added)
        return Curated(
            sheet.id, tuple(self.plan), tuple(proposals), tuple(sources.added), tuple(skipped),
            sources.uncited() if proposals else (), accounted, _differs(known, marks),
        )  # fmt: skip

    def _sheet(self, index: Index, parts: tuple[Part, ...]) -> Factsheet:
        placed = place_parts(index, parts)
        if not placed or not any(char.isalpha() for char in index.text):
            message = Text(
                f"{self.document.name} bevat geen passage die is aan te wijzen; controleer of het het goede bestand is",
                f"{self.document.name} holds no passage that can be pointed at; check that it is the right file",
            )
            raise EvidenceError(message)
        first = parts[0]
        title = first.title
        if first.headings:
            title = plain(index.text[slice(*first.headings[0])].strip("#* "))
        language = language_of(index.text) or self.language
        proposed = propose_sheet(self.identifier, title or self.identifier, index, placed, language)
        return replace(proposed, languages=languages_of(sheet.languages for sheet in self.corpus.factsheets))

    def _candidates(
        self,
        index: Index,
        parts: tuple[Part, ...],
        sections: Mapping[str, list[Span]],
        accounts: _Accounts,
        own: list[Claim],
    ) -> tuple[list[Proposal], list[Skipped], int, Sources]:
        text = index.text
        mentions = find_citations(text)
        known = {letters(link.as_cited): link.work for claim in own for link in claim.citations if link.work}
        known = {printed: key for printed, key in known.items() if not printed.isdigit()}
        sources = Sources(self.corpus.works, find_references(text), known, self.corpus.vocabulary.ids("designs"))
        terms = Terms(self.corpus.vocabulary)
        taken = {claim.id for claim in (*self.corpus.claims, *self.corpus.proposals)}
        proposals: list[Proposal] = []
        skipped: list[Skipped] = []
        accounted = 0
        for part in parts:
            if part.listed:
                continue
            for candidate in candidates(self.document, part.stretches, mentions):
                start, end = candidate.span
                first = next(i for i in range(start, end) if text[i].isalnum())
                section = section_at(sections, first)
                pointer = point(index, candidate.span, sections.get(section, ()))
                why = candidate.why_not or ("section" if section == "?" else "" if pointer else "pointer")
                if accounts.hold(index, candidate.span):
                    accounted += 1
                elif why or pointer is None:
                    skipped.append(Skipped(_words(text, start, end), text.count("\n", 0, start) + 1, why))
                else:
                    name = _free(slug(pointer[0], "uitspraak"), taken)
                    taken.add(name)
                    passage = Passage(section, *pointer)
                    links = _links(candidate, sources)
                    words = text[start:end]
                    proposals.append(Proposal(name, passage, start, guess_kind(words), terms.occurring(words), links))
        return proposals, skipped, accounted, sources

    def _place_claims(
        self,
        folder: str,
        sheet: Factsheet,
        proposals: list[Proposal],
        own: list[Claim],
        starts: Mapping[str, Span | None],
    ) -> None:
        """Put each proposal into its file, before the first record that stands behind it in the text."""
        homes: dict[str, str] = {}
        for claim in own:
            for section in claim.sections[:1]:
                homes.setdefault(section, claim.file)
        existing = sorted(p.name for p in (self.root / folder / "claims").glob("*.yml"))
        additions: dict[str, list[tuple[int, str]]] = {}
        for proposal in proposals:
            section = proposal.passage.section
            file = homes.setdefault(section, f"{folder}/claims/{file_name(section, sheet, existing)}")
            later = (
                claim.line
                for claim in own
                if claim.file == file and (span := starts.get(claim.id)) and span[0] > proposal.start
            )
            additions.setdefault(file, []).append((next(later, 0), claim_yaml(proposal, self.language)))
        for file, added in additions.items():
            grouped: dict[int, str] = {}
            for line, text in added:
                grouped[line] = grouped.get(line, "") + text
            self.plan[file] = inserted(self._text(file), list(grouped.items()))

    def _add_works(self, works: list[Work]) -> None:
        if works:
            bib = self._text("references.bib")
            gap = "\n" if bib.strip() else ""
            self.plan["references.bib"] = appended(bib, gap + "\n".join(entry_bibtex(work) for work in works))
            name = "evidence/appraisals.yml"
            self.plan[name] = appended(self._text(name), "".join(appraisal_yaml(work) for work in works))

    def _text(self, name: str) -> str:
        path = self.root / name
        return path.read_bytes().decode("utf-8") if path.is_file() else ""


class _Accounts:
    """What accounts for a sentence: a passage of a claim that shares words with it, or what is left out for half."""

    def __init__(self, claimed: list[Span], left: list[Span]) -> None:
        self._claimed = claimed
        self._left = left

    def hold(self, index: Index, span: Span) -> bool:
        """Whether a sentence is accounted for."""
        if any(_shared(index, span, other) for other in self._claimed):
            return True
        held = sum(_shared(index, span, other) for other in self._left)
        return held >= HALF * len(letters(index.text[slice(*span)]))


def _shared(index: Index, span: Span, other: Span) -> int:
    """Return how many letters two stretches share."""
    start, end = max(span[0], other[0]), min(span[1], other[1])
    return len(letters(index.text[start:end])) if start < end else 0


def _links(candidate: Candidate, sources: Sources) -> tuple[ProposedLink, ...]:
    links: dict[tuple[str | None, str], ProposedLink] = {}
    for mention in candidate.mentions:
        link = sources.link(mention)
        as_cited = plain(mention.text)
        links.setdefault((link.key, as_cited), ProposedLink(link.key, as_cited, link.remark))
    return tuple(links.values())


def _free(name: str, taken: set[str]) -> str:
    return next(each for n in range(1, len(taken) + 2) if (each := name if n == 1 else f"{name}-{n}") not in taken)


def _words(text: str, start: int, end: int) -> str:
    return plain(" ".join(text[start:end].split()[:ID_WORDS]))


def _differs(known: Factsheet | None, marks: tuple[SentenceMark, ...]) -> bool:
    if known is None or not known.edition:
        return False
    return [m.digits for m in known.edition] != [m.digits for m in marks]
