"""The vocabulary: terms in facets, each with narrower terms that it covers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ouderevidence.evidence.record import Record
from ouderevidence.model.errors import UnknownTermError
from ouderevidence.model.findings import near_names, suggestion
from ouderevidence.model.records import Term
from ouderevidence.model.words import FACET_LABELS, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ouderevidence.evidence.yamlfile import Node
    from ouderevidence.model.findings import Report


class Vocabulary:
    """The terms, in the order of their file, and the words that a reader uses for one another in a search."""

    def __init__(self, terms: Iterable[Term], synonyms: Iterable[tuple[str, ...]] = ()) -> None:
        self._terms = {(t.facet, t.id): t for t in terms}
        self.synonyms = tuple(synonyms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms.values())

    def terms(self, facet: str) -> tuple[Term, ...]:
        """Return the terms of a facet, in order."""
        return self._by_facet.get(facet, ())

    def ids(self, facet: str) -> tuple[str, ...]:
        """Return the ids of a facet's terms, in order."""
        return self._ids.get(facet, ())

    def has(self, facet: str, term: str) -> bool:
        """Whether the facet has the term."""
        return (facet, term) in self._terms

    def term(self, facet: str, term: str) -> Term:
        """Return a term.

        Raises
        ------
        UnknownTermError
            If the facet has no such term; near names are suggested.
        """
        try:
            return self._terms[facet, term]
        except KeyError:
            known = {t.id for t in self.terms(facet)}
            raise UnknownTermError(term, near_names(term, known), where=facet) from None

    def label(self, facet: str, term: str, language: str) -> str:
        """Return a term's label in a language.

        Raises
        ------
        UnknownTermError
            If the facet has no such term.
        """
        return self.term(facet, term).label.of(language)

    def covered(self, facet: str, term: str) -> frozenset[str]:
        """Return a term and all that are narrower.

        Raises
        ------
        UnknownTermError
            If the facet has no such term.
        """
        self.term(facet, term)
        return self._narrower[facet, term]

    @property
    def is_rooted(self) -> bool:
        """Whether each narrower term stands, step by step, under one that has no broader one."""
        under: dict[tuple[str, str | None], list[str]] = {}
        for facet, identifier in self._terms:
            under.setdefault((facet, self._terms[facet, identifier].broader), []).append(identifier)
        reached = [
            (facet, identifier) for (facet, broader), ids in under.items() if broader is None for identifier in ids
        ]
        for facet, identifier in reached:
            reached += [(facet, narrower) for narrower in under.get((facet, identifier), ())]
        return len(reached) == len(self._terms)

    @cached_property
    def _by_facet(self) -> dict[str, tuple[Term, ...]]:
        found: dict[str, list[Term]] = {}
        for term in self._terms.values():
            found.setdefault(term.facet, []).append(term)
        return {facet: tuple(terms) for facet, terms in found.items()}

    @cached_property
    def _ids(self) -> dict[str, tuple[str, ...]]:
        return {facet: tuple(term.id for term in terms) for facet, terms in self._by_facet.items()}

    @cached_property
    def _narrower(self) -> dict[tuple[str, str], frozenset[str]]:
        found: dict[tuple[str, str], set[str]] = {key: {key[1]} for key in self._terms}
        for facet, identifier in self._terms:
            for above in self._above(facet, identifier):
                found[facet, above].add(identifier)
        return {key: frozenset(ids) for key, ids in found.items()}

    def _above(self, facet: str, identifier: str) -> list[str]:
        line: list[str] = []
        broader = self._terms[facet, identifier].broader
        while broader is not None and broader not in line and (facet, broader) in self._terms:
            line.append(broader)
            broader = self._terms[facet, broader].broader
        return line


def read_vocabulary(root: Node | None, report: Report) -> Vocabulary:
    """Read ``vocabulary.yml``: a mapping of facet to terms; every fault is a finding."""
    return Vocabulary(()) if root is None else read_terms(Record(root, report, "the vocabulary"))


def read_terms(top: Record) -> Vocabulary:
    """Read the record that is the whole vocabulary."""
    terms: dict[tuple[str, str], Term] = {}
    for facet in FACET_LABELS:
        for record in top.children(facet, "a term", required=True):
            term = _read_term(record, facet)
            if term is None:
                continue
            if (facet, term.id) in terms:
                first = f"{top.report.file}:{terms[facet, term.id].line}"
                top.report.add("E103", term.line, what="term", name=term.id, first=first)
                continue
            terms[facet, term.id] = term
    vocabulary = Vocabulary(terms.values(), top.groups("synonyms"))
    top.close()
    for term in terms.values():
        _check_broader(term, vocabulary, top.report)
    return vocabulary


def _read_term(record: Record, facet: str) -> Term | None:
    identifier = record.identifier()
    if identifier is None:
        return None
    label = record.both_languages()
    term = Term(
        id=identifier,
        facet=facet,
        label=label or Text(identifier, identifier),
        definition=record.text("definition"),
        broader=record.string("broader"),
        origin=record.choice("origin", ("factsheet", "curator"), "curator"),
        synonyms=record.strings("synonyms"),
        empirical=record.flag("empirical"),
        synthesis=record.flag("synthesis"),
        line=record.line,
        title=record.text("title"),
    )
    record.close()
    return term


def _check_broader(term: Term, vocabulary: Vocabulary, report: Report) -> None:
    if term.broader is None:
        return
    if not vocabulary.has(term.facet, term.broader):
        near = suggestion(term.broader, vocabulary.ids(term.facet))
        report.add("E106", term.line, name=term.broader, facet=term.facet, near=near)
        return
    seen = {term.id}
    broader: str | None = term.broader
    while broader is not None and vocabulary.has(term.facet, broader):
        if broader == term.id:
            report.add("E108", term.line, name=term.id)
        if broader in seen:
            return
        seen.add(broader)
        broader = vocabulary.term(term.facet, broader).broader
