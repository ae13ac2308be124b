"""Do the records hold together? Every link lands, in both directions; every doubt is a finding."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ouderevidence.evidence.bibforms import check_forms
from ouderevidence.evidence.doubts import doubts
from ouderevidence.evidence.layout import empty_chapters
from ouderevidence.evidence.record import MAX_POINTER_WORDS, is_ahead
from ouderevidence.model.findings import Finding, Report, suggestion
from ouderevidence.model.words import FACETS, RESOURCE_FACETS
from ouderevidence.text.passages import Index, Span, letters, locate, locate_range, uncovered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ouderevidence.evidence.read import Corpus
    from ouderevidence.model.records import Claim, Factsheet, Passage, Resource, Work

_ABOUT_THE_WHOLE = ("E308", "E309", "E310", "W501", "W504")
_CODE = re.compile(r"^(\d+(?:\.\d+)*)[a-z]{1,2}$")
_LAWS = ("legislation", "legal", "jurisdiction")  # biblatex's types for what has no author
TITLED = ("building_blocks", "parent_groups")  # facets whose terms a brief can be about
_BIBTEX_CONTAINERS = ("title", "journal", "booktitle", "doi", "publisher", "institution", "url")


def check(corpus: Corpus, texts: Mapping[str, str] | None = None, *, complete: bool = True) -> list[Finding]:
    """Return every finding about links, names and, where a factsheet's text is given, passages.

    Parameters
    ----------
    corpus
        What was read.
    texts
        Factsheet id to its full text; a factsheet without a text has its passages checked for form alone.
    complete
        Whether every file could be read; where not, nothing is said of what is unused or not covered.
    """
    findings: list[Finding] = []
    known = {claim.id for claim in corpus.claims}
    searched = {name for account in corpus.searches for name in account.claims}
    sheets = {sheet.id: sheet for sheet in corpus.factsheets}
    coded = {claim.factsheet for claim in corpus.claims if claim.code}  # a library may do without
    sections = {sheet.id: tuple(section.id for section in sheet.sections) for sheet in corpus.factsheets}
    codes: dict[tuple[str, str], Claim] = {}
    for claim in corpus.claims:
        report = Report(claim.file)
        _check_terms(claim, corpus, report)
        _check_passages(claim, sections[claim.factsheet], report)
        _check_citations(claim, corpus, report)
        _check_caveats(claim, corpus, sections[claim.factsheet], report)
        _check_supplements(claim, corpus, searched, report)
        _check_rests(claim, corpus, known, report)
        if claim.factsheet in coded:
            _check_code(claim, sheets[claim.factsheet], codes, report)
        findings += report.findings
    findings += doubts(corpus)
    findings += _check_double_ids(corpus)
    findings += _check_circles(corpus)
    findings += _check_searches(corpus, known)
    findings += _check_works(corpus)
    findings += _check_unused(corpus)
    findings += empty_chapters(corpus)
    for factsheet in corpus.factsheets:
        findings += _check_left_out(factsheet)
        findings += _check_sections(factsheet)
        findings += _check_resources(factsheet, corpus)
        text = (texts or {}).get(factsheet.id)
        if text is not None:
            findings += check_text(corpus, factsheet, text)
    return findings if complete else [f for f in findings if f.code not in _ABOUT_THE_WHOLE]


def _check_terms(claim: Claim, corpus: Corpus, report: Report) -> None:
    _check_facets(claim, FACETS, corpus, report)
    for programme in claim.programmes:
        if programme not in corpus.programmes:
            report.add("E211", claim.line, name=programme, near=suggestion(programme, corpus.programmes))


def _check_facets(record: Claim | Resource, facets: Iterable[str], corpus: Corpus, report: Report) -> None:
    for facet in facets:
        known = corpus.vocabulary.ids(facet)
        for term in getattr(record, facet):
            if term not in known:
                report.add("E106", record.line, name=term, facet=facet, near=suggestion(term, known))


def _check_resources(factsheet: Factsheet, corpus: Corpus) -> list[Finding]:
    report = Report(f"evidence/factsheets/{factsheet.id}/factsheet.yml")
    for resource in factsheet.further_reading:
        _check_facets(resource, RESOURCE_FACETS, corpus, report)
    return report.findings


def _check_passages(claim: Claim, known: Collection[str], report: Report) -> None:
    if not claim.passages:
        report.add("E307", claim.line, claim=claim.id)
    for passage in claim.passages:
        _check_pointer(passage, claim.id, claim.line, report)
        if passage.section not in known:
            near = suggestion(passage.section, known)
            report.add("E303", claim.line, name=passage.section, factsheet=claim.factsheet, near=near)


def _check_pointer(passage: Passage, owner: str, line: int, report: Report) -> None:
    for end, words in (("first", passage.starts), ("last", passage.ends)):
        if not _says(words):
            report.add("E301", line, claim=owner, end=end)
        elif len(written := words.split()) > MAX_POINTER_WORDS < (count := sum(map(_says, written))):
            report.add("E302", line, end=words, count=count)


def _says(words: str) -> bool:
    """Whether there is a letter or digit in it."""
    return words.isalnum() or any(map(str.isalnum, words))


def _check_citations(claim: Claim, corpus: Corpus, report: Report) -> None:
    seen: set[tuple[str, str, int]] = set()
    for citation in claim.citations:
        line = citation.line
        if citation.work not in corpus.works:
            report.add("E201", line, name=citation.work, near=suggestion(citation.work, corpus.works))
        elif corpus.works[citation.work].appraisal.origin == "curator":
            report.add("E409", line, key=citation.work, claim=claim.id)
        if not citation.as_cited:
            report.add("E202", line, work=citation.work)
        link = (citation.work, citation.as_cited, citation.passage)
        if link in seen:
            report.add("E203", line, work=citation.work, as_cited=citation.as_cited, claim=claim.id)
        seen.add(link)
        if citation.note is None:
            report.add("E204", line, work=citation.work, judgement=citation.judgement)
        if (citation.judgement == "unchecked") != (citation.basis == "none"):
            report.add("E205", line, judgement=citation.judgement, basis=citation.basis)
        if not 1 <= citation.passage <= len(claim.passages) and claim.passages:
            report.add("E206", line, number=citation.passage, claim=claim.id)


def _check_caveats(claim: Claim, corpus: Corpus, sections: Collection[str], report: Report) -> None:
    for caveat in claim.caveats:
        if not (caveat.works or caveat.sections):
            report.add("E210", caveat.line, claim=claim.id)
        for key in caveat.works:
            if key not in corpus.works:
                report.add("E201", caveat.line, name=key, near=suggestion(key, corpus.works))
        for name in caveat.sections:
            if name not in sections:
                report.add("E217", caveat.line, name=name, claim=claim.id, near=suggestion(name, sections))


def _check_supplements(claim: Claim, corpus: Corpus, searched: Collection[str], report: Report) -> None:
    cited = {citation.work for citation in claim.citations}
    seen: set[str] = set()
    for supplement in claim.supplements:
        line, work = supplement.line, supplement.work
        if work not in corpus.works:
            report.add("E201", line, name=work, near=suggestion(work, corpus.works))
        if work in cited:
            report.add("E212", line, claim=claim.id, work=work)
        if work in seen:
            report.add("E203", line, work=work, as_cited=work, claim=claim.id)
        seen.add(work)
        if supplement.note is None:
            report.add("E204", line, work=work, judgement=supplement.judgement)
        if (supplement.judgement == "unchecked") != (supplement.basis == "none"):
            report.add("E205", line, judgement=supplement.judgement, basis=supplement.basis)
    if claim.supplements and claim.id not in searched:
        report.add("E213", claim.supplements[0].line, claim=claim.id)


def _check_searches(corpus: Corpus, known: Collection[str]) -> Iterator[Finding]:
    for account in corpus.searches:
        report = Report(account.file)
        for name in account.claims:
            if name not in known:
                report.add("E214", account.line, account=account.id, name=name, near=suggestion(name, known))
        if account.on and is_ahead(account.on):
            report.add("E215", account.line, account=account.id, date=account.on)
        out = sum(excluded.number for excluded in account.excluded)
        if account.read != account.kept + out:
            report.add("E216", account.line, account=account.id, read=account.read, kept=account.kept, out=out)
        yield from report.findings


def _check_code(claim: Claim, factsheet: Factsheet, codes: dict[tuple[str, str], Claim], report: Report) -> None:
    """Report a code that is no section of the claim and letters (``4.6c``), or that named another claim."""
    if not claim.code:
        report.add("W506", claim.line, claim=claim.id)
        return
    match = _CODE.match(claim.code)
    if match is None or match[1] not in claim.sections:
        like = f"{claim.sections[0]}a" if claim.sections else "1.1a"
        report.add("E112", claim.line, name=claim.code, claim=claim.id, like=like)
    if claim.code in factsheet.retired_codes:
        report.add("E111", claim.line, name=claim.code)
    first = codes.setdefault((claim.factsheet, claim.code), claim)
    if first is not claim:
        report.add("E110", claim.line, name=claim.code, first=f"{first.file}:{first.line}")


def _check_rests(claim: Claim, corpus: Corpus, known: Collection[str], report: Report) -> None:
    if claim.rests_on and claim.kind != "recommendation":
        report.add("E209", claim.line, claim=claim.id, kind=claim.kind)
    for name in claim.rests_on:
        if name not in known:
            report.add("E207", claim.line, claim=claim.id, name=name, near=suggestion(name, known))


def _check_double_ids(corpus: Corpus) -> Iterator[Finding]:
    seen: dict[str, Claim] = {}
    for claim in (*corpus.claims, *corpus.proposals):
        if claim.id in seen:
            report = Report(claim.file)
            first = f"{seen[claim.id].file}:{seen[claim.id].line}"
            report.add("E103", claim.line, what="claim", name=claim.id, first=first)
            yield from report.findings
        seen.setdefault(claim.id, claim)


def _check_circles(corpus: Corpus) -> Iterator[Finding]:
    claims = {c.id: c for c in corpus.claims}
    for start in claims.values():
        path, queue = [start.id], list(start.rests_on)
        seen: set[str] = set()
        while queue:
            name = queue.pop()
            if name == start.id:
                report = Report(start.file)
                report.add("E208", start.line, circle=" → ".join([*path, *sorted(seen), start.id]))
                yield from report.findings
                break
            if name in claims and name not in seen:
                seen.add(name)
                queue += claims[name].rests_on


def _check_works(corpus: Corpus) -> Iterator[Finding]:
    bib, appraisals = Report("references.bib"), Report("evidence/appraisals.yml")
    cited = {c.work for claim in (*corpus.claims, *corpus.proposals) for c in claim.citations}
    cited |= {key for claim in corpus.claims for caveat in claim.caveats for key in caveat.works}
    cited |= {supplement.work for claim in corpus.claims for supplement in claim.supplements}
    for work in corpus.works.values():
        if work.key in corpus.appraised:
            _check_fields(work, bib)
            _check_identification(work, appraisals)
        else:
            bib.add("E407", work.line, key=work.key)
        if work.key not in cited:
            bib.add("W501", work.line, key=work.key)
    for key, line in corpus.appraised.items():
        if key not in corpus.works:
            appraisals.add("E408", line, key=key, near=suggestion(key, corpus.works))
        for design in corpus.works[key].appraisal.designs if key in corpus.works else ():
            if not corpus.vocabulary.has("designs", design):
                near = suggestion(design, corpus.vocabulary.ids("designs"))
                appraisals.add("E106", line, name=design, facet="designs", near=near)
    yield from [*bib.findings, *appraisals.findings]


def _check_sections(factsheet: Factsheet) -> Iterator[Finding]:
    report = Report(f"evidence/factsheets/{factsheet.id}/factsheet.yml")
    for name, count in Counter(section.id for section in factsheet.sections).items():
        if count > 1:
            report.add("E103", 0, what="section", name=name, first=report.file)
    yield from report.findings


def _check_fields(work: Work, report: Report) -> None:
    check_forms(work, report)
    if not work.year:
        report.add("E405", work.line, key=work.key, field="year")
    if not work.authors and not work.editors and work.entry_type not in _LAWS:
        report.add("E405", work.line, key=work.key, field="author")
    certain = work.appraisal.identification == "certain"
    if work.is_stub and certain:
        report.add("E405", work.line, key=work.key, field="title")
    elif work.is_stub or work.appraisal.identification == "not_found":
        for field in _BIBTEX_CONTAINERS:
            if field in work.fields:
                report.add("E406", work.line, key=work.key, field=field)
    elif work.url is None and certain:
        report.add("W503", work.line, key=work.key)


def _check_identification(work: Work, report: Report) -> None:
    if work.appraisal.identification == "ambiguous" and not work.appraisal.alternatives:
        report.add("W502", work.appraisal.line, key=work.key)
    if work.appraisal.identification == "certain" and work.appraisal.alternatives:
        report.add("E410", work.appraisal.line, key=work.key)


def _check_unused(corpus: Corpus) -> Iterator[Finding]:
    claims = (*corpus.claims, *corpus.proposals)
    used = {(facet, term) for claim in claims for facet in FACETS for term in getattr(claim, facet)}
    used |= {("designs", d) for work in corpus.works.values() for d in work.appraisal.designs}
    report = Report("evidence/vocabulary.yml")
    for facet in (*FACETS, "designs"):
        for term in corpus.vocabulary.terms(facet):
            if not any((facet, t) in used for t in corpus.vocabulary.covered(facet, term.id)):
                report.add("W504", term.line, name=term.id, facet=facet)
    for facet in TITLED:
        terms = corpus.vocabulary.terms(facet)
        untitled = [term for term in terms if term.title is None]
        for term in untitled if len(untitled) < len(terms) else ():  # a library may do without
            report.add("W507", term.line, name=term.id, facet=facet)
    yield from report.findings


def _check_left_out(factsheet: Factsheet) -> list[Finding]:
    report = Report(f"evidence/factsheets/{factsheet.id}/factsheet.yml")
    known = [s.id for s in factsheet.sections]
    for left in factsheet.left_out:
        _check_pointer(left.passage, "left_out", left.line, report)
        if left.passage.section not in known:
            near = suggestion(left.passage.section, known)
            report.add("E303", left.line, name=left.passage.section, factsheet=factsheet.id, near=near)
    return report.findings


def section_spans(index: Index, factsheet: Factsheet) -> dict[str, list[Span]]:
    """Return where each section stands in the text, as character offsets."""
    return {
        section.id: [span for starts, ends in section.ranges if (span := locate_range(index, starts, ends))]
        for section in factsheet.sections
    }


def check_text(corpus: Corpus, factsheet: Factsheet, text: str) -> list[Finding]:
    """Hold the passages against the factsheet's text, and the text against the passages."""
    index = Index.of(text)
    sections = section_spans(index, factsheet)
    reports = {name: Report(name) for name in {c.file for c in corpus.claims if c.factsheet == factsheet.id}}
    own = Report(f"evidence/factsheets/{factsheet.id}/factsheet.yml")
    covered: list[Span] = []
    for claim in (c for c in corpus.claims if c.factsheet == factsheet.id):
        spans = [_find(index, p, sections, reports[claim.file], claim.line) for p in claim.passages]
        covered += [span for span in spans if span]
        _check_printed(index, claim, spans, reports[claim.file])
    for left in factsheet.left_out:
        span = _find(index, left.passage, sections, own, left.line)
        if span:
            covered.append(span)
    _check_coverage(index, sections, covered, own)
    return [f for report in (*reports.values(), own) for f in report.findings]


