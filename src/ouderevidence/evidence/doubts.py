"""What can be right and seldom is: warnings about records that do not go together, and a claim that seems lost."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING, Final

from ouderevidence.model.findings import Finding, Report
from ouderevidence.text.passages import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.evidence.read import Corpus
    from ouderevidence.model.records import Citation, Claim, Supplement, Work

_CODE: Final = re.compile(r"^(\d+(?:\.\d+)*)([a-z]{1,2})$")
_CHAPTER: Final = re.compile(r"(\d+)-")  # a file of claims that is named by its chapter


def doubts(corpus: Corpus) -> Iterator[Finding]:
    """Yield what is doubtful about works and links, and codes that are skipped."""
    yield from _same_dois(corpus)
    known = {(sheet.id, section.id) for sheet in corpus.factsheets for section in sheet.sections}
    for claim in corpus.claims:
        report = Report(claim.file)
        if all((claim.factsheet, name) in known for name in claim.sections):
            _check_place(claim, report)
        links: list[Citation | Supplement] = [*claim.citations, *claim.supplements]
        for link in links:
            if link.judgement == "full" and link.basis == "summary":
                report.add("W512", link.line, work=link.work)
        for citation in claim.citations:
            work = corpus.works.get(citation.work)
            if work and not _is_named(citation, work):
                report.add("W511", citation.line, as_cited=citation.as_cited, work=work.key)
        yield from report.findings
    yield from _skipped_codes(corpus)


def _same_dois(corpus: Corpus) -> Iterator[Finding]:
    report, first = Report("references.bib"), dict[str, str]()
    for work in corpus.works.values():
        doi = work.fields.get("doi", "").casefold()
        if doi and first.setdefault(doi, work.key) != work.key:
            report.add("W510", work.line, key=work.key, other=first[doi])
    yield from report.findings


def _check_place(claim: Claim, report: Report) -> None:
    chapter = _CHAPTER.match(claim.file.rsplit("/", maxsplit=1)[-1])
    if chapter and claim.sections and chapter[1] not in {name.split(".")[0] for name in claim.sections}:
        report.add("W513", claim.line, claim=claim.id, chapter=chapter[1], section=claim.sections[0])


def _is_named(citation: Citation, work: Work) -> bool:
    """Whether a citation has a name of the work, or its year, or is how the factsheet is known to print it."""
    if any(name.family.isalpha() and name.family in citation.as_cited for name in work.authors):
        return True  # as nearly all are
    names = [plain for name in (*work.authors, *work.editors) if (plain := _plain(name.family or name.literal or ""))]
    printed = _plain(citation.as_cited)
    return (
        not names
        or not printed
        or work.appraisal.spelling_note is not None
        or any(name in printed for name in names)
        or (work.year[:4].isdecimal() and work.year[:4] in printed)
    )


def _plain(words: str) -> str:
    return letters("".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c)))


def _skipped_codes(corpus: Corpus) -> Iterator[Finding]:
    """Yield codes between others that no claim has and that are not retired: their claims were lost."""
    codes: dict[str, list[str]] = {}
    for claim in chain(corpus.claims, corpus.proposals):
        codes.setdefault(claim.factsheet, []).append(claim.code)
    for sheet in corpus.factsheets:
        own = codes.get(sheet.id, [])
        known = {*own, *sheet.retired_codes}
        last: dict[str, int] = {}
        for code in own:
            if match := _CODE.match(code):
                last[match[1]] = max(last.get(match[1], 0), _place(match[2]))
        report = Report(f"evidence/factsheets/{sheet.id}/factsheet.yml")
        for section, end in last.items():
            for name in (f"{section}{_letters(place)}" for place in range(end)):
                if name not in known:
                    report.add("E310", 0, section=section, name=name)
        yield from report.findings


def _place(written: str) -> int:
    """Return the place of letters in a, b, … z, aa, ab …, from 0."""
    first, last = written[:-1], ord(written[-1]) - ord("a")
    return last if not first else 26 * (ord(first) - ord("a") + 1) + last


def _letters(place: int) -> str:
    return chr(ord("a") + place) if place < 26 else _letters(place // 26 - 1) + _letters(place % 26)  # noqa: PLR2004
