"""The parts of a sentence in a brief: citations, ids that lead somewhere, the underpinning of a claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ouderevidence import references
from ouderevidence.brief import nodes, selection, wording
from ouderevidence.model import JUDGEMENTS, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.brief.nodes import Inlines
    from ouderevidence.library import Library
    from ouderevidence.model import Claim, Text, Work


class Phrases:
    """Words and inlines of one brief: a library seen in one language."""

    def __init__(self, library: Library, language: str, *, depth: str, title: str | None) -> None:
        self.library = library
        self.language = language
        self.depth = depth
        self.title = title
        self.labels = references.labels(library.cited_works(), language=language)

    def say(self, words: Text, **parts: object) -> str:
        """Return words in the language of the brief, with the parts filled in."""
        return words.of(self.language).format(**parts) if parts else words.of(self.language)

    def text(self, words: Text, **parts: object) -> Inlines:
        """Return words in the language of the brief as inlines."""
        return nodes.text(self.say(words, **parts))

    def term(self, facet: str, identifier: str) -> str:
        """Return the label of a term."""
        return str(self.library.vocabulary.label(facet, identifier, self.language))

    def statement(self, claim: Claim) -> Inlines:
        """Return the statement of a claim."""
        return nodes.text(claim.statement.of(self.language))

    def claim_id(self, claim: Claim, *, anchor: bool = False, back: bool = False) -> Inlines:
        """Return the id of a claim: the place it leads to, or a link to that place."""
        inlines = [nodes.code(claim.id)]
        if anchor:
            return [nodes.span(inlines, f"claim-{claim.id}", ["claim-id"])]
        if back:
            inlines = self.text(wording.BACK)
        return [nodes.span([nodes.link(inlines, f"#claim-{claim.id}")], "", ["claim-id"])]

    def citation(self, claim: Claim, *, counting: bool = False) -> Inlines:
        """Return the in-text citation of a claim, of all its works or of those that count only; may be empty."""
        works = {
            citation.work: self.library.work(citation.work)
            for citation in claim.citations
            if not counting or selection.counts(citation, self.library.work(citation.work))
        }
        return self.cited(works.values(), claim)

    def cited(self, works: Iterable[Work], claim: Claim) -> Inlines:
        """Return works as one in-text citation; those not found as cited in the factsheet of the claim."""
        found = sorted(works, key=lambda work: (work.is_stub, self.labels[work.key].casefold()))
        if not found:
            return []
        return [nodes.cite([self._reference(work, claim.factsheet) for work in found])]

    def _reference(self, work: Work, factsheet: str) -> nodes.Node:
        if not work.is_stub:
            return nodes.reference(work.key)
        prefix = f"{self.labels[work.key]}, {self.say(wording.CITED_IN)}"
        return nodes.reference(f"factsheet-{factsheet}", nodes.text(prefix))

    def underpinning(self, claim: Claim) -> Inlines:
        """Return the level of a claim with its reasons; for other kinds than findings the kind and where it stands."""
        profile = self.library.profile(claim.id)
        name = self.say(profile.text)
        if profile.level is None:
            name = f"{self.say(KINDS[claim.kind])}, {name}"
        reasons = "; ".join(self.say(reason).rstrip(".") for reason in profile.reasons)
        if not reasons:
            return [nodes.strong(nodes.text(name))]
        return [nodes.strong(nodes.text(f"{name}:")), nodes.SPACE, *nodes.text(reasons)]

    def date(self, date: str) -> str:
        """Return a date (YYYY-MM-DD) as people write it; anything else as it is."""
        match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", date)
        if match is None or not 1 <= int(match[2]) <= len(wording.MONTHS):
            return date
        return f"{int(match[3])} {self.say(wording.MONTHS[int(match[2]) - 1])} {match[1]}"

    def judgement(self, code: str) -> str:
        """Return the word for a judgement."""
        return self.say(JUDGEMENTS[code])

    def groups(self, claim: Claim) -> str:
        """Return the parent groups of a claim in words."""
        names = [self.term("parent_groups", group) for group in claim.parent_groups]
        return ", ".join(names) or self.say(wording.NO_GROUP)