def _find(index: Index, passage: Passage, sections: Mapping[str, list[Span]], report: Report, line: int) -> Span | None:
    if passage.section not in sections or not letters(passage.starts) or not letters(passage.ends):
        return None
    located = locate(index, passage.starts, passage.ends, sections[passage.section])
    if located.problem:
        code = "E305" if "unique" in located.problem else "E304"
        words = passage.ends if located.problem.startswith("ends") else passage.starts
        report.add(code, line, problem=located.problem, section=passage.section, words=words)
    return located.span


def _check_printed(index: Index, claim: Claim, spans: list[Span | None], report: Report) -> None:
    for citation in claim.citations:
        span = spans[citation.passage - 1] if 1 <= citation.passage <= len(spans) else None
        if span and letters(citation.as_cited) not in letters(index.text[slice(*span)]):
            report.add("E306", citation.line, as_cited=citation.as_cited)


def _check_coverage(index: Index, sections: Mapping[str, list[Span]], covered: list[Span], report: Report) -> None:
    for start, end in uncovered(index, covered):
        home = next((name for name, spans in sections.items() if any(a < end and start < b for a, b in spans)), "?")
        words = re.sub(r"\s+", " ", re.sub(r"-\s*\n\s*", "", index.text[start:end])).strip().split(" ")
        report.add("E308", 0, section=home, words=" ".join(words[:MAX_POINTER_WORDS]))
