"""Join libraries: what two of them name alike must be the same, or it is a finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ouderevidence.document.output import real
from ouderevidence.evidence.read import Corpus
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.model.findings import Finding, Report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ouderevidence.model.records import Claim, Programme, Term

# A place, and what each factsheet decides for itself: how it prints a work, and whose term it is.
_OWN_FIELDS = frozenset({"line", "file", "as_cited", "spelling_note", "origin"})


def folder_names(paths: Sequence[Path]) -> list[str]:
    """Return what each folder is called in a finding: its name, or its path where two have the same name.

    Examples
    --------
    >>> from pathlib import Path
    >>> folder_names([Path("a/taal"), Path("b/sport")]), folder_names([Path("a/taal"), Path("b/taal")])
    (['taal', 'sport'], ['a/taal', 'b/taal'])
    """
    names = [real(path).name for path in paths]
    return names if len(set(names)) == len(names) else [path.as_posix() for path in paths]


def join(parts: Sequence[tuple[str, Corpus]]) -> tuple[Corpus, list[Finding]]:
    """Join libraries into one, the first before the others.

    Parameters
    ----------
    parts
        The name of each library, for the findings, and what it holds.

    Returns
    -------
    tuple
        The joined library, and every clash: a claim or factsheet that is in two, and a work, term or programme that
        two describe differently. Of what clashes the first is kept.
    """
    joined, findings = _placed(*parts[0]), list[Finding]()
    for name, corpus in parts[1:]:
        joined, found = _added(joined, parts[0][0], _placed(name, corpus), name)
        findings += found
    return joined, findings


def _placed(name: str, corpus: Corpus) -> Corpus:
    """Return a library whose claims say in which folder they stand."""
    return replace(
        corpus,
        claims=tuple(replace(claim, file=f"{name}/{claim.file}") for claim in corpus.claims),
        proposals=tuple(replace(claim, file=f"{name}/{claim.file}") for claim in corpus.proposals),
        searches=tuple(replace(account, file=f"{name}/{account.file}") for account in corpus.searches),
    )


def _added(joined: Corpus, first: str, corpus: Corpus, name: str) -> tuple[Corpus, list[Finding]]:
    reports: dict[str, Report] = {}

    def report(file: str) -> Report:
        return reports.setdefault(file, Report(file))

    known = {sheet.id for sheet in joined.factsheets}
    for sheet in corpus.factsheets:
        if sheet.id in known:
            own = f"{name}/evidence/factsheets/{sheet.id}/factsheet.yml"
            report(own).add("E602", 0, name=sheet.id, other=first)
    searched = {account.id for account in joined.searches}
    claims = {claim.id: claim for claim in (*joined.claims, *joined.proposals)}
    fresh: dict[str, list[Claim]] = {"claims": [], "proposals": []}
    for kind, found in fresh.items():
        for claim in getattr(corpus, kind):
            if claim.factsheet in known:
                continue
            if claim.id in claims:
                other = f"{claims[claim.id].file}:{claims[claim.id].line}"
                report(claim.file).add("E601", claim.line, name=claim.id, other=other)
            else:
                found.append(claim)
    _compare_works(joined, corpus, first, report(f"{name}/references.bib"))
    _compare(joined.programmes, corpus.programmes, "programme", first, report(f"{name}/evidence/programmes.yml"))
    terms, others = _terms(joined.vocabulary), _terms(corpus.vocabulary)
    _compare(terms, others, "term", first, report(f"{name}/evidence/vocabulary.yml"))
    synonyms = dict.fromkeys((*joined.vocabulary.synonyms, *corpus.vocabulary.synonyms))
    whole = Corpus(
        Vocabulary((terms | {key: term for key, term in others.items() if key not in terms}).values(), synonyms),
        {**joined.works, **{key: work for key, work in corpus.works.items() if key not in joined.works}},
        {**corpus.programmes, **joined.programmes},
        (*joined.factsheets, *(sheet for sheet in corpus.factsheets if sheet.id not in known)),
        (*joined.claims, *fresh["claims"]),
        f"{joined.version}-{corpus.version}",
        {**corpus.appraised, **joined.appraised},
        (*joined.proposals, *fresh["proposals"]),
        (*joined.searches, *(account for account in corpus.searches if account.id not in searched)),
    )
    return whole, [finding for each in reports.values() for finding in each.findings]


def _terms(vocabulary: Vocabulary) -> dict[tuple[str, str], Term]:
    return {(term.facet, term.id): term for term in vocabulary}


def _compare_works(joined: Corpus, corpus: Corpus, first: str, report: Report) -> None:
    for key, work in corpus.works.items():
        other = joined.works.get(key)
        if other is None:
            continue
        differing = [field for field in _differing(work, other) if field != "appraisal"]
        differing += _differing(work.appraisal, other.appraisal)
        if differing:
            report.add("E603", work.line, what="work", name=key, other=first, fields=", ".join(differing))


def _compare(
    ours: Mapping[Any, Term | Programme],
    theirs: Mapping[Any, Term | Programme],
    what: str,
    first: str,
    report: Report,
) -> None:
    for key, record in theirs.items():
        differing = _differing(record, ours[key]) if key in ours else []
        if differing:
            line = getattr(record, "line", 0)
            report.add("E603", line, what=what, name=record.id, other=first, fields=", ".join(differing))


def _differing(record: Any, other: Any) -> list[str]:  # noqa: ANN401 (any two records of a kind)
    """Return the fields in which two records of a kind differ."""
    names = (name for name in type(record).__dataclass_fields__ if name not in _OWN_FIELDS)
    return [name for name in names if getattr(record, name) != getattr(other, name)]
